//! What stands beside the steps: questions that come first, what is held back, cautions, helplines.

use super::card::{because, title};
use crate::app::{Desk, Step};
use crate::case::Input;
use crate::case::vocabulary::*;
use crate::components::{caution_card, month_in_words};
use crate::content::words::fill;
use crate::content::{CautionId, Gate, HELPLINES, Helpline, Why};
use crate::engine::assessment::{Because, Withheld};
use crate::platform::dom::{El, button, details, el, list, p};
use crate::record;
use leptos::prelude::*;

/// Cautions that come before any step: each changes who may be told, or what may be written.
const FIRST: [CautionId; 3] = [CautionId::NoFamilyContact, CautionId::Reversed, CautionId::RestrictFile];

/// The input of a gate question, and the step it stands in.
fn gate_input(gate: Gate) -> Option<(Step, Input)> {
    match gate {
        Gate::SurvivorIs => Some((Step::Identify, Input::SurvivorIs)),
        other => Input::parse(&["context.", other.text()].concat()).map(|input| (Step::Situation, input)),
    }
}

/// The questions which must come before acting, in their order; each leads to where it is asked.
pub fn ask_first(desk: Desk) -> El {
    let words = &desk.words.pages.next_steps;
    let gates = move || {
        desk.assessment.with(|assessment| assessment.unanswered_gate.iter().map(|gate| gate.index() as u32).collect())
    };
    let row = move |key: u32| {
        let asked = Gate::ALL.get(key as usize).copied().and_then(gate_input);
        el("li").maybe(asked.map(|(step, input)| {
            button("link", desk.words.question(input).ask).on_press(move || desk.open_at(step, input))
        }))
    };
    el("section")
        .class("notice ask-first")
        .child(el("h2").text(words.ask_first))
        .child(p("", words.ask_first_words))
        .child(el("ul").each(gates, row))
}

/// What a rule hid: which, why, what it rests on, and what to turn to instead.
pub fn held_back(desk: Desk, into: El) -> El {
    let words = &desk.words.pages.next_steps;
    let withheld = Memo::new(move |_| desk.assessment.with(|assessment| assessment.withheld.clone()));
    into.live(move || {
        let withheld = withheld.get();
        if withheld.is_empty() {
            return Vec::new();
        }
        let (refused, others): (Vec<_>, Vec<_>) = withheld.iter().partition(|withheld| withheld.why == Why::Consent);
        untrack(|| {
            let mut parts = vec![el("h2").text(words.withheld_title), p("", words.withheld_words)];
            parts.extend(refused.first().map(|first| said_no(desk, &refused, &first.because)));
            parts.extend(others.into_iter().map(|withheld| held(desk, withheld)));
            parts
        })
    })
}

fn reasons(desk: Desk, facts: &[Because]) -> El {
    because(desk, &desk.case.with(|case| record::reasons(facts, case, desk.words)))
}

/// A card of what is held back.
fn held_card(desk: Desk, title: &'static str) -> El {
    el("div")
        .class("card withheld")
        .child(p("top", "").child(el("span").class("tag soft").text(desk.words.pages.next_steps.withheld)))
        .child(el("h3").text(title))
}

fn named(element: El, withheld: &Withheld) -> El {
    element.attr("data-withheld", withheld.id.text()).attr("data-why", withheld.why.text())
}

/// Support that was refused: held back once for all, with what is still to be done.
fn said_no(desk: Desk, refused: &[&Withheld], facts: &[Because]) -> El {
    let words = &desk.words.pages.next_steps;
    let row = |withheld: &&Withheld| named(el("li"), withheld).text(desk.words.pathway(withheld.id).title);
    held_card(desk, words.said_no)
        .child(list("ul", "", words.said_no_steps.iter().copied()))
        .child(p("", words.said_no_to))
        .child(el("ul").children(refused.iter().map(row)))
        .child(reasons(desk, facts))
}

fn held(desk: Desk, withheld: &Withheld) -> El {
    let words = &desk.words.pages.next_steps;
    let instead: Vec<&'static str> = withheld
        .instead
        .iter()
        .filter_map(|id| PathwayId::from_text(id.strip_prefix("pathway:")?))
        .map(|id| title(desk, id))
        .collect();
    named(held_card(desk, desk.words.pathway(withheld.id).title), withheld)
        .child(p("", desk.words.text(&["why.", withheld.why.text()].concat())).text("."))
        // Where the reason is the fact itself, it is not said twice.
        .maybe((withheld.why != Why::NotStarted).then(|| reasons(desk, &withheld.because)))
        .maybe((!instead.is_empty()).then(|| p("", words.instead).text(" ").text(instead.join("; ")).text(".")))
}

/// The cautions: those that come before any step, or the others.
pub fn cautions(desk: Desk, into: El, first: bool) -> El {
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            let these = assessment.cautions.iter().filter(|caution| FIRST.contains(&caution.id) == first);
            these.cloned().collect::<Vec<_>>()
        })
    });
    into.live(move || {
        let raised = raised.get();
        if raised.is_empty() {
            return Vec::new();
        }
        let cards = raised.iter().map(|caution| caution_card(caution.id, &caution.rules));
        // The first stand right below the page's own heading: theirs is there for whoever goes by headings.
        let heading =
            el("h2").class(if first { "visually-hidden" } else { "" }).text(desk.words.pages.next_steps.cautions);
        vec![heading, el("div").class("cautions").children(cards)]
    })
}

/// Numbers for the nation of the home, or for all of them.
pub fn helplines(desk: Desk) -> El {
    let nation = Memo::new(move |_| desk.case.with(|case| case.context.nation));
    let lines = move || {
        let nation = nation.get();
        let here = |line: &&Helpline| nation.is_none_or(|nation| line.nations.contains(&nation));
        HELPLINES.iter().filter(here).map(|line| helpline(desk, nation, line)).collect()
    };
    details("fold", desk.words.pages.next_steps.helplines).child(el("ul").class("numbers").live(lines))
}

fn helpline(desk: Desk, nation: Option<Nation>, line: &'static Helpline) -> El {
    let words = &desk.words.pages.next_steps;
    let places = line.nations.iter().map(|nation| desk.words.text(&["nation.", nation.text()].concat()));
    let places = if nation.is_none() && line.nations.len() < Nation::ALL.len() {
        places.collect::<Vec<_>>().join(", ")
    } else {
        String::new()
    };
    let checked = fill(words.checked, &[("month", &month_in_words(desk, line.checked))]);
    // 999 and 101 are answered at any hour; for the others hours stand only where they are known.
    let unknown = line.hours.is_empty() && line.number.len() > 3;
    let hours = if unknown { words.hours_look_up } else { line.hours };
    let more: Vec<&str> = [hours, line.who, &places, &checked].into_iter().filter(|part| !part.is_empty()).collect();
    let number = if line.number.is_empty() {
        el("span").text(": ").text(words.look_up)
    } else {
        el("span").class("tel").text(line.number)
    };
    let text = (!line.text.is_empty()).then(|| el("span").text(words.text).text(" ").text(line.text).text(". "));
    el("li").child(el("strong").text(line.name)).child(number).maybe(text).child(p("small", more.join(". ")).text("."))
}
