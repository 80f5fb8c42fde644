//! What the next shift is given: no names, no total, no identification, and nothing that may not be seen by a shift
//! (practice, section 8).

use super::document::{Block, Document};
use super::phrases::{People, Reading, key};
use super::script::{is_for_the_morning, open_steps, other_way, wanted};
use super::situation::{self, words_of};
use super::{actions, outward, signs};
use crate::case::vocabulary::*;
use crate::case::{Case, ContextField};
use crate::content::words::{Words, capital, fill};
use crate::content::{Open, Stance};
use crate::engine::Assessment;
use crate::engine::assessment::ShownPathway;
use ContextField as F;

/// The handover to the next shift: where things stand, what is done, what is to be done and by when, what no one must do,
/// what is not known, and what waits for office hours.
pub fn handover(case: &Case, assessment: &Assessment, words: &Words) -> Document {
    let people = People::unnamed(words);
    let reading = Reading { case, assessment, words, people: &people };
    let say = &words.pages.record;
    let facts = |fields: &[ContextField]| Block::Facts(reading.facts(fields));
    let list = |lines: Vec<String>| Block::List(lines.iter().map(|line| capital(line)).collect());
    let (morning, tonight): (Vec<&ShownPathway>, Vec<&ShownPathway>) =
        open_steps(&reading).partition(|shown| is_for_the_morning(shown));
    let or_say = |block: Block, none: &str| if block.is_empty() { Block::paragraph(none) } else { block };

    let mut document = reading.document(say.handover_title);
    document.blocks.push(Block::paragraph(say.handover_intro));
    let place = [F::ToldBy, F::SameSiteTonight, F::PerpetratorAccess, F::HomelessRisk, F::Children];
    let other_way = match case.context.counter_allegation {
        Some(Known::Yes) => say.handover_other_way.to_owned(),
        _ => other_way(&reading),
    };
    document.section(say.handover_where, vec![facts(&place), Block::Paragraph(other_way)]);
    document.section(say.handover_signs, vec![or_say(list(signs::signs(&reading)), say.danger_signs_none)]);
    document.section(say.handover_wish, vec![or_say(list(wanted(&reading)), say.not_asked)]);
    document.section(say.handover_done, vec![or_say(done(&reading), say.handover_done_none)]);
    document.section(say.handover_todo, vec![or_say(to_do(&reading, &tonight), say.handover_todo_none)]);
    document.section(say.handover_contact, contact(&reading));
    document.section(say.handover_dont, do_not(&reading));
    document.section(say.handover_unknown, vec![list(situation::not_known(&reading))]);
    document.section(say.handover_morning, vec![to_do(&reading, &morning)]);
    document.blocks.push(Block::paragraph(say.handover_changes));
    document
}

fn done(reading: &Reading<'_>) -> Block {
    let done = reading.case.choices.iter().filter(|choice| choice.decision == Some(Decision::Done));
    let rows = done.filter(|choice| outward::pathway_for_shift(choice.pathway)).map(|choice| {
        let title = reading.title(choice.pathway).to_owned();
        vec![title, actions::cell(choice.by.as_ref()), actions::cell(choice.when.as_ref())]
    });
    Block::table(reading.words.pages.record.handover_done_head, rows.collect())
}

/// Steps with who and by when: as written down, else as the rules give it.
fn to_do(reading: &Reading<'_>, steps: &[&ShownPathway]) -> Block {
    let say = &reading.words.pages.record;
    let row = |shown: &&ShownPathway| {
        let choice = reading.case.choice(shown.id);
        let or =
            |own: Option<&str>, rule: String| own.map_or_else(|| reading.words.text(&rule).to_owned(), str::to_owned);
        let mut title = reading.title(shown.id).to_owned();
        if shown.open == Open::Local {
            title = fill(say.handover_local, &[("title", &title)]);
        }
        if shown.stance == Stance::Consider {
            title = fill(say.handover_consider, &[("title", &title)]);
        }
        let by = choice.and_then(|choice| words_of(choice.by.as_ref()));
        let when = choice.and_then(|choice| words_of(choice.when.as_ref()));
        let consent = reading.words.text(&key("consent", shown.consent)).to_owned();
        vec![title, or(by, key("who", shown.who)), or(when, key("due", shown.due)), consent]
    };
    Block::table(say.handover_todo_head, steps.iter().map(row).collect())
}

fn contact(reading: &Reading<'_>) -> Vec<Block> {
    let mut blocks = situation::contact(reading);
    if reading.case.context.safe_contact != Some(SafeContact::Agreed) {
        blocks.push(Block::paragraph(reading.words.pages.record.handover_contact_none));
    }
    blocks
}

fn do_not(reading: &Reading<'_>) -> Vec<Block> {
    let mut lines: Vec<String> =
        reading.words.pages.record.handover_donts.iter().map(|line| (*line).to_owned()).collect();
    lines.extend(actions::caution_lines(reading, &outward::cautions_for_shift(reading)));
    vec![Block::List(lines)]
}
