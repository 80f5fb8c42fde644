//! What this is and is not, what it rests on, and a check that anyone can make.

mod check;

use crate::app::Desk;
use crate::content::SOURCES;
use crate::content::words::fill;
use leptos::prelude::*;

/// Lines of a list.
fn lines(lines: &'static [&'static str]) -> impl IntoView {
    view! { <ul>{lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul> }
}

/// A list that opens when it is wanted.
fn fold(title: &'static str, list: &'static [&'static str]) -> impl IntoView {
    view! { <details class="fold"><summary>{title}</summary>{lines(list)}</details> }
}

/// The step.
#[component]
pub fn About() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    view! {
        <section data-step="about" class="narrow" data-stop=move || desk.stop_text()>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <h2>{words.does_title}</h2>
            {lines(words.does)}
            <h2>{words.not_title}</h2>
            {lines(words.not)}
            <h2>{words.privacy_title}</h2>
            <p>{words.privacy_lead}" "{words.privacy_do}</p>
            <h3>{words.privacy_not_title}</h3>
            {lines(words.privacy_not)}
            <check::Check/>
            <h2>{words.rules_title}</h2>
            {fold(words.rules_gates_title, words.rules_gates)}
            {fold(words.rules_dash_title, words.rules_dash)}
            {fold(words.rules_routes_title, words.rules_routes)}
            {fold(words.rules_floor_title, words.rules_floor)}
            <h2>{words.limits_title}</h2>
            {lines(words.limits)}
            <p class="ids">{words.limits_sources}</p>
            <h2>{words.unverified_title}</h2>
            <p>{words.unverified_lead}</p>
            {lines(words.unverified)}
            <h2>{words.law_title}</h2>
            <p>{words.law_lead}</p>
            {lines(words.law)}
            <Versions/>
            <Sources/>
            <p class="small">{words.credit}</p>
        </section>
    }
}

#[component]
fn Versions() -> impl IntoView {
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
    let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <h2>{words.versions_title}</h2>
        <dl class="summary">{rows.collect_view()}</dl>
    }
}

/// The sources; drawn when they are first opened, as there are some hundreds.
#[component]
fn Sources() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.about;
    let opened = RwSignal::new(false);
    let row = |source: &'static crate::content::SourceRow| {
        view! { <div><dt>{source.id}</dt><dd>{source.title}</dd></div> }
    };
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>{fill(words.sources_title, &[("n", &SOURCES.len().to_string())])}</summary>
            <p>{words.sources_lead}</p>
            <Show when=move || opened.get()>
                <dl class="summary small">{SOURCES.iter().map(row).collect_view()}</dl>
            </Show>
        </details>
    }
}
