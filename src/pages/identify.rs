//! Who is doing what to whom, in two layouts over the same answers: one prompt a screen, with a result of its own, or
//! everything on one page.
//!
//! Not here: what both layouts show beside the ten prompts (`beside`), the order of the screens (`flow`), a question as a card
//! (`card`), the echo questions (`echo`), what the person pointed at says (`contested`), how the answers were obtained
//! (`flags`), the parts of the result (`result`) and what it rests on (`explain`).

mod beside;
mod card;
mod contested;
mod echo;
mod explain;
mod finding;
mod flags;
mod guided;
mod people;
mod pointed;
mod read_back;
mod result;
mod sentence;
mod to_do;
mod whole;

use crate::app::{CaseState, Language, Layout, Step, View};
use crate::components::step_root;
use leptos::prelude::*;
use waymark_view::El;

/// The step.
pub fn identify(language: Language, case: CaseState, view: View) -> El {
    step_root(case, Step::Identify, "").live(move || {
        let layout = view.layout.get();
        untrack(|| match layout {
            Layout::Guided => vec![guided::screens(language, case, view)],
            Layout::Whole => vec![whole::page(language, case, view)],
        })
    })
}
