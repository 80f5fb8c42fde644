//! What the two people are called: fixed descriptors, never names, never in the case.

use crate::app::{Desk, People};
use crate::case::Input;
use crate::components::{question, quiet, typed};
use crate::platform::dom::{El, button, el, p};
use leptos::prelude::*;

/// The two descriptors of a pair.
fn pair(text: &'static str) -> Option<People> {
    text.split_once(" / ").map(|(one, two)| People { one, two })
}

/// Chooses the descriptors, swaps them, and says which person this case is for.
pub fn people_picker() -> [El; 6] {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let now = desk.people.get_untracked().or_else(|| pair(words.people_pairs.first().copied().unwrap_or_default()));
    // Only this list changes the pair while it is on the screen, so what is chosen is set once; a swap keeps the pair.
    let chosen = |text: &'static str| {
        let people = pair(text);
        now == people || now == people.map(|it| People { one: it.two, two: it.one })
    };
    let choose = move |value: &str| {
        let place = value.parse::<usize>().unwrap_or_default();
        let people = words.people_pairs.get(place).copied().and_then(pair);
        desk.people.set(people.filter(|_| place > 0));
    };
    let swap = move || {
        let now = untrack(|| desk.called());
        desk.people.set(Some(People { one: now.two, two: now.one }));
    };
    let options = words.people_pairs.iter().enumerate().map(|(place, text)| {
        let option = el("option").attr("value", &place.to_string()).text(*text);
        option.attr_if("selected", chosen(text).then_some(""))
    });
    let select = el("select").attr("id", "people").children(options).on("change", move |event| choose(&typed(&event)));
    // Person 1 and person 2 need no swap, and no line to say who they are.
    let unchosen = move || desk.people.with(Option::is_none);
    let begun = move || desk.assessment.with(|it| it.identify.outcome.is_some());
    let actions = el("div")
        .class("actions")
        .live_flag("hidden", unchosen)
        .child(button("button second small", words.people_swap).attr("data-action", "swap-people").on_press(swap))
        .when(begun, move || el("span").class("small").text(words.people_swap_more));
    let order = el("p").attr("aria-live", "polite").live_flag("hidden", unchosen);
    let order = order.live_text(move || desk.about_people(words.people_order, None));
    [
        el("h2").attr("id", "two-people").attr("tabindex", "-1").text(words.people_title),
        p("", words.people_lead),
        el("div").class("field").child(el("label").attr("for", "people").text(words.people_label)).child(quiet(select)),
        order,
        actions,
        question(Input::SurvivorIs),
    ]
}
