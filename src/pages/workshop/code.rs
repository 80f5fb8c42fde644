//! A participant's code: large, in groups, and as a QR code. Only a practice case has one.

use super::toggle::toggle;
use crate::app::{CaseState, Language, Workshop};
use crate::components::qr_code;
use crate::platform::chance;
use crate::platform::clipboard::{self, Copied};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::PracticeCase;
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, html, memo, p};
use waymark_workshop::codes::{Nonce, Round, VignetteNumber, Vote};
use waymark_workshop::feedback::Focus;

/// The card with the code of the vignette that is being worked; nothing where its number is in no code.
pub fn code(language: Language, case: CaseState, workshop: Workshop, vignette: u8, focus: Focus) -> Option<El> {
    let words = &language.later().pages.workshop_code;
    let shared = &language.later().pages.workshop;
    let number = VignetteNumber::new(vignette)?;
    let code = memo(move || code_of(case, workshop, number, workshop.session.round.get(), focus));
    let told = RwSignal::new("");
    voice::follow(move || told.get());
    let copy = move || {
        let Some(code) = code.get_untracked() else { return };
        clipboard::copy(&code, move |how| told.set(if how == Copied::Yes { words.copied } else { words.not_copied }));
    };
    let shown = move || {
        told.set("");
        match code.get() {
            None => vec![p("", words.only_practice)],
            Some(code) => drawn(language, &code),
        }
    };
    Some(
        html::section()
            .class("code-card")
            .child(html::h2().child(words.title))
            .child(p("", words.lead))
            .child(toggle("data-round", words.round_title, shared.rounds, workshop.session.round))
            .child(p("", fill(words.of, &[("n", &vignette.to_string())])))
            .child(html::div().live(shown))
            .child(
                html::div()
                    .class("actions")
                    .child(button("button second", words.copy).attr("data-action", "copy-code").on_press(copy)),
            )
            .child(html::p().child(move || told.get())),
    )
}

/// The code of the case. Follows the answers. A live case has none.
fn code_of(
    case: CaseState,
    workshop: Workshop,
    vignette: VignetteNumber,
    round: Round,
    focus: Focus,
) -> Option<String> {
    let nonce = nonce(workshop, vignette, round);
    case.read(|case, assessment| {
        let practice = PracticeCase::of(case)?;
        let vote = Vote::of(practice, assessment, vignette, round, nonce);
        Some(if focus == Focus::Judgement { vote.with_own_view(practice) } else { vote }.code())
    })
}

/// What tells this participant's codes apart: drawn once for a vignette and a round.
fn nonce(workshop: Workshop, vignette: VignetteNumber, round: Round) -> Nonce {
    let known = workshop.session.nonces.with_untracked(|drawn| {
        drawn.iter().find(|(of, at, _)| (*of, *at) == (vignette, round)).map(|(.., nonce)| *nonce)
    });
    known.unwrap_or_else(|| {
        let nonce = Nonce::new(chance::twelve_bits());
        workshop.session.nonces.update_untracked(|drawn| drawn.push((vignette, round, nonce)));
        nonce
    })
}

fn drawn(language: Language, code: &str) -> Vec<El> {
    let words = &language.later().pages.workshop_code;
    // Read letter by letter, with a rest after each group.
    let spoken: String =
        code.chars().map(|letter| if letter == '-' { ", ".to_owned() } else { format!("{letter} ") }).collect();
    let groups = code.split('-').map(|group| html::span().child(group));
    let letters = html::p()
        .class("code")
        .attr("data-code", code)
        .child(html::span().class("visually-hidden").child(spoken))
        .child(html::span().class("groups").attr("aria-hidden", "true").children(groups));
    [Some(letters), qr_code(code, words.qr)].into_iter().flatten().listed()
}
