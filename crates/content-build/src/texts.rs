//! The words that are looked up by a key made of table and name, and the traps.

use crate::lines::Lines;
use crate::reading::{Outcome, Text, TextOrList, read_as};
use crate::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The files whose keys the program looks up by name.
const FILES: [&str; 4] = ["identify.toml", "codes.toml", "outputs.toml", LOGIC];
/// What the engine's own logic says of itself: each list is its words, and then the sources they rest on.
const LOGIC: &str = "logic.toml";

/// Such a file. Its keys are the program's own: `tests/content.rs` looks each up.
#[derive(Deserialize)]
struct Keyed {
    #[serde(default)]
    trap: Vec<Trap>,
    #[serde(flatten)]
    tables: BTreeMap<String, Section>,
}

/// A trap for one group of people, and its correction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trap {
    group: Text,
    trap: Text,
    correction: Text,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a text, or a table of texts and lists, was expected")]
enum Section {
    Text(String),
    Table(BTreeMap<String, TextOrList>),
}

/// True for what the list of rules says and the page does not: all of `logic.toml` but the routes and the clauses of the floor
/// that About gives.
fn is_beside_the_page(key: &str) -> bool {
    match key.split_once('.') {
        Some(("floor", clause)) => !clause.starts_with('C'),
        Some(("logic_dash", code)) => !matches!(code, "R1" | "R2" | "R3" | "R4"),
        Some((table, _)) => table.starts_with("logic_") || matches!(table, "term" | "known"),
        None => false,
    }
}

/// Puts the traps into the text of the steps, the texts and the lists into the first, and counts each.
pub fn put(folder: &Path, sources: &Sources, lines: &mut Lines, steps: &mut Lines) -> Outcome<[usize; 3]> {
    let mut traps = Vec::new();
    let mut texts = BTreeMap::new();
    let mut lists = BTreeMap::new();
    for file in FILES {
        let keyed: Keyed = read_as(folder, file)?;
        traps.extend(keyed.trap);
        for (name, section) in keyed.tables {
            let table = match section {
                Section::Text(words) => {
                    texts.insert(name, words);
                    continue;
                }
                Section::Table(table) => table,
            };
            for (key, words) in table {
                let key = format!("{name}.{key}");
                match words {
                    TextOrList::Text(words) => drop(texts.insert(key, words)),
                    TextOrList::List(words) => {
                        let cited = if file == LOGIC { words.get(1..).unwrap_or_default() } else { &[] };
                        let place = format!("{file} {key}");
                        cited.iter().try_for_each(|source| sources.check(&place, source.as_ref()))?;
                        drop(lists.insert(key, words));
                    }
                }
            }
        }
    }
    for Trap { group, trap, correction } in &traps {
        for words in [group, trap, correction] {
            steps.line("identify.toml [[trap]]", words.as_ref())?;
        }
    }
    for (key, words) in &texts {
        lines.line(key, key)?;
        lines.beside_the_page(is_beside_the_page(key));
        lines.line(key, words)?;
        lines.beside_the_page(false);
    }
    for (key, words) in &lists {
        lines.line(key, key)?;
        lines.beside_the_page(is_beside_the_page(key));
        lines.list(key, words)?;
        lines.beside_the_page(false);
    }
    Ok([traps.len(), texts.len(), lists.len()])
}
