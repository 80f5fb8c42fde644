//! A participant's code: large, in groups, and as a QR code. Only a practice case has one.

use super::toggle;
use crate::app::Desk;
use crate::components::qr_code;
use crate::content::words::fill;
use crate::platform::chance;
use crate::platform::clipboard::{self, Copied};
use crate::platform::dom::{El, button, el, p};
use crate::workshop::PracticeCase;
use crate::workshop::codes::{Nonce, Round, VignetteNumber, Vote};
use leptos::prelude::*;

/// The card with the code of the vignette that is being worked; nothing where its number is in no code.
pub fn code(vignette: u8) -> Option<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.workshop_code;
    let shared = &desk.words.pages.workshop;
    let number = VignetteNumber::new(vignette)?;
    let code = Memo::new(move |_| code_of(desk, number, desk.room.round.get()));
    let told = RwSignal::new("");
    let copy = move || {
        let Some(code) = code.get_untracked() else { return };
        clipboard::copy(&code, move |how| told.set(if how == Copied::Yes { words.copied } else { words.not_copied }));
    };
    let shown = move || {
        told.set("");
        match code.get() {
            None => vec![p("", words.only_practice)],
            Some(code) => drawn(desk, &code),
        }
    };
    Some(
        el("section")
            .class("code-card")
            .child(el("h2").text(words.title))
            .child(p("", words.lead))
            .child(toggle("data-round", words.round_title, shared.rounds, desk.room.round))
            .child(p("", fill(words.of, &[("n", &vignette.to_string())])))
            .child(el("div").live(shown))
            .child(
                el("div")
                    .class("actions")
                    .child(button("button second", words.copy).attr("data-action", "copy-code").on_press(copy)),
            )
            .child(el("p").attr("role", "status").live_text(move || told.get())),
    )
}

/// The code of what is on the desk. Follows the answers. A live case has none.
fn code_of(desk: Desk, vignette: VignetteNumber, round: Round) -> Option<String> {
    let nonce = nonce(desk, vignette, round);
    desk.case.with(|case| {
        let practice = PracticeCase::of(case)?;
        Some(desk.assessment.with(|assessment| Vote::of(practice, assessment, vignette, round, nonce)).code())
    })
}

/// What tells this participant's codes apart: drawn once for a vignette and a round.
fn nonce(desk: Desk, vignette: VignetteNumber, round: Round) -> Nonce {
    let known = desk.room.drawn.with_untracked(|drawn| {
        drawn.iter().find(|(of, at, _)| (*of, *at) == (vignette, round)).map(|(.., nonce)| *nonce)
    });
    known.unwrap_or_else(|| {
        let nonce = Nonce::new(chance::twelve_bits());
        desk.room.drawn.update_untracked(|drawn| drawn.push((vignette, round, nonce)));
        nonce
    })
}

fn drawn(desk: Desk, code: &str) -> Vec<El> {
    let words = &desk.words.pages.workshop_code;
    // Read letter by letter, with a rest after each group.
    let spoken: String =
        code.chars().map(|letter| if letter == '-' { ", ".to_owned() } else { format!("{letter} ") }).collect();
    let groups = code.split('-').map(|group| el("span").text(group));
    let letters = el("p")
        .class("code")
        .attr("data-code", code)
        .child(el("span").class("visually-hidden").text(spoken))
        .child(el("span").class("groups").attr("aria-hidden", "true").children(groups));
    [Some(letters), qr_code(code, words.qr)].into_iter().flatten().collect()
}
