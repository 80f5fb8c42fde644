//! The result: danger first, one sentence, how sure, what to do for each person, and then everything it rests on.
//! Nothing here is worded to be told to either person.

use super::explain::Explanation;
use super::sentence::stated;
use super::to_do::{Settle, ToDo};
use crate::app::{Desk, Step};
use crate::case::Input;
use crate::case::vocabulary::{IndicatorId, Known, Person, SpecialistView, Vocabulary};
use crate::components::{CautionCard, Question, SayBox};
use crate::content::CautionId;
use crate::content::words::{capital, fill};
use crate::engine::assessment::{Band, Identification, Outcome, Reason};
use leptos::prelude::*;

/// Cautions that belong beside this result.
const CAUTIONS: [CautionId; 4] =
    [CautionId::Reversed, CautionId::OneReader, CautionId::SecondOpinion, CautionId::KeepDashesApart];

/// The part of an assessment that this step is about.
pub type Found = Memo<Identification>;

/// How the result is headed.
#[derive(Clone, Copy, PartialEq)]
pub enum Head {
    /// Nothing was asked yet.
    NotStarted,
    /// A person is named or leaned towards.
    Named(Person),
    /// One person's account and nothing against it: to be acted on, with no word of doubt.
    OneAccount,
    /// No person is named.
    NoName,
}

/// How the result of this case is headed.
fn head(desk: Desk, found: &Identification) -> Head {
    let against = desk
        .case
        .with(|case| case.context.counter_allegation == Some(Known::Yes) || case.identify.flags.formal_conflict);
    match (found.outcome, found.person) {
        (None, _) => Head::NotStarted,
        (_, Some(person)) => Head::Named(person),
        _ if found.reasons.contains(&Reason::OneAccount) && !against => Head::OneAccount,
        _ => Head::NoName,
    }
}

/// The result of the step.
#[component]
pub fn ResultSection(
    /// Whether what it comes to is shown; danger always is.
    shown: Memo<bool>,
) -> impl IntoView {
    let desk = Desk::here();
    let found: Found = Memo::new(move |_| desk.assessment.with(|assessment| assessment.identify.clone()));
    let head = Memo::new(move |_| found.with(|found| head(desk, found)));
    let text = desk.words;
    view! {
        <section class="result" data-result="identify" role="status" aria-atomic="false"
            data-outcome=move || found.with(|it| it.outcome.map_or("", Outcome::text))
            data-person=move || found.with(|it| it.person.map_or("", Person::text))
            data-band=move || found.with(|it| it.band.text())>
            <Danger found/>
            {move || match (shown.get(), head.get()) {
                (false, _) => ().into_any(),
                (true, Head::NotStarted) => view! { <p>{text.text("outcome.not_started")}</p> }.into_any(),
                (true, head) => view! { <Result found head/> }.into_any(),
            }}
        </section>
    }
}

/// Danger signs, whatever the outcome, tainted or not.
#[component]
fn Danger(found: Found) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let danger = Memo::new(move |_| found.with(|it| it.danger.clone()));
    let line = move |id: IndicatorId| {
        let tainted = move || {
            desk.case
                .with(|case| case.identify.answer(id).is_some_and(|answer| answer.tainted))
                .then_some(words.danger_tainted)
        };
        view! { <li>{move || stated(desk, id)}". "{tainted}</li> }
    };
    view! {
        <Show when=move || danger.with(|it| !it.is_empty())>
            <div class="notice urgent">
                <h2>{words.danger_title}</h2>
                <p>{words.danger_lead}</p>
                <ul>{move || danger.get().into_iter().map(line).collect_view()}</ul>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| desk.go(Step::NextSteps)>{words.danger_open}</button>
                </div>
            </div>
        </Show>
    }
}

/// What the answers come to.
#[component]
fn Result(found: Found, head: Head) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    match head {
        Head::Named(_) => view! {
            <h2>{words.result_title}</h2>
            <Sentence found head/>
            <Sure found/>
            <div aria-live="off"><ToDo head/></div>
            <Rest found head/>
        }
        .into_any(),
        Head::OneAccount => view! {
            <h2>{words.result_title}</h2>
            <Sentence found head/>
            <div aria-live="off"><ToDo head/></div>
            <Rest found head/>
        }
        .into_any(),
        _ => view! {
            <h2>{words.result_do_title}</h2>
            <div aria-live="off"><ToDo head/><Settle found/></div>
            <Sentence found head/>
            <Sure found/>
            <Rest found head/>
        }
        .into_any(),
    }
}

