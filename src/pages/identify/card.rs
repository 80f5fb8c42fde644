//! One question about the two people: who, how it is known, how often, and the answer read back as a sentence.

use super::echo::{Asking, EchoCheck, SourceTick};
use super::sentence::{how_often_label, sentence, source_label, who};
use crate::app::{Desk, Layout};
use crate::case::input::IndicatorPart;
use crate::case::vocabulary::{HowOften, IndicatorId, Person, Source, Vocabulary, Who};
use crate::case::{IndicatorAnswer, Input};
use crate::components::{Details, TextField, choice_list, quiet, seg};
use crate::content::indicator;
use crate::content::words::{capital, fill};
use leptos::prelude::*;

/// The labels and values of "who". A question about the person harmed shows the other label: what is stored is always
/// the person using power.
fn whos(desk: Desk, id: IndicatorId) -> Vec<(&'static str, Signal<String>)> {
    let words = &desk.words.pages.identify;
    let flipped = indicator(id).flipped;
    let person = |shown: Person| {
        let stored = match (shown, flipped) {
            (Person::One, false) | (Person::Two, true) => Who::One,
            (Person::Two, false) | (Person::One, true) => Who::Two,
        };
        (stored.text(), Signal::derive(move || capital(desk.called().call(shown))))
    };
    vec![
        person(Person::One),
        person(Person::Two),
        (Who::Both.text(), words.both.to_owned().into()),
        (Who::None.text(), words.neither.to_owned().into()),
        (Who::NotKnown.text(), words.not_known.to_owned().into()),
    ]
}

/// A checkbox with its words.
pub fn tick(input: Input, value: &'static str, label: Signal<String>) -> impl IntoView {
    let desk = Desk::here();
    view! {
        <label class="tick">
            <input type="checkbox" name=input.name() value=value
                prop:checked=move || desk.holds(input, value)
                on:change=move |event| desk.toggle(input, value, event_target_checked(&event))
                {..quiet()}/>
            <span>{label}</span>
        </label>
    }
}

/// A question about the two people.
#[component]
pub fn IndicatorCard(
    /// Which.
    id: IndicatorId,
) -> impl IntoView {
    let desk = Desk::here();
    let page = &desk.words.pages.identify;
    let words = desk.words.indicator(id);
    let about = move || {
        let people = desk.called();
        fill(page.either, &[("name", words.name), ("p1", people.one), ("p2", people.two)])
    };
    let asking = Asking::new(id);
    let whole = move || desk.layout.get() == Layout::Whole;
    let answered = move || desk.case.with(|case| case.identify.answer(id).is_some());
    let told = move || {
        desk.case.with(|case| {
            let only_who =
                |answer: &IndicatorAnswer| *answer == IndicatorAnswer { who: answer.who, ..Default::default() };
            case.identify.answer(id).is_some_and(|answer| answer.says_something() || !only_who(answer))
        })
    };
    let more = Memo::new(move |_| whole() || told());
    let clear = move |_| {
        asking.forget();
        desk.change(|case| {
            for part in [IndicatorPart::Who, IndicatorPart::Sources, IndicatorPart::HowOften, IndicatorPart::Tainted] {
                let _ = case.put(Input::Indicator(id, part), None);
            }
        });
    };
    let read_back = move || match who(desk, id) {
        Who::NotAsked => None,
        Who::NotKnown => Some(page.saying_not_known.to_owned()),
        _ => sentence(desk, id),
    };
    let read_back =
        move || read_back().map(|text| view! { <p class="echo">{page.saying}" "<strong>{text}"."</strong></p> });
    let name = format!("identify.{}", id.text());
    let why = format!("{}-why", id.text());
    view! {
        <fieldset class="card indicator" data-question=name aria-describedby=why.clone()>
            <legend><small>{about}</small>{words.ask}</legend>
            <p class="why" id=why.clone()>{words.explore}</p>
            {choice_list(Input::Indicator(id, IndicatorPart::Who), whos(desk, id), false, "choices pair")}
            <div aria-live="polite">{read_back}</div>
            <Show when=move || more.get()><HowKnown id asking/></Show>
            <Details summary=page.look_for>
                <p><strong>{page.look_power}</strong>" "{words.power}</p>
                <p><strong>{page.look_harmed}</strong>" "{words.harmed}</p>
                <p><strong>{page.look_trap}</strong>" "{words.trap}</p>
            </Details>
            <Show when=answered>
                <button type="button" class="clear" on:click=clear>
                    {desk.words.pages.shell.clear_answer}<span class="visually-hidden">": "{words.name}</span>
                </button>
            </Show>
        </fieldset>
    }
}

/// How an answer is known: sources with their echo questions, how often, in whose presence, when and what.
#[component]
fn HowKnown(id: IndicatorId, asking: Asking) -> impl IntoView {
    let desk = Desk::here();
    let page = &desk.words.pages.identify;
    let part = move |part: IndicatorPart| Input::Indicator(id, part);
    let ask = |part: IndicatorPart| desk.words.question(Input::Indicator(id, part)).ask;
    let label = move |text: &'static str| Signal::derive(move || capital(&desk.about_people(text, None)));
    let sources = Source::ALL.iter().map(|source| {
        let label = label(source_label(desk, *source));
        view! { <SourceTick asking source=*source label/> }
    });
    let often = HowOften::ALL.iter().map(|often| (often.text(), label(how_often_label(desk, *often)))).collect();
    let tainted = desk.words.question(part(IndicatorPart::Tainted)).option("true");
    let noted = desk.case.with_untracked(|case| {
        case.identify.answer(id).is_some_and(|answer| answer.note.is_some() || answer.when.is_some())
    });
    let field = move |which: IndicatorPart, short: bool| {
        let input = part(which);
        view! {
            <label class="field">
                <span>{desk.words.question(input).short}</span>
                <TextField input short/>
            </label>
        }
    };
    view! {
        <fieldset class="sub">
            <legend>{ask(IndicatorPart::Sources)}</legend>
            <div class="ticks">{sources.collect_view()}</div>
            <EchoCheck asking source=Source::Agency/>
            <EchoCheck asking source=Source::ThirdParty/>
        </fieldset>
        <fieldset class="sub">
            <legend>{ask(IndicatorPart::HowOften)}</legend>
            {seg(part(IndicatorPart::HowOften), often)}
        </fieldset>
        {tick(part(IndicatorPart::Tainted), "true", tainted.to_owned().into())}
        <details class="help" open=move || noted || desk.layout.get() == Layout::Whole>
            <summary>{page.more_title}</summary>
            {field(IndicatorPart::When, true)}
            {field(IndicatorPart::Note, false)}
        </details>
    }
}
