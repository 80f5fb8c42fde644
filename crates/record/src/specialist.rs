//! The referral to an IDVA or another specialist service: their words, the Dash and a safe way to be in touch; no address,
//! and nothing of who is thought to be doing what to whom, which the worker may tell if asked.

use super::document::{Block, Document};
use super::incident::incident;
use super::marac::dash_day;
use super::names::{Names, Slot};
use super::observed::observed;
use super::parts::{self, chosen, consent_facts, judgement, not_known, role_and_how, shares_with, signs_only, to_fill};
use super::phrases::Reading;
use super::plain_facts::plain_facts;
use super::{actions, dash_sheet, plan, situation};
use waymark_case::ContextField as F;
use waymark_case::vocabulary::*;

/// What the service asks for that the case has no field for.
pub const SLOTS: [Slot; 7] =
    [Slot::Agency, Slot::Referrer, Slot::Reach, Slot::Date, Slot::SurvivorName, Slot::SurvivorPhone, Slot::OtherName];

/// The referral.
pub fn specialist(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let record = &reading.words.steps().pages.record;
    let facts = |fields: &[F]| plain_facts(reading, fields, true);
    let with = |slots: &[Slot], rest: Vec<Block>| {
        let mut blocks = names.blocks(slots, reading.words);
        blocks.extend(rest);
        blocks
    };
    document.section(say.own_words, situation::wishes(reading));
    document.section(say.reporting, with(&SLOTS[..4], vec![role_and_how(reading)]));
    document.section(say.reach_safely, with(&SLOTS[4..6], parts::reach(reading)));
    document.section(record.summary_routes, parts::routes(reading));
    document.section(record.summary_danger, signs_only(reading));
    document.section(say.incident, incident(reading));
    document.section(say.seen, observed(reading, true));
    document.section(record.summary_judgement, judgement(reading));
    document.section(record.summary_survivor, facts(&situation::SURVIVOR));
    document.section(record.summary_children, facts(&situation::CHILDREN));
    let others = [&situation::OTHER[..], &situation::ORDERS].concat();
    document.section(record.summary_other, with(&SLOTS[6..], facts(&others)));
    document.section(record.summary_home, facts(&situation::HOME));
    let mut agreed = consent_facts(reading);
    match shares_with(reading, ShareWith::Idva) {
        table if table.is_empty() => agreed.push(to_fill(record.consent_blanks)),
        table => agreed.push(table),
    }
    document.section(say.agreed, agreed);
    document.section(record.summary_history, facts(&dash_sheet::HISTORY));
    document.section(record.summary_actions, chosen(reading));
    document.section(record.summary_declined, vec![actions::declined(reading)]);
    if plan::may_be_given_to(reading.case, ShareWith::Idva) {
        document.section(record.log_plan, plan::blocks(reading.case, record.plan_parts, 3));
    }
    document.section(record.summary_unknown, not_known(reading));
    let mut dash = vec![dash_day(reading)];
    dash.extend(dash_sheet::blocks(reading));
    document.section(record.summary_dash, dash);
}
