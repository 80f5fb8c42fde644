//! What this is and is not, what it rests on, and a check that anyone can make.

mod check;

use crate::app::{Desk, Step, step_root};
use crate::components::law_list;
use crate::content::SOURCES;
use crate::content::words::fill;
use crate::platform::dom::{El, details, el, fact, h1, list, p};
use leptos::prelude::*;

/// Lines of a list.
fn lines(lines: &'static [&'static str]) -> El {
    list("ul", "", lines.iter().copied())
}

/// A list that opens when it is wanted.
fn fold(title: &'static str, list: &'static [&'static str]) -> El {
    details("fold", title).later(move || vec![lines(list)])
}

/// The step.
pub fn about() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let h2 = |title: &'static str| el("h2").text(title);
    step_root(Step::About, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(h2(words.does_title))
        .child(lines(words.does))
        .child(h2(words.not_title))
        .child(lines(words.not))
        .child(h2(words.privacy_title))
        .child(p("", words.privacy_lead).text(" ").text(words.privacy_do))
        .child(el("h3").text(words.privacy_not_title))
        .child(lines(words.privacy_not))
        .later(|| check::check().into())
        .child(h2(words.rules_title))
        .child(fold(words.rules_gates_title, words.rules_gates))
        .child(fold(words.rules_dash_title, words.rules_dash))
        .child(fold(words.rules_routes_title, words.rules_routes))
        .child(fold(words.rules_floor_title, words.rules_floor))
        .child(h2(words.limits_title))
        .later(|| vec![lines(words.limits)])
        .child(p("ids", words.limits_sources))
        .child(h2(words.unverified_title))
        .child(p("", words.unverified_lead))
        .later(|| vec![lines(words.unverified)])
        .child(h2(words.law_title))
        .child(p("", words.law_lead))
        .later(move || vec![law_list(desk, None)])
        .child(h2(words.versions_title))
        .child(versions())
        .child(sources())
        .child(p("small", words.credit))
}

fn versions() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let (engine, content) = desk.assessment.with_untracked(|assessment| (assessment.engine, assessment.content));
    let rows = [
        (words.version_program, engine),
        (words.version_content, content),
        (words.version_changed, words.version_changed_value),
        (words.version_law, words.version_law_value),
        (words.version_sources, words.version_sources_value),
        (words.version_language, words.version_language_value),
    ];
    el("dl").class("summary").children(rows.map(|(name, value)| fact(name, value)))
}

/// The sources; drawn when they are first opened, as there are some hundreds.
fn sources() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let opened = RwSignal::new(false);
    let rows = || el("dl").class("summary small").later_each(*SOURCES, |source| fact(source.id, source.title));
    details("fold", fill(words.sources_title, &[("n", &SOURCES.len().to_string())]))
        .on("toggle", move |_| opened.set(true))
        .child(p("", words.sources_lead))
        .when(move || opened.get(), rows)
}
