//! Local settings: the policy, the area's values, local services, how the page looks; and settings made for others.

mod area;
mod ask;
mod differs;
mod display;
mod give;
mod make;
mod place;

pub use ask::ask;

use crate::app::{AreaState, CaseState, Display, Language, Step, View};
use crate::components::{Label, caution_card, choice_list, clear_answer, question, step_root};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::{Input, SettingField};
use waymark_content::{CautionId, Profiles, Status};
use waymark_view::{El, button, effect, h1, html, memo, p};

/// The cautions that a setting can raise.
const CAUTIONS: [CautionId; 4] =
    [CautionId::FloorOverrides, CautionId::ProfileOtherNation, CautionId::ReviewPassed, CautionId::ProfileLine];

/// The step. Whose settings are in use is shown above it, in the frame.
pub fn settings(language: Language, case: CaseState, area: AreaState, view: View, display: Display) -> El {
    let words = &language.later().pages.settings;
    let against = html::div().live(cautions(language, case)).live(differs::policy_differs(language, case));
    let policy_chosen = memo(move || case.answers.with(|case| case.profile.clone()));
    // What the policy brings is long: it is read in place, and only its arrival is announced.
    effect(move |before: Option<Option<String>>| {
        let now = policy_chosen.get();
        if before.is_some_and(|before| before != now) {
            voice::say(words.policy_told);
        }
        now
    });
    step_root(case, Step::Settings, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead).child(" ").child(words.lost))
        .child(
            html::div()
                .class("block")
                .later(move || vec![html::div().live(move || area::from_area(language, case, area))]),
        )
        .child(html::h2().child(words.policy_title))
        .child(policy(language, case))
        .child(p("", "").child(
            button("link", words.policy_see).attr("data-go", "policy").on_press(move || view.open(Step::Policy)),
        ))
        .child(against)
        .child(p("small", words.floor))
        .child(html::h2().child(words.local_title))
        .child(p("", words.local_lead))
        .children(SettingField::ALL.iter().map(|field| question(language, case, Input::Setting(*field))))
        .child(html::h2().child(words.differs_title))
        .child(html::div().live(differs::values_differ(language, case)))
        .child(html::h2().child(words.contacts_title))
        .child(
            html::div()
                .class("block")
                .later(move || vec![html::div().live(move || vec![area::contacts(language, area)])]),
        )
        .later(move || display::display(language, area, view, display).into())
        .later(move || make::make(language, case, area))
        .later(move || give::give(language, case, area))
}

/// The choice of the policy, each with how current it is.
fn policy(language: Language, case: CaseState) -> El {
    let words = &language.later().pages.settings;
    let asked = language.question(Input::Profile);
    let status = |id: &str| match Profiles::shipped().get(id).map(|profile| profile.status) {
        Some(Status::Undated) => words.status_undated,
        Some(Status::ReviewPassed) => words.status_passed,
        _ => "",
    };
    let label = |id: &str, name: &'static str| match status(id) {
        "" => Label::Fixed(name),
        status => Label::live(move || [name, ": ", status].concat()),
    };
    // Landlords' own policies are no standard to work by, least of all when they are past their date: they stand last.
    let passed = |id: &str| Profiles::shipped().get(id).is_some_and(|profile| profile.status == Status::ReviewPassed);
    let choices = |examples: bool| {
        let some = asked.options.iter().filter(|(id, _)| passed(id) == examples);
        choice_list(case, Input::Profile, some.map(|(id, name)| (*id, label(id, name))).listed(), false, "choices")
    };
    let examples = html::div()
        .attr("role", "group")
        .attr("aria-labelledby", "policy-examples")
        .attr("aria-describedby", "policy-examples-more")
        .child(html::h3().child(words.policy_examples).attr("id", "policy-examples"))
        .child(p("hint", words.policy_examples_more).attr("id", "policy-examples-more"))
        .child(choices(true));
    html::fieldset()
        .class("question")
        .attr("data-question", "profile")
        .attr("aria-describedby", "profile-why profile-hint")
        .child(html::legend().child(asked.ask))
        .child(p("why", asked.why).attr("id", "profile-why"))
        .child(p("hint", asked.hint).child(" ").child(words.policy_none).attr("id", "profile-hint"))
        .child(choices(false))
        .child(examples)
        .when(move || case.answered(Input::Profile), move || clear_answer(language, case, Input::Profile))
}

/// What the engine says against the settings in use.
fn cautions(language: Language, case: CaseState) -> impl Fn() -> Vec<El> {
    let raised = memo(move || {
        case.assessment.with(|assessment| {
            let ours = assessment.cautions.iter().filter(|caution| CAUTIONS.contains(&caution.id));
            ours.map(|caution| (caution.id, caution.rules.iter().map(|rule| rule.to_string()).listed())).listed()
        })
    });
    move || raised.get().into_iter().map(|(id, rules)| caution_card(language, case, id, &rules)).listed()
}
