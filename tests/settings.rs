//! Settings of an area on top of every policy: whatever they say, the safety floor stays where it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use support::arbitrary::{case, nearly_cleared_case};
use waymark::case::Case;
use waymark::case::vocabulary::*;
use waymark::content::condition::Clear;
use waymark::content::{PROFILES, Profiles};
use waymark::engine::assessment::Mode;
use waymark::engine::{Assessment, assess, assess_with};
use waymark::settings_link::{
    Capability, Draft, LimitPart, PatchValue, Place, SchemaConsent, SchemaContact, Unit, local_profile,
};

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
    draft.add_row();
    for (part, typed) in
        [(LimitPart::Id, "PW-16"), (LimitPart::Limit, "5"), (LimitPart::Unit, Unit::WorkingDays.text())]
    {
        draft.set(Place::Limit(0, part), typed);
    }
    let shipped = Profiles::shipped();
    let (local, _) = local_profile(&draft.area().unwrap(), shipped.get_or_default(case.profile.as_deref()));
    assess_with(case, &shipped.with(local))
}

/// Steps that reach the other person.
const TO_THEM: [PathwayId; 3] = [PathwayId::Pw26, PathwayId::Pw27, PathwayId::Pw28];

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
    let drawn = (cases, drafts(), select(policies));
    let runner = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(runner);
    if let Err(problem) = runner.run(&drawn, |(case, places, policy)| law((case, places, policy))) {
        panic!("{problem}");
    }
}
