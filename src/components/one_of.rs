//! One value of several, as radios. No list that opens over the page: in Firefox an open list takes every key and press, those of
//! the way out too.

use super::quiet;
use leptos::ev;
use waymark_view::{El, html};

/// Radios with a legend. `options` are values with their words; `now` follows what is chosen, `choose` is told.
pub fn one_of(
    name: &str,
    legend: &str,
    options: Vec<(String, String)>,
    now: impl Fn() -> String + Clone + 'static,
    choose: impl Fn(&str) + Clone + 'static,
) -> El {
    let rows = options.into_iter().map(|(value, words)| {
        let (now, choose) = (now.clone(), choose.clone());
        let radio = html::input().attr("type", "radio").attr("name", name).attr("value", &value);
        let chosen = value.clone();
        let radio = radio.checked(move || now() == chosen).on(ev::change, move |_| choose(&value));
        html::label().class("tick").child(quiet(radio)).child(html::span().child(words))
    });
    html::fieldset().class("field").child(html::legend().child(legend)).child(html::div().class("ticks").children(rows))
}
