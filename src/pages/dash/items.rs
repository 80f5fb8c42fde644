//! The 24 items: an answer each, and how to ask, where from and a note beside it.

use crate::app::{Desk, Layout};
use crate::case::value::TEXT_LIMIT;
use crate::case::{Input, ItemNumber};
use crate::components::{quiet, seg};
use crate::engine::assessment::WhoMay;
use crate::platform;
use leptos::prelude::*;

/// The order of a short talk (practice, finding 27). Only the order on the page; numbers and count stay.
const TEN_MINUTES: [u8; 13] = [15, 14, 13, 8, 6, 16, 22, 11, 10, 12, 5, 2, 3];

fn order(short: bool) -> Vec<ItemNumber> {
    let first = TEN_MINUTES.into_iter().filter(|_| short).filter_map(ItemNumber::new);
    let mut order: Vec<ItemNumber> = first.collect();
    for item in ItemNumber::all() {
        if !order.contains(&item) {
            order.push(item);
        }
    }
    order
}

/// All the items, in the order of the form or of a short talk.
#[component]
pub fn Items() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let short = RwSignal::new(false);
    let pass_on = Memo::new(move |_| desk.assessment.with(|assessment| assessment.dash.who_may == WhoMay::HandOff));
    view! {
        <h2>{move || if pass_on.get() { words.items_handoff } else { words.items_title }}</h2>
        <p>
            <button type="button" class="button second small" data-action="ten-minutes"
                aria-pressed=move || short.get().to_string()
                on:click=move |_| short.update(|short| *short = !*short)>{words.ten}</button>
        </p>
        <p class="small" role="status">{move || if short.get() { words.ten_words } else { "" }}</p>
        <div class="items">
            <For each=move || order(short.get()) key=|item| item.get() let:item>
                <Item item/>
            </For>
        </div>
    }
}

#[component]
fn Item(item: ItemNumber) -> impl IntoView {
    let desk = Desk::here();
    let words = desk.words.item(item);
    let page = &desk.words.pages.dash;
    let number = item.get();
    let input = Input::DashItem(item);
    let answers = desk.words.question(input).options;
    let answers = answers.iter().map(|(value, label)| (*value, Signal::stored((*label).to_owned()))).collect();
    let whole = move || desk.layout.get() == Layout::Whole;
    let (source, note) = (Input::DashItemSource(item), Input::DashItemNote(item));
    let asks_source = move || whole() || desk.holds(input, "yes") || desk.answered(source);
    let said_by_other = move || desk.holds(Input::DashWith, "information") && !desk.answered(source);
    let clear = move |_| {
        desk.answer(input, None);
        platform::page::focus(&format!("[name=\"{}\"]", input.name()));
    };
    let lines = |lines: &'static [&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    view! {
        <fieldset class="item" data-question=input.name()>
            <legend><span class="n">{number}</span><span>{words.label}<span class="about">{words.about}</span></span></legend>
            {seg(input, answers)}
            <details open=whole>
                <summary>{page.more}<span class="visually-hidden">": "{page.item}" "{number}</span></summary>
                <ul>{lines(words.explore)}</ul>
                {(!words.parts.is_empty()).then(|| view! { <p>{page.parts}</p><ul>{lines(words.parts)}</ul> })}
                {writing(desk, note, page.note)}
            </details>
            <Show when=move || desk.answered(input)>
                <button type="button" class="clear" on:click=clear>
                    {desk.words.pages.shell.clear_answer}<span class="visually-hidden">": "{page.item}" "{number}</span>
                </button>
            </Show>
            <Show when=asks_source>
                <div class="source">
                    {writing(desk, source, page.source)}
                    <Show when=said_by_other>
                        <button type="button" class="clear" on:click=move |_| desk.answer(source, Some(page.said_by_other))>
                            {page.said_by_other}<span class="visually-hidden">": "{page.item}" "{number}</span>
                        </button>
                    </Show>
                </div>
            </Show>
        </fieldset>
    }
}

/// A line or two to write in, with its label.
fn writing(desk: Desk, input: Input, label: &'static str) -> impl IntoView {
    let name = input.name();
    let id = name.replace('.', "-");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea id=id name=name rows="1" maxlength=TEXT_LIMIT.to_string()
                prop:value=move || desk.case.with(|case| case.shown(input))
                on:input=move |event| desk.answer(input, Some(&event_target_value(&event)))
                {..quiet()}></textarea>
        </div>
    }
}
