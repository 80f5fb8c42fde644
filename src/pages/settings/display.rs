//! How the page looks: at once, and while the tab is open if the worker asks for it and the browser allows it.

use crate::app::{Desk, LayoutToggle};
use crate::case::vocabulary::Vocabulary;
use crate::components::quiet;
use crate::platform::guarantees;
use crate::platform::preferences::{Display, TextSize};
use leptos::prelude::*;

/// Text size, contrast, layout.
#[component]
pub fn DisplayPanel() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let display = Display::here();
    let sizes = TextSize::ALL.iter().map(|size| {
        let name = words.text_sizes.get(size.index()).copied().unwrap_or_default();
        view! {
            <button type="button" data-display=size.text()
                aria-pressed=move || (display.text.get() == *size).to_string()
                on:click=move |_| display.text.set(*size)>{name}</button>
        }
    });
    let tick = |on: RwSignal<bool>, name: &'static str, label: &'static str, more: &'static str| {
        view! {
            <label class="choice">
                <input type="checkbox" data-display=name prop:checked=move || on.get()
                    on:change=move |event| on.set(event_target_checked(&event)) {..quiet()}/>
                <span>{label}{(!more.is_empty()).then(|| view! { <small>{more}</small> })}</span>
            </label>
        }
    };
    let remember = if guarantees::session_storage_answers() {
        tick(display.remember, "remember", words.remember, words.remember_more).into_any()
    } else {
        view! { <p class="small">{words.remember_refused}</p> }.into_any()
    };
    view! {
        <h2>{words.display_title}</h2>
        <h3>{words.text_title}</h3>
        <div class="toggle" role="group" aria-label=words.text_title>{sizes.collect_view()}</div>
        <h3>{words.layout_title}</h3>
        <p>{words.layout_words}</p>
        <LayoutToggle/>
        <div class="choices">
            {tick(display.contrast, "more-contrast", words.contrast, "")}
            {remember}
        </div>
    }
}
