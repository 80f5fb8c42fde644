//! What can be handed on: one output at a time, as a sheet to read, copy or print.

use super::check::people;
use super::sheet::sheet;
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::quiet;
use crate::platform::clipboard::{self, Copied};
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
#[component]
pub fn Outputs() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let chosen = RwSignal::new(Output::Summary);
    let shown = Memo::new(move |_| documents(desk, chosen.get()));
    let told = RwSignal::new(Told::Nothing);
    let asking = RwSignal::new(false);
    let choose = move |output: Output| {
        chosen.set(output);
        told.set(Told::Nothing);
        asking.set(false);
    };
    let buttons = Output::ALL.iter().map(|output| {
        let name = words.outputs.get(output.index()).copied().unwrap_or_default();
        view! {
            <button type="button" data-output=output.text()
                aria-pressed=move || (chosen.get() == *output).to_string()
                on:click=move |_| choose(*output)>{name}</button>
        }
    });
    let reader = move || words.readers.get(chosen.get().index()).copied().unwrap_or_default();
    view! {
        <div class="no-print">
            <h2>{words.outputs_title}</h2>
            <p>{words.outputs_lead}</p>
            <div class="toggle outputs" role="group" aria-label=words.outputs_title>{buttons.collect_view()}</div>
            <p><strong role="status">{reader}</strong></p>
            <p>{words.agreed}</p>
            <HandOn shown told asking/>
            <p class="small muted">{words.preview}</p>
        </div>
        <div class="sheets" data-shown=move || chosen.get().text()>
            {move || shown.get().into_iter().map(sheet).collect_view()}
        </div>
    }
}

/// Copying and printing, each with what it leaves behind.
#[component]
fn HandOn(shown: Memo<Vec<Document>>, told: RwSignal<Told>, asking: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let text = move || shown.with(|documents| documents.iter().map(plain_text).collect::<Vec<_>>().join("\n\n"));
    let copy = move |_| {
        clipboard::copy(&text(), move |how| told.set(if how == Copied::Yes { Told::Copied } else { Told::NotCopied }));
    };
    let clear = move |_| {
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
    view! {
        <div class="actions">
            <button type="button" class="button" data-action="copy" on:click=copy>{words.copy}</button>
            <button type="button" class="button second" data-action="print" aria-expanded=move || asking.get().to_string()
                on:click=move |_| asking.update(|asking| *asking = !*asking)>{words.print}</button>
            <Show when=move || matches!(told.get(), Told::Copied | Told::NotCleared)>
                <button type="button" class="button second" data-action="clear-clipboard" on:click=clear>{words.clear_clipboard}</button>
            </Show>
        </div>
        <p role="status">{said}</p>
        <Show when=move || told.get() == Told::NotCopied>
            <textarea readonly rows="8" aria-label=words.by_hand prop:value=move || text() {..quiet()}></textarea>
        </Show>
        <Show when=move || asking.get()>
            <div class="panel" role="group" aria-label=words.print_title>
                <h3>{words.print_title}</h3>
                <ul>{words.print_words.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
                <div class="actions">
                    <button type="button" class="button" data-action="print-now" on:click=move |_| page::print()>{words.print_now}</button>
                    <button type="button" class="button second" on:click=move |_| asking.set(false)>{words.print_not}</button>
                </div>
            </div>
        </Show>
    }
}
