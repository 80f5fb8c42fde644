//! The object that the page's own first script offers: the exit and what stands around it.

use js_sys::{Function, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

fn object() -> JsValue {
    Reflect::get(&global(), &"waymark".into()).unwrap_or(JsValue::NULL)
}

/// Calls one of its functions; nothing happens where it is missing.
pub fn call(name: &str) {
    let object = object();
    if let Ok(function) = Reflect::get(&object, &name.into())
        && let Ok(function) = function.dyn_into::<Function>()
    {
        let _ = function.call0(&object);
    }
}

/// Sets one of its properties.
pub fn set(name: &str, value: &JsValue) {
    let _ = Reflect::set(&object(), &name.into(), value);
}

/// Reads one of its properties.
pub fn get(name: &str) -> JsValue {
    Reflect::get(&object(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Reads one of its texts.
pub fn text(name: &str) -> String {
    get(name).as_string().unwrap_or_default()
}
