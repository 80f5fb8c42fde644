//! The first screen: whom the tool is for, three doors, and what to know before typing.

use crate::app::{Desk, Step};
use crate::case::ContextField;
use crate::case::input::{ChoicePart, Input};
use crate::case::vocabulary::{Decision, Nation, PathwayId, Vocabulary};
use crate::components::{Details, quiet};
use crate::platform;
use leptos::prelude::*;

/// The first screen. Everything that a moment of danger needs stands on it at once.
#[component]
pub fn Start() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.start;
    let door = move |step: Step, name: &'static str, more: &'static str| {
        view! {
            <li><button type="button" class="door" data-step=step.text() on:click=move |_| desk.go(step)>
                {name}<small>{more}</small>
            </button></li>
        }
    };
    let facts = [
        (words.before_title, words.before),
        (words.leaving_title, words.leaving),
        (words.privacy_title, words.privacy),
    ];
    view! {
        <section data-step=Step::Start.text() data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <ul class="doors">
                <li><DangerDoor/></li>
                {door(Step::Tonight, words.door_tonight, words.door_tonight_more)}
                {door(Step::Situation, words.door_time, words.door_time_more)}
                {door(Step::OwnLife, words.own_life, words.own_life_more)}
            </ul>
            <ul class="links">
                <li><button type="button" class="link" data-action="cover">{words.cannot_talk}</button></li>
            </ul>
            <Details summary=words.call_title><QuietCall/></Details>
            <p class="lead">{words.what}</p>
            <dl class="columns">
                {facts.map(|(title, text)| view! { <div><dt>{title}</dt><dd>{text}</dd></div> }).collect_view()}
            </dl>
        </section>
    }
}

/// Danger now: one press answers the question, and the panel with 999 opens above. A second press, after a call, means
/// danger again: the panel comes back.
#[component]
fn DangerDoor() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.start;
    let input = Input::Context(ContextField::DangerNow);
    let called = Input::Choice(PathwayId::Pw01, ChoicePart::Decision);
    let press = move |_| {
        desk.answer(input, Some("yes"));
        if desk.holds(called, Decision::Done.text()) {
            desk.answer(called, None);
        }
        request_animation_frame(|| platform::page::focus(".urgent h2"));
    };
    view! {
        <button type="button" class="door now" name=input.name() value="yes" data-question=input.name()
            on:click=press aria-pressed=move || desk.holds(input, "yes").to_string() {..quiet()}>
            {words.door_now}<small>{words.door_now_more}</small>
        </button>
    }
}

/// How to reach 999 without speaking or hearing, with what differs by nation.
#[component]
fn QuietCall() -> impl IntoView {
    let desk = Desk::here();
    let words = desk.words.pathway(PathwayId::Pw02);
    let nation = move |nation: Nation, text: &'static str| {
        view! { <li>{desk.words.text(&format!("nation.{}", nation.text()))}": "{text}</li> }
    };
    view! {
        <p>{words.what}</p>
        <ul>
            {words.ready.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}
            {words.nations.iter().map(|(place, text)| nation(*place, text)).collect_view()}
        </ul>
        <p class="small">{words.care.join(" ")}" "{words.status}</p>
    }
}
