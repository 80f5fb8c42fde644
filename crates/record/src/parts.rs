//! Parts that several outputs share: routes, danger, judgement, agreement, what was chosen, what is not known.
//!
//! Lives here: what each part holds. Not here: which output holds which (`output`).

use super::document::{Block, Marked};
use super::phrases::Reading;
use super::situation::{self, words_of};
use super::{actions, outward, signs};
use waymark_case::input::RecordField;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::fill;
use waymark_engine::assessment::{Route, RouteState};

/// Who refers, as far as the case knows, and room for the rest.
pub fn referrer(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let known = [(say.known_how, ContextField::ToldBy), (say.referrer_role, ContextField::WorkerRole)];
    let known = known.into_iter().filter_map(|(label, field)| Some((label.to_owned(), reading.said(field)?)));
    with_blanks(vec![Block::Facts(known.listed())], say.referrer_blanks)
}

/// The routes by what can be said of them: met, open, not met on what was answered, not assessed. A state that no route is
/// in is not named.
pub fn routes(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let state = &reading.assessment.dash.routes_state;
    let line = |wanted: RouteState, sentence: &str| {
        let routes: Vec<Route> = Route::ALL.iter().copied().filter(|route| state.of(*route) == wanted).listed();
        let mark = if wanted == RouteState::NotAssessed { Marked::NotAsked } else { Marked::Finding };
        let text =
            if routes.is_empty() { String::new() } else { fill(sentence, &[("routes", &reading.routes(&routes))]) };
        Block::Paragraph(text).marked(mark)
    };
    vec![
        line(RouteState::Met, say.routes_met),
        line(RouteState::Open, say.routes_open),
        line(RouteState::NotMet, say.routes_not_met),
        line(RouteState::NotAssessed, say.routes_not_assessed),
    ]
}

/// The signs, then what was asked about danger and answered otherwise.
pub fn danger(reading: &Reading<'_>) -> Vec<Block> {
    let context = &reading.case.context;
    let told_elsewhere = ["yes", "recent", "child-risk", "child-known"];
    let asked: Vec<ContextField> = situation::DANGER
        .into_iter()
        .filter(|field| !told_elsewhere.iter().any(|value| context.field(*field).has(value)))
        .listed();
    let mut blocks = signs::blocks(reading);
    blocks.push(Block::Facts(reading.grouped(&asked)));
    blocks
}

/// The worker's judgement of the danger, with the reason.
pub fn judgement(reading: &Reading<'_>) -> Vec<Block> {
    let dash = &reading.case.dash;
    let say = &reading.words.steps().pages.record;
    let reason = words_of(dash.judgement_reason.as_ref());
    if dash.judgement.is_none() && reason.is_none() {
        return vec![Block::not_asked(say.judgement_none)];
    }
    let judged = dash.judgement.map(|_| (reading.label(Input::DashJudgement), reading.value(Input::DashJudgement)));
    let mut blocks = vec![Block::Facts(judged.into_iter().listed())];
    if let Some(reason) = reason {
        blocks.push(Block::Heading(3, say.judgement_reason.to_owned()));
        blocks.push(Block::Quote(reason.to_owned()));
    }
    blocks
}

/// What was agreed and passed on, with room for what a form still asks.
pub fn consent(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let told_marac = reading.case.record.shares.iter().any(|share| share.with == Some(ShareWith::Marac));
    let blocks = vec![Block::Facts(reading.facts(&situation::CONSENT)), actions::shares(reading)];
    if told_marac { blocks } else { with_blanks(blocks, say.consent_blanks) }
}

/// The steps chosen, or that none is written down.
pub fn chosen(reading: &Reading<'_>) -> Vec<Block> {
    match actions::chosen(reading) {
        table if table.is_empty() => vec![Block::not_asked(reading.words.steps().pages.record.actions_none)],
        table => vec![table],
    }
}

/// What to take care of, by title.
pub fn care(reading: &Reading<'_>) -> Block {
    let titles = outward::cautions(reading).into_iter().map(|id| reading.words.caution(id).title.to_owned());
    Block::List(titles.listed()).marked(Marked::Advice)
}

