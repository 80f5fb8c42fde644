//! The record: what is still open, the answers, what is written down, and what can be handed on. Nothing here blocks.
//!
//! Lives here: the order of the step and the texts. Not here: the check (`check`), the outputs (`outputs`), how a
//! document is drawn (`sheet`).

mod check;
mod outputs;
mod sheet;

use crate::app::{Desk, Layout, LayoutToggle};
use crate::case::Input;
use crate::case::input::RecordField;
use crate::components::{Details, Question};
use leptos::prelude::*;

/// The texts, in the order in which they are asked.
const TEXTS: [RecordField; 6] = [
    RecordField::WishWords,
    RecordField::OwnViewOfDanger,
    RecordField::SafeContactWords,
    RecordField::Consulted,
    RecordField::SecondReaderInitials,
    RecordField::ReviewOn,
];

/// The step.
#[component]
pub fn Record() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    view! {
        <section data-step="record" class="narrow" data-stop=move || desk.stop_text()>
            <div class="no-print">
                <h1 tabindex="-1">{words.title}</h1>
                <p class="lead">{words.lead}</p>
                <LayoutToggle/>
                <check::StillOpen/>
                <check::Answers/>
                <h2>{words.write_title}</h2>
                <p>{words.write_lead}</p>
                <p><strong>{words.no_names}</strong></p>
                <Details summary=words.write_not_title>
                    <ul>{words.write_not.iter().map(|line| view! { <li>{*line}</li> }).collect_view()}</ul>
                </Details>
                {TEXTS.into_iter().map(|field| view! { <Text field/> }).collect_view()}
            </div>
            <outputs::Outputs/>
        </section>
    }
}

/// One text of the record. The second reader's initials are asked for once there is something to read.
#[component]
fn Text(field: RecordField) -> impl IntoView {
    let desk = Desk::here();
    let input = Input::Record(field);
    let wanted = Memo::new(move |_| {
        field != RecordField::SecondReaderInitials
            || desk.layout.get() == Layout::Whole
            || desk.case.with(|case| case.identify.answers.is_some() || !case.is_unanswered(input))
    });
    view! { <Show when=move || wanted.get()><Question input/></Show> }
}
