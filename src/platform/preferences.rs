//! How the page looks: text size, contrast, layout. The only thing this program can put into the browser's storage, for
//! as long as the tab is open, off until it is turned on, and cleared by Exit. Never anything about a case.

use super::guarantees;
use crate::app::{Desk, Layout};
use crate::case::vocabulary::Vocabulary;
use gloo_storage::{SessionStorage, Storage};
use leptos::prelude::*;

/// Where it is put; the name tells nothing.
const KEY: &str = "view";

crate::closed_set! {
    /// The size of the text: its text is the class on the root element.
    TextSize { Usual = "text-usual", Large = "text-large", Larger = "text-larger" }
}

/// How the page looks.
#[derive(Clone, Copy)]
pub struct Display {
    /// The size of the text.
    pub text: RwSignal<TextSize>,
    /// More contrast.
    pub contrast: RwSignal<bool>,
    /// Keep this while the tab is open.
    pub remember: RwSignal<bool>,
}

impl Display {
    /// How this page looks.
    pub fn here() -> Self {
        expect_context()
    }
}

/// Takes up what was kept and follows every change for as long as the page lives.
pub fn follow(desk: Desk) -> Display {
    let kept = kept().unwrap_or_default();
    let mut words = kept.split(' ');
    let display = Display {
        text: RwSignal::new(words.next().and_then(TextSize::from_text).unwrap_or(TextSize::Usual)),
        contrast: RwSignal::new(words.next() == Some("more-contrast")),
        remember: RwSignal::new(!kept.is_empty()),
    };
    if words.next() == Some(Layout::Whole.text()) {
        desk.layout.set(Layout::Whole);
    }
    Effect::new(move |before: Option<bool>| {
        let (text, contrast, layout) = (display.text.get(), display.contrast.get(), desk.layout.get());
        for size in TextSize::ALL {
            class_on_root(size.text(), *size == text && text != TextSize::Usual);
        }
        class_on_root("more-contrast", contrast);
        let remember = display.remember.get();
        if remember {
            let contrast = if contrast { "more-contrast" } else { "usual" };
            keep(&format!("{} {contrast} {}", text.text(), layout.text()));
        } else if before == Some(true) {
            forget();
        }
        remember
    });
    display
}

// gloo-storage panics where there is no storage, so each call stands behind the probe. The words are kept as they are:
// reading them as JSON would bring a whole parser into the page.

fn kept() -> Option<String> {
    guarantees::session_storage_answers().then(|| SessionStorage::raw().get_item(KEY).ok()?)?
}

fn keep(words: &str) {
    if guarantees::session_storage_answers() {
        // Full: then it is not kept.
        let _ = SessionStorage::raw().set_item(KEY, words);
    }
}

fn forget() {
    if guarantees::session_storage_answers() {
        SessionStorage::delete(KEY);
    }
}

fn class_on_root(class: &str, on: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force(class, on);
    }
}
