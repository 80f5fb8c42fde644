//! What the tables are made of: a type for each kind of row.

use crate::condition::Condition;
use waymark_case::vocabulary::*;
use waymark_catalogue::*;

/// One indicator of the table.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// Its domain.
    pub domain: Domain,
    /// What it may do in the gates.
    pub strength: Strength,
    /// The question asks about the person harmed, and the answer is flipped before it is stored.
    pub flipped: bool,
}

/// One pathway of the catalogue, without its words.
#[derive(Clone, Copy, Debug)]
pub struct PathwayRow {
    /// Its id.
    pub id: PathwayId,
    /// Who acts.
    pub who: Actor,
    /// How consent works.
    pub consent: ConsentRule,
    /// When it is open.
    pub open: Open,
    /// The rules it always rests on.
    pub rules: &'static [&'static str],
}

/// A pathway shown by a row, with its own condition.
#[derive(Clone, Copy, Debug)]
pub struct Show {
    /// Which pathway.
    pub pathway: PathwayId,
    /// 0 (before anything else) to 4 (planned with the survivor).
    pub priority: u8,
    /// How firmly.
    pub stance: Stance,
    /// Only if this holds too.
    pub only_if: Condition,
}

/// A pathway withheld by a row.
#[derive(Clone, Copy, Debug)]
pub struct Withhold {
    /// Which pathway.
    pub pathway: PathwayId,
    /// Why.
    pub why: WhyWithheld,
    /// Only if this holds too.
    pub only_if: Condition,
}

/// A row of the trigger table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// T1 … T66; a trigger may have several rows.
    pub id: &'static str,
    /// When it applies.
    pub when: Condition,
    /// What it shows.
    pub show: &'static [Show],
    /// What it withholds.
    pub withhold: &'static [Withhold],
    /// The cautions it raises.
    pub cautions: &'static [(CautionId, Condition)],
    /// The questions that must come before acting.
    pub gates: &'static [(Gate, Condition)],
    /// The rules this row rests on.
    pub rules: &'static [&'static str],
}

/// A situation in which general words, or their order, are wrong; its own words stand at the same place of the words.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// The name of its file.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
    /// The steps that come first among others that press as much.
    pub first: &'static [PathwayId],
}

/// When a list beside the Dash matters; its words stand under the same id.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Its id.
    pub id: &'static str,
    /// When it matters.
    pub when: Condition,
}

/// What a recipe rests on, and what shows that it is whole.
#[derive(Clone, Copy, Debug)]
pub struct RecipeRests {
    /// Words that make no sense in its situation.
    pub without_words: &'static [&'static str],
    /// The rules and sources behind it.
    pub sources: &'static [&'static str],
}

/// A service a person can ring or write to.
#[derive(Clone, Copy, Debug)]
pub struct Helpline {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The number; empty unless its status allows printing it.
    pub number: &'static str,
    /// A number for texts; empty unless its status allows printing it.
    pub text: &'static str,
    /// Other ways to reach it, without speaking; empty unless its status allows printing them.
    pub ways: &'static str,
    /// Opening hours, where known.
    pub hours: &'static str,
    /// The nations it serves.
    pub nations: &'static [Nation],
    /// Whom it is for.
    pub who: &'static str,
    /// When it was last checked.
    pub checked: &'static str,
}

impl Helpline {
    /// True when it belongs on a list: it has a number that may be printed.
    pub fn is_listed(&self) -> bool {
        !self.number.is_empty()
    }
    /// True when it belongs on a list for someone who is harmed: it is neither the emergency number, which stands above
    /// such a list, nor the line for people who harm.
    pub fn is_for_the_harmed(&self) -> bool {
        self.is_listed() && !["police-emergency", "respect-phoneline"].contains(&self.id)
    }
}

/// A point of law that is moving.
#[derive(Clone, Copy, Debug)]
pub struct LawPoint {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Where it stands.
    pub text: &'static str,
    /// The month of the newest page seen, as `2026-06`; empty when it has none.
    pub stood: &'static str,
    /// The month in which it was last looked for.
    pub checked: &'static str,
    /// Where it holds.
    pub nations: &'static [Nation],
    /// The pathways whose words depend on it.
    pub touches: &'static [PathwayId],
    /// Sources.
    pub sources: &'static [&'static str],
}

/// A source that rules and words rest on.
#[derive(Clone, Copy, Debug)]
pub struct SourceRow {
    /// With its file: `dash:S18`, `path:B20`, `who:DAHA-SA`.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
}

/// A rule of one of the five documents, in our own words, and where it is placed.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Such as `H-99`.
    pub id: &'static str,
    /// Where it stands in the document.
    pub reference: &'static str,
    /// What becomes of it.
    pub how: Treatment,
    pub(crate) places: &'static str,
    /// The part of the profile it belongs to, such as `marac`.
    pub topic: &'static str,
    /// The rule in a line.
    pub line: &'static str,
    /// Why it is set aside, or how it is read; empty for most.
    pub reason: &'static str,
}

impl Rule {
    /// Where it is placed, such as `pathway:PW-06`, `page:record` or `check:O-12`.
    pub fn places(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.places.split(' ').filter(|place| !place.is_empty())
    }
    /// True when it stands at this place.
    pub fn stands_at(&self, place: &str) -> bool {
        self.places().any(|known| known == place)
    }
}

/// A statement of the service check, without its words, which stand at the same place of their list.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// `O-01` and so on.
    pub id: &'static str,
    /// The place of its group in the list of groups.
    pub group: usize,
    /// Most policies share it, or it protects life.
    pub key: bool,
    /// The rules it rests on.
    pub rules: &'static [&'static str],
}
