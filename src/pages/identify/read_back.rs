//! Three lines read back before any result: the guard against answering the wrong way round.

use super::sentence::{sentence, who};
use crate::app::{Desk, People};
use crate::case::vocabulary::{IndicatorId, Who};
use crate::platform::dom::{El, button, el, p};
use crate::platform::page;
use leptos::prelude::*;

/// The lines: who is afraid, who sets rules, whose life shrank.
const LINES: [IndicatorId; 3] = [IndicatorId::F1, IndicatorId::K1, IndicatorId::L1];

/// What a "yes" was said to. It falls when one of the lines, or what the people are called, changes.
pub type Reading = ([Who; 3], Option<People>);

/// What the lines read now.
pub fn reading_now(desk: Desk) -> Reading {
    (LINES.map(|id| who(desk, id)), desk.people.get())
}

/// The three lines and the question; `confirmed` is what was said yes to.
pub fn read_back(confirmed: RwSignal<Option<Reading>>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let line = |id: IndicatorId, title: &'static str| {
        let read = move || match who(desk, id) {
            Who::NotAsked => words.read_blank.to_owned(),
            Who::NotKnown => words.saying_not_known.to_owned(),
            _ => sentence(desk, id).unwrap_or_default(),
        };
        el("li").text(title).text(" ").child(el("strong").live_text(read))
    };
    let said_yes = move || Some(if confirmed.get() == Some(reading_now(desk)) { "true" } else { "false" });
    let yes = move || confirmed.set(Some(untrack(|| reading_now(desk))));
    let change = move || {
        confirmed.set(None);
        page::focus_question("identify.F1");
    };
    let titles = [words.read_fear, words.read_rules, words.read_life];
    let yes_button = button("button", words.read_yes)
        .attr("data-action", "read-back-yes")
        .live_attr("aria-pressed", said_yes)
        .on_press(yes);
    let no_button = button("button second", words.read_no).attr("data-action", "read-back-no").on_press(change);
    el("div")
        .class("panel")
        .attr("role", "group")
        .attr("aria-label", words.read_title)
        .child(el("h2").text(words.read_title))
        .child(p("", words.read_lead))
        .child(el("ul").children(LINES.into_iter().zip(titles).map(|(id, title)| line(id, title))))
        .child(el("div").class("actions").child(yes_button).child(no_button))
}
