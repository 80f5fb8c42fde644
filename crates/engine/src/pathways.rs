//! Which pathways follow, what is held back, what to take care of, and what must be asked first: the rows of the
//! trigger table applied to one case, then the clashes between them.

mod draft;
mod standing;

use super::assessment::*;
use super::evaluate::{Facts, Trail};
use draft::{Building, Draft, add};
use standing::*;
use std::borrow::Cow;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_content::condition::{Clear, Condition};
use waymark_content::profile::Within;
use waymark_content::terms::{CHILD_NOW, DISPUTED, HONOUR_OR_FORCE, SIGN, YOUNG_PERPETRATOR};
use waymark_content::{
    CAUTION_RULES, CautionId, ConsentRule, ContactMode, Due, Gate, INSTEAD, ROWS, Row, Stance, WhyWithheld, pathway,
};

/// Pathways that act on the tenancy, a move or the other person: they wait for the survivor's wish (T39).
pub const WAIT_FOR_WISH: [PathwayId; 8] = [
    PathwayId::CourtOrder,
    PathwayId::TenancyRights,
    PathwayId::JointTenancy,
    PathwayId::ManagementMove,
    PathwayId::StayPut,
    PathwayId::PerpetratorHousing,
    PathwayId::CoupleHousing,
    PathwayId::IntensiveWork,
];
/// Support referrals that a refusal holds back; nothing else is (S-50, D-60).
pub const NEED_CONSENT: [PathwayId; 6] = [
    PathwayId::Idva,
    PathwayId::SexualViolence,
    PathwayId::Refuge,
    PathwayId::MoneyAndDebt,
    PathwayId::Pets,
    PathwayId::OlderPeople,
];
/// Where support has been refused, the withheld card says what is still to be done.
const PLAN: PathwayId = PathwayId::SafetyPlan;

/// What the rows came to.
pub struct Plan {
    /// The pathways shown, sorted.
    pub pathways: Vec<ShownPathway>,
    /// What was held back.
    pub withheld: Vec<Withheld>,
    /// The cautions, in catalogue order.
    pub cautions: Vec<Caution>,
    /// The hand-off.
    pub handoff: Option<Handoff>,
    /// The questions that must come first.
    pub gates: Vec<Gate>,
    /// Which rows of the table hold, in its order.
    pub rows: Vec<bool>,
}

/// Where police notices are held back because it is in dispute who harms whom: a question to the police about the past
/// tells more than a record that may point the wrong way.
const INSTEAD_OF_A_NOTICE: PathwayId = PathwayId::ClaresLaw;
const NOTICES: [PathwayId; 2] = [PathwayId::ProtectionNotice, PathwayId::ProtectionOrder];

/// A pathway's place in the order of the catalogue, and everything that follows from the rows.
pub fn plan(facts: &Facts<'_>) -> Plan {
    let mut draft = Draft::default();
    let mut rows = Vec::with_capacity(ROWS.len());
    for row in ROWS {
        rows.push(apply(row, facts, &mut draft));
    }
    other_person(facts, &mut draft);
    young_person(facts, &mut draft);
    own_line(facts, &mut draft);
    standing_gates(facts, &mut draft);
    standing_cautions(facts, &mut draft);
    let handoff = handoff(facts);
    let wish_unasked = draft.gates.contains(&Gate::WishAsked);
    consent_clashes(facts, &mut draft, wish_unasked);
    floor_overrides(facts, &mut draft, handoff.as_ref());
    finish(facts, draft, handoff, rows)
}

/// Applies one row of the table; true when it holds. Most do not, and note nothing.
fn apply(row: &Row, facts: &Facts<'_>, draft: &mut Draft) -> bool {
    if !facts.holds(&row.when) {
        return false;
    }
    let mut trail = Trail::default();
    facts.hold(&row.when, &mut trail);
    if trail.facts.is_empty() {
        note_always(row, facts, &mut trail);
    }
    let mark = trail.facts.len();
    let mut with = |only_if: &Condition, put: &mut dyn FnMut(&Trail)| {
        if facts.hold(only_if, &mut trail) {
            put(&trail);
        }
        trail.facts.truncate(mark);
    };
    for show in row.show {
        with(&show.only_if, &mut |trail| draft.show(show.pathway, show.priority, show.stance, Some(row), trail));
    }
    for withhold in row.withhold {
        with(&withhold.only_if, &mut |trail| draft.withhold(withhold.pathway, withhold.why, trail));
    }
    for (caution, only_if) in row.cautions {
        with(only_if, &mut |trail| draft.caution(*caution, trail));
    }
    for (gate, only_if) in row.gates {
        if facts.holds(only_if) {
            draft.gates.push(*gate);
        }
    }
    true
}

/// A row that holds on something absent still says what it rests on.
fn note_always(row: &Row, facts: &Facts<'_>, trail: &mut Trail) {
    if matches!(row.when, Condition::Always) {
        trail.note("format", facts.case.format.text());
    } else if facts.dash.routes.is_empty() && row.show.iter().any(|show| show.pathway == PathwayId::Idva) {
        trail.note("dash.routes", "");
    }
}

