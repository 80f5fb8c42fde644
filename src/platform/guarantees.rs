//! What this browser holds to just now. Each is found by trying, never by where the page came from.

use js_sys::{Array, Function, Reflect, global};
use sha2::{Digest, Sha256};
use wasm_bindgen::{JsCast, JsValue};

/// What was found by trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarantees {
    /// Reading cookies throws: only the sandbox of the response headers does that.
    pub sandbox: bool,
    /// Reading the local and the session storage throws.
    pub storage_refused: bool,
    /// The page carries the policy that forbids it to connect to anything.
    pub policy: bool,
    /// What was fetched since the page was opened, the page itself not counted.
    pub requests: usize,
}

/// Tries each of them now.
pub fn try_now() -> Guarantees {
    let document = property(&global(), "document").unwrap_or(JsValue::NULL);
    Guarantees {
        sandbox: property(&document, "cookie").is_none(),
        storage_refused: storage_refused(),
        policy: policy().contains("connect-src 'none'"),
        requests: requests(),
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

/// The SHA-256 of the packed program that stands in this page; empty when there is none. A personal copy of the page
/// with other settings has the same.
pub fn program_sum() -> String {
    let program = web_sys::window().and_then(|window| {
        let text = window.document()?.get_element_by_id("program")?.text_content()?;
        window.atob(text.trim()).ok()
    });
    // Each letter that `atob` gives is one byte.
    let bytes: Vec<u8> = program.unwrap_or_default().chars().map(|letter| letter as u8).collect();
    if bytes.is_empty() {
        String::new()
    } else {
        Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
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
