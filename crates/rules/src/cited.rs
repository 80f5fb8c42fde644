//! What a rule rests on, by its id: the title of a source, the line of a policy's rule, the clause of the safety floor.

use waymark_content::words::{Words, fill};
use waymark_content::{rules, sources};

/// The title of a rule or source; empty for an id that is not one.
pub fn title(id: &str, words: &Words) -> String {
    let say = &words.later().pages.rules;
    if id == "profile" {
        return say.policy_rule.to_owned();
    }
    match words.text(&["floor.", id].concat()) {
        "" => {}
        floor => return fill(say.own_floor, &[("text", floor)]),
    }
    if let Some(source) = sources().iter().find(|source| source.id == id) {
        return source.title.to_owned();
    }
    rules().iter().find(|rule| rule.id == id).map_or_else(String::new, |rule| rule.line.to_owned())
}
