//! An earlier copy beside today's: opened, compared, handed on like any other sheet, and put away.

use crate::app::{AreaState, CaseState, Language};
use crate::components::{open_copy, ways_out};
use leptos::prelude::*;
use waymark_case::Case;
use waymark_case::listed::Listed;
use waymark_engine::assess_with;
use waymark_record::compare;
use waymark_view::{El, button, details, html, memo, p};

/// Where an earlier copy is opened, folded; once one is open, what has changed.
pub fn earlier_copy(language: Language, case: CaseState, area: AreaState) -> El {
    let words = &language.later().pages.compare;
    let there = move || case.earlier.with(Option::is_some);
    let ask = details("help no-print", words.open_title)
        .attr("data-part", "earlier-copy")
        .child(p("", words.open_lead))
        .child(open_copy(language, area, move |copy| case.earlier.set(Some(copy))));
    html::div().child(ask).when_all(there, move || changes(language, case, area))
}

fn changes(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.compare;
    let documents = memo(move || {
        let people = case.called(language);
        let compared = |earlier: &Case| {
            let then = area.profiles.with(|profiles| assess_with(earlier, profiles));
            case.read(|case, now| compare((earlier, &then), (case, now), language, &people))
        };
        case.earlier.with(|earlier| earlier.iter().map(compared).listed())
    });
    let put_away = button("button second", words.put_away)
        .attr("data-action", "put-away")
        .on_press(move || case.earlier.set(None));
    let told = html::div()
        .class("no-print")
        .child(html::h2().child(words.title))
        .child(html::p().attr("role", "status").child(words.shown))
        .child(html::div().class("actions").child(put_away));
    let [hand_on, sheets] = ways_out(language, documents);
    vec![told, hand_on, sheets]
}
