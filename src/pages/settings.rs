//! Local settings: the policy, the area's values, local services, how the page looks; and settings made for others.

mod area;
mod differs;
mod display;
mod give;
mod make;
mod place;

use crate::app::{Desk, Step, step_root};
use crate::case::{Input, SettingField};
use crate::components::{Label, caution_card, choice_list, clear_answer, question};
use crate::content::{CautionId, Profiles, Status};
use crate::platform::dom::{El, button, el, h1, p};
use leptos::prelude::*;

/// The cautions that a setting can raise.
const CAUTIONS: [CautionId; 4] =
    [CautionId::FloorOverrides, CautionId::ProfileOtherNation, CautionId::ReviewPassed, CautionId::ProfileLine];

/// The step. Whose settings are in use stands above it, in the frame.
pub fn settings() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let against = el("div").attr("role", "status").live(cautions(desk)).live(differs::policy_differs(desk));
    step_root(Step::Settings, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead).text(" ").text(words.lost))
        .child(el("div").class("block").later(move || vec![el("div").live(move || area::from_area(desk))]))
        .child(el("h2").text(words.policy_title))
        .child(policy(desk))
        .child(button("link", words.policy_see).attr("data-go", "policy").on_press(move || desk.go(Step::Policy)))
        .child(against)
        .child(p("small", words.floor))
        .child(el("h2").text(words.local_title))
        .child(p("", words.local_lead))
        .children(SettingField::ALL.iter().map(|field| question(Input::Setting(*field))))
        .child(el("h2").text(words.differs_title))
        .child(el("div").attr("role", "status").live(differs::values_differ(desk)))
        .child(el("h2").text(words.contacts_title))
        .child(el("div").class("block").later(move || vec![el("div").live(move || vec![area::contacts(desk)])]))
        .later(|| display::display().into())
        .later(make::make)
        .later(give::give)
}

/// The choice of the policy, each with how current it is.
fn policy(desk: Desk) -> El {
    let words = &desk.words.pages.settings;
    let asked = desk.words.question(Input::Profile);
    let status = |id: &str| match Profiles::shipped().get(id).map(|profile| profile.status) {
        Some(Status::Undated) => words.status_undated,
        Some(Status::ReviewPassed) => words.status_passed,
        _ => "",
    };
    let label = |id: &str, name: &'static str| match status(id) {
        "" => Label::Fixed(name),
        status => Label::live(move || [name, ": ", status].concat()),
    };
    let values = asked.options.iter().map(|(id, name)| (*id, label(id, name))).collect();
    el("fieldset")
        .class("question")
        .attr("data-question", "profile")
        .attr("aria-describedby", "profile-why profile-hint")
        .child(el("legend").text(asked.ask))
        .child(p("why", asked.why).attr("id", "profile-why"))
        .child(p("hint", asked.hint).text(" ").text(words.policy_none).attr("id", "profile-hint"))
        .child(choice_list(Input::Profile, values, false, "choices"))
        .when(move || desk.answered(Input::Profile), || clear_answer(Input::Profile))
}

/// What the engine says against the settings in use.
fn cautions(desk: Desk) -> impl Fn() -> Vec<El> {
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            let ours = assessment.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.iter().map(|rule| rule.to_string()).collect::<Vec<_>>()))
                .collect::<Vec<_>>()
        })
    });
    move || raised.get().into_iter().map(|(id, rules)| caution_card(id, &rules)).collect()
}
