//! An arrow key moves through radios and chooses each on its way. Such an answer may only be passed over.

use super::clock;
use leptos::ev;
use leptos::prelude::window_event_listener;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use waymark_idle::Moment;
use web_sys::HtmlInputElement;

/// How long an answer must stand until it is meant.
pub const REST: Duration = Duration::from_secs(1);
/// How soon after its key an answer comes, in milliseconds.
const SOON: Moment = 300;

thread_local! {
    /// When an arrow key last moved through radios.
    static MOVED: Cell<Moment> = const { Cell::new(0) };
}

/// Listens for as long as the page lives.
pub fn listen() {
    let _ = window_event_listener(ev::keydown, |event| {
        let radio = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let moves = event.key().starts_with("Arrow") && radio.is_some_and(|radio| radio.type_() == "radio");
        MOVED.set(if moves { clock::now() } else { 0 });
    });
    let _ = window_event_listener(ev::pointerdown, |_| MOVED.set(0));
}

/// True for an answer that an arrow key has just come to.
pub fn is_passing() -> bool {
    clock::now().saturating_sub(MOVED.get()) < SOON
}
