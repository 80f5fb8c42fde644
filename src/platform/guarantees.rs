//! What this browser holds to just now. Each is found by trying, never by where the page came from.

use super::page;
use js_sys::futures::spawn_local;
use js_sys::{Array, Function, JsString, Promise, Reflect, global};
use leptos::prelude::set_timeout;
use sha2::{Digest, Sha256};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use waymark_view::schedule;

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
pub fn try_all(tell: impl FnOnce(Guarantees) + 'static) {
    set_timeout(move || spawn_local(async move { tell(try_now(connection_is_refused().await)) }), Duration::ZERO);
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
async fn connection_is_refused() -> bool {
    let fetch = property(&global(), "fetch").and_then(|fetch| fetch.dyn_into::<Function>().ok());
    let answer = fetch.and_then(|fetch| fetch.call1(&JsValue::UNDEFINED, &"data:,".into()).ok());
    match answer.and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        None => true,
        Some(answer) => answer.await.is_err(),
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

/// Works out the SHA-256 of the program as it stands in this page (UTF-8), all its parts one after the other, piece by piece, and
/// gives it as hexadecimal digits. Nothing is given when there is none. A personal copy of the page with other settings has the same.
pub fn program_sum(give: impl FnOnce(String) + 'static) {
    let text = page::program_texts().into_iter().fold(JsString::from(""), |before, part| before.concat(&part));
    if text.length() > 0 {
        sum_from(text, 0, Sha256::new(), Box::new(give));
    }
}

/// Letters in one piece. The text stays the browser's: only a piece at a time comes into the program's memory.
const LETTERS: u32 = 1 << 14;

fn sum_from(text: JsString, from: u32, mut sum: Sha256, give: Box<dyn FnOnce(String)>) {
    schedule::soon(
        None,
        Box::new(move || {
            let to = text.length().min(from + LETTERS);
            sum.update(String::from(text.slice(from, to)));
            if to < text.length() {
                sum_from(text, to, sum, give);
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
