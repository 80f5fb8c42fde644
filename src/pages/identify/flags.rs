//! How the answers were come by, what else could explain it, and setting joint answers aside.

use super::flag;
use crate::app::{Desk, Layout};
use crate::case::vocabulary::{Flag, IndicatorId, Source};
use crate::case::{IndicatorAnswer, Input};
use crate::components::{question, question_about};
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, p};
use leptos::prelude::*;

/// Whom the service sees, and what stands against the answers.
pub fn how_known() -> [El; 4] {
    [question(Input::NoContactWith), flag(Flag::BothSeenAlone), flag(Flag::OneIncident), flag(Flag::FormalConflict)]
}

/// True when it is asked whether the person whom the answers show as harmed was heard alone: once they name one and were
/// read back (`shown`). Follows the case.
pub fn asks_heard_alone(desk: Desk, shown: Memo<bool>) -> bool {
    desk.layout.get() == Layout::Whole
        || (shown.get() && desk.assessment.with(|it| it.identify.person.is_some()))
        || desk.answered(Input::Flag(Flag::HarmedVoice))
}

/// Whether the person whom the answers show as harmed was heard alone.
pub fn heard_alone(desk: Desk) -> El {
    question_about(Input::Flag(Flag::HarmedVoice), move || desk.assessment.with(|it| it.identify.person))
}

/// A third person, health, or no link between the two.
pub fn something_else() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let inputs = [Input::Flag(Flag::OtherController), Input::Health, Input::Flag(Flag::OutOfScope)];
    let answered = move || inputs.iter().any(|input| desk.answered(*input));
    details("fold", words.other_title)
        .live_flag("open", move || desk.layout.get() == Layout::Whole || untrack(answered))
        .child(flag(Flag::OtherController))
        .child(question(Input::Health))
        .child(el("div").class("caution").child(p("", words.health_warning)))
        .child(flag(Flag::OutOfScope))
}

/// True when an answer says something, rests only on what the two said, and is not marked yet.
fn only_theirs(answer: &IndicatorAnswer) -> bool {
    let independent = [Source::Observed, Source::Agency, Source::ThirdParty];
    answer.says_something()
        && !answer.tainted
        && !answer.sources.is_empty()
        && !independent.iter().any(|source| answer.sources.has(*source))
}

/// One button that marks every answer that rests only on what they said, and its undo.
pub fn discard() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let marked = RwSignal::new(None::<Vec<IndicatorId>>);
    let mark = move |ids: &[IndicatorId], tainted: bool| {
        desk.change(|case| {
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
        let ids: Vec<IndicatorId> = desk.case.with_untracked(|case| {
            let answers = case.identify.answers.as_ref();
            answers.into_iter().flat_map(|all| all.iter()).filter(|(_, it)| only_theirs(it)).map(|(id, _)| id).collect()
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
    let can_undo = move || marked.with(|ids| ids.as_ref().is_some_and(|ids| !ids.is_empty()));
    let undo_button =
        move || button("button quiet", words.discard_undo).attr("data-action", "undo-discard").on_press(undo);
    let actions = el("div")
        .class("actions")
        .child(button("button second", words.discard).attr("data-action", "discard-joint").on_press(discard))
        .when(can_undo, undo_button);
    el("div")
        .class("card")
        .child(el("h3").text(words.discard_title))
        .child(p("", words.discard_lead))
        .child(actions)
        .child(p("hint", words.discard_more))
        .child(el("p").attr("role", "status").live_text(said))
}
