//! What to do for each person, and the questions worth asking next.

use super::finding::{ResultHead, found, go_to_prompt};
use crate::app::{CaseState, Language, View};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, Person};
use waymark_content::words::fill;
use waymark_view::{El, html, list};

/// What to do for each person now.
pub fn to_do(language: Language, case: CaseState, head: ResultHead) -> Vec<El> {
    let words = &language.steps().pages.identify;
    let steps = |key: &str| list(html::ul(), "", case.words(language).list(key).iter().copied());
    // One account is about the person this case is for, where that is said.
    let user = move || match head {
        ResultHead::Named(person) => Some(person),
        _ => case.answers.with(|case| case.identify.survivor().map(Person::other)),
    };
    let title = |place: &'static str| {
        html::h3().child(move || fill(words.for_person, &[("who", &case.about_people(language, place, user()))]))
    };
    if head == ResultHead::NoName {
        return vec![steps("now_for_each.unclear")];
    }
    vec![title("{harmed}"), steps("now_for_each.harmed"), title("{user}"), steps("now_for_each.user")]
}

/// True when there are questions that could settle it. Follows the case.
pub fn can_be_settled(case: CaseState) -> bool {
    found(case, |it| !it.would_change.is_empty())
}

/// The two questions most likely to settle it, with what to look for.
pub fn settling(language: Language, case: CaseState, view: View) -> El {
    let line = move |id: IndicatorId| {
        let explore = html::span().class("small").child(language.indicator(id).explore);
        html::li().child(go_to_prompt(language, view, id)).child(" ").child(explore)
    };
    html::ul().each(move || found(case, |it| it.would_change.iter().copied().take(2).listed()), line)
}
