//! The trainer's guide: plans, words to open and close with, care for the people in the room, and a handout.

use crate::app::Desk;
use crate::content::words::Pages;
use crate::platform::dom::{El, el, list, p};

/// The part: sheets to read and to print.
pub fn guide() -> El {
    let desk = Desk::here();
    let pages = &desk.words.pages;
    el("div").class("sheets").later(|| vec![plan(pages)]).later(|| vec![care(pages)]).later(|| vec![handout(pages)])
}

fn sheet(pages: &Pages, title: &'static str) -> El {
    el("article")
        .class("sheet")
        .child(p("small", "").child(el("strong").text(pages.workshop.band)))
        .child(el("h2").text(title))
}

/// A heading with its lines.
fn part(into: El, title: &'static str, lines: &'static [&'static str]) -> El {
    into.child(el("h3").text(title)).child(list("ul", "", lines.iter().copied()))
}

/// Words to say aloud.
fn aloud(into: El, title: &'static str, lines: &'static [&'static str]) -> El {
    into.child(el("h3").text(title)).child(el("div").class("aloud").children(lines.iter().map(|line| p("", *line))))
}

/// Before the day, the two plans, and a room without devices.
fn plan(pages: &Pages) -> El {
    let words = &pages.workshop_guide;
    let sheet = sheet(pages, words.plan_title);
    let sheet = part(sheet, words.before_title, words.before);
    let sheet = part(sheet, words.hour_title, words.hour);
    let sheet = part(sheet, words.half_day_title, words.half_day);
    part(sheet, words.no_devices_title, words.no_devices)
}

/// Care for the people in the room, what to open and close with, and what the figures mean.
fn care(pages: &Pages) -> El {
    let words = &pages.workshop_guide;
    let sheet = part(sheet(pages, words.care_title).child(p("", words.care_lead)), words.care_do_title, words.care_do);
    let sheet = aloud(sheet, words.opening_title, words.opening);
    let sheet = aloud(sheet, words.closing_title, words.closing);
    let sheet = part(sheet, words.figures_do_title, words.figures_do);
    part(sheet, words.figures_not_title, words.figures_not)
}

/// Ten ways we get the wrong person, each with what to do instead.
fn handout(pages: &Pages) -> El {
    let words = &pages.workshop_guide;
    let ways = words
        .wrong
        .iter()
        .zip(words.instead)
        .map(|(wrong, instead)| el("li").child(el("strong").text(*wrong)).text(" ").text(*instead));
    sheet(pages, words.wrong_title)
        .child(p("", words.wrong_lead))
        .child(el("ol").children(ways))
        .child(p("", words.wrong_end))
}
