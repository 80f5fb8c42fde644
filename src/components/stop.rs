//! A stop: the screen that replaces every step, and the bar that leads back to it while it is put aside.

use super::boxes::suicide_numbers;
use crate::app::{CaseState, Language, Stops, Urgent, urgent};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_engine::assessment::Stop;
use waymark_flow::tonight::danger_notes;
use waymark_view::{El, button, details, h1, html, list, p};

/// The screen of the stop that is shown; the step behind it is hidden meanwhile.
pub fn stop_screen(language: Language, case: CaseState, stops: Stops) -> El {
    html::div().live(move || {
        let screen = |stop: Stop| {
            let screen = match urgent(stop, &language.pages.shell) {
                Some(urgent) => calls_for_help(language, case, stops, stop, urgent),
                None => not_private(language, case),
            };
            screen.class("stop no-print").attr("data-stop", stop.text())
        };
        stops.shown.get().map(|stop| untrack(|| screen(stop))).into_iter().listed()
    })
}

/// What to do now, how it is lifted, and how to go on meanwhile.
fn calls_for_help(language: Language, case: CaseState, stops: Stops, stop: Stop, urgent: Urgent) -> El {
    let Urgent { title, steps, done, action, pathway, .. } = urgent;
    let shell = &language.pages.shell;
    let notes = match stop {
        Stop::DangerNow => case.answers.with(|case| danger_notes(case, language)),
        _ => Vec::new(),
    };
    // Whom to ring hangs on the nation of the home.
    let numbers = (stop == Stop::SuicidalNow).then(|| html::li().child(suicide_numbers(language, case)));
    let done = button("button", done).attr("data-action", action).on_press(move || stops.done(pathway));
    let on = button("button second", shell.stop_on)
        .attr("data-action", "stop-aside")
        .on_press(move || stops.put_aside(stop));
    html::section()
        .class("notice urgent")
        .child(h1(title))
        .child(list(html::ol(), "", steps.iter().copied()).child(numbers))
        .child(html::div().class("actions").child(done).child(on))
        .child(p("small", [shell.danger_after].into_iter().chain(notes).listed().join(" ")))
}

/// The neutral screen of a moment that is not private. No word of it says what the page is for.
fn not_private(language: Language, case: CaseState) -> El {
    let shell = &language.pages.shell;
    let carry_on = move || case.change(|case| case.context.private_now = None);
    let carry_on =
        button("button second", shell.not_private_carry_on).attr("data-action", "uncover").on_press(carry_on);
    html::section()
        .child(h1(shell.not_private_title))
        .child(p("", shell.not_private_words))
        .child(html::div().class("actions").child(carry_on))
        .child(without_talking(language))
}

/// What needs no talking, folded: what is in sight tells nothing.
fn without_talking(language: Language) -> El {
    let own = &language.pages.own_life;
    let leave = own.leaving.iter().take(1);
    details("help", language.pages.shell.not_private_ways).child(p("", own.danger)).child(list(
        html::ul(),
        "",
        own.danger_ways.iter().chain(leave).copied(),
    ))
}

/// A bar above every step for each stop that is put aside: it still holds, and one press leads back.
pub fn stop_bar(language: Language, stops: Stops) -> El {
    let shell = &language.pages.shell;
    html::div().class("stop-bar no-print").live(move || {
        let open = |stop: &Stop| {
            let stop = *stop;
            let open = button("button", urgent(stop, shell)?.title)
                .child(html::span().child(" ").child(shell.stop_back))
                .attr("data-action", "stop-open")
                .on_press(move || stops.open(stop));
            Some(open)
        };
        stops.aside.with(|aside| aside.iter().filter_map(open).listed())
    })
}
