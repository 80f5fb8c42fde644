//! The settings of an area or a service: whose they are, whether they are overdue, and why some were not used.

use super::month::month_in_words;
use crate::app::{AreaState, CaseState, Language, Step, View};
use crate::platform::clock;
use leptos::prelude::*;
use waymark_area::{AreaError, ContactId, Short};
use waymark_case::Day;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::profile::LocalService;
use waymark_content::words::fill;
use waymark_view::{El, button, html, p, unmarked};

/// Why settings were not used, in words.
pub fn area_problem(language: Language, problem: &AreaError) -> String {
    let words = &language.pages.area;
    match problem {
        AreaError::Damaged => words.refused_damaged.to_owned(),
        AreaError::TooNew => words.refused_too_new.to_owned(),
        AreaError::TooLong => words.refused_too_long.to_owned(),
        AreaError::Wrong { path, allowed } if path.is_empty() => fill(words.refused_whole, &[("allowed", allowed)]),
        AreaError::Wrong { path, allowed } => fill(words.refused_wrong, &[("path", path), ("allowed", allowed)]),
    }
}

/// A day as a person writes it.
pub fn day_in_words(language: Language, day: Day) -> String {
    let (_, _, of_month) = day.date();
    [&of_month.to_string(), " ", &month_in_words(language, &day.month().to_string())].concat()
}

/// What settings say of themselves, as a quotation: nobody has checked it.
pub fn quoted(text: &str) -> String {
    ["“", text, "”"].concat()
}

/// Who made the settings, as they say themselves.
pub fn said_owner(language: Language, owner: Option<&Short>) -> String {
    let words = &language.pages.area;
    owner.map_or_else(|| words.unnamed.to_owned(), |owner| fill(words.said, &[("owner", &quoted(owner.as_str()))]))
}

/// One line on the settings in use, or on the settings that were refused. Nothing where there are none.
pub fn area_notice(language: Language, area: AreaState, view: View) -> El {
    let words = &language.pages.area;
    let refused = move || {
        let refused = area.refused.get().map(|problem| {
            let words_of = p("", "").child(html::strong().child(words.refused_title)).child(format!(
                " {} {}",
                area_problem(language, &problem),
                words.refused_default
            ));
            html::div().class("notice no-print").attr("role", "alert").attr("data-area", "refused").child(words_of)
        });
        refused.into_iter().listed()
    };
    let used = move || {
        let used = area.in_use.get().map(|area| {
            let overdue = area.overdue(&clock::today());
            // In full on the first screen and on the settings page; elsewhere in one line, on a phone too.
            let whole = move || matches!(view.step.get(), Step::Start | Step::Settings);
            let owner = said_owner(language, area.owner.as_ref());
            let review = match area.review_by {
                Some(day) => fill(words.line, &[("day", &day_in_words(language, day))]),
                None => words.line_undated.to_owned(),
            };
            // Whoever made the settings chose this: it must be seen before it is needed.
            let exit = area.page.exit.as_ref().map(|exit| [" ", words.exit, " ", exit.as_str(), "."].concat());
            let line = [words.in_use, " ", &owner, " ", &review, &exit.unwrap_or_default()].concat();
            let passed = move |words: &'static str| overdue.then(|| html::strong().child(" ").child(words));
            let see = move |words| button("link", words).on_press(move || view.open(Step::Settings));
            p("small no-print", "")
                .attr("data-area", if overdue { "overdue" } else { "used" })
                .when(whole, move || html::span().child(line.clone()).child(passed(words.overdue)).child(" "))
                .when(move || view.step.get() == Step::Start, move || see(words.see))
                .when(move || !whole(), move || html::span().child(see(words.in_use)).child(passed(words.passed)))
        });
        used.into_iter().listed()
    };
    html::div().live(refused).live(used)
}

/// These of the area's services, each whole and marked as the area's; nothing where none is filled in. Follows the area.
pub fn area_contacts(language: Language, case: CaseState, ids: impl Fn() -> &'static [ContactId] + 'static) -> El {
    let words = &language.pages.area;
    let row = move |service: &LocalService| {
        let label = words.contacts.get(service.id.index()).copied().unwrap_or_default();
        let more: Vec<&str> =
            [&*service.name, &*service.hours, words.contact_own].into_iter().filter(|part| !part.is_empty()).listed();
        html::li()
            .attr("data-contact", service.id.text())
            .child(html::strong().child(label))
            .child(html::span().class("tel").child(&*service.number))
            .child(p("small", more.join(". ")).child("."))
    };
    let rows = move || {
        let ids = ids();
        case.assessment.with(|assessment| assessment.services(ids).map(row).listed())
    };
    html::div().live(move || {
        let rows: Vec<El> = rows();
        (!rows.is_empty()).then(|| unmarked(html::ul(), "numbers").children(rows)).into_iter().listed()
    })
}
