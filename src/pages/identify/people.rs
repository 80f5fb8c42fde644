//! What the two people are called: fixed descriptors, never names, never in the case.

use crate::app::{CaseState, Language};
use crate::components::one_of;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_record::People;
use waymark_view::{El, button, details, html};

/// The two descriptors of a pair.
fn pair(text: &'static str) -> Option<People> {
    text.split_once(" / ").map(|(one, two)| People { one, two })
}

/// Chooses the descriptors, and swaps them.
pub fn people_picker(language: Language, case: CaseState) -> [El; 3] {
    let words = &language.steps().pages.identify;
    // A swap keeps the pair.
    let now = move || {
        let called = case.people.get();
        let swapped = called.map(People::swapped);
        let same = |text: &&'static str| pair(text) == called || pair(text) == swapped;
        words.people_pairs.iter().position(same).unwrap_or_default().to_string()
    };
    let choose = move |value: &str| {
        let place = value.parse::<usize>().unwrap_or_default();
        let people = words.people_pairs.get(place).copied().and_then(pair);
        case.people.set(people.filter(|_| place > 0));
    };
    let swap = move || {
        let now = untrack(|| case.called(language));
        case.people.set(Some(now.swapped()));
    };
    let pairs = words.people_pairs.iter().enumerate().map(|(place, text)| (place.to_string(), (*text).to_owned()));
    let pick =
        details("fold", words.people_label).child(one_of("people", words.people_label, pairs.listed(), now, choose));
    // Person 1 and person 2 need no swap, and no line to say who they are.
    let unchosen = move || case.people.with(Option::is_none);
    let begun = move || case.assessment.with(|it| it.identify.outcome.is_some());
    let actions = html::div()
        .class("actions")
        .attr("hidden", unchosen)
        .child(button("button second small", words.people_swap).attr("data-action", "swap-people").on_press(swap))
        .when(begun, move || html::span().class("small").child(words.people_swap_more));
    let order = html::p().attr("aria-live", "polite").attr("hidden", unchosen);
    let order = order.child(move || case.about_people(language, words.people_order, None));
    [pick, order, actions]
}