/// One plain sentence, what is provisional in it, and what is known of force.
#[component]
fn Sentence(found: Found, head: Head) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let sentence = move || match (head, found.with(|it| (it.outcome, it.person))) {
        (Head::OneAccount, _) => desk.words.text("outcome.one_account_undisputed").to_owned(),
        (_, (Some(outcome), person)) => capital(&desk.about_people(desk.words.text(&key("outcome", outcome)), person)),
        _ => String::new(),
    };
    let provisional = move || match found.with(|it| it.unasked_core.len()) {
        0 => None,
        1 => Some(words.provisional_one.to_owned()),
        n => Some(fill(words.provisional, &[("n", &n.to_string())])),
    };
    let force = move || {
        found.with(|it| {
            let text = desk.words.text(&key("force_line", it.force_line?));
            Some(capital(&desk.about_people(text, it.person)))
        })
    };
    view! {
        <p class="found"><strong>{sentence}</strong></p>
        {move || provisional().map(|text| view! { <p>{text}</p> })}
        {move || force().map(|text| view! { <p>{text}</p> })}
    }
}

/// How sure, and what holds it there.
#[component]
fn Sure(found: Found) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let band = move || {
        let band = found.with(|it| it.band);
        (band != Band::None)
            .then(|| view! { <p>{words.band}" "<strong>{desk.words.text(&key("band", band))}</strong></p> })
    };
    let caps = move || {
        let caps = found.with(|it| it.caps.clone());
        (!caps.is_empty()).then(|| view! {
            <h3>{words.held}</h3>
            <ul>{caps.into_iter().map(|cap| view! { <li>{desk.words.text(&key("cap", cap))}</li> }).collect_view()}</ul>
        })
    };
    view! { {band}<div aria-live="off">{caps}</div> }
}

/// Reasons, what the outcome does not mean, cautions, everything it rests on, who must read it, and what to say.
#[component]
fn Rest(found: Found, head: Head) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let reasons = move || {
        let reasons = found.with(|it| it.reasons.clone());
        (!reasons.is_empty()).then(|| view! {
            <h3>{words.reasons}</h3>
            <ul>{reasons.into_iter().map(|it| view! { <li>{desk.words.text(&key("reason", it))}</li> }).collect_view()}</ul>
        })
    };
    let note = move || found.with(|it| it.outcome.map(|outcome| desk.words.text(&key("outcome_note", outcome))));
    let cautions = Memo::new(move |_| {
        desk.assessment.with(|it| {
            let ours = it.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.iter().map(|rule| rule.to_string()).collect()))
                .collect::<Vec<_>>()
        })
    });
    let moment = match head {
        Head::Named(_) => "other-asks",
        Head::OneAccount => "disclosure",
        _ => "not-clear",
    };
    view! {
        <div aria-live="off">
            {reasons}
            {(head != Head::OneAccount).then(|| view! { <p>{note}</p> })}
            {move || cautions.get().into_iter().map(|(id, rules)| view! { <CautionCard id rules/> }).collect_view()}
            <p class="small muted">{desk.words.say(moment).map(|say| say.when)}</p>
            <SayBox moment=moment/>
            <Explanation found head/>
            <Readers found/>
        </div>
    }
}

/// Who must read it, when to look again, which version, and what it can never do.
#[component]
fn Readers(found: Found) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let reader = move || {
        if !found.with(|it| matches!(it.outcome, Some(Outcome::O1 | Outcome::O2 | Outcome::O6))) {
            return words.reader_none;
        }
        desk.case.with(|case| match &case.identify {
            it if it.second_reader => words.reader_two,
            it if it.flags.specialist == Some(SpecialistView::Agrees) => words.reader_specialist,
            _ => words.reader_one,
        })
    };
    let review = move || {
        found.with(|it| {
            desk.words.text(match it.outcome {
                Some(Outcome::O1) => "review.O1",
                Some(Outcome::O2) => "review.O2",
                Some(Outcome::O6) => "review.O6",
                Some(Outcome::NotClear) if !it.danger.is_empty() => "review.NC_danger",
                Some(Outcome::NotClear) => "review.NC",
                _ => "review.other",
            })
        })
    };
    let version =
        move || desk.assessment.with(|it| fill(words.version, &[("engine", it.engine), ("content", it.content)]));
    view! {
        <h3>{words.reader_title}</h3>
        <p>{reader}" "{review}</p>
        <p class="small">{version}</p>
        <p>{desk.words.text("standing")}</p>
    }
}

/// The worker's own judgement, a second reader and a specialist: beside the result, never overwritten by it.
#[component]
pub fn BesideResult() -> impl IntoView {
    let words = &Desk::here().words.pages.identify;
    view! {
        <h2>{words.own_title}</h2>
        <p>{words.own_lead}</p>
        <Question input=Input::JudgementPerson/>
        <Question input=Input::JudgementReason/>
        <Question input=Input::SecondReader/>
        <Question input=Input::Specialist/>
    }
}

/// The key of a code's words.
pub fn key(table: &str, code: impl Vocabulary) -> String {
    format!("{table}.{}", code.text())
}
