//! The build refuses content that is misspelt. Each sample is the content of the project with one change, so a check that
//! reads past what it does not know lets it through.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::files;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of the content, in a folder of its own that goes with it.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("waymark-content-{name}-{}", std::process::id()));
        copy(&content(), &folder);
        Self(folder)
    }

    /// What the build says when `from`, where it first stands in the file, is `to`.
    fn with(&self, file: &str, from: &str, to: &str) -> Result<(), String> {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} does not hold {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let outcome = files(&self.0);
        fs::write(&path, text).unwrap();
        outcome.map(|_| ()).map_err(|problem| problem.to_string())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/data")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.path().extension().is_some_and(|extension| extension == "toml") {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_content_as_it_is_builds() {
    assert!(files(&content()).is_ok());
}

/// Each change stops the build; what is said names the file and `named`.
fn refuse(name: &str, changes: &[(&str, &str, &str, &str)]) {
    let copy = Copy::new(name);
    for (file, from, to, named) in changes {
        let file = match *file {
            "vignettes/01" => first_vignette(),
            file => file.to_owned(),
        };
        let problem = copy.with(&file, from, to).expect_err(&format!("{file}: {to}"));
        assert!(problem.contains(&file) || problem.contains(file.rsplit('/').next().unwrap()), "{file}: {problem}");
        assert!(problem.contains(named), "{file}: {named}: {problem}");
        assert!(!problem.contains('\n'), "cargo shows one line of a build's error: {problem}");
    }
}

const MARAC: &str = "pathways/marac-referral.toml";

#[test]
fn a_misspelt_key_stops_the_build_with_its_file_and_line() {
    refuse(
        "misspelt",
        &[
            ("triggers.toml", "gates = [", "gate = [", "gate"),
            ("triggers.toml", "withhold = [", "withold = [", "withold"),
            ("triggers.toml", "when = \"", "wen = \"", "wen"),
            ("triggers.toml", "stance = \"do\", ", "stanse = \"do\", ", "stanse"),
            ("triggers.toml", "limited = true", "limit = true", "limit"),
            ("triggers.toml", "{ name = \"INTERPRETER_FIRST\", if", "{ name = \"INTERPRETER_FIRST\", when", "when"),
            ("triggers.toml", "[[worked_out]]", "[[worked]]", "worked"),
            (MARAC, "who = ", "whom = ", "line 2"),
            (MARAC, "shared_triggers = [", "shared = [", "shared"),
            (MARAC, "[words.en]", "[words.english]", "english"),
            (MARAC, "only_if = ", "only = ", "only"),
            (MARAC, "status =", "state =", "state"),
            ("items.toml", "mark = \"B\"", "marc = \"B\"", "marc"),
            ("indicators.toml", "flipped = true", "fliped = true", "fliped"),
            ("profiles/peaks-plains.toml", "contact_rules", "contact_rule", "contact_rule"),
            ("profiles/housing21.toml", "police_always = true", "police_alway = true", "police_alway"),
            ("profiles/herts-2024.toml", "due = \"next-working-day\"", "dew = \"next-working-day\"", "dew"),
            ("profiles/schema.toml", "page = \"terms\"", "pages = \"terms\"", "pages"),
            ("cautions.toml", "[rules]", "[rule]", "rule"),
            ("helplines.toml", "hours =", "hour =", "hour"),
            ("law.toml", "touches =", "touch =", "touch"),
            ("service_check.toml", "key = true", "keys = true", "keys"),
            ("service_check.toml", "words.en.evidence", "words.en.evidense", "evidense"),
            ("bank_holidays.toml", "days = [", "day = [", "day"),
            ("words/en/questions.toml", "why =", "wy =", "wy"),
            ("words/en/say.toml", "dont = [", "don't = [", "say.toml"),
            ("words/en/policy.toml", "label =", "lable =", "lable"),
            ("words/en/policy.toml", "[silent]", "[silence]", "silence"),
            ("words/en/nations.toml", "wales =", "whales =", "whales"),
            ("vignettes/01", "traps = [", "trap = [", "trap"),
            ("vignettes/01", "{ helps = false, say", "{ help = false, say", "help"),
        ],
    );
}

