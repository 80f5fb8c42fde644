//! What to do for each person, and the questions worth asking next.

use super::result::{Head, found, lines};
use crate::app::Desk;
use crate::case::vocabulary::{IndicatorId, Person, SurvivorIs, Vocabulary};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, list};
use crate::platform::page;
use leptos::prelude::*;

/// What to do for each person now.
pub fn to_do(head: Head) -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let steps = |key: &str| list("ul", "", desk.words.list(key).iter().copied());
    // One account is about the person this case is for, where that is said.
    let user = move || match head {
        Head::Named(person) => Some(person),
        _ => desk.case.with(|case| match case.identify.survivor_is? {
            SurvivorIs::One => Some(Person::Two),
            SurvivorIs::Two => Some(Person::One),
            SurvivorIs::NotSaid => None,
        }),
    };
    let title = |place: &'static str| {
        el("h3").live_text(move || fill(words.for_person, &[("who", &desk.about_people(place, user()))]))
    };
    if head == Head::NoName {
        return vec![steps("now_for_each.unclear")];
    }
    vec![title("{harmed}"), steps("now_for_each.harmed"), title("{user}"), steps("now_for_each.user")]
}

/// Puts the two questions most likely to settle it at the end of a part, with what to look for.
pub fn with_settling(part: El) -> El {
    let desk = Desk::here();
    let heading = move || {
        let line = |id: IndicatorId| {
            let explore = Desk::here().words.indicator(id).explore;
            el("li").child(go_to_question(id)).text(" ").child(el("span").class("small").text(explore))
        };
        let first = move || found(desk, |it| it.would_change.iter().copied().take(2).collect());
        vec![el("h3").text(desk.words.pages.identify.settle_title), lines(el("ul"), first, line)]
    };
    part.when_all(move || found(desk, |it| !it.would_change.is_empty()), heading)
}

/// A question by its words; pressing it goes there.
pub fn go_to_question(id: IndicatorId) -> El {
    let words = Desk::here().words;
    button("link", "")
        .child(el("span").class("visually-hidden").text(words.pages.identify.change_go).text(" "))
        .text(words.indicator(id).ask)
        .on_press(move || page::focus_question(&["identify.", id.text()].concat()))
}
