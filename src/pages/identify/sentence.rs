//! An answer read back as a sentence, and how it is known. What is stored is who uses power; the sentence says both.

use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{HowOften, IndicatorId, Source, Who};
use waymark_case::{IndicatorAnswer, Text};
use waymark_content::words::{capital, fill};
use waymark_record::accounts;

/// The answer to an indicator.
fn answer(case: CaseState, id: IndicatorId) -> IndicatorAnswer {
    case.answers.with(|case| case.identify.answer(id).cloned().unwrap_or_default())
}

/// Who was answered, with nothing read as not asked. Follows the case.
pub fn who(case: CaseState, id: IndicatorId) -> Who {
    case.answers.with(|case| case.identify.answer(id).map_or(Who::NotAsked, IndicatorAnswer::who))
}

/// The answer as a sentence without its capital, each account by itself; `None` when it says nothing.
pub fn sentence(language: Language, case: CaseState, id: IndicatorId) -> Option<String> {
    accounts::sentence(id, &answer(case, id), language, &case.called(language))
}

/// The answer as a sentence of its own, or the indicator's name.
pub fn stated(language: Language, case: CaseState, id: IndicatorId) -> String {
    let stated = accounts::stated(id, &answer(case, id), language, &case.called(language));
    stated.unwrap_or_else(|| language.indicator(id).name.to_owned())
}

/// Sources, how often, when and the note, in words.
pub fn how_known(language: Language, case: CaseState, id: IndicatorId) -> String {
    let words = &language.steps().pages.identify;
    let answer = answer(case, id);
    let said = |source: Source| match source {
        // "Alone" is not true of what was said in front of the other person.
        Source::One if answer.tainted => fill(words.source_joint, &[("who", case.called(language).one)]),
        Source::Two if answer.tainted => fill(words.source_joint, &[("who", case.called(language).two)]),
        other => case.about_people(language, source_label(language, other), None),
    };
    let mut parts: Vec<String> = accounts::for_it(&answer).map(said).listed();
    parts.extend(answer.how_often.map(|often| how_often_label(language, often).to_owned()));
    parts.extend(answer.when.as_ref().map(|when| Text::as_str(when).to_owned()));
    parts.extend(answer.note.as_ref().map(|note| format!("“{}”", Text::as_str(note))));
    capital(&parts.join("; "))
}

/// A source in words, with its places.
pub fn source_label(language: Language, source: Source) -> &'static str {
    language.text(match source {
        Source::Observed => "source.O",
        Source::Agency => "source.G",
        Source::ThirdParty => "source.T",
        Source::One => "source.1",
        Source::Two => "source.2",
    })
}

/// How often, in words.
pub fn how_often_label(language: Language, often: HowOften) -> &'static str {
    language.text(match often {
        HowOften::Once => "how_often.once",
        HowOften::Repeated => "how_often.repeated",
        HowOften::Ongoing => "how_often.ongoing",
    })
}
