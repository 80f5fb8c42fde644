//! The Dash, in two layouts over the same answers: one item a screen, or a sheet to fill in beside the official form.

mod beside;
mod follows;
mod guided;
mod items;
mod moves;
mod other_routes;
mod outcome;
mod result;
mod whole;

use crate::app::{CaseState, Language, Layout, Step, View};
use crate::components::step_root;
use crate::platform::voice;
use beside::ten_words;
use leptos::prelude::*;
use waymark_view::El;

/// The Dash of one person, heard alone; `clear` starts afresh.
pub fn dash(language: Language, case: CaseState, view: View, clear: impl Fn() + Copy + 'static) -> El {
    follows::say_answers(language, case);
    voice::follow(move || ten_words(language, view));
    step_root(case, Step::Dash, "").live(move || {
        let layout = view.layout.get();
        untrack(|| match layout {
            Layout::Guided => guided::screens(language, case, view, clear),
            Layout::Whole => whole::sheet(language, case, view, clear),
        })
    })
}
