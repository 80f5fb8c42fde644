//! What can be handed on: what each output must hold, and what it must never hold.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot go on stops

use std::sync::LazyLock;

use waymark_case::input::{ChoicePart, IndicatorPart, RecordField};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber, SettingField, Step};
use waymark_content::EN;
use waymark_content::words::Words;
use waymark_engine::assess;
use waymark_engine::assessment::{Assessment, Because, Outcome, Stop};
use waymark_record::{Block, Document, Doubt, People, because, decision_log, handover, on_call};
use waymark_record::{plain_text, sections, summary, unanswered};

static WORDS: &LazyLock<Words> = &EN;

fn people() -> People {
    People { one: "the tenant", two: "the visitor" }
}

fn case(json: serde_json::Value) -> Case {
    Case::from_json(json.to_string().as_bytes()).expect("a case")
}

fn summary_text(case: &Case) -> String {
    plain_text(&summary(case, &assess(case), WORDS, &people()))
}

/// Every input a page can have.
fn inputs() -> Vec<Input> {
    use IndicatorPart as Part;
    let mut inputs = vec![
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
    ];
    inputs.extend(ContextField::ALL.iter().copied().map(Input::Context));
    inputs.extend(SettingField::ALL.iter().copied().map(Input::Setting));
    inputs.extend(Flag::ALL.iter().copied().map(Input::Flag));
    for item in ItemNumber::all() {
        inputs.extend([Input::DashItem(item), Input::DashItemSource(item), Input::DashItemNote(item)]);
    }
    for id in IndicatorId::ALL {
        let parts = [Part::Who, Part::Sources, Part::HowOften, Part::Tainted, Part::Note, Part::When];
        inputs.extend(parts.map(|part| Input::Indicator(*id, part)));
    }
    for id in PathwayId::ALL {
        let parts = [ChoicePart::Decision, ChoicePart::By, ChoicePart::When, ChoicePart::Reason];
        inputs.extend(parts.map(|part| Input::Choice(*id, part)));
    }
    inputs.extend(
        [
            RecordField::WishWords,
            RecordField::OwnViewOfDanger,
            RecordField::SafeContactWords,
            RecordField::SecondReaderInitials,
            RecordField::Consulted,
            RecordField::ReviewOn,
        ]
        .map(Input::Record),
    );
    inputs
}

/// A small generator, so that the same cases come every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
    /// A value the input may hold.
    fn value(&mut self, input: Input) -> String {
        match input.kind() {
            Kind::One(values) | Kind::Any(values) => values[self.roll(values.len())].to_owned(),
            Kind::Tick => "true".to_owned(),
            Kind::Number(least, most) => (usize::from(least) + self.roll(usize::from(most - least) + 1)).to_string(),
            Kind::Day => format!("2026-11-{:02}", self.roll(28) + 1),
            Kind::Text => format!("written {}", self.roll(1000)),
        }
    }
}

/// 200 cases, from nearly empty to nearly full, and at the end the fullest: everything answered by the first value, then
/// by the last.
fn cases() -> Vec<Case> {
    let mut dice = Dice(7);
    let mut cases: Vec<Case> = (0..200)
        .map(|number| {
            let mut case = Case::default();
            for input in inputs() {
                if dice.roll(200) <= number {
                    let value = dice.value(input);
                    case.put(input, Some(&value)).expect("an allowed value");
                }
            }
            case
        })
        .collect();
    for last in [false, true] {
        let mut case = Case::default();
        for input in inputs() {
            let values: Vec<String> = match input.kind() {
                Kind::One(values) => vec![values[if last { values.len() - 1 } else { 0 }].to_owned()],
                Kind::Any(values) => values.iter().map(|value| (*value).to_owned()).collect(),
                _ => vec![Dice(1).value(input)],
            };
            for value in values {
                case.put(input, Some(&value)).expect("an allowed value");
            }
        }
        cases.push(case);
    }
    cases
}

/// A disputed case in which the pattern points clearly to person 2, read twice, with every core question asked.
fn clear_case() -> Case {
    let answers: Vec<_> = ["F1", "F2", "K1", "K2", "K3", "K4", "H1", "H2", "H3", "U1", "U2", "U3", "L1", "L2"]
        .iter()
        .map(|id| {
            serde_json::json!({"id": id, "who": "2", "sources": ["O", "G", "1"], "how_often": "ongoing", "when": "March 2026"})
        })
        .collect();
    case(serde_json::json!({
        "format": "waymark-case/1",
        "context": {"counter_allegation": "yes", "contact_lawful": "yes"},
        "identify": {
            "answers": answers, "survivor_is": "1", "second_reader": true,
            "flags": {"both_seen_alone": true, "harmed_voice": true}
        }
    }))
}

