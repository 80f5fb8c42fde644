//! A number that somebody counts: typed, stepped with the arrow keys, or one more at a press.

use crate::app::Desk;
use crate::components::{part_id, quiet};
use crate::content::words::fill;
use crate::platform::dom::{El, Event, button, el, key, typed};
use leptos::prelude::*;
use std::rc::Rc;

/// A number from 0 to `most`; an empty field is 0. What cannot be one is named at once and stays on the screen.
///
/// `read` follows its signals; `write` gets each new number.
pub fn count(
    name: &str,
    label: &str,
    most: u32,
    read: impl Fn() -> u32 + 'static,
    write: impl Fn(u32) + 'static,
) -> El {
    let words = &Desk::here().words.pages;
    let (read, write) = (Rc::new(read), Rc::new(write));
    let refused = RwSignal::new(None::<String>);
    let set = {
        let write = write.clone();
        move |number: u32| {
            refused.set(None);
            write(number);
        }
    };
    let type_in = {
        let (set, write) = (set.clone(), write.clone());
        move |event: Event| {
            let typed = typed(&event);
            match typed.trim() {
                "" => set(0),
                number => match number.parse().ok().filter(|number| *number <= most) {
                    Some(number) => set(number),
                    None => {
                        write(0);
                        refused.set(Some(typed));
                    }
                },
            }
        }
    };
    let step = {
        let (set, read) = (set.clone(), read.clone());
        move |event: Event| {
            let now = untrack(|| read());
            let next = match key(&event).as_str() {
                "ArrowUp" => (now + 1).min(most),
                "ArrowDown" => now.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            set(next);
        }
    };
    let shown = {
        let read = read.clone();
        move || match (refused.get(), read()) {
            (Some(typed), _) => typed,
            (None, 0) => String::new(),
            (None, number) => number.to_string(),
        }
    };
    let error_id = part_id(name, "error");
    let message = fill(words.shell.number_error, &[("field", label), ("least", "0"), ("most", &most.to_string())]);
    let wrong = move || refused.with(Option::is_some);
    let field = el("input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .class("count-field")
        .attr("name", name)
        .attr("aria-label", label)
        .attr("aria-errormessage", &error_id)
        .live_attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .live_value(shown)
        .on("input", type_in)
        .on("keydown", step);
    let one_more = button("button second small", "+1")
        .attr("tabindex", "-1")
        .child(el("span").class("visually-hidden").text(": ").text(label))
        .on_press(move || set((untrack(|| read()) + 1).min(most)));
    let error = move || el("p").class("error").attr("id", &error_id).attr("role", "alert").text(&message);
    el("div").class("count").child(quiet(field)).child(one_more).when(wrong, error)
}
