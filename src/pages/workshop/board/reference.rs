//! What the writers of the story would do and why: only when it is revealed, and a step at a time.

use super::super::story::known;
use super::results::split_in_words;
use super::votes_in::VotesIn;
use crate::app::{Language, Workshop};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_engine::assess;
use waymark_view::{El, button, fact, html, list, memo, p};
use waymark_workshop::codes::{Finding, VignetteNumber};
use waymark_workshop::opening::word;
use waymark_workshop::{About, Vignette};

/// The slide.
pub fn reference(language: Language, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    let room = workshop.session;
    let vignette = memo(move || {
        let number = votes_in.story(workshop)?;
        Some((number, known(language, workshop, number)?))
    });
    html::div().child(p("", words.reference_lead)).live(move || {
        let Some((number, vignette)) = vignette.get() else { return vec![p("", words.reference_none)] };
        let (of, revealed) = room.revealed.get();
        let revealed = if of == Some(number) { usize::from(revealed) } else { 0 };
        let word = room.word.get() == Some(number);
        untrack(|| {
            let mut parts: Vec<El> = vec![html::h3().child(format!("{}. {}", vignette.id, vignette.title))];
            let steps: [&dyn Fn() -> El; 4] = [
                &|| finding(language, &vignette),
                &|| items(language, workshop, votes_in, &vignette),
                &|| why(language, &vignette),
                &|| to_talk_about(language, &vignette),
            ];
            parts.extend(steps.iter().take(revealed).map(|step| step()));
            parts.extend(words.reference_next.get(revealed).map(|name| {
                let reveal = move || room.revealed.set((Some(number), revealed as u8 + 1));
                html::div()
                    .class("actions")
                    .child(button("button second", *name).attr("data-action", "reveal").on_press(reveal))
            }));
            parts.push(opening(language, workshop, number, &vignette, word));
            parts
        })
    })
}

/// The word that opens the panel's view for those who answer on devices of their own.
fn opening(language: Language, workshop: Workshop, number: VignetteNumber, vignette: &Vignette, shown: bool) -> El {
    let words = &language.later().pages.workshop_board;
    if !shown {
        let show = move || workshop.session.word.set(Some(number));
        let show = button("button second", words.word_show).attr("data-action", "open-word").on_press(show);
        return html::div().class("actions").child(show);
    }
    let all = language.later().pages.practice.open_words;
    let word = all.get(word(vignette, all.len())).copied().unwrap_or_default();
    html::div()
        .child(p("", words.word_is))
        .child(html::p().class("big").attr("data-word", word).child(word))
        .child(p("small", words.word_why))
}

fn finding(language: Language, vignette: &Vignette) -> El {
    let words = &language.later().pages.workshop_board;
    let shared = &language.later().pages.workshop;
    let found = Finding::of(&assess(&vignette.case));
    let found = shared.findings.get(found.index()).copied().unwrap_or_default();
    let mut facts = vec![fact(words.reference_finding, found)];
    if let Some(judgement) = vignette.case.dash.judgement {
        let name = shared.judgements.get(judgement.index()).copied().unwrap_or_default();
        facts.push(fact(words.reference_judgement, name));
    }
    html::dl().class("summary").attr("data-revealed", "finding").children(facts)
}

fn items(language: Language, workshop: Workshop, votes_in: VotesIn, vignette: &Vignette) -> El {
    let words = &language.later().pages.workshop_board;
    let counted = votes_in.round(workshop.session.round.get());
    let answers = language.later().pages.workshop.answers;
    let rows: Vec<El> = vignette
        .case
        .dash
        .answers
        .iter()
        .map(|(item, answer)| {
            let answer = answers.get(answer.index()).copied().unwrap_or_default();
            let split = counted.split(item).filter(|split| !split.is_hidden() && !counted.hides_items());
            let said = split.map_or_else(
                || answer.to_owned(),
                |split| fill(words.reference_item, &[("answer", answer), ("split", &split_in_words(language, split))]),
            );
            fact(super::results::item_name(language, item), said)
        })
        .listed();
    let none = rows.is_empty().then(|| p("", words.reference_no_items));
    html::div()
        .attr("data-revealed", "items")
        .child(html::h3().child(words.reference_items))
        .child(none)
        .child(html::dl().class("summary").children(rows))
}

/// What a reason is about, in words.
fn about(language: Language, about: About) -> String {
    match about {
        About::Identify => language.later().pages.workshop_board.reference_finding.to_owned(),
        About::Indicator(id) => language.indicator(id).name.to_owned(),
        About::Item(item) => super::results::item_name(language, item),
        About::Route(route) => {
            let name = language.later().pages.practice.routes.get(route.index()).copied().unwrap_or_default();
            fill(language.later().pages.workshop_board.reference_route, &[("route", name)])
        }
        About::Pathway(id) => language.pathway(id).title.to_owned(),
    }
}

fn why(language: Language, vignette: &Vignette) -> El {
    let reasons = vignette.reasons.iter().map(|(of, reason)| {
        // Rules and sources stand in the talk about a case; their ids say nothing to a room.
        fact(about(language, *of), &reason.text)
    });
    html::div()
        .attr("data-revealed", "why")
        .child(html::h3().child(language.later().pages.workshop_board.reference_why))
        .child(html::dl().class("summary").children(reasons))
}

fn to_talk_about(language: Language, vignette: &Vignette) -> El {
    let words = &language.later().pages.workshop_board;
    html::div()
        .attr("data-revealed", "discuss")
        .child(html::h3().child(words.reference_traps))
        .child(list(html::ul(), "", &vignette.traps))
        .child(html::h3().child(words.reference_discuss))
        .child(list(html::ul(), "", &vignette.discuss))
}
