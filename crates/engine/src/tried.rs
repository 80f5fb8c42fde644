//! The answers to one open question, all tried at once: of a condition, those with which it holds.

use super::dash::{Read, is_read};
use super::evaluate::Facts;
use waymark_case::value::Kind;
use waymark_case::{Context, ContextField};
use waymark_content::condition::Condition;

/// Answers to a question, as bits by their place among its texts.
pub type Places = u32;

/// What holds always or never, by the answers with which it does.
pub fn each_or_none(holds: bool) -> Places {
    if holds { Places::MAX } else { 0 }
}

fn texts(field: ContextField) -> &'static [&'static str] {
    match field.kind() {
        Kind::One(texts) | Kind::Any(texts) => texts,
        _ => &[],
    }
}

/// Gives `take` each field that a condition names, with the answers that it tells from none.
pub fn each_named(condition: &Condition, take: &mut dyn FnMut(ContextField, Places)) {
    match condition {
        Condition::Field(field, values, or_absent) => {
            take(*field, if *or_absent { Places::MAX } else { values.members })
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| each_named(part, take)),
        Condition::Not(part) => each_named(part, take),
        _ => {}
    }
}

/// The answers that are worth trying: "unknown" is none, and a number has none.
pub fn worth_trying(field: ContextField) -> Places {
    let known = texts(field).iter().enumerate().filter(|(_, text)| **text != "unknown");
    known.fold(0, |all, (place, _)| all | 1 << place)
}

/// Reads a situation with each answer to a question that is open in it. Afterwards it is as it was.
pub fn with_each(context: &mut Context, field: ContextField, mut read: impl FnMut(&Context)) {
    for text in texts(field) {
        // A field takes each of its texts, and one that was absent takes `None`.
        let _ = context.field_mut(field).choose(Some(text));
        read(context);
        let _ = context.field_mut(field).choose(None);
    }
}

/// A case with each answer to a question that is open in it.
pub struct Tried<'a> {
    /// The case without one.
    pub facts: &'a Facts<'a>,
    /// The question.
    pub field: ContextField,
    /// Of each answer, what conditions then read of the Dash; empty where it makes no difference.
    pub reads: &'a [Read],
}

impl Tried<'_> {
    /// The answers with which a condition holds.
    pub fn holds(&self, condition: &Condition) -> Places {
        match condition {
            Condition::All(parts) => self.every(parts, true),
            Condition::Any(parts) => !self.every(parts, false),
            Condition::Not(part) => !self.holds(part),
            Condition::Field(field, values, _) if *field == self.field => values.members,
            Condition::Field(field, values, or_absent) => each_or_none(self.facts.has(*field, values, *or_absent)),
            Condition::Fact(fact) if !self.reads.is_empty() && is_read(*fact) => {
                let says = |(place, read): (usize, &Read)| if read.says(*fact) { 1 << place } else { 0 };
                self.reads.iter().enumerate().map(says).sum()
            }
            other => each_or_none(self.facts.holds(other)),
        }
    }

    /// The answers with which two conditions hold.
    pub fn both(&self, one: &Condition, other: &Condition) -> Places {
        let one = self.holds(one);
        if one == 0 { one } else { one & self.holds(other) }
    }

    /// The answers with which each part holds, or each fails.
    fn every(&self, parts: &[Condition], holds: bool) -> Places {
        let mut all = Places::MAX;
        for part in parts {
            let part = self.holds(part);
            all &= if holds { part } else { !part };
            if all == 0 {
                break;
            }
        }
        all
    }
}
