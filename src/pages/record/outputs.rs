//! What can be handed on: one output at a time, as a sheet to read, copy or print.

use super::check::people;
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::ways_out;
use crate::platform::dom::{El, button, el, p};
use crate::record::{Block, Document, decision_log, handover, on_call, summary};
use leptos::prelude::*;

crate::closed_set! {
    /// What can be handed on; its text is its `data-output`.
    Output { Summary = "summary", Handover = "handover", DecisionLog = "decision-log" }
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
pub fn outputs() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let chosen = RwSignal::new(Output::Summary);
    let shown = Memo::new(move |_| documents(desk, chosen.get()));
    let buttons = Output::ALL.iter().map(|output| {
        button("", words.outputs.get(output.index()).copied().unwrap_or_default())
            .attr("data-output", output.text())
            .live_attr("aria-pressed", move || Some(if chosen.get() == *output { "true" } else { "false" }))
            .on_press(move || chosen.set(*output))
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
    let [hand_on, sheets] = ways_out(shown);
    vec![choice, hand_on, sheets.live_attr("data-shown", move || Some(chosen.get().text()))]
}
