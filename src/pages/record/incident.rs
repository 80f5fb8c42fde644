//! The latest incident, folded until it is wanted: what, when, in what kind of place, who was hurt, what shows it.

use crate::app::{CaseState, Language};
use crate::components::{short_field, text_field};
use waymark_case::Input;
use waymark_case::input::RecordField;
use waymark_content::words::fill;
use waymark_view::{El, html, p};

/// The fold with its fields; it says how many are filled in.
pub fn incident(language: Language, case: CaseState) -> El {
    let words = &language.later().pages.record_page;
    let count = move || {
        let filled = RecordField::INCIDENT.iter().filter(|field| case.answered(Input::Record(**field))).count();
        fill(words.check_count, &[("section", words.incident_title), ("n", &filled.to_string())])
    };
    let field = move |field: RecordField| {
        let input = Input::Record(field);
        let about = language.question(input);
        let hint = (!about.hint.is_empty()).then(|| html::small().child(about.hint));
        let control = if field == RecordField::IncidentWhat {
            text_field(language, case, input)
        } else {
            short_field(language, case, input)
        };
        html::label().class("field").child(html::span().child(about.ask)).child(hint).child(control)
    };
    html::details()
        .class("fold")
        .attr("data-fold", "incident")
        .child(html::summary().child(count))
        .child(p("", words.incident_lead))
        .later(move || RecordField::INCIDENT.map(field).into())
}
