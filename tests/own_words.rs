//! The words of a policy and of an area: they stand in questions, steps and the organisation's own sheets, change nothing
//! else there, and reach nobody outside.

#![allow(clippy::expect_used)] // a test that cannot go on stops

use serde_json::Value;
use std::ptr;
use waymark_area::{Area, AreaError, Draft, PatchValue, Place, State, Why, effects, local_profile};
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, Settings};
use waymark_content::{EN, OwnWords, PROFILES, Profile, Profiles, SECTOR_WORDS, Term};
use waymark_engine::assess;
use waymark_record::{People, texts};

/// Cases of three fixtures: people who do wrong, every situation of a recipe, every outcome of who is doing what.
const FIXTURES: [&str; 3] = [
    include_str!("fixtures/cases.ndjson"),
    include_str!("fixtures/identify.ndjson"),
    include_str!("fixtures/recipes.ndjson"),
];

/// What outsiders read, and the survivor.
const OUTSIDE: [&str; 8] = ["visit", "marac", "idva", "police", "children", "adults", "council-letter", "own-copy"];

fn cases() -> impl Iterator<Item = Case> {
    FIXTURES.iter().flat_map(|fixture| fixture.lines()).map(|line| {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        Case::from_json(line["case"].to_string().as_bytes()).expect("a fixture holds a case")
    })
}

/// Words that an area could have, beside those of the policies.
fn vocabularies() -> Vec<(&'static Profile, OwnWords)> {
    let mut all: Vec<_> = PROFILES.iter().map(|profile| (profile, profile.own_words.clone())).collect();
    let mut own = SECTOR_WORDS.clone();
    for (term, word) in Term::ALL.iter().zip(["woman who came to us", "occupant", "scheme", "Opus"]) {
        own.set(*term, word);
    }
    all.push((&PROFILES[0], own));
    all
}

/// A text on one line, and with the sector's words for the policy's.
fn in_sector_words(text: &str, own: &OwnWords) -> String {
    let mut plain =
        text.split_whitespace().filter(|word| !word.trim_matches(['-', '=']).is_empty()).collect::<Vec<_>>().join(" ");
    const FORMS: [&str; 9] = [
        "{survivor's}",
        "{Survivor's}",
        "{a survivor}",
        "{survivor}",
        "{Survivor}",
        "{residents}",
        "{resident}",
        "{home}",
        "{your file system}",
    ];
    for form in FORMS {
        plain = plain.replace(own.put(form).as_ref(), SECTOR_WORDS.put(form).as_ref());
    }
    plain.replace(own.put("{ in your file system}").as_ref(), "")
}

#[test]
fn a_policys_words_change_its_own_sheets_in_those_words_only_and_no_sheet_that_goes_out() {
    let mut turned = 0;
    for mut case in cases() {
        for (profile, own) in vocabularies() {
            case.profile = Some(profile.id.as_ref().to_owned());
            let (found, people) = (assess(&case), People::unnamed(&EN));
            let usual = texts(&case, &found, &EN, &people);
            let told = texts(&case, &found, EN.in_words_of(&own), &people);
            for ((id, usual), (_, told)) in usual.iter().zip(&told) {
                assert!(!told.contains('{'), "{id} under {}: {told}", profile.id);
                if OUTSIDE.contains(id) || own == SECTOR_WORDS {
                    assert_eq!(usual, told, "{id} under {}", profile.id);
                } else {
                    assert_eq!(in_sector_words(usual, &own), in_sector_words(told, &own), "{id} under {}", profile.id);
                    turned += usize::from(usual != told);
                }
            }
        }
    }
    assert!(turned > 500, "{turned}");
}

#[test]
fn a_sheet_does_not_mix_the_survivors_two_names_in_a_sentence() {
    for mut case in cases() {
        for (profile, own) in vocabularies() {
            case.profile = Some(profile.id.as_ref().to_owned());
            let word = own.put("{survivor}").into_owned();
            if word == "survivor" {
                continue;
            }
            for (id, text) in texts(&case, &assess(&case), EN.in_words_of(&own), &People::unnamed(&EN)) {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                for sentence in text.split(['.', '?', '!']) {
                    let mixed = sentence.contains(&word) && sentence.replace(&word, "").contains("survivor");
                    assert!(!mixed, "{id} under {}: {sentence}", profile.id);
                }
            }
        }
    }
}

