//! The clipboard: written only on a press of a button, never read.

use js_sys::futures::spawn_local;
use js_sys::{Array, Function, Object, Promise, Reflect, global};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

/// How copying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is on the clipboard.
    Yes,
    /// The browser would not: select and copy by hand.
    No,
}

impl Copied {
    fn from(done: bool) -> Self {
        if done { Self::Yes } else { Self::No }
    }
}

/// Puts a text on the clipboard and tells how it went. On plain `http:` the newer way is missing, and the older one is
/// tried.
pub fn copy(text: &str, told: impl FnOnce(Copied) + 'static) {
    put(vec![("text/plain", text.to_owned())], write_text(text), told);
}

/// Puts a document on the clipboard as HTML and as text, each for those who can take it, and tells how it went.
pub fn copy_rich(html: &str, text: &str, told: impl FnOnce(Copied) + 'static) {
    let kinds = vec![("text/html", html.to_owned()), ("text/plain", text.to_owned())];
    let promise = write_kinds(&kinds);
    put(kinds, promise, told);
}

/// A text for each media type.
type Kinds = Vec<(&'static str, String)>;

/// Waits for what the newer way promises; where it promises nothing, or breaks it, the older one is tried.
fn put(kinds: Kinds, promise: Option<Promise>, told: impl FnOnce(Copied) + 'static) {
    // Not after the press: then the older way no longer works.
    let Some(promise) = promise else { return told(Copied::from(by_event(kinds))) };
    spawn_local(async move { told(Copied::from(promise.await.is_ok() || by_event(kinds))) });
}

fn clipboard() -> Option<JsValue> {
    // web-sys types the clipboard as always there; in an insecure context it is not.
    let navigator: JsValue = window().navigator().into();
    Reflect::get(&navigator, &"clipboard".into()).ok().filter(|clipboard| clipboard.is_object())
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn write_text(text: &str) -> Option<Promise> {
    let clipboard = clipboard()?;
    function(&clipboard, "writeText")?.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

fn write_kinds(kinds: &Kinds) -> Option<Promise> {
    let clipboard = clipboard()?;
    let item = function(&global(), "ClipboardItem")?;
    let parts = Object::new();
    for (kind, text) in kinds {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
        Reflect::set(&parts, &(*kind).into(), &blob).ok()?;
    }
    let item = Reflect::construct(&item, &Array::of1(&parts)).ok()?;
    function(&clipboard, "write")?.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}

/// The older way: the page is asked for what it copies. Works where the press of the button was just now.
fn by_event(kinds: Kinds) -> bool {
    let document: JsValue = document().into();
    let fill = Closure::once(move |event: JsValue| {
        let Ok(data) = Reflect::get(&event, &"clipboardData".into()) else { return };
        for (kind, text) in kinds {
            if let Some(set) = function(&data, "setData") {
                let _ = set.call2(&data, &kind.into(), &text.into());
            }
        }
        for name in ["preventDefault", "stopImmediatePropagation"] {
            if let Some(stop) = function(&event, name) {
                let _ = stop.call0(&event);
            }
        }
    });
    let (Some(listen), Some(forget), Some(command)) = (
        function(&document, "addEventListener"),
        function(&document, "removeEventListener"),
        function(&document, "execCommand"),
    ) else {
        return false;
    };
    let fill: &JsValue = fill.as_ref();
    let _ = listen.call3(&document, &"copy".into(), fill, &true.into());
    let copied = command.call1(&document, &"copy".into()).is_ok_and(|done| done.is_truthy());
    let _ = forget.call3(&document, &"copy".into(), fill, &true.into());
    copied
}
