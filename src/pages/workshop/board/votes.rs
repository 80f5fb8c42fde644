//! Where the votes come in: from the tally pad, or as codes pasted in any layout. Who is missing is only ever a number.

use super::super::count::count;
use super::super::tally::aside;
use super::super::toggle::toggle;
use super::votes_in::VotesIn;
use crate::app::{Language, Session, View, Votes, Workshop};
use crate::components::{part_id, quiet};
use crate::platform::voice;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_view::schedule;
use waymark_view::{El, RwSignal, button, html, memo, p, typed};
use waymark_workshop::board::{Pool, Refused, RefusedBecause};
use waymark_workshop::codes::{CodeError, Round, VignetteNumber};
use waymark_workshop::paste::MOST_LETTERS;
use waymark_workshop::paste::MOST_LINES;
use waymark_workshop::paste::PasteReader;
use waymark_workshop::paste::too_much;

/// As many people as a room is asked for.
const ROOM: u32 = 999;

/// The slide.
pub fn who_is_in(language: Language, view: View, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    let room = workshop.session;
    let people = count(
        language,
        "workshop.people",
        words.people,
        ROOM,
        move || room.people.get().map_or(0, u32::from),
        move |people| room.people.set(u16::try_from(people).ok().filter(|people| *people > 0)),
    );
    let clear = button("button second", words.clear_votes).attr("data-action", "clear-votes").on_press(move || {
        room.clear_votes();
        view.announcement.set(words.cleared);
    });
    html::div()
        .child(html::div().class("ins").attr("role", "status").live(move || ins(language, workshop, votes_in)))
        .child(html::div().live(move || aside(language, workshop)))
        .child(toggle("data-votes", words.votes_title, words.votes, room.votes))
        .child(html::div().class("field").child(p("", words.people).attr("aria-hidden", "true")).child(people))
        .when(move || room.votes.get() == Votes::Codes, move || codes(language, workshop, votes_in))
        .child(html::div().class("actions").child(clear))
}

/// How many are in, of each vote that has begun.
fn ins(language: Language, workshop: Workshop, votes_in: VotesIn) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    let rounds = language.later().pages.workshop.rounds;
    let expected = workshop.session.people.get().map(u32::from);
    let counts = votes_in.counted.with(|counted| counted.each_ref().map(|counted| counted.people));
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
            let over = expected.map_or(0, |people| n.saturating_sub(people));
            let to_come = missing.map(|missing| match missing {
                0 if over > 0 => fill(words.over_codes, &[("n", &over.to_string())]),
                0 => words.none_to_come.to_owned(),
                missing => fill(words.to_come, &[("n", &missing.to_string())]),
            });
            html::p()
                .child(html::span().child(rounds.get(round.index()).copied().unwrap_or_default()))
                .child(html::strong().class("big").attr("data-in", round.text()).child(said))
                .child(to_come.map(|to_come| html::span().child(to_come)))
        })
        .listed()
}

/// How many letters are read in one batch: a press of Exit waits for no more.
const GO: usize = 20_000;
/// As many faults as are shown: whoever pasted something else is not helped by thousands.
const FAULTS: usize = 100;

/// Takes what stands in the box now. What is too much is not taken: the box goes back to what it held, and it is said why.
fn take(room: Session, block: String, refused: RwSignal<Option<(usize, usize)>>) {
    let much = too_much(&block);
    refused.set(much);
    if much.is_some() {
        return room.pasted.notify();
    }
    let reader = (!block.trim().is_empty()).then(|| PasteReader::new(block.clone()));
    room.pasted.set(block);
    match reader {
        // The first go is now: that is all of what a small room pastes.
        Some(reader) => read(room, reader),
        // An empty box keeps the votes, also when the next block is pasted; what was wrong in it goes with it.
        None => {
            let read = room.read.try_update(std::mem::take).unwrap_or_default();
            room.kept.update(|kept| {
                let votes: Vec<_> = read.into_iter().filter_map(|piece| piece.vote.ok()).listed();
                let new: Vec<_> = votes.into_iter().filter(|vote| !kept.contains(vote)).listed();
                kept.extend(new);
            });
        }
    }
}

/// Reads the next batch, unless the box has changed meanwhile.
fn read(room: Session, mut reader: PasteReader) {
    if !room.pasted.with_untracked(|pasted| reader.reads(pasted)) {
        return;
    }
    if reader.go_on(GO) {
        room.read.set(reader.pieces());
    } else {
        schedule::soon(None, Box::new(move || read(room, reader)));
    }
}

