//! Controls that are typed into: text, numbers, notes.

use super::question::quiet;
use crate::app::Desk;
use crate::case::value::TEXT_LIMIT;
use crate::case::{Input, Text};
use crate::content::words::fill;
use leptos::prelude::*;

/// A text of the case. In memory only.
#[component]
pub fn TextField(
    /// Which input.
    input: Input,
    /// One line instead of several.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let name = input.name();
    let label = desk.words.question(input).short;
    let shown = move || desk.case.with(|case| case.shown(input));
    if short {
        return view! {
            <input type="text" name=name aria-label=label maxlength=TEXT_LIMIT.to_string()
                prop:value=shown
                on:input=move |event| desk.answer(input, Some(&event_target_value(&event)))
                {..quiet()}/>
        }
        .into_any();
    }
    view! {
        <textarea name=name aria-label=label rows="3" maxlength=TEXT_LIMIT.to_string()
            prop:value=shown
            on:input=move |event| desk.answer(input, Some(&event_target_value(&event)))
            {..quiet()}></textarea>
    }
    .into_any()
}

/// A whole number. What cannot be one is named at once, and what was typed stays on the screen.
#[component]
pub fn NumberField(
    /// Which input.
    input: Input,
    /// The least it may be.
    least: u16,
    /// The most it may be.
    most: u16,
) -> impl IntoView {
    let desk = Desk::here();
    let name = input.name();
    let label = desk.words.question(input).short;
    let wrong = RwSignal::new(false);
    let error_id = format!("{}-error", name.replace('.', "-"));
    let message = fill(
        desk.words.pages.shell.number_error,
        &[("field", label), ("least", &least.to_string()), ("most", &most.to_string())],
    );
    let message = StoredValue::new(message);
    view! {
        <input class="short" type="text" inputmode="numeric" name=name aria-label=label
            aria-invalid=move || wrong.get().to_string()
            aria-errormessage=error_id.clone()
            prop:value=move || desk.case.with_untracked(|case| case.shown(input))
            on:input=move |event| {
                let typed = event_target_value(&event);
                let typed = typed.trim();
                let mut refused = false;
                desk.change(|case| {
                    refused = case.put(input, (!typed.is_empty()).then_some(typed)).is_err();
                    if refused {
                        let _ = case.put(input, None);
                    }
                });
                wrong.set(refused);
            }
            {..quiet()}/>
        <p class="error" id=error_id role="alert" hidden=move || !wrong.get()>{move || message.get_value()}</p>
    }
}

/// A note to an input that has none of its own; it opens when wanted and never changes a result.
#[component]
pub fn ToggleNote(
    /// Which input.
    input: Input,
) -> impl IntoView {
    let desk = Desk::here();
    let name = StoredValue::new(input.name());
    let shell = &desk.words.pages.shell;
    let about = desk.words.question(input).short;
    let has_note = move || name.with_value(|name| desk.case.with(|case| case.notes.contains_key(name)));
    let open = RwSignal::new(desk.case.with_untracked(|case| case.notes.contains_key(&input.name())));
    let shown = move || {
        name.with_value(|name| desk.case.with(|case| case.notes.get(name).map_or("", Text::as_str).to_owned()))
    };
    let write = move |typed: String| {
        desk.change(|case| {
            if typed.is_empty() {
                case.notes.remove(&name.get_value());
            } else {
                case.notes.insert(name.get_value(), Text::cut(&typed));
            }
        });
    };
    view! {
        <Show
            when=move || open.get() || has_note()
            fallback=move || view! {
                <button type="button" class="clear" on:click=move |_| open.set(true)>
                    {shell.add_note}<span class="visually-hidden">": "{about}</span>
                </button>
            }
        >
            <textarea rows="2" aria-label=format!("{}: {about}", shell.note) maxlength=TEXT_LIMIT.to_string()
                prop:value=shown
                on:input=move |event| write(event_target_value(&event))
                {..quiet()}></textarea>
        </Show>
    }
}
