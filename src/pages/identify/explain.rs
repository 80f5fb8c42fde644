//! What a result rests on, in words: every answer counted, against, unknown, kept aside, and what would change it.

use super::result::{Head, found, key, lines};
use super::sentence::{how_known, stated, who};
use super::to_do::go_to_question;
use crate::app::Desk;
use crate::case::vocabulary::{IndicatorId, Vocabulary, Who};
use crate::content::words::capital;
use crate::content::{Domain, Strength, indicator};
use crate::engine::assessment::{DomainState, Domains, Identification};
use crate::platform::dom::{El, el, p};
use leptos::prelude::*;

/// The most questions offered that could change the result.
const OFFERED: usize = 6;

/// Puts everything that a result rests on at the end of a part.
pub fn with_explanation(part: El, head: Head) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let sided = move || desk.case.with(|case| case.identify.flags.no_contact_with.is_some());
    let uncontradicted = move || matches!(head, Head::Named(_)) && found(desk, |it| it.contrary.is_empty());
    let nothing_contrary = move || vec![el("h3").text(words.contrary_title), p("", words.contrary_none)];
    let unknown =
        move || vec![el("h3").text(words.unknown_title), el("p").live_text(move || blanks(desk).join("; ")).text(".")];
    let part = section(part, words.rests_title, Ids::Of(|it| &it.counted), counted)
        .when(sided, move || p("hint", words.rests_sided));
    let part = section(part, words.contrary_title, Ids::Of(|it| &it.contrary), counted)
        .when_all(uncontradicted, nothing_contrary)
        .child(el("h3").text(words.domains_title))
        .child(domains());
    let part = section(part, words.fragile_title, Ids::Of(|it| &it.rests_on), |id| line(id, None));
    let part = section(part, words.change_title, Ids::WouldChange, |id| el("li").child(go_to_question(id)))
        .when_all(move || !blanks(desk).is_empty(), unknown);
    let part = section(part, words.also_title, Ids::Also, also_line);
    section(part, words.aside_why, Ids::Of(|it| &it.set_aside), set_aside)
}

/// Which answers or questions a section lists.
#[derive(Clone, Copy)]
enum Ids {
    /// A list of the result.
    Of(fn(&Identification) -> &Vec<IndicatorId>),
    /// The first questions that could change it.
    WouldChange,
    /// Answers in no other list.
    Also,
}

impl Ids {
    /// The list as it is now. Follows the result.
    fn now(self, desk: Desk) -> Vec<IndicatorId> {
        match self {
            Self::Of(list) => found(desk, |it| list(it).clone()),
            Self::WouldChange => found(desk, |it| it.would_change.iter().copied().take(OFFERED).collect()),
            Self::Also => also(desk),
        }
    }
}

/// A heading and its list; nothing while the list is empty.
fn section(part: El, title: &'static str, ids: Ids, line: fn(IndicatorId) -> El) -> El {
    let desk = Desk::here();
    let list = move || vec![el("h3").text(title), lines(el("ul").class("told"), move || ids.now(desk), line)];
    part.when_all(move || !ids.now(desk).is_empty(), list)
}

/// An answer as a sentence, with what is told about it below.
fn line(id: IndicatorId, more: Option<fn(Desk, IndicatorId) -> String>) -> El {
    let desk = Desk::here();
    let more = more.map(|more| el("small").live_text(move || more(desk, id)));
    el("li").live_text(move || stated(desk, id)).maybe(more)
}

fn counted(id: IndicatorId) -> El {
    line(id, Some(how_known))
}

fn also_line(id: IndicatorId) -> El {
    line(id, Some(|desk, id| [capital(why_not_counted(desk, id)), how_known(desk, id)].join(". ")))
}

fn set_aside(id: IndicatorId) -> El {
    line(id, Some(|desk, id| desk.words.text(&key("set_aside", id)).to_owned()))
}

/// The names of the questions with no answer. What was said in front of the other person is unknown too, and stands in
/// a list of its own.
fn blanks(desk: Desk) -> Vec<&'static str> {
    let blank = |id: &IndicatorId| matches!(who(desk, *id), Who::NotAsked | Who::NotKnown);
    let unknown = Ids::Of(|it| &it.unknown).now(desk);
    unknown.into_iter().filter(blank).map(|id| desk.words.indicator(id).name).collect()
}

/// Answers that say something and stand in no other list.
fn also(desk: Desk) -> Vec<IndicatorId> {
    let kept = |id: &IndicatorId| {
        let placed = found(desk, |it| [&it.counted, &it.contrary, &it.set_aside].iter().any(|list| list.contains(id)));
        !placed && desk.case.with(|case| case.identify.answer(*id).is_some_and(|answer| answer.says_something()))
    };
    IndicatorId::ALL.iter().copied().filter(kept).collect()
}

/// Why an answer is kept and not counted.
fn why_not_counted(desk: Desk, id: IndicatorId) -> &'static str {
    let words = &desk.words.pages.identify;
    let answer = desk.case.with(|case| case.identify.answer(id).cloned().unwrap_or_default());
    match indicator(id).strength {
        _ if answer.tainted => words.also_tainted,
        Strength::Support => words.also_support,
        _ if answer.sources.is_empty() => words.also_relayed,
        _ if answer.who == Some(Who::Both) => words.also_disputed,
        _ if answer.who == Some(Who::None) => words.also_one_no,
        _ => words.also_own,
    }
}

/// What a core domain came to.
type StateOf = fn(&Domains) -> DomainState;

/// The five core domains and what each came to.
fn domains() -> El {
    let desk = Desk::here();
    let row = |(domain, of): (Domain, StateOf)| {
        let state = move || {
            let state = found(desk, |it| of(&it.domains));
            capital(&desk.about_people(desk.words.text(&key("domain_state", state)), None))
        };
        let name = el("dt").text(desk.words.text(&key("domain", domain)));
        el("div").child(name).child(el("dd").live_text(state))
    };
    let all: [(Domain, StateOf); 5] = [
        (Domain::F, |it| it.f),
        (Domain::K, |it| it.k),
        (Domain::H, |it| it.h),
        (Domain::U, |it| it.u),
        (Domain::L, |it| it.l),
    ];
    el("dl").class("summary").children(all.map(row))
}
