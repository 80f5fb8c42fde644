//! Every output, tried on many cases: what its row in practice, section 8, lets it hold, and what it may never hold.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // a test that cannot go on stops

#[path = "support/arbitrary.rs"]
mod arbitrary;

use std::sync::LazyLock;

use proptest::prelude::*;
use waymark_case::record::{DecisionLine, PlanLine, Share};
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input, ItemNumber, Text};
use waymark_content::EN;
use waymark_content::words::Words;
use waymark_content::{Due, Open};
use waymark_engine::assess;
use waymark_engine::assessment::{Route, RouteState};
use waymark_record::days::{DueBy, due_day, working_days_on};
use waymark_record::names::{Names, Slot};
use waymark_record::{Block, Day, Document, GROUPS, Given, LOOK_AGAIN, Output, People, look_again, plain_text};

static WORDS: &LazyLock<Words> = &EN;

fn people() -> People {
    People { one: "the tenant", two: "the visitor" }
}

/// A text that can be found again wherever it went.
fn marker(what: &str) -> String {
    format!("zq{}zq", what.replace(['_', '-', '.', ' '], "").to_lowercase())
}

/// Everything an output can be given, each as a marker.
fn all_names() -> Names {
    let mut names = Names::default();
    Slot::ALL.iter().for_each(|slot| names.put(*slot, &marker(slot.text())));
    names
}

const WISH: &str = "zqwishzq";
const DANGER: &str = "zqviewzq";
const PLAN: &str = "zqplanzq";
const LOG: &str = "zqlogzq";
const NOTE: &str = "zqnotezq";

/// The case with a marker wherever a worker may write.
fn written_on(mut case: Case) -> Case {
    case.record.wish_words = Some(Text::cut(WISH));
    case.record.own_view_of_danger = Some(Text::cut(DANGER));
    case.record.safe_contact_words = Some(Text::cut("zqcontactzq"));
    case.record.plan = vec![PlanLine { part: Some(PlanPart::Leaving), text: Some(Text::cut(PLAN)) }];
    case.record.decisions =
        vec![DecisionLine { what: Some(Text::cut(LOG)), why: Some(Text::cut(LOG)), when: Some(Text::cut(LOG)) }];
    case.identify.judgement.reason = Some(Text::cut(LOG));
    for item in ItemNumber::all() {
        case.dash.notes.set(item, Some(Text::cut(NOTE)));
    }
    for input in arbitrary::context_inputs() {
        case.notes.insert(input.name(), Text::cut(NOTE));
    }
    case
}

fn documents(output: Output, case: &Case, names: &Names, yes: bool) -> Vec<Document> {
    let given = Given { names, yes, today: Day::parse("2026-11-28") };
    output.documents(case, &assess(case), WORDS, &people(), given)
}

