//! Who is doing what to whom: one check, the two people, the questions, a read-back, and the result with its reasons.
//!
//! Lives here: the order of the step. Not here: one question (`card`), the echo questions (`echo`), how the answers were
//! come by (`flags`), the result (`result`) and what it rests on (`explain`).

mod card;
mod echo;
mod explain;
mod flags;
mod people;
mod read_back;
mod result;
mod sentence;
mod to_do;

use crate::app::{Desk, Layout, Step, layout_toggle, step_end, step_root};
use crate::case::vocabulary::{Flag, IndicatorId, Vocabulary};
use crate::case::{ContextField, Input};
use crate::components::question;
use crate::content::words::fill;
use crate::content::{Domain, Strength, indicator};
use crate::engine::assessment::Needed;
use crate::platform::dom::{El, button, details, el, h1, list, p};
use crate::platform::page;
use card::indicator_card;
use flags::{asks_heard_alone, discard, heard_alone, how_known, something_else};
use leptos::prelude::*;
use people::people_picker;
use read_back::{read_back, reading_now};
use result::{beside_result, result_section};

/// The questions that matter most, in the order in which they are asked.
const FIRST: [IndicatorId; 10] = {
    use IndicatorId::{F1, H1, H3, K1, K2, K3, L1, L2, U1, U2};
    [F1, K1, K2, K3, H1, H3, U1, U2, L1, L2]
};
/// The domains of the other questions. Danger stands first.
const THEN: [Domain; 8] = [Domain::R, Domain::F, Domain::K, Domain::H, Domain::U, Domain::J, Domain::P, Domain::T];

/// The step.
pub fn identify() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let began = desk.case.with_untracked(|case| case.identify.answers.is_some());
    let working = RwSignal::new(began);
    let wanted = Memo::new(move |_| {
        working.get()
            || desk.layout.get() == Layout::Whole
            || desk.assessment.with(|it| it.identify.needed != Needed::NotNeeded || it.identify.outcome.is_some())
    });
    let confirmed = RwSignal::new(None);
    let shown = Memo::new(move |_| {
        let answered = desk.assessment.with(|it| it.identify.outcome.is_some());
        !answered || desk.layout.get() == Layout::Whole || confirmed.get() == Some(reading_now(desk))
    });
    let work_through = move || {
        working.set(true);
        request_animation_frame(|| page::focus("#two-people"));
    };
    let worked = move || {
        let mut parts = work();
        parts.push(read_back(confirmed));
        parts
    };
    let anyway =
        move || button("button second", words.work_through).attr("data-action", "work-through").on_press(work_through);
    step_root(Step::Identify, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle())
        .children(check(wanted.get_untracked()))
        .when_all(move || wanted.get(), worked)
        .when(move || wanted.get() && asks_heard_alone(desk, shown), move || heard_alone(desk))
        .later(move || vec![result_section(shown)])
        .when_all(move || wanted.get(), beside_result)
        .child(step_end(Step::Dash))
        .when(move || !wanted.get(), anyway)
}

/// The check question. Settled once, it folds away, and stays within reach.
fn check(settled: bool) -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let why = el("p").live_text(move || match desk.assessment.with(|it| it.identify.needed) {
        Needed::Needed => words.needed,
        Needed::Useful => words.useful,
        Needed::NotNeeded => words.check_lead,
    });
    let parts = [why, question(Input::Context(ContextField::CounterAllegation)), question(Input::Unsure)];
    if settled {
        let fold = details("help", words.check_again).live_flag("open", move || desk.layout.get() == Layout::Whole);
        return vec![fold.children(parts)];
    }
    let mut all = vec![el("h2").text(words.check_title)];
    all.extend(parts);
    all
}

/// Everything that is asked.
fn work() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let of_domain = |domain: Domain| {
        let others = |id: &IndicatorId| {
            let row = indicator(*id);
            row.domain == domain && row.strength != Strength::SetAside && !FIRST.contains(id)
        };
        IndicatorId::ALL.iter().copied().filter(others).collect::<Vec<_>>()
    };
    let before = el("div").class("notice").child(el("h2").text(words.before_title)).child(list(
        "ul",
        "",
        words.before.iter().copied(),
    ));
    let mut all = vec![before];
    all.extend(people_picker());
    all.extend([el("h2").text(words.core_title), p("", words.core_lead), traps()]);
    all.push(el("div").later_each(FIRST, indicator_card));
    all.push(el("h2").text(words.add_title));
    for domain in THEN {
        let title = desk.words.text(&result::key("domain", domain));
        all.push(card_fold(title, of_domain(domain), domain == Domain::R, ""));
    }
    let aside = IndicatorId::ALL.iter().copied().filter(|id| indicator(*id).strength == Strength::SetAside).collect();
    all.push(card_fold(words.aside_title, aside, false, words.aside_lead));
    all.push(el("h2").text(words.how_title));
    all.extend(how_known());
    all.extend([discard(), something_else()]);
    all
}

/// Questions under one heading: folded in the guided layout unless one is answered or they are `open` from the start,
/// open in the whole one. `lead` is what to know about them; it may be empty.
fn card_fold(title: &'static str, ids: Vec<IndicatorId>, open: bool, lead: &'static str) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let cards = ids.clone();
    let all = ids.len().to_string();
    let asked = ids.clone();
    let opened = move || desk.layout.get() == Layout::Whole || open || untrack(|| answered(desk, &asked)) > 0;
    let count = move || fill(words.fold_of, &[("n", &answered(desk, &ids).to_string()), ("all", &all)]);
    let summary = el("summary").text(title).text(" ").child(el("span").class("muted small").live_text(count));
    el("details")
        .class("fold")
        .live_flag("open", opened)
        .child(summary)
        .maybe((!lead.is_empty()).then(|| p("", lead)))
        .later_each(cards, indicator_card)
}

/// How many of the questions are answered. Follows the case.
fn answered(desk: Desk, ids: &[IndicatorId]) -> usize {
    desk.case.with(|case| ids.iter().filter(|id| case.identify.answer(**id).is_some()).count())
}

/// The traps by group, beside the answers.
fn traps() -> El {
    let desk = Desk::here();
    let rows = desk.words.traps.iter().flat_map(|trap| {
        let told = el("dd").text(trap.trap).text(" ").child(el("strong").text(trap.correction));
        [el("dt").text(trap.group), told]
    });
    details("help", desk.words.pages.identify.traps_title).child(el("dl").children(rows))
}

/// A flag as a question.
fn flag(flag: Flag) -> El {
    question(Input::Flag(flag))
}
