//! The record: whom it is for, the sheet, the check before it goes and the ways out; then what stands behind it. Nothing here
//! blocks.
//!
//! Lives here: the order of the step and the texts. Not here: the outputs (`outputs`), what is asked on one (`on_sheet`), the
//! check before it goes (`before_it_goes`), the check of the answers (`check`), the latest incident (`incident`), the plans
//! (`plans`), what was shared (`shares`), saving (`save`), an earlier copy (`compare`).

mod before_it_goes;
mod check;
mod compare;
mod incident;
mod on_sheet;
mod outputs;
mod plans;
mod save;
mod shares;

use crate::app::{AreaState, CaseState, Language, Step, View};
use crate::components::{layout_toggle, question, step_root};
use waymark_case::Input;
use waymark_case::input::RecordField;
use waymark_view::{El, details, h1, html, list, p};

/// The texts, in the order in which they are asked. Who was asked and who read it stand with the decisions.
const TEXTS: [RecordField; 4] =
    [RecordField::WishWords, RecordField::OwnViewOfDanger, RecordField::SafeContactWords, RecordField::ReviewOn];

/// The step.
pub fn record(language: Language, case: CaseState, area: AreaState, view: View) -> El {
    let words = &language.later().pages.record_page;
    let all = check::all_sections(language, case);
    let open = check::open(case, all);
    let behind = move || {
        let behind = html::div()
            .class("no-print")
            .child(check::still_open(language, case, view, open))
            .child(check::answers(language, view, all))
            .child(html::h2().child(words.write_title))
            .child(p("", words.write_lead))
            .child(html::p().child(html::strong().child(words.no_names)))
            .child(details("help", words.write_not_title).child(list(html::ul(), "", words.write_not.iter().copied())))
            .children(TEXTS.map(|field| question(language, case, Input::Record(field))))
            .child(incident::incident(language, case))
            .children(plans::plans(language, case, view))
            .children(shares::shares(language, case, area))
            .child(html::h2().child(words.more_title));
        vec![behind]
    };
    step_root(case, Step::Record, "narrow")
        .child(h1(words.title).class("no-print"))
        .child(p("lead no-print", words.lead))
        .later(move || outputs::outputs(language, case, open))
        .later(behind)
        .later(move || {
            vec![
                save::save_copy(language, case, area),
                compare::earlier_copy(language, case, area),
                layout_toggle(language, view),
            ]
        })
}
