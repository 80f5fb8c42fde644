//! One question about the two people: who, how it is known, how often, and the answer read back as a sentence.

use super::echo::{Asking, echo_check, source_tick};
use super::sentence::{how_often_label, sentence, source_label, who};
use crate::app::{Desk, Layout};
use crate::case::input::IndicatorPart;
use crate::case::vocabulary::{HowOften, IndicatorId, Person, Source, Vocabulary, Who};
use crate::case::{IndicatorAnswer, Input};
use crate::components::{Choices, Label, choice_list, control, seg, short_field, text_field};
use crate::content::indicator;
use crate::content::words::{capital, fill};
use crate::platform::dom::{El, button, details, el, p};
use leptos::prelude::*;

/// The labels and values of "who". A question about the person harmed shows the other label: what is stored is always
/// the person using power.
fn whos(desk: Desk, id: IndicatorId) -> Choices {
    let words = &desk.words.pages.identify;
    let flipped = indicator(id).flipped;
    let person = |shown: Person| {
        let stored = match (shown, flipped) {
            (Person::One, false) | (Person::Two, true) => Who::One,
            (Person::Two, false) | (Person::One, true) => Who::Two,
        };
        (stored.text(), Label::live(move || capital(desk.called().call(shown))))
    };
    vec![
        person(Person::One),
        person(Person::Two),
        (Who::Both.text(), Label::Fixed(words.both)),
        (Who::None.text(), Label::Fixed(words.neither)),
        (Who::NotKnown.text(), Label::Fixed(words.not_known)),
    ]
}

/// A question about the two people.
pub fn indicator_card(id: IndicatorId) -> El {
    let desk = Desk::here();
    let page = &desk.words.pages.identify;
    let words = desk.words.indicator(id);
    let about = move || {
        let people = desk.called();
        fill(page.either, &[("name", words.name), ("p1", people.one), ("p2", people.two)])
    };
    let asking = Asking::new(id);
    let answered = move || desk.case.with(|case| case.identify.answer(id).is_some());
    let told = move || {
        desk.case.with(|case| {
            let only_who =
                |answer: &IndicatorAnswer| *answer == IndicatorAnswer { who: answer.who, ..Default::default() };
            case.identify.answer(id).is_some_and(|answer| answer.says_something() || !only_who(answer))
        })
    };
    let clear = move || {
        asking.forget();
        desk.change(|case| {
            for part in [IndicatorPart::Who, IndicatorPart::Sources, IndicatorPart::HowOften, IndicatorPart::Tainted] {
                let _ = case.put(Input::Indicator(id, part), None);
            }
        });
    };
    let read = move || match who(desk, id) {
        Who::NotAsked => String::new(),
        Who::NotKnown => page.saying_not_known.to_owned(),
        _ => sentence(desk, id).unwrap_or_default(),
    };
    let read_back = move || p("echo", page.saying).text(" ").child(el("strong").live_text(read).text("."));
    let why = [id.text(), "-why"].concat();
    let look = |title: &'static str, text: &'static str| el("p").child(el("strong").text(title)).text(" ").text(text);
    let look_for = details("help", page.look_for)
        .child(look(page.look_power, words.power))
        .child(look(page.look_harmed, words.harmed))
        .child(look(page.look_trap, words.trap));
    let clear_button = move || {
        button("clear", desk.words.pages.shell.clear_answer)
            .child(el("span").class("visually-hidden").text(": ").text(words.name))
            .on_press(clear)
    };
    el("fieldset")
        .class("card indicator")
        .attr("data-question", &["identify.", id.text()].concat())
        .attr("aria-describedby", &why)
        .child(el("legend").child(el("small").live_text(about)).text(words.ask))
        .child(p("why", words.explore).attr("id", &why))
        .later(move || {
            let whos = choice_list(Input::Indicator(id, IndicatorPart::Who), whos(desk, id), false, "choices pair");
            let echo = el("div").attr("aria-live", "polite").when(move || who(desk, id) != Who::NotAsked, read_back);
            vec![whos, echo]
        })
        .when_all(move || desk.layout.get() == Layout::Whole || told(), move || how_known(id, asking))
        .child(look_for)
        .when(answered, clear_button)
}

/// How an answer is known: sources with their echo questions, how often, in whose presence, when and what.
fn how_known(id: IndicatorId, asking: Asking) -> Vec<El> {
    let desk = Desk::here();
    let page = &desk.words.pages.identify;
    let part = |part: IndicatorPart| Input::Indicator(id, part);
    let ask = |which: IndicatorPart| el("legend").text(desk.words.question(part(which)).ask);
    let label = |text: &'static str| Label::live(move || capital(&desk.about_people(text, None)));
    let ticks = Source::ALL.iter().map(|source| source_tick(asking, *source, label(source_label(desk, *source))));
    let often = HowOften::ALL.iter().map(|often| (often.text(), label(how_often_label(desk, *often)))).collect();
    let sources = el("fieldset")
        .class("sub")
        .child(ask(IndicatorPart::Sources))
        .child(el("div").class("ticks").children(ticks))
        .when(move || asking.asks(Source::Agency), move || echo_check(asking, Source::Agency))
        .when(move || asking.asks(Source::ThirdParty), move || echo_check(asking, Source::ThirdParty));
    let how_often = el("fieldset")
        .class("sub")
        .child(ask(IndicatorPart::HowOften))
        .child(seg(part(IndicatorPart::HowOften), often));
    let tainted = part(IndicatorPart::Tainted);
    let tick = el("label")
        .class("tick")
        .child(control(tainted, true, "true"))
        .child(el("span").text(desk.words.question(tainted).option("true")));
    let noted = desk.case.with_untracked(|case| {
        case.identify.answer(id).is_some_and(|answer| answer.note.is_some() || answer.when.is_some())
    });
    let field = |which: IndicatorPart, control: fn(Input) -> El| {
        let input = part(which);
        let name = el("span").text(desk.words.question(input).short);
        el("label").class("field").child(name).child(control(input))
    };
    let more = details("help", page.more_title)
        .live_flag("open", move || noted || desk.layout.get() == Layout::Whole)
        .child(field(IndicatorPart::When, short_field))
        .child(field(IndicatorPart::Note, text_field));
    vec![sources, how_often, tick, more]
}