const BANNED: [&str; 16] = [
    "low risk",
    "medium risk",
    " is safe",
    " are safe",
    "unlikely",
    "mutual",
    "volatile",
    "toxic",
    "six of one",
    "chose to stay",
    "failed to protect",
    "alleges",
    "score",
    "proven",
    "confirmed",
    "probability",
];

#[test]
fn no_output_holds_a_banned_word() {
    for case in cases() {
        let assessment = assess(&case);
        let texts = [
            plain_text(&summary(&case, &assessment, WORDS, &people())),
            plain_text(&decision_log(&case, &assessment, WORDS, &people())),
            plain_text(&handover(&case, &assessment, WORDS)),
            on_call(&case, &assessment, WORDS).join("\n"),
        ];
        for text in texts {
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            for banned in BANNED {
                assert!(!flat.contains(banned), "“{banned}” in:\n{text}");
            }
            assert!(!flat.contains('%') && !flat.contains('{'), "{text}");
        }
    }
}

#[test]
fn only_the_decision_log_says_what_identification_came_to() {
    let mut phrases: Vec<&str> = Vec::new();
    for table in ["outcome", "outcome_note", "reason", "cap", "force_line", "review"] {
        let codes: [&[&str]; 4] = [
            &["O1", "O2", "NC", "O6", "O7", "O8", "NC_danger", "other"],
            &["BOTH_WAYS", "ONE_ACCOUNT", "ONE_INCIDENT", "TOO_LITTLE", "CONTESTED", "TOO_WEAK", "SPECIALIST_DIFFERS"],
            &["few-domains", "one-kind-of-source", "harmed-not-heard-alone", "no-contact", "rests-on-one-answer"],
            &["none-known", "protective", "unclear", "not-known"],
        ];
        phrases.extend(codes.concat().iter().map(|code| WORDS.text(&format!("{table}.{code}"))));
    }
    phrases.extend(["band.higher", "band.low"].map(|key| WORDS.text(key)));
    phrases.extend(["why.T35", "why.not-started", "why.floor"].map(|key| WORDS.text(key)));
    phrases.retain(|phrase| !phrase.is_empty());
    assert!(phrases.len() > 30);
    let rest =
        ["Leaning towards", "Not clear", "not clear", "not settled", "Provisional", "specialist advice", "How sure"];
    for case in cases() {
        let assessment = assess(&case);
        let outputs = [
            plain_text(&summary(&case, &assessment, WORDS, &people())),
            plain_text(&handover(&case, &assessment, WORDS)),
            on_call(&case, &assessment, WORDS).join(" "),
        ];
        for text in outputs {
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for phrase in phrases.iter().chain(&rest) {
                assert!(!flat.contains(phrase), "“{phrase}” in:\n{text}");
            }
        }
    }
}

#[test]
fn a_pattern_is_described_only_when_clear_read_twice_and_fully_asked() {
    let say = &WORDS.steps().pages.record;
    let pattern = |case: &Case| {
        headings(&summary(case, &assess(case), WORDS, &people())).contains(&say.summary_pattern.to_owned())
    };
    let text = summary_text(&clear_case());
    assert!(text.contains("The other person sets rules for the survivor and checks on them"), "{text}");
    assert!(text.contains("staff saw or heard it"), "{text}");
    assert!(text.contains("when: March 2026"), "{text}");
    assert!(!text.contains(say.counter_allegation));

    let mut one_reader = clear_case();
    one_reader.identify.second_reader = false;
    let mut agreed = one_reader.clone();
    agreed.identify.flags.specialist = Some(SpecialistView::Agrees);
    assert!(summary_text(&agreed).contains("sets rules"));
    let mut gap = clear_case();
    gap.put(Input::Indicator(IndicatorId::U3, IndicatorPart::Who), None).expect("emptied");
    let mut reversed = clear_case();
    reversed.identify.survivor_is = Some(SurvivorIs::Two);
    let mut unsaid = clear_case();
    unsaid.identify.survivor_is = None;
    for case in [one_reader, gap, reversed, unsaid] {
        assert_eq!(assess(&case).identify.outcome, Some(Outcome::Clear));
        let text = summary_text(&case);
        assert!(text.contains(say.counter_allegation), "{text}");
        assert!(!text.contains("the visitor") && !text.contains("The visitor"), "{text}");
        let mut undisputed = case;
        undisputed.context.counter_allegation = None;
        assert!(!pattern(&undisputed));
        assert!(!summary_text(&undisputed).contains(say.counter_allegation), "nobody says so any more");
    }
}