/// Pathways that reach the other person: shown only when everything is settled, withheld when asked for and it is not.
fn other_person(facts: &Facts<'_>, draft: &mut Draft) {
    let context = facts.context;
    let lawful = context.contact_lawful == Some(Known::Yes);
    let evicting = context.eviction_considered == Some(Known::Yes);
    if evicting {
        let mut trail = Trail::default();
        trail.note("context.eviction_considered", Known::Yes.text());
        draft.caution(CautionId::BeforeEnforcement, &trail);
    }
    let home_asked = evicting || context.wishes.has(Wish::PerpetratorOut) || lawful;
    let panel_asked = !facts.dash.routes.is_empty() || lawful || context.perpetrator_serial == Some(Known::Yes);
    let cleared = draft.shown.contains_key(&PathwayId::PerpetratorHousing);
    if cleared {
        return;
    }
    for (id, asked) in [(PathwayId::PerpetratorHousing, home_asked), (PathwayId::IntensiveWork, panel_asked)] {
        if asked {
            let (why, trail) = why_not_cleared(facts);
            draft.withhold(id, why, &trail);
        }
    }
}

/// T54: police are not asked for the past of a child or young person, whichever row asks for it.
fn young_person(facts: &Facts<'_>, draft: &mut Draft) {
    let mut trail = Trail::default();
    if draft.shown.contains_key(&PathwayId::ClaresLaw) && facts.hold(&YOUNG_PERPETRATOR, &mut trail) {
        draft.withhold(PathwayId::ClaresLaw, WhyWithheld::Age, &trail);
    }
}

/// The first reason that holds.
fn why_not_cleared(facts: &Facts<'_>) -> (WhyWithheld, Trail) {
    let mut trail = Trail::default();
    if facts.hold(&HONOUR_OR_FORCE, &mut trail) {
        return (WhyWithheld::HonourOrForce, trail);
    }
    if facts.hold(&YOUNG_PERPETRATOR, &mut trail) {
        return (WhyWithheld::Age, trail);
    }
    if facts.hold(&DISPUTED, &mut trail) {
        return (WhyWithheld::NotSettled, trail);
    }
    if facts.is_clear(Clear::NotStarted) {
        trail.note("identify.clear", Clear::NotStarted.text());
        return (WhyWithheld::NotStarted, trail);
    }
    if facts.profile.contact == ContactMode::None {
        trail.note("profile", facts.profile.id.clone().into_owned());
        return (WhyWithheld::Profile, trail);
    }
    trail.note("identify.clear", facts.identify.clear.text());
    (WhyWithheld::Floor, trail)
}

/// T10: this worker may not complete the Dash here. It waits for nobody where there is any danger sign.
fn handoff(facts: &Facts<'_>) -> Option<Handoff> {
    if facts.dash.who_may == WhoMay::ThisWorker {
        return None;
    }
    let mut trail = Trail::default();
    trail.note("profile", facts.profile.id.clone().into_owned());
    if let Some(role) = facts.context.worker_role {
        trail.note("context.worker_role", role.text());
    }
    let mut danger = Trail::default();
    let sign = facts.hold(&SIGN, &mut danger);
    let urgent = facts.hold(&CHILD_NOW, &mut danger) || sign;
    Some(Handoff {
        to: facts.profile.handoff_to.to_vec(),
        rules: facts.profile.completer_rules.to_vec(),
        if_unavailable: IfUnavailable::OnCallThenEmergencyDuty,
        waits: !urgent,
        read_across: facts.profile.reads_across("completers"),
        because: if urgent { danger.facts } else { trail.facts },
    })
}

/// The wish gate, the survivor's answer about the police, and a refusal of support.
fn consent_clashes(facts: &Facts<'_>, draft: &mut Draft, wish_unasked: bool) {
    let context = facts.context;
    if wish_unasked {
        for id in WAIT_FOR_WISH {
            if let Some(building) = draft.shown.get_mut(&id)
                && building.priority >= 2
            {
                building.stance = Stance::NotNow;
            }
        }
    }
    if context.police_consent == Some(Consent::Refused)
        && !facts.holds(&SIGN)
        && let Some(building) = draft.shown.get_mut(&PathwayId::PoliceReport)
    {
        building.stance = Stance::Consider;
        building.trail.note("context.police_consent", Consent::Refused.text());
    }
    if context.referral_consent == Some(Consent::Refused) {
        for id in NEED_CONSENT {
            if draft.shown.contains_key(&id) {
                let mut trail = Trail::default();
                trail.note("context.referral_consent", Consent::Refused.text());
                draft.withhold(id, WhyWithheld::Consent, &trail);
            }
        }
    }
}

