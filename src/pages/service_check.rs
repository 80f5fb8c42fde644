//! The service check: statements for a service lead, counts by group, what is not yet there, and a sheet to print. It is about
//! no case, keeps nothing and gives no score.

use crate::app::{Desk, Step, step_root};
use crate::case::Text;
use crate::case::vocabulary::Vocabulary;
use crate::components::{part_id, quiet, typed, ways_out};
use crate::content::words::fill;
use crate::content::{SERVICE_CHECK, Statement};
use crate::platform::dom::{El, button, el, h1, list, p};
use crate::platform::page::focus_heading;
use crate::record;
use crate::service_check::{Said, ServiceCheck, Stand};
use leptos::prelude::*;

/// The step.
pub fn service_check() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.service_check;
    let groups = words.groups.iter().enumerate().map(|(group, name)| fold(desk, group, name));
    let sheet = Memo::new(move |_| vec![desk.service.with(|check| record::service_check(check, desk.words))]);
    let any = Memo::new(move |_| desk.service.with(|check| !check.is_empty()));
    let work = el("div")
        .class("no-print")
        .child(h1(words.title))
        .child(p("lead", words.lead).text(" ").text(words.lost))
        .child(el("p").child(el("strong").text(words.names)))
        .children(groups)
        .child(el("h2").text(words.not_yet_title))
        .child(el("div").attr("data-result", "not-yet").attr("role", "status").live(move || vec![not_yet(desk)]))
        .child(p("small", words.no_score))
        .when_all(move || any.get(), move || vec![el("h2").text(words.sheet_title), empty(desk)]);
    step_root(Step::ServiceCheck, "narrow").child(work).when_all(move || any.get(), move || ways_out(sheet).into())
}

/// Empties every answer.
fn empty(desk: Desk) -> El {
    let words = &desk.words.pages.service_check;
    let press = move || {
        desk.service.set(ServiceCheck::default());
        desk.told.set(words.emptied);
        request_animation_frame(focus_heading);
    };
    el("p").child(button("link", words.empty).attr("data-action", "empty-check").on_press(press))
}

/// A group, drawn when it is first opened; how it stands is said beside its name.
fn fold(desk: Desk, group: usize, name: &'static str) -> El {
    let words = &desk.words.pages.service_check;
    let opened = RwSignal::new(false);
    let counts = Memo::new(move |_| desk.service.with(|check| check.counts(group)));
    let told = move || {
        let counts = counts.get();
        let mut parts: Vec<String> = words
            .answers
            .iter()
            .zip(counts.by_stand)
            .filter(|(_, count)| *count > 0)
            .map(|(answer, count)| format!("{answer}: {count}"))
            .collect();
        parts.push(format!("{}: {}", words.counts_open, counts.open));
        parts.join(", ")
    };
    let statements = move || {
        let of_group = SERVICE_CHECK.iter().enumerate().filter(|(_, statement)| statement.group == group);
        vec![el("div").later_each(of_group, move |(place, statement)| question(desk, place, statement))]
    };
    el("details")
        .class("fold")
        .attr("data-group", &(group + 1).to_string())
        .child(el("summary").text(name).child(el("span").class("state").live_text(told)))
        .on("toggle", move |_| opened.set(true))
        .when_all(move || opened.get(), statements)
}

/// One statement with its four answers, and who and by when.
fn question(desk: Desk, place: usize, statement: &'static Statement) -> El {
    let words = &desk.words.pages.service_check;
    let name = ["service-check.", statement.id].concat();
    let text = words.statements.get(place).copied().unwrap_or_default();
    let evidence = words.evidence.get(place).copied().unwrap_or_default();
    let (help, who) = (part_id(&name, "evidence"), [&name, ".who"].concat());
    let choices = Stand::ALL.iter().zip(words.answers).map(|(stand, answer)| {
        let control = el("input")
            .attr("type", "radio")
            .attr("name", &name)
            .attr("value", stand.text())
            .live_checked(move || desk.service.with(|check| stand_at(check, place) == Some(*stand)))
            .on("change", move |_| change(desk, place, |said| said.stand = Some(*stand)));
        el("label").child(quiet(control)).child(el("span").text(answer))
    });
    let field = el("input")
        .attr("type", "text")
        .attr("id", &part_id(&who, "field"))
        .attr("name", &who)
        .live_value(move || desk.service.with(|check| check.at(place).map_or("", |said| said.who.as_str()).to_owned()))
        .on("input", move |event| {
            let typed = typed(&event);
            change(desk, place, |said| said.who = Text::cut(&typed));
        });
    let clear = move || {
        button("clear", words.clear)
            .child(el("span").class("visually-hidden").text(": ").text(statement.id))
            .on_press(move || change(desk, place, |said| said.stand = None))
    };
    let key = statement.key.then(|| el("span").class("tag").text(words.key));
    el("fieldset")
        .class("question")
        .attr("data-question", &name)
        .attr("aria-describedby", &help)
        .child(el("legend").text(text))
        .child(el("div").class("ticks").maybe(key))
        .child(p("hint", words.evidence_label).text(" ").text(evidence).attr("id", &help))
        .child(el("div").class("seg").children(choices))
        .child(el("label").class("field").child(el("span").text(words.who_when)).child(quiet(field)))
        .child(p("ids", "").text([statement.id, ": ", &statement.rules.join(", ")].concat()))
        .when(move || desk.service.with(|check| stand_at(check, place).is_some()), clear)
}

fn stand_at(check: &ServiceCheck, place: usize) -> Option<Stand> {
    check.at(place).and_then(|said| said.stand)
}

fn change(desk: Desk, place: usize, act: impl FnOnce(&mut Said)) {
    desk.service.update(|check| {
        if let Some(said) = check.at_mut(place) {
            act(said);
        }
    });
}

/// What is not yet there, each with who and by when. Follows the answers.
fn not_yet(desk: Desk) -> El {
    let words = &desk.words.pages.service_check;
    let lines: Vec<String> = desk.service.with(|check| {
        let line = |place: usize| {
            let said = check.at(place)?;
            let who = Some(said.who.as_str()).filter(|who| !who.is_empty()).unwrap_or(words.not_yet_nobody);
            let text = words.statements.get(place).copied().unwrap_or_default();
            Some(fill("{text} ({who})", &[("text", text), ("who", who)]))
        };
        check.places(Stand::NotYet).filter_map(line).collect()
    });
    if lines.is_empty() { p("", words.not_yet_none) } else { list("ul", "", lines) }
}