#[test]
fn a_call_is_short_and_in_order() {
    for case in cases() {
        let lines = on_call(&case, &assess(&case), WORDS);
        let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
        assert!(words <= 120, "{words} words:\n{}", lines.join("\n"));
        let starts = ["I need advice", "I need your help", "What have I missed"];
        let places = starts.map(|start| lines.iter().position(|line| line.starts_with(start)).expect("a line"));
        assert!(places.is_sorted(), "{lines:?}");
    }
}

#[test]
fn a_call_and_a_handover_give_danger_signs_and_no_total() {
    for case in cases() {
        let assessment = assess(&case);
        let text = on_call(&case, &assessment, WORDS).join(" ") + &plain_text(&handover(&case, &assessment, WORDS));
        assert!(!text.contains(" yes, could be up to") && !text.contains("24 items"), "{text}");
    }
    let strangled = case(serde_json::json!({
        "format": "waymark-case/1", "context": {"told_by": "survivor", "wishes": ["no-police"]},
        "dash": {"answers": {"15": "yes", "6": "yes", "20": "yes"}}
    }));
    let call = on_call(&strangled, &assess(&strangled), WORDS).join("\n");
    assert!(
        call.contains(
            "These are the danger signs: strangled, smothered or held under water, or it was tried; a split, or an attempt at one."
        ),
        "{call}"
    );
    assert!(call.contains("This is what they want: no police."), "{call}");
    assert!(call.contains("They told me."), "{call}");
}

#[test]
fn a_count_is_never_without_incomplete_while_incomplete_and_never_where_there_is_no_total() {
    let say = &WORDS.steps().pages.record;
    for case in cases() {
        let assessment = assess(&case);
        let text = summary_text(&case);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let counted = flat.contains(" yes, could be up to ") || flat.contains("All 24 items");
        match (case.dash.answers.is_empty(), assessment.dash.valid) {
            (true, _) => assert!(flat.contains(say.count_not_started) && !counted, "{text}"),
            (false, false) => {
                assert!(flat.contains("No total: ") && !counted && !flat.contains("incomplete"), "{text}");
            }
            (false, true) => {
                assert!(counted, "{text}");
                assert_eq!(flat.contains("incomplete"), assessment.dash.blank > 0, "{text}");
            }
        }
    }
}

#[test]
fn wishes_come_first() {
    for case in cases() {
        let document = summary(&case, &assess(&case), WORDS, &people());
        let first = headings(&document).into_iter().next();
        assert_eq!(first.as_deref(), Some(WORDS.steps().pages.record.summary_wishes));
        let text = plain_text(&document);
        assert!(text.starts_with("CONFIDENTIAL\n"), "{text}");
        if let Some(words) = &case.record.wish_words {
            let place = text.find(&format!("“{}”", words.as_str())).expect("their words");
            assert!(text[..place].lines().count() < 15, "{text}");
        }
    }
}

#[test]
fn every_yes_has_a_source() {
    for case in cases() {
        let document = summary(&case, &assess(&case), WORDS, &people());
        for block in &document.blocks {
            let Block::Table { head, rows } = block else { continue };
            if head[0] != WORDS.steps().pages.record.sheet_head[0] {
                continue;
            }
            assert!(rows.iter().all(|row| row[1] != WORDS.steps().pages.record.not_asked), "only what was answered");
            for row in rows.iter().filter(|row| row[1] == "yes") {
                assert!(!row[2].is_empty(), "{row:?}");
            }
        }
    }
    let yes = |with: &str| {
        let case = case(serde_json::json!({
            "format": "waymark-case/1",
            "dash": {"with": with, "answers": {"1": "yes", "2": "yes", "3": "no"}, "sources": {"2": "police"}}
        }));
        summary_text(&case)
    };
    assert!(yes("survivor").contains("1. Hurt in the latest incident – yes; source: said by the survivor"));
    assert!(yes("information").contains("1. Hurt in the latest incident – yes; source: from what is known"));
    assert!(yes("survivor").contains("2. Great fear now – yes; source: police"));
    assert!(yes("survivor").contains("3. What they fear, and for whom – no\n"));
    assert!(!yes("survivor").contains("4. Cut off") && yes("survivor").contains("21 not asked"));
}

