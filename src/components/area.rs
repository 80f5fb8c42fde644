//! The settings of an area or a service: whose they are, whether they are overdue, and why some were not used.

use crate::app::{Desk, Step};
use crate::content::words::fill;
use crate::platform::clock;
use crate::platform::dom::{El, button, el, p};
use crate::settings_link::{AreaError, Short};
use leptos::prelude::*;

/// Why settings were not used, in words.
pub fn area_problem(desk: Desk, problem: &AreaError) -> String {
    let words = &desk.words.pages.settings;
    match problem {
        AreaError::Damaged => words.refused_damaged.to_owned(),
        AreaError::TooNew => words.refused_too_new.to_owned(),
        AreaError::TooLong => words.refused_too_long.to_owned(),
        AreaError::Wrong { path, allowed } => fill(words.refused_wrong, &[("path", path), ("allowed", allowed)]),
    }
}

/// A day such as `2027-03-31` as a person writes it.
pub fn day_in_words(desk: Desk, day: &str) -> String {
    let mut parts = day.split('-').map(|part| part.trim_start_matches('0'));
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return day.to_owned();
    };
    let month = month.parse::<usize>().unwrap_or_default().saturating_sub(1);
    let month = desk.words.pages.settings.months.get(month).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}

/// One line on the settings in use, or on the settings that were refused. Nothing where there are none.
pub fn area_notice() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let refused = move || {
        let refused = desk.area_refused.get().map(|problem| {
            let words_of = p("", "").child(el("strong").text(words.refused_title)).text(format!(
                " {} {}",
                area_problem(desk, &problem),
                words.refused_default
            ));
            el("div").class("notice no-print").attr("role", "alert").attr("data-area", "refused").child(words_of)
        });
        refused.into_iter().collect()
    };
    let used = move || {
        let used = desk.area.get().map(|area| {
            let overdue = area.overdue(&clock::today());
            let owner = area.owner.as_ref().map_or(words.area_unnamed, Short::as_str);
            let line = match &area.review_by {
                Some(day) => fill(words.area_line, &[("owner", owner), ("day", &day_in_words(desk, day.as_str()))]),
                None => fill(words.area_line_undated, &[("owner", owner)]),
            };
            let see = move || {
                el("span").text(" ").child(button("link", words.area_see).on_press(move || desk.go(Step::Settings)))
            };
            // Whoever made the settings chose this: it must be seen before it is needed.
            let exit = area.page.exit.as_ref().map(|exit| [" ", words.area_exit, " ", exit.as_str(), "."].concat());
            p("small no-print", line)
                .attr("data-area", if overdue { "overdue" } else { "used" })
                .text(exit.unwrap_or_default())
                .maybe(overdue.then(|| el("strong").text(" ").text(words.area_overdue)))
                .when(move || desk.step.get() != Step::Settings, see)
        });
        used.into_iter().collect()
    };
    el("div").live(refused).live(used)
}
