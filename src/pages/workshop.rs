//! The workshop: practice with made-up cases, alone or in a room. A live case never comes here.
//!
//! Lives here: the entry page and the choice of a part. Not here: the parts, one file each.

mod board;
mod code;
mod count;
mod guide;
mod own;
pub mod practice;
mod story;
mod tally;

use crate::app::{Desk, Part, Step, step_root};
use crate::case::vocabulary::Vocabulary;
use crate::platform::dom::{El, button, el, h1, p};
use leptos::prelude::*;

/// The step.
pub fn workshop() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.workshop;
    let live_case = move || el("div").class("caution").attr("role", "status").child(p("", words.live_case));
    if desk.is_in_practice() {
        return practice::room();
    }
    step_root(Step::Workshop, "workshop")
        .child(p("band", words.band))
        .child(h1(words.title).class("no-print"))
        .child(p("lead no-print", words.lead))
        .when(move || desk.holds_case(), live_case)
        .child(toggle("data-part", words.parts_title, words.parts, desk.room.part))
        .live(move || {
            let part = desk.room.part.get();
            vec![untrack(|| draw(part))]
        })
}

/// What a part shows.
fn draw(part: Part) -> El {
    match part {
        Part::Guide => guide::guide(),
        Part::Tally => tally::tally(),
        Part::Board => board::board(),
        Part::Practice => practice::library(),
        Part::Own => own::own(),
    }
}

/// Joined buttons that choose one of a set; `attribute` holds the text of each.
fn toggle<V: Vocabulary + Send + Sync>(
    attribute: &'static str,
    title: &'static str,
    names: &'static [&'static str],
    chosen: RwSignal<V>,
) -> El {
    let one = |value: &V| {
        let value = *value;
        button("", names.get(value.index()).copied().unwrap_or_default())
            .attr(attribute, value.text())
            .live_attr("aria-pressed", move || Some(if chosen.get() == value { "true" } else { "false" }))
            .on_press(move || chosen.set(value))
    };
    el("div").class("toggle outputs").attr("role", "group").attr("aria-label", title).children(V::ALL.iter().map(one))
}
