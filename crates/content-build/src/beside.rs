//! The lists beside the Dash (`beside.toml`): what else to ask about where the case makes it matter.

use crate::conditions::{Condition, Names};
use crate::lines::Lines;
use crate::reading::{Outcome, Problem, Text, read_as};
use crate::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const FILE: &str = "beside.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    id: Text,
    when: Condition,
    title: Text,
    ask: Vec<Text>,
    disputed: Text,
    sources: Vec<String>,
}

/// Every list, in the order of the file.
pub struct Beside(Vec<List>);

impl Beside {
    /// Reads the file.
    ///
    /// # Errors
    /// An id that two have, a list that asks nothing, or one without a source.
    pub fn read(content: &Path) -> Outcome<Self> {
        let File { list: all } = read_as(content, FILE)?;
        let mut ids = BTreeSet::new();
        for List { id, ask, sources, .. } in &all {
            let place = format!("{FILE} {}", id.as_ref());
            if !ids.insert(id.as_ref()) {
                return Err(Problem::at(place, "the id is taken"));
            }
            if ask.is_empty() || sources.is_empty() {
                return Err(Problem::at(place, "asks nothing, or names no source"));
            }
        }
        Ok(Self(all))
    }

    /// When each matters, as Rust.
    pub fn table(&self, names: &Names, out: &mut String) -> Outcome<()> {
        out.push_str("pub static BESIDE: &[Beside] = &[\n");
        for List { id, when, .. } in &self.0 {
            let when = when.rust(names).map_err(|problem| problem.within(FILE))?;
            let _ = writeln!(out, "Beside {{ id: {:?}, when: {when} }},", id.as_ref());
        }
        let _ = writeln!(out, "];\npub const BESIDE_TOLD: usize = {};", self.0.len());
        Ok(())
    }

    /// Puts the words of each.
    pub fn put(&self, sources: &Sources, lines: &mut Lines) -> Outcome<()> {
        for List { id, title, ask, disputed, sources: cited, .. } in &self.0 {
            let place = format!("{FILE} {}", id.as_ref());
            cited.iter().try_for_each(|source| sources.check(&place, source))?;
            [id, title, disputed].into_iter().try_for_each(|words| lines.line(&place, words.as_ref()))?;
            lines.list(&format!("{place} ask"), ask)?;
            lines.list(&format!("{place} sources"), cited)?;
        }
        Ok(())
    }
}
