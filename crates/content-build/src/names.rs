//! The names that the content gives to its own things, so that the rules can use them.

use crate::conditions::Names;
use crate::policy::PROFILES;
use crate::reading::{Outcome, Problem, read_as};
use indexmap::IndexMap;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use waymark_case::ItemNumber;
use waymark_case::vocabulary::*;
use waymark_catalogue::{Domain, Mark, Strength};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Items {
    item: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    number: u8,
    name: String,
    mark: Mark,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicators {
    indicator: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    code: IndicatorId,
    name: String,
    domain: Domain,
    strength: Strength,
    flipped: bool,
}

/// Reads `terms.toml`, `items.toml` and `indicators.toml`, and puts their tables into `out`.
///
/// # Errors
/// An item or indicator that is missing, out of order or has a name that is taken; a term that is no condition.
pub fn names(content: &Path, out: &mut String) -> Outcome<Names> {
    let names = Names {
        terms: read_as(content, "terms.toml")?,
        items: items(content, out)?,
        indicators: indicators(content, out)?,
        profiles: &PROFILES,
    };
    let mut listed = String::new();
    out.push_str("pub mod terms {\nuse super::*;\n");
    for (name, term) in &names.terms {
        let value = term.rust(&names).map_err(|problem| problem.within(format_args!("terms.toml {name}")))?;
        let constant = name.to_uppercase();
        let _ = writeln!(out, "pub static {constant}: Condition = {value};");
        let _ = writeln!(listed, "({name:?}, terms::{constant}),");
    }
    let _ = writeln!(out, "}}\npub static TERMS: &[(&str, Condition)] = &[\n{listed}];");
    Ok(names)
}

fn items(content: &Path, out: &mut String) -> Outcome<IndexMap<String, ItemNumber>> {
    const FILE: &str = "items.toml";
    let Items { item: items } = read_as(content, FILE)?;
    let mut names = IndexMap::new();
    let mut marks = Vec::new();
    for Item { number, name, mark } in items {
        let place = format!("{FILE} {name}");
        let known = ItemNumber::new(number).ok_or_else(|| Problem::at(&place, "items are 1 to 24"))?;
        if usize::from(number) != names.len() + 1 || names.insert(name, known).is_some() {
            return Err(Problem::at(place, "is out of order, or its name is taken"));
        }
        marks.push(format!("Mark::{mark:?}"));
    }
    if names.len() != ItemNumber::all().count() {
        return Err(Problem::at(FILE, format!("{} items are there", names.len())));
    }
    let _ = writeln!(out, "pub static MARKS: [Mark; {}] = [{}];", marks.len(), marks.join(", "));
    Ok(names)
}

fn indicators(content: &Path, out: &mut String) -> Outcome<IndexMap<String, IndicatorId>> {
    const FILE: &str = "indicators.toml";
    let Indicators { indicator: indicators } = read_as(content, FILE)?;
    let mut names = IndexMap::new();
    out.push_str("pub static INDICATORS: &[Indicator] = &[\n");
    for Indicator { code, name, domain, strength, flipped } in indicators {
        let place = format!("{FILE} {name}");
        if IndicatorId::ALL.get(names.len()) != Some(&code) || names.insert(name, code).is_some() {
            return Err(Problem::at(place, "is out of order, or its name is taken"));
        }
        let _ = writeln!(
            out,
            "Indicator {{ id: IndicatorId::{code:?}, domain: Domain::{domain:?}, strength: Strength::{strength:?}, flipped: {flipped} }},",
        );
    }
    out.push_str("];\n");
    if names.len() != IndicatorId::ALL.len() {
        return Err(Problem::at(FILE, format!("{} indicators are there", names.len())));
    }
    Ok(names)
}
