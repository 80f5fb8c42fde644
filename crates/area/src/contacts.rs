//! Which local services serve a step, a caution or a hand-over of the Dash, so that their numbers stand where they are needed.

use super::ContactId;
use waymark_case::Context;
use waymark_case::vocabulary::{Known, PathwayId};
use waymark_content::CautionId;
use waymark_engine::assessment::Handoff;

/// The local services that serve a pathway in a situation, the first to ring first.
pub fn area_contacts_for(pathway: PathwayId, context: &Context) -> &'static [ContactId] {
    use ContactId as C;
    use PathwayId as P;
    match pathway {
        // A police report is for the firearms unit too where there is a gun.
        P::PoliceReport if context.firearm_access == Some(Known::Yes) => &[C::Firearms],
        P::MedicalCheck | P::SexualViolence => &[C::Sarc],
        P::MaracReferral => &[C::Marac],
        P::Idva => &[C::Idva, C::IdvaOutOfHours],
        P::ChildProtection | P::Under18 => &[C::EdtChildren],
        P::AdultSafeguarding => &[C::EdtAdults],
        P::Homelessness => &[C::Council],
        P::Refuge => &[C::Refuge],
        _ => &[],
    }
}

/// The local services that a caution asks for.
pub fn area_contacts_in(caution: CautionId) -> &'static [ContactId] {
    match caution {
        CautionId::InterpreterFirst => &[ContactId::Interpreter],
        _ => &[],
    }
}

/// The local services to ring when the Dash is for someone else to complete: those that wait for nobody too, where it may
/// not wait.
pub fn area_contacts_to(handoff: &Handoff) -> &'static [ContactId] {
    match handoff.waits {
        true => &[ContactId::OnCall],
        false => &[ContactId::OnCall, ContactId::EdtChildren, ContactId::EdtAdults],
    }
}
