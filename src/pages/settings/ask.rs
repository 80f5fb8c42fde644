//! Settings that came from outside: what they say of themselves, what they would change, and the question whether to use them.

use super::area::claims;
use crate::app::{AreaState, CaseState, Language, Workshop};
use crate::components::{ask_panel, said_owner};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_view::{El, button, html, p};

/// The question, above every step; nothing when none came.
pub fn ask(language: Language, case: CaseState, area: AreaState, workshop: Workshop) -> El {
    let words = &language.pages.area;
    let question = move || {
        let asked = area.asked.get().map(|proposed| {
            let yes = button("button", words.ask_yes)
                .attr("data-action", "use-settings")
                .on_press(move || area.answer_asked(case, workshop, true));
            let no = button("button second", words.ask_no)
                .attr("data-action", "leave-settings")
                .on_press(move || area.answer_asked(case, workshop, false));
            let said = [&said_owner(language, proposed.owner.as_ref()), " ", words.ask_words].concat();
            ask_panel(html::h2(), words.ask_title, p("", &said), yes, no)
                .class("no-print")
                .attr("data-area", "asked")
                .child(claims(language, &proposed))
        });
        asked.into_iter().listed()
    };
    let told = move || if area.asked.with(Option::is_some) { words.ask_title } else { "" };
    voice::follow(told);
    html::div().live(question)
}
