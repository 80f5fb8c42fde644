//! One screen of the fast path: a question with big buttons, a few rows, or a few ticks.

use crate::app::{CaseState, Language, Step, View};
use crate::components::{Label, answer_button, is_ticked, quiet, screen_actions, screen_progress, screen_root};
use crate::platform::voice;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_flow::PathPosition;
use waymark_flow::tonight::{self, Answer, RowQuestion, ScreenId, ScreenKind, Tap, Tick};
use waymark_view::{El, button, h1, html, p};

/// One screen. Going on with a blank leaves it "not asked".
pub fn screen(language: Language, case: CaseState, view: View, id: ScreenId) -> El {
    let words = &language.pages.tonight;
    let screen = tonight::screen(id);
    let title = screen.title(language);
    let one = screen.name().is_some();
    let to = move |position: PathPosition| view.go(view.places.tonight, position);
    let back = move || match case.answers.with_untracked(|case| tonight::back(id, case)) {
        Some(before) => to(PathPosition::At(before)),
        None => view.open(Step::Start),
    };
    let skips = move || one && !case.answers.with(|case| screen.answers().iter().any(|answer| answer.is_chosen(case)));
    let rows = move || {
        let rows = case.answers.with(|case| screen.rows(case));
        rows.into_iter().filter_map(|row| place_of(id, row)).listed()
    };
    // Beside ticks the buttons belong to the question that names the ticks.
    let big =
        if one { html::fieldset().child(html::legend().class("visually-hidden").child(title)) } else { html::div() };
    let big = big
        .class(if one { "bigs" } else { "bigs two" })
        .attr("data-question", screen.name())
        .children(screen.answers().iter().map(|answer| big_button(language, case, view, answer, id)));
    let now = move || case.answers.with(|case| tonight::at_once(id, case, language));
    voice::follow(move || now().unwrap_or_default());
    let at_once =
        move || now().map(|now| html::p().class("at-once").child(html::strong().child(now))).into_iter().listed();
    let to_result =
        button("link", words.to_result).attr("data-action", "to-result").on_press(move || to(PathPosition::Result(id)));
    let progress = screen_progress(language, Step::Tonight, words.title, move || {
        case.answers.with(|case| tonight::place(id, case))
    });
    screen_root(screen.first_name())
        .child(progress.child(" ").child(to_result))
        .child(h1(title))
        .child((id == ScreenId::Limits).then(|| p("small", words.limits_say)))
        .each(rows, move |key| row_at(id, key).map_or_else(html::div, |row| row_question(language, case, row)))
        .child(ticks(language, case, id))
        .child((!screen.answers().is_empty()).then_some(big))
        .child(html::div().live(at_once))
        .child(
            screen_actions(language, skips, move || to(PathPosition::After(id)), back)
                .child(clear_screen(language, case, id)),
        )
}

fn all_rows(id: ScreenId) -> &'static [RowQuestion] {
    match tonight::screen(id).kind {
        ScreenKind::Rows(rows) => rows,
        _ => &[],
    }
}

fn place_of(id: ScreenId, row: &RowQuestion) -> Option<usize> {
    all_rows(id).iter().position(|known| known.name == row.name)
}

fn row_at(id: ScreenId, place: usize) -> Option<&'static RowQuestion> {
    all_rows(id).get(place)
}

/// A button that answers and goes on.
fn big_button(language: Language, case: CaseState, view: View, answer: &'static Answer, id: ScreenId) -> El {
    let put = answer.puts.iter().find(|put| !put.value.is_empty());
    let press = move || {
        case.change(|case| tonight::apply(case, Tap::Answer(answer), language));
        view.go(view.places.tonight, case.answers.with_untracked(|case| PathPosition::answered(id, case)));
    };
    let (name, value) = put.map_or(("", ""), |put| (put.name, put.value));
    let chosen = move || case.answers.with(|case| answer.is_chosen(case));
    answer_button(Label::Fixed(answer.label(language)), name, value, chosen, press)
}

