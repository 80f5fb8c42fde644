//! What pages ask of an event.

use leptos::ev;
use leptos::prelude::{event_target_checked, event_target_value, on_cleanup, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

pub use web_sys::{Event, KeyboardEvent};

/// True when the control that sent the event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event_target_checked(event)
}

/// What is typed in the control that sent the event.
pub fn typed(event: &Event) -> String {
    event_target_value(event)
}

/// Listens for keys anywhere on the page, for as long as the owner that asks for it lives.
pub fn on_key(act: impl Fn(KeyboardEvent) + 'static) {
    let listening = window_event_listener(ev::keydown, act);
    on_cleanup(move || listening.remove());
}

/// True when the event comes from a text of several lines, where every key writes or moves.
pub fn is_in_long_text(event: &Event) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlTextAreaElement>())
}

/// True when the event comes from what a key writes into or chooses with: a field, a radio, a checkbox.
pub fn is_in_field(event: &Event) -> bool {
    is_in_long_text(event) || event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}
