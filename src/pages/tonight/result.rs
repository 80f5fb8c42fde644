//! What to do tonight: half a page to act on, read out, copy and print. It holds no count, band or identification.

use crate::app::{CaseState, Language, Step, View};
use crate::components::area_contacts;
use crate::components::{back_button, step_name};
use crate::platform::clipboard;
use crate::platform::clipboard::Copied;
use crate::platform::page;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_area::area_contacts_in;
use waymark_area::area_contacts_to;
use waymark_area::{ContactId, area_contacts_for};
use waymark_case::input::ChoicePart;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Decision, Vocabulary};
use waymark_case::{ContextField, Input};
use waymark_content::words::fill;
use waymark_flow::numbers;
use waymark_flow::tonight_result::{DoNow, Morning, TonightResult, result};
use waymark_record::area_numbers;
use waymark_record::{Block, Document, handover, on_call, plain_text};
use waymark_view::{El, RwSignal, button, h1, html, list, memo, p, unmarked};

/// The result, rendered from the case at every change.
pub fn outcome(language: Language, case: CaseState, view: View) -> El {
    let language = case.words(language);
    let words = &language.steps().pages.tonight_result;
    let found = memo(move || case.read(|case, assessment| result(case, assessment, language)));
    let script = memo(move || case.read(|case, assessment| on_call(case, assessment, language)));
    let handed_over = move || case.read(|case, a| plain_text(&handover(case, a, language)));
    let everything = move || plain_text(&document(language, case, &found.get(), &script.get()));
    let lines = |lines: Vec<&'static str>| lines.into_iter().map(|line| html::li().child(line)).listed();
    let step = move |step: Step| {
        button("button second", step_name(language, step))
            .attr("data-step", step.text())
            .on_press(move || view.open(step))
    };
    let print = button("button second", words.print).attr("data-action", "print").on_press(page::print);
    let place = view.places.tonight;
    let back = back_button(language, move || view.go(place, place.get_untracked().before_result()));
    let say = html::div()
        .class("say")
        .child(
            html::div()
                .child(html::h3().child(words.say))
                .child(unmarked(html::ul(), "").live(move || lines(found.get().say))),
        )
        .child(
            html::div()
                .class("dont")
                .child(html::h3().child(words.dont))
                .child(unmarked(html::ul(), "").live(move || lines(found.get().dont.to_vec()))),
        );
    let ways_out = html::div()
        .class("no-print")
        .child(
            html::div()
                .class("actions")
                .children(copy_button(language, words.copy_all, everything))
                .child(print)
                .child(back),
        )
        .child(p("small muted", words.print_first))
        .child(html::h2().child(words.later))
        .child(p("", words.carry_over))
        .child(html::div().class("actions").child(step(Step::Situation)).child(step(Step::Record)));
    html::div()
        .child(h1(words.result_title))
        .child(p("lead no-print", words.result_lead))
        .child(html::h2().child(words.do_now))
        .child(unmarked(html::ol(), "donow").live(move || found.with(|found| untrack(|| steps(language, case, found)))))
        .live(move || hand_off(language, case, &found.get()))
        .live(move || take_care(language, case, &found.get()).into_iter().listed())
        .child(say)
        .child(html::h2().child(words.on_call))
        .child(area_contacts(language, case, || &[ContactId::OnCall]))
        .child(html::div().class("aloud").live(move || script.get().into_iter().map(|line| p("", line)).listed()))
        .child(
            html::div()
                .class("actions")
                .children(copy_button(language, words.copy_call, move || script.get().join("\n"))),
        )
        .child(html::h2().child(words.morning))
        .live(move || morning(language, case, &found.get()))
        .child(html::div().class("actions").children(copy_button(language, words.copy_morning, handed_over)))
        .child(ways_out)
}

