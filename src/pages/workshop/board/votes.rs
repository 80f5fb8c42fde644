//! Where the votes come in: from the tally pad, or as codes pasted in any layout. Who is missing is only ever a number.

use super::super::count::count;
use super::super::toggle;
use super::Came;
use crate::app::{Desk, Votes};
use crate::case::vocabulary::Vocabulary;
use crate::components::{part_id, quiet};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, p, typed};
use crate::workshop::board::{Pool, Refused, Why};
use crate::workshop::codes::{CodeError, Round, VignetteNumber};
use leptos::prelude::*;

/// As many people as a room is asked for.
const ROOM: u32 = 999;

/// The slide.
pub fn who_is_in(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    let room = desk.room;
    let people = count(
        "workshop.people",
        words.people,
        ROOM,
        move || room.people.get().map_or(0, u32::from),
        move |people| room.people.set(u16::try_from(people).ok().filter(|people| *people > 0)),
    );
    let clear = button("button second", words.clear_votes).attr("data-action", "clear-votes").on_press(move || {
        room.clear_votes();
        desk.told.set(words.cleared);
    });
    el("div")
        .child(el("div").class("ins").attr("role", "status").live(move || ins(desk, came)))
        .child(toggle("data-votes", words.votes_title, words.votes, room.votes))
        .child(el("div").class("field").child(p("", words.people).attr("aria-hidden", "true")).child(people))
        .when(move || room.votes.get() == Votes::Codes, move || codes(desk, came))
        .child(el("div").class("actions").child(clear))
}

/// How many are in, of each vote that has begun.
fn ins(desk: Desk, came: Came) -> Vec<El> {
    let words = &desk.words.pages.workshop_board;
    let rounds = desk.words.pages.workshop.rounds;
    let expected = desk.room.people.get().map(u32::from);
    let counts = came.counted.with(|counted| counted.each_ref().map(|counted| counted.people));
    Round::ALL
        .iter()
        .filter(|round| **round == Round::First || counts[round.index()] > 0)
        .map(|round| {
            let n = counts[round.index()];
            let (said, missing) = match expected {
                None => (fill(words.in_count, &[("n", &n.to_string())]), None),
                Some(people) => (
                    fill(words.in_of, &[("n", &n.to_string()), ("people", &people.to_string())]),
                    Some(people.saturating_sub(n)),
                ),
            };
            let to_come = missing.map(|missing| match missing {
                0 => words.none_to_come.to_owned(),
                missing => fill(words.to_come, &[("n", &missing.to_string())]),
            });
            el("p")
                .child(el("span").text(rounds.get(round.index()).copied().unwrap_or_default()))
                .child(el("strong").class("big").attr("data-in", round.text()).text(said))
                .maybe(to_come.map(|to_come| el("span").text(to_come)))
        })
        .collect()
}

fn codes(desk: Desk, came: Came) -> El {
    let words = &desk.words.pages.workshop_board;
    let room = desk.room;
    let story = count(
        "workshop.vignette",
        words.vignette,
        u8::MAX.into(),
        move || room.vignette.get().map_or(0, |vignette| vignette.get().into()),
        move |number| room.choose(u8::try_from(number).ok().and_then(VignetteNumber::new)),
    );
    let hint = part_id("workshop.codes", "hint");
    let area = el("textarea")
        .attr("rows", "6")
        .attr("name", "workshop.codes")
        .attr("aria-describedby", &hint)
        .live_value(move || room.pasted.get())
        .on("input", move |event| room.pasted.set(typed(&event)));
    let empty = button("button second small", words.codes_empty).on_press(move || room.pasted.set(String::new()));
    el("div")
        .child(el("div").class("field").child(p("", words.vignette).attr("aria-hidden", "true")).child(story))
        .child(p("hint", words.vignette_hint))
        .child(
            el("div")
                .class("field")
                .child(el("label").child(el("span").text(words.codes_title)).child(quiet(area)))
                .child(p("hint", words.codes_hint).attr("id", &hint)),
        )
        .child(empty)
        .child(el("div").attr("role", "status").live(move || came.pool.with(|pool| refused(desk, pool))))
}

/// What was not counted, each with why.
fn refused(desk: Desk, pool: &Pool) -> Vec<El> {
    let words = &desk.words.pages.workshop_board;
    if pool.refused.is_empty() {
        return Vec::new();
    }
    let title = fill(words.refused_title, &[("n", &pool.refused.len().to_string())]);
    let rows = pool.refused.clone();
    let wanted = pool.vignette;
    let row = move |Refused { line, text, why }: Refused| {
        el("li")
            .attr("data-refused", kind(why))
            .child(el("span").text(fill(words.refused_line, &[("line", &line.to_string())])))
            .text(" ")
            .child(el("code").text(text))
            .text(" ")
            .text(said(desk, why, wanted))
    };
    vec![el("h3").text(title), el("ul").later_each(rows, row)]
}

/// The kind of fault, as the text of its `data-refused`.
fn kind(why: Why) -> &'static str {
    match why {
        Why::Code(CodeError::Character { .. }) => "character",
        Why::Code(CodeError::Length(_)) => "length",
        Why::Code(CodeError::Check) => "check",
        Why::Code(CodeError::Version(_)) => "version",
        Why::Code(CodeError::NoVignette) => "no-vignette",
        Why::OtherVignette(_) => "vignette",
        Why::Repeat => "repeat",
        Why::TooMany => "too-many",
    }
}

/// What is wrong, in words.
fn said(desk: Desk, why: Why, wanted: Option<VignetteNumber>) -> String {
    let words = &desk.words.pages.workshop_board;
    let number = |n: usize| n.to_string();
    match why {
        Why::Code(CodeError::Character { letter, place }) => {
            fill(words.wrong_character, &[("place", &number(place)), ("letter", &letter.to_string())])
        }
        Why::Code(CodeError::Length(length)) => fill(words.wrong_length, &[("n", &number(length))]),
        Why::Code(CodeError::Check) => words.wrong_check.to_owned(),
        Why::Code(CodeError::Version(version)) => fill(words.wrong_version, &[("n", &number(version.into()))]),
        Why::Code(CodeError::NoVignette) => words.wrong_none.to_owned(),
        Why::OtherVignette(vignette) => {
            let wanted = wanted.map_or_else(String::new, |wanted| number(wanted.get().into()));
            fill(words.wrong_vignette, &[("n", &number(vignette.get().into())), ("wanted", &wanted)])
        }
        Why::Repeat => words.wrong_repeat.to_owned(),
        Why::TooMany => words.wrong_many.to_owned(),
    }
}
