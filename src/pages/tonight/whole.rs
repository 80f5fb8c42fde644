//! All the questions of the fast path on one page, in their ordinary form.

use crate::app::{CaseState, Language, View};
use crate::components::{layout_toggle, question, quiet};
use leptos::ev;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{ItemAnswer, Vocabulary};
use waymark_case::{Input, ItemNumber};
use waymark_flow::PathPosition;
use waymark_flow::tonight::{self, Screen, ScreenId, ScreenKind};
use waymark_view::{El, button, h1, html, p};

/// Every question, screen by screen.
pub fn questions(language: Language, case: CaseState, view: View) -> El {
    let words = &language.pages.tonight;
    let screen = move |id: &'static ScreenId| {
        let screen = tonight::screen(*id);
        let inputs = inputs(screen);
        // One question speaks for itself.
        let heading = (inputs.len() > 1).then(|| html::h2().child(screen.title(language)));
        let questions = inputs.into_iter().map(|input| match input {
            Input::DashItem(item) => dash_item(language, case, item),
            input => question(language, case, input),
        });
        html::div().child(heading).children(questions)
    };
    let to_result = move || view.go(view.places.tonight, PathPosition::Result(ScreenId::Worried));
    let onward = button("button", words.to_result).on_press(to_result);
    html::div()
        .child(h1(words.title))
        .child(p("lead", words.blank))
        .child(layout_toggle(language, view))
        .later_each(ScreenId::ALL, screen)
        .child(html::div().class("actions").child(onward))
}

/// The inputs of a screen, each once, in order.
fn inputs(screen: &Screen) -> Vec<Input> {
    let names: Vec<&'static str> = match screen.kind {
        ScreenKind::One(answers) => answers.iter().flat_map(|answer| answer.puts).map(|put| put.name).listed(),
        ScreenKind::Rows(rows) => rows.iter().map(|row| row.name).listed(),
        ScreenKind::Ticks(ticks, answers) => {
            let ticks = ticks.iter().flat_map(|tick| tick.puts);
            ticks.chain(answers.iter().flat_map(|answer| answer.puts)).map(|put| put.name).listed()
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
fn dash_item(language: Language, case: CaseState, item: ItemNumber) -> El {
    let input = Input::DashItem(item);
    let words = language.item(item);
    let answer = move |value: Option<&str>| {
        case.change(|case| tonight::enter(case, &input.name(), value.unwrap_or_default(), language));
    };
    let option = move |value: &'static str| {
        let radio = html::input()
            .attr("type", "radio")
            .attr("name", input.name())
            .attr("value", value)
            .checked(move || case.holds(input, value))
            .on(ev::change, move |_| answer(Some(value)));
        html::label()
            .class("choice")
            .child(quiet(radio))
            .child(html::span().child(language.question(input).option(value)))
    };
    let clear = move || {
        button("clear", language.pages.shell.clear_answer)
            .child(html::span().class("visually-hidden").child(": ").child(words.label))
            .on_press(move || answer(None))
    };
    html::fieldset()
        .class("question")
        .attr("data-question", input.name())
        .child(html::legend().child(words.label))
        .child(p("why", words.about))
        .child(html::div().class("choices inline stack").children(ItemAnswer::TEXTS.iter().map(|value| option(value))))
        .when(move || case.answered(input), clear)
}
