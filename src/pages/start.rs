//! The first screen: whom the tool is for, its doors, the nation once, and what to know before typing.

use crate::app::{CaseState, Desk, Language, Parts, Step, Stops, open_door};
use crate::components::{Label, clear_answer, part_id, quiet, seg, step_root};
use leptos::prelude::untrack;
use waymark_case::ContextField;
use waymark_case::input::{ChoicePart, Input};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Decision, PathwayId, Vocabulary};
use waymark_engine::assessment::Stop;
use waymark_view::{El, button, details, h1, html, list, p, unmarked};

/// The first screen. Everything that a moment of danger needs is on it at once.
pub fn start(desk: Desk, stops: Stops, parts: Parts) -> El {
    let Desk { language, case, view, .. } = desk;
    let words = &language.pages.start;
    let door = move |step: Step, name: &'static str, more: &'static str| {
        let door = button("door", name)
            .attr("data-step", step.text())
            .child(html::small().child(more))
            .on_first_press(move || open_door(case, view, step));
        html::li().child(door)
    };
    let facts = [
        (words.before_title, words.before),
        (words.leaving_title, words.leaving),
        (words.privacy_title, words.privacy),
    ];
    // The same as if it was asked: the screen that tells nothing opens, and Carry on takes the answer back.
    let cannot_talk = button("link", words.cannot_talk)
        .on_press(move || case.answer(Input::Context(ContextField::PrivateNow), Some("no")));
    step_root(case, Step::Start, "")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(
            unmarked(html::ul(), "doors")
                .child(html::li().child(danger_door(language, case, stops)))
                .child(door(Step::Tonight, words.door_tonight, words.door_tonight_more))
                .child(door(Step::Situation, words.door_time, words.door_time_more))
                .child(door(Step::OwnLife, words.own_life, words.own_life_more))
                .child(door(Step::Dash, words.door_dash, words.door_dash_more)),
        )
        .child(p("links", "").child(cannot_talk))
        .child(nation(language, case))
        .child(details("help", words.call_title).children(quiet_call(language)))
        // Its sheets are put in by `boot/early.js`, from the page as it arrived.
        .child(details("help", words.paper_title).attr("data-paper", "").child(p("", words.paper)))
        .child(open_saved(desk, parts))
        .child(p("lead", words.what))
        .child(html::dl().class("columns").children(
            facts.map(|(title, text)| html::div().child(html::dt().child(title)).child(html::dd().child(text))),
        ))
}

/// Danger now: one press answers the question, and the screen with 999 opens. A second press, after a call, means danger
/// again: it comes back.
fn danger_door(language: Language, case: CaseState, stops: Stops) -> El {
    let words = &language.pages.start;
    let input = Input::Context(ContextField::DangerNow);
    let called = Input::Choice(PathwayId::EmergencyCall, ChoicePart::Decision);
    let press = move || {
        case.answer(input, Some("yes"));
        if case.holds(called, Decision::Done.text()) {
            case.answer(called, None);
        }
        stops.open(Stop::DangerNow);
    };
    let name = input.name();
    quiet(button("door now", words.door_now))
        .attr("name", &name)
        .attr("value", "yes")
        .attr("data-question", &name)
        .attr("aria-pressed", move || Some(if case.holds(input, "yes") { "true" } else { "false" }))
        .child(html::small().child(words.door_now_more))
        .on_press(press)
}

/// The nation, asked here once: the right numbers stand everywhere then. It may be left out.
fn nation(language: Language, case: CaseState) -> El {
    let input = Input::Context(ContextField::Nation);
    let words = language.question(input);
    let name = input.name();
    let hint = part_id(&name, "hint");
    let choices = words.options.iter().map(|(value, label)| (*value, Label::Fixed(label))).listed();
    html::fieldset()
        .class("question")
        .attr("data-question", &name)
        .attr("aria-describedby", &hint)
        .child(html::legend().child(words.ask))
        .child(p("hint", language.pages.start.nation_more).attr("id", &hint))
        .child(seg(case, input, choices))
        .when(move || case.answered(input), move || clear_answer(language, case, input))
}

/// Opens a copy that was saved, in place of what is on the page. What opens it comes with a later part: the fold is there before.
fn open_saved(desk: Desk, parts: Parts) -> El {
    let Desk { language, case, .. } = desk;
    let words = &language.pages.open_copy;
    details("help", words.title)
        .attr("data-part", "open-copy")
        .child(html::p().attr("hidden", move || !case.is_begun()).child(html::strong().child(words.replaces)))
        .live(move || parts.later().map(|later| untrack(|| (later.open_copy)(desk))).into_iter().listed())
}

/// How to reach 999 without speaking or hearing, with what differs by nation.
fn quiet_call(language: Language) -> [El; 3] {
    let words = language.quiet_call;
    let nations = words.nations.iter().map(move |(nation, text)| {
        html::li().child(language.text(&format!("nation.{}", nation.text()))).child(": ").child(*text)
    });
    [
        p("", words.what),
        list(html::ul(), "", words.ready.iter().copied()).children(nations),
        p("small", words.care.join(" ")).child(" ").child(words.status),
    ]
}
