//! Law that is moving, with the month in which each point was last checked.

use super::facts::{area_fact, facts_age};
use super::month::month_in_words;
use crate::app::{AreaState, Language};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Nation;
use waymark_content::LawPoint;
use waymark_content::words::fill;
use waymark_view::{El, html, p};

/// The points of law of a nation, or of all of them.
pub fn law_list(language: Language, area: AreaState, nation: Option<Nation>) -> El {
    let here = move |point: &&LawPoint| nation.is_none_or(|nation| point.nations.contains(&nation));
    let points = language.later().law.iter().filter(here);
    let list = html::ul().class("placed").later_each(points.clone(), move |point| row(language, area, point));
    html::div().child(facts_age(language, points.map(|point| point.checked))).child(list)
}

fn row(language: Language, area: AreaState, point: &'static LawPoint) -> El {
    let words = &language.later().pages.about;
    let touches: Vec<_> = point.touches.iter().map(|id| language.pathway(*id).title).listed();
    let mut lines = vec![fill(words.law_checked, &[("month", &month_in_words(language, point.checked))])];
    if !point.stood.is_empty() {
        lines.push(fill(words.law_stood, &[("month", &month_in_words(language, point.stood))]));
    }
    if !touches.is_empty() {
        lines.push(fill(words.law_touches, &[("pathways", &touches.join("; "))]));
    }
    if !point.sources.is_empty() {
        lines.push([&point.sources.join(", "), "."].concat());
    }
    let own = ["law:", point.id].concat();
    html::li()
        .child(html::strong().child(point.title))
        .child(": ")
        .child(point.text)
        .child(area_fact(language, area, own))
        .child(p("ids", lines.join(" ")))
}
