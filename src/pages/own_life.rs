//! For someone who reads this about themselves: numbers, the quiet ways to call, the way out. It asks nothing.

use crate::app::{Desk, Step};
use crate::case::vocabulary::{Nation, Vocabulary};
use crate::content::words::fill;
use crate::content::{HELPLINES, Helpline};
use leptos::prelude::*;

/// Not in the lists: it stands above them, or it is not for someone who is harmed.
const ELSEWHERE: [&str; 2] = ["police-emergency", "respect-phoneline"];

/// Numbers by nation, the silent call, and how to leave.
#[component]
pub fn OwnLife() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.own_life;
    let lines = |lines: &'static [&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    let with_number = || HELPLINES.iter().filter(|line| !line.number.is_empty() && !ELSEWHERE.contains(&line.id));
    let in_one = move |nation: Nation| with_number().filter(move |line| line.nations == [nation]);
    let everywhere = with_number().filter(|line| line.nations.len() > 1);
    let month = with_number().map(|line| line.checked).min().unwrap_or_default();
    view! {
        <section class="own-life" data-step=Step::OwnLife.text()
            data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <div class="columns">
                <section class="notice urgent"><h2>{words.danger_title}</h2><ul>{lines(words.danger)}</ul></section>
                <section class="notice"><h2>{words.watched_title}</h2><p>{words.watched}</p>
                    <h3>{words.leaving_title}</h3>{words.leaving.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}</section>
            </div>
            <h2>{words.numbers_title}</h2>
            <div class="columns">
                {Nation::ALL.iter().map(|nation| view! {
                    <section>
                        <h3>{desk.words.text(&format!("nation.{}", nation.text()))}</h3>
                        <ul class="numbers">{in_one(*nation).map(number).collect_view()}</ul>
                    </section>
                }).collect_view()}
            </div>
            <h3>{words.uk}</h3>
            <p class="small">{words.uk_more}</p>
            <ul class="numbers columns">{everywhere.map(number).collect_view()}</ul>
            <p class="small muted">{fill(words.checked, &[("month", month)])}</p>
        </section>
    }
}

/// One line: its number first and large.
fn number(line: &'static Helpline) -> impl IntoView {
    let words = &Desk::here().words.pages.own_life;
    let hours = if line.hours.is_empty() { words.hours_unknown } else { line.hours };
    view! {
        <li>
            <span class="tel">{line.number}</span>
            <strong>{line.name}</strong>
            <p class="small">{line.who}". "{hours}{if line.hours.is_empty() { "" } else { "." }}
                {(!line.text.is_empty()).then(|| view! { " "{words.text}" "<span class="nobreak">{line.text}</span>"." })}</p>
        </li>
    }
}
