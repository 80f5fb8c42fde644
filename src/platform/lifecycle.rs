//! What the browser does to the page: the cover by hand and while the tab is hidden, and the exit's last call.

use super::{page, waymark};
use crate::app::{Desk, Step};
use crate::case::vocabulary::Vocabulary;
use crate::case::{ContextField, Input};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

/// Why the page is covered. One by hand stays until it is lifted by hand; one for a hidden tab lifts itself, never the other.
#[derive(Clone, Copy, Default)]
struct Cover {
    by_hand: bool,
    hidden_tab: bool,
}

/// Listens for as long as the page lives.
pub fn listen(desk: Desk) {
    let cover = RwSignal::new(Cover::default());
    Effect::new(move |before: Option<bool>| {
        let cover = cover.get();
        let covered = cover.by_hand || cover.hidden_tab;
        if before.is_some() || covered {
            page::cover(covered);
        }
        if before == Some(true) && !covered {
            page::focus_heading();
        }
        covered
    });
    // Not removed: they live as long as the page does.
    let _ = window_event_listener(ev::click, move |event| {
        let action = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-action]").ok().flatten())
            .and_then(|element| element.get_attribute("data-action"));
        match action.as_deref() {
            Some("cover") => cover.update(|cover| cover.by_hand = true),
            Some("uncover") => cover.update(|cover| cover.by_hand = false),
            _ => {}
        }
    });
    let _ = window_event_listener(ev::visibilitychange, move |_| {
        cover.update(|cover| cover.hidden_tab = page::is_hidden());
    });
    let empty = Closure::<dyn Fn()>::new(move || desk.empty()).into_js_value();
    waymark::set("beforeExit", &empty);
    page::show_bar_controls();
    go_on_from_the_door(desk);
}

/// The doors stand in the page before the program does; what was pressed there is done now.
fn go_on_from_the_door(desk: Desk) {
    let door = waymark::text("early");
    if door == "danger" {
        desk.answer(Input::Context(ContextField::DangerNow), Some("yes"));
    } else if let Some(step) = Step::from_text(&door) {
        desk.go(step);
    }
}
