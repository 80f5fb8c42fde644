//! Each rule of the document under its heading, with what becomes of it and where.

use crate::app::{Desk, Step, step_name};
use crate::case::vocabulary::{PathwayId, Vocabulary};
use crate::content::words::{Document, fill};
use crate::content::{CautionId, RULES, Rule};
use crate::platform::dom::{El, details, el, p};
use leptos::prelude::*;

/// The parts of a profile under each heading of the page.
const TOPICS: [&[&str]; 14] = [
    &["scope", "definition", "principles", "terms", "equality"],
    &["survivorLed"],
    &["identify"],
    &["dash", "marac", "forums"],
    &["police"],
    &["informationSharing", "recording", "reporting"],
    &["timescales"],
    &["roles", "caseOwnership"],
    &["safeguarding", "regulator"],
    &["housing", "security", "safetyPlan"],
    &["perpetrator"],
    &["staffSafety", "training", "culture"],
    &["partners"],
    &["monitoring", "governance", "legalRefs", "meta"],
];
/// How many rules are drawn in one go.
const GO: usize = 8;

/// A fold for each heading under which the document has rules.
pub fn by_heading(desk: Desk, policy: &'static Document) -> El {
    let headings = TOPICS.iter().zip(desk.words.pages.policy.headings);
    el("div").children(headings.filter_map(|(topics, title)| {
        let under = |rule: &&Rule| rule.is_of(policy.profile) && topics.contains(&rule.topic);
        let rules: Vec<&'static Rule> = RULES.iter().filter(under).collect();
        (!rules.is_empty()).then(|| heading(desk, title, rules))
    }))
}

/// Drawn when it is first opened: a document has up to 168 rules.
fn heading(desk: Desk, title: &'static str, rules: Vec<&'static Rule>) -> El {
    let opened = RwSignal::new(false);
    let title = fill(desk.words.pages.policy.heading, &[("title", title), ("n", &rules.len().to_string())]);
    let rows = move || {
        rules.chunks(GO).fold(el("ul").class("placed"), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(|rule| row(desk, rule)).collect())
        })
    };
    details("fold", title).on("toggle", move |_| opened.set(true)).when(move || opened.get(), rows)
}

fn row(desk: Desk, rule: &'static Rule) -> El {
    let words = &desk.words.pages.policy;
    let how = words.treatments.get(rule.how.index()).copied().unwrap_or_default();
    let places: Vec<String> = rule.places().filter_map(|place| in_words(desk, place)).collect();
    let fate = if places.is_empty() { how.to_owned() } else { [how, ": ", &places.join("; ")].concat() };
    let reason = (!rule.reason.is_empty()).then(|| p("small", rule.reason));
    el("li")
        .attr("data-rule", rule.id)
        .text(rule.line)
        .maybe(reason)
        .child(p("ids", [rule.id, ", ", rule.reference, ". ", &fate].concat()))
}

/// A place as a person reads it; rows of the trigger table have no words.
fn in_words(desk: Desk, place: &str) -> Option<String> {
    let (kind, id) = place.split_once(':')?;
    match kind {
        "pathway" => PathwayId::from_text(id).map(|id| desk.words.pathway(id).title.to_owned()),
        "caution" => CautionId::from_text(id).map(|id| desk.words.caution(id).title.to_owned()),
        // Every rule stands on this page.
        "page" => Step::from_text(id).filter(|step| *step != Step::Policy).map(|step| step_name(desk, step).to_owned()),
        "check" => id
            .strip_prefix("O-")
            .map(|n| n.trim_start_matches('0'))
            .map(|n| fill(desk.words.pages.policy.check, &[("n", n)])),
        _ => None,
    }
}
