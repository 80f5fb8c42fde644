//! Joined buttons that choose one of a set.

use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, RwSignal, button, html};

/// Joined buttons that choose one of a set; `attribute` holds the text of each.
pub(super) fn toggle<V: Vocabulary + Send + Sync>(
    attribute: &'static str,
    title: &'static str,
    names: &'static [&'static str],
    chosen: RwSignal<V>,
) -> El {
    let one = |value: &V| {
        let value = *value;
        button("", names.get(value.index()).copied().unwrap_or_default())
            .attr(attribute, value.text())
            .attr("aria-pressed", move || Some(if chosen.get() == value { "true" } else { "false" }))
            .on_press(move || chosen.set(value))
    };
    html::div().class("toggle outputs").attr("role", "group").attr("aria-label", title).children(V::ALL.iter().map(one))
}
