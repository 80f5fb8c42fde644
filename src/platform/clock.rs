//! The clock of this computer. No result hangs on it.

use crate::idle::Moment;
use js_sys::Date;
use wasm_bindgen::JsValue;

/// Today where this computer is, as `2026-11-21`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// This moment.
pub fn now() -> Moment {
    Date::now() as Moment
}

/// The time of day of a moment where this computer is, as `14:05`.
pub fn time_of_day(moment: Moment) -> String {
    let date = Date::new(&JsValue::from_f64(moment as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
