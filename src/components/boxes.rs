//! Boxes with words: cautions, what to say, a stop.

use crate::app::Desk;
use crate::case::vocabulary::PathwayId;
use crate::content::CautionId;
use crate::content::words::fill;
use crate::engine::assessment::Stop;
use leptos::prelude::*;

/// A caution by its id, with its rules.
#[component]
pub fn CautionCard(
    /// Which.
    id: CautionId,
    /// The rules it rests on.
    rules: Vec<String>,
) -> impl IntoView {
    let desk = Desk::here();
    let words = desk.words.caution(id);
    let shell = &desk.words.pages.shell;
    let text = move || {
        desk.assessment.with(|assessment| {
            let own = crate::content::Profiles::shipped();
            let own = own.get(&assessment.profile).and_then(|profile| profile.count).unwrap_or(assessment.dash.threshold);
            fill(words.text, &[("local", &assessment.dash.threshold.to_string()), ("profile", &own.to_string())])
        })
    };
    view! {
        <div class="caution" data-caution=crate::case::vocabulary::Vocabulary::text(id)>
            <h3>{shell.take_care}" "{words.title}</h3>
            <p>{text}</p>
            <p class="ids">{shell.rules}" "{rules.join(", ")}</p>
        </div>
    }
}

/// What to say and what not, at one moment.
#[component]
pub fn SayBox(
    /// The moment's id.
    #[prop(into)]
    moment: Signal<&'static str>,
) -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let list = |lines: &'static [&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    move || {
        desk.words.say(moment.get()).map(|words| {
            view! {
                <div class="say">
                    <div><h3>{shell.say}</h3><ul>{list(words.say)}</ul></div>
                    <div class="dont"><h3>{shell.dont_say}</h3><ul>{list(words.dont)}</ul></div>
                </div>
            }
        })
    }
}

/// A folded helper.
#[component]
pub fn Details(
    /// What it is called.
    summary: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! { <details class="help"><summary>{summary}</summary>{children()}</details> }
}

/// The panel of a stop, above the step: what to do now, and how to go on once it is done. The answer stays.
#[component]
pub fn StopPanel() -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let lines = |lines: &'static [&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    let done = move |pathway: PathwayId| {
        desk.change(|case| {
            case.choice_mut(pathway).decision = Some(crate::case::vocabulary::Decision::Done);
        });
        // The button goes with the panel; focus must not go with it.
        request_animation_frame(crate::platform::page::focus_heading);
    };
    let stop = Memo::new(move |_| desk.assessment.with(|assessment| assessment.stop));
    move || match stop.get() {
        Some(Stop::DangerNow) => view! {
            <section class="notice urgent" role="region" aria-label=shell.danger_title>
                <h2 tabindex="-1">{shell.danger_title}</h2>
                <ol>{lines(shell.danger_steps)}</ol>
                <div class="actions">
                    <button type="button" class="button" data-action="called" on:click=move |_| done(PathwayId::Pw01)>{shell.danger_called}</button>
                </div>
                <p class="small">{shell.danger_after}</p>
            </section>
        }
        .into_any(),
        Some(Stop::SuicidalNow) => view! {
            <section class="notice urgent" role="region" aria-label=shell.suicidal_title>
                <h2 tabindex="-1">{shell.suicidal_title}</h2>
                <ol>{lines(shell.suicidal_steps)}</ol>
                <div class="actions">
                    <button type="button" class="button" data-action="helped" on:click=move |_| done(PathwayId::Pw37)>{shell.suicidal_helped}</button>
                </div>
                <p class="small">{shell.danger_after}</p>
            </section>
        }
        .into_any(),
        _ => ().into_any(),
    }
}
