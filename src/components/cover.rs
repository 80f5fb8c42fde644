//! What stands on the cover, and the hold. No word of it says what the page is for: it is there for when someone walks up.

use crate::app::{Desk, Watch};
use crate::content::words::fill;
use crate::idle::{Moment, Why};
use crate::platform::clock;
use crate::platform::dom::{El, button, el, p};
use leptos::prelude::*;

/// The cover: why it is there, what becomes of what was typed, and the way back.
pub fn cover() -> [El; 3] {
    let desk = Desk::here();
    let watch = Watch::here();
    let words = &desk.words.pages.cover;
    let minutes = |text: &str, minutes: u16| fill(text, &[("n", &minutes.to_string())]);
    let why = move || {
        let limits = watch.limits();
        match watch.shown.get().cover {
            None => String::new(),
            Some(Why::Hand) => minutes(words.by_hand, limits.wipe_minutes()),
            Some(Why::Idle) => {
                let covered = minutes(words.idle, limits.cover_minutes());
                format!("{covered} {}", minutes(words.by_hand, limits.wipe_minutes()))
            }
            Some(Why::Wiped) => minutes(words.wiped, limits.wipe_minutes()),
        }
    };
    let warning = move || if watch.shown.get().last_minute { words.last_minute } else { "" };
    let carry_on = button("button second", words.carry_on).attr("data-action", "uncover");
    let hold = button("link", words.hold)
        .attr("data-action", "hold")
        .live_flag("hidden", move || !matches!(watch.shown.get().cover, Some(Why::Hand | Why::Idle)));
    [
        p("cover-words", "").attr("role", "status").live_text(why),
        p("cover-warning", "").attr("role", "alert").live_text(warning),
        el("div").class("cover-ways").child(carry_on).child(hold),
    ]
}

/// The hold at the foot of every step: the switch, and until when it lasts.
pub fn hold_line() -> El {
    let desk = Desk::here();
    let watch = Watch::here();
    let words = &desk.words.pages.cover;
    let held = move || watch.shown.get().held_until;
    let until = move |end: Moment| fill(words.held, &[("time", &clock::time_of_day(end))]);
    let switch = button("link", "")
        .attr("data-action", "hold")
        .live_attr("aria-pressed", move || Some(if held().is_some() { "true" } else { "false" }))
        .live_text(move || if held().is_some() { words.release } else { words.hold });
    el("div")
        .class("hold")
        .child(switch)
        .child(p("small", "").attr("role", "status").live_text(move || held().map(until).unwrap_or_default()))
}
