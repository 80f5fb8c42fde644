//! What the votes votes_in to: the most split items, totals against the line, who is doing what to whom.

use super::super::count::count;
use super::votes_in::{VotesIn, result_names, too_few};
use crate::app::{CaseState, Language, Workshop};
use crate::platform::voice;
use leptos::prelude::*;
use std::ops::RangeInclusive;
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_view::{El, button, details, html, p, unmarked};
use waymark_workshop::board::{CountedRound, Refer, Split};
use waymark_workshop::codes::Finding;
use waymark_workshop::feedback::Focus;

/// The two lines that are used most, beside the one that is moved.
const USUAL: [u8; 2] = [14, 17];
/// As many of the most split items stand at once on the screen.
const FIRST: usize = 8;

/// The vote that is shown. Follows the choice and the votes.
fn shown(workshop: Workshop, votes_in: VotesIn) -> CountedRound {
    votes_in.round(workshop.session.round.get())
}

/// A part of a bar: its share of the whole as a property of the style.
fn part(class: &str, count: u32, whole: u32) -> El {
    // In hundredths of a per cent, so that no floating point number has to be written.
    let share = (count * 10_000).checked_div(whole).unwrap_or_default();
    html::i().class(class).style(("--part", move || format!("{}.{:02}%", share / 100, share % 100)))
}

/// The items, most split first.
pub fn items(language: Language, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    html::div().child(p("", words.items_lead)).live(move || {
        let counted = shown(workshop, votes_in);
        if let Some(said) = too_few(language, &counted) {
            return vec![said];
        }
        if counted.hides_items() {
            return vec![p("notice", words.hidden)];
        }
        if counted.splits.is_empty() {
            return vec![p("", words.findings_none)];
        }
        let people = counted.people;
        let row = move |split: Split| item_row(language, split, people);
        let mut first = counted.most_split();
        let rest = first.split_off(first.len().min(FIRST));
        let mut parts = vec![key(language), unmarked(html::ul(), "bars splits").later_each(first, row)];
        if !rest.is_empty() {
            let name = fill(words.rest, &[("n", &rest.len().to_string())]);
            parts.push(details("fold", name).child(unmarked(html::ul(), "bars splits").later_each(rest, row)));
        }
        parts
    })
}

/// What each part of a bar stands for.
fn key(language: Language) -> El {
    let parts = ["yes", "no", "dk"].into_iter().zip(language.later().pages.workshop.answers);
    let parts = parts
        .map(|(class, name)| html::li().child(html::span().class("vote-bar").child(part(class, 1, 1))).child(*name));
    unmarked(html::ul(), "key").attr("aria-label", language.later().pages.workshop_board.key).children(parts)
}

fn item_row(language: Language, split: Split, people: u32) -> El {
    let words = &language.later().pages.workshop_board;
    let n = split.item.get().to_string();
    let name = html::span().child(html::b().child(&n)).child(" ").child(language.item(split.item).label);
    let row = html::li().attr("data-item", &n).child(name);
    if split.is_hidden() {
        return row.child(html::span().child(words.hidden_item));
    }
    let [yes, no, dk] = split.counts;
    let answered = split.answered();
    let mut said = split_in_words(language, &split);
    if people > answered {
        said = [said, fill(words.not_asked, &[("n", &(people - answered).to_string())])].join(", ");
    }
    let bar = html::span()
        .class("vote-bar")
        .attr("aria-hidden", "true")
        .child(part("yes", yes, answered))
        .child(part("no", no, answered))
        .child(part("dk", dk, answered));
    row.child(bar).child(html::span().child(said))
}

/// How the answers to an item fell, in words.
pub fn split_in_words(language: Language, split: &Split) -> String {
    let [yes, no, dk] = split.counts.map(|count| count.to_string());
    fill(language.later().pages.workshop_board.split_line, &[("yes", &yes), ("no", &no), ("dk", &dk)])
}

/// Where the line stands: where it was moved to, or where the area has it.
pub fn line(case: CaseState, workshop: Workshop) -> u8 {
    let local = || case.assessment.with(|assessment| assessment.dash.threshold.clamp(1, 24) as u8);
    workshop.session.line.get().unwrap_or_else(local)
}

/// The spread of the totals and the line that moves.
pub fn totals(language: Language, case: CaseState, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    let room = workshop.session;
    let move_by =
        move |by: i8| room.line.set(Some(untrack(|| line(case, workshop)).saturating_add_signed(by).clamp(1, 24)));
    let step = move |name: &'static str, sign: &'static str, action: &'static str, by: i8| {
        button("button second", sign).attr("data-action", action).attr("aria-label", name).on_press(move || move_by(by))
    };
    let field = count(
        language,
        "workshop.line",
        words.line,
        24,
        move || line(case, workshop).into(),
        move |number| room.line.set(u8::try_from(number).ok().filter(|number| *number > 0)),
    );
    let usual = USUAL.map(|usual| {
        button("button second", usual.to_string())
            .attr("data-line", usual.to_string())
            .attr("aria-pressed", move || Some(if line(case, workshop) == usual { "true" } else { "false" }))
            .on_press(move || room.line.set(Some(usual)))
    });
    let controls = html::div()
        .class("line-controls")
        .child(html::span().attr("aria-hidden", "true").child(words.line))
        .child(step(words.line_down, "−", "line-down", -1))
        .child(field)
        .child(step(words.line_up, "+", "line-up", 1))
        .children(usual);
    voice::follow(move || {
        let (counted, line) = (shown(workshop, votes_in), line(case, workshop));
        let name = fill(words.refer_row, &[("line", &line.to_string())]);
        let row = may_refer(&counted).then(|| refer_rows(language, &counted, line)).into_iter().flatten();
        row.into_iter().find(|row| row.first() == Some(&name)).map(|row| row.join("; ")).unwrap_or_default()
    });
    html::div()
        .child(p("", words.totals_lead))
        .child(controls)
        .live(move || {
            let counted = shown(workshop, votes_in);
            match too_few(language, &counted) {
                Some(said) => vec![said],
                None if counted.totals.is_empty() => vec![p("", words.totals_none)],
                None => vec![spread(language, case, workshop, &counted)],
            }
        })
        .child(html::div().live(move || {
            let counted = shown(workshop, votes_in);
            if may_refer(&counted) {
                refer(language, &counted, line(case, workshop))
            } else if counted.people < 2 || counted.is_hidden() || counted.totals.is_empty() {
                Vec::new()
            } else {
                vec![p("", words.refer_none)]
            }
        }))
}

