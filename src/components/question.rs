//! A question: its legend, why it is asked, its choices, and a way to undo a choice.

use super::text::{NumberField, TextField, ToggleNote};
use crate::app::Desk;
use crate::case::Input;
use crate::case::value::Kind;
use crate::case::vocabulary::Person;
use crate::content::words::capital;
use leptos::attr::custom::custom_attribute;
use leptos::attr::{Attribute, autocomplete, spellcheck};
use leptos::prelude::*;

/// What keeps a browser from remembering, checking or translating what a control holds. It belongs on every control.
pub fn quiet() -> impl Attribute {
    (
        autocomplete("off"),
        spellcheck("false"),
        custom_attribute("writingsuggestions", "false"),
        custom_attribute("translate", "no"),
    )
}

/// The id of a part of a question, for `aria-describedby`.
fn part_id(name: &str, part: &str) -> String {
    format!("{}-{part}", name.replace('.', "-"))
}

/// Radios or checkboxes for an input's values, as big labels. `class` is `choices` with its variant.
pub fn choice_list(
    input: Input,
    values: Vec<(&'static str, Signal<String>)>,
    many: bool,
    class: &'static str,
) -> impl IntoView {
    let name = input.name();
    let kind = if many { "checkbox" } else { "radio" };
    let rows = values
        .into_iter()
        .map(|(value, label)| {
            view! {
                <label class="choice">
                    {control(input, name.clone(), kind, value)}
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class=class>{rows}</div> }
}

/// Joined buttons for an input with two to five short values.
pub fn seg(input: Input, values: Vec<(&'static str, Signal<String>)>) -> impl IntoView {
    let name = input.name();
    let three = values.len() == 3;
    let rows = values
        .into_iter()
        .enumerate()
        .map(|(place, (value, label))| {
            view! {
                <label class:wide=three && place == 2>
                    {control(input, name.clone(), "radio", value)}
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="seg">{rows}</div> }
}

fn control(input: Input, name: String, kind: &'static str, value: &'static str) -> impl IntoView {
    let desk = Desk::here();
    let many = kind == "checkbox";
    view! {
        <input
            type=kind
            name=name
            value=value
            prop:checked=move || desk.holds(input, value)
            on:change=move |event| {
                if many {
                    desk.toggle(input, value, event_target_checked(&event));
                } else {
                    desk.answer(input, Some(value));
                }
            }
            {..quiet()}
        />
    }
}

/// The variant of the choices by how many there are.
fn variant(count: usize) -> &'static str {
    match count {
        0..=1 => "choices",
        2..=3 => "choices inline stack",
        _ => "choices many",
    }
}

/// A question of the case, drawn from what its input may hold. `about` is the person using power, where its words name one.
#[component]
pub fn Question(
    /// Which input.
    input: Input,
    /// The person using power, for words that name one.
    #[prop(optional, into)]
    about: Signal<Option<Person>>,
    /// Offer a note.
    #[prop(optional)]
    note: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let words = desk.words.question(input);
    let name = input.name();
    let say = move |text: &'static str| Signal::derive(move || capital(&desk.about_people(text, about.get())));
    let describes = [(words.why, "why"), (words.hint, "hint")];
    let described_by = describes
        .iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(_, part)| part_id(&name, part))
        .collect::<Vec<_>>()
        .join(" ");
    let options = words.options.iter().map(|(value, label)| (*value, say(label))).collect::<Vec<_>>();
    let body = match input.kind() {
        Kind::One(_) => choice_list(input, options, false, variant(words.options.len())).into_any(),
        Kind::Any(_) => choice_list(input, options, true, "choices many").into_any(),
        Kind::Tick => choice_list(input, options, true, "choices").into_any(),
        Kind::Number(least, most) => view! { <NumberField input least most/> }.into_any(),
        Kind::Text => view! { <TextField input/> }.into_any(),
    };
    let clearable = matches!(input.kind(), Kind::One(_));
    view! {
        <fieldset class="question" data-question=name.clone() aria-describedby=described_by>
            <legend>{say(words.ask)}</legend>
            {(!words.why.is_empty()).then(|| view! { <p class="why" id=part_id(&name, "why")>{words.why}</p> })}
            {(!words.hint.is_empty()).then(|| view! { <p class="hint" id=part_id(&name, "hint")>{words.hint}</p> })}
            {body}
            <Show when=move || clearable && desk.answered(input)>
                <ClearAnswer input/>
            </Show>
            {note.then(|| view! { <ToggleNote input/> })}
        </fieldset>
    }
}

/// Undoes a choice: the question is "not asked" again.
#[component]
pub fn ClearAnswer(
    /// Which input.
    input: Input,
) -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let about = desk.words.question(input).short;
    view! {
        <button type="button" class="clear" on:click=move |_| desk.answer(input, None)>
            {shell.clear_answer}
            <span class="visually-hidden">": "{about}</span>
        </button>
    }
}
