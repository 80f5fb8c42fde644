//! Questions of the case. What a question looks like follows from what its input may hold; its words stand in
//! `questions.toml`.

use super::stage::{Stage, input};
use crate::components::{
    Choices, Label, choice_list, clear_answer, control, one_of, question, question_about, question_with_note, seg,
};
use leptos::prelude::*;
use waymark_case::vocabulary::Person;
use waymark_view::{El, RwSignal, html};

shelf!("questions", "Questions", one_of_few one_of_few_answered one_of_many several_of_many
    several_of_many_ticked tick with_a_note a_number a_day a_text about_a_person joined_buttons
    joined_buttons_answered yes_no_not_known list_of_choices one_control undo_an_answer radios_without_a_case);

/// One answer of two or three. Nothing is chosen before somebody chooses.
fn one_of_few(stage: Stage) -> El {
    question(stage.language, stage.case, input("context.limits_explained"))
}

/// The same, answered: the answer can be taken back.
fn one_of_few_answered(stage: Stage) -> El {
    stage.answer("context.visit_planned", "no");
    question(stage.language, stage.case, input("context.visit_planned"))
}

/// One answer of many.
fn one_of_many(stage: Stage) -> El {
    question(stage.language, stage.case, input("context.told_by"))
}

/// As many as hold.
fn several_of_many(stage: Stage) -> El {
    question(stage.language, stage.case, input("context.wishes"))
}

/// The same with two of them ticked.
fn several_of_many_ticked(stage: Stage) -> El {
    stage.answer("context.orders", "non-molestation");
    stage.answer("context.orders", "restraining");
    question(stage.language, stage.case, input("context.orders"))
}

/// One box to tick.
fn tick(stage: Stage) -> El {
    question(stage.language, stage.case, input("identify.flags.formal_conflict"))
}

/// A question that offers a note. The note never changes a result.
fn with_a_note(stage: Stage) -> El {
    question_with_note(stage.language, stage.case, input("context.pets"))
}

/// A whole number.
fn a_number(stage: Stage) -> El {
    question(stage.language, stage.case, input("context.events_12m"))
}

/// A day, answered.
fn a_day(stage: Stage) -> El {
    stage.answer("dash.done_on", "2026-11-02");
    question(stage.language, stage.case, input("dash.done_on"))
}

/// A text of several lines.
fn a_text(stage: Stage) -> El {
    question(stage.language, stage.case, input("record.wish_words"))
}

/// A question whose words name the person who uses power, once the answers show one.
fn about_a_person(stage: Stage) -> El {
    let about = RwSignal::new(Some(Person::Two));
    question_about(stage.language, stage.case, input("identify.flags.harmed_voice"), move || about.get())
}

/// Short answers joined to one row.
fn joined_buttons(stage: Stage) -> El {
    let values = vec![("high", Label::Fixed("High")), ("medium", Label::Fixed("Medium"))];
    html::fieldset().child(html::legend().child("Your judgement")).child(seg(
        stage.case,
        input("dash.judgement"),
        values,
    ))
}

/// The same, answered: weight and a tick say so, not the colour alone.
fn joined_buttons_answered(stage: Stage) -> El {
    stage.answer("dash.1", "yes");
    let values = vec![("yes", Label::Fixed("Yes")), ("no", Label::Fixed("No")), ("dk", Label::Fixed("Don't know"))];
    html::fieldset().child(html::legend().child("Dash 1")).child(seg(stage.case, input("dash.1"), values))
}

/// A row of the Dash: yes, no, or not known.
fn yes_no_not_known(stage: Stage) -> El {
    let values = vec![("yes", Label::Fixed("Yes")), ("no", Label::Fixed("No")), ("dk", Label::Fixed("Don't know"))];
    html::fieldset().child(html::legend().child("Dash 2")).child(seg(stage.case, input("dash.2"), values))
}

/// Choices with words of one's own; a label may follow its signals.
fn list_of_choices(stage: Stage) -> El {
    let called = RwSignal::new("The tenant");
    let values: Choices = vec![("1", Label::live(move || called.get().to_owned())), ("2", Label::Fixed("The visitor"))];
    let choices = choice_list(stage.case, input("identify.survivor_is"), values, false, "choices inline stack");
    html::fieldset().child(html::legend().child("Who is the survivor?")).child(choices)
}

/// One box of an input, where the words around it are made by hand.
fn one_control(stage: Stage) -> El {
    let words = html::span().child("They want to leave");
    html::label().class("choice").child(control(stage.case, input("context.wishes"), true, "leave")).child(words)
}

/// Takes an answer back: the question is "not asked" again.
fn undo_an_answer(stage: Stage) -> El {
    clear_answer(stage.language, stage.case, input("context.recency"))
}

/// Radios that belong to no case: one value of several, told to a closure.
fn radios_without_a_case() -> El {
    let size = RwSignal::new("usual".to_owned());
    let options = ["usual", "large"].map(|value| (value.to_owned(), format!("{value} text")));
    one_of("size", "Text size", options.into(), move || size.get(), move |value| size.set(value.to_owned()))
}
