//! The safety plan that the survivor chooses, and the decisions of the worker. Both are folded until they are wanted.

use crate::app::Desk;
use crate::case::Text;
use crate::case::record::DecisionLine;
use crate::case::value::{LIST_LIMIT, TEXT_LIMIT};
use crate::case::vocabulary::{PathwayId, PlanPart, Vocabulary};
use crate::components::{quiet, rule_line};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, list, p, typed};
use leptos::prelude::*;

/// Both plans, each in a fold that says how much it holds.
pub fn plans(into: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let chosen = move || desk.case.with(|case| case.record.plan.len());
    let decided = move || desk.case.with(|case| case.record.decisions.len());
    into.child(el("h2").text(words.plans_title))
        .child(fold("plan", words.plan_title, chosen).later(safety_plan))
        .child(fold("decisions", words.decisions_title, decided).later(decisions))
}

fn fold(id: &str, title: &'static str, count: impl Fn() -> usize + 'static) -> El {
    let words = &Desk::here().words.pages.record_page;
    let summary = move || fill(words.check_count, &[("section", title), ("n", &count().to_string())]);
    el("details").class("fold").attr("data-fold", id).child(el("summary").live_text(summary))
}

fn safety_plan() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let profile = Memo::new(move |_| desk.assessment.with(|assessment| assessment.profile.clone()));
    let rules = move || {
        let lines = match desk.words.list(&["plan_rules.", &profile.get()].concat()) {
            [] => desk.words.list("plan_rules.default"),
            lines => lines,
        };
        let rules = desk.assessment.with(|assessment| {
            assessment.pathway(PathwayId::Pw42).map(|shown| shown.rules.clone()).unwrap_or_default()
        });
        vec![list("ul", "", lines.iter().copied()), rule_line(desk, &rules)]
    };
    let parts = PlanPart::ALL.iter().map(|part| part_of_plan(desk, *part));
    let mut drawn =
        vec![p("", words.plan_lead), el("div").class("panel").child(el("h3").text(words.plan_rules)).live(rules)];
    drawn.extend(parts);
    drawn
}

/// One part: a button, and once it is wanted its field with ideas that go in when they are chosen.
fn part_of_plan(desk: Desk, part: PlanPart) -> El {
    let words = &desk.words.pages.record_page;
    let name = desk.words.pages.record.plan_parts.get(part.index()).copied().unwrap_or_default();
    let read = move || desk.case.with(|case| case.record.plan_text(part));
    let open = RwSignal::new(!untrack(read).is_empty());
    let write = move |text: &str| desk.change(|case| case.record.write_plan(part, text));
    let field = move || {
        let id = ["plan-", part.text()].concat();
        let area = el("textarea")
            .attr("rows", "3")
            .attr("id", &id)
            .attr("name", &["record.plan.", part.text()].concat())
            .attr("maxlength", &TEXT_LIMIT.to_string())
            .attr("aria-label", name)
            .live_value(read)
            .on("input", move |event| write(&typed(&event)));
        let idea = move |idea: &'static str| {
            let held = move || read().lines().any(|line| line == idea);
            let add = move || {
                let now = untrack(read);
                let kept: Vec<&str> = now.lines().filter(|line| *line != idea).collect();
                let without = kept.len() < now.lines().count();
                let mut lines = kept;
                lines.extend((!without).then_some(idea));
                write(&lines.join("\n"));
            };
            let press = button("", idea)
                .live_attr("aria-pressed", move || Some(if held() { "true" } else { "false" }))
                .on_press(add);
            el("li").child(press)
        };
        let ideas = desk.words.list(&["plan_ideas.", part.text()].concat());
        let ideas =
            el("ul").class("ideas").attr("aria-label", words.plan_ideas).children(ideas.iter().copied().map(idea));
        el("div").class("part").child(p("small muted", words.plan_ideas)).child(ideas).child(quiet(area))
    };
    let toggle = button("link", name)
        .live_attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .on_press(move || open.update(|open| *open = !*open));
    el("div").class("plan-part").attr("data-part", part.text()).child(toggle).when(move || open.get(), field)
}

/// What was decided and why, anything overridden among it. None of it changes a result.
fn decisions() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let count = move || desk.case.with(|case| case.record.decisions.len());
    let lines = el("div").each(
        move || (0..).take(count()).collect(),
        move |place| decision(desk, usize::try_from(place).unwrap_or_default()),
    );
    let add = move || desk.change(|case| case.record.decisions.push(DecisionLine::default()));
    let add = button("button second", words.decision_add)
        .attr("data-action", "add-decision")
        .live_flag("hidden", move || count() >= LIST_LIMIT)
        .on_press(add);
    vec![p("", words.decisions_lead), lines, el("div").class("actions").child(add)]
}

/// A part of a decision: its name in the case, and where it is held.
type Part = (&'static str, &'static str, fn(&mut DecisionLine) -> &mut Option<Text>);

fn decision(desk: Desk, place: usize) -> El {
    let words = &desk.words.pages.record_page;
    let parts: [Part; 3] = [
        ("what", words.decision_what, |line| &mut line.what),
        ("why", words.decision_why, |line| &mut line.why),
        ("when", words.decision_when, |line| &mut line.when),
    ];
    let field = move |(name, label, of): Part| {
        let read = move || {
            desk.case.with(|case| {
                let mut line = case.record.decisions.get(place).cloned().unwrap_or_default();
                of(&mut line).as_ref().map_or("", Text::as_str).to_owned()
            })
        };
        let write = move |text: String| {
            desk.change(|case| {
                if let Some(line) = case.record.decisions.get_mut(place) {
                    *of(line) = (!text.is_empty()).then(|| Text::cut(&text));
                }
            });
        };
        let control = el("input")
            .attr("type", "text")
            .attr("name", &format!("record.decisions.{place}.{name}"))
            .attr("maxlength", &TEXT_LIMIT.to_string())
            .live_value(read)
            .on("input", move |event| write(typed(&event)));
        el("label").child(el("span").text(label)).child(quiet(control))
    };
    let number = (place + 1).to_string();
    let title = fill(words.decision_title, &[("n", &number)]);
    let take_out = move || {
        desk.change(|case| {
            if place < case.record.decisions.len() {
                case.record.decisions.remove(place);
            }
        });
    };
    let take_out = button("clear", words.decision_out)
        .child(el("span").class("visually-hidden").text(" ").text(number))
        .on_press(take_out);
    el("fieldset")
        .class("decide")
        .child(el("legend").text(title))
        .child(el("div").class("decided").children(parts.map(field)))
        .child(take_out)
}
