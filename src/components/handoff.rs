//! The Dash is for someone else to complete here: to whom it goes, and when nobody waits for them.

use super::boxes::rule_line;
use crate::app::Desk;
use crate::case::vocabulary::{Vocabulary, WorkerRole};
use crate::engine::assessment::Handoff;
use crate::platform::dom::{El, el, p};
use leptos::prelude::*;

/// Roles as words with "or" between them.
pub fn role_names(desk: Desk, roles: &[WorkerRole]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| desk.words.text(&format!("role.{}", role.text()))).collect();
    names.join(desk.words.pages.shell.or_between)
}

/// To whom this worker hands the Dash over; empty where the policy lets them complete it.
pub fn handoff_panel() -> El {
    let desk = Desk::here();
    let handoff = Memo::new(move |_| desk.assessment.with(|assessment| assessment.handoff.clone()));
    el("div").live(move || handoff.get().map(|handoff| panel(desk, &handoff)).into_iter().collect())
}

fn panel(desk: Desk, handoff: &Handoff) -> El {
    let shell = &desk.words.pages.shell;
    let (state, words) = if handoff.waits { ("waits", shell.handoff_waits) } else { ("now", shell.handoff_now) };
    el("section")
        .class("panel")
        .attr("data-handoff", state)
        .child(el("h2").text(shell.handoff_title))
        .child(p("", shell.handoff_words).text(" ").child(el("strong").text(role_names(desk, &handoff.to))).text("."))
        .child(p("", words))
        .child(rule_line(desk, &handoff.rules))
}
