//! What the browser does to the page: covers and idle clocks, a hidden tab, and the exit's last call.

use super::{Desk, Watch, open_door};
use crate::platform::{early, page, passing};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use waymark_case::vocabulary::Vocabulary;
use waymark_case::{ContextField, Input, Step};
use waymark_flow::PathPosition;
use waymark_idle::CoverReason;
use waymark_view::effect;
use web_sys::Element;

/// What counts as a touch of the page. A screen reader keeps its keys: what the page sees is that it moves.
const TOUCHES: [&str; 8] = ["pointerdown", "pointermove", "keydown", "wheel", "input", "click", "scroll", "focusin"];

/// Listens for as long as the page lives.
pub fn listen(desk: Desk, watch: Watch) {
    passing::listen();
    let left_at = StoredValue::new_local(None);
    effect(move |before: Option<(bool, Option<CoverReason>)>| {
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
                // Nothing has changed behind it: go on where it was left, in the middle of a word if need be.
                Some(place) if was_why != Some(CoverReason::Wiped) && place.is_there() => page::go_back_to(&place),
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
    page::on_selection(move || watch.touch());
    let _ = window_event_listener(ev::visibilitychange, move |_| watch.set_tab_hidden(page::is_hidden()));
    let _ = set_interval_with_handle(move || watch.tick(), Duration::from_secs(1));
    effect(move |_| early::set_curtain(!desk.leads_workshop()));
    early::before_exit(move || desk.empty());
    page::show_bar_controls();
    go_on_from_the_door(desk);
}

/// The doors and Tonight's first questions work before the program is loaded; what was pressed there is done now.
fn go_on_from_the_door(desk: Desk) {
    let pressed = early::take_pressed();
    let (door, answers) = pressed.split_once(' ').unwrap_or((&pressed, ""));
    if door == "danger" {
        desk.case.answer(Input::Context(ContextField::DangerNow), Some("yes"));
    } else if let Some(step) = Step::from_text(door) {
        if !answers.is_empty() {
            let mut position = PathPosition::default();
            desk.case.change(|case| position = PathPosition::resumed(case, answers, desk.language));
            desk.view.places.tonight.set(position);
        }
        open_door(desk.case, desk.view, step);
    }
}