/// Copies a text and says how it went.
fn copy_button(language: Language, name: &'static str, text: impl Fn() -> String + 'static) -> [El; 2] {
    let words = &language.steps().pages.tonight_result;
    let told = RwSignal::new("");
    let press = move || {
        told.set("");
        clipboard::copy(&text(), move |copied| {
            let said = if copied == Copied::Yes { words.copied } else { words.not_copied };
            told.set(said);
            voice::say(said);
        });
    };
    [
        button("button second", name).attr("data-action", "copy").on_press(press),
        html::p().class("copied").child(move || told.get()),
    ]
}

/// What to do, what is done already, and the number to ring for each step that has one.
fn steps(language: Language, case: CaseState, found: &TonightResult) -> Vec<El> {
    let to_ring = |one: &DoNow| {
        let lines = numbers_of(language, case, found, one);
        (!lines.is_empty()).then(|| html::span().class("who").child(lines.join("; ")))
    };
    found
        .do_now
        .iter()
        .map(|one| do_now(language, case, one).child(to_ring(one)))
        .chain(found.done.iter().map(|one| do_now(language, case, one).class("done")))
        .listed()
}

fn numbers_of(language: Language, case: CaseState, found: &TonightResult, one: &DoNow) -> Vec<String> {
    let beside: Vec<_> = found.do_now.iter().map(|one| one.pathway).listed();
    let nation = case.answers.with(|case| case.context.nation);
    numbers(one.pathway, &beside, nation, language)
}

/// A step with the press that says that it is done, or takes that back. Script, handover and record follow.
fn do_now(language: Language, case: CaseState, one: &DoNow) -> El {
    let words = &language.steps().pages.tonight_result;
    let decision = Input::Choice(one.pathway, ChoicePart::Decision);
    let (name, value) = if one.done { (words.undo, None) } else { (words.done, Some(Decision::Done.text())) };
    let press = button("button second small no-print", name)
        .attr("data-action", if one.done { "undo-done" } else { "done" })
        .child(html::span().class("visually-hidden").child(": ").child(one.line))
        .on_press(move || case.answer(decision, value));
    let item = html::li()
        .attr("data-pathway", one.pathway.text())
        .attr("data-priority", one.priority.to_string())
        .attr("data-stance", one.stance.text())
        .child(html::strong().child(one.line));
    let item = if one.done { item.child(" ").child(html::span().class("tag").child(words.done)) } else { item };
    let id = one.pathway;
    item.child(if one.note.is_empty() { " " } else { ". " })
        .child(one.note)
        .child(html::span().class("who").child(one.who.clone()).child(" ").child(press))
        .child(area_contacts(language, case, move || case.answers.with(|case| area_contacts_for(id, &case.context))))
}

/// Who else does the Dash, and whom to ring now where nobody waits for them. On-call stands with what is read out to them.
fn hand_off(language: Language, case: CaseState, found: &TonightResult) -> Vec<El> {
    let ring = case.assessment.with(|it| it.handoff.as_ref().map_or(&[][..], area_contacts_to));
    let others = ring.strip_prefix(&[ContactId::OnCall]).unwrap_or(ring);
    let line = found.hand_off.map(|line| [p("notice", line), area_contacts(language, case, move || others)]);
    line.into_iter().flatten().listed()
}

fn take_care(language: Language, case: CaseState, found: &TonightResult) -> Option<El> {
    if found.take_care.is_empty() {
        return None;
    }
    let lines = found.take_care.iter().map(|id| {
        let id = *id;
        let words = language.caution(id);
        html::li()
            .child(html::strong().child(words.title).child("."))
            .child(html::span().class("no-print").child(" ").child(words.text))
            .child(area_contacts(language, case, move || area_contacts_in(id)))
    });
    let heading = html::h2().child(language.steps().pages.tonight_result.take_care);
    Some(html::section().class("caution").child(heading).child(html::ul().children(lines)))
}

