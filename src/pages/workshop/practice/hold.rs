//! "I am done": the participant's code, and the panel's view, shut until the trainer's word or until somebody says that they
//! practise alone. In a room the second vote comes first.

use super::super::code;
use crate::app::{CaseState, Language, Workshop};
use crate::platform::page;
use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, h1, html, p};
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;
use waymark_workshop::opening::{choices, word};

/// What stands before the panel's view.
pub fn hold(language: Language, case: CaseState, workshop: Workshop, vignette: &Vignette, focus: Focus) -> Vec<El> {
    let words = &language.later().pages.practice;
    let wrong = RwSignal::new(false);
    let open = move || {
        workshop.practice.opened.set(true);
        request_animation_frame(page::focus_heading);
    };
    let right = word(vignette, words.open_words.len());
    let pick = |place: usize| {
        let name = words.open_words.get(place).copied().unwrap_or_default();
        let press = move || if place == right { open() } else { wrong.set(true) };
        button("button second", name).attr("data-open", name).on_press(press)
    };
    let change = move || {
        workshop.practice.done.set(false);
        request_animation_frame(page::focus_heading);
    };
    let code = (focus != Focus::SayNext).then(|| code::code(language, case, workshop, vignette.id, focus)).flatten();
    let picks = choices(vignette, words.open_words.len()).into_iter().map(pick);
    let mut all = vec![
        h1(words.hold_title),
        p("lead", words.hold_lead),
        html::h2().child(words.hold_room),
        p("", words.hold_room_more),
        html::div().class("actions").attr("role", "group").attr("aria-label", words.hold_words).children(picks),
        p("error", "").attr("role", "alert").child(move || if wrong.get() { words.hold_wrong } else { "" }),
        html::h2().child(words.hold_alone),
        html::div()
            .class("actions")
            .child(button("button", words.hold_open).attr("data-action", "practice-open").on_press(open))
            .child(button("button second", words.change).attr("data-action", "practice-change").on_press(change)),
    ];
    all.extend(code);
    all
}
