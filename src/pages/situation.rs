//! The situation: only what the next answers need, each with why it is asked. What does not matter now waits behind a
//! link under its heading; what was answered before the step was opened is folded away and not asked twice.

use crate::app::{Desk, Layout, Step, layout_toggle, step_end, step_root};
use crate::case::{ContextField, Input};
use crate::components::question_with_note;
use crate::content::words::fill;
use crate::flow::{Section, matters, next_unanswered, progress, sections};
use crate::platform::dom::{El, button, el, h1, p};
use crate::platform::page::focus_question;
use leptos::prelude::*;

/// The step: its sections in order.
pub fn situation() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.situation;
    let count =
        Memo::new(move |_| desk.case.with(|case| desk.assessment.with(|assessment| progress(case, assessment))));
    let so_far = move || {
        let (answered, shown) = count.get();
        fill(words.progress, &[("answered", &answered.to_string()), ("shown", &shown.to_string())])
    };
    let open_question =
        Memo::new(move |_| desk.case.with(|case| desk.assessment.with(|assessment| next_unanswered(case, assessment))));
    let onward = move || {
        vec![match open_question.get() {
            Some(field) => p("", "").child(button("link", words.next).on_press(move || focus_question(field.path()))),
            None => p("muted", words.nothing_left),
        }]
    };
    step_root(Step::Situation, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle())
        .child(el("p").class("muted").attr("role", "status").live_text(so_far))
        .live(onward)
        .later_each(sections(), part)
        .child(step_end(Step::Identify))
}

/// One section.
fn part(section: &'static Section) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.situation;
    let heading = section.heading(desk.words);
    let matter = Memo::new(move |_| {
        desk.case.with(|case| {
            desk.assessment.with(|assessment| {
                section.fields.iter().filter(|field| matters(**field, case, assessment)).copied().collect::<Vec<_>>()
            })
        })
    });
    let is_answered = move |field: &ContextField| desk.answered(Input::Context(*field));
    // Settled when the step opens, so that an answer given here stays where it is.
    let done = StoredValue::new(untrack(|| {
        section.fields.iter().filter(|field| is_answered(field)).copied().collect::<Vec<_>>()
    }));
    let folded =
        move |field: &ContextField| desk.layout.get() == Layout::Guided && done.with_value(|done| done.contains(field));
    let any_folded = move || desk.layout.get() == Layout::Guided && done.with_value(|done| !done.is_empty());
    let answered_so_far = move || {
        let all = done.with_value(Vec::len);
        let answered = done.with_value(|done| done.iter().filter(|field| is_answered(field)).count());
        fill(words.progress, &[("answered", &answered.to_string()), ("shown", &all.to_string())])
    };
    let fold = move || {
        el("details")
            .class("fold")
            .child(
                el("summary")
                    .live_text(answered_so_far)
                    .child(el("span").class("visually-hidden").text(": ").text(heading)),
            )
            .children(done.get_value().into_iter().map(|field| question_with_note(Input::Context(field))))
    };
    let open = RwSignal::new(false);
    let everything = move || open.get() || desk.layout.get() == Layout::Whole;
    let shown = move || {
        let shown: &[ContextField] = if everything() { section.fields } else { &matter.get() };
        shown.iter().filter(|field| !folded(field)).map(|field| *field as u32).collect::<Vec<_>>()
    };
    let any = move || everything() || any_folded() || matter.with(|fields| !fields.is_empty());
    let rest = move || {
        let hidden = |field: &&ContextField| !folded(field) && matter.with(|fields| !fields.contains(field));
        section.fields.iter().filter(hidden).count()
    };
    let more = move || {
        let words_more = move || fill(words.more, &[("count", &rest().to_string())]);
        let offer = button("link", "")
            .live_text(words_more)
            .attr("data-more", section.id)
            .child(el("span").class("visually-hidden").text(": ").text(heading))
            .on_press(move || open.set(true));
        p("", "").child(offer)
    };
    el("section")
        .attr("aria-label", heading)
        .when(any, move || el("h2").text(heading))
        .when(any_folded, fold)
        .each(shown, |key| {
            let field = ContextField::ALL.get(key as usize).copied().unwrap_or(ContextField::DangerNow);
            question_with_note(Input::Context(field))
        })
        .when(move || !everything() && rest() > 0, more)
}
