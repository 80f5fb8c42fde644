//! What the browser promises: told when it is kept or broken. By hand, as the futures of Rust would weigh more.

use js_sys::{Function, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Gives what a promise came to, once it is settled; `None` when it was broken. Told once.
pub fn value(promise: &JsValue, tell: impl FnOnce(Option<JsValue>) + 'static) {
    let tell = Rc::new(Cell::new(Some(tell)));
    let broken = tell.clone();
    let yes = Closure::once_into_js(move |value: JsValue| {
        if let Some(tell) = tell.take() {
            tell(Some(value));
        }
    });
    let no = Closure::once_into_js(move |_: JsValue| {
        if let Some(tell) = broken.take() {
            tell(None);
        }
    });
    then(promise, &yes, &no);
}

/// Tells whether a promise was kept, once it is settled.
pub fn settled(promise: &JsValue, tell: impl Fn(bool) + Clone + 'static) {
    let broken = tell.clone();
    let yes = Closure::once_into_js(move |_: JsValue| tell(true));
    let no = Closure::once_into_js(move |_: JsValue| broken(false));
    then(promise, &yes, &no);
}

fn then(promise: &JsValue, yes: &JsValue, no: &JsValue) {
    if let Ok(then) = Reflect::get(promise, &"then".into())
        && let Ok(then) = then.dyn_into::<Function>()
    {
        let _ = then.call2(promise, yes, no);
    }
}
