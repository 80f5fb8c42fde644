//! Three lines read back before any result: the guard against answering the wrong way round.

use super::sentence::{sentence, who};
use crate::app::{Desk, People};
use crate::case::vocabulary::{IndicatorId, Who};
use crate::platform;
use leptos::prelude::*;

/// The lines: who is afraid, who sets rules, whose life shrank.
const LINES: [IndicatorId; 3] = [IndicatorId::F1, IndicatorId::K1, IndicatorId::L1];

/// What a "yes" was said to. It falls when one of the lines, or what the people are called, changes.
pub type Reading = ([Who; 3], Option<People>);

/// What the lines read now.
pub fn reading_now(desk: Desk) -> Reading {
    (LINES.map(|id| who(desk, id)), desk.people.get())
}

/// The three lines and the question.
#[component]
pub fn ReadBack(
    /// What was said yes to.
    confirmed: RwSignal<Option<Reading>>,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let line = move |id: IndicatorId, title: &'static str| {
        let read = move || match who(desk, id) {
            Who::NotAsked => words.read_blank.to_owned(),
            Who::NotKnown => words.saying_not_known.to_owned(),
            _ => sentence(desk, id).unwrap_or_default(),
        };
        view! { <li>{title}" "<strong>{read}</strong></li> }
    };
    let yes = move || (confirmed.get() == Some(reading_now(desk))).to_string();
    let change = move |_| {
        confirmed.set(None);
        platform::page::focus_question("identify.F1");
    };
    view! {
        <div class="panel" role="group" aria-label=words.read_title>
            <h2>{words.read_title}</h2>
            <p>{words.read_lead}</p>
            <ul>
                {line(IndicatorId::F1, words.read_fear)}
                {line(IndicatorId::K1, words.read_rules)}
                {line(IndicatorId::L1, words.read_life)}
            </ul>
            <div class="actions">
                <button type="button" class="button" data-action="read-back-yes" aria-pressed=yes
                    on:click=move |_| confirmed.set(Some(reading_now(desk)))>{words.read_yes}</button>
                <button type="button" class="button second" data-action="read-back-no" on:click=change>{words.read_no}</button>
            </div>
        </div>
    }
}
