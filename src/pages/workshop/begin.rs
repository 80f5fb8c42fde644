//! A story, what may be hard to read in it, and the buttons that begin to practise it.

use crate::app::{CaseState, Language, Purpose, View, Workshop};
use std::sync::Arc;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, button, html, p, unmarked};
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;

/// The number that a case of one's own is given.
pub const FIRST_OWN: u8 = 200;

/// What may be hard to read, before the story.
pub fn warning(language: Language, text: &str) -> El {
    let words = &language.later().pages.practice;
    html::div()
        .class("notice")
        .child(html::h3().child(words.warning_title))
        .child(p("", text))
        .child(p("small", words.warning_more))
}

/// The buttons that begin, one a focus.
pub fn focus_buttons(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    vignette: Arc<Vignette>,
) -> El {
    let words = &language.later().pages.practice;
    let buttons = Focus::ALL.iter().map(|focus| {
        let vignette = vignette.clone();
        let begin = button("door", words.focuses.get(focus.index()).copied().unwrap_or_default())
            .attr("data-focus", focus.text())
            .child(html::small().child(words.focus_more.get(focus.index()).copied().unwrap_or_default()))
            .on_press(move || workshop.enter(case, view, vignette.clone(), *focus, Purpose::Learn));
        html::li().child(begin)
    });
    unmarked(html::ul(), "cases").children(buttons)
}

/// The story, to be read on a wall as well.
pub fn told(vignette: &Vignette) -> El {
    html::div().class("story").children(vignette.story.iter().map(|text| p("", text)))
}
