//! The other routes to MARAC: recorded events, an earlier MARAC, an earlier Dash. The same inputs as in the situation.

use crate::app::{Desk, Layout};
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::components::question;
use crate::flow::matters;
use crate::platform::dom::{El, details, p};
use leptos::prelude::*;

/// The questions that can open a route without a count on this sheet.
pub fn other_routes() -> El {
    use ContextField as F;
    let desk = Desk::here();
    let whole = move || desk.layout.get() == Layout::Whole;
    let ask = move |into: El, field: F| {
        let matters = move || desk.case.with(|case| desk.assessment.with(|it| matters(field, case, it)));
        into.when(move || whole() || matters(), move || question(Input::Context(field)))
    };
    let before = [
        F::EventsIncreasing,
        F::MaracLast12m,
        F::AbuseSinceMarac,
        F::AbuseSinceMaracCriminal,
        F::ExistingDash,
        F::ExistingDashForm,
        F::ExistingDashYes,
    ];
    let after = [F::ExistingDashMonths, F::NewIncidentSinceDash];
    let not_compared = p("notice", "")
        .attr("role", "status")
        .live_flag("hidden", move || other_form(desk).is_empty())
        .live_text(move || other_form(desk));
    let fold = details("fold", desk.words.pages.dash.other_title)
        .live_flag("open", whole)
        .child(question(Input::Context(F::Events12m)))
        .child(question(Input::Context(F::PoliceEvents12m)));
    let fold = before.into_iter().fold(fold, ask).child(not_compared);
    after.into_iter().fold(fold, ask)
}

/// Why the count of another form is not compared; empty where it is.
fn other_form(desk: Desk) -> &'static str {
    let words = &desk.words.pages.dash;
    let items = crate::case::dash::ITEMS;
    desk.case.with(|case| match case.context.existing_dash_form {
        Some(DashForm::Police27) => words.form_police,
        Some(DashForm::YoungPeople) => words.form_young,
        Some(DashForm::Other | DashForm::Unknown) => words.form_other,
        Some(DashForm::Safelives24) | None => match case.context.existing_dash_yes {
            Some(yes) if usize::from(yes.get()) > items => words.form_too_many,
            _ => "",
        },
    })
}
