//! What is written down for the record. None of it changes a result.

use super::value::{Text, given, list};
use super::vocabulary::*;
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Which pathway.
    pub pathway: PathwayId,
    /// The decision.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// By whom.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// By when, or when it was done.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub when: Option<Text>,
    /// Why, or why not.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Choice {
    /// A choice about `pathway` with nothing decided yet.
    pub fn about(pathway: PathwayId) -> Self {
        Self { pathway, decision: None, by: None, when: None, reason: None }
    }
}
