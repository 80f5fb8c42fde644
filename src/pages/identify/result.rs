//! The result: danger first, one sentence, how sure, what to do for each person, and then everything it rests on.
//! Nothing here is worded to be told to either person.

use super::explain::with_explanation;
use super::sentence::stated;
use super::to_do::{to_do, with_settling};
use crate::app::{Desk, Step};
use crate::case::Input;
use crate::case::vocabulary::{IndicatorId, Known, Person, SpecialistView, Vocabulary};
use crate::components::{caution_card, question, say_box};
use crate::content::CautionId;
use crate::content::words::{capital, fill};
use crate::engine::assessment::{Band, Identification, Outcome, Reason};
use crate::platform::dom::{El, button, el, list, p};
use leptos::prelude::*;

/// Cautions that belong beside this result.
const CAUTIONS: [CautionId; 4] =
    [CautionId::Reversed, CautionId::OneReader, CautionId::SecondOpinion, CautionId::KeepDashesApart];

/// Reads the part of the assessment that this step is about. Follows it.
pub fn found<R>(desk: Desk, read: impl FnOnce(&Identification) -> R) -> R {
    desk.assessment.with(|assessment| read(&assessment.identify))
}

/// Puts a line for each question into a list; a line stays as it is while its question is in the list.
pub fn lines(list: El, ids: impl Fn() -> Vec<IndicatorId> + 'static, line: fn(IndicatorId) -> El) -> El {
    let keys = move || ids().into_iter().map(|id| id.index() as u32).collect();
    list.each(keys, move |key| IndicatorId::ALL.get(key as usize).map_or_else(|| el("li"), |id| line(*id)))
}

/// How the result is headed.
#[derive(Clone, Copy, PartialEq)]
pub enum Head {
    /// Nothing was asked yet.
    NotStarted,
    /// A person is named or leaned towards.
    Named(Person),
    /// One person's account and nothing against it: to be acted on, with no word of doubt.
    OneAccount,
    /// No person is named.
    NoName,
}

/// How the result of this case is headed.
fn head(desk: Desk, found: &Identification) -> Head {
    let against = desk
        .case
        .with(|case| case.context.counter_allegation == Some(Known::Yes) || case.identify.flags.formal_conflict);
    match (found.outcome, found.person) {
        (None, _) => Head::NotStarted,
        (_, Some(person)) => Head::Named(person),
        _ if found.reasons.contains(&Reason::OneAccount) && !against => Head::OneAccount,
        _ => Head::NoName,
    }
}

/// The result of the step. `shown` is whether what it comes to is shown; danger always is.
pub fn result_section(shown: Memo<bool>) -> El {
    let desk = Desk::here();
    let head = Memo::new(move |_| found(desk, |it| head(desk, it)));
    el("section")
        .class("result")
        .attr("data-result", "identify")
        .attr("role", "status")
        .attr("aria-atomic", "false")
        .live_attr("data-outcome", move || Some(found(desk, |it| it.outcome.map_or("", Outcome::text))))
        .live_attr("data-person", move || Some(found(desk, |it| it.person.map_or("", Person::text))))
        .live_attr("data-band", move || Some(found(desk, |it| it.band.text())))
        .when(move || found(desk, |it| !it.danger.is_empty()), danger)
        .live(move || match (shown.get(), head.get()) {
            (false, _) => Vec::new(),
            (true, Head::NotStarted) => vec![p("", desk.words.text("outcome.not_started"))],
            (true, head) => vec![untrack(|| result(head))],
        })
}

/// Danger signs, whatever the outcome, tainted or not.
fn danger() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let line = |id: IndicatorId| {
        let desk = Desk::here();
        let tainted = move || {
            let tainted = desk.case.with(|case| case.identify.answer(id).is_some_and(|answer| answer.tainted));
            if tainted { desk.words.pages.identify.danger_tainted } else { "" }
        };
        el("li").live_text(move || stated(desk, id)).text(". ").live_text(tainted)
    };
    let open = button("button", words.danger_open).on_press(move || desk.go(Step::NextSteps));
    el("div")
        .class("notice urgent")
        .child(el("h2").text(words.danger_title))
        .child(p("", words.danger_lead))
        .child(lines(el("ul"), move || found(desk, |it| it.danger.clone()), line))
        .child(el("div").class("actions").child(open))
}

/// What the answers come to.
fn result(head: Head) -> El {
    let words = &Desk::here().words.pages.identify;
    let to_do = el("div").attr("aria-live", "off").children(to_do(head));
    let drawn = el("div");
    let drawn = match head {
        Head::Named(_) => {
            with_certainty(with_sentence(drawn.child(el("h2").text(words.result_title)), head)).child(to_do)
        }
        Head::OneAccount => with_sentence(drawn.child(el("h2").text(words.result_title)), head).child(to_do),
        _ => {
            let drawn = drawn.child(el("h2").text(words.result_do_title)).child(with_settling(to_do));
            with_certainty(with_sentence(drawn, head))
        }
    };
    drawn.child(rest(head))
}

