//! What to do tonight: half a page to act on, read out, copy and print. No count, band or identification stands here.

use super::{Place, go};
use crate::app::{Desk, Step, step_name};
use crate::case::vocabulary::Vocabulary;
use crate::case::{ContextField, Input};
use crate::content::words::fill;
use crate::flow::tonight_result::{DoNow, Morning, TonightResult, result};
use crate::platform::clipboard::{self, Copied};
use crate::platform::page;
use crate::record::{Block, Document, handover, on_call, plain_text};
use leptos::prelude::*;

/// The result, drawn from the case at every change.
#[component]
pub fn Outcome(
    /// Where the worker stands.
    place: RwSignal<Place>,
) -> impl IntoView {
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
    let list = |lines: Vec<&'static str>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let step = move |step: Step| {
        view! { <button type="button" class="button second" data-step=step.text() on:click=move |_| desk.go(step)>{step_name(desk, step)}</button> }
    };
    view! {
        <h1 tabindex="-1">{words.result_title}</h1>
        <p class="lead no-print">{words.result_lead}</p>
        <h2>{words.do_now}</h2>
        <ol class="donow">{move || found.get().do_now.into_iter().map(|one| do_now(desk, one)).collect_view()}</ol>
        {move || found.get().hand_off.map(|line| view! { <p class="notice">{line}</p> })}
        {move || take_care(desk, &found.get())}
        <div class="say">
            <div><h3>{words.say}</h3><ul>{move || list(found.get().say)}</ul></div>
            <div class="dont"><h3>{words.dont}</h3><ul>{move || list(found.get().dont.to_vec())}</ul></div>
        </div>
        <h2>{words.on_call}</h2>
        <div class="aloud">{move || script.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div>
        <div class="actions"><CopyButton name=words.copy_call text=move || script.get().join("\n")/></div>
        <h2>{words.morning}</h2>
        {move || morning(desk, &found.get())}
        <div class="actions"><CopyButton name=words.copy_morning text=handed_over/></div>
        <div class="no-print">
            <div class="actions">
                <CopyButton name=words.copy_all text=everything/>
                <button type="button" class="button second" data-action="print" on:click=move |_| page::print()>{words.print}</button>
                <button type="button" class="button quiet" on:click=move |_| go(place, place.get_untracked().before_result())>{words.back}</button>
            </div>
            <p class="small muted">{words.print_first}</p>
            <h2>{words.later}</h2>
            <p>{words.carry_over}</p>
            <div class="actions">{step(Step::Situation)}{step(Step::Record)}</div>
        </div>
    }
}

/// Copies a text and says how it went.
#[component]
fn CopyButton(name: &'static str, text: impl Fn() -> String + 'static) -> impl IntoView {
    let words = &Desk::here().words.pages.tonight;
    let told = RwSignal::new("");
    let press = move |_| {
        told.set("");
        clipboard::copy(&text(), move |copied| {
            told.set(if copied == Copied::Yes { words.copied } else { words.not_copied });
        });
    };
    view! {
        <button type="button" class="button second" data-action="copy" on:click=press>{name}</button>
        <p class="copied" role="status">{move || told.get()}</p>
    }
}

fn do_now(desk: Desk, one: DoNow) -> impl IntoView {
    let done = one.done.then(|| view! { " "<span class="tag">{desk.words.pages.tonight.done}</span> });
    view! {
        <li data-pathway=one.pathway.text() data-priority=one.priority.to_string() data-stance=one.stance.text()>
            <strong>{one.line}</strong>{done}" "{one.note}<span class="who">{one.who}</span>
        </li>
    }
}

fn take_care(desk: Desk, found: &TonightResult) -> Option<impl IntoView + use<>> {
    let lines = found.take_care.iter().map(|id| {
        let words = desk.words.caution(*id);
        view! { <li><strong>{words.title}"."</strong><span class="no-print">" "{words.text}</span></li> }
    });
    let lines = lines.collect_view();
    (!found.take_care.is_empty()).then(
        || view! { <section class="caution"><h2>{desk.words.pages.tonight.take_care}</h2><ul>{lines}</ul></section> },
    )
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

fn morning(desk: Desk, found: &TonightResult) -> impl IntoView + use<> {
    let groups = for_the_morning(desk, found).into_iter().map(|(heading, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <div><h3>{heading}</h3><ul>{lines}</ul></div> }
    });
    view! { <div class="columns">{groups.collect_view()}</div><p><strong>{desk.words.pages.tonight.morning_changes}</strong></p> }
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
