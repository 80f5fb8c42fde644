//! What the person whom an answer points at says themselves. Their account is stored as theirs only once it is said
//! whether they admit it or say that it is the other way round: a complaint about the other is never an admission.

use super::echo::Asking;
use super::pointed::{of, pointed_at};
use crate::app::{CaseState, Language};
use crate::components::quiet;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::input::IndicatorPart;
use waymark_case::vocabulary::{IndicatorId, Vocabulary};
use waymark_content::indicator;
use waymark_content::words::capital;
use waymark_view::{El, html, is_ticked};

/// What the person pointed at says, as a question in plain words.
pub fn own_account_question(language: Language, case: CaseState, id: IndicatorId, asking: Asking) -> El {
    let words = &language.steps().pages.identify;
    // About the person harmed "they do it" is not what was asked.
    let (ask, same) = if indicator(id).flipped {
        (words.contested_ask_harmed, words.contested_same)
    } else {
        (words.contested_ask, words.contested_does)
    };
    let other = language.question(Input::Indicator(id, IndicatorPart::Contested)).option("true");
    let ask = move || capital(&case.about_people(language, ask, pointed_at(case, id)));
    let ticks = own_ticks(case, id, asking, [same, other]).map(|tick| tick.class("tick"));
    html::fieldset()
        .class("sub")
        .child(html::legend().child(ask).child(of(language, id)))
        .child(html::div().class("ticks").child(ticks))
}

/// The two answers of the person pointed at, by their labels: that they say so themselves, or that it is the other way round.
/// Each can be taken back.
pub fn own_ticks(case: CaseState, id: IndicatorId, asking: Asking, labels: [&'static str; 2]) -> [El; 2] {
    let contested = Input::Indicator(id, IndicatorPart::Contested);
    let sources = Input::Indicator(id, IndicatorPart::Sources);
    let source = move || pointed_at(case, id).map_or("", |person| person.account().text());
    let disputed = move || case.holds(contested, "true");
    let admits = move || !disputed() && case.holds(sources, source());
    let admit = move |on: bool| {
        asking.forget_own();
        case.toggle(contested, "true", false);
        case.toggle(sources, untrack(source), on);
    };
    let dispute = move |on: bool| {
        asking.forget_own();
        case.toggle(contested, "true", on);
        // Taken back, it must not be left as an admission.
        if !on {
            case.toggle(sources, untrack(source), false);
        }
    };
    let tick = |name: String| quiet(html::input().attr("type", "checkbox").attr("name", &name));
    let does = tick(sources.name())
        .attr("value", source)
        .checked(admits)
        .on(ev::change, move |event| admit(is_ticked(&event)));
    let other = tick(contested.name())
        .attr("value", "true")
        .checked(disputed)
        .on(ev::change, move |event| dispute(is_ticked(&event)));
    let [does_label, other_label] = labels.map(|label| html::span().child(label));
    [html::label().child(does).child(does_label), html::label().child(other).child(other_label)]
}
