//! How far the room agrees, where the differences come from, and what changed between the votes.

use super::results::{item_name, line, may_refer};
use super::votes_in::{VotesIn, result_names, too_few};
use crate::app::{CaseState, Language, Workshop};
use leptos::prelude::*;
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_view::{El, details, fact, html, p};
use waymark_workshop::agreement::{Figure, Undefined};
use waymark_workshop::board::{CountedRound, HIDDEN_UNDER, MOST};
use waymark_workshop::codes::{Finding, Round};
use waymark_workshop::variance::{Component, Parts, TooLittle};

/// A share as a whole number of a hundred.
fn of_hundred(share: f64) -> String {
    ((share * 100.0).round() as i32).to_string()
}

/// A number with so many places.
fn decimal(number: f64, places: u32) -> String {
    let whole = 10_i32.pow(places);
    let number = (number * f64::from(whole)).round() as i32;
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}.{:0width$}", number.abs() / whole, number.abs() % whole, width = places as usize)
}

/// A coefficient with two places, or why there is none.
pub fn figure_in_words(language: Language, figure: Figure) -> String {
    let words = &language.later().pages.workshop_board;
    match figure {
        Ok(figure) => decimal(figure, 2),
        Err(undefined) => {
            let place = match undefined {
                Undefined::NoPair => 0,
                Undefined::OneCategory => 1,
                Undefined::NotFull => 2,
            };
            fill(words.undefined_line, &[("why", words.undefined.get(place).copied().unwrap_or_default())])
        }
    }
}

/// How often two people gave the same answers; empty where nobody can tell.
pub fn percent_in_words(language: Language, counted: &CountedRound) -> String {
    let percent = counted.items_table().agreement().percent;
    percent.map_or_else(
        |_| String::new(),
        |percent| fill(language.later().pages.workshop_board.pairs, &[("n", &of_hundred(percent))]),
    )
}

/// The slide on agreement: percent first, then each coefficient with what it means.
pub fn agreement(language: Language, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    html::div().child(p("", words.agreement_lead)).live(move || {
        let counted = votes_in.round(workshop.session.round.get());
        if let Some(said) = too_few(language, &counted) {
            return vec![said];
        }
        let found = counted.items_table().agreement();
        let mut parts = Vec::new();
        if found.percent.is_ok() {
            let rows = [
                (words.kappa, found.fleiss_kappa, words.kappa_means),
                (words.ac1, found.gwet_ac1, words.ac1_means),
                (words.alpha, found.krippendorff_alpha, words.alpha_means),
            ];
            let row = |(name, figure, means): (&'static str, Figure, &'static str)| {
                fact(name, figure_in_words(language, figure)).child(html::dd().class("small").child(means))
            };
            parts.push(
                html::p().class("big").attr("data-figure", "percent").child(percent_in_words(language, &counted)),
            );
            parts.push(p("", words.pairs_means));
            parts.push(html::dl().class("summary figures").children(rows.map(row)));
            parts.push(differences(language, workshop, votes_in, &counted));
        }
        if let Ok(percent) = counted.findings_table().agreement().percent {
            parts.push(html::p().class("big").child(fill(words.pairs_findings, &[("n", &of_hundred(percent))])));
        }
        if parts.is_empty() {
            parts.push(p("", words.findings_none));
        }
        parts
    })
}

/// Where the differences come from, folded away: it is for the trainer. From codes it is split by people too, and, where
/// votes on other stories are kept, by story.
fn differences(language: Language, workshop: Workshop, votes_in: VotesIn, counted: &CountedRound) -> El {
    let words = &language.later().pages.workshop_board;
    let stories = votes_in.by_story(workshop);
    let own = match stories.first() {
        Some(story) => Parts::of_story(story),
        None => Parts::of_counts(counted.people, counted.splits.iter().map(|split| split.counts)),
    };
    let fold = details("fold", words.parts_title)
        .attr("data-figure", "parts")
        .child(p("", words.parts_lead))
        .children(parts_in_words(language, own));
    if stories.len() < 2 {
        return fold;
    }
    fold.child(html::h3().child(fill(words.parts_stories, &[("n", &stories.len().to_string())])))
        .children(parts_in_words(language, Parts::of_stories(&stories)))
}

