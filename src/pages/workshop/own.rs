//! A vignette of one's own: opened from a file, or written; checked against the tool as it grows; saved as a file.
//!
//! Lives here: opening, the fields, the answers of the panel. Not here: the check and what is done with a case that
//! passes it (`check`), the reasons (`reasons`).

mod check;
mod reasons;

use super::practice::{FIRST_OWN, came};
use crate::app::{Desk, Purpose};
use crate::case::value::TEXT_LIMIT;
use crate::case::{Case, CaseError};
use crate::components::{quiet, typed};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, p};
use crate::platform::{files, page};
use crate::workshop::Vignette;
use crate::workshop::feedback::Focus;
use crate::workshop::file::FILE_BYTES;
use leptos::prelude::*;
use std::sync::Arc;

/// The part.
pub fn own() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.own;
    let problem = RwSignal::new(String::new());
    // Which case is open, counted, so that the fields are drawn afresh for another one and not for a letter typed.
    let opened = RwSignal::new(0_u32);
    let put = move |vignette: Option<Vignette>| {
        problem.set(String::new());
        desk.practice.own.set(vignette);
        opened.update(|opened| *opened += 1);
        request_animation_frame(|| page::focus("#own-case"));
    };
    let read = move |bytes: Result<Vec<u8>, files::FileError>| match bytes.map(|bytes| Vignette::read(&bytes)) {
        Ok(Ok(vignette)) => {
            put(Some(vignette));
            desk.told.set(words.opened);
        }
        Ok(Err(CaseError::Field { path, problem: what })) => {
            problem.set([words.not_one, " ", &fill(words.at_field, &[("path", &path), ("problem", &what)])].concat())
        }
        Ok(Err(CaseError::TooLong)) | Err(files::FileError::TooLarge) => problem.set(words.too_large.to_owned()),
        Ok(Err(_)) => problem.set(words.not_one.to_owned()),
        Err(files::FileError::Unreadable) => problem.set(words.unreadable.to_owned()),
    };
    let open = move || files::choose(".json,application/json", FILE_BYTES, read);
    let new = move || put(Some(Vignette { id: FIRST_OWN, case: Case::default(), ..Vignette::default() }));
    let close =
        move || button("button second", words.close).attr("data-action", "own-close").on_press(move || put(None));
    let there = move || desk.practice.own.with(Option::is_some);
    let actions = el("div")
        .class("actions")
        .child(button("button", words.open).attr("data-action", "own-open").on_press(open))
        .child(button("button second", words.new).attr("data-action", "own-new").on_press(new))
        .when(there, close);
    el("section")
        .child(el("h2").attr("id", "own-case").attr("tabindex", "-1").text(words.title))
        .child(p("lead", words.lead))
        .child(actions)
        .child(p("error", "").attr("role", "alert").live_text(move || problem.get()))
        .live(move || {
            opened.track();
            untrack(|| if there() { vec![editor(desk)] } else { Vec::new() })
        })
}

/// Changes the open case.
fn change(desk: Desk, change: impl FnOnce(&mut Vignette)) {
    desk.practice.own.update(|own| {
        if let Some(own) = own {
            change(own);
        }
    });
}

/// Reads something of the open case. Follows it.
fn of<R: Default>(desk: Desk, read: impl FnOnce(&Vignette) -> R) -> R {
    desk.practice.own.with(|own| own.as_ref().map(read).unwrap_or_default())
}

fn editor(desk: Desk) -> El {
    let words = &desk.words.pages.own;
    let answers = move || {
        let Some(own) = desk.practice.own.get_untracked() else { return };
        desk.enter_practice(Arc::new(own), Focus::Whole, Purpose::Write);
    };
    let says = move || desk.practice.own.with(|own| own.as_ref().map(|own| came(desk, &own.case)));
    el("div")
        .child(line(
            desk,
            "own.id",
            words.id,
            |own| own.id.to_string(),
            |own, text| {
                own.id = text.trim().parse().unwrap_or_default();
            },
        ))
        .child(line(desk, "own.title", words.name, |own| own.title.clone(), |own, text| own.title = text))
        .child(line(desk, "own.setting", words.setting, |own| own.setting.clone(), |own, text| own.setting = text))
        .child(line(desk, "own.warning", words.warning, |own| own.warning.clone(), |own, text| own.warning = text))
        .child(several(
            desk,
            "own.story",
            (words.story, words.story_hint, "12"),
            &|own| own.story.join("\n\n"),
            Box::new(|own, text| own.story = paragraphs(&text)),
        ))
        .child(per_line(desk, "own.traps", words.traps, |own| &own.traps, |own| &mut own.traps))
        .child(per_line(desk, "own.discuss", words.discuss, |own| &own.discuss, |own| &mut own.discuss))
        .child(el("h3").text(words.answers_title))
        .child(p("", words.answers_lead))
        .child(
            el("div")
                .class("actions")
                .child(button("button second", words.answers).attr("data-action", "own-answers").on_press(answers)),
        )
        .child(el("h3").text(words.says_title))
        .child(el("div").attr("role", "status").live(move || says().into_iter().collect()))
        .child(reasons::reasons(desk))
        .child(check::check(desk))
}

/// Paragraphs, with an empty line between.
fn paragraphs(text: &str) -> Vec<String> {
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("\r\n", "\n");
    text.split("\n\n").map(one).filter(|text| !text.is_empty()).collect()
}

/// Lines that say something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What typing in a field does.
type Write = Box<dyn Fn(&mut Vignette, String)>;

fn field(
    desk: Desk,
    control: El,
    name: &'static str,
    label: &str,
    show: &dyn Fn(&Vignette) -> String,
    write: Write,
) -> El {
    let id = name.replace('.', "-");
    // What was typed stays as it was typed: the field is filled once.
    let first = untrack(|| of(desk, show));
    let control =
        quiet(control).attr("id", &id).attr("name", name).live_value(move || first.clone()).on("input", move |event| {
            let text = typed(&event);
            change(desk, |own| write(own, text));
        });
    el("div").class("field").child(el("label").attr("for", &id).text(label)).child(control)
}

fn line(
    desk: Desk,
    name: &'static str,
    label: &str,
    show: fn(&Vignette) -> String,
    write: fn(&mut Vignette, String),
) -> El {
    let control = el("input").attr("type", "text").attr("maxlength", "200");
    field(desk, control, name, label, &show, Box::new(write))
}

/// A text of several lines: its label, what to know of it, and how many rows it shows.
fn several(
    desk: Desk,
    name: &'static str,
    (label, hint, rows): (&str, &str, &str),
    show: &dyn Fn(&Vignette) -> String,
    write: Write,
) -> El {
    let limit = (TEXT_LIMIT * 4).to_string();
    let area = el("textarea").attr("rows", rows).attr("maxlength", &limit).attr("aria-description", hint);
    field(desk, area, name, label, show, write).child(p("small muted", hint))
}

/// A list with an entry a line.
fn per_line(
    desk: Desk,
    name: &'static str,
    label: &str,
    list: fn(&Vignette) -> &Vec<String>,
    list_mut: fn(&mut Vignette) -> &mut Vec<String>,
) -> El {
    let asked = (label, desk.words.pages.own.line_hint, "3");
    several(desk, name, asked, &|own| list(own).join("\n"), Box::new(move |own, text| *list_mut(own) = lines(&text)))
}
