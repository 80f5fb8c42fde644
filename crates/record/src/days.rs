//! Working days, counted with a nation's bank holidays. No clock: today is given.
//!
//! Lives here: the count. Not here: which step is due when (`engine`), or the holidays themselves
//! (`content/bank_holidays.toml`).

use waymark_case::Day;
use waymark_case::vocabulary::Nation;
use waymark_content::profile::TimeLimit;
use waymark_content::{BANK_HOLIDAYS, Due, HOLIDAY_YEARS, Open, Unit};

/// Whether offices are open on `day`; `None` in a year whose holidays are not known.
pub fn is_working(day: Day, nation: Nation) -> Option<bool> {
    let (year, _, _) = day.date();
    let (first, last) = HOLIDAY_YEARS;
    if !(first..=last).contains(&year) {
        return None;
    }
    let holidays = BANK_HOLIDAYS.iter().find(|(nations, _)| nations.contains(&nation)).map(|(_, days)| *days)?;
    Some(day.is_weekday() && !holidays.contains(&day.number()))
}

/// The last of `count` working days from the day after `from`; with 0, `from` itself or the next working day. `None` when
/// the count meets a year whose holidays are not known.
pub fn working_days_on(from: Day, count: u16, nation: Nation) -> Option<Day> {
    let mut day = if count == 0 { from } else { from.plus(1) };
    let mut left = count.max(1);
    loop {
        if is_working(day, nation)? {
            left -= 1;
        }
        if left == 0 {
            return Some(day);
        }
        day = day.plus(1);
    }
}

/// What a count of days came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// It is due at once, or when they choose: there is nothing to count.
    Never,
    /// It is due on this day at the latest.
    On(Day),
    /// Working days cannot be counted before the nation is chosen.
    NoNation,
    /// The holidays of that year are not known.
    UnknownYear,
}

/// The last day of an area's own time limit. Hours of less than a day, and shifts, end on no day.
pub fn limit_day(TimeLimit { limit, unit }: TimeLimit, today: Day, nation: Option<Nation>) -> DueBy {
    let in_days = |days: u16| DueBy::On(today.plus(days.into()));
    match unit {
        Unit::Hours if limit >= 24 => in_days(limit.div_ceil(24)),
        Unit::Hours | Unit::Shift => DueBy::Never,
        Unit::Days => in_days(limit),
        Unit::WorkingDays => working_day(today, limit, nation),
    }
}

fn working_day(today: Day, count: u16, nation: Option<Nation>) -> DueBy {
    match nation {
        None => DueBy::NoNation,
        Some(nation) => working_days_on(today, count, nation).map_or(DueBy::UnknownYear, DueBy::On),
    }
}

/// The last day on which something is due. `today` is where the count begins; what is open at any hour, or may be, waits for
/// no office.
pub fn due_day(due: Due, open: Open, today: Day, nation: Option<Nation>) -> DueBy {
    let working = |count| working_day(today, count, nation);
    match due {
        Due::Now | Due::Immediately | Due::WithinShift | Due::WhenTheyChoose => DueBy::Never,
        Due::SameWorkingDay if open != Open::OfficeHours => DueBy::On(today),
        Due::SameWorkingDay => working(0),
        Due::Hours24 => DueBy::On(today.plus(1)),
        Due::NextWorkingDay => working(1),
        Due::WorkingDays2 => working(2),
        Due::WithinAWeek => DueBy::On(today.plus(7)),
    }
}
