//! What this is and is not, what it rests on, and a check that anyone can make.

mod check;
mod lines;

use crate::app::{AreaState, CaseState, Language, Step};
use crate::components::{law_list, month_in_words, step_root};
use leptos::ev;
use leptos::prelude::*;
use lines::lines;
use waymark_content::age::span;
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, details, fact, h1, html, list, p};

/// A list that opens when it is wanted.
fn fold(title: &'static str, list: &'static [&'static str]) -> El {
    details("fold", title).later(move || vec![lines(list)])
}

/// The clauses of the safety floor.
fn floor(language: Language) -> El {
    let title = language.later().pages.about.rules_floor_title;
    details("fold", title).later(move || vec![list(html::ul(), "", waymark_rules::floor(language))])
}

/// The routes to MARAC.
fn routes(language: Language) -> El {
    let title = language.later().pages.about.rules_routes_title;
    details("fold", title).later(move || vec![list(html::ul(), "", waymark_rules::routes(language))])
}

/// The step.
pub fn about(language: Language, case: CaseState, area: AreaState) -> El {
    let words = &language.later().pages.about;
    let h2 = |title: &'static str| html::h2().child(title);
    step_root(case, Step::About, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(h2(words.does_title))
        .child(lines(words.does))
        .child(h2(words.not_title))
        .child(lines(words.not))
        .child(fold(words.terms_title, words.terms))
        .child(h2(words.privacy_title))
        .child(p("", words.privacy_lead).child(" ").child(words.privacy_do))
        .child(html::h3().child(words.privacy_not_title))
        .child(lines(words.privacy_not))
        .later(move || check::check(language).into())
        .child(h2(words.rules_title))
        .child(fold(words.rules_gates_title, words.rules_gates))
        .child(fold(words.rules_dash_title, words.rules_dash))
        .child(routes(language))
        .child(floor(language))
        .child(p("", words.rules_file))
        .child(h2(words.limits_title))
        .later(|| vec![lines(words.limits)])
        .child(p("ids", words.limits_sources))
        .child(h2(words.unverified_title))
        .child(p("", words.unverified_lead))
        .later(|| vec![lines(words.unverified)])
        .child(h2(words.law_title))
        .child(p("", words.law_lead))
        .later(move || vec![law_list(language, area, None)])
        .child(h2(words.versions_title))
        .child(versions(language, case))
        .child(sources(language))
        .child(p("small", words.credit))
}

fn versions(language: Language, case: CaseState) -> El {
    let words = &language.later().pages.about;
    let (engine, content) = case.assessment.with_untracked(|assessment| (assessment.engine, assessment.content));
    let law = span(language.later().law.iter().map(|point| point.checked));
    let law = law.map(|(oldest, _)| month_in_words(language, oldest)).unwrap_or_default();
    let rows = [
        (words.version_program, engine),
        (words.version_content, content),
        (words.version_changed, words.version_changed_value),
        (words.version_law, &law),
        (words.version_sources, words.version_sources_value),
        (words.version_language, words.version_language_value),
    ];
    html::dl().class("summary").children(rows.map(|(name, value)| fact(name, value)))
}

/// The sources; rendered when they are first opened, as there are some hundreds.
fn sources(language: Language) -> El {
    let all = language.later().sources;
    let words = &language.later().pages.about;
    let opened = RwSignal::new(false);
    let rows = move || html::dl().class("summary small").later_each(all, |source| fact(source.id, source.title));
    details("fold", fill(words.sources_title, &[("n", &all.len().to_string())]))
        .on(ev::toggle, move |_| opened.set(true))
        .child(p("", words.sources_lead))
        .when(move || opened.get(), rows)
}
