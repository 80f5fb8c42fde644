//! Recipes: in a situation with words of its own they stand wherever general words would be wrong, and nothing more urgent
//! gives way to it. `honest.rs` holds them to the law of all words.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // a test that cannot go on stops

#[path = "support/arbitrary.rs"]
mod arbitrary;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::ptr;

use proptest::prelude::*;
use serde_json::Value;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::words::Words;
use waymark_content::{CautionId, EN, PROFILES, RECIPE_RESTS, RECIPES, Stance};
use waymark_engine::assessment::ShownPathway;
use waymark_engine::{Assessment, LIFE, assess};
use waymark_flow::{TonightResult, moments, result};
use waymark_record::{People, caution_text, texts};

/// A situation that a worker met, and the recipe it calls for.
struct Met {
    name: String,
    recipe: String,
    case: Case,
}

fn met() -> Vec<Met> {
    let read = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| line[key].as_str().unwrap().to_owned();
        let case = Case::from_json(line["case"].to_string().as_bytes()).unwrap();
        Met { name: text("name"), recipe: text("recipe"), case }
    };
    include_str!("fixtures/recipes.ndjson").lines().map(read).collect()
}

/// The same under every policy, in every nation and where none was chosen.
fn everywhere(case: &Case) -> Vec<Case> {
    let nations = [None].into_iter().chain(Nation::ALL.iter().map(|nation| Some(nation.text())));
    let mut all = Vec::new();
    for nation in nations {
        for profile in PROFILES {
            let mut case = case.clone();
            case.put(Input::Context(ContextField::Nation), nation).unwrap();
            case.profile = Some(profile.id.to_string());
            all.push(case);
        }
    }
    all
}

/// Everything that a card can say of a step.
fn card(id: PathwayId, all: &Words) -> Vec<&'static str> {
    let words = all.pathway(id);
    let first = [words.title, words.action, all.few_words(id), words.say, words.what];
    let own = first.into_iter().chain([words.line_title, words.line_action, words.line_what]);
    let lists = words.steps.iter().chain(words.ready).chain(words.care).copied();
    let nations = words.nations.iter().map(|(_, text)| *text);
    own.chain(lists).chain(nations).chain([words.consent, words.status]).collect()
}

/// Everything that is said of a case, by where it stands: each output, Tonight, each card, each caution, what to say.
fn said(case: &Case, found: &Assessment) -> BTreeMap<String, String> {
    let words = found.words(&EN);
    let mut all = BTreeMap::new();
    for (id, text) in texts(case, found, &EN, &People::unnamed(&EN)) {
        all.insert(id.to_owned(), text);
    }
    let night = result(case, found, &EN);
    let lines = night.do_now.iter().chain(&night.done).flat_map(|one| [one.line, one.note]);
    let lines = lines.chain(night.say.iter().copied()).chain(night.dont).map(str::to_owned);
    let morning = night.morning.iter().map(|line| line.whole());
    all.insert("tonight".to_owned(), lines.chain(morning).collect::<Vec<_>>().join("\n"));
    for shown in &found.pathways {
        all.insert(shown.id.text().to_owned(), card(shown.id, words).join("\n"));
    }
    for withheld in &found.withheld {
        let name = words.text(&format!("held.{}", withheld.id.text()));
        let title = words.pathway(withheld.id).title;
        all.insert(format!("held {}", withheld.id.text()), [name, title].join("\n"));
    }
    for caution in &found.cautions {
        let title = words.caution(caution.id).title;
        all.insert(caution.id.text().to_owned(), [title, &caution_text(caution.id, found, &EN)].join("\n"));
    }
    for moment in moments(case, found) {
        let say = words.say(moment).expect("a moment has words");
        all.insert(format!("say {moment}"), say.say.iter().chain(say.dont).copied().collect::<Vec<_>>().join("\n"));
    }
    all.values_mut().for_each(|text| *text = text.split_whitespace().collect::<Vec<_>>().join(" "));
    all
}

fn place(recipe: &str) -> usize {
    RECIPES.iter().position(|known| known.id == recipe).unwrap_or_else(|| panic!("no recipe {recipe}"))
}

#[test]
fn every_recipe_is_met_and_stands_alone() {
    let met = met();
    for Met { name, recipe, case } in &met {
        assert_eq!(assess(case).recipes, [recipe.as_str()], "{name}");
    }
    let of: BTreeSet<&str> = met.iter().map(|met| met.recipe.as_str()).collect();
    assert_eq!(of, RECIPES.iter().map(|recipe| recipe.id).collect());
    assert!(assess(&Case::default()).recipes.is_empty());
}

