//! `assess`: one case in, one assessment out. A pure function: no clock, no randomness, no input or output, no web.
//!
//! Lives here: what follows from the answers, and why. Not here: which question to ask (`flow`), how anything reads
//! (`content::words`), how it looks (`pages`). Nothing in here may panic on any case.

mod ask_next;
pub mod assessment;
mod beside;
pub mod catalogue;
mod dash;
mod domains;
mod evaluate;
mod heard_alone;
mod identify;
mod pathways;
mod recipes;
mod settings;
mod stops;
mod swing;
mod tried;

pub use ask_next::read_by;
pub use assessment::Assessment;
pub use beside::beside;
pub use heard_alone::{HeardAlone, heard_alone};
pub use pathways::{NEED_CONSENT, WAIT_FOR_WISH};
pub use recipes::LIFE;
pub use settings::LocalValues;
pub use stops::stops;

use assessment::{AssessmentFormat, InScope, Referrers};
use evaluate::Facts;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, CaseError};
use waymark_content::{CONTENT_VERSION, Profiles};

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
    let context = &case.context;
    let dash = dash::assess(&case.dash, context, profile, &local);
    let facts = Facts::of(case, profile, local, &identify, &dash);
    let plan = pathways::plan(&facts);
    let ask_next = ask_next::ask_next(&facts, &plan.gates, &plan.rows);
    Assessment {
        format: AssessmentFormat::V1,
        profile: profile.id.clone().into_owned(),
        engine: env!("CARGO_PKG_VERSION"),
        content: CONTENT_VERSION,
        stop: stops::stop(case, context),
        in_scope: in_scope(case),
        recipes: recipes::recipes(&facts),
        identify,
        dash,
        pathways: plan.pathways,
        withheld: plan.withheld,
        cautions: plan.cautions,
        handoff: plan.handoff,
        referrers: Referrers {
            roles: profile.referrers.to_vec(),
            rules: profile.referrer_rules.to_vec(),
            read_across: profile.reads_across("referrers"),
        },
        police_always: profile.police_always,
        services: profile.services.to_vec(),
        unanswered_gate: plan.gates,
        ask_next,
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
            problem: format!("\"{id}\" is not loaded; loaded: {}", profiles.ids().listed().join(", ")),
        }),
        _ => Ok(()),
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
            if under_16 || relationship == Some(R::NotConnected) {
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
            Some(R::NotConnected) => InScope::No,
            _ => InScope::Unknown,
        },
    }
}
