//! For someone who reads this about themselves: numbers, the quiet ways to call, the way out. It asks nothing.

use crate::app::{Desk, Step, step_root};
use crate::case::vocabulary::{Nation, Vocabulary};
use crate::content::words::fill;
use crate::content::{HELPLINES, Helpline};
use crate::platform::dom::{El, details, el, h1, list, p};

/// Numbers by nation, the silent call, and how to leave.
pub fn own_life() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.own_life;
    let lines = || HELPLINES.iter().filter(|line| line.is_for_the_harmed());
    let month = lines().map(|line| line.checked).min().unwrap_or_default();
    let nations = Nation::ALL.iter().map(|nation| {
        let own = lines().filter(|line| line.nations == [*nation]).map(number);
        el("section")
            .child(el("h2").text(desk.words.text(&format!("nation.{}", nation.text()))))
            .child(el("ul").class("numbers").children(own))
    });
    let danger = el("section")
        .class("notice urgent narrow")
        .child(el("h2").text(words.danger_title))
        .child(p("", words.danger))
        .child(details("help", words.danger_more).child(list("ul", "", words.danger_ways.iter().copied())));
    step_root(Step::OwnLife, "")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(danger)
        .child(el("p").class("narrow").child(el("strong").text(words.watched_title)).text(" ").text(words.watched))
        .child(el("div").class("columns wide").children(nations))
        .child(el("h2").text(words.uk))
        .child(p("small", words.uk_more))
        .child(el("ul").class("numbers columns").children(lines().filter(|line| line.nations.len() > 1).map(number)))
        .child(el("h2").text(words.leaving_title))
        .children(words.leaving.iter().map(|line| p("", *line)))
        .child(p("small muted", fill(words.checked, &[("month", month)])))
}

/// One line: its number first and large.
fn number(line: &'static Helpline) -> El {
    let words = &Desk::here().words.pages.own_life;
    let hours = if line.hours.is_empty() { words.hours_unknown } else { line.hours };
    let more = p("small", line.who).text(". ").text(hours).text(".");
    let more =
        if line.text.is_empty() { more } else { more.text(" ").text(words.text).text(" ").text(line.text).text(".") };
    el("li").child(el("span").class("tel").text(line.number)).child(el("strong").text(line.name)).child(more)
}
