//! How the answers were obtained, what else could explain it, and setting joint answers aside.

use crate::app::{CaseState, Language};
use crate::components::{question, question_about};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Flag, IndicatorId};
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, html, p};

/// Whom the service sees, and what speaks against the answers.
pub fn how_known(language: Language, case: CaseState) -> [El; 4] {
    [
        question(language, case, Input::NoContactWith),
        flag(language, case, Flag::BothSeenAlone),
        flag(language, case, Flag::OneIncident),
        flag(language, case, Flag::FormalConflict),
    ]
}

/// Whether the person whom the answers show as harmed was heard alone.
pub fn heard_alone(language: Language, case: CaseState) -> El {
    question_about(language, case, Input::Flag(Flag::HarmedVoice), move || {
        case.assessment.with(|it| it.identify.person)
    })
}

/// A third person, health, or no link between the two.
pub fn something_else(language: Language, case: CaseState) -> [El; 4] {
    [
        flag(language, case, Flag::OtherController),
        question(language, case, Input::Health),
        html::div().class("caution").child(p("", language.steps().pages.identify.health_warning)),
        flag(language, case, Flag::OutOfScope),
    ]
}

/// One button that marks every answer that rests only on what they said, and its undo.
pub fn discard(language: Language, case: CaseState) -> [El; 4] {
    let words = &language.steps().pages.identify;
    let marked = RwSignal::new(None::<Vec<IndicatorId>>);
    let mark = move |ids: &[IndicatorId], tainted: bool| {
        case.change(|case| {
            for id in ids {
                if let Some(answers) = &mut case.identify.answers
                    && answers.get(*id).is_some()
                {
                    answers.entry(*id).tainted = tainted;
                }
            }
        });
    };
    let discard = move || {
        let ids: Vec<IndicatorId> = case.answers.with_untracked(|case| {
            let answers = case.identify.answers.as_ref();
            answers
                .into_iter()
                .flat_map(|all| all.iter())
                .filter(|(_, it)| it.is_only_theirs())
                .map(|(id, _)| id)
                .listed()
        });
        mark(&ids, true);
        marked.set(Some(ids));
    };
    let undo = move || {
        if let Some(ids) = marked.get_untracked() {
            mark(&ids, false);
        }
        marked.set(None);
    };
    let said = move || match marked.with(|ids| ids.as_ref().map(Vec::len)) {
        None => String::new(),
        Some(0) => words.discard_none.to_owned(),
        Some(1) => words.discard_one.to_owned(),
        Some(n) => fill(words.discard_done, &[("n", &n.to_string())]),
    };
    voice::follow(said);
    let can_undo = move || marked.with(|ids| ids.as_ref().is_some_and(|ids| !ids.is_empty()));
    let undo_button =
        move || button("button quiet", words.discard_undo).attr("data-action", "undo-discard").on_press(undo);
    let actions = html::div()
        .class("actions")
        .child(button("button second", words.discard).attr("data-action", "discard-joint").on_press(discard))
        .when(can_undo, undo_button);
    [p("", words.discard_lead), actions, p("hint", words.discard_more), html::p().child(said)]
}

/// A flag as a question.
fn flag(language: Language, case: CaseState, flag: Flag) -> El {
    question(language, case, Input::Flag(flag))
}
