//! Reads the law that is moving (`law.toml`) and what differs by nation (`words/<language>/nations.toml`).

use crate::case::vocabulary::*;
use crate::lines::Lines;
use crate::rules::{Sources, strings, text};
use crate::{Outcome, Problem, read};
use std::path::Path;
use toml::{Table, Value};

fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

/// True for a month written as `2026-11`.
fn is_month(text: &str) -> bool {
    text.split_once('-').is_some_and(|(year, month)| {
        year.len() == 4
            && month.len() == 2
            && year.parse::<u16>().is_ok()
            && month.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
    })
}

/// Puts each point of law with when it was last checked, and counts them.
pub fn put(content: &Path, sources: &Sources, lines: &mut Lines) -> Outcome<usize> {
    let law = read(content, "law.toml")?;
    let mut count = 0;
    for point in tables(&law, "law") {
        let field = |key: &str| point.get(key).map(text).unwrap_or_default();
        let place = format!("law.toml {}", field("title"));
        let (stood, checked) = (field("stood"), field("checked"));
        if !is_month(checked) || !(stood.is_empty() || is_month(stood)) {
            return Err(Problem::at(place, "checked is a month such as 2026-11; stood is one or empty"));
        }
        let (nations, touches) = (strings(point.get("nations")), strings(point.get("touches")));
        if nations.is_empty() || nations.iter().any(|nation| Nation::from_text(nation).is_none()) {
            return Err(Problem::at(place, "names no nation, or an unknown one"));
        }
        if let Some(unknown) = touches.iter().find(|id| PathwayId::from_text(id).is_none()) {
            return Err(Problem::at(place, format!("unknown pathway {unknown}")));
        }
        let cited = strings(point.get("sources"));
        cited.iter().try_for_each(|source| sources.check(&place, source))?;
        for key in ["title", "text", "stood", "checked"] {
            lines.line(&place, field(key))?;
        }
        [nations, touches, cited].iter().try_for_each(|list| lines.list(&place, list))?;
        count += 1;
    }
    Ok(count)
}

/// Puts what differs by nation: a label and a line for each nation, and counts them.
pub fn put_nations(folder: &Path, lines: &mut Lines) -> Outcome<usize> {
    let table = read(folder, "nations.toml")?;
    let mut count = 0;
    for topic in tables(&table, "topic") {
        for key in ["label"].iter().chain(Nation::TEXTS) {
            let words = topic.get(*key).map(text).unwrap_or_default();
            if words.is_empty() {
                return Err(Problem::at("nations.toml", format!("{key} is missing")));
            }
            lines.line("nations.toml", words)?;
        }
        count += 1;
    }
    Ok(count)
}