#[test]
fn a_value_of_the_wrong_kind_stops_the_build() {
    refuse(
        "kinds",
        &[
            ("triggers.toml", "gates = [\"children\"]", "gates = \"children\"", "sequence"),
            ("triggers.toml", "priority = 0", "priority = \"0\"", "expected u8"),
            ("triggers.toml", "priority = 0", "priority = 5", "a priority is 0 to 4"),
            ("triggers.toml", "code = \"T1\"", "code = \"one\"", "a code is a T and a number"),
            ("items.toml", "number = 24", "number = 25", "items are 1 to 24"),
            ("items.toml", "number = 2\n", "number = 3\n", "out of order"),
            ("indicators.toml", "flipped = true", "flipped = \"true\"", "bool"),
            ("profiles/peaks-plains.toml", "reuse_other_dash = true", "reuse_other_dash = \"yes\"", "bool"),
            ("profiles/schema.toml", "kind = \"flag\"", "kind = \"flags\"", "a kind is"),
            ("profiles/schema.toml", "number 1 24", "number 24 1", "the least and the most"),
            ("profiles/housing21.toml", "is = 14", "is = 25", "cannot hold"),
            ("profiles/housing21.toml", "is = 14", "is = 14.5", "a value is true or false"),
            ("profiles/housing21.toml", "is = 14", "is = \"14\"", "cannot hold"),
            ("words/en/questions.toml", "hint = \"", "hint = [\"\"]\n# \"", "expected a string"),
            ("words/en/codes.toml", "do = \"Do\"", "do = 1", "a text"),
            ("words/en/pages/start.toml", "title = \"", "title = 1 # \"", "a text or a list"),
            ("helplines.toml", "checked = \"2026-11\"", "checked = \"November\"", "checked"),
            ("bank_holidays.toml", "\"2026-08-31\"", "\"2026-08-30\"", "2026-08-30"),
            ("bank_holidays.toml", "\"2026-12-25\"", "\"2026-12-32\"", "2026-12-32"),
            ("bank_holidays.toml", "\"2026-12-25\"", "\"2025-12-25\"", "2025-12-25"),
        ],
    );
}

#[test]
fn an_unknown_id_stops_the_build() {
    refuse(
        "ids",
        &[
            ("triggers.toml", "pathway = \"idva\"", "pathway = \"idvas\"", "there is no pathway idvas"),
            ("triggers.toml", "stance = \"offer\"", "stance = \"offers\"", "offers"),
            ("triggers.toml", "stance = \"offer\"", "stance = \"not-now\"", "not-now"),
            ("triggers.toml", "why = \"age\"", "why = \"ages\"", "ages"),
            ("triggers.toml", "why = \"honour-or-force\"", "why = \"injury\"", "injury"),
            ("triggers.toml", "cautions = [\"DEVICE_CHECK\"]", "cautions = [\"DEVICE\"]", "DEVICE"),
            ("triggers.toml", "gates = [\"children\"]", "gates = [\"child\"]", "child"),
            ("triggers.toml", "rules = [\"path:B5\"]", "rules = [\"path:B500\"]", "path:B500"),
            ("triggers.toml", "consent = [\"safety-plan\"]", "consents = [\"safety-plan\"]", "consents"),
            ("triggers.toml", "consent = [\"safety-plan\"]", "consent = [\"safe\"]", "safe"),
            (MARAC, "who = \"marac-referrer\"", "who = \"marac\"", "line 2"),
            (MARAC, "consent = \"ask-first\"", "consent = \"ask\"", "line 3"),
            (MARAC, "open = \"local\"", "open = \"always\"", "line 4"),
            (MARAC, "code = \"PW-06\"", "code = \"PW-60\"", "PW-60"),
            (MARAC, "nations = { scotland", "nations = { france", "france"),
            (MARAC, "\"path:A1\"", "\"path:A100\"", "path:A100"),
            ("items.toml", "mark = \"B\"", "mark = \"D\"", "D"),
            ("indicators.toml", "code = \"F1\"", "code = \"F9\"", "F9"),
            ("indicators.toml", "strength = \"strong\"", "strength = \"stronger\"", "stronger"),
            ("cautions.toml", "NO_CONTACT", "NOT_CONTACT", "NOT_CONTACT"),
            ("profiles/herts-2024.toml", "inferred = [\"completers\"", "inferred = [\"completer\"", "completer"),
            ("profiles/herts-2024.toml", "status = \"", "status = \"very-", "very-"),
            ("profiles/housing21.toml", "rule = \"H-38\"\n[[deadline]]", "rule = \"H-40\"\n[[deadline]]", "H-40"),
            ("profiles/housing21.toml", "pathways = [\"PW-42\"]", "pathways = [\"PW-99\"]", "PW-99"),
            ("profiles/housing21.toml", "\"terms.survivor\"", "\"terms.survivors\"", "terms.survivors"),
            ("service_check.toml", "group = \"policy\"", "group = \"policies\"", "policies"),
            ("law.toml", "touches = [\"PW-", "touches = [\"PX-", "PX-"),
            ("rules/housing21.toml", "\"pathway:PW-06\"", "\"pathway:PW-60\"", "pathway:PW-60"),
            ("rules/housing21.toml", "\"check:O-16\"", "\"check:O-99\"", "check:O-99"),
            ("rules/housing21.toml", "\"acted\"", "\"done\"", "done"),
            ("words/en/items.toml", "[strangling]", "[strangled]", "strangling"),
            ("words/en/cautions.toml", "[\"NO_CONTACT\"]", "[\"NOT_CONTACT\"]", "NO_CONTACT"),
        ],
    );
}

