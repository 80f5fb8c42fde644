//! Which pathways follow, what is held back, what to take care of, and what must be asked first: the rows of the
//! trigger table applied to one case, then the clashes between them.

use super::assessment::*;
use super::evaluate::{Facts, Trail};
use crate::case::vocabulary::*;
use crate::content::condition::{Clear, Condition, Fact};
use crate::content::{
    CAUTION_RULES, CHILD_NOW, CautionId, ConsentRule, ContactMode, Due, Gate, HONOUR_OR_FORCE, INSTEAD, ROWS, Row,
    SIGN, Stance, Status, Why, pathway,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Pathways that act on the tenancy, a move or the other person: they wait for the survivor's wish (T39).
const WAIT_FOR_WISH: [PathwayId; 8] = [
    PathwayId::Pw14,
    PathwayId::Pw21,
    PathwayId::Pw22,
    PathwayId::Pw23,
    PathwayId::Pw24,
    PathwayId::Pw26,
    PathwayId::Pw27a,
    PathwayId::Pw28,
];
/// Support referrals that a refusal holds back; nothing else is (S-50, D-60).
const NEED_CONSENT: [PathwayId; 6] =
    [PathwayId::Pw07, PathwayId::Pw08, PathwayId::Pw25, PathwayId::Pw33, PathwayId::Pw34, PathwayId::Pw36];
/// Where support has been refused, the withheld card says what is still to be done.
const PLAN: PathwayId = PathwayId::Pw42;

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
}

/// A pathway while the rows are read: the lowest priority number and the firmest stance win, all reasons stay.
struct Building {
    priority: u8,
    stance: Stance,
    triggers: Vec<&'static str>,
    trail: Trail,
    rules: Vec<Cow<'static, str>>,
}

/// Everything the rows have put down so far.
#[derive(Default)]
struct Draft {
    shown: BTreeMap<PathwayId, Building>,
    withheld: BTreeMap<PathwayId, (Why, Trail)>,
    cautions: BTreeMap<CautionId, (Trail, Vec<Cow<'static, str>>)>,
    gates: BTreeSet<Gate>,
}

impl Draft {
    fn show(&mut self, id: PathwayId, priority: u8, stance: Stance, row: Option<&Row>, trail: &Trail) {
        let building = self.shown.entry(id).or_insert_with(|| Building {
            priority,
            stance,
            triggers: Vec::new(),
            trail: Trail::default(),
            rules: pathway(id).rules.iter().map(|rule| Cow::Borrowed(*rule)).collect(),
        });
        building.priority = building.priority.min(priority);
        building.stance = building.stance.min(stance);
        for because in &trail.0 {
            building.trail.note(because.fact, because.value.clone());
        }
        if let Some(row) = row {
            if !building.triggers.contains(&row.id) {
                building.triggers.push(row.id);
            }
            for rule in row.rules {
                add(&mut building.rules, Cow::Borrowed(*rule));
            }
        }
    }

    fn withhold(&mut self, id: PathwayId, why: Why, trail: Trail) {
        let place = self.withheld.entry(id).or_insert_with(|| (why, trail.clone()));
        if why < place.0 {
            *place = (why, trail);
        }
    }

    fn caution(&mut self, id: CautionId, trail: &Trail) {
        self.caution_resting_on(id, trail, &[]);
    }

