//! The content of the cover, and the hold. No word of it says what the page is for: it is there for when someone walks up.

use crate::app::{Language, Watch};
use crate::platform::clock;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_content::words::fill;
use waymark_idle::{CoverReason, Moment};
use waymark_view::{El, button, effect, html, memo, p};

/// The cover: why it is there, what becomes of what was typed, and the way back.
pub fn cover(language: Language, watch: Watch) -> [El; 3] {
    let words = &language.pages.cover;
    let minutes = |text: &str, minutes: u16| fill(text, &[("n", &minutes.to_string())]);
    let why = move || {
        let limits = watch.limits();
        match watch.shown.get().cover {
            None => String::new(),
            Some(CoverReason::Hand) => minutes(words.by_hand, limits.wipe_minutes()),
            Some(CoverReason::Idle) => {
                let idle = if limits.cover_minutes() == 1 { words.idle_one } else { words.idle };
                let covered = minutes(idle, limits.cover_minutes());
                format!("{covered} {}", minutes(words.by_hand, limits.wipe_minutes()))
            }
            Some(CoverReason::Wiped) => minutes(words.wiped, limits.wipe_minutes()),
        }
    };
    let warning = move || if watch.shown.get().last_minute { words.last_minute } else { "" };
    let carry_on = button("button second", words.carry_on).attr("data-action", "uncover");
    let hold = button("link", words.hold)
        .attr("data-action", "hold")
        .attr("hidden", move || !matches!(watch.shown.get().cover, Some(CoverReason::Hand | CoverReason::Idle)));
    [
        p("cover-words", "").attr("role", "status").child(why),
        p("cover-warning", "").attr("role", "alert").child(warning),
        html::div().class("cover-ways").child(carry_on).child(hold),
    ]
}

/// The last minute before the page covers itself, seen and heard: whoever reads without a touch has time for one.
pub fn soon_line(language: Language, watch: Watch) -> El {
    let words = &language.pages.cover;
    let soon = memo(move || watch.shown.with(|shown| shown.covers_soon));
    effect(move |before: Option<bool>| {
        let soon = soon.get();
        if soon && before == Some(false) {
            voice::say(words.soon);
        }
        soon
    });
    p("soon no-print", "").child(move || if soon.get() { words.soon } else { "" })
}

/// The hold at the foot of every step: the switch, and until when it lasts.
pub fn hold_line(language: Language, watch: Watch) -> El {
    let words = &language.pages.cover;
    let held = move || watch.shown.get().held_until;
    let until = move |end: Moment| fill(words.held, &[("time", &clock::time_of_day(end))]);
    let switch = button("link", "")
        .attr("data-action", "hold")
        .attr("aria-pressed", move || Some(if held().is_some() { "true" } else { "false" }))
        .child(move || if held().is_some() { words.release } else { words.hold });
    let lasts = move || held().map(until).unwrap_or_default();
    voice::follow(lasts);
    html::div().class("hold").child(switch).child(p("small", "").child(lasts))
}
