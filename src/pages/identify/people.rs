//! What the two people are called: fixed descriptors, never names, never in the case.

use crate::app::{Desk, People};
use crate::case::Input;
use crate::components::{Question, quiet};
use leptos::prelude::*;

/// The two descriptors of a pair.
fn pair(text: &'static str) -> Option<People> {
    text.split_once(" / ").map(|(one, two)| People { one, two })
}

/// Chooses the descriptors, swaps them, and says which person this case is for.
#[component]
pub fn PeoplePicker() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let chosen = move |text: &'static str| {
        let people = pair(text);
        let now = desk.people.get().or_else(|| pair(words.people_pairs.first().copied().unwrap_or_default()));
        let swapped = people.map(|it| People { one: it.two, two: it.one });
        now == people || now == swapped
    };
    let choose = move |value: &str| {
        let place = value.parse::<usize>().unwrap_or_default();
        let people = words.people_pairs.get(place).copied().and_then(pair);
        desk.people.set(people.filter(|_| place > 0));
    };
    let swap = move |_| {
        let now = desk.called();
        desk.people.set(Some(People { one: now.two, two: now.one }));
    };
    let options = words.people_pairs.iter().enumerate().map(|(place, text)| {
        view! { <option value=place.to_string() prop:selected=move || chosen(text)>{*text}</option> }
    });
    let begun = move || desk.assessment.with(|it| it.identify.outcome.is_some());
    view! {
        <h2 id="two-people" tabindex="-1">{words.people_title}</h2>
        <p>{words.people_lead}</p>
        <div class="field">
            <label for="people">{words.people_label}</label>
            <select id="people" on:change=move |event| choose(&event_target_value(&event)) {..quiet()}>
                {options.collect_view()}
            </select>
        </div>
        <Show when=move || desk.people.with(Option::is_some)>
            <p aria-live="polite">{move || desk.about_people(words.people_order, None)}</p>
            <div class="actions">
                <button type="button" class="button second small" data-action="swap-people" on:click=swap>{words.people_swap}</button>
                <Show when=begun><span class="small">{words.people_swap_more}</span></Show>
            </div>
        </Show>
        <Question input=Input::SurvivorIs/>
    }
}
