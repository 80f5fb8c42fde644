//! The service check (`service_check.toml`): the statements and groups, with their English words.

use crate::reading::{ENGLISH, English, Outcome, Problem, Text, read_as};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

const FILE: &str = "service_check.toml";

/// The service check as the file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceCheck {
    group: Vec<Group>,
    statement: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    words: English<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    id: String,
    group: String,
    #[serde(default)]
    key: bool,
    rules: Vec<String>,
    words: English<StatementWords>,
}

/// A statement, and what a reviewer would ask for.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementWords {
    statement: Text,
    evidence: Text,
}

/// The words of another language, by the names of the groups and the ids of the statements.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    group: BTreeMap<String, Text>,
    statement: BTreeMap<String, StatementWords>,
}

impl ServiceCheck {
    /// Reads the file.
    ///
    /// # Errors
    /// An id that comes twice, an unknown group, a statement without rules.
    pub fn read(content: &Path) -> Outcome<Self> {
        let check: Self = read_as(content, FILE)?;
        let mut ids = BTreeSet::new();
        for statement in &check.statement {
            let place = format!("{FILE} {}", statement.id);
            if !check.group.iter().any(|group| group.name == statement.group) {
                return Err(Problem::at(place, format!("there is no group {}", statement.group)));
            }
            if !ids.insert(&statement.id) || statement.rules.is_empty() {
                return Err(Problem::at(place, "its id is taken, or it names no rule"));
            }
        }
        Ok(check)
    }

    /// The ids of the statements.
    pub fn ids(&self) -> BTreeSet<String> {
        self.statement.iter().map(|statement| statement.id.clone()).collect()
    }

    /// The typed table.
    pub fn table(&self, out: &mut String) {
        out.push_str("pub const SERVICE_CHECK: &[Statement] = &[\n");
        for Statement { id, group, key, rules, .. } in &self.statement {
            let group = self.group.iter().position(|known| known.name == *group).unwrap_or_default();
            let _ = writeln!(out, "Statement {{ id: {id:?}, group: {group}, key: {key}, rules: &{rules:?} }},");
        }
        out.push_str("];\n");
    }

    /// What the page's words list of them, by the names of the lists. Those of English are in the file itself.
    pub fn lists(&self, language: &str, folder: &Path) -> Outcome<[(&'static str, Vec<Text>); 3]> {
        let (groups, statements): (Vec<Text>, Vec<StatementWords>) = if language == ENGLISH {
            let groups = self.group.iter().map(|group| group.words.en.clone());
            (groups.collect(), self.statement.iter().map(|statement| statement.words.en.clone()).collect())
        } else {
            let Words { mut group, mut statement } = read_as(folder, FILE)?;
            let missing = |id: &str| Problem::at(folder.join(FILE).display(), format!("{id} is missing"));
            let groups = self.group.iter().map(|it| group.remove(&it.name).ok_or_else(|| missing(&it.name)));
            let groups = groups.collect::<Outcome<_>>()?;
            let statements = self.statement.iter().map(|it| statement.remove(&it.id).ok_or_else(|| missing(&it.id)));
            let statements = statements.collect::<Outcome<_>>()?;
            if let Some(unknown) = group.keys().chain(statement.keys()).next() {
                return Err(Problem::at(folder.join(FILE).display(), format!("{unknown} is no group or statement")));
            }
            (groups, statements)
        };
        let evidence = statements.iter().map(|words| words.evidence.clone()).collect();
        let statements = statements.into_iter().map(|words| words.statement).collect();
        Ok([("groups", groups), ("statements", statements), ("evidence", evidence)])
    }
}
