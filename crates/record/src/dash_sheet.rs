//! The Dash sheet in words: 24 items with answer, source and note, and the running range.
//!
//! The word "incomplete" stands beside every count while an item is not asked (dash:2.4), and a sheet that may not be
//! totalled has a reason in place of a count.

use super::document::{Block, Marked};
use super::phrases::{Reading, is_unknown, lower_first};
use super::reasons::item_sign;
use waymark_case::listed::Listed;
use waymark_case::value::Text;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input, ItemNumber};
use waymark_content::words::{capital, fill};

/// How the sheet was obtained, the range, the items that were answered, and those that nobody knows; only the range when
/// nothing was answered.
pub fn blocks(reading: &Reading<'_>) -> Vec<Block> {
    let case = reading.case;
    let say = &reading.words.steps().pages.record;
    let started = !case.dash.answers.is_empty();
    let mut blocks = vec![counted(reading)];
    if !started {
        return blocks;
    }
    if was_overheard(reading) {
        blocks.push(Block::paragraph(say.count_heard));
    }
    blocks.push(come_by(&[Input::DashWith, Input::DashHeard], reading));
    let (known, unknown): (Vec<ItemNumber>, Vec<ItemNumber>) = ItemNumber::all()
        .filter(|item| case.dash.answers.get(*item).is_some())
        .partition(|item| case.dash.answers.get(*item) != Some(&ItemAnswer::DontKnow));
    let table = |items: Vec<ItemNumber>| {
        Block::table(say.sheet_head, items.into_iter().map(|item| row(item, reading)).listed())
    };
    blocks.extend([table(known), table(unknown).marked(Marked::NotAsked)]);
    blocks
}

/// True when the answers were heard by somebody else, or came through a relative or friend.
fn was_overheard(reading: &Reading<'_>) -> bool {
    matches!(reading.case.dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter))
}

/// How the answers were obtained, as far as is known.
fn come_by(inputs: &[Input], reading: &Reading<'_>) -> Block {
    let known =
        inputs.iter().filter(|input| !reading.case.is_unanswered(**input) && !is_unknown(reading.case, **input));
    Block::Facts(known.map(|input| (reading.label(*input), reading.value(*input))).listed())
}

/// Who could hear the answers, and whether a relative or friend interpreted.
pub fn heard(reading: &Reading<'_>) -> Block {
    come_by(&[Input::DashHeard], reading)
}

/// That somebody else heard answers or interpreted them, with its label; `None` where there is no such answer.
pub fn overheard(reading: &Reading<'_>) -> Option<(String, String)> {
    let said = was_overheard(reading) && !reading.case.dash.answers.is_empty();
    said.then(|| (reading.label(Input::DashHeard), reading.value(Input::DashHeard)))
}

/// The running range as a block: what the answers come to together, or that none was asked for.
pub fn counted(reading: &Reading<'_>) -> Block {
    let mark = if reading.case.dash.answers.is_empty() { Marked::NotAsked } else { Marked::Finding };
    Block::paragraph(count(reading)).marked(mark)
}

/// The running range in one line, or why there is none.
pub fn count(reading: &Reading<'_>) -> String {
    let dash = &reading.assessment.dash;
    let say = &reading.words.steps().pages.record;
    if reading.case.dash.answers.is_empty() {
        return say.count_not_started.to_owned();
    }
    let (Some(yes), Some(highest)) = (dash.yes, dash.highest) else {
        return fill(say.count_none, &[("reason", no_total(reading))]);
    };
    let sentence = match (dash.complete, highest > yes) {
        (false, _) => say.count_incomplete,
        (true, true) => say.count_open,
        (true, false) => say.count_complete,
    };
    let numbers = [("yes", yes), ("highest", highest), ("no", dash.no), ("blank", dash.blank), ("dk", dash.dk)];
    let numbers = numbers.map(|(place, number)| (place, number.to_string()));
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(place, number)| (*place, number.as_str())).listed();
    fill(sentence, &numbers)
}

