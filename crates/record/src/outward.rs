//! What may leave the worker's own log, and what may not.
//!
//! Lives here: the closed lists that every output but the decision log keeps to (practice: must not hold). Not here:
//! how an output is laid out.

use super::phrases::Reading;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Choice, ContextField};
use waymark_content::{CautionId, WhyWithheld};
use waymark_engine::assessment::Withheld;

/// Facts that stay out unless the survivor agrees and it is needed, and the one about a colleague, which only the
/// safeguarding lead hears.
const PRIVATE_FACTS: [ContextField; 4] =
    [ContextField::Immigration, ContextField::Lgbt, ContextField::Minoritised, ContextField::StaffInvolved];
/// Pathways whose very name would tell one of those facts.
const PRIVATE_PATHWAYS: [PathwayId; 3] = [PathwayId::Immigration, PathwayId::ByAndFor, PathwayId::Colleague];
/// Pathways that show what was concluded about the other person; a shift does not need them.
const ABOUT_THE_OTHER: [PathwayId; 2] = [PathwayId::PerpetratorHousing, PathwayId::IntensiveWork];
/// Cautions that anyone who acts on a summary should see. The others are about the sheet, the policy, the reader or who
/// is doing what to whom, and stay with the worker.
const SHARED_CAUTIONS: [CautionId; 16] = [
    CautionId::ConfrontNever,
    CautionId::RepeatAtChange,
    CautionId::OldDash,
    CautionId::DeviceCheck,
    CautionId::AskCoercion,
    CautionId::NoNotice,
    CautionId::NoFamilyContact,
    CautionId::InterpreterFirst,
    CautionId::FindSurvivorWorker,
    CautionId::AskHimNothing,
    CautionId::BeforeEnforcement,
    CautionId::VisitRisk,
    CautionId::ReviewDisengaged,
    CautionId::Separation,
    CautionId::CareCover,
    CautionId::WhoElse,
];
/// Cautions that a shift needs in full.
const SHIFT_CAUTIONS: [CautionId; 11] = [
    CautionId::NoContact,
    CautionId::DeviceCheck,
    CautionId::NoNotice,
    CautionId::NoFamilyContact,
    CautionId::InterpreterFirst,
    CautionId::AskHimNothing,
    CautionId::BeforeEnforcement,
    CautionId::VisitRisk,
    CautionId::ThirdPartyReport,
    CautionId::CareCover,
    CautionId::SeparateWorkers,
];

/// True when this fact may stand on an output.
pub fn fact(field: ContextField) -> bool {
    !PRIVATE_FACTS.contains(&field)
}

/// True when this pathway may be named on an output.
pub fn pathway(id: PathwayId) -> bool {
    !PRIVATE_PATHWAYS.contains(&id)
}

/// True when this pathway may be named to a shift.
pub fn pathway_for_shift(id: PathwayId) -> bool {
    pathway(id) && !ABOUT_THE_OTHER.contains(&id)
}

/// True when what was held back, and why, tells nothing of who is doing what to whom.
pub fn withheld(withheld: &Withheld) -> bool {
    pathway(withheld.id)
        && !matches!(withheld.why, WhyWithheld::NotSettled | WhyWithheld::NotStarted | WhyWithheld::Floor)
}

/// True when a decision may stand on an output: one to act where a rule holds the pathway back stays in the log.
pub fn choice(choice: &Choice, reading: &Reading<'_>) -> bool {
    let held_back = reading.assessment.withheld.iter().any(|held| held.id == choice.pathway);
    let happened = matches!(choice.decision, Some(Decision::Done | Decision::Declined));
    pathway(choice.pathway) && (happened || !held_back)
}

/// The cautions for an output, in the order of the catalogue.
pub fn cautions(reading: &Reading<'_>) -> Vec<CautionId> {
    raised(reading, &SHARED_CAUTIONS)
}

/// The cautions for a shift.
pub fn cautions_for_shift(reading: &Reading<'_>) -> Vec<CautionId> {
    raised(reading, &SHIFT_CAUTIONS)
}

fn raised(reading: &Reading<'_>, among: &[CautionId]) -> Vec<CautionId> {
    reading.assessment.cautions.iter().map(|caution| caution.id).filter(|id| among.contains(id)).listed()
}
