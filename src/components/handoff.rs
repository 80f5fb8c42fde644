//! The Dash is for someone else to complete here: to whom it goes, and when nobody waits for them.

use crate::app::Desk;
use crate::case::vocabulary::{Vocabulary, WorkerRole};
use crate::engine::assessment::Handoff;
use leptos::prelude::*;

/// Roles as words with "or" between them.
pub fn role_names(desk: Desk, roles: &[WorkerRole]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| desk.words.text(&format!("role.{}", role.text()))).collect();
    names.join(desk.words.pages.shell.or_between)
}

/// To whom this worker hands the Dash over, if the policy says so.
#[component]
pub fn HandoffPanel() -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let handoff = Memo::new(move |_| desk.assessment.with(|assessment| assessment.handoff.clone()));
    move || {
        handoff.get().map(|Handoff { to, rules, waits, .. }| {
            view! {
                <section class="panel" data-handoff=if waits { "waits" } else { "now" }>
                    <h2>{shell.handoff_title}</h2>
                    <p>{shell.handoff_words}" "<strong>{role_names(desk, &to)}</strong>"."</p>
                    <p>{if waits { shell.handoff_waits } else { shell.handoff_now }}</p>
                    <p class="ids">{shell.rules}" "{rules.join(", ")}</p>
                </section>
            }
        })
    }
}
