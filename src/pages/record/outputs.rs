//! What can be handed on: one output at a time, as a sheet to read, copy or print.

use super::check::people;
use super::on_sheet;
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::ways_out;
use crate::platform::clock;
use crate::platform::dom::{El, button, el, list, p};
use crate::record::{Day, Document, GROUPS, Given, Names, Output, look_again};
use leptos::prelude::*;

/// The documents of an output as they stand now.
fn documents(desk: Desk, output: Output, yes: bool) -> Vec<Document> {
    let people = people(desk);
    desk.case.with(|case| {
        desk.assessment.with(|assessment| {
            desk.names.with(|names| {
                let given = Given { names, yes, today: Day::parse(&clock::today()) };
                output.documents(case, assessment, desk.words, &people, given)
            })
        })
    })
}

/// The choice of an output, what it asks for, and the one that was chosen.
pub fn outputs() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let chosen = RwSignal::new(Output::Summary);
    let yes = RwSignal::new(false);
    // Names belong to one output: they go with it, and with the step.
    let leave = move || {
        desk.names.update(Names::wipe);
        yes.set(false);
    };
    on_cleanup(move || desk.names.update(Names::wipe));
    let shown = Memo::new(move |_| documents(desk, chosen.get(), yes.get()));
    let one = move |output: &Output| {
        let output = *output;
        button("", output.name(desk.words))
            .attr("data-output", output.text())
            .live_attr("aria-pressed", move || Some(if chosen.get() == output { "true" } else { "false" }))
            .on_press(move || {
                if chosen.get_untracked() != output {
                    leave();
                    chosen.set(output);
                }
            })
    };
    let groups = GROUPS.iter().zip(words.output_groups).map(|(outputs, title)| {
        let buttons = el("div").class("toggle outputs").attr("role", "group").attr("aria-label", title);
        el("div").class("output-group").child(el("h3").text(title)).child(buttons.children(outputs.iter().map(one)))
    });
    let about = move || {
        let output = chosen.get();
        let left_out = list("ul", "", output.left_out(desk.words).iter().copied());
        vec![el("h3").text(words.left_out_title), left_out]
    };
    let choice = el("div")
        .class("no-print")
        .child(el("h2").text(words.outputs_title))
        .child(p("", words.outputs_lead))
        .children(groups)
        .child(el("p").child(el("strong").attr("role", "status").live_text(move || chosen.get().reader(desk.words))))
        .child(el("div").class("panel left-out").live(about))
        .live(move || on_sheet::on_sheet(desk, chosen.get(), yes))
        .child(p("", words.agreed).live_flag("hidden", move || chosen.get() == Output::OwnCopy));
    let odd = move || {
        let found = shown.with(|documents| look_again(documents));
        if found.is_empty() {
            return Vec::new();
        }
        let found = found.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
        vec![
            el("div")
                .class("caution no-print")
                .attr("data-look-again", "")
                .child(p("", words.look_again).text(" ").child(el("strong").text(found)))
                .child(p("small", words.look_again_why)),
        ]
    };
    let none = move || shown.with(|documents| documents.iter().all(|document| document.blocks.is_empty()));
    let [hand_on, sheets] = ways_out(shown);
    let sheets = sheets
        .live_attr("data-shown", move || Some(chosen.get().text()))
        .live_class("carried", move || chosen.get() == Output::OwnCopy);
    vec![
        choice,
        el("div").live(odd),
        p("no-print", words.own_copy_empty).live_flag("hidden", move || !(none() && yes.get())),
        hand_on.live_flag("hidden", none),
        sheets.live_flag("hidden", none),
    ]
}
