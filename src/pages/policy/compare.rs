//! How the policies differ: field by field, what each of them says.

use crate::app::Language;
use crate::components::rule_ids;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_content::words::{Document, PolicyField};
use waymark_view::{El, RwSignal, details, html, p};

/// How many fields are rendered in one batch.
const GO: usize = 3;

/// Where the chosen policy differs from the others.
pub fn others(language: Language, policy: &'static Document) -> El {
    let words = &language.later().pages.policy;
    fold(language, words.differs_title, Some(policy)).attr("data-compare", policy.profile)
}

/// How all of them differ, where none is chosen.
pub fn all(language: Language) -> El {
    fold(language, language.later().pages.policy.compare_title, None).attr("data-compare", "default")
}

/// Drawn when it is first opened.
fn fold(language: Language, title: &'static str, policy: Option<&'static Document>) -> El {
    let opened = RwSignal::new(false);
    let table = move || {
        let fields: Vec<_> = language.later().policy_fields.iter().filter(|field| differs(language, field)).listed();
        fields.chunks(GO).fold(html::dl().class("summary"), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(|field| row(language, field, policy)).listed())
        })
    };
    let lead = policy.map(|_| p("", language.later().pages.policy.differs_lead));
    details("fold", title).on(ev::toggle, move |_| opened.set(true)).child(lead).when(move || opened.get(), table)
}

/// True when not all of them say the same.
fn differs(language: Language, field: &PolicyField) -> bool {
    let first = field.said.first().map(|said| said.words);
    field.said.len() < documents(language).count() || field.said.iter().any(|said| Some(said.words) != first)
}

/// The five documents; the last of all is the sector default.
fn documents(language: Language) -> impl Iterator<Item = &'static Document> {
    language.later().documents.iter().filter(|document| !document.silent.is_empty())
}

fn row(language: Language, field: &'static PolicyField, policy: Option<&'static Document>) -> El {
    let words = &language.later().pages.policy;
    let ours = |document: &Document| policy.is_some_and(|policy| policy.profile == document.profile);
    let mut order: Vec<_> = documents(language).listed();
    sort_by_key(&mut order, |document| !ours(document));
    let lines = order.into_iter().filter_map(|document| {
        let said = field.said_by(document.profile);
        // Those that say nothing are left out, but for the chosen one.
        if said.is_none() && !ours(document) {
            return None;
        }
        let name = language.question(Input::Profile).option(document.profile);
        let name = if ours(document) { html::strong().child(name) } else { html::span().child(name) };
        let said_words = said.map_or(words.says_nothing, |said| said.words);
        let rules = said.map(|said| rule_ids(said.rules));
        Some(html::p().child(name).child(": ").child(said_words).child(" ").child(rules))
    });
    html::div().child(html::dt().child(field.label)).child(html::dd().children(lines))
}
