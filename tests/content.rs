//! The content: the catalogue is whole, every word is there and none that may not be, no number to ring that was not
//! checked, and every row of the trigger table can be reached.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::arbitrary::{case, context_inputs, drawn, nearly_cleared_case, setting_inputs};
use waymark_case::input::RecordField;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Input, ItemNumber};
use waymark_content::EN;
use waymark_content::{
    Actor, CAUTION_RULES, CautionId, Condition, ConsentRule, Due, HELPLINES, INDICATORS, Open, PATHWAYS, PROFILES,
    ROWS, Row, Stance, WhyWithheld, helplines_in, sources,
};
use waymark_engine::assess;
use waymark_engine::assessment::*;
use waymark_engine::catalogue::catalogue;

// ------------------------------------------------------------------------------------------------------ the catalogue

#[test]
fn the_catalogue_is_whole() {
    let catalogue = catalogue();
    let count = |kind: &str| catalogue[kind].as_array().map_or(0, Vec::len);
    let counts =
        ["indicators", "items", "pathways", "triggers", "cautions", "profiles"].map(|kind| (kind, count(kind)));
    let whole =
        [("indicators", 26), ("items", 24), ("pathways", 44), ("triggers", 66), ("cautions", 33), ("profiles", 6)];
    assert_eq!(counts, whole);
    assert_eq!(catalogue["triggers"][9]["id"], "T10", "the hand-off stands among the triggers");
    assert!(count("sources") > 0 && count("rules") > 0);
}

#[test]
fn every_table_stands_in_the_order_of_its_ids() {
    assert!(PATHWAYS.iter().map(|row| row.id).eq(PathwayId::ALL.iter().copied()));
    assert!(INDICATORS.iter().map(|row| row.id).eq(IndicatorId::ALL.iter().copied()));
    let cautions: BTreeSet<CautionId> = CAUTION_RULES.iter().map(|(id, _)| *id).collect();
    assert_eq!(cautions.len(), CautionId::ALL.len(), "every caution has its rules");
    let listed = sources();
    let sources: BTreeSet<&str> = listed.iter().map(|source| source.id).collect();
    assert_eq!(sources.len(), listed.len(), "no source is listed twice");
    let profiles: Vec<&str> = PROFILES.iter().map(|profile| profile.id.as_ref()).collect();
    let six = ["default", "daha-supported", "peaks-plains", "south-wales", "housing21", "herts-2024"];
    assert_eq!(profiles, six);
}

// ----------------------------------------------------------------------------------------------------------- the words

/// Every input that has words of its own.
fn worded_inputs() -> Vec<Input> {
    let flags = Flag::ALL.iter().copied().map(Input::Flag);
    let rest = [
        Input::Profile,
        Input::Health,
        Input::NoContactWith,
        Input::Specialist,
        Input::SurvivorIs,
        Input::Unsure,
        Input::SecondReader,
        Input::JudgementPerson,
        Input::JudgementReason,
        Input::DashWith,
        Input::DashHeard,
        Input::DashJudgement,
        Input::DashJudgementReason,
        Input::Record(RecordField::WishWords),
        Input::Record(RecordField::OwnViewOfDanger),
        Input::Record(RecordField::SafeContactWords),
        Input::Record(RecordField::SecondReaderInitials),
        Input::Record(RecordField::Consulted),
        Input::Record(RecordField::ReviewOn),
    ];
    context_inputs().into_iter().chain(setting_inputs()).chain(flags).chain(rest).collect()
}

