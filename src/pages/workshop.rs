//! The workshop: practice with made-up cases, alone or in a room. A live case never comes here.
//!
//! Lives here: the entry page and the choice of a part. Not here: the parts, one file each.

mod guide;

use crate::app::{Desk, Part, Step, step_root};
use crate::case::vocabulary::Vocabulary;
use crate::platform::dom::{El, button, el, h1, p};
use leptos::prelude::*;

/// The step.
pub fn workshop() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.workshop;
    step_root(Step::Workshop, "workshop")
        .child(p("band", words.band))
        .child(h1(words.title).class("no-print"))
        .child(p("lead no-print", words.lead))
        .child(choose_part(desk))
        .live(move || {
            let part = desk.room.part.get();
            vec![untrack(|| draw(part))]
        })
}

/// What a part shows.
fn draw(part: Part) -> El {
    match part {
        Part::Guide => guide::guide(),
    }
}

/// The buttons that open the parts.
fn choose_part(desk: Desk) -> El {
    let words = &desk.words.pages.workshop;
    let buttons = Part::ALL.iter().map(|part| {
        button("", words.parts.get(part.index()).copied().unwrap_or_default())
            .attr("data-part", part.text())
            .live_attr("aria-pressed", move || Some(if desk.room.part.get() == *part { "true" } else { "false" }))
            .on_press(move || desk.room.part.set(*part))
    });
    el("div").class("toggle outputs").attr("role", "group").attr("aria-label", words.parts_title).children(buttons)
}
