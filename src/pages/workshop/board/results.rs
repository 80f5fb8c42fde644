//! What the votes came to: the most split items, totals against the line, who is doing what to whom.

use super::super::count::count;
use super::{Came, too_few};
use crate::app::Desk;
use crate::case::ItemNumber;
use crate::case::vocabulary::Vocabulary;
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, p};
use crate::workshop::board::{Counted, Refer, Split};
use crate::workshop::codes::Finding;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// The two lines that are used most, beside the one that is moved.
const USUAL: [u8; 2] = [14, 17];
/// As many of the most split items stand at once on the screen.
const FIRST: usize = 8;

/// The vote that is shown. Follows the choice and the votes.
fn shown(desk: Desk, came: Came) -> Counted {
    came.round(desk.room.round.get())
}

/// A part of a bar: its share of the whole as a property of the style.
fn part(class: &str, count: u32, whole: u32) -> El {
    // In hundredths of a per cent, so that no floating point number has to be written.
    let share = (count * 10_000).checked_div(whole).unwrap_or_default();
    el("i").class(class).live_property("--part", move || format!("{}.{:02}%", share / 100, share % 100))
}

/// The items, most split first.
pub fn items(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    el("div").child(p("", words.items_lead)).live(move || {
        let counted = shown(desk, came);
        if let Some(said) = too_few(desk, &counted) {
            return vec![said];
        }
        if counted.hides_items() {
            return vec![p("notice", words.hidden)];
        }
        if counted.splits.is_empty() {
            return vec![p("", words.findings_none)];
        }
        let people = counted.people;
        let row = move |split: Split| item_row(desk, split, people);
        let mut first = counted.most_split();
        let rest = first.split_off(first.len().min(FIRST));
        let mut parts = vec![key(desk), el("ul").class("bars splits").later_each(first, row)];
        if !rest.is_empty() {
            let name = fill(words.rest, &[("n", &rest.len().to_string())]);
            parts.push(details("fold", name).child(el("ul").class("bars splits").later_each(rest, row)));
        }
        parts
    })
}

/// What each part of a bar stands for.
fn key(desk: Desk) -> El {
    let parts = ["yes", "no", "dk"].into_iter().zip(desk.words.pages.workshop.answers);
    let parts =
        parts.map(|(class, name)| el("li").child(el("span").class("vote-bar").child(part(class, 1, 1))).text(*name));
    el("ul").class("key").attr("aria-label", desk.words.pages.workshop_board.key).children(parts)
}

fn item_row(desk: Desk, split: Split, people: u32) -> El {
    let words = &desk.words.pages.workshop_board;
    let n = split.item.get().to_string();
    let name = el("span").child(el("b").text(&n)).text(" ").text(desk.words.item(split.item).label);
    let row = el("li").attr("data-item", &n).child(name);
    if split.is_hidden() {
        return row.child(el("span").text(words.hidden_item));
    }
    let [yes, no, dk] = split.counts;
    let answered = split.answered();
    let mut said = split_in_words(desk, &split);
    if people > answered {
        said = [said, fill(words.not_asked, &[("n", &(people - answered).to_string())])].join(", ");
    }
    let bar = el("span")
        .class("vote-bar")
        .attr("aria-hidden", "true")
        .child(part("yes", yes, answered))
        .child(part("no", no, answered))
        .child(part("dk", dk, answered));
    row.child(bar).child(el("span").text(said))
}

/// How the answers to an item fell, in words.
pub fn split_in_words(desk: Desk, split: &Split) -> String {
    let [yes, no, dk] = split.counts.map(|count| count.to_string());
    fill(desk.words.pages.workshop_board.split_line, &[("yes", &yes), ("no", &no), ("dk", &dk)])
}

/// Where the line stands: where it was moved to, or where the area has it.
pub fn line(desk: Desk) -> u8 {
    let local = || desk.assessment.with(|assessment| assessment.dash.threshold.clamp(1, 24) as u8);
    desk.room.line.get().unwrap_or_else(local)
}

/// The spread of the totals and the line that moves.
pub fn totals(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    let room = desk.room;
    let move_by = move |by: i8| room.line.set(Some(untrack(|| line(desk)).saturating_add_signed(by).clamp(1, 24)));
    let step = move |name: &'static str, sign: &'static str, action: &'static str, by: i8| {
        button("button second", sign).attr("data-action", action).attr("aria-label", name).on_press(move || move_by(by))
    };
    let field = count(
        "workshop.line",
        words.line,
        24,
        move || line(desk).into(),
        move |number| room.line.set(u8::try_from(number).ok().filter(|number| *number > 0)),
    );
    let usual = USUAL.map(|usual| {
        button("button second", usual.to_string())
            .attr("data-line", &usual.to_string())
            .live_attr("aria-pressed", move || Some(if line(desk) == usual { "true" } else { "false" }))
            .on_press(move || room.line.set(Some(usual)))
    });
    let controls = el("div")
        .class("line-controls")
        .child(el("span").attr("aria-hidden", "true").text(words.line))
        .child(step(words.line_down, "−", "line-down", -1))
        .child(field)
        .child(step(words.line_up, "+", "line-up", 1))
        .children(usual);
    el("div")
        .child(p("", words.totals_lead))
        .child(controls)
        .live(move || {
            let counted = shown(desk, came);
            match too_few(desk, &counted) {
                Some(said) => vec![said],
                None if counted.totals.is_empty() => vec![p("", words.totals_none)],
                None => vec![spread(desk, &counted)],
            }
        })
        .child(el("div").attr("role", "status").live(move || {
            let counted = shown(desk, came);
            if counted.people < 2 { Vec::new() } else { refer(desk, &counted, line(desk)) }
        }))
}

