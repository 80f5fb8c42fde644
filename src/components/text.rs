//! Controls that are typed into: text, numbers, notes.

use super::field::{part_id, quiet};
use crate::app::{CaseState, Language};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::{Input, Text};
use waymark_content::words::fill;
use waymark_view::{El, Event, RwSignal, button, html, p, typed};

fn limited(control: El) -> El {
    quiet(control.attr("maxlength", TEXT_LIMIT.to_string()))
}

/// A text of the case, several lines. In memory only. Its name is the label around it, or what `aria-labelledby` names.
pub fn text_field(language: Language, case: CaseState, input: Input) -> El {
    bound(language, case, html::textarea().attr("rows", "3"), input)
}

/// A text of the case, one line. In memory only.
pub fn short_field(language: Language, case: CaseState, input: Input) -> El {
    bound(language, case, html::input().attr("type", "text"), input)
}

fn bound(language: Language, case: CaseState, control: El, input: Input) -> El {
    if !case.accepts(input) {
        return nothing_typed(language);
    }
    limited(control)
        .attr("name", input.name())
        .value(move || case.answers.with(|case| case.shown(input)))
        .on(ev::input, move |event| case.answer(input, Some(&typed(&event))))
}

/// Replaces a field in practice.
fn nothing_typed(language: Language) -> El {
    html::span().class("small muted").child(language.pages.shell.nothing_typed)
}

/// A whole number. What cannot be one is named at once, and what was typed stays on the screen. `label` is the id of its legend.
pub fn number_field(language: Language, case: CaseState, input: Input, label: &str, least: u16, most: u16) -> El {
    let name = input.name();
    let short = language.question(input).short;
    // What was typed and refused; it stays on the screen until something else is entered.
    let refused = RwSignal::new(None::<String>);
    let wrong = move || refused.with(Option::is_some) && !case.answered(input);
    let error_id = part_id(&name, "error");
    let message = fill(
        language.pages.shell.number_error,
        &[("field", short), ("least", &least.to_string()), ("most", &most.to_string())],
    );
    let message = untrack(|| case.about_people(language, &message, None));
    let write = move |event: Event| {
        let typed = typed(&event);
        let number = typed.trim();
        let mut fits = true;
        case.change(|case| {
            fits = case.put(input, (!number.is_empty()).then_some(number)).is_ok();
            if !fits {
                let _ = case.put(input, None);
            }
        });
        refused.set((!fits).then_some(typed));
    };
    let shown = move || {
        let held = case.answers.with(|case| case.shown(input));
        if held.is_empty() { refused.get().unwrap_or_default() } else { held }
    };
    let control = html::input()
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .class("short")
        .attr("name", &name)
        .attr("aria-labelledby", label)
        .attr("aria-errormessage", &error_id)
        .attr("aria-describedby", &error_id)
        .attr("aria-invalid", move || Some(if wrong() { "true" } else { "false" }))
        .value(shown)
        .on(ev::input, write);
    // Empty until there is something to say: what is only hidden is read out where the style is not known.
    let said = move || if wrong() { message.clone() } else { String::new() };
    let error = p("error", "").attr("id", &error_id).attr("role", "alert").child(said);
    html::div().child(quiet(control)).child(error)
}

/// A note to an input that has none of its own; it opens when wanted and never changes a result.
pub fn toggle_note(language: Language, case: CaseState, input: Input) -> El {
    if case.is_in_practice() {
        return html::span();
    }
    let name = input.name();
    let shell = &language.pages.shell;
    let about = untrack(|| case.about_people(language, language.question(input).short, None));
    let offered = about.clone();
    let open = RwSignal::new(case.answers.with_untracked(|case| case.notes.contains_key(&name)));
    let field = move || {
        let (read, write) = (name.clone(), name.clone());
        limited(html::textarea().attr("rows", "2"))
            .attr("aria-label", format!("{}: {about}", shell.note))
            .value(move || case.answers.with(|case| case.notes.get(&read).map_or("", Text::as_str).to_owned()))
            .on(ev::input, move |event| {
                let typed = typed(&event);
                case.change(|case| {
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
            .child(html::span().class("visually-hidden").child(": ").child(offered.clone()))
            .on_press(move || open.set(true))
    };
    html::div().either(move || open.get(), field, offer)
}
