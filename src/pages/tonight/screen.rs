//! One screen of the fast path: a question with big buttons, a few rows, or a few ticks.

use super::{Place, go};
use crate::app::{Desk, Step};
use crate::case::Input;
use crate::components::{is_ticked, quiet};
use crate::content::words::fill;
use crate::flow::tonight::{self, Answer, Kind, Row, ScreenId, Tap, Tick};
use crate::platform::dom::{El, button, el, h1, p};
use leptos::prelude::*;

/// One screen. Going on with a blank leaves it "not asked".
pub fn screen(id: ScreenId, place: RwSignal<Place>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.tonight;
    let screen = tonight::screen(id);
    let title = screen.title(desk.words);
    let one = screen.name().is_some();
    let progress = move || {
        let (place, of) = desk.case.with(|case| tonight::place(id, case));
        fill(words.progress, &[("place", &place.to_string()), ("of", &of.to_string())])
    };
    let last = move || desk.case.with(|case| tonight::next(id, case)).is_none();
    let waits = move || id == ScreenId::Danger && desk.case.with(|case| tonight::waits(id, case));
    let back = move || match desk.case.with_untracked(|case| tonight::back(id, case)) {
        Some(before) => go(place, Place::At(before)),
        None => desk.go(Step::Start),
    };
    let go_on = move || {
        if last() {
            words.to_result
        } else if one {
            words.skip
        } else {
            words.go_on
        }
    };
    let rows = move || {
        let rows = desk.case.with(|case| screen.rows(case));
        rows.into_iter().filter_map(|row| place_of(id, row)).collect()
    };
    let big = el("fieldset")
        .class(if one { "bigs" } else { "bigs two" })
        .attr_if("data-question", screen.name())
        .child(el("legend").class("visually-hidden").text(title))
        .children(screen.answers().iter().map(|answer| big_button(answer, id, place)));
    let waiting = move || p("small", words.danger_somebody_else).text(" ").text(words.danger_landline);
    let at_once = move || {
        let now = desk.case.with(|case| tonight::at_once(id, case, desk.words));
        now.map(|now| el("p").class("at-once").child(el("strong").text(now))).into_iter().collect()
    };
    el("div")
        .child(
            el("p")
                .class("progress")
                .live_text(progress)
                .text(" ")
                .child(button("link", words.to_result).on_press(move || go(place, Place::Result(id)))),
        )
        .child(h1(title))
        .each(rows, move |key| row_at(id, key).map_or_else(|| el("div"), row_question))
        .child(ticks(id))
        .maybe((!screen.answers().is_empty()).then_some(big))
        .child(el("div").attr("role", "status").when(waits, waiting).live(at_once))
        .child(
            el("div")
                .class("actions")
                .child(
                    button(if one { "button second" } else { "button" }, "")
                        .live_text(go_on)
                        .attr("data-action", "next")
                        .on_press(move || go(place, Place::After(id))),
                )
                .child(button("button quiet", words.back).on_press(back))
                .child(clear_screen(id)),
        )
}

fn all_rows(id: ScreenId) -> &'static [Row] {
    match tonight::screen(id).kind {
        Kind::Rows(rows) => rows,
        _ => &[],
    }
}

fn place_of(id: ScreenId, row: &Row) -> Option<u32> {
    let place = all_rows(id).iter().position(|known| known.name == row.name)?;
    u32::try_from(place).ok()
}

fn row_at(id: ScreenId, key: u32) -> Option<&'static Row> {
    all_rows(id).get(usize::try_from(key).ok()?)
}

/// A button that answers and goes on.
fn big_button(answer: &'static Answer, id: ScreenId, place: RwSignal<Place>) -> El {
    let desk = Desk::here();
    let put = answer.puts.iter().find(|put| !put.value.is_empty());
    let press = move || {
        desk.change(|case| tonight::apply(case, Tap::Answer(answer), desk.words));
        // Where it is not private, the question is asked again when it may be.
        let again = id == ScreenId::Private && desk.case.with_untracked(|case| tonight::waits(id, case));
        go(place, if again { Place::At(id) } else { Place::After(id) });
    };
    let chosen = move || Some(if desk.case.with(|case| answer.is_chosen(case)) { "true" } else { "false" });
    quiet(button("", answer.label(desk.words)))
        .attr_if("name", put.map(|put| put.name))
        .attr_if("value", put.map(|put| put.value))
        .live_attr("aria-pressed", chosen)
        .on_press(press)
}

