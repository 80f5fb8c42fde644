//! Settings of an area on top of every policy: whatever they say, the safety floor stays where it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use std::collections::BTreeSet;
use support::arbitrary::{case, nearly_cleared_case};
use waymark_area::{
    Area, Capability, Draft, LimitPart, OwnLimit, PatchValue, Place, Rows, SchemaConsent, SchemaContact, State, Unit,
    Why, effects, local_profile,
};
use waymark_case::Case;
use waymark_case::vocabulary::*;
use waymark_content::condition::Clear;
use waymark_content::{CautionId, Due, PROFILES, Profiles};
use waymark_engine::assessment::Mode;
use waymark_engine::{Assessment, assess, assess_with};

/// How many cases each law is tried on.
const CASES: u32 = 2_000;

/// Settings that say anything they can about roles, time limits and values of the policy.
fn drafts() -> impl Strategy<Value = Vec<(Place, &'static str)>> {
    let roles = (select(Capability::ALL), select(vec!["champion", "any-staff", "specialist case-team", "volunteer"]))
        .prop_map(|(capability, roles)| (Place::Role(capability), roles));
    let contact = select(SchemaContact::TEXTS).prop_map(|mode| (Place::Value(PatchValue::ContactMode), mode));
    let consents = [PatchValue::ConsentSupport, PatchValue::ConsentSafeguarding, PatchValue::ConsentPolice];
    let consent = (select(consents.to_vec()), select(SchemaConsent::TEXTS))
        .prop_map(|(value, consent)| (Place::Value(value), consent));
    let yes_no = (select(vec![PatchValue::Reuse, PatchValue::Police]), select(vec!["true", "false"]))
        .prop_map(|(value, on)| (Place::Value(value), on));
    prop::collection::vec(prop_oneof![roles, contact, consent, yes_no], 1..8)
}

/// The case under its policy with such settings on top.
fn under(case: &Case, places: &[(Place, &str)]) -> Assessment {
    let mut draft = Draft::default();
    for (place, typed) in places {
        draft.set(*place, typed);
    }
    draft.add_row(Rows::Limits);
    for (part, typed) in
        [(LimitPart::Id, "PW-16"), (LimitPart::Limit, "5"), (LimitPart::Unit, Unit::WorkingDays.text())]
    {
        draft.set(Place::Limit(0, part), typed);
    }
    let shipped = Profiles::shipped();
    let local = local_profile(&draft.area().unwrap(), shipped.get_or_default(case.profile.as_deref()));
    assess_with(case, &shipped.with(local))
}

/// What somebody is told or does; not the rules behind it, nor a line that nobody hears of until it is reached.
fn said(case: &Case, places: &[(Place, &str)], limits: &[Limit]) -> Value {
    let shipped = Profiles::shipped();
    let local = local_profile(&area(places, limits), shipped.get_or_default(case.profile.as_deref()));
    let mut found = serde_json::to_value(assess_with(case, &shipped.with(local))).unwrap();
    let warned = found["cautions"].as_array().unwrap().iter().any(|caution| caution["id"] == "PROFILE_LINE");
    if !warned {
        found["dash"]["policy_line"].take();
    }
    for part in ["pathways", "cautions"] {
        found[part].as_array_mut().unwrap().iter_mut().for_each(|entry| drop(entry["rules"].take()));
    }
    for part in ["handoff", "referrers"] {
        found[part].as_object_mut().map(|entry| entry.remove("rules"));
    }
    found
}

type Limit = (PathwayId, (&'static str, &'static str));

fn area(places: &[(Place, &str)], limits: &[Limit]) -> Area {
    let mut draft = Draft::default();
    places.iter().for_each(|(place, typed)| draft.set(*place, typed));
    for (row, (pathway, (limit, unit))) in (0..).zip(limits) {
        draft.add_row(Rows::Limits);
        draft.set(Place::Limit(row, LimitPart::Id), pathway.text());
        draft.set(Place::Limit(row, LimitPart::Limit), limit);
        draft.set(Place::Limit(row, LimitPart::Unit), unit);
    }
    draft.area().unwrap()
}

