//! How the page looks: at once, and while the tab is open if the worker asks for it and the browser allows it.

use crate::app::{AreaState, Display, Language, TextSize, View};
use crate::components::{is_ticked, layout_toggle, quiet};
use crate::platform::guarantees;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, RwSignal, button, html, p};

/// Text size, contrast, layout.
pub fn display(language: Language, area: AreaState, view: View, display: Display) -> [El; 7] {
    let words = &language.later().pages.settings;
    let sizes = TextSize::ALL.iter().map(|size| {
        button("", words.text_sizes.get(size.index()).copied().unwrap_or_default())
            .attr("data-display", size.text())
            .attr("aria-pressed", move || Some(if display.text.get() == *size { "true" } else { "false" }))
            .on_press(move || display.text.set(*size))
    });
    let shift = html::input()
        .attr("type", "checkbox")
        .attr("data-display", "shift-exit")
        .checked(move || display.shift_leaves(area))
        .on(ev::change, move |event| display.shift_exit.set(Some(is_ticked(&event))));
    let shift = html::label()
        .class("choice")
        .child(quiet(shift))
        .child(html::span().child(words.shift_exit).child(html::small().child(words.shift_exit_more)));
    let remember = if guarantees::session_storage_answers() {
        tick(display.remember, "remember", words.remember, words.remember_more)
    } else {
        p("small", words.remember_refused)
    };
    [
        html::h2().child(words.display_title),
        html::h3().child(words.text_title),
        html::div().class("toggle").attr("role", "group").attr("aria-label", words.text_title).children(sizes),
        html::h3().child(words.layout_title),
        p("", words.layout_words),
        layout_toggle(language, view),
        html::div()
            .class("choices")
            .child(tick(display.contrast, "more-contrast", words.contrast, ""))
            .child(shift)
            .child(remember),
    ]
}

fn tick(on: RwSignal<bool>, name: &'static str, label: &'static str, more: &'static str) -> El {
    let control = html::input()
        .attr("type", "checkbox")
        .attr("data-display", name)
        .checked(move || on.get())
        .on(ev::change, move |event| on.set(is_ticked(&event)));
    let more = (!more.is_empty()).then(|| html::small().child(more));
    html::label().class("choice").child(quiet(control)).child(html::span().child(label).child(more))
}
