//! Three lines read back before any result: the guard against answering the wrong way round.

use super::sentence::{sentence, who};
use crate::app::{CaseState, Language, View};
use crate::platform::page;
use leptos::prelude::*;
use waymark_case::vocabulary::{IndicatorId, Vocabulary, Who};
use waymark_view::{El, button, html, p};

/// The lines: who is afraid, who sets rules, whose life shrank.
const LINES: [IndicatorId; 3] = [IndicatorId::F1, IndicatorId::K1, IndicatorId::L1];

/// The question that the first line reads back.
pub const FIRST: IndicatorId = LINES[0];

/// What a line reads now. Follows the case.
fn line(language: Language, case: CaseState, id: IndicatorId) -> String {
    let words = &language.steps().pages.identify;
    match who(case, id) {
        Who::NotAsked => words.read_blank.to_owned(),
        Who::NotKnown => words.saying_not_known.to_owned(),
        _ => sentence(language, case, id).unwrap_or_default(),
    }
}

/// What the lines read now. Follows the case, and what the people are called.
fn reading_now(language: Language, case: CaseState) -> Vec<String> {
    LINES.map(|id| line(language, case, id)).into()
}

/// True while the lines read as they did when yes was said to them. Follows both.
pub fn is_confirmed(language: Language, case: CaseState, view: View) -> bool {
    let now = reading_now(language, case);
    view.places.read_back.with(|read| *read == now)
}

/// The three lines.
pub fn lines(language: Language, case: CaseState) -> El {
    let words = &language.steps().pages.identify;
    let titles = [words.read_fear, words.read_rules, words.read_life];
    let row =
        |(id, title)| html::li().child(title).child(" ").child(html::strong().child(move || line(language, case, id)));
    html::ul().children(LINES.into_iter().zip(titles).map(row))
}

/// The two answers; what was read back is kept or forgotten, then `yes` or `no` runs.
pub fn answers(
    language: Language,
    case: CaseState,
    view: View,
    yes: impl Fn() + 'static,
    no: impl Fn() + 'static,
) -> El {
    let words = &language.steps().pages.identify;
    let read = view.places.read_back;
    let said_yes = move || Some(if is_confirmed(language, case, view) { "true" } else { "false" });
    let yes_button = button("button", words.read_yes)
        .attr("data-action", "read-back-yes")
        .attr("aria-pressed", said_yes)
        .on_press(move || {
            read.set(untrack(|| reading_now(language, case)));
            yes();
        });
    let no_button = button("button second", words.read_no).attr("data-action", "read-back-no").on_press(move || {
        read.set(Vec::new());
        no();
    });
    html::div().class("actions").child(yes_button).child(no_button)
}

/// The three lines and the question, as a part of a page.
pub fn read_back(language: Language, case: CaseState, view: View) -> El {
    let words = &language.steps().pages.identify;
    let change = || page::focus_question(&["identify.", FIRST.text()].concat());
    html::div()
        .class("panel")
        .attr("role", "group")
        .attr("aria-label", words.read_title)
        .child(html::h2().child(words.read_title))
        .child(p("", words.read_lead))
        .child(lines(language, case))
        .child(answers(language, case, view, || {}, change))
}
