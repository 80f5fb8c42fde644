//! Which questions could turn a condition by their answer alone.
//!
//! Lives here: what a condition reads, and how its parts hang together. Not here: which answer really turns it (`tried`). Most
//! conditions hang on no open question, and are never tried.

use super::dash::{Read, Sheet, is_read};
use super::evaluate::Facts;
use super::tried::{Tried, with_each};
use waymark_case::{Context, ContextField};
use waymark_content::condition::Condition;

/// What the Dash reads of the situation, beside counts and months.
const READ_BY_DASH: [ContextField; 10] = [
    ContextField::SurvivorAge,
    ContextField::Recency,
    ContextField::HonourBased,
    ContextField::ForcedMarriage,
    ContextField::ExistingDash,
    ContextField::ExistingDashForm,
    ContextField::EventsIncreasing,
    ContextField::MaracLast12m,
    ContextField::AbuseSinceMarac,
    ContextField::AbuseSinceMaracCriminal,
];

/// Fields of the situation as bits by their place in the table.
pub type Fields = u128;

/// Two more bits are wanted beside those of the fields: see [`Swing`].
const _: () = assert!(ContextField::ALL.len() <= 126);

/// A field as a bit.
pub fn bit(field: ContextField) -> Fields {
    1 << field as u32
}

/// The fields that a condition names, or may read by way of the Dash.
pub fn may_read(condition: &Condition) -> Fields {
    match condition {
        Condition::Field(field, ..) => bit(*field),
        Condition::Fact(fact) if is_read(*fact) => READ_BY_DASH.iter().fold(0, |all, field| all | bit(*field)),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().fold(0, |all, part| all | may_read(part)),
        Condition::Not(part) => may_read(part),
        _ => 0,
    }
}

/// A condition in the case as it is, and what could turn it: as one number, since there are hundreds of them for each case.
#[derive(Clone, Copy)]
pub struct Swing(Fields);

impl Swing {
    /// A bit beside those of the fields.
    const HOLDS: Fields = 1 << 127;

    /// Says that what could turn it was not looked for: the fields are all that it may read.
    pub const UNSAID: Fields = 1 << 126;

    /// Whether it holds. While none of these fields is answered it stays so.
    pub fn new(holds: bool, by: Fields) -> Self {
        Self(if holds { by | Self::HOLDS } else { by })
    }
    /// True when it holds.
    pub fn holds(self) -> bool {
        self.0 & Self::HOLDS != 0
    }
    /// The fields that could turn it.
    pub fn by(self) -> Fields {
        self.0 & !Self::HOLDS
    }
    fn turned(self) -> Self {
        Self(self.0 ^ Self::HOLDS)
    }
    /// Both of two conditions.
    fn and(self, other: Self) -> Self {
        match (self.holds(), other.holds()) {
            (true, true) => Self(self.0 | other.0),
            (true, false) => other,
            (false, true) => self,
            // The same answer has to turn both.
            (false, false) => Self(self.0 & other.0),
        }
    }
    /// True when it fails whatever is answered.
    fn is_out(self) -> bool {
        self.0 == 0
    }
}

/// The conditions of a case, with the questions that are open in it.
pub struct Swings<'a> {
    /// What the conditions read.
    pub facts: &'a Facts<'a>,
    /// The fields that could be answered.
    pub open: Fields,
    /// Those of them by which something changes that conditions read of the Dash.
    pub dash: Fields,
    /// What they then read with each answer to those, one after the other.
    reads: Vec<Read>,
    /// Where those of a field end.
    ends: Vec<(ContextField, usize)>,
}

impl<'a> Swings<'a> {
    /// Those of a case; `context` is its situation, which is as it was afterwards. The fields of `never` are not asked for.
    pub fn of(facts: &'a Facts<'a>, never: Fields, context: &mut Context) -> Self {
        let absent = |field: &&ContextField| facts.members[**field as usize] == 0;
        let open = ContextField::ALL.iter().filter(absent).fold(0, |all, field| all | bit(*field)) & !never;
        let mut swings =
            Self { facts, open, dash: 0, reads: Vec::with_capacity(READ_BY_DASH.len() * 4), ends: Vec::new() };
        let sheet = Sheet::of(&facts.case.dash, facts.context);
        let now = sheet.read(facts.context, &facts.local);
        for field in READ_BY_DASH.into_iter().filter(|field| open & bit(*field) != 0) {
            let start = swings.reads.len();
            with_each(context, field, |context| swings.reads.push(sheet.read(context, &facts.local)));
            if swings.reads[start..].iter().all(|read| *read == now) {
                swings.reads.truncate(start);
            } else {
                swings.dash |= bit(field);
                swings.ends.push((field, swings.reads.len()));
            }
        }
        swings
    }

    /// The case with each answer to a field.
    pub fn tried(&self, field: ContextField) -> Tried<'_> {
        let mut start = 0;
        for (of, end) in &self.ends {
            if *of == field {
                return Tried { facts: self.facts, field, reads: &self.reads[start..*end] };
            }
            start = *end;
        }
        Tried { facts: self.facts, field, reads: &[] }
    }

    /// A condition, and what could turn it.
    pub fn swing(&self, condition: &Condition) -> Swing {
        match condition {
            Condition::All(parts) => self.every(parts, true),
            Condition::Any(parts) => self.every(parts, false).turned(),
            Condition::Not(part) => self.swing(part).turned(),
            Condition::Field(field, values, or_absent) => {
                Swing::new(self.facts.has(*field, values, *or_absent), self.open & bit(*field))
            }
            Condition::Fact(fact) if is_read(*fact) => Swing::new(self.facts.holds(condition), self.dash),
            _ => Swing::new(self.facts.holds(condition), 0),
        }
    }

    /// This one and another condition, which is not looked at where it cannot matter.
    pub fn both(&self, one: Swing, other: &Condition) -> Swing {
        if one.is_out() { one } else { one.and(self.swing(other)) }
    }

    /// That each part holds, or that each fails.
    fn every(&self, parts: &[Condition], holds: bool) -> Swing {
        let mut all = Swing::new(true, 0);
        for part in parts {
            let part = self.swing(part);
            all = all.and(if holds { part } else { part.turned() });
            if all.is_out() {
                break;
            }
        }
        all
    }
}
