//! Controls that are typed into: text, numbers, notes.

use super::question::{part_id, quiet};
use crate::app::Desk;
use crate::case::value::TEXT_LIMIT;
use crate::case::{Input, Text};
use crate::content::words::fill;
use crate::platform::dom::{El, Event, button, el, typed};
use leptos::prelude::*;

fn limited(control: El) -> El {
    quiet(control.attr("maxlength", &TEXT_LIMIT.to_string()))
}

/// A text of the case, several lines. In memory only.
pub fn text_field(input: Input) -> El {
    bound(el("textarea").attr("rows", "3"), input)
}

/// A text of the case, one line. In memory only.
pub fn short_field(input: Input) -> El {
    bound(el("input").attr("type", "text"), input)
}

fn bound(control: El, input: Input) -> El {
    let desk = Desk::here();
    if !desk.takes(input) {
        return nothing_typed(desk);
    }
    limited(control)
        .attr("name", &input.name())
        .attr("aria-label", desk.words.question(input).short)
        .live_value(move || desk.case.with(|case| case.shown(input)))
        .on("input", move |event| desk.answer(input, Some(&typed(&event))))
}

/// What stands in the place of a field in practice.
fn nothing_typed(desk: Desk) -> El {
    el("span").class("small muted").text(desk.words.pages.practice.nothing_typed)
}

/// A whole number. What cannot be one is named at once, and what was typed stays on the screen.
pub fn number_field(input: Input, least: u16, most: u16) -> El {
    let desk = Desk::here();
    let name = input.name();
    let label = desk.words.question(input).short;
    // What was typed and refused; it stays on the screen until something else is entered.
    let refused = RwSignal::new(None::<String>);
    let wrong = move || refused.with(Option::is_some) && !desk.answered(input);
    let error_id = part_id(&name, "error");
    let message = fill(
        desk.words.pages.shell.number_error,
        &[("field", label), ("least", &least.to_string()), ("most", &most.to_string())],
    );
    let write = move |event: Event| {
        let typed = typed(&event);
        let number = typed.trim();
        let mut fits = true;
        desk.change(|case| {
            fits = case.put(input, (!number.is_empty()).then_some(number)).is_ok();
            if !fits {
                let _ = case.put(input, None);
            }
        });
        refused.set((!fits).then_some(typed));
    };
    let shown = move || {
        let held = desk.case.with(|case| case.shown(input));
        if held.is_empty() { refused.get().unwrap_or_default() } else { held }
    };
    let control = el("input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .class("short")
        .attr("name", &name)
        .attr("aria-label", label)
        .attr("aria-errormessage", &error_id)
        .live_attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .live_value(shown)
        .on("input", write);
    el("div").child(quiet(control)).child(
        el("p")
            .class("error")
            .attr("id", &error_id)
            .attr("role", "alert")
            .live_flag("hidden", move || !wrong())
            .text(message),
    )
}

/// A note to an input that has none of its own; it opens when wanted and never changes a result.
pub fn toggle_note(input: Input) -> El {
    let desk = Desk::here();
    if desk.is_in_practice() {
        return el("span");
    }
    let name = input.name();
    let shell = &desk.words.pages.shell;
    let about = desk.words.question(input).short;
    let open = RwSignal::new(desk.case.with_untracked(|case| case.notes.contains_key(&name)));
    let field = move || {
        let (read, write) = (name.clone(), name.clone());
        limited(el("textarea").attr("rows", "2"))
            .attr("aria-label", &format!("{}: {about}", shell.note))
            .live_value(move || desk.case.with(|case| case.notes.get(&read).map_or("", Text::as_str).to_owned()))
            .on("input", move |event| {
                let typed = typed(&event);
                desk.change(|case| {
                    if typed.is_empty() {
                        case.notes.remove(&write);
                    } else {
                        case.notes.insert(write.clone(), Text::cut(&typed));
                    }
                });
            })
    };
    let offer = move || {
        button("clear", shell.add_note)
            .child(el("span").class("visually-hidden").text(": ").text(about))
            .on_press(move || open.set(true))
    };
    el("div").either(move || open.get(), field, offer)
}
