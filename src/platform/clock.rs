//! The clock of this computer. No result hangs on it.

use js_sys::Date;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use waymark_idle::Moment;

/// Today where this computer is, as `2026-11-21`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

thread_local! {
    /// The last moment that was asked for, and how far the computer's clock has been set back since the page was opened.
    static LAST: Cell<(Moment, Moment)> = const { Cell::new((0, 0)) };
}

/// This moment. It never goes back, so that a clock that is set back puts off no cover.
pub fn now() -> Moment {
    LAST.with(|last| {
        let (before, set_back) = last.get();
        let clock = Date::now() as Moment;
        let set_back = set_back.max(before.saturating_sub(clock));
        let now = before.max(clock + set_back);
        last.set((now, set_back));
        now
    })
}

/// The time of day of a moment where this computer is, as `14:05`.
pub fn time_of_day(moment: Moment) -> String {
    let set_back = LAST.with(|last| last.get().1);
    let date = Date::new(&JsValue::from_f64(moment.saturating_sub(set_back) as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
