//! The frame of a step: its root and name, the layout, the way on and the way back, work that goes on, a saved copy.

use super::stage::{Stage, input};
use crate::app::{Layout, Parts, Step};
use crate::components::{
    Work, awaited, is_ticked, layout_toggle, open_copy, plain_is_allowed, quiet, step_end, step_name, step_root,
    way_back,
};
use leptos::ev;
use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, h1, html, p};

shelf!("steps", "Steps", root layout layout_whole way_on way_to_the_row_of_a_check work_that_goes_on
    a_saved_copy ticked on_its_way broke_off);

/// The root of a step carries its name and the stop that holds.
fn root(stage: Stage) -> El {
    step_root(stage.case, Step::Situation, "narrow")
        .child(h1(step_name(stage.language, Step::Situation)))
        .child(p("lead", "What you know."))
}

/// Only what matters now, or every question: the same answers.
fn layout(stage: Stage) -> El {
    layout_toggle(stage.language, stage.view)
}

/// The same with every question shown.
fn layout_whole(stage: Stage) -> El {
    stage.view.layout.set(Layout::Whole);
    layout_toggle(stage.language, stage.view)
}

/// The usual way on; any step can be opened at any time.
fn way_on(stage: Stage) -> El {
    step_end(stage.language, stage.view, Step::Dash)
}

/// Back to the row of the check that was left to change an answer.
fn way_to_the_row_of_a_check(stage: Stage) -> El {
    stage.view.way_back.set(Some(input("context.told_by")));
    way_back(stage.language, stage.view)
}

/// Work beside the page: seen, heard and stopped. What comes of work that was stopped is dropped.
fn work_that_goes_on(stage: Stage) -> El {
    let work = Work::default();
    let begin = button("button", "Lock").on_press(move || drop(work.begin()));
    html::div().child(begin).child(work.shown(stage.language, "Locking the copy. This takes some seconds."))
}

/// A file is chosen, unlocked and read; what is wrong with it is said and changes nothing.
fn a_saved_copy(stage: Stage) -> El {
    let plain = if plain_is_allowed(stage.area) { "A copy may be plain." } else { "A copy must be locked." };
    html::div()
        .child(p("small", plain))
        .child(open_copy(stage.language, stage.area, move |copy| stage.case.answers.set(copy)))
}

/// What a box says when it is ticked.
fn ticked() -> El {
    let on = RwSignal::new(false);
    let box_of = html::input().attr("type", "checkbox").checked(move || on.get());
    html::label()
        .class("tick")
        .child(quiet(box_of).on(ev::change, move |event| on.set(is_ticked(&event))))
        .child(html::span().child(move || if on.get() { "Ticked" } else { "Not ticked" }))
}

/// A step whose part of the page has not come yet: it opens by itself.
fn on_its_way(stage: Stage) -> El {
    awaited(stage.language, Parts::new(), step_name(stage.language, Step::Dash))
}

/// The same where the page broke off.
fn broke_off(stage: Stage) -> El {
    awaited(stage.language, Parts::missing(), step_name(stage.language, Step::Record))
}
