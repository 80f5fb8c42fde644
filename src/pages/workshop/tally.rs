//! The tally pad: hands or cards counted, with no device but this one.

use super::count::count;
use super::{story, toggle};
use crate::app::{Desk, Part, Votes};
use crate::case::ItemNumber;
use crate::case::vocabulary::{Judgement, Vocabulary};
use crate::components::{part_id, quiet};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, list, p, typed};
use crate::platform::page::focus_heading;
use crate::workshop::board::{Cell, MOST, totals};
use crate::workshop::codes::{Finding, Round};
use crate::workshop::feedback::{Focus, TEN_ITEMS};
use leptos::prelude::*;

const ANSWERS: [&str; 3] = ["yes", "no", "dk"];

/// The part.
pub fn tally() -> El {
    let desk = Desk::here();
    let (words, room) = (&desk.words.pages.workshop_tally, desk.room);
    let shared = &desk.words.pages.workshop;
    let show = move || {
        room.votes.set(Votes::Hands);
        room.part.set(Part::Board);
        request_animation_frame(focus_heading);
    };
    let focuses = desk.words.pages.practice.focuses;
    let counts = el("div")
        .child(toggle("data-focus", words.focus_title, focuses, room.focus))
        .child(toggle("data-round", shared.rounds_title, shared.rounds, room.round))
        .live(move || {
            let (focus, round) = (room.focus.get(), room.round.get());
            vec![untrack(|| pad(desk, focus, round))]
        })
        .child(el("div").class("actions").child(button("button", words.open_board).on_press(show)));
    el("section")
        .class("pad")
        .child(el("h2").text(words.title))
        .child(p("", words.lead))
        .child(el("div").class("beside").child(story::story(desk)).child(counts))
}

/// The items that are voted on; the ten with the gravest first.
fn items(focus: Focus) -> Vec<ItemNumber> {
    match focus {
        Focus::TenItems => TEN_ITEMS.iter().filter_map(|number| ItemNumber::new(*number)).collect(),
        Focus::Whole => ItemNumber::all().collect(),
        Focus::Identify | Focus::Judgement | Focus::SayNext => Vec::new(),
    }
}

fn pad(desk: Desk, focus: Focus, round: Round) -> El {
    let words = &desk.words.pages.workshop_tally;
    let shared = &desk.words.pages.workshop;
    let rows = el("div").class("tallies").later_each(items(focus), move |item| item_row(desk, round, item));
    let mut pad = el("div").child(rows);
    if matches!(focus, Focus::Identify | Focus::Judgement | Focus::Whole) {
        let rows = Finding::FOUND.iter().map(move |finding| {
            let place = finding.index();
            let name = format!("workshop.{}.finding.{}", round.text(), finding.text());
            let label = shared.findings.get(place).copied().unwrap_or_default();
            one_row(desk, round, &name, label, Cell::Finding(*finding))
        });
        pad = pad.child(el("h3").text(words.finding_title)).child(el("div").class("tallies").children(rows));
    }
    if matches!(focus, Focus::Judgement | Focus::Whole) {
        let rows = Judgement::ALL.iter().map(move |judgement| {
            let place = judgement.index();
            let name = format!("workshop.{}.judgement.{}", round.text(), judgement.text());
            let label = shared.judgements.get(place).copied().unwrap_or_default();
            one_row(desk, round, &name, label, Cell::Judgement(*judgement))
        });
        pad = pad.child(el("h3").text(words.judgement_title)).child(el("div").class("tallies").children(rows));
    }
    if focus == Focus::Whole {
        pad = pad.child(totals_field(desk, round));
    }
    if focus == Focus::SayNext {
        pad = pad.child(el("h3").text(words.say_title)).child(list("ul", "", words.say.iter().copied()));
    }
    pad
}

/// A count of the pad.
fn cell(desk: Desk, round: Round, name: &str, label: &str, cell: Cell) -> El {
    let hands = desk.room.hands;
    let place = round.index();
    let read = move || hands.with(|hands| hands.get(place).map_or(0, |tally| tally.get(cell)));
    let write = move |number| {
        hands.update(|hands| {
            if let Some(tally) = hands.get_mut(place) {
                tally.set(cell, number);
            }
        });
    };
    count(name, label, MOST as u32, read, write)
}

fn item_row(desk: Desk, round: Round, item: ItemNumber) -> El {
    let words = &desk.words.pages.workshop_tally;
    let (n, label) = (item.get().to_string(), desk.words.item(item).label);
    let cells = ANSWERS.iter().zip(desk.words.pages.workshop.answers).enumerate().map(|(place, (answer, shown))| {
        let name = format!("workshop.{}.{n}.{answer}", round.text());
        let named = fill(words.cell, &[("n", &n), ("label", label), ("answer", shown)]);
        let at = Cell::Item(item, place);
        el("div").child(p("small", *shown).attr("aria-hidden", "true")).child(cell(desk, round, &name, &named, at))
    });
    el("div")
        .class("tally-row")
        .attr("data-item", &n)
        .child(el("p").child(el("strong").text(&n).text(" ").text(label)))
        .child(el("div").class("cells").children(cells))
}

fn one_row(desk: Desk, round: Round, name: &str, label: &str, at: Cell) -> El {
    el("div")
        .class("tally-row")
        .child(el("p").child(el("strong").text(label)))
        .child(el("div").class("cells").child(el("div").child(cell(desk, round, name, label, at))))
}

/// The totals that were read out. What is none is named and stays on the screen; the rest counts.
fn totals_field(desk: Desk, round: Round) -> El {
    let words = &desk.words.pages.workshop_tally;
    let (room, place) = (desk.room, round.index());
    let typed_totals = move || room.totals.with(|all| all.get(place).cloned().unwrap_or_default());
    let error = move || match totals(&typed_totals()) {
        Ok(_) => String::new(),
        Err(piece) => fill(words.totals_error, &[("piece", &piece)]),
    };
    let name = format!("workshop.{}.totals", round.text());
    let (error_id, hint_id) = (part_id(&name, "error"), part_id(&name, "hint"));
    let write = move |event| {
        let text = typed(&event);
        let read = totals(&text).unwrap_or_default();
        room.totals.update(|all| {
            if let Some(own) = all.get_mut(place) {
                *own = text;
            }
        });
        room.hands.update(|hands| {
            if let Some(tally) = hands.get_mut(place) {
                tally.totals = read;
            }
        });
    };
    let field = el("input")
        .attr("type", "text")
        .attr("name", &name)
        .attr("aria-describedby", &hint_id)
        .attr("aria-errormessage", &error_id)
        .live_attr("aria-invalid", move || Some(if error().is_empty() { "false" } else { "true" }))
        .live_value(typed_totals)
        .on("input", write);
    el("div")
        .class("field")
        .child(el("label").child(el("span").text(words.totals_title)).child(quiet(field)))
        .child(p("hint", words.totals_hint).attr("id", &hint_id))
        .child(el("p").class("error").attr("id", &error_id).attr("role", "alert").live_text(error))
}
