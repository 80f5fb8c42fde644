//! Whom an answer points at, what that person can admit or dispute, and the name of a question for whoever hears a part alone.

use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_case::IndicatorAnswer;
use waymark_case::vocabulary::{IndicatorId, Person};
use waymark_content::{Strength, indicator};
use waymark_view::{El, html};

/// Whom an answer points at, where it points at one person. Follows the case.
pub fn pointed_at(case: CaseState, id: IndicatorId) -> Option<Person> {
    case.answers.with(|case| case.identify.answer(id).and_then(IndicatorAnswer::person))
}

/// True of what a person can admit or dispute. Not what is never counted, nor what a witness says.
pub fn can_be_disputed(id: IndicatorId) -> bool {
    indicator(id).strength != Strength::SetAside && id != IndicatorId::T1
}

/// Which question a part belongs to, for whoever hears the part alone.
pub fn of(language: Language, id: IndicatorId) -> El {
    html::span().class("visually-hidden").child(": ").child(language.indicator(id).name)
}
