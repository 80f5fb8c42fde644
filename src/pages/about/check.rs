//! Which guarantees are in force just now, each tried, and how someone else can verify them.

use super::lines;
use crate::app::Desk;
use crate::content::words::fill;
use crate::platform::guarantees::{self, Guarantees};
use leptos::prelude::*;

/// The check.
#[component]
pub fn Check() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let tried = RwSignal::new(guarantees::try_now());
    let row = |guarantee: &'static str, name: &'static str, held: bool, found: String| {
        let state = if held { "held" } else { "not-held" };
        view! { <div data-guarantee=guarantee data-state=state><dt>{name}</dt><dd>{found}</dd></div> }
    };
    let rows = move || {
        let Guarantees { sandbox, storage_refused, policy, requests } = tried.get();
        let one_of = |held: bool, yes: &str, no: &str| if held { yes } else { no }.to_owned();
        let asked = fill(words.check_requests_some, &[("n", &requests.to_string())]);
        view! {
            {row("sandbox", words.check_sandbox, sandbox, one_of(sandbox, words.check_sandbox_on, words.check_sandbox_off))}
            {row("storage", words.check_storage, storage_refused,
                one_of(storage_refused, words.check_storage_on, words.check_storage_off))}
            {row("policy", words.check_policy, policy, one_of(policy, words.check_policy_on, words.check_policy_off))}
            {row("requests", words.check_requests, requests == 0, one_of(requests == 0, words.check_requests_none, &asked))}
        }
    };
    let sum = guarantees::program_sum();
    let policy = guarantees::policy();
    view! {
        <h2>{words.check_title}</h2>
        <p>{words.check_lead}</p>
        <div role="status"><dl class="summary">{rows}</dl></div>
        <div class="actions">
            <button type="button" class="button second" data-action="try-again"
                on:click=move |_| tried.set(guarantees::try_now())>{words.check_again}</button>
        </div>
        <details class="fold">
            <summary>{words.it_title}</summary>
            {lines(words.it)}
            {(!sum.is_empty()).then(|| view! { <p>{words.check_sum}": "<code data-sum="program">{sum}</code></p> })}
            {(!policy.is_empty()).then(|| view! { <p>{words.check_policy_text}": "<code>{policy}</code></p> })}
        </details>
    }
}
