//! What stands beside the steps: questions that come first, what is held back, cautions, helplines.

use crate::app::{Desk, Step};
use crate::case::Input;
use crate::case::vocabulary::*;
use crate::components::CautionCard;
use crate::content::{CautionId, Gate, HELPLINES, Helpline, Why};
use crate::engine::assessment::{Because, Mode, Withheld};
use crate::record;
use leptos::prelude::*;

/// Cautions that come before any step: each changes who may be told, or what may be written.
const FIRST: [CautionId; 3] = [CautionId::NoFamilyContact, CautionId::Reversed, CautionId::RestrictFile];

/// The input of a gate question, and the step it stands in.
fn gate_input(gate: Gate) -> Option<(Step, Input)> {
    match gate {
        Gate::SurvivorIs => Some((Step::Identify, Input::SurvivorIs)),
        other => Input::parse(&format!("context.{}", other.text())).map(|input| (Step::Situation, input)),
    }
}

/// The questions which must come before acting, in their order; each leads to where it is asked.
#[component]
pub fn AskFirst() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let gates = Memo::new(move |_| desk.assessment.with(|assessment| assessment.unanswered_gate.clone()));
    let row = move |(step, input): (Step, Input)| {
        view! {
            <li><button type="button" class="link" on:click=move |_| desk.open_at(step, input)>
                {desk.words.question(input).ask}
            </button></li>
        }
    };
    view! {
        <Show when=move || gates.with(|gates| !gates.is_empty())>
            <section class="notice ask-first">
                <h2>{words.ask_first}</h2>
                <p>{words.ask_first_words}</p>
                <ul>{move || gates.get().into_iter().filter_map(gate_input).map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// What a rule hid: which, why, what it rests on, and what to turn to instead.
#[component]
pub fn HeldBack() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let withheld = Memo::new(move |_| desk.assessment.with(|assessment| assessment.withheld.clone()));
    let cards = move || {
        let (refused, others): (Vec<_>, Vec<_>) =
            withheld.get().into_iter().partition(|withheld| withheld.why == Why::Consent);
        view! {
            {(!refused.is_empty()).then(|| said_no(desk, &refused))}
            {others.iter().map(|withheld| held_back(desk, withheld)).collect_view()}
        }
    };
    view! {
        <Show when=move || withheld.with(|withheld| !withheld.is_empty())>
            <h2>{words.withheld_title}</h2>
            <p>{words.withheld_words}</p>
            {cards}
        </Show>
    }
}

fn because(desk: Desk, facts: &[Because]) -> impl IntoView {
    let because = desk.words.pages.next_steps.because;
    let reasons = desk.case.with_untracked(|case| record::reasons(facts, case, desk.words));
    let row = |reason: String| view! { <li>{because}" "{reason}"."</li> };
    view! { <ul class="because">{reasons.into_iter().map(row).collect_view()}</ul> }
}

/// Support that was refused: held back once for all, with what is still to be done.
fn said_no(desk: Desk, refused: &[Withheld]) -> AnyView {
    let words = &desk.words.pages.next_steps;
    let row = |withheld: &Withheld| {
        view! {
            <li data-withheld=withheld.id.text() data-why=withheld.why.text()>{desk.words.pathway(withheld.id).title}</li>
        }
    };
    view! {
        <div class="card withheld">
            <p class="top"><span class="tag soft">{words.withheld}</span></p>
            <h3>{words.said_no}</h3>
            <ul>{words.said_no_steps.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
            <p>{words.said_no_to}</p>
            <ul>{refused.iter().map(row).collect_view()}</ul>
            {refused.first().map(|withheld| because(desk, &withheld.because))}
        </div>
    }
    .into_any()
}

fn held_back(desk: Desk, withheld: &Withheld) -> AnyView {
    let words = &desk.words.pages.next_steps;
    let instead: Vec<&'static str> = withheld
        .instead
        .iter()
        .filter_map(|id| PathwayId::from_text(id.strip_prefix("pathway:")?))
        .map(|id| title(desk, id))
        .collect();
    view! {
        <div class="card withheld" data-withheld=withheld.id.text() data-why=withheld.why.text()>
            <p class="top"><span class="tag soft">{words.withheld}</span></p>
            <h3>{desk.words.pathway(withheld.id).title}</h3>
            <p>{desk.words.text(&format!("why.{}", withheld.why.text()))}"."</p>
            // Where the reason is the fact itself, it is not said twice.
            {(withheld.why != Why::NotStarted).then(|| because(desk, &withheld.because))}
            {(!instead.is_empty()).then(|| view! { <p>{words.instead}" "{instead.join("; ")}"."</p> })}
        </div>
    }
    .into_any()
}

/// The name of a pathway in the mode it is shown in.
fn title(desk: Desk, id: PathwayId) -> &'static str {
    let words = desk.words.pathway(id);
    let mode = desk.assessment.with_untracked(|assessment| assessment.pathway(id).and_then(|shown| shown.mode));
    if mode == Some(Mode::PractitionerLine) { words.line_title } else { words.title }
}

/// The cautions: those that come before any step, or the others.
#[component]
pub fn Cautions(
    /// Which of the two.
    first: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            let these = assessment.cautions.iter().filter(|caution| FIRST.contains(&caution.id) == first);
            these.cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || raised.with(|raised| !raised.is_empty())>
            {(!first).then(|| view! { <h2>{desk.words.pages.next_steps.cautions}</h2> })}
            <div class="cautions">
                {move || raised.get().into_iter().map(|caution| view! {
                    <CautionCard id=caution.id rules=caution.rules.into_iter().map(String::from).collect()/>
                }).collect_view()}
            </div>
        </Show>
    }
}

/// Numbers for the nation of the home, or for all of them.
#[component]
pub fn Helplines() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let nation = Memo::new(move |_| desk.case.with(|case| case.context.nation));
    let row = move |line: &'static Helpline| {
        let places = line.nations.iter().map(|nation| desk.words.text(&format!("nation.{}", nation.text())));
        let places = if nation.get().is_none() && line.nations.len() < Nation::ALL.len() {
            places.collect::<Vec<_>>().join(", ")
        } else {
            String::new()
        };
        let more = [line.hours.to_owned(), line.who.to_owned(), places];
        let more: Vec<String> = more.into_iter().filter(|part| !part.is_empty()).collect();
        view! {
            <li>
                <strong>{line.name}</strong>
                {if line.number.is_empty() {
                    view! { <span>": "{words.look_up}</span> }.into_any()
                } else {
                    view! { <span class="tel">{line.number}</span> }.into_any()
                }}
                {(!line.text.is_empty()).then(|| view! { <span>{words.text}" "{line.text}". "</span> })}
                <p class="small">{more.join(". ")}"."</p>
            </li>
        }
    };
    let lines = move || {
        let here = |line: &&Helpline| nation.get().is_none_or(|nation| line.nations.contains(&nation));
        HELPLINES.iter().filter(here).map(row).collect_view()
    };
    view! {
        <details class="fold">
            <summary>{words.helplines}</summary>
            <ul class="numbers">{lines}</ul>
        </details>
    }
}
