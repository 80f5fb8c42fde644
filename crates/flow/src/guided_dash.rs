//! The guided screens of the Dash: how it is asked, one item a screen, the worker's judgement and what it comes to.
//!
//! Lives here: which screen comes after which. Not here: which items are gravest (`engine`), how a screen looks (`pages`).

use waymark_case::dash::ITEMS;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::DashWith;
use waymark_case::{Case, Input, ItemNumber};
use waymark_engine::Assessment;

/// How many screens there are, from the first to the last: the two before the items and the two after them.
pub const DASH_SCREENS: usize = ITEMS + 4;
/// How many items a short talk asks first.
const SHORT: usize = 10;

/// Where the worker is in the guided Dash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DashScreen {
    /// Where the answers come from.
    #[default]
    With,
    /// Who could hear.
    Heard,
    /// One item.
    Item(ItemNumber),
    /// The worker's own judgement, and how the survivor sees the danger.
    Judgement,
    /// What it comes to.
    Result,
}

impl DashScreen {
    /// The screen that asks an input of this step.
    pub fn of(input: Input) -> Self {
        match input {
            Input::DashHeard => Self::Heard,
            Input::DashItem(item) | Input::DashItemSource(item) | Input::DashItemNote(item) => Self::Item(item),
            Input::DashJudgement | Input::DashJudgementReason | Input::DashDoneOn => Self::Judgement,
            _ => Self::With,
        }
    }

    /// What the screen is called in `data-screen`.
    pub fn name(self) -> String {
        match self {
            Self::With => Input::DashWith.name(),
            Self::Heard => Input::DashHeard.name(),
            Self::Item(item) => Input::DashItem(item).name(),
            Self::Judgement => Input::DashJudgement.name(),
            Self::Result => "result".to_owned(),
        }
    }

    /// Its place among all of them, from 1; `first` are the items that come before the others.
    pub fn place(self, first: &[ItemNumber]) -> usize {
        1 + path(first).iter().position(|screen| *screen == self).unwrap_or_default()
    }

    /// The screen after this one; the same at the end.
    pub fn next(self, case: &Case, first: &[ItemNumber]) -> Self {
        path(first)[self.place(first)..].iter().copied().find(|screen| screen.is_asked(case)).unwrap_or(self)
    }

    /// The screen before this one; `None` before the first.
    pub fn back(self, case: &Case, first: &[ItemNumber]) -> Option<Self> {
        path(first)[..self.place(first) - 1].iter().rev().copied().find(|screen| screen.is_asked(case))
    }

    /// Who could hear is asked where somebody answered.
    fn is_asked(self, case: &Case) -> bool {
        let nobody_answered = matches!(case.dash.with, Some(DashWith::Information | DashWith::Perpetrator));
        self != Self::Heard || !nobody_answered || case.dash.heard.is_some()
    }
}

/// Every screen in its order.
fn path(first: &[ItemNumber]) -> Vec<DashScreen> {
    let before = [DashScreen::With, DashScreen::Heard];
    let items = in_order(first).into_iter().map(DashScreen::Item);
    before.into_iter().chain(items).chain([DashScreen::Judgement, DashScreen::Result]).listed()
}

/// These items first, then the others by number. Only the order on the page; numbers and count stay.
pub fn in_order(first: &[ItemNumber]) -> Vec<ItemNumber> {
    let rest = ItemNumber::all().filter(|item| !first.contains(item));
    first.iter().copied().chain(rest).listed()
}

/// What a short talk asks first: the gravest of what is open.
pub fn short_talk(assessment: &Assessment) -> Vec<ItemNumber> {
    assessment.dash.revisit.iter().take(SHORT).copied().listed()
}
