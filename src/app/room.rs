//! What is on the table in a workshop. None of it is ever a live case, and none of it is kept.

use crate::workshop::board::Tally;
use crate::workshop::codes::{Nonce, Round, VignetteNumber};
use crate::workshop::feedback::Focus;
use leptos::prelude::*;

crate::closed_set! {
    /// A part of the workshop; its text is its `data-part`.
    Part { Guide = "guide", Practice = "practice", Own = "own", Tally = "tally", Board = "board" }
    /// Where the votes come from; its text is its `data-votes`.
    Votes { Hands = "hands", Codes = "codes" }
    /// What the board shows; its text is its `data-slide`.
    Slide {
        WhoIsIn = "who-is-in", Items = "items", Totals = "totals", Findings = "findings", Agreement = "agreement",
        Compare = "compare", Reference = "reference", OnePage = "one-page",
    }
}

/// The signals of a workshop. A copy is a handle to the same room.
#[derive(Clone, Copy)]
pub struct Room {
    /// The part that is open.
    pub part: RwSignal<Part>,
    /// The vignette that is voted on, where it was chosen.
    pub vignette: RwSignal<Option<VignetteNumber>>,
    /// How many people are in the room, where it was said.
    pub people: RwSignal<Option<u16>>,
    /// Where the votes come from.
    pub votes: RwSignal<Votes>,
    /// What is voted on by hand.
    pub focus: RwSignal<Focus>,
    /// The vote that is counted or shown.
    pub round: RwSignal<Round>,
    /// The hands counted in the first and in the second vote.
    pub hands: RwSignal<[Tally; 2]>,
    /// The totals of each vote as they were typed.
    pub totals: RwSignal<[String; 2]>,
    /// The pasted block of codes. It may hold names from a chat, so it is emptied as a case is.
    pub pasted: RwSignal<String>,
    /// Where the line stands, once it was moved.
    pub line: RwSignal<Option<u8>>,
    /// What the board shows.
    pub slide: RwSignal<Slide>,
    /// The story stands beside the pad.
    pub story: RwSignal<bool>,
    /// How many steps of the panel's answers are revealed.
    pub revealed: RwSignal<u8>,
    /// What tells the codes of this participant apart from others, drawn for a vignette and a round.
    pub drawn: RwSignal<Vec<(VignetteNumber, Round, Nonce)>>,
}

impl Room {
    /// A room in which nothing has begun.
    pub fn new() -> Self {
        Self {
            part: RwSignal::new(Part::Guide),
            vignette: RwSignal::new(None),
            people: RwSignal::new(None),
            votes: RwSignal::new(Votes::Hands),
            focus: RwSignal::new(Focus::TenItems),
            round: RwSignal::new(Round::First),
            hands: RwSignal::new(Default::default()),
            totals: RwSignal::new(Default::default()),
            pasted: RwSignal::new(String::new()),
            line: RwSignal::new(None),
            slide: RwSignal::new(Slide::WhoIsIn),
            story: RwSignal::new(false),
            revealed: RwSignal::new(0),
            drawn: RwSignal::new(Vec::new()),
        }
    }

    /// Chooses the vignette that is voted on; its story and the panel's answers stay hidden until they are wanted.
    pub fn choose(&self, vignette: Option<VignetteNumber>) {
        if self.vignette.get_untracked() != vignette {
            self.story.set(false);
            self.revealed.set(0);
            self.vignette.set(vignette);
        }
    }

    /// Takes every vote off the table; what is voted on and how many people there are stays.
    pub fn clear_votes(&self) {
        self.hands.set(Default::default());
        self.totals.set(Default::default());
        self.pasted.set(String::new());
        self.round.set(Round::First);
        self.slide.set(Slide::WhoIsIn);
        self.revealed.set(0);
    }

    /// Starts afresh.
    pub fn clear(&self) {
        self.clear_votes();
        self.part.set(Part::Guide);
        self.choose(None);
        self.drawn.set(Vec::new());
        self.people.set(None);
        self.votes.set(Votes::Hands);
        self.focus.set(Focus::TenItems);
        self.line.set(None);
    }

    /// Empties everything, for the exit. Nothing is drawn again: the page is going.
    pub fn empty(&self) {
        self.hands.update_untracked(|hands| *hands = Default::default());
        self.totals.update_untracked(|totals| *totals = Default::default());
        self.pasted.update_untracked(|pasted| *pasted = String::new());
        self.vignette.update_untracked(|vignette| *vignette = None);
        self.people.update_untracked(|people| *people = None);
        self.drawn.update_untracked(|drawn| *drawn = Vec::new());
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}
