//! Beside the steps: questions that come first, what is held back, cautions, helplines.

use super::seen::{because, title};
use crate::app::{AreaState, CaseState, Language, View};
use crate::components::{area_fact, caution_card, facts_age, month_in_words};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_content::words::fill;
use waymark_content::{Gate, Helpline, WhyWithheld, helplines_in};
use waymark_engine::assessment::{Because, Withheld};
use waymark_flow::comes_first;
use waymark_view::{El, Fragment, button, details, html, list, memo, p, unmarked};

/// The questions which must come before acting, in their order; each leads to where it is asked.
pub fn ask_first(language: Language, case: CaseState, view: View) -> El {
    let words = &language.steps().pages.next_steps;
    let gates = move || case.assessment.with(|assessment| assessment.unanswered_gate.clone());
    let row = move |gate: Gate| {
        let input = gate.input();
        html::li().child(button("link", language.question(input).ask).on_press(move || view.open_at(input)))
    };
    html::section()
        .class("notice ask-first")
        .child(html::h2().child(words.ask_first))
        .child(p("", words.ask_first_words))
        .child(html::ul().each(gates, row))
}

/// What a rule hid: which, why, what it rests on, and what to turn to instead.
pub fn held_back(language: Language, case: CaseState) -> Fragment {
    let words = &language.steps().pages.next_steps;
    let withheld = memo(move || case.assessment.with(|assessment| assessment.withheld.clone()));
    Fragment::new().live(move || {
        let (language, withheld) = (case.words(language), withheld.get());
        if withheld.is_empty() {
            return Vec::new();
        }
        let (refused, others): (Vec<_>, Vec<_>) =
            withheld.iter().partition(|withheld| withheld.why == WhyWithheld::Consent);
        untrack(|| {
            let mut parts = vec![html::h2().child(words.withheld_title), p("", words.withheld_words)];
            parts.extend(refused.first().map(|first| said_no(language, case, &refused, &first.because)));
            parts.extend(others.into_iter().map(|withheld| held(language, case, withheld)));
            parts
        })
    })
}

fn reasons(language: Language, case: CaseState, facts: &[Because]) -> El {
    because(language, &case.answers.with(|case| waymark_record::reasons(facts, case, language)))
}

/// What is held back, by the name that a worker knows it by.
fn held_name(language: Language, id: PathwayId) -> &'static str {
    match language.text(&["held.", id.text()].concat()) {
        "" => language.pathway(id).title,
        name => name,
    }
}

/// A card of what is held back.
fn held_card(title: &str) -> El {
    html::div().class("card withheld").child(html::h3().child(title))
}

fn named(element: El, withheld: &Withheld) -> El {
    element.attr("data-withheld", withheld.id.text()).attr("data-why", withheld.why.text())
}

/// Support that was refused: held back once for all, with what is still to be done.
fn said_no(language: Language, case: CaseState, refused: &[&Withheld], facts: &[Because]) -> El {
    let words = &language.steps().pages.next_steps;
    let row = |withheld: &&Withheld| named(html::li(), withheld).child(held_name(language, withheld.id));
    held_card(words.said_no)
        .child(list(html::ul(), "", words.said_no_steps.iter().copied()))
        .child(p("", words.said_no_to))
        .child(html::ul().children(refused.iter().map(row)))
        .child(reasons(language, case, facts))
}

fn held(language: Language, case: CaseState, withheld: &Withheld) -> El {
    let words = &language.steps().pages.next_steps;
    let instead: Vec<&'static str> = withheld
        .instead
        .iter()
        .filter_map(|id| PathwayId::from_text(id.strip_prefix("pathway:")?))
        .map(|id| title(language, case, id))
        .listed();
    let title = fill(words.held, &[("what", held_name(language, withheld.id))]);
    named(held_card(&title), withheld)
        .child(p("", language.text(&["why.", withheld.why.text()].concat())).child("."))
        // Where the reason is the fact itself, it is not said twice.
        .child((withheld.why != WhyWithheld::NotStarted).then(|| reasons(language, case, &withheld.because)))
        .child((!instead.is_empty()).then(|| p("", words.instead).child(" ").child(instead.join("; ")).child(".")))
}

/// The cautions: those that come before any step, or the others.
pub fn cautions(language: Language, case: CaseState, first: bool) -> Fragment {
    let raised = memo(move || {
        case.assessment.with(|assessment| {
            let these = assessment.cautions.iter().filter(|caution| comes_first(caution.id) == first);
            these.cloned().listed()
        })
    });
    Fragment::new().live(move || {
        let raised = raised.get();
        if raised.is_empty() {
            return Vec::new();
        }
        let cards = raised.iter().map(|caution| caution_card(language, case, caution.id, &caution.rules));
        // The first follow the page's own heading: theirs is for people who move by headings.
        let heading = html::h2()
            .class(if first { "visually-hidden" } else { "" })
            .child(language.steps().pages.next_steps.cautions);
        vec![heading, html::div().class("cautions").children(cards)]
    })
}

/// Numbers for the nation of the home, or for all of them.
pub fn helplines(language: Language, case: CaseState, area: AreaState) -> El {
    let nation = memo(move || case.answers.with(|case| case.context.nation));
    // Those of the nation first.
    let lines = move || {
        let nation = nation.get();
        let mut lines: Vec<_> = helplines_in(nation).listed();
        sort_by_key(&mut lines, |line| nation.is_some() && line.nations.len() == Nation::ALL.len());
        lines.into_iter().map(|line| helpline(language, area, nation, line)).listed()
    };
    let age = move || vec![facts_age(language, helplines_in(nation.get()).map(|line| line.checked))];
    details("fold", language.steps().pages.next_steps.helplines)
        .child(html::div().live(age))
        .child(unmarked(html::ul(), "numbers").live(lines))
}

fn helpline(language: Language, area: AreaState, nation: Option<Nation>, line: &'static Helpline) -> El {
    let words = &language.steps().pages.next_steps;
    let places = line.nations.iter().map(|nation| language.text(&["nation.", nation.text()].concat()));
    let places = if nation.is_none() && line.nations.len() < Nation::ALL.len() {
        places.listed().join(", ")
    } else {
        String::new()
    };
    let checked = fill(words.checked, &[("month", &month_in_words(language, line.checked))]);
    // 999 and 101 are answered at any hour; for the others hours are given only where they are known.
    let unknown = line.hours.is_empty() && line.number.len() > 3;
    let hours = if unknown { words.hours_look_up } else { line.hours };
    let more: Vec<&str> = [hours, line.who, &places, &checked].into_iter().filter(|part| !part.is_empty()).listed();
    let number = html::span().class("tel").child(line.number);
    let text = (!line.text.is_empty()).then(|| html::span().child(words.text).child(" ").child(line.text).child(". "));
    let more = p("small", more.join(". ")).child(".");
    html::li().child(html::strong().child(line.name)).child(number).child(text).child(more).child(area_fact(
        language,
        area,
        ["helpline:", line.id].concat(),
    ))
}
