//! The full screen of a stop: when it replaces the step, when it is put aside, and where the worker was.

use super::{CaseState, Language};
use crate::platform::page::{self, Place};
use crate::platform::{passing, voice};
use leptos::prelude::*;
use waymark_case::Case;
use waymark_case::input::{ChoicePart, Input};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Decision, PathwayId, Vocabulary};
use waymark_content::words::ShellWords;
use waymark_engine::assessment::Stop;
use waymark_view::{RwSignal, effect, memo};

/// The content of the screen of a stop that calls for help.
pub struct Urgent {
    /// What it is called.
    pub title: &'static str,
    /// What to do now.
    pub steps: &'static [&'static str],
    /// That it is done.
    pub done: &'static str,
    /// The same as a value of `data-action`.
    pub action: &'static str,
    /// What is done then, which lifts the stop.
    pub pathway: PathwayId,
    /// What is said aloud.
    pub told: &'static str,
}

/// The screen of a stop that calls for help; `None` for the others.
pub fn urgent(stop: Stop, shell: &ShellWords) -> Option<Urgent> {
    let (title, steps, done, told) = match stop {
        Stop::DangerNow => (shell.danger_title, shell.danger_steps, shell.danger_called, shell.danger_told),
        Stop::EmergencySigns => (shell.signs_title, shell.signs_steps, shell.signs_helped, shell.signs_told),
        Stop::SuicidalNow => (shell.suicidal_title, shell.suicidal_steps, shell.suicidal_helped, shell.suicidal_told),
        Stop::ChildNow => (shell.child_title, shell.child_steps, shell.child_called, shell.child_told),
        Stop::NotPrivate | Stop::PerpetratorAsked => return None,
    };
    let (action, pathway) = match stop {
        Stop::EmergencySigns => ("seen", PathwayId::MedicalCheck),
        Stop::SuicidalNow => ("helped", PathwayId::SuicideAndCrisis),
        Stop::ChildNow => ("protected", PathwayId::ChildProtection),
        _ => ("called", PathwayId::EmergencyCall),
    };
    Some(Urgent { title, steps, done, action, pathway, told })
}

/// The stops that hold and have a screen: all but the one that only holds up the total of the Dash.
fn holding(case: &Case) -> Vec<Stop> {
    waymark_engine::stops(case).into_iter().filter(|stop| *stop != Stop::PerpetratorAsked).listed()
}

/// The stops of this page. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Stops {
    /// The stop that is shown in place of the step.
    pub shown: RwSignal<Option<Stop>>,
    /// The step is hidden behind it.
    pub hides: RwSignal<bool>,
    /// The stops that were put aside: they still hold, and a bar leads back to each.
    pub aside: RwSignal<Vec<Stop>>,
    /// Where the worker was before it.
    place: StoredValue<Option<Place>, LocalStorage>,
    /// The number of the last change: what waits for an older one is dropped.
    change: StoredValue<u32>,
    language: Language,
    case: CaseState,
}

impl Stops {
    /// Follows the case.
    pub fn new(language: Language, case: CaseState) -> Self {
        let stops = Self {
            shown: RwSignal::new(None),
            hides: RwSignal::new(false),
            aside: RwSignal::new(Vec::new()),
            place: StoredValue::new_local(None),
            change: StoredValue::new(0),
            language,
            case,
        };
        let hold = memo(move || case.answers.with(holding));
        effect(move |before: Option<u32>| {
            let (hold, opened) = (hold.get(), case.opened.get());
            // A stop that was put aside in one case is shown again in the next.
            if before.is_some_and(|before| before != opened) {
                stops.aside.set(Vec::new());
            }
            if stops.aside.with_untracked(|aside| aside.iter().any(|stop| !hold.contains(stop))) {
                stops.aside.update(|aside| aside.retain(|stop| hold.contains(stop)));
            }
            stops.turn_to(hold);
            opened
        });
        stops
    }

    /// Shows a stop again that was put aside.
    pub fn open(&self, stop: Stop) {
        if self.aside.with_untracked(|aside| aside.contains(&stop)) {
            self.aside.update(|aside| aside.retain(|other| *other != stop));
            self.show(stop);
        }
    }

    /// Goes on without lifting a stop.
    pub fn put_aside(&self, stop: Stop) {
        self.aside.update(|aside| aside.push(stop));
        self.turn_to(self.case.answers.with_untracked(holding));
    }

    /// Lifts a stop: what it calls for is done. The answer stays.
    pub fn done(&self, pathway: PathwayId) {
        self.case.answer(Input::Choice(pathway, ChoicePart::Decision), Some(Decision::Done.text()));
    }

    /// Shows the first stop that holds and was not put aside.
    fn turn_to(self, hold: Vec<Stop>) {
        let next = hold.into_iter().find(|stop| !self.aside.with_untracked(|aside| aside.contains(stop)));
        let change = self.change.get_value().wrapping_add(1);
        self.change.set_value(change);
        match next {
            None => self.close(),
            Some(stop) if self.shown.get_untracked() == Some(stop) => {}
            Some(stop) if !passing::is_passing() => self.show(stop),
            // Shown once the answer is meant: an arrow key has to pass over it to the next.
            Some(stop) => set_timeout(
                move || {
                    if self.change.get_value() == change {
                        self.show(stop);
                    }
                },
                passing::REST,
            ),
        }
    }

    fn show(&self, stop: Stop) {
        if self.shown.get_untracked().is_none() {
            self.place.set_value(Some(page::place()));
        }
        self.shown.set(Some(stop));
        let shell = &self.language.pages.shell;
        voice::urge(urgent(stop, shell).map_or(shell.not_private_words, |urgent| urgent.told));
        // Somebody who looks on sees the step until it is hidden, so here it is hidden first.
        if stop == Stop::NotPrivate {
            self.hides.set(true);
        }
        // Focus moves before the step is hidden: Orca in Firefox says nothing of a heading that it has come to by itself, when what had
        // focus went.
        let hides = self.hides;
        request_animation_frame(move || {
            page::focus_heading();
            request_animation_frame(move || hides.set(true));
        });
    }

    /// Takes the screen away and gives the worker their place back.
    fn close(self) {
        if self.shown.get_untracked().is_none() {
            return;
        }
        self.shown.set(None);
        self.hides.set(false);
        voice::hush();
        request_animation_frame(move || match self.place.try_update_value(Option::take).flatten() {
            Some(place) if place.is_there() => page::go_back_to(&place),
            _ => page::focus_heading(),
        });
    }
}