#[test]
fn what_must_stay_private_stays_out() {
    for case in cases() {
        let assessment = assess(&case);
        let text = plain_text(&summary(&case, &assessment, WORDS, &people()))
            + &plain_text(&handover(&case, &assessment, WORDS))
            + &on_call(&case, &assessment, WORDS).join(" ");
        for private in ["LGBT", "Visa", "Worry about papers", "Community service", "by and for", "olleague"] {
            assert!(!text.contains(private), "“{private}” in:\n{text}");
        }
        assert!(!text.lines().take(4).any(|line| line.contains("Waymark")), "{text}");
    }
}

#[test]
fn the_last_line_names_the_versions() {
    let case = case(serde_json::json!({"format": "waymark-case/1", "profile": "herts-2024"}));
    let text = summary_text(&case);
    let last = text.lines().last().expect("a line");
    let assessment = assess(&case);
    assert!(last.contains(assessment.engine) && last.contains(assessment.content), "{last}");
    assert!(last.contains("Hertfordshire"), "{last}");
    assert!(text.lines().filter(|line| *line != last).all(|line| line.chars().count() <= 76), "{text}");
}

#[test]
fn every_reason_is_in_words() {
    let mut seen = 0;
    for case in cases() {
        let Assessment { pathways, withheld, cautions, handoff, .. } = assess(&case);
        let facts = pathways.into_iter().flat_map(|shown| shown.because);
        let facts = facts.chain(withheld.into_iter().flat_map(|held| held.because));
        let facts = facts.chain(cautions.into_iter().flat_map(|caution| caution.because));
        for fact in facts.chain(handoff.into_iter().flat_map(|handoff| handoff.because)) {
            let text = because(&fact, &case, WORDS);
            assert!(!text.is_empty() && text != WORDS.text("fact.other"), "{fact:?}");
            let coded = text.contains(['_', '{', '=']) || text.contains("context.") || text.contains("PW-");
            assert!(!coded, "{fact:?}: {text}");
            let bare = text
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| ["R1", "R2", "R3", "R4", "O6", "NC"].contains(&word));
            assert!(!bare, "{fact:?}: {text}");
            seen += 1;
        }
    }
    assert!(seen > 1000);
}

#[test]
fn reasons_read_as_sentences() {
    let case = case(serde_json::json!({"format": "waymark-case/1", "dash": {"answers": {"15": "yes"}}}));
    let said = |fact: &'static str, value: &'static str| because(&Because { fact, value: value.into() }, &case, WORDS);
    assert_eq!(
        said("dash.answers.15", "yes"),
        "Dash 15, strangling, smothering or holding under water, done or tried, ever: yes"
    );
    assert_eq!(said("context.danger_now", "yes"), "someone is in danger now");
    assert_eq!(said("context.nation", "england"), "the home is in England");
    assert_eq!(said("context.tenure", "private"), "tenancy: rented from a private landlord");
    assert_eq!(said("dash.routes", ""), "support does not wait for a MARAC route");
    assert_eq!(said("dash.routes", "R2"), "a MARAC route is met (route 2: several separate incidents)");
    assert_eq!(said("dash.yes", "11"), "the Dash has 11 yes answers and is incomplete");
    assert_eq!(
        said("identify.danger", "R1"),
        "strangling, stalking or sexual harm is recorded (which is not written down)"
    );
    assert_eq!(said("format", "waymark-case/1"), "it belongs in every case");
    assert_eq!(said("no.such.fact", "x"), "another answer in this case");
}

