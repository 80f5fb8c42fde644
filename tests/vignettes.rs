//! The library of vignettes: what it covers, that the engine gives each its reference answer, that the two of a pair
//! differ in the fact named and in nothing else, and that a file of one's own is read strictly.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use waymark_case::PracticeCase;
use waymark_case::input::{ChoicePart, IndicatorPart};
use waymark_case::vocabulary::*;
use waymark_case::{Case, CaseError, ContextField, Input, ItemNumber};
use waymark_engine::assess;
use waymark_engine::assessment::{Assessment, Outcome, Reason};
use waymark_workshop::expect::mismatches;
use waymark_workshop::file::{FILE_BYTES, VignetteError};
use waymark_workshop::gentle::RealDetail;
use waymark_workshop::{About, Vignette, short};

/// A vignette of the library with what only the tests read.
struct Entry {
    vignette: Vignette,
    covers: BTreeSet<String>,
    differs: BTreeSet<String>,
    expect: Map<String, Value>,
    /// The words of the story behind an answer, by the number of the item, the indicator or the name of the field.
    told: BTreeMap<String, String>,
}

fn library() -> BTreeMap<u8, Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/content/data/vignettes");
    let tables: BTreeMap<u8, toml::Table> = std::fs::read_dir(folder)
        .expect("the folder of vignettes")
        .map(|file| {
            let table: toml::Table = std::fs::read_to_string(file.unwrap().path()).unwrap().parse().expect("TOML");
            (table["id"].as_integer().unwrap() as u8, table)
        })
        .collect();
    let texts = |value: Option<&toml::Value>| -> BTreeSet<String> {
        let list = value.and_then(toml::Value::as_array).into_iter().flatten();
        list.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    waymark_content::EN
        .later()
        .vignettes
        .iter()
        .map(|words| {
            let vignette = Vignette::of(words);
            let table = &tables[&vignette.id];
            let like = table.get("like").map(|like| &tables[&(like.as_integer().unwrap() as u8)]);
            let of = |key: &str| table.get(key).or_else(|| like?.get(key));
            let expect = table["expect"].as_str().expect("every file says what is expected");
            // A pair tells most in the same words: what is told of one holds for the other unless it says otherwise.
            let told = like.into_iter().chain([table]).filter_map(|table| table.get("told")?.as_table());
            let told = told.flatten().map(|(answer, words)| (answer.clone(), words.as_str().unwrap().to_owned()));
            let entry = Entry {
                told: told.collect(),
                covers: texts(of("covers")),
                differs: texts(table.get("differs")),
                expect: serde_json::from_str(expect).expect("the expectation is JSON"),
                vignette,
            };
            (entry.vignette.id, entry)
        })
        .collect()
}

fn every(all: &BTreeMap<u8, Entry>) -> impl Iterator<Item = (&Entry, Assessment)> {
    all.values().map(|entry| (entry, assess(&entry.vignette.case)))
}

#[test]
fn the_library_is_large_enough_and_each_vignette_is_whole() {
    let all = library();
    assert!(all.len() >= 44, "{} vignettes", all.len());
    for (id, Entry { vignette, .. }) in &all {
        for text in [&vignette.title, &vignette.setting, &vignette.warning] {
            assert!(!text.is_empty(), "{id}");
        }
        assert!(vignette.story.len() >= 3, "{id} is hardly a story");
        assert!(!vignette.traps.is_empty() && !vignette.discuss.is_empty() && !vignette.reasons.is_empty(), "{id}");
        let story = vignette.story.join(" ");
        assert!(story.contains("Person 1") && (story.contains("Person 2") || vignette.pair.is_none()), "{id}");
        assert!(story.split(' ').count() <= 260, "{id} does not fit 8 to 12 minutes");
        assert_eq!(vignette.looks_real(), None, "{id}");
    }
}

