//! How the answers were come by, what else could explain it, and setting joint answers aside.

use super::flag;
use crate::app::{Desk, Layout};
use crate::case::vocabulary::{Flag, IndicatorId, Source};
use crate::case::{IndicatorAnswer, Input};
use crate::components::Question;
use crate::content::words::fill;
use leptos::prelude::*;

/// Whom the service sees, and what stands against the answers.
#[component]
pub fn HowKnown() -> impl IntoView {
    view! {
        <Question input=Input::NoContactWith/>
        {flag(Flag::BothSeenAlone)}
        {flag(Flag::OneIncident)}
        {flag(Flag::FormalConflict)}
    }
}

/// Whether the person whom the answers show as harmed was heard alone: asked once they name one and were read back.
#[component]
pub fn HeardAlone(
    /// Whether the answers were read back.
    shown: Memo<bool>,
) -> impl IntoView {
    let desk = Desk::here();
    let person = Signal::derive(move || desk.assessment.with(|it| it.identify.person));
    let asked = Memo::new(move |_| {
        desk.layout.get() == Layout::Whole
            || (shown.get() && person.get().is_some())
            || desk.answered(Input::Flag(Flag::HarmedVoice))
    });
    view! {
        <Show when=move || asked.get()><Question input=Input::Flag(Flag::HarmedVoice) about=person/></Show>
    }
}

/// A third person, health, or no link between the two.
#[component]
pub fn SomethingElse() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let inputs = [Input::Flag(Flag::OtherController), Input::Health, Input::Flag(Flag::OutOfScope)];
    let answered = move || inputs.iter().any(|input| desk.answered(*input));
    let open = move || desk.layout.get() == Layout::Whole || untrack(answered);
    view! {
        <details class="fold" open=open>
            <summary>{words.other_title}</summary>
            {flag(Flag::OtherController)}
            <Question input=Input::Health/>
            <div class="caution"><p>{words.health_warning}</p></div>
            {flag(Flag::OutOfScope)}
        </details>
    }
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
#[component]
pub fn Discard() -> impl IntoView {
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
    let discard = move |_| {
        let ids: Vec<IndicatorId> = desk.case.with_untracked(|case| {
            let answers = case.identify.answers.as_ref();
            answers.into_iter().flat_map(|all| all.iter()).filter(|(_, it)| only_theirs(it)).map(|(id, _)| id).collect()
        });
        mark(&ids, true);
        marked.set(Some(ids));
    };
    let undo = move |_| {
        if let Some(ids) = marked.get_untracked() {
            mark(&ids, false);
        }
        marked.set(None);
    };
    let said = move || match marked.get()?.len() {
        0 => Some(words.discard_none.to_owned()),
        1 => Some(words.discard_one.to_owned()),
        n => Some(fill(words.discard_done, &[("n", &n.to_string())])),
    };
    let can_undo = move || marked.with(|ids| ids.as_ref().is_some_and(|ids| !ids.is_empty()));
    view! {
        <div class="card">
            <h3>{words.discard_title}</h3>
            <p>{words.discard_lead}</p>
            <div class="actions">
                <button type="button" class="button second" data-action="discard-joint" on:click=discard>{words.discard}</button>
                <Show when=can_undo>
                    <button type="button" class="button quiet" data-action="undo-discard" on:click=undo>{words.discard_undo}</button>
                </Show>
            </div>
            <p class="hint">{words.discard_more}</p>
            <p role="status">{said}</p>
        </div>
    }
}