    fn caution_resting_on(&mut self, id: CautionId, trail: &Trail, rules: &[Cow<'static, str>]) {
        let (facts, own) = self.cautions.entry(id).or_default();
        for because in &trail.0 {
            facts.note(because.fact, because.value.clone());
        }
        for rule in rules {
            add(own, rule.clone());
        }
    }
}

fn add(rules: &mut Vec<Cow<'static, str>>, rule: Cow<'static, str>) {
    if !rule.is_empty() && !rules.contains(&rule) {
        rules.push(rule);
    }
}

/// A pathway's place in the order of the catalogue, and everything that follows from the rows.
pub fn plan(facts: &Facts<'_>) -> Plan {
    let mut draft = Draft::default();
    for row in ROWS {
        apply(row, facts, &mut draft);
    }
    other_person(facts, &mut draft);
    own_line(facts, &mut draft);
    standing_gates(facts, &mut draft);
    standing_cautions(facts, &mut draft);
    let handoff = handoff(facts);
    let wish_unasked = draft.gates.contains(&Gate::WishAsked);
    consent_clashes(facts, &mut draft, wish_unasked);
    floor_overrides(facts, &mut draft, handoff.as_ref());
    finish(facts, draft, handoff)
}

/// Applies one row of the table.
fn apply(row: &Row, facts: &Facts<'_>, draft: &mut Draft) {
    let mut trail = Trail::default();
    if !facts.hold(&row.when, &mut trail) {
        return;
    }
    if trail.0.is_empty() {
        note_always(row, facts, &mut trail);
    }
    let with = |only_if: &Condition| {
        let mut own = trail.clone();
        facts.hold(only_if, &mut own).then_some(own)
    };
    for show in row.show {
        if let Some(trail) = with(&show.only_if) {
            draft.show(show.pathway, show.priority, show.stance, Some(row), &trail);
        }
    }
    for withhold in row.withhold {
        if let Some(trail) = with(&withhold.only_if) {
            draft.withhold(withhold.pathway, withhold.why, trail);
        }
    }
    for (caution, only_if) in row.cautions {
        if let Some(trail) = with(only_if) {
            draft.caution(*caution, &trail);
        }
    }
    for (gate, only_if) in row.gates {
        if facts.holds(only_if) {
            draft.gates.insert(*gate);
        }
    }
}

/// A row that holds on something absent still says what it rests on.
fn note_always(row: &Row, facts: &Facts<'_>, trail: &mut Trail) {
    if matches!(row.when, Condition::Always) {
        trail.note("format", facts.case.format.text());
    } else if facts.dash.routes.is_empty() && row.show.iter().any(|show| show.pathway == PathwayId::Pw07) {
        trail.note("dash.routes", "");
    }
}

/// Pathways that reach the other person: shown only when everything is settled, withheld when asked for and it is not.
fn other_person(facts: &Facts<'_>, draft: &mut Draft) {
    let context = &facts.case.context;
    let lawful = context.contact_lawful == Some(Known::Yes);
    let evicting = context.eviction_considered == Some(Known::Yes);
    if evicting {
        let mut trail = Trail::default();
        trail.note("context.eviction_considered", Known::Yes.text());
        draft.caution(CautionId::BeforeEnforcement, &trail);
    }
    let home_asked = evicting || context.wishes.has(Wish::PerpetratorOut) || lawful;
    let panel_asked = !facts.dash.routes.is_empty() || lawful || context.perpetrator_serial == Some(Known::Yes);
    let cleared = draft.shown.contains_key(&PathwayId::Pw26);
    if cleared {
        return;
    }
    for (id, asked) in [(PathwayId::Pw26, home_asked), (PathwayId::Pw28, panel_asked)] {
        if asked {
            let (why, trail) = why_not_cleared(facts);
            draft.withhold(id, why, trail);
        }
    }
}

/// The first reason that holds.
fn why_not_cleared(facts: &Facts<'_>) -> (Why, Trail) {
    let mut trail = Trail::default();
    let row_holds = |id: &str, trail: &mut Trail| ROWS.iter().any(|row| row.id == id && facts.hold(&row.when, trail));
    if facts.hold(&HONOUR_OR_FORCE, &mut trail) {
        return (Why::T27, trail);
    }
    if row_holds("T54", &mut trail) {
        return (Why::Age, trail);
    }
    if row_holds("T35", &mut trail) {
        return (Why::T35, trail);
    }
    if facts.is_clear(Clear::NotStarted) {
        trail.note("identify.clear", Clear::NotStarted.text());
        return (Why::NotStarted, trail);
    }
    if facts.profile.contact == ContactMode::None {
        trail.note("profile", facts.profile.id.clone().into_owned());
        return (Why::Profile, trail);
    }
    trail.note("identify.clear", facts.identify.clear.text());
    (Why::Floor, trail)
}

/// The policy's own count is reached though the area's line is higher: both are named.
fn own_line(facts: &Facts<'_>, draft: &mut Draft) {
    let own = facts.profile.count.filter(|_| !facts.profile.count_rule.is_empty());
    let (Some(own), Some(yes)) = (own, facts.dash.yes) else { return };
    if own < facts.local.threshold && u16::from(yes) >= own {
        let mut trail = Trail::default();
        trail.note("dash.yes", yes.to_string());
        trail.note("profile", facts.profile.id.clone().into_owned());
        draft.show(PathwayId::Pw06, 2, Stance::Consider, None, &trail);
        draft.caution_resting_on(CautionId::ProfileLine, &trail, std::slice::from_ref(&facts.profile.count_rule));
    }
}

/// The gate questions that stand in every case until they are answered.
fn standing_gates(facts: &Facts<'_>, draft: &mut Draft) {
    let context = &facts.case.context;
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
        (Gate::Recency, context.recency.is_none() && super::dash::answered(facts.case)),
        (Gate::SurvivorIs, started_unsaid),
        (Gate::SurvivorKnown, context.sees == Some(Sees::Perpetrator) && context.survivor_known.is_none()),
        (Gate::WorkerRole, context.worker_role.is_none() && !facts.profile.completers.is_empty()),
    ];
    draft.gates.extend(gates.into_iter().filter_map(|(gate, open)| open.then_some(gate)));
}

/// The cautions that hang on the sheet, the reader, the policy or the other person rather than on a row.
fn standing_cautions(facts: &Facts<'_>, draft: &mut Draft) {
    let case = facts.case;
    let context = &case.context;
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
    if super::dash::earlier_is_old(case) {
        let mut trail = Trail::default();
        let months = context.existing_dash_months.map_or(0, |months| months.get());
        trail.note("context.existing_dash_months", months.to_string());
        draft.caution(CautionId::OldDash, &trail);
    }
    if facts.identify.outcome == Some(Outcome::O6) && !case.identify.second_reader {
        draft.caution(CautionId::OneReader, &noted("identify.outcome", Outcome::O6.text()));
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
fn other_person_known(facts: &Facts<'_>) -> Option<Trail> {
    use crate::case::ContextField as F;
    static SEEN: Condition = Condition::Any(&[
        Condition::Field(F::Sees, &["perpetrator", "both"], false),
        Condition::Field(F::ToldBy, &["perpetrator"], false),
        Condition::Field(F::SameSiteTonight, &["yes"], false),
        Condition::Field(F::PerpetratorAccess, &["lives-in", "has-keys"], false),
        Condition::Field(F::VisitPlanned, &["yes"], false),
        Condition::Field(F::ContactLawful, &["yes"], false),
        Condition::Field(F::EvictionConsidered, &["yes"], false),
        Condition::Field(
            F::Relationship,
            &["partner", "ex-partner", "family", "adult-child", "carer-family", "carer-paid", "other"],
            false,
        ),
        Condition::Field(F::PerpetratorAge, &["under-16", "16-17", "18-plus"], false),
        Condition::Fact(Fact::Started),
    ]);
    let mut trail = Trail::default();
    let known = facts.hold(&SEEN, &mut trail);
    (known || facts.dash.yes.is_some_and(|yes| yes > 0) || !facts.dash.markers.is_empty()).then_some(trail)
}

/// T10: this worker may not complete the Dash here. It waits for nobody where there is any danger sign.
fn handoff(facts: &Facts<'_>) -> Option<Handoff> {
    if facts.dash.who_may == WhoMay::ThisWorker {
        return None;
    }
    let mut trail = Trail::default();
    trail.note("profile", facts.profile.id.clone().into_owned());
    if let Some(role) = facts.case.context.worker_role {
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
        because: if urgent { danger.0 } else { trail.0 },
    })
}

/// The wish gate, the survivor's answer about the police, and a refusal of support.
fn consent_clashes(facts: &Facts<'_>, draft: &mut Draft, wish_unasked: bool) {
    let context = &facts.case.context;
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
        && let Some(building) = draft.shown.get_mut(&PathwayId::Pw03)
    {
        building.stance = Stance::Consider;
        building.trail.note("context.police_consent", Consent::Refused.text());
    }
    if context.referral_consent == Some(Consent::Refused) {
        for id in NEED_CONSENT {
            if draft.shown.contains_key(&id) {
                let mut trail = Trail::default();
                trail.note("context.referral_consent", Consent::Refused.text());
                draft.withhold(id, Why::Consent, trail);
            }
        }
    }
}

/// A policy value that contradicts the safety floor is listed and has no effect.
fn floor_overrides(facts: &Facts<'_>, draft: &mut Draft, handoff: Option<&Handoff>) {
    if let Some(handoff) = handoff.filter(|handoff| !handoff.waits) {
        draft.caution_resting_on(CautionId::FloorOverrides, &Trail(handoff.because.clone()), &handoff.rules);
    }
    let held_back = [PathwayId::Pw26, PathwayId::Pw28].iter().any(|id| {
        draft.withheld.get(id).is_some_and(|(why, _)| matches!(why, Why::T27 | Why::Age | Why::T35 | Why::Floor))
    });
    // A policy that offers programmes to every perpetrator still obeys the floor (H-128, 1.3.4).
    if held_back && facts.profile.rules.iter().any(|(_, rule)| rule == "H-128") {
        draft.caution_resting_on(CautionId::FloorOverrides, &Trail::default(), &[Cow::Borrowed("H-128")]);
    }
}

fn finish(facts: &Facts<'_>, draft: Draft, handoff: Option<Handoff>) -> Plan {
    let Draft { shown, withheld, cautions, gates } = draft;
    let full = shown.contains_key(&PathwayId::Pw26);
    let mut pathways: Vec<ShownPathway> = shown
        .into_iter()
        .filter(|(id, _)| !withheld.contains_key(id))
        .map(|(id, building)| shown_pathway(facts, id, building, full))
        .collect();
    pathways.sort_by_key(|pathway| (pathway.priority, pathway.id));
    let is_shown = |id: &PathwayId| pathways.iter().any(|pathway| pathway.id == *id);
    let withheld = withheld
        .into_iter()
        .map(|(id, (why, trail))| {
            let listed = INSTEAD.iter().find(|(known, _)| *known == why).map_or(&[PLAN][..], |(_, ids)| ids);
            let instead = listed.iter().filter(|id| is_shown(id)).map(|id| format!("pathway:{}", id.text())).collect();
            Withheld { id, why, instead, because: trail.0 }
        })
        .collect();
    let cautions = cautions
        .into_iter()
        .map(|(id, (trail, own))| {
            let listed = CAUTION_RULES.iter().find(|(known, _)| *known == id).map_or(&[][..], |(_, rules)| rules);
            let fixed = listed.iter().filter(|rule| **rule != "profile").map(|rule| Cow::Borrowed(*rule));
            Caution { id, rules: fixed.chain(own).collect(), because: trail.0 }
        })
        .collect();
    Plan { pathways, withheld, cautions, handoff, gates: gates.into_iter().collect() }
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
        if deadline.due < due {
            due = deadline.due;
        }
        add(&mut rules, deadline.rule.clone());
    }
    let child_fgm = matches!(facts.case.context.fgm, Some(Fgm::ChildRisk | Fgm::ChildKnown));
    let own_consent = facts.profile.consent.iter().find(|(about, _)| *about == id).map(|(_, rule)| *rule);
    let consent = match id {
        PathwayId::Pw31 if child_fgm => ConsentRule::NotNeeded,
        PathwayId::Pw27 if full => ConsentRule::TheirsAlone,
        _ => own_consent.unwrap_or(row.consent),
    };
    let mode = (id == PathwayId::Pw27).then_some(if full { Mode::Full } else { Mode::PractitionerLine });
    ShownPathway {
        id,
        priority,
        stance,
        triggers,
        because: trail.0,
        rules,
        who: row.who,
        consent,
        due,
        open: row.open,
        mode,
    }
}
