//! The pathways: a file each (`pathways/<name>.toml`) with everything about it, its English words and its own triggers.

use crate::conditions::Condition;
use crate::reading::{ENGLISH, English, Outcome, Problem, Text, names_in, read_as};
use crate::sources::Sources;
use crate::trigger::Trigger;
use indexmap::IndexMap;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use waymark_case::vocabulary::*;
use waymark_catalogue::{Actor, ConsentRule, Open};

/// The file of a pathway.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    pub code: PathwayId,
    who: Actor,
    consent: ConsentRule,
    open: Open,
    rules: Vec<String>,
    pub sources: Vec<String>,
    /// The triggers of `triggers.toml` that show or withhold it: all of them, so that the file tells the whole.
    #[serde(default)]
    pub shared_triggers: Vec<String>,
    words: English<PathwayWords>,
    /// Where a trigger that keeps to them shows it, and why it is withheld elsewhere.
    pub limits: Option<Limits>,
    /// The triggers that are about this pathway alone.
    #[serde(default, rename = "trigger")]
    pub triggers: Vec<Trigger>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub only_if: Condition,
    pub withhold: Vec<Limit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub why: String,
    #[serde(rename = "if")]
    pub only_if: Condition,
}

/// What a worker reads of a pathway.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathwayWords {
    pub title: Text,
    pub r#do: Text,
    /// The same as a few words within a sentence: "get a medical check".
    #[serde(default)]
    pub now: String,
    /// What to say first, aloud: to the survivor, or to whoever answers.
    #[serde(default)]
    pub say: String,
    /// How to go about it, three steps at most.
    #[serde(default)]
    pub steps: Vec<Text>,
    pub what: Text,
    #[serde(default)]
    pub line_title: String,
    #[serde(default)]
    pub line_do: String,
    #[serde(default)]
    pub line_what: String,
    #[serde(default)]
    pub ready: Vec<Text>,
    #[serde(default)]
    pub care: Vec<Text>,
    pub consent: Text,
    pub group: Text,
    #[serde(default)]
    pub nations: IndexMap<Nation, Text>,
    #[serde(default)]
    pub status: String,
}

/// A pathway that is told of.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub id: PathwayId,
    /// Where its words are.
    pub place: &'a str,
    /// What they rest on.
    pub sources: &'a [String],
}

/// Every pathway, in catalogue order, each with the name of its file.
pub struct Pathways(Vec<(String, Pathway)>);

impl Pathways {
    /// Reads the files of the folder `pathways`.
    ///
    /// # Errors
    /// A pathway without a file, or with two.
    pub fn read(content: &Path) -> Outcome<Self> {
        let mut all = Vec::new();
        for name in names_in(&content.join("pathways"))? {
            let pathway: Pathway = read_as(content, &file(&name))?;
            all.push((name, pathway));
        }
        all.sort_by_key(|(_, pathway)| pathway.code);
        if let Some([_, (name, _)]) = all.array_windows().find(|[one, next]| one.1.code == next.1.code) {
            return Err(Problem::at(file(name), "its code is taken"));
        }
        let has_file = |id: &PathwayId| all.iter().any(|(_, pathway)| pathway.code == *id);
        if let Some(missing) = PathwayId::ALL.iter().find(|id| !has_file(id)) {
            return Err(Problem::at("pathways", format!("{} has no file", missing.text())));
        }
        Ok(Self(all))
    }

    /// Each with the name of its file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Pathway)> {
        self.0.iter().map(|(name, pathway)| (name.as_str(), pathway))
    }

    /// The pathway with this name.
    pub fn named(&self, name: &str) -> Option<&Pathway> {
        self.iter().find(|(known, _)| *known == name).map(|(_, pathway)| pathway)
    }

    /// Gives `put` the words of each in a language, and which one it is. Those of English are in the pathways' own files.
    pub fn words(
        &self,
        language: &str,
        folder: &Path,
        mut put: impl FnMut(Told<'_>, &PathwayWords) -> Outcome<()>,
    ) -> Outcome<()> {
        for (name, pathway) in self.iter() {
            let told = Told { id: pathway.code, place: &file(name), sources: &pathway.sources };
            match language {
                ENGLISH => put(told, &pathway.words.en)?,
                _ => put(told, &read_as(folder, told.place)?)?,
            }
        }
        Ok(())
    }

    /// The table of pathways, as Rust.
    pub fn table(&self, sources: &Sources, out: &mut String) -> Outcome<()> {
        out.push_str("pub static PATHWAYS: &[PathwayRow] = &[\n");
        for (name, Pathway { code, who, consent, open, rules, .. }) in self.iter() {
            let place = file(name);
            if rules.is_empty() {
                return Err(Problem::at(place, "names no rule"));
            }
            let _ = writeln!(
                out,
                "PathwayRow {{ id: PathwayId::{code:?}, who: Actor::{who:?}, consent: ConsentRule::{consent:?}, open: Open::{open:?}, rules: {} }},",
                sources.checked(&place, rules)?
            );
        }
        out.push_str("];\n");
        Ok(())
    }
}

/// The file of a pathway with this name.
pub fn file(name: &str) -> String {
    format!("pathways/{name}.toml")
}
