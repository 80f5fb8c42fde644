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

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_case::vocabulary::Vocabulary;
    use waymark_engine::assessment::IfUnavailable;

    #[test]
    fn each_local_service_is_named_where_it_is_needed() {
        let armed = Context { firearm_access: Some(Known::Yes), ..Context::default() };
        let handoff = |waits| Handoff {
            to: Vec::new(),
            rules: Vec::new(),
            if_unavailable: IfUnavailable::ALL[0],
            waits,
            read_across: false,
            because: Vec::new(),
        };
        let steps = PathwayId::ALL
            .iter()
            .flat_map(|id| [&Context::default(), &armed].map(|context| area_contacts_for(*id, context)).concat());
        let cautions = CautionId::ALL.iter().flat_map(|id| area_contacts_in(*id)).copied();
        let handoffs = [true, false].into_iter().flat_map(|waits| area_contacts_to(&handoff(waits))).copied();
        let named: Vec<ContactId> = steps.chain(cautions).chain(handoffs).collect();
        let unnamed: Vec<_> = ContactId::ALL.iter().filter(|id| !named.contains(id)).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }
}
