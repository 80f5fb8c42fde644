//! The workshop: what the room works on, and practice, for which the live case is set aside.

use super::practice::{Practice, PracticeState, Purpose};
use super::session::Session;
use super::{CaseState, View};
use leptos::prelude::*;
use std::sync::Arc;
use waymark_case::{Case, Origin, PracticeCase, SetAside, Settings, Step};
use waymark_record::Names;
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;

/// The state of a workshop. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Workshop {
    /// What the room votes on.
    pub session: Session,
    /// What is practised, with the live case set aside.
    pub practice: PracticeState,
}

impl Workshop {
    /// A workshop in which nothing has begun.
    pub fn new() -> Self {
        Self { session: Session::new(), practice: PracticeState::new() }
    }

    /// Sets the live case aside and opens a vignette.
    pub fn enter(&self, case: CaseState, view: View, vignette: Arc<Vignette>, focus: Focus, purpose: Purpose) {
        self.put_live_back(case);
        let mut aside = None;
        case.answers.update(|case| {
            let (profile, settings) = local(case, &vignette.case, purpose);
            aside = Some(SetAside::enter(case, profile, settings));
            // The law a story is set under is given; no story should have to say it.
            case.context.nation = vignette.case.context.nation;
            if purpose == Purpose::Write {
                // What was answered before is there again; it is as much practice as the rest.
                let Case { context, identify, dash, choices, .. } = vignette.case.clone();
                (case.context, case.identify, case.dash, case.choices) = (context, identify, dash, choices);
            }
        });
        case.names.update(Names::wipe);
        let people = case.people.try_update(Option::take).flatten();
        self.practice.done.set(false);
        self.practice.opened.set(false);
        self.practice.ticked.set(0);
        // The places were those of another case.
        view.places.start_afresh();
        self.practice.on.set(aside.map(|aside| Practice { vignette, focus, purpose, aside, people }));
        view.open(match focus {
            Focus::Identify => Step::Identify,
            Focus::Whole => Step::Situation,
            Focus::TenItems | Focus::Judgement | Focus::SayNext => Step::Workshop,
        });
    }

    /// "I am done": shows the feedback, or takes the answers into the vignette that is being written.
    pub fn finish(&self, case: CaseState, view: View) {
        if self.practice.on.with_untracked(|on| on.as_ref().is_some_and(|on| on.purpose == Purpose::Write)) {
            let answers =
                case.answers.with_untracked(|case| PracticeCase::of(case).map(|practice| practice.case().clone()));
            self.practice.own.update(|own| {
                if let (Some(own), Some(answers)) = (own, answers) {
                    own.case = Case { origin: Origin::default(), ..answers };
                }
            });
            return self.leave(case, view);
        }
        self.practice.done.set(true);
        view.open(Step::Workshop);
    }

    /// Leaves practice: the live case is restored as it was.
    pub fn leave(&self, case: CaseState, view: View) {
        self.put_live_back(case);
        view.places.start_afresh();
        view.open(Step::Workshop);
    }

    /// Restores the live case, where one is set aside.
    pub(super) fn put_live_back(&self, case: CaseState) {
        let Some(practice) = self.practice.on.try_update(Option::take).flatten() else { return };
        case.names.update(Names::wipe);
        case.answers.update(|case| practice.aside.leave(case));
        case.people.set(practice.people);
        self.practice.done.set(false);
    }

    /// Empties everything, for the exit. Nothing is rendered again: the page is being left.
    pub(super) fn empty(&self) {
        self.session.empty();
        self.practice.empty();
    }
}

/// The policy and the local values a vignette is read under: the area's, where it has some, as they are what people will
/// work by; for the rest those of the story. Whoever writes a story's answers writes them under its own.
fn local(live: &Case, story: &Case, purpose: Purpose) -> (Option<String>, Settings) {
    let of_story = (story.profile.clone(), story.settings.clone());
    if purpose == Purpose::Write {
        return of_story;
    }
    let settings = if live.settings == Settings::default() { of_story.1 } else { live.settings.clone() };
    (live.profile.clone().or(of_story.0), settings)
}

impl Default for Workshop {
    fn default() -> Self {
        Self::new()
    }
}
