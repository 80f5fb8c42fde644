//! The sheet for a report to the police by someone who is not the survivor: facts and their sources, never a total, never
//! who is thought to be doing what to whom.

use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::parts::{list, own_words, role_and_how};
use super::phrases::{Reading, key};
use super::situation;
use super::{dash_sheet, parts};
use crate::case::ContextField as F;
use crate::case::vocabulary::*;

/// What the police ask for that the case has no field for.
pub const SLOTS: [Slot; 11] = [
    Slot::Agency,
    Slot::Referrer,
    Slot::Reach,
    Slot::Date,
    Slot::CrimeNumber,
    Slot::SurvivorName,
    Slot::SurvivorBorn,
    Slot::SafeAddress,
    Slot::OtherName,
    Slot::OtherBorn,
    Slot::OtherAddress,
];

const SURVIVOR: [F; 6] = [F::SurvivorAge, F::Pregnant, F::CareNeeds, F::LanguageNeed, F::Deaf, F::Pets];
const OTHER: [F; 7] = [
    F::Relationship,
    F::PerpetratorAge,
    F::PerpetratorAccess,
    F::PerpetratorLivesElsewhereNear,
    F::SameSiteTonight,
    F::FirearmAccess,
    F::PerpetratorMappa,
];
const ORDERS: [F; 4] = [F::PoliceAttended, F::Orders, F::OrderBreached, F::ChargedOrBailed];

/// True when the survivor agreed that the police may know: their own words may then stand on the sheet.
pub fn agreed(reading: &Reading<'_>) -> bool {
    let shared = |share: &crate::case::record::Share| {
        share.with == Some(ShareWith::Police) && share.answer == Some(ShareAnswer::Given)
    };
    reading.case.context.police_consent == Some(Consent::Given) || reading.case.record.shares.iter().any(shared)
}

/// The sheet. `their_words`: they agreed, or their words are needed to keep someone from harm.
pub fn police(reading: &Reading<'_>, names: &Names, their_words: bool, document: &mut Document) {
    let say = &reading.words.pages.outputs;
    let bare = |fields: &[F]| Block::Facts(reading.bare_facts(fields));
    let with = |slots: &[Slot], rest: Block| {
        let mut blocks = names.blocks(slots, reading.words);
        blocks.push(rest);
        blocks
    };
    let mut from = with(&SLOTS[..5], role_and_how(reading));
    let consent = reading.case.context.police_consent.unwrap_or(Consent::NotAsked);
    from.push(Block::paragraph(reading.words.text(&key("police_report", consent))));
    document.section(say.reporting, from);
    document.section(say.danger_now, parts::signs_only(reading));
    document.section(say.harmed, with(&SLOTS[5..8], bare(&SURVIVOR)));
    document.section(say.reach_safely, parts::reach(reading));
    document.section(say.named_perpetrator, with(&SLOTS[8..], bare(&OTHER)));
    document.section(say.facts_and_sources, vec![dash_sheet::facts(reading, &dash_sheet::EVERY, their_words)]);
    if their_words {
        document.section(say.own_words, own_words(reading));
    }
    document.section(reading.words.pages.record.summary_children, vec![bare(&situation::CHILDREN)]);
    document.section(reading.words.pages.record.summary_orders, vec![bare(&ORDERS)]);
    document.section(reading.words.pages.record.summary_sending, vec![list(say.police_sending)]);
}
