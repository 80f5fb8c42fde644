//! The check of the answers: what is open and matters first, then every answer by section, each with a way back to it.

use crate::app::{Desk, Layout, Step};
use crate::case::vocabulary::Vocabulary;
use crate::content::words::fill;
use crate::record::{Doubt, Open, People, Row, Section, sections, unanswered};
use leptos::prelude::*;

/// As many open questions of one kind are shown at once.
const FIRST: usize = 5;

/// What the two people are called, for the record.
pub fn people(desk: Desk) -> People {
    let called = desk.called();
    People { one: called.one.to_owned(), two: called.two.to_owned() }
}

fn all_sections(desk: Desk) -> Vec<Section> {
    let people = people(desk);
    desk.case.with(|case| desk.assessment.with(|assessment| sections(case, assessment, desk.words, &people)))
}

/// A row with the button that leads to its question.
fn row_view(desk: Desk, row: Row, ask_again: bool) -> impl IntoView + use<> {
    let words = &desk.words.pages.record_page;
    let Row { input, label, value, answered, step } = row;
    let value = if ask_again { fill(words.open_again, &[("value", &value)]) } else { value };
    let verb = if answered { words.change } else { words.answer };
    let open = move |_| {
        if let Some(step) = Step::from_text(step) {
            desk.open_at(step, input);
        }
    };
    view! {
        <div data-row=input.name()>
            <dt>{label.clone()}</dt>
            <dd>{value}</dd>
            <dd><button type="button" class="link" on:click=open>{verb}<span class="visually-hidden">": "{label}</span></button></dd>
        </div>
    }
}

/// What is unanswered or not known and matters.
#[component]
pub fn StillOpen() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    // Worked out together, so that writing elsewhere on the step redraws nothing here.
    let open: Memo<Vec<(Open, Row)>> = Memo::new(move |_| {
        let rows: Vec<Row> = all_sections(desk).into_iter().flat_map(|section| section.rows).collect();
        let open = desk.case.with(|case| desk.assessment.with(|assessment| unanswered(case, assessment)));
        let row = |open: &Open| rows.iter().find(|row| row.input == open.input).cloned();
        open.into_iter().filter_map(|open| Some((open, row(&open)?))).collect()
    });
    let kind = move |doubt: Doubt, title: &'static str| {
        let ours = open.get().into_iter().filter(|(open, _)| open.doubt == doubt);
        let mut rows: Vec<_> = ours.map(|(open, row)| row_view(desk, row, open.asked)).collect();
        (!rows.is_empty()).then(|| {
            let more = rows.split_off(rows.len().min(FIRST));
            let more = (!more.is_empty()).then(|| {
                let count = fill(words.open_more, &[("n", &more.len().to_string())]);
                view! { <details class="help"><summary>{count}</summary><dl class="summary">{more}</dl></details> }
            });
            view! { <h3>{title}</h3> <dl class="summary">{rows}</dl> {more} }
        })
    };
    view! {
        <h2>{words.open_title}</h2>
        <p>{move || if open.with(Vec::is_empty) { words.open_none } else { words.open_lead }}</p>
        {move || kind(Doubt::Gate, words.open_gate)}
        {move || kind(Doubt::Revisit, words.open_revisit)}
        {move || kind(Doubt::Core, words.open_core)}
    }
}

/// Every answer, by section; folded in the guided layout.
#[component]
pub fn Answers() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let answered = move |place: usize| {
        let rows = all_sections(desk).into_iter().nth(place).map(|section| section.rows).unwrap_or_default();
        rows.into_iter().filter(|row| row.answered).collect::<Vec<_>>()
    };
    let folds: Vec<_> = untrack(|| all_sections(desk))
        .into_iter()
        .enumerate()
        .map(|(place, section)| (section.heading, Memo::new(move |_| answered(place))))
        .collect();
    let none = {
        let rows: Vec<_> = folds.iter().map(|(_, rows)| *rows).collect();
        move || rows.iter().all(|rows| rows.with(Vec::is_empty))
    };
    let fold = |(heading, rows): (&'static str, Memo<Vec<Row>>)| {
        let count = move || fill(words.check_count, &[("section", heading), ("n", &rows.with(Vec::len).to_string())]);
        view! {
            <details class="fold" open=move || desk.layout.get() == Layout::Whole hidden=move || rows.with(Vec::is_empty)>
                <summary>{count}</summary>
                <dl class="summary">{move || rows.get().into_iter().map(|row| row_view(desk, row, false)).collect_view()}</dl>
            </details>
        }
    };
    view! {
        <h2>{words.check_title}</h2>
        <p hidden=move || !none()>{words.check_none}</p>
        {folds.into_iter().map(fold).collect_view()}
    }
}
