//! A field for a day of the calendar.

use super::field::{part_id, quiet};
use crate::app::{CaseState, Language};
use crate::platform::clock;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::{Day, Input};
use waymark_content::words::fill;
use waymark_view::{El, Event, RwSignal, button, html, p, typed};

/// A day, named by the element with `label_id`: typed in any usual way, or today by a press. What is no day is named once it is written, and stays on the screen.
pub fn day_field(language: Language, case: CaseState, input: Input, label_id: &str) -> El {
    let shell = &language.pages.shell;
    let name = input.name();
    let label = language.question(input).short;
    let refused = RwSignal::new(None::<String>);
    let wrong = move || refused.with(Option::is_some);
    let error_id = part_id(&name, "error");
    let message = fill(shell.day_error, &[("field", label)]);
    let put = move |day: Option<Day>, typed: String| {
        refused.set((day.is_none() && !typed.trim().is_empty()).then_some(typed));
        case.answer(input, day.map(|day| day.to_string()).as_deref());
    };
    // While it is being written, only a whole day in the shape of the case is taken; the rest is read when it is done.
    let write = move |event: Event| {
        let typed = typed(&event);
        let day = Day::parse(&typed);
        if day.is_some() || typed.is_empty() {
            put(day, typed);
        }
    };
    let done = move |event: Event| {
        let typed = typed(&event);
        put(Day::read(&typed), typed);
    };
    let shown = move || refused.get().unwrap_or_else(|| case.answers.with(|case| case.shown(input)));
    let control = html::input()
        .attr("type", "text")
        .class("short")
        .attr("name", &name)
        .attr("aria-labelledby", label_id)
        .attr("aria-errormessage", &error_id)
        .attr("aria-describedby", &error_id)
        .attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .value(shown)
        .on(ev::input, write)
        .on(ev::change, done);
    let today = move || put(Day::parse(&clock::today()), String::new());
    let error = p("error", "").attr("id", &error_id).attr("role", "alert");
    html::div()
        .child(quiet(control))
        .child(" ")
        .child(button("button second small", shell.day_today).on_press(today))
        .child(error.child(move || if wrong() { message.clone() } else { String::new() }))
}
