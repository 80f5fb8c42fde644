//! The check of a case of one's own, and what may be done with one that passes it.

use super::super::practice::focus_buttons;
use super::of;
use crate::app::Desk;
use crate::content::words::fill;
use crate::engine::assess;
use crate::platform::dom::{El, button, el, list, p};
use crate::platform::files;
use crate::workshop::Vignette;
use crate::workshop::expect::mismatches;
use crate::workshop::file::expectation;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands in the way of saving, in words; empty when nothing does.
fn in_the_way(desk: Desk, own: &Vignette) -> Vec<String> {
    let words = &desk.words.pages.own;
    let empty = [
        (own.title.trim().is_empty(), words.name),
        (own.warning.trim().is_empty(), words.warning),
        (own.story.is_empty(), words.story),
        (own.case.identify.answers.is_none() && own.case.dash.answers.is_empty(), words.no_answers),
        (own.reasons.is_empty(), words.no_reasons),
    ];
    let missing: Vec<&str> = empty.into_iter().filter(|(empty, _)| *empty).map(|(_, what)| what).collect();
    let mut problems = Vec::new();
    if own.id == 0 {
        problems.push(words.number_wrong.to_owned());
    }
    if !missing.is_empty() {
        problems.push(fill(words.missing, &[("what", &missing.join("; "))]));
    }
    // What the strict reader would refuse must not be written.
    if problems.is_empty()
        && let Err(error) = Vignette::read(own.to_file().as_bytes())
    {
        problems.push(error.to_string());
    }
    problems
}

/// Where what the file expected and what the tool says part.
fn differs(own: &Vignette) -> Vec<String> {
    serde_json::to_value(assess(&own.case)).map(|actual| mismatches(&own.expect, &actual)).unwrap_or_default()
}

/// The check, and the ways on.
pub fn check(desk: Desk) -> El {
    let words = &desk.words.pages.own;
    let told = RwSignal::new("");
    let real = Memo::new(move |_| of(desk, Vignette::looks_real));
    let problems = Memo::new(move |_| of(desk, |own| in_the_way(desk, own)));
    let parted = Memo::new(move |_| of(desk, differs));
    let ready = move || real.with(Option::is_none) && problems.with(Vec::is_empty);
    let gentle = move || {
        real.get().map(|(found, what)| {
            let text = words.real.get(found as usize).copied().unwrap_or_default();
            el("div")
                .class("notice")
                .attr("data-gentle", "stop")
                .child(el("h3").text(words.real_title))
                .child(p("", fill(text, &[("what", &what)])))
                .child(p("", words.real_more))
        })
    };
    let state = move || {
        let mut all: Vec<El> = gentle().into_iter().collect();
        let mut lines = problems.get();
        lines.extend(
            parted.with(|parted| (!parted.is_empty()).then(|| fill(words.differs, &[("what", &parted.join("; "))]))),
        );
        all.push(list("ul", "", &lines));
        if ready() {
            all.push(p("", words.check_ready));
        }
        all
    };
    let save = move || {
        let file = desk.practice.own.with_untracked(|own| {
            let own = own.as_ref()?;
            let name = format!("practice-{}.json", own.id);
            let now = Vignette { expect: expectation(&own.case), ..own.clone() };
            Some((name, now.to_file()))
        });
        let taken = file.is_some_and(|(name, text)| files::save(&name, "application/json", text.as_bytes()));
        told.set(if taken { words.saved } else { words.not_saved });
    };
    let ways = move || {
        let Some(own) = desk.practice.own.get_untracked() else { return Vec::new() };
        let save = button("button", words.save).attr("data-action", "own-save").on_press(save);
        vec![
            el("div").class("actions").child(save),
            p("small", "").attr("role", "status").live_text(move || told.get()),
            el("h3").text(words.practise_title),
            focus_buttons(desk, Arc::new(own)),
        ]
    };
    el("div")
        .child(el("h3").text(words.check_title))
        .child(el("div").attr("role", "status").live(state))
        .when_all(ready, ways)
}
