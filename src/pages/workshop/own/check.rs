//! The check of a case of one's own, and what may be done with one that passes it.

use super::super::begin::{focus_buttons, warning};
use super::open::of;
use crate::app::{CaseState, Language, View, Workshop};
use crate::platform::{files, voice};
use leptos::prelude::*;
use std::sync::Arc;
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_engine::assess;
use waymark_view::{El, RwSignal, button, html, list, memo, p};
use waymark_workshop::Vignette;
use waymark_workshop::expect::mismatches;
use waymark_workshop::file::{as_value, expectation};

/// What stands in the way of saving, in words; empty when nothing does.
fn in_the_way(language: Language, own: &Vignette) -> Vec<String> {
    let words = &language.later().pages.own;
    let empty = [
        (own.title.trim().is_empty(), words.name),
        (own.warning.trim().is_empty(), words.warning),
        (own.story.is_empty(), words.story),
        (own.case.identify.answers.is_none() && own.case.dash.answers.is_empty(), words.no_answers),
        (own.reasons.is_empty(), words.no_reasons),
    ];
    let missing: Vec<&str> = empty.into_iter().filter(|(empty, _)| *empty).map(|(_, what)| what).listed();
    let mut problems = Vec::new();
    if own.id == 0 {
        problems.push(words.number_wrong.to_owned());
    }
    // The board would show the one for codes of the other.
    let number = own.id.to_string();
    if language.later().vignettes.iter().any(|known| known.id == number) {
        problems.push(fill(words.number_taken, &[("n", &number)]));
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
    mismatches(&own.expect, &as_value(&assess(&own.case)))
}

/// A case that was opened from a file, to be practised: what may be hard to read and where to begin. The panel's answers
/// stay shut.
pub fn practise(language: Language, case: CaseState, view: View, workshop: Workshop) -> Vec<El> {
    let words = &language.later().pages.own;
    let Some(own) = workshop.practice.own.get_untracked() else { return Vec::new() };
    let edit = button("button second", words.edit)
        .attr("data-action", "own-edit")
        .on_press(move || workshop.practice.edits.set(true));
    let edit = html::div().class("actions").child(edit);
    let edit_more = p("small", words.edit_more);
    let title = html::h3().child(format!("{}. {}", own.id, own.title));
    if own.looks_real().is_some() || !in_the_way(language, &own).is_empty() {
        return vec![title, p("notice", words.edit_first), edit, edit_more];
    }
    vec![
        title,
        p("", own.setting.clone()),
        warning(language, &own.warning),
        focus_buttons(language, case, view, workshop, Arc::new(own)),
        edit,
        edit_more,
    ]
}

/// The check, and the ways on.
pub fn check(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.own;
    let told = RwSignal::new("");
    let real = memo(move || of(workshop, Vignette::looks_real));
    let problems = memo(move || of(workshop, |own| in_the_way(language, own)));
    let parted = memo(move || of(workshop, differs));
    let ready = move || real.with(Option::is_none) && problems.with(Vec::is_empty);
    let gentle = move || {
        real.get().map(|(found, what)| {
            let text = words.real.get(found as usize).copied().unwrap_or_default();
            html::div()
                .class("notice")
                .attr("data-gentle", "stop")
                .child(html::h3().child(words.real_title))
                .child(p("", fill(text, &[("what", &what)])))
                .child(p("", words.real_more))
        })
    };
    let state = move || {
        let mut all: Vec<El> = gentle().into_iter().listed();
        let mut lines = problems.get();
        lines.extend(
            parted.with(|parted| (!parted.is_empty()).then(|| fill(words.differs, &[("what", &parted.join("; "))]))),
        );
        all.push(list(html::ul(), "", &lines));
        if ready() {
            all.push(p("", words.check_ready));
        }
        all
    };
    let save = move || {
        let file = workshop.practice.own.with_untracked(|own| {
            let own = own.as_ref()?;
            let name = format!("practice-{}.json", own.id);
            let now = Vignette { expect: expectation(&own.case), ..own.clone() };
            Some((name, now.to_file()))
        });
        let taken = file.is_some_and(|(name, text)| files::save(&name, "application/json", text.as_bytes()));
        told.set(if taken { words.saved } else { words.not_saved });
    };
    voice::follow(move || told.get());
    let ways = move || {
        let Some(own) = workshop.practice.own.get_untracked() else { return Vec::new() };
        let save = button("button", words.save).attr("data-action", "own-save").on_press(save);
        vec![
            html::div().class("actions").child(save),
            p("small", "").child(move || told.get()),
            html::h3().child(words.practise_title),
            focus_buttons(language, case, view, workshop, Arc::new(own)),
        ]
    };
    html::div()
        .child(html::h3().child(words.check_title))
        .child(html::div().attr("role", "status").live(state))
        .when_all(ready, ways)
}
