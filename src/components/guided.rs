//! What the guided screens share: one question or a few rows on a screen, progress, Back, and one way of going on. A button
//! answers and goes on; radios and ticks move nothing, and such a screen has one Continue.

use super::field::quiet;
use super::question::{Choices, Label, choice_list, seg, worded};
use crate::app::{CaseState, Language, Step, View};
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::value::Kind;
use waymark_case::vocabulary::{Known, Vocabulary};
use waymark_content::words::fill;
use waymark_view::{El, button, html, p};

/// The most large buttons below each other on a phone.
const COLUMN: usize = 6;
/// The most answers that stand joined in a row of a phone.
const MOST: usize = 5;

/// The root of one screen. `question` is its `data-screen`.
pub fn screen_root(question: &str) -> El {
    html::div().class("screen").attr("data-screen", question)
}

/// How far the worker has come in a step: the place of the screen, and of how many. `name` is what the screens are called.
pub fn screen_progress(
    language: Language,
    step: Step,
    name: &'static str,
    place: impl Fn() -> (usize, usize) + Copy + 'static,
) -> El {
    let words = move || {
        let (at, of) = place();
        let parts = [("step", name), ("at", &at.to_string()), ("of", &of.to_string())];
        fill(language.pages.shell.screen_of, &parts)
    };
    html::p()
        .class("progress")
        .attr("data-progress", step.text())
        .attr("data-at", move || Some(place().0.to_string()))
        .attr("data-of", move || Some(place().1.to_string()))
        .child(words)
}

/// The end of a screen: on, and back. A screen whose one question is open can be skipped; any other has one Continue.
pub fn screen_actions(
    language: Language,
    skips: impl Fn() -> bool + Copy + 'static,
    next: impl Fn() + 'static,
    back: impl Fn() + 'static,
) -> El {
    let shell = &language.pages.shell;
    let on = button("button", "")
        .class(("second", skips))
        .child(move || if skips() { shell.skip_question } else { shell.go_on })
        .attr("data-action", move || Some(if skips() { "skip" } else { "next" }))
        .on_first_press(next);
    html::div().class("actions").child(on).child(back_button(language, back))
}

/// Back to the screen before.
pub fn back_button(language: Language, back: impl Fn() + 'static) -> El {
    button("button quiet", language.pages.shell.back).attr("data-action", "back").on_press(back)
}

/// A large button that answers, as `press` does: pressed while `chosen` holds.
pub fn answer_button(
    label: Label,
    name: &str,
    value: &str,
    chosen: impl Fn() -> bool + 'static,
    press: impl Fn() + 'static,
) -> El {
    quiet(button("", ""))
        .child(label)
        .attr("name", name)
        .attr("value", value)
        .attr("aria-pressed", move || Some(if chosen() { "true" } else { "false" }))
        .on_first_press(press)
}

/// The answers of one question as large buttons. Each answers, then `go_on` runs.
pub fn answer_buttons(language: Language, case: CaseState, input: Input, go_on: impl Fn() + Copy + 'static) -> El {
    let words = language.question(input);
    let name = input.name();
    let answer = |(value, label): &(&'static str, &'static str)| {
        let value = *value;
        let press = move || {
            case.answer(input, Some(value));
            go_on();
        };
        answer_button(worded(language, case, label), &name, value, move || case.holds(input, value), press)
    };
    html::fieldset()
        .class(if words.options.len() <= COLUMN { "bigs" } else { "bigs two" })
        .attr("data-question", input.question())
        .child(html::legend().class("visually-hidden").child(worded(language, case, words.ask)))
        .children(words.options.iter().map(answer))
}

/// One question of several on a screen: its legend and its answers side by side. `short` are short labels in the order of its
/// values; a plain yes, no or not known has its own.
pub fn row(language: Language, case: CaseState, input: Input, short: &[&'static str], hint: bool) -> El {
    let words = language.question(input);
    let values = words.options.iter().map(|(value, _)| *value);
    let plain = values.clone().eq(Known::TEXTS.iter().copied());
    let short = if plain { language.pages.tonight.yes_no_options } else { short };
    let label = |(place, (_, long)): (usize, &(&'static str, &'static str))| {
        worded(language, case, short.get(place).copied().unwrap_or(long))
    };
    let choices: Choices = values.zip(words.options.iter().enumerate().map(label)).listed();
    let answers = match input.kind() {
        Kind::Any(_) => choice_list(case, input, choices, true, "choices pair"),
        _ if choices.len() > MOST => seg(case, input, choices).class("grid"),
        _ => seg(case, input, choices),
    };
    let hint = (hint && !words.hint.is_empty()).then(|| p("hint", "").child(worded(language, case, words.hint)));
    html::fieldset()
        .class("row")
        .attr("data-question", input.question())
        .child(html::legend().child(worded(language, case, words.ask)))
        .child(hint)
        .child(answers)
}

/// The way back to the case, above every step of it.
pub fn back_to_case(language: Language, view: View) -> El {
    button("link back-to-case", language.pages.shell.back_to_case)
        .attr("data-step", Step::Case.text())
        .on_press(move || view.open(Step::Case))
}