/// Why no total may be given.
fn no_total(reading: &Reading<'_>) -> &'static str {
    let say = &reading.words.steps().pages.record;
    if reading.case.dash.with == Some(DashWith::Perpetrator) {
        say.count_none_perpetrator
    } else if reading.case.context.survivor_age == Some(SurvivorAge::Under16) {
        say.count_none_age
    } else {
        say.count_none_historic
    }
}

fn row(item: ItemNumber, reading: &Reading<'_>) -> Vec<String> {
    let case = reading.case;
    let say = &reading.words.steps().pages.record;
    let number = item.get().to_string();
    let cell = fill(say.item_cell, &[("number", &number), ("label", reading.words.item(item).label)]);
    let note = case.dash.notes.get(item).map_or("", Text::as_str).to_owned();
    vec![cell, answer(item, reading), source(item, reading), note]
}

/// The answer to an item: yes, no, don't know, or not asked.
pub fn answer(item: ItemNumber, reading: &Reading<'_>) -> String {
    match reading.case.dash.answers.get(item) {
        Some(_) => lower_first(&reading.value(Input::DashItem(item))),
        None => reading.words.steps().pages.record.not_asked.to_owned(),
    }
}

/// Where an answer comes from: as written, and for every other yes where the sheet comes from.
pub fn source(item: ItemNumber, reading: &Reading<'_>) -> String {
    let dash = &reading.case.dash;
    let say = &reading.words.steps().pages.record;
    match (dash.sources.get(item).map(Text::as_str).filter(|source| !source.trim().is_empty()), dash.answers.get(item))
    {
        (Some(source), _) => source.to_owned(),
        (None, Some(ItemAnswer::Yes)) => match dash.with {
            Some(DashWith::Survivor) => say.source_survivor,
            Some(DashWith::Information) => say.source_information,
            Some(DashWith::Perpetrator) => say.source_perpetrator,
            None => say.source_unknown,
        }
        .to_owned(),
        _ => String::new(),
    }
}

/// Every item.
pub const EVERY: [u8; 24] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

/// What was answered yes among these items, as facts with their sources, and who could hear it.
pub fn facts_heard(reading: &Reading<'_>, items: &[u8], notes: bool) -> Vec<Block> {
    let facts = facts(reading, items, notes);
    if facts.is_empty() { Vec::new() } else { vec![heard(reading), facts] }
}

/// What was answered yes among these items, as facts with their sources: neither numbers nor a total. `notes`: with what
/// was written about them.
pub fn facts(reading: &Reading<'_>, items: &[u8], notes: bool) -> Block {
    let dash = &reading.case.dash;
    let yes = items.iter().filter_map(|number| ItemNumber::new(*number));
    let yes = yes.filter(|item| dash.answers.get(*item) == Some(&ItemAnswer::Yes));
    let row = |item: ItemNumber| {
        let mut row = vec![capital(&item_sign(item, reading.words)), source(item, reading)];
        row.extend(notes.then(|| dash.notes.get(item).map_or("", Text::as_str).to_owned()));
        row
    };
    let head = reading.words.later().pages.outputs.facts_head;
    Block::table(&head[..if notes { head.len() } else { head.len().min(2) }], yes.map(row).listed())
}

/// The earlier Dash, events and MARAC.
pub const HISTORY: [ContextField; 11] = [
    ContextField::ExistingDash,
    ContextField::ExistingDashForm,
    ContextField::ExistingDashYes,
    ContextField::ExistingDashMonths,
    ContextField::NewIncidentSinceDash,
    ContextField::Events12m,
    ContextField::PoliceEvents12m,
    ContextField::EventsIncreasing,
    ContextField::MaracLast12m,
    ContextField::AbuseSinceMarac,
    ContextField::AbuseSinceMaracCriminal,
];