/// The same on another day, with nothing typed.
fn on(output: Output, case: &Case, today: &str) -> String {
    let given = Given { names: &Names::default(), yes: true, today: Day::parse(today) };
    let documents = output.documents(case, &assess(case), WORDS, &people(), given);
    documents.iter().map(plain_text).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an output on one line, so that a break never hides a word.
fn text(output: Output, case: &Case, names: &Names, yes: bool) -> String {
    let all: Vec<String> = documents(output, case, names, yes).iter().map(plain_text).collect();
    all.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hundred(law: impl Fn(&Case) -> Result<(), TestCaseError>) {
    let drawn = prop_oneof![3 => arbitrary::case().boxed(), 1 => arbitrary::nearly_cleared_case().boxed()];
    arbitrary::holds_for(150, drawn.prop_map(written_on), |case| law(&case));
}

/// A case in which the pattern points clearly to person 2, read twice, with every core question asked.
fn clear_case() -> Case {
    let ids = ["F1", "F2", "K1", "K2", "K3", "K4", "H1", "H2", "H3", "U1", "U2", "U3", "L1", "L2"];
    let answer =
        |id: &&str| serde_json::json!({"id": id, "who": "2", "sources": ["O", "G", "1"], "how_often": "ongoing"});
    let json = serde_json::json!({
        "format": "waymark-case/1",
        "context": {"counter_allegation": "yes", "contact_lawful": "yes"},
        "identify": {
            "answers": ids.iter().map(answer).collect::<Vec<_>>(), "survivor_is": "1", "second_reader": true,
            "flags": {"both_seen_alone": true, "harmed_voice": true}
        }
    });
    Case::from_json(json.to_string().as_bytes()).expect("a case")
}

/// What a row of the table lets an output hold.
struct Row {
    output: Output,
    /// The words of a Dash total may stand there.
    total: bool,
    /// Items of the Dash, as facts or as the sheet.
    items: bool,
    /// The survivor's own words without an answer to its question; with a yes.
    words: (bool, bool),
    /// The home address; a safe address.
    address: (bool, bool),
    /// Children's names.
    children: bool,
    /// The safety plan without the survivor's agreement to share it.
    plan: bool,
    /// What is said of who is doing what to whom: at most this.
    who: Who8,
}

/// What may be said of identification.
#[derive(PartialEq)]
enum Who8 {
    /// Nothing at all.
    Nothing,
    /// That a counter-allegation was made, or not.
    Counter,
    /// A clear outcome that two have read, as a pattern with its sources; else the counter-allegation.
    Pattern,
    /// Everything.
    Everything,
}

#[rustfmt::skip]
const ROWS: [Row; 14] = [
    Row { output: Output::Marac,        total: true,  items: true,  words: (true, true),   address: (true, false),  children: true,  plan: false, who: Who8::Pattern },
    Row { output: Output::Police,       total: false, items: true,  words: (false, true),  address: (false, true),  children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::Children,     total: false, items: true,  words: (false, true),  address: (true, false),  children: true,  plan: false, who: Who8::Nothing },
    Row { output: Output::Adults,       total: false, items: true,  words: (false, true),  address: (true, false),  children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::CouncilLetter, total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::Specialist,   total: true,  items: true,  words: (true, true),   address: (false, false), children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::SurvivorFile, total: true,  items: true,  words: (true, true),   address: (false, false), children: false, plan: true,  who: Who8::Nothing },
    Row { output: Output::Summary,      total: true,  items: true,  words: (true, true),   address: (false, false), children: false, plan: true,  who: Who8::Pattern },
    Row { output: Output::OtherFile,    total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::Handover,     total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Counter },
    Row { output: Output::Visit,        total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::Actions,      total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Nothing },
    Row { output: Output::DecisionLog,  total: false, items: false, words: (false, false), address: (false, false), children: false, plan: false, who: Who8::Everything },
    Row { output: Output::OwnCopy,      total: false, items: false, words: (false, false), address: (false, false), children: false, plan: true,  who: Who8::Nothing },
];

/// True when the survivor agreed that this reader is told.
fn police_may_know(case: &Case) -> bool {
    case.context.police_consent == Some(Consent::Given)
}

#[test]
fn every_output_has_a_row_and_words() {
    for output in Output::ALL {
        assert_eq!(ROWS.iter().filter(|row| row.output == *output).count(), 1, "{}", output.text());
        assert!(!output.name(WORDS).is_empty() && !output.reader(WORDS).is_empty(), "{}", output.text());
        assert!(output.left_out(WORDS).len() >= 2, "{} says what it leaves out", output.text());
        assert_eq!(GROUPS.iter().filter(|group| group.contains(output)).count(), 1, "{}", output.text());
    }
}

#[test]
fn no_output_holds_what_its_row_forbids() {
    let names = all_names();
    let say = &WORDS.steps().pages.record;
    hundred(|case| {
        for row in &ROWS {
            for yes in [false, true] {
                let text = text(row.output, case, &names, yes);
                let holds = |what: &str| text.contains(what);
                let name = row.output.text();
                let total = holds(" yes, could be up to ") || holds("All 24 items") || holds("No total: ");
                prop_assert!(row.total || !total, "{name} holds a total: {text}");
                prop_assert!(row.items || !holds(say.sheet_head[0]) || !holds("1. Hurt"), "{name} holds the sheet");
                let agreed = row.output == Output::Police && police_may_know(case);
                let words = if yes || agreed { row.words.1 } else { row.words.0 };
                prop_assert!(words || !(holds(WISH) || holds(DANGER)), "{name}, {yes}: their words: {text}");
                if words {
                    prop_assert!(holds(WISH) && holds(DANGER), "{name}, {yes}: their words are missing");
                }
                prop_assert_eq!(holds(&marker("survivor_address")), row.address.0, "{}: the address", name);
                prop_assert_eq!(holds(&marker("safe_address")), row.address.1, "{}: the safe address", name);
                prop_assert_eq!(holds(&marker("children")), row.children, "{}: children's names", name);
                prop_assert!(row.plan || !holds(PLAN), "{name}: the plan");
                if row.plan && (row.output != Output::OwnCopy || yes) {
                    prop_assert!(holds(PLAN), "{name}: the plan is missing: {text}");
                }
                let no_notes = match row.output {
                    Output::Police => !yes && !agreed,
                    Output::Children | Output::Adults | Output::Visit | Output::OtherFile | Output::OwnCopy => true,
                    _ => false,
                };
                prop_assert!(!no_notes || !holds(NOTE), "{name}, {yes}: a worker's note: {text}");
                let pattern = holds("as the main person using abuse and control");
                prop_assert!(row.who == Who8::Pattern || row.who == Who8::Everything || !pattern, "{name}: a pattern");
                if row.who != Who8::Everything {
                    prop_assert!(!holds(LOG), "{name}: the worker's own log");
                    let band = WORDS.text("band.higher");
                    for phrase in ["Leaning towards", "How sure", "Provisional", "not settled", band] {
                        prop_assert!(!holds(phrase), "{name}: “{phrase}”");
                    }
                }
                if matches!(row.who, Who8::Nothing) {
                    prop_assert!(!holds(say.counter_allegation), "{name}: the counter-allegation");
                    // What staff saw stands as a fact; with no survivor said, by the descriptors and with room to say who is who.
                    let seen = holds(WORDS.later().pages.outputs.seen);
                    prop_assert!(
                        seen || !(holds("the visitor") || holds("The visitor")),
                        "{name}: a descriptor: {text}"
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn only_a_clear_outcome_with_two_readers_is_told_and_as_pattern_and_sources() {
    let names = Names::default();
    let say = &WORDS.steps().pages.record;
    let told = text(Output::Marac, &clear_case(), &names, false);
    assert!(told.contains("as the main person using abuse and control") && told.contains(say.pattern_rests), "{told}");
    let mut one_reader = clear_case();
    one_reader.identify.second_reader = false;
    let mut reversed = clear_case();
    reversed.identify.survivor_is = Some(SurvivorIs::Two);
    let mut unsaid = clear_case();
    unsaid.identify.survivor_is = None;
    for case in [one_reader, reversed, unsaid] {
        let text = text(Output::Marac, &case, &names, false);
        assert!(!text.contains("as the main person") && text.contains(say.counter_allegation), "{text}");
    }
    for output in
        Output::ALL.iter().filter(|output| !matches!(output, Output::Marac | Output::Summary | Output::DecisionLog))
    {
        let text = text(*output, &clear_case(), &names, true);
        assert!(!text.contains("visitor") && !text.contains(say.pattern_rests), "{}: {text}", output.text());
    }
    hundred(|case| {
        let found = assess(case).identify;
        let two = case.identify.second_reader || case.identify.flags.specialist == Some(SpecialistView::Agrees);
        let clear = found.clear == waymark_content::condition::Clear::Clear;
        for output in [Output::Marac, Output::Summary] {
            let text = text(output, case, &names, false);
            if text.contains("as the main person using abuse and control") {
                prop_assert!(clear && two && found.unasked_core.is_empty(), "{text}");
                prop_assert!(text.contains(say.pattern_rests) && text.contains("not a finding of fact"), "{text}");
            } else if case.context.counter_allegation == Some(Known::Yes) {
                // In a situation with a recipe, in its words.
                let said = assess(case).words(WORDS).steps().pages.record.counter_allegation;
                prop_assert!(text.contains(said), "{text}");
            }
        }
        Ok(())
    });
}

#[test]
fn the_other_persons_note_is_the_same_whatever_was_answered() {
    let names = all_names();
    let blank = text(Output::OtherFile, &Case::default(), &names, false);
    for slot in [Slot::Said, Slot::Seen, Slot::Acted, Slot::Told] {
        assert!(blank.contains(&marker(slot.text())), "{blank}");
    }
    assert!(!blank.contains(WORDS.pages.shell.name) && !blank.contains("survivor"), "{blank}");
    let slots = Output::OtherFile.slots();
    assert!(slots.iter().all(|slot| !slot.text().starts_with("survivor")), "it asks for nothing about the survivor");
    hundred(|case| {
        for yes in [false, true] {
            prop_assert_eq!(&text(Output::OtherFile, case, &names, yes), &blank);
        }
        Ok(())
    });
}

#[test]
fn a_typed_name_stands_only_on_the_output_that_asks_for_it() {
    let names = all_names();
    hundred(|case| {
        for output in Output::ALL {
            let documents = documents(*output, case, &names, true);
            for slot in Slot::ALL {
                let typed = marker(slot.text());
                let asked = output.slots().contains(slot);
                let text: String = documents.iter().map(plain_text).collect();
                prop_assert_eq!(text.contains(&typed), asked, "{} and {}", output.text(), slot.text());
                let outside = documents
                    .iter()
                    .any(|it| it.title.contains(&typed) || it.notice.contains(&typed) || it.version.contains(&typed));
                prop_assert!(!outside, "a name in a title");
            }
            // With nothing typed there is room for a pen.
            let blank = Names::default();
            let given = Given { names: &blank, yes: true, today: None };
            let blank = output.documents(case, &assess(case), WORDS, &people(), given);
            let lines = blank.iter().flat_map(|it| &it.blocks).filter_map(|block| match block {
                Block::ToFill(labels) => Some(labels),
                _ => None,
            });
            let lines: Vec<&String> = lines.flatten().collect();
            for slot in output.slots().iter().filter(|slot| !slot.is_long() || **slot == Slot::Children) {
                prop_assert!(lines.contains(&&slot.label(WORDS)), "{}: {}", output.text(), slot.text());
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_that_is_theirs_to_tell_is_told() {
    let names = Names::default();
    hundred(|case| {
        for output in Output::ALL.iter().filter(|output| **output != Output::DecisionLog) {
            let text = text(*output, case, &names, true);
            for private in ["LGBT", "Visa", "Worry about papers", "Community service", "by and for", "olleague harms"] {
                prop_assert!(!text.contains(private), "{}: “{private}” in {text}", output.text());
            }
        }
        Ok(())
    });
}

const BANNED: [&str; 20] = [
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
    "failure to protect",
    "alleges",
    "alleged",
    "score",
    "proven",
    "confirmed",
    "probability",
    "incident was minor",
    "%",
];

#[test]
fn no_output_holds_a_banned_word_of_its_own() {
    let names = Names::default();
    hundred(|case| {
        for output in Output::ALL {
            let text = text(*output, case, &names, true).to_lowercase();
            for banned in BANNED {
                // "Where it is safe to …" speaks of a place, not of a person.
                let text = text.replace("when it is safe to call", "").replace("if it is safe", "");
                prop_assert!(!text.contains(banned), "{}: “{banned}” in {text}", output.text());
            }
            prop_assert!(!text.contains('{'), "{}: {text}", output.text());
        }
        Ok(())
    });
}

#[test]
fn words_that_do_harm_are_pointed_out_and_none_of_ours_is() {
    let drawn = prop_oneof![3 => arbitrary::case().boxed(), 1 => arbitrary::nearly_cleared_case().boxed()];
    arbitrary::holds_for(150, drawn, |case| {
        for output in Output::ALL {
            let found = look_again(&documents(*output, &case, &Names::default(), true));
            prop_assert!(found.is_empty(), "{}: {found:?}", output.text());
        }
        Ok(())
    });
    for word in LOOK_AGAIN {
        let mut case = Case::default();
        case.dash.judgement_reason = Some(Text::cut("What was seen on the stairs."));
        case.record.wish_words = Some(Text::cut(word));
        let quoted = look_again(&documents(Output::Summary, &case, &Names::default(), true));
        assert!(quoted.is_empty(), "what they said stays as it was said: {word}");
        case.record.consulted = Some(Text::cut(&format!("Manager: {}.", word.to_uppercase())));
        assert_eq!(look_again(&documents(Output::Summary, &case, &Names::default(), true)), [word]);
    }
}

#[test]
fn a_marac_referral_follows_the_form_and_every_yes_has_a_source() {
    hundred(|case| {
        // In a situation with a recipe, in its words.
        let words = assess(case).words(WORDS);
        let say = &words.later().pages.outputs;
        let form = [
            say.own_words,
            say.marac_referrer,
            say.marac_survivor,
            say.marac_other,
            say.marac_children,
            say.marac_routes,
            say.marac_narrative,
            say.marac_consent,
            say.marac_contacts,
            say.marac_elsewhere,
            words.steps().pages.record.summary_dash,
            say.marac_professional,
        ];
        let document = &documents(Output::Marac, case, &Names::default(), false)[0];
        let headings: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(2, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let ours: Vec<&str> = headings.into_iter().filter(|heading| form.contains(heading)).collect();
        prop_assert_eq!(ours, form.to_vec());
        let sheet = document.blocks.iter().find_map(|block| match block {
            Block::Table { head, rows } if head[0] == WORDS.steps().pages.record.sheet_head[0] => Some(rows),
            _ => None,
        });
        for row in sheet.into_iter().flatten().filter(|row| row[1] == "yes") {
            prop_assert!(!row[2].is_empty(), "{row:?}");
        }
        let routes = document.blocks.iter().find_map(|block| match block.inner() {
            Block::Table { head, rows } if head[0] == say.routes_head[0] => Some(rows),
            _ => None,
        });
        let dash = assess(case).dash;
        let state = |route: &Route| dash.routes_state.of(*route);
        let named: Vec<&Route> =
            Route::ALL.iter().filter(|route| matches!(state(route), RouteState::Met | RouteState::Open)).collect();
        prop_assert_eq!(routes.map_or(0, |rows| rows.len()), named.len(), "what is not met is not named");
        for (route, row) in named.iter().zip(routes.into_iter().flatten()) {
            prop_assert_eq!(row[1] == say.route_met, dash.routes.contains(route));
        }
        let others = Route::ALL.iter().any(|route| state(route) == RouteState::NotAssessed);
        prop_assert_eq!(plain_text(document).contains(say.routes_others), others);
        Ok(())
    });
}

#[test]
fn a_plan_leaves_only_where_they_agreed_to_that_share() {
    let mut case = written_on(Case::default());
    let share = |with, purpose, answer| Share {
        with: Some(with),
        purpose: Some(purpose),
        answer: Some(answer),
        ..Share::default()
    };
    let holds = |case: &Case, output| text(output, case, &Names::default(), true).contains(PLAN);
    case.record.shares = vec![
        share(ShareWith::Idva, SharePurpose::Support, ShareAnswer::Given),
        share(ShareWith::Marac, SharePurpose::SafetyPlan, ShareAnswer::Refused),
    ];
    assert!(!holds(&case, Output::Specialist) && !holds(&case, Output::Marac));
    case.record.shares.push(share(ShareWith::Idva, SharePurpose::SafetyPlan, ShareAnswer::Given));
    assert!(
        holds(&case, Output::Specialist) && !holds(&case, Output::Marac),
        "to the one that was agreed, and no other"
    );
    case.record.shares.push(share(ShareWith::Police, SharePurpose::SafetyPlan, ShareAnswer::Given));
    assert!(!holds(&case, Output::Police) && !holds(&case, Output::OtherFile) && !holds(&case, Output::Visit));
}

#[test]
fn their_own_copy_waits_for_a_yes_and_is_neutral() {
    hundred(|case| {
        prop_assert!(documents(Output::OwnCopy, case, &all_names(), false).is_empty());
        let copy = &documents(Output::OwnCopy, case, &all_names(), true)[0];
        prop_assert!(copy.notice.is_empty() && copy.version.is_empty());
        let text = plain_text(copy);
        prop_assert!(text.contains(PLAN) && text.starts_with("Notes\n"), "{text}");
        for word in ["Waymark", "CONFIDENTIAL", "abuse", "survivor", "safety", "Dash", "MARAC", "zqcontact"] {
            prop_assert!(!text.contains(word), "“{word}” in {text}");
        }
        Ok(())
    });
}

#[test]
fn nothing_written_or_decided_ever_lowers_a_route() {
    let before_and_after = arbitrary::scribbled(arbitrary::case());
    arbitrary::holds_for(400, before_and_after, |(case, scribbled)| {
        let routes = assess(&case).dash.routes;
        prop_assert_eq!(&assess(&scribbled).dash.routes, &routes, "what is written changes no route");
        let mut decided = written_on(scribbled);
        for id in PathwayId::ALL {
            decided.choice_mut(*id).decision = Some(Decision::Declined);
        }
        decided.identify.judgement.person = Some(JudgedPerson::Unclear);
        prop_assert_eq!(&assess(&decided).dash.routes, &routes, "no decision lowers a route");
        for judgement in Judgement::ALL {
            decided.dash.judgement = Some(*judgement);
            let now = assess(&decided).dash.routes;
            let kept = routes.iter().filter(|route| **route != Route::R4).all(|route| now.contains(route));
            prop_assert!(kept, "judgement only raises");
        }
        Ok(())
    });
}

// -------------------------------------------------------------------------------------------------------------- the days

#[test]
fn days_are_those_of_the_calendar() {
    for (text, weekday) in
        [("1970-01-01", 3), ("2026-11-28", 5), ("2028-02-29", 1), ("2000-02-29", 1), ("2026-12-31", 3)]
    {
        assert_eq!(Day::parse(text).expect(text).weekday(), weekday, "{text}");
    }
    for none in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "",
        "tomorrow",
        "2026-1-1-1",
        "2026-1-01",
        "02026-1-01",
        "+026-01-01",
    ] {
        assert_eq!(Day::parse(none), None, "{none}");
    }
    let first = Day::parse("1999-12-31").expect("a day");
    for days in 0..20_000 {
        let (year, month, day) = first.plus(days).date();
        assert_eq!(Day::parse(&format!("{year}-{month:02}-{day:02}")), Some(first.plus(days)));
    }
}

#[test]
fn working_days_leave_out_weekends_and_the_nations_holidays() {
    use Nation::{England, NorthernIreland, Scotland, Wales};
    let day = |text: &str| Day::parse(text).expect("a day");
    let counts = [
        (England, "2026-11-27", 1, "2026-11-30"),
        (Scotland, "2026-11-27", 1, "2026-12-01"), // St Andrew's Day
        (England, "2026-12-24", 1, "2026-12-29"),
        (Wales, "2026-12-24", 2, "2026-12-30"),
        (NorthernIreland, "2027-03-16", 1, "2027-03-18"),
        (England, "2027-03-16", 1, "2027-03-17"),
        (England, "2026-11-28", 0, "2026-11-30"),
        (England, "2026-11-30", 0, "2026-11-30"),
        (Scotland, "2026-12-31", 1, "2027-01-05"),
        (NorthernIreland, "2026-07-10", 1, "2026-07-14"),
    ];
    for (nation, from, count, on) in counts {
        assert_eq!(working_days_on(day(from), count, nation), Some(day(on)), "{from} and {count} in {}", nation.text());
    }
    assert_eq!(working_days_on(day("2028-12-29"), 1, England), None, "2029 is not known");
    assert_eq!(working_days_on(day("2025-12-31"), 0, England), None, "nor is 2025");
    assert_eq!(due_day(Due::NextWorkingDay, Open::OfficeHours, day("2028-12-29"), Some(Wales)), DueBy::UnknownYear);
    assert_eq!(due_day(Due::NextWorkingDay, Open::OfficeHours, day("2026-11-28"), None), DueBy::NoNation);
    assert_eq!(due_day(Due::WithinAWeek, Open::Local, day("2031-01-01"), None), DueBy::On(day("2031-01-08")));
    let saturday = day("2026-11-28");
    assert_eq!(due_day(Due::SameWorkingDay, Open::AnyHour, saturday, None), DueBy::On(saturday), "waits for no office");
    let monday = DueBy::On(day("2026-11-30"));
    assert_eq!(due_day(Due::SameWorkingDay, Open::OfficeHours, saturday, Some(England)), monday);
    assert_eq!(due_day(Due::Now, Open::AnyHour, day("2026-11-28"), Some(England)), DueBy::Never);
}

#[test]
fn an_action_plan_says_who_by_when_and_what_was_declined() {
    let case = Case::from_json(
        serde_json::json!({
            "format": "waymark-case/1",
            "context": {"nation": "scotland", "wish_asked": "yes", "wishes": ["leave"], "counter_allegation": "yes", "sees": "both"},
            "dash": {"with": "survivor", "heard": "alone", "answers": {"15": "yes", "6": "yes", "14": "yes"}, "judgement": "high"},
            "choices": [
                {"pathway": "PW-06", "decision": "do", "by": "key worker", "decided_on": "2026-11-28"},
                {"pathway": "PW-05", "decision": "do", "by": "night worker"},
                {"pathway": "PW-42", "decision": "done", "by": "night worker", "when": "02:10"},
                {"pathway": "PW-03", "decision": "declined", "reason": "not tonight"},
                {"pathway": "PW-07", "decision": "not-now", "reason": "rings on Monday"}
            ]
        })
        .to_string()
        .as_bytes(),
    )
    .expect("a case");
    let text = text(Output::Actions, &case, &Names::default(), false);
    for part in [
        "key worker",
        "night worker",
        "02:10",
        "not tonight",
        "rings on Monday",
        "the same day: Saturday 28 November 2026",
    ] {
        assert!(text.contains(part), "“{part}” in {text}");
    }
    assert!(!text.contains("OVERDUE"), "{text}");
    let late = on(Output::Actions, &case, "2026-12-10");
    assert!(
        late.contains("OVERDUE since Saturday 28 November 2026. Due: the same day: Saturday 28 November 2026"),
        "{late}"
    );
    let mut no_nation = case.clone();
    no_nation.put(Input::Context(waymark_case::ContextField::Nation), None).expect("emptied");
    for shown in assess(&no_nation).pathways.iter().filter(|shown| shown.due == Due::NextWorkingDay) {
        no_nation.choice_mut(shown.id).decision = Some(Decision::Do);
        no_nation.choice_mut(shown.id).decided_on = Day::parse("2026-11-28");
    }
    let text = self::text(Output::Actions, &no_nation, &Names::default(), false);
    assert!(text.contains(WORDS.later().pages.outputs.due_no_nation), "{text}");
}
