//! What the chosen policy says, beside what it is about. A policy's words are added to the tool's own and replace none.

use crate::app::{CaseState, Language, Step};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::{Document, PolicyField, Said, fill};
use waymark_content::{Rule, Treatment, rules};
use waymark_view::{El, details, html, memo, p};

/// How many lines are rendered in one batch.
const GO: usize = 10;

/// The document of the chosen policy; `None` for the sector default. Follows the case.
pub fn chosen_policy(language: Language, case: CaseState) -> Option<&'static Document> {
    let own = |document: &&Document| !document.floor.is_empty() || !document.silent.is_empty();
    case.answers.with(|case| case.profile.as_deref().and_then(|id| language.document(id)).filter(own))
}

/// The rules of a policy that a worker is to see at a place, those the tool acts on first.
pub fn rules_at(policy: &Document, place: &str) -> Vec<&'static Rule> {
    let seen = |rule: &&Rule| matches!(rule.how, Treatment::Acted | Treatment::Shown);
    let mut rules: Vec<&Rule> =
        rules().iter().filter(|rule| rule.is_of(policy.profile) && rule.stands_at(place)).filter(seen).listed();
    sort_by_key(&mut rules, |rule| rule.how.index());
    rules
}

/// Rules in brackets, behind what rests on them. Up to three stay in one line.
pub fn rule_ids(rules: &str) -> El {
    let class = if rules.len() < 16 { "ids id" } else { "ids" };
    html::span().class(class).child(["(", rules, ")"].concat())
}

/// A rule as a line: what it says, how it is read where that matters, and its id.
pub fn rule_row(rule: &Rule) -> El {
    let reason = (!rule.reason.is_empty()).then(|| html::span().child(" ").child(rule.reason));
    html::li().child(rule.line).child(reason).child(" ").child(rule_ids(rule.id))
}

/// Rules under the words "Your policy"; nothing where there are none.
pub fn policy_lines(language: Language, rules: &[&Rule]) -> Option<El> {
    (!rules.is_empty()).then(|| {
        html::div()
            .class("policy")
            .child(p("policy-name", language.later().pages.policy.card))
            .child(html::ul().children(rules.iter().map(|rule| rule_row(rule))))
    })
}

/// A row of what a policy says of a field: the label, the words, the rules, and that it is read across where it is.
pub fn said_row(language: Language, label: &'static str, said: &Said) -> El {
    let words = &language.later().pages.policy;
    let rules = rule_ids(said.rules);
    let inferred = said.inferred.then(|| html::span().class("ids").child(" ").child(words.inferred));
    html::div()
        .child(html::dt().child(label))
        .child(html::dd().child(said.words).child(" ").child(rules).child(inferred))
}

/// What the chosen policy says about the step, folded, at its end. Empty under the sector default.
pub fn policy_here(language: Language, case: CaseState, step: Step) -> El {
    let chosen = memo(move || chosen_policy(language, case).map(|policy| policy.profile));
    html::div().class("narrow").live(move || {
        let policy = chosen.get().and_then(|id| language.document(id));
        policy.and_then(|policy| untrack(|| fold(language, step, policy))).into_iter().listed()
    })
}

fn fold(language: Language, step: Step, policy: &'static Document) -> Option<El> {
    let words = &language.later().pages.policy;
    let page = step.text();
    let said = |field: &&PolicyField| field.page == page && field.said_by(policy.profile).is_some();
    let fields: Vec<_> = language.later().policy_fields.iter().filter(said).listed();
    let rules = rules_at(policy, &["page:", page].concat());
    // The policy's own page holds all of it already.
    if step == Step::Policy || fields.is_empty() && rules.is_empty() {
        return None;
    }
    let title = fill(words.heading, &[("title", words.here), ("n", &rules.len().to_string())]);
    let own = own_terms(language, policy);
    let fold = details("fold", title)
        .attr("data-policy", policy.profile)
        .later(move || {
            let own = (!own.is_empty()).then(|| p("small", fill(words.terms, &[("terms", &own)])));
            let row = |field: &&PolicyField| Some(said_row(language, field.label, field.said_by(policy.profile)?));
            own.into_iter().chain([html::dl().class("summary").children(fields.iter().filter_map(row))]).listed()
        })
        .child(rules.chunks(GO).fold(html::ul(), |list, some| {
            let some = some.to_vec();
            list.later(move || some.into_iter().map(rule_row).listed())
        }));
    Some(fold)
}

/// Sentences in the words of the policy and the area, as they stand in questions and steps. Follows both at each letter, so its
/// places stand in square brackets, which nothing fills before.
pub fn own_words(language: Language, case: CaseState) -> El {
    let text = language.later().pages.policy.own_words.replace('[', "{").replace(']', "}");
    p("small", "").attr("data-own-words", "").child(move || case.put_own_words(&text))
}

/// The words that a policy has for the survivor, the people it houses and the home.
pub fn own_terms(language: Language, policy: &Document) -> String {
    let terms = language.later().policy_fields.iter().filter(|field| field.page == "terms");
    let own: Vec<_> = terms.filter_map(|field| Some(field.said_by(policy.profile)?.words)).listed();
    own.join(language.later().pages.policy.and_between)
}