#[test]
fn every_question_has_its_words_and_every_value_its_label() {
    for input in worded_inputs() {
        let question = EN.question(input);
        let name = input.name();
        assert_eq!(question.name, name, "{name} has no words");
        assert!(!question.ask.is_empty() && !question.short.is_empty(), "{name} is not asked");
        let (Kind::One(values) | Kind::Any(values)) = input.kind() else { continue };
        let labels: BTreeSet<&str> = values.iter().map(|value| question.option(value)).collect();
        assert!(!labels.contains(""), "{name}: a value has no label");
        assert_eq!(labels.len(), values.len(), "{name}: two values read alike");
        for (value, reason) in question.because {
            assert!(values.contains(value), "{name}: {value} is no value of it");
            assert!(
                !reason.is_empty() && !reason.ends_with('.'),
                "{name}: “because {reason}” is not part of a sentence"
            );
        }
    }
    for input in ItemNumber::all().map(Input::DashItem) {
        let labels: BTreeSet<&str> = ItemAnswer::TEXTS.iter().map(|answer| EN.question(input).option(answer)).collect();
        assert!(labels.len() == 3 && !labels.contains(""), "{} has no labels", input.name());
    }
}

#[test]
fn every_indicator_item_pathway_and_caution_has_its_words() {
    for id in IndicatorId::ALL {
        let words = EN.indicator(*id);
        let all = [words.name, words.ask, words.explore, words.power, words.harmed, words.trap];
        assert!(all.iter().all(|text| !text.is_empty()), "{} lacks words", id.text());
        assert!(words.echo.contains("{user}"), "{} does not say who", id.text());
        assert!(!words.echo_both.is_empty() && !words.echo_none.is_empty(), "{} has no echo", id.text());
        assert!(!words.sources.is_empty(), "{} has no source", id.text());
    }
    for item in ItemNumber::all() {
        let words = EN.item(item);
        assert!(!words.label.is_empty() && !words.about.is_empty(), "item {} lacks words", item.get());
        assert!(!words.explore.is_empty() && !words.sources.is_empty(), "item {} lacks prompts or sources", item.get());
    }
    for id in PathwayId::ALL {
        let words = EN.pathway(*id);
        let all = [words.title, words.action, words.what, words.consent, words.group];
        assert!(all.iter().all(|text| !text.is_empty()), "{} lacks words", id.text());
        let line = [words.line_title, words.line_action, words.line_what];
        assert_eq!(
            line.iter().all(|text| !text.is_empty()),
            *id == PathwayId::PerpetratorProgramme,
            "{}'s short form",
            id.text()
        );
    }
    for id in CautionId::ALL {
        let words = EN.caution(*id);
        assert!(!words.title.is_empty() && !words.text.is_empty(), "{} lacks words", id.text());
    }
}

#[test]
fn every_code_that_the_engine_answers_with_has_its_words() {
    let codes: [(&str, &[&str]); 15] = [
        ("stance", Stance::TEXTS),
        ("due", Due::TEXTS),
        ("who", Actor::TEXTS),
        ("role", WorkerRole::TEXTS),
        ("consent", ConsentRule::TEXTS),
        ("open", Open::TEXTS),
        ("why", WhyWithheld::TEXTS),
        ("stop", Stop::TEXTS),
        ("route", Route::TEXTS),
        ("nation", Nation::TEXTS),
        ("outcome", Outcome::TEXTS),
        ("reason", Reason::TEXTS),
        ("cap", Cap::TEXTS),
        ("band", Band::TEXTS),
        ("force_line", ForceLine::TEXTS),
    ];
    for (table, codes) in codes {
        for code in codes {
            assert!(!EN.text(&format!("{table}.{code}")).is_empty(), "{table}.{code} has no words");
        }
    }
}

/// A file under `crates/content/data`.
fn content(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/content/data").join(path)
}

/// Every line of every words file that a person may read: its place and the line. Comments are for the writers.
fn lines_of_words() -> Vec<(String, String)> {
    lines_of(&["words/en", "rules"])
}

/// The same with the vignettes, whose answers are lists of item numbers.
fn lines_of_words_and_stories() -> Vec<(String, String)> {
    lines_of(&["words/en", "rules", "vignettes"])
}

