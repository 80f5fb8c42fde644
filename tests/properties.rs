//! What must hold of every case, tried on tens of thousands that nobody thought of.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;
use support::arbitrary::{
    case, context_inputs, holds_for, identification, identification_case, nearly_cleared_case, other, scribbles,
    setting_inputs,
};
use waymark::case::identify::{IndicatorAnswer, IndicatorAnswers};
use waymark::case::value::Kind;
use waymark::case::vocabulary::*;
use waymark::case::{Case, ContextField, Input, ItemNumber};
use waymark::content::condition::Clear;
use waymark::content::{ContactMode, Profiles, SOURCES, Strength, indicator};
use waymark::engine::assessment::*;
use waymark::engine::{assess, check_profile};

/// How many cases a law about the identification is tried on.
const IDENTIFICATIONS: u32 = 20_000;
/// How many cases a law about everything is tried on.
const WHOLE_CASES: u32 = 4_000;

// ---------------------------------------------------------------------------------------- who is doing what to whom

/// The same case with the two people's numbers exchanged.
fn swapped(case: &Case) -> Case {
    let mut case = case.clone();
    let identify = &mut case.identify;
    if let Some(answers) = &mut identify.answers {
        for id in answered(answers) {
            let answer = answers.entry(id);
            answer.who = answer.who.map(|who| match who {
                Who::One => Who::Two,
                Who::Two => Who::One,
                same => same,
            });
            let swap = |source| match source {
                Source::One => Source::Two,
                Source::Two => Source::One,
                same => same,
            };
            answer.sources = answer.sources.iter().map(swap).collect();
        }
    }
    identify.flags.health = identify.flags.health.map(other);
    identify.flags.no_contact_with = identify.flags.no_contact_with.map(other);
    identify.survivor_is = identify.survivor_is.map(|survivor| match survivor {
        SurvivorIs::One => SurvivorIs::Two,
        SurvivorIs::Two => SurvivorIs::One,
        SurvivorIs::NotSaid => SurvivorIs::NotSaid,
    });
    identify.judgement.person = identify.judgement.person.map(|person| match person {
        JudgedPerson::One => JudgedPerson::Two,
        JudgedPerson::Two => JudgedPerson::One,
        JudgedPerson::Unclear => JudgedPerson::Unclear,
    });
    case
}

/// The same assessment with the two people's numbers exchanged: the person, the domains, and reasons that name one.
fn swapped_result(mut assessment: Assessment) -> Assessment {
    let swap = |state: &mut DomainState| {
        *state = match *state {
            DomainState::One => DomainState::Two,
            DomainState::Two => DomainState::One,
            DomainState::PartOne => DomainState::PartTwo,
            DomainState::PartTwo => DomainState::PartOne,
            same => same,
        };
    };
    let identify = &mut assessment.identify;
    identify.person = identify.person.map(other);
    let Domains { f, k, h, u, l } = &mut identify.domains;
    [f, k, h, u, l].into_iter().for_each(swap);
    let shown = assessment.pathways.iter_mut().map(|pathway| &mut pathway.because);
    let withheld = assessment.withheld.iter_mut().map(|withheld| &mut withheld.because);
    let cautions = assessment.cautions.iter_mut().map(|caution| &mut caution.because);
    for because in shown.chain(withheld).chain(cautions).flatten() {
        if because.fact == "identify.judgement.person" {
            because.value = match because.value.as_ref() {
                "1" => "2".into(),
                "2" => "1".into(),
                _ => continue,
            };
        }
    }
    assessment
}

/// The indicators that have an entry.
fn answered(answers: &IndicatorAnswers) -> Vec<IndicatorId> {
    answers.iter().map(|(id, _)| id).collect()
}

/// The indicators of one strength.
fn of_strength(strength: Strength) -> Vec<IndicatorId> {
    IndicatorId::ALL.iter().copied().filter(|id| indicator(*id).strength == strength).collect()
}

#[test]
fn neither_person_is_favoured_by_their_number() {
    holds_for(IDENTIFICATIONS, identification_case(), |case| {
        prop_assert_eq!(assess(&swapped(&case)), swapped_result(assess(&case)));
        Ok(())
    });
}

#[test]
fn the_order_in_which_answers_were_given_changes_nothing() {
    holds_for(IDENTIFICATIONS, (identification_case(), any::<u64>()), |(case, order)| {
        // Objects come out with their keys sorted, lists in an order of their own.
        let mut json = serde_json::to_value(&case).unwrap();
        for list in ["/identify/answers", "/context/wishes"] {
            if let Some(Value::Array(entries)) = json.pointer_mut(list) {
                entries.sort_by_cached_key(|entry| entry.to_string().bytes().fold(order, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                }));
            }
        }
        for entry in json["identify"]["answers"].as_array_mut().unwrap() {
            if let Some(Value::Array(sources)) = entry.get_mut("sources") {
                sources.reverse();
            }
        }
        let reordered = Case::from_json(json.to_string().as_bytes()).unwrap();
        prop_assert_eq!(assess(&reordered), assess(&case));
        Ok(())
    });
}

