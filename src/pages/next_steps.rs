//! Next steps: three first, then the rest by heading; what is held back and why; what to take care of and to say.

mod beside;
mod card;

use crate::app::{Desk, Layout, LayoutToggle, Step, step_name};
use crate::case::ContextField;
use crate::case::Input;
use crate::case::vocabulary::*;
use crate::components::{HandoffPanel, SayBox};
use crate::content::words::fill;
use crate::content::{CautionId, Open, Stance};
use crate::engine::assessment::{InScope, ShownPathway};
use beside::{AskFirst, Cautions, HeldBack, Helplines};
use card::card;
use leptos::prelude::*;

/// How many steps stand first.
const FIRST: usize = 3;

/// Everything that follows from the answers, the most pressing first. A stop hides nothing here.
#[component]
pub fn NextSteps() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let shell = &desk.words.pages.shell;
    let no_scope = Memo::new(move |_| desk.assessment.with(|assessment| assessment.in_scope == InScope::No));
    // What is to be done this minute stands above the questions.
    let at_once = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            assessment.pathways.first().is_some_and(|first| first.priority == 0 && first.stance == Stance::Do)
        })
    });
    view! {
        <section class="narrow" data-step="next-steps" data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <LayoutToggle/>
            <Show when=move || no_scope.get()><p class="notice">{words.scope}</p></Show>
            <Show when=move || !at_once.get()><AskFirst/></Show>
            <HandoffPanel/>
            <Cautions first=true/>
            <Steps/>
            <Show when=move || at_once.get()><AskFirst/></Show>
            <HeldBack/>
            <Cautions first=false/>
            <h2>{words.say}</h2>
            <SayBox moment=Signal::derive(move || moment(desk))/>
            <OtherMoments/>
            <Helplines/>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| desk.go(Step::Record)>
                    {shell.next}" "{step_name(desk, Step::Record)}
                </button>
            </div>
        </section>
    }
}

/// The steps as they are laid out on the page.
#[derive(Default)]
struct Sections {
    first: Vec<ShownPathway>,
    /// By heading, in the order of their most pressing step.
    groups: Vec<(&'static str, Vec<ShownPathway>)>,
    /// What is shut until the morning.
    morning: Vec<ShownPathway>,
}

impl Sections {
    fn of(desk: Desk, pathways: Vec<ShownPathway>, shut: bool) -> Self {
        let mut sections = Self::default();
        for shown in pathways {
            let group = desk.words.pathway(shown.id).group;
            if shut && shown.open == Open::OfficeHours {
                sections.morning.push(shown);
            } else if sections.first.len() < FIRST {
                sections.first.push(shown);
            } else if let Some((_, listed)) = sections.groups.iter_mut().find(|(known, _)| *known == group) {
                listed.push(shown);
            } else {
                sections.groups.push((group, vec![shown]));
            }
        }
        sections
    }
}

/// All the steps. They stand in the page also while their heading is folded.
#[component]
fn Steps() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let pathways = Memo::new(move |_| desk.assessment.with(|assessment| assessment.pathways.clone()));
    let shut = Memo::new(move |_| desk.holds(Input::Context(ContextField::OutOfHours), Known::Yes.text()));
    move || {
        let Sections { first, groups, morning } = Sections::of(desk, pathways.get(), shut.get());
        let rest = !groups.is_empty();
        view! {
            <h2>{words.first}</h2>
            <ol class="first-three">{first.into_iter().map(|shown| view! { <li>{card(desk, shown)}</li> }).collect_view()}</ol>
            {rest.then(|| view! { <h2>{words.rest}</h2> })}
            {groups.into_iter().map(|(group, listed)| {
                fold(desk, desk.words.text(&format!("heading.{group}")), "", listed)
            }).collect_view()}
            {(!morning.is_empty()).then(|| fold(desk, words.morning, words.morning_words, morning))}
        }
    }
}

/// Steps under one heading, with how many there are and how many of them press.
fn fold(desk: Desk, title: &'static str, more: &'static str, listed: Vec<ShownPathway>) -> AnyView {
    let words = &desk.words.pages.next_steps;
    let soon = listed.iter().filter(|shown| shown.priority <= 1).count();
    let sentence = if soon == 0 { words.count } else { words.count_soon };
    let summary = fill(sentence, &[("title", title), ("n", &listed.len().to_string()), ("soon", &soon.to_string())]);
    view! {
        <details class="fold" open=move || desk.layout.get() == Layout::Whole>
            <summary>{summary}</summary>
            {(!more.is_empty()).then(|| view! { <p>{more}</p> })}
            {listed.into_iter().map(|shown| card(desk, shown)).collect_view()}
        </details>
    }
    .into_any()
}

/// Which words fit this moment.
fn moment(desk: Desk) -> &'static str {
    desk.assessment.with(|assessment| {
        desk.case.with(|case| {
            let context = &case.context;
            let declined = case.choices.iter().any(|choice| choice.decision == Some(Decision::Declined));
            match context.told_by {
                Some(ToldBy::Perpetrator) => "other-discloses",
                Some(ToldBy::ThirdParty) => "neighbour",
                _ if context.referral_consent == Some(Consent::Refused) || declined => "they-say-no",
                _ if assessment.warns(CautionId::SecondOpinion) => "not-clear",
                _ if !assessment.dash.routes.is_empty() => "route",
                _ => "below-line",
            }
        })
    })
}

/// What to say at every other moment.
#[component]
fn OtherMoments() -> impl IntoView {
    let desk = Desk::here();
    let rows = desk.words.say.iter().map(|say| view! { <h3>{say.when}</h3><SayBox moment=Signal::stored(say.id)/> });
    view! {
        <details class="fold">
            <summary>{desk.words.pages.next_steps.say_more}</summary>
            {rows.collect_view()}
        </details>
    }
}
