//! Law that is moving, with the month in which each point was last checked.

use crate::app::Desk;
use crate::case::vocabulary::Nation;
use crate::content::LawPoint;
use crate::content::words::fill;
use crate::platform::dom::{El, el, p};

/// A month such as `2026-11` in words.
pub fn month_in_words(desk: Desk, month: &str) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, ""));
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match place.and_then(|place| desk.words.pages.settings.months.get(place)) {
        Some(name) => [name, " ", year].concat(),
        None => year.to_owned(),
    }
}

/// The points of law of a nation, or of all of them.
pub fn law_list(desk: Desk, nation: Option<Nation>) -> El {
    let here = move |point: &&LawPoint| nation.is_none_or(|nation| point.nations.contains(&nation));
    el("ul").class("placed").later_each(desk.words.law.iter().filter(here), move |point| row(desk, point))
}

fn row(desk: Desk, point: &'static LawPoint) -> El {
    let words = &desk.words.pages.about;
    let touches: Vec<_> = point.touches.iter().map(|id| desk.words.pathway(*id).title).collect();
    let mut lines = vec![fill(words.law_checked, &[("month", &month_in_words(desk, point.checked))])];
    if !point.stood.is_empty() {
        lines.push(fill(words.law_stood, &[("month", &month_in_words(desk, point.stood))]));
    }
    if !touches.is_empty() {
        lines.push(fill(words.law_touches, &[("pathways", &touches.join("; "))]));
    }
    if !point.sources.is_empty() {
        lines.push([&point.sources.join(", "), "."].concat());
    }
    el("li").child(el("strong").text(point.title)).text(": ").text(point.text).child(p("ids", lines.join(" ")))
}
