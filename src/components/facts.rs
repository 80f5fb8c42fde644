//! How old the facts on a screen are, and what the area says of its own beside one of them.

use super::month::month_in_words;
use crate::app::{AreaState, Language};
use crate::platform::clock;
use leptos::prelude::*;
use waymark_area::{Fact, Short};
use waymark_case::listed::Listed;
use waymark_content::age::{is_old, span};
use waymark_content::words::fill;
use waymark_view::{El, Fragment, html, p};

/// One line on when these facts were looked up; a warning when the oldest is over a year old. Also in a copy that was carried
/// away: its age is worked out by the clock of the computer.
pub fn facts_age<'a>(language: Language, months: impl Iterator<Item = &'a str> + Clone) -> El {
    let words = &language.steps().pages.facts;
    let Some((oldest, newest)) = span(months) else { return html::div() };
    let in_words = [("oldest", month_in_words(language, oldest)), ("newest", month_in_words(language, newest))];
    let in_words = in_words.each_ref().map(|(name, month)| (*name, month.as_str()));
    if is_old(oldest, &clock::today()) {
        let warning =
            p("", "").child(html::strong().child(words.old_title)).child(" ").child(fill(words.old, &in_words));
        return html::div().class("notice urgent").attr("data-age", "old").child(warning);
    }
    let line = if oldest == newest { words.looked_up_once } else { words.looked_up };
    p("small muted", fill(line, &in_words)).attr("data-age", "current")
}

/// What the area says of its own about `id`, such as `helpline:samaritans`. Follows the settings in use.
pub fn area_fact(language: Language, area: AreaState, id: String) -> Fragment {
    Fragment::new().live(move || {
        let fact = area.in_use.with(|area| area.as_ref()?.facts.iter().find(|fact| fact.id.as_str() == id).cloned());
        fact.iter().map(|fact| said_by_area(language, fact)).listed()
    })
}

fn said_by_area(language: Language, fact: &Fact) -> El {
    let words = &language.steps().pages.facts;
    let number = fact.number.as_ref().map(|number| html::span().class("tel").child(number.as_str()));
    let said: Vec<_> = [&fact.hours, &fact.text].into_iter().flatten().map(Short::as_str).listed();
    let said = (!said.is_empty()).then(|| html::span().child(["“", &said.join(". "), "” "].concat()));
    html::div()
        .class("area-fact")
        .attr("data-fact", fact.id.as_str())
        .child(number)
        .child(p("small", "").child(said).child(whose(language, fact)))
        .child(
            is_old(&fact.checked.to_string(), &clock::today())
                .then(|| html::p().class("small").attr("data-age", "old").child(html::strong().child(words.area_old))),
        )
}

/// Who says so, and since when.
pub fn whose(language: Language, fact: &Fact) -> String {
    let words = &language.steps().pages.facts;
    let line = if fact.number.is_some() { words.area_number } else { words.area_line };
    let month = month_in_words(language, &fact.checked.to_string());
    fill(line, &[("source", &["“", fact.source.as_str(), "”"].concat()), ("month", &month)])
}

/// What a fact is about, in words.
pub fn about_what(language: Language, id: &str) -> String {
    let line = language.helplines.iter().find(|line| id.strip_prefix("helpline:") == Some(line.id));
    let point = language.later().law.iter().find(|point| id.strip_prefix("law:") == Some(point.id));
    match (line, point) {
        (Some(line), _) => line.name.to_owned(),
        (None, Some(point)) => fill(language.steps().pages.facts.law, &[("title", point.title)]),
        (None, None) => id.to_owned(),
    }
}
