//! What every field has in common.

use waymark_view::El;

/// What keeps a browser from remembering, checking or translating what a control holds. It belongs on every control.
pub fn quiet(control: El) -> El {
    control
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("writingsuggestions", "false")
        .attr("translate", "no")
}

/// The id of a part of a question, for `aria-describedby`.
pub fn part_id(name: &str, part: &str) -> String {
    format!("{}-{part}", name.replace('.', "-"))
}
