//! What is written down for the record. None of it changes a result.

use super::by_input::by_input;
use super::calendar::Day;
use super::slot::{List, Object, Slot, Value, fields, too_long};
use super::sorted::Sorted;
use super::value::{LIST_LIMIT, Text};
use super::vocabulary::*;
use crate::listed::Listed;
use serde::Serialize;
use std::mem::take;

macro_rules! entry {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident as $text:literal : $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        pub struct $name {
            $($(#[$field_doc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$kind>,)+
        }

        impl Object for $name {
            fields! { this: $($text => <$kind as Value>::slot(&mut this.$field)),+ }
        }
    )+};
}

entry! {
    /// One line of the safety plan.
    PlanLine {
        /// Which part of the plan.
        part as "part": PlanPart,
        /// What was agreed.
        text as "text": Text,
    }
    /// One thing shared with someone.
    Share {
        /// With whom.
        with as "with": ShareWith,
        /// What for.
        purpose as "purpose": SharePurpose,
        /// Was consent asked?
        asked as "asked": AskedOrTold,
        /// What the answer was.
        answer as "answer": ShareAnswer,
        /// Was the survivor told?
        told as "told": AskedOrTold,
        /// The legal ground the worker relied on.
        basis as "basis": Text,
        /// Why.
        reason as "reason": Text,
        /// When.
        when as "when": Text,
    }
    /// The latest incident, as it was told or seen. Kinds of place, never an address.
    Incident {
        /// What happened.
        what as "what": Text,
        /// When.
        when as "when": Text,
        /// In what kind of place.
        r#where as "where": Text,
        /// Who was hurt, and how.
        injury as "injury": Text,
        /// What was used.
        weapon as "weapon": Text,
        /// Photographs, messages, damage.
        evidence as "evidence": Text,
        /// Who saw or heard it.
        saw as "saw": Text,
        /// Where each of them is now.
        now as "now": Text,
    }
    /// One decision of the worker.
    DecisionLine {
        /// What was decided.
        what as "what": Text,
        /// Why.
        why as "why": Text,
        /// When.
        when as "when": Text,
    }
}

/// What the worker writes for the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The survivor's wishes in their own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish_words: Option<Text>,
    /// The survivor's own view of the danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_view_of_danger: Option<Text>,
    /// The agreed way to be in touch, and what not to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_contact_words: Option<Text>,
    /// Initials of the second reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_reader_initials: Option<Text>,
    /// Who was consulted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consulted: Option<Text>,
    /// When to look again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Text>,
    /// The safety plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanLine>,
    /// What was shared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What was decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionLine>,
    /// The latest incident.
    #[serde(skip_serializing_if = "Incident::is_empty")]
    pub incident: Incident,
    /// Why something was not asked, by the name of its input.
    #[serde(skip_serializing_if = "Sorted::is_empty")]
    pub not_asked_because: Sorted<String, NotAskedBecause>,
}

/// The members of a closed set as values of their own.
macro_rules! choosable {
    ($($name:ident)+) => {$(
        impl Value for $name {
            fn slot(value: &mut Option<Self>) -> Slot<'_> {
                Slot::field(value)
            }
        }
    )+};
}

choosable! { PlanPart ShareWith SharePurpose AskedOrTold ShareAnswer NotAskedBecause }

impl Object for Record {
    fields! { this:
        "wish_words" => Slot::Text(&mut this.wish_words),
        "own_view_of_danger" => Slot::Text(&mut this.own_view_of_danger),
        "safe_contact_words" => Slot::Text(&mut this.safe_contact_words),
        "second_reader_initials" => Slot::Text(&mut this.second_reader_initials),
        "consulted" => Slot::Text(&mut this.consulted),
        "review_on" => Slot::Text(&mut this.review_on),
        "plan" => Slot::list(&mut this.plan),
        "shares" => Slot::list(&mut this.shares),
        "decisions" => Slot::list(&mut this.decisions),
        "incident" => Slot::Object(&mut this.incident),
        "not_asked_because" => by_input(&mut this.not_asked_because, "reasons"),
    }
}

impl Incident {
    /// True when nothing is written.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Record {
    /// What stands in a part of the safety plan; several entries of one part, as a file may hold, come line by line.
    pub fn plan_text(&self, part: PlanPart) -> String {
        let lines = self.plan.iter().filter(|line| line.part == Some(part));
        lines.filter_map(|line| line.text.as_ref()).map(Text::as_str).listed().join("\n")
    }

