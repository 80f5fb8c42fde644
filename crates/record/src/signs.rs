//! The danger signs of a case in words, gravest first. Signs only: no total, and nothing about who is named.

use super::document::{Block, Marked};
use super::phrases::{Reading, is_unknown};
use super::reasons::{indicator_sign, item_sign};
use ContextField as F;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, IndicatorAnswer, Input, ItemNumber};
use waymark_content::words::{capital, fill};

/// One possible sign.
enum Sign {
    /// A fact with this value.
    Fact(ContextField, &'static str),
    /// A Dash item that is a serious-harm marker here, unless a fact says the same more closely.
    Item(u8, Option<(ContextField, &'static str)>),
    /// A grave indicator.
    Indicator(IndicatorId),
}

/// Every sign, in the order in which it is read out.
const SIGNS: [Sign; 33] = [
    Sign::Fact(F::DangerNow, "yes"),
    Sign::Fact(F::RedFlags, "yes"),
    Sign::Fact(F::StrangulationWithin4Weeks, "yes"),
    Sign::Item(15, Some((F::StrangulationWithin4Weeks, "yes"))),
    Sign::Item(14, None),
    Sign::Fact(F::SuicidalNow, "yes"),
    Sign::Item(13, None),
    Sign::Fact(F::FirearmAccess, "yes"),
    Sign::Fact(F::SexualViolence, "recent"),
    Sign::Item(16, Some((F::SexualViolence, "recent"))),
    Sign::Item(22, None),
    Sign::Fact(F::ChildHarm, "hurt"),
    Sign::Fact(F::ChildHarm, "threatened"),
    Sign::Fact(F::ChildWithPerpetratorTonight, "yes"),
    Sign::Indicator(IndicatorId::R1),
    Sign::Fact(F::HonourBased, "yes"),
    Sign::Fact(F::ForcedMarriage, "yes"),
    Sign::Fact(F::Fgm, "child-risk"),
    Sign::Fact(F::Fgm, "child-known"),
    Sign::Item(6, None),
    Sign::Item(8, None),
    Sign::Item(11, None),
    Sign::Item(10, None),
    Sign::Fact(F::OrderBreached, "yes"),
    Sign::Item(23, Some((F::OrderBreached, "yes"))),
    Sign::Item(12, None),
    Sign::Item(2, None),
    Sign::Item(3, None),
    Sign::Fact(F::Pregnant, "yes"),
    Sign::Item(9, Some((F::Pregnant, "yes"))),
    Sign::Item(17, None),
    Sign::Indicator(IndicatorId::R2),
    Sign::Fact(F::SameSiteTonight, "yes"),
];

/// What must be asked about danger, gravest first, and the answers that show that it was.
const TOPICS: [(&[ContextField], Option<u8>); 6] = [
    (&[F::StrangulationWithin4Weeks], Some(15)),
    (&[F::Injury, F::RedFlags], Some(1)),
    (&[F::FirearmAccess], Some(13)),
    (&[F::SuicidalNow], Some(5)),
    (&[], Some(14)),
    (&[F::ChildHarm, F::Children], None),
];

/// What of the danger was not asked, and what was asked and is not known, by name.
pub struct Unsaid {
    /// Not asked.
    pub not_asked: Vec<&'static str>,
    /// Asked, and not known.
    pub not_known: Vec<&'static str>,
}

/// The gravest of what nothing is known about.
pub fn unsaid(reading: &Reading<'_>) -> Unsaid {
    let case = reading.case;
    let mut unsaid = Unsaid { not_asked: Vec::new(), not_known: Vec::new() };
    for ((fields, item), name) in TOPICS.iter().zip(reading.words.steps().pages.record.danger_topics) {
        let item = item.and_then(ItemNumber::new).map(Input::DashItem);
        let inputs = fields.iter().map(|field| Input::Context(*field)).chain(item);
        let answered: Vec<Input> = inputs.filter(|input| !case.is_unanswered(*input)).listed();
        if answered.is_empty() {
            unsaid.not_asked.push(*name);
        } else if answered.iter().all(|input| is_unknown(case, *input)) {
            unsaid.not_known.push(*name);
        }
    }
    unsaid
}

/// The signs as a list, and what was not asked beside them, first where no sign is known: no list ever reads as "none".
pub fn blocks(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let Unsaid { not_asked, not_known } = unsaid(reading);
    let signs = Block::List(signs(reading).iter().map(|sign| capital(sign)).listed());
    let mut blocks = vec![signs];
    for (sentence, names) in [(say.danger_not_asked, not_asked), (say.danger_not_known, not_known)] {
        if !names.is_empty() {
            blocks.push(Block::not_asked(fill(sentence, &[("items", &names.join(", "))])));
        }
    }
    if blocks.iter().all(Block::is_empty) {
        blocks.push(Block::paragraph(say.danger_signs_none).marked(Marked::Finding));
    }
    blocks
}

/// The danger signs that were answered or recorded. Takes the whole reading; returns phrases without full stops.
pub fn signs(reading: &Reading<'_>) -> Vec<String> {
    SIGNS.iter().filter_map(|sign| worded(sign, reading)).listed()
}

fn worded(sign: &Sign, reading: &Reading<'_>) -> Option<String> {
    let Reading { case, assessment, words, .. } = reading;
    let holds = |field: ContextField, value: &str| case.context.field(field).has(value);
    match sign {
        Sign::Fact(field, value) => {
            let text = words.question(Input::Context(*field)).because(value)?;
            holds(*field, value).then(|| text.to_owned())
        }
        Sign::Item(number, closer) => {
            let item = ItemNumber::new(*number)?;
            let said = closer.is_some_and(|(field, value)| holds(field, value));
            (assessment.dash.markers.contains(&item) && !said).then(|| item_sign(item, words))
        }
        Sign::Indicator(id) => {
            (assessment.identify.danger.contains(id) && is_towards_survivor(*id, reading)).then(|| {
                let tainted = case.identify.answer(*id).is_some_and(|answer| answer.tainted);
                let sign = indicator_sign(*id, words);
                if tainted { [&sign, ", ", words.steps().pages.record.sign_tainted].concat() } else { sign }
            })
        }
    }
}

/// A grave sign that only says what the survivor of this case did belongs to the other person's own case.
fn is_towards_survivor(id: IndicatorId, reading: &Reading<'_>) -> bool {
    let user = reading.case.identify.answer(id).and_then(IndicatorAnswer::person);
    user.is_none() || user != reading.case.identify.survivor()
}