/// A policy value that contradicts the safety floor is listed and has no effect.
fn floor_overrides(facts: &Facts<'_>, draft: &mut Draft, handoff: Option<&Handoff>) {
    if let Some(handoff) = handoff.filter(|handoff| !handoff.waits) {
        draft.caution_resting_on(CautionId::FloorOverrides, &Trail::of(handoff.because.clone()), &handoff.rules);
    }
    let held_back = [PathwayId::PerpetratorHousing, PathwayId::IntensiveWork].iter().any(|id| {
        draft.withheld.get(id).is_some_and(|(why, _)| {
            matches!(why, WhyWithheld::HonourOrForce | WhyWithheld::Age | WhyWithheld::NotSettled | WhyWithheld::Floor)
        })
    });
    // A policy that points every perpetrator to help still obeys the floor (1.3.4).
    let for_all = &facts.profile.programmes_for_all_rule;
    if held_back && !for_all.is_empty() {
        draft.caution_resting_on(CautionId::FloorOverrides, &Trail::default(), std::slice::from_ref(for_all));
    }
}

fn finish(facts: &Facts<'_>, draft: Draft, handoff: Option<Handoff>, rows: Vec<bool>) -> Plan {
    let Draft { shown, withheld, cautions, gates } = draft;
    let full = shown.contains_key(&PathwayId::PerpetratorHousing);
    let mut pathways: Vec<ShownPathway> = shown
        .into_iter()
        .filter(|(id, _)| !withheld.contains_key(id))
        .map(|(id, building)| shown_pathway(facts, id, building, full))
        .listed();
    sort_by_key(&mut pathways, |pathway| (pathway.priority, pathway.id));
    let is_shown = |id: &PathwayId| pathways.iter().any(|pathway| pathway.id == *id);
    let withheld = withheld
        .into_iter()
        .map(|(id, (why, trail))| {
            let listed = INSTEAD.iter().find(|(known, _)| *known == why).map_or(&[PLAN][..], |(_, ids)| ids);
            let own = (why == WhyWithheld::NotSettled && NOTICES.contains(&id)).then_some(&INSTEAD_OF_A_NOTICE);
            let instead = own.into_iter().chain(listed.iter().filter(|id| is_shown(id) && Some(*id) != own));
            let instead = instead.map(|id| format!("pathway:{}", id.text())).listed();
            Withheld { id, why, instead, because: trail.facts }
        })
        .listed();
    let cautions = cautions
        .into_iter()
        .map(|(id, (trail, own))| {
            let listed = CAUTION_RULES.iter().find(|(known, _)| *known == id).map_or(&[][..], |(_, rules)| rules);
            let fixed = listed.iter().filter(|rule| **rule != "profile").map(|rule| Cow::Borrowed(*rule));
            Caution { id, rules: fixed.chain(own).listed(), because: trail.facts }
        })
        .listed();
    Plan {
        pathways,
        withheld,
        cautions,
        handoff,
        gates: Gate::ALL.iter().copied().filter(|gate| gates.contains(gate)).listed(),
        rows,
    }
}

fn shown_pathway(facts: &Facts<'_>, id: PathwayId, building: Building, full: bool) -> ShownPathway {
    let row = pathway(id);
    let Building { priority, stance, triggers, trail, mut rules } = building;
    let own = facts.profile.rules.iter().filter(|(about, _)| *about == id);
    for (_, rule) in own {
        add(&mut rules, rule.clone());
    }
    let mut due = match priority {
        0 => Due::Now,
        1 => Due::SameWorkingDay,
        2 => Due::NextWorkingDay,
        3 => Due::WithinAWeek,
        _ => Due::WhenTheyChoose,
    };
    for deadline in facts.profile.deadlines.iter().filter(|deadline| deadline.pathways.contains(&id)) {
        if let Within::Named(named) = deadline.within
            && named < due
        {
            due = named;
        }
        add(&mut rules, deadline.rule.clone());
    }
    let own = facts.profile.deadlines.iter().filter(|deadline| deadline.pathways.contains(&id));
    let limits = own.filter_map(|deadline| match deadline.within {
        Within::Own(limit) => Some(limit),
        Within::Named(_) => None,
    });
    let soonest = limits.min_by_key(|limit| Within::Own(*limit).hours());
    let limit = soonest.filter(|limit| Within::Own(*limit).hours() < Within::Named(due).hours());
    let child_fgm = matches!(facts.context.fgm, Some(Fgm::ChildRisk | Fgm::ChildKnown));
    let own_consent = facts.profile.consent.iter().find(|(about, _)| *about == id).map(|(_, rule)| *rule);
    let consent = match id {
        PathwayId::Fgm if child_fgm => ConsentRule::NotNeeded,
        PathwayId::PerpetratorProgramme if full => ConsentRule::TheirsAlone,
        _ => own_consent.unwrap_or(row.consent),
    };
    let mode =
        (id == PathwayId::PerpetratorProgramme).then_some(if full { Mode::Full } else { Mode::PractitionerLine });
    ShownPathway {
        id,
        priority,
        stance,
        triggers,
        because: trail.facts,
        rules,
        who: row.who,
        consent,
        due,
        limit,
        open: row.open,
        mode,
    }
}