#[test]
fn answers_that_are_set_aside_change_nothing_but_their_own_list_and_the_line_about_force() {
    holds_for(IDENTIFICATIONS, (identification_case(), identification()), |(case, another)| {
        let mut changed = case.clone();
        let answers = changed.identify.answers.as_mut().unwrap();
        for id in of_strength(Strength::SetAside) {
            match another.answer(id) {
                Some(answer) => *answers.entry(id) = answer.clone(),
                None => answers.remove(id),
            }
        }
        let (before, mut after) = (assess(&case), assess(&changed));
        after.identify.set_aside = before.identify.set_aside.clone();
        after.identify.force_line = before.identify.force_line;
        prop_assert_eq!(after, before);
        Ok(())
    });
}

#[test]
fn free_text_changes_nothing() {
    holds_for(IDENTIFICATIONS, (identification_case(), scribbles()), |(case, scribbles)| {
        prop_assert_eq!(assess(&scribbles.on(&case)), assess(&case));
        Ok(())
    });
}

/// How strongly a result speaks for `person` being the one who is harmed: first the outcome, then its band.
fn claim_to_be_the_survivor(result: &Identification, person: Person) -> (u8, u8) {
    if result.person != Some(other(person)) {
        return (0, 0);
    }
    let outcome = match result.outcome {
        Some(Outcome::O1) => 2,
        Some(Outcome::O2) => 1,
        _ => 0,
    };
    let band = match result.band {
        Band::Higher => 3,
        Band::Moderate => 2,
        Band::Low => 1,
        Band::None => 0,
    };
    (outcome, band)
}

/// An outsider's own knowledge that `person` keeps doing this, in place of whatever stood there, neither names nor
/// leans towards the other person where nothing did before, nor turns leaning into naming, nor raises the band.
#[test]
fn a_strong_independent_answer_against_someone_never_helps_them_to_be_seen_as_the_survivor() {
    let against = (select(of_strength(Strength::Strong)), select(Person::ALL), select(vec![Source::Agency, Source::ThirdParty]));
    holds_for(IDENTIFICATIONS, (identification_case(), against), |(case, (id, person, source))| {
        let mut worse = case.clone();
        *worse.identify.answers.as_mut().unwrap().entry(id) = IndicatorAnswer {
            who: Some(if person == Person::One { Who::One } else { Who::Two }),
            sources: Set::from_iter([source]),
            how_often: Some(HowOften::Ongoing),
            ..IndicatorAnswer::default()
        };
        let (before, after) = (assess(&case).identify, assess(&worse).identify);
        prop_assert!(claim_to_be_the_survivor(&after, person) <= claim_to_be_the_survivor(&before, person));
        Ok(())
    });
}

#[test]
fn what_was_said_in_the_others_presence_names_nobody_and_clears_nobody() {
    holds_for(IDENTIFICATIONS, identification_case(), |mut case| {
        let answers = case.identify.answers.as_mut().unwrap();
        for id in answered(answers) {
            answers.entry(id).tainted = true;
        }
        let result = assess(&case).identify;
        prop_assert!(!matches!(result.outcome, Some(Outcome::O1 | Outcome::O2 | Outcome::O6)), "{:?}", result.outcome);
        prop_assert_eq!(result.counted, Vec::new());
        for id in [IndicatorId::R1, IndicatorId::R2] {
            prop_assert_eq!(result.danger.contains(&id), case.identify.danger_sign(id), "danger still counts");
        }
        Ok(())
    });
}

/// The laws above say little if the cases are all alike.
#[test]
fn the_drawn_identifications_come_to_every_outcome_and_reason() {
    let seen = Cell::new(BTreeSet::new());
    holds_for(IDENTIFICATIONS, identification_case(), |case| {
        let result = assess(&case).identify;
        let mut all = seen.take();
        all.extend(result.outcome.map(|outcome| outcome.text()));
        all.extend(result.reasons.iter().map(|reason| reason.text()));
        all.extend(result.caps.iter().map(|cap| cap.text()));
        all.extend(result.force_line.map(|line| line.text()));
        all.insert(result.band.text());
        all.insert(result.clear.text());
        seen.set(all);
        Ok(())
    });
    let seen = seen.take();
    let texts = [Outcome::TEXTS, Reason::TEXTS, Cap::TEXTS, Band::TEXTS, ForceLine::TEXTS];
    let started = ["clear", "probable", "unclear", "reversed"];
    let unseen: Vec<_> = texts.concat().into_iter().chain(started).filter(|text| !seen.contains(text)).collect();
    assert!(unseen.is_empty(), "no drawn case came to {unseen:?}");
}
