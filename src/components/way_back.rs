//! The way back to the check of the answers, for whoever came from one of its rows.

use crate::app::{Language, View};
use leptos::prelude::*;
use waymark_view::{El, button, html};

/// A bar at the foot of the screen while there is a row to go back to.
pub fn way_back(language: Language, view: View) -> El {
    let go = move || {
        if let Some(input) = view.way_back.get_untracked() {
            view.back_to_check(input);
        }
    };
    let back =
        move || button("button second", language.pages.shell.way_back).attr("data-action", "way-back").on_press(go);
    html::div().class("way-back no-print").when(move || view.way_back.with(Option::is_some), back)
}
