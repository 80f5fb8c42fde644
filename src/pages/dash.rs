//! The Dash: a sheet to fill in beside the official form, and what it comes to so far.

mod items;
mod other_routes;
mod result;

use crate::app::{Desk, Layout, Step, layout_toggle, step_end, step_root};
use crate::case::vocabulary::{DashWith, Heard, ToldBy, Vocabulary};
use crate::case::{ContextField, Input, input::RecordField};
use crate::components::{ask_panel, caution_card, handoff_panel, question, say_box};
use crate::content::CautionId;
use crate::engine::assessment::{Prompt, Repeat};
use crate::platform::dom::{El, button, details, el, h1, list, p};
use items::items;
use leptos::prelude::*;
use other_routes::other_routes;
use result::dash_result;

/// Cautions to read before the first question.
const BEFORE: [CautionId; 5] = [
    CautionId::InterpreterFirst,
    CautionId::AskHimNothing,
    CautionId::KeepDashesApart,
    CautionId::Reversed,
    CautionId::Historic,
];
/// Cautions about what was answered.
const AFTER: [CautionId; 8] = [
    CautionId::CouldReach,
    CautionId::AskHeard,
    CautionId::OldDash,
    CautionId::ProfileLine,
    CautionId::Separation,
    CautionId::DeviceCheck,
    CautionId::WhoElse,
    CautionId::RepeatAtChange,
];

/// The Dash of one person, heard alone.
pub fn dash() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let moment = Memo::new(move |_| moment(desk));
    let begun = move || desk.case.with(|case| !case.dash.answers.is_empty());
    let grave = move || desk.assessment.with(|assessment| assessment.dash.prompt == Prompt::PromptPlus);
    let role = Input::Context(ContextField::WorkerRole);
    let role_missing = move || !desk.answered(role) && desk.assessment.with(|assessment| assessment.handoff.is_some());
    let top = el("div")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle())
        // A sign that weighs more than any count stands above everything.
        .when(grave, move || {
            el("div").class("notice urgent").child(el("h2").text(words.plus_title)).child(p("", words.plus_words))
        })
        .child(handoff_panel())
        // Where the policy names who completes the Dash, the role is asked here too.
        .when(role_missing, move || {
            let ask = button("link", desk.words.question(role).ask);
            el("p").child(ask.on_press(move || desk.open_at(Step::Situation, role)))
        })
        .child(cautions(&BEFORE));
    let judgement = move || {
        el("div")
            .class("card judgement")
            .child(el("h2").text(words.judgement_title))
            .child(p("", words.judgement_words))
            .child(question(Input::Record(RecordField::OwnViewOfDanger)))
            .child(question(Input::DashJudgement))
            .child(question(Input::DashJudgementReason))
    };
    let sheet = items(before(separate_case(top))).later(move || vec![judgement()]).later(|| vec![other_routes()]);
    let split = el("div").class("split").child(sheet).later(|| vec![dash_result()]);
    step_root(Step::Dash, "").child(split).child(
        el("div")
            .class("narrow")
            .when(begun, || cautions(&AFTER))
            .child(say_box(move || moment.get()))
            .child(step_end(Step::NextSteps)),
    )
}

/// Which words fit this moment.
fn moment(desk: Desk) -> &'static str {
    let route = desk.assessment.with(|assessment| !assessment.dash.routes.is_empty());
    desk.case.with(|case| {
        if case.dash.with == Some(DashWith::Perpetrator) || case.context.told_by == Some(ToldBy::Perpetrator) {
            "other-discloses"
        } else if route {
            "route"
        } else if case.dash.answers.is_empty() {
            "before-asking"
        } else {
            "below-line"
        }
    })
}

/// The cautions among these that hold.
fn cautions(these: &'static [CautionId]) -> El {
    let desk = Desk::here();
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            assessment.cautions.iter().filter(|caution| these.contains(&caution.id)).cloned().collect::<Vec<_>>()
        })
    });
    el("div")
        .class("cautions")
        .live(move || raised.get().iter().map(|caution| caution_card(caution.id, &caution.rules)).collect())
}

/// What comes before the first question: the official form, where the answers come from, who could hear.
fn before(into: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let with = move |with: DashWith| desk.case.with(|case| case.dash.with == Some(with));
    let information = move || desk.answer(Input::DashWith, Some(DashWith::Information.text()));
    let repeat = move |repeat: Repeat| desk.assessment.with(|assessment| assessment.dash.repeat == repeat);
    let ask_heard = move || {
        let none_heard = with(DashWith::Information) || with(DashWith::Perpetrator);
        !none_heard || desk.layout.get() == Layout::Whole || desk.answered(Input::DashHeard)
    };
    let doubtful =
        move || desk.case.with(|case| matches!(case.dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter)));
    let form = el("div").class("notice").child(el("h2").text(words.form_title)).child(p("", words.form_words)).either(
        move || with(DashWith::Information),
        move || el("p").child(el("strong").text(words.form_later_note)),
        move || button("button second small", words.form_later).on_press(information),
    );
    let perpetrator = move || {
        el("div")
            .class("notice urgent")
            .child(el("h2").text(words.perpetrator_title))
            .child(list("ul", "", words.perpetrator.iter().copied()))
            .child(button("button", words.perpetrator_switch).on_press(information))
    };
    into.when(move || repeat(Repeat::Reuse), move || p("notice", words.reuse))
        .when(move || repeat(Repeat::NotNeeded), move || p("notice", words.not_needed))
        .child(form)
        .child(details("help", words.how_title).child(list("ul", "", words.how.iter().copied())))
        .child(question(Input::DashWith))
        .when(move || with(DashWith::Perpetrator), perpetrator)
        .when(ask_heard, || question(Input::DashHeard))
        .when(doubtful, move || p("notice", words.heard_note))
}

/// Two people are never kept in one case: a way to start afresh for the other one, asked once.
fn separate_case(into: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let offered = move || {
        desk.assessment
            .with(|assessment| assessment.warns(CautionId::KeepDashesApart) || assessment.warns(CautionId::Reversed))
    };
    let asking = RwSignal::new(false);
    let offer = move || {
        button("button second small", words.separate)
            .live_attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" }))
            .on_press(move || asking.update(|asking| *asking = !*asking))
    };
    let ask = move || {
        let yes = button("button", words.separate_yes).on_press(move || desk.clear());
        let no = button("button second", words.separate_no).on_press(move || asking.set(false));
        ask_panel("h3", words.separate_title, words.separate_words, yes, no)
    };
    into.when(offered, offer).when(move || asking.get() && offered(), ask)
}
