//! The referral to MARAC, in the field order that MARAC asks for (dash:S19), with the survivor's words above it and the
//! Dash below it.

use super::document::{Block, Document, Marked};
use super::incident::incident;
use super::names::{Names, Slot};
use super::observed::{self, observed};
use super::parts::{chosen, consent_facts, judgement, not_known, shares_with, signs_only, to_fill, with_blanks};
use super::phrases::Reading;
use super::plain_facts::plain_facts;
use super::{action_plan, actions, dash_sheet, pattern, plan, situation};
use waymark_case::ContextField as F;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_engine::assessment::{Route, RouteState};

/// What the form asks for that the case has no field for.
pub const SLOTS: [Slot; 13] = [
    Slot::Agency,
    Slot::Referrer,
    Slot::Reach,
    Slot::Date,
    Slot::CrimeNumber,
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
    let say = &words.later().pages.outputs;
    let with = |slots: &[Slot], fields: &[F], blanks: &[&str]| {
        let mut blocks = names.blocks(slots, words);
        blocks.extend(plain_facts(reading, fields, true));
        with_blanks(blocks, blanks)
    };

    document.section(say.own_words, situation::wishes(reading));
    document.section(say.marac_referrer, with(&SLOTS[..5], &[F::ToldBy, F::WorkerRole], &[]));
    let mut survivor = with(&SLOTS[5..9], &situation::SURVIVOR, say.marac_survivor_blanks);
    survivor.extend(situation::contact(reading));
    document.section(say.marac_survivor, survivor);
    let other = [&situation::OTHER[..], &situation::ORDERS].concat();
    document.section(say.marac_other, with(&SLOTS[9..12], &other, say.marac_other_blanks));
    document.section(say.marac_children, children(reading, with(&SLOTS[12..], &situation::CHILDREN, &[])));
    document.section(say.marac_routes, routes(reading));
    document.section(say.marac_narrative, narrative(reading));

    let mut agreed = consent_facts(reading);
    agreed.extend(plain_facts(reading, &[F::Wishes], true));
    match shares_with(reading, ShareWith::Marac) {
        table if table.is_empty() => agreed.push(to_fill(say.marac_consent_blanks)),
        table => agreed.push(table),
    }
    document.section(say.marac_consent, agreed);
    let feared = dash_sheet::facts(reading, &[3, 17, 18], true);
    document.section(say.marac_contacts, vec![feared, to_fill(words.steps().pages.record.contact_blanks)]);
    let elsewhere = with(&[], &dash_sheet::HISTORY, say.marac_elsewhere_blanks);
    document.section(say.marac_elsewhere, elsewhere);
    document.section(words.steps().pages.record.summary_unknown, not_known(reading));
    let mut dash = vec![dash_day(reading)];
    dash.extend(dash_sheet::blocks(reading));
    document.section(words.steps().pages.record.summary_dash, dash);
    document.section(say.marac_professional, vec![to_fill(say.marac_professional_blanks)]);
}

/// The children in their own right: what is asked of each, and who acts for them.
fn children(reading: &Reading<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    let say = &reading.words.later().pages.outputs;
    blocks.push(shares_with(reading, ShareWith::Children));
    if reading.case.context.children != Some(Children::None) {
        blocks.push(to_fill(say.child_blanks));
        blocks.push(to_fill(say.marac_child_lines));
    }
    blocks
}

/// Why, what happened and the signs; a pattern with what it rests on; what was seen, whatever was made of it; then home and
/// steps.
fn narrative(reading: &Reading<'_>) -> Vec<Block> {
    let record = &reading.words.steps().pages.record;
    let say = &reading.words.later().pages.outputs;
    let dash = &reading.case.dash;
    let mut narrative = match dash.judgement.is_none() && situation::words_of(dash.judgement_reason.as_ref()).is_none()
    {
        true => vec![to_fill(say.marac_reason_blanks)],
        false => judgement(reading),
    };
    let mut under = |heading: &str, blocks: Vec<Block>| {
        if blocks.iter().any(|block| !block.is_empty()) {
            narrative.push(Block::Heading(3, heading.to_owned()));
            narrative.extend(blocks);
        }
    };
    under(say.incident, incident(reading));
    under(record.summary_danger, signs_only(reading));
    let (heading, found) = pattern::section(reading, &observed::ids(reading));
    under(heading, found);
    under(say.seen, observed(reading, true));
    under(record.summary_home, plain_facts(reading, &situation::HOME, true));
    under(record.summary_actions, chosen(reading));
    under(record.summary_declined, vec![actions::declined(reading)]);
    if plan::may_be_given_to(reading.case, ShareWith::Marac) {
        under(record.log_plan, plan::blocks(reading.case, record.plan_parts, 3));
    }
    narrative
}

/// The day on which the Dash was done, or room for it.
pub(super) fn dash_day(reading: &Reading<'_>) -> Block {
    let label = reading.words.later().pages.outputs.dash_day;
    match reading.case.dash.done_on {
        Some(day) => Block::Facts(vec![(label.to_owned(), action_plan::day_in_words(day, reading.words))]),
        None => to_fill(&[label]),
    }
}

/// The routes that are met or open, any of which is enough; of the others, that they were not assessed. None that is not met
/// says that someone is safe, and so none is named.
fn routes(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.later().pages.outputs;
    let state = |route: &Route| reading.assessment.dash.routes_state.of(*route);
    let rows = Route::ALL.iter().filter_map(|route| {
        let how = match state(route) {
            RouteState::Met => say.route_met,
            RouteState::Open => say.route_open,
            RouteState::NotMet | RouteState::NotAssessed => return None,
        };
        Some(vec![reading.routes(&[*route]), how.to_owned()])
    });
    let others = Route::ALL.iter().any(|route| state(route) == RouteState::NotAssessed);
    vec![
        Block::table(say.routes_head, rows.listed()).marked(Marked::Finding),
        Block::not_asked(if others { say.routes_others } else { "" }),
        to_fill(say.marac_repeat_blanks),
    ]
}
