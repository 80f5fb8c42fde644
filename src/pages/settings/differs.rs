//! What differs from the usual: by the policy, and by the local values.

use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::case::{Case, Input, SettingField};
use crate::components::role_names;
use crate::content::words::fill;
use crate::content::{ContactMode, Profile, Profiles};
use crate::engine::LocalValues;
use crate::platform::dom::{El, el, fact, p};
use leptos::prelude::*;

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
        let rules = el("span").class("ids").text(" ").text(rules);
        el("div").child(el("dt").text(label)).child(el("dd").text(value).child(rules))
    });
    el("dl").class("summary").children(rows)
}

/// How the chosen policy differs from the sector default, with its rules.
pub fn policy_differs(desk: Desk) -> impl Fn() -> Vec<El> {
    let words = &desk.words.pages.settings;
    let chosen = Memo::new(move |_| desk.case.with(|case| case.profile.clone()));
    move || {
        let profiles = Profiles::shipped();
        let (usual, profile) = (profiles.get_or_default(None), profiles.get_or_default(chosen.get().as_deref()));
        if profile.id == usual.id {
            return vec![p("", words.policy_same)];
        }
        vec![el("h3").text(words.policy_differs), table(policy_rows(desk, profile, usual))]
    }
}

fn policy_rows(desk: Desk, profile: &Profile, usual: &Profile) -> Vec<Row> {
    let words = &desk.words.pages.settings;
    let list = |rules: &[std::borrow::Cow<'static, str>]| rules.join(", ");
    // A value that the document does not state itself says so.
    let said = |name: &str, rules: String| {
        if profile.inferred.iter().any(|inferred| inferred == name) {
            format!("{rules}. {}", words.inferred)
        } else {
            rules
        }
    };
    let mut rows = Vec::new();
    if let Some(count) = profile.count.filter(|_| !profile.count_rule.is_empty()) {
        rows.push(Row::new(words.differs_count, count.to_string(), profile.count_rule.as_ref()));
    }
    if profile.completers != usual.completers {
        let rules = said("completers", list(&profile.completer_rules));
        rows.push(Row::new(words.differs_complete, role_names(desk, &profile.completers), rules));
    }
    if profile.referrers != usual.referrers {
        let rules = said("referrers", list(&profile.referrer_rules));
        rows.push(Row::new(words.differs_refer, role_names(desk, &profile.referrers), rules));
    }
    if profile.reuse_other_dash {
        rows.push(Row::new(words.differs_reuse, words.differs_reuse_words, ""));
    }
    if profile.contact != usual.contact {
        let mode = words.contact.get(ContactMode::index(profile.contact)).copied().unwrap_or_default();
        rows.push(Row::new(words.differs_contact, mode, said("contact", list(&profile.contact_rules))));
    }
    if profile.police_always {
        rows.push(Row::new(words.differs_police, words.differs_police_words, ""));
    }
    for (pathway, consent) in profile.consent.iter() {
        let label = fill("{a}: {b}", &[("a", words.differs_consent), ("b", desk.words.pathway(*pathway).title)]);
        rows.push(Row::new(label, desk.words.text(&fill("consent.{c}", &[("c", consent.text())])), ""));
    }
    for deadline in profile.deadlines.iter() {
        let titles: Vec<_> = deadline.pathways.iter().map(|pathway| desk.words.pathway(*pathway).title).collect();
        let label = fill("{a}: {b}", &[("a", words.differs_deadline), ("b", &titles.join("; "))]);
        let due = desk.words.text(&fill("due.{d}", &[("d", deadline.due.text())]));
        rows.push(Row::new(label, due, deadline.rule.as_ref()));
    }
    rows
}

/// The local values that differ from the sector's.
pub fn values_differ(desk: Desk) -> impl Fn() -> Vec<El> {
    let words = &desk.words.pages.settings;
    // The rows themselves are the memo: one that is only tracked and never read would tell of nothing.
    let rows = Memo::new(move |_| {
        desk.case.with(|case| {
            let fields = SettingField::ALL.iter().filter(|field| !case.is_unanswered(Input::Setting(**field)));
            fields.filter_map(|field| value_row(desk, case, *field)).collect::<Vec<_>>()
        })
    });
    move || vec![if rows.with(Vec::is_empty) { p("", words.differs_none) } else { table(rows.get()) }]
}

fn value_row(desk: Desk, case: &Case, field: SettingField) -> Option<Row> {
    let words = &desk.words.pages.settings;
    let question = desk.words.question(Input::Setting(field));
    let worded = |value: String| match question.option(&value) {
        "" if value.is_empty() => words.usual_none.to_owned(),
        "" => value,
        option => option.to_owned(),
    };
    let value = worded(case.shown(Input::Setting(field)));
    let usual = worded(usual(desk, field));
    let differs = fill(words.differs_value, &[("value", &value), ("usual", &usual)]);
    (value != usual).then(|| Row::new(question.short, differs, ""))
}

/// The sector's own value, as the input would hold it.
fn usual(desk: Desk, field: SettingField) -> String {
    let words = &desk.words.pages.settings;
    let profiles = Profiles::shipped();
    let values = LocalValues::of(&Case::default(), profiles.get_or_default(None));
    match field {
        SettingField::DashThreshold => values.threshold.to_string(),
        SettingField::EscalationEvents => values.events.to_string(),
        SettingField::EscalationMonths => words.usual_months.to_owned(),
        SettingField::EscalationPoliceOnly => values.police_only.to_string(),
        SettingField::EscalationMustIncrease => values.must_increase.to_string(),
        SettingField::HbaAutoMarac => values.hba_auto.to_string(),
        SettingField::IdvaThreshold => values.idva.map(|line| line.to_string()).unwrap_or_default(),
        SettingField::RepeatRule => values.repeat_rule.text().to_owned(),
        SettingField::DapoArea => "unknown".to_owned(),
    }
}
