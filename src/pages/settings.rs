//! Local settings for this session: the policy, the area's values, local services, and how the page looks.

mod area;
mod differs;
mod display;

use crate::app::Desk;
use crate::case::{Input, SettingField};
use crate::components::{AreaNotice, CautionCard, ClearAnswer, Question, choice_list};
use crate::content::{CautionId, Profiles, Status};
use leptos::prelude::*;

/// The cautions that a setting can raise.
const CAUTIONS: [CautionId; 4] =
    [CautionId::FloorOverrides, CautionId::ProfileOtherNation, CautionId::ReviewPassed, CautionId::ProfileLine];

/// The step.
#[component]
pub fn Settings() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    view! {
        <section data-step="settings" class="narrow" data-stop=move || desk.stop_text()>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}" "{words.lost}</p>
            <AreaNotice/>
            <area::FromArea/>
            <h2>{words.policy_title}</h2>
            <Policy/>
            <div role="status">
                <Cautions/>
                <differs::PolicyDiffers/>
            </div>
            <p class="small">{words.floor}</p>
            <h2>{words.local_title}</h2>
            <p>{words.local_lead}</p>
            {SettingField::ALL.iter().map(|field| view! { <Question input=Input::Setting(*field)/> }).collect_view()}
            <h2>{words.differs_title}</h2>
            <differs::ValuesDiffer/>
            <area::Contacts/>
            <display::DisplayPanel/>
        </section>
    }
}

/// The choice of the policy, each with how current it is.
#[component]
fn Policy() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let question = desk.words.question(Input::Profile);
    let status = |id: &str| match Profiles::shipped().get(id).map(|profile| profile.status) {
        Some(Status::Undated) => words.status_undated,
        Some(Status::ReviewPassed) => words.status_passed,
        _ => "",
    };
    let label = |id: &str, name: &'static str| match status(id) {
        "" => name.to_owned(),
        status => format!("{name}: {status}"),
    };
    let values = question.options.iter().map(|(id, name)| (*id, Signal::stored(label(id, name)))).collect();
    view! {
        <fieldset class="question" data-question="profile" aria-describedby="profile-why profile-hint">
            <legend>{question.ask}</legend>
            <p class="why" id="profile-why">{question.why}</p>
            <p class="hint" id="profile-hint">{question.hint}" "{words.policy_none}</p>
            {choice_list(Input::Profile, values, false, "choices")}
            <Show when=move || desk.answered(Input::Profile)><ClearAnswer input=Input::Profile/></Show>
        </fieldset>
    }
}

/// What the engine says against the settings in use.
#[component]
fn Cautions() -> impl IntoView {
    let desk = Desk::here();
    let raised = Memo::new(move |_| {
        desk.assessment.with(|assessment| {
            let ours = assessment.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.iter().map(|rule| rule.to_string()).collect::<Vec<_>>()))
                .collect::<Vec<_>>()
        })
    });
    move || raised.get().into_iter().map(|(id, rules)| view! { <CautionCard id rules/> }).collect_view()
}
