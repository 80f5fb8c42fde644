//! What to do tonight: half a page to act on, read out, copy and print. No count, band or identification stands here.

use super::{Place, go};
use crate::app::{Desk, Step, step_name};
use crate::case::vocabulary::Vocabulary;
use crate::case::{ContextField, Input};
use crate::content::words::fill;
use crate::flow::tonight_result::{DoNow, Morning, TonightResult, result};
use crate::platform::clipboard::{self, Copied};
use crate::platform::dom::{El, button, el, h1, list, p};
use crate::platform::page;
use crate::record::{Block, Document, handover, on_call, plain_text};
use leptos::prelude::*;

/// The result, drawn from the case at every change.
pub fn outcome(place: RwSignal<Place>) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.tonight;
    let found = Memo::new(move |_| {
        desk.case.with(|case| desk.assessment.with(|assessment| result(case, assessment, desk.words)))
    });
    let script = Memo::new(move |_| {
        desk.case.with(|case| desk.assessment.with(|assessment| on_call(case, assessment, desk.words)))
    });
    let handed_over =
        move || desk.case.with(|case| desk.assessment.with(|a| plain_text(&handover(case, a, desk.words))));
    let everything = move || plain_text(&document(desk, &found.get(), &script.get()));
    let lines = |lines: Vec<&'static str>| lines.into_iter().map(|line| el("li").text(line)).collect::<Vec<_>>();
    let step = move |step: Step| {
        button("button second", step_name(desk, step)).attr("data-step", step.text()).on_press(move || desk.go(step))
    };
    let print = button("button second", words.print).attr("data-action", "print").on_press(page::print);
    let back = button("button quiet", words.back).on_press(move || go(place, place.get_untracked().before_result()));
    let say = el("div")
        .class("say")
        .child(el("div").child(el("h3").text(words.say)).child(el("ul").live(move || lines(found.get().say))))
        .child(
            el("div")
                .class("dont")
                .child(el("h3").text(words.dont))
                .child(el("ul").live(move || lines(found.get().dont.to_vec()))),
        );
    let ways_out = el("div")
        .class("no-print")
        .child(el("div").class("actions").children(copy_button(words.copy_all, everything)).child(print).child(back))
        .child(p("small muted", words.print_first))
        .child(el("h2").text(words.later))
        .child(p("", words.carry_over))
        .child(el("div").class("actions").child(step(Step::Situation)).child(step(Step::Record)));
    el("div")
        .child(h1(words.result_title))
        .child(p("lead no-print", words.result_lead))
        .child(el("h2").text(words.do_now))
        .child(
            el("ol")
                .class("donow")
                .live(move || found.get().do_now.into_iter().map(|one| do_now(desk, &one)).collect()),
        )
        .live(move || found.get().hand_off.map(|line| p("notice", line)).into_iter().collect())
        .live(move || take_care(desk, &found.get()).into_iter().collect())
        .child(say)
        .child(el("h2").text(words.on_call))
        .child(el("div").class("aloud").live(move || script.get().into_iter().map(|line| p("", line)).collect()))
        .child(el("div").class("actions").children(copy_button(words.copy_call, move || script.get().join("\n"))))
        .child(el("h2").text(words.morning))
        .live(move || morning(desk, &found.get()))
        .child(el("div").class("actions").children(copy_button(words.copy_morning, handed_over)))
        .child(ways_out)
}

/// Copies a text and says how it went.
fn copy_button(name: &'static str, text: impl Fn() -> String + 'static) -> [El; 2] {
    let words = &Desk::here().words.pages.tonight;
    let told = RwSignal::new("");
    let press = move || {
        told.set("");
        clipboard::copy(&text(), move |copied| {
            told.set(if copied == Copied::Yes { words.copied } else { words.not_copied });
        });
    };
    [
        button("button second", name).attr("data-action", "copy").on_press(press),
        el("p").class("copied").attr("role", "status").live_text(move || told.get()),
    ]
}