/// One question of several: its values side by side. Pressing the chosen one again takes it back.
fn row_question(language: Language, case: CaseState, row: &'static RowQuestion) -> El {
    let tap =
        move |value: Option<&'static str>| case.change(|case| tonight::apply(case, Tap::Row(row, value), language));
    let three = row.values.len() == 3;
    let option = move |(place, (value, label)): (usize, (&'static str, &'static str))| {
        let again = move || {
            if case.answers.with_untracked(|case| row.is_chosen(case, value)) {
                tap(None);
            }
        };
        let radio = html::input()
            .attr("type", "radio")
            .attr("name", row.name)
            .attr("value", value)
            .checked(move || case.answers.with(|case| row.is_chosen(case, value)))
            .on_press(again)
            .on(ev::change, move |_| tap(Some(value)));
        html::label()
            .class(if three && place == 2 { "wide" } else { "" })
            .child(quiet(radio))
            .child(html::span().child(label))
    };
    html::fieldset()
        .class("row")
        .attr("data-question", row.name)
        .child(html::legend().child(row.ask(language)))
        .child(html::div().class("seg").children(row.options(language).enumerate().map(option)))
}

/// Things to tick: those of one input are in one fieldset.
fn ticks(language: Language, case: CaseState, id: ScreenId) -> El {
    let screen = tonight::screen(id);
    let title = screen.title(language);
    let ticks = case.answers.with_untracked(|case| screen.ticks(case));
    let input = |tick: &Tick| tick.puts.first().map(|put| put.name);
    let groups = ticks.chunk_by(|one, other| input(one) == input(other)).map(|group| {
        html::fieldset()
            .class("choices")
            .attr("data-question", group.first().and_then(|tick| input(tick)))
            .child(html::legend().class("visually-hidden").child(match group {
                [tick] => tick.label(language),
                _ => title,
            }))
            .children(group.iter().map(|tick| tick_box(language, case, tick)))
    });
    html::div().class("ticked").children(groups)
}

fn tick_box(language: Language, case: CaseState, tick: &'static Tick) -> El {
    let put = tick.puts.first();
    let change = move |event| {
        let on = is_ticked(&event);
        case.change(|case| tonight::apply(case, Tap::Tick(tick, on), language));
    };
    let control = html::input()
        .attr("type", "checkbox")
        .attr("name", put.map(|put| put.name))
        .attr("value", put.map(|put| put.value))
        .checked(move || case.answers.with(|case| tick.is_on(case)))
        .on(ev::change, change);
    let label =
        html::span().child(tick.label(language)).child(tick.help(language).map(|help| html::small().child(help)));
    html::label().class("choice").child(quiet(control)).child(label)
}

/// Takes back what was answered on a screen.
fn clear_screen(language: Language, case: CaseState, screen: ScreenId) -> El {
    let screen = tonight::screen(screen);
    let names = move || screen.answers().iter().flat_map(|answer| answer.puts).map(|put| put.name);
    let answered = move || {
        case.answers.with(|case| {
            let rows =
                screen.rows(case).into_iter().any(|row| row.values.iter().any(|value| row.is_chosen(case, value)));
            let ticks = screen.ticks(case).into_iter().any(|tick| tick.is_on(case));
            rows || ticks || names().filter_map(Input::parse).any(|input| !case.is_unanswered(input))
        })
    };
    let clear = move || {
        case.change(|case| {
            screen.rows(case).into_iter().for_each(|row| tonight::apply(case, Tap::Row(row, None), language));
            screen.ticks(case).into_iter().for_each(|tick| tonight::apply(case, Tap::Tick(tick, false), language));
            for input in names().filter_map(Input::parse) {
                // Emptying is allowed for every input.
                let _ = case.put(input, None);
            }
        });
    };
    html::span().when(answered, move || button("clear", language.pages.tonight.clear).on_press(clear))
}
