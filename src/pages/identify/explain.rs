//! What a result rests on, in words: every answer counted, against, unknown, kept aside, and what would change it.

use super::result::{Found, Head, key};
use super::sentence::{how_known, stated, who};
use super::to_do::GoToQuestion;
use crate::app::Desk;
use crate::case::vocabulary::{IndicatorId, Vocabulary, Who};
use crate::content::words::capital;
use crate::content::{Domain, Strength, indicator};
use crate::engine::assessment::Identification;
use leptos::prelude::*;

/// The most questions offered that could change the result.
const OFFERED: usize = 6;

/// A list of the result, as it is now.
fn list(found: Found, of: fn(&Identification) -> &Vec<IndicatorId>) -> Memo<Vec<IndicatorId>> {
    Memo::new(move |_| found.with(|found| of(found).clone()))
}

/// Everything that a result rests on.
#[component]
pub fn Explanation(
    /// The result.
    found: Found,
    /// How it is headed.
    head: Head,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let rests = list(found, |it| &it.counted);
    let contrary = list(found, |it| &it.contrary);
    let aside = list(found, |it| &it.set_aside);
    let fragile = list(found, |it| &it.rests_on);
    let unknown = list(found, |it| &it.unknown);
    let also = Memo::new(move |_| also(desk, found));
    let counted =
        move |id: IndicatorId| view! { <li>{stated(desk, id)}<small>{how_known(desk, id)}</small></li> }.into_any();
    let blanks = move || {
        // What was said in front of the other person is unknown too, and stands in a list of its own.
        let blank = |id: &IndicatorId| who(desk, *id) == Who::NotAsked || who(desk, *id) == Who::NotKnown;
        let names = unknown.get().into_iter().filter(blank).map(|id| desk.words.indicator(id).name).collect::<Vec<_>>();
        (!names.is_empty()).then(|| view! { <h3>{words.unknown_title}</h3><p>{names.join("; ")}"."</p> })
    };
    let stated_only = move |id: IndicatorId| view! { <li>{stated(desk, id)}</li> }.into_any();
    let set_aside = move |id: IndicatorId| {
        view! { <li>{stated(desk, id)}<small>{desk.words.text(&key("set_aside", id))}</small></li> }.into_any()
    };
    let sided = move || {
        desk.case
            .with(|case| case.identify.flags.no_contact_with.is_some())
            .then(|| view! { <p class="hint">{words.rests_sided}</p> })
    };
    let against = move || {
        let none = contrary.with(Vec::is_empty) && matches!(head, Head::Named(_));
        none.then(|| view! { <h3>{words.contrary_title}</h3><p>{words.contrary_none}</p> })
    };
    let also_line = move |id: IndicatorId| {
        view! { <li>{stated(desk, id)}<small>{capital(why_not_counted(desk, id))}". "{how_known(desk, id)}</small></li> }.into_any()
    };
    view! {
        {section(words.rests_title, rests, counted)}
        {sided}
        {section(words.contrary_title, contrary, counted)}
        {against}
        <Domains found/>
        {section(words.fragile_title, fragile, stated_only)}
        <WouldChange found/>
        {blanks}
        {section(words.also_title, also, also_line)}
        {section(words.aside_why, aside, set_aside)}
    }
}

/// A heading and its list; nothing when the list is empty.
fn section(
    title: &'static str,
    ids: Memo<Vec<IndicatorId>>,
    line: impl Fn(IndicatorId) -> AnyView + Copy + Send + 'static,
) -> impl IntoView {
    move || {
        let ids = ids.get();
        (!ids.is_empty())
            .then(|| view! { <h3>{title}</h3><ul class="told">{ids.into_iter().map(line).collect_view()}</ul> })
    }
}

/// Answers that say something and stand in no other list.
fn also(desk: Desk, found: Found) -> Vec<IndicatorId> {
    let kept = |id: &IndicatorId| {
        let placed = found.with(|it| [&it.counted, &it.contrary, &it.set_aside].iter().any(|list| list.contains(id)));
        !placed && desk.case.with(|case| case.identify.answer(*id).is_some_and(|answer| answer.says_something()))
    };
    IndicatorId::ALL.iter().copied().filter(kept).collect()
}

/// Why an answer is kept and not counted.
fn why_not_counted(desk: Desk, id: IndicatorId) -> &'static str {
    let words = &desk.words.pages.identify;
    let answer = desk.case.with(|case| case.identify.answer(id).cloned().unwrap_or_default());
    match indicator(id).strength {
        _ if answer.tainted => words.also_tainted,
        Strength::Support => words.also_support,
        _ if answer.sources.is_empty() => words.also_relayed,
        _ if answer.who == Some(Who::Both) => words.also_disputed,
        _ if answer.who == Some(Who::None) => words.also_one_no,
        _ => words.also_own,
    }
}

/// The five core domains and what each came to.
#[component]
fn Domains(found: Found) -> impl IntoView {
    let desk = Desk::here();
    let row = move |(domain, state): (Domain, crate::engine::assessment::DomainState)| {
        let state = move || capital(&desk.about_people(desk.words.text(&key("domain_state", state)), None));
        view! { <div><dt>{desk.words.text(&key("domain", domain))}</dt><dd>{state}</dd></div> }
    };
    let rows = move || {
        let it = found.with(|found| found.domains);
        let all = [(Domain::F, it.f), (Domain::K, it.k), (Domain::H, it.h), (Domain::U, it.u), (Domain::L, it.l)];
        all.map(row).collect_view()
    };
    view! {
        <h3>{desk.words.pages.identify.domains_title}</h3>
        <dl class="summary">{rows}</dl>
    }
}

/// Questions whose answer could change the result; each goes to the question.
#[component]
fn WouldChange(found: Found) -> impl IntoView {
    let desk = Desk::here();
    let first = Memo::new(move |_| found.with(|it| it.would_change.iter().copied().take(OFFERED).collect::<Vec<_>>()));
    let line = move |id: IndicatorId| view! { <li><GoToQuestion id/></li> }.into_any();
    section(desk.words.pages.identify.change_title, first, line)
}
