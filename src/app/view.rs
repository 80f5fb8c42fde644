//! Which step is open and how it is laid out: nothing about a case.

use crate::platform::{page, voice};
use leptos::prelude::*;
use waymark_case::{Input, ItemNumber, Step};
use waymark_flow::{DashScreen, IdentifyScreen, PathPosition, SituationPlace};
use waymark_view::{RwSignal, schedule};

/// How questions are laid out. Both show the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One question a screen.
    Guided,
    /// Every question of a step.
    Whole,
}

impl Layout {
    /// The text of its button's `data-layout`.
    pub fn text(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Whole => "whole",
        }
    }
}

/// The signals of the view. A copy is a handle to the same view.
#[derive(Clone, Copy)]
pub struct View {
    /// The open step.
    pub step: RwSignal<Step>,
    /// How questions are laid out.
    pub layout: RwSignal<Layout>,
    /// What was just done to the whole page, shown and announced; empty when nothing was.
    pub announcement: RwSignal<&'static str>,
    /// The row of the check that was left to change an answer, so that there is a way back to it.
    pub way_back: RwSignal<Option<Input>>,
    /// Where the worker is in each guided step: leaving it and coming back keeps the place.
    pub places: Places,
}

/// The place in each guided step. A copy is a handle to the same places.
#[derive(Clone, Copy)]
pub struct Places {
    /// On the path through Tonight.
    pub tonight: RwSignal<PathPosition>,
    /// In the situation.
    pub situation: RwSignal<SituationPlace>,
    /// In who is doing what to whom.
    pub identify: RwSignal<IdentifyScreen>,
    /// What was read back, and said yes to, before who is doing what to whom was shown; empty until then.
    pub read_back: RwSignal<Vec<String>>,
    /// In the Dash.
    pub dash: RwSignal<DashScreen>,
    /// The items of the Dash that a short talk asks first; none, and they come by number. It stays as it was while the answers
    /// come in.
    pub first_items: RwSignal<Vec<ItemNumber>>,
}

impl Places {
    fn new() -> Self {
        Self {
            tonight: RwSignal::new(PathPosition::default()),
            situation: RwSignal::new(SituationPlace::default()),
            identify: RwSignal::new(IdentifyScreen::default()),
            read_back: RwSignal::new(Vec::new()),
            dash: RwSignal::new(DashScreen::default()),
            first_items: RwSignal::new(Vec::new()),
        }
    }

    /// Back to the first screen of each: the case is another one.
    pub(super) fn start_afresh(&self) {
        self.tonight.set(PathPosition::default());
        self.situation.set(SituationPlace::default());
        self.identify.set(IdentifyScreen::default());
        self.read_back.set(Vec::new());
        self.dash.set(DashScreen::default());
        self.first_items.set(Vec::new());
    }

    /// Turns a step that is opened to the screen that it begins with: once it was shown, who is doing what to whom begins with
    /// its result.
    fn turn_to_first(&self, step: Step) {
        if step == Step::Identify && !self.read_back.with_untracked(Vec::is_empty) {
            self.identify.set(IdentifyScreen::Result);
        }
    }

    /// Goes to the screen that asks an input.
    fn turn_to(&self, input: Input) {
        match (Step::of(input), input) {
            (_, Input::Context(field)) => self.situation.set(SituationPlace::of(field)),
            (Step::Dash, _) => self.dash.set(DashScreen::of(input)),
            (Step::Identify, _) => self.identify.set(IdentifyScreen::of(input)),
            _ => {}
        }
    }
}

impl View {
    /// The first step, guided.
    pub fn new() -> Self {
        Self {
            step: RwSignal::new(Step::Start),
            layout: RwSignal::new(Layout::Guided),
            announcement: RwSignal::new(""),
            way_back: RwSignal::new(None),
            places: Places::new(),
        }
    }

    /// Opens a step.
    pub fn open(&self, step: Step) {
        // What was said of an answer belongs to its step.
        voice::hush();
        self.announcement.set("");
        self.way_back.set(None);
        self.places.turn_to_first(step);
        self.step.set(step);
    }

    /// Opens the step of a question, at that question.
    pub fn open_at(&self, input: Input) {
        self.open(Step::of(input));
        self.places.turn_to(input);
        focus_once_rendered(move || page::focus_question(&input.question()));
    }

    /// Goes to another screen of the open step; focus moves to its heading.
    pub fn go<P: Send + Sync + 'static>(&self, place: RwSignal<P>, to: P) {
        place.set(to);
        voice::before_focus();
        request_animation_frame(|| {
            page::focus_heading();
            voice::after_focus();
        });
    }

    /// Opens a question from a row of the check, with a way back to that row.
    pub fn change_from_check(&self, input: Input) {
        let elsewhere = Step::of(input) != self.step.get_untracked();
        self.open_at(input);
        self.way_back.set(elsewhere.then_some(input));
    }

    /// Goes back to the row of the check that was left.
    pub fn back_to_check(&self, input: Input) {
        self.open(Step::Record);
        focus_once_rendered(move || page::focus_row(&input.name()));
    }
}

impl Default for View {
    fn default() -> Self {
        Self::new()
    }
}

/// Moves focus a frame after the heading, which takes it when the step changes, and once the place is rendered.
fn focus_once_rendered(focus: impl FnOnce() + 'static) {
    let focus = move || request_animation_frame(focus);
    request_animation_frame(|| request_animation_frame(|| schedule::last(Box::new(focus))));
}
