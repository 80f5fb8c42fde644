//! One question about the two people: who, how it is known, how often, and the answer read back as a sentence. As a card of its
//! own, and its parts, which its screen shares.

use super::contested::own_account_question;
use super::echo::{Asking, echo_checks, source_tick};
use super::pointed::{of, pointed_at};
use super::sentence::{how_often_label, sentence, source_label, who};
use crate::app::{CaseState, Language, View};
use crate::components::{Choices, Label, choice_list, control, seg, short_field, text_field};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::input::IndicatorPart;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{HowOften, IndicatorId, Person, Source, Vocabulary, Who};
use waymark_content::indicator;
use waymark_content::words::{capital, fill};
use waymark_view::{El, button, details, effect, html, p};

/// The labels and values of "who". A question about the person harmed shows the other label: what is stored is always
/// the person using power.
pub fn whos(language: Language, case: CaseState, id: IndicatorId) -> Choices {
    let words = &language.steps().pages.identify;
    let flipped = indicator(id).flipped;
    let person = |shown: Person| {
        let stored = match (shown, flipped) {
            (Person::One, false) | (Person::Two, true) => Who::One,
            (Person::Two, false) | (Person::One, true) => Who::Two,
        };
        (stored.text(), Label::live(move || capital(case.called(language).name(shown))))
    };
    vec![
        person(Person::One),
        person(Person::Two),
        (Who::Both.text(), Label::Fixed(words.both)),
        (Who::None.text(), Label::Fixed(words.neither)),
        (Who::NotKnown.text(), Label::Fixed(words.not_known)),
    ]
}

/// A question about the two people, with everything that belongs to its answer.
pub fn indicator_card(language: Language, case: CaseState, view: View, id: IndicatorId) -> El {
    let page = &language.steps().pages.identify;
    let words = language.indicator(id);
    let about = move || {
        let people = case.called(language);
        fill(page.either, &[("name", words.name), ("p1", people.one), ("p2", people.two)])
    };
    let asking = Asking::new(id);
    let why = [id.text(), "-why"].concat();
    let look_for = details("help", page.look_for).children(look_for(language, id));
    html::fieldset()
        .class("card indicator")
        .attr("data-question", ["identify.", id.text()].concat())
        .attr("aria-describedby", &why)
        .child(html::legend().child(html::small().child(about)).child(words.ask))
        .child(p("why", words.explore).attr("id", &why))
        .later(move || {
            let who = Input::Indicator(id, IndicatorPart::Who);
            let whos = choice_list(case, who, whos(language, case, id), false, "choices pair");
            vec![whos, echo(language, case, id)]
        })
        .when(move || pointed_at(case, id).is_some(), move || own_account_question(language, case, id, asking))
        .child(sources(language, case, view, id, asking))
        .children(more(language, case, id))
        .child(details("help", page.more_title).attr("open", "").children(when_and_note(language, case, id)))
        .child(look_for)
        .when(move || is_answered(case, id), move || clear(language, case, id, asking))
}

/// True when anything of the answer is there. Follows the case.
pub fn is_answered(case: CaseState, id: IndicatorId) -> bool {
    case.answers.with(|case| case.identify.answer(id).is_some())
}

/// The answer read back, on the page and aloud.
pub fn echo(language: Language, case: CaseState, id: IndicatorId) -> El {
    let page = &language.steps().pages.identify;
    let read = move || match who(case, id) {
        Who::NotAsked => String::new(),
        Who::NotKnown => page.saying_not_known.to_owned(),
        _ => sentence(language, case, id).unwrap_or_default(),
    };
    // Heard once and whole, and not its words and its label apart.
    effect(move |before: Option<String>| {
        let now = read();
        if before.is_some_and(|before| before != now) && !now.is_empty() {
            voice::read_back([page.saying, " ", &now, "."].concat());
        }
        now
    });
    let line = move || p("echo", page.saying).child(" ").child(html::strong().child(read).child("."));
    html::div().when(move || who(case, id) != Who::NotAsked, line)
}

/// What to look for on each side, and the trap.
pub fn look_for(language: Language, id: IndicatorId) -> [El; 3] {
    let (page, words) = (&language.steps().pages.identify, language.indicator(id));
    [(page.look_power, words.power), (page.look_harmed, words.harmed), (page.look_trap, words.trap)]
        .map(|(title, text)| html::p().child(html::strong().child(title)).child(" ").child(text))
}

/// Takes the answer back; what was typed to it stays.
pub fn clear(language: Language, case: CaseState, id: IndicatorId, asking: Asking) -> El {
    button("clear", language.pages.shell.clear_answer).child(of(language, id)).on_press(move || {
        asking.forget();
        case.change(|case| {
            use IndicatorPart::{Contested, HowOften, Sources, Tainted, Who};
            for part in [Who, Sources, HowOften, Tainted, Contested] {
                let _ = case.put(Input::Indicator(id, part), None);
            }
        });
    })
}

/// What a part of the answer is asked in.
fn ask(language: Language, id: IndicatorId, part: IndicatorPart) -> El {
    html::legend().child(language.question(Input::Indicator(id, part)).ask).child(of(language, id))
}

/// Where the answer comes from, with the echo questions.
fn sources(language: Language, case: CaseState, view: View, id: IndicatorId, asking: Asking) -> El {
    let label = |source: Source| {
        let text = source_label(language, source);
        Label::live(move || capital(&case.about_people(language, text, None)))
    };
    let ticks = Source::ALL.iter().map(|source| source_tick(case, view, asking, *source, label(*source)).class("tick"));
    html::fieldset()
        .class("sub")
        .child(ask(language, id, IndicatorPart::Sources))
        .child(html::div().class("ticks").children(ticks))
        .child(echo_checks(language, case, view, asking))
}

/// How often, and in whose presence.
pub fn more(language: Language, case: CaseState, id: IndicatorId) -> [El; 2] {
    let often = HowOften::ALL.iter().map(|often| {
        let label = how_often_label(language, *often);
        (often.text(), Label::live(move || capital(label)))
    });
    let part = |part: IndicatorPart| Input::Indicator(id, part);
    let how_often = html::fieldset().class("sub").child(ask(language, id, IndicatorPart::HowOften)).child(seg(
        case,
        part(IndicatorPart::HowOften),
        often.listed(),
    ));
    let tainted = part(IndicatorPart::Tainted);
    let tick = html::label()
        .class("tick")
        .child(control(case, tainted, true, "true"))
        .child(html::span().child(language.question(tainted).option("true")));
    [how_often, tick]
}

/// When, and what was seen or said.
pub fn when_and_note(language: Language, case: CaseState, id: IndicatorId) -> [El; 2] {
    let field = |part: IndicatorPart, control: fn(Language, CaseState, Input) -> El| {
        let input = Input::Indicator(id, part);
        let name = html::span().child(language.question(input).short);
        html::label().class("field").child(name).child(control(language, case, input))
    };
    [field(IndicatorPart::When, short_field), field(IndicatorPart::Note, text_field)]
}