/// A column for each total, 0 to 24; those at or over the line are filled.
fn spread(desk: Desk, counted: &Counted) -> El {
    let words = &desk.words.pages.workshop_board;
    let count = |total: u8| counted.totals.iter().filter(|one| **one == total).count() as u32;
    let tallest = (0..=24).map(count).max().unwrap_or_default();
    let columns = (0..=24_u8).map(|total| {
        let people = count(total);
        let said = fill(words.column, &[("count", &people.to_string()), ("total", &total.to_string())]);
        let shown = if people > 0 { people.to_string() } else { String::new() };
        el("li")
            .live_class("reached", move || total >= line(desk))
            .live_class("at-line", move || total == line(desk))
            .child(el("span").class("visually-hidden").text(if people > 0 { said } else { String::new() }))
            .child(el("small").attr("aria-hidden", "true").text(shown))
            .child(part("", people, tallest))
            .child(el("b").attr("aria-hidden", "true").text(total.to_string()))
    });
    el("ol")
        .class("spread")
        .attr("tabindex", "0")
        .attr("role", "list")
        .attr("aria-label", words.totals_lead)
        .children(columns)
}

/// A range in words; one number where it is one.
fn range_in_words(desk: Desk, range: &RangeInclusive<u32>, people: u32) -> String {
    let words = &desk.words.pages.workshop_board;
    let (least, most, people) = (range.start().to_string(), range.end().to_string(), people.to_string());
    if least == most {
        fill(words.refer_of, &[("n", &least), ("people", &people)])
    } else {
        fill(words.refer_range, &[("least", &least), ("most", &most), ("people", &people)])
    }
}

/// The rows on who would refer: at the usual lines and at the one that was moved.
pub fn refer_rows(desk: Desk, counted: &Counted, line: u8) -> Vec<Vec<String>> {
    let words = &desk.words.pages.workshop_board;
    let mut lines = USUAL.to_vec();
    if !lines.contains(&line) {
        lines.push(line);
    }
    lines.sort_unstable();
    let row = |line: u8| {
        let Refer { score, judgement, either } = counted.refer(line);
        let of = |n: u32| range_in_words(desk, &(n..=n), counted.people);
        let name = fill(words.refer_row, &[("line", &line.to_string())]);
        vec![name, of(score), of(judgement), range_in_words(desk, &either, counted.people)]
    };
    lines.into_iter().map(row).collect()
}

fn refer(desk: Desk, counted: &Counted, line: u8) -> Vec<El> {
    let words = &desk.words.pages.workshop_board;
    let rows = refer_rows(desk, counted, line).into_iter().map(|row| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        let here = name == fill(words.refer_row, &[("line", &line.to_string())]);
        el("tr")
            .class(if here { "here" } else { "" })
            .child(el("th").attr("scope", "row").text(name))
            .children(cells.map(|cell| el("td").text(cell)))
    });
    let head = words.refer_head.iter().map(|name| el("th").attr("scope", "col").text(*name));
    let ranged = matches!(counted.refer(line).either, either if either.start() != either.end());
    let mut parts = vec![
        el("h3").text(words.refer_title),
        el("table").class("refer").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows)),
        p("small", words.refer_judgement),
    ];
    if ranged {
        parts.push(p("small", words.refer_range_note));
    }
    if counted.other_routes > 0 {
        parts.push(p("small", fill(words.refer_other, &[("n", &counted.other_routes.to_string())])));
    }
    parts
}

/// Who is doing what to whom: how many came to each result.
pub fn findings(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    el("div").child(p("", words.findings_lead)).live(move || {
        let counted = shown(desk, came);
        if let Some(said) = too_few(desk, &counted) {
            return vec![said];
        }
        let voted: u32 = Finding::FOUND.iter().map(|finding| counted.findings[finding.index()]).sum();
        if voted == 0 {
            return vec![p("", words.findings_none)];
        }
        let names = desk.words.pages.workshop.findings;
        let rows = Finding::FOUND.iter().map(|finding| {
            let n = counted.findings[finding.index()];
            el("li")
                .attr("data-finding", finding.text())
                .child(el("span").text(names.get(finding.index()).copied().unwrap_or_default()))
                .child(el("span").class("vote-bar").attr("aria-hidden", "true").child(part("yes", n, voted)))
                .child(el("span").text(n.to_string()))
        });
        vec![el("ul").class("bars splits").children(rows)]
    })
}

/// The name of an item with its number.
pub fn item_name(desk: Desk, item: ItemNumber) -> String {
    format!("{} {}", item.get(), desk.words.item(item).label)
}
