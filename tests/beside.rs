//! The lists beside the Dash: shown where the case makes them matter, and never a point.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use waymark_case::{Case, Input};
use waymark_content::{BESIDE, EN, sources};
use waymark_engine::{assess, beside};

fn lists(answers: &[(&str, &str)]) -> Vec<&'static str> {
    let mut case = Case::default();
    for (name, value) in answers {
        let input = Input::parse(name).unwrap_or_else(|| panic!("{name}"));
        case.put(input, Some(value)).unwrap_or_else(|_| panic!("{name} {value}"));
    }
    beside(&case, &assess(&case))
}

#[test]
fn a_list_is_there_where_the_case_makes_it_matter_and_only_there() {
    assert!(lists(&[]).is_empty(), "what was not asked brings nothing up");
    assert!(lists(&[("context.survivor_age", "18-59"), ("dash.8", "no"), ("dash.20", "dk")]).is_empty());
    for (name, value, list) in [
        ("context.survivor_age", "16-17", "young"),
        ("context.survivor_age", "60-plus", "older"),
        ("context.honour_based", "yes", "honour"),
        ("context.forced_marriage", "yes", "honour"),
        ("context.fgm", "child-risk", "honour"),
        ("dash.17", "yes", "honour"),
        ("context.money", "yes", "money"),
        ("dash.20", "yes", "money"),
        ("context.lgbt", "yes", "lgbt"),
        ("context.capacity_doubt", "yes", "plain"),
        ("context.language_need", "yes", "plain"),
        ("context.care_needs", "yes", "care"),
        ("context.relationship", "carer-paid", "care"),
        ("dash.8", "yes", "stalking"),
    ] {
        assert_eq!(lists(&[(name, value)]), [list], "{name} {value}");
    }
    let both = lists(&[("dash.8", "yes"), ("context.survivor_age", "under-16")]);
    assert_eq!(both, ["young", "stalking"], "in the order of the file");
}

#[test]
fn every_list_asks_names_its_sources_and_says_what_is_disputed() {
    assert!(
        EN.steps().beside.iter().map(|list| list.id).eq(BESIDE.iter().map(|list| list.id)),
        "words and conditions agree"
    );
    for list in EN.steps().beside {
        assert!((3..=6).contains(&list.ask.len()) && !list.disputed.is_empty(), "{}", list.id);
        assert!(list.sources.iter().all(|id| sources().iter().any(|source| source.id == *id)), "{}", list.id);
        for text in list.ask.iter().chain([&list.disputed]) {
            let lower = text.to_lowercase();
            assert!(!["score", "point", "low risk", "out of"].iter().any(|word| lower.contains(word)), "{text}");
            for sentence in text.split_inclusive(['.', '?', '!', ':']) {
                assert!(sentence.split_whitespace().count() <= 22, "{}: {sentence}", list.id);
            }
        }
        // Our own words: no prompt is one of the labels of an item.
        let labels = waymark_case::ItemNumber::all().map(|item| EN.item(item).label);
        assert!(labels.into_iter().all(|label| !list.ask.contains(&label)), "{}", list.id);
    }
}
