//! The cards of what to do: in which order they stand, and which questions each of them asks.

use super::matters::matters;
use super::numbers::needs_nation;
use super::tonight_result::{first_in, life_first};
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::words::Words;
use waymark_content::{Open, Stance};
use waymark_engine::assessment::ShownPathway;
use waymark_engine::{Assessment, read_by};

/// How many cards stand open.
const FIRST: usize = 3;
/// What leads a case in which nothing must be done to save a life: the plan for tonight, and the specialist service with
/// the line that is open at any hour.
const LEAD: [PathwayId; 2] = [PathwayId::SafetyPlan, PathwayId::Idva];
/// What serves each wish.
const SERVES: [(Wish, &[PathwayId]); 7] = [
    (Wish::StayHome, &[PathwayId::StayPut, PathwayId::TenancyRights, PathwayId::CourtOrder]),
    (Wish::StayTogether, &[PathwayId::CoupleHousing]),
    (Wish::Leave, &[PathwayId::Homelessness, PathwayId::Refuge, PathwayId::ManagementMove]),
    (Wish::Refuge, &[PathwayId::Refuge, PathwayId::Homelessness]),
    (Wish::PerpetratorOut, &[PathwayId::CourtOrder, PathwayId::ProtectionOrder, PathwayId::ProtectionNotice]),
    (Wish::Police, &[PathwayId::PoliceReport]),
    (Wish::NoContact, &[PathwayId::CourtOrder, PathwayId::StalkingOrder]),
];

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardPlace {
    /// Among the first three, open.
    First,
    /// In a row of its own, which opens.
    Then,
    /// With what waits for the morning, as offices are shut.
    Morning,
}

/// The cards in their order, each with its place.
pub fn cards(case: &Case, assessment: &Assessment) -> Vec<(PathwayId, CardPlace)> {
    let shut = case.context.out_of_hours == Some(Known::Yes);
    let mut steps: Vec<&ShownPathway> = assessment.pathways.iter().listed();
    sort_by_key(&mut steps, |shown| rank(shown, case, assessment));
    let waits = |shown: &&ShownPathway| shut && shown.open == Open::OfficeHours && shown.priority > 0;
    let (morning, now): (Vec<_>, Vec<_>) = steps.into_iter().partition(waits);
    let place = |at: usize| if at < FIRST { CardPlace::First } else { CardPlace::Then };
    let now = now.into_iter().enumerate().map(|(at, shown)| (shown.id, place(at)));
    now.chain(morning.into_iter().map(|shown| (shown.id, CardPlace::Morning))).listed()
}

/// What comes before anything else, life first; then what must be done today to keep somebody alive or from harm, what
/// leads, all else that must be done today, what serves the survivor's wish, and the rest.
fn rank(shown: &ShownPathway, case: &Case, assessment: &Assessment) -> (usize, usize, u8, Stance, usize) {
    let life = life_first(shown.id);
    let today = shown.priority == 1 && shown.stance == Stance::Do;
    let wished = |id: PathwayId| {
        let wanted = SERVES.iter().filter(|(wish, _)| case.context.wishes.has(*wish)).flat_map(|(_, ids)| *ids);
        wanted.copied().position(|known| known == id).filter(|_| shown.stance != Stance::NotNow)
    };
    let (group, within) = if shown.priority == 0 {
        (0, 0)
    } else if today && life < life_first(PathwayId::Homelessness) {
        (1, 0)
    } else if let Some(place) = LEAD.iter().position(|id| *id == shown.id) {
        (2, place)
    } else if today {
        (3, 0)
    } else if let Some(place) = wished(shown.id) {
        (4, place)
    } else {
        (5, 0)
    };
    (group, within, shown.priority, shown.stance, first_in(shown.id, assessment))
}

/// Which card asks which question: those that its rules read, that matter and are open, each on the first card that needs
/// it. What was `asked` before stays where it is, so that an answer can be seen and taken back.
pub fn card_questions(
    case: &Case,
    assessment: &Assessment,
    order: &[(PathwayId, CardPlace)],
    asked: &[(PathwayId, ContextField)],
    words: &Words,
) -> Vec<(PathwayId, ContextField)> {
    let on_page = |id: PathwayId| order.iter().any(|(known, _)| *known == id);
    let mut all: Vec<_> = asked.iter().copied().filter(|(id, _)| on_page(*id)).listed();
    let open = |field: &ContextField| {
        case.context.field(*field).is_absent()
            && matches!(field.kind(), Kind::One(_))
            && matters(*field, case, assessment)
    };
    let open: Vec<ContextField> = ContextField::ALL.iter().copied().filter(open).listed();
    let is_gate =
        |field: ContextField| assessment.unanswered_gate.iter().any(|gate| gate.input() == Input::Context(field));
    for (id, _) in order {
        let nation = needs_nation(*id, words).then_some(ContextField::Nation);
        let mut own: Vec<_> = nation.into_iter().chain(read_by(*id)).filter(|field| open.contains(field)).listed();
        // The nation first, as the number hangs on it; then what must come before acting, and what can change what comes first.
        sort_by_key(&mut own, |field| (Some(*field) != nation, !is_gate(*field), !assessment.ask_next.contains(field)));
        for field in own {
            if !all.iter().any(|(_, known)| *known == field) {
                all.push((*id, field));
            }
        }
    }
    all
}
