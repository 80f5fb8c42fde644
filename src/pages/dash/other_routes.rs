//! The other routes to MARAC: recorded events, an earlier MARAC, an earlier Dash. The same inputs as in the situation.

use crate::app::{CaseState, Language, Layout, View};
use crate::components::question;
use leptos::prelude::*;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_flow::matters;
use waymark_view::{El, Fragment, details, p};

/// The questions that can open a route without a count on this sheet.
pub fn other_routes(language: Language, case: CaseState, view: View) -> El {
    use ContextField as F;
    let whole = move || view.layout.get() == Layout::Whole;
    let ask = move |asked: Fragment, field: F| {
        let matters = move || case.read(|case, it| matters(field, case, it));
        asked.when(move || whole() || matters(), move || question(language, case, Input::Context(field)))
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
        .attr("hidden", move || other_form(language, case).is_empty())
        .child(move || other_form(language, case));
    details("fold", language.steps().pages.dash.other_title)
        .attr("open", whole)
        .child(question(language, case, Input::Context(F::Events12m)))
        .child(question(language, case, Input::Context(F::PoliceEvents12m)))
        .child(before.into_iter().fold(Fragment::new(), ask))
        .child(not_compared)
        .child(after.into_iter().fold(Fragment::new(), ask))
}

/// Why the count of another form is not compared; empty where it is.
fn other_form(language: Language, case: CaseState) -> &'static str {
    let words = &language.steps().pages.dash;
    let items = waymark_case::dash::ITEMS;
    case.answers.with(|case| match case.context.existing_dash_form {
        Some(DashForm::Police27) => words.form_police,
        Some(DashForm::YoungPeople) => words.form_young,
        Some(DashForm::Other | DashForm::Unknown) => words.form_other,
        Some(DashForm::Safelives24) | None => match case.context.existing_dash_yes {
            Some(yes) if usize::from(yes.get()) > items => words.form_too_many,
            _ => "",
        },
    })
}
