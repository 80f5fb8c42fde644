//! The guided situation: twelve screens, the few questions that can change what comes first, and an end from which all
//! else can be told.

use crate::app::{CaseState, Language, Step, View};
use crate::components::{
    answer_buttons, back_button, layout_toggle, question_with_note, row, screen_actions, screen_progress, screen_root,
    step_end, step_name, toggle_note, worded,
};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Private, Vocabulary};
use waymark_case::{ContextField, Input};
use waymark_content::words::fill;
use waymark_engine::assessment::Needed;
use waymark_flow::{SITUATION, Section, SituationPlace, SituationScreen, sections, would_change};
use waymark_view::{El, button, details, h1, html, p};

/// The most steps named as what an answer can change.
const NAMED: usize = 3;

/// Rows whose hint is part of the question: without it the answer means nothing.
const HINTED: [ContextField; 2] = [ContextField::RedFlags, ContextField::LimitsExplained];

/// Labels that fit beside each other on a phone.
fn short(language: Language, field: ContextField) -> &'static [&'static str] {
    let words = &language.pages.situation;
    match field {
        ContextField::Sees => words.short_sees,
        ContextField::Relationship => words.short_relationship,
        ContextField::WishAsked => words.short_wish_asked,
        _ => &[],
    }
}

/// The screen at the worker's place.
pub fn screens(language: Language, case: CaseState, view: View) -> El {
    let place = view.places.situation;
    place.update_untracked(|place| *place = case.answers.with_untracked(|case| std::mem::take(place).settled(case)));
    html::div().class("guided").live(move || {
        let at = place.get();
        untrack(|| {
            let screen = match at {
                SituationPlace::Opened | SituationPlace::More => None,
                SituationPlace::Screen(at) => {
                    SITUATION.get(at).map(|screen| one_of_twelve(language, case, view, screen, at))
                }
                SituationPlace::Extra(at, fields) => {
                    fields.get(at).map(|field| extra(language, case, view, *field, (at + 1, fields.len())))
                }
            };
            vec![screen.unwrap_or_else(|| more(language, case, view)), layout_toggle(language, view)]
        })
    })
}

fn one_of_twelve(language: Language, case: CaseState, view: View, screen: &'static SituationScreen, at: usize) -> El {
    let rows = move || case.read(|case, assessment| screen.rows(case, assessment));
    let progress = screen_progress(language, Step::Situation, step_name(language, Step::Situation), move || {
        (at + 1, SITUATION.len())
    });
    let root = screen_root(screen.name()).child(progress);
    let root = match (screen.title(language), screen.single()) {
        (None, Some(field)) => {
            let input = Input::Context(field);
            // Where it is not private, the question is asked again when it may be.
            let stays = move || field == ContextField::PrivateNow && case.holds(input, Private::No.text());
            let answered = move || {
                if !untrack(stays) && untrack(rows).is_empty() {
                    go_on(case, view);
                }
            };
            asked(language, case, root, field).child(answer_buttons(language, case, input, answered))
        }
        (title, _) => root.child(h1(title.unwrap_or_default())),
    };
    let skips = move || screen.single().is_some_and(|field| !case.answered(Input::Context(field)));
    root.each(rows, move |field| {
        row(language, case, Input::Context(field), short(language, field), HINTED.contains(&field))
    })
    .child(actions(language, case, view, skips))
    .child(why(language, case, screen.fields))
}

/// A question as the heading of its screen, with what to look for.
fn asked(language: Language, case: CaseState, root: El, field: ContextField) -> El {
    let words = language.question(Input::Context(field));
    root.child(h1("").child(worded(language, case, words.ask)))
        .child((!words.hint.is_empty()).then(|| p("hint", "").child(worded(language, case, words.hint))))
}

