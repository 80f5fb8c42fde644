//! The record: what is still open, the answers, what is written down, and what can be handed on. Nothing here blocks.
//!
//! Lives here: the order of the step and the texts. Not here: the check (`check`), the plans (`plans`), what was shared
//! (`shares`), the outputs (`outputs`), saving (`save`), an earlier copy (`compare`).

mod check;
mod compare;
mod on_sheet;
mod outputs;
mod plans;
mod save;
mod shares;

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
    let all = check::all_sections(desk);
    let work = check::answers(check::still_open(work, all), all)
        .child(el("h2").text(words.write_title))
        .child(p("", words.write_lead))
        .child(el("p").child(el("strong").text(words.no_names)))
        .child(details("help", words.write_not_title).child(list("ul", "", words.write_not.iter().copied())));
    let work = TEXTS.into_iter().fold(work, text);
    let work = shares::shares(plans::plans(work));
    step_root(Step::Record, "narrow")
        .child(work)
        .later(outputs::outputs)
        .later(|| vec![save::save_copy(), compare::earlier_copy()])
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
