//! The facilitator's board, made to be projected: one thing at a time, large, by keyboard.
//!
//! Lives here: what is shown when. Not here: where votes come in (`votes`), what they came to (`results`, `figures`), the
//! page for the room (`one_page`).

mod figures;
mod one_page;
mod reference;
mod results;
mod votes;

use super::toggle;
use crate::app::{Desk, Slide, Votes};
use crate::case::vocabulary::Vocabulary;
use crate::platform::dom::{El, button, el, is_in_long_text, key, on_key, p};
use crate::platform::page::focus;
use crate::workshop::board::{Counted, Pool};
use crate::workshop::codes::Round;
use crate::workshop::paste::read_block;
use leptos::prelude::*;

/// What came in: the codes that count and do not, and the counts of both votes. A copy is a handle to the same.
#[derive(Clone, Copy)]
struct Came {
    pool: Memo<Pool>,
    counted: Memo<[Counted; 2]>,
}

impl Came {
    fn new(desk: Desk) -> Self {
        let room = desk.room;
        let pieces = Memo::new(move |_| room.pasted.with(|block| read_block(block)));
        let pool = Memo::new(move |_| pieces.with(|pieces| Pool::of(pieces, room.vignette.get())));
        let counted = Memo::new(move |_| match room.votes.get() {
            Votes::Hands => room.hands.with(|hands| hands.each_ref().map(|tally| tally.counted())),
            Votes::Codes => pool.with(|pool| [&pool.first, &pool.second].map(|votes| Counted::of_votes(votes))),
        });
        Self { pool, counted }
    }

    /// The counts of one vote. Follows them.
    fn round(self, round: Round) -> Counted {
        self.counted.with(|counted| counted[round.index()].clone())
    }
}

/// The part.
pub fn board() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.workshop_board;
    let room = desk.room;
    let came = Came::new(desk);
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
    // thing is still being drawn and nothing has focus.
    on_key(move |event| {
        if is_in_long_text(event) {
            return;
        }
        let by = match key(event).as_str() {
            "PageDown" => 1,
            "PageUp" => -1,
            _ => return,
        };
        event.prevent_default();
        go(by);
    });
    let second = move || came.counted.with(|counted| counted[Round::Second.index()].people > 0);
    let rounds = move || {
        let shared = &desk.words.pages.workshop;
        toggle("data-round", shared.rounds_title, shared.rounds, room.round)
    };
    let of_one_vote = move || !matches!(room.slide.get(), Slide::WhoIsIn | Slide::Compare | Slide::OnePage);
    el("section")
        .class("board")
        .child(toggle("data-slide", words.slides_title, words.slides, room.slide))
        .when(move || second() && of_one_vote(), rounds)
        .live(move || {
            let slide = room.slide.get();
            vec![untrack(|| {
                el("div").class("slide").attr("data-shown", slide.text()).children(draw(desk, came, slide))
            })]
        })
        .child(el("div").class("actions").child(step("button second", words.back, "slide-back", -1)).child(step(
            "button",
            words.forward,
            "slide-next",
            1,
        )))
        .child(p("small muted no-print", words.keys))
}

/// What a slide shows.
fn draw(desk: Desk, came: Came, slide: Slide) -> Vec<El> {
    let words = &desk.words.pages.workshop_board;
    let name = words.slides.get(slide.index()).copied().unwrap_or_default();
    let heading = el("h2").attr("tabindex", "-1").text(words.title).text(" ").text(name);
    if slide == Slide::OnePage {
        return one_page::one_page(desk, came, heading.class("no-print"));
    }
    let body = match slide {
        Slide::WhoIsIn => votes::who_is_in(desk, came),
        Slide::Items => results::items(desk, came),
        Slide::Totals => results::totals(desk, came),
        Slide::Findings => results::findings(desk, came),
        Slide::Agreement => figures::agreement(desk, came),
        Slide::Compare => figures::compare(desk, came),
        Slide::Reference | Slide::OnePage => reference::reference(desk, came),
    };
    vec![heading, body]
}

/// Says that there are too few votes to show anything of; nothing when there are enough.
fn too_few(desk: Desk, counted: &Counted) -> Option<El> {
    let words = &desk.words.pages.workshop_board;
    match counted.people {
        0 => Some(p("", words.none)),
        1 => Some(p("", words.few)),
        _ => None,
    }
}