/// What the morning is for, under a few headings; a heading with nothing under it is left out.
fn for_the_morning(language: Language, case: CaseState, found: &TonightResult) -> Vec<(&'static str, Vec<String>)> {
    let words = &language.steps().pages.tonight_result;
    let contact = language.question(Input::Context(ContextField::SafeContact));
    let agreed = case.answers.with(|case| case.context.safe_contact);
    let agreed = agreed.map_or(words.contact_not_asked, |agreed| contact.option(agreed.text()));
    let mut groups = [
        (words.morning_still, Vec::new()),
        (words.morning_steps, Vec::new()),
        (words.morning_ask, Vec::new()),
        (contact.short, vec![agreed.to_owned()]),
    ];
    for line in &found.morning {
        let group = match line {
            Morning::StillToday(_) => 0,
            Morning::Step(_) | Morning::Identify(_) => 1,
            Morning::Ask(..) => 2,
        };
        groups[group].1.push(line.whole());
    }
    groups.into_iter().filter(|(_, lines)| !lines.is_empty()).listed()
}

fn morning(language: Language, case: CaseState, found: &TonightResult) -> Vec<El> {
    let groups = for_the_morning(language, case, found)
        .into_iter()
        .map(|(heading, lines)| html::div().child(html::h3().child(heading)).child(list(html::ul(), "", lines)));
    let changes = html::p().child(html::strong().child(language.steps().pages.tonight_result.morning_changes));
    vec![html::div().class("columns").children(groups), changes]
}

/// The local services that are shown on the page.
fn to_ring(case: CaseState, found: &TonightResult) -> Vec<ContactId> {
    let mut ids = vec![ContactId::OnCall];
    case.assessment.with(|it| ids.extend(it.handoff.iter().flat_map(area_contacts_to)));
    case.answers.with(|case| {
        let steps = found.do_now.iter().chain(&found.done);
        ids.extend(steps.flat_map(|one| area_contacts_for(one.pathway, &case.context)));
    });
    ids.extend(found.take_care.iter().flat_map(|id| area_contacts_in(*id)));
    ids
}

/// Everything on the page, to be copied.
fn document(language: Language, case: CaseState, found: &TonightResult, script: &[String]) -> Document {
    let words = &language.steps().pages.tonight_result;
    let list = |lines: &[&str]| Block::List(lines.iter().map(|line| (*line).to_owned()).listed());
    let do_now = found.do_now.iter().map(|one| {
        format!("{} ({}). {} {}", one.line, one.who, one.note, numbers_of(language, case, found, one).join("; "))
    });
    let care =
        found.take_care.iter().map(|id| language.caution(*id)).map(|words| format!("{}. {}", words.title, words.text));
    let mut parts = vec![
        (2, words.do_now, Block::List(do_now.listed())),
        (2, words.take_care, Block::List(care.listed())),
        (2, words.say, list(&found.say)),
        (2, words.dont, list(&found.dont)),
        (2, words.on_call, Block::Paragraph(script.join("\n"))),
        (2, words.morning, Block::Paragraph(words.morning_changes.to_owned())),
    ];
    parts.extend(
        for_the_morning(language, case, found).into_iter().map(|(heading, lines)| (3, heading, Block::List(lines))),
    );
    let mut blocks: Vec<Block> = found.hand_off.map(|line| Block::Paragraph(line.to_owned())).into_iter().listed();
    for (level, heading, block) in parts.into_iter().filter(|(.., block)| !block.is_empty()) {
        blocks.extend([Block::Heading(level, heading.to_owned()), block]);
    }
    let numbers = case.assessment.with(|it| area_numbers(&to_ring(case, found), it, language));
    if !numbers.is_empty() {
        blocks.push(Block::Heading(2, language.steps().pages.record.area_numbers.to_owned()));
        blocks.extend(numbers);
    }
    let record = &language.steps().pages.record;
    let version = case.assessment.with(|a| {
        let values = [
            ("tool", language.pages.shell.name),
            ("engine", a.engine),
            ("content", a.content),
            ("profile", &a.profile),
        ];
        fill(record.version, &values)
    });
    Document { notice: record.confidential.to_owned(), title: words.result_title.to_owned(), blocks, version }
}
