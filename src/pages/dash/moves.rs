//! From one screen of the guided Dash to the next, and back.

use crate::app::{CaseState, Language, Step, View};
use crate::components::screen_actions;
use leptos::prelude::*;
use waymark_case::ItemNumber;
use waymark_view::El;

/// Goes to the next screen.
pub fn go_on(case: CaseState, view: View) {
    let place = view.places.dash;
    let next = |first: &Vec<ItemNumber>| case.answers.with_untracked(|case| place.get_untracked().next(case, first));
    view.go(place, view.places.first_items.with_untracked(next));
}

/// Goes to the screen before, and from the first one to the case.
pub fn go_back(case: CaseState, view: View) {
    let place = view.places.dash;
    let before = |first: &Vec<ItemNumber>| case.answers.with_untracked(|case| place.get_untracked().back(case, first));
    match view.places.first_items.with_untracked(before) {
        Some(before) => view.go(place, before),
        None => view.open(Step::Case),
    }
}

/// The end of a screen.
pub fn actions(language: Language, case: CaseState, view: View, skips: impl Fn() -> bool + Copy + 'static) -> El {
    screen_actions(language, skips, move || go_on(case, view), move || go_back(case, view))
}
