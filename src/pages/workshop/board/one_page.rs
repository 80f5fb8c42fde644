//! One page for the room: printed or copied, without names.

use super::super::story::known;
use super::figures::{compare_rows, figure_in_words, percent_in_words};
use super::results::{item_name, line, may_refer, refer_rows};
use super::votes_in::{VotesIn, result_names, too_few};
use crate::app::{CaseState, Language, Workshop};
use crate::components::ways_out;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_record::{Block, Document};
use waymark_view::{El, html, memo, p};
use waymark_workshop::board::CountedRound;
use waymark_workshop::codes::{Finding, Round};

/// As many of the most split items stand on the page.
const ITEMS: usize = 6;

/// The slide.
pub fn one_page(language: Language, case: CaseState, workshop: Workshop, votes_in: VotesIn, heading: El) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    let document = memo(move || {
        let rounds: Vec<CountedRound> = Round::ALL.iter().map(|round| votes_in.round(*round)).listed();
        vec![document(language, case, workshop, &rounds, heads(language, case, workshop, votes_in, &rounds))]
    });
    let enough = move || votes_in.counted.with(|counted| too_few(language, &counted[0]).is_none());
    let page = move || {
        let [buttons, sheets] = ways_out(language, document);
        vec![buttons, sheets]
    };
    vec![
        heading,
        p("no-print", words.page_lead),
        html::div().when_all(enough, page),
        html::div().live(move || votes_in.counted.with(|counted| too_few(language, &counted[0]).into_iter().listed())),
    ]
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).listed()
}

/// What tells this page from another of the same day: the story, the vote, the line and the policy.
fn heads(
    language: Language,
    case: CaseState,
    workshop: Workshop,
    votes_in: VotesIn,
    rounds: &[CountedRound],
) -> Vec<(String, String)> {
    let words = &language.later().pages.workshop_board;
    let story = votes_in.story(workshop).map_or_else(
        || words.page_story_none.to_owned(),
        |number| {
            let title = known(language, workshop, number).map(|story| [". ", &story.title].concat());
            [number.get().to_string(), title.unwrap_or_default()].concat()
        },
    );
    let second = rounds.get(Round::Second.index()).is_some_and(|counted| counted.people > 1);
    let vote = language.later().pages.workshop.rounds.get(usize::from(second)).copied().unwrap_or_default();
    let people = rounds.get(usize::from(second)).map_or(0, |counted| counted.people);
    let policy = case.assessment.with(|assessment| assessment.profile.to_string());
    let policy = language.question(Input::Profile).option(&policy);
    let line = fill(words.page_line_policy, &[("line", &line(case, workshop).to_string()), ("policy", policy)]);
    vec![
        (words.page_story.to_owned(), story),
        (words.page_people.to_owned(), [&people.to_string(), ". ", vote].concat()),
        (words.page_line.to_owned(), line),
    ]
}

fn document(
    language: Language,
    case: CaseState,
    workshop: Workshop,
    rounds: &[CountedRound],
    heads: Vec<(String, String)>,
) -> Document {
    let line = line(case, workshop);
    let words = &language.later().pages.workshop_board;
    let guide = &language.later().pages.workshop_guide;
    let [first, second] = rounds else { return empty(language, Vec::new()) };
    let last = if second.people > 1 { second } else { first };
    let mut blocks = vec![Block::Facts(heads)];
    let mut section = |title: &str, some: Vec<Block>| {
        if !some.is_empty() {
            blocks.push(Block::Heading(2, title.to_owned()));
            blocks.extend(some);
        }
    };
    section(words.page_items, items(language, last));
    if may_refer(last) {
        let head = texts(words.refer_head);
        section(words.refer_title, vec![Block::Table { head, rows: refer_rows(language, last, line) }]);
    }
    let named = |finding: &Finding| {
        let n = last.findings[finding.index()];
        let name = result_names(language, workshop).get(finding.index()).copied().unwrap_or_default();
        (n > 0).then(|| (name.to_owned(), n.to_string()))
    };
    let findings: Vec<_> = Finding::FOUND.iter().filter_map(named).listed();
    // With a second vote they stand side by side further down.
    if !findings.is_empty() && second.people < 2 {
        let title = words.slides.get(3).copied().unwrap_or_default();
        section(title, vec![Block::Facts(findings)]);
    }
    let percent = percent_in_words(language, last);
    if !percent.is_empty() {
        let found = last.items_table().agreement();
        let figures =
            [(words.kappa, found.fleiss_kappa), (words.ac1, found.gwet_ac1), (words.alpha, found.krippendorff_alpha)];
        let figures = figures.map(|(name, figure)| (name.to_owned(), figure_in_words(language, figure)));
        let title = words.slides.get(4).copied().unwrap_or_default();
        section(title, vec![Block::Paragraph(percent), Block::Facts(figures.to_vec())]);
    }
    if second.people > 1 {
        // The items stand above already.
        let rows = compare_rows(language, case, workshop, rounds)
            .into_iter()
            .filter(|row| !row[0].starts_with(|one: char| one.is_ascii_digit()));
        let head = texts(words.compare_head);
        let title = words.slides.get(5).copied().unwrap_or_default();
        section(title, vec![Block::Table { head, rows: rows.listed() }]);
    }
    section(words.page_means, vec![Block::List(texts(guide.figures_not))]);
    empty(language, blocks)
}

fn empty(language: Language, blocks: Vec<Block>) -> Document {
    let words = &language.later().pages.workshop_board;
    Document {
        notice: words.page_notice.to_owned(),
        title: words.page_title.to_owned(),
        blocks,
        version: words.page_version.to_owned(),
    }
}

/// The most split items; only that they are hidden where too few voted.
fn items(language: Language, counted: &CountedRound) -> Vec<Block> {
    let words = &language.later().pages.workshop_board;
    if counted.splits.is_empty() {
        return Vec::new();
    }
    if counted.hides_items() {
        return vec![Block::Paragraph(words.hidden.to_owned())];
    }
    let shown = counted.most_split().into_iter().filter(|split| !split.is_hidden()).take(ITEMS);
    let row = |split: waymark_workshop::board::Split| {
        let [yes, no, dk] = split.counts.map(|count| count.to_string());
        vec![item_name(language, split.item), yes, no, dk]
    };
    vec![Block::Table { head: texts(words.page_item_head), rows: shown.map(row).listed() }]
}
