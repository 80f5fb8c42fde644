//! The settings link: what stood after `#` in the address. The page's first script has already taken it out of there.

use super::waymark;
use crate::app::Desk;
use crate::settings_link::{Area, DEPTH, Tree, from_fragment};
use js_sys::{Array, JSON, Object};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Takes up the settings of the address, now and whenever a link is opened in this tab.
pub fn listen(desk: Desk) {
    take(desk);
    // Not removed: it lives as long as the page does.
    let _ = window_event_listener_untyped("waymark-fragment", move |_| take(desk));
}

fn take(desk: Desk) {
    let fragment = waymark::text("fragment");
    waymark::set("fragment", &JsValue::from_str(""));
    match from_fragment(&fragment, parse) {
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

/// Reads JSON with the browser's own parser: a parser in the WebAssembly would weigh as much as several pages.
fn parse(json: &str) -> Option<Tree> {
    tree(&JSON::parse(json).ok()?, DEPTH)
}

fn tree(value: &JsValue, deeper: usize) -> Option<Tree> {
    Some(if value.is_null() {
        Tree::Null
    } else if let Some(on) = value.as_bool() {
        Tree::Bool(on)
    } else if let Some(text) = value.as_string() {
        Tree::Text(text)
    } else if let Some(number) = value.as_f64() {
        whole(number)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let deeper = deeper.checked_sub(1)?;
        Tree::List(list.iter().map(|entry| tree(&entry, deeper)).collect::<Option<_>>()?)
    } else {
        let deeper = deeper.checked_sub(1)?;
        let mut fields = Vec::new();
        for field in Object::entries(value.dyn_ref::<Object>()?).iter() {
            let field: Array = field.dyn_into().ok()?;
            fields.push((field.get(0).as_string()?, tree(&field.get(1), deeper)?));
        }
        Tree::Map(fields)
    })
}

/// Whole numbers up to where the browser's numbers stay exact.
fn whole(number: f64) -> Tree {
    let rounded = number as i64;
    if rounded as f64 == number && rounded.unsigned_abs() < 1 << 53 { Tree::Whole(rounded) } else { Tree::Other }
}
