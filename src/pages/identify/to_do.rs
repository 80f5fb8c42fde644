//! What to do for each person, and the questions worth asking next.

use super::result::{Found, Head};
use crate::app::Desk;
use crate::case::vocabulary::{IndicatorId, Person, SurvivorIs, Vocabulary};
use crate::content::words::fill;
use crate::platform;
use leptos::prelude::*;

/// What to do for each person now.
#[component]
pub fn ToDo(
    /// How the result is headed.
    head: Head,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let list = move |key: &str| desk.words.list(key).iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    // One account is about the person this case is for, where that is said.
    let user = move || match head {
        Head::Named(person) => Some(person),
        _ => desk.case.with(|case| match case.identify.survivor_is? {
            SurvivorIs::One => Some(Person::Two),
            SurvivorIs::Two => Some(Person::One),
            SurvivorIs::NotSaid => None,
        }),
    };
    let title =
        move |place: &'static str| move || fill(words.for_person, &[("who", &desk.about_people(place, user()))]);
    if head == Head::NoName {
        return view! { <ul>{list("now_for_each.unclear")}</ul> }.into_any();
    }
    view! {
        <h3>{title("{harmed}")}</h3>
        <ul>{list("now_for_each.harmed")}</ul>
        <h3>{title("{user}")}</h3>
        <ul>{list("now_for_each.user")}</ul>
    }
    .into_any()
}

/// The two questions most likely to settle it, and what to look for.
#[component]
pub fn Settle(
    /// The result.
    found: Found,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let first = Memo::new(move |_| found.with(|it| it.would_change.iter().copied().take(2).collect::<Vec<_>>()));
    let line = move |id: IndicatorId| {
        let about = desk.words.indicator(id);
        view! { <li><GoToQuestion id/>" "<span class="small">{about.explore}</span></li> }
    };
    move || {
        let ids = first.get();
        (!ids.is_empty()).then(|| {
            view! {
                <h3>{words.settle_title}</h3>
                <ul>{ids.into_iter().map(line).collect_view()}</ul>
            }
        })
    }
}

/// A question by its words; pressing it goes there.
#[component]
pub fn GoToQuestion(
    /// Which.
    id: IndicatorId,
) -> impl IntoView {
    let desk = Desk::here();
    let go = move |_| platform::page::focus_question(&format!("identify.{}", id.text()));
    view! {
        <button type="button" class="link" on:click=go>
            <span class="visually-hidden">{desk.words.pages.identify.change_go}" "</span>{desk.words.indicator(id).ask}
        </button>
    }
}
