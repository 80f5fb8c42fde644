//! Practice on the desk: a vignette is worked with the real tool while the live case lies aside in memory.

use super::{Desk, People, Step};
use crate::case::Case;
use crate::case::Input;
use crate::case::value::Kind;
use crate::workshop::feedback::Focus;
use crate::workshop::{Origin, PracticeCase, SetAside, Vignette};
use leptos::prelude::*;
use std::sync::Arc;

/// What the answers are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be talked about beside the panel's.
    Learn,
    /// To be the panel's own, of a vignette that is being written.
    Write,
}

/// A vignette that is being worked.
#[derive(Debug)]
pub struct Practice {
    /// Which.
    pub vignette: Arc<Vignette>,
    /// What of it.
    pub focus: Focus,
    /// What the answers are for.
    pub purpose: Purpose,
    aside: SetAside,
    people: Option<People>,
}

/// The signals of practice. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct PracticeRoom {
    /// What is being worked; `None` when the case on the desk is live.
    pub on: RwSignal<Option<Practice>>,
    /// The worker said "I am done": the feedback is shown.
    pub done: RwSignal<bool>,
    /// The sentences ticked in "What do you say next?", a bit each.
    pub ticked: RwSignal<u32>,
    /// A vignette of one's own: opened from a file, or being written.
    pub own: RwSignal<Option<Vignette>>,
}

impl PracticeRoom {
    /// Nothing is being worked.
    pub fn new() -> Self {
        Self { on: RwSignal::new(None), done: RwSignal::new(false), ticked: RwSignal::new(0), own: RwSignal::new(None) }
    }

    /// Empties everything, for the exit. Nothing is drawn again.
    pub fn empty(&self) {
        self.on.update_untracked(|on| *on = None);
        self.own.update_untracked(|own| *own = None);
    }
}

impl Default for PracticeRoom {
    fn default() -> Self {
        Self::new()
    }
}

/// The steps that are practised. In the others something could be handed on as if it were real.
const PRACTISED: [Step; 7] =
    [Step::Situation, Step::Identify, Step::Dash, Step::NextSteps, Step::Workshop, Step::OwnLife, Step::About];

impl Desk {
    /// True while a vignette is being worked. Follows.
    pub fn in_practice(&self) -> bool {
        self.practice.on.with(Option::is_some)
    }

    /// The same, without following.
    pub fn is_in_practice(&self) -> bool {
        self.practice.on.with_untracked(Option::is_some)
    }

    /// True when a step can be opened now. Follows.
    pub fn offers(&self, step: Step) -> bool {
        !self.in_practice() || PRACTISED.contains(&step)
    }

    /// True when this may be typed: in practice nothing is.
    pub fn takes(&self, input: Input) -> bool {
        !self.is_in_practice() || input.kind() != Kind::Text || input == Input::Profile
    }

    /// Sets the live case aside and opens a vignette.
    pub fn enter_practice(&self, vignette: Arc<Vignette>, focus: Focus, purpose: Purpose) {
        self.put_live_back();
        let settings = vignette.case.settings.clone();
        let profile = vignette.case.profile.clone();
        let mut aside = None;
        self.case.update(|case| {
            aside = Some(SetAside::enter(case, profile, settings));
            // The law a story is set under is given; no story should have to say it.
            case.context.nation = vignette.case.context.nation;
            if purpose == Purpose::Write {
                // What was answered before stands there again; it is as much practice as the rest.
                let Case { context, identify, dash, choices, .. } = vignette.case.clone();
                (case.context, case.identify, case.dash, case.choices) = (context, identify, dash, choices);
            }
        });
        let people = self.people.try_update(Option::take).flatten();
        self.practice.done.set(false);
        self.practice.ticked.set(0);
        self.practice.on.set(aside.map(|aside| Practice { vignette, focus, purpose, aside, people }));
        self.go(match focus {
            Focus::Identify => Step::Identify,
            Focus::Whole => Step::Situation,
            Focus::TenItems | Focus::Judgement | Focus::SayNext => Step::Workshop,
        });
    }

    /// "I am done": shows the feedback, or takes the answers into the vignette that is being written.
    pub fn finish_practice(&self) {
        if self.practice.on.with_untracked(|on| on.as_ref().is_some_and(|on| on.purpose == Purpose::Write)) {
            let answers =
                self.case.with_untracked(|case| PracticeCase::of(case).map(|practice| practice.case().clone()));
            self.practice.own.update(|own| {
                if let (Some(own), Some(answers)) = (own, answers) {
                    own.case = Case { origin: Origin::default(), ..answers };
                }
            });
            return self.leave_practice();
        }
        self.practice.done.set(true);
        self.go(Step::Workshop);
    }

    /// Leaves practice: the live case stands on the desk again, as it was.
    pub fn leave_practice(&self) {
        self.put_live_back();
        self.go(Step::Workshop);
    }

    /// Puts the live case back, where one lies aside.
    pub(super) fn put_live_back(&self) {
        let Some(practice) = self.practice.on.try_update(Option::take).flatten() else { return };
        self.case.update(|case| practice.aside.leave(case));
        self.people.set(practice.people);
        self.practice.done.set(false);
    }
}
