//! Writes the table of bank holidays. A date that does not exist, out of the years of the table or at a weekend stops the
//! build: the calendar would count wrongly without a word.

use crate::reading::{Outcome, Problem, read_as};
use crate::sources::Sources;
use indexmap::IndexMap;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use waymark_case::Day;
use waymark_case::vocabulary::*;

const FILE: &str = "bank_holidays.toml";

/// The file: the days, by the nations that share them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    source: String,
    years: Vec<i32>,
    shared: IndexMap<String, Shared>,
}

/// The days that some nations share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shared {
    nations: Vec<Nation>,
    days: Vec<String>,
}

/// The Rust of the table, by the nations that share one.
pub fn table(content: &Path, sources: &Sources) -> Outcome<String> {
    let Holidays { source, years, shared } = read_as(content, FILE)?;
    sources.check(FILE, &source)?;
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Err(Problem::at(FILE, "years is empty"));
    };
    let mut rows = String::new();
    let mut nations_named = Vec::new();
    for (name, Shared { nations: named, days }) in shared {
        let place = format!("{FILE} [shared.{name}]");
        let nations: String = named.iter().map(|nation| format!("Nation::{nation:?}, ")).collect();
        nations_named.extend(named);
        let numbers = days.iter().map(|day| {
            let number = number(day, &years);
            number.ok_or_else(|| Problem::at(&place, format!("{day} is no day from Monday to Friday of these years")))
        });
        let numbers = numbers.collect::<Outcome<Vec<i32>>>()?;
        if !numbers.is_sorted() {
            return Err(Problem::at(&place, "the days are not in order"));
        }
        let _ = writeln!(rows, "(&[{nations}], &{numbers:?}),");
    }
    if let Some(missing) = Nation::ALL.iter().find(|nation| !nations_named.contains(nation)) {
        return Err(Problem::at(FILE, format!("no days for {}", missing.text())));
    }
    Ok(format!(
        "/// The years whose bank holidays are known, first and last.\npub const HOLIDAY_YEARS: (i32, i32) = ({first}, {last});\n\
         /// The bank holidays from Monday to Friday, by the nations that share them; a day is written `20261228`.\n\
         pub static BANK_HOLIDAYS: &[(&[Nation], &[i32])] = &[\n{rows}];\n"
    ))
}

/// `2026-12-28` as `20261228`: a date that exists, in one of these years, from Monday to Friday.
fn number(day: &str, years: &[i32]) -> Option<i32> {
    let day = Day::parse(day)?;
    let (year, _, _) = day.date();
    (years.contains(&year) && day.is_weekday()).then(|| day.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_on_which_an_office_would_be_open() {
        let years = [2026, 2027, 2028];
        // A Monday, a Friday, the leap day, and a day in lieu.
        for (day, number_of) in
            [("2026-12-28", 20261228), ("2026-04-03", 20260403), ("2028-02-29", 20280229), ("2027-12-28", 20271228)]
        {
            assert_eq!(number(day, &years), Some(number_of), "{day}");
        }
        // No such date, a Saturday, a Sunday, another year, and ways of writing that are not ours.
        for day in [
            "2026-02-31",
            "2027-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-12-26",
            "2027-12-26",
            "2025-12-25",
            "2026-1-01",
            "2026-01-1",
            "26-01-01",
            "2026-01-01-01",
            "+026-01-01",
            "",
        ] {
            assert_eq!(number(day, &years), None, "{day}");
        }
    }
}
