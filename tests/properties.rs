//! What must hold of every case, tried on tens of thousands that nobody thought of.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{TestCaseError, TestCaseResult};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;
use support::arbitrary::{
    case, context_inputs, holds_for, identification, identification_case, nearly_cleared_case, other, scribbled,
    setting_inputs,
};
use waymark_case::identify::{IndicatorAnswer, IndicatorAnswers};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber};
use waymark_content::condition::Clear;
use waymark_content::{ContactMode, Profiles, Strength, WhyWithheld, indicator, sources};
use waymark_engine::assessment::*;
use waymark_engine::{assess, check_profile};

/// How many cases a law about the identification is tried on.
const IDENTIFICATIONS: u32 = 20_000;
/// How many cases a law about everything is tried on.
const WHOLE_CASES: u32 = 5_000;

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
    let Domains { fear, control, history, use_of_force, life_space } = &mut identify.domains;
    [fear, control, history, use_of_force, life_space].into_iter().for_each(swap);
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
                entries.sort_by_cached_key(|entry| {
                    entry
                        .to_string()
                        .bytes()
                        .fold(order, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
                });
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
    let law = |(case, scribbled): (Case, Case)| {
        prop_assert_eq!(assess(&scribbled), assess(&case));
        Ok(())
    };
    holds_for(IDENTIFICATIONS, scribbled(identification_case()), law);
    holds_for(WHOLE_CASES, scribbled(case()), law);
}

