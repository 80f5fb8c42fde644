//! The trainer's guide: plans, words to open and close with, care for the people in the room, and a handout.

use crate::app::Desk;
use crate::components::ways_out;
use crate::platform::dom::{El, el};
use crate::record::{Block, Document};
use leptos::prelude::*;

/// The part: sheets to read, print and copy.
pub fn guide() -> El {
    let desk = Desk::here();
    let documents = Memo::new(move |_| vec![plan(desk), care(desk), handout(desk)]);
    let [buttons, sheets] = ways_out(documents);
    el("div").child(buttons).child(sheets)
}

fn document(desk: Desk, title: &'static str, parts: Vec<Vec<Block>>) -> Document {
    Document {
        notice: desk.words.pages.workshop.band.to_owned(),
        title: title.to_owned(),
        blocks: parts.concat(),
        version: desk.words.pages.workshop_board.page_version.to_owned(),
    }
}

/// A heading with its lines.
fn part(title: &'static str, lines: &'static [&'static str]) -> Vec<Block> {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    vec![Block::Heading(2, title.to_owned()), Block::List(lines)]
}

/// Words to say aloud.
fn aloud(title: &'static str, lines: &'static [&'static str]) -> Vec<Block> {
    let lines = lines.iter().map(|line| Block::Quote((*line).to_owned()));
    [Block::Heading(2, title.to_owned())].into_iter().chain(lines).collect()
}

fn paragraph(text: &'static str) -> Vec<Block> {
    vec![Block::Paragraph(text.to_owned())]
}

/// Before the day, the two plans, and a room without devices.
fn plan(desk: Desk) -> Document {
    let words = &desk.words.pages.workshop_guide;
    let parts = vec![
        part(words.before_title, words.before),
        part(words.hour_title, words.hour),
        part(words.half_day_title, words.half_day),
        part(words.no_devices_title, words.no_devices),
    ];
    document(desk, words.plan_title, parts)
}

/// Care for the people in the room, what to open and close with, and what the figures mean.
fn care(desk: Desk) -> Document {
    let words = &desk.words.pages.workshop_guide;
    let parts = vec![
        paragraph(words.care_lead),
        part(words.care_do_title, words.care_do),
        aloud(words.opening_title, words.opening),
        aloud(words.closing_title, words.closing),
        part(words.figures_do_title, words.figures_do),
        part(words.figures_not_title, words.figures_not),
    ];
    document(desk, words.care_title, parts)
}

/// Ten ways we get the wrong person, each with what to do instead.
fn handout(desk: Desk) -> Document {
    let words = &desk.words.pages.workshop_guide;
    let ways = (1..).zip(words.wrong).zip(words.instead);
    let ways = ways.map(|((n, wrong), instead)| (format!("{n}. {wrong}"), (*instead).to_owned())).collect();
    let parts = vec![paragraph(words.wrong_lead), vec![Block::Facts(ways)], paragraph(words.wrong_end)];
    document(desk, words.wrong_title, parts)
}
