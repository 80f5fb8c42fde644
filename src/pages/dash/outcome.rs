//! The last two guided screens: the worker's judgement beside the survivor's own view, and what it comes to.

use super::beside::{AFTER, cautions, other_lists, warns};
use super::items::writing;
use super::moves::{actions, go_back};
use super::other_routes::other_routes;
use super::result::dash_result;
use crate::app::{CaseState, Language, Step, View};
use crate::components::{question, row, say_box, step_end};
use leptos::prelude::*;
use waymark_case::{Input, input::RecordField};
use waymark_flow::dash_moment;
use waymark_view::{El, button, details, h1, html, memo, p};

/// How the survivor sees it, how worried the worker is, and why.
pub fn judgement(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.dash;
    let told = |input: Input| {
        let field = move || writing(case, input, language.question(input).ask).attr("data-question", input.name());
        case.accepts(input).then(field)
    };
    let day = Input::DashDoneOn;
    let done_on = move || details("help", language.question(day).short).child(question(language, case, day));
    root.child(h1(words.judgement_title))
        .child(p("hint", words.judgement_words))
        .child(told(Input::Record(RecordField::OwnViewOfDanger)))
        .child(row(language, case, Input::DashJudgement, &[], false))
        .child(told(Input::DashJudgementReason))
        .child(actions(language, case, view, || false))
        .child((!case.is_in_practice()).then(done_on))
}

/// The result, the ways that no count opens, what to say, what to take care of, and the way on.
pub fn outcome(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.dash;
    let moment = memo(move || case.read(dash_moment));
    let back = button("button quiet", language.pages.shell.back).attr("data-action", "back");
    let begun = move || case.answers.with(|case| !case.dash.answers.is_empty());
    let care = move || details("fold", words.care_title).child(cautions(language, case, &AFTER));
    // What else to ask stands behind what to say: another fold would not fit on a phone.
    let say = details("fold", words.say_title).later(move || {
        let say = say_box(language, case, move || moment.get());
        vec![p("", words.number_words), say, other_lists(language, case)]
    });
    root.child(h1(words.result_title))
        .child(dash_result(language, case, view))
        .child(
            html::div()
                .class("folds")
                .child(other_routes(language, case, view))
                .child(say)
                .when(move || begun() && warns(case, &AFTER), care),
        )
        .child(step_end(language, view, Step::NextSteps).child(back.on_press(move || go_back(case, view))))
}
