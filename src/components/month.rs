//! A month in words.

use crate::app::Language;
use waymark_case::Month;

/// A month such as `2026-11` in words; what is no month as it stands.
pub fn month_in_words(language: Language, month: &str) -> String {
    let Some((year, number)) = Month::parse(month).map(Month::date) else { return month.to_owned() };
    let name = usize::try_from(number - 1).ok().and_then(|place| language.pages.area.months.get(place));
    [name.copied().unwrap_or_default(), " ", &year.to_string()].concat()
}
