//! What stands in every case: gates, cautions, the line of one's own service.

use super::draft::Draft;
use crate::assessment::*;
use crate::evaluate::{Facts, Trail};
use waymark_case::vocabulary::*;
use waymark_content::terms::OTHER_PERSON;
use waymark_content::*;

/// The policy's own count is reached though the area's line is higher: both are named.
pub(super) fn own_line(facts: &Facts<'_>, draft: &mut Draft) {
    let (Some(own), Some(yes)) = (facts.dash.policy_line, facts.dash.yes) else { return };
    if own < facts.local.threshold && u16::from(yes) >= own {
        let mut trail = Trail::default();
        trail.note("dash.yes", yes.to_string());
        trail.note("profile", facts.profile.id.clone().into_owned());
        draft.show(PathwayId::MaracReferral, 2, Stance::Consider, None, &trail);
        draft.caution_resting_on(CautionId::ProfileLine, &trail, std::slice::from_ref(&facts.profile.count_rule));
    }
}

/// The gate questions that stand in every case until they are answered.
pub(super) fn standing_gates(facts: &Facts<'_>, draft: &mut Draft) {
    let context = facts.context;
    let started_unsaid = facts.case.identify.answers.is_some()
        && matches!(facts.case.identify.survivor_is, None | Some(SurvivorIs::NotSaid));
    let gates = [
        (Gate::DangerNow, context.danger_now.is_none()),
        (Gate::PrivateNow, matches!(context.private_now, None | Some(Private::Unknown))),
        (Gate::ToldBy, context.told_by.is_none()),
        (
            Gate::LimitsExplained,
            context.told_by == Some(ToldBy::Survivor) && context.limits_explained != Some(Known::Yes),
        ),
        (Gate::SafeContact, matches!(context.safe_contact, None | Some(SafeContact::NotAsked))),
        (Gate::Recency, context.recency.is_none() && crate::dash::answered(facts.case)),
        (Gate::SurvivorIs, started_unsaid),
        (Gate::SurvivorKnown, context.sees == Some(Sees::Perpetrator) && context.survivor_known.is_none()),
        (Gate::WorkerRole, context.worker_role.is_none() && !facts.profile.completers.is_empty()),
    ];
    draft.gates.extend(gates.into_iter().filter_map(|(gate, open)| open.then_some(gate)));
}

/// The cautions that hang on the sheet, the reader, the policy or the other person rather than on a row.
pub(super) fn standing_cautions(facts: &Facts<'_>, draft: &mut Draft) {
    let (case, context) = (facts.case, facts.context);
    let noted = |fact: &'static str, value: &'static str| {
        let mut trail = Trail::default();
        trail.note(fact, value);
        trail
    };
    if let Some(trail) = other_person_known(facts) {
        draft.caution(CautionId::ConfrontNever, &trail);
    }
    let near_them = matches!(context.sees, Some(Sees::Perpetrator | Sees::Both));
    if facts.profile.contact == ContactMode::None && (near_them || context.visit_planned == Some(Known::Yes)) {
        let trail = if near_them {
            noted("context.sees", context.sees.map_or("", Sees::text))
        } else {
            noted("context.visit_planned", "yes")
        };
        draft.caution(CautionId::NoContact, &trail);
    }
    if crate::dash::earlier_is_old(context, &facts.local) {
        let mut trail = Trail::default();
        let months = context.existing_dash_months.map_or(0, |months| months.get());
        trail.note("context.existing_dash_months", months.to_string());
        draft.caution(CautionId::OldDash, &trail);
    }
    if facts.identify.outcome == Some(Outcome::NoControlFound) && !case.identify.second_reader {
        draft.caution(CautionId::OneReader, &noted("identify.outcome", Outcome::NoControlFound.text()));
    }
    if case.dash.heard == Some(Heard::Unknown) {
        draft.caution(CautionId::AskHeard, &noted("dash.heard", Heard::Unknown.text()));
    }
    if let Some(nation) = context.nation
        && !facts.profile.nations.is_empty()
        && !facts.profile.nations.contains(&nation)
    {
        let rules = std::slice::from_ref(&facts.profile.nation_rule);
        draft.caution_resting_on(CautionId::ProfileOtherNation, &noted("context.nation", nation.text()), rules);
    }
    if facts.profile.status == Status::ReviewPassed {
        let trail = Trail::default();
        draft.caution_resting_on(CautionId::ReviewPassed, &trail, std::slice::from_ref(&facts.profile.review_rule));
    }
}

/// What the case says about the other person, if anything: then nobody is to confront them.
pub(super) fn other_person_known(facts: &Facts<'_>) -> Option<Trail> {
    let mut trail = Trail::default();
    let known = facts.hold(&OTHER_PERSON, &mut trail);
    (known || facts.dash.yes.is_some_and(|yes| yes > 0) || !facts.dash.markers.is_empty()).then_some(trail)
}
