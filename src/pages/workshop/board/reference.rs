//! What the writers of the story would do and why: only when it is revealed, and a step at a time.

use super::super::story::known;
use super::Came;
use super::results::split_in_words;
use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::rule_line;
use crate::content::words::fill;
use crate::engine::assess;
use crate::platform::dom::{El, button, el, fact, list, p};
use crate::workshop::codes::Finding;
use crate::workshop::{About, Vignette};
use leptos::prelude::*;

/// The slide.
pub fn reference(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    let room = desk.room;
    let vignette = Memo::new(move |_| {
        let number = room.vignette.get().or_else(|| came.pool.with(|pool| pool.vignette))?;
        known(desk, number)
    });
    el("div").child(p("", words.reference_lead)).live(move || {
        let Some(vignette) = vignette.get() else { return vec![p("", words.reference_none)] };
        let revealed = usize::from(room.revealed.get());
        untrack(|| {
            let steps: [fn(Desk, Came, &Vignette) -> El; 4] = [finding, items, why, to_talk_about];
            let mut parts: Vec<El> = vec![el("h3").text(format!("{}. {}", vignette.id, vignette.title))];
            parts.extend(steps.iter().take(revealed).map(|step| step(desk, came, &vignette)));
            parts.extend(words.reference_next.get(revealed).map(|name| {
                let reveal = move || room.revealed.update(|revealed| *revealed += 1);
                el("div")
                    .class("actions")
                    .child(button("button second", *name).attr("data-action", "reveal").on_press(reveal))
            }));
            parts
        })
    })
}

fn finding(desk: Desk, _: Came, vignette: &Vignette) -> El {
    let words = &desk.words.pages.workshop_board;
    let shared = &desk.words.pages.workshop;
    let found = Finding::of(&assess(&vignette.case));
    let found = shared.findings.get(found.index()).copied().unwrap_or_default();
    let mut facts = vec![fact(words.reference_finding, found)];
    if let Some(judgement) = vignette.case.dash.judgement {
        let name = shared.judgements.get(judgement.index()).copied().unwrap_or_default();
        facts.push(fact(words.reference_judgement, name));
    }
    el("dl").class("summary").attr("data-revealed", "finding").children(facts)
}

fn items(desk: Desk, came: Came, vignette: &Vignette) -> El {
    let words = &desk.words.pages.workshop_board;
    let counted = came.round(desk.room.round.get());
    let answers = desk.words.pages.workshop.answers;
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
                |split| fill(words.reference_item, &[("answer", answer), ("split", &split_in_words(desk, split))]),
            );
            fact(super::results::item_name(desk, item), said)
        })
        .collect();
    let none = rows.is_empty().then(|| p("", words.findings_none));
    el("div")
        .attr("data-revealed", "items")
        .child(el("h3").text(words.reference_items))
        .maybe(none)
        .child(el("dl").class("summary").children(rows))
}

/// What a reason is about, in words.
fn about(desk: Desk, about: About) -> String {
    match about {
        About::Identify => desk.words.pages.workshop_board.reference_finding.to_owned(),
        About::Indicator(id) => desk.words.indicator(id).name.to_owned(),
        About::Item(item) => super::results::item_name(desk, item),
        About::Route(route) => route.text().to_owned(),
        About::Pathway(id) => desk.words.pathway(id).title.to_owned(),
    }
}

fn why(desk: Desk, _: Came, vignette: &Vignette) -> El {
    let reasons = vignette.reasons.iter().map(|(of, reason)| {
        fact(about(desk, *of), &reason.text)
            .maybe((!reason.rules.is_empty()).then(|| el("dd").child(rule_line(desk, &reason.rules))))
    });
    el("div")
        .attr("data-revealed", "why")
        .child(el("h3").text(desk.words.pages.workshop_board.reference_why))
        .child(el("dl").class("summary").children(reasons))
}

fn to_talk_about(desk: Desk, _: Came, vignette: &Vignette) -> El {
    let words = &desk.words.pages.workshop_board;
    el("div")
        .attr("data-revealed", "discuss")
        .child(el("h3").text(words.reference_traps))
        .child(list("ul", "", &vignette.traps))
        .child(el("h3").text(words.reference_discuss))
        .child(list("ul", "", &vignette.discuss))
}
