//! A number that somebody counts: typed, stepped with the arrow keys, or one more at a press.

use crate::app::Language;
use crate::components::{part_id, quiet};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use waymark_content::words::fill;
use waymark_view::{El, Event, KeyboardEvent, RwSignal, button, html, p, typed};

/// A number from 0 to `most`; an empty field is 0. What cannot be one is named at once and stays on the screen.
///
/// `read` follows its signals; `write` gets each new number.
pub fn count(
    language: Language,
    name: &str,
    label: &str,
    most: u32,
    read: impl Fn() -> u32 + 'static,
    write: impl Fn(u32) + 'static,
) -> El {
    let shell = &language.pages.shell;
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
        move |event: KeyboardEvent| {
            let now = untrack(|| read());
            let next = match event.key().as_str() {
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
    let message = fill(shell.number_error, &[("field", label), ("least", "0"), ("most", &most.to_string())]);
    let wrong = move || refused.with(Option::is_some);
    let field = html::input()
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .class("count-field")
        .attr("name", name)
        .attr("aria-label", label)
        .attr("aria-errormessage", &error_id)
        .attr("aria-describedby", &error_id)
        .attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .value(shown)
        .on(ev::input, type_in)
        .on(ev::keydown, step);
    let one_more = button("button second small", "+1")
        .attr("tabindex", "-1")
        .child(html::span().class("visually-hidden").child(": ").child(label))
        .on_press(move || set((untrack(|| read()) + 1).min(most)));
    let error = p("error", "").attr("id", &error_id).attr("role", "alert");
    let error = error.child(move || if wrong() { message.clone() } else { String::new() });
    html::div().class("count").child(quiet(field)).child(one_more).child(error)
}
