//! What is kept about how the page looks: the only thing this program can put into the browser's storage, for as long as the tab
//! is open, and cleared by Exit. Never anything about a case.

use super::guarantees;
use gloo_storage::{SessionStorage, Storage};

/// Where it is put; the name tells nothing.
const KEY: &str = "view";

// gloo-storage panics where the browser refuses storage, so each call is made only after the probe. What is kept is text, which
// needs no JSON: its reader would stand in the first part of the page.

/// What was kept.
pub fn kept() -> Option<String> {
    guarantees::session_storage_answers().then(|| SessionStorage::raw().get_item(KEY).ok()?)?
}

/// Keeps these words until the tab is closed.
pub fn keep(words: &str) {
    if guarantees::session_storage_answers() {
        // Full: then it is not kept.
        let _ = SessionStorage::raw().set_item(KEY, words);
    }
}

/// Takes away what was kept.
pub fn forget() {
    if guarantees::session_storage_answers() {
        SessionStorage::delete(KEY);
    }
}

/// Puts a class on the root element or takes it off.
pub fn class_on_root(class: &str, on: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force(class, on);
    }
}
