//! A vignette of one's own: opened from a file, or written; checked against the tool as it grows; saved as a file.
//!
//! Lives here: opening, the fields, the answers of the panel. Not here: the check and what is done with a case that
//! passes it (`check`), the reasons (`reasons`).

mod check;
mod open;
mod reasons;

use super::begin::FIRST_OWN;
use super::practice::came;
use crate::app::{CaseState, Language, Purpose, View, Workshop};
use crate::components::{quiet, typed};
use crate::platform::{files, page};
use leptos::ev;
use leptos::prelude::*;
use open::{change, of};
use std::sync::Arc;
use waymark_case::listed::Listed;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::{Case, CaseError};
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, html, p};
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;
use waymark_workshop::file::FILE_BYTES;

/// The part.
pub fn own(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.own;
    let problem = RwSignal::new(String::new());
    // Which case is open, counted, so that the fields are rendered afresh for another one and not for a letter typed.
    let opened = RwSignal::new(0_u32);
    let edits = workshop.practice.edits;
    let put = move |vignette: Option<Vignette>, edit: bool| {
        problem.set(String::new());
        edits.set(edit);
        workshop.practice.own.set(vignette);
        opened.update(|opened| *opened += 1);
        request_animation_frame(|| page::focus("#own-case"));
    };
    let read = move |bytes: Result<Vec<u8>, files::FileError>| match bytes.map(|bytes| Vignette::read(&bytes)) {
        Ok(Ok(vignette)) => {
            put(Some(vignette), false);
            view.announcement.set(words.opened);
        }
        Ok(Err(CaseError::Field { path, problem: what })) => {
            problem.set([words.not_one, " ", &at_field(language, &path, &what)].concat())
        }
        Ok(Err(CaseError::NotUtf8)) => problem.set(words.not_utf8.to_owned()),
        Ok(Err(CaseError::Empty)) => problem.set(words.empty_file.to_owned()),
        Ok(Err(CaseError::TooLong)) | Err(files::FileError::TooLarge) => problem.set(words.too_large.to_owned()),
        Ok(Err(_)) => problem.set(words.not_one.to_owned()),
        Err(files::FileError::Unreadable) => problem.set(words.unreadable.to_owned()),
    };
    let open = move || files::choose(".json,application/json", FILE_BYTES, read);
    let new = move || put(Some(Vignette { id: FIRST_OWN, case: Case::default(), ..Vignette::default() }), true);
    let close = move || {
        button("button second", words.close).attr("data-action", "own-close").on_press(move || put(None, false))
    };
    let there = move || workshop.practice.own.with(Option::is_some);
    let actions = html::div()
        .class("actions")
        .child(button("button", words.open).attr("data-action", "own-open").on_press(open))
        .child(button("button second", words.new).attr("data-action", "own-new").on_press(new))
        .when(there, close);
    html::section()
        .child(html::h2().attr("id", "own-case").attr("tabindex", "-1").child(words.title))
        .child(p("lead", words.lead))
        .child(actions)
        .child(p("small", language.pages.open_copy.waits))
        .child(p("error", "").attr("role", "alert").child(move || problem.get()))
        .live(move || {
            opened.track();
            let edit = edits.get();
            untrack(|| match there() {
                true if edit => vec![editor(language, case, view, workshop)],
                true => check::practise(language, case, view, workshop),
                false => Vec::new(),
            })
        })
}

/// What is wrong with a field of a file, with the name that the field has on the page.
fn at_field(language: Language, path: &str, problem: &str) -> String {
    let words = &language.later().pages.own;
    let name = match path.split(['.', '[']).next().unwrap_or_default() {
        "" => words.whole_file,
        "id" => words.id,
        "title" => words.name,
        "setting" => words.setting,
        "warning" => words.warning,
        "story" => words.story,
        "traps" => words.traps,
        "discuss" => words.discuss,
        "case" => words.answers_title,
        "reasons" => words.reasons_title,
        "pair" => language.later().pages.practice.pair_title,
        _ => path,
    };
    let name = if path.is_empty() || name == path { name.to_owned() } else { format!("{name} ({path})") };
    fill(words.at_field, &[("path", &name), ("problem", problem)])
}

