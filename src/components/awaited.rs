//! In the place of what a part of the program renders that has not come yet.

use crate::app::{Language, Parts};
use crate::platform::page::focus_heading;
use leptos::prelude::*;
use waymark_view::{El, h1, html, p};

/// Says that this comes by itself; or, where the page broke off, what did not come and what can still be done. Focus goes to the
/// heading of what takes its place.
pub fn awaited(language: Language, parts: Parts, name: &str) -> El {
    let shell = &language.pages.shell;
    on_cleanup(|| request_animation_frame(focus_heading));
    html::section().class("narrow").attr("data-awaited", "").child(h1(name)).live(move || {
        if !parts.broke_off() {
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
