//! Days and working days, counted with a nation's bank holidays. No clock: today is given.
//!
//! Lives here: the calendar and the count. Not here: which step is due when (`engine`), or the holidays themselves
//! (`content/bank_holidays.toml`).

use crate::case::vocabulary::Nation;
use crate::content::{BANK_HOLIDAYS, Due, HOLIDAY_YEARS, Open};

/// One day of the Gregorian calendar, as the number of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// The day of a text such as `2026-11-28`; `None` when there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let there = parts.next().is_none() && (1..=9999).contains(&year) && (1..=12).contains(&month);
        let made = there.then(|| Self::of(year, month, day))?;
        (made.date() == (year, month, day)).then_some(made)
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

    /// The day so many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Whether offices are open; `None` in a year whose holidays are not known.
    pub fn is_working(self, nation: Nation) -> Option<bool> {
        let (year, month, day) = self.date();
        let (first, last) = HOLIDAY_YEARS;
        if !(first..=last).contains(&year) {
            return None;
        }
        let holidays = BANK_HOLIDAYS.iter().find(|(nations, _)| nations.contains(&nation)).map(|(_, days)| *days)?;
        Some(self.weekday() < 5 && !holidays.contains(&(year * 10_000 + month * 100 + day)))
    }

    /// The last of so many working days from the day after this one; with 0, this day or the next working day.
    /// `None` when the count meets a year whose holidays are not known.
    pub fn working_days_on(self, count: u8, nation: Nation) -> Option<Self> {
        let mut day = if count == 0 { self } else { self.plus(1) };
        let mut left = count.max(1);
        loop {
            if day.is_working(nation)? {
                left -= 1;
            }
            if left == 0 {
                return Some(day);
            }
            day = day.plus(1);
        }
    }
}

/// What a count of days came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It is due at once, or when they choose: there is nothing to count.
    Never,
    /// It is due on this day at the latest.
    On(Day),
    /// Working days cannot be counted before the nation is chosen.
    NoNation,
    /// The holidays of that year are not known.
    UnknownYear,
}

/// The last day on which something is due. `today` is where the count begins; what is open at any hour, or may be, waits for
/// no office.
pub fn due_day(due: Due, open: Open, today: Day, nation: Option<Nation>) -> Counted {
    let working = |count: u8| match nation {
        None => Counted::NoNation,
        Some(nation) => today.working_days_on(count, nation).map_or(Counted::UnknownYear, Counted::On),
    };
    match due {
        Due::Now | Due::Immediately | Due::WithinShift | Due::WhenTheyChoose => Counted::Never,
        Due::SameWorkingDay if open != Open::OfficeHours => Counted::On(today),
        Due::SameWorkingDay => working(0),
        Due::Hours24 => Counted::On(today.plus(1)),
        Due::NextWorkingDay => working(1),
        Due::WorkingDays2 => working(2),
        Due::WithinAWeek => Counted::On(today.plus(7)),
    }
}
