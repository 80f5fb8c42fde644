//! The safety floor (seed-rules C1.3) under every policy, in every nation, for every role, over every value of the facts it
//! reads. Nothing here is drawn by chance: each group of facts is gone through whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;
use support::arbitrary::{case as any_case, drawn, nearly_cleared_case};
use waymark_case::identify::Identify;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField as F, Input};
use waymark_content::condition::Clear;
use waymark_content::{CautionId, ContactMode, Gate, PROFILES, Profile, Stance, Status};
use waymark_engine::assess;
use waymark_engine::assessment::{Assessment, Mode, Route};

/// Pathways that wait until the survivor was asked.
const WAIT_FOR_WISH: [PathwayId; 8] = [
    PathwayId::CourtOrder,
    PathwayId::TenancyRights,
    PathwayId::JointTenancy,
    PathwayId::ManagementMove,
    PathwayId::StayPut,
    PathwayId::PerpetratorHousing,
    PathwayId::CoupleHousing,
    PathwayId::IntensiveWork,
];

fn says(case: &Case, field: F, value: &str) -> bool {
    case.holds(Input::Context(field), value)
}

fn any(case: &Case, field: F, values: &[&str]) -> bool {
    values.iter().any(|value| says(case, field, value))
}

fn unanswered(case: &Case, field: F) -> bool {
    case.is_unanswered(Input::Context(field))
}

/// The first point of the floor that does not hold, in words.
fn broken(case: &Case, profile: &Profile, found: &Assessment) -> Option<&'static str> {
    let shown = |id: PathwayId| found.pathway(id);
    let held = |id: PathwayId| found.withheld.iter().any(|withheld| withheld.id == id);
    let cites = |id: CautionId, rule: &str| {
        found.cautions.iter().any(|caution| caution.id == id && caution.rules.iter().any(|known| known == rule))
    };
    // 1. Danger first, and nothing in the way.
    if says(case, F::DangerNow, "yes") {
        let first = found.pathways.first();
        if first
            .is_none_or(|first| (first.id, first.priority, first.stance) != (PathwayId::EmergencyCall, 0, Stance::Do))
        {
            return Some("1: danger now does not come first");
        }
    }
    if held(PathwayId::EmergencyCall) || held(PathwayId::MaracReferral) && !says(case, F::SurvivorAge, "under-16") {
        return Some("1: the emergency call or MARAC is withheld");
    }
    // 2. Nobody confronts, and no family is used.
    let honour = says(case, F::HonourBased, "yes")
        || says(case, F::ForcedMarriage, "yes")
        || any(case, F::Fgm, &["adult", "child-risk", "child-known"]);
    if honour && !found.warns(CautionId::NoFamilyContact) {
        return Some("2: family may be told");
    }
    let near = any(case, F::Sees, &["perpetrator", "both"]);
    if near && !found.warns(CautionId::ConfrontNever) {
        return Some("2: nobody says not to confront");
    }
    if near && profile.contact == ContactMode::None && !found.warns(CautionId::NoContact) {
        return Some("2: the policy bars contact and nobody says so");
    }
    if any(case, F::LanguageNeed, &["yes"]) && !found.warns(CautionId::InterpreterFirst) {
        return Some("2: nobody says to find an interpreter");
    }
    // 3. Nothing for the two together, but a home where the survivor wishes it and nobody forces.
    if shown(PathwayId::CoupleHousing).is_some() && (honour || !says(case, F::Wishes, "stay-together")) {
        return Some("3: a home together without the wish");
    }
    // 4. The survivor is asked first.
    let unasked =
        any(case, F::WishAsked, &["no", "cannot-yet"]) || unanswered(case, F::WishAsked) && unanswered(case, F::Wishes);
    if unasked {
        let acts =
            |id: &PathwayId| shown(*id).is_some_and(|shown| shown.priority >= 2 && shown.stance != Stance::NotNow);
        if WAIT_FOR_WISH.iter().any(acts) || !found.unanswered_gate.contains(&Gate::WishAsked) {
            return Some("4: acts before the survivor was asked");
        }
    }
    // 5. Judgement and "don't know" raise, never lower.
    if case.dash.judgement == Some(Judgement::High) {
        let referred = shown(PathwayId::MaracReferral).is_some_and(|shown| shown.priority <= 2);
        if !found.dash.routes.contains(&Route::R4) || !referred {
            return Some("5: judgement does not lead to MARAC");
        }
    }
    if found.dash.yes.is_some_and(|yes| Some(yes + found.dash.dk + found.dash.blank) > found.dash.highest) {
        return Some("5: what is not known counts as no");
    }
    // 6. A child is thought of every time.
    let harmed = any(case, F::ChildHarm, &["threatened", "hurt"]);
    let linked = any(case, F::Children, &["in-home", "linked"])
        || harmed
        || says(case, F::ChildHarm, "sees-hears")
        || any(case, F::SurvivorAge, &["under-16", "16-17"]);
    let now = harmed && any(case, F::ChildWithPerpetratorTonight, &["yes", "unknown"]);
    let child = shown(PathwayId::ChildProtection);
    if linked && !child.is_some_and(|child| child.stance == Stance::Do && child.priority <= u8::from(!now)) {
        return Some("6: a child is left out");
    }
    if (unanswered(case, F::Children) || says(case, F::Children, "unknown"))
        && !found.unanswered_gate.contains(&Gate::Children)
    {
        return Some("6: nobody asks about children");
    }
    if now && found.handoff.as_ref().is_some_and(|handoff| handoff.waits) {
        return Some("6: a child waits for a form");
    }
    // 8. No step towards the other person before everything is settled.
    let settled = found.identify.clear == Clear::Clear
        && (case.identify.second_reader || case.identify.flags.specialist == Some(SpecialistView::Agrees))
        && says(case, F::ContactLawful, "yes")
        && !any(case, F::PerpetratorAge, &["under-16", "16-17"])
        && profile.contact != ContactMode::None
        && !says(case, F::CounterAllegation, "yes")
        && !honour;
    let whole = shown(PathwayId::PerpetratorProgramme).is_some_and(|shown| shown.mode == Some(Mode::Full));
    if !settled
        && (whole || shown(PathwayId::PerpetratorHousing).is_some() || shown(PathwayId::IntensiveWork).is_some())
    {
        return Some("8: a step towards the other person opens");
    }
    // 9. What contradicts the floor is listed, with its rule.
    if let Some(handoff) = found.handoff.as_ref().filter(|handoff| !handoff.waits)
        && !handoff.rules.iter().all(|rule| cites(CautionId::FloorOverrides, rule))
    {
        return Some("9: that nobody waits is not listed");
    }
    let elsewhere =
        case.context.nation.is_some_and(|nation| !profile.nations.is_empty() && !profile.nations.contains(&nation));
    if elsewhere != cites(CautionId::ProfileOtherNation, &profile.nation_rule) {
        return Some("9: that the policy is from another nation");
    }
    if (profile.status == Status::ReviewPassed) != cites(CautionId::ReviewPassed, &profile.review_rule) {
        return Some("9: that the policy is past its date");
    }
    None
}

