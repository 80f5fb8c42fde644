//! Your policy: what it says, where it is silent, where it differs from the others, and where this tool comes first.

mod compare;
mod nation;
mod rules;

use crate::app::{Desk, Step, step_root};
use crate::case::Input;
use crate::components::{caution_card, chosen_policy, rule_ids, said_row};
use crate::content::words::{Document, fill};
use crate::content::{CautionId, RULES, Rule, Treatment};
use crate::platform::dom::{El, button, details, el, h1, list, p};
use leptos::prelude::*;

/// The cautions about the policy itself.
const CAUTIONS: [CautionId; 4] =
    [CautionId::ReviewPassed, CautionId::ProfileOtherNation, CautionId::FloorOverrides, CautionId::ProfileLine];

/// The step. All of it follows the policy that is chosen under Local settings.
pub fn policy() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.policy;
    let chosen = Memo::new(move |_| chosen_policy(desk).map(|policy| policy.profile));
    let choose = button("button second", words.choose).on_press(move || desk.open_at(Step::Settings, Input::Profile));
    step_root(Step::Policy, "narrow")
        .child(h1(words.title))
        .live(move || {
            let policy = chosen.get().and_then(|id| desk.words.document(id));
            untrack(|| policy.map_or_else(|| vec![p("lead", words.none)], |policy| name(desk, policy)))
        })
        .child(el("div").class("actions").child(choose))
        .child(el("div").attr("role", "status").live(cautions(desk)).live(move || from_area(desk)))
        .live(move || {
            let policy = chosen.get().and_then(|id| desk.words.document(id));
            untrack(|| policy.map_or_else(|| vec![compare::all(desk)], |policy| whole(desk, policy)))
        })
        .later(move || vec![nation::law(desk)])
}

fn name(desk: Desk, policy: &'static Document) -> Vec<El> {
    vec![p("lead", desk.words.question(Input::Profile).option(policy.profile)), p("", policy.about)]
}

/// What the engine says about the policy in this case.
fn cautions(desk: Desk) -> impl Fn() -> Vec<El> {
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            let ours = assessment.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.clone())).collect::<Vec<_>>()
        })
    });
    let title = desk.words.pages.policy.care_title;
    move || {
        let raised = raised.get();
        let cards = raised.iter().map(|(id, rules)| caution_card(*id, rules));
        let heading = (!raised.is_empty()).then(|| el("h2").text(title));
        heading.into_iter().chain(cards).collect()
    }
}

/// What the settings of the area ask for that goes against the floor. Follows the area.
fn from_area(desk: Desk) -> Vec<El> {
    let (paths, rules): (Vec<String>, Vec<&'static str>) = desk.area.with(|area| {
        let against = area.iter().flat_map(|area| area.profile_patch.against_the_floor());
        against.map(|(path, rule)| (path.to_owned(), rule)).unzip()
    });
    if paths.is_empty() {
        return Vec::new();
    }
    let listed = fill(desk.words.pages.settings.area_floor, &[("paths", &paths.join(", "))]);
    untrack(|| vec![caution_card(CautionId::FloorOverrides, &rules), p("", listed)])
}

fn whole(desk: Desk, policy: &'static Document) -> Vec<El> {
    let words = &desk.words.pages.policy;
    let h2 = |title: &'static str| el("h2").text(title);
    vec![
        h2(words.floor_title),
        p("", words.floor_lead),
        floor(policy),
        h2(words.short_title),
        p("", words.short_lead),
        short(desk, policy),
        h2(words.limits_title),
        limits(desk, policy),
        h2(words.rules_title),
        p("", words.rules_lead),
        rules::by_heading(desk, policy),
        h2(words.silent_title),
        p("", words.silent_lead),
        list("ul", "", policy.silent.iter().copied()),
        compare::others(desk, policy),
        left_out(desk, policy),
    ]
}

/// Where the safety floor comes before the document, each with its rules and the clause.
fn floor(policy: &'static Document) -> El {
    let row = |(words, rules): &(&'static str, &'static str)| el("li").text(*words).text(" ").child(rule_ids(rules));
    el("ul").attr("data-floor", policy.profile).children(policy.floor.iter().map(row))
}

/// Everything the policy says in a word.
fn short(desk: Desk, policy: &'static Document) -> El {
    desk.words.policy_fields.chunks(8).fold(el("dl").class("summary"), |all, fields| {
        all.later(move || {
            let row = |field: &crate::content::words::PolicyField| {
                Some(said_row(desk, field.label, field.said_by(policy.profile)?))
            };
            fields.iter().filter_map(row).collect()
        })
    })
}

/// The time limits, each with its clock and exception; a line where there are none.
fn limits(desk: Desk, policy: &'static Document) -> El {
    if policy.limits.is_empty() {
        return p("", desk.words.pages.policy.limits_none);
    }
    let row = |[what, limit, rule]: &[&'static str; 3]| {
        el("div").child(el("dt").text(*what)).child(el("dd").text(*limit).text(". ").child(rule_ids(rule)))
    };
    el("dl").class("summary").attr("data-limits", policy.profile).children(policy.limits.iter().map(row))
}

/// What is set aside, and why.
fn left_out(desk: Desk, policy: &'static Document) -> El {
    let rules = RULES.iter().filter(|rule| rule.is_of(policy.profile) && rule.how == Treatment::SetAside);
    let row =
        |rule: &'static Rule| el("li").text(rule.line).text(" ").text(rule.reason).text(" ").child(rule_ids(rule.id));
    let rows: Vec<_> = rules.map(row).collect();
    if rows.is_empty() {
        return el("div");
    }
    details("fold", desk.words.pages.policy.left_out_title).child(el("ul").children(rows))
}
