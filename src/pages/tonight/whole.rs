//! All the questions of the fast path on one page, in their ordinary form.

use super::{Place, go};
use crate::app::{Desk, layout_toggle};
use crate::case::vocabulary::{ItemAnswer, Vocabulary};
use crate::case::{Input, ItemNumber};
use crate::components::{question, quiet};
use crate::flow::tonight::{self, Kind, Screen, ScreenId};
use crate::platform::dom::{El, button, el, h1, p};
use leptos::prelude::*;

/// Every question, screen by screen.
pub fn questions(place: RwSignal<Place>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.tonight;
    let screen = |id: &'static ScreenId| {
        let screen = tonight::screen(*id);
        let inputs = inputs(screen);
        // One question speaks for itself.
        let heading = (inputs.len() > 1).then(|| el("h2").text(screen.title(desk.words)));
        let questions = inputs.into_iter().map(|input| match input {
            Input::DashItem(item) => dash_item(item),
            input => question(input),
        });
        el("div").maybe(heading).children(questions)
    };
    let onward = button("button", words.to_result).on_press(move || go(place, Place::Result(ScreenId::Worried)));
    el("div")
        .child(h1(words.title))
        .child(p("lead", words.blank))
        .child(layout_toggle())
        .later_each(ScreenId::ALL, screen)
        .child(el("div").class("actions").child(onward))
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
fn dash_item(item: ItemNumber) -> El {
    let desk = Desk::here();
    let input = Input::DashItem(item);
    let words = desk.words.item(item);
    let answer = move |value: Option<&str>| {
        desk.change(|case| tonight::enter(case, &input.name(), value.unwrap_or_default(), desk.words));
    };
    let option = move |value: &'static str| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", &input.name())
            .attr("value", value)
            .live_checked(move || desk.holds(input, value))
            .on("change", move |_| answer(Some(value)));
        el("label").class("choice").child(quiet(radio)).child(el("span").text(desk.words.question(input).option(value)))
    };
    let clear = move || {
        button("clear", desk.words.pages.shell.clear_answer)
            .child(el("span").class("visually-hidden").text(": ").text(words.label))
            .on_press(move || answer(None))
    };
    el("fieldset")
        .class("question")
        .attr("data-question", &input.name())
        .child(el("legend").text(words.label))
        .child(p("why", words.about))
        .child(el("div").class("choices inline stack").children(ItemAnswer::TEXTS.iter().map(|value| option(value))))
        .when(move || desk.answered(input), clear)
}