/// How strongly a result speaks for `person` being the one who is harmed: first the outcome, then its band.
fn claim_to_be_the_survivor(result: &Identification, person: Person) -> (u8, u8) {
    if result.person != Some(other(person)) {
        return (0, 0);
    }
    let outcome = match result.outcome {
        Some(Outcome::Clear) => 2,
        Some(Outcome::Probable) => 1,
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
    let against =
        (select(of_strength(Strength::Strong)), select(Person::ALL), select(vec![Source::Agency, Source::ThirdParty]));
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
        prop_assert!(
            !matches!(result.outcome, Some(Outcome::Clear | Outcome::Probable | Outcome::NoControlFound)),
            "{:?}",
            result.outcome
        );
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
    holds_for(IDENTIFICATIONS / 4, identification_case(), |case| {
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

// ------------------------------------------------------------------------------------------------ the whole of a case

/// Everything that speaks for danger before is still there after: routes, markers, gate questions, and each pathway as
/// early and as firm as before. A hand-off that could not wait does not begin to.
///
/// One thing may give way, by the letter of the rules: a survivor under 16 with no route, whom an area's own setting
/// sends to MARAC for honour-based abuse, goes to children's services instead once a rule that weighs MARAC applies.
fn nothing_is_lost(before: &Assessment, after: &Assessment) -> TestCaseResult {
    for route in &before.dash.routes {
        prop_assert!(after.dash.routes.contains(route), "{:?} is gone", route);
    }
    for route in &before.dash.routes_open {
        let kept = after.dash.routes_open.contains(route) || after.dash.routes.contains(route);
        prop_assert!(kept, "{:?} is no longer open", route);
    }
    for item in &before.dash.markers {
        prop_assert!(after.dash.markers.contains(item), "marker {:?} is gone", item);
    }
    for gate in &before.unanswered_gate {
        prop_assert!(after.unanswered_gate.contains(gate), "{:?} is no longer asked", gate);
    }
    for shown in &before.pathways {
        // A child under 16 whose area refers honour-based abuse at once: the contract lets withheld beat shown.
        let instead_of_marac = |held: &Withheld| (held.id, held.why) == (PathwayId::MaracReferral, WhyWithheld::Age);
        let Some(now) = after.pathway(shown.id) else {
            if shown.id == PathwayId::MaracReferral && after.withheld.iter().any(instead_of_marac) {
                continue;
            }
            return Err(TestCaseError::fail(format!("{} is gone", shown.id.text())));
        };
        prop_assert!(now.priority <= shown.priority, "{} comes later", shown.id.text());
        prop_assert!(now.stance <= shown.stance, "{} is put less firmly", shown.id.text());
    }
    if let (Some(before), Some(after)) = (&before.handoff, &after.handoff) {
        prop_assert!(before.waits || !after.waits, "the hand-off waits");
    }
    prop_assert_eq!(after.stop, before.stop);
    Ok(())
}

/// How far the count reaches, as a number; a sheet without a total reaches nothing.
fn reach_rank(dash: &DashResult) -> u8 {
    match dash.reach {
        Some(Reach::Met) => 2,
        Some(Reach::Possible) => 1,
        Some(Reach::NotOnTheseAnswers) | None => 0,
    }
}

fn item() -> impl Strategy<Value = ItemNumber> {
    select(ItemNumber::all().collect::<Vec<_>>())
}

/// A yes in place of no, don't know or blank. The prompt may fall in one way only: "could reach the line" ends where
/// the line is reached, and then route 1 says more than a prompt.
#[test]
fn one_more_yes_never_lowers_anything() {
    holds_for(WHOLE_CASES, (case(), item()), |(case, item)| {
        let mut more = case.clone();
        more.dash.answers.set(item, Some(ItemAnswer::Yes));
        let (before, after) = (assess(&case), assess(&more));
        nothing_is_lost(&before, &after)?;
        prop_assert!(after.dash.lowest >= before.dash.lowest);
        prop_assert!(after.dash.highest >= before.dash.highest);
        prop_assert!(reach_rank(&after.dash) >= reach_rank(&before.dash));
        let reached = after.dash.reach == Some(Reach::Met) && after.dash.routes.contains(&Route::R1);
        prop_assert!(after.dash.prompt >= before.dash.prompt || reached);
        for withheld in &before.withheld {
            let still = after.withheld.iter().any(|now| now.id == withheld.id && now.why == withheld.why);
            prop_assert!(still, "a yes brought back {}", withheld.id.text());
        }
        Ok(())
    });
}

/// A no that becomes don't know, or is taken back while the sheet keeps another answer. (With none left the sheet is
/// not started, and does not say that it could reach the line.)
#[test]
fn not_knowing_never_counts_as_no_on_the_dash() {
    holds_for(WHOLE_CASES, (case(), item(), any::<bool>()), |(mut case, item, taken_back)| {
        case.dash.answers.set(item, Some(ItemAnswer::No));
        let mut open = case.clone();
        open.dash.answers.set(item, (!taken_back).then_some(ItemAnswer::DontKnow));
        if open.dash.answers.is_empty() {
            return Ok(());
        }
        let (before, after) = (assess(&case), assess(&open));
        nothing_is_lost(&before, &after)?;
        prop_assert_eq!(after.dash.lowest, before.dash.lowest);
        prop_assert!(after.dash.highest >= before.dash.highest);
        prop_assert!(reach_rank(&after.dash) >= reach_rank(&before.dash));
        prop_assert!(after.dash.prompt >= before.dash.prompt);
        Ok(())
    });
}

/// The fields of the situation whose "no" or "none" reassures, with that value. "Not private", "no wish asked" and
/// "no safe way to be in touch" are themselves what to worry about, and a home, a landlord or a way in that is not
/// there is a fact rather than a reassurance.
fn reassuring() -> Vec<(&'static str, &'static str)> {
    let others = [
        ContextField::PrivateNow,
        ContextField::WishAsked,
        ContextField::SurvivorReach,
        ContextField::Tenure,
        ContextField::Landlord,
        ContextField::PerpetratorAccess,
    ];
    let no_of = |field: ContextField| match field.kind() {
        Kind::One(values) => values.iter().copied().find(|value| matches!(*value, "no" | "none")),
        _ => None,
    };
    ContextField::ALL
        .iter()
        .filter(|field| !others.contains(field))
        .filter_map(|field| Some((field.path(), no_of(*field)?)))
        .collect()
}

#[test]
fn not_knowing_never_counts_as_no_in_the_situation() {
    holds_for(WHOLE_CASES, (case(), select(reassuring()), any::<bool>()), |(mut case, (field, no), unknown)| {
        let input = Input::parse(field).unwrap();
        case.put(input, Some(no)).unwrap();
        let mut open = case.clone();
        if !unknown || open.put(input, Some("unknown")).is_err() {
            open.put(input, None).unwrap();
        }
        let (before, after) = (assess(&case), assess(&open));
        nothing_is_lost(&before, &after)?;
        prop_assert!(after.dash.prompt >= before.dash.prompt);
        prop_assert!(after.dash.repeat <= before.dash.repeat, "an earlier Dash is leant on more");
        Ok(())
    });
}

#[test]
fn danger_now_always_comes_first() {
    holds_for(WHOLE_CASES, case(), |mut case| {
        case.context.danger_now = Some(Known::Yes);
        let assessment = assess(&case);
        let emergency = assessment.pathways.first().expect("something is shown");
        prop_assert_eq!(
            (emergency.id, emergency.priority, emergency.stance.text()),
            (PathwayId::EmergencyCall, 0, "do")
        );
        let silent = assessment.pathway(PathwayId::SilentCall).map(|pathway| pathway.priority);
        prop_assert_eq!(silent, Some(0), "when they cannot speak");
        let expected = if case.is_done(PathwayId::EmergencyCall) { None } else { Some(Stop::DangerNow) };
        prop_assert!(expected.is_none() || assessment.stop == expected, "{:?}", assessment.stop);
        Ok(())
    });
}

/// True when everything holds that must hold before anyone is pointed at the other person or enforcement is weighed.
fn other_person_may_be_reached(case: &Case, assessment: &Assessment) -> bool {
    let context = &case.context;
    let identify = &case.identify;
    let profiles = Profiles::shipped();
    let judged = identify.judgement.person.map(JudgedPerson::text);
    let honour_or_force = context.honour_based == Some(Known::Yes)
        || context.forced_marriage == Some(Known::Yes)
        || matches!(context.fgm, Some(Fgm::Adult | Fgm::ChildRisk | Fgm::ChildKnown));
    assessment.identify.clear == Clear::Clear
        && (identify.second_reader || identify.flags.specialist == Some(SpecialistView::Agrees))
        && context.contact_lawful == Some(Known::Yes)
        && !matches!(context.perpetrator_age, Some(PerpetratorAge::Under16 | PerpetratorAge::From16To17))
        && profiles.get_or_default(case.profile.as_deref()).contact != ContactMode::None
        && !honour_or_force
        && context.counter_allegation != Some(Known::Yes)
        && (judged.is_none() || judged == assessment.identify.person.map(Person::text))
}

#[test]
fn nothing_reaches_the_other_person_before_every_condition_of_the_safety_floor_holds() {
    let opened = Cell::new(0);
    let law = |case: Case| {
        let assessment = assess(&case);
        let may = other_person_may_be_reached(&case, &assessment);
        let programme =
            assessment.pathway(PathwayId::PerpetratorProgramme).is_some_and(|pathway| pathway.mode == Some(Mode::Full));
        prop_assert_eq!(assessment.pathway(PathwayId::PerpetratorHousing).is_some(), may, "housing options for them");
        prop_assert_eq!(programme, may, "a programme for them");
        let panel = may && !assessment.dash.routes.is_empty();
        prop_assert_eq!(assessment.pathway(PathwayId::IntensiveWork).is_some(), panel, "a panel about them");
        opened.set(opened.get() + u32::from(may));
        Ok(())
    };
    holds_for(WHOLE_CASES, nearly_cleared_case(), law);
    let often = opened.get();
    assert!(often > WHOLE_CASES / 10 && often < WHOLE_CASES * 9 / 10, "the floor was tried from one side: {often}");
    holds_for(WHOLE_CASES / 4, case(), law);
}

#[test]
fn a_judgement_can_raise_and_never_lower() {
    let judged = (case(), select(Judgement::ALL), proptest::option::of(select(JudgedPerson::ALL)));
    holds_for(WHOLE_CASES, judged, |(mut case, danger, person)| {
        case.dash.judgement = None;
        let before = assess(&case);
        case.dash.judgement = Some(danger);
        let after = assess(&case);
        nothing_is_lost(&before, &after)?;
        prop_assert_eq!(after.dash.routes.contains(&Route::R4), danger == Judgement::High);
        prop_assert_eq!(&after.identify, &before.identify);

        // The worker's own view of who uses power stands beside the result and changes neither it nor the Dash.
        case.identify.judgement.person = person;
        let also = assess(&case);
        prop_assert_eq!(also.identify, after.identify);
        prop_assert_eq!(also.dash, after.dash);
        Ok(())
    });
}

#[test]
fn the_same_case_always_gets_the_same_answer() {
    holds_for(WHOLE_CASES, (case(), case()), |(case, another)| {
        let first = assess(&case);
        assess(&another);
        prop_assert_eq!(assess(&case), first);
        prop_assert!(check_profile(&case, &Profiles::shipped()).is_ok());
        Ok(())
    });
}

// --------------------------------------------------------------------------------------- what an answer always carries

/// True for a rule of a seed document, a clause of the safety floor, or a listed source.
fn is_known_rule(rule: &str) -> bool {
    let within = |number: &str, most: u16| number.parse().is_ok_and(|number: u16| (1..=most).contains(&number));
    let seed = rule.split_once('-').is_some_and(|(document, number)| match document {
        "D" => within(number, 108),
        "P" => within(number, 113),
        "W" => within(number, 30),
        "H" => within(number, 168),
        "S" => within(number, 53),
        _ => false,
    });
    let floor = rule.strip_prefix("C1.3.").is_some_and(|clause| within(clause, 9))
        || rule.strip_prefix("1.3.").is_some_and(|clause| within(clause, 7));
    seed || floor || sources().iter().any(|source| source.id == rule)
}

/// True when the entries stand in their own order and none stands twice.
fn in_order<T: Ord>(entries: impl IntoIterator<Item = T>) -> bool {
    entries.into_iter().is_sorted_by(|earlier, later| earlier < later)
}

#[test]
fn everything_stands_in_its_order_and_once() {
    holds_for(WHOLE_CASES, case(), |case| {
        let Assessment { identify, dash, pathways, withheld, cautions, unanswered_gate, .. } = assess(&case);
        prop_assert!(in_order(pathways.iter().map(|pathway| (pathway.priority, pathway.id))));
        prop_assert!(in_order(withheld.iter().map(|withheld| withheld.id)));
        prop_assert!(in_order(cautions.iter().map(|caution| caution.id)));
        prop_assert!(in_order(unanswered_gate));
        prop_assert!(in_order(dash.routes) && in_order(dash.routes_open) && in_order(dash.markers));
        prop_assert!(in_order(identify.caps));
        let Identification { counted, contrary, unknown, set_aside, danger, rests_on, unasked_core, .. } = identify;
        for list in [counted, contrary, unknown, set_aside, danger, rests_on, unasked_core] {
            prop_assert!(in_order(list.iter()), "{:?}", list);
        }
        for pathway in &pathways {
            let number = |trigger: &&str| trigger[1..].parse::<u8>().unwrap();
            prop_assert!(in_order(pathway.triggers.iter().map(number)), "{:?}", pathway.triggers);
            prop_assert!(pathway.priority <= 4);
        }
        let both: Vec<_> = withheld.iter().filter(|held| pathways.iter().any(|shown| shown.id == held.id)).collect();
        prop_assert!(both.is_empty(), "shown and withheld: {:?}", both);
        Ok(())
    });
}

#[test]
fn everything_shown_or_withheld_says_why_and_by_which_rule() {
    holds_for(WHOLE_CASES, case(), |case| {
        let assessment = assess(&case);
        for pathway in &assessment.pathways {
            prop_assert!(!pathway.because.is_empty(), "{} has no reason", pathway.id.text());
            prop_assert!(!pathway.rules.is_empty(), "{} has no rule", pathway.id.text());
            prop_assert_eq!(pathway.mode.is_some(), pathway.id == PathwayId::PerpetratorProgramme);
        }
        for withheld in &assessment.withheld {
            prop_assert!(!withheld.because.is_empty(), "{} is withheld for no fact", withheld.id.text());
            for instead in &withheld.instead {
                let id = instead.strip_prefix("pathway:").and_then(PathwayId::from_text);
                // Instead of a police notice while it is in dispute who harms whom, Clare's Law is named, shown or not.
                let named = withheld.why == WhyWithheld::NotSettled && id == Some(PathwayId::ClaresLaw);
                let shown = id.is_some_and(|id| assessment.pathway(id).is_some());
                prop_assert!(named || shown, "{} is not shown", instead);
            }
        }
        for caution in &assessment.cautions {
            prop_assert!(!caution.rules.is_empty(), "{} has no rule", caution.id.text());
        }
        let pathways = assessment.pathways.iter().flat_map(|pathway| &pathway.rules);
        let cautions = assessment.cautions.iter().flat_map(|caution| &caution.rules);
        let handoff = assessment.handoff.iter().flat_map(|handoff| &handoff.rules);
        for rule in pathways.chain(cautions).chain(handoff) {
            prop_assert!(is_known_rule(rule), "{} is no rule", rule);
        }
        Ok(())
    });
}

/// True when the case or the assessment holds `value` at the path `fact`; an empty value says that a list is empty.
fn is_so(fact: &str, value: &str, case: &Value, assessment: &Value) -> bool {
    let path = format!("/{}", fact.replace('.', "/"));
    let found = case.pointer(&path).or_else(|| assessment.pointer(&path));
    match found {
        Some(Value::Array(members)) if value.is_empty() => members.is_empty(),
        Some(Value::Array(members)) => members.iter().any(|member| member == value),
        Some(Value::String(text)) => text == value,
        Some(Value::Number(number)) => number.to_string() == value,
        Some(Value::Bool(ticked)) => ticked.to_string() == value,
        _ => false,
    }
}

#[test]
fn every_reason_given_is_a_fact_of_the_case() {
    holds_for(WHOLE_CASES / 2, case(), |case| {
        let assessment = assess(&case);
        let (case, json) = (serde_json::to_value(&case).unwrap(), serde_json::to_value(&assessment).unwrap());
        let shown = assessment.pathways.iter().map(|pathway| (pathway.id.text(), &pathway.because));
        let withheld = assessment.withheld.iter().map(|withheld| (withheld.id.text(), &withheld.because));
        let cautions = assessment.cautions.iter().map(|caution| (caution.id.text(), &caution.because));
        for (id, because) in shown.chain(withheld).chain(cautions) {
            for because in because {
                let so = is_so(because.fact, &because.value, &case, &json);
                prop_assert!(so, "{}: {} is not {}", id, because.fact, because.value);
            }
        }
        Ok(())
    });
}

/// The laws above say little if some answer is never drawn.
#[test]
fn the_drawn_cases_hold_every_value_of_every_input() {
    let inputs: Vec<Input> = context_inputs().into_iter().chain(setting_inputs()).collect();
    let sheet = ItemNumber::all().map(Input::DashItem);
    let rest = [Input::DashWith, Input::DashHeard, Input::DashJudgement, Input::SurvivorIs, Input::JudgementPerson];
    let inputs: Vec<Input> = inputs.into_iter().chain(sheet).chain(rest).collect();
    let seen = Cell::new(BTreeSet::new());
    holds_for(WHOLE_CASES, case(), |case| {
        let mut all = seen.take();
        for input in &inputs {
            all.extend(case.shown(*input).split(' ').map(|value| (input.name(), value.to_owned())));
        }
        seen.set(all);
        Ok(())
    });
    let seen = seen.take();
    for input in inputs {
        match input.kind() {
            Kind::One(values) | Kind::Any(values) => {
                for value in values {
                    assert!(seen.contains(&(input.name(), (*value).to_owned())), "{} is never {value}", input.name());
                }
            }
            Kind::Number(least, most) => {
                for bound in [least, most] {
                    assert!(seen.contains(&(input.name(), bound.to_string())), "{} is never {bound}", input.name());
                }
            }
            Kind::Tick | Kind::Text | Kind::Day => {}
        }
    }
}
