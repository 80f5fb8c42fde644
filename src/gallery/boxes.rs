//! Boxes with words: cautions, what to say, a question before a step that cannot be taken back, to whom a Dash goes.

use super::stage::Stage;
use crate::app::Step;
use crate::components::{
    also_ask, area_contacts, area_notice, ask_panel, caution_card, handoff_panel, now_bar, plan_here, rule_line,
    safety_plan, say_box, suicide_numbers,
};
use leptos::prelude::*;
use waymark_content::CautionId;
use waymark_content::profile::ContactId;
use waymark_view::{El, RwSignal, button, html, p};

shelf!("boxes", "Boxes", caution caution_with_policy rules what_to_say ask_before handed_over_and_waits
    handed_over_now suicide_numbers_of_a_nation contacts_of_an_area area_in_use area_overdue area_refused
    also_to_ask to_do_now to_do_at_once plan_in_place plan_open);

/// A caution with its rules.
fn caution(stage: Stage) -> El {
    caution_card(stage.language, stage.case, CautionId::ConfrontNever, &["B-12"])
}

/// The same under a policy, whose own words stand below ours.
fn caution_with_policy(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    caution_card(stage.language, stage.case, CautionId::NoContact, &["H-128", "H-129"])
}

/// The rules something rests on.
fn rules(stage: Stage) -> El {
    rule_line(stage.language, &["S-25", "S-48"])
}

/// What to say at a moment, and what not.
fn what_to_say(stage: Stage) -> El {
    let moment = stage.language.steps().say.first().map_or("", |say| say.id);
    say_box(stage.language, stage.case, move || moment)
}

/// Asked in place before a step that cannot be taken back. Its heading takes focus when it comes.
fn ask_before() -> El {
    let asking = RwSignal::new(false);
    let ask = move || {
        let yes = button("button", "Yes, clear it all").on_press(move || asking.set(false));
        let no = button("button second", "No, keep it").on_press(move || asking.set(false));
        ask_panel(html::h3(), "Clear everything?", p("", "What you typed goes."), yes, no)
    };
    html::div()
        .child(button("link", "Clear everything").on_press(move || asking.set(true)))
        .when(move || asking.get(), ask)
}

/// What else to ask beside the Dash.
fn also_to_ask(stage: Stage) -> El {
    html::div().child(also_ask(stage.language, &["young", "stalking"]))
}

/// Where the policy lets somebody else complete the Dash, it says to whom it goes.
fn handed_over_and_waits(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    stage.answer("context.worker_role", "contractor");
    handoff_panel(stage.language, stage.case)
}

/// With a sign of danger it waits for nobody.
fn handed_over_now(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    stage.answer("context.worker_role", "contractor");
    stage.answer("context.danger_now", "yes");
    handoff_panel(stage.language, stage.case)
}

/// Whom to ring about suicide, in the nation of the home.
fn suicide_numbers_of_a_nation(stage: Stage) -> El {
    stage.answer("context.nation", "northern-ireland");
    suicide_numbers(stage.language, stage.case)
}

/// The services of an area, marked as its own.
fn contacts_of_an_area(stage: Stage) -> El {
    stage.settings(r#""contacts":{"idva":{"name":"The IDVA service","number":"01632 960001","hours":"9 to 5"}}"#);
    area_contacts(stage.language, stage.case, || &[ContactId::Idva])
}

/// The settings in use, in one line.
fn area_in_use(stage: Stage) -> El {
    stage.settings(r#""owner":"Oakshire","review_by":"2099-03-31""#);
    area_notice(stage.language, stage.area, stage.view)
}

/// Settings that should have been looked at again.
fn area_overdue(stage: Stage) -> El {
    stage.settings(r#""owner":"Oakshire","review_by":"2020-03-31""#);
    area_notice(stage.language, stage.area, stage.view)
}

/// Settings that were not used, and why.
fn area_refused(stage: Stage) -> El {
    stage.settings(r#""case":{"dash_threshold":99}"#);
    area_notice(stage.language, stage.area, stage.view)
}

/// What to do now, on every screen of a case.
fn to_do_now(stage: Stage) -> El {
    stage.view.step.set(Step::Case);
    html::div().child(now_bar(stage.language, stage.case, stage.view, stage.stops))
}

/// The same when something comes before anything else.
fn to_do_at_once(stage: Stage) -> El {
    stage.answer("context.injury", "emergency");
    to_do_now(stage)
}

/// The safety plan behind a button.
fn plan_in_place(stage: Stage) -> El {
    plan_here(stage.language, stage.case)
}

/// The plan itself.
fn plan_open(stage: Stage) -> El {
    html::div().children(safety_plan(stage.language, stage.case))
}
