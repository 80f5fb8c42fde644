//! Your policy: what it says, where it is silent, where it differs from the others, and where this tool comes first.

mod compare;
mod nation;
mod rules;

use crate::app::{AreaState, CaseState, Language, Step, View};
use crate::components::{caution_card, chosen_policy, own_words, rule_ids, said_row, step_root};
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_content::words::{Document, fill};
use waymark_content::{CautionId, Rule, Treatment, rules};
use waymark_view::{El, button, details, h1, html, list, memo, p};

/// The cautions about the policy itself.
const CAUTIONS: [CautionId; 4] =
    [CautionId::ReviewPassed, CautionId::ProfileOtherNation, CautionId::FloorOverrides, CautionId::ProfileLine];

/// The step. All of it follows the policy that is chosen under Local settings.
pub fn policy(language: Language, case: CaseState, area: AreaState, view: View) -> El {
    let words = &language.later().pages.policy;
    let chosen = memo(move || chosen_policy(language, case).map(|policy| policy.profile));
    let choose = button("button second", words.choose).on_press(move || view.open_at(Input::Profile));
    step_root(case, Step::Policy, "narrow")
        .child(h1(words.title))
        .live(move || {
            let policy = chosen.get().and_then(|id| language.document(id));
            untrack(|| policy.map_or_else(|| vec![p("lead", words.none)], |policy| name(language, policy)))
        })
        .child(own_words(language, case))
        .child(html::div().class("actions").child(choose))
        .child(html::div().live(cautions(language, case)).live(move || from_area(language, case, area)))
        .live(move || {
            let policy = chosen.get().and_then(|id| language.document(id));
            untrack(|| policy.map_or_else(|| vec![compare::all(language)], |policy| whole(language, policy)))
        })
        .later(move || vec![nation::law(language, case, area, view)])
}

fn name(language: Language, policy: &'static Document) -> Vec<El> {
    vec![p("lead", language.question(Input::Profile).option(policy.profile)), p("", policy.about)]
}

/// What the engine says about the policy in this case.
fn cautions(language: Language, case: CaseState) -> impl Fn() -> Vec<El> {
    let raised = memo(move || {
        case.assessment.with(|assessment| {
            let ours = assessment.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.clone())).listed()
        })
    });
    let title = language.later().pages.policy.care_title;
    move || {
        let raised = raised.get();
        let cards = raised.iter().map(|(id, rules)| caution_card(language, case, *id, rules));
        let heading = (!raised.is_empty()).then(|| html::h2().child(title));
        heading.into_iter().chain(cards).listed()
    }
}

/// What the settings of the area ask for that goes against the floor. Follows the area.
fn from_area(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let (paths, rules): (Vec<String>, Vec<&'static str>) = area.in_use.with(|area| {
        let against = area.iter().flat_map(|area| area.profile_patch.against_the_floor());
        against.map(|(path, rule)| (path.to_owned(), rule)).unzip()
    });
    if paths.is_empty() {
        return Vec::new();
    }
    let listed = fill(language.later().pages.settings.area_floor, &[("paths", &paths.join(", "))]);
    untrack(|| vec![caution_card(language, case, CautionId::FloorOverrides, &rules), p("", listed)])
}

fn whole(language: Language, policy: &'static Document) -> Vec<El> {
    let words = &language.later().pages.policy;
    let h2 = |title: &'static str| html::h2().child(title);
    vec![
        h2(words.floor_title),
        p("", words.floor_lead),
        floor(policy),
        h2(words.short_title),
        p("", words.short_lead),
        short(language, policy),
        h2(words.limits_title),
        limits(language, policy),
        h2(words.rules_title),
        p("", words.rules_lead),
        rules::by_heading(language, policy),
        h2(words.silent_title),
        p("", words.silent_lead),
        list(html::ul(), "", policy.silent.iter().copied()),
        compare::others(language, policy),
        left_out(language, policy),
    ]
}

/// Where the safety floor comes before the document, each with its rules and the clause.
fn floor(policy: &'static Document) -> El {
    let row =
        |(words, rules): &(&'static str, &'static str)| html::li().child(*words).child(" ").child(rule_ids(rules));
    html::ul().attr("data-floor", policy.profile).children(policy.floor.iter().map(row))
}

/// Everything the policy says in a word.
fn short(language: Language, policy: &'static Document) -> El {
    language.later().policy_fields.chunks(8).fold(html::dl().class("summary"), |all, fields| {
        all.later(move || {
            let row = |field: &waymark_content::words::PolicyField| {
                Some(said_row(language, field.label, field.said_by(policy.profile)?))
            };
            fields.iter().filter_map(row).listed()
        })
    })
}

/// The time limits, each with its clock and exception; a line where there are none.
fn limits(language: Language, policy: &'static Document) -> El {
    if policy.limits.is_empty() {
        return p("", language.later().pages.policy.limits_none);
    }
    let row = |[what, limit, rule]: &[&'static str; 3]| {
        html::div().child(html::dt().child(*what)).child(html::dd().child(*limit).child(". ").child(rule_ids(rule)))
    };
    html::dl().class("summary").attr("data-limits", policy.profile).children(policy.limits.iter().map(row))
}

/// What is set aside, and why.
fn left_out(language: Language, policy: &'static Document) -> El {
    let rules = rules().iter().filter(|rule| rule.is_of(policy.profile) && rule.how == Treatment::SetAside);
    let row = |rule: &'static Rule| {
        html::li().child(rule.line).child(" ").child(rule.reason).child(" ").child(rule_ids(rule.id))
    };
    let rows: Vec<_> = rules.map(row).listed();
    if rows.is_empty() {
        return html::div();
    }
    details("fold", language.later().pages.policy.left_out_title).child(html::ul().children(rows))
}
