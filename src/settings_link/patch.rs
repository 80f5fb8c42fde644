//! The patch of a profile: any value of its schema. What of it the tool acts on stands in `local`; the rest is shown only.

use super::parts::Short;
use super::tree::{Read, Tree, Wrong};

/// The values as they were written, and their leaves in that order: path and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    tree: Tree,
    leaves: Vec<(String, String)>,
}

impl Default for Patch {
    fn default() -> Self {
        Self { tree: Tree::Map(Vec::new()), leaves: Vec::new() }
    }
}

/// What would go against the safety floor: a path (or the start of one), the test of its value, the point of the floor.
type Against = (&'static str, fn(&str) -> bool, &'static str);

const AGAINST: [Against; 11] = [
    ("perpetrator.confrontation", |value| value != "never", "C1.3.2"),
    ("survivorLed.safeContactRequired", |value| value == "false", "C1.3.2"),
    ("survivorLed.languageSupport", uses_family, "C1.3.2"),
    ("survivorLed.gateQuestion", |value| value == "false", "C1.3.4"),
    ("survivorLed.actionSafetyCheck", |value| value == "false", "C1.3.4"),
    ("survivorLed.disengagementReview", |value| value == "false", "C1.3.5"),
    ("marac.professionalJudgement", |value| value == "false", "C1.3.5"),
    ("marac.partialInformationOk", |value| value == "false", "C1.3.5"),
    ("safeguarding.children.threshold", |value| !matches!(value, "may_affect" | "null"), "C1.3.6"),
    // Nobody waits for agreement where a life or a child is in danger.
    ("informationSharing.consentRules.safeguarding", |value| value == "consent_required", "C1.3.6"),
    ("perpetrator.", bars_couples_work, "C1.3.3"),
];

fn bars_couples_work(value: &str) -> bool {
    ["mediation", "couple", "restorative", "anger"].iter().any(|word| value.contains(word))
}

fn uses_family(value: &str) -> bool {
    ["family", "relative", "partner", "friend"].iter().any(|word| value.contains(word))
}

impl Patch {
    /// The leaves: path and value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.leaves.iter().map(|(path, value)| (path.as_str(), value.as_str()))
    }
    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }
    /// The values as they were written; nothing where there are none.
    pub(super) fn written(&self) -> Option<Tree> {
        (self.tree != Tree::Map(Vec::new())).then(|| self.tree.clone())
    }
    /// The texts of the leaves at a path: several when a list stands there.
    pub fn at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(at, _)| *at == path).map(|(_, value)| value)
    }
    /// The leaves that go against the safety floor, with its point.
    pub fn against_the_floor(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.iter().filter_map(|(path, value)| {
            let (_, _, rule) = AGAINST.iter().find(|(at, goes_against, _)| {
                let here = if at.ends_with('.') { path.starts_with(at) } else { path == *at };
                here && goes_against(value)
            })?;
            Some((path, *rule))
        })
    }

    pub(super) fn of(tree: &Tree) -> Read<Self> {
        let mut patch = Self::default();
        match tree {
            Tree::Map(_) => patch.add_leaves("", tree)?,
            _ => return Err(Wrong::new("expected an object with values of a profile")),
        }
        patch.tree = tree.clone();
        Ok(patch)
    }

    /// Puts the leaves of any value into the list.
    fn add_leaves(&mut self, path: &str, tree: &Tree) -> Read {
        let leaf = match tree {
            Tree::Map(entries) => {
                for (name, value) in entries {
                    let dot = if path.is_empty() { "" } else { "." };
                    Short::checked(name)
                        .and_then(|_| self.add_leaves(&[path, dot, name].concat(), value))
                        .map_err(|wrong| wrong.within(name))?;
                }
                return Ok(());
            }
            Tree::List(entries) => {
                for (place, value) in entries.iter().enumerate() {
                    self.add_leaves(path, value).map_err(|wrong| wrong.within_place(place))?;
                }
                return Ok(());
            }
            Tree::Null => "null".to_owned(),
            Tree::Bool(on) => if *on { "true" } else { "false" }.to_owned(),
            Tree::Whole(number) => number.to_string(),
            Tree::Text(text) => Short::checked(text)?.as_str().to_owned(),
            Tree::Other => return Err(Wrong::new("expected a plain value, a list or an object")),
        };
        self.leaves.push((path.to_owned(), leaf));
        Ok(())
    }
}