/// Where most of the difference lies, each part with what it means, how many would have to vote, and what was left out.
fn parts_in_words(language: Language, found: Result<Parts, TooLittle>) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    let word = |all: &'static [&'static str], place: usize| all.get(place).copied().unwrap_or_default();
    let parts = match found {
        Ok(parts) => parts,
        Err(why) => return vec![p("", word(words.parts_undefined, why as usize))],
    };
    let most = parts.most().map_or_else(
        || words.parts_no_most.to_owned(),
        |source| fill(words.parts_most, &[("part", word(words.parts, source as usize))]),
    );
    let row = |part: &Component| {
        let (source, mut value) = (part.source as usize, decimal(part.value(), 3));
        let raw = decimal(part.raw, 3);
        // Below 0 by less than the places that are shown, it is 0.
        if part.is_negative() && raw != value {
            value = fill(words.parts_below, &[("n", &value), ("raw", &raw)]);
        }
        fact(word(words.parts, source), value).child(html::dd().class("small").child(word(words.parts_mean, source)))
    };
    let rows = html::dl().class("summary figures differences").children(parts.components.iter().map(row));
    let needed = parts.raters_needed().filter(|needed| *needed <= MOST as u32);
    let needed = needed.map(|needed| p("", fill(words.parts_needed, &[("n", &needed.to_string())])));
    let (not_known, not_asked) = (parts.not_known.to_string(), parts.not_asked.to_string());
    let left_out = fill(words.parts_left_out, &[("dk", &not_known), ("gaps", &not_asked)]);
    let most = html::p().child(html::strong().child(most));
    [most, rows].into_iter().chain(needed).chain([p("small", left_out)]).listed()
}

/// The slide on what changed.
pub fn compare(language: Language, case: CaseState, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    html::div().child(p("", words.compare_lead)).live(move || {
        let rounds = Round::ALL.iter().map(|round| votes_in.round(*round)).listed();
        if rounds.iter().any(|counted| counted.people < 2) {
            return vec![p("", words.compare_none)];
        }
        if let Some(said) = rounds.iter().find_map(|counted| too_few(language, counted)) {
            return vec![said];
        }
        let head = words.compare_head.iter().map(|name| html::th().attr("scope", "col").child(*name));
        let row = |row: Vec<String>| {
            let mut cells = row.into_iter();
            html::tr()
                .child(html::th().attr("scope", "row").child(cells.next().unwrap_or_default()))
                .children(cells.map(|cell| html::td().child(cell)))
        };
        vec![
            html::table()
                .class("refer")
                .child(html::thead().child(html::tr().children(head)))
                .child(html::tbody().later_each(compare_rows(language, case, workshop, &rounds), row)),
        ]
    })
}

/// What is set side by side: people, agreement, who would refer, results, items.
pub fn compare_rows(
    language: Language,
    case: CaseState,
    workshop: Workshop,
    rounds: &[CountedRound],
) -> Vec<Vec<String>> {
    let words = &language.later().pages.workshop_board;
    let row =
        |name: String, of: &dyn Fn(&CountedRound) -> String| [vec![name], rounds.iter().map(of).listed()].concat();
    let number = |n: u32| n.to_string();
    let line = line(case, workshop);
    let either = |counted: &CountedRound| {
        let range = counted.refer(line).either;
        let (least, most) = (range.start().to_string(), range.end().to_string());
        if least == most { least } else { [least, most].join("–") }
    };
    let percent =
        |counted: &CountedRound| counted.items_table().agreement().percent.map_or_else(|_| "–".to_owned(), of_hundred);
    let mut rows = vec![row(words.compare_people.to_owned(), &|counted| number(counted.people))];
    if rounds.iter().any(|counted| !counted.splits.is_empty()) {
        rows.push(row(words.compare_pairs.to_owned(), &percent));
    }
    if rounds.iter().all(may_refer) {
        rows.push(row(fill(words.compare_either, &[("line", &line.to_string())]), &either));
    }
    for finding in Finding::FOUND {
        let place = finding.index();
        if rounds.iter().any(|counted| counted.findings[place] > 0) {
            let name = result_names(language, workshop).get(place).copied().unwrap_or_default();
            rows.push(row(name.to_owned(), &|counted| number(counted.findings[place])));
        }
    }
    let shown = |item: &ItemNumber| {
        rounds.iter().all(|counted| counted.split(*item).is_some_and(|split| split.answered() >= HIDDEN_UNDER))
    };
    for item in ItemNumber::all().filter(shown) {
        let yes = |counted: &CountedRound| {
            counted.split(item).map_or_else(String::new, |split| {
                let (n, people) = (split.counts[0].to_string(), split.answered().to_string());
                fill(words.compare_yes, &[("n", &n), ("people", &people)])
            })
        };
        rows.push(row(item_name(language, item), &yes));
    }
    rows
}
