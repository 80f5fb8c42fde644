//! The situation, in two layouts over the same answers: twelve screens that change what to do first, or every question
//! under its heading.

mod guided;
mod whole;

use crate::app::{CaseState, Language, Layout, Step, View};
use crate::components::step_root;
use leptos::prelude::*;
use waymark_view::El;

/// The step.
pub fn situation(language: Language, case: CaseState, view: View) -> El {
    step_root(case, Step::Situation, "").live(move || {
        let layout = view.layout.get();
        untrack(|| match layout {
            Layout::Guided => vec![guided::screens(language, case, view)],
            Layout::Whole => vec![whole::questions(language, case, view)],
        })
    })
}
