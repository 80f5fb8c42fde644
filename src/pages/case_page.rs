//! The case: its tasks, how far each has come and about how long is left. Every screen leads back here.

use crate::app::{CASE_TASKS, CaseState, Language, Step, View};
use crate::components::{layout_toggle, state_in_words, step_name, step_root};
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_flow::minutes_left;
use waymark_view::{El, button, h1, html, p, unmarked};

/// The step.
pub fn case_page(language: Language, case: CaseState, view: View) -> El {
    let words = &language.steps().pages.case_page;
    let tasks = CASE_TASKS.into_iter().map(|step| task(language, case, view, step));
    step_root(case, Step::Case, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(unmarked(html::ol(), "tasks").children(tasks))
        .child(layout_toggle(language, view))
}

/// A task: its name leads to it; beside it its state in words and the time.
fn task(language: Language, case: CaseState, view: View, step: Step) -> El {
    let words = &language.steps().pages.case_page;
    let time = move || match case.read(|case, assessment| minutes_left(step, case, assessment)) {
        0 => String::new(),
        minutes => fill(words.minutes, &[("n", &minutes.to_string())]),
    };
    let open =
        button("link", step_name(language, step)).attr("data-step", step.text()).on_press(move || view.open(step));
    html::li()
        .attr("hidden", move || !case.offers(step))
        .child(open)
        .child(html::span().class("small").child(move || state_in_words(language, case, step, true)))
        .child(html::span().class("muted small").child(time))
}
