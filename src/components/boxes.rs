//! Boxes with words: cautions, what to say, a question before a step that cannot be taken back.

use super::area::area_contacts;
use super::policy::{chosen_policy, policy_lines, rules_at};
use crate::app::{CaseState, Language};
use crate::platform::page::focus;
use leptos::prelude::*;
use waymark_area::area_contacts_in;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::CautionId;
use waymark_content::words::Say;
use waymark_record::caution_text;
use waymark_view::{El, details, html, list, memo, p, unmarked};

/// The rules something rests on, folded away: their ids say nothing to a worker, and everything to whoever looks them up.
pub fn rule_line(language: Language, rules: &[impl AsRef<str>]) -> El {
    let shell = &language.pages.shell;
    let rules: Vec<&str> = rules.iter().map(AsRef::as_ref).listed();
    details("help", shell.rules_why).child(p("ids", shell.rules).child(" ").child(rules.join(", ")))
}

/// A caution by its id, with its rules.
pub fn caution_card(language: Language, case: CaseState, id: CautionId, rules: &[impl AsRef<str>]) -> El {
    let title = move || case.words(language).caution(id).title;
    let text = move || case.assessment.with(|it| caution_text(id, it, language));
    html::div()
        .class("caution")
        .attr("data-caution", id.text())
        .child(html::h3().child(language.pages.shell.take_care).child(" ").child(title))
        .child(html::p().child(text))
        .child(area_contacts(language, case, move || area_contacts_in(id)))
        .child(rule_line(language, rules))
        .live(move || {
            let place = ["caution:", id.text()].concat();
            let own = chosen_policy(language, case).map(|policy| rules_at(policy, &place));
            own.and_then(|rules| policy_lines(language, &rules)).into_iter().listed()
        })
}

/// What to say and what not, at one moment; nothing for a moment without words.
pub fn say_box(language: Language, case: CaseState, moment: impl Fn() -> &'static str + 'static) -> El {
    html::div().live(move || case.words(language).say(moment()).map(|words| say(language, words)).into_iter().listed())
}

fn say(language: Language, words: &'static Say) -> El {
    let shell = &language.pages.shell;
    let half = |heading: &'static str, lines: &'static [&'static str]| {
        html::div()
            .child(html::h3().child(heading))
            .child(list(html::ul(), "", lines.iter().copied()).attr("role", "list"))
    };
    html::div().class("say").child(half(shell.say, words.say)).child(half(shell.dont_say, words.dont).class("dont"))
}

/// A question asked in place before a step that cannot be taken back, with its two answers; `heading` is an empty `h2` or `h3`. Its
/// heading takes focus, so that it is heard; whoever says no finds focus where it was.
pub fn ask_panel(heading: El, title: &str, words: El, yes: El, no: El) -> El {
    request_animation_frame(|| focus("[data-asks] > :first-child"));
    html::div()
        .class("panel")
        .attr("data-asks", "")
        .attr("role", "group")
        .attr("aria-label", title)
        .child(heading.attr("tabindex", "-1").child(title))
        .child(words)
        .child(html::div().class("actions").child(yes).child(no))
}

/// Whom to ring about suicide in the nation of the home, or in each of the four. Follows the case.
pub fn suicide_numbers(language: Language, case: CaseState) -> El {
    let nation = memo(move || case.answers.with(|case| case.context.nation));
    unmarked(html::ul(), "")
        .live(move || language.suicide_numbers(nation.get()).into_iter().map(|line| html::li().child(line)).listed())
}
