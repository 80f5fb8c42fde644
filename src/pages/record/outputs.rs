//! What can be handed on: one output at a time, as a sheet to read, copy or print.

use super::check::people;
use super::sheet::sheet;
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::quiet;
use crate::platform::clipboard::{self, Copied};
use crate::platform::dom::{El, button, el, list, p};
use crate::platform::page;
use crate::record::{Block, Document, decision_log, handover, on_call, plain_text, summary};
use leptos::prelude::*;

crate::closed_set! {
    /// What can be handed on; its text is its `data-output`.
    Output { Summary = "summary", Handover = "handover", DecisionLog = "decision-log" }
}

/// What the worker was told about the last press of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Copied,
    NotCopied,
    Cleared,
    NotCleared,
}

/// The documents of an output, in order.
fn documents(desk: Desk, output: Output) -> Vec<Document> {
    let people = people(desk);
    desk.case.with(|case| {
        desk.assessment.with(|assessment| match output {
            Output::Summary => vec![summary(case, assessment, desk.words, &people)],
            Output::DecisionLog => vec![decision_log(case, assessment, desk.words, &people)],
            Output::Handover => {
                let handover = handover(case, assessment, desk.words);
                let call = Document {
                    title: desk.words.pages.record_page.call_title.to_owned(),
                    blocks: vec![Block::List(on_call(case, assessment, desk.words))],
                    ..handover.clone()
                };
                vec![call, handover]
            }
        })
    })
}

/// The choice of an output, and the one that was chosen.
pub fn outputs() -> [El; 2] {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let chosen = RwSignal::new(Output::Summary);
    let shown = Memo::new(move |_| documents(desk, chosen.get()));
    let told = RwSignal::new(Told::Nothing);
    let asking = RwSignal::new(false);
    let buttons = Output::ALL.iter().map(|output| {
        button("", words.outputs.get(output.index()).copied().unwrap_or_default())
            .attr("data-output", output.text())
            .live_attr("aria-pressed", move || Some(if chosen.get() == *output { "true" } else { "false" }))
            .on_press(move || {
                chosen.set(*output);
                told.set(Told::Nothing);
                asking.set(false);
            })
    });
    let reader = move || words.readers.get(chosen.get().index()).copied().unwrap_or_default();
    let choose = el("div")
        .class("toggle outputs")
        .attr("role", "group")
        .attr("aria-label", words.outputs_title)
        .children(buttons);
    let choice = el("div")
        .class("no-print")
        .child(el("h2").text(words.outputs_title))
        .child(p("", words.outputs_lead))
        .child(choose)
        .child(el("p").child(el("strong").attr("role", "status").live_text(reader)))
        .child(p("", words.agreed));
    let sheets = el("div")
        .class("sheets")
        .live_attr("data-shown", move || Some(chosen.get().text()))
        .each(move || shown.with(|documents| (0..).take(documents.len()).collect()), move |place| sheet(shown, place));
    [hand_on(choice, shown, told, asking).child(p("small muted", words.preview)), sheets]
}

/// Copying and printing, each with what it leaves behind.
fn hand_on(into: El, shown: Memo<Vec<Document>>, told: RwSignal<Told>, asking: RwSignal<bool>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let text = move || shown.with(|documents| documents.iter().map(plain_text).collect::<Vec<_>>().join("\n\n"));
    let copy = move || {
        clipboard::copy(&untrack(text), move |how| {
            told.set(if how == Copied::Yes { Told::Copied } else { Told::NotCopied });
        });
    };
    let clear = move || {
        clipboard::copy(words.blank, move |how| {
            told.set(if how == Copied::Yes { Told::Cleared } else { Told::NotCleared });
        });
    };
    let said = move || match told.get() {
        Told::Nothing => "",
        Told::Copied => words.copied,
        Told::NotCopied => words.not_copied,
        Told::Cleared => words.cleared,
        Told::NotCleared => words.not_cleared,
    };
    let clear =
        move || button("button second", words.clear_clipboard).attr("data-action", "clear-clipboard").on_press(clear);
    let print = button("button second", words.print)
        .attr("data-action", "print")
        .live_attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" }))
        .on_press(move || asking.update(|asking| *asking = !*asking));
    let by_hand = move || {
        let area = el("textarea").attr("readonly", "").attr("rows", "8").attr("aria-label", words.by_hand);
        quiet(area.live_value(text))
    };
    let actions = el("div")
        .class("actions")
        .child(button("button", words.copy).attr("data-action", "copy").on_press(copy))
        .child(print)
        .when(move || matches!(told.get(), Told::Copied | Told::NotCleared), clear);
    into.child(actions)
        .child(el("p").attr("role", "status").live_text(said))
        .when(move || told.get() == Told::NotCopied, by_hand)
        .when(move || asking.get(), move || before_printing(asking))
}

/// What printing leaves behind, asked before it happens.
fn before_printing(asking: RwSignal<bool>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let now = button("button", words.print_now).attr("data-action", "print-now").on_press(page::print);
    let not = button("button second", words.print_not).on_press(move || asking.set(false));
    el("div")
        .class("panel")
        .attr("role", "group")
        .attr("aria-label", words.print_title)
        .child(el("h3").text(words.print_title))
        .child(list("ul", "", words.print_words.iter().copied()))
        .child(el("div").class("actions").child(now).child(not))
}
