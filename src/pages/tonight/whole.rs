//! All the questions of the fast path on one page, in their ordinary form.

use super::{Place, go};
use crate::app::{Desk, LayoutToggle};
use crate::case::vocabulary::{ItemAnswer, Vocabulary};
use crate::case::{Input, ItemNumber};
use crate::components::{Question, quiet};
use crate::flow::tonight::{self, Kind, Screen, ScreenId};
use leptos::prelude::*;

/// Every question, screen by screen.
#[component]
pub fn Questions(
    /// Where the worker stands.
    place: RwSignal<Place>,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.tonight;
    let screens = ScreenId::ALL.iter().map(|id| {
        let screen = tonight::screen(*id);
        let inputs = inputs(screen);
        // One question speaks for itself.
        let heading = (inputs.len() > 1).then(|| view! { <h2>{screen.title(desk.words)}</h2> });
        let questions = inputs.into_iter().map(|input| match input {
            Input::DashItem(item) => view! { <Item item/> }.into_any(),
            input => view! { <Question input/> }.into_any(),
        });
        view! { {heading}{questions.collect_view()} }
    });
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.blank}</p>
        <LayoutToggle/>
        {screens.collect_view()}
        <div class="actions">
            <button type="button" class="button" on:click=move |_| go(place, Place::Result(ScreenId::Worried))>{words.to_result}</button>
        </div>
    }
}

/// The inputs of a screen, each once, in order.
fn inputs(screen: &Screen) -> Vec<Input> {
    let names: Vec<&'static str> = match screen.kind {
        Kind::One(answers) => answers.iter().flat_map(|answer| answer.puts).map(|put| put.name).collect(),
        Kind::Rows(rows) => rows.iter().map(|row| row.name).collect(),
        Kind::Ticks(ticks, answers) => {
            let ticks = ticks.iter().flat_map(|tick| tick.puts);
            ticks.chain(answers.iter().flat_map(|answer| answer.puts)).map(|put| put.name).collect()
        }
    };
    let mut inputs = Vec::new();
    for input in names.into_iter().filter_map(Input::parse) {
        if !inputs.contains(&input) {
            inputs.push(input);
        }
    }
    inputs
}

/// A Dash item, said to come from tonight and not from the form.
#[component]
fn Item(item: ItemNumber) -> impl IntoView {
    let desk = Desk::here();
    let input = Input::DashItem(item);
    let name = input.name();
    let words = desk.words.item(item);
    let answer = move |value: Option<&str>| {
        desk.change(|case| tonight::enter(case, &input.name(), value.unwrap_or_default(), desk.words))
    };
    let option = move |value: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name=input.name() value=value prop:checked=move || desk.holds(input, value)
                    on:change=move |_| answer(Some(value)) {..quiet()}/>
                <span>{desk.words.question(input).option(value)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="question" data-question=name>
            <legend>{words.label}</legend>
            <p class="why">{words.about}</p>
            <div class="choices inline stack">{ItemAnswer::TEXTS.iter().map(|value| option(value)).collect_view()}</div>
            <Show when=move || desk.answered(input)>
                <button type="button" class="clear" on:click=move |_| answer(None)>
                    {desk.words.pages.shell.clear_answer}<span class="visually-hidden">": "{words.label}</span>
                </button>
            </Show>
        </fieldset>
    }
}
