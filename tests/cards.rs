//! The cards of what to do and the line about them: in which order they stand, what each asks, what is said in short.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // a test may fail loudly

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use support::arbitrary::{case, holds_for};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::{EN, Open, PATHWAYS, ROWS, Stance};
use waymark_engine::{assess, read_by};
use waymark_flow::{CardPlace, card_questions, cards, now, result};

fn case_of(answers: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    for (name, value) in answers {
        case.put(Input::parse(name).unwrap(), Some(value)).unwrap();
    }
    case
}

fn order(answers: &[(&str, &str)]) -> Vec<PathwayId> {
    let case = case_of(answers);
    cards(&case, &assess(&case)).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn nothing_that_comes_before_anything_else_stands_behind_something() {
    holds_for(400, case(), |case| {
        let found = assess(&case);
        let order = cards(&case, &found);
        let priority = |id: PathwayId| found.pathway(id).map(|shown| shown.priority);
        let urgent = order.iter().take_while(|(id, _)| priority(*id) == Some(0)).count();
        let all = found.pathways.iter().filter(|shown| shown.priority == 0).count();
        prop_assert_eq!(urgent, all);
        prop_assert!(order.iter().all(|(id, place)| priority(*id) != Some(0) || *place != CardPlace::Morning));
        // Every step once, and three that stand open where there are as many.
        let mut ids: Vec<_> = order.iter().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        let mut shown: Vec<_> = found.pathways.iter().map(|shown| shown.id).collect();
        shown.sort_unstable();
        prop_assert_eq!(ids, shown);
        let open = order.iter().filter(|(_, place)| *place == CardPlace::First).count();
        let waits = order.iter().filter(|(_, place)| *place == CardPlace::Morning).count();
        prop_assert_eq!(open, 3.min(order.len() - waits));
        Ok(())
    });
}

#[test]
fn a_question_is_asked_on_one_card_only_and_stays_there() {
    holds_for(200, case(), |case| {
        let found = assess(&case);
        let order = cards(&case, &found);
        let asked = card_questions(&case, &found, &order, &[], &EN);
        for (at, (id, field)) in asked.iter().enumerate() {
            prop_assert!(asked[..at].iter().all(|(_, other)| other != field), "{} twice", field.path());
            prop_assert!(case.context.field(*field).is_absent());
            prop_assert!(matches!(field.kind(), Kind::One(_)));
            prop_assert!(
                *field == ContextField::Nation || read_by(*id).contains(field),
                "{} decides nothing",
                field.path()
            );
        }
        // Answered, it stays on its card.
        if let Some((id, field)) = asked.first().copied()
            && let Kind::One(values) = field.kind()
        {
            let mut answered = case.clone();
            answered.put(Input::Context(field), values.last().copied()).unwrap();
            let found = assess(&answered);
            let order = cards(&answered, &found);
            let again = card_questions(&answered, &found, &order, &asked, &EN);
            prop_assert_eq!(again.contains(&(id, field)), found.pathway(id).is_some());
        }
        Ok(())
    });
}

#[test]
fn what_is_to_do_now_is_what_tonight_lists_and_nobody_has_decided_on() {
    holds_for(400, case(), |case| {
        let found = assess(&case);
        let short = now(&case, &found);
        let listed = result(&case, &found, &EN).do_now;
        let decided = |id: PathwayId| {
            let decision = case.choice(id).and_then(|choice| choice.decision);
            matches!(decision, Some(Decision::Done | Decision::NotNow | Decision::Declined))
        };
        let open: Vec<_> = listed.iter().filter(|step| !decided(step.pathway)).collect();
        prop_assert_eq!(short.count, open.len());
        prop_assert_eq!(short.urgent, open.iter().any(|step| step.priority == 0));
        prop_assert_eq!(short.first, open.first().map(|step| step.pathway));
        let sentence = short.sentence(&EN);
        prop_assert!(!sentence.contains('{') && !sentence.contains(" ."), "{sentence}");
        prop_assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
        Ok(())
    });
}

#[test]
fn the_line_in_words() {
    let said = |answers: &[(&str, &str)]| {
        let case = case_of(answers);
        now(&case, &assess(&case)).sentence(&EN)
    };
    let plan = "choices.PW-42.decision";
    assert_eq!(said(&[]), "Now: make a plan for tonight.");
    assert_eq!(said(&[(plan, "do")]), "Now: make a plan for tonight.", "it is still to do");
    for decided in ["done", "not-now", "declined"] {
        assert_eq!(said(&[(plan, decided)]), "See what to do", "no finding is made of it");
    }
    let hurt = [("context.injury", "needs-care")];
    assert_eq!(said(&hurt), "Now: get a medical check. 1 more.");
    assert!(said(&[("context.danger_now", "yes")]).starts_with("Now: call 999. "));
}

#[test]
fn plan_and_specialist_lead_an_ordinary_case_then_the_wish() {
    let ordinary = [
        ("context.danger_now", "no"),
        ("context.told_by", "survivor"),
        ("context.nation", "england"),
        ("context.wish_asked", "yes"),
    ];
    let with = |more: &[(&'static str, &'static str)]| order(&[&ordinary[..], more].concat());
    let before = |order: &[PathwayId], one: PathwayId, other: PathwayId| {
        let place = |id| order.iter().position(|known| *known == id);
        place(one).unwrap() < place(other).unwrap()
    };
    let stays = with(&[("context.wishes", "stay-home"), ("context.perpetrator_access", "none")]);
    assert_eq!(stays[..3], [PathwayId::SafetyPlan, PathwayId::Idva, PathwayId::StayPut]);
    let leaves = with(&[("context.wishes", "leave")]);
    assert_eq!(leaves[..4], [PathwayId::SafetyPlan, PathwayId::Idva, PathwayId::Homelessness, PathwayId::Refuge]);
    let police = with(&[("context.wishes", "police")]);
    assert_eq!(police[..3], [PathwayId::SafetyPlan, PathwayId::Idva, PathwayId::PoliceReport]);
    // What must be done today to keep somebody from harm stands before; what is only offered does not.
    let hurt = with(&[("context.injury", "needs-care"), ("context.wishes", "leave")]);
    assert_eq!(hurt[..3], [PathwayId::MedicalCheck, PathwayId::SafetyPlan, PathwayId::Idva]);
    let danger = with(&[("context.danger_now", "yes"), ("context.wishes", "stay-home")]);
    assert_eq!(danger[0], PathwayId::EmergencyCall);
    assert!(before(&danger, PathwayId::EmergencyCall, PathwayId::SafetyPlan));
}

#[test]
fn whatever_can_be_urgent_can_be_said() {
    let shown = ROWS.iter().flat_map(|row| row.show).filter(|show| show.priority <= 1);
    let mut pressing: Vec<_> = shown.map(|show| (show.pathway, show.stance)).collect();
    pressing.sort_unstable();
    pressing.dedup();
    assert!(pressing.len() > 25);
    for (id, stance) in pressing {
        let words = EN.pathway(id);
        assert!(!words.say.is_empty(), "{} has nothing to say first", id.text());
        assert!(words.say.split_whitespace().count() <= 22, "{}", id.text());
        let listed = stance != Stance::Consider && PATHWAYS[id.index()].open != Open::OfficeHours;
        assert!(
            !listed || !EN.few_words(id).is_empty(),
            "{} can be the first thing to do, and has no few words",
            id.text()
        );
    }
    for id in PathwayId::ALL {
        let words = EN.pathway(*id);
        let few = EN.few_words(*id);
        assert!(few.chars().next().is_none_or(char::is_lowercase) && !few.ends_with('.'), "{}", id.text());
        assert!(words.say.is_empty() || words.say.ends_with(['.', '?']), "{}", id.text());
        assert!(words.steps.len() <= 3);
        // Words for the survivor and for whoever answers: nothing is promised, and nobody is named.
        for never in ["promise", "will be safe", "must ", "perpetrator", "I won't tell", "safe now"] {
            assert!(!words.say.contains(never), "{}: {never}", id.text());
        }
    }
}
