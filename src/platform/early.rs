//! What the page's own first script offers (`boot/early.js`, `boot/exit.js`): the exit and what stands around it. In a page
//! where it is missing, nothing is read and nothing happens.

use js_sys::{Function, JsString, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object `waymark` of the first script.
    type Early;
    #[wasm_bindgen(thread_local_v2, js_name = waymark)]
    static EARLY: Option<Early>;

    #[wasm_bindgen(method, getter, js_name = exitUrl)]
    fn exit_url(this: &Early) -> Option<String>;
    #[wasm_bindgen(method, setter, js_name = exitUrl)]
    fn set_exit_url(this: &Early, address: &str);
    #[wasm_bindgen(method, getter)]
    fn fragment(this: &Early) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_fragment(this: &Early, fragment: &str);
    #[wasm_bindgen(method, getter)]
    fn early(this: &Early) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_early(this: &Early, pressed: &str);
    #[wasm_bindgen(method, getter)]
    fn page(this: &Early) -> Option<JsString>;
    #[wasm_bindgen(method, setter, js_name = shiftExit)]
    fn set_shift_exit(this: &Early, on: bool);
    #[wasm_bindgen(method, setter)]
    fn set_curtain(this: &Early, on: bool);
    #[wasm_bindgen(method, setter, js_name = beforeExit)]
    fn set_before_exit(this: &Early, act: &Function);
    #[wasm_bindgen(method, catch, js_name = drawCurtain)]
    fn draw_curtain(this: &Early) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn problem(this: &Early) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn ready(this: &Early) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn part(this: &Early, name: &str) -> Result<Promise, JsValue>;
}

fn with<T>(act: impl FnOnce(&Early) -> T) -> Option<T> {
    EARLY.with(|early| early.as_ref().map(act))
}

/// Where Exit leads.
pub fn exit_address() -> String {
    with(Early::exit_url).flatten().unwrap_or_default()
}

/// Lets Exit lead to this address.
pub fn set_exit_address(address: &str) {
    with(|early| early.set_exit_url(address));
}

/// True while something stands after `#` in the address that nobody has taken.
pub fn has_fragment() -> bool {
    with(Early::fragment).flatten().is_some_and(|fragment| !fragment.is_empty())
}

/// What stood after `#` in the address, taken out of the script's hands.
pub fn take_fragment() -> String {
    with(|early| {
        let fragment = early.fragment();
        early.set_fragment("");
        fragment
    })
    .flatten()
    .unwrap_or_default()
}

/// What was pressed before the program was there, taken out of the script's hands: the door, and after it what was answered
/// behind it (`tonight_place::resume`); empty when nothing was.
pub fn take_pressed() -> String {
    with(|early| {
        let pressed = early.early();
        early.set_early("");
        pressed
    })
    .flatten()
    .unwrap_or_default()
}

/// The page as it arrived.
pub fn page_text() -> Option<JsString> {
    with(Early::page).flatten()
}

/// Whether three taps of Shift leave.
pub fn set_shift_exit(on: bool) {
    with(|early| early.set_shift_exit(on));
}

/// Whether a curtain falls before the tab is hidden.
pub fn set_curtain(on: bool) {
    with(|early| early.set_curtain(on));
}

/// What is done just before the page is left, for as long as the page lives.
pub fn before_exit(act: impl Fn() + 'static) {
    let act: JsValue = Closure::<dyn Fn()>::new(act).into_js_value();
    with(|early| early.set_before_exit(act.unchecked_ref()));
}

/// Draws the curtain now.
pub fn draw_curtain() {
    with(|early| early.draw_curtain().ok());
}

/// Shows the page's words for a program that cannot go on.
pub fn show_problem() {
    with(|early| early.problem().ok());
}

/// Tells the page that the program is up.
pub fn ready() {
    with(|early| early.ready().ok());
}

/// What is kept when a part of the program has come, and broken when it will not; nothing in a page that has no parts.
pub fn part(name: &str) -> Option<Promise> {
    with(|early| early.part(name).ok()).flatten()
}
