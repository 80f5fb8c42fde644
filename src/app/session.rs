//! What is on the table in a workshop. None of it is ever a live case, and none of it is kept.

use leptos::prelude::*;
use waymark_view::RwSignal;
use waymark_workshop::board::Tally;
use waymark_workshop::codes::{Nonce, Round, VignetteNumber, Vote};
use waymark_workshop::feedback::Focus;
use waymark_workshop::paste::Piece;

waymark_case::closed_set! {
    /// A part of the workshop; its text is its `data-part`.
    WorkshopPart { Guide = "guide", Practice = "practice", Own = "own", Tally = "tally", Board = "board" }
    /// Where the votes come from; its text is its `data-votes`.
    Votes { Hands = "hands", Codes = "codes" }
    /// What the board shows; its text is its `data-slide`.
    Slide {
        WhoIsIn = "who-is-in", Items = "items", Totals = "totals", Findings = "findings", Agreement = "agreement",
        Compare = "compare", Reference = "reference", OnePage = "one-page",
    }
}

/// Hands that were counted for a story, and the totals as they were typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// The first and the second vote.
    pub hands: [Tally; 2],
    /// The totals of each.
    pub totals: [String; 2],
}

/// The signals of a workshop. A copy is a handle to the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// The part that is open.
    pub part: RwSignal<WorkshopPart>,
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
    /// What was read of it.
    pub read: RwSignal<Vec<Piece>>,
    /// The votes of boxes that were emptied: only the text goes, as it may hold names.
    pub kept: RwSignal<Vec<Vote>>,
    /// The counts of the stories that are not on the table: a vote belongs to one story, and comes back with it.
    pub elsewhere: RwSignal<Vec<(Option<VignetteNumber>, Counts)>>,
    /// The position of the line, once it was moved.
    pub line: RwSignal<Option<u8>>,
    /// What the board shows.
    pub slide: RwSignal<Slide>,
    /// The story is shown beside the pad.
    pub story: RwSignal<bool>,
    /// How many steps of the panel's answers are revealed, and of which story: another one's stay shut.
    pub revealed: RwSignal<(Option<VignetteNumber>, u8)>,
    /// The story whose opening word is on the board.
    pub word: RwSignal<Option<VignetteNumber>>,
    /// What tells the codes of this participant apart from others, drawn for a vignette and a round.
    pub nonces: RwSignal<Vec<(VignetteNumber, Round, Nonce)>>,
}

impl Session {
    /// A session in which nothing has begun.
    pub fn new() -> Self {
        Self {
            part: RwSignal::new(WorkshopPart::Guide),
            vignette: RwSignal::new(None),
            people: RwSignal::new(None),
            votes: RwSignal::new(Votes::Hands),
            focus: RwSignal::new(Focus::TenItems),
            round: RwSignal::new(Round::First),
            hands: RwSignal::new(Default::default()),
            totals: RwSignal::new(Default::default()),
            pasted: RwSignal::new(String::new()),
            read: RwSignal::new(Vec::new()),
            kept: RwSignal::new(Vec::new()),
            elsewhere: RwSignal::new(Vec::new()),
            line: RwSignal::new(None),
            slide: RwSignal::new(Slide::WhoIsIn),
            story: RwSignal::new(false),
            revealed: RwSignal::new((None, 0)),
            word: RwSignal::new(None),
            nonces: RwSignal::new(Vec::new()),
        }
    }

    /// Chooses the vignette that is voted on; its story and the panel's answers stay hidden until they are wanted. Hands
    /// that were counted for another lie aside, and those of this one are there again.
    pub fn choose(&self, vignette: Option<VignetteNumber>) {
        let before = self.vignette.get_untracked();
        if before == vignette {
            return;
        }
        let now = Counts {
            hands: self.hands.try_update(std::mem::take).unwrap_or_default(),
            totals: self.totals.try_update(std::mem::take).unwrap_or_default(),
        };
        let Counts { hands, totals } = self
            .elsewhere
            .try_update(|elsewhere| {
                if now != Counts::default() {
                    elsewhere.push((before, now));
                }
                let place = elsewhere.iter().position(|(story, _)| *story == vignette);
                place.map(|place| elsewhere.swap_remove(place).1)
            })
            .flatten()
            .unwrap_or_default();
        self.hands.set(hands);
        self.totals.set(totals);
        self.round.set(Round::First);
        self.story.set(false);
        self.vignette.set(vignette);
    }

    /// Takes every vote off the table; what is voted on and how many people there are stays.
    pub fn clear_votes(&self) {
        self.hands.set(Default::default());
        self.totals.set(Default::default());
        self.pasted.set(String::new());
        self.read.set(Vec::new());
        self.kept.set(Vec::new());
        self.elsewhere.set(Vec::new());
        self.round.set(Round::First);
        self.slide.set(Slide::WhoIsIn);
        self.revealed.set((None, 0));
        self.word.set(None);
    }

    /// Starts afresh.
    pub fn clear(&self) {
        self.clear_votes();
        self.part.set(WorkshopPart::Guide);
        self.choose(None);
        self.nonces.set(Vec::new());
        self.people.set(None);
        self.votes.set(Votes::Hands);
        self.focus.set(Focus::TenItems);
        self.line.set(None);
    }

    /// Empties everything, for the exit. Nothing is rendered again: the page is going.
    pub fn empty(&self) {
        self.hands.update_untracked(|hands| *hands = Default::default());
        self.totals.update_untracked(|totals| *totals = Default::default());
        self.pasted.update_untracked(|pasted| *pasted = String::new());
        self.read.update_untracked(|read| *read = Vec::new());
        self.kept.update_untracked(|kept| *kept = Vec::new());
        self.elsewhere.update_untracked(|elsewhere| *elsewhere = Vec::new());
        self.vignette.update_untracked(|vignette| *vignette = None);
        self.people.update_untracked(|people| *people = None);
        self.nonces.update_untracked(|nonces| *nonces = Vec::new());
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
