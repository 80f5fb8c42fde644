//! The 24 items: an answer each, and how to ask, where from and a note beside it.

use crate::app::{Desk, Layout};
use crate::case::value::TEXT_LIMIT;
use crate::case::{Input, ItemNumber};
use crate::components::{Label, quiet, seg, typed};
use crate::engine::assessment::WhoMay;
use crate::platform;
use crate::platform::dom::{El, button, el, list, p};
use leptos::prelude::*;

/// The order of a short talk (practice, finding 27). Only the order on the page; numbers and count stay.
const TEN_MINUTES: [u8; 13] = [15, 14, 13, 8, 6, 16, 22, 11, 10, 12, 5, 2, 3];

fn order(short: bool) -> Vec<u32> {
    let first = if short { TEN_MINUTES.as_slice() } else { &[] };
    let rest = ItemNumber::all().map(ItemNumber::get).filter(|item| !first.contains(item));
    first.iter().copied().chain(rest).map(u32::from).collect()
}

/// All the items, in the order of the form or of a short talk.
pub fn items(into: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let short = RwSignal::new(false);
    let pass_on = move || desk.assessment.with(|assessment| assessment.dash.who_may == WhoMay::HandOff);
    let ten = button("button second small", words.ten)
        .attr("data-action", "ten-minutes")
        .live_attr("aria-pressed", move || Some(if short.get() { "true" } else { "false" }))
        .on_press(move || short.update(|short| *short = !*short));
    into.child(el("h2").live_text(move || if pass_on() { words.items_handoff } else { words.items_title }))
        .child(el("p").child(ten))
        .child(p("small", "").attr("role", "status").live_text(move || if short.get() { words.ten_words } else { "" }))
        .later(move || vec![el("div").class("items").each(move || order(short.get()), draw)])
}

fn draw(key: u32) -> El {
    let number = u8::try_from(key).ok().and_then(ItemNumber::new);
    number.map_or_else(|| el("fieldset"), |number| item(Desk::here(), number))
}

fn item(desk: Desk, item: ItemNumber) -> El {
    let words = desk.words.item(item);
    let page = &desk.words.pages.dash;
    let shell = &desk.words.pages.shell;
    let input = Input::DashItem(item);
    let answers = desk.words.question(input).options;
    let answers = answers.iter().map(|(value, label)| (*value, Label::Fixed(label))).collect();
    let whole = move || desk.layout.get() == Layout::Whole;
    let (source, note) = (Input::DashItemSource(item), Input::DashItemNote(item));
    let asks_source = move || desk.takes(source) && (whole() || desk.holds(input, "yes") || desk.answered(source));
    let said_by_other = move || desk.holds(Input::DashWith, "information") && !desk.answered(source);
    // Names the item to a screen reader, where the screen shows it by place.
    let which =
        move || el("span").class("visually-hidden").text(": ").text(page.item).text(" ").text(item.get().to_string());
    let clear = move || {
        desk.answer(input, None);
        platform::page::focus(&["[name=\"", &input.name(), "\"]"].concat());
    };
    let how = move || {
        let parts = (!words.parts.is_empty()).then(|| list("ul", "", words.parts.iter().copied()));
        el("details")
            .live_flag("open", whole)
            .child(el("summary").text(page.more).child(which()))
            .child(list("ul", "", words.explore.iter().copied()))
            .maybe(parts.is_some().then(|| p("", page.parts)))
            .maybe(parts)
            .maybe(desk.takes(note).then(|| writing(desk, note, page.note)))
    };
    let ask_source = move || {
        let said = move || {
            button("clear", page.said_by_other)
                .child(which())
                .on_press(move || desk.answer(source, Some(page.said_by_other)))
        };
        el("div").class("source").child(writing(desk, source, page.source)).when(said_by_other, said)
    };
    let legend = el("legend")
        .child(el("span").class("n").text(item.get().to_string()))
        .child(el("span").text(words.label).child(el("span").class("about").text(words.about)));
    el("fieldset")
        .class("item")
        .attr("data-question", &input.name())
        .child(legend)
        .later(move || vec![seg(input, answers), how()])
        .when(move || desk.answered(input), move || button("clear", shell.clear_answer).child(which()).on_press(clear))
        .when(asks_source, ask_source)
}

/// A line or two to write in, with its label.
fn writing(desk: Desk, input: Input, label: &'static str) -> El {
    let name = input.name();
    let id = name.replace('.', "-");
    let area = quiet(el("textarea"))
        .attr("id", &id)
        .attr("name", &name)
        .attr("rows", "1")
        .attr("maxlength", &TEXT_LIMIT.to_string())
        .live_value(move || desk.case.with(|case| case.shown(input)))
        .on("input", move |event| desk.answer(input, Some(&typed(&event))));
    el("div").class("field").child(el("label").attr("for", &id).text(label)).child(area)
}