/// What is not known or was not asked.
pub fn not_known(reading: &Reading<'_>) -> Vec<Block> {
    vec![Block::List(situation::not_known(reading)).marked(Marked::NotAsked)]
}

/// Who was consulted and when this is looked at again.
pub fn review(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let given = [RecordField::Consulted, RecordField::ReviewOn].map(Input::Record);
    let given = given.into_iter().filter(|input| !reading.case.is_unanswered(*input));
    let facts: Vec<_> = given.map(|input| (reading.label(input), reading.value(input))).listed();
    let blocks = vec![Block::Facts(facts)];
    if reading.case.record.review_on.is_some() { blocks } else { with_blanks(blocks, say.review_blanks) }
}

/// The blocks with room to write by hand after them.
pub fn with_blanks(mut blocks: Vec<Block>, labels: &[&str]) -> Vec<Block> {
    blocks.push(Block::ToFill(labels.iter().map(|label| (*label).to_owned()).listed()));
    blocks
}

/// Fixed lines.
pub fn list(lines: &[&str]) -> Block {
    Block::List(lines.iter().map(|line| (*line).to_owned()).listed())
}

/// Labels with room to write by hand.
pub fn to_fill(labels: &[&str]) -> Block {
    Block::ToFill(labels.iter().map(|label| (*label).to_owned()).listed())
}

/// How this is known, and the role of whoever writes.
pub fn role_and_how(reading: &Reading<'_>) -> Block {
    Block::Facts(reading.bare_facts(&[ContextField::ToldBy, ContextField::WorkerRole]))
}

/// The danger signs alone.
pub fn signs_only(reading: &Reading<'_>) -> Vec<Block> {
    signs::blocks(reading)
}

/// A way to be in touch that was agreed, that there is none, or that it was not asked: one of the three.
pub fn reach(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.later().pages.outputs;
    let mut blocks = vec![Block::Facts(reading.bare_facts(&situation::CONTACT))];
    match (words_of(reading.case.record.safe_contact_words.as_ref()), reading.case.context.safe_contact) {
        (Some(own), _) => blocks.push(Block::Quote(own.to_owned())),
        (None, Some(SafeContact::Agreed)) => blocks.push(Block::paragraph(say.reach_ask).marked(Marked::Advice)),
        (None, Some(SafeContact::NoneSafe)) => blocks.push(Block::paragraph(say.reach_none).marked(Marked::Advice)),
        (None, _) => blocks.push(Block::not_asked(say.reach_not_asked)),
    }
    blocks
}

/// Their own words and nothing else.
pub fn own_words(reading: &Reading<'_>) -> Vec<Block> {
    let record = &reading.case.record;
    let say = &reading.words.steps().pages.record;
    let texts = [(say.wish_words, &record.wish_words), (say.danger_words, &record.own_view_of_danger)];
    let texts = texts.into_iter().filter_map(|(heading, text)| Some((heading, words_of(text.as_ref())?)));
    texts.flat_map(|(heading, own)| [Block::Heading(3, heading.to_owned()), Block::Quote(own.to_owned())]).listed()
}

/// What they want, by what was ticked.
pub fn ticked_wishes(reading: &Reading<'_>) -> Vec<Block> {
    match reading.bare_facts(&[ContextField::Wishes, ContextField::WishAsked]) {
        facts if facts.is_empty() => vec![Block::not_asked(reading.words.steps().pages.record.not_asked)],
        facts => vec![Block::Facts(facts)],
    }
}

/// Whether they know what may be shared, and what they agreed to.
pub fn consent_facts(reading: &Reading<'_>) -> Vec<Block> {
    let given = reading.case.context.referral_consent == Some(Consent::Given);
    let without = if given { "" } else { reading.words.later().pages.outputs.without_agreement };
    vec![Block::Facts(reading.bare_facts(&situation::CONSENT)), Block::paragraph(without).marked(Marked::Advice)]
}

/// What was passed on to one service.
pub fn shares_with(reading: &Reading<'_>, with: ShareWith) -> Block {
    actions::shares_for(reading, |share| share.with == Some(with))
}
