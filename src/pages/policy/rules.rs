//! Each rule of the document under its heading, with what becomes of it and where.

use crate::app::{Language, Step};
use crate::components::step_name;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_content::words::{Document, fill};
use waymark_content::{CautionId, Rule, rules};
use waymark_view::{El, RwSignal, details, html, p};

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
/// How many rules are rendered in one batch.
const GO: usize = 8;

/// A fold for each heading under which the document has rules.
pub fn by_heading(language: Language, policy: &'static Document) -> El {
    let headings = TOPICS.iter().zip(language.later().pages.policy.headings);
    html::div().children(headings.filter_map(|(topics, title)| {
        let under = |rule: &&Rule| rule.is_of(policy.profile) && topics.contains(&rule.topic);
        let rules: Vec<&'static Rule> = rules().iter().filter(under).listed();
        (!rules.is_empty()).then(|| heading(language, title, rules))
    }))
}

/// Drawn when it is first opened: a document has up to 168 rules.
fn heading(language: Language, title: &'static str, rules: Vec<&'static Rule>) -> El {
    let opened = RwSignal::new(false);
    let title = fill(language.later().pages.policy.heading, &[("title", title), ("n", &rules.len().to_string())]);
    let rows = move || {
        rules.chunks(GO).fold(html::ul().class("placed"), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(|rule| row(language, rule)).listed())
        })
    };
    details("fold", title).on(ev::toggle, move |_| opened.set(true)).when(move || opened.get(), rows)
}

fn row(language: Language, rule: &'static Rule) -> El {
    let words = &language.later().pages.policy;
    let how = words.treatments.get(rule.how.index()).copied().unwrap_or_default();
    let places: Vec<String> = rule.places().filter_map(|place| in_words(language, place)).listed();
    let fate = if places.is_empty() { how.to_owned() } else { [how, ": ", &places.join("; ")].concat() };
    let reason = (!rule.reason.is_empty()).then(|| p("small", rule.reason));
    html::li()
        .attr("data-rule", rule.id)
        .child(rule.line)
        .child(reason)
        .child(p("ids", [rule.id, ", ", rule.reference, ". ", &fate].concat()))
}

/// A place as a person reads it; rows of the trigger table have no words.
fn in_words(language: Language, place: &str) -> Option<String> {
    let (kind, id) = place.split_once(':')?;
    match kind {
        "pathway" => PathwayId::from_text(id).map(|id| language.pathway(id).title.to_owned()),
        "caution" => CautionId::from_text(id).map(|id| language.caution(id).title.to_owned()),
        // Every rule stands on this page.
        "page" => {
            Step::from_text(id).filter(|step| *step != Step::Policy).map(|step| step_name(language, step).to_owned())
        }
        "check" => id
            .strip_prefix("O-")
            .map(|n| n.trim_start_matches('0'))
            .map(|n| fill(language.later().pages.policy.check, &[("n", n)])),
        _ => None,
    }
}
