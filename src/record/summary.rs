//! The summary for a referral or the survivor's own file, in the order that MARAC asks for, with the survivor's own words
//! first.
//!
//! It never says who is named unless [`super::pattern`] allows it, never gives a band, and never holds what
//! [`super::outward`] keeps back. Names, addresses and numbers belong on the agency's own form.

use super::document::{Block, Document};
use super::phrases::{People, Reading, member};
use super::situation::{self, words_of};
use super::{actions, dash_sheet, outward, pattern, signs};
use crate::case::vocabulary::*;
use crate::case::{Case, ContextField, Input};
use crate::content::words::{Words, capital, fill};
use crate::engine::Assessment;
use crate::engine::assessment::Route;

/// The summary of a case. `people` are fixed descriptors, used only where a pattern may be described.
pub fn summary(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Document {
    let reading = Reading { case, assessment, words, people };
    let say = &words.pages.record;
    let facts = |fields: &[ContextField]| vec![Block::Facts(reading.facts(fields))];
    let mut document = reading.document(say.summary_title);
    document.blocks.push(Block::paragraph(say.summary_intro));
    document.section(say.summary_wishes, situation::wishes(&reading));
    document.section(say.summary_referrer, referrer(&reading));
    document.section(say.summary_routes, routes(&reading));
    document.section(say.summary_danger, danger(&reading));
    document.section(say.summary_judgement, judgement(&reading));
    let (heading, blocks) = pattern::section(&reading);
    document.section(heading, blocks);
    document.section(say.summary_dash, dash_sheet::blocks(&reading));
    document.section(say.summary_survivor, facts(&situation::SURVIVOR));
    document.section(say.summary_children, facts(&situation::CHILDREN));
    document.section(say.summary_other, facts(&situation::OTHER));
    document.section(say.summary_orders, facts(&situation::ORDERS));
    document.section(say.summary_home, facts(&situation::HOME));
    document.section(say.summary_contact, with_blanks(situation::contact(&reading), say.contact_blanks));
    document.section(say.summary_consent, consent(&reading));
    document.section(say.summary_history, facts(&dash_sheet::HISTORY));
    document.section(say.summary_actions, chosen(&reading));
    document.section(say.summary_declined, vec![actions::declined(&reading)]);
    document.section(say.summary_withheld, vec![actions::withheld(&reading, outward::withheld)]);
    document.section(say.summary_care, vec![care(&reading)]);
    document.section(say.summary_unknown, not_known(&reading));
    document.section(say.summary_review, review(&reading));
    document.section(say.summary_sending, vec![list(say.before_sending)]);
    document
}

fn referrer(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let known = [(say.known_how, ContextField::ToldBy), (say.referrer_role, ContextField::WorkerRole)];
    let known = known.into_iter().filter_map(|(label, field)| Some((label.to_owned(), reading.known(field)?)));
    with_blanks(vec![Block::Facts(known.collect())], say.referrer_blanks)
}

fn routes(reading: &Reading<'_>) -> Vec<Block> {
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
fn danger(reading: &Reading<'_>) -> Vec<Block> {
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
    vec![signs, Block::Facts(reading.facts(&asked))]
}

fn judgement(reading: &Reading<'_>) -> Vec<Block> {
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

fn consent(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.pages.record;
    let told_marac = reading.case.record.shares.iter().any(|share| share.with == Some(ShareWith::Marac));
    let blocks = vec![Block::Facts(reading.facts(&situation::CONSENT)), actions::shares(reading)];
    if told_marac { blocks } else { with_blanks(blocks, say.consent_blanks) }
}

fn chosen(reading: &Reading<'_>) -> Vec<Block> {
    match actions::chosen(reading) {
        table if table.is_empty() => vec![Block::paragraph(reading.words.pages.record.actions_none)],
        table => vec![table],
    }
}

fn care(reading: &Reading<'_>) -> Block {
    let titles = outward::cautions(reading).into_iter().map(|id| reading.words.caution(id).title.to_owned());
    Block::List(titles.collect())
}

fn not_known(reading: &Reading<'_>) -> Vec<Block> {
    match situation::not_known(reading) {
        lines if lines.is_empty() => vec![Block::paragraph(reading.words.pages.record.unknown_none)],
        lines => vec![Block::List(lines)],
    }
}

fn review(reading: &Reading<'_>) -> Vec<Block> {
    use crate::case::input::RecordField;
    let say = &reading.words.pages.record;
    let given = [RecordField::Consulted, RecordField::ReviewOn].map(Input::Record);
    let given = given.into_iter().filter(|input| !reading.case.is_unanswered(*input));
    let facts: Vec<_> = given.map(|input| (reading.label(input), reading.value(input))).collect();
    let blocks = vec![Block::Facts(facts)];
    if reading.case.record.review_on.is_some() { blocks } else { with_blanks(blocks, say.review_blanks) }
}

/// The blocks with room to write by hand after them.
fn with_blanks(mut blocks: Vec<Block>, labels: &[&str]) -> Vec<Block> {
    blocks.push(Block::ToFill(labels.iter().map(|label| (*label).to_owned()).collect()));
    blocks
}

fn list(lines: &[&str]) -> Block {
    Block::List(lines.iter().map(|line| (*line).to_owned()).collect())
}
