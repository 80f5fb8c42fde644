//! For someone who reads this about themselves: numbers, the quiet ways to call, the way out. It asks nothing.

use crate::app::{AreaState, CaseState, Language, Step};
use crate::components::{area_fact, facts_age, step_root};
use leptos::prelude::*;
use waymark_case::vocabulary::{Nation, Vocabulary};
use waymark_content::words::fill;
use waymark_content::{HELPLINES, Helpline};
use waymark_view::{El, RwSignal, button, details, h1, html, list, p, unmarked};

/// Numbers by nation, the silent call, how to leave, and one way back. Nothing of a worker's steps is on it: `back` opens the
/// first screen.
pub fn own_life(language: Language, case: CaseState, area: AreaState, back: impl Fn() + 'static) -> El {
    let words = &language.pages.own_life;
    // Where the home of a case is known, it is chosen; a choice made here goes into no case.
    let chosen = RwSignal::new(case.answers.with_untracked(|case| case.context.nation));
    let danger = html::section()
        .class("notice urgent narrow")
        .child(html::h2().child(words.danger_title))
        .child(p("", words.danger))
        .child(details("help", words.danger_more).child(list(html::ul(), "", words.danger_ways.iter().copied())));
    step_root(case, Step::OwnLife, "")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(danger)
        .child(
            html::p().class("narrow").child(html::strong().child(words.watched_title)).child(" ").child(words.watched),
        )
        .child(choice(language, chosen))
        .child(p("narrow", words.quiet))
        .live(move || numbers(language, area, chosen.get()))
        .child(facts_age(language, lines().map(|line| line.checked)))
        .child(html::h2().child(words.leaving_title))
        .children(words.leaving.iter().map(|line| p("", *line)))
        .child(p("", "").child(button("button second", words.back).attr("data-action", "first-screen").on_press(back)))
}

/// The lines for someone who is harmed.
fn lines() -> impl Iterator<Item = &'static Helpline> + Clone {
    HELPLINES.iter().filter(|line| line.is_for_the_harmed())
}

fn name(language: Language, nation: Nation) -> &'static str {
    language.text(&format!("nation.{}", nation.text()))
}

/// Which nation's numbers come first.
fn choice(language: Language, chosen: RwSignal<Option<Nation>>) -> El {
    let words = &language.pages.own_life;
    let nations = Nation::ALL.iter().copied().map(|nation| {
        button("", name(language, nation))
            .attr("data-nation", nation.text())
            .attr("aria-pressed", move || Some(if chosen.get() == Some(nation) { "true" } else { "false" }))
            .on_press(move || chosen.set(Some(nation)))
    });
    html::div()
        .attr("role", "group")
        .attr("aria-label", words.nation_title)
        .child(html::h2().child(words.nation_title))
        .child(html::div().class("ideas").children(nations))
}

/// The chosen nation's numbers, then those across the UK, then the others folded; before a choice, the main line of each.
fn numbers(language: Language, area: AreaState, chosen: Option<Nation>) -> Vec<El> {
    let words = &language.pages.own_life;
    let of = move |nation: Nation, most: usize| {
        let own = lines().filter(move |line| line.nations == [nation]).take(most);
        html::section()
            .child(html::h2().child(name(language, nation)))
            .child(unmarked(html::ul(), "numbers").children(own.map(|line| number(language, area, line))))
    };
    let across = [
        html::h2().child(words.uk),
        p("small", words.uk_more),
        unmarked(html::ul(), "numbers columns")
            .children(lines().filter(|line| line.nations.len() > 1).map(|line| number(language, area, line))),
    ];
    let mut parts = Vec::new();
    match chosen {
        Some(chosen) => {
            parts.push(of(chosen, usize::MAX));
            parts.extend(across);
            let others = Nation::ALL.iter().copied().filter(|nation| *nation != chosen);
            parts.push(details("fold", words.others).children(others.map(|nation| of(nation, usize::MAX))));
        }
        None => {
            let main = Nation::ALL.iter().map(|nation| of(*nation, 1));
            parts.push(html::div().class("columns wide").children(main));
            parts.extend(across);
        }
    }
    parts
}

/// One line: its number first and large.
fn number(language: Language, area: AreaState, line: &'static Helpline) -> El {
    let words = &language.pages.own_life;
    let hours = if line.hours.is_empty() { words.hours_unknown } else { line.hours };
    let more = p("small", line.who).child(". ").child(hours).child(".");
    // Seen at a glance by somebody who could be heard: a line of its own.
    let quiet = [(words.text, line.text), (words.ways, line.ways)].into_iter().filter(|(_, way)| !way.is_empty());
    let quiet = quiet.map(|(say, way)| p("small", fill(say, &[("way", way)])));
    html::li()
        .child(html::span().class("tel").child(line.number))
        .child(html::strong().child(line.name))
        .child(more)
        .children(quiet)
        .child(area_fact(language, area, ["helpline:", line.id].concat()))
}
