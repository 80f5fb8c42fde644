//! The sheet for a report to the police by someone who is not the survivor: facts and their sources, never a total, never
//! who is thought to be doing what to whom.

use super::document::{Block, Document};
use super::incident::incident;
use super::names::{Names, Slot};
use super::observed::observed;
use super::parts::{own_words, role_and_how, to_fill};
use super::phrases::{Reading, key};
use super::situation;
use super::{dash_sheet, parts};
use waymark_case::ContextField as F;
use waymark_case::vocabulary::*;

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
const OTHER: [F; 8] = [
    F::Relationship,
    F::PerpetratorAge,
    F::PerpetratorAccess,
    F::PerpetratorLivesElsewhereNear,
    F::SameSiteTonight,
    F::Custody,
    F::FirearmAccess,
    F::PerpetratorMappa,
];
const ORDERS: [F; 4] = [F::PoliceAttended, F::Orders, F::OrderBreached, F::ChargedOrBailed];

/// True when the survivor agreed that the police may know: their own words may then stand on the sheet.
pub fn agreed(reading: &Reading<'_>) -> bool {
    let shared = |share: &waymark_case::record::Share| {
        share.with == Some(ShareWith::Police) && share.answer == Some(ShareAnswer::Given)
    };
    reading.case.context.police_consent == Some(Consent::Given) || reading.case.record.shares.iter().any(shared)
}

/// The sheet. `their_words`: they agreed, or their words are needed to keep someone from harm.
pub fn police(reading: &Reading<'_>, names: &Names, their_words: bool, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let bare = |fields: &[F]| Block::Facts(reading.bare_facts(fields));
    let with = |slots: &[Slot], rest: Block| {
        let mut blocks = names.blocks(slots, reading.words);
        blocks.push(rest);
        blocks
    };
    let mut from = with(&SLOTS[..5], role_and_how(reading));
    // That nobody wrote down whether they were asked does not say that they were not.
    from.push(match reading.case.context.police_consent {
        None => Block::not_asked(say.police_unsaid),
        Some(Consent::NotAsked) => Block::not_asked(reading.words.text(&key("police_report", Consent::NotAsked))),
        Some(consent) => Block::paragraph(reading.words.text(&key("police_report", consent))),
    });
    document.section(say.incident, incident(reading));
    document.section(say.reporting, from);
    document.section(say.danger_now, parts::signs_only(reading));
    document.section(say.harmed, with(&SLOTS[5..8], bare(&SURVIVOR)));
    document.section(say.reach_safely, parts::reach(reading));
    let mut other = with(&SLOTS[8..], bare(&OTHER));
    other.push(to_fill(say.police_other_blanks));
    document.section(say.other_adult, other);
    document.section(say.seen, observed(reading, their_words));
    document.section(say.facts_and_sources, dash_sheet::facts_heard(reading, &dash_sheet::EVERY, their_words));
    if their_words {
        document.section(say.own_words, own_words(reading));
    }
    let mut children = vec![bare(&situation::CHILDREN)];
    if tells_school(reading) {
        children.push(to_fill(say.police_school_blanks));
    }
    document.section(reading.words.steps().pages.record.summary_children, children);
    document.section(reading.words.steps().pages.record.summary_orders, vec![bare(&ORDERS)]);
}

/// True when police are asked to tell the school, for which they need the children's names.
fn tells_school(reading: &Reading<'_>) -> bool {
    let decided = reading.case.choice(PathwayId::Encompass).and_then(|choice| choice.decision);
    matches!(decided, Some(Decision::Do | Decision::Done))
}
