//! What the chosen policy says, beside what it is about. A policy's words are added to the tool's own and replace none.

use crate::app::{Desk, Step};
use crate::case::vocabulary::Vocabulary;
use crate::content::words::{Document, PolicyField, Said, fill};
use crate::content::{RULES, Rule, Treatment};
use crate::platform::dom::{El, details, el, p};
use leptos::prelude::*;

/// How many lines are drawn in one go.
const GO: usize = 10;

/// The document of the chosen policy; `None` for the sector default. Follows the case.
pub fn chosen_policy(desk: Desk) -> Option<&'static Document> {
    let own = |document: &&Document| !document.floor.is_empty() || !document.silent.is_empty();
    desk.case.with(|case| case.profile.as_deref().and_then(|id| desk.words.document(id)).filter(own))
}

/// The rules of a policy that a worker is to see at a place, those the tool acts on first.
pub fn rules_at(policy: &Document, place: &str) -> Vec<&'static Rule> {
    let seen = |rule: &&Rule| matches!(rule.how, Treatment::Acted | Treatment::Shown);
    let mut rules: Vec<&Rule> =
        RULES.iter().filter(|rule| rule.is_of(policy.profile) && rule.stands_at(place)).filter(seen).collect();
    rules.sort_by_key(|rule| rule.how.index());
    rules
}

/// Rules in brackets, behind what rests on them. Up to three stay in one line.
pub fn rule_ids(rules: &str) -> El {
    let class = if rules.len() < 16 { "ids id" } else { "ids" };
    el("span").class(class).text(["(", rules, ")"].concat())
}

/// A rule as a line: what it says, how it is read where that matters, and its id.
pub fn rule_row(rule: &Rule) -> El {
    let reason = (!rule.reason.is_empty()).then(|| el("span").text(" ").text(rule.reason));
    el("li").text(rule.line).maybe(reason).text(" ").child(rule_ids(rule.id))
}

/// Rules under the words "Your policy"; nothing where there are none.
pub fn policy_lines(desk: Desk, rules: &[&Rule]) -> Option<El> {
    (!rules.is_empty()).then(|| {
        el("div")
            .class("policy")
            .child(p("policy-name", desk.words.pages.policy.card))
            .child(el("ul").children(rules.iter().map(|rule| rule_row(rule))))
    })
}

/// A row of what a policy says of a field: the label, the words, the rules, and that it is read across where it is.
pub fn said_row(desk: Desk, label: &'static str, said: &Said) -> El {
    let words = &desk.words.pages.policy;
    let rules = rule_ids(said.rules);
    let inferred = said.inferred.then(|| el("span").class("ids").text(" ").text(words.inferred));
    el("div").child(el("dt").text(label)).child(el("dd").text(said.words).text(" ").child(rules).maybe(inferred))
}

/// What the chosen policy says about the step, folded, at its end. Empty under the sector default.
pub fn policy_here(step: Step) -> El {
    let desk = Desk::here();
    let chosen = Memo::new(move |_| chosen_policy(desk).map(|policy| policy.profile));
    el("div").class("narrow").live(move || {
        let policy = chosen.get().and_then(|id| desk.words.document(id));
        policy.and_then(|policy| untrack(|| fold(desk, step, policy))).into_iter().collect()
    })
}

fn fold(desk: Desk, step: Step, policy: &'static Document) -> Option<El> {
    let words = &desk.words.pages.policy;
    let page = step.text();
    let said = |field: &&PolicyField| field.page == page && field.said_by(policy.profile).is_some();
    let fields: Vec<_> = desk.words.policy_fields.iter().filter(said).collect();
    let rules = rules_at(policy, &["page:", page].concat());
    // The policy's own page holds all of it already.
    if step == Step::Policy || fields.is_empty() && rules.is_empty() {
        return None;
    }
    let title = fill(words.heading, &[("title", words.here), ("n", &rules.len().to_string())]);
    let own = own_terms(desk, policy);
    let fold = details("fold", title)
        .attr("data-policy", policy.profile)
        .later(move || {
            let own = (!own.is_empty()).then(|| p("small", fill(words.terms, &[("terms", &own)])));
            let row = |field: &&PolicyField| Some(said_row(desk, field.label, field.said_by(policy.profile)?));
            own.into_iter().chain([el("dl").class("summary").children(fields.iter().filter_map(row))]).collect()
        })
        .child(rules.chunks(GO).fold(el("ul"), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(rule_row).collect())
        }));
    Some(fold)
}

/// The words that a policy has for the survivor, the people it houses and the home.
pub fn own_terms(desk: Desk, policy: &Document) -> String {
    let terms = desk.words.policy_fields.iter().filter(|field| field.page == "terms");
    let own: Vec<_> = terms.filter_map(|field| Some(field.said_by(policy.profile)?.words)).collect();
    own.join(desk.words.pages.policy.and_between)
}
