//! Puts the helplines into the text of the words.

use crate::lines::Lines;
use crate::reading::{Outcome, Problem, read_as};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;
use waymark_case::Month;
use waymark_case::vocabulary::{Nation, Vocabulary};

/// A helpline as its file says it. Sources and note are for whoever keeps the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Helpline {
    id: String,
    name: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    ways: String,
    #[serde(default)]
    hours: String,
    nations: Vec<String>,
    who: String,
    status: String,
    checked: String,
    #[serde(rename = "sources")]
    _sources: Vec<String>,
    #[serde(default, rename = "note")]
    _note: String,
}

/// Puts the helplines, and counts them.
pub fn helplines(content: &Path, lines: &mut Lines) -> Outcome<usize> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Helplines {
        helpline: Vec<Helpline>,
    }
    let Helplines { helpline: all } = read_as(content, "helplines.toml")?;
    let mut ids = BTreeSet::new();
    for line in &all {
        let place = format!("helplines.toml {}", line.id);
        if !ids.insert(&line.id) {
            return Err(Problem::at(place, "its id is taken"));
        }
        let printable = matches!(line.status.as_str(), "verified" | "supported");
        let has_number = [&line.number, &line.text, &line.ways].iter().any(|way| !way.is_empty());
        if has_number && !printable {
            return Err(Problem::at(place, "a number prints only at status verified or supported"));
        }
        if Month::parse(&line.checked).is_none() {
            return Err(Problem::at(place, "checked is a month such as 2026-11"));
        }
        if let Some(unknown) = line.nations.iter().find(|nation| Nation::from_text(nation).is_none()) {
            return Err(Problem::at(place, format!("unknown nation {unknown}")));
        }
        for words in [&line.id, &line.name, &line.number, &line.text, &line.ways, &line.hours] {
            lines.line(&place, words)?;
        }
        lines.list(&place, &line.nations)?;
        for words in [&line.who, &line.checked] {
            lines.line(&place, words)?;
        }
    }
    Ok(all.len())
}
