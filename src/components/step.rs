//! The frame of a step: its root, its name, the layout toggle at its head and the way on at its end.

use crate::app::{CaseState, Language, Layout, Step, View};
use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_flow::{TaskState, task_state};
use waymark_view::{El, button, html};

/// The root of a step: its `data-step`, and the stop that the engine reports.
pub fn step_root(case: CaseState, step: Step, class: &str) -> El {
    html::section().class(class).attr("data-step", step.text()).attr("data-stop", move || case.stop_text())
}

/// The name of a step.
pub fn step_name(language: Language, step: Step) -> &'static str {
    let shell = &language.pages.shell;
    match step {
        Step::Start => shell.step_start,
        Step::Tonight => shell.step_tonight,
        Step::Case => shell.step_case,
        Step::Situation => shell.step_situation,
        Step::Identify => shell.step_identify,
        Step::Dash => shell.step_dash,
        Step::NextSteps => shell.step_next_steps,
        Step::Record => shell.step_record,
        Step::OwnLife => shell.step_own_life,
        Step::ServiceCheck => shell.step_service_check,
        Step::Workshop => shell.step_workshop,
        Step::Settings => shell.step_settings,
        Step::Policy => shell.step_policy,
        Step::About => shell.step_about,
    }
}

/// The state of a step, in words; empty where it has none, or while it cannot be told. Numbers stand on the page of the case (`exact`), and not beside
/// every page, where one could be taken for a count of the Dash. Follows the case.
pub fn state_in_words(language: Language, case: CaseState, step: Step, exact: bool) -> String {
    let shell = &language.pages.shell;
    if !case.is_assessed() {
        // The line of those that will have a state is kept, so that nothing moves when it comes.
        let keeps = matches!(step, Step::Situation | Step::Identify | Step::Dash | Step::NextSteps);
        return if keeps { "\u{a0}".to_owned() } else { String::new() };
    }
    match case.read(|case, assessment| task_state(step, case, assessment)) {
        None => String::new(),
        Some(TaskState::NotStarted) => shell.state_none.to_owned(),
        Some(TaskState::NotNeeded) => shell.state_not_needed.to_owned(),
        Some(TaskState::Done) => shell.state_done.to_owned(),
        Some(TaskState::Some(..)) if !exact => shell.state_some.to_owned(),
        Some(TaskState::Some(done, of)) => {
            fill(shell.state_of, &[("done", &done.to_string()), ("of", &of.to_string())])
        }
    }
}

/// The two layouts over the same answers.
pub fn layout_toggle(language: Language, view: View) -> El {
    let shell = &language.pages.shell;
    let choice = move |layout: Layout, name: &'static str| {
        button("", name)
            .attr("data-layout", layout.text())
            .attr("aria-pressed", move || Some(if view.layout.get() == layout { "true" } else { "false" }))
            .on_press(move || view.layout.set(layout))
    };
    html::div()
        .class("toggle")
        .attr("role", "group")
        .attr("aria-label", shell.layout)
        .child(choice(Layout::Guided, shell.layout_guided))
        .child(choice(Layout::Whole, shell.layout_whole))
}

/// The end of a step: on to the next one. Any step can be opened at any time; this is only the usual way.
pub fn step_end(language: Language, view: View, next: Step) -> El {
    let go = button("button", language.pages.shell.next)
        .child(" ")
        .child(step_name(language, next))
        .attr("data-next", next.text())
        .on_press(move || view.open(next));
    html::div().class("actions").child(go)
}