/// True where it can be said who would refer: totals out of 24 and a judgement were asked for.
pub fn may_refer(counted: &CountedRound) -> bool {
    counted.people > 1 && !counted.is_hidden() && !counted.totals.is_empty() && counted.is_judged()
}

/// A column for each total, 0 to 24; those at or over the line are filled.
fn spread(language: Language, case: CaseState, workshop: Workshop, counted: &CountedRound) -> El {
    let words = &language.later().pages.workshop_board;
    let count = |total: u8| counted.totals.iter().filter(|one| **one == total).count() as u32;
    let tallest = (0..=24).map(count).max().unwrap_or_default();
    let columns = (0..=24_u8).map(|total| {
        let people = count(total);
        let column = if people == 1 { words.column_one } else { words.column };
        let said = fill(column, &[("count", &people.to_string()), ("total", &total.to_string())]);
        let shown = if people > 0 { people.to_string() } else { String::new() };
        html::li()
            .class(("reached", move || total >= line(case, workshop)))
            .class(("at-line", move || total == line(case, workshop)))
            .child(html::span().class("visually-hidden").child(if people > 0 { said } else { String::new() }))
            .child(html::small().attr("aria-hidden", "true").child(shown))
            .child(part("", people, tallest))
            .child(html::b().attr("aria-hidden", "true").child(total.to_string()))
    });
    html::ol()
        .class("spread")
        .attr("tabindex", "0")
        .attr("role", "list")
        .attr("aria-label", words.totals_lead)
        .children(columns)
}

/// A range in words; one number where it is one.
fn range_in_words(language: Language, range: &RangeInclusive<u32>, people: u32) -> String {
    let words = &language.later().pages.workshop_board;
    let (least, most, people) = (range.start().to_string(), range.end().to_string(), people.to_string());
    if least == most {
        fill(words.refer_of, &[("n", &least), ("people", &people)])
    } else {
        fill(words.refer_range, &[("least", &least), ("most", &most), ("people", &people)])
    }
}

/// The rows on who would refer: at the usual lines and at the one that was moved.
pub fn refer_rows(language: Language, counted: &CountedRound, line: u8) -> Vec<Vec<String>> {
    let words = &language.later().pages.workshop_board;
    let mut lines = USUAL.to_vec();
    if !lines.contains(&line) {
        lines.push(line);
    }
    sort_by_key(&mut lines, |line| *line);
    let row = |line: u8| {
        let Refer { score, judgement, either } = counted.refer(line);
        let of = |n: u32| range_in_words(language, &(n..=n), counted.people);
        let name = fill(words.refer_row, &[("line", &line.to_string())]);
        vec![name, of(score), of(judgement), range_in_words(language, &either, counted.people)]
    };
    lines.into_iter().map(row).listed()
}

fn refer(language: Language, counted: &CountedRound, line: u8) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    let rows = refer_rows(language, counted, line).into_iter().map(|row| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        let here = name == fill(words.refer_row, &[("line", &line.to_string())]);
        html::tr()
            .class(if here { "here" } else { "" })
            .child(html::th().attr("scope", "row").child(name))
            .children(cells.map(|cell| html::td().child(cell)))
    });
    let head = words.refer_head.iter().map(|name| html::th().attr("scope", "col").child(*name));
    let ranged = matches!(counted.refer(line).either, either if either.start() != either.end());
    let mut parts = vec![
        html::h3().child(words.refer_title),
        html::table()
            .class("refer")
            .child(html::thead().child(html::tr().children(head)))
            .child(html::tbody().children(rows)),
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

/// Who is doing what to whom: how many votes_in to each result.
pub fn findings(language: Language, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    html::div().child(p("", words.findings_lead)).live(move || {
        let counted = shown(workshop, votes_in);
        if let Some(said) = too_few(language, &counted) {
            return vec![said];
        }
        let own_view = workshop.session.focus.get() == Focus::Judgement;
        let choices: &[Finding] = if own_view { &Finding::VIEWS } else { &Finding::FOUND };
        let voted: u32 = choices.iter().map(|finding| counted.findings[finding.index()]).sum();
        if voted == 0 {
            return vec![p("", words.findings_none)];
        }
        let names = result_names(language, workshop);
        let rows = choices.iter().map(|finding| {
            let n = counted.findings[finding.index()];
            html::li()
                .attr("data-finding", finding.text())
                .child(html::span().child(names.get(finding.index()).copied().unwrap_or_default()))
                .child(html::span().class("vote-bar").attr("aria-hidden", "true").child(part("yes", n, voted)))
                .child(html::span().child(n.to_string()))
        });
        vec![unmarked(html::ul(), "bars splits").children(rows)]
    })
}

/// The name of an item with its number.
pub fn item_name(language: Language, item: ItemNumber) -> String {
    format!("{} {}", item.get(), language.item(item).label)
}
