//! The settings that came with the page: in the block of a personal copy, and after `#` in the address, where the page's first
//! script has already taken them out.

use super::{page, waymark};
use crate::app::Desk;
use crate::settings_link::{Area, AreaError, DEPTH, ExitAddress, Tree, from_fragment};
use js_sys::{Array, JSON, Object};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Takes up the settings of the page and then those of the address, and these again whenever a link is opened in this tab.
/// Exit follows the settings in use.
pub fn listen(desk: Desk) {
    let usual = waymark::text("exitUrl");
    let exit = Memo::new(move |_| desk.area.with(|area| area.as_ref().and_then(|area| area.page.exit.clone())));
    Effect::new(move |_| {
        exit.with(|exit| {
            let address = exit.as_ref().map_or(usual.as_str(), ExitAddress::as_str);
            waymark::set("exitUrl", &JsValue::from_str(address));
        });
    });
    let block = page::settings_block();
    if !block.trim().is_empty() {
        take_up(desk, Area::from_json(block.trim().as_bytes(), parse));
    }
    take(desk);
    // Not removed: it lives as long as the page does.
    let _ = window_event_listener_untyped("waymark-fragment", move |_| take(desk));
}

fn take(desk: Desk) {
    let fragment = waymark::text("fragment");
    waymark::set("fragment", &JsValue::from_str(""));
    if let Some(area) = from_fragment(&fragment, parse) {
        take_up(desk, area);
    }
}

/// Takes up settings that were read; those that were refused change nothing.
pub(super) fn take_up(desk: Desk, area: Result<Area, AreaError>) {
    match area {
        Ok(area) => desk.use_area(area),
        Err(problem) => desk.area_refused.set(Some(problem)),
    }
}

/// Reads JSON with the browser's own parser: a parser in the WebAssembly would weigh as much as several pages.
pub(super) fn parse(json: &str) -> Option<Tree> {
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
