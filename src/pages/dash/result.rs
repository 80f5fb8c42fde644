//! What the sheet comes to so far: told as it changes, and never without the word "incomplete" while it is.

use crate::app::Desk;
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input, ItemNumber};
use crate::content::words::fill;
use crate::engine::assessment::{DashResult as Sheet, Prompt, Reach, Route, WhoMay};
use crate::platform;
use leptos::prelude::*;

/// How many items to go back to are listed at once.
const GO_BACK: usize = 6;

fn number(number: Option<u8>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// The live result. Each part is told only when it changes; the list to go back to is not spoken.
#[component]
pub fn DashResult() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let sheet = Memo::new(move |_| desk.assessment.with(|assessment| assessment.dash.clone()));
    let begun = Memo::new(move |_| desk.case.with(|case| !case.dash.answers.is_empty()));
    let counted = Memo::new(move |_| begun.get() && sheet.with(|sheet| sheet.valid));
    let part = move |of: fn(&Sheet) -> String| move || sheet.with(of);
    let codes = |codes: &[Route]| codes.iter().map(|route| route.text()).collect::<Vec<_>>().join(" ");
    let headline = Memo::new(move |_| {
        sheet.with(|sheet| match sheet.yes {
            None => words.no_total.to_owned(),
            Some(_) if !begun.get() => words.not_started.to_owned(),
            Some(yes) => fill(words.yes_count, &[("n", &yes.to_string())]),
        })
    });
    let state = Memo::new(move |_| if sheet.with(|sheet| sheet.complete) { words.complete } else { words.incomplete });
    let quiet_prompt = Memo::new(move |_| sheet.with(|sheet| sheet.prompt == Prompt::Prompt));
    let grave = Memo::new(move |_| sheet.with(|sheet| sheet.prompt == Prompt::PromptPlus));
    let passed_on = Memo::new(move |_| sheet.with(|sheet| sheet.who_may == WhoMay::HandOff));
    view! {
        <aside class="status" data-result="dash" role="status" aria-atomic="false" aria-label=words.so_far
            data-yes=part(|sheet| number(sheet.yes))
            data-lowest=part(|sheet| number(sheet.lowest))
            data-highest=part(|sheet| number(sheet.highest))
            data-reach=part(|sheet| sheet.reach.map_or("", Reach::text).to_owned())
            data-prompt=part(|sheet| sheet.prompt.text().to_owned())
            data-routes=move || sheet.with(|sheet| codes(&sheet.routes))
        >
            <h2>{words.so_far}</h2>
            <OwnView/>
            <Show when=move || grave.get()><p><strong>{words.plus_title}</strong></p></Show>
            <p>
                <span class="big">{headline}</span>
                <Show when=move || counted.get()><span class="tag">{state}</span></Show>
            </p>
            <Show when=move || !begun.get()><p>{words.not_started_words}</p></Show>
            <Show when=move || passed_on.get()><p>{words.handoff_result}</p></Show>
            <WhyNoTotal/>
            <Show when=move || counted.get()><Count sheet/></Show>
            <Show when=move || quiet_prompt.get()><p>{words.prompt}</p></Show>
            <Routes sheet/>
            <GoBack sheet begun/>
            <Markers sheet/>
            <p class="muted">{words.number_words}</p>
        </aside>
    }
}

/// The survivor's own view stands before any number.
#[component]
fn OwnView() -> impl IntoView {
    let desk = Desk::here();
    let view_of_danger = Input::Record(crate::case::input::RecordField::OwnViewOfDanger);
    view! {
        <Show when=move || desk.answered(view_of_danger)>
            <h3>{desk.words.pages.dash.their_view}</h3>
            <blockquote aria-live="off">{move || desk.case.with(|case| case.shown(view_of_danger))}</blockquote>
        </Show>
    }
}

/// Why there is no total, and what still counts.
#[component]
fn WhyNoTotal() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let holds = move |field: ContextField, value: &str| desk.holds(Input::Context(field), value);
    let reasons = Memo::new(move |_| {
        [
            (desk.holds(Input::DashWith, DashWith::Perpetrator.text()), words.invalid_perpetrator),
            (holds(ContextField::SurvivorAge, SurvivorAge::Under16.text()), words.invalid_under_16),
            (holds(ContextField::Recency, Recency::Historic.text()), words.invalid_historic),
        ]
        .into_iter()
        .filter_map(|(holds, words)| holds.then_some(words))
        .collect::<Vec<_>>()
    });
    let valid = Memo::new(move |_| desk.assessment.with(|assessment| assessment.dash.valid));
    view! {
        <Show when=move || !valid.get()>
            {move || reasons.get().into_iter().map(|reason| view! { <p>{reason}</p> }).collect_view()}
            <p>{words.still_counts}</p>
        </Show>
    }
}

