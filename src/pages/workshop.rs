//! The workshop: practice with made-up cases, alone or in a room. A live case never comes here.
//!
//! Lives here: the entry page and the choice of a part. Not here: the parts, one file each.

mod begin;
mod board;
mod code;
mod count;
mod guide;
mod own;
pub mod practice;
mod say_next;
mod story;
mod tally;
mod toggle;

use crate::app::{CaseState, Language, Step, View, Workshop, WorkshopPart};
use crate::components::step_root;
use leptos::prelude::*;
use toggle::toggle;
use waymark_view::{El, h1, html, p};

/// The step.
pub fn workshop(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.workshop;
    let live_case = move || html::div().class("caution").attr("role", "status").child(p("", words.live_case));
    if case.is_in_practice() {
        return practice::room(language, case, view, workshop);
    }
    step_root(case, Step::Workshop, "workshop")
        .child(p("band", words.band))
        .child(h1(words.title).class("no-print"))
        .child(p("lead no-print", words.lead))
        .when(move || case.is_begun(), live_case)
        .child(toggle("data-part", words.parts_title, words.parts, workshop.session.part))
        .live(move || {
            let part = workshop.session.part.get();
            vec![untrack(|| draw(language, case, view, workshop, part))]
        })
}

/// What a part shows.
fn draw(language: Language, case: CaseState, view: View, workshop: Workshop, part: WorkshopPart) -> El {
    match part {
        WorkshopPart::Guide => guide::guide(language),
        WorkshopPart::Tally => tally::tally(language, workshop),
        WorkshopPart::Board => board::board(language, case, view, workshop),
        WorkshopPart::Practice => practice::library(language, case, view, workshop),
        WorkshopPart::Own => own::own(language, case, view, workshop),
    }
}
