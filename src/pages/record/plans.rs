//! The safety plan that the survivor chooses, and the decisions of the worker with whom they asked. Both are folded until they
//! are wanted.

use crate::app::{CaseState, Language, Layout, View};
use crate::components::{question, quiet, safety_plan};
use crate::platform::page::focus_new;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::input::RecordField;
use waymark_case::listed::Listed;
use waymark_case::record::DecisionLine;
use waymark_case::value::{LIST_LIMIT, TEXT_LIMIT};
use waymark_case::{Input, Text};
use waymark_content::words::fill;
use waymark_view::{El, button, html, p, typed};

/// The heading, and both plans, each in a fold that says how much it holds.
pub fn plans(language: Language, case: CaseState, view: View) -> [El; 3] {
    let words = &language.later().pages.record_page;
    let chosen = move || case.answers.with(|case| case.record.plan.len());
    let decided = move || case.answers.with(|case| case.record.decisions.len());
    [
        html::h2().child(words.plans_title),
        fold(language, "plan", words.plan_title, chosen)
            .attr("data-question", "record.plan")
            .later(move || safety_plan(language, case)),
        fold(language, "decisions", words.decisions_title, decided).later(move || decisions(language, case, view)),
    ]
}

fn fold(language: Language, id: &str, title: &'static str, count: impl Fn() -> usize + 'static) -> El {
    let words = &language.later().pages.record_page;
    let summary = move || fill(words.check_count, &[("section", title), ("n", &count().to_string())]);
    html::details().class("fold").attr("data-fold", id).child(html::summary().child(summary))
}

/// What was decided and why, anything overridden among it. None of it changes a result.
fn decisions(language: Language, case: CaseState, view: View) -> Vec<El> {
    let words = &language.later().pages.record_page;
    let [consulted, initials] = [RecordField::Consulted, RecordField::SecondReaderInitials].map(Input::Record);
    // The second reader's initials are asked for once there is something to read.
    let to_read = move || {
        view.layout.get() == Layout::Whole
            || case.answers.with(|case| case.identify.answers.is_some() || !case.is_unanswered(initials))
    };
    let asked = html::div()
        .child(question(language, case, consulted))
        .when(to_read, move || question(language, case, initials));
    let count = move || case.answers.with(|case| case.record.decisions.len());
    let lines = html::div().each(move || (0..count()).listed(), move |place| decision(language, case, place));
    let add = move || {
        case.change(|case| case.record.decisions.push(DecisionLine::default()));
        let place = untrack(count).saturating_sub(1);
        focus_new(format!("[data-decision=\"{place}\"]"));
    };
    let add = button("button second", words.decision_add)
        .attr("data-action", "add-decision")
        .attr("hidden", move || count() >= LIST_LIMIT)
        .on_press(add);
    vec![p("", words.decisions_lead), lines, html::div().class("actions").child(add), asked]
}

/// A part of a decision: its name in the case, and where it is held.
type DecisionField = (&'static str, &'static str, fn(&mut DecisionLine) -> &mut Option<Text>);

fn decision(language: Language, case: CaseState, place: usize) -> El {
    let words = &language.later().pages.record_page;
    let parts: [DecisionField; 3] = [
        ("what", words.decision_what, |line| &mut line.what),
        ("why", words.decision_why, |line| &mut line.why),
        ("when", words.decision_when, |line| &mut line.when),
    ];
    let field = move |(name, label, of): DecisionField| {
        let read = move || {
            case.answers.with(|case| {
                let mut line = case.record.decisions.get(place).cloned().unwrap_or_default();
                of(&mut line).as_ref().map_or("", Text::as_str).to_owned()
            })
        };
        let write = move |text: String| {
            case.change(|case| {
                if let Some(line) = case.record.decisions.get_mut(place) {
                    *of(line) = (!text.is_empty()).then(|| Text::cut(&text));
                }
            });
        };
        let control = html::input()
            .attr("type", "text")
            .attr("name", format!("record.decisions.{place}.{name}"))
            .attr("maxlength", TEXT_LIMIT.to_string())
            .value(read)
            .on(ev::input, move |event| write(typed(&event)));
        html::label().child(html::span().child(label)).child(quiet(control))
    };
    let number = (place + 1).to_string();
    let title = fill(words.decision_title, &[("n", &number)]);
    let take_out = move || {
        case.change(|case| {
            if place < case.record.decisions.len() {
                case.record.decisions.remove(place);
            }
        });
    };
    let take_out = button("clear", words.decision_out)
        .child(html::span().class("visually-hidden").child(" ").child(number))
        .on_press(take_out);
    html::fieldset()
        .class("decide")
        .attr("data-decision", place.to_string())
        .child(html::legend().child(title))
        .child(html::div().class("decided").children(parts.map(field)))
        .child(take_out)
}
