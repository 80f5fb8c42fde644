//! Every question about the situation, under its heading.

use crate::app::{CaseState, Language, Step, View};
use crate::components::{layout_toggle, question_with_note, step_end};
use crate::platform::page::focus_question;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_content::words::fill;
use waymark_flow::{Section, next_unanswered, progress, sections};
use waymark_view::{El, button, h1, html, memo, p};

/// The page: how many of the questions that matter are answered, the way to the next one, and all questions.
pub fn questions(language: Language, case: CaseState, view: View) -> El {
    let words = &language.pages.situation;
    let count = memo(move || case.read(progress));
    let so_far = move || {
        let (answered, shown) = count.get();
        fill(words.progress, &[("answered", &answered.to_string()), ("shown", &shown.to_string())])
    };
    voice::follow_progress(so_far);
    let open_question = memo(move || case.read(next_unanswered));
    let onward = move || {
        vec![match open_question.get() {
            Some(field) => p("", "").child(button("link", words.next).on_press(move || focus_question(field.path()))),
            None => p("muted", words.nothing_left),
        }]
    };
    html::div()
        .class("narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle(language, view))
        .child(html::p().class("muted").child(so_far))
        .live(onward)
        .later_each(sections(), move |section| part(language, case, section))
        .child(step_end(language, view, Step::Identify))
}

fn part(language: Language, case: CaseState, section: &'static Section) -> El {
    // Question by question: a long section would hold up a press of Exit on a slow device.
    html::section()
        .child(html::h2().child(section.heading(language)))
        .later_each(section.fields, move |field| question_with_note(language, case, Input::Context(*field)))
}
