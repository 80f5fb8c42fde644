//! The referral to an IDVA or another specialist service: their words, the Dash and a safe way to be in touch; no address,
//! and nothing of who is thought to be doing what to whom, which the worker may tell if asked.

use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::parts::{
    self, chosen, consent_facts, danger, judgement, list, not_known, role_and_how, shares_with, to_fill,
};
use super::phrases::Reading;
use super::{actions, dash_sheet, plan, situation};
use crate::case::ContextField as F;
use crate::case::vocabulary::*;

/// What the service asks for that the case has no field for.
pub const SLOTS: [Slot; 7] =
    [Slot::Agency, Slot::Referrer, Slot::Reach, Slot::Date, Slot::SurvivorName, Slot::SurvivorPhone, Slot::OtherName];

/// The referral.
pub fn specialist(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.pages.outputs;
    let record = &reading.words.pages.record;
    let facts = |fields: &[F]| Block::Facts(reading.grouped(fields));
    let with = |slots: &[Slot], rest: Vec<Block>| {
        let mut blocks = names.blocks(slots, reading.words);
        blocks.extend(rest);
        blocks
    };
    document.section(say.own_words, situation::wishes(reading));
    document.section(say.reporting, with(&SLOTS[..4], vec![role_and_how(reading)]));
    document.section(say.reach_safely, with(&SLOTS[4..6], parts::reach(reading)));
    document.section(record.summary_routes, parts::routes(reading));
    document.section(record.summary_danger, danger(reading));
    document.section(record.summary_judgement, judgement(reading));
    document.section(record.summary_survivor, vec![facts(&situation::SURVIVOR)]);
    document.section(record.summary_children, vec![facts(&situation::CHILDREN)]);
    document
        .section(record.summary_other, with(&SLOTS[6..], vec![facts(&situation::OTHER), facts(&situation::ORDERS)]));
    document.section(record.summary_home, vec![facts(&situation::HOME)]);
    let mut agreed = consent_facts(reading);
    match shares_with(reading, ShareWith::Idva) {
        table if table.is_empty() => agreed.push(to_fill(record.consent_blanks)),
        table => agreed.push(table),
    }
    document.section(say.agreed, agreed);
    document.section(record.summary_history, vec![facts(&dash_sheet::HISTORY)]);
    document.section(say.done_so_far, chosen(reading));
    document.section(record.summary_declined, vec![actions::declined(reading)]);
    if plan::may_be_given_to(reading.case, ShareWith::Idva) {
        document.section(record.log_plan, plan::blocks(reading.case, record.plan_parts, 3));
    }
    document.section(record.summary_unknown, not_known(reading));
    document.section(record.summary_dash, dash_sheet::blocks(reading));
    document.section(record.summary_sending, vec![list(say.specialist_sending)]);
}