fn do_now(desk: Desk, one: &DoNow) -> El {
    let item = el("li")
        .attr("data-pathway", one.pathway.text())
        .attr("data-priority", &one.priority.to_string())
        .attr("data-stance", one.stance.text())
        .child(el("strong").text(one.line));
    let item =
        if one.done { item.text(" ").child(el("span").class("tag").text(desk.words.pages.tonight.done)) } else { item };
    item.text(" ").text(one.note).child(el("span").class("who").text(one.who))
}

fn take_care(desk: Desk, found: &TonightResult) -> Option<El> {
    if found.take_care.is_empty() {
        return None;
    }
    let lines = found.take_care.iter().map(|id| {
        let words = desk.words.caution(*id);
        el("li")
            .child(el("strong").text(words.title).text("."))
            .child(el("span").class("no-print").text(" ").text(words.text))
    });
    let heading = el("h2").text(desk.words.pages.tonight.take_care);
    Some(el("section").class("caution").child(heading).child(el("ul").children(lines)))
}

/// What the morning is for, under a few headings; a heading with nothing under it is left out.
fn for_the_morning(desk: Desk, found: &TonightResult) -> Vec<(&'static str, Vec<String>)> {
    let words = &desk.words.pages.tonight;
    let contact = desk.words.question(Input::Context(ContextField::SafeContact));
    let agreed = desk.case.with(|case| case.context.safe_contact);
    let agreed = agreed.map_or(words.contact_not_asked, |agreed| contact.option(agreed.text()));
    let mut groups = [
        (words.morning_still, Vec::new()),
        (words.morning_steps, Vec::new()),
        (words.morning_ask, Vec::new()),
        (contact.short, vec![agreed.to_owned()]),
    ];
    for line in &found.morning {
        let (group, note) = match line {
            Morning::StillToday(one) => (0, one.note),
            Morning::Step(one) => (1, one.note),
            Morning::Identify(_) => (1, ""),
            Morning::Ask(..) => (2, ""),
        };
        groups[group].1.push(if note.is_empty() { line.line().to_owned() } else { format!("{}. {note}", line.line()) });
    }
    groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

fn morning(desk: Desk, found: &TonightResult) -> Vec<El> {
    let groups = for_the_morning(desk, found)
        .into_iter()
        .map(|(heading, lines)| el("div").child(el("h3").text(heading)).child(list("ul", "", lines)));
    let changes = el("p").child(el("strong").text(desk.words.pages.tonight.morning_changes));
    vec![el("div").class("columns").children(groups), changes]
}

/// Everything on the page, to be copied.
fn document(desk: Desk, found: &TonightResult, script: &[String]) -> Document {
    let words = &desk.words.pages.tonight;
    let list = |lines: &[&str]| Block::List(lines.iter().map(|line| (*line).to_owned()).collect());
    let do_now = found.do_now.iter().map(|one| format!("{} ({}). {}", one.line, one.who, one.note));
    let care = found
        .take_care
        .iter()
        .map(|id| desk.words.caution(*id))
        .map(|words| format!("{}. {}", words.title, words.text));
    let mut parts = vec![
        (2, words.do_now, Block::List(do_now.collect())),
        (2, words.take_care, Block::List(care.collect())),
        (2, words.say, list(&found.say)),
        (2, words.dont, list(&found.dont)),
        (2, words.on_call, Block::Paragraph(script.join("\n"))),
        (2, words.morning, Block::Paragraph(words.morning_changes.to_owned())),
    ];
    parts.extend(for_the_morning(desk, found).into_iter().map(|(heading, lines)| (3, heading, Block::List(lines))));
    let mut blocks: Vec<Block> = found.hand_off.map(|line| Block::Paragraph(line.to_owned())).into_iter().collect();
    for (level, heading, block) in parts.into_iter().filter(|(.., block)| !block.is_empty()) {
        blocks.extend([Block::Heading(level, heading.to_owned()), block]);
    }
    let record = &desk.words.pages.record;
    let version = desk.assessment.with(|a| {
        let values = [
            ("tool", desk.words.pages.shell.name),
            ("engine", a.engine),
            ("content", a.content),
            ("profile", &a.profile),
        ];
        fill(record.version, &values)
    });
    Document { notice: record.confidential.to_owned(), title: words.result_title.to_owned(), blocks, version }
}
