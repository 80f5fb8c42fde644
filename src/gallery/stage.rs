//! What an example is given: a state of the page of its own, and short ways to bring that into a state.

use crate::app::engine::ENGINE;
use crate::app::{AreaState, CaseState, Desk, Language, Stops, View, Watch, Workshop};
use leptos::prelude::*;
use waymark_area::Area;
use waymark_case::{ContextField, Input};
use waymark_content::EN;
use waymark_view::RwSignal;

/// The parts of the state that components take; in the page a step gets them from the shell.
#[derive(Clone, Copy)]
pub struct Stage {
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
    /// The stops.
    pub stops: Stops,
    /// The covers, the idle clocks and the hold.
    pub watch: Watch,
}

impl Stage {
    /// An empty state. As in the page itself, it lives as long as `page` does: a clock of it may still run when the example
    /// has been removed.
    pub fn new(page: &Owner) -> Self {
        page.with(|| {
            let desk = Desk::new(&EN, RwSignal::new(Some(&ENGINE)));
            desk.case.cite.set(Some(crate::later().cite));
            let Desk { language, case, area, view, workshop } = desk;
            let (stops, watch) = (Stops::new(language, case), Watch::new(desk));
            Self { language, case, area, view, workshop, stops, watch }
        })
    }

    /// Answers a question, as a press of one of its choices does.
    pub fn answer(&self, name: &str, value: &str) {
        self.case.answer(input(name), Some(value));
    }

    /// Uses settings of an area, given as the fields of their JSON; what is refused is shown as refused.
    pub fn settings(&self, fields: &str) {
        let text = ["{\"format\":\"waymark-settings/1\",", fields, "}"].concat();
        self.area.ask_about(Area::from_json(text.as_bytes()));
        self.area.answer_asked(self.case, self.workshop, true);
    }
}

/// The input of a name of the page contract, such as `context.told_by`.
pub fn input(name: &str) -> Input {
    let known = Input::parse(name);
    debug_assert!(known.is_some(), "{name} is no input");
    known.unwrap_or(Input::Context(ContextField::ToldBy))
}
