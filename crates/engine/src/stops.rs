//! The stops: what has to be done before anything else, and while it holds.

use crate::assessment::Stop;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Context};

/// All the stops that hold, the first first: an assessment reports that one, and the next stands behind it.
pub fn stops(case: &Case) -> Vec<Stop> {
    Stop::ALL.iter().copied().filter(|stop| holds(*stop, case, &case.context)).listed()
}

/// The first stop that holds in a situation.
pub(crate) fn stop(case: &Case, context: &Context) -> Option<Stop> {
    Stop::ALL.iter().copied().find(|stop| holds(*stop, case, context))
}

/// True while a stop holds. It is lifted by what was done about it, never by changing the answer.
fn holds(stop: Stop, case: &Case, context: &Context) -> bool {
    let yes = |answer: Option<Known>| answer == Some(Known::Yes);
    let done = |id: PathwayId| case.is_done(id);
    match stop {
        Stop::DangerNow => yes(context.danger_now) && !done(PathwayId::EmergencyCall),
        Stop::EmergencySigns => {
            let signs = yes(context.red_flags) || context.injury == Some(Injury::Emergency);
            signs && !done(PathwayId::EmergencyCall) && !done(PathwayId::MedicalCheck)
        }
        Stop::SuicidalNow => yes(context.suicidal_now) && !done(PathwayId::SuicideAndCrisis),
        Stop::ChildNow => {
            let harmed = matches!(context.child_harm, Some(ChildHarm::Threatened | ChildHarm::Hurt));
            harmed && yes(context.child_with_perpetrator_tonight) && !done(PathwayId::ChildProtection)
        }
        Stop::NotPrivate => context.private_now == Some(Private::No),
        Stop::PerpetratorAsked => case.dash.with == Some(DashWith::Perpetrator),
    }
}