/// One plain sentence, what is provisional in it, and what is known of force.
fn with_sentence(part: El, head: Head) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let sentence = move || match (head, found(desk, |it| (it.outcome, it.person))) {
        (Head::OneAccount, _) => desk.words.text("outcome.one_account_undisputed").to_owned(),
        (_, (Some(outcome), person)) => capital(&desk.about_people(desk.words.text(&key("outcome", outcome)), person)),
        _ => String::new(),
    };
    let not_asked = move || found(desk, |it| it.unasked_core.len());
    let provisional = move || match not_asked() {
        0 => String::new(),
        1 => words.provisional_one.to_owned(),
        n => fill(words.provisional, &[("n", &n.to_string())]),
    };
    let force = move || match found(desk, |it| (it.force_line, it.person)) {
        (Some(force), person) => capital(&desk.about_people(desk.words.text(&key("force_line", force)), person)),
        _ => String::new(),
    };
    part.child(el("p").class("found").child(el("strong").live_text(sentence)))
        .when(move || not_asked() > 0, move || el("p").live_text(provisional))
        .when(move || found(desk, |it| it.force_line.is_some()), move || el("p").live_text(force))
}

/// How sure, and what holds it there.
fn with_certainty(part: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let band = move || {
        let band = move || desk.words.text(&key("band", found(desk, |it| it.band)));
        p("", words.band).text(" ").child(el("strong").live_text(band))
    };
    let caps = move || {
        let caps = found(desk, |it| it.caps.iter().map(|cap| desk.words.text(&key("cap", *cap))).collect());
        told(words.held, caps)
    };
    part.when(move || found(desk, |it| it.band != Band::None), band)
        .child(el("div").attr("aria-live", "off").live(caps))
}

/// A heading and its lines; nothing when there are none.
fn told(title: &'static str, lines: Vec<&'static str>) -> Vec<El> {
    if lines.is_empty() { Vec::new() } else { vec![el("h3").text(title), list("ul", "", lines)] }
}

/// Reasons, what the outcome does not mean, cautions, everything it rests on, who must read it, and what to say.
fn rest(head: Head) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let reasons = move || {
        let reasons = found(desk, |it| it.reasons.iter().map(|it| desk.words.text(&key("reason", *it))).collect());
        told(words.reasons, reasons)
    };
    let note =
        move || found(desk, |it| it.outcome.map_or("", |outcome| desk.words.text(&key("outcome_note", outcome))));
    let cautions = move || {
        desk.assessment.with(|it| {
            let ours = it.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| caution_card(caution.id, &caution.rules)).collect()
        })
    };
    let moment = match head {
        Head::Named(_) => "other-asks",
        Head::OneAccount => "disclosure",
        _ => "not-clear",
    };
    let part = el("div")
        .attr("aria-live", "off")
        .live(reasons)
        .maybe((head != Head::OneAccount).then(|| el("p").live_text(note)))
        .live(cautions)
        .child(p("small muted", desk.words.say(moment).map_or("", |say| say.when)))
        .child(say_box(move || moment));
    with_explanation(part, head).children(readers())
}

/// Who must read it, when to look again, which version, and what it can never do.
fn readers() -> [El; 4] {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let reader = move || {
        if !found(desk, |it| matches!(it.outcome, Some(Outcome::O1 | Outcome::O2 | Outcome::O6))) {
            return words.reader_none;
        }
        desk.case.with(|case| match &case.identify {
            it if it.second_reader => words.reader_two,
            it if it.flags.specialist == Some(SpecialistView::Agrees) => words.reader_specialist,
            _ => words.reader_one,
        })
    };
    let review = move || {
        desk.words.text(found(desk, |it| match it.outcome {
            Some(Outcome::O1) => "review.O1",
            Some(Outcome::O2) => "review.O2",
            Some(Outcome::O6) => "review.O6",
            Some(Outcome::NotClear) if !it.danger.is_empty() => "review.NC_danger",
            Some(Outcome::NotClear) => "review.NC",
            _ => "review.other",
        }))
    };
    let version =
        move || desk.assessment.with(|it| fill(words.version, &[("engine", it.engine), ("content", it.content)]));
    [
        el("h3").text(words.reader_title),
        el("p").live_text(reader).text(" ").live_text(review),
        el("p").class("small").live_text(version),
        p("", desk.words.text("standing")),
    ]
}

/// The worker's own judgement, a second reader and a specialist: beside the result, never overwritten by it.
pub fn beside_result() -> Vec<El> {
    let words = &Desk::here().words.pages.identify;
    let mut parts = vec![el("h2").text(words.own_title), p("", words.own_lead)];
    parts
        .extend([Input::JudgementPerson, Input::JudgementReason, Input::SecondReader, Input::Specialist].map(question));
    parts
}

/// The key of a code's words.
pub fn key(table: &str, code: impl Vocabulary) -> String {
    [table, ".", code.text()].concat()
}
