//! One page for the room: printed or copied, without names.

use super::figures::{compare_rows, figure_in_words, percent_in_words};
use super::results::{item_name, line, refer_rows};
use super::{Came, too_few};
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::ways_out;
use crate::platform::dom::{El, el, p};
use crate::record::{Block, Document};
use crate::workshop::board::Counted;
use crate::workshop::codes::{Finding, Round};
use leptos::prelude::*;

/// As many of the most split items stand on the page.
const ITEMS: usize = 6;

/// The slide.
pub fn one_page(desk: Desk, came: Came, heading: El) -> Vec<El> {
    let words = &desk.words.pages.workshop_board;
    let document = Memo::new(move |_| {
        let rounds: Vec<Counted> = Round::ALL.iter().map(|round| came.round(*round)).collect();
        vec![document(desk, &rounds, line(desk))]
    });
    let enough = move || came.counted.with(|counted| too_few(desk, &counted[0]).is_none());
    let page = move || {
        let [buttons, sheets] = ways_out(document);
        vec![buttons, sheets]
    };
    vec![
        heading,
        p("no-print", words.page_lead),
        el("div").when_all(enough, page),
        el("div").when(move || !enough(), move || p("", words.few)),
    ]
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn document(desk: Desk, rounds: &[Counted], line: u8) -> Document {
    let words = &desk.words.pages.workshop_board;
    let guide = &desk.words.pages.workshop_guide;
    let [first, second] = rounds else { return empty(desk, Vec::new()) };
    let last = if second.people > 1 { second } else { first };
    let mut blocks = vec![Block::Facts(vec![(words.page_people.to_owned(), last.people.to_string())])];
    let mut section = |title: &str, some: Vec<Block>| {
        if !some.is_empty() {
            blocks.push(Block::Heading(2, title.to_owned()));
            blocks.extend(some);
        }
    };
    section(words.page_items, items(desk, last));
    if !last.totals.is_empty() || last.judgements.iter().any(|n| *n > 0) {
        let head = texts(words.refer_head);
        section(words.refer_title, vec![Block::Table { head, rows: refer_rows(desk, last, line) }]);
    }
    let named = |finding: &Finding| {
        let n = last.findings[finding.index()];
        let name = desk.words.pages.workshop.findings.get(finding.index()).copied().unwrap_or_default();
        (n > 0).then(|| (name.to_owned(), n.to_string()))
    };
    let findings: Vec<_> = Finding::FOUND.iter().filter_map(named).collect();
    // With a second vote they stand side by side further down.
    if !findings.is_empty() && second.people < 2 {
        let title = words.slides.get(3).copied().unwrap_or_default();
        section(title, vec![Block::Facts(findings)]);
    }
    let percent = percent_in_words(desk, last);
    if !percent.is_empty() {
        let found = last.items_table().agreement();
        let figures =
            [(words.kappa, found.fleiss_kappa), (words.ac1, found.gwet_ac1), (words.alpha, found.krippendorff_alpha)];
        let figures = figures.map(|(name, figure)| (name.to_owned(), figure_in_words(desk, figure)));
        let title = words.slides.get(4).copied().unwrap_or_default();
        section(title, vec![Block::Paragraph(percent), Block::Facts(figures.to_vec())]);
    }
    if second.people > 1 {
        // The items stand above already.
        let rows =
            compare_rows(desk, rounds).into_iter().filter(|row| !row[0].starts_with(|one: char| one.is_ascii_digit()));
        let head = texts(words.compare_head);
        let title = words.slides.get(5).copied().unwrap_or_default();
        section(title, vec![Block::Table { head, rows: rows.collect() }]);
    }
    section(words.page_means, vec![Block::List(texts(guide.figures_not))]);
    empty(desk, blocks)
}

fn empty(desk: Desk, blocks: Vec<Block>) -> Document {
    let words = &desk.words.pages.workshop_board;
    Document {
        notice: words.page_notice.to_owned(),
        title: words.page_title.to_owned(),
        blocks,
        version: words.page_version.to_owned(),
    }
}

/// The most split items; only that they are hidden where too few voted.
fn items(desk: Desk, counted: &Counted) -> Vec<Block> {
    let words = &desk.words.pages.workshop_board;
    if counted.splits.is_empty() {
        return Vec::new();
    }
    if counted.hides_items() {
        return vec![Block::Paragraph(words.hidden.to_owned())];
    }
    let shown = counted.most_split().into_iter().filter(|split| !split.is_hidden()).take(ITEMS);
    let row = |split: crate::workshop::board::Split| {
        let [yes, no, dk] = split.counts.map(|count| count.to_string());
        vec![item_name(desk, split.item), yes, no, dk]
    };
    vec![Block::Table { head: texts(words.page_item_head), rows: shown.map(row).collect() }]
}
