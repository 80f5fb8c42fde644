//! What the browser does to the page: covers and idle clocks, a hidden tab, and the exit's last call.

use super::{page, waymark};
use crate::app::{Desk, Step, Watch};
use crate::case::vocabulary::Vocabulary;
use crate::case::{ContextField, Input};
use crate::components::cover;
use crate::idle::Why;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

/// What counts as a touch of the page.
const TOUCHES: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "input"];

/// Listens for as long as the page lives.
pub fn listen(desk: Desk) {
    let watch = Watch::here();
    page::fill_cover(cover());
    let left_at = StoredValue::new_local(None);
    Effect::new(move |before: Option<(bool, Option<Why>)>| {
        let shown = watch.shown.get();
        let (was_covered, was_why) = before.unwrap_or_default();
        let covered = shown.is_covered();
        if covered && !was_covered {
            left_at.set_value(Some(page::place()));
        }
        if covered != was_covered {
            page::cover(covered);
        }
        if covered && shown.cover.is_some() && was_why.is_none() {
            page::focus_cover();
        } else if was_covered && !covered {
            match left_at.try_update_value(Option::take).flatten() {
                // Only another tab was in front: go on where it was left, in the middle of a word if need be.
                Some(place) if was_why.is_none() => page::go_back_to(&place),
                _ => page::focus_heading(),
            }
        }
        (covered, shown.cover)
    });
    // None of these is removed: they live as long as the page does.
    let _ = window_event_listener(ev::click, move |event| {
        let action = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-action]").ok().flatten())
            .and_then(|element| element.get_attribute("data-action"));
        match action.as_deref() {
            Some("cover") => watch.cover(),
            Some("uncover") => watch.uncover(),
            Some("hold") if watch.shown.get_untracked().held_until.is_some() => watch.release(),
            Some("hold") => watch.hold(),
            _ => {}
        }
    });
    for touch in TOUCHES {
        let _ = window_event_listener_untyped(touch, move |_| watch.touch());
    }
    let _ = window_event_listener(ev::visibilitychange, move |_| watch.set_tab_hidden(page::is_hidden()));
    let _ = set_interval_with_handle(move || watch.tick(), Duration::from_secs(1));
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
