//! What both layouts of the Dash show beside its items: cautions, a short talk, who completes it, an earlier Dash.

use crate::app::{CaseState, Language, Layout, View};
use crate::components::{also_ask, ask_panel, caution_card, handoff_panel};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Heard;
use waymark_case::{ContextField, Input};
use waymark_content::CautionId;
use waymark_engine::assessment::{Prompt, Repeat};
use waymark_engine::beside;
use waymark_flow::short_talk;
use waymark_view::{El, Fragment, RwSignal, button, html, memo, p};

/// Cautions to read before the first question.
pub const BEFORE: [CautionId; 5] = [
    CautionId::InterpreterFirst,
    CautionId::AskHimNothing,
    CautionId::KeepDashesApart,
    CautionId::Reversed,
    CautionId::Historic,
];
/// Cautions about what was answered.
pub const AFTER: [CautionId; 8] = [
    CautionId::CouldReach,
    CautionId::AskHeard,
    CautionId::OldDash,
    CautionId::ProfileLine,
    CautionId::Separation,
    CautionId::DeviceCheck,
    CautionId::WhoElse,
    CautionId::RepeatAtChange,
];

/// Puts the gravest of what is open first, or goes back to the order of the form; `then` runs after it.
pub fn ten_minutes(language: Language, case: CaseState, view: View, then: impl Fn() + 'static) -> El {
    let first = view.places.first_items;
    let turn = move || {
        // On one page all that is open moves up, and nobody has to go through the rest.
        let guided = view.layout.get_untracked() == Layout::Guided;
        let open = || {
            case.assessment.with_untracked(|found| if guided { short_talk(found) } else { found.dash.revisit.clone() })
        };
        first.update(|first| *first = if first.is_empty() { open() } else { Vec::new() });
        then();
    };
    button("button second small", language.steps().pages.dash.ten)
        .attr("data-action", "ten-minutes")
        .attr("aria-pressed", move || Some(if first.with(Vec::is_empty) { "false" } else { "true" }))
        .on_press(turn)
}

/// What a short talk is, while the gravest items come first.
pub fn ten_words(language: Language, view: View) -> &'static str {
    if view.places.first_items.with(Vec::is_empty) { "" } else { language.steps().pages.dash.ten_words }
}

/// To whom this worker hands the Dash over. Where the policy names who completes it, the role is asked here too.
pub fn hand_over(language: Language, case: CaseState, view: View) -> Fragment {
    let role = Input::Context(ContextField::WorkerRole);
    let missing = move || !case.answered(role) && case.assessment.with(|assessment| assessment.handoff.is_some());
    Fragment::new().child(handoff_panel(language, case)).when(missing, move || {
        let ask = button("link", language.question(role).ask);
        html::p().child(ask.on_press(move || view.open_at(role)))
    })
}

/// True for a danger sign that weighs more than any count. Follows the case.
pub fn is_grave(case: CaseState) -> bool {
    case.assessment.with(|assessment| assessment.dash.prompt == Prompt::PromptPlus)
}

/// That an earlier Dash still stands.
pub fn asked_again(language: Language, case: CaseState) -> Fragment {
    let words = &language.steps().pages.dash;
    let repeat = move |repeat: Repeat| case.assessment.with(|assessment| assessment.dash.repeat == repeat);
    Fragment::new()
        .when(move || repeat(Repeat::Reuse), move || p("notice", words.reuse))
        .when(move || repeat(Repeat::NotNeeded), move || p("notice", words.not_needed))
}

/// True where a "no" may not have been free. Follows the case.
pub fn is_doubtful(case: CaseState) -> bool {
    case.answers.with(|case| matches!(case.dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter)))
}

/// True when one of these cautions holds. Follows the case.
pub fn warns(case: CaseState, these: &[CautionId]) -> bool {
    case.assessment.with(|assessment| these.iter().any(|id| assessment.warns(*id)))
}

/// The cautions among these that hold.
pub fn cautions(language: Language, case: CaseState, these: &'static [CautionId]) -> El {
    let raised = memo(move || {
        case.assessment.with(|assessment| {
            assessment.cautions.iter().filter(|caution| these.contains(&caution.id)).cloned().listed()
        })
    });
    html::div().class("cautions").live(move || {
        raised.get().iter().map(|caution| caution_card(language, case, caution.id, &caution.rules)).listed()
    })
}

/// What else to ask about, where the case makes it matter. Follows the case.
pub fn other_lists(language: Language, case: CaseState) -> El {
    let matter = memo(move || case.read(beside));
    html::div().live(move || also_ask(language, &matter.get()).into_iter().listed())
}

/// Two people are never kept in one case: a way to start afresh for the other one, asked once.
pub fn separate_case(language: Language, case: CaseState, clear: impl Fn() + Copy + 'static) -> Fragment {
    let words = &language.steps().pages.dash;
    let offered = move || {
        case.assessment
            .with(|assessment| assessment.warns(CautionId::KeepDashesApart) || assessment.warns(CautionId::Reversed))
    };
    let asking = RwSignal::new(false);
    let offer = move || {
        button("button second small", words.separate)
            .attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" }))
            .on_press(move || asking.update(|asking| *asking = !*asking))
    };
    let ask = move || {
        let yes = button("button", words.separate_yes).on_press(clear);
        let no = button("button second", words.separate_no).on_press(move || asking.set(false));
        ask_panel(html::h3(), words.separate_title, p("", words.separate_words), yes, no)
    };
    Fragment::new().when(offered, offer).when(move || asking.get() && offered(), ask)
}