#[test]
fn what_is_said_of_a_value_is_true_in_every_case() {
    let named =
        [("0", "hours"), ("1", "shift"), ("24", "hours"), ("1", "working-days"), ("2", "working-days"), ("7", "days")];
    let other = [("3", "working-days"), ("4", "hours"), ("2", "days"), ("2", "shift"), ("300", "hours")];
    let limits = (select(PathwayId::ALL), select([&named[..], &other[..]].concat()));
    let drawn = (case(), drafts(), prop::collection::vec(limits, 1..5));
    type Drawn = ((Case, Vec<(Place, &'static str)>, Vec<Limit>), &'static str);
    let law = |((mut case, places, limits), policy): Drawn| {
        case.profile = Some(policy.to_owned());
        let shipped = Profiles::shipped();
        let settled = area(&places, &limits);
        prop_assert_eq!(settled.json(), serde_json::to_string(&settled).unwrap(), "nothing in it ends an element");
        let all = said(&case, &places, &limits);
        for effect in effects(&settled, shipped.get_or_default(Some(policy)), &case.settings) {
            if effect.state == State::InForce {
                continue;
            }
            let places: Vec<_> = places.iter().filter(|(place, _)| place.path() != effect.path).copied().collect();
            let limits = limits.iter().enumerate().filter(|(row, _)| format!("deadlines[{row}]") != effect.path);
            let limits: Vec<_> = limits.map(|(_, limit)| *limit).collect();
            prop_assert_eq!(&all, &said(&case, &places, &limits), "{:?} under {}", effect, policy);
        }
        Ok(())
    };
    let policies: Vec<&'static str> = PROFILES.iter().map(|profile| profile.id.as_ref()).collect();
    runs((drawn, select(policies)), law);
}

#[test]
fn with_no_policy_chosen_the_areas_values_work_on_the_sector_default() {
    let area = area(
        &[
            (Place::Role(Capability::CompleteDash), "champion"),
            (Place::Value(PatchValue::ContactMode), "none"),
            (Place::Value(PatchValue::Police), "true"),
        ],
        &[(PathwayId::ChildProtection, ("0", "hours"))],
    );
    let shipped = Profiles::shipped();
    let local = Profiles::shipped().with(local_profile(&area, shipped.get_or_default(None)));
    let json = br#"{"format":"waymark-case/1","context":{"worker_role":"care-team","sees":"perpetrator","child_harm":"sees-hears"}}"#;
    let case = Case::from_json(json).unwrap();
    let (usual, found) = (assess(&case), assess_with(&case, &local));
    assert_eq!(usual.handoff, None);
    assert_eq!(found.handoff.clone().unwrap().to, [WorkerRole::Champion]);
    assert!(found.warns(CautionId::NoContact) && found.police_always);
    let due = |found: &Assessment| found.pathway(PathwayId::ChildProtection).unwrap().due;
    assert_eq!((due(&usual), due(&found)), (Due::SameWorkingDay, Due::Immediately));
    let states: Vec<_> = effects(&area, shipped.get_or_default(None), &case.settings);
    assert!(states.iter().all(|effect| effect.state == State::InForce), "{states:?}");
}

#[test]
fn a_value_that_changes_nothing_is_not_said_to_be_in_force() {
    let limits = [
        (PathwayId::SuicideAndCrisis, ("7", "days")),
        (PathwayId::ChildProtection, ("7", "days")),
        (PathwayId::AdultSafeguarding, ("4", "hours")),
    ];
    let places =
        [(Place::Role(Capability::ReferMarac), "any-staff"), (Place::Role(Capability::AttendMarac), "manager")];
    let shipped = Profiles::shipped();
    let found = effects(&area(&places, &limits), shipped.get_or_default(None), &Case::default().settings);
    let states: Vec<_> = found.iter().map(|effect| effect.state).collect();
    assert_eq!(
        states,
        [
            State::NoEffect(Why::AlreadySo),
            State::ShownOnly,
            State::NoEffect(Why::StepSooner),
            State::NoEffect(Why::StepSooner),
            State::InForce,
        ],
        "{found:?}"
    );
}

#[test]
fn a_stricter_limit_of_any_length_works_and_a_later_one_says_what_comes_sooner() {
    use PathwayId as P;
    let shipped = Profiles::shipped();
    let states = |limits: &[Limit]| -> Vec<State> {
        let found = effects(&area(&[], limits), shipped.get_or_default(None), &Case::default().settings);
        found.into_iter().map(|effect| effect.state).collect()
    };
    for limit in [("1", "hours"), ("4", "hours"), ("1", "shift")] {
        for pathway in [P::AdultSafeguarding, P::MaracReferral, P::ManagementMove] {
            assert_eq!(states(&[(pathway, limit)]), [State::InForce], "{pathway:?} {limit:?}");
        }
    }
    for limit in [("2", "days"), ("3", "working-days"), ("48", "hours")] {
        assert_eq!(states(&[(P::Idva, limit)]), [State::InForce], "{limit:?}");
        let later = [State::NoEffect(Why::StepSooner)];
        assert_eq!(states(&[(P::ChildProtection, limit)]), later, "{limit:?}");
        assert_eq!(states(&[(P::EmergencyCall, limit)]), later, "{limit:?}");
    }
    let two = [(P::ManagementMove, ("1", "hours")), (P::ManagementMove, ("2", "hours"))];
    assert_eq!(states(&two), [State::InForce, State::NoEffect(Why::LimitSooner)]);
    let json = br#"{"format":"waymark-case/1","context":{"sees":"survivor","child_harm":"hurt"}}"#;
    let local = Profiles::shipped()
        .with(local_profile(&area(&[], &[(P::ChildProtection, ("3", "hours"))]), shipped.get_or_default(None)));
    let found = assess_with(&Case::from_json(json).unwrap(), &local);
    let child = serde_json::to_value(found.pathway(P::ChildProtection).unwrap()).unwrap();
    assert_eq!(child["limit"], serde_json::json!({"limit": 3, "unit": "hours"}));
}

#[test]
fn the_editor_says_truly_which_values_work() {
    let shipped = Profiles::shipped();
    let tried = |place: Place, typed: &'static str| {
        let mut bases = PROFILES.iter().map(|profile| profile.id.as_ref());
        bases.any(|base| {
            let found =
                effects(&area(&[(place, typed)], &[]), shipped.get_or_default(Some(base)), &Case::default().settings);
            found.iter().any(|effect| effect.state == State::InForce)
        })
    };
    let works = |value: PatchValue| {
        let typed: &[&str] = match value {
            PatchValue::Ticks => &["9"],
            PatchValue::Reuse | PatchValue::Police => &["true", "false"],
            PatchValue::ContactMode => SchemaContact::TEXTS,
            PatchValue::ConsentSupport | PatchValue::ConsentSafeguarding | PatchValue::ConsentPolice => {
                SchemaConsent::TEXTS
            }
            _ => &["words of our own"],
        };
        typed.iter().any(|typed| tried(Place::Value(value), typed))
    };
    let idle: Vec<_> = PatchValue::ALL.iter().filter(|value| !works(**value)).map(|value| value.text()).collect();
    assert!(idle.is_empty(), "{idle:?}");
    let roles = Capability::ALL.iter().filter(|capability| tried(Place::Role(**capability), "specialist"));
    assert_eq!(roles.copied().collect::<Vec<_>>(), [Capability::CompleteDash, Capability::ReferMarac]);
    for own in OwnLimit::TEXTS {
        let mut draft = Draft::default();
        draft.add_row(Rows::Limits);
        for (part, typed) in [(LimitPart::Id, *own), (LimitPart::Limit, "1"), (LimitPart::Unit, "hours")] {
            draft.set(Place::Limit(0, part), typed);
        }
        let found = effects(&draft.area().unwrap(), shipped.get_or_default(None), &Case::default().settings);
        assert_eq!(found.iter().map(|effect| effect.state).collect::<Vec<_>>(), [State::ShownOnly], "{own}");
    }
}

/// Steps that reach the other person.
const TO_THEM: [PathwayId; 3] =
    [PathwayId::PerpetratorHousing, PathwayId::PerpetratorProgramme, PathwayId::IntensiveWork];

fn shown(assessment: &Assessment) -> BTreeSet<PathwayId> {
    assessment.pathways.iter().map(|pathway| pathway.id).filter(|id| !TO_THEM.contains(id)).collect()
}

/// The draft as it is shown when a law breaks.
fn named(places: &[(Place, &str)]) -> Vec<(String, String)> {
    places.iter().map(|(place, typed)| (place.path(), (*typed).to_owned())).collect()
}

#[test]
fn no_setting_opens_a_way_to_the_other_person_before_the_floor_does() {
    let law = |(mut case, places, policy): (Case, Vec<(Place, &'static str)>, &'static str)| {
        case.profile = Some(policy.to_owned());
        let assessment = under(&case, &places);
        let full = |id| assessment.pathway(id).is_some_and(|pathway| pathway.mode != Some(Mode::PractitionerLine));
        if TO_THEM.into_iter().any(full) {
            let (context, identify) = (&case.context, &case.identify);
            let read = identify.second_reader || identify.flags.specialist == Some(SpecialistView::Agrees);
            prop_assert!(assessment.identify.clear == Clear::Clear && read, "{:?}", named(&places));
            prop_assert_eq!(context.contact_lawful, Some(Known::Yes), "{:?}", named(&places));
            prop_assert!(!matches!(
                context.perpetrator_age,
                Some(PerpetratorAge::Under16 | PerpetratorAge::From16To17)
            ));
        }
        Ok(())
    };
    let policies: Vec<&'static str> = PROFILES.iter().map(|profile| profile.id.as_ref()).collect();
    holds_for_cases(nearly_cleared_case(), policies.clone(), law);
    holds_for_cases(case(), policies, law);
}

#[test]
fn no_setting_takes_a_step_away_from_the_survivor_or_makes_it_later() {
    let law = |(mut case, places, policy): (Case, Vec<(Place, &'static str)>, &'static str)| {
        case.profile = Some(policy.to_owned());
        let (usual, local) = (assess(&case), under(&case, &places));
        let reuse = places.iter().any(|(place, _)| *place == Place::Value(PatchValue::Reuse));
        if !reuse {
            prop_assert_eq!(shown(&usual), shown(&local), "{:?}", named(&places));
        }
        prop_assert_eq!(&usual.identify, &local.identify);
        prop_assert!(usual.dash.routes.iter().all(|route| local.dash.routes.contains(route)));
        for pathway in &local.pathways {
            let before = usual.pathway(pathway.id);
            prop_assert!(before.is_none_or(|before| pathway.due <= before.due), "{:?}", pathway.id);
        }
        Ok(())
    };
    holds_for_cases(case(), PROFILES.iter().map(|profile| profile.id.as_ref()).collect(), law);
}

fn holds_for_cases(
    cases: impl Strategy<Value = Case>,
    policies: Vec<&'static str>,
    law: impl Fn((Case, Vec<(Place, &'static str)>, &'static str)) -> Result<(), TestCaseError>,
) {
    // What is drawn beside the case is shown by the law itself.
    runs((cases, drafts(), select(policies)), law);
}

fn runs<S: Strategy>(drawn: S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let runner = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(runner);
    if let Err(problem) = runner.run(&drawn, law) {
        panic!("{problem}");
    }
}
