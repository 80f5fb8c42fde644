//! How old the facts on a screen are. Pure: whoever shows them says what day it is.

use waymark_case::{Day, Month};

/// After so many months facts are said to be old.
const OLD_AFTER: i32 = 12;

/// The oldest and the newest of some months, each written `2026-11`; `None` when there are none.
pub fn span<'a>(months: impl Iterator<Item = &'a str> + Clone) -> Option<(&'a str, &'a str)> {
    months.clone().min().zip(months.max())
}

/// True when a month such as `2026-11` lies more than twelve months before the day `today`, such as `2027-12-01`. What is no
/// month counts as old.
pub fn is_old(month: &str, today: &str) -> bool {
    match (Month::parse(month), Day::parse(today)) {
        (Some(month), Some(today)) => today.month().months_after(month) > OLD_AFTER,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_old_in_the_thirteenth_month() {
        for (month, today, old) in [
            ("2026-11", "2026-11-29", false),
            ("2026-11", "2027-11-30", false),
            ("2026-11", "2027-12-01", true),
            ("2026-01", "2027-01-31", false),
            ("2026-01", "2027-02-01", true),
            ("2026-11", "2036-01-01", true),
            // A clock that runs behind makes nothing old; what cannot be read is.
            ("2026-11", "2001-01-01", false),
            ("", "2026-11-29", true),
            ("November", "2026-11-29", true),
            ("2026-13", "2026-11-29", true),
            ("2026-11", "", true),
        ] {
            assert_eq!(is_old(month, today), old, "{month} on {today}");
        }
    }

    #[test]
    fn the_span_goes_from_the_oldest_to_the_newest() {
        assert_eq!(span(["2026-06", "2025-12", "2026-11"].into_iter()), Some(("2025-12", "2026-11")));
        assert_eq!(span(["2026-06"].into_iter()), Some(("2026-06", "2026-06")));
        assert_eq!(span([].into_iter()), None);
    }
}
