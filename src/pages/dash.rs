//! The Dash: a sheet to fill in beside the official form, and what it comes to so far.

mod items;
mod other_routes;
mod result;

use crate::app::{Desk, Layout, LayoutToggle, Step, step_name};
use crate::case::vocabulary::{DashWith, Heard, ToldBy, Vocabulary};
use crate::case::{ContextField, Input, input::RecordField};
use crate::components::{CautionCard, Details, HandoffPanel, Question, SayBox};
use crate::content::CautionId;
use crate::engine::assessment::{Prompt, Repeat};
use items::Items;
use leptos::prelude::*;
use other_routes::OtherRoutes;
use result::DashResult;

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
#[component]
pub fn Dash() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let shell = &desk.words.pages.shell;
    let begun = move || desk.case.with(|case| !case.dash.answers.is_empty());
    view! {
        <section data-step="dash" data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <div class="split">
                <div>
                    <h1 tabindex="-1">{words.title}</h1>
                    <p class="lead">{words.lead}</p>
                    <LayoutToggle/>
                    <Grave/>
                    <HandoffPanel/>
                    <AskRole/>
                    <Cautions these=&BEFORE/>
                    <SeparateCase/>
                    <Before/>
                    <Items/>
                    <div class="card judgement">
                        <h2>{words.judgement_title}</h2>
                        <p>{words.judgement_words}</p>
                        <Question input=Input::Record(RecordField::OwnViewOfDanger)/>
                        <Question input=Input::DashJudgement/>
                        <Question input=Input::DashJudgementReason/>
                    </div>
                    <OtherRoutes/>
                </div>
                <DashResult/>
            </div>
            <div class="narrow">
            <Show when=begun><Cautions these=&AFTER/></Show>
            <SayBox moment=Signal::derive(move || moment(desk))/>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| desk.go(Step::NextSteps)>
                    {shell.next}" "{step_name(desk, Step::NextSteps)}
                </button>
            </div>
            </div>
        </section>
    }
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
#[component]
fn Cautions(these: &'static [CautionId]) -> impl IntoView {
    let desk = Desk::here();
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            assessment.cautions.iter().filter(|caution| these.contains(&caution.id)).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <div class="cautions">
            {move || raised.get().into_iter().map(|caution| view! {
                <CautionCard id=caution.id rules=caution.rules.into_iter().map(String::from).collect()/>
            }).collect_view()}
        </div>
    }
}

/// A sign that weighs more than any count stands above everything.
#[component]
fn Grave() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let grave = Memo::new(move |_| desk.assessment.with(|assessment| assessment.dash.prompt == Prompt::PromptPlus));
    view! {
        <Show when=move || grave.get()>
            <div class="notice urgent"><h2>{words.plus_title}</h2><p>{words.plus_words}</p></div>
        </Show>
    }
}

/// Where the policy names who completes the Dash, the role is asked here too.
#[component]
fn AskRole() -> impl IntoView {
    let desk = Desk::here();
    let role = Input::Context(ContextField::WorkerRole);
    let missing = move || !desk.answered(role) && desk.assessment.with(|assessment| assessment.handoff.is_some());
    view! {
        <Show when=missing>
            <p><button type="button" class="link" on:click=move |_| desk.open_at(Step::Situation, role)>
                {desk.words.question(role).ask}
            </button></p>
        </Show>
    }
}

/// What comes before the first question: the official form, where the answers come from, who could hear.
#[component]
fn Before() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let with = move |with: DashWith| desk.case.with(|case| case.dash.with == Some(with));
    let information = move || desk.answer(Input::DashWith, Some(DashWith::Information.text()));
    let repeat = Memo::new(move |_| desk.assessment.with(|assessment| assessment.dash.repeat));
    let ask_heard = move || {
        let none_heard = with(DashWith::Information) || with(DashWith::Perpetrator);
        !none_heard || desk.layout.get() == Layout::Whole || desk.answered(Input::DashHeard)
    };
    let doubtful =
        move || desk.case.with(|case| matches!(case.dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter)));
    view! {
        {move || match repeat.get() {
            Repeat::Ask => None,
            Repeat::Reuse => Some(words.reuse),
            Repeat::NotNeeded => Some(words.not_needed),
        }
        .map(|line| view! { <p class="notice">{line}</p> })}
        <div class="notice">
            <h2>{words.form_title}</h2>
            <p>{words.form_words}</p>
            <Show
                when=move || with(DashWith::Information)
                fallback=move || view! {
                    <button type="button" class="button second small" on:click=move |_| information()>{words.form_later}</button>
                }
            >
                <p><strong>{words.form_later_note}</strong></p>
            </Show>
        </div>
        <Details summary=words.how_title>
            <ul>{words.how.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
        </Details>
        <Question input=Input::DashWith/>
        <Show when=move || with(DashWith::Perpetrator)>
            <div class="notice urgent">
                <h2>{words.perpetrator_title}</h2>
                <ul>{words.perpetrator.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
                <button type="button" class="button" on:click=move |_| information()>{words.perpetrator_switch}</button>
            </div>
        </Show>
        <Show when=ask_heard>
            <Question input=Input::DashHeard/>
        </Show>
        <Show when=doubtful><p class="notice">{words.heard_note}</p></Show>
    }
}

/// Two people are never kept in one case: a way to start afresh for the other one, asked once.
#[component]
fn SeparateCase() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let offered = Memo::new(move |_| {
        desk.assessment
            .with(|assessment| assessment.warns(CautionId::KeepDashesApart) || assessment.warns(CautionId::Reversed))
    });
    let asking = RwSignal::new(false);
    view! {
        <Show when=move || offered.get()>
            <button type="button" class="button second small" aria-expanded=move || asking.get().to_string()
                on:click=move |_| asking.update(|asking| *asking = !*asking)>{words.separate}</button>
            <Show when=move || asking.get()>
                <div class="panel" role="group" aria-label=words.separate_title>
                    <h3>{words.separate_title}</h3>
                    <p>{words.separate_words}</p>
                    <div class="actions">
                        <button type="button" class="button" on:click=move |_| desk.clear()>{words.separate_yes}</button>
                        <button type="button" class="button second" on:click=move |_| asking.set(false)>{words.separate_no}</button>
                    </div>
                </div>
            </Show>
        </Show>
    }
}
