//! Which guarantees are in force just now, each tried, and how someone else can verify them.

use super::lines::lines;
use crate::app::Language;
use crate::platform::guarantees::{self, Guarantees};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, details, fact, html, p};

/// The check.
pub fn check(language: Language) -> [El; 5] {
    let words = &language.later().pages.about;
    let tried = RwSignal::new(None);
    let sum = RwSignal::new(String::new());
    let try_all = move || guarantees::try_all(move |found| tried.set(Some(found)));
    try_all();
    guarantees::program_sum(move |digits| sum.set(digits));
    let rows = move || tried.get().map(|found| rows(language, found)).unwrap_or_default();
    let try_again = move || {
        guarantees::try_all(move |found| {
            tried.set(Some(found));
            voice::say(words.check_tried);
        });
    };
    let again = button("button second", words.check_again).attr("data-action", "try-again").on_press(try_again);
    let shown = move || {
        html::p()
            .child(words.check_sum)
            .child(": ")
            .child(html::code().attr("data-sum", "program").child(sum.get_untracked()))
    };
    let policy = guarantees::policy();
    let policy =
        (!policy.is_empty()).then(|| p("", words.check_policy_text).child(": ").child(html::code().child(policy)));
    let it = details("fold", words.it_title)
        .child(lines(words.it))
        .when(move || sum.with(|sum| !sum.is_empty()), shown)
        .child(policy);
    [
        html::h2().child(words.check_title),
        p("", words.check_lead),
        html::dl().class("summary").live(rows),
        html::div().class("actions").child(again),
        it,
    ]
}

/// What was found, a row each.
fn rows(language: Language, found: Guarantees) -> Vec<El> {
    let words = &language.later().pages.about;
    let held = [
        ("sandbox", words.check_sandbox, found.sandbox, words.check_sandbox_on, words.check_sandbox_off),
        ("storage", words.check_storage, found.storage_refused, words.check_storage_on, words.check_storage_off),
        ("policy", words.check_policy, found.policy, words.check_policy_on, words.check_policy_off),
        (
            "connection",
            words.check_connection,
            found.connection_refused,
            words.check_connection_on,
            words.check_connection_off,
        ),
        ("script", words.check_script, found.script_refused, words.check_script_on, words.check_script_off),
        ("markup", words.check_markup, found.markup_refused, words.check_markup_on, words.check_markup_off),
    ];
    let asked = match found.requests {
        0 => words.check_requests_none.to_owned(),
        some => fill(words.check_requests_some, &[("n", &some.to_string())]),
    };
    let mut rows: Vec<El> = held
        .into_iter()
        .map(|(id, name, held, yes, no)| named(id, held, fact(name, if held { yes } else { no })))
        .listed();
    rows.push(named("requests", found.requests == 0, fact(words.check_requests, asked)));
    rows
}

fn named(guarantee: &str, held: bool, row: El) -> El {
    row.attr("data-guarantee", guarantee).attr("data-state", if held { "held" } else { "not-held" })
}
