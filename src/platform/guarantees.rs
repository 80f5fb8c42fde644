//! What this browser holds to just now. Each is found by trying, never by where the page came from.

use super::promise::settled;
use super::slices;
use js_sys::{Array, Function, Reflect, global};
use leptos::prelude::set_timeout;
use sha2::{Digest, Sha256};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// What was found by trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarantees {
    /// Reading cookies throws: only the sandbox of the response headers does that.
    pub sandbox: bool,
    /// Reading the local and the session storage throws. Nothing is written to try it: that could leave something.
    pub storage_refused: bool,
    /// The page carries the policy that forbids it to connect to anything.
    pub policy: bool,
    /// A connection that would leave nothing and reach nobody fails.
    pub connection_refused: bool,
    /// Making a program out of text throws.
    pub script_refused: bool,
    /// Markup that would run a script is not taken.
    pub markup_refused: bool,
    /// What was fetched since the page was opened, the page itself not counted.
    pub requests: usize,
}

/// Tries each of them, in a task of its own, and tells what was found.
pub fn try_all(tell: impl Fn(Guarantees) + Clone + 'static) {
    set_timeout(move || try_to_connect(move |refused| tell(try_now(refused))), Duration::ZERO);
}

fn try_now(connection_refused: bool) -> Guarantees {
    let document = property(&global(), "document").unwrap_or(JsValue::NULL);
    Guarantees {
        sandbox: property(&document, "cookie").is_none(),
        storage_refused: storage_refused(),
        policy: policy().contains("connect-src 'none'"),
        connection_refused,
        script_refused: script_refused(),
        markup_refused: markup_refused(),
        requests: requests(),
    }
}

/// True when the browser makes no program out of a text.
fn script_refused() -> bool {
    let make = property(&global(), "Function").and_then(|make| make.dyn_into::<Function>().ok());
    make.is_none_or(|make| Reflect::construct(&make, &Array::of1(&"".into())).is_err())
}

/// True when the browser takes no markup that would run something. It is tried on an element that is never shown, and the
/// script in it is empty.
fn markup_refused() -> bool {
    let element = web_sys::window().and_then(|window| window.document()?.create_element("div").ok());
    element.is_none_or(|element| Reflect::set(&element, &"innerHTML".into(), &"<script></script>".into()).is_err())
}

/// Tries to connect to nothing (an address that holds its own answer, so that no request leaves this computer even where it
/// is allowed) and tells whether the browser refused.
fn try_to_connect(tell: impl Fn(bool) + Clone + 'static) {
    let fetch = property(&global(), "fetch").and_then(|fetch| fetch.dyn_into::<Function>().ok());
    match fetch.and_then(|fetch| fetch.call1(&JsValue::UNDEFINED, &"data:,".into()).ok()) {
        None => tell(true),
        Some(promise) => settled(&promise, move |answered| tell(!answered)),
    }
}

/// True when the browser itself refuses storage: reading both kinds throws.
pub fn storage_refused() -> bool {
    ["localStorage", "sessionStorage"].iter().all(|name| property(&global(), name).is_none())
}

/// True when something could be kept while this tab is open.
pub fn session_storage_answers() -> bool {
    property(&global(), "sessionStorage").is_some_and(|storage| storage.is_object())
}

/// The policy that the page carries, as the browser read it; empty when there is none.
pub fn policy() -> String {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("meta[http-equiv=\"Content-Security-Policy\"]").ok().flatten());
    found.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Works out the SHA-256 of the packed program that stands in this page, piece by piece, and gives it as hexadecimal
/// digits. Nothing is given when there is none. A personal copy of the page with other settings has the same.
pub fn program_sum(give: impl FnOnce(String) + 'static) {
    let window = web_sys::window();
    let program = window.and_then(|window| window.document()?.get_element_by_id("program")?.text_content());
    if let Some(base64) = program.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()) {
        sum_from(base64, 0, Sha256::new(), Box::new(give));
    }
}

/// Letters of base64 in one piece: a multiple of four, so that each piece is whole bytes.
const LETTERS: usize = 1 << 14;

fn sum_from(base64: String, from: usize, mut sum: Sha256, give: Box<dyn FnOnce(String)>) {
    slices::soon(
        None,
        Box::new(move || {
            let to = base64.len().min(from + LETTERS);
            let bytes =
                web_sys::window().and_then(|window| window.atob(base64.get(from..to)?).ok()).unwrap_or_default();
            // Each letter that `atob` gives is one byte.
            sum.update(bytes.chars().map(|letter| letter as u8).collect::<Vec<_>>());
            if to < base64.len() {
                sum_from(base64, to, sum, give);
            } else {
                give(sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
            }
        }),
    );
}

/// How much was fetched. What stands in the page itself is not fetched.
fn requests() -> usize {
    let entries = property(&global(), "performance").and_then(|performance| {
        let entries = property(&performance, "getEntriesByType")?.dyn_into::<Function>().ok()?;
        entries.call1(&performance, &"resource".into()).ok()?.dyn_into::<Array>().ok()
    });
    let from_outside = |entry: &JsValue| {
        let name = property(entry, "name").and_then(|name| name.as_string()).unwrap_or_default();
        !name.starts_with("data:") && !name.starts_with("blob:")
    };
    entries.map_or(0, |entries| entries.iter().filter(from_outside).count())
}

/// A property, or `None` when reading it throws.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
