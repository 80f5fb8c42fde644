//! One question a screen: its root and place, its answers as large buttons or joined rows, and one way of going on.

use super::stage::{Stage, input};
use crate::app::Step;
use crate::components::{
    answer_button, answer_buttons, back_button, back_to_case, row, screen_actions, screen_progress, screen_root,
    state_in_words, worded,
};
use leptos::prelude::*;
use waymark_view::{El, RwSignal, h1, html, p};

shelf!("guided", "One question a screen", one_question_answered_by_a_press a_row_of_several one_large_button
    on_and_back only_back to_the_case state_of_a_step words_with_a_place);

/// The answers are buttons: each answers and goes on. While nothing is chosen, the way on is Skip.
fn one_question_answered_by_a_press(stage: Stage) -> El {
    let question = input("context.suicidal_now");
    let count = RwSignal::new(0);
    screen_root(&question.question())
        .child(screen_progress(stage.language, Step::Situation, "Situation", || (7, 12)))
        .child(h1("Are they thinking of ending their life now?"))
        .child(answer_buttons(stage.language, stage.case, question, move || count.update(|count| *count += 1)))
        .child(screen_actions(stage.language, move || !stage.case.answered(question), || (), || ()))
        .child(p("small", "").child(move || format!("went on {} times", count.get())))
}

/// One of a few questions on a screen: choosing moves nothing, so that the others can be answered.
fn a_row_of_several(stage: Stage) -> El {
    row(stage.language, stage.case, input("context.counter_allegation"), &[], true)
}

/// One answer by itself, pressed while it is chosen. The second half of a double click does nothing.
fn one_large_button(stage: Stage) -> El {
    let chosen = RwSignal::new(false);
    let label = worded(stage.language, stage.case, "Same building");
    let press = move || chosen.update(|chosen| *chosen = !*chosen);
    html::div().class("bigs").child(answer_button(label, "example", "same", move || chosen.get(), press))
}

/// A screen without one open question has Continue.
fn on_and_back(stage: Stage) -> El {
    screen_actions(stage.language, || false, || (), || ())
}

/// A screen that is gone on from by its answer alone.
fn only_back(stage: Stage) -> El {
    html::div().class("actions").child(back_button(stage.language, || ()))
}

/// Above every step of a case.
fn to_the_case(stage: Stage) -> El {
    back_to_case(stage.language, stage.view)
}

/// How far a step is, in words; the page of the case says it in numbers.
fn state_of_a_step(stage: Stage) -> El {
    stage.answer("dash.1", "yes");
    html::dl().class("summary").children([false, true].map(|exact| {
        let words = move || state_in_words(stage.language, stage.case, Step::Dash, exact);
        html::div().child(html::dt().child("Dash")).child(html::dd().child(words))
    }))
}

/// Words with a place that the case fills.
fn words_with_a_place(stage: Stage) -> El {
    let line = |text| html::li().child(worded(stage.language, stage.case, text));
    html::ul().children(["Nothing is filled in here", "{user} says so"].map(line))
}
