//! The danger signs of a case in words, gravest first. Signs only: no total, and nothing about who is named.

use super::phrases::Reading;
use super::reasons::{indicator_sign, item_sign};
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input, ItemNumber};
use ContextField as F;

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

/// The danger signs that were answered or recorded. Takes the whole reading; returns phrases without full stops.
pub fn signs(reading: &Reading<'_>) -> Vec<String> {
    SIGNS.iter().filter_map(|sign| worded(sign, reading)).collect()
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
        Sign::Indicator(id) => (assessment.identify.danger.contains(id) && is_towards_survivor(*id, reading))
            .then(|| indicator_sign(*id, words)),
    }
}

/// A grave sign that only says what the survivor of this case did belongs to the other person's own case.
fn is_towards_survivor(id: IndicatorId, reading: &Reading<'_>) -> bool {
    let who = reading.case.identify.answer(id).map(|answer| answer.who());
    !matches!(
        (reading.case.identify.survivor_is, who),
        (Some(SurvivorIs::One), Some(Who::One)) | (Some(SurvivorIs::Two), Some(Who::Two))
    )
}