#[test]
fn a_condition_that_does_not_hold_together_stops_the_build() {
    const TERM: &str = "recent = \"not recency=historic\"";
    let problems = [
        ("not recent", "names itself"),
        ("recently", "no such term: recently"),
        ("dash.strangled=yes", "no such item: strangled"),
        ("dash.strangling=maybe", "yes, no or dont-know"),
        ("dash.strangling", "no such term"),
        ("indicator:grave", "no such indicator: grave"),
        ("flag:other", "no such flag"),
        ("@routes", "no such fact"),
        ("profile=housing22", "no such profile: housing22"),
        ("clear=clearly", "clear cannot be this"),
        ("judgement=low", "no such judgement"),
        ("recency=old", "the field cannot hold this value"),
        ("recence=historic", "no such field"),
        ("dapo_area=no|absent", "a setting is never absent"),
        ("recency=historic or", "a condition is missing"),
        ("(recency=historic", "a ) is missing"),
        ("recency=historic children", "something is left over"),
        ("", "a condition is missing"),
    ];
    let changes = problems.map(|(condition, named)| (format!("recent = \"{condition}\""), named));
    refuse("conditions", &changes.each_ref().map(|(to, named)| ("terms.toml", TERM, to.as_str(), *named)));
}

#[test]
fn triggers_and_pathways_tell_the_same() {
    refuse(
        "triggers",
        &[
            ("triggers.toml", "id = \"strangled\"", "id = \"danger-now\"", "its id is taken"),
            ("triggers.toml", "code = \"T1\"", "code = \"T2\"", "T1 is nowhere"),
            ("triggers.toml", "{ pathway = \"idva\", ", "{ ", "names no pathway"),
            ("triggers.toml", "rules = [\"C1.3.1\"]", "rules = []", "names no rule"),
            (
                "triggers.toml",
                "pathway = \"emergency-call\", ",
                "pathway = \"emergency-call\", limited = true, ",
                "limits",
            ),
            (MARAC, "[{ stance", "[{ pathway = \"idva\", stance", "about that pathway"),
            (MARAC, "    \"strangled\",\n", "", "shared_triggers must be"),
            (MARAC, "    \"strangled\",\n", "    \"strangled\",\n    \"injury\",\n", "shared_triggers must be"),
            (MARAC, "why = \"age\"", "why = \"aged\"", "aged"),
            (MARAC, "rules = [\"D-67\", \"D-68\"]", "rules = []", "names no rule"),
            (MARAC, "code = \"PW-06\"", "code = \"PW-07\"", "its code is taken"),
        ],
    );
}

#[test]
fn a_missing_word_stops_the_build() {
    refuse(
        "words",
        &[
            (MARAC, "what = \"", "# \"", "what"),
            (MARAC, "title = \"MARAC referral\"", "title = \"\"", "a text is empty"),
            ("words/en/questions.toml", "ask = \"", "# \"", "ask"),
            ("words/en/questions.toml", "[\"context.nation\"]", "[\"context.nations\"]", "context.nation"),
            ("words/en/items.toml", "label = \"", "# \"", "label"),
            ("words/en/indicators.toml", "echo_none = \"", "# \"", "echo_none"),
            ("words/en/cautions.toml", "text = \"", "# \"", "text"),
            ("words/en/policy.toml", "children_referral_route =", "child_referral_route =", "children_referral_route"),
            ("service_check.toml", "words.en.statement = \"", "# \"", "statement"),
            ("vignettes/01", "warning = \"", "# \"", "warning"),
            ("vignettes/01", "[[moment]]", "[[moments]]", "moment"),
            ("vignettes/01", "helps = true", "helps = false", "one answer at least helps"),
        ],
    );
}