#[test]
fn the_words_of_each_policy_stand_in_questions_and_steps() {
    let nation = Input::Context(ContextField::Nation);
    for (policy, survivor, resident, home, system) in [
        ("default", "survivor", "resident", "home", "your file system"),
        ("daha-supported", "survivor", "service user", "accommodation", "your case management system"),
        ("peaks-plains", "survivor", "customer", "home", "your housing management system"),
        ("south-wales", "victim", "tenant", "property", "your file system"),
        ("housing21", "victim/survivor", "resident", "court", "ERICA"),
        ("herts-2024", "victim/survivor", "resident", "home", "your case management system"),
    ] {
        let words = EN.in_words_of(&Profiles::shipped().get_or_default(Some(policy)).own_words);
        assert_eq!(words.question(nation).ask, format!("Which nation is the {home} in?"));
        assert_eq!(
            words.question(Input::Context(ContextField::SurvivorKnown)).ask,
            format!("Do you know who the {survivor} is?")
        );
        assert!(words.pathway(PathwayId::ManagementMove).what.contains(&format!("moves the {survivor} to")));
        assert!(words.say("perpetrator-present").is_none_or(|say| !say.say.is_empty()));
        assert!(
            words
                .steps()
                .say
                .iter()
                .any(|say| say.say.contains(&format!("I don't talk to {resident}s about other {resident}s.").as_str()))
        );
        assert_eq!(words.list("left_out.summary")[0], format!("Names and addresses: {system} holds them."));
    }
}

#[test]
fn words_are_made_once_and_keep_those_of_a_recipe() {
    let own = &Profiles::shipped().get_or_default(Some("housing21")).own_words.clone();
    let words = EN.in_words_of(own);
    assert!(ptr::eq(words, EN.in_words_of(own)) && ptr::eq(words, words.in_words_of(own)));
    assert!(ptr::eq(&*EN, EN.in_words_of(&SECTOR_WORDS)));
    let carer = words.for_recipes(&["carer"]);
    assert!(ptr::eq(carer, EN.for_recipes(&["carer"]).in_words_of(own)));
    let move_words = carer.pathway(PathwayId::CoupleHousing);
    assert_eq!(move_words.action, "Ask what the victim/survivor wants, alone, and bring in adult social care");
}

fn state_of(value: PatchValue, typed: &str, base: &Profile) -> Option<State> {
    let mut draft = Draft::default();
    draft.set(Place::Value(value), typed);
    let area = draft.area().expect("short enough");
    effects(&area, base, &Settings::default()).first().map(|effect| effect.state)
}

#[test]
fn an_areas_words_work_and_one_that_is_so_already_says_so() {
    let base = &PROFILES[0];
    for (value, own, usual) in [
        (PatchValue::TermSurvivor, "customer", "the survivor"),
        (PatchValue::TermPersonHoused, "tenant", "resident"),
        (PatchValue::TermHome, "scheme", "home"),
        (PatchValue::TermCaseSystem, "Opus 3", "file system"),
    ] {
        assert_eq!(state_of(value, own, base), Some(State::InForce), "{own}");
        assert_eq!(state_of(value, usual, base), Some(State::NoEffect(Why::AlreadySo)), "{usual}");
    }
    let mut draft = Draft::default();
    draft.set(Place::Value(PatchValue::TermSurvivor), "customer");
    let local =
        local_profile(&draft.area().expect("short enough"), Profiles::shipped().get_or_default(Some("housing21")));
    let put = local.own_words.put("The {survivor} of the {home}: {your file system}");
    assert_eq!(put, "The customer of the court: ERICA", "what the area does not say is its policy's");
}

#[test]
fn a_word_that_could_not_stand_in_a_sentence_or_doubts_them_is_refused() {
    let long = "a".repeat(41);
    for word in [
        "",
        " ",
        "{n}",
        "<b>x</b>",
        "x\\u202ey",
        "one. Two",
        "0117 496 0275",
        "ring 01174960275",
        "alleged victim",
        "perpetrator",
        "low risk adult",
        "Safe person",
        &long,
    ] {
        let json = format!(r#"{{"format":"waymark-settings/1","profile_patch":{{"terms":{{"survivor":"{word}"}}}}}}"#);
        let refused = Area::from_json(json.as_bytes());
        assert!(matches!(refused, Err(AreaError::Wrong { .. } | AreaError::Damaged)), "{word}: {refused:?}");
        let mut draft = Draft::default();
        draft.set(Place::Value(PatchValue::TermSurvivor), word);
        assert_eq!(draft.area().expect("short enough").profile_patch.iter().count(), 0, "{word}");
    }
    for (value, word) in [
        (PatchValue::TermSurvivor, "victim/survivor"),
        (PatchValue::TermSurvivor, "person who was abused"),
        (PatchValue::TermCaseSystem, "SafeBase 2"),
    ] {
        assert_eq!(state_of(value, word, &PROFILES[0]), Some(State::InForce), "{word}");
    }
}
