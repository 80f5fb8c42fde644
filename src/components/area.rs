//! The settings of an area or a service: whose they are, whether they are overdue, and why some were not used.

use crate::app::{Desk, Step};
use crate::content::words::fill;
use crate::platform::clock;
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
#[component]
pub fn AreaNotice() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let see = move || {
        view! {
            <Show when=move || desk.step.get() != Step::Settings>
                " "<button type="button" class="link" on:click=move |_| desk.go(Step::Settings)>{words.area_see}</button>
            </Show>
        }
    };
    let refused = move || {
        desk.area_refused.get().map(|problem| {
            view! {
                <div class="notice no-print" role="alert" data-area="refused">
                    <p><strong>{words.refused_title}</strong>" "{area_problem(desk, &problem)}" "{words.refused_default}</p>
                </div>
            }
        })
    };
    let used = move || {
        desk.area.get().map(|area| {
            let overdue = area.overdue(&clock::today());
            let owner = area.owner.as_ref().map_or(words.area_unnamed, Short::as_str);
            let line = match &area.review_by {
                Some(day) => fill(words.area_line, &[("owner", owner), ("day", &day_in_words(desk, day.as_str()))]),
                None => fill(words.area_line_undated, &[("owner", owner)]),
            };
            view! {
                <p class="small no-print" data-area=if overdue { "overdue" } else { "used" }>
                    {line}
                    {overdue.then(|| view! { " "<strong>{words.area_overdue}</strong> })}
                    {see()}
                </p>
            }
        })
    };
    view! { {refused} {used} }
}
