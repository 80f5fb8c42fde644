//! The 24 items: an answer each, and how to ask, where from and a note beside it.

use super::beside::{ten_minutes, ten_words};
use super::follows::{follows, has_follows};
use crate::app::{CaseState, Language, View};
use crate::components::{Label, question, quiet, seg, typed};
use crate::platform;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::{Input, ItemNumber};
use waymark_engine::assessment::WhoMay;
use waymark_flow::in_order;
use waymark_view::{El, Fragment, button, html, list, p};

/// All the items, in the order of the form or of a short talk.
pub fn items(language: Language, case: CaseState, view: View) -> Fragment {
    let words = &language.steps().pages.dash;
    let first = view.places.first_items;
    let pass_on = move || case.assessment.with(|assessment| assessment.dash.who_may == WhoMay::HandOff);
    Fragment::new()
        .child(html::h2().child(move || if pass_on() { words.items_handoff } else { words.items_title }))
        .child(html::p().child(ten_minutes(language, case, view, || ())))
        .child(p("small", "").child(move || ten_words(language, view)))
        .later(move || {
            vec![
                html::div()
                    .class("items")
                    .each(move || first.with(|first| in_order(first)), move |number| item(language, case, number)),
            ]
        })
}

fn item(language: Language, case: CaseState, item: ItemNumber) -> El {
    let words = language.item(item);
    let input = Input::DashItem(item);
    let answers = language.question(input).options;
    let answers = answers.iter().map(|(value, label)| (*value, Label::Fixed(label))).listed();
    let how = move || {
        html::details()
            .attr("open", "")
            .child(html::summary().child(language.steps().pages.dash.more).child(which(language, item)))
            .children(prompts(language, case, item))
    };
    let legend = html::legend()
        .child(html::span().class("n").child(item.get().to_string()))
        .child(html::span().child(words.label).child(html::span().class("about").child(words.about)));
    html::fieldset()
        .class("item")
        .attr("data-question", input.name())
        .child(legend)
        .later(move || vec![seg(case, input, answers), how()])
        .when(move || has_follows(item) && case.holds(input, "yes"), move || follows(language, case, item, question))
        .when(move || case.answered(input), move || clear(language, case, item))
        .later(move || source(language, case, item).into_iter().listed())
}

/// Names the item to a screen reader, where the screen shows it by place.
pub fn which(language: Language, item: ItemNumber) -> El {
    html::span()
        .class("visually-hidden")
        .child(": ")
        .child(language.steps().pages.dash.item)
        .child(" ")
        .child(item.get().to_string())
}

/// Takes an answer back.
pub fn clear(language: Language, case: CaseState, item: ItemNumber) -> El {
    let input = Input::DashItem(item);
    let clear = move || {
        case.answer(input, None);
        platform::page::focus(&["[name=\"", &input.name(), "\"]"].concat());
    };
    button("clear", language.pages.shell.clear_answer).child(which(language, item)).on_press(clear)
}

/// How to ask, what an item can include, and a note.
pub fn prompts(language: Language, case: CaseState, item: ItemNumber) -> Vec<El> {
    let (words, page, note) = (language.item(item), &language.steps().pages.dash, Input::DashItemNote(item));
    let mut all = vec![list(html::ul(), "", words.explore.iter().copied())];
    if !words.parts.is_empty() {
        all.push(p("", page.parts));
        all.push(list(html::ul(), "", words.parts.iter().copied()));
    }
    all.extend(case.accepts(note).then(|| writing(case, note, page.note)));
    all
}

/// Where an answer comes from, if not from the survivor.
pub fn source(language: Language, case: CaseState, item: ItemNumber) -> Option<El> {
    let (page, source) = (&language.steps().pages.dash, Input::DashItemSource(item));
    let said_by_other = move || case.holds(Input::DashWith, "information") && !case.answered(source);
    let said = move || {
        button("clear", page.said_by_other)
            .child(which(language, item))
            .on_press(move || case.answer(source, Some(page.said_by_other)))
    };
    let ask = || html::div().class("source").child(writing(case, source, page.source)).when(said_by_other, said);
    case.accepts(source).then(ask)
}

/// A line or two to write in, with its label.
pub fn writing(case: CaseState, input: Input, label: &'static str) -> El {
    let name = input.name();
    let id = name.replace('.', "-");
    let area = quiet(html::textarea())
        .attr("id", &id)
        .attr("name", &name)
        .attr("rows", "1")
        .attr("maxlength", TEXT_LIMIT.to_string())
        .value(move || case.answers.with(|case| case.shown(input)))
        .on(ev::input, move |event| case.answer(input, Some(&typed(&event))));
    html::div().class("field").child(html::label().attr("for", &id).child(label)).child(area)
}