#[test]
fn a_recipe_that_replaces_nothing_or_too_much_stops_the_build() {
    const CARER: &str = "recipes/carer.toml";
    const TITLE: &str = "title = \"Staying together, with other help\"";
    let long = format!("title = \"{} word.\"", ["word"; 22].join(" "));
    refuse(
        "recipes",
        &[
            (CARER, "when = ", "wen = ", "wen"),
            (CARER, "without_words = ", "without = ", "without"),
            (CARER, "when = \"relationship", "when = \"relation", "no such field"),
            (CARER, "rank = 4", "rank = 5", "its rank is taken"),
            (CARER, "first = [\"adult-safeguarding\"]", "first = [\"adults\"]", "there is no pathway adults"),
            (CARER, "sources = [\"D-20\", \"D-13\"]", "sources = []", "names no source"),
            (CARER, "sources = [\"D-20\"", "sources = [\"path:B500\"", "path:B500"),
            (
                CARER,
                "[words.en.instead.pathways.couple-housing]",
                "[words.en.insted.pathways.couple-housing]",
                "insted",
            ),
            (
                CARER,
                "pathways.couple-housing]",
                "pathways.couples]",
                "line 13 pathways.couples.title: words: there are no such words",
            ),
            (CARER, TITLE, "titel = \"Staying together\"", "line 13 pathways.couple-housing.titel"),
            (CARER, "cautions.ASK_COERCION]", "cautions.ASK_COERSION]", "there are no such words"),
            (CARER, "pages.tonight_result]", "pages.tonight_results]", "there are no such words"),
            (CARER, TITLE, "title = \"Housing the couple together\"", "the general words are the same"),
            (CARER, TITLE, "title = \"\"", "a text is empty"),
            (CARER, TITLE, "title = [\"Staying together\"]", "a list instead of a list"),
            (CARER, TITLE, "title = 1", "a text, a list of texts or a table"),
            (CARER, TITLE, &long, "line 13 pathways.couple-housing.title: words: a sentence has more than 22 words"),
            (CARER, TITLE, "title = \"Staying with {whom}\"", "nothing is put into {whom}"),
        ],
    );
}

/// A second language is a folder beside `words/en` with the same keys, and with the words that English has in the files of the
/// things themselves.
#[test]
fn a_language_is_a_folder_with_every_word() {
    let copy = Copy::new("language");
    let words = copy.0.join("words/cy");
    self::copy(&copy.0.join("words/en"), &words);
    fs::create_dir_all(words.join("pathways")).unwrap();
    for file in toml_files(&copy.0.join("pathways")) {
        let table: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        let own = toml::to_string(&table["words"]["en"]).unwrap();
        fs::write(words.join("pathways").join(file.file_name().unwrap()), own).unwrap();
    }
    fs::create_dir_all(words.join("recipes")).unwrap();
    for file in toml_files(&copy.0.join("recipes")) {
        let table: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        let own = toml::to_string(&table["words"]["en"]).unwrap();
        fs::write(words.join("recipes").join(file.file_name().unwrap()), own).unwrap();
    }
    let check: toml::Table = fs::read_to_string(copy.0.join("service_check.toml")).unwrap().parse().unwrap();
    let by = |list: &str, id: &str| -> toml::Table {
        let list = check[list].as_array().unwrap().iter();
        list.map(|it| (it[id].as_str().unwrap().to_owned(), it["words"]["en"].clone())).collect()
    };
    let own = toml::Table::from_iter([
        ("group".to_owned(), by("group", "name").into()),
        ("statement".to_owned(), by("statement", "id").into()),
    ]);
    fs::write(words.join("service_check.toml"), toml::to_string(&own).unwrap()).unwrap();
    let made = files(&copy.0).map_err(|problem| problem.to_string()).unwrap();
    for (part, code) in [("first", 1), ("steps", 0), ("later", 0)] {
        let text = |language: &str| {
            let name = format!("words-{language}.{part}.txt");
            made.iter().find(|(known, _)| *known == name).map(|(_, text)| text.lines().skip(code)).unwrap()
        };
        assert!(text("cy").eq(text("en")), "the same words but for the code");
    }
    for (file, from, to, named) in [
        ("words/cy/pathways/idva.toml", "title =", "titel =", "titel"),
        ("words/cy/service_check.toml", "evidence =", "proof =", "proof"),
        ("words/cy/service_check.toml", "policy =", "policies =", "policy"),
        ("words/cy/recipes/carer.toml", "title = \"Staying", "line_title = \"Staying", "not the same keys as en"),
        ("words/cy/recipes/carer.toml", "dont_exclude =", "dont_exlude =", "dont_exlude"),
        ("words/cy/pages/start.toml", "title =", "titel =", "words/cy"),
        ("words/cy/items.toml", "[strangling]", "[strangled]", "strangling"),
    ] {
        let problem = copy.with(file, from, to).expect_err(file);
        assert!(problem.contains(named), "{file}: {problem}");
    }
}

