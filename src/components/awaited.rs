//! Stands in for a step whose part of the program has not arrived yet.

use crate::app::{Language, Parts};
use crate::platform::page::focus_heading;
use leptos::prelude::*;
use std::time::Duration;
use waymark_view::{El, RwSignal, h1, html, p};

/// Chromium fires no event when the connection breaks. After this long, the same as the first words wait for the program
/// (`boot/early.js`), the page says what can still be done.
const LONG: Duration = Duration::from_secs(20);

/// Says that this comes by itself; or, where the page broke off or after a long wait, that it has not come and what can still be
/// done. Focus goes to the heading of what takes its place.
pub fn awaited(language: Language, parts: Parts, name: &str) -> El {
    let shell = &language.pages.shell;
    let long = RwSignal::new(false);
    let clock = set_timeout_with_handle(move || long.set(true), LONG).ok();
    on_cleanup(move || {
        if let Some(clock) = clock {
            clock.clear();
        }
        request_animation_frame(focus_heading);
    });
    html::section().class("narrow").attr("data-awaited", "").child(h1(name)).live(move || {
        if !parts.broke_off() && !long.get() {
            return vec![p("", shell.part_awaited).attr("role", "status")];
        }
        let notice = html::div().class("notice").attr("role", "alert");
        vec![
            notice
                .child(html::h2().child(shell.part_missing_title))
                .children(shell.part_missing.iter().map(|line| p("", *line))),
        ]
    })
}
