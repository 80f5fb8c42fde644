//! The clipboard: written only on a press of a button, never read.

use super::promise::settled;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// How copying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is on the clipboard.
    Yes,
    /// The browser would not: select and copy by hand.
    No,
}

/// Puts a text on the clipboard and tells how it went. On plain `http:` there is no clipboard, and that is told too.
pub fn copy(text: &str, told: impl Fn(Copied) + Clone + 'static) {
    let Some(promise) = write(text) else { return told(Copied::No) };
    settled(&promise, move |kept| told(if kept { Copied::Yes } else { Copied::No }));
}

fn write(text: &str) -> Option<Promise> {
    // web-sys types the clipboard as always there; in an insecure context it is not.
    let navigator: JsValue = window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|clipboard| clipboard.is_object())?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