fn editor(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.own;
    let answers = move || {
        let Some(own) = workshop.practice.own.get_untracked() else { return };
        workshop.enter(case, view, Arc::new(own), Focus::Whole, Purpose::Write);
    };
    let says = move || workshop.practice.own.with(|own| own.as_ref().map(|own| came(language, &own.case)));
    html::div()
        .child(line(
            workshop,
            "own.id",
            words.id,
            |own| own.id.to_string(),
            |own, text| {
                own.id = text.trim().parse().unwrap_or_default();
            },
        ))
        .child(line(workshop, "own.title", words.name, |own| own.title.clone(), |own, text| own.title = text))
        .child(line(workshop, "own.setting", words.setting, |own| own.setting.clone(), |own, text| own.setting = text))
        .child(line(workshop, "own.warning", words.warning, |own| own.warning.clone(), |own, text| own.warning = text))
        .child(several(
            workshop,
            "own.story",
            (words.story, words.story_hint, "12"),
            &|own| own.story.join("\n\n"),
            Box::new(|own, text| own.story = paragraphs(&text)),
        ))
        .child(per_line(language, workshop, "own.traps", words.traps, |own| &own.traps, |own| &mut own.traps))
        .child(per_line(language, workshop, "own.discuss", words.discuss, |own| &own.discuss, |own| &mut own.discuss))
        .child(html::h3().child(words.answers_title))
        .child(p("", words.answers_lead))
        .child(
            html::div()
                .class("actions")
                .child(button("button second", words.answers).attr("data-action", "own-answers").on_press(answers)),
        )
        .child(html::h3().child(words.says_title))
        .child(html::div().attr("role", "status").live(move || says().into_iter().listed()))
        .child(reasons::reasons(language, workshop))
        .child(check::check(language, case, view, workshop))
}

/// Paragraphs, with an empty line between.
fn paragraphs(text: &str) -> Vec<String> {
    let one = |text: &str| text.split_whitespace().listed().join(" ");
    let text = text.replace("\r\n", "\n");
    text.split("\n\n").map(one).filter(|text| !text.is_empty()).listed()
}

/// Lines that say something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).listed()
}

/// What typing in a field does.
type Write = Box<dyn Fn(&mut Vignette, String)>;

fn field(
    workshop: Workshop,
    control: El,
    name: &'static str,
    label: &str,
    show: &dyn Fn(&Vignette) -> String,
    write: Write,
) -> El {
    let id = name.replace('.', "-");
    // What was typed stays as it was typed: the field is filled once.
    let first = untrack(|| of(workshop, show));
    let control =
        quiet(control).attr("id", &id).attr("name", name).value(move || first.clone()).on(ev::input, move |event| {
            let text = typed(&event);
            change(workshop, |own| write(own, text));
        });
    html::div().class("field").child(html::label().attr("for", &id).child(label)).child(control)
}

fn line(
    workshop: Workshop,
    name: &'static str,
    label: &str,
    show: fn(&Vignette) -> String,
    write: fn(&mut Vignette, String),
) -> El {
    let control = html::input().attr("type", "text").attr("maxlength", "200");
    field(workshop, control, name, label, &show, Box::new(write))
}

/// A text of several lines: its label, what to know of it, and how many rows it shows.
fn several(
    workshop: Workshop,
    name: &'static str,
    (label, hint, rows): (&str, &str, &str),
    show: &dyn Fn(&Vignette) -> String,
    write: Write,
) -> El {
    let limit = (TEXT_LIMIT * 4).to_string();
    let area = html::textarea().attr("rows", rows).attr("maxlength", &limit).attr("aria-description", hint);
    field(workshop, area, name, label, show, write).child(p("small muted", hint))
}

/// A list with an entry a line.
fn per_line(
    language: Language,
    workshop: Workshop,
    name: &'static str,
    label: &str,
    list: fn(&Vignette) -> &Vec<String>,
    list_mut: fn(&mut Vignette) -> &mut Vec<String>,
) -> El {
    let asked = (label, language.later().pages.own.line_hint, "3");
    several(
        workshop,
        name,
        asked,
        &|own| list(own).join("\n"),
        Box::new(move |own, text| *list_mut(own) = lines(&text)),
    )
}
