//! What differs from the usual: by the policy, and by the local values.

use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_case::{Case, Input, SettingField};
use waymark_content::words::fill;
use waymark_content::{Profile, Profiles};
use waymark_engine::LocalValues;
use waymark_rules::{PolicyValue, Said};
use waymark_view::{El, fact, html, memo, p};

/// A row: label, value, and the rules behind it.
#[derive(Clone, PartialEq)]
struct Row {
    label: String,
    value: String,
    rules: String,
}

impl Row {
    fn new(label: impl Into<String>, value: impl Into<String>, rules: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), rules: rules.into() }
    }
}

fn table(rows: Vec<Row>) -> El {
    let rows = rows.into_iter().map(|Row { label, value, rules }| {
        if rules.is_empty() {
            return fact(label, value);
        }
        let rules = html::span().class("ids").child(" ").child(rules);
        html::div().child(html::dt().child(label)).child(html::dd().child(value).child(rules))
    });
    html::dl().class("summary").children(rows)
}

/// How the chosen policy differs from the sector default, with its rules.
pub fn policy_differs(language: Language, case: CaseState) -> impl Fn() -> Vec<El> {
    let words = &language.later().pages.settings;
    let chosen = memo(move || case.answers.with(|case| case.profile.clone()));
    move || {
        let profiles = Profiles::shipped();
        let (usual, profile) = (profiles.get_or_default(None), profiles.get_or_default(chosen.get().as_deref()));
        if profile.id == usual.id {
            return vec![p("", words.policy_same)];
        }
        vec![html::h3().child(words.policy_differs), table(policy_rows(language, profile, usual))]
    }
}

fn policy_rows(language: Language, profile: &Profile, usual: &Profile) -> Vec<Row> {
    let words = &language.later().pages.settings;
    let row = |value: PolicyValue, said: Said| {
        let label = match said.about {
            about if about.is_empty() => value.label(language).to_owned(),
            about => fill("{a}: {b}", &[("a", value.label(language)), ("b", &about)]),
        };
        // A value that the document does not state itself says so.
        let rules = said.rules.join(", ");
        Row::new(label, said.value, if said.inferred { format!("{rules}. {}", words.inferred) } else { rules })
    };
    let values = PolicyValue::ALL.iter();
    values.flat_map(|value| value.said(profile, usual, language).into_iter().map(|said| row(*value, said))).listed()
}

/// The local values that differ from the sector's.
pub fn values_differ(language: Language, case: CaseState) -> impl Fn() -> Vec<El> {
    let words = &language.later().pages.settings;
    // The rows themselves are the memo: one that is only tracked and never read would tell of nothing.
    let rows = memo(move || {
        case.answers.with(|case| {
            let fields = SettingField::ALL.iter().filter(|field| !case.is_unanswered(Input::Setting(**field)));
            fields.filter_map(|field| value_row(language, case, *field)).listed()
        })
    });
    move || vec![if rows.with(Vec::is_empty) { p("", words.differs_none) } else { table(rows.get()) }]
}

fn value_row(language: Language, case: &Case, field: SettingField) -> Option<Row> {
    let words = &language.later().pages.settings;
    let question = language.question(Input::Setting(field));
    let worded = |value: String| match question.option(&value) {
        "" if value.is_empty() => words.usual_none.to_owned(),
        "" => value,
        option => option.to_owned(),
    };
    let value = worded(case.shown(Input::Setting(field)));
    let usual = worded(LocalValues::usual(field));
    let differs = fill(words.differs_value, &[("value", &value), ("usual", &usual)]);
    (value != usual).then(|| Row::new(question.short, differs, ""))
}
