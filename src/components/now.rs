//! What to do now, always in sight: how many things and the first of them, on every screen of a case.

use crate::app::{CaseState, Language, Step, Stops, View, words_on};
use crate::platform::page::focus_heading;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_flow::now;
use waymark_view::{El, button, effect, html, memo};

/// A line at the foot of a phone, and below the list of steps where there is room. Pressed, it opens what to do.
pub fn now_bar(language: Language, case: CaseState, view: View, stops: Stops) -> El {
    let found = memo(move || case.read(now));
    let words = move || words_on(view.step.get(), || case.words(language));
    let sentence = move || found.with(|now| now.sentence(words()));
    // Said when it changes, not when it comes into sight; a stop says what it calls for itself.
    effect(move |before: Option<String>| {
        let now = sentence();
        let heard = stops.shown.with_untracked(Option::is_none);
        if heard && found.with(|found| found.count > 0) && before.is_some_and(|before| before != now) {
            voice::say_beside(now.clone());
        }
        now
    });
    let open = move || match view.step.get_untracked() {
        Step::NextSteps => focus_heading(),
        _ => view.open(Step::NextSteps),
    };
    html::div()
        .class("now-bar no-print")
        .attr("role", "group")
        .class(("urgent", move || found.with(|now| now.urgent)))
        .attr("data-result", "now")
        .attr("data-count", move || Some(found.with(|now| now.count).to_string()))
        .attr("data-urgent", move || Some(if found.with(|now| now.urgent) { "true" } else { "false" }))
        .attr("aria-label", language.pages.shell.now_name)
        .child(button("", "").child(sentence).on_press(open))
}
