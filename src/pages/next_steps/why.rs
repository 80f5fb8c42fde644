//! Why a step is here, how to do it with care, and what it rests on: folded, as a card is read standing up.

use super::seen::{Seen, because, to_question};
use crate::app::{CaseState, Language, View};
use crate::components::{policy_lines, rules_at};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::{PathwayWords, fill};
use waymark_content::{Rule, rules};
use waymark_engine::assessment::Mode;
use waymark_view::{El, html, list, p};

/// The reasons, what the step is, what to have ready, what could go wrong, agreement, law, the policy's lines and sources.
pub fn why(language: Language, case: CaseState, view: View, seen: &Seen) -> Vec<El> {
    let page = &language.steps().pages.next_steps;
    let words = language.pathway(seen.shown.id);
    let line = seen.shown.mode == Some(Mode::PractitionerLine);
    let mut parts = vec![because(language, &seen.reasons), p("", if line { words.line_what } else { words.what })];
    for (title, lines) in [(page.ready, words.ready), (page.care, words.care)] {
        if !lines.is_empty() {
            parts.extend([html::h4().child(title), list(html::ul(), "", lines.iter().copied())]);
        }
    }
    parts.extend([html::h4().child(page.on_agreement), p("", words.consent)]);
    in_nation(language, view, words, seen.nation, &mut parts);
    if !words.status.is_empty() {
        parts.extend([html::h4().child(page.status), p("", words.status)]);
    }
    parts.extend(policy_lines(language, &own_rules(language, seen)));
    let rules = seen.shown.rules.clone();
    // The titles come with the last part of the page.
    let sources = move || {
        let cite = case.cite.get();
        cite.map(|cite| list(html::ul(), "ids", rules.iter().map(|id| cite(language, id)))).into_iter().listed()
    };
    parts.push(html::div().child(html::h4().child(page.sources)).live(sources));
    parts
}

/// A rule or source by the document and the page, with its id.
pub fn cite(language: Language, id: &str) -> String {
    let page = &language.steps().pages.next_steps;
    let Some(rule) = rules().iter().find(|rule| rule.id == id) else {
        return fill(page.source, &[("title", &waymark_rules::title(id, language)), ("id", id)]);
    };
    let documents = language.question(Input::Profile).options;
    let document = documents.iter().find(|(profile, _)| rule.is_of(profile)).map_or("", |(_, name)| name);
    fill(page.cited, &[("document", document), ("place", rule.reference), ("id", id)])
}

/// What the policy says of the step. Its words on work with the other person stand beside the whole offer only, never beside
/// the line that a worker can ring for advice.
fn own_rules(language: Language, seen: &Seen) -> Vec<&'static Rule> {
    let policy = seen.policy.and_then(|id| language.document(id));
    let whole = seen.shown.mode != Some(Mode::PractitionerLine);
    let place = ["pathway:", seen.shown.id.text()].concat();
    policy.filter(|_| whole).map(|policy| rules_at(policy, &place)).unwrap_or_default()
}

/// What differs where the home is; without a nation, the question.
fn in_nation(
    language: Language,
    view: View,
    words: &'static PathwayWords,
    nation: Option<Nation>,
    parts: &mut Vec<El>,
) {
    let page = &language.steps().pages.next_steps;
    if words.nations.is_empty() {
        return;
    }
    match nation.map(|nation| words.lines_in(nation).listed()).as_deref() {
        Some([]) => {}
        Some([text]) => parts.extend([html::h4().child(page.nation_law), p("", *text)]),
        Some(lines) => parts.extend([html::h4().child(page.nation_law), list(html::ul(), "", lines)]),
        None => {
            let choose = to_question(view, page.nation_choose, ContextField::Nation);
            parts.push(p("", page.nation_unknown).child(" ").child(choose));
        }
    }
}
