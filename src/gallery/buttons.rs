//! What is pressed. A page has one main button; the others are second to it.

use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, html};

shelf!("buttons", "Buttons", main_button second_button small_button link_button clear_button cannot_be_pressed_now pressed unfolds actions);

/// The one thing to do here.
fn main_button() -> El {
    button("button", "Go on")
}

/// Something else that can be done.
fn second_button() -> El {
    button("button second", "Not now")
}

/// A second button beside a field.
fn small_button() -> El {
    button("button second small", "Today")
}

/// A press that reads as a link.
fn link_button() -> El {
    button("link", "See the settings")
}

/// Undoes something small.
fn clear_button() -> El {
    button("clear", "Clear answer").child(html::span().class("visually-hidden").child(": who told"))
}

/// It stays in reach, so that focus stays on it and it is heard: `aria-disabled`, never `disabled`.
fn cannot_be_pressed_now() -> El {
    button("button", "Open the copy").attr("aria-disabled", "true")
}

/// A switch says whether it is on.
fn pressed() -> El {
    let on = RwSignal::new(false);
    html::div().class("toggle").child(
        button("", "Whole")
            .attr("aria-pressed", move || Some(if on.get() { "true" } else { "false" }))
            .on_press(move || on.update(|on| *on = !*on)),
    )
}

/// A button that shows something says whether it is there.
fn unfolds() -> El {
    let open = RwSignal::new(false);
    html::div()
        .child(
            button("button second", "Print")
                .attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
                .on_press(move || open.update(|open| *open = !*open)),
        )
        .when(move || open.get(), || html::p().child("What printing leaves behind."))
}

/// Buttons side by side; on a narrow screen they wrap.
fn actions() -> El {
    html::div().class("actions").child([button("button", "Yes, clear it all"), button("button second", "No, keep it")])
}
