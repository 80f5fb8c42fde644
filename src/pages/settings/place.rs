//! The control of one place of the settings: what is typed stays, and what is not allowed is named beside it.

use crate::app::{AreaState, Language};
use crate::components::{is_ticked, one_of, part_id, quiet, typed};
use leptos::ev;
use leptos::prelude::*;
use waymark_area::{Holds, Place};
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, html, memo, p};

/// A value with what it is called.
pub type Options = Vec<(&'static str, String)>;

fn name(place: Place) -> String {
    ["area.", &place.path()].concat()
}

/// A field that is typed into.
pub fn field(language: Language, area: AreaState, place: Place, label: &str, hint: &str) -> El {
    let name = name(place);
    let (id, error, help) = (part_id(&name, "field"), part_id(&name, "error"), part_id(&name, "hint"));
    // While someone types, half a day or half an address is nobody's mistake.
    let left = RwSignal::new(true);
    let problem = memo(move || area.draft.with(|draft| draft.problem(place)).filter(|_| left.get()));
    let words = label.to_owned();
    let message = move || match problem.get() {
        Some(allowed) => fill(language.later().pages.settings.field_wrong, &[("field", &words), ("allowed", &allowed)]),
        None => String::new(),
    };
    let (hinted, wrong) = ((!hint.is_empty()).then(|| help.clone()), error.clone());
    let described_by = move || {
        let wrong = problem.with(Option::is_some).then(|| wrong.clone());
        let ids: Vec<String> = hinted.iter().cloned().chain(wrong).listed();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    let short = matches!(place.holds(), Holds::Number(..) | Holds::Day);
    let control = html::input()
        .attr("type", "text")
        .class(if short { "short" } else { "" })
        .attr("inputmode", matches!(place.holds(), Holds::Number(..)).then_some("numeric"))
        .attr("id", &id)
        .attr("name", &name)
        .attr("aria-describedby", described_by)
        .attr("maxlength", "400")
        .attr("aria-errormessage", &error)
        .attr("aria-invalid", move || Some(if problem.with(Option::is_some) { "true" } else { "false" }))
        .value(move || area.draft.with(|draft| draft.get(place).to_owned()))
        .on(ev::input, move |event| {
            left.set(false);
            let typed = typed(&event);
            area.change_draft(|draft| draft.set(place, &typed));
        })
        .on(ev::change, move |_| left.set(true));
    html::div()
        .class("field")
        .attr("data-place", place.path())
        .child(html::label().attr("for", &id).child(label))
        .child((!hint.is_empty()).then(|| p("hint", hint).attr("id", &help)))
        .child(quiet(control))
        .child(p("error", "").attr("id", &error).attr("role", "alert").child(message))
}

/// One value of several, or none.
pub fn pick(language: Language, area: AreaState, place: Place, label: &str, hint: &str, options: Options) -> El {
    let name = name(place);
    let help = part_id(&name, "hint");
    let held = area.draft.with_untracked(|draft| draft.get(place).to_owned());
    let none = (String::new(), language.later().pages.settings.make_not_set.to_owned());
    let mut all: Vec<_> = options.into_iter().map(|(value, words)| (value.to_owned(), words)).listed();
    // Keep unknown values from an opened file.
    if !held.is_empty() && !all.iter().any(|(value, _)| *value == held) {
        all.insert(0, (held.clone(), held));
    }
    all.insert(0, none);
    let now = move || area.draft.with(|draft| draft.get(place).to_owned());
    let choose = move |value: &str| area.change_draft(|draft| draft.set(place, value));
    one_of(&name, label, all, now, choose)
        .attr("data-place", place.path())
        .attr("aria-describedby", Some(help.as_str()).filter(|_| !hint.is_empty()))
        .child((!hint.is_empty()).then(|| p("hint", hint).attr("id", &help)))
}

/// Any of several values.
pub fn ticks(area: AreaState, place: Place, label: &str, options: Options) -> El {
    let name = name(place);
    let boxes = options.into_iter().map(|(value, words)| {
        let control = html::input()
            .attr("type", "checkbox")
            .attr("name", &name)
            .attr("value", value)
            .checked(move || {
                area.draft.with(|draft| draft.get(place).split_ascii_whitespace().any(|member| member == value))
            })
            .on(ev::change, move |event| {
                let on = is_ticked(&event);
                area.change_draft(|draft| draft.toggle(place, value, on));
            });
        html::label().class("tick").child(quiet(control)).child(html::span().child(words))
    });
    html::fieldset()
        .class("field")
        .attr("data-place", place.path())
        .child(html::legend().child(label))
        .child(html::div().class("ticks").children(boxes))
}
