//! For someone who reads this about themselves: numbers, the quiet ways to call, the way out. It asks nothing.

use crate::app::{Desk, Step};
use crate::case::vocabulary::{Nation, Vocabulary};
use crate::components::Details;
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
    let lines = || HELPLINES.iter().filter(|line| !line.number.is_empty() && !ELSEWHERE.contains(&line.id));
    let month = lines().map(|line| line.checked).min().unwrap_or_default();
    let nations = Nation::ALL.iter().map(|nation| {
        view! {
            <section>
                <h2>{desk.words.text(&format!("nation.{}", nation.text()))}</h2>
                <ul class="numbers">{lines().filter(|line| line.nations == [*nation]).map(number).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <section data-step=Step::OwnLife.text()
            data-stop=move || desk.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <section class="notice urgent narrow">
                <h2>{words.danger_title}</h2>
                <p>{words.danger}</p>
                <Details summary=words.danger_more>
                    <ul>{words.danger_ways.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
                </Details>
            </section>
            <p class="narrow"><strong>{words.watched_title}</strong>" "{words.watched}</p>
            <div class="columns wide">{nations.collect_view()}</div>
            <h2>{words.uk}</h2>
            <p class="small">{words.uk_more}</p>
            <ul class="numbers columns">{lines().filter(|line| line.nations.len() > 1).map(number).collect_view()}</ul>
            <h2>{words.leaving_title}</h2>
            {words.leaving.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
            <p class="small muted">{fill(words.checked, &[("month", month)])}</p>
        </section>
    }
}

/// One line: its number first and large.
fn number(line: &'static Helpline) -> impl IntoView {
    let words = &Desk::here().words.pages.own_life;
    let hours = if line.hours.is_empty() { words.hours_unknown } else { line.hours };
    let text = (!line.text.is_empty()).then(|| format!(" {} {}.", words.text, line.text));
    view! {
        <li><span class="tel">{line.number}</span><strong>{line.name}</strong><p class="small">{line.who}". "{hours}"."{text}</p></li>
    }
}
