//! The calendar: days and months, as dates in a case, in settings and in the content are read and written. No clock: today
//! is given by whoever asks.
//!
//! Lives here: all arithmetic with dates. Not here: the bank holidays (`content`) and the working days between them
//! (`record::days`).

use super::value::{Field, Kind, NotAllowed};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// One day of the Gregorian calendar, as the number of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// The day of a text such as `2026-11-28`, in that shape only; `None` when there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let digits =
            |(place, byte): (usize, u8)| if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        if text.len() != 10 || !text.bytes().enumerate().all(digits) {
            return None;
        }
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let there = (1..=9999).contains(&year) && (1..=12).contains(&month);
        let made = there.then(|| Self::of(year, month, day))?;
        (made.date() == (year, month, day)).then_some(made)
    }

    /// The day that a person wrote: `2026-11-28`, or day, month and year with any of `/ . -` or a space between, the month as
    /// a number or by its name, the year in full or by its last two digits; `None` when it is no day.
    pub fn read(text: &str) -> Option<Self> {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let text = text.trim().to_ascii_lowercase();
        let mut parts = text.split(['/', '.', '-', ' ', ',']).filter(|part| !part.is_empty());
        let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        let digits =
            |part: &str| part.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse::<u16>().ok();
        let month = match digits(month) {
            Some(number) => number,
            None => u16::try_from(MONTHS.iter().position(|name| month.starts_with(name))?).ok()? + 1,
        };
        let year = year.parse::<u16>().ok().map(|number| if year.len() == 2 { 2000 + number } else { number })?;
        Self::parse(&format!("{year:04}-{month:02}-{:02}", digits(day)?))
    }

    /// Counts days in eras of 400 years that begin in March, so that the leap day comes last.
    fn of(year: i32, month: i32, day: i32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month from 1, day of the month from 1.
    pub fn date(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        (year + era * 400 + i32::from(month <= 2), month, day)
    }

    /// The day of the week, from 0 for Monday.
    pub fn weekday(self) -> usize {
        // 1 January 1970 was a Thursday.
        usize::try_from((self.0 + 3).rem_euclid(7)).unwrap_or_default()
    }

    /// True from Monday to Friday.
    pub fn is_weekday(self) -> bool {
        self.weekday() < 5
    }

    /// The day as one number, such as `20261128`.
    pub fn number(self) -> i32 {
        let (year, month, day) = self.date();
        year * 10_000 + month * 100 + day
    }

    /// The month it is in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.date();
        Month::of(year, month)
    }

    /// The day so many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, NotADate> {
        Self::parse(text).ok_or(NotADate("a day written as 2027-03-31"))
    }
}

/// One month of the Gregorian calendar, as the number of months since January of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month of a text such as `2026-11`, in that shape only; `None` when there is no such month.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = month.parse().ok().filter(|number| (1..=12).contains(number))?;
        (digits(year, 4) && digits(month, 2)).then_some(Self::of(year.parse().ok()?, number))
    }

    fn of(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// Year, month from 1.
    pub fn date(self) -> (i32, i32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }

    /// How many months it comes after another; below zero when it comes before it.
    pub fn months_after(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.date();
        write!(out, "{year:04}-{month:02}")
    }
}

impl FromStr for Month {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, NotADate> {
        Self::parse(text).ok_or(NotADate("a month written as 2026-11"))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A text that is no date; says what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate(&'static str);

impl fmt::Display for NotADate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "expected {}", self.0)
    }
}

impl std::error::Error for NotADate {}

impl Field for Option<Day> {
    fn kind() -> Kind {
        Kind::Day
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn chosen(&self) -> Option<&'static str> {
        None
    }
    fn has(&self, value: &str) -> bool {
        self.is_some() && *self == Day::parse(value)
    }
    fn shown(&self) -> String {
        self.map(|day| day.to_string()).unwrap_or_default()
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        *self = match value {
            Some(text) => Some(Day::parse(text).ok_or(NotAllowed)?),
            None => None,
        };
        Ok(())
    }
    fn drop_value(&mut self, value: &str) {
        if Field::has(self, value) {
            *self = None;
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["2026-11-08", "8/11/2026", "08.11.26", "8 November 2026", "8th Nov 2026", " 8-11-2026 "] {
            assert_eq!(Day::read(text).map(|day| day.to_string()).as_deref(), Some("2026-11-08"), "{text}");
        }
        for text in ["", "8", "8/11", "31/2/2026", "8 Foo 2026", "tomorrow", "8/13/2026", "1/1/2026/1", "8/11/20261"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    #[test]
    fn only_days_that_exist_are_days() {
        for text in ["2026-12-31", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in [
            "2027-02-29",
            "2100-02-29",
            "2026-02-31",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-01",
            "2026-01-1",
            "26-01-01",
            "2026-01-01-01",
            "+026-01-01",
            "0000-01-01",
            "2026/01/01",
            "",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_day_of_four_hundred_years_follows_the_one_before() {
        let length = |year: i32, month: i32| match month {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let mut day = Day::parse("1900-01-01").unwrap();
        assert_eq!(day.weekday(), 0, "a Monday");
        for year in 1900..2300 {
            for month in 1..=12 {
                for of_month in 1..=length(year, month) {
                    assert_eq!(day.date(), (year, month, of_month));
                    assert_eq!(Day::parse(&day.to_string()), Some(day));
                    assert_eq!(day.plus(1).weekday(), (day.weekday() + 1) % 7);
                    day = day.plus(1);
                }
            }
        }
    }

    #[test]
    fn a_day_knows_its_weekday_number_and_month() {
        for (text, weekday, is_weekday) in
            [("2026-11-27", 4, true), ("2026-11-28", 5, false), ("2026-11-29", 6, false), ("2026-11-30", 0, true)]
        {
            let day = Day::parse(text).unwrap();
            assert_eq!((day.weekday(), day.is_weekday()), (weekday, is_weekday), "{text}");
            assert_eq!(Some(day.month()), Month::parse("2026-11"));
        }
        assert_eq!(Day::parse("2026-11-08").map(Day::number), Some(20_261_108));
    }

    #[test]
    fn a_month_is_written_in_one_way() {
        for text in ["2026-11", "2026-01", "2026-12", "0999-10"] {
            assert_eq!(Month::parse(text).map(|month| month.to_string()).as_deref(), Some(text));
        }
        for text in ["", "2026", "2026-13", "2026-00", "2026-1", "26-11", "+026-11", "2026-+1", "2026-11-01", "11/2026"]
        {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!("11/2026".parse::<Month>().unwrap_err().to_string(), "expected a month written as 2026-11");
        let month = |text| Month::parse(text).unwrap();
        assert_eq!(month("2027-01").months_after(month("2026-11")), 2);
        assert_eq!(month("2026-11").months_after(month("2027-12")), -13);
    }
}