#[test]
fn what_is_open_comes_in_its_order() {
    let mut case = case(serde_json::json!({
        "format": "waymark-case/1", "dash": {"answers": {"1": "yes", "13": "dk"}}, "identify": {"answers": []}
    }));
    let assessment = assess(&case);
    let open = unanswered(&case, &assessment);
    assert!(open.iter().map(|open| open.doubt).is_sorted_by_key(|doubt| doubt as u8));
    assert_eq!(open[0].input, Input::Context(ContextField::DangerNow));
    assert!(open.iter().any(|open| Step::of(open.input) == Step::Identify && open.input == Input::SurvivorIs));
    let first = open.iter().find(|open| open.doubt == Doubt::Revisit).expect("an item to go back to");
    assert_eq!(first.input, Input::DashItem(ItemNumber::new(13).expect("an item")));
    assert!(first.asked);
    assert_eq!(open.iter().filter(|open| open.doubt == Doubt::Core).count(), 14);
    case.dash.answers = Default::default();
    case.identify.answers = None;
    let open = unanswered(&case, &assess(&case));
    assert!(open.iter().all(|open| open.doubt == Doubt::Gate), "nothing is asked about work that was not started");
}

#[test]
fn the_check_shows_every_answer_in_words() {
    for case in cases() {
        let assessment = assess(&case);
        let sections = sections(&case, &assessment, WORDS, &people());
        assert_eq!(sections.len(), 5);
        let rows: Vec<_> = sections.iter().flat_map(|section| &section.rows).collect();
        for row in &rows {
            assert!(!row.label.is_empty() && !row.value.is_empty(), "{row:?}");
            assert!(!row.label.contains('{') && !row.value.contains('{'), "{row:?}");
            assert_eq!(row.answered, !case.is_unanswered(row.input), "{row:?}");
        }
        for field in ContextField::ALL {
            let input = Input::Context(*field);
            assert!(case.is_unanswered(input) || rows.iter().any(|row| row.input == input), "{input:?}");
        }
        for open in unanswered(&case, &assessment) {
            assert!(rows.iter().any(|row| row.input == open.input), "{open:?}");
        }
    }
}

#[test]
fn a_handover_has_what_is_due_and_what_waits_for_the_morning() {
    let case = case(serde_json::json!({
        "format": "waymark-case/1",
        "context": {"strangulation_within_4_weeks": "yes", "notice_threatened": "yes", "tenure": "joint", "wish_asked": "yes",
                    "wishes": ["stay-home"], "safe_contact": "agreed"},
        "record": {"safe_contact_words": "Ring at noon. No voicemail."},
        "choices": [{"pathway": "PW-42", "decision": "done", "by": "night worker", "when": "02:10"}]
    }));
    let assessment = assess(&case);
    let document = handover(&case, &assessment, WORDS);
    let text = plain_text(&document);
    let say = &WORDS.steps().pages.record;
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("no “{part}” in:\n{text}"));
    assert!(place(say.handover_done) < place("Safety plan for tonight and after – night worker; when: 02:10"));
    assert!(place(say.handover_todo) < place("Medical check for injury or strangulation"));
    assert!(place(say.handover_morning) < place("Joint tenancy: get legal advice first"));
    assert!(place("“Ring at noon. No voicemail.”") < place(say.handover_dont));
    assert!(text.trim_end().lines().rev().take(4).any(|line| line == say.handover_changes), "{text}");
}

#[test]
fn the_decision_log_says_everything_danger_first() {
    let mut case = clear_case();
    case.put(Input::Indicator(IndicatorId::R1, IndicatorPart::Who), Some("2")).expect("allowed");
    case.put(Input::Indicator(IndicatorId::P3, IndicatorPart::Who), Some("1")).expect("allowed");
    case.put(Input::JudgementPerson, Some("unclear")).expect("allowed");
    let document = decision_log(&case, &assess(&case), WORDS, &people());
    let say = &WORDS.steps().pages.record;
    let headings = headings(&document);
    assert_eq!(headings[0], say.summary_danger);
    for heading in [say.log_rests, say.log_set_aside, say.log_own, say.log_readers, say.log_now, say.log_review] {
        assert!(headings.iter().any(|known| known == heading), "{heading}: {headings:?}");
    }
    let text = plain_text(&document);
    assert!(text.contains("points to the other person as the main person"), "{text}");
    assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(WORDS.text("standing")), "{text}");
}

#[test]
fn a_stop_takes_nothing_away() {
    let case = case(serde_json::json!({"format": "waymark-case/1", "context": {"danger_now": "yes"}}));
    let assessment = assess(&case);
    assert_eq!(assessment.stop, Some(Stop::DangerNow));
    assert!(on_call(&case, &assessment, WORDS).join(" ").contains("someone is in danger now"));
}

fn headings(document: &Document) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading(2, text) => Some(text.clone()),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}