#[test]
fn every_reference_answer_reads_and_the_engine_agrees() {
    let mut wrong = Vec::new();
    for (words, (entry, assessment)) in waymark_content::EN.later().vignettes.iter().zip(every(&library())) {
        let id = entry.vignette.id;
        let (_, unread) = short::read(words.case.iter().copied());
        wrong.extend(unread.iter().map(|line| format!("{id}: this is no answer: {line}")));
        // The strict reader takes the same case.
        let json = serde_json::to_vec(&entry.vignette.case).unwrap();
        assert_eq!(Case::from_json(&json).as_ref(), Ok(&entry.vignette.case), "{id}");
        let actual = serde_json::to_value(&assessment).unwrap();
        assert!(!entry.expect.is_empty(), "{id} expects nothing");
        wrong.extend(mismatches(&entry.expect, &actual).into_iter().map(|text| format!("{id}: {text}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The answers for which a story has to have words: those of the sheet, and each "no", "none" and "neither".
fn claims(case: &Case) -> Vec<String> {
    let items = case.dash.answers.iter().filter(|(_, answer)| **answer != ItemAnswer::DontKnow);
    let fields = ContextField::ALL.iter().filter(|field| {
        let shown = case.shown(Input::Context(**field));
        shown == "no" || shown == "none"
    });
    let indicators =
        IndicatorId::ALL.iter().filter(|id| case.shown(Input::Indicator(**id, IndicatorPart::Who)) == "none");
    let items = items.map(|(item, _)| item.get().to_string());
    let fields = fields.map(|field| Input::Context(*field).name().replace("context.", ""));
    items.chain(fields).chain(indicators.map(|id| id.text().to_owned())).collect()
}

#[test]
fn every_reference_agrees_with_the_engine_and_nothing_is_answered_on_which_the_story_is_silent() {
    let mut wrong = Vec::new();
    for (entry, assessment) in every(&library()) {
        let (id, story) = (entry.vignette.id, entry.vignette.story.join(" ").to_lowercase());
        let case = &entry.vignette.case;
        let said = |words: &String| story.contains(&words.to_lowercase());
        for claim in claims(case) {
            match entry.told.get(&claim) {
                None => wrong.push(format!("{id}: {claim} is answered, and no words of the story are named for it")),
                Some(words) if !said(words) => wrong.push(format!("{id}: {claim}: the story does not say “{words}”")),
                Some(_) => {}
            }
        }
        let answered = case.dash.answers.iter().filter(|(_, answer)| **answer == ItemAnswer::Yes).count();
        if let Some(yes) = assessment.dash.yes {
            assert_eq!(usize::from(yes), answered, "{id}: the engine counts what the panel answered");
        }
        let actual = serde_json::to_value(&assessment).unwrap();
        wrong.extend(mismatches(&entry.expect, &actual).into_iter().map(|text| format!("{id}: {text}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_requirement_is_covered() {
    let all = library();
    let covered: BTreeSet<&str> = all.values().flat_map(|entry| entry.covers.iter().map(String::as_str)).collect();
    let required = [
        "supported",
        "housing-first",
        "general-needs",
        "extra-care",
        "outreach",
        "male-survivor",
        "same-sex",
        "adult-child-parent",
        "disabled",
        "autistic",
        "migrant-interpreter",
        "survivor-used-force",
        "perpetrator-rang-first",
        "perpetrator-only",
        "older",
        "sixteen-seventeen",
        "honour-based",
        "just-below",
        "just-above",
        "danger-low-score",
        "both-on-site",
        "neighbour-asb",
        "no-marks",
        "suicidal-low",
        "coached",
        "diagnosis",
        "perpetrator-says-first",
        "carer-medicines",
        "same-words",
        "child-to-parent",
        "son-with-needs",
        "no-control-couple",
        "deaf",
        "trans",
        "minoritised",
        "survivor-charged",
        "counter-allegation-after-notice",
        "order-broken",
        "economic-after-leaving",
        "forced-marriage-travel",
    ];
    let missing: Vec<_> = required.iter().filter(|tag| !covered.contains(**tag)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unknown: Vec<_> = covered.iter().filter(|tag| !required.contains(tag)).collect();
    assert!(unknown.is_empty(), "no requirement is called {unknown:?}");
}

#[test]
fn a_tag_says_what_the_case_holds() {
    for (entry, assessment) in every(&library()) {
        let Entry { vignette, covers, .. } = entry;
        let (id, case) = (vignette.id, &vignette.case);
        let setting = vignette.setting.to_lowercase();
        let story = vignette.story.join(" ").to_lowercase();
        let has = |tag: &str| covers.contains(tag);
        let holds = |tag: &str, fact: bool| assert!(!has(tag) || fact, "{id} says {tag}, and the case does not");
        holds("housing-first", setting.contains("housing first"));
        holds("general-needs", setting.contains("general needs"));
        holds("extra-care", setting.contains("extra care"));
        holds("outreach", setting.contains("outreach"));
        holds("perpetrator-only", case.context.sees == Some(Sees::Perpetrator));
        holds("older", case.context.survivor_age == Some(SurvivorAge::SixtyPlus) || story.contains("father"));
        holds("sixteen-seventeen", case.context.survivor_age == Some(SurvivorAge::From16To17));
        holds("honour-based", case.context.honour_based == Some(Known::Yes));
        holds("just-below", assessment.dash.yes.map(u16::from) == Some(assessment.dash.threshold - 1));
        holds("just-above", assessment.dash.yes.map(u16::from) == Some(assessment.dash.threshold));
        let low = assessment.dash.yes.is_some_and(|yes| u16::from(yes) <= assessment.dash.threshold / 2);
        holds(
            "danger-low-score",
            low && case.dash.judgement == Some(Judgement::High) && !assessment.dash.routes.is_empty(),
        );
        holds("both-on-site", case.context.same_site_tonight == Some(Known::Yes));
        holds("no-marks", case.dash.yes(15) && story.contains("no marks"));
        holds("suicidal-low", low && case.context.suicidal_now == Some(Known::Yes) && case.dash.yes(5));
        holds("coached", story.contains("i am the abuser"));
        holds("diagnosis", story.contains("diagnosis"));
        holds("perpetrator-says-first", case.context.told_by == Some(ToldBy::Perpetrator));
        holds(
            "neighbour-asb",
            case.context.told_by == Some(ToldBy::ThirdParty) && case.context.notice_threatened.is_some(),
        );
        holds("carer-medicines", case.context.perpetrator_is_carer == Some(Known::Yes) && story.contains("tablets"));
        holds("migrant-interpreter", case.context.language_need == Some(Known::Yes));
        holds(
            "survivor-used-force",
            case.identify.answer(IndicatorId::U4).is_some() && assessment.identify.outcome == Some(Outcome::Clear),
        );
        holds("adult-child-parent", story.contains("son") || story.contains("father"));
        holds("perpetrator-rang-first", case.identify.answer(IndicatorId::P4).is_some());
        holds("autistic", story.contains("autistic"));
        holds("disabled", case.context.care_needs == Some(Known::Yes) || has("diagnosis"));
    }
}

#[test]
fn a_tag_of_who_they_are_or_what_was_done_says_what_the_case_holds() {
    let yes = Some(Known::Yes);
    for (entry, assessment) in every(&library()) {
        let Entry { vignette, covers, .. } = entry;
        let (id, context, dash) = (vignette.id, &vignette.case.context, &vignette.case.dash);
        let story = vignette.story.join(" ").to_lowercase();
        let holds =
            |tag: &str, fact: bool| assert!(!covers.contains(tag) || fact, "{id} says {tag}, and the case does not");
        holds("child-to-parent", context.perpetrator_age == Some(PerpetratorAge::Under16));
        holds(
            "son-with-needs",
            context.relationship == Some(Relationship::AdultChild) && context.perpetrator_cared_for == yes,
        );
        // Two couples without a pattern, and not of two men alone.
        holds(
            "no-control-couple",
            assessment.identify.outcome == Some(Outcome::NoControlFound) && story.contains("a man and a woman"),
        );
        holds("deaf", context.deaf == yes);
        holds("trans", context.lgbt == yes && story.contains("trans"));
        holds("minoritised", context.minoritised == yes);
        holds("survivor-charged", context.survivor_charged == yes);
        holds("counter-allegation-after-notice", context.counter_allegation == yes && context.orders.has(Order::Dvpn));
        holds("order-broken", context.order_breached == yes && dash.yes(23));
        holds(
            "economic-after-leaving",
            context.relationship == Some(Relationship::ExPartner) && context.money == yes && dash.yes(20),
        );
        holds("forced-marriage-travel", context.forced_marriage == yes && context.travel_soon == yes);
    }
}

#[test]
fn no_grave_item_and_no_nation_is_left_without_a_story() {
    let all = library();
    for item in [6, 7, 13, 14, 15, 16, 19, 22, 23] {
        let stories = all.values().filter(|entry| entry.vignette.case.dash.yes(item)).count();
        assert!(stories >= 2, "item {item} is a yes in {stories}");
    }
    for nation in Nation::ALL {
        let set = all.values().any(|entry| entry.vignette.case.context.nation == Some(*nation));
        assert!(set, "no story is set in {}", nation.text());
    }
}

#[test]
fn every_outcome_every_reason_to_refuse_and_every_policy_is_there() {
    let all = library();
    let found: Vec<_> = every(&all).map(|(_, it)| (it.identify.outcome, it.identify.reasons, it.profile)).collect();
    let outcomes = [
        Outcome::Clear,
        Outcome::Probable,
        Outcome::NotClear,
        Outcome::NoControlFound,
        Outcome::HealthFirst,
        Outcome::OutOfScope,
    ];
    for wanted in outcomes {
        assert!(found.iter().any(|(outcome, _, _)| *outcome == Some(wanted)), "{wanted:?}");
    }
    let refusals = [
        Reason::BothWays,
        Reason::OneAccount,
        Reason::OneIncident,
        Reason::TooLittle,
        Reason::Contested,
        Reason::TooWeak,
        Reason::SpecialistDiffers,
        Reason::NothingIndependent,
        Reason::AnswersDisagree,
    ];
    for wanted in refusals {
        let there =
            found.iter().any(|(outcome, reasons, _)| *outcome == Some(Outcome::NotClear) && reasons.contains(&wanted));
        assert!(there, "{wanted:?}");
    }
    for wanted in ["daha-supported", "peaks-plains", "south-wales", "housing21", "herts-2024", "default"] {
        assert!(found.iter().any(|(_, _, profile)| profile == wanted), "{wanted}");
    }
}

/// Every input with a fixed set of values, and what it holds.
fn answers(case: &Case) -> BTreeMap<String, String> {
    let mut all = vec![Input::Profile, Input::Health, Input::NoContactWith, Input::Specialist, Input::SurvivorIs];
    all.extend([Input::Unsure, Input::SecondReader, Input::DashWith, Input::DashHeard, Input::DashJudgement]);
    all.extend(ContextField::ALL.iter().map(|field| Input::Context(*field)));
    all.extend(waymark_case::SettingField::ALL.iter().map(|field| Input::Setting(*field)));
    all.extend(Flag::ALL.iter().map(|flag| Input::Flag(*flag)));
    all.extend(ItemNumber::all().map(Input::DashItem));
    all.extend(PathwayId::ALL.iter().map(|id| Input::Choice(*id, ChoicePart::Decision)));
    let mut out: BTreeMap<String, String> = all.into_iter().map(|input| (input.name(), case.shown(input))).collect();
    for id in IndicatorId::ALL {
        let parts = [IndicatorPart::Who, IndicatorPart::Sources, IndicatorPart::HowOften, IndicatorPart::Tainted];
        let shown: Vec<_> = parts.into_iter().map(|part| case.shown(Input::Indicator(*id, part))).collect();
        out.insert(format!("identify.{}", id.text()), shown.join("/"));
    }
    out
}

#[test]
fn the_two_of_a_pair_differ_in_the_fact_named_and_in_nothing_else() {
    let all = library();
    let mut pairs = 0;
    for (id, entry) in &all {
        let Some(pair) = &entry.vignette.pair else { continue };
        let other = &all[&pair.id];
        let back = other.vignette.pair.as_ref().expect("a pair names both ways");
        assert_eq!((back.id, &back.fact), (*id, &pair.fact), "{id}");
        let (mine, theirs) = (answers(&entry.vignette.case), answers(&other.vignette.case));
        let differ: BTreeSet<String> =
            mine.iter().filter(|(name, value)| theirs[*name] != **value).map(|(name, _)| name.clone()).collect();
        let named = if entry.differs.is_empty() { &other.differs } else { &entry.differs };
        assert_eq!(&differ, named, "{id} and {}", pair.id);
        // The story: as many paragraphs, and the others word for word.
        let (one, two) = (&entry.vignette.story, &other.vignette.story);
        assert_eq!(one.len(), two.len(), "{id}");
        let changed = one.iter().zip(two).filter(|(one, two)| one != two).count();
        assert!((1..=3).contains(&changed), "{changed} paragraphs of {id} differ");
        pairs += 1;
    }
    assert!(pairs >= 28, "only {} pairs", pairs / 2);
}

#[test]
fn one_pair_has_the_same_words_and_the_opposite_truth() {
    let all = library();
    let same: Vec<&Entry> = all.values().filter(|entry| entry.covers.contains("same-words")).collect();
    let [one, two] = same[..] else { panic!("two vignettes were expected") };
    let said = |entry: &Entry| -> Vec<String> {
        let story = entry.vignette.story.join(" ");
        story.split(['“', '”']).skip(1).step_by(2).map(str::to_owned).collect()
    };
    assert!(!said(one).is_empty());
    assert_eq!(said(one), said(two));
    assert_eq!(one.vignette.case, two.vignette.case, "the panel answers the same to the same words");
    assert_eq!(one.vignette.warning, two.vignette.warning);
    let (first, second) = (&one.vignette.story, &two.vignette.story);
    assert_eq!(first[1..], second[1..], "to the letter, but for the house in which they are said");
    assert_eq!(one.vignette.moments, two.vignette.moments, "and the words to say next are the same");
    assert_eq!(assess(&one.vignette.case).identify.reasons, assess(&two.vignette.case).identify.reasons);
    let why = |entry: &Entry| entry.vignette.reason(About::Identify).expect("a reason").text.clone();
    assert!(why(one).contains("did the harm") && why(two).contains("was harmed"));
}

#[test]
fn every_reason_is_about_something_answered_and_rests_on_known_rules() {
    let all = library();
    let sources: BTreeSet<&str> = waymark_content::sources().iter().map(|source| source.id).collect();
    for (entry, assessment) in every(&all) {
        let id = entry.vignette.id;
        for (about, reason) in &entry.vignette.reasons {
            let about_text = about.text();
            assert!(entry.vignette.answers(*about), "{id}: nothing answers {about_text}");
            match about {
                About::Pathway(pathway) => {
                    assert!(assessment.pathway(*pathway).is_some(), "{id}: {about_text} is not shown")
                }
                About::Route(route) => assert!(assessment.dash.routes.contains(route), "{id}: {about_text} is not met"),
                _ => {}
            }
            assert!(!reason.rules.is_empty(), "{id}: {about_text}");
            for rule in &reason.rules {
                let seed = rule.split_once('-').is_some_and(|(document, number)| {
                    let most = match document {
                        "D" => 107,
                        "P" => 114,
                        "W" => 33,
                        "H" => 165,
                        "S" => 53,
                        _ => 0,
                    };
                    number.parse::<u16>().is_ok_and(|number| (1..=most).contains(&number))
                });
                assert!(seed || sources.contains(rule.as_str()), "{id}: {rule} is no rule and no source");
            }
        }
        // What carries the result is explained.
        assert!(
            entry.vignette.case.identify.answers.is_none()
                || entry.vignette.reason(About::Identify).is_some()
                || entry.vignette.pair.is_some(),
            "{id}"
        );
    }
}

#[test]
fn no_story_promises_safety_forces_a_name_or_sends_anyone_to_confront() {
    let banned = [
        "low risk",
        "is safe now",
        "confront him",
        "confront her",
        "mutual abuse was",
        "false allegation",
        "proven",
        "per cent",
        "%",
    ];
    for entry in library().values() {
        let vignette = &entry.vignette;
        let reasons = vignette.reasons.iter().map(|(_, reason)| &reason.text);
        for text in vignette.story.iter().chain(&vignette.traps).chain(&vignette.discuss).chain(reasons) {
            let lower = text.to_lowercase();
            let found = banned.iter().find(|banned| lower.contains(**banned));
            assert!(found.is_none(), "{}: {found:?} in {text}", vignette.id);
        }
    }
}

// A file of one's own.

fn file() -> Value {
    json!({
        "format": "waymark-vignette/1", "id": 200, "title": "Ours", "setting": "Outreach", "warning": "Shouting.",
        "story": ["Person 1 is a tenant.", "Person 2 rings."],
        "case": { "format": "waymark-case/1", "identify": { "answers": [{ "id": "F1", "who": "1", "sources": ["O"] }] }, "dash": { "answers": { "15": "yes" } } },
        "expect": { "identify": { "outcome": "NC" } },
        "reasons": { "indicator:F1": { "text": "Staff saw it.", "rules": ["who:DAHA-SA"] }, "item:15": { "text": "Neck." } },
        "traps": ["A trap."], "discuss": ["Why?"], "pair": null
    })
}

fn read(file: &Value) -> Result<Vignette, VignetteError> {
    Vignette::from_file(file.to_string().as_bytes())
}

#[test]
fn a_file_is_read_and_written_without_loss() {
    let vignette = read(&file()).expect("a vignette");
    assert_eq!((vignette.id, vignette.story.len(), vignette.reasons.len()), (200, 2, 2));
    assert_eq!(Vignette::from_file(vignette.to_file().as_bytes()), Ok(vignette.clone()));
    assert!(mismatches(&vignette.expect, &serde_json::to_value(assess(&vignette.case)).unwrap()).is_empty());
    // Its case is live as far as any code is concerned.
    assert!(PracticeCase::of(&vignette.case).is_none());
}

#[test]
fn every_vignette_of_the_library_can_be_a_file() {
    for entry in library().values() {
        let vignette = Vignette { moments: &[], ..entry.vignette.clone() };
        assert_eq!(Vignette::from_file(vignette.to_file().as_bytes()).as_ref(), Ok(&vignette), "{}", vignette.id);
    }
}

#[test]
fn what_is_wrong_is_named_by_its_field() {
    let cases: [(&str, Value, &str); 17] = [
        ("/format", json!("waymark-vignette/2"), "format"),
        ("/id", json!(0), "id"),
        ("/id", json!(256), "id"),
        ("/title", json!(""), "title"),
        ("/title", json!("x".repeat(201)), "title"),
        ("/story", json!([]), "story"),
        ("/story/1", json!(3), "story[1]"),
        ("/story/1", json!("a\u{7}b"), "story[1]"),
        ("/case", json!(null), "case"),
        ("/case/identify/answers/0/who", json!("3"), "case.identify.answers[0].who"),
        ("/case/dash/answers/15", json!("maybe"), "case.dash.answers.15"),
        ("/case/profile", json!("nobody"), "profile"),
        ("/expect", json!([]), "expect"),
        ("/reasons", json!({ "item:25": { "text": "x" } }), "reasons"),
        ("/reasons", json!({ "item:1": { "text": "x" } }), "reasons.item:1"),
        ("/pair", json!({ "id": 3 }), "pair"),
        ("/traps", json!(vec!["x"; 101]), "traps"),
    ];
    for (place, value, wanted) in cases {
        let mut file = file();
        match file.pointer_mut(place) {
            Some(place) => *place = value,
            None => file["case"]["profile"] = value,
        }
        match read(&file) {
            Err(VignetteError::NotAVignette(CaseError::Field { path, problem })) => {
                assert!(path.starts_with(wanted), "{place}: {path}: {problem}");
                assert!(!problem.is_empty());
            }
            other => panic!("{place}: {other:?}"),
        }
    }
    let mut unknown = file();
    unknown["extra"] = json!(1);
    assert!(matches!(read(&unknown), Err(VignetteError::NotAVignette(CaseError::Field { .. }))));
    let twice = file().to_string().replacen("\"id\":200", "\"id\":200,\"id\":201", 1);
    assert!(Vignette::from_file(twice.as_bytes()).is_err());
    let twice = file().to_string().replacen("\"item:15\":", "\"indicator:F1\":{\"text\":\"x\"},\"item:15\":", 1);
    assert!(Vignette::from_file(twice.as_bytes()).is_err());
}

#[test]
fn a_trainer_is_told_in_words_and_a_mark_that_turns_reading_is_refused() {
    let problem = |file: &Value| match read(file) {
        Err(VignetteError::NotAVignette(CaseError::Field { path, problem })) => format!("{path}: {problem}"),
        other => panic!("{other:?}"),
    };
    for value in [json!(0), json!(256), json!(-1), json!("x"), json!(1.5)] {
        let mut file = file();
        file["id"] = value;
        let said = problem(&file);
        assert!(said.starts_with("id: ") && said.contains("a whole number from 1 to 255"), "{said}");
    }
    assert!(problem(&json!([1, 2])).contains("expected an object"), "{}", problem(&json!([1, 2])));
    for mark in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}'] {
        for place in ["/title", "/story/0", "/traps/0", "/reasons/item:15/text"] {
            let mut file = file();
            *file.pointer_mut(place).unwrap() = json!(format!("a{mark}b"));
            assert!(problem(&file).contains("direction of reading"), "{place}");
        }
    }
}

#[test]
fn size_and_bytes_are_checked_first() {
    let not = |bytes: &[u8]| match Vignette::from_file(bytes) {
        Err(VignetteError::NotAVignette(error)) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(not(&vec![b' '; FILE_BYTES + 1]), CaseError::TooLong);
    assert_eq!(not(b"  \n"), CaseError::Empty);
    // Notepad puts a mark in front of what it saves as UTF-8; it is no reason to refuse a file.
    let marked = [b"\xEF\xBB\xBF".as_slice(), file().to_string().as_bytes()].concat();
    assert_eq!(Vignette::from_file(&marked), read(&file()));
    let wide: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(not(&wide), CaseError::NotUtf8);
    assert_eq!(not(b"{\"title\":\"\xFF\"}"), CaseError::NotUtf8);
    let deep = "[".repeat(100_000);
    assert!(matches!(not(deep.as_bytes()), CaseError::Field { .. }));
    let after = format!("{} {{}}", file());
    assert!(matches!(not(after.as_bytes()), CaseError::Field { .. }));
}

#[test]
fn what_could_not_be_written_and_read_again_is_refused() {
    // A file is laid out as it is written: deep in lists, every entry stands on a line that is mostly spaces.
    let mut deep = file();
    deep["expect"] = json!({ "a": (0..100).fold(json!(vec![0; 8_000]), |inner, _| json!([inner])) });
    assert_eq!(read(&deep).map(drop), Err(VignetteError::NotAVignette(CaseError::TooLong)));
    // No assessment holds one, and not every one is the same when it is written and read.
    for (place, number) in [("outcome", json!(5.187_851_950_713_568e-185)), ("reasons", json!([{ "a": [1.5] }]))] {
        let mut broken = file();
        broken["expect"]["identify"][place] = number;
        let Err(VignetteError::NotAVignette(CaseError::Field { path, problem })) = read(&broken) else {
            panic!("{place}")
        };
        assert!(path == "expect" && problem.contains("whole numbers"), "{path}: {problem}");
    }
}

#[test]
fn a_postcode_or_a_telephone_number_stops_it_gently_and_what_was_typed_is_left_behind() {
    for (text, found) in
        [("She lives at AB1 2CD.", RealDetail::Postcode), ("Ring 07700 900123.", RealDetail::Telephone)]
    {
        for place in ["/story/0", "/traps/0", "/discuss/0", "/title", "/warning", "/reasons/item:15/text"] {
            let mut file = file();
            *file.pointer_mut(place).unwrap() = json!(text);
            assert!(matches!(read(&file), Err(VignetteError::LooksReal(what, _)) if what == found), "{place}");
        }
    }
    let mut file = file();
    file["case"]["identify"]["answers"][0]["note"] = json!("Ring 07700 900123.");
    file["case"]["record"] = json!({ "consulted": "a real person" });
    let vignette = read(&file).expect("what was typed into the case is left behind");
    assert!(!vignette.to_file().contains("07700") && !vignette.to_file().contains("real person"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_an_error_or_a_vignette(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Vignette::from_file(&bytes);
    }

    /// One character of a true file changed, taken away or doubled: never a panic, and what is read writes and reads again.
    #[test]
    fn a_damaged_file_is_an_error_or_still_a_vignette(place in any::<prop::sample::Index>(), with in any::<char>(), how in 0..3u8) {
        let mut letters: Vec<char> = file().to_string().chars().collect();
        let place = place.index(letters.len());
        match how {
            0 => letters[place] = with,
            1 => { letters.remove(place); }
            _ => letters.insert(place, with),
        }
        let text: String = letters.into_iter().collect();
        if let Ok(vignette) = Vignette::from_file(text.as_bytes()) {
            prop_assert_eq!(Vignette::from_file(vignette.to_file().as_bytes()), Ok(vignette));
        }
    }

    /// Any value in the place of any other.
    #[test]
    fn a_value_of_another_kind_never_breaks_it(place in 0..12usize, value in 0..9usize) {
        let mut file = file();
        let value = [json!(null), json!(true), json!(-1), json!(1e99), json!(""), json!([]), json!({}), json!([[[]]]), json!("<script>")][value].clone();
        let key = file.as_object().unwrap().keys().nth(place).unwrap().clone();
        file[&key] = value;
        if let Err(VignetteError::NotAVignette(CaseError::Field { path, .. })) = read(&file) {
            // A case is named from within; everything else by its own key.
            prop_assert!(path.starts_with(&key) || path.is_empty(), "{} {}", key, path);
        }
    }
}
