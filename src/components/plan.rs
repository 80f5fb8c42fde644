//! The safety plan that the survivor chooses: written in the record, or in its place on the card that calls for it.

use super::boxes::rule_line;
use super::field::quiet;
use crate::app::{CaseState, Language};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::vocabulary::{PathwayId, PlanPart, Vocabulary};
use waymark_view::{El, RwSignal, button, html, list, memo, p, typed, unmarked};

/// The plan behind a button. It is made when it is first wanted.
pub fn plan_here(language: Language, case: CaseState) -> El {
    let open = RwSignal::new(false);
    let press = button("button second small", language.steps().pages.next_steps.plan)
        .attr("data-action", "plan")
        .attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .on_press(move || open.update(|open| *open = !*open));
    html::div().class("plan-here").child(press).when(
        move || open.get(),
        move || html::div().attr("data-question", "record.plan").later(move || safety_plan(language, case)),
    )
}

/// What to keep to, and each part with its field.
pub fn safety_plan(language: Language, case: CaseState) -> Vec<El> {
    let words = &language.steps().pages.next_steps;
    let profile = memo(move || case.assessment.with(|assessment| assessment.profile.clone()));
    let rules = move || {
        let lines = match language.list(&["plan_rules.", &profile.get()].concat()) {
            [] => language.list("plan_rules.default"),
            lines => lines,
        };
        let rules = case.assessment.with(|assessment| {
            assessment.pathway(PathwayId::SafetyPlan).map(|shown| shown.rules.clone()).unwrap_or_default()
        });
        vec![list(html::ul(), "", lines.iter().copied()), rule_line(language, &rules)]
    };
    // Tonight first: it is why the plan is begun.
    let others = PlanPart::ALL.iter().filter(|part| **part != PlanPart::Tonight);
    let parts = [&PlanPart::Tonight].into_iter().chain(others).map(|part| part_of_plan(language, case, *part));
    let mut drawn =
        vec![p("", words.plan_lead), html::div().class("panel").child(html::h3().child(words.plan_rules)).live(rules)];
    drawn.extend(parts);
    drawn
}

/// One part: a button, and once it is wanted its field with ideas that go in when they are chosen.
fn part_of_plan(language: Language, case: CaseState, part: PlanPart) -> El {
    let words = &language.steps().pages.next_steps;
    let name = language.steps().pages.record.plan_parts.get(part.index()).copied().unwrap_or_default();
    let read = move || case.answers.with(|case| case.record.plan_text(part));
    let open = RwSignal::new(!untrack(read).is_empty());
    let write = move |text: &str| case.change(|case| case.record.write_plan(part, text));
    let field = move || {
        let id = ["plan-", part.text()].concat();
        let area = html::textarea()
            .attr("rows", "3")
            .attr("id", &id)
            .attr("name", ["record.plan.", part.text()].concat())
            .attr("maxlength", TEXT_LIMIT.to_string())
            .attr("aria-label", name)
            .value(read)
            .on(ev::input, move |event| write(&typed(&event)));
        let idea = move |idea: &'static str| {
            let held = move || read().lines().any(|line| line == idea);
            let add = move || {
                let now = untrack(read);
                let kept: Vec<&str> = now.lines().filter(|line| *line != idea).listed();
                let without = kept.len() < now.lines().count();
                let mut lines = kept;
                lines.extend((!without).then_some(idea));
                write(&lines.join("\n"));
            };
            let press = button("", idea)
                .attr("aria-pressed", move || Some(if held() { "true" } else { "false" }))
                .on_press(add);
            html::li().child(press)
        };
        let ideas = language.list(&["plan_ideas.", part.text()].concat());
        let ideas = unmarked(html::ul(), "ideas")
            .attr("aria-label", words.plan_ideas)
            .children(ideas.iter().copied().map(idea));
        html::div().class("part").child(p("small muted", words.plan_ideas)).child(ideas).child(quiet(area))
    };
    let toggle = button("link", name)
        .attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .on_press(move || open.update(|open| *open = !*open));
    html::div().class("plan-part").attr("data-part", part.text()).child(toggle).when(move || open.get(), field)
}