#[test]
fn words_that_make_no_sense_never_stand() {
    let mut wrong = BTreeSet::new();
    for Met { name, recipe, case } in met() {
        let without = RECIPE_RESTS[place(&recipe)].without_words;
        assert!(!without.is_empty(), "{recipe}");
        let mut general: BTreeSet<&str> = BTreeSet::new();
        for case in everywhere(&case) {
            let found = assess(&case);
            for (at, text) in said(&case, &found) {
                let lower = text.to_lowercase();
                let stands = without.iter().filter(|words| lower.contains(*words));
                wrong.extend(stands.map(|words| format!("{name}, {at}: “{words}”")));
            }
            for text in said(&case, &Assessment { recipes: Vec::new(), ..found }).into_values() {
                general.extend(without.iter().filter(|words| text.to_lowercase().contains(*words)));
            }
        }
        assert!(!general.is_empty(), "{name}: the general words hold none of {without:?}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The text of every file in a folder of the content.
fn texts_in(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/content/data").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| file.is_file()).map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// A word that no general text holds would forbid nothing.
#[test]
fn every_forbidden_word_stands_in_the_general_words() {
    let general = ["pathways", "words/en", "words/en/pages"].map(texts_in).concat().to_lowercase();
    for (recipe, rests) in RECIPES.iter().zip(RECIPE_RESTS) {
        for words in rests.without_words {
            assert!(general.contains(words), "{}: “{words}”", recipe.id);
        }
    }
}

/// Where each of the recipes' own words must be read.
const STANDS: [(&str, &str, &str); 23] = [
    ("young-person", "marac", "3. The young person who hurts them"),
    ("young-person", "police", "The young person"),
    ("young-person", "on-call-script", "A young person harms them"),
    ("young-person", "handover", "Help for every child here"),
    ("young-person", "PW-42", "Knives, tools and medicines out of reach"),
    ("young-person", "ASK_COERCION", "Wanting to live together is to be expected"),
    ("forced-travel", "PW-30", "The Forced Marriage Unit opens on weekdays, 9 to 5"),
    ("forced-travel", "PW-30", "others can ask for one for them"),
    ("forced-travel", "tonight", "Don't contact family, community or school"),
    ("forced-travel", "NO_FAMILY_CONTACT", "No contact with family, community or school"),
    ("forced-travel", "children", "Those who may harm them"),
    ("forced-travel", "children", "Do not call, write to or visit anyone in the family or community"),
    ("forced-travel", "police", "contact nobody in the family"),
    ("forced-travel", "on-call-script", "somebody may be taken away within days"),
    ("both-on-site", "visit", "Someone on this site may be violent"),
    ("both-on-site", "tonight", "Don't put anyone out"),
    ("third-party-report", "PW-42", "A plan for your own team"),
    ("third-party-report", "tonight", "Don't say who reported it"),
    ("ended-long-ago", "on-call-script", "abuse that happened in the past"),
    ("colleague", "handover", "Ask your safeguarding lead who may have this sheet"),
    ("carer", "PW-27a", "Staying together, with other help"),
    ("survivor-charged", "PW-03", "Offer legal advice first"),
    ("survivor-charged", "summary", "A charge does not settle it"),
];

#[test]
fn the_words_of_a_recipe_stand_in_their_places() {
    let mut stand: BTreeSet<&(&str, &str, &str)> = BTreeSet::new();
    for Met { recipe, case, .. } in met() {
        for case in everywhere(&case) {
            let all = said(&case, &assess(&case));
            let here = STANDS
                .iter()
                .filter(|(of, at, words)| *of == recipe && all.get(*at).is_some_and(|text| text.contains(words)));
            stand.extend(here);
        }
    }
    let missing: Vec<_> = STANDS.iter().filter(|one| !stand.contains(one)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_case_without_a_recipe_reads_the_general_words_themselves() {
    let mut general = 0;
    for line in include_str!("fixtures/oracle.ndjson").lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let case = line.get("case").unwrap_or(&line).to_string();
        let found = assess(&Case::from_json(case.as_bytes()).unwrap());
        if found.recipes.is_empty() {
            general += 1;
            assert!(ptr::eq(found.words(&EN), &*EN));
            assert_eq!(serde_json::to_value(&found).unwrap().get("recipes"), None);
        }
    }
    assert!(general > 200, "{general}");
}

#[test]
fn the_words_for_a_case_are_made_once() {
    let one = EN.for_recipes(&["carer"]);
    assert!(
        !ptr::eq(one, &*EN) && ptr::eq(one, EN.for_recipes(&["carer"])) && ptr::eq(one, one.for_recipes(&["carer"]))
    );
    assert_eq!(one.for_recipes(&[]).pathway(PathwayId::CoupleHousing).title, "Housing the couple together");
    assert!(ptr::eq(EN.for_recipes(&["no such recipe"]), &*EN));
    assert_eq!(one.language, "en");
    assert_eq!(one.question_named("context.wishes").ask, EN.question_named("context.wishes").ask);
    assert_eq!((one.helplines.len(), one.later().vignettes.len()), (EN.helplines.len(), EN.later().vignettes.len()));
}

/// Of two recipes with words for the same place, those of the first by rank stand there; each keeps its other words.
#[test]
fn the_first_by_rank_gives_the_words() {
    let title = |words: &Words| words.pathway(PathwayId::KeepApart).title;
    let both = EN.for_recipes(&["young-person", "both-on-site"]);
    assert_eq!(title(both), title(EN.for_recipes(&["young-person"])));
    let put_out = |words: &Words| words.caution(CautionId::SeparateWorkers).text;
    assert_eq!(put_out(both), put_out(EN.for_recipes(&["both-on-site"])));
    assert_ne!(put_out(both), put_out(&EN));
    let all: Vec<&str> = RECIPES.iter().map(|recipe| recipe.id).collect();
    assert_eq!(
        all[..2],
        ["forced-travel", "young-person"],
        "a word to the family can end every chance; then the child"
    );
    let words = EN.for_recipes(&all);
    let dont = |words: &Words| words.steps().pages.record.handover_donts;
    assert_eq!(dont(words), dont(EN.for_recipes(&["forced-travel"])));
}

/// What saves a life is worded once, for everybody.
#[test]
fn no_recipe_has_words_for_what_saves_a_life() {
    for recipe in RECIPES {
        let words = EN.for_recipes(&[recipe.id]);
        for id in LIFE.into_iter().chain([PathwayId::SilentCall]) {
            assert_eq!(card(id, words), card(id, &EN), "{}", recipe.id);
        }
        for moment in ["crisis", "route"] {
            assert_eq!(words.say(moment).unwrap().say, EN.say(moment).unwrap().say, "{}", recipe.id);
        }
        let shell = &words.pages.shell;
        assert_eq!(shell.danger_steps, EN.pages.shell.danger_steps, "{}", recipe.id);
        assert_eq!(shell.suicidal_steps, EN.pages.shell.suicidal_steps, "{}", recipe.id);
        assert!(!recipe.first.iter().any(|id| LIFE.contains(id)), "{}", recipe.id);
    }
}

#[test]
fn a_recipe_hides_nothing_and_puts_nothing_before_what_is_more_urgent() {
    let drawn = prop_oneof![3 => arbitrary::case().boxed(), 1 => arbitrary::nearly_cleared_case().boxed()];
    arbitrary::holds_for(4_000, drawn, |case| {
        let found = assess(&case);
        let general = Assessment { recipes: Vec::new(), ..found.clone() };
        let steps = found.steps();
        prop_assert!(steps.is_sorted_by_key(|shown| shown.priority));
        let ids = |steps: &[&ShownPathway]| -> BTreeSet<&str> { steps.iter().map(|shown| shown.id.text()).collect() };
        prop_assert_eq!(ids(&steps), ids(&general.steps()));
        prop_assert_eq!(steps.len(), found.pathways.len());
        // Only what is to be done goes before another, and never before what saves a life.
        for (at, shown) in steps.iter().enumerate() {
            let before = steps[..at].iter().filter(|one| one.priority == shown.priority && one.id > shown.id);
            for one in before {
                let goes_first = one.stance == Stance::Do || LIFE.contains(&one.id);
                prop_assert!(goes_first, "{:?} before {:?}", one.id, shown.id);
                prop_assert!(!LIFE.contains(&shown.id) || LIFE.contains(&one.id), "{:?} before {:?}", one.id, shown.id);
            }
        }
        let [own, usual] = [&found, &general].map(|found| result(&case, found, &EN));
        let urgent = |night: &TonightResult| {
            night.do_now.iter().map(|one| (one.priority, LIFE.contains(&one.pathway))).collect::<Vec<_>>()
        };
        let life = |night: &TonightResult| {
            night.do_now.iter().filter(|one| LIFE.contains(&one.pathway)).map(|one| one.pathway).collect::<Vec<_>>()
        };
        prop_assert_eq!(life(&own), life(&usual));
        prop_assert_eq!(
            urgent(&own).iter().map(|one| one.0).collect::<Vec<_>>(),
            urgent(&usual).iter().map(|one| one.0).collect::<Vec<_>>()
        );
        prop_assert_eq!(own.take_care, usual.take_care);
        Ok(())
    });
}

#[test]
fn no_word_of_a_recipe_promises_or_grades() {
    let banned = include_str!("fixtures/banned-claims.txt");
    let own = ["low risk", "high risk", "is safe", "be safe", "guarantee", "%", " his ", " her "];
    let banned = banned.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).chain(own);
    let text = texts_in("recipes").to_lowercase();
    for words in banned {
        assert!(!text.contains(words), "{words}");
    }
}
