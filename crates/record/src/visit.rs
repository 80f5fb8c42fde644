//! The note for whoever visits the home, contractors too: what could hurt them and what to do, and nothing of why.

use super::document::{Block, Document, Marked};
use super::names::{Names, Slot};
use super::parts::list;
use super::phrases::Reading;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField as F, Input, ItemNumber};
use waymark_content::CautionId;
use waymark_content::words::fill;

/// What the note asks for.
pub const SLOTS: [Slot; 2] = [Slot::Date, Slot::Referrer];
/// Dash items of which any shows that the other person may be violent.
const VIOLENT: [u8; 7] = [8, 13, 14, 15, 18, 22, 24];
/// Facts that show the same.
const VIOLENT_FACTS: [F; 5] = [F::FirearmAccess, F::OrderBreached, F::ThreatensOthers, F::RedFlags, F::Injury];
/// What a visitor should know, as far as it can be said without saying whom it is about, in the order of `visit_facts`.
const KNOW: [(VisitSign, &str); 4] = [
    (VisitSign::Fact(F::FirearmAccess), "yes"),
    (VisitSign::Item(13), "yes"),
    (VisitSign::Fact(F::PerpetratorAccess), "lives-in"),
    (VisitSign::Fact(F::PerpetratorAccess), "has-keys"),
];

#[derive(Clone, Copy)]
enum VisitSign {
    Fact(F),
    Item(u8),
}

impl VisitSign {
    fn holds(self, reading: &Reading<'_>, value: &str) -> bool {
        match self {
            Self::Fact(field) => reading.case.holds(Input::Context(field), value),
            Self::Item(item) => {
                ItemNumber::new(item).is_some_and(|item| reading.case.holds(Input::DashItem(item), value))
            }
        }
    }

    /// True when it was asked and is known.
    fn known(self, reading: &Reading<'_>) -> bool {
        let input = match self {
            Self::Fact(field) => Some(Input::Context(field)),
            Self::Item(item) => ItemNumber::new(item).map(Input::DashItem),
        };
        let answered = input.is_some_and(|input| !reading.case.is_unanswered(input));
        answered && !["unknown", "dk"].iter().any(|value| self.holds(reading, value))
    }
}

/// The note.
pub fn visit(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let signs = VIOLENT.map(VisitSign::Item).into_iter().chain(VIOLENT_FACTS.map(VisitSign::Fact));
    let violent = signs.clone().any(|sign| sign.holds(reading, "yes") || sign.holds(reading, "emergency"))
        || reading.case.dash.judgement == Some(Judgement::High)
        || reading.assessment.warns(CautionId::VisitRisk);
    let mut lines: Vec<String> = violent.then(|| say.visit_violent.to_owned()).into_iter().listed();
    let named = KNOW.iter().zip(say.visit_facts).filter(|((check, value), _)| check.holds(reading, value));
    lines.extend(named.map(|(_, text)| (*text).to_owned()));
    lines.dedup();
    // Of these, in the order of `visit_topics`, what is open is said: a note never reads as "nothing".
    let weapons = [VisitSign::Fact(F::FirearmAccess), VisitSign::Item(13)];
    let open = [
        !violent && !signs.clone().all(|sign| sign.known(reading)),
        !weapons.iter().all(|check| check.known(reading)),
        !VisitSign::Fact(F::PerpetratorAccess).known(reading),
    ];
    let open: Vec<&str> =
        open.iter().zip(say.visit_topics).filter(|(open, _)| **open).map(|(_, topic)| *topic).listed();
    let unknown =
        if open.is_empty() { String::new() } else { fill(say.visit_unknown, &[("topics", &open.join("; "))]) };
    document.blocks.extend(names.blocks(&SLOTS, reading.words));
    document.section(
        say.visit_know,
        vec![Block::List(lines), Block::not_asked(unknown), Block::paragraph(say.visit_ask).marked(Marked::Advice)],
    );
    document.section(say.visit_do, vec![list(say.visit_steps)]);
    document.section(say.visit_never, vec![list(say.visit_donts)]);
}
