//! An earlier copy beside today's: opened, compared, handed on like any other sheet, and put away.

use super::check::people;
use crate::app::Desk;
use crate::case::Case;
use crate::components::{open_copy, ways_out};
use crate::engine::assess_with;
use crate::platform::dom::{El, button, details, el, p};
use crate::record::compare;
use leptos::prelude::*;

/// Where an earlier copy is opened, folded; once one is open, what has changed.
pub fn earlier_copy() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.compare;
    let there = move || desk.earlier.with(Option::is_some);
    let ask = details("help no-print", words.open_title)
        .attr("data-part", "earlier-copy")
        .child(p("", words.open_lead))
        .child(open_copy(move |case| desk.earlier.set(Some(case))));
    el("div").child(ask).when_all(there, move || changes(desk))
}

fn changes(desk: Desk) -> Vec<El> {
    let words = &desk.words.pages.compare;
    let documents = Memo::new(move |_| {
        let people = people(desk);
        let compared = |earlier: &Case| {
            let then = desk.profiles.with(|profiles| assess_with(earlier, profiles));
            desk.case
                .with(|case| desk.assessment.with(|now| compare((earlier, &then), (case, now), desk.words, &people)))
        };
        desk.earlier.with(|earlier| earlier.iter().map(compared).collect::<Vec<_>>())
    });
    let put_away = button("button second", words.put_away)
        .attr("data-action", "put-away")
        .on_press(move || desk.earlier.set(None));
    let told = el("div")
        .class("no-print")
        .child(el("h2").text(words.title))
        .child(el("p").attr("role", "status").text(words.shown))
        .child(el("div").class("actions").child(put_away));
    let [hand_on, sheets] = ways_out(documents);
    vec![told, hand_on, sheets]
}
