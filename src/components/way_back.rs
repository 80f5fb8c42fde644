//! The way back to the check of the answers, for whoever came from one of its rows.

use crate::app::Desk;
use crate::platform::dom::{El, button, el};
use leptos::prelude::*;

/// A bar at the foot of the screen while there is a row to go back to.
pub fn way_back() -> El {
    let desk = Desk::here();
    let go = move || {
        if let Some(input) = desk.way_back.get_untracked() {
            desk.back_to_check(input);
        }
    };
    let back = move || {
        button("button second", desk.words.pages.record_page.way_back).attr("data-action", "way-back").on_press(go)
    };
    el("div").class("way-back no-print").when(move || desk.way_back.with(Option::is_some), back)
}
