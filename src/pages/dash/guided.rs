//! The guided Dash: how it is asked, then one item a screen. What it comes to so far stays in view.
//!
//! Lives here: the screens up to the last item. Not here: the two after it (`outcome`), which comes after which (`flow`).

use super::beside::{
    BEFORE, asked_again, cautions, hand_over, is_doubtful, other_lists, separate_case, ten_minutes, ten_words, warns,
};
use super::follows::{follows, has_follows};
use super::items::{clear, prompts, source, which};
use super::moves::{actions, go_on};
use super::outcome::{judgement, outcome};
use super::result::dash_result;
use crate::app::{CaseState, Language, Step, View};
use crate::components::{
    Label, answer_button, answer_buttons, clear_answer, layout_toggle, row, screen_progress, screen_root, step_name,
};
use crate::platform::page::focus_heading;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::vocabulary::{DashWith, Vocabulary};
use waymark_case::{ContextField, Input, ItemNumber};
use waymark_flow::{DASH_SCREENS, DashScreen};
use waymark_view::{El, KeyboardEvent, button, details, h1, html, is_in_field, list, memo, p};

/// The screen at the worker's place, and what it comes to so far; `clear` starts afresh.
pub fn screens(language: Language, case: CaseState, view: View, clear: impl Fn() + Copy + 'static) -> Vec<El> {
    let (place, first) = (view.places.dash, view.places.first_items);
    let progress = screen_progress(language, Step::Dash, step_name(language, Step::Dash), move || {
        (first.with(|first| place.get().place(first)), DASH_SCREENS)
    });
    let warned = memo(move || case.holds(Input::DashWith, DashWith::Perpetrator.text()));
    let screen = html::div().class("guided").live(move || {
        let (at, warned) = (place.get(), warned.get());
        let root = screen_root(&at.name());
        let screen = || match at {
            DashScreen::With if warned => warning(language, case, view, root),
            DashScreen::With => with(language, case, view, root, clear),
            DashScreen::Heard => heard(language, case, view, root),
            DashScreen::Item(number) => item(language, case, view, root, number),
            DashScreen::Judgement => judgement(language, case, view, root),
            DashScreen::Result => outcome(language, case, view, root),
        };
        untrack(|| vec![screen(), layout_toggle(language, view)])
    });
    let beside = move || place.get() != DashScreen::Result;
    let split = html::div().class("split").child(screen).when(beside, move || dash_result(language, case, view));
    vec![progress, split]
}

/// Where the answers come from, with the form at hand.
fn with(language: Language, case: CaseState, view: View, root: El, clear: impl Fn() + Copy + 'static) -> El {
    let words = &language.steps().pages.dash;
    let input = Input::DashWith;
    let answered = move || {
        // The warning takes the place of the question, and is read from its heading.
        match case.answers.with_untracked(|case| case.holds(input, DashWith::Perpetrator.text())) {
            true => request_animation_frame(focus_heading),
            false => go_on(case, view),
        }
    };
    let handed_over = move || case.assessment.with(|assessment| assessment.handoff.is_some());
    let take_care = move || {
        details("help", words.care_title)
            .child(cautions(language, case, &BEFORE))
            .child(separate_case(language, case, clear))
    };
    root.child(h1(language.question(input).ask))
        .child(p("hint", language.question(input).hint))
        .child(asked_again(language, case))
        .child(hand_over(language, case, view))
        .when(move || !handed_over(), move || p("small", words.form_hand))
        .child(answer_buttons(language, case, input, answered))
        .child(actions(language, case, view, move || !case.answered(input)).child(ten_minutes(
            language,
            case,
            view,
            || (),
        )))
        .child(p("small", "").child(move || ten_words(language, view)))
        .child(
            details("help", words.how_title)
                .child(list(html::ul(), "", words.how.iter().copied()))
                .child(other_lists(language, case)),
        )
        .when(move || warns(case, &BEFORE), take_care)
}

/// The other person was asked: what to do now, and how to go on with what they said.
fn warning(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.dash;
    let input = Input::DashWith;
    let information = DashWith::Information.text();
    let switch = move || {
        case.answer(input, Some(information));
        go_on(case, view);
    };
    let switch = button("button", words.perpetrator_switch)
        .attr("name", input.name())
        .attr("value", information)
        .on_press(switch);
    let warning = html::div()
        .class("notice urgent")
        .attr("data-question", input.name())
        .child(h1(words.perpetrator_title))
        .child(list(html::ul(), "", words.perpetrator.iter().copied()))
        .child(switch);
    root.child(warning).child(actions(language, case, view, || false).child(clear_answer(language, case, input)))
}

/// Who could hear.
fn heard(language: Language, case: CaseState, view: View, root: El) -> El {
    let input = Input::DashHeard;
    let words = language.question(input);
    let answered = move || {
        if !untrack(|| is_doubtful(case)) {
            go_on(case, view);
        }
    };
    root.child(h1(words.ask))
        .child(p("hint", words.why))
        .child(answer_buttons(language, case, input, answered))
        .when(move || is_doubtful(case), move || p("at-once", language.steps().pages.dash.heard_note))
        .child(actions(language, case, view, move || !case.answered(input)))
}

/// A question that a yes brings up. Without the list of signs it would mean nothing.
fn follow_row(language: Language, case: CaseState, input: Input) -> El {
    row(language, case, input, &[], input == Input::Context(ContextField::RedFlags))
}

/// One item. Its answers are pressed, or chosen by their number while focus is on this screen and in no field of it.
fn item(language: Language, case: CaseState, view: View, root: El, item: ItemNumber) -> El {
    let words = language.item(item);
    let input = Input::DashItem(item);
    let name = input.name();
    let options = language.question(input).options;
    let press = move |value: &'static str| {
        case.answer(input, Some(value));
        if !(has_follows(item) && value == "yes") {
            go_on(case, view);
        }
    };
    let answer = |(place, (value, label)): (usize, &(&'static str, &'static str))| {
        let value = *value;
        let chosen = move || case.holds(input, value);
        answer_button(Label::Fixed(label), &name, value, chosen, move || press(value))
            .attr("aria-keyshortcuts", (place + 1).to_string())
    };
    let by_number = move |event: KeyboardEvent| {
        let held = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
        if held || event.repeat() || is_in_field(&event) {
            return;
        }
        let place = event.key().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some((value, _)) = place.and_then(|place| options.get(place)) {
            event.prevent_default();
            press(value);
        }
    };
    let to_first = move || {
        if let Some(first) = view.places.first_items.with_untracked(|first| first.first().copied()) {
            view.go(view.places.dash, DashScreen::Item(first));
        }
    };
    let open = move || !case.answered(input);
    let how = html::details()
        .class("help")
        .child(html::summary().child(language.steps().pages.dash.more).child(which(language, item)));
    root.on(ev::keydown, by_number)
        .child(h1(item.get().to_string()).child(" ").child(words.label))
        .child(p("hint", words.about))
        .child(
            html::fieldset()
                .class("bigs three")
                .attr("data-question", &name)
                .child(html::legend().class("visually-hidden").child(words.label))
                .children(options.iter().enumerate().map(answer)),
        )
        .when(move || has_follows(item) && case.holds(input, "yes"), move || follows(language, case, item, follow_row))
        .child(
            actions(language, case, view, open)
                .when(move || !open(), move || clear(language, case, item))
                .when(open, move || ten_minutes(language, case, view, to_first)),
        )
        .child(how.later(move || {
            let mut all = prompts(language, case, item);
            all.extend(source(language, case, item));
            all
        }))
}
