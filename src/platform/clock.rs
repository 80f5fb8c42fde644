//! The clock of this computer: the day, and nothing else. No result hangs on it.

use js_sys::Date;

/// Today where this computer is, as `2026-11-21`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
