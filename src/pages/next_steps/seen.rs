//! What a card shows of a step, as it is now, and the words that several parts of a card share.

use crate::app::{CaseState, Language, View};
use crate::components::chosen_policy;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::capital;
use waymark_content::{CautionId, Stance};
use waymark_engine::assessment::{Mode, ShownPathway};
use waymark_view::{El, button, html, unmarked};

/// What a card shows that can change while its step stays.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    /// The step as the engine shows it.
    pub shown: ShownPathway,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// Who acts, in words.
    pub who: String,
    /// Lines that an answer or the policy adds.
    pub notes: Vec<&'static str>,
    /// The chosen policy, when it has a document.
    pub policy: Option<&'static str>,
    /// Where the home is.
    pub nation: Option<Nation>,
}

impl Seen {
    /// The step now; `None` when it is no longer shown, just before its card is removed.
    pub fn now(language: Language, case: CaseState, id: PathwayId) -> Option<Self> {
        let language = case.words(language);
        let shown = case.assessment.with(|assessment| assessment.pathway(id).cloned())?;
        let (reasons, nation) =
            case.answers.with(|case| (waymark_record::reasons(&shown.because, case, language), case.context.nation));
        let who = case.read(|case, it| waymark_record::who_acts(&shown, case, it, language));
        Some(Self {
            reasons,
            who: capital(&who),
            notes: notes(language, case, &shown),
            policy: chosen_policy(language, case).map(|policy| policy.profile),
            nation,
            shown,
        })
    }
}

/// The name of a pathway in the mode it is shown in. Follows the assessment.
pub fn title(language: Language, case: CaseState, id: PathwayId) -> &'static str {
    let mode = case.assessment.with(|assessment| assessment.pathway(id).and_then(|shown| shown.mode));
    let words = case.words(language).pathway(id);
    if mode == Some(Mode::PractitionerLine) { words.line_title } else { words.title }
}

/// Reasons as lines that start with "because".
pub fn because(language: Language, reasons: &[String]) -> El {
    let row = |reason: &String| {
        html::li().child(language.steps().pages.next_steps.because).child(" ").child(reason.clone()).child(".")
    };
    unmarked(html::ul(), "because").children(reasons.iter().map(row))
}

/// Lines that an answer or the policy adds to a step.
fn notes(language: Language, case: CaseState, shown: &ShownPathway) -> Vec<&'static str> {
    let page = &language.steps().pages.next_steps;
    let stance = match shown.stance {
        Stance::Offer => Some(page.offer),
        Stance::Consider => Some(page.consider),
        Stance::Do | Stance::NotNow => None,
    };
    let holds = |field: ContextField, value: &str| case.holds(Input::Context(field), value);
    let staff = || case.assessment.with(|assessment| assessment.warns(CautionId::RestrictFile));
    let police_always = || case.assessment.with(|assessment| assessment.police_always);
    let in_area = || case.answers.with(|case| case.settings.dapo_area == Some(DapoArea::Yes));
    let notes: &[(bool, &'static str)] = match shown.id {
        PathwayId::PoliceReport => &[
            (holds(ContextField::Wishes, Wish::NoPolice.text()), page.no_police),
            (police_always(), page.police_always),
        ],
        PathwayId::MaracReferral => &[(staff(), page.staff_first)],
        PathwayId::ProtectionOrder => &[(true, if in_area() { page.dapo_yes } else { page.dapo_unknown })],
        PathwayId::ManagementMove => &[(holds(ContextField::Arrears, Known::Yes.text()), page.arrears)],
        _ => &[],
    };
    stance.into_iter().chain(notes.iter().filter_map(|(holds, note)| holds.then_some(*note))).listed()
}

/// A link to a question of the situation.
pub fn to_question(view: View, words: &'static str, field: ContextField) -> El {
    button("link", words).on_press(move || view.open_at(Input::Context(field)))
}
