//! Which guarantees are in force just now, each tried, and how someone else can verify them.

use super::lines;
use crate::app::Desk;
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, fact, p};
use crate::platform::guarantees::{self, Guarantees};
use leptos::prelude::*;

/// The check.
pub fn check() -> [El; 5] {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let tried = RwSignal::new(guarantees::try_now());
    let no_connection = RwSignal::new(None);
    let sum = RwSignal::new(String::new());
    let try_to_connect = move || guarantees::try_to_connect(move |refused| no_connection.set(Some(refused)));
    try_to_connect();
    guarantees::program_sum(move |digits| sum.set(digits));
    let rows = move || {
        let Guarantees { sandbox, storage_refused, policy, script_refused, markup_refused, requests } = tried.get();
        let asked = match requests {
            0 => words.check_requests_none.to_owned(),
            some => fill(words.check_requests_some, &[("n", &some.to_string())]),
        };
        let mut rows = vec![
            row("sandbox", words.check_sandbox, sandbox, words.check_sandbox_on, words.check_sandbox_off),
            row("storage", words.check_storage, storage_refused, words.check_storage_on, words.check_storage_off),
            row("policy", words.check_policy, policy, words.check_policy_on, words.check_policy_off),
        ];
        let connection = no_connection.get().map(|refused| {
            row("connection", words.check_connection, refused, words.check_connection_on, words.check_connection_off)
        });
        rows.extend(connection);
        rows.extend([
            row("script", words.check_script, script_refused, words.check_script_on, words.check_script_off),
            row("markup", words.check_markup, markup_refused, words.check_markup_on, words.check_markup_off),
            named("requests", requests == 0, fact(words.check_requests, asked)),
        ]);
        rows
    };
    let again = button("button second", words.check_again).attr("data-action", "try-again").on_press(move || {
        tried.set(guarantees::try_now());
        try_to_connect();
    });
    let shown = move || {
        el("p").text(words.check_sum).text(": ").child(el("code").attr("data-sum", "program").text(sum.get_untracked()))
    };
    let policy = guarantees::policy();
    let policy = (!policy.is_empty()).then(|| p("", words.check_policy_text).text(": ").child(el("code").text(policy)));
    let it = details("fold", words.it_title)
        .child(lines(words.it))
        .when(move || sum.with(|sum| !sum.is_empty()), shown)
        .maybe(policy);
    [
        el("h2").text(words.check_title),
        p("", words.check_lead),
        el("div").attr("role", "status").child(el("dl").class("summary").live(rows)),
        el("div").class("actions").child(again),
        it,
    ]
}

fn row(guarantee: &str, name: &'static str, held: bool, yes: &'static str, no: &'static str) -> El {
    named(guarantee, held, fact(name, if held { yes } else { no }))
}

fn named(guarantee: &str, held: bool, row: El) -> El {
    row.attr("data-guarantee", guarantee).attr("data-state", if held { "held" } else { "not-held" })
}
