//! Writes the table of bank holidays. A day that is none, out of its years or at a weekend stops the build.

use crate::case::vocabulary::*;
use crate::rules::{Sources, pascal, strings, text};
use crate::{Outcome, Problem, read};
use std::fmt::Write as _;
use std::path::Path;

const FILE: &str = "bank_holidays.toml";

/// The Rust of the table, by the nations that share one.
pub fn table(content: &Path, sources: &Sources) -> Outcome<String> {
    let table = read(content, FILE)?;
    sources.check(FILE, table.get("source").map(text).unwrap_or_default())?;
    let years: Vec<i64> = table
        .get("years")
        .and_then(|years| years.as_array())
        .into_iter()
        .flatten()
        .filter_map(|year| year.as_integer())
        .collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Err(Problem::at(FILE, "years is missing"));
    };
    let mut rows = String::new();
    let mut nations_named = Vec::new();
    for (name, entry) in table.iter().filter_map(|(name, entry)| Some((name, entry.as_table()?))) {
        let place = format!("{FILE} [{name}]");
        let mut nations = String::new();
        for nation in strings(entry.get("nations")) {
            Nation::from_text(nation).ok_or_else(|| Problem::at(&place, format!("unknown nation {nation}")))?;
            nations_named.push(nation.to_owned());
            let _ = write!(nations, "Nation::{}, ", pascal(nation));
        }
        let days = strings(entry.get("days"));
        let numbers = days.iter().map(|day| {
            number(day, &years).ok_or_else(|| Problem::at(&place, format!("{day} is no day of these years")))
        });
        let numbers = numbers.collect::<Outcome<Vec<u32>>>()?;
        if !numbers.is_sorted() {
            return Err(Problem::at(&place, "the days are not in order"));
        }
        let _ = writeln!(rows, "(&[{nations}], &{numbers:?}),");
    }
    if let Some(missing) = Nation::TEXTS.iter().find(|nation| !nations_named.iter().any(|named| named == *nation)) {
        return Err(Problem::at(FILE, format!("no days for {missing}")));
    }
    Ok(format!(
        "/// The years whose bank holidays are known, first and last.\npub const HOLIDAY_YEARS: (i32, i32) = ({first}, {last});\n\
         /// The bank holidays from Monday to Friday, by the nations that share them; a day is written `20261228`.\n\
         pub static BANK_HOLIDAYS: &[(&[Nation], &[i32])] = &[\n{rows}];\n"
    ))
}

/// `2026-12-28` as `20261228`, in one of these years.
fn number(day: &str, years: &[i64]) -> Option<u32> {
    let mut parts = day.split('-');
    let (year, month, of_month) = (parts.next()?, parts.next()?, parts.next()?);
    let known = years.contains(&year.parse().ok()?);
    let fits = month.len() == 2 && of_month.len() == 2;
    let (month, of_month) = (month.parse::<u32>().ok()?, of_month.parse::<u32>().ok()?);
    let there = (1..=12).contains(&month) && (1..=31).contains(&of_month);
    (known && fits && there).then_some(year.parse::<u32>().ok()? * 10_000 + month * 100 + of_month)
}
