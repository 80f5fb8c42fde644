//! One step: what to do, who, by when, with whose agreement, why it is here, how to do it with care, and what was decided.

use crate::app::{Desk, Layout, Step};
use crate::case::input::ChoicePart;
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::components::{ClearAnswer, TextField, role_names, seg};
use crate::content::words::{PathwayWords, capital};
use crate::content::{CautionId, Profiles, Stance};
use crate::engine::assessment::{Mode, ShownPathway};
use crate::record;
use leptos::prelude::*;

/// How many reasons stand on the card; the others are under "How to do it with care".
const REASONS: usize = 3;

/// A code in words, such as `due.now`.
fn code(desk: Desk, table: &str, code: impl Vocabulary) -> String {
    capital(desk.words.text(&format!("{table}.{}", code.text())))
}

/// The name, the line and what it is, in the mode the step is offered in.
fn wording(words: &PathwayWords, mode: Option<Mode>) -> (&'static str, &'static str, &'static str) {
    match mode {
        Some(Mode::PractitionerLine) => (words.line_title, words.line_action, words.line_what),
        _ => (words.title, words.action, words.what),
    }
}

/// One pathway as a card.
pub fn card(desk: Desk, shown: ShownPathway) -> AnyView {
    let page = &desk.words.pages.next_steps;
    let words = desk.words.pathway(shown.id);
    let (title, action, what) = wording(words, shown.mode);
    let reasons = desk.case.with_untracked(|case| record::reasons(&shown.because, case, desk.words));
    let because = |reasons: &[String]| {
        let row = |reason: &String| view! { <li>{page.because}" "{reason.clone()}"."</li> };
        view! { <ul class="because">{reasons.iter().map(row).collect_view()}</ul> }
    };
    let (near, far) = reasons.split_at(reasons.len().min(REASONS));
    let weight = match shown.priority {
        0 | 1 => "tag strong",
        2 => "tag",
        _ => "tag soft",
    };
    let meta = [
        (page.who, who(desk, &shown)),
        (
            page.due,
            format!(
                "{} ({})",
                code(desk, "due", shown.due),
                desk.words.text(&format!("open.{}", shown.open.text())).to_lowercase()
            ),
        ),
        (page.agreement, code(desk, "consent", shown.consent)),
    ];
    let lines = |title: &'static str, lines: &'static [&'static str]| {
        (!lines.is_empty()).then(|| {
            view! { <h4>{title}</h4><ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
        })
    };
    view! {
        <article class="card path" data-pathway=shown.id.text() data-priority=shown.priority.to_string()
            data-stance=shown.stance.text() data-mode=shown.mode.map(Vocabulary::text)>
            <p class="top">
                <span class=weight>{desk.words.text(&format!("priority.{}", shown.priority))}</span>
                <span class="tag soft">{code(desk, "stance", shown.stance)}</span>
            </p>
            <h3>{title}</h3>
            <p class="do">{action}"."</p>
            {(shown.stance == Stance::NotNow).then(|| waits(desk))}
            {notes(desk, shown.id).into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view()}
            <dl class="meta">
                {meta.into_iter().map(|(term, text)| view! { <div><dt>{term}</dt><dd>{text}</dd></div> }).collect_view()}
            </dl>
            {because(near)}
            <details class="help">
                <summary>{page.more}<span class="visually-hidden">": "{title}</span></summary>
                <p>{what}</p>
                {lines(page.ready, words.ready)}
                {lines(page.care, words.care)}
                <h4>{page.on_agreement}</h4>
                <p>{words.consent}</p>
                {in_nation(desk, words)}
                {(!words.status.is_empty()).then(|| view! { <h4>{page.status}</h4><p>{words.status}</p> })}
                {(!far.is_empty()).then(|| because(far))}
                <p class="ids">{page.rules}" "{shown.rules.join(", ")}</p>
            </details>
            {decision(desk, shown.id, title)}
        </article>
    }
    .into_any()
}

/// Who acts: for a referral to MARAC the roles that the policy names, or the worker where any of them may.
fn who(desk: Desk, shown: &ShownPathway) -> String {
    if shown.id == PathwayId::Pw06 {
        let role = desk.case.with_untracked(|case| case.context.worker_role);
        let profile = desk.assessment.with_untracked(|assessment| assessment.profile.clone());
        let profiles = Profiles::shipped();
        let referrers = &profiles.get_or_default(Some(&profile)).referrers;
        let anyone = referrers.contains(&WorkerRole::AnyStaff);
        if anyone || role.is_some_and(|role| referrers.contains(&role)) {
            return desk.words.text("who.worker").to_owned();
        }
        return capital(&role_names(desk, referrers));
    }
    code(desk, "who", shown.who)
}

/// Lines that an answer or the policy adds to a step.
fn notes(desk: Desk, id: PathwayId) -> Vec<&'static str> {
    let page = &desk.words.pages.next_steps;
    let holds =
        |field: ContextField, value: &str| desk.case.with_untracked(|case| case.holds(Input::Context(field), value));
    let staff = desk.assessment.with_untracked(|assessment| assessment.warns(CautionId::RestrictFile));
    let police_always = || {
        let profile = desk.assessment.with_untracked(|assessment| assessment.profile.clone());
        Profiles::shipped().get_or_default(Some(&profile)).police_always
    };
    let in_area = desk.case.with_untracked(|case| case.settings.dapo_area) == Some(DapoArea::Yes);
    let notes: &[(bool, &'static str)] = match id {
        PathwayId::Pw03 => &[
            (holds(ContextField::Wishes, Wish::NoPolice.text()), page.no_police),
            (police_always(), page.police_always),
        ],
        PathwayId::Pw06 => &[(staff, page.staff_first)],
        PathwayId::Pw12 => &[(in_area, page.dapo_yes), (!in_area, page.dapo_unknown)],
        PathwayId::Pw23 => &[(holds(ContextField::Arrears, Known::Yes.text()), page.arrears)],
        _ => &[],
    };
    notes.iter().filter_map(|(holds, note)| holds.then_some(*note)).collect()
}

/// A step that waits for the survivor's wish names the question and leads to it.
fn waits(desk: Desk) -> impl IntoView {
    let wish = Input::Context(ContextField::WishAsked);
    view! {
        <p class="note">{desk.words.pages.next_steps.waits}" "
            <button type="button" class="link" on:click=move |_| desk.open_at(Step::Situation, wish)>
                {desk.words.question(wish).ask}
            </button>
        </p>
    }
}

/// What differs where the home is; without a nation, the question.
fn in_nation(desk: Desk, words: &'static PathwayWords) -> impl IntoView {
    let page = &desk.words.pages.next_steps;
    let nation = desk.case.with_untracked(|case| case.context.nation);
    let input = Input::Context(ContextField::Nation);
    (!words.nations.is_empty()).then(|| match nation.map(|nation| words.in_nation(nation)) {
        Some("") => ().into_any(),
        Some(text) => view! { <h4>{page.nation_law}</h4><p>{text}</p> }.into_any(),
        None => view! {
            <p>{page.nation_unknown}" "
                <button type="button" class="link" on:click=move |_| desk.open_at(Step::Situation, input)>{page.nation_choose}</button>
            </p>
        }
        .into_any(),
    })
}

/// What was decided, and once it is: who, when, why.
fn decision(desk: Desk, id: PathwayId, title: &'static str) -> impl IntoView {
    let page = &desk.words.pages.next_steps;
    let decision = Input::Choice(id, ChoicePart::Decision);
    let options = desk.words.question(decision).options;
    let options = options.iter().map(|(value, label)| (*value, Signal::stored((*label).to_owned()))).collect();
    let parts = [ChoicePart::By, ChoicePart::When, ChoicePart::Reason].map(|part| Input::Choice(id, part));
    let decided = move || {
        desk.layout.get() == Layout::Whole || desk.answered(decision) || parts.iter().any(|part| desk.answered(*part))
    };
    let field = move |input: Input| {
        view! { <label><span>{desk.words.question(input).ask}</span><TextField input short=true/></label> }
    };
    view! {
        <fieldset class="decide" data-question=decision.name()>
            <legend>{page.decision}<span class="visually-hidden">": "{title}</span></legend>
            {seg(decision, options)}
            <Show when=decided>
                <div class="decided">{parts.map(field).collect_view()}</div>
            </Show>
            <Show when=move || desk.answered(decision)><ClearAnswer input=decision/></Show>
        </fieldset>
    }
}
