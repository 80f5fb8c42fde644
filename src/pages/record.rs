//! The record: what is still open, the answers, what is written down, and what can be handed on. Nothing here blocks.
//!
//! Lives here: the order of the step and the texts. Not here: the check (`check`), the outputs (`outputs`).

mod check;
mod outputs;

use crate::app::{Desk, Layout, Step, layout_toggle, step_root};
use crate::case::Input;
use crate::case::input::RecordField;
use crate::components::question;
use crate::platform::dom::{El, details, el, h1, list, p};
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
pub fn record() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.record_page;
    let work = el("div").class("no-print").child(h1(words.title)).child(p("lead", words.lead)).child(layout_toggle());
    let work = check::answers(check::still_open(work))
        .child(el("h2").text(words.write_title))
        .child(p("", words.write_lead))
        .child(el("p").child(el("strong").text(words.no_names)))
        .child(details("help", words.write_not_title).child(list("ul", "", words.write_not.iter().copied())));
    let work = TEXTS.into_iter().fold(work, text);
    step_root(Step::Record, "narrow").child(work).children(outputs::outputs())
}

/// One text of the record. The second reader's initials are asked for once there is something to read.
fn text(into: El, field: RecordField) -> El {
    let desk = Desk::here();
    let input = Input::Record(field);
    if field != RecordField::SecondReaderInitials {
        return into.child(question(input));
    }
    let wanted = move || {
        desk.layout.get() == Layout::Whole
            || desk.case.with(|case| case.identify.answers.is_some() || !case.is_unanswered(input))
    };
    into.when(wanted, move || question(input))
}
