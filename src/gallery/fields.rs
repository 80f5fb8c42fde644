//! What is typed into. No browser may keep, check or translate what stands in a field: each is `quiet`.

use super::stage::{Stage, input};
use crate::app::Purpose;
use crate::components::{
    Typed, day_field, number_field, part_id, passphrase_field, quiet, short_field, show_typed, text_field, toggle_note,
    typed,
};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;
use waymark_view::{El, RwSignal, html};
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;

shelf!("fields", "Fields", text_of_several_lines text_of_one_line text_that_is_there
    nothing_is_typed_in_practice number number_that_is_there part_of_a_question day note field_of_your_own
    passphrase passphrase_shown passphrase_refused);

/// A text of the case. Its name is the label around it.
fn text_of_several_lines(stage: Stage) -> El {
    html::div().class("field").child(html::label().child("In their words").child(text_field(
        stage.language,
        stage.case,
        input("record.wish_words"),
    )))
}

/// The same in one line.
fn text_of_one_line(stage: Stage) -> El {
    html::div().class("field").child(html::label().child("Where").child(short_field(
        stage.language,
        stage.case,
        input("record.incident.where"),
    )))
}

/// A text that was typed before stands there again.
fn text_that_is_there(stage: Stage) -> El {
    stage.answer("record.own_view_of_danger", "It gets worse.");
    let field = text_field(stage.language, stage.case, input("record.own_view_of_danger"));
    html::div().class("field").child(html::label().child("Their own view").child(field))
}

/// In practice nothing is typed, so that no practice case holds what somebody wrote.
fn nothing_is_typed_in_practice(stage: Stage) -> El {
    if let Some(story) = stage.language.later().vignettes.first() {
        let story = Arc::new(Vignette::of(story));
        stage.workshop.enter(stage.case, stage.view, story, Focus::Whole, Purpose::Learn);
    }
    html::div().child("In their words: ").child(text_field(
        stage.language,
        stage.case,
        input("record.safe_contact_words"),
    ))
}

/// A whole number. What cannot be one stays on the screen, and the error names the field and its bounds.
fn number(stage: Stage) -> El {
    let legend = html::legend().attr("id", "events-legend").child("Events in twelve months");
    html::fieldset().child(legend).child(number_field(
        stage.language,
        stage.case,
        input("context.events_12m"),
        "events-legend",
        0,
        999,
    ))
}

/// A number that was entered before.
fn number_that_is_there(stage: Stage) -> El {
    stage.answer("context.police_events_12m", "3");
    let legend = html::legend().attr("id", "police-legend").child("Of these, with the police");
    html::fieldset().child(legend).child(number_field(
        stage.language,
        stage.case,
        input("context.police_events_12m"),
        "police-legend",
        0,
        999,
    ))
}

/// The id of a part of a question, by which one part names another.
fn part_of_a_question(stage: Stage) -> El {
    let legend = part_id("context.existing_dash_yes", "legend");
    let field = number_field(stage.language, stage.case, input("context.existing_dash_yes"), &legend, 0, 27);
    html::fieldset().child(html::legend().attr("id", &legend).child("Ticks on their form")).child(field)
}

/// A day, typed in any usual way, or today by a press. What is no day is named once it is written.
fn day(stage: Stage) -> El {
    let legend = html::legend().attr("id", "done-legend").child("When was it done?");
    html::fieldset().child(legend).child(day_field(stage.language, stage.case, input("dash.done_on"), "done-legend"))
}

/// A note opens when it is wanted.
fn note(stage: Stage) -> El {
    toggle_note(stage.language, stage.case, input("context.children"))
}

/// A field that belongs to no case.
fn field_of_your_own() -> El {
    let text = RwSignal::new(String::new());
    let field = quiet(html::input().attr("type", "text").attr("id", "own-field"));
    html::div()
        .class("field")
        .child(html::label().attr("for", "own-field").child("Owner"))
        .child(field.value(move || text.get()).on(ev::input, move |event| text.set(typed(&event))))
}

/// A passphrase is a plain text that is veiled: browsers offer to keep what stands in a password field.
fn passphrase(stage: Stage) -> El {
    let shown = RwSignal::new(false);
    html::div()
        .child(passphrase_field("veiled", "Passphrase", Typed::default(), shown))
        .child(show_typed(stage.language, shown))
}

/// The same, shown.
fn passphrase_shown(stage: Stage) -> El {
    let shown = RwSignal::new(true);
    html::div()
        .child(passphrase_field("shown", "Passphrase, shown", Typed::default(), shown))
        .child(show_typed(stage.language, shown))
}

/// What is wrong with it stands below it, and is heard with it.
fn passphrase_refused() -> El {
    let typed = Typed::default();
    typed.wrong.set("Use at least 12 characters.".to_owned());
    passphrase_field("refused", "Passphrase, refused", typed, RwSignal::new(true))
}
