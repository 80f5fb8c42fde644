//! Where the cards stand, and what each of them asks.

use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_case::ContextField;
use waymark_case::vocabulary::PathwayId;
use waymark_flow::{CardPlace, card_questions, cards};
use waymark_view::{Memo, memo};

/// The cards as they stand on the page, and which of them asks which question.
#[derive(Clone, Copy)]
pub struct Laid {
    /// The cards in their order, each with its place.
    pub order: Memo<Vec<(PathwayId, CardPlace)>>,
    /// Which card asks which question.
    pub asked: Memo<Vec<(PathwayId, ContextField)>>,
}

impl Laid {
    /// The cards of the case, which they follow.
    pub fn of(language: Language, case: CaseState) -> Self {
        let order = memo(move || case.read(cards));
        let before = StoredValue::new(Vec::new());
        let asked = memo(move || {
            let order = order.get();
            let asked = case.read(|case, it| card_questions(case, it, &order, &before.get_value(), language));
            before.set_value(asked.clone());
            asked
        });
        Self { order, asked }
    }
}
