//! What makes a practice case, and what it alone may become.
//!
//! A case carries where it comes from. Every case is live, also one read from a file, but the empty one that
//! [`SetAside::enter`] puts on the desk. What turns answers into a code takes a [`PracticeCase`], and there is no other
//! way to one: a live case cannot become practice, and so cannot become a code.

use crate::vocabulary::{IndicatorId, Vocabulary};
use crate::{Case, Record, Settings};
use std::mem;

/// Where a case comes from. Never in JSON: what is read from a file is live.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    practice: bool,
}

/// A live case, kept in memory while practice is on the desk.
#[derive(Debug)]
pub struct SetAside(Case);

impl SetAside {
    /// Sets the case aside and puts an empty practice case in its place, with the policy and the local values under
    /// which the vignette is to be read.
    pub fn enter(on_desk: &mut Case, profile: Option<String>, settings: Settings) -> Self {
        let practice = Case { profile, settings, origin: Origin { practice: true }, ..Case::default() };
        Self(mem::replace(on_desk, practice))
    }

    /// Puts the live case back. The practice case is let go of.
    pub fn leave(self, on_desk: &mut Case) {
        *on_desk = self.0;
    }
}

/// A case that was begun as practice.
#[derive(Clone, Copy, Debug)]
pub struct PracticeCase<'a>(&'a Case);

impl<'a> PracticeCase<'a> {
    /// The case as a practice case; `None` for a live one.
    pub fn of(case: &'a Case) -> Option<Self> {
        case.origin.practice.then_some(Self(case))
    }

    /// The answers.
    pub fn case(self) -> &'a Case {
        self.0
    }
}

/// Empties every text that somebody could have typed into a case. No result changes by it.
pub fn forget_what_was_typed(case: &mut Case) {
    case.notes.clear();
    case.record = Record::default();
    case.dash.sources = Default::default();
    case.dash.notes = Default::default();
    (case.dash.judgement_reason, case.dash.done_on) = (None, None);
    case.identify.judgement.reason = None;
    for choice in &mut case.choices {
        (choice.by, choice.due, choice.done_on, choice.reason) = (None, None, None, None);
        choice.decided_on = None;
    }
    let Some(answers) = &mut case.identify.answers else { return };
    for id in IndicatorId::ALL {
        if answers.get(*id).is_some() {
            let answer = answers.entry(*id);
            (answer.note, answer.when) = (None, None);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;
    use crate::Input;

    fn answered() -> Case {
        let mut case = Case::default();
        let input = Input::parse("dash.15").expect("an input");
        case.put(input, Some("yes")).expect("a value it can hold");
        case
    }

    #[test]
    fn a_live_case_is_never_practice() {
        assert!(PracticeCase::of(&Case::default()).is_none());
        assert!(PracticeCase::of(&answered()).is_none());
    }

    #[test]
    fn entering_gives_an_empty_practice_case_and_leaving_gives_the_live_one_back() {
        let live = answered();
        let mut on_desk = live.clone();
        let aside = SetAside::enter(&mut on_desk, None, Settings::default());
        assert!(PracticeCase::of(&on_desk).is_some());
        assert!(on_desk.dash.answers.is_empty(), "nothing of the live case is in the practice case");
        on_desk.dash = answered().dash;
        aside.leave(&mut on_desk);
        assert_eq!(on_desk, live);
        assert!(PracticeCase::of(&on_desk).is_none());
    }

    #[test]
    fn what_is_written_and_read_again_is_live() {
        let mut on_desk = answered();
        let _aside = SetAside::enter(&mut on_desk, None, Settings::default());
        let json = serde_json::to_vec(&on_desk).expect("a case is JSON");
        assert!(PracticeCase::of(&Case::from_json(&json).expect("and reads as one")).is_none());
        assert!(Case::from_json(br#"{"format":"waymark-case/1","origin":{"practice":true}}"#).is_err());
    }

    #[test]
    fn a_case_put_on_the_desk_meanwhile_is_live() {
        let mut on_desk = Case::default();
        let _aside = SetAside::enter(&mut on_desk, None, Settings::default());
        on_desk = answered();
        assert!(PracticeCase::of(&on_desk).is_none());
    }
}