/// A question that `ask_next` names, with what its answer can change.
fn extra(language: Language, case: CaseState, view: View, field: ContextField, place: (usize, usize)) -> El {
    let words = &language.pages.situation;
    let changes = case.answers.with(|now| would_change(field, now, |other| case.assess(other)));
    let changes = changes.into_iter().take(NAMED).map(|id| language.pathway(id).title).listed().join("; ");
    let input = Input::Context(field);
    let progress = screen_progress(language, Step::Situation, words.extras, move || place);
    let body = answer_buttons(language, case, input, move || go_on(case, view));
    asked(language, case, screen_root(field.path()).child(progress), field)
        .child((!changes.is_empty()).then(|| p("small", fill(words.changes, &[("list", &changes)]))))
        .child(body)
        .child(actions(language, case, view, move || !case.answered(input)))
}

fn go_on(case: CaseState, view: View) {
    let place = view.places.situation;
    view.go(place, case.assessment.with_untracked(|assessment| place.get_untracked().next(assessment)));
}

fn actions(language: Language, case: CaseState, view: View, skips: impl Fn() -> bool + Copy + 'static) -> El {
    screen_actions(language, skips, move || go_on(case, view), move || go_back(view))
}

/// To the screen before; from the first, to the case.
fn go_back(view: View) {
    let place = view.places.situation;
    match place.get_untracked().back() {
        Some(before) => view.go(place, before),
        None => view.open(Step::Case),
    }
}

/// Why each is asked, what to look for, and a note; folded, as the screen has to fit.
fn why(language: Language, case: CaseState, fields: &'static [ContextField]) -> El {
    details("help", language.pages.situation.why_and_note).later(move || {
        let part = |field: &ContextField| {
            let input = Input::Context(*field);
            let words = language.question(input);
            let look = fields.len() > 1 && !HINTED.contains(field) && !words.hint.is_empty();
            html::div()
                .child(p("why", "").child(worded(language, case, words.why)))
                .child(look.then(|| p("hint", "").child(worded(language, case, words.hint))))
                .child(toggle_note(language, case, input))
        };
        fields.iter().map(part).listed()
    })
}

/// The end: what was skipped, the way on, and everything else by its heading.
fn more(language: Language, case: CaseState, view: View) -> El {
    let words = &language.pages.situation;
    let open =
        move || case.answers.with(|case| (0..SITUATION.len()).filter(|at| !SITUATION[*at].is_begun(case)).listed());
    let to_screen = move |at: usize| {
        let screen = &SITUATION[at];
        let name = screen.title(language).unwrap_or_else(|| language.question(Input::Context(screen.fields[0])).ask);
        let open = move || view.go(view.places.situation, SituationPlace::Screen(at));
        html::li().child(button("link", name).on_press(open))
    };
    let done = move || case.answers.with(|case| SITUATION.iter().all(|screen| screen.is_begun(case)));
    let identify = case.assessment.with(|assessment| assessment.identify.needed != Needed::NotNeeded);
    screen_root("more")
        .child(h1(words.end_title))
        .when(move || !done(), move || html::div().child(p("", words.end_open)).child(html::ul().each(open, to_screen)))
        .child(
            step_end(language, view, if identify { Step::Identify } else { Step::Dash })
                .child(back_button(language, move || go_back(view))),
        )
        .child(html::h2().child(words.more_title))
        .child(p("", words.more_lead))
        .children(sections().iter().filter_map(|section| facts(language, case, section)))
}

/// The questions under one heading that are none of the twelve.
fn facts(language: Language, case: CaseState, section: &'static Section) -> Option<El> {
    let fields: Vec<&'static ContextField> =
        section.fields.iter().filter(|field| SituationPlace::of(**field) == SituationPlace::More).listed();
    let counted = fields.clone();
    let answered = move || {
        let answered =
            case.answers.with(|case| counted.iter().filter(|field| !case.context.field(***field).is_absent()).count());
        fill(
            language.pages.situation.progress,
            &[("answered", &answered.to_string()), ("shown", &counted.len().to_string())],
        )
    };
    let summary = html::summary()
        .child(section.heading(language))
        .child(" ")
        .child(html::span().class("muted small").child(answered));
    let fold = html::details().class("fold").child(summary);
    let ask = move |field: &'static ContextField| question_with_note(language, case, Input::Context(*field));
    (!fields.is_empty()).then(|| fold.later_each(fields, ask))
}
