//! The referral to MARAC, in the field order that MARAC asks for (dash:S19), with the survivor's words above it and the
//! Dash below it.

use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::parts::{chosen, consent_facts, danger, judgement, list, not_known, shares_with, to_fill, with_blanks};
use super::phrases::{Reading, member};
use super::{actions, dash_sheet, pattern, plan, situation};
use crate::case::ContextField as F;
use crate::case::vocabulary::*;
use crate::engine::assessment::Route;

/// What the form asks for that the case has no field for.
pub const SLOTS: [Slot; 12] = [
    Slot::Agency,
    Slot::Referrer,
    Slot::Reach,
    Slot::Date,
    Slot::SurvivorName,
    Slot::SurvivorBorn,
    Slot::SurvivorAddress,
    Slot::SurvivorPhone,
    Slot::OtherName,
    Slot::OtherBorn,
    Slot::OtherAddress,
    Slot::Children,
];

/// The referral.
pub fn marac(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let words = reading.words;
    let say = &words.pages.outputs;
    let asked = |slots: &[Slot]| names.blocks(slots, words);
    let facts = |fields: &[F]| Block::Facts(reading.grouped(fields));

    document.section(say.own_words, situation::wishes(reading));
    let mut referrer = asked(&SLOTS[..4]);
    referrer.push(facts(&[F::ToldBy, F::WorkerRole]));
    document.section(say.marac_referrer, referrer);

    let mut survivor = asked(&SLOTS[4..8]);
    survivor.extend(situation::contact(reading));
    survivor.push(facts(&situation::SURVIVOR));
    document.section(say.marac_survivor, with_blanks(survivor, say.marac_survivor_blanks));

    let mut other = asked(&SLOTS[8..11]);
    other.extend([facts(&situation::OTHER), facts(&situation::ORDERS)]);
    document.section(say.marac_other, other);

    let mut children = asked(&[Slot::Children]);
    children.push(facts(&situation::CHILDREN));
    document.section(say.marac_children, children);
    document.section(say.marac_routes, vec![routes(reading), to_fill(say.marac_repeat_blanks)]);

    let mut narrative = judgement(reading);
    narrative.push(Block::Heading(3, words.pages.record.summary_danger.to_owned()));
    narrative.extend(danger(reading));
    let (heading, found) = pattern::section(reading);
    if !found.is_empty() {
        narrative.push(Block::Heading(3, heading.to_owned()));
        narrative.extend(found);
    }
    narrative.push(Block::Heading(3, words.pages.record.summary_home.to_owned()));
    narrative.push(facts(&situation::HOME));
    narrative.push(Block::Heading(3, say.done_so_far.to_owned()));
    narrative.extend(chosen(reading));
    narrative.push(actions::declined(reading));
    if plan::may_be_given_to(reading.case, ShareWith::Marac) {
        narrative.push(Block::Heading(3, words.pages.record.log_plan.to_owned()));
        narrative.extend(plan::blocks(reading.case, words.pages.record.plan_parts, 3));
    }
    document.section(say.marac_narrative, narrative);

    let mut agreed = consent_facts(reading);
    match shares_with(reading, ShareWith::Marac) {
        table if table.is_empty() => agreed.push(to_fill(words.pages.record.consent_blanks)),
        table => agreed.push(table),
    }
    document.section(say.marac_consent, agreed);
    let feared = dash_sheet::facts(reading, &[3, 17, 18], true);
    document.section(say.marac_contacts, vec![feared, to_fill(words.pages.record.contact_blanks)]);
    document.section(say.marac_elsewhere, vec![facts(&dash_sheet::HISTORY), to_fill(say.marac_elsewhere_blanks)]);
    document.section(words.pages.record.summary_unknown, not_known(reading));
    document.section(words.pages.record.summary_dash, dash_sheet::blocks(reading));
    document.section(say.marac_professional, vec![to_fill(say.marac_professional_blanks)]);
    document.section(words.pages.record.summary_sending, vec![list(words.pages.record.before_sending)]);
}

/// The four routes, each with how it stands: any one is enough, and none that is not met says that someone is safe.
fn routes(reading: &Reading<'_>) -> Block {
    let say = &reading.words.pages.outputs;
    let dash = &reading.assessment.dash;
    let row = |route: &Route| {
        let state = if dash.routes.contains(route) {
            say.route_met
        } else if dash.routes_open.contains(route) {
            say.route_open
        } else {
            say.route_not_met
        };
        vec![member(reading.words.pages.record.routes, Some(*route)), state.to_owned()]
    };
    Block::table(say.routes_head, Route::ALL.iter().map(row).collect())
}
