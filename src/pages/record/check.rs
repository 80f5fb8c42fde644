//! The check of the answers: what is open and matters first, then every answer by section, each with a way back to it.

use crate::app::{Desk, Layout, Step};
use crate::case::vocabulary::Vocabulary;
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, fact, p};
use crate::record::{Doubt, Open, People, Row, Section, sections, unanswered};
use leptos::prelude::*;

/// As many open questions of one kind are shown at once.
const FIRST: usize = 5;

/// What the two people are called, for the record.
pub fn people(desk: Desk) -> People {
    let called = desk.called();
    People { one: called.one.to_owned(), two: called.two.to_owned() }
}

/// Every answer by section, worked out once for all that shows some of them.
pub fn all_sections(desk: Desk) -> Memo<Vec<Section>> {
    // Not compared: what is shown of them is.
    Memo::new_with_compare(
        move |_| {
            let people = people(desk);
            desk.case.with(|case| desk.assessment.with(|assessment| sections(case, assessment, desk.words, &people)))
        },
        |_, _| true,
    )
}

/// A row with the button that leads to its question.
fn row_view(desk: Desk, row: Row, ask_again: bool) -> El {
    let words = &desk.words.pages.record_page;
    let Row { input, label, value, answered, step, .. } = row;
    let value = if ask_again { fill(words.open_again, &[("value", &value)]) } else { value };
    let open = button("link", if answered { words.change } else { words.answer })
        .child(el("span").class("visually-hidden").text(": ").text(label.clone()))
        .on_press(move || {
            if let Some(step) = Step::from_text(step) {
                desk.change_from_check(step, input);
            }
        });
    fact(label, value).child(el("dd").child(open)).attr("data-row", &input.name())
}

fn rows_view(rows: Vec<El>) -> El {
    el("dl").class("summary").children(rows)
}

/// What is unanswered or not known and matters.
pub fn still_open(into: El, all: Memo<Vec<Section>>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    // Worked out together, so that writing elsewhere on the step redraws nothing here.
    let open: Memo<Vec<(Open, Row)>> = Memo::new(move |_| {
        let open = desk.case.with(|case| desk.assessment.with(|assessment| unanswered(case, assessment)));
        all.with(|all| {
            let rows = || all.iter().flat_map(|section| &section.rows);
            let row = |open: &Open| rows().find(|row| row.input == open.input).cloned();
            open.into_iter().filter_map(|open| Some((open, row(&open)?))).collect()
        })
    });
    let kind = move |doubt: Doubt, title: &'static str| {
        let ours = open.get().into_iter().filter(|(open, _)| open.doubt == doubt);
        let mut rows: Vec<_> = ours.map(|(open, row)| row_view(desk, row, open.asked)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let more = rows.split_off(rows.len().min(FIRST));
        let mut drawn = vec![el("h3").text(title), rows_view(rows)];
        if !more.is_empty() {
            let count = fill(words.open_more, &[("n", &more.len().to_string())]);
            drawn.push(details("help", count).child(rows_view(more)));
        }
        drawn
    };
    into.child(el("h2").text(words.open_title))
        .child(el("p").live_text(move || if open.with(Vec::is_empty) { words.open_none } else { words.open_lead }))
        .later_each(
            [
                (Doubt::Gate, words.open_gate),
                (Doubt::Revisit, words.open_revisit),
                (Doubt::Core, words.open_core),
                (Doubt::Unknown, words.open_unknown),
            ],
            move |(doubt, title)| el("div").live(move || kind(doubt, title)),
        )
}

/// Every answer, by section; folded in the guided layout.
pub fn answers(into: El, all: Memo<Vec<Section>>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let whole = Memo::new(move |_| desk.layout.get() == Layout::Whole);
    let answered = move |place: usize| {
        let answered = |section: &Section| section.rows.iter().filter(|row| row.answered).cloned().collect();
        let mut rows: Vec<Row> = all.with(|all| all.get(place).map(answered)).unwrap_or_default();
        rows.sort_by_key(|row| !row.unknown);
        rows
    };
    let headings: Vec<_> = untrack(|| all.with(|all| all.iter().map(|section| section.heading).collect()));
    let folds: Vec<_> = headings
        .into_iter()
        .enumerate()
        .map(|(place, heading)| (heading, Memo::new(move |_| answered(place))))
        .collect();
    let held: Vec<_> = folds.iter().map(|(_, rows)| *rows).collect();
    let any = move || held.iter().any(|rows| rows.with(|rows| !rows.is_empty()));
    let fold = move |(heading, rows): (&'static str, Memo<Vec<Row>>)| {
        let count = move || fill(words.check_count, &[("section", heading), ("n", &rows.with(Vec::len).to_string())]);
        let drawn = move || {
            let rows = rows.get();
            vec![el("dl").class("summary").later_each(rows, move |row| row_view(desk, row, false))]
        };
        el("details")
            .class("fold")
            .live_flag("open", move || whole.get())
            .live_flag("hidden", move || rows.with(Vec::is_empty))
            .child(el("summary").live_text(count))
            .live(drawn)
    };
    into.child(el("h2").text(words.check_title))
        .child(p("", words.check_none).live_flag("hidden", any))
        .later_each(folds, fold)
}
