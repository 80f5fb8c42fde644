//! Parts that several outputs share: routes, danger, judgement, agreement, what was chosen, what is not known.
//!
//! Lives here: what each part holds. Not here: which output holds which (`output`).

use super::document::Block;
use super::phrases::{Reading, member};
use super::situation::{self, words_of};
use super::{actions, outward, signs};
use crate::case::input::RecordField;
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::content::words::{capital, fill};
use crate::engine::assessment::Route;

/// Who refers, as far as the case knows, and room for the rest.
pub fn referrer(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let known = [(say.known_how, ContextField::ToldBy), (say.referrer_role, ContextField::WorkerRole)];
    let known = known.into_iter().filter_map(|(label, field)| Some((label.to_owned(), reading.known(field)?)));
    with_blanks(vec![Block::Facts(known.collect())], say.referrer_blanks)
}

/// The routes that are met, and those that are open.
pub fn routes(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let named =
        |routes: &[Route]| routes.iter().map(|route| member(say.routes, Some(*route))).collect::<Vec<_>>().join("; ");
    let dash = &reading.assessment.dash;
    let met = match dash.routes.as_slice() {
        [] => say.routes_none.to_owned(),
        routes => fill(say.routes_met, &[("routes", &named(routes))]),
    };
    let mut blocks = vec![Block::Paragraph(met)];
    if !dash.routes_open.is_empty() {
        blocks.push(Block::Paragraph(fill(say.routes_open, &[("routes", &named(&dash.routes_open))])));
    }
    blocks
}

/// The signs, then what was asked about danger and answered otherwise.
pub fn danger(reading: &Reading<'_>) -> Vec<Block> {
    let context = &reading.case.context;
    let told_elsewhere = ["yes", "recent", "child-risk", "child-known", "unknown"];
    let asked: Vec<ContextField> = situation::DANGER
        .into_iter()
        .filter(|field| !told_elsewhere.iter().any(|value| context.field(*field).has(value)))
        .collect();
    let signs = match signs::signs(reading) {
        signs if signs.is_empty() => Block::paragraph(reading.words.pages.record.danger_signs_none),
        signs => Block::List(signs.iter().map(|sign| capital(sign)).collect()),
    };
    vec![signs, Block::Facts(reading.grouped(&asked))]
}

/// The worker's judgement of the danger, with the reason.
pub fn judgement(reading: &Reading<'_>) -> Vec<Block> {
    let dash = &reading.case.dash;
    let say = &reading.words.pages.record;
    let reason = words_of(dash.judgement_reason.as_ref());
    if dash.judgement.is_none() && reason.is_none() {
        return vec![Block::paragraph(say.judgement_none)];
    }
    let judged = dash.judgement.map(|_| (reading.label(Input::DashJudgement), reading.value(Input::DashJudgement)));
    let mut blocks = vec![Block::Facts(judged.into_iter().collect())];
    if let Some(reason) = reason {
        blocks.push(Block::Heading(3, say.judgement_reason.to_owned()));
        blocks.push(Block::Quote(reason.to_owned()));
    }
    blocks
}

/// What was agreed and passed on, with room for what a form still asks.
pub fn consent(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let told_marac = reading.case.record.shares.iter().any(|share| share.with == Some(ShareWith::Marac));
    let blocks = vec![Block::Facts(reading.facts(&situation::CONSENT)), actions::shares(reading)];
    if told_marac { blocks } else { with_blanks(blocks, say.consent_blanks) }
}

/// The steps chosen, or that there are none yet.
pub fn chosen(reading: &Reading<'_>) -> Vec<Block> {
    match actions::chosen(reading) {
        table if table.is_empty() => vec![Block::paragraph(reading.words.pages.record.actions_none)],
        table => vec![table],
    }
}

/// What to take care of, by title.
pub fn care(reading: &Reading<'_>) -> Block {
    let titles = outward::cautions(reading).into_iter().map(|id| reading.words.caution(id).title.to_owned());
    Block::List(titles.collect())
}