/// One fact and every value it may take; `None` leaves it unanswered.
type Fact = (Input, Vec<Option<&'static str>>);

fn fact(field: F, values: &[&'static str]) -> Fact {
    let values = values.iter().map(|value| (*value != "-").then_some(*value)).collect();
    (Input::Context(field), values)
}

/// Yes, no, not known, not asked.
fn known(field: F) -> Fact {
    fact(field, &["-", "yes", "no", "unknown"])
}

/// An identification of each kind, found among drawn ones: without a second reader and without a specialist.
fn identifications() -> Vec<Identify> {
    let mut kinds: BTreeMap<&'static str, Identify> = BTreeMap::new();
    let mut found = |case: Case| {
        let mut identify = case.identify;
        (identify.second_reader, identify.flags.specialist) = (false, None);
        let alone = Case { identify, ..Case::default() };
        kinds.entry(assess(&alone).identify.clear.text()).or_insert(alone.identify);
    };
    drawn(any_case()).take(4_000).for_each(&mut found);
    drawn(nearly_cleared_case()).take(2_000).for_each(&mut found);
    assert_eq!(kinds.len(), Clear::ALL.len(), "{:?}", kinds.keys());
    kinds.into_values().collect()
}

/// Goes through every value of every fact on top of a case.
fn through(case: &mut Case, facts: &[Fact], look: &mut impl FnMut(&Case)) {
    let Some(((input, values), rest)) = facts.split_first() else { return look(case) };
    for value in values {
        case.put(*input, None).unwrap();
        if value.is_some() {
            case.put(*input, *value).unwrap();
        }
        through(case, rest, look);
    }
    case.put(*input, None).unwrap();
}

/// Every policy in every nation for every role, each with every start and every value of the facts.
fn whole(name: &str, starts: &[Case], facts: &[Fact]) {
    let begun = Instant::now();
    let states = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    let todo: Mutex<Vec<_>> = Mutex::new(
        PROFILES.iter().flat_map(|profile| Nation::ALL.iter().map(move |nation| (profile, *nation))).collect(),
    );
    let roles: Vec<Option<WorkerRole>> = [None].into_iter().chain(WorkerRole::ALL.iter().copied().map(Some)).collect();
    let work = || {
        while let Some((profile, nation)) = { todo.lock().unwrap().pop() } {
            let mut count = 0;
            for (role, start) in roles.iter().flat_map(|role| starts.iter().map(move |start| (*role, start))) {
                let mut case = start.clone();
                case.profile = Some(profile.id.to_string());
                (case.context.nation, case.context.worker_role) = (Some(nation), role);
                through(&mut case, facts, &mut |case| {
                    count += 1;
                    if let Some(fault) = broken(case, profile, &assess(case)) {
                        let mut faults = faults.lock().unwrap();
                        if faults.len() < 5 {
                            faults.push(format!("{fault}: {}", serde_json::to_string(case).unwrap()));
                        }
                    }
                });
            }
            states.fetch_add(count, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    println!("{name}: {} states in {:.1} s", states.into_inner(), begun.elapsed().as_secs_f32());
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
}

fn with_each_judgement() -> Vec<Case> {
    let judgements = [None].into_iter().chain(Judgement::ALL.iter().copied().map(Some));
    let counts = [0, 1, 13, 14, 24];
    judgements
        .flat_map(|judgement| {
            counts.map(|count| {
                let mut case = Case::default();
                case.dash.judgement = judgement;
                for item in waymark_case::ItemNumber::all().filter(|item| item.get() <= count) {
                    case.put(Input::DashItem(item), Some("yes")).unwrap();
                }
                case
            })
        })
        .collect()
}

#[test]
fn danger_comes_first_and_support_refused_holds_back_only_support() {
    let facts = [
        known(F::DangerNow),
        known(F::SuicidalNow),
        fact(F::PrivateNow, &["-", "yes", "no", "not-with-me"]),
        fact(F::ReferralConsent, &["-", "given", "refused", "unsafe-to-ask"]),
        fact(F::PoliceConsent, &["-", "given", "refused"]),
    ];
    whole("danger first", &[Case::default()], &facts);
}

#[test]
fn judgement_raises_and_a_child_never_waits() {
    let facts = [
        fact(F::Children, &["-", "none", "in-home", "linked", "unknown"]),
        fact(F::ChildHarm, &["-", "none", "sees-hears", "threatened", "hurt"]),
        known(F::ChildWithPerpetratorTonight),
        fact(F::SurvivorAge, &["-", "under-16", "16-17", "18-59"]),
    ];
    whole("a child", &[Case::default()], &facts);
    let heard = (Input::DashHeard, vec![None, Some("alone"), Some("with-others"), Some("family-interpreter")]);
    let with = (Input::DashWith, vec![None, Some("survivor"), Some("information"), Some("perpetrator")]);
    whole("judgement", &with_each_judgement(), &[heard, with]);
}

#[test]
fn the_survivor_is_asked_before_anyone_acts() {
    let wishes = [
        "-",
        "stay-home",
        "stay-together",
        "leave",
        "refuge",
        "perpetrator-out",
        "police",
        "no-police",
        "no-contact",
        "unsure",
    ];
    let facts = [
        fact(F::WishAsked, &["-", "yes", "no", "unsafe", "cannot-yet"]),
        fact(F::Wishes, &wishes),
        fact(F::Tenure, &["-", "sole-survivor", "joint"]),
        fact(F::PerpetratorAccess, &["-", "none"]),
        fact(F::HonourBased, &["-", "yes"]),
        fact(F::Sees, &["-", "perpetrator", "both"]),
    ];
    whole("wishes", &[Case::default()], &facts);
}

#[test]
fn no_step_towards_the_other_person_before_everything_is_settled() {
    let mut starts = Vec::new();
    for identify in identifications() {
        for (second_reader, specialist) in
            [(false, None), (true, None), (false, Some(SpecialistView::Agrees)), (true, Some(SpecialistView::Differs))]
        {
            let mut case = Case { identify: identify.clone(), ..Case::default() };
            (case.identify.second_reader, case.identify.flags.specialist) = (second_reader, specialist);
            starts.push(case);
        }
    }
    let facts = [
        known(F::ContactLawful),
        fact(F::PerpetratorAge, &["-", "under-16", "16-17", "18-plus"]),
        fact(F::CounterAllegation, &["-", "yes"]),
        fact(F::ForcedMarriage, &["-", "yes"]),
        fact(F::EvictionConsidered, &["-", "yes"]),
    ];
    whole("the other person", &starts, &facts);
}