fn lines_of(folders: &[&str]) -> Vec<(String, String)> {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    for folder in folders {
        files(&content(folder), &mut found);
    }
    found.sort();
    assert!(found.len() >= 9, "the words are not where they were");
    let mut lines = Vec::new();
    for path in found {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (place, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            if !line.trim_start().starts_with('#') {
                lines.push((format!("{name}:{}", place + 1), line.to_owned()));
            }
        }
    }
    lines
}

/// What no screen, print or record may ever say: a finding of safety, a figure for danger, blame shared out between the
/// two, a verdict, or a promise about traces that nobody can keep.
const NEVER: [&str; 21] = [
    "low risk",
    "low-risk",
    "no risk",
    "risk-free",
    "out of danger",
    "completely safe",
    "you are safe",
    "is now safe",
    "%",
    "per cent",
    "percent",
    "probability",
    "mutual abuse",
    "mutually abusive",
    "false allegation",
    "proven",
    "confirmed",
    "untraceable",
    "erased",
    "no one can see",
    "guarantee",
];

#[test]
fn no_word_is_used_that_may_never_be() {
    let mut found = Vec::new();
    for (place, line) in lines_of_words_and_stories() {
        let line = line.to_lowercase();
        found.extend(NEVER.iter().filter(|word| line.contains(**word)).map(|word| format!("{place}: {word}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The claims that nobody can keep, one a line.
fn banned_claims() -> Vec<String> {
    let list =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/banned-claims.txt")).unwrap();
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(str::to_lowercase).collect()
}

/// The banned claims in a text, whatever its capitals and its spaces.
fn claims_in(text: &str, banned: &[String]) -> Vec<String> {
    let text = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    banned.iter().filter(|claim| text.contains(claim.as_str())).cloned().collect()
}

#[test]
fn no_document_claims_what_nobody_can_keep() {
    let banned = banned_claims();
    assert!(banned.len() > 20);
    assert_eq!(claims_in("It leaves\nNo  Trace.", &banned), ["leaves no trace"]);
    let mut texts: Vec<(String, String)> =
        ["README.md", "SECURITY.md", "PRIVACY.md", "ARCHITECTURE.md", "index.html", "src/paper.html"]
            .map(|name| {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
                (name.to_owned(), fs::read_to_string(path).unwrap())
            })
            .into();
    texts.extend(lines_of_words_and_stories());
    let found: Vec<_> = texts
        .iter()
        .flat_map(|(place, text)| claims_in(text, &banned).into_iter().map(move |claim| format!("{place}: {claim}")))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_plain_text() {
    for (place, line) in lines_of_words() {
        for mark in ["<", "&amp;", "&nbsp;", "](", "**", "`", "tel:", "mailto:"] {
            assert!(!line.contains(mark), "{place} holds {mark}");
        }
    }
}

/// The longest run of digits in a line, counting on over what stands between the groups of a telephone number.
fn longest_number(line: &str) -> usize {
    let (mut run, mut longest) = (0, 0);
    for letter in line.chars() {
        if letter.is_ascii_digit() {
            run += 1;
            longest = longest.max(run);
        } else if !matches!(letter, ' ' | '-' | '(' | ')' | '+' | '.' | '\u{a0}') {
            run = 0;
        }
    }
    longest
}

#[test]
fn no_telephone_number_stands_among_the_words() {
    assert_eq!(longest_number("ring 0808 (2000) 247 now"), 11);
    for (place, line) in lines_of_words() {
        assert!(longest_number(&line) < 9, "{place} may hold a telephone number: {line}");
    }
}

/// The helplines as their file has them: each a list of keys and texts.
fn helplines() -> Vec<Vec<(String, String)>> {
    let file = fs::read_to_string(content("helplines.toml")).unwrap();
    let blocks = file.split("[[helpline]]").skip(1);
    let text = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        Some((key.to_owned(), value.trim_matches('"').to_owned()))
    };
    blocks.map(|block| block.lines().filter_map(text).collect()).collect()
}

#[test]
fn a_number_to_ring_stands_only_where_it_was_checked() {
    let helplines = helplines();
    assert_eq!(helplines.len(), HELPLINES.len());
    for (helpline, typed) in helplines.iter().zip(HELPLINES.iter()) {
        let field = |wanted: &str| {
            helpline.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        assert_eq!(field("id"), typed.id);
        let checked = matches!(field("status"), "verified" | "supported");
        let printed = !typed.number.is_empty() || !typed.text.is_empty();
        assert!(checked || !printed, "{} has a number that nobody checked", typed.id);
        assert_eq!(typed.number, field("number"));
        assert!(!typed.nations.is_empty() && !typed.who.is_empty(), "{}: for whom?", typed.id);
        for (key, value) in helpline {
            let number = matches!(key.as_str(), "number" | "text");
            assert!(number || longest_number(value) < 9, "{} holds a number under {key}", typed.id);
        }
    }
}

#[test]
fn a_helpline_without_a_number_is_on_no_list() {
    assert!(HELPLINES.iter().any(|line| !line.is_listed()), "the list leaves something out");
    for nation in Nation::ALL.iter().copied().map(Some).chain([None]) {
        let listed: Vec<_> = helplines_in(nation).collect();
        assert!(listed.len() > 10 && listed.iter().all(|line| !line.number.is_empty()), "{nation:?}");
        assert!(listed.iter().all(|line| nation.is_none_or(|nation| line.nations.contains(&nation))), "{nation:?}");
    }
    assert!(HELPLINES.iter().filter(|line| line.is_for_the_harmed()).all(|line| !line.number.is_empty()));
}

#[test]
fn every_number_names_its_status_its_month_and_sources_that_are_known() {
    let sources = fs::read_to_string(content("sources.toml")).unwrap();
    for helpline in helplines() {
        let field = |wanted: &str| {
            let found = helpline.iter().find(|(key, _)| key == wanted);
            found.map(|(_, value)| value.as_str()).unwrap_or_default().to_owned()
        };
        let id = field("id");
        let known = ["verified", "supported", "single", "repo_only", "unverified"];
        assert!(known.contains(&field("status").as_str()), "{id} has no status");
        let (year, month) = field("checked").split_once('-').map(|(year, month)| (year.len(), month.len())).unwrap();
        assert_eq!((year, month), (4, 2), "{id} has no month");
        let cited = field("sources");
        let codes: Vec<&str> = cited.split('"').filter_map(|code| code.strip_prefix("path:")).collect();
        assert!(!codes.is_empty(), "{id} has no source");
        for code in codes {
            assert!(sources.contains(&format!("\n\"{code}\" = ")), "{id}: no source {code}");
        }
    }
}

#[test]
fn whom_to_ring_about_suicide_hangs_on_the_nation() {
    let lifeline = HELPLINES.iter().find(|line| line.id == "lifeline").unwrap();
    assert_eq!(lifeline.number, "0808 808 8000");
    for nation in Nation::ALL {
        let numbers = EN.suicide_numbers(Some(*nation));
        let name = EN.text(&format!("nation.{}", nation.text()));
        assert!(numbers.len() == 1 && numbers[0].starts_with(name), "{numbers:?}");
        let here = *nation == Nation::NorthernIreland;
        assert_eq!(numbers[0].contains(lifeline.number), here, "{numbers:?}");
        assert_eq!(numbers[0].contains("111"), !here, "{numbers:?}");
    }
    let all = EN.suicide_numbers(None);
    assert_eq!(all.len(), Nation::ALL.len());
    assert!(all.iter().any(|line| line.contains(lifeline.number)));
    // Wherever numbers stand for anybody in the country, that of Lifeline stands too.
    let shell = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    assert!(["samaritans", lifeline.id].iter().all(|id| shell.contains(&format!("{{{{helpline.{id}}}}}"))));
    for nation in [Some(Nation::NorthernIreland), None] {
        assert!(helplines_in(nation).any(|line| line.id == lifeline.id && line.is_for_the_harmed()));
    }
    for steps in [EN.pages.shell.suicidal_steps, EN.pages.shell.danger_steps] {
        assert!(steps.iter().all(|step| !step.contains("111")), "{steps:?}");
    }
}

/// Words that an item's label or its explanation must hold, so that it asks what the item asks.
const SENSE: [(u8, &[&str], &[&str]); 11] = [
    (2, &["fear"], &["strong"]),
    (10, &["abuse", "more often"], &["as a whole"]),
    (11, &["abuse", "serious"], &["as a whole"]),
    (12, &["almost all", "extreme"], &["your form"]),
    (13, &["weapon or object", "ever"], &["at any time"]),
    (14, &["death threats", "ever"], &["at any time"]),
    (15, &["strangl", "tried", "ever"], &["fought off"]),
    (22, &["suicide", "threatened", "tried", "ever", "person harming"], &["past try"]),
    (23, &["bail", "agreement", "ever"], &["children"]),
    (24, &["trouble with the police", "without a record", "ever"], &["no charge"]),
    (21, &["person harming"], &["12 months"]),
];

#[test]
fn an_item_asks_what_it_asks_also_out_of_its_place() {
    for (number, in_label, in_about) in SENSE {
        let words = EN.item(ItemNumber::new(number).unwrap());
        let (label, about) = (words.label.to_lowercase(), words.about.to_lowercase());
        assert!(in_label.iter().all(|word| label.contains(word)), "item {number}: {label}");
        assert!(in_about.iter().all(|word| about.contains(word)), "item {number}: {about}");
    }
    // As a danger sign, on a sheet or in a call, too.
    for (number, sense) in [(15, "strangled"), (15, "tried"), (22, "tried"), (13, "at some time")] {
        let sign = EN.text(&format!("fact.sign_{number}"));
        assert!(sign.contains(sense), "item {number}: {sign}");
    }
}

/// What the writers did not see is for them to sort out: nobody reads of it.
const DOUBTS: [&str; 10] = [
    "not checked",
    "second-hand",
    "was not found",
    "none found",
    "in the sources seen",
    "in the pages seen",
    "seen once",
    "older pages",
    "current number",
    "unverified",
];

#[test]
fn no_doubt_of_the_writers_stands_on_any_face() {
    let mut lines = lines_of_words();
    for file in ["index.html", "src/paper.html", "crates/content/data/law.toml", "crates/content/data/helplines.toml"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        // A note is for whoever keeps the file, and a status is a code.
        let read = text.lines().filter(|line| !["#", "note = ", "status = "].iter().any(|key| line.starts_with(key)));
        lines.extend(read.map(|line| (file.to_owned(), line.to_owned())));
    }
    let mut found = Vec::new();
    for (place, line) in lines {
        // A key of the page's words is no word.
        let text = line.split_once(" = ").map_or(line.as_str(), |(_, text)| text).to_lowercase();
        found.extend(DOUBTS.iter().filter(|doubt| text.contains(**doubt)).map(|doubt| format!("{place}: {doubt}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_choice_of_our_own_is_said_to_be_ours() {
    let rules = CAUTION_RULES.iter().find(|(id, _)| *id == CautionId::OldDash).map(|(_, rules)| *rules);
    assert_eq!(rules, Some(["own:fresh-months"].as_slice()));
    assert!(EN.caution(CautionId::OldDash).text.contains("choice of ours"));
    for name in ["context.existing_dash_months", "context.recency"] {
        let question = EN.question_named(name);
        let said = [question.why, question.hint].concat();
        assert!(said.contains("choice") && said.contains("not a rule"), "{name}: {said}");
    }
}

// ----------------------------------------------------------------------------------------------------------- the triggers

/// The facts that a condition reads by path, and whether it reads anything else.
fn facts_read(condition: &Condition, facts: &mut Vec<&'static str>) -> bool {
    match condition {
        Condition::Field(field, ..) => facts.push(field.path()),
        Condition::Item(number, _) => facts.extend(ItemNumber::new(*number).map(ItemNumber::path)),
        Condition::All(parts) | Condition::Any(parts) => {
            // Every part is asked, so that every fact is found.
            let more: Vec<bool> = parts.iter().map(|part| facts_read(part, facts)).collect();
            return more.contains(&true);
        }
        _ => return true,
    }
    false
}

/// Everything that a row can do, one line each.
fn effects_of(row: &Row) -> Vec<String> {
    let shows = row.show.iter().map(|show| format!("{} shows {}", row.id, show.pathway.text()));
    let withholds =
        row.withhold.iter().map(|held| format!("{} withholds {} for {}", row.id, held.pathway.text(), held.why.text()));
    let cautions = row.cautions.iter().map(|(caution, _)| format!("{} warns {}", row.id, caution.text()));
    let gates = row.gates.iter().map(|(gate, _)| format!("{} asks {}", row.id, gate.text()));
    shows.chain(withholds).chain(cautions).chain(gates).collect()
}

/// What the rows visibly did in one assessment.
fn effects_in(assessment: &Assessment, seen: &mut BTreeSet<String>) {
    for pathway in &assessment.pathways {
        seen.extend(pathway.triggers.iter().map(|row| format!("{row} shows {}", pathway.id.text())));
    }
    for row in ROWS {
        let held = |id, why| assessment.withheld.iter().any(|withheld| (withheld.id, withheld.why) == (id, why));
        for withhold in row.withhold.iter().filter(|withhold| held(withhold.pathway, withhold.why)) {
            seen.insert(format!("{} withholds {} for {}", row.id, withhold.pathway.text(), withhold.why.text()));
        }
        for (gate, _) in row.gates.iter().filter(|(gate, _)| assessment.unanswered_gate.contains(gate)) {
            seen.insert(format!("{} asks {}", row.id, gate.text()));
        }
        // Several rows may raise one caution: the facts behind it tell which did.
        let mut facts = Vec::new();
        let reads_more = facts_read(&row.when, &mut facts);
        for (id, _) in row.cautions {
            let raised = assessment.cautions.iter().find(|caution| caution.id == *id);
            let by_this = |caution: &Caution| caution.because.iter().any(|because| facts.contains(&because.fact));
            if raised.is_some_and(|caution| reads_more || by_this(caution)) {
                seen.insert(format!("{} warns {}", row.id, id.text()));
            }
        }
    }
    if assessment.handoff.is_some() {
        seen.insert("T10 hands over".to_owned());
    }
}

#[test]
fn every_row_of_the_trigger_table_can_be_reached_and_do_all_it_says() {
    let mut unseen: BTreeSet<String> = ROWS.iter().flat_map(effects_of).collect();
    unseen.insert("T10 hands over".to_owned());
    let ids: BTreeSet<&str> = unseen.iter().filter_map(|effect| effect.split(' ').next()).collect();
    assert_eq!(ids.len(), 66, "every trigger does something");
    let cases = drawn(prop_oneof![3 => case().boxed(), 1 => nearly_cleared_case().boxed()]);
    for case in cases.take(30_000) {
        let mut seen = BTreeSet::new();
        effects_in(&assess(&case), &mut seen);
        unseen.retain(|effect| !seen.contains(effect));
        if unseen.is_empty() {
            return;
        }
    }
    panic!("no drawn case reaches:\n{}", unseen.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Items 15 and 22 are a yes where it was only tried or threatened: what they call for must be true then too.
#[test]
fn what_a_yes_calls_for_is_true_of_a_try_too() {
    let say = &EN.steps().pages.dash;
    let [today, later] = [say.follows_today, say.follows_later].map(|lines| [lines[2], lines[4]]);
    for line in [today[0], later[0]] {
        assert!(!line.contains("pressed") && !line.contains("stopped"), "{line}");
    }
    assert!(today[0].contains("done or tried") && today[0].ends_with("medical check today if done"), "{}", today[0]);
    assert!(today[1].contains("threat or attempt") && later[1].contains("threat or attempt"));
}