/// What is not known, or that nothing is marked so.
pub fn not_known(reading: &Reading<'_>) -> Vec<Block> {
    match situation::not_known(reading) {
        lines if lines.is_empty() => vec![Block::paragraph(reading.words.pages.record.unknown_none)],
        lines => vec![Block::List(lines)],
    }
}

/// Who was consulted and when this is looked at again.
pub fn review(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let given = [RecordField::Consulted, RecordField::ReviewOn].map(Input::Record);
    let given = given.into_iter().filter(|input| !reading.case.is_unanswered(*input));
    let facts: Vec<_> = given.map(|input| (reading.label(input), reading.value(input))).collect();
    let blocks = vec![Block::Facts(facts)];
    if reading.case.record.review_on.is_some() { blocks } else { with_blanks(blocks, say.review_blanks) }
}

/// The blocks with room to write by hand after them.
pub fn with_blanks(mut blocks: Vec<Block>, labels: &[&str]) -> Vec<Block> {
    blocks.push(Block::ToFill(labels.iter().map(|label| (*label).to_owned()).collect()));
    blocks
}

/// Fixed lines.
pub fn list(lines: &[&str]) -> Block {
    Block::List(lines.iter().map(|line| (*line).to_owned()).collect())
}

/// Labels with room to write by hand.
pub fn to_fill(labels: &[&str]) -> Block {
    Block::ToFill(labels.iter().map(|label| (*label).to_owned()).collect())
}

/// How this is known, and the role of whoever writes.
pub fn role_and_how(reading: &Reading<'_>) -> Block {
    Block::Facts(reading.bare_facts(&[ContextField::ToldBy, ContextField::WorkerRole]))
}

/// The danger signs alone.
pub fn signs_only(reading: &Reading<'_>) -> Vec<Block> {
    match signs::signs(reading) {
        signs if signs.is_empty() => vec![Block::paragraph(reading.words.pages.record.danger_signs_none)],
        signs => vec![Block::List(signs.iter().map(|sign| capital(sign)).collect())],
    }
}

/// A way to be in touch that was agreed, or that none is.
pub fn reach(reading: &Reading<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Facts(reading.bare_facts(&situation::CONTACT))];
    match words_of(reading.case.record.safe_contact_words.as_ref()) {
        Some(own) => blocks.push(Block::Quote(own.to_owned())),
        None => blocks.push(Block::paragraph(reading.words.pages.outputs.reach_not_agreed)),
    }
    blocks
}

/// Their own words and nothing else.
pub fn own_words(reading: &Reading<'_>) -> Vec<Block> {
    let record = &reading.case.record;
    let say = &reading.words.pages.record;
    let texts = [(say.wish_words, &record.wish_words), (say.danger_words, &record.own_view_of_danger)];
    let texts = texts.into_iter().filter_map(|(heading, text)| Some((heading, words_of(text.as_ref())?)));
    texts.flat_map(|(heading, own)| [Block::Heading(3, heading.to_owned()), Block::Quote(own.to_owned())]).collect()
}

/// What they want, by what was ticked.
pub fn ticked_wishes(reading: &Reading<'_>) -> Vec<Block> {
    match reading.bare_facts(&[ContextField::Wishes, ContextField::WishAsked]) {
        facts if facts.is_empty() => vec![Block::paragraph(reading.words.pages.record.not_asked)],
        facts => vec![Block::Facts(facts)],
    }
}

/// Whether they know what may be shared, and what they agreed to.
pub fn consent_facts(reading: &Reading<'_>) -> Vec<Block> {
    let given = reading.case.context.referral_consent == Some(Consent::Given);
    let without = if given { "" } else { reading.words.pages.outputs.without_agreement };
    vec![Block::Facts(reading.bare_facts(&situation::CONSENT)), Block::paragraph(without)]
}

/// What was passed on to one service.
pub fn shares_with(reading: &Reading<'_>, with: ShareWith) -> Block {
    actions::shares_for(reading, |share| share.with == Some(with))
}
