//! What a result rests on, in words: every answer counted, against, unknown, kept aside, and what would change it.

use super::finding::{ResultHead, found, go_to_prompt};
use super::sentence::{how_known, stated, who};
use crate::app::{CaseState, Language, View};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, Who};
use waymark_content::Domain;
use waymark_content::words::capital;
use waymark_engine::assessment::{DomainState, Identification, NotCounted};
use waymark_record::key;
use waymark_view::{El, Fragment, html, p};

/// The most questions offered that could change the result.
const OFFERED: usize = 6;

/// Everything that a result rests on.
pub fn explanation(language: Language, case: CaseState, view: View, head: ResultHead) -> Fragment {
    let words = &language.steps().pages.identify;
    let sided = move || case.answers.with(|case| case.identify.flags.no_contact_with.is_some());
    let uncontradicted = move || matches!(head, ResultHead::Named(_)) && found(case, |it| it.contrary.is_empty());
    let nothing_contrary = move || vec![html::h3().child(words.contrary_title), p("", words.contrary_none)];
    let unknown = move || {
        vec![
            html::h3().child(words.unknown_title),
            html::p().child(move || blanks(language, case).join("; ")).child("."),
        ]
    };
    let counted = move |id| line(language, case, id, Some(how_known));
    section(case, words.rests_title, Ids::Of(|it| &it.counted), counted)
        .when(sided, move || p("hint", words.rests_sided))
        .extend(section(case, words.contrary_title, Ids::Of(|it| &it.contrary), counted))
        .when_all(uncontradicted, nothing_contrary)
        .child(html::h3().child(words.domains_title))
        .child(domains(language, case))
        .extend(section(case, words.fragile_title, Ids::Of(|it| &it.rests_on), move |id| {
            line(language, case, id, None)
        }))
        .extend(section(case, words.change_title, Ids::WouldChange, move |id| {
            html::li().child(go_to_prompt(language, view, id))
        }))
        .when_all(move || !blanks(language, case).is_empty(), unknown)
        .extend(section(case, words.also_title, Ids::Also, move |id| line(language, case, id, Some(why_also))))
        .extend(section(case, words.aside_why, Ids::Of(|it| &it.set_aside), move |id| {
            line(language, case, id, Some(why_aside))
        }))
}

/// Which answers or questions a section lists.
#[derive(Clone, Copy)]
enum Ids {
    /// A list of the result.
    Of(fn(&Identification) -> &Vec<IndicatorId>),
    /// The first questions that could change it.
    WouldChange,
    /// Answers in no other list.
    Also,
}

impl Ids {
    /// The list as it is now. Follows the result.
    fn now(self, case: CaseState) -> Vec<IndicatorId> {
        match self {
            Self::Of(list) => found(case, |it| list(it).clone()),
            Self::WouldChange => found(case, |it| it.would_change.iter().copied().take(OFFERED).listed()),
            Self::Also => found(case, |it| it.kept.iter().map(|kept| kept.id).listed()),
        }
    }
}

/// A heading and its list; nothing while the list is empty.
fn section(
    case: CaseState,
    title: &'static str,
    ids: Ids,
    line: impl Fn(IndicatorId) -> El + Copy + 'static,
) -> Fragment {
    let list = move || vec![html::h3().child(title), html::ul().class("told").each(move || ids.now(case), line)];
    Fragment::new().when_all(move || !ids.now(case).is_empty(), list)
}

/// What is said below an answer.
type More = fn(Language, CaseState, IndicatorId) -> String;

/// An answer as a sentence, with what is said of it below.
fn line(language: Language, case: CaseState, id: IndicatorId, more: Option<More>) -> El {
    let more = more.map(|more| html::small().child(move || more(language, case, id)));
    html::li().child(move || stated(language, case, id)).child(more)
}

fn why_also(language: Language, case: CaseState, id: IndicatorId) -> String {
    [capital(why_not_counted(language, case, id)), how_known(language, case, id)].join(". ")
}

fn why_aside(language: Language, _: CaseState, id: IndicatorId) -> String {
    language.text(&key("set_aside", id)).to_owned()
}

/// The names of the questions with no answer. What was said in front of the other person is unknown too, and stands in
/// a list of its own.
fn blanks(language: Language, case: CaseState) -> Vec<&'static str> {
    let blank = |id: &IndicatorId| matches!(who(case, *id), Who::NotAsked | Who::NotKnown);
    let unknown = Ids::Of(|it| &it.unknown).now(case);
    unknown.into_iter().filter(blank).map(|id| language.indicator(id).name).listed()
}

/// Why an answer is kept and not counted.
fn why_not_counted(language: Language, case: CaseState, id: IndicatorId) -> &'static str {
    let words = &language.steps().pages.identify;
    match found(case, |it| it.kept.iter().find(|kept| kept.id == id).map(|kept| kept.why)) {
        Some(NotCounted::Tainted) => words.also_tainted,
        Some(NotCounted::Support) => words.also_support,
        Some(NotCounted::Relayed) => words.also_relayed,
        Some(NotCounted::Disputed) => words.also_disputed,
        Some(NotCounted::OneNo) => words.also_one_no,
        Some(NotCounted::Own) => words.also_own,
        None => "",
    }
}

/// The five core domains and what each came to.
fn domains(language: Language, case: CaseState) -> El {
    let row = |(place, (domain, _)): (usize, (Domain, DomainState))| {
        let state = move || {
            let (_, state) = found(case, |it| it.domains.all()[place]);
            capital(&case.about_people(language, language.text(&key("domain_state", state)), None))
        };
        let name = html::dt().child(language.text(&key("domain", domain)));
        html::div().child(name).child(html::dd().child(state))
    };
    let all = untrack(|| found(case, |it| it.domains.all()));
    html::dl().class("summary").children(all.into_iter().enumerate().map(row))
}
