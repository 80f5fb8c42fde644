//! How the page looks: at once, and while the tab is open if the worker asks for it and the browser allows it.

use crate::app::{Desk, layout_toggle};
use crate::case::vocabulary::Vocabulary;
use crate::components::{is_ticked, quiet};
use crate::platform::dom::{El, button, el, p};
use crate::platform::guarantees;
use crate::platform::preferences::{Display, TextSize};
use leptos::prelude::*;

/// Text size, contrast, layout.
pub fn display() -> [El; 7] {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let display = Display::here();
    let sizes = TextSize::ALL.iter().map(|size| {
        button("", words.text_sizes.get(size.index()).copied().unwrap_or_default())
            .attr("data-display", size.text())
            .live_attr("aria-pressed", move || Some(if display.text.get() == *size { "true" } else { "false" }))
            .on_press(move || display.text.set(*size))
    });
    let remember = if guarantees::session_storage_answers() {
        tick(display.remember, "remember", words.remember, words.remember_more)
    } else {
        p("small", words.remember_refused)
    };
    [
        el("h2").text(words.display_title),
        el("h3").text(words.text_title),
        el("div").class("toggle").attr("role", "group").attr("aria-label", words.text_title).children(sizes),
        el("h3").text(words.layout_title),
        p("", words.layout_words),
        layout_toggle(),
        el("div").class("choices").child(tick(display.contrast, "more-contrast", words.contrast, "")).child(remember),
    ]
}

fn tick(on: RwSignal<bool>, name: &'static str, label: &'static str, more: &'static str) -> El {
    let control = el("input")
        .attr("type", "checkbox")
        .attr("data-display", name)
        .live_checked(move || on.get())
        .on("change", move |event| on.set(is_ticked(&event)));
    let more = (!more.is_empty()).then(|| el("small").text(more));
    el("label").class("choice").child(quiet(control)).child(el("span").text(label).maybe(more))
}
