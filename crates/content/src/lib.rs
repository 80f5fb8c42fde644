//! The typed tables made from `data/` by the build, and the types they are made of.
//!
//! Lives here: rules, catalogue and words as data. Not here: how they are evaluated (`engine`) or shown (`pages`).
//! A rule naming an unknown id, a missing source or a missing word stops the build.

pub mod age;
pub mod condition;
pub mod english;
mod lines;
mod own_words;
pub mod profile;
mod reader;
mod recipes;
mod sentence;
mod tables;
mod texts;
mod types;
pub mod words;

use std::sync::LazyLock;
use waymark_case::vocabulary::{IndicatorId, Nation, PathwayId, Vocabulary};

pub use condition::{Condition, Fact, Values};
pub use english::EN;
pub use own_words::{OwnWords, SECTOR_WORDS};
pub use profile::{Profile, Profiles};
pub use texts::Texts;
pub use types::*;
pub use waymark_catalogue::{
    Actor, CautionId, ConsentRule, ContactMode, Domain, Due, Gate, Mark, Open, Part, Stance, Status, Strength, Term,
    Treatment, Unit, WhyWithheld,
};

/// The version of the content, changed whenever a fact, rule or word changes its meaning.
pub const CONTENT_VERSION: &str = "2026-12-01";

pub use tables::{
    BANK_HOLIDAYS, BESIDE, CAUTION_RULES, DOCUMENTS, HOLIDAY_YEARS, INDICATORS, INSTEAD, MARKS, PATHWAYS, PROFILES,
    RECIPE_RESTS, RECIPES, ROWS, SERVICE_CHECK, TERMS, TRIGGERS, terms,
};

/// The services that may be named; they stand beside the words.
pub static HELPLINES: LazyLock<&'static [Helpline]> = LazyLock::new(|| EN.helplines);

/// The services of a nation, or of all of them, with a number that may be printed.
pub fn helplines_in(nation: Option<Nation>) -> impl Iterator<Item = &'static Helpline> + Clone {
    let here = move |line: &&Helpline| nation.is_none_or(|nation| line.nations.contains(&nation));
    HELPLINES.iter().filter(|line| line.is_listed()).filter(here)
}

/// The sources that something cites; they stand beside the words.
pub fn sources() -> &'static [SourceRow] {
    EN.later().sources
}

/// Every rule of the five documents; they stand beside the words.
pub fn rules() -> &'static [Rule] {
    EN.later().rules
}

/// The row of a pathway.
pub fn pathway(id: PathwayId) -> &'static PathwayRow {
    &PATHWAYS[id.index()]
}

/// The row of an indicator.
pub fn indicator(id: IndicatorId) -> &'static Indicator {
    &INDICATORS[id.index()]
}

impl Rule {
    /// True when it belongs to this profile.
    pub fn is_of(&self, profile: &str) -> bool {
        let letter = self.id.get(..1).unwrap_or_default();
        tables::DOCUMENTS.contains(&(letter, profile))
    }
}
