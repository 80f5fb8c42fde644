//! The view layer: events. A listener gets the event with its own type, and ends with its element.

use leptos::ev;
use leptos::prelude::*;
use waymark_view::{
    El, Event, KeyboardEvent, RwSignal, button, html, is_in_field, is_in_long_text, is_ticked, on_key, typed,
};

shelf!("view_events", "View: events", press press_that_leads_on typed_text ticked_box key keys_outside_fields keys_anywhere);

/// A press, with the mouse, a finger or the keyboard.
fn press() -> El {
    let count = RwSignal::new(0);
    button("button", "Pressed ")
        .child(move || count.get().to_string())
        .on_press(move || count.update(|count| *count += 1))
}

/// A press that leads on: a double click is one press, as its second half would fall on what the first brought.
fn press_that_leads_on() -> El {
    let count = RwSignal::new(0);
    button("button", "Led on ")
        .child(move || count.get().to_string())
        .on_first_press(move || count.update(|count| *count += 1))
}

/// What is typed, at each letter.
fn typed_text() -> El {
    let text = RwSignal::new(String::new());
    let field = html::input().attr("type", "text").attr("aria-label", "Anything");
    html::div()
        .child(field.on(ev::input, move |event| text.set(typed(&event))))
        .child(html::p().child(move || text.get().to_uppercase()))
}

/// Whether a box is ticked.
fn ticked_box() -> El {
    let on = RwSignal::new(false);
    let tick = html::input().attr("type", "checkbox").on(ev::change, move |event: Event| on.set(is_ticked(&event)));
    html::label().class("tick").child(tick).child(html::span().child(move || if on.get() { "on" } else { "off" }))
}

/// A key, by its name: the event of `ev::keydown` is a `KeyboardEvent`.
fn key() -> El {
    let name = RwSignal::new(String::new());
    let heard = move |event: KeyboardEvent| name.set(event.key());
    html::div()
        .child(html::input().attr("type", "text").attr("aria-label", "Press a key").on(ev::keydown, heard))
        .child(html::p().child(move || name.get()))
}

/// A key that is a short way to an answer: in a field it writes or chooses.
fn keys_outside_fields() -> El {
    let heard = RwSignal::new(0);
    let hear = move |event: KeyboardEvent| {
        if !is_in_field(&event) {
            heard.update(|heard| *heard += 1);
        }
    };
    html::div()
        .on(ev::keydown, hear)
        .child(button("button second", "Press a key here"))
        .child(html::input().attr("type", "text").attr("aria-label", "A key here writes"))
        .child(html::p().child(move || format!("{} keys", heard.get())))
}

/// Keys anywhere on the page are heard for as long as the part that asks for them is there; in a long text they write.
fn keys_anywhere() -> El {
    let (open, heard) = (RwSignal::new(false), RwSignal::new(0));
    let part = move || {
        on_key(move |event| {
            if !is_in_long_text(&event) {
                heard.update(|heard| *heard += 1);
            }
        });
        html::textarea().attr("aria-label", "A long text")
    };
    html::div()
        .child(button("button", "Listen").on_press(move || open.update(|open| *open = !*open)))
        .when(move || open.get(), part)
        .child(html::p().child(move || format!("{} keys", heard.get())))
}
