//! What both layouts show beside the ten prompts: whether the step is needed, what to know first, the traps, and the other
//! prompts by what they are about.

use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, Vocabulary};
use waymark_content::words::fill;
use waymark_content::{Domain, Strength, indicator};
use waymark_engine::assessment::Needed;
use waymark_flow::PROMPTS;
use waymark_record::key;
use waymark_view::{El, details, html, list, p};

/// The domains of the prompts beside the ten. Danger comes first.
const DOMAINS: [Domain; 8] = [
    Domain::DangerToLife,
    Domain::Fear,
    Domain::Control,
    Domain::History,
    Domain::UseOfForce,
    Domain::LastingHarm,
    Domain::Presentation,
    Domain::Witnesses,
];

/// Whether the step is needed, in words. Follows the case.
pub fn is_needed(language: Language, case: CaseState) -> El {
    let words = &language.steps().pages.identify;
    html::p().child(move || match case.assessment.with(|it| it.identify.needed) {
        Needed::Needed => words.needed,
        Needed::Useful => words.useful,
        Needed::NotNeeded => words.check_lead,
    })
}

/// What to know before any question is asked.
pub fn before_you_start(language: Language) -> El {
    list(html::ul(), "", language.steps().pages.identify.before.iter().copied())
}

/// The traps by group, beside the answers.
pub fn traps(language: Language) -> El {
    let rows = language.steps().traps.iter().flat_map(|trap| {
        let told = html::dd().child(trap.trap).child(" ").child(html::strong().child(trap.correction));
        [html::dt().child(trap.group), told]
    });
    details("help", language.steps().pages.identify.traps_title).child(html::dl().children(rows))
}

/// A group of prompts beside the ten.
pub struct Group {
    /// Its name.
    pub title: &'static str,
    /// What to know about them; it may be empty.
    pub lead: &'static str,
    /// Its prompts.
    pub prompts: Vec<IndicatorId>,
}

/// The prompts beside the ten, by what they are about; those that never count stand last.
pub fn groups(language: Language) -> Vec<Group> {
    let words = &language.steps().pages.identify;
    let those =
        |belongs: &dyn Fn(IndicatorId) -> bool| IndicatorId::ALL.iter().copied().filter(|id| belongs(*id)).listed();
    let set_aside = |id: IndicatorId| indicator(id).strength == Strength::SetAside;
    let of_domain = |domain: Domain| Group {
        title: language.text(&key("domain", domain)),
        lead: "",
        prompts: those(&|id| indicator(id).domain == domain && !set_aside(id) && !PROMPTS.contains(&id)),
    };
    let aside = Group { title: words.aside_title, lead: words.aside_lead, prompts: those(&set_aside) };
    DOMAINS.into_iter().map(of_domain).chain([aside]).listed()
}

/// The fold of a group: its name, how many of its prompts are answered, and what to know about them.
pub fn group_fold(language: Language, case: CaseState, group: &Group) -> El {
    let prompts = group.prompts.clone();
    let count = move || {
        let answered =
            case.answers.with(|case| prompts.iter().filter(|id| case.identify.answer(**id).is_some()).count());
        let parts = [("n", &*answered.to_string()), ("all", &prompts.len().to_string())];
        fill(language.steps().pages.identify.fold_of, &parts)
    };
    let summary = html::summary().child(group.title).child(" ").child(html::span().class("muted small").child(count));
    html::details().class("fold").child(summary).child((!group.lead.is_empty()).then(|| p("", group.lead)))
}
