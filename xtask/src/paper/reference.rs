//! What is only read: numbers to ring, and what to say.

use waymark_case::vocabulary::{Nation, Vocabulary};
use waymark_content::Helpline;
use waymark_content::words::{Words, fill};

use super::markup::{el, escaped, list, sheet, styled, table, text, unmarked};

/// The numbers by nation, as the tool prints them.
pub fn numbers(words: &Words) -> String {
    let (paper, own) = (&words.later().pages.paper, &words.pages.own_life);
    let lines = || words.helplines.iter().filter(|line| line.is_for_the_harmed());
    let entries =
        |of: &mut dyn Iterator<Item = &'static Helpline>| -> String { of.map(|line| number(line, words)).collect() };
    let nations: String = Nation::ALL
        .iter()
        .map(|nation| {
            let heading = text("h3", words.text(&format!("nation.{}", nation.text())));
            let numbers = entries(&mut lines().filter(|line| line.nations == [*nation]));
            el("div", &[heading, unmarked("numbers", &numbers)].concat())
        })
        .collect();
    let month = lines().map(|line| line.checked).min().unwrap_or_default();
    let parts = [
        text("h3", own.danger_title),
        text("p", own.danger),
        list(own.danger_ways.iter().copied()),
        text("p", &[own.watched_title, own.watched].join(" ")),
        styled("div", "columns", &nations),
        text("h3", own.uk),
        text("p", own.uk_more),
        unmarked("numbers columns", &entries(&mut lines().filter(|line| line.nations.len() > 1))),
        text("p", &fill(own.checked, &[("month", month)])),
    ];
    sheet("numbers", paper.numbers_title, "", &parts, &[])
}

fn number(line: &Helpline, words: &Words) -> String {
    let own = &words.pages.own_life;
    let hours = if line.hours.is_empty() { own.hours_unknown } else { line.hours };
    let quiet = [(own.text, line.text), (own.ways, line.ways)].into_iter().filter(|(_, way)| !way.is_empty());
    let quiet: String = quiet.map(|(say, way)| [" ", &fill(say, &[("way", way)])].concat()).collect();
    let more = format!("{}. {hours}.{quiet}", line.who);
    let number = styled("span", "tel", &escaped(line.number));
    el("li", &[number, el("strong", &escaped(line.name)), styled("p", "small", &escaped(&more))].concat())
}

/// What to say and what not, by moment.
pub fn say(words: &Words) -> String {
    let paper = &words.later().pages.paper;
    let rows = words.steps().say.iter().map(|moment| {
        let cell = |lines: &[&'static str]| el("td", &list(lines.iter().copied()));
        let when = format!("<th scope=\"row\">{}</th>", escaped(moment.when));
        [when, cell(moment.say), cell(moment.dont)].concat()
    });
    let columns = [paper.say_when, words.pages.shell.say, words.pages.shell.dont_say];
    sheet("say", paper.say_title, "", &[table(columns, rows)], &[])
}
