//! The two referrals to the council: for a child, and for an adult with care needs. Facts of the items that matter to
//! them, never the sheet, a total or who is thought to be doing what to whom.

use super::dash_sheet;
use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::observed::observed;
use super::parts::{self, consent_facts, own_words, role_and_how, shares_with, to_fill};
use super::phrases::Reading;
use waymark_case::ContextField as F;
use waymark_case::vocabulary::*;

/// What a referral for a child asks for that the case has no field for. Only it and MARAC are given children's names.
pub const CHILD_SLOTS: [Slot; 9] = [
    Slot::Agency,
    Slot::Referrer,
    Slot::Reach,
    Slot::Date,
    Slot::Children,
    Slot::SurvivorName,
    Slot::SurvivorAddress,
    Slot::OtherName,
    Slot::OtherAddress,
];
/// What a referral for an adult asks for that the case has no field for.
pub const ADULT_SLOTS: [Slot; 8] = [
    Slot::Agency,
    Slot::Referrer,
    Slot::Reach,
    Slot::Date,
    Slot::SurvivorName,
    Slot::SurvivorBorn,
    Slot::SurvivorAddress,
    Slot::OtherName,
];
/// Items whose facts bear on a child: not the survivor's own mood, nor sexual harm to them.
const CHILD_ITEMS: [u8; 15] = [1, 3, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22, 23];
/// Items whose facts bear on an adult's need to be kept from harm.
const ADULT_ITEMS: [u8; 17] = [1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 17, 18, 20, 21, 22, 23];
const OTHER: [F; 5] =
    [F::Relationship, F::PerpetratorAge, F::PerpetratorAccess, F::SameSiteTonight, F::PerpetratorIsCarer];
const ADULT: [F; 8] = [
    F::SurvivorAge,
    F::CareNeeds,
    F::CapacityDoubt,
    F::PerpetratorIsCarer,
    F::RegisteredCare,
    F::LanguageNeed,
    F::Deaf,
    F::Money,
];

/// The referral for a child.
pub fn children(reading: &Reading<'_>, names: &Names, their_words: bool, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let of = Referral { reading, names };
    document.blocks.push(Block::paragraph(say.child_own_right));
    document.section(say.reporting, of.with(&CHILD_SLOTS[..4], role_and_how(reading)));
    let children =
        Block::Facts(reading.bare_facts(&[F::Children, F::ChildHarm, F::ChildWithPerpetratorTonight, F::Pregnant]));
    let mut children = of.with(&CHILD_SLOTS[4..5], children);
    children.push(to_fill(say.child_blanks));
    document.section(reading.words.steps().pages.record.summary_children, children);
    document.section(say.facts_and_sources, dash_sheet::facts_heard(reading, &CHILD_ITEMS, false));
    document.section(say.harmed, of.with(&CHILD_SLOTS[5..7], of.bare(&[F::SurvivorAge, F::LanguageNeed, F::Deaf])));
    document.section(say.other_adult, of.with(&CHILD_SLOTS[7..], of.bare(&OTHER)));
    of.end(ShareWith::Children, their_words, document);
}

/// The referral for an adult.
pub fn adults(reading: &Reading<'_>, names: &Names, their_words: bool, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let of = Referral { reading, names };
    document.section(say.reporting, of.with(&ADULT_SLOTS[..4], role_and_how(reading)));
    document.section(say.harmed, of.with(&ADULT_SLOTS[4..7], of.bare(&ADULT)));
    document.section(say.wants, parts::ticked_wishes(reading));
    document.section(say.danger_now, parts::signs_only(reading));
    document.section(say.facts_and_sources, dash_sheet::facts_heard(reading, &ADULT_ITEMS, false));
    document.section(say.seen, observed(reading, false));
    document.section(say.other_adult, of.with(&ADULT_SLOTS[7..], of.bare(&OTHER)));
    document.section(say.capacity, vec![to_fill(say.capacity_blanks)]);
    of.end(ShareWith::Adults, their_words, document);
}

struct Referral<'a> {
    reading: &'a Reading<'a>,
    names: &'a Names,
}

impl Referral<'_> {
    fn bare(&self, fields: &[F]) -> Block {
        Block::Facts(self.reading.bare_facts(fields))
    }

    fn with(&self, slots: &[Slot], rest: Block) -> Vec<Block> {
        let mut blocks = self.names.blocks(slots, self.reading.words);
        blocks.push(rest);
        blocks
    }

    /// What both end with: how to reach them, what was agreed, and their words where they are needed.
    fn end(&self, with: ShareWith, their_words: bool, document: &mut Document) {
        let reading = self.reading;
        let say = &reading.words.later().pages.outputs;
        if their_words {
            document.section(say.own_words, own_words(reading));
        }
        document.section(say.reach_safely, parts::reach(reading));
        let mut agreed = consent_facts(reading);
        match shares_with(reading, with) {
            table if table.is_empty() => agreed.push(to_fill(reading.words.steps().pages.record.consent_blanks)),
            table => agreed.push(table),
        }
        document.section(say.agreed, agreed);
    }
}
