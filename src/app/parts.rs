//! The program comes in parts, in the order of need: first what the first screen, Tonight and a stop need, then the steps of a
//! case, then all else. A part is reached through what it can do, a table of functions that is there once it has come.

use super::engine::Engine;
use super::{AreaState, CaseState, Cite, Desk, Display, Language, Step, Stops, View, Workshop};
use crate::platform::parts;
use js_sys::futures::spawn_local;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use waymark_content::Part;
use waymark_view::{El, RwSignal};

/// Renders a step.
pub type Page = fn(Desk, Display) -> El;

/// What the steps of a case, and all that is shown beside them, can do.
pub struct Steps {
    /// What works out what follows from a case.
    pub engine: &'static Engine,
    /// The page of the case.
    pub case: Page,
    /// The situation.
    pub situation: Page,
    /// Who is doing what to whom.
    pub identify: Page,
    /// The Dash.
    pub dash: Page,
    /// Next steps.
    pub next_steps: Page,
    /// About one's own life.
    pub own_life: Page,
    /// What Tonight comes to.
    pub tonight_result: fn(Language, CaseState, View) -> El,
    /// What to do now, at the foot of a phone.
    pub now_bar: fn(Language, CaseState, View, Stops) -> El,
}

/// What all the other steps can do, and what belongs to settings, practice and saved copies.
pub struct Later {
    /// The record.
    pub record: Page,
    /// The service check.
    pub service_check: Page,
    /// The workshop.
    pub workshop: Page,
    /// The settings.
    pub settings: Page,
    /// The policy.
    pub policy: Page,
    /// About the tool.
    pub about: Page,
    /// In the place of a step that is not open in practice.
    pub not_here: fn(Language, CaseState, View, Step) -> El,
    /// What the policy says about a step.
    pub policy_here: fn(Language, CaseState, Step) -> El,
    /// Asks whether settings that came from outside are to be used.
    pub ask: fn(Language, CaseState, AreaState, Workshop) -> El,
    /// One line on the settings in use.
    pub area_notice: fn(Language, AreaState, View) -> El,
    /// Above every step in practice.
    pub band: fn(Language, CaseState, View, Workshop) -> El,
    /// Opens a saved copy in place of the case.
    pub open_copy: fn(Desk) -> El,
    /// Gives a rule or source by the document and the page.
    pub cite: Cite,
    /// Listens for settings that come with the page or with a link.
    pub listen_for_settings: fn(AreaState),
}

/// Where a part is.
pub enum Arrival<T: 'static> {
    /// On its way.
    Awaited,
    /// Here.
    There(&'static T),
    /// The page broke off before it.
    Missing,
}

impl<T> Clone for Arrival<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Arrival<T> {}

/// What calls up a part whose code is there.
pub type Loader<T> = fn() -> Pin<Box<dyn Future<Output = &'static T>>>;

/// What calls up each part.
#[derive(Clone, Copy)]
pub struct Loaders {
    /// [`Steps`].
    pub steps: Loader<Steps>,
    /// [`Later`].
    pub later: Loader<Later>,
}

/// The parts of the program, each as far as it has come. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Parts {
    steps: RwSignal<Arrival<Steps>>,
    later: RwSignal<Arrival<Later>>,
}

impl Parts {
    /// Parts that are on their way.
    pub fn new() -> Self {
        Self { steps: RwSignal::new(Arrival::Awaited), later: RwSignal::new(Arrival::Awaited) }
    }

    /// Parts of a page that broke off after the first.
    #[cfg(feature = "gallery")]
    pub fn missing() -> Self {
        Self { steps: RwSignal::new(Arrival::Missing), later: RwSignal::new(Arrival::Missing) }
    }

    /// Takes up each part when it has come. The engine is there before what reads what it works out.
    pub fn load(self, loaders: Loaders, case: CaseState) {
        take_up(Part::Steps, self.steps, loaders.steps, move |steps| case.take_engine(steps.engine));
        take_up(Part::Later, self.later, loaders.later, move |later| case.cite.set(Some(later.cite)));
    }

    /// The steps of a case, once they are there. Follows.
    pub fn steps(self) -> Option<&'static Steps> {
        there(self.steps.get())
    }

    /// All else, once it is there. Follows.
    pub fn later(self) -> Option<&'static Later> {
        there(self.later.get())
    }

    /// What renders a step of a later part, once it is there. Follows that part.
    pub fn page(self, step: Step) -> Option<Page> {
        let of_steps = |page: fn(&Steps) -> Page| self.steps().map(page);
        let of_later = |page: fn(&Later) -> Page| self.later().map(page);
        match step {
            Step::Start | Step::Tonight => None,
            Step::Case => of_steps(|steps| steps.case),
            Step::Situation => of_steps(|steps| steps.situation),
            Step::Identify => of_steps(|steps| steps.identify),
            Step::Dash => of_steps(|steps| steps.dash),
            Step::NextSteps => of_steps(|steps| steps.next_steps),
            Step::OwnLife => of_steps(|steps| steps.own_life),
            Step::Record => of_later(|later| later.record),
            Step::ServiceCheck => of_later(|later| later.service_check),
            Step::Workshop => of_later(|later| later.workshop),
            Step::Settings => of_later(|later| later.settings),
            Step::Policy => of_later(|later| later.policy),
            Step::About => of_later(|later| later.about),
        }
    }

    /// True when the page broke off: what has not come will not come. Follows.
    pub fn broke_off(self) -> bool {
        matches!(self.steps.get(), Arrival::Missing) || matches!(self.later.get(), Arrival::Missing)
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}

fn there<T>(arrival: Arrival<T>) -> Option<&'static T> {
    match arrival {
        Arrival::There(part) => Some(part),
        Arrival::Awaited | Arrival::Missing => None,
    }
}

/// Waits for the code and the words of a part, then calls it up.
fn take_up<T: Send + Sync + 'static>(
    part: Part,
    arrival: RwSignal<Arrival<T>>,
    load: Loader<T>,
    before: impl FnOnce(&T) + 'static,
) {
    spawn_local(async move {
        let come = parts::come(part).await;
        arrival.set(if come {
            let there = load().await;
            before(there);
            Arrival::There(there)
        } else {
            Arrival::Missing
        });
    });
}
