//! What came in: the codes that count and do not, and the counts of both votes.

use crate::app::{Language, Votes, Workshop};
use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, Memo, memo, p};
use waymark_workshop::board::{CountedRound, Pool};
use waymark_workshop::codes::{Round, VignetteNumber};
use waymark_workshop::feedback::Focus;
use waymark_workshop::variance::Story;

/// What came in: the codes that count and do not, and the counts of both votes. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub(super) struct VotesIn {
    pub(super) pool: Memo<Pool>,
    pub(super) counted: Memo<[CountedRound; 2]>,
}

impl VotesIn {
    pub(super) fn new(workshop: Workshop) -> Self {
        let room = workshop.session;
        let pool = memo(move || {
            let wanted = room.vignette.get();
            room.read.with(|pieces| room.kept.with(|kept| Pool::with_kept(kept, pieces, wanted)))
        });
        let counted = memo(move || match room.votes.get() {
            Votes::Hands => {
                let people = room.people.get().map_or(u32::MAX, u32::from);
                room.hands.with(|hands| hands.each_ref().map(|tally| tally.possible(people).counted()))
            }
            Votes::Codes => pool.with(|pool| [&pool.first, &pool.second].map(|votes| CountedRound::of_votes(votes))),
        });
        Self { pool, counted }
    }

    /// The story that was voted on: the one chosen, or else the one that the codes name. Follows.
    pub(super) fn story(self, workshop: Workshop) -> Option<VignetteNumber> {
        let room = workshop.session;
        let of_codes = || (room.votes.get() == Votes::Codes).then(|| self.pool.with(|pool| pool.vignette)).flatten();
        room.vignette.get().or_else(of_codes)
    }

    /// The answers of the vote that is shown, story by story; none from hands, as nobody knows whose they are. Follows.
    pub(super) fn by_story(self, workshop: Workshop) -> Vec<Story> {
        let room = workshop.session;
        match room.votes.get() {
            Votes::Hands => Vec::new(),
            Votes::Codes => {
                let round = room.round.get();
                self.pool.with(|pool| room.kept.with(|kept| pool.by_story(kept, round)))
            }
        }
    }

    /// The counts of one vote. Follows them.
    pub(super) fn round(self, round: Round) -> CountedRound {
        self.counted.with(|counted| counted[round.index()].clone())
    }
}

/// What the results are called: in the focus on judgement they are people's own views. Follows the focus.
pub(super) fn result_names(language: Language, workshop: Workshop) -> &'static [&'static str] {
    let shared = &language.later().pages.workshop;
    if workshop.session.focus.get() == Focus::Judgement { shared.views } else { shared.findings }
}

/// Says that there are too few votes to show anything of; nothing when there are enough.
pub(super) fn too_few(language: Language, counted: &CountedRound) -> Option<El> {
    let words = &language.later().pages.workshop_board;
    match counted.people {
        0 => Some(p("", words.none)),
        1 => Some(p("", words.few)),
        _ if counted.is_hidden() => Some(p("notice", words.hidden_all)),
        _ => None,
    }
}
