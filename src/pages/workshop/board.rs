//! The facilitator's board, made to be projected: one thing at a time, large, by keyboard.
//!
//! Lives here: what is shown when. Not here: where votes come in (`votes`), what they votes_in to (`results`, `figures`), the
//! page for the room (`one_page`).

mod figures;
mod one_page;
mod reference;
mod results;
mod votes;
mod votes_in;

use super::toggle::toggle;
use crate::app::{CaseState, Language, Slide, View, Workshop};
use crate::platform::page::focus;
use leptos::prelude::*;
use votes_in::VotesIn;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, button, html, is_in_long_text, on_key, p};
use waymark_workshop::codes::Round;

/// The part.
pub fn board(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.workshop_board;
    let room = workshop.session;
    let votes_in = VotesIn::new(workshop);
    let go = move |by: isize| {
        let all = Slide::ALL;
        let next = untrack(|| room.slide.get()).index().saturating_add_signed(by).min(all.len() - 1);
        room.slide.set(all[next]);
        request_animation_frame(|| focus(".board h2"));
    };
    let step = move |class: &'static str, name: &'static str, action: &'static str, by: isize| {
        button(class, name).attr("data-action", action).on_press(move || go(by))
    };
    // Wherever focus is: a press of a remote control counts also after a click beside everything, and while the next
    // thing is still being rendered and nothing has focus.
    on_key(move |event| {
        if is_in_long_text(&event) {
            return;
        }
        let by = match event.key().as_str() {
            "PageDown" => 1,
            "PageUp" => -1,
            _ => return,
        };
        event.prevent_default();
        go(by);
    });
    let second = move || votes_in.counted.with(|counted| counted[Round::Second.index()].people > 0);
    let rounds = move || {
        let shared = &language.later().pages.workshop;
        toggle("data-round", shared.rounds_title, shared.rounds, room.round)
    };
    let of_one_vote = move || !matches!(room.slide.get(), Slide::WhoIsIn | Slide::Compare | Slide::OnePage);
    html::section()
        .class("board")
        .child(toggle("data-slide", words.slides_title, words.slides, room.slide))
        .when(move || second() && of_one_vote(), rounds)
        .live(move || {
            let slide = room.slide.get();
            vec![untrack(|| {
                html::div()
                    .class("slide")
                    .attr("data-shown", slide.text())
                    .children(draw(language, case, view, workshop, votes_in, slide))
            })]
        })
        .child(html::div().class("actions").child(step("button second", words.back, "slide-back", -1)).child(step(
            "button",
            words.forward,
            "slide-next",
            1,
        )))
        .child(p("small muted no-print", words.keys))
}

/// What a slide shows.
fn draw(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    votes_in: VotesIn,
    slide: Slide,
) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    let name = words.slides.get(slide.index()).copied().unwrap_or_default();
    let heading = html::h2().attr("tabindex", "-1").child(words.title).child(" ").child(name);
    if slide == Slide::OnePage {
        return one_page::one_page(language, case, workshop, votes_in, heading.class("no-print"));
    }
    let body = match slide {
        Slide::WhoIsIn => votes::who_is_in(language, view, workshop, votes_in),
        Slide::Items => results::items(language, workshop, votes_in),
        Slide::Totals => results::totals(language, case, workshop, votes_in),
        Slide::Findings => results::findings(language, workshop, votes_in),
        Slide::Agreement => figures::agreement(language, workshop, votes_in),
        Slide::Compare => figures::compare(language, case, workshop, votes_in),
        Slide::Reference | Slide::OnePage => reference::reference(language, workshop, votes_in),
    };
    vec![heading, body]
}
