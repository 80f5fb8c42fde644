//! The panel's reasons of a case of one's own: a field for each answer that may carry the result.

use super::open::{change, of};
use crate::app::{Language, Workshop};
use crate::components::{quiet, typed};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::vocabulary::ItemAnswer;
use waymark_content::words::fill;
use waymark_engine::assessment::Route;
use waymark_view::{El, html, memo, p};
use waymark_workshop::{About, Reason, Vignette};

/// What may be given a reason, in the order in which it is asked.
fn abouts(own: &Vignette) -> Vec<About> {
    let indicators = own.case.identify.answers.iter().flat_map(|answers| answers.iter());
    let said = indicators.filter(|(_, answer)| answer.says_something()).map(|(id, _)| About::Indicator(id));
    let items = own.case.dash.answers.iter().filter(|(_, answer)| **answer == ItemAnswer::Yes);
    let route = own.case.dash.judgement.map(|_| About::Route(Route::R4));
    let identify = own.case.identify.answers.as_ref().map(|_| About::Identify);
    let items = items.map(|(item, _)| About::Item(item));
    identify.into_iter().chain(said).chain(items).chain(route).listed()
}

/// The fields.
pub fn reasons(language: Language, workshop: Workshop) -> El {
    let words = &language.later().pages.own;
    // Only the panel's answers change which fields there are; a letter in one of them does not.
    let all = memo(move || of(workshop, abouts));
    let fields = move || all.get().into_iter().map(|about| field(language, workshop, about)).listed();
    html::div()
        .attr("hidden", move || all.with(Vec::is_empty))
        .child(html::h3().child(words.reasons_title))
        .child(p("", words.reasons_lead))
        .live(fields)
}

fn field(language: Language, workshop: Workshop, about: About) -> El {
    let words = &language.later().pages.own;
    let label = match about {
        About::Indicator(id) => language.indicator(id).name.to_owned(),
        About::Item(item) => {
            fill(words.reason_item, &[("n", &item.get().to_string()), ("label", language.item(item).label)])
        }
        About::Route(_) | About::Pathway(_) => words.reason_route.to_owned(),
        About::Identify => words.reason_identify.to_owned(),
    };
    let name = ["own.reason.", &about.text()].concat();
    let id = name.replace(['.', ':'], "-");
    let first = untrack(|| of(workshop, |own| own.reason(about).map(|reason| reason.text.clone()).unwrap_or_default()));
    let area = quiet(html::textarea())
        .attr("id", &id)
        .attr("name", &name)
        .attr("rows", "2")
        .attr("maxlength", TEXT_LIMIT.to_string())
        .value(move || first.clone())
        .on(ev::input, move |event| {
            let text = typed(&event).split_whitespace().listed().join(" ");
            change(workshop, |own| write(own, about, text));
        });
    html::div().class("field").child(html::label().attr("for", &id).child(label)).child(area)
}

/// Puts a reason, or takes it away when nothing is left of it. Its rules stay.
fn write(own: &mut Vignette, about: About, text: String) {
    let place = own.reasons.iter().position(|(known, _)| *known == about);
    match place {
        Some(place) if text.is_empty() => drop(own.reasons.remove(place)),
        Some(place) => own.reasons[place].1.text = text,
        None if text.is_empty() => {}
        None => own.reasons.push((about, Reason { text, rules: Vec::new() })),
    }
}