/// The count with its bounds, as a bar and in words, with the four kinds of answer kept apart.
#[component]
fn Count(sheet: Memo<Sheet>) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let lowest = move || sheet.with(|sheet| number(sheet.lowest));
    let highest = move || sheet.with(|sheet| number(sheet.highest));
    let line = move || sheet.with(|sheet| sheet.threshold.to_string());
    let range = Memo::new(move |_| {
        let (lowest, highest) = (lowest(), highest());
        let sentence = if lowest == highest { words.range_fixed } else { words.range };
        fill(sentence, &[("lowest", &lowest), ("highest", &highest)])
    });
    let reach = Memo::new(move |_| match sheet.with(|sheet| sheet.reach) {
        Some(Reach::Met) => words.reach_met,
        Some(Reach::Possible) => words.reach_possible,
        Some(Reach::NotOnTheseAnswers) => words.reach_not,
        None => "",
    });
    let local_line = Memo::new(move |_| fill(words.line, &[("line", &line())]));
    let count = |label: &'static str, of: fn(&Sheet) -> String| {
        let counted = Memo::new(move |_| sheet.with(of));
        view! { <div><dt>{label}</dt><dd>{counted}</dd></div> }
    };
    view! {
        <div class="range" aria-hidden="true"
            style=("--lowest", lowest) style=("--highest", highest) style=("--threshold", line)>
            <i></i><i></i><b><span>{line}</span></b>
        </div>
        <p>{range}</p>
        <dl class="meta">
            {count(words.count_yes, |sheet| number(sheet.yes))}
            {count(words.count_no, |sheet| sheet.no.to_string())}
            {count(words.count_dk, |sheet| sheet.dk.to_string())}
            {count(words.count_blank, |sheet| sheet.blank.to_string())}
        </dl>
        <p>{local_line}" "{reach}" "<span class="muted">{words.line_default}</span></p>
    }
}

/// The serious-harm markers answered yes.
#[component]
fn Markers(sheet: Memo<Sheet>) -> impl IntoView {
    let desk = Desk::here();
    let markers = Memo::new(move |_| sheet.with(|sheet| sheet.markers.clone()));
    view! {
        <Show when=move || markers.with(|markers| !markers.is_empty())>
            <h3>{desk.words.pages.dash.markers}</h3>
            <ul class="markers">
                <For each=move || markers.get() key=|item| item.get() let:item>
                    <li><b>{item.get()}</b>{desk.words.item(item).label}</li>
                </For>
            </ul>
        </Show>
    }
}

/// The ways to MARAC: met, open because an answer is missing, and the one that is always open.
#[component]
fn Routes(sheet: Memo<Sheet>) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let routes = Memo::new(move |_| sheet.with(|sheet| (sheet.routes.clone(), sheet.routes_open.clone())));
    let row = move |state: &'static str, route: Route| {
        view! { <li><strong>{state}": "</strong>{desk.words.text(&format!("route.{}", route.text()))}</li> }
    };
    let judge = move |_| platform::page::focus_question(&Input::DashJudgement.name());
    view! {
        <h3>{words.routes_title}</h3>
        <ul>
            {move || {
                let (met, open) = routes.get();
                let judged = met.contains(&Route::R4);
                view! {
                    {met.into_iter().map(|route| row(words.route_met, route)).collect_view()}
                    {open.into_iter().map(|route| row(words.route_open, route)).collect_view()}
                    {(!judged).then(|| view! {
                        <li><button type="button" class="link" on:click=judge>{words.route_judgement}</button></li>
                    })}
                }
            }}
        </ul>
        <p class="muted">{words.routes_any}</p>
    }
}

/// The items worth asking again, best first, as buttons that lead there.
#[component]
fn GoBack(sheet: Memo<Sheet>, begun: Memo<bool>) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let revisit = Memo::new(move |_| sheet.with(|sheet| sheet.revisit.clone()));
    let title = Memo::new(move |_| {
        sheet.with(|sheet| match sheet.reach {
            Some(Reach::Possible) => fill(words.back_possible, &[("line", &sheet.threshold.to_string())]),
            _ => words.back.to_owned(),
        })
    });
    let row = move |item: ItemNumber| {
        let doubt = move || match desk.case.with(|case| case.dash.answers.get(item).copied()) {
            Some(ItemAnswer::DontKnow) => words.doubt_dk,
            Some(ItemAnswer::No) => words.doubt_no,
            _ => words.doubt_blank,
        };
        let open = move |_| platform::page::focus_question(&Input::DashItem(item).name());
        view! {
            <li>
                <b>{item.get()}</b>
                <span><button type="button" class="link" on:click=open>{desk.words.item(item).label}</button>" "
                    <span class="muted">{doubt}</span></span>
            </li>
        }
    };
    view! {
        <Show when=move || begun.get() && revisit.with(|revisit| !revisit.is_empty())>
            <h3>{title}</h3>
            <ul class="markers" aria-live="off">
                <For each=move || revisit.get().into_iter().take(GO_BACK) key=|item| item.get() children=row/>
            </ul>
            <p class="muted" aria-live="off" hidden=move || revisit.with(|revisit| revisit.len() <= GO_BACK)>
                {move || fill(words.back_more, &[("n", &revisit.with(|revisit| revisit.len().saturating_sub(GO_BACK)).to_string())])}
            </p>
        </Show>
    }
}
