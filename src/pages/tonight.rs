//! The fast path of a bad night: one small screen at a time, then what to do on half a page.

mod result;
mod screen;
mod whole;

use crate::app::{CaseState, Language, Layout, Parts, Step, Stops, View};
use crate::components::{awaited, layout_toggle, step_root};
use leptos::prelude::*;
pub use result::outcome;
use waymark_flow::tonight::ScreenId;
use waymark_view::{El, memo};

/// What is rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Screen(ScreenId),
    Whole,
    Result,
}

/// Tonight: at most ten screens, or all their questions on one page, and the result.
pub fn tonight(language: Language, case: CaseState, view: View, stops: Stops, parts: Parts) -> El {
    let place = view.places.tonight;
    let aside = stops.aside;
    let sight =
        memo(move || match case.answers.with(|case| place.get().screen(case, aside.with(|aside| !aside.is_empty()))) {
            None => Sight::Result,
            Some(_) if view.layout.get() == Layout::Whole => Sight::Whole,
            Some(id) => Sight::Screen(id),
        });
    let class = move || {
        Some(match sight.get() {
            Sight::Screen(_) => "tonight",
            Sight::Whole => "narrow",
            Sight::Result => "narrow half",
        })
    };
    step_root(case, Step::Tonight, "").attr("class", class).live(move || {
        let sight = sight.get();
        // What it comes to is told by a part that comes after the screens.
        let result = if sight == Sight::Result { parts.steps().map(|steps| steps.tonight_result) } else { None };
        untrack(|| match sight {
            Sight::Screen(id) => vec![screen::screen(language, case, view, id), layout_toggle(language, view)],
            Sight::Whole => vec![whole::questions(language, case, view)],
            Sight::Result => vec![match result {
                Some(result) => result(language, case, view),
                None => awaited(language, parts, language.pages.tonight.to_result),
            }],
        })
    })
}
