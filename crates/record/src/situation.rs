//! The facts of a case, grouped as the summary sets them out.

use super::document::Block;
use super::phrases::{Reading, lower_first};
use super::{dash_sheet, outward};
use ContextField as F;
use waymark_case::listed::Listed;
use waymark_case::value::Text;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::fill;

/// About the survivor: what a service needs to reach and support them.
pub const SURVIVOR: [ContextField; 14] = [
    F::Nation,
    F::SurvivorAge,
    F::Pregnant,
    F::CareNeeds,
    F::CapacityDoubt,
    F::RegisteredCare,
    F::PerpetratorIsCarer,
    F::LanguageNeed,
    F::Deaf,
    F::Money,
    F::Pets,
    F::Exploitation,
    F::Disengaged,
    F::SurvivorKnown,
];
/// What was asked about danger, besides the Dash.
pub const DANGER: [ContextField; 9] = [
    F::DangerNow,
    F::Recency,
    F::StrangulationWithin4Weeks,
    F::RedFlags,
    F::SexualViolence,
    F::SuicidalNow,
    F::HonourBased,
    F::ForcedMarriage,
    F::Fgm,
];
/// Children.
pub const CHILDREN: [ContextField; 3] = [F::Children, F::ChildHarm, F::ChildWithPerpetratorTonight];
/// About the other person.
pub const OTHER: [ContextField; 12] = [
    F::Relationship,
    F::PerpetratorAge,
    F::PerpetratorAccess,
    F::PerpetratorLivesElsewhereNear,
    F::SameSiteTonight,
    F::Sees,
    F::FirearmAccess,
    F::PerpetratorSerial,
    F::PerpetratorMappa,
    F::ChargedOrBailed,
    F::PerpetratorCaredFor,
    F::PerpetratorWantsChange,
];
/// Police and orders.
pub const ORDERS: [ContextField; 3] = [F::PoliceAttended, F::Orders, F::OrderBreached];
/// Home.
pub const HOME: [ContextField; 7] =
    [F::Tenure, F::Landlord, F::NoticeThreatened, F::Arrears, F::HomelessRisk, F::EvictionConsidered, F::VisitPlanned];
/// Being in touch.
pub const CONTACT: [ContextField; 3] = [F::SafeContact, F::DeviceSafe, F::SurvivorReach];
/// What was agreed.
pub const CONSENT: [ContextField; 3] = [F::LimitsExplained, F::PoliceConsent, F::ReferralConsent];

/// How many items not asked or not known are named, gravest first; the sheet shows all.
const ITEMS_NAMED: usize = 8;

/// The survivor's own words: wishes first, then how they see the danger.
pub fn wishes(reading: &Reading<'_>) -> Vec<Block> {
    let record = &reading.case.record;
    let say = &reading.words.steps().pages.record;
    let mut blocks = Vec::new();
    let wishes = reading.known(F::Wishes);
    if let Some(own) = words_of(record.wish_words.as_ref()) {
        blocks.push(Block::Heading(3, say.wish_words.to_owned()));
        blocks.push(Block::Quote(own.to_owned()));
    } else if wishes.is_none() {
        blocks.push(Block::not_asked(say.wish_none));
    }
    let ticked = wishes.map(|wishes| (say.wish_asked_for.to_owned(), wishes));
    blocks.push(Block::Facts(ticked.into_iter().chain(reading.facts(&[F::WishAsked])).listed()));
    match words_of(record.own_view_of_danger.as_ref()) {
        Some(own) => {
            blocks.push(Block::Heading(3, say.danger_words.to_owned()));
            blocks.push(Block::Quote(own.to_owned()));
        }
        None => blocks.push(Block::not_asked(say.danger_none)),
    }
    blocks
}

/// Agreed contact, and what no one must do.
pub fn contact(reading: &Reading<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Facts(reading.facts(&CONTACT))];
    if let Some(own) = words_of(reading.case.record.safe_contact_words.as_ref()) {
        blocks.push(Block::Quote(own.to_owned()));
    }
    blocks
}

/// Everything that is not known or not asked and matters to whoever reads a summary.
pub fn not_known(reading: &Reading<'_>) -> Vec<String> {
    let Reading { case, assessment, words, .. } = reading;
    let say = &words.steps().pages.record;
    let line = |label: &str, value: &str| fill(say.labelled, &[("label", label), ("value", value)]);
    let open = super::unanswered(case, assessment);
    let fields = open.iter().filter_map(|open| match open.input {
        Input::Context(field) if may_be_named(field) => Some(field),
        _ => None,
    });
    let mut lines: Vec<String> = fields
        .map(|field| {
            let value = reading.known(field).unwrap_or_else(|| say.not_asked.to_owned());
            line(&reading.label(Input::Context(field)), &lower_first(&value))
        })
        .listed();
    if case.dash.answers.is_empty() {
        lines.push(dash_sheet::count(reading));
    }
    for (wanted, sentence) in [(Some(ItemAnswer::DontKnow), say.unknown_dk), (None, say.unknown_blank)] {
        let items = open.iter().filter_map(|open| match open.input {
            Input::DashItem(item) if case.dash.answers.get(item).copied() == wanted => Some(item),
            _ => None,
        });
        let mut items: Vec<String> = items.map(|item| lower_first(words.item(item).label)).listed();
        if items.len() > ITEMS_NAMED {
            items.truncate(ITEMS_NAMED);
            items.push(say.more.to_owned());
        }
        if !items.is_empty() {
            lines.push(fill(sentence, &[("items", &items.join("; "))]));
        }
    }
    lines
}

/// True when a reader may be told that this is open: not what is only about the worker, nor what is theirs to tell.
pub fn may_be_named(field: ContextField) -> bool {
    outward::fact(field) && !matches!(field, F::SameWorker | F::WorkerRole | F::PrivateNow)
}

/// A text that says something.
pub fn words_of(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str).filter(|text| !text.trim().is_empty())
}
