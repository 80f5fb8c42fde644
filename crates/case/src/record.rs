//! What is written down for the record. None of it changes a result.

use super::calendar::Day;
use super::json::{given, list, object};
use super::value::Text;
use super::vocabulary::*;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::collections::BTreeMap;

macro_rules! entry {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[$field_doc])* #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")] pub $field: Option<$kind>,)+
        }
    )+};
}

entry! {
    /// One line of the safety plan.
    PlanLine {
        /// Which part of the plan.
        part: PlanPart,
        /// What was agreed.
        text: Text,
    }
    /// One thing shared with someone.
    Share {
        /// With whom.
        with: ShareWith,
        /// What for.
        purpose: SharePurpose,
        /// Was consent asked?
        asked: AskedOrTold,
        /// What the answer was.
        answer: ShareAnswer,
        /// Was the survivor told?
        told: AskedOrTold,
        /// The legal ground the worker relied on.
        basis: Text,
        /// Why.
        reason: Text,
        /// When.
        when: Text,
    }
    /// The latest incident, as it was told or seen. Kinds of place, never an address.
    Incident {
        /// What happened.
        what: Text,
        /// When.
        when: Text,
        /// In what kind of place.
        r#where: Text,
        /// Who was hurt, and how.
        injury: Text,
        /// What was used.
        weapon: Text,
        /// Photographs, messages, damage.
        evidence: Text,
        /// Who saw or heard it.
        saw: Text,
        /// Where each of them is now.
        now: Text,
    }
    /// One decision of the worker.
    DecisionLine {
        /// What was decided.
        what: Text,
        /// Why.
        why: Text,
        /// When.
        when: Text,
    }
}

/// What the worker writes for the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Record {
    /// The survivor's wishes in their own words.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub wish_words: Option<Text>,
    /// The survivor's own view of the danger.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub own_view_of_danger: Option<Text>,
    /// The agreed way to be in touch, and what not to do.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub safe_contact_words: Option<Text>,
    /// Initials of the second reader.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub second_reader_initials: Option<Text>,
    /// Who was consulted.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub consulted: Option<Text>,
    /// When to look again.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Text>,
    /// The safety plan.
    #[serde(deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanLine>,
    /// What was shared.
    #[serde(deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What was decided.
    #[serde(deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionLine>,
    /// The latest incident.
    #[serde(deserialize_with = "object", skip_serializing_if = "Incident::is_empty")]
    pub incident: Incident,
    /// Why something was not asked, by the name of its input.
    #[serde(deserialize_with = "reasons", skip_serializing_if = "BTreeMap::is_empty")]
    pub not_asked_because: BTreeMap<String, NotAskedBecause>,
}

fn reasons<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, NotAskedBecause>, D::Error> {
    super::by_input(from, "reasons")
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
        lines.filter_map(|line| line.text.as_ref()).map(Text::as_str).collect::<Vec<_>>().join("\n")
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
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    pathway: PathwayId,
    #[serde(default, deserialize_with = "given")]
    decision: Option<Decision>,
    #[serde(default, deserialize_with = "given")]
    by: Option<Text>,
    #[serde(default, deserialize_with = "given")]
    decided_on: Option<Day>,
    #[serde(default, deserialize_with = "given")]
    due: Option<Text>,
    #[serde(default, deserialize_with = "given")]
    done_on: Option<Text>,
    #[serde(default, deserialize_with = "given")]
    when: Option<Text>,
    #[serde(default, deserialize_with = "given")]
    reason: Option<Text>,
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Entry { pathway, decision, by, decided_on, due, done_on, when, reason } = Entry::deserialize(from)?;
        let mut choice = Self { pathway, decision, by, decided_on, due, done_on, reason };
        if let Some(when) = when {
            let place = choice.when_mut();
            if place.is_some() {
                return Err(de::Error::custom("`when` is an older name of `due` or `done_on`; both stand here"));
            }
            *place = Some(when);
        }
        Ok(choice)
    }
}