fn first_vignette() -> String {
    let names = fs::read_dir(content().join("vignettes")).unwrap();
    let first = names.map(|file| file.unwrap().file_name().into_string().unwrap()).min().unwrap();
    format!("vignettes/{first}")
}

/// Keys that the program looks up by their name are not known to the build: a missing one stops the compiler (pages) or
/// `tests/content.rs`, and `tests/sign_off.rs` knows every key of `logic.toml`.
const FREE: [&str; 5] = [
    "words/en/pages/",
    "words/en/identify.toml",
    "words/en/codes.toml",
    "words/en/outputs.toml",
    "words/en/logic.toml",
];

#[test]
fn no_key_of_any_file_is_read_past_when_it_is_misspelt() {
    let copy = Copy::new("keys");
    let mut missed = Vec::new();
    for file in toml_files(&content()) {
        let place = file.strip_prefix(content()).unwrap().to_str().unwrap().replace('\\', "/");
        // The vignettes share one reader, as do the pathways and the recipes: some that hold every key are enough.
        let one_of = |folder: &str, enough: &[&str]| {
            place.starts_with(folder) && !enough.iter().any(|name| place.contains(name))
        };
        let enough = ["marac-referral", "order-breach", "perpetrator-programme"];
        if one_of("vignettes/", &["01-", "04-"])
            || one_of("pathways/", &enough)
            || one_of("recipes/", &["young-person"])
            || FREE.iter().any(|free| place.starts_with(free))
        {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let keys: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
            .filter(|key| key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
            .collect();
        for key in keys {
            let from = format!("\n{key} = ");
            if text.contains(&from) && copy.with(&place, &from, &format!("\n{key}x = ")).is_ok() {
                missed.push(format!("{place} {key}"));
            }
        }
    }
    // A term that no condition uses (the engine may: the compiler knows those), or words for a unit that no policy has, may
    // stand there.
    missed.retain(|miss| !miss.starts_with("terms.toml ") && miss != "words/en/policy.toml months");
    assert!(missed.is_empty(), "read past: {missed:#?}");
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            all.extend(toml_files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "toml") {
            all.push(entry);
        }
    }
    all.sort();
    all
}

#[test]
fn the_page_gets_every_line_but_those_that_only_the_list_of_rules_says() {
    let made = files(&content()).map_err(|problem| problem.to_string()).unwrap();
    let mut left_out = Vec::new();
    for part in ["first", "steps", "later"] {
        let lines = |words: &str| -> Vec<&str> {
            let name = format!("{words}-en.{part}.txt");
            made.iter().find(|(known, _)| *known == name).map(|(_, text)| text.lines().collect()).unwrap()
        };
        let (whole, page) = (lines("words"), lines("page-words"));
        assert_eq!(whole.len(), page.len(), "each line is found at its place");
        assert!(!whole.contains(&"-"), "what stands for a line that is left out is no text");
        assert!(whole.iter().zip(&page).all(|(words, shown)| words == shown || *shown == "-"));
        left_out.extend(whole.iter().zip(&page).filter(|(_, shown)| **shown == "-").map(|(words, _)| *words));
    }
    let read = |file: &str| fs::read_to_string(content().join("words/en").join(file)).unwrap();
    let titles: String = fs::read_dir(content().join("recipes"))
        .unwrap()
        .flat_map(|entry| {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            text.split_once("[words.en]\n").and_then(|(_, own)| own.lines().next().map(str::to_owned))
        })
        .collect();
    let own = read("logic.toml") + &read("pages/rules.toml") + &titles;
    for words in &left_out {
        assert!(own.contains(&words.replace('"', "\\\"")) || own.contains(words), "{words}");
    }
    assert!(left_out.len() > 200, "{}", left_out.len());
}
