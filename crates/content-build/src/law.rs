//! Reads the law that is moving (`law.toml`) and what differs by nation (`words/<language>/nations.toml`).

use crate::lines::Lines;
use crate::reading::{Outcome, Problem, read_as};
use crate::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;
use waymark_case::Month;
use waymark_case::vocabulary::*;

/// A point of law as its file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    id: String,
    title: String,
    nations: Vec<String>,
    text: String,
    stood: String,
    checked: String,
    touches: Vec<String>,
    sources: Vec<String>,
}

/// What differs by nation, as its file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Topic {
    label: String,
    england: String,
    wales: String,
    scotland: String,
    northern_ireland: String,
    sources: Vec<String>,
    checked: String,
}

/// Puts each point of law with when it was last checked, and counts them.
pub fn put(content: &Path, sources: &Sources, lines: &mut Lines) -> Outcome<usize> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Law {
        law: Vec<Point>,
    }
    let Law { law: all } = read_as(content, "law.toml")?;
    let mut ids = BTreeSet::new();
    for Point { id, title, nations, text, stood, checked, touches, sources: cited } in &all {
        let place = format!("law.toml {title}");
        if Month::parse(checked).is_none() || !(stood.is_empty() || Month::parse(stood).is_some()) {
            return Err(Problem::at(place, "checked is a month such as 2026-11; stood is one or empty"));
        }
        if nations.is_empty() || nations.iter().any(|nation| Nation::from_text(nation).is_none()) {
            return Err(Problem::at(place, "names no nation, or an unknown one"));
        }
        if let Some(unknown) = touches.iter().find(|id| PathwayId::from_text(id).is_none()) {
            return Err(Problem::at(place, format!("unknown pathway {unknown}")));
        }
        cited.iter().try_for_each(|source| sources.check(&place, source))?;
        if id.is_empty() || !ids.insert(id) {
            return Err(Problem::at(place, format!("the id {id:?} is empty, or taken")));
        }
        [id, title, text, stood, checked].into_iter().try_for_each(|words| lines.line(&place, words))?;
        [nations, touches, cited].into_iter().try_for_each(|list| lines.list(&place, list))?;
    }
    Ok(all.len())
}

/// Puts what differs by nation: a label and a line for each nation, and counts them. Each topic names its sources and the
/// month in which it was last looked for.
pub fn put_nations(folder: &Path, sources: &Sources, lines: &mut Lines) -> Outcome<usize> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nations {
        topic: Vec<Topic>,
    }
    let Nations { topic: all } = read_as(folder, "nations.toml")?;
    for Topic { label, england, wales, scotland, northern_ireland, sources: cited, checked } in &all {
        let place = format!("nations.toml {label}");
        if cited.is_empty() || Month::parse(checked).is_none() {
            return Err(Problem::at(place, "names no source, or checked is no month such as 2026-11"));
        }
        cited.iter().try_for_each(|source| sources.check(&place, source))?;
        // In the order of `Nation`.
        for words in [label, england, wales, scotland, northern_ireland] {
            if words.is_empty() {
                return Err(Problem::at("nations.toml", format!("{label}: a text is empty")));
            }
            lines.line("nations.toml", words)?;
        }
    }
    Ok(all.len())
}
