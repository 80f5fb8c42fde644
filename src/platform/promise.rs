//! What the browser promises: told when it is kept or broken. By hand, as the futures of Rust would weigh more.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Tells whether a promise was kept, once it is settled.
pub fn settled(promise: &JsValue, tell: impl Fn(bool) + Clone + 'static) {
    let broken = tell.clone();
    let yes = Closure::once_into_js(move |_: JsValue| tell(true));
    let no = Closure::once_into_js(move |_: JsValue| broken(false));
    if let Ok(then) = Reflect::get(promise, &"then".into())
        && let Ok(then) = then.dyn_into::<Function>()
    {
        let _ = then.call2(promise, &yes, &no);
    }
}
