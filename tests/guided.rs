//! The guided screens of the situation: the contract's order, every question in one place, a way on that ends, and what an
//! answer can change.

#![allow(clippy::expect_used, clippy::panic)] // a test may fail loudly

use proptest::prelude::*;
use std::collections::BTreeSet;
use waymark_case::value::Kind;
use waymark_case::vocabulary::PathwayId;
use waymark_case::{Case, ContextField, Input, ItemNumber, Step};
use waymark_content::Stance;
use waymark_engine::{Assessment, assess};
use waymark_flow::{SITUATION, SituationPlace, TaskState, minutes_left, sections, task_state, would_change};

/// A case in which some facts and items are answered, each with a value of its own.
fn any_case() -> impl Strategy<Value = Case> {
    prop::collection::vec((0..ContextField::ALL.len() + 24, any::<prop::sample::Index>()), 0..40).prop_map(|answers| {
        let mut case = Case::default();
        for (place, value) in answers {
            let input = match ContextField::ALL.get(place) {
                Some(field) => Input::Context(*field),
                None => ItemNumber::all().nth(place - ContextField::ALL.len()).map(Input::DashItem).expect("24 items"),
            };
            if let Kind::One(values) | Kind::Any(values) = input.kind() {
                case.put(input, Some(values[value.index(values.len())])).expect("a value of the input");
            }
        }
        case
    })
}

/// What presses, as `ask_next` compares it.
fn pressing(assessment: &Assessment) -> BTreeSet<(PathwayId, u8, Stance)> {
    let pressing = assessment.pathways.iter().filter(|shown| shown.priority <= 1);
    pressing.map(|shown| (shown.id, shown.priority, shown.stance)).collect()
}

#[test]
fn the_twelve_screens_stand_in_the_order_of_the_contract() {
    let names: Vec<_> = SITUATION.iter().map(|screen| screen.name()).collect();
    let order = [
        "context.nation",
        "context.danger_now",
        "context.private_now",
        "context.told_by",
        "context.injury",
        "context.strangulation_within_4_weeks",
        "context.suicidal_now",
        "context.sees",
        "context.relationship",
        "context.children",
        "context.limits_explained",
        "context.safe_contact",
    ];
    assert_eq!(names, order);
}

#[test]
fn every_question_is_asked_in_one_place() {
    let twelve: Vec<_> = SITUATION.iter().flat_map(|screen| screen.fields).collect();
    assert_eq!(twelve.iter().collect::<BTreeSet<_>>().len(), twelve.len());
    for field in ContextField::ALL {
        let headings = sections().iter().filter(|section| section.fields.contains(field)).count();
        assert_eq!(headings, 1, "{} has a heading at the end, or in the whole layout", field.name());
        let case = Case::default();
        let of = SituationPlace::of(*field);
        if let SituationPlace::Screen(at) = of {
            let screen = &SITUATION[at];
            let opened = [
                ("context.children", "in-home"),
                ("context.child_harm", "hurt"),
                ("context.wish_asked", "yes"),
                ("context.strangulation_within_4_weeks", "yes"),
            ];
            let mut brought_up = case;
            for (name, value) in opened {
                brought_up.put(Input::parse(name).expect("an input"), Some(value)).expect("a value");
            }
            let rows = screen.rows(&brought_up, &assess(&brought_up));
            assert!(screen.single() == Some(*field) || rows.contains(field), "{} can be reached", field.name());
        }
    }
}

#[test]
fn a_case_opens_at_the_first_question_without_an_answer() {
    let mut case = Case::default();
    assert_eq!(SituationPlace::Opened.settled(&case), SituationPlace::Screen(0));
    case.put(Input::Context(ContextField::Nation), Some("wales")).expect("a nation");
    assert_eq!(SituationPlace::Opened.settled(&case), SituationPlace::Screen(1));
    assert_eq!(task_state(Step::Situation, &case, &assess(&case)), Some(TaskState::Some(1, 12)));
}

#[test]
fn the_time_left_falls_to_nothing() {
    let mut case = Case::default();
    assert_eq!(minutes_left(Step::Dash, &case, &assess(&case)), 10);
    for item in ItemNumber::all() {
        case.put(Input::DashItem(item), Some("no")).expect("an answer");
    }
    let found = assess(&case);
    assert_eq!(task_state(Step::Dash, &case, &found), Some(TaskState::Done));
    assert_eq!(minutes_left(Step::Dash, &case, &found), 0);
}

proptest! {
    #[test]
    fn going_on_ends_and_going_back_comes_to_the_first_screen(case in any_case()) {
        let found = assess(&case);
        let mut place = SituationPlace::Screen(0);
        let mut extras = Vec::new();
        let mut steps = 0;
        while place != SituationPlace::More {
            if let SituationPlace::Extra(at, all) = &place {
                prop_assert!(all.len() <= 2);
                extras.push(all[*at]);
            }
            place = place.next(&found);
            steps += 1;
            prop_assert!(steps <= 14);
        }
        for field in &extras {
            prop_assert_eq!(SituationPlace::of(*field), SituationPlace::More, "asked once only");
            prop_assert!(found.ask_next.contains(field));
        }
        while let Some(before) = place.back() {
            place = before;
            steps += 1;
            prop_assert!(steps <= 40);
        }
        prop_assert_eq!(place, SituationPlace::Screen(0));
    }

    #[test]
    fn what_an_answer_can_change_is_what_the_engine_then_changes(case in any_case(), place in 0..ContextField::ALL.len()) {
        let field = ContextField::ALL[place];
        let now = assess(&case);
        let changes: BTreeSet<_> = would_change(field, &case, assess).into_iter().collect();
        let mut expected = BTreeSet::new();
        let mut stops = false;
        if let Kind::One(values) | Kind::Any(values) = field.kind() {
            for value in values.iter().filter(|value| **value != "unknown") {
                let mut other = case.clone();
                other.put(Input::Context(field), Some(value)).expect("a value of the field");
                let then = assess(&other);
                stops |= then.stop != now.stop;
                expected.extend(pressing(&now).symmetric_difference(&pressing(&then)).map(|(id, ..)| *id));
            }
        }
        prop_assert_eq!(&changes, &expected);
        if now.ask_next.contains(&field) {
            prop_assert!(!changes.is_empty() || stops, "{} is worth asking for a reason", field.name());
        }
    }
}
