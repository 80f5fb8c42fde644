//! `assess`: one case in, one assessment out. A pure function: no clock, no randomness, no input or output, no web.
//!
//! Lives here: what follows from the answers, and why. Not here: which question to ask (`flow`), how anything reads
//! (`content::words`), how it looks (`pages`). Nothing in here may panic on any case.

pub mod assessment;
pub mod catalogue;
mod dash;
mod evaluate;
mod identify;
mod pathways;
mod settings;

pub use assessment::Assessment;
pub use settings::LocalValues;

use crate::case::vocabulary::*;
use crate::case::{Case, CaseError};
use crate::content::{CONTENT_VERSION, Profiles};
use assessment::{AssessmentFormat, InScope, Stop};
use evaluate::Facts;

/// Assesses a case under the profiles that ship.
pub fn assess(case: &Case) -> Assessment {
    assess_with(case, &Profiles::shipped())
}

/// Assesses a case under the profiles that are loaded. A profile that is not loaded reads as the sector default;
/// [`check_profile`] tells beforehand.
pub fn assess_with(case: &Case, profiles: &Profiles) -> Assessment {
    let profile = profiles.get_or_default(case.profile.as_deref());
    let local = LocalValues::of(case, profile);
    let identify = identify::identify(case);
    let dash = dash::assess(case, profile, &local);
    let plan = pathways::plan(&Facts { case, profile, local, identify: &identify, dash: &dash });
    Assessment {
        format: AssessmentFormat::V1,
        profile: profile.id.clone().into_owned(),
        engine: env!("CARGO_PKG_VERSION"),
        content: CONTENT_VERSION,
        stop: stop(case),
        in_scope: in_scope(case),
        identify,
        dash,
        pathways: plan.pathways,
        withheld: plan.withheld,
        cautions: plan.cautions,
        handoff: plan.handoff,
        unanswered_gate: plan.gates,
    }
}

/// Checks that the case's profile is loaded.
///
/// # Errors
/// [`CaseError::Field`] that lists the profiles which are.
pub fn check_profile(case: &Case, profiles: &Profiles) -> Result<(), CaseError> {
    match &case.profile {
        Some(id) if profiles.get(id).is_none() => Err(CaseError::Field {
            path: "profile".to_owned(),
            problem: format!("\"{id}\" is not loaded; loaded: {}", profiles.ids().collect::<Vec<_>>().join(", ")),
        }),
        _ => Ok(()),
    }
}

/// The first stop that holds. A stop is lifted by what was done about it, never by changing the answer.
fn stop(case: &Case) -> Option<Stop> {
    let context = &case.context;
    if context.danger_now == Some(Known::Yes) && !case.is_done(PathwayId::Pw01) {
        Some(Stop::DangerNow)
    } else if context.suicidal_now == Some(Known::Yes) && !case.is_done(PathwayId::Pw37) {
        Some(Stop::SuicidalNow)
    } else if context.private_now == Some(Private::No) {
        Some(Stop::NotPrivate)
    } else if case.dash.with == Some(DashWith::Perpetrator) {
        Some(Stop::PerpetratorAsked)
    } else {
        None
    }
}

/// Whether the nation's own definition covers these two people.
fn in_scope(case: &Case) -> InScope {
    use Relationship as R;
    let context = &case.context;
    let relationship = context.relationship;
    let related = matches!(relationship, Some(R::Partner | R::ExPartner | R::Family | R::AdultChild | R::CarerFamily));
    match context.nation {
        None => InScope::Unknown,
        Some(Nation::England | Nation::Wales) => {
            let under_16 = context.survivor_age == Some(SurvivorAge::Under16)
                || context.perpetrator_age == Some(PerpetratorAge::Under16);
            let known_ages = !matches!(context.survivor_age, None | Some(SurvivorAge::Unknown))
                && !matches!(context.perpetrator_age, None | Some(PerpetratorAge::Unknown));
            if under_16 || matches!(relationship, Some(R::CarerPaid | R::NotConnected)) {
                InScope::No
            } else if related && known_ages {
                InScope::Yes
            } else {
                InScope::Unknown
            }
        }
        Some(Nation::Scotland) => match relationship {
            Some(R::Partner | R::ExPartner) => InScope::Yes,
            Some(R::Family | R::AdultChild | R::CarerFamily | R::CarerPaid | R::NotConnected) => InScope::No,
            _ => InScope::Unknown,
        },
        Some(Nation::NorthernIreland) => match relationship {
            _ if related => InScope::Yes,
            Some(R::CarerPaid | R::NotConnected) => InScope::No,
            _ => InScope::Unknown,
        },
    }
}