fn codes(language: Language, workshop: Workshop, votes_in: VotesIn) -> El {
    let words = &language.later().pages.workshop_board;
    let room = workshop.session;
    let story = count(
        language,
        "workshop.vignette",
        words.vignette,
        u8::MAX.into(),
        move || room.vignette.get().map_or(0, |vignette| vignette.get().into()),
        move |number| room.choose(u8::try_from(number).ok().and_then(VignetteNumber::new)),
    );
    let hint = part_id("workshop.codes", "hint");
    let much = RwSignal::new(None);
    let emptied = memo(move || room.pasted.with(|pasted| pasted.trim().is_empty()));
    let area = html::textarea()
        .attr("rows", "6")
        .attr("name", "workshop.codes")
        .attr("aria-describedby", &hint)
        .value(move || room.pasted.get())
        .on(ev::input, move |event| take(room, typed(&event), much));
    voice::follow(
        move || if emptied.get() { String::new() } else { votes_in.pool.with(|pool| refused_title(language, pool)) },
    );
    let empty = button("button second small", words.codes_empty).on_press(move || take(room, String::new(), much));
    let too_long = move || match much.get() {
        Some((letters, lines)) => {
            let numbers = [("n", letters), ("lines", lines), ("most", MOST_LETTERS), ("most_lines", MOST_LINES)];
            let numbers = numbers.map(|(place, number)| (place, number.to_string()));
            fill(words.codes_too_long, &numbers.each_ref().map(|(place, number)| (*place, number.as_str())))
        }
        None => String::new(),
    };
    html::div()
        .child(html::div().class("field").child(p("", words.vignette).attr("aria-hidden", "true")).child(story))
        .child(p("hint", words.vignette_hint))
        .child(toggle(
            "data-focus",
            language.later().pages.workshop_tally.focus_title,
            language.later().pages.practice.focuses,
            room.focus,
        ))
        .child(
            html::div()
                .class("field")
                .child(html::label().child(html::span().child(words.codes_title)).child(quiet(area)))
                .child(p("hint", words.codes_hint).attr("id", &hint))
                .child(p("error", "").attr("role", "alert").attr("data-too-long", "").child(too_long)),
        )
        .child(empty)
        .child(html::div().live(move || elsewhere(language, votes_in)))
        .child(
            html::div().live(move || {
                if emptied.get() { Vec::new() } else { votes_in.pool.with(|pool| refused(language, pool)) }
            }),
        )
}

/// The votes on other stories that are kept.
fn elsewhere(language: Language, votes_in: VotesIn) -> Vec<El> {
    let line = |(story, n): &(VignetteNumber, usize)| {
        let numbers = [("n", n.to_string()), ("story", story.get().to_string())];
        let numbers = numbers.each_ref().map(|(place, number)| (*place, number.as_str()));
        p("", fill(language.later().pages.workshop_board.elsewhere_codes, &numbers))
            .attr("data-elsewhere", story.get().to_string())
    };
    votes_in.pool.with(|pool| pool.elsewhere.iter().map(line).listed())
}

/// How many lines were not counted; nothing when all were.
fn refused_title(language: Language, pool: &Pool) -> String {
    match pool.refused.len() {
        0 => String::new(),
        n => fill(language.later().pages.workshop_board.refused_title, &[("n", &n.to_string())]),
    }
}

/// What was not counted, each with why.
fn refused(language: Language, pool: &Pool) -> Vec<El> {
    let words = &language.later().pages.workshop_board;
    if pool.refused.is_empty() {
        return Vec::new();
    }
    let more = pool.refused.len().saturating_sub(FAULTS);
    let more = (more > 0).then(|| p("", fill(words.refused_more, &[("n", &more.to_string())])));
    let rows: Vec<Refused> = pool.refused.iter().take(FAULTS).cloned().listed();
    let wanted = pool.vignette;
    let row = move |Refused { line, text, why }: Refused| {
        html::li()
            .attr("data-refused", kind(why))
            .child(html::span().child(fill(words.refused_line, &[("line", &line.to_string())])))
            .child(" ")
            .child(html::code().child(text))
            .child(" ")
            .child(said(language, why, wanted))
    };
    [html::h3().child(refused_title(language, pool)), html::ul().later_each(rows, row)].into_iter().chain(more).listed()
}

/// The kind of fault, as the text of its `data-refused`.
fn kind(why: RefusedBecause) -> &'static str {
    match why {
        RefusedBecause::Code(CodeError::Character { .. }) => "character",
        RefusedBecause::Code(CodeError::Length(_)) => "length",
        RefusedBecause::Code(CodeError::Check) => "check",
        RefusedBecause::Code(CodeError::Version(_)) => "version",
        RefusedBecause::Code(CodeError::NoVignette) => "no-vignette",
        RefusedBecause::OtherVignette(_) => "vignette",
        RefusedBecause::Repeat => "repeat",
        RefusedBecause::TooMany => "too-many",
    }
}

/// What is wrong, in words.
fn said(language: Language, why: RefusedBecause, wanted: Option<VignetteNumber>) -> String {
    let words = &language.later().pages.workshop_board;
    let number = |n: usize| n.to_string();
    match why {
        RefusedBecause::Code(CodeError::Character { letter, place }) => {
            fill(words.wrong_character, &[("place", &number(place)), ("letter", &letter.to_string())])
        }
        RefusedBecause::Code(CodeError::Length(length)) => fill(words.wrong_length, &[("n", &number(length))]),
        RefusedBecause::Code(CodeError::Check) => words.wrong_check.to_owned(),
        RefusedBecause::Code(CodeError::Version(version)) => {
            fill(words.wrong_version, &[("n", &number(version.into()))])
        }
        RefusedBecause::Code(CodeError::NoVignette) => words.wrong_none.to_owned(),
        RefusedBecause::OtherVignette(vignette) => {
            let wanted = wanted.map_or_else(String::new, |wanted| number(wanted.get().into()));
            fill(words.wrong_vignette, &[("n", &number(vignette.get().into())), ("wanted", &wanted)])
        }
        RefusedBecause::Repeat => words.wrong_repeat.to_owned(),
        RefusedBecause::TooMany => words.wrong_many.to_owned(),
    }
}