    /// Writes a part of the safety plan as one entry; an empty text takes the part out.
    pub fn write_plan(&mut self, part: PlanPart, text: &str) {
        let of_part = |line: &PlanLine| line.part == Some(part);
        let place = self.plan.iter().position(of_part).unwrap_or(self.plan.len());
        self.plan.retain(|line| !of_part(line));
        if !text.is_empty() {
            let place = place.min(self.plan.len());
            self.plan.insert(place, PlanLine { part: Some(part), text: Some(Text::cut(text)) });
        }
    }
}

/// What the worker decided about one pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Which pathway.
    pub pathway: PathwayId,
    /// The decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// The day on which it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Day>,
    /// By when, in the worker's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Text>,
    /// When it was done, in the worker's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Text>,
    /// Why, or why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Choice {
    /// A choice about `pathway` with nothing decided yet.
    pub fn about(pathway: PathwayId) -> Self {
        Self { pathway, decision: None, by: None, decided_on: None, due: None, done_on: None, reason: None }
    }

    /// The one time that the decision asks for: when it was done, of something done; else by when.
    pub fn when(&self) -> Option<&Text> {
        if self.decision == Some(Decision::Done) { self.done_on.as_ref() } else { self.due.as_ref() }
    }

    /// The same, to write.
    pub fn when_mut(&mut self) -> &mut Option<Text> {
        if self.decision == Some(Decision::Done) { &mut self.done_on } else { &mut self.due }
    }
}

/// A choice as it stands in a file; `when` is how older copies wrote the one time they had.
#[derive(Default)]
struct Entry {
    pathway: Option<PathwayId>,
    decision: Option<Decision>,
    by: Option<Text>,
    decided_on: Option<Day>,
    due: Option<Text>,
    done_on: Option<Text>,
    when: Option<Text>,
    reason: Option<Text>,
}

impl Object for Entry {
    fields! { this:
        "pathway" => Slot::field(&mut this.pathway),
        "decision" => Slot::field(&mut this.decision),
        "by" => Slot::Text(&mut this.by),
        "decided_on" => Slot::field(&mut this.decided_on),
        "due" => Slot::Text(&mut this.due),
        "done_on" => Slot::Text(&mut this.done_on),
        "when" => Slot::Text(&mut this.when),
        "reason" => Slot::Text(&mut this.reason),
    }
    fn check(&self) -> Result<(), &'static str> {
        let same = if self.decision == Some(Decision::Done) { &self.done_on } else { &self.due };
        match (&self.pathway, &self.when, same) {
            (None, ..) => Err("missing field `pathway`"),
            (_, Some(_), Some(_)) => Err("`when` is an older name of `due` or `done_on`; both stand here"),
            _ => Ok(()),
        }
    }
}

/// The choices that were read, and the next one.
pub(super) struct Choices<'a> {
    kept: &'a mut Vec<Choice>,
    next: Entry,
}

impl<'a> Choices<'a> {
    /// None yet.
    pub(super) fn into(kept: &'a mut Vec<Choice>) -> Self {
        Self { kept, next: Entry::default() }
    }
}

impl List for Choices<'_> {
    fn entry(&mut self) -> &mut dyn Object {
        &mut self.next
    }
    fn keep(&mut self) -> Result<(), String> {
        let Entry { pathway: Some(pathway), decision, by, decided_on, due, done_on, when, reason } =
            take(&mut self.next)
        else {
            return Ok(());
        };
        if self.kept.len() == LIST_LIMIT {
            return Err(too_long());
        }
        let mut choice = Choice { pathway, decision, by, decided_on, due, done_on, reason };
        if when.is_some() {
            *choice.when_mut() = when;
        }
        self.kept.push(choice);
        Ok(())
    }
    fn check(&self) -> Result<(), String> {
        let twice = |(place, choice): &(usize, &Choice)| {
            self.kept.iter().take(*place).any(|earlier| earlier.pathway == choice.pathway)
        };
        self.kept.iter().enumerate().find(twice).map_or(Ok(()), |(_, choice)| {
            Err([choice.pathway.text(), " stands here twice; each pathway may stand once"].concat())
        })
    }
}
