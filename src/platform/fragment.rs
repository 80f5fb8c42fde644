//! The settings link: what stood after `#` in the address. The page's first script has already taken it out of there.

use super::waymark;
use crate::app::Desk;
use crate::settings_link::{Area, from_fragment};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Takes up the settings of the address, now and whenever a link is opened in this tab.
pub fn listen(desk: Desk) {
    take(desk);
    // Not removed: it lives as long as the page does.
    let _ = window_event_listener_untyped("waymark-fragment", move |_| take(desk));
}

fn take(desk: Desk) {
    let fragment = waymark::text("fragment");
    waymark::set("fragment", &JsValue::from_str(""));
    match from_fragment(&fragment) {
        None => {}
        Some(Ok(area)) => {
            set_exit(&area);
            desk.use_area(area);
        }
        Some(Err(problem)) => desk.area_refused.set(Some(problem)),
    }
}

fn set_exit(area: &Area) {
    if let Some(exit) = &area.page.exit {
        waymark::set("exitUrl", &JsValue::from_str(exit.as_str()));
    }
}
