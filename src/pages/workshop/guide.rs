//! The trainer's guide: plans, words to open and close with, care for the people in the room, a handout, what is known of the tools,
//! and a study of agreement.

use crate::app::Language;
use crate::components::ways_out;
use waymark_record::{Block, Document};
use waymark_view::{El, html, memo};

/// The part: sheets to read, print and copy.
pub fn guide(language: Language) -> El {
    let documents =
        memo(move || vec![plan(language), care(language), handout(language), evidence(language), study(language)]);
    let [buttons, sheets] = ways_out(language, documents);
    html::div().child(buttons).child(sheets)
}

fn document(language: Language, title: &'static str, parts: Vec<Vec<Block>>) -> Document {
    Document {
        notice: language.pages.workshop.band.to_owned(),
        title: title.to_owned(),
        blocks: parts.concat(),
        version: language.pages.workshop_board.page_version.to_owned(),
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
fn plan(language: Language) -> Document {
    let words = &language.pages.workshop_guide;
    let parts = vec![
        part(words.before_title, words.before),
        part(words.hour_title, words.hour),
        part(words.half_day_title, words.half_day),
        part(words.no_devices_title, words.no_devices),
    ];
    document(language, words.plan_title, parts)
}

/// Care for the people in the room, what to open and close with, and what the figures mean.
fn care(language: Language) -> Document {
    let words = &language.pages.workshop_guide;
    let parts = vec![
        paragraph(words.care_lead),
        part(words.care_do_title, words.care_do),
        aloud(words.opening_title, words.opening),
        aloud(words.closing_title, words.closing),
        part(words.figures_do_title, words.figures_do),
        part(words.figures_not_title, words.figures_not),
    ];
    document(language, words.care_title, parts)
}

/// Ten ways we get the wrong person, each with what to do instead.
fn handout(language: Language) -> Document {
    let words = &language.pages.workshop_guide;
    let ways = (1..).zip(words.wrong).zip(words.instead);
    let ways = ways.map(|((n, wrong), instead)| (format!("{n}. {wrong}"), (*instead).to_owned())).collect();
    let parts = vec![paragraph(words.wrong_lead), vec![Block::Facts(ways)], paragraph(words.wrong_end)];
    document(language, words.wrong_title, parts)
}

/// What is known of the tools: tested on whom, what was found, what disagrees, and for whom nothing is known.
fn evidence(language: Language) -> Document {
    let words = &language.pages.workshop_evidence;
    let parts = vec![
        paragraph(words.lead),
        part(words.dash_title, words.dash),
        part(words.disagree_title, words.disagree),
        part(words.dara_title, words.dara),
        part(words.signs_title, words.signs),
        part(words.unknown_title, words.unknown),
    ];
    document(language, words.title, parts)
}

/// A study of agreement that a trainer can run.
fn study(language: Language) -> Document {
    let words = &language.pages.workshop_evidence;
    let parts = vec![
        paragraph(words.study_lead),
        part(words.study_do_title, words.study_do),
        part(words.study_read_title, words.study_read),
    ];
    document(language, words.study_title, parts)
}
