//! The words of all that is neither a first question nor a step of a case: the record, practice, settings, what the policies
//! say. They have a text of their own, which is read when one of them is first wanted.

use super::{Document, LaterPages, NationTopic, PolicyField, VignetteWords, Words};
use crate::types::{LawPoint, Rule, SourceRow};
use std::sync::OnceLock;
use waymark_catalogue::Part;

/// What everything else says.
#[derive(Clone, Copy, Debug)]
pub struct LaterWords {
    /// What the policies say, by field.
    pub policy_fields: &'static [PolicyField],
    /// The documents that the policies are, and last the sector default.
    pub documents: &'static [Document],
    /// The law and the duties of each nation.
    pub nation_topics: &'static [NationTopic],
    /// The words of each page.
    pub pages: LaterPages,
    /// The library of vignettes, in the order of their ids.
    pub vignettes: &'static [VignetteWords],
    /// The law that is moving.
    pub law: &'static [LawPoint],
    /// The sources that something cites.
    pub sources: &'static [SourceRow],
    /// The schema of a profile: a path and what it may hold, a line each. A path that begins with a dot goes on in the group of
    /// the line before.
    pub schema: &'static [&'static str],
    /// Every rule of the five documents.
    pub rules: &'static [Rule],
}

impl Words {
    /// The words of everything else; empty before their text is given.
    pub fn later(&self) -> &LaterWords {
        static NOT_YET: OnceLock<LaterWords> = OnceLock::new();
        self.part(Part::Later, &self.later, &NOT_YET, LaterWords::read)
    }
    /// What is told of a policy's document; the last is the sector default.
    pub fn document(&self, profile: &str) -> Option<&'static Document> {
        self.later().documents.iter().find(|document| document.profile == profile)
    }
}
