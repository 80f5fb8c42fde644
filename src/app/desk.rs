//! The state of the page, in its parts. Only the shell and what outlives every step know it whole; a page takes the parts
//! it names.

use super::engine::EngineSignal;
use super::session::WorkshopPart;
use super::{AreaState, CaseState, Language, View, Workshop};
use leptos::prelude::*;
use waymark_area::service_check::ServiceCheck;
use waymark_case::{Case, Step};
use waymark_record::{Names, Output};
use waymark_view::RwSignal;

/// Goes through a door of the first screen. Who comes there for the Dash wants the MARAC sheet.
pub fn open_door(case: CaseState, view: View, step: Step) {
    if step == Step::Dash {
        case.sheet.set(Output::Marac);
    }
    view.open(step);
}

/// The parts of the state. A copy is a handle to the same parts.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The words in use.
    pub language: Language,
    /// The case and what follows from it.
    pub case: CaseState,
    /// The settings of the area.
    pub area: AreaState,
    /// Which step is open, and how.
    pub view: View,
    /// The workshop and practice.
    pub workshop: Workshop,
}

impl Desk {
    /// An empty desk with the words of a language; the engine may come later.
    pub fn new(language: Language, engine: EngineSignal) -> Self {
        let answers = RwSignal::new(Case::default());
        let area = AreaState::new(answers, engine);
        let case = CaseState::new(answers, area.profiles, engine);
        Self { language, case, area, view: View::new(), workshop: Workshop::new() }
    }

    /// True while somebody leads a workshop and no live case is on the page: the idle clocks are off then. Follows.
    pub fn leads_workshop(&self) -> bool {
        let leads =
            matches!(self.workshop.session.part.get(), WorkshopPart::Guide | WorkshopPart::Tally | WorkshopPart::Board);
        self.view.step.get() == Step::Workshop && leads && !self.case.in_practice() && !self.case.is_begun()
    }

    /// Starts afresh; the layout and the area's settings stay.
    pub fn clear(&self) {
        self.case.names.update(Names::wipe);
        self.workshop.put_live_back(self.case);
        self.workshop.practice.own.set(None);
        self.case.clear();
        self.area.service.set(ServiceCheck::default());
        self.workshop.session.clear();
        self.view.places.start_afresh();
        self.view.open(Step::Start);
    }

    /// Replaces what is here by the case of a saved copy, and shows its answers.
    pub fn open(&self, case: Case) {
        // In practice, too: the live case comes back first, and is then replaced as any case here is.
        self.workshop.put_live_back(self.case);
        self.case.replace(case);
        self.view.places.start_afresh();
        self.view.open(Step::Record);
        self.view.announcement.set(self.language.pages.open_copy.opened);
    }

    /// Empties everything, for the exit. Nothing is rendered again: the page is being left.
    pub fn empty(&self) {
        self.case.empty();
        self.area.empty();
        self.workshop.empty();
    }
}
