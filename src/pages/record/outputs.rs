//! What can be handed on: whom it is for, then that one output as a sheet to read, check, copy or print.

use super::check::Open;
use super::{before_it_goes, on_sheet};
use crate::app::{CaseState, Language};
use crate::components::ways_out;
use crate::platform::clock;
use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_record::{Day, Document, GROUPS, Given, Output};
use waymark_view::{El, Memo, RwSignal, button, html, memo, p};

/// The documents of an output, as of now.
fn documents(language: Language, case: CaseState, output: Output, yes: bool) -> Vec<Document> {
    let people = case.called(language);
    case.names.with(|names| {
        let given = Given { names, yes, today: Day::parse(&clock::today()) };
        case.read(|case, assessment| output.documents(case, assessment, language, &people, given))
    })
}

/// The choice of an output, what it asks for, the one that was chosen, the check before it goes, and the ways out. `open` is
/// what is still open in the answers.
pub fn outputs(language: Language, case: CaseState, open: Memo<Open>) -> Vec<El> {
    let words = &language.later().pages.record_page;
    let chosen = case.sheet;
    let yes = RwSignal::new(false);
    let shown = memo(move || documents(language, case, chosen.get(), yes.get()));
    let one = move |output: &Output| {
        let output = *output;
        button("", "")
            .child(move || output.name(case.words(language)))
            .attr("data-output", output.text())
            .attr("aria-pressed", move || Some(if chosen.get() == output { "true" } else { "false" }))
            .on_press(move || {
                if chosen.get_untracked() != output {
                    // A yes was given for one sheet; names belong to the visit.
                    yes.set(false);
                    chosen.set(output);
                }
            })
    };
    let groups = GROUPS.iter().zip(words.output_groups).map(|(outputs, title)| {
        let buttons = html::div().class("ideas").attr("role", "group").attr("aria-label", *title);
        html::div()
            .class("output-group")
            .child(html::p().child(*title))
            .child(buttons.children(outputs.iter().map(one)))
    });
    let choice = html::div()
        .class("no-print")
        .child(
            html::fieldset()
                .class("question")
                .attr("data-question", "output")
                .child(html::legend().child(words.outputs_title))
                .children(groups),
        )
        .child(
            html::p()
                .child(html::strong().attr("role", "status").child(move || chosen.get().reader(case.words(language)))),
        )
        .live(move || on_sheet::on_sheet(language, case, chosen.get(), yes));
    let none = move || shown.with(|documents| documents.iter().all(|document| document.blocks.is_empty()));
    let [hand_on, sheets] = ways_out(language, shown);
    let sheets = sheets
        .attr("data-shown", move || Some(chosen.get().text()))
        .class(("carried", move || chosen.get() == Output::OwnCopy));
    vec![
        choice,
        p("no-print", words.own_copy_empty).attr("hidden", move || !(none() && yes.get())),
        sheets.attr("hidden", none),
        before_it_goes::before_it_goes(language, case, shown, open).attr("hidden", none),
        hand_on.attr("hidden", none),
    ]
}
