//! The other routes to MARAC: recorded events, an earlier MARAC, an earlier Dash. The same inputs as in the situation.

use crate::app::{Desk, Layout};
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::components::Question;
use crate::flow::matters;
use leptos::prelude::*;

/// The questions that can open a route without a count on this sheet.
#[component]
pub fn OtherRoutes() -> impl IntoView {
    use ContextField as F;
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let whole = move || desk.layout.get() == Layout::Whole;
    let ask = move |field: F| {
        let matters = Memo::new(move |_| {
            desk.case.with(|case| desk.assessment.with(|assessment| matters(field, case, assessment)))
        });
        view! { <Show when=move || matters.get() || whole()><Question input=Input::Context(field)/></Show> }
    };
    view! {
        <details class="fold" open=whole>
            <summary>{words.other_title}</summary>
            <Question input=Input::Context(F::Events12m)/>
            <Question input=Input::Context(F::PoliceEvents12m)/>
            {ask(F::EventsIncreasing)}
            {ask(F::MaracLast12m)}
            {ask(F::AbuseSinceMarac)}
            {ask(F::AbuseSinceMaracCriminal)}
            {ask(F::ExistingDash)}
            {ask(F::ExistingDashForm)}
            {ask(F::ExistingDashYes)}
            <p class="notice" role="status" hidden=move || other_form(desk).is_empty()>{move || other_form(desk)}</p>
            {ask(F::ExistingDashMonths)}
            {ask(F::NewIncidentSinceDash)}
        </details>
    }
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
