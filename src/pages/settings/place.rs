//! The control of one place of the settings: what is typed stays, and what is not allowed is named beside it.

use crate::app::Desk;
use crate::components::{is_ticked, part_id, quiet, typed};
use crate::content::words::fill;
use crate::platform::dom::{El, el, p};
use crate::settings_link::{Holds, Place};
use leptos::prelude::*;

/// A value with what it is called.
pub type Options = Vec<(&'static str, String)>;

fn name(place: Place) -> String {
    ["area.", &place.path()].concat()
}

/// A field that is typed into.
pub fn field(place: Place, label: &str, hint: &str) -> El {
    let desk = Desk::here();
    let name = name(place);
    let (id, error, help) = (part_id(&name, "field"), part_id(&name, "error"), part_id(&name, "hint"));
    // While someone types, half a day or half an address is nobody's mistake.
    let left = RwSignal::new(true);
    let problem = Memo::new(move |_| desk.draft.with(|draft| draft.problem(place)).filter(|_| left.get()));
    let words = label.to_owned();
    let message = move || match problem.get() {
        Some(allowed) => fill(desk.words.pages.settings.field_wrong, &[("field", &words), ("allowed", &allowed)]),
        None => String::new(),
    };
    let short = matches!(place.holds(), Holds::Number(..) | Holds::Day);
    let control = el("input")
        .attr("type", "text")
        .class(if short { "short" } else { "" })
        .attr_if("inputmode", matches!(place.holds(), Holds::Number(..)).then_some("numeric"))
        .attr("id", &id)
        .attr("name", &name)
        .attr_if("aria-describedby", Some(help.as_str()).filter(|_| !hint.is_empty()))
        .attr("aria-errormessage", &error)
        .live_attr("aria-invalid", move || Some(if problem.with(Option::is_some) { "true" } else { "false" }))
        .live_value(move || desk.draft.with(|draft| draft.get(place).to_owned()))
        .on("input", move |event| {
            left.set(false);
            let typed = typed(&event);
            desk.change_draft(|draft| draft.set(place, &typed));
        })
        .on("change", move |_| left.set(true));
    el("div")
        .class("field")
        .attr("data-place", &place.path())
        .child(el("label").attr("for", &id).text(label))
        .maybe((!hint.is_empty()).then(|| p("hint", hint).attr("id", &help)))
        .child(quiet(control))
        .child(p("error", "").attr("id", &error).attr("role", "alert").live_text(message))
}

/// A list to choose one value from, or none.
pub fn pick(place: Place, label: &str, hint: &str, options: Options) -> El {
    let desk = Desk::here();
    let name = name(place);
    let (id, help) = (part_id(&name, "field"), part_id(&name, "hint"));
    let held = desk.draft.with_untracked(|draft| draft.get(place).to_owned());
    let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
    let mut list =
        el("select").attr("id", &id).attr("name", &name).child(option("", desk.words.pages.settings.make_not_set));
    // What came with opened settings and is none of ours stays what it is.
    if !held.is_empty() && !options.iter().any(|(value, _)| *value == held) {
        list = list.child(option(&held, &held));
    }
    let list = options
        .iter()
        .fold(list, |list, (value, words)| list.child(option(value, words)))
        .attr_if("aria-describedby", Some(help.as_str()).filter(|_| !hint.is_empty()))
        .live_value(move || desk.draft.with(|draft| draft.get(place).to_owned()))
        .on("change", move |event| {
            let typed = typed(&event);
            desk.change_draft(|draft| draft.set(place, &typed));
        });
    el("div")
        .class("field")
        .attr("data-place", &place.path())
        .child(el("label").attr("for", &id).text(label))
        .maybe((!hint.is_empty()).then(|| p("hint", hint).attr("id", &help)))
        .child(quiet(list))
}

/// Any of several values.
pub fn ticks(place: Place, label: &str, options: Options) -> El {
    let desk = Desk::here();
    let name = name(place);
    let boxes = options.into_iter().map(|(value, words)| {
        let control = el("input")
            .attr("type", "checkbox")
            .attr("name", &name)
            .attr("value", value)
            .live_checked(move || {
                desk.draft.with(|draft| draft.get(place).split_ascii_whitespace().any(|member| member == value))
            })
            .on("change", move |event| {
                let on = is_ticked(&event);
                desk.change_draft(|draft| draft.toggle(place, value, on));
            });
        el("label").class("tick").child(quiet(control)).child(el("span").text(words))
    });
    el("fieldset")
        .class("field")
        .attr("data-place", &place.path())
        .child(el("legend").text(label))
        .child(el("div").class("ticks").children(boxes))
}
