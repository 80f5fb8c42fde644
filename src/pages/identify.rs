//! Who is doing what to whom: one check, the two people, the questions, a read-back, and the result with its reasons.
//!
//! Lives here: the order of the step. Not here: one question (`card`), the echo questions (`echo`), how the answers were
//! come by (`flags`), the result (`result`) and what it rests on (`explain`).

mod card;
mod echo;
mod explain;
mod flags;
mod people;
mod read_back;
mod result;
mod sentence;
mod to_do;

use crate::app::{Desk, Layout, LayoutToggle, Step, StepEnd};
use crate::case::vocabulary::{Flag, IndicatorId, Vocabulary};
use crate::case::{ContextField, Input};
use crate::components::{Details, Question};
use crate::content::words::fill;
use crate::content::{Domain, Strength, indicator};
use crate::engine::assessment::Needed;
use crate::platform;
use card::IndicatorCard;
use flags::{Discard, HeardAlone, HowKnown, SomethingElse};
use leptos::prelude::*;
use people::PeoplePicker;
use read_back::{ReadBack, reading_now};
use result::{BesideResult, ResultSection};

/// The questions that matter most, in the order in which they are asked.
const FIRST: [IndicatorId; 10] = {
    use IndicatorId::{F1, H1, H3, K1, K2, K3, L1, L2, U1, U2};
    [F1, K1, K2, K3, H1, H3, U1, U2, L1, L2]
};
/// The domains of the other questions. Danger stands first.
const THEN: [Domain; 8] = [Domain::R, Domain::F, Domain::K, Domain::H, Domain::U, Domain::J, Domain::P, Domain::T];

/// The step.
#[component]
pub fn Identify() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let began = desk.case.with_untracked(|case| case.identify.answers.is_some());
    let working = RwSignal::new(began);
    let wanted = move || {
        working.get()
            || desk.layout.get() == Layout::Whole
            || desk.assessment.with(|it| it.identify.needed != Needed::NotNeeded || it.identify.outcome.is_some())
    };
    let wanted = Memo::new(move |_| wanted());
    let confirmed = RwSignal::new(None);
    let shown = Memo::new(move |_| {
        let answered = desk.assessment.with(|it| it.identify.outcome.is_some());
        !answered || desk.layout.get() == Layout::Whole || confirmed.get() == Some(reading_now(desk))
    });
    let work_through = move |_| {
        working.set(true);
        request_animation_frame(|| platform::page::focus("#two-people"));
    };
    view! {
        <section class="narrow" data-step="identify"
            data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <LayoutToggle/>
            <Check wanted/>
            <Show when=move || wanted.get()>
                <Work/>
                <ReadBack confirmed/>
                <HeardAlone shown/>
            </Show>
            <ResultSection shown/>
            <Show when=move || wanted.get()>
                <BesideResult/>
            </Show>
            <StepEnd next=Step::Dash/>
            <Show when=move || !wanted.get()>
                <button type="button" class="button second" data-action="work-through" on:click=work_through>{words.work_through}</button>
            </Show>
        </section>
    }
}

/// The check question. Answered once, it folds away, and stays within reach.
#[component]
fn Check(
    /// Whether the step is worked through.
    wanted: Memo<bool>,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let settled = wanted.get_untracked();
    let open = move || desk.layout.get() == Layout::Whole;
    let needed = Memo::new(move |_| desk.assessment.with(|it| it.identify.needed));
    let questions = move || {
        view! {
            <Question input=Input::Context(ContextField::CounterAllegation)/>
            <Question input=Input::Unsure/>
        }
    };
    let why = move || match needed.get() {
        Needed::Needed => words.needed,
        Needed::Useful => words.useful,
        Needed::NotNeeded => words.check_lead,
    };
    if settled {
        return view! {
            <details class="help" open=open>
                <summary>{words.check_again}</summary>
                <p>{why}</p>
                {questions()}
            </details>
        }
        .into_any();
    }
    view! {
        <h2>{words.check_title}</h2>
        <p>{why}</p>
        {questions()}
    }
    .into_any()
}

/// Everything that is asked.
#[component]
fn Work() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let of_domain = |domain: Domain| {
        let others = |id: &IndicatorId| {
            let row = indicator(*id);
            row.domain == domain && row.strength != Strength::SetAside && !FIRST.contains(id)
        };
        IndicatorId::ALL.iter().copied().filter(others).collect::<Vec<_>>()
    };
    let folds = THEN.map(|domain| {
        let title = desk.words.text(&format!("domain.{}", domain.text()));
        view! { <CardFold title ids=of_domain(domain) open=domain == Domain::R lead=""/> }
    });
    let aside = IndicatorId::ALL.iter().copied().filter(|id| indicator(*id).strength == Strength::SetAside).collect();
    view! {
        <div class="notice">
            <h2>{words.before_title}</h2>
            <ul>{words.before.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
        </div>
        <PeoplePicker/>
        <h2>{words.core_title}</h2>
        <p>{words.core_lead}</p>
        <Traps/>
        {FIRST.map(|id| view! { <IndicatorCard id/> }).collect_view()}
        <h2>{words.add_title}</h2>
        {folds.collect_view()}
        <CardFold title=words.aside_title ids=aside open=false lead=words.aside_lead/>
        <h2>{words.how_title}</h2>
        <HowKnown/>
        <Discard/>
        <SomethingElse/>
    }
}

/// Questions under one heading: folded in the guided layout unless one is answered, open in the whole one.
#[component]
fn CardFold(
    /// The heading.
    title: &'static str,
    /// The questions.
    ids: Vec<IndicatorId>,
    /// Open from the start.
    open: bool,
    /// What to know about them; may be empty.
    lead: &'static str,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let all = ids.len();
    let asked = StoredValue::new(ids.clone());
    let answered = move || {
        desk.case
            .with(|case| asked.with_value(|ids| ids.iter().filter(|id| case.identify.answer(**id).is_some()).count()))
    };
    let opened = move || desk.layout.get() == Layout::Whole || open || untrack(answered) > 0;
    let count = move || fill(words.fold_of, &[("n", &answered().to_string()), ("all", &all.to_string())]);
    view! {
        <details class="fold" open=opened>
            <summary>{title}" "<span class="muted small">{count}</span></summary>
            {(!lead.is_empty()).then(|| view! { <p>{lead}</p> })}
            {ids.into_iter().map(|id| view! { <IndicatorCard id/> }).collect_view()}
        </details>
    }
}

/// The traps by group, beside the answers.
#[component]
fn Traps() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <Details summary=desk.words.pages.identify.traps_title>
            <dl>
                {desk.words.traps.iter().map(|trap| view! {
                    <dt>{trap.group}</dt>
                    <dd>{trap.trap}" "<strong>{trap.correction}</strong></dd>
                }).collect_view()}
            </dl>
        </Details>
    }
}

/// A flag as a question.
fn flag(flag: Flag) -> impl IntoView {
    view! { <Question input=Input::Flag(flag)/> }
}
