//! How the policies differ: field by field, what each of them says.

use crate::app::Desk;
use crate::case::Input;
use crate::components::rule_ids;
use crate::content::words::{Document, PolicyField};
use crate::platform::dom::{El, details, el, p};
use leptos::prelude::*;

/// How many fields are drawn in one go.
const GO: usize = 3;

/// Where the chosen policy differs from the others.
pub fn others(desk: Desk, policy: &'static Document) -> El {
    let words = &desk.words.pages.policy;
    fold(desk, words.differs_title, Some(policy)).attr("data-compare", policy.profile)
}

/// How all of them differ, where none is chosen.
pub fn all(desk: Desk) -> El {
    fold(desk, desk.words.pages.policy.compare_title, None).attr("data-compare", "default")
}

/// Drawn when it is first opened.
fn fold(desk: Desk, title: &'static str, policy: Option<&'static Document>) -> El {
    let opened = RwSignal::new(false);
    let table = move || {
        let fields: Vec<_> = desk.words.policy_fields.iter().filter(|field| differs(desk, field)).collect();
        fields.chunks(GO).fold(el("dl").class("summary"), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(|field| row(desk, field, policy)).collect())
        })
    };
    let lead = policy.map(|_| p("", desk.words.pages.policy.differs_lead));
    details("fold", title).on("toggle", move |_| opened.set(true)).maybe(lead).when(move || opened.get(), table)
}

/// True when not all of them say the same.
fn differs(desk: Desk, field: &PolicyField) -> bool {
    let first = field.said.first().map(|said| said.words);
    field.said.len() < documents(desk).count() || field.said.iter().any(|said| Some(said.words) != first)
}

/// The five documents; the last of all is the sector default.
fn documents(desk: Desk) -> impl Iterator<Item = &'static Document> {
    desk.words.documents.iter().filter(|document| !document.silent.is_empty())
}

fn row(desk: Desk, field: &'static PolicyField, policy: Option<&'static Document>) -> El {
    let words = &desk.words.pages.policy;
    let ours = |document: &Document| policy.is_some_and(|policy| policy.profile == document.profile);
    let mut order: Vec<_> = documents(desk).collect();
    order.sort_by_key(|document| !ours(document));
    let lines = order.into_iter().filter_map(|document| {
        let said = field.said_by(document.profile);
        // Those that say nothing are left out, but for the chosen one.
        if said.is_none() && !ours(document) {
            return None;
        }
        let name = desk.words.question(Input::Profile).option(document.profile);
        let name = if ours(document) { el("strong").text(name) } else { el("span").text(name) };
        let said_words = said.map_or(words.says_nothing, |said| said.words);
        let rules = said.map(|said| rule_ids(said.rules));
        Some(el("p").child(name).text(": ").text(said_words).text(" ").maybe(rules))
    });
    el("div").child(el("dt").text(field.label)).child(el("dd").children(lines))
}
