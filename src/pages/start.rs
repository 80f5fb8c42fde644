//! The first screen: whom the tool is for, three doors, and what to know before typing.

use crate::app::{Desk, Step, step_root};
use crate::case::input::{ChoicePart, Input};
use crate::case::vocabulary::{Decision, PathwayId, Vocabulary};
use crate::case::{Case, ContextField};
use crate::components::{open_copy, quiet};
use crate::platform;
use crate::platform::dom::{El, button, details, el, h1, list, p};
use leptos::prelude::*;

/// The first screen. Everything that a moment of danger needs stands on it at once.
pub fn start() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.start;
    let door = move |step: Step, name: &'static str, more: &'static str| {
        let door = button("door", name)
            .attr("data-step", step.text())
            .child(el("small").text(more))
            .on_press(move || desk.go(step));
        el("li").child(door)
    };
    let facts = [
        (words.before_title, words.before),
        (words.leaving_title, words.leaving),
        (words.privacy_title, words.privacy),
    ];
    let cover = button("link", words.cannot_talk).attr("data-action", "cover");
    step_root(Step::Start, "")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(
            el("ul")
                .class("doors")
                .child(el("li").child(danger_door()))
                .child(door(Step::Tonight, words.door_tonight, words.door_tonight_more))
                .child(door(Step::Situation, words.door_time, words.door_time_more))
                .child(door(Step::OwnLife, words.own_life, words.own_life_more)),
        )
        .child(el("ul").class("links").child(el("li").child(cover)))
        .child(quiet_call(details("help", words.call_title)))
        .child(open_saved())
        .child(p("lead", words.what))
        .child(
            el("dl")
                .class("columns")
                .children(facts.map(|(title, text)| el("div").child(el("dt").text(title)).child(el("dd").text(text)))),
        )
}

/// Danger now: one press answers the question, and the panel with 999 opens above. A second press, after a call, means
/// danger again: the panel comes back.
fn danger_door() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.start;
    let input = Input::Context(ContextField::DangerNow);
    let called = Input::Choice(PathwayId::Pw01, ChoicePart::Decision);
    let press = move || {
        desk.answer(input, Some("yes"));
        if desk.holds(called, Decision::Done.text()) {
            desk.answer(called, None);
        }
        request_animation_frame(|| platform::page::focus(".urgent h2"));
    };
    let name = input.name();
    quiet(button("door now", words.door_now))
        .attr("name", &name)
        .attr("value", "yes")
        .attr("data-question", &name)
        .live_attr("aria-pressed", move || Some(if desk.holds(input, "yes") { "true" } else { "false" }))
        .child(el("small").text(words.door_now_more))
        .on_press(press)
}

/// Opens a copy that was saved, in place of what is on the page.
fn open_saved() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.copy_file;
    let has_answers = move || {
        desk.case.with(|case| {
            *case != Case { profile: case.profile.clone(), settings: case.settings.clone(), ..Case::default() }
        })
    };
    details("help", words.open_title)
        .attr("data-part", "open-copy")
        .child(el("p").live_flag("hidden", move || !has_answers()).child(el("strong").text(words.open_replaces)))
        .child(open_copy(move |case| desk.open(case)))
}

/// How to reach 999 without speaking or hearing, with what differs by nation.
fn quiet_call(into: El) -> El {
    let desk = Desk::here();
    let words = desk.words.pathway(PathwayId::Pw02);
    let nations = words.nations.iter().map(move |(nation, text)| {
        el("li").text(desk.words.text(&format!("nation.{}", nation.text()))).text(": ").text(*text)
    });
    into.child(p("", words.what))
        .child(list("ul", "", words.ready.iter().copied()).children(nations))
        .child(p("small", words.care.join(" ")).text(" ").text(words.status))
}