/// One question of several: its values side by side. Pressing the chosen one again takes it back.
fn row_question(row: &'static Row) -> El {
    let desk = Desk::here();
    let tap =
        move |value: Option<&'static str>| desk.change(|case| tonight::apply(case, Tap::Row(row, value), desk.words));
    let three = row.values.len() == 3;
    let option = move |(place, (value, label)): (usize, (&'static str, &'static str))| {
        let again = move || {
            if desk.case.with_untracked(|case| row.is_chosen(case, value)) {
                tap(None);
            }
        };
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", row.name)
            .attr("value", value)
            .live_checked(move || desk.case.with(|case| row.is_chosen(case, value)))
            .on_press(again)
            .on("change", move |_| tap(Some(value)));
        el("label")
            .class(if three && place == 2 { "wide" } else { "" })
            .child(quiet(radio))
            .child(el("span").text(label))
    };
    el("fieldset")
        .class("row")
        .attr("data-question", row.name)
        .child(el("legend").text(row.ask(desk.words)))
        .child(el("div").class("seg").children(row.options(desk.words).enumerate().map(option)))
}

/// Things to tick: those of one input stand in one fieldset.
fn ticks(id: ScreenId) -> El {
    let desk = Desk::here();
    let screen = tonight::screen(id);
    let title = screen.title(desk.words);
    let ticks = desk.case.with_untracked(|case| screen.ticks(case));
    let input = |tick: &Tick| tick.puts.first().map(|put| put.name);
    let groups = ticks.chunk_by(|one, other| input(one) == input(other)).map(|group| {
        el("fieldset")
            .class("choices")
            .attr_if("data-question", group.first().and_then(|tick| input(tick)))
            .child(el("legend").class("visually-hidden").text(title))
            .children(group.iter().map(|tick| tick_box(tick)))
    });
    el("div").class("ticked").children(groups)
}

fn tick_box(tick: &'static Tick) -> El {
    let desk = Desk::here();
    let put = tick.puts.first();
    let change = move |event| {
        let on = is_ticked(&event);
        desk.change(|case| tonight::apply(case, Tap::Tick(tick, on), desk.words));
    };
    let control = el("input")
        .attr("type", "checkbox")
        .attr_if("name", put.map(|put| put.name))
        .attr_if("value", put.map(|put| put.value))
        .live_checked(move || desk.case.with(|case| tick.is_on(case)))
        .on("change", change);
    let label = el("span").text(tick.label(desk.words)).maybe(tick.help(desk.words).map(|help| el("small").text(help)));
    el("label").class("choice").child(quiet(control)).child(label)
}

/// Takes back what was answered on a screen.
fn clear_screen(screen: ScreenId) -> El {
    let desk = Desk::here();
    let screen = tonight::screen(screen);
    let names = move || screen.answers().iter().flat_map(|answer| answer.puts).map(|put| put.name);
    let answered = move || {
        desk.case.with(|case| {
            let rows =
                screen.rows(case).into_iter().any(|row| row.values.iter().any(|value| row.is_chosen(case, value)));
            let ticks = screen.ticks(case).into_iter().any(|tick| tick.is_on(case));
            rows || ticks || names().filter_map(Input::parse).any(|input| !case.is_unanswered(input))
        })
    };
    let clear = move || {
        desk.change(|case| {
            screen.rows(case).into_iter().for_each(|row| tonight::apply(case, Tap::Row(row, None), desk.words));
            screen.ticks(case).into_iter().for_each(|tick| tonight::apply(case, Tap::Tick(tick, false), desk.words));
            for input in names().filter_map(Input::parse) {
                // Emptying is allowed for every input.
                let _ = case.put(input, None);
            }
        });
    };
    el("span").when(answered, move || button("clear", desk.words.pages.tonight.clear).on_press(clear))
}
