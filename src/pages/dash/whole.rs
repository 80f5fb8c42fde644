//! The Dash on one page: a sheet to fill in beside the official form, with what it comes to so far beside it.

use super::beside::{
    AFTER, BEFORE, asked_again, cautions, hand_over, is_doubtful, is_grave, other_lists, separate_case,
};
use super::items::items;
use super::other_routes::other_routes;
use super::result::dash_result;
use crate::app::{CaseState, Language, Step, View};
use crate::components::{layout_toggle, question, say_box, step_end};
use leptos::prelude::*;
use waymark_case::vocabulary::{DashWith, Vocabulary};
use waymark_case::{Input, input::RecordField};
use waymark_flow::dash_moment;
use waymark_view::{El, Fragment, button, details, h1, html, list, memo, p};

/// The sheet and what comes after it; `clear` starts afresh.
pub fn sheet(language: Language, case: CaseState, view: View, clear: impl Fn() + Copy + 'static) -> Vec<El> {
    let words = &language.steps().pages.dash;
    let moment = memo(move || case.read(dash_moment));
    let begun = move || case.answers.with(|case| !case.dash.answers.is_empty());
    let judgement = move || {
        html::div()
            .class("card judgement")
            .child(html::h2().child(words.judgement_title))
            .child(p("", words.judgement_words))
            .child(question(language, case, Input::Record(RecordField::OwnViewOfDanger)))
            .child(question(language, case, Input::DashJudgement))
            .child(question(language, case, Input::DashJudgementReason))
            .child((!case.is_in_practice()).then(|| question(language, case, Input::DashDoneOn)))
    };
    let sheet = html::div()
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle(language, view))
        // A sign that weighs more than any count is shown above everything.
        .when(
            move || is_grave(case),
            move || {
                html::div()
                    .class("notice urgent")
                    .child(html::h2().child(words.plus_title))
                    .child(p("", words.plus_words))
            },
        )
        .child(hand_over(language, case, view))
        .child(cautions(language, case, &BEFORE))
        .child(separate_case(language, case, clear))
        .child(before(language, case))
        .child(items(language, case, view))
        .later(move || vec![other_lists(language, case), judgement()])
        .later(move || vec![other_routes(language, case, view)]);
    let split = html::div().class("split").child(sheet).later(move || vec![dash_result(language, case, view)]);
    let after = html::div()
        .class("narrow")
        .when(begun, move || cautions(language, case, &AFTER))
        .child(say_box(language, case, move || moment.get()))
        .child(step_end(language, view, Step::NextSteps));
    vec![split, after]
}

/// What comes before the first question: the official form, where the answers come from, who could hear.
fn before(language: Language, case: CaseState) -> Fragment {
    let words = &language.steps().pages.dash;
    let with = move |with: DashWith| case.holds(Input::DashWith, with.text());
    let information = move || case.answer(Input::DashWith, Some(DashWith::Information.text()));
    let form =
        html::div().class("notice").child(html::h2().child(words.form_title)).child(p("", words.form_words)).either(
            move || with(DashWith::Information),
            move || html::p().child(html::strong().child(words.form_later_note)),
            move || button("button second small", words.form_later).on_press(information),
        );
    let perpetrator = move || {
        html::div()
            .class("notice urgent")
            .child(html::h2().child(words.perpetrator_title))
            .child(list(html::ul(), "", words.perpetrator.iter().copied()))
            .child(button("button", words.perpetrator_switch).on_press(information))
    };
    asked_again(language, case)
        .child(form)
        .child(details("help", words.how_title).child(list(html::ul(), "", words.how.iter().copied())))
        .child(question(language, case, Input::DashWith))
        .when(move || with(DashWith::Perpetrator), perpetrator)
        .child(question(language, case, Input::DashHeard))
        .when(move || is_doubtful(case), move || p("notice", words.heard_note))
}
