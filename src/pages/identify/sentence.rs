//! An answer read back as a sentence, and how it is known. What is stored is who uses power; the sentence says both.

use crate::app::Desk;
use crate::case::vocabulary::{HowOften, IndicatorId, Person, Source, Who};
use crate::case::{IndicatorAnswer, Text};
use crate::content::words::{capital, fill};
use leptos::prelude::*;

/// The answer to an indicator.
fn answer(desk: Desk, id: IndicatorId) -> IndicatorAnswer {
    desk.case.with(|case| case.identify.answer(id).cloned().unwrap_or_default())
}

/// Who was answered, with nothing read as not asked. Follows the case.
pub fn who(desk: Desk, id: IndicatorId) -> Who {
    desk.case.with(|case| case.identify.answer(id).map_or(Who::NotAsked, IndicatorAnswer::who))
}

/// The answer as a sentence without its capital; `None` when it says nothing.
pub fn sentence(desk: Desk, id: IndicatorId) -> Option<String> {
    let words = desk.words.indicator(id);
    let (text, user) = match who(desk, id) {
        Who::One => (words.echo, Some(Person::One)),
        Who::Two => (words.echo, Some(Person::Two)),
        Who::Both => (words.echo_both, None),
        Who::None => (words.echo_none, None),
        Who::NotKnown | Who::NotAsked => return None,
    };
    Some(desk.about_people(text, user))
}

/// The answer as a sentence of its own, or the indicator's name.
pub fn stated(desk: Desk, id: IndicatorId) -> String {
    sentence(desk, id).map_or_else(|| desk.words.indicator(id).name.to_owned(), |text| capital(&text))
}

/// Sources, how often, when and the note, in words.
pub fn how_known(desk: Desk, id: IndicatorId) -> String {
    let words = &desk.words.pages.identify;
    let answer = answer(desk, id);
    let said = |source: Source| match source {
        // "Alone" is not true of what was said in front of the other person.
        Source::One if answer.tainted => fill(words.source_joint, &[("who", desk.called().one)]),
        Source::Two if answer.tainted => fill(words.source_joint, &[("who", desk.called().two)]),
        other => desk.about_people(source_label(desk, other), None),
    };
    let mut parts: Vec<String> = answer.sources.iter().map(said).collect();
    parts.extend(answer.how_often.map(|often| how_often_label(desk, often).to_owned()));
    parts.extend(answer.when.as_ref().map(|when| Text::as_str(when).to_owned()));
    parts.extend(answer.note.as_ref().map(|note| format!("“{}”", Text::as_str(note))));
    capital(&parts.join("; "))
}

/// A source in words, with its places.
pub fn source_label(desk: Desk, source: Source) -> &'static str {
    desk.words.text(match source {
        Source::Observed => "source.O",
        Source::Agency => "source.G",
        Source::ThirdParty => "source.T",
        Source::One => "source.1",
        Source::Two => "source.2",
    })
}

/// How often, in words.
pub fn how_often_label(desk: Desk, often: HowOften) -> &'static str {
    desk.words.text(match often {
        HowOften::Once => "how_often.once",
        HowOften::Repeated => "how_often.repeated",
        HowOften::Ongoing => "how_often.ongoing",
    })
}
