//! The field for a passphrase: a plain text that can be hidden, as browsers offer to save the content of a password field.

use super::quiet;
use crate::app::Language;
use crate::platform::vault::Passphrase;
use leptos::ev;
use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, html, typed};

/// The longest passphrase, in characters.
const MOST: &str = "200";

/// A passphrase that is being typed, in memory only; dropped with the part of the page that asks for it.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The content of the field.
    pub text: RwSignal<Passphrase>,
    /// What is wrong with it; empty when nothing is.
    pub wrong: RwSignal<String>,
}

impl Default for Typed {
    /// Nothing typed yet.
    fn default() -> Self {
        Self { text: RwSignal::new(Passphrase::default()), wrong: RwSignal::new(String::new()) }
    }
}

impl Typed {
    /// Empties the field.
    pub fn forget(&self) {
        self.text.set(Passphrase::default());
        self.wrong.set(String::new());
    }
    /// True when it is empty.
    pub fn is_empty(&self) -> bool {
        self.text.with_untracked(|text| text.is_empty())
    }
    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.text.with_untracked(|text| text.chars().count())
    }
}

/// A field with its label and what is wrong with it. `id` is its own on the page; `shown` says whether it can be read.
pub fn passphrase_field(id: &'static str, label: &str, typed_here: Typed, shown: RwSignal<bool>) -> El {
    let error_id = format!("{id}-error");
    let wrong = move || !typed_here.wrong.with(String::is_empty);
    let field = html::input()
        .attr("type", "text")
        .attr("id", id)
        .attr("maxlength", MOST)
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("aria-errormessage", &error_id)
        .attr("aria-describedby", &error_id)
        .attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .class(("veiled", move || !shown.get()))
        .value(move || typed_here.text.with(|text| text.to_string()))
        .on(ev::input, move |event| {
            typed_here.text.set(Passphrase::new(typed(&event)));
            typed_here.wrong.set(String::new());
        });
    let error =
        html::p().class("error").attr("id", &error_id).attr("role", "alert").child(move || typed_here.wrong.get());
    html::div().class("field").child(html::label().attr("for", id).child(label)).child(quiet(field)).child(error)
}

/// The button that shows what is typed, or hides it again.
pub fn show_typed(language: Language, shown: RwSignal<bool>) -> El {
    let words = &language.pages.open_copy;
    button("link", "")
        .attr("aria-pressed", move || Some(if shown.get() { "true" } else { "false" }))
        .child(move || if shown.get() { words.hide } else { words.show })
        .on_press(move || shown.update(|shown| *shown = !*shown))
}
