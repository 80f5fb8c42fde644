//! The sheets that leave: what a call handler, a MARAC chair and children's services find on them, and the search before one goes.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // a test that cannot go on stops

use serde_json::{Value, json};
use waymark_case::vocabulary::*;
use waymark_case::{Case, Day, Input, ItemNumber};
use waymark_content::EN;
use waymark_content::words::Words;
use waymark_engine::assess;
use waymark_record::names::{Names, Slot};
use waymark_record::outgoing_check::{Finding, findings, take_out};
use waymark_record::{Document, Given, Output, People, html, plain_text, unquoted};

static WORDS: &std::sync::LazyLock<Words> = &EN;

fn case(mut json: Value) -> Case {
    json["format"] = "waymark-case/1".into();
    Case::from_json(json.to_string().as_bytes()).expect("a case")
}

fn documents(output: Output, case: &Case, names: &Names) -> Vec<Document> {
    let people = People { one: "the tenant", two: "the visitor" };
    let given = Given { names, yes: false, today: Day::parse("2026-12-10") };
    output.documents(case, &assess(case), WORDS, &people, given)
}

fn text(output: Output, case: &Case) -> String {
    let all = documents(output, case, &Names::default());
    all.iter().map(plain_text).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds(output: Output, case: &Case, parts: &[&str]) {
    let text = text(output, case);
    parts.iter().for_each(|part| assert!(text.contains(part), "{}: “{part}” in {text}", output.text()));
}

fn lacks(output: Output, case: &Case, parts: &[&str]) {
    let text = text(output, case);
    parts.iter().for_each(|part| assert!(!text.contains(part), "{}: “{part}” in {text}", output.text()));
}

/// Staff saw two things, one of them in front of the other person; six core questions were never asked.
fn seen() -> Value {
    json!({"context": {"counter_allegation": "yes"}, "identify": {"survivor_is": "1", "answers": [
        {"id": "K2", "who": "2", "sources": ["O"], "how_often": "ongoing", "note": "Holds the bank card."},
        {"id": "K4", "who": "2", "sources": ["O"], "tainted": true},
        {"id": "R2", "who": "2", "sources": ["G"]},
        {"id": "H1", "who": "2", "sources": ["1"]},
        {"id": "U1", "who": "1", "sources": ["O"]},
    ]}})
}

#[test]
fn what_staff_saw_stands_on_the_sheets_of_those_who_act_whatever_the_outcome() {
    let case = case(seen());
    assert!(!assess(&case).identify.unasked_core.is_empty());
    for output in [Output::Marac, Output::Specialist, Output::Police, Output::Adults] {
        holds(
            output,
            &case,
            &[
                WORDS.later().pages.outputs.seen,
                "keeps back things that",
                "staff saw or heard it",
                "ther danger signs come from",
            ],
        );
        lacks(output, &case, &["stands between", "keeps harming", "uses force", "as the main person"]);
    }
    for output in [Output::Marac, Output::Specialist] {
        holds(output, &case, &["Holds the bank card."]);
    }
    for output in [Output::Police, Output::Adults, Output::Children, Output::CouncilLetter, Output::Visit] {
        lacks(output, &case, &["Holds the bank card."]);
    }
    lacks(Output::Children, &case, &[WORDS.later().pages.outputs.seen]);
}

#[test]
fn what_was_seen_stands_once_beside_a_pattern() {
    let ids = ["F1", "F2", "K1", "K2", "K3", "K4", "H1", "H2", "H3", "U1", "U2", "U3", "L1", "L2"];
    let answer = |id: &&str| {
        let sources = if *id == "K1" { json!(["1"]) } else { json!(["O", "G", "1"]) };
        json!({"id": id, "who": "2", "sources": sources, "how_often": "ongoing"})
    };
    let case = case(json!({
        "context": {"counter_allegation": "yes"},
        "identify": {"answers": ids.iter().map(answer).collect::<Vec<_>>(), "survivor_is": "1", "second_reader": true,
            "flags": {"both_seen_alone": true, "harmed_voice": true}}
    }));
    let text = text(Output::Marac, &case);
    assert!(text.contains("as the main person using abuse and control"), "{text}");
    let people = People { one: "the tenant", two: "the visitor" };
    for section in waymark_record::sections(&case, &assess(&case), WORDS, &people) {
        for row in section.rows.iter().filter(|row| matches!(row.input, Input::Indicator(..))) {
            let once = text.matches(row.value.as_str()).count();
            assert_eq!(once, 1, "“{}” in {text}", row.value);
            // The pattern still says what it rests on: by name, where the sentence stands below.
            assert!(text.contains(row.label.as_str()) || row.input.name() == "identify.K1.who", "{}", row.label);
        }
    }
}

#[test]
fn a_danger_sign_says_that_it_was_said_in_front_of_the_other_person() {
    let of = |tainted: bool| {
        case(json!({"identify": {"survivor_is": "1", "answers": [
            {"id": "R1", "who": "2", "sources": ["1"], "tainted": tainted}
        ]}}))
    };
    let said = WORDS.steps().pages.record.sign_tainted;
    for output in [Output::Marac, Output::Police, Output::Handover, Output::Specialist] {
        holds(output, &of(true), &[said]);
        lacks(output, &of(false), &[said]);
    }
    let log = text(Output::DecisionLog, &of(true));
    assert!(log.contains("said or interpreted in front of the other person"), "{log}");
}

#[test]
fn who_is_who_is_said_or_there_is_room_for_it() {
    let mut said = case(seen());
    holds(Output::Police, &said, &[WORDS.later().pages.outputs.who_is_who]);
    said.identify.survivor_is = None;
    holds(
        Output::Police,
        &said,
        &["Name of the one called here: the tenant", "Name of the one called here: the visitor"],
    );
}

#[test]
fn the_incident_comes_first_for_police_and_has_room_for_what_is_not_written() {
    let case = case(json!({"record": {"incident": {"what": "Broke the door in.", "now": "Both in the flat."}}}));
    for output in [Output::Police, Output::Marac, Output::Specialist] {
        holds(
            output,
            &case,
            &[
                "What happened: Broke the door in.",
                "Where each of them is now: Both in the flat.",
                "What was used: ____",
            ],
        );
    }
    let police = text(Output::Police, &case);
    assert!(police.find("Broke the door in.") < police.find(WORDS.later().pages.outputs.reporting), "{police}");
}

#[test]
fn a_visit_note_warns_on_any_grave_answer_and_never_reads_as_nothing() {
    let warning = WORDS.later().pages.outputs.visit_violent;
    for item in [8, 13, 14, 15, 18, 22, 24] {
        holds(Output::Visit, &case(json!({"dash": {"answers": {item.to_string(): "yes"}}})), &[warning]);
    }
    for (field, value) in [
        ("firearm_access", "yes"),
        ("order_breached", "yes"),
        ("threatens_others", "yes"),
        ("red_flags", "yes"),
        ("injury", "emergency"),
        ("visit_planned", "yes"),
    ] {
        holds(Output::Visit, &case(json!({"context": {field: value}})), &[warning]);
    }
    holds(Output::Visit, &case(json!({"dash": {"judgement": "high"}})), &[warning]);
    let blank = Case::default();
    lacks(Output::Visit, &blank, &[warning, "Nothing"]);
    holds(
        Output::Visit,
        &blank,
        &["Not asked, or not known: whether anyone there may be violent; weapons; who else may be in the home."],
    );
    let unknown = case(json!({"dash": {"answers": {"13": "dk"}}, "context": {"firearm_access": "unknown"}}));
    holds(Output::Visit, &unknown, &["weapons"]);
    let no = case(
        json!({"context": {"firearm_access": "no", "perpetrator_access": "none"}, "dash": {"answers": {"13": "no"}}}),
    );
    lacks(Output::Visit, &no, &["weapons", "who else may be"]);
}

#[test]
fn a_plan_counts_from_the_day_of_the_decision_and_says_what_is_late() {
    let with = |choice: Value| {
        case(
            json!({"context": {"nation": "england"}, "dash": {"with": "survivor", "heard": "alone", "judgement": "high"}, "choices": [choice]}),
        )
    };
    let late = with(json!({"pathway": "PW-06", "decision": "do", "decided_on": "2026-11-27"}));
    holds(Output::Actions, &late, &["OVERDUE since", "Friday 27 November 2026"]);
    lacks(Output::Actions, &late, &["10 December"]);
    for own in ["locks by 30 November", "30/11/2026", "2026-11-30", "30th Nov"] {
        let own_day = with(json!({"pathway": "PW-06", "decision": "do", "decided_on": "2026-11-27", "due": own}));
        holds(Output::Actions, &own_day, &["OVERDUE since Monday 30 November 2026", own]);
    }
    let ahead = with(json!({"pathway": "PW-06", "decision": "do", "decided_on": "2026-12-09", "due": "by 3 January"}));
    holds(Output::Actions, &ahead, &["by 3 January"]);
    lacks(Output::Actions, &ahead, &["OVERDUE"]);
    let undated = with(json!({"pathway": "PW-06", "decision": "do"}));
    lacks(Output::Actions, &undated, &["December", "OVERDUE"]);
    let done = with(json!({"pathway": "PW-06", "decision": "done", "done_on": "Monday, 02:10"}));
    holds(Output::Actions, &done, &["Monday, 02:10"]);
}

#[test]
fn what_police_told_stays_out_of_the_survivors_own_note() {
    let case = case(json!({
        "context": {"perpetrator_mappa": "yes"},
        "dash": {"with": "survivor", "heard": "alone", "answers": {"24": "yes", "14": "yes"},
            "sources": {"24": "told by Police at MARAC", "14": "said by them"}, "notes": {"24": "Prison abroad."}}
    }));
    lacks(Output::SurvivorFile, &case, &["Prison abroad", "told by Police", "MAPPA"]);
    holds(Output::SurvivorFile, &case, &["hreats to kill", WORDS.later().pages.outputs.kept_apart_police]);
    holds(Output::Marac, &case, &["Prison abroad"]);
}

#[test]
fn marac_says_what_is_so_in_words_and_asks_what_its_form_asks() {
    let marac = case(json!({
        "context": {"pregnant": "no", "money": "yes", "deaf": "no", "language_need": "no", "children": "in-home"},
        "dash": {"done_on": "2026-11-27"}, "choices": []
    }));
    holds(
        Output::Marac,
        &marac,
        &[
            "Money is controlled, taken or short",
            "Friday 27 November 2026",
            "Agreed to this referral",
            "Crime or incident number",
            "GP: ____",
            "Child 1:",
            "If more than one person harms them",
            WORDS.later().pages.outputs.routes_others,
        ],
    );
    lacks(
        Output::Marac,
        &marac,
        &["Pregnant: No", "No: ", "not met", "No judgement", "Before you send", "named perpetrator"],
    );
    lacks(Output::Marac, &case(json!({"context": {"children": "none"}})), &["Child 1:"]);
    holds(
        Output::Children,
        &marac,
        &["date of birth or due date", "Who has parental responsibility", "link to each adult"],
    );
    lacks(Output::Police, &marac, &["for police to tell the school"]);
    let school = case(json!({"choices": [{"pathway": "PW-17", "decision": "done"}]}));
    holds(Output::Police, &school, &["for police to tell the school"]);
}

#[test]
fn the_letter_for_the_council_tells_the_law_of_the_nation_and_no_story() {
    let of = |nation: &str| {
        case(json!({
            "context": {"nation": nation, "homeless_risk": "tonight", "children": "in-home"},
            "record": {"wish_words": "I want peace.", "incident": {"what": "Broke the door in."}},
            "dash": {"answers": {"15": "yes"}, "notes": {"15": "On the stairs."}}
        }))
    };
    holds(
        Output::CouncilLetter,
        &of("england"),
        &[
            "reason to believe is enough",
            "Priority need",
            "on purpose",
            "Local connection",
            "housing register",
            "in writing",
        ],
    );
    holds(Output::CouncilLetter, &of("wales"), &["priority need"]);
    holds(Output::CouncilLetter, &of("scotland"), &["no part of the test in Scotland"]);
    holds(Output::CouncilLetter, &of("northern-ireland"), &["Housing Executive", "full duty"]);
    for nation in ["wales", "scotland", "northern-ireland"] {
        lacks(Output::CouncilLetter, &of(nation), &["reason to believe"]);
    }
    for nation in ["england", "wales", "scotland", "northern-ireland"] {
        lacks(
            Output::CouncilLetter,
            &of(nation),
            &["Broke the door", "On the stairs", "I want peace", "strangled", "Dash", "MARAC"],
        );
    }
    holds(Output::CouncilLetter, &Case::default(), &[WORDS.later().pages.outputs.council_no_nation]);
}

#[test]
fn what_was_not_done_stands_with_its_reason() {
    let case = case(json!({
        "record": {"not_asked_because": {"context.firearm_access": "unsafe", "dash.15": "too-distressed", "context.lgbt": "no-time"}},
        "choices": [{"pathway": "PW-03", "decision": "declined", "reason": "not tonight"}, {"pathway": "PW-42", "decision": "not-now"}]
    }));
    holds(
        Output::Summary,
        &case,
        &[WORDS.steps().pages.record.not_done, "it was not safe", "they were too distressed", "not tonight"],
    );
    lacks(Output::Summary, &case, &["there was no time"]);
    lacks(Output::Summary, &Case::default(), &[WORDS.steps().pages.record.not_done]);
}

#[test]
fn a_quote_has_one_pair_of_marks_and_a_pasted_table_has_a_width() {
    for (typed, kept) in [
        ("\"Stop.\"", "Stop."),
        (" “Stop.” ", "Stop."),
        ("Stop.", "Stop."),
        ("\"No\" and \"no\"", "\"No\" and \"no\""),
        ("\"", "\""),
    ] {
        assert_eq!(unquoted(typed), kept);
    }
    let page = html(&documents(Output::Marac, &Case::default(), &Names::default()));
    assert_eq!(page.matches("<table").count(), page.matches(r#"width="100%""#).count());
    assert!(page.contains(r#"<td valign="top" width="60%" height="36">&nbsp;</td>"#), "{page}");
}

// ------------------------------------------------------------------------------------------------------ before a sheet goes

fn found(output: Output, case: &Case, names: &Names) -> Vec<Finding> {
    findings(output, &documents(output, case, names), case, names, WORDS)
}

#[test]
fn typed_sentences_that_a_sheet_leaves_out_are_found_and_no_others() {
    let say = &WORDS.later().pages.outgoing;
    for (typed, what) in [
        ("He tells people about my HIV.", Some(say.hiv)),
        ("They said I am gay.", Some(say.sexuality)),
        ("My visa runs out.", Some(say.papers)),
        ("I go to a refuge tomorrow.", Some(say.refuge)),
        ("I am at AB1 2CD now.", Some(say.address)),
        ("I am at ab12cd now.", Some(say.address)),
        ("It is 14 Mill Road.", Some(say.address)),
        ("Ring 07700 900 123 please.", Some(say.number)),
        ("Write to me at a.b@example.org please.", Some(say.email)),
        ("They take methadone.", Some(say.medical)),
        ("I want him to stop.", None),
        ("He aided us on 29/11/2026 at 02:10, twice.", None),
        ("We are engaged and he cannot close it.", None),
    ] {
        let said = ["Please. ", typed].concat();
        let case = case(json!({"record": {"wish_words": said}}));
        let found: Vec<_> =
            found(Output::Marac, &case, &Names::default()).into_iter().map(|one| (one.what, one.sentence)).collect();
        assert_eq!(found, what.map(|what| (what, typed.to_owned())).into_iter().collect::<Vec<_>>(), "{typed}");
    }
    // What does not stand on the sheet is not asked about.
    let private = case(json!({"record": {"wish_words": "About my HIV."}}));
    assert!(found(Output::Police, &private, &Names::default()).is_empty());
}

#[test]
fn the_other_persons_note_is_searched_for_names_and_for_this_work() {
    let say = &WORDS.later().pages.outgoing;
    let mut names = Names::default();
    names.put(Slot::SurvivorName, "Zqvelda Quorn");
    names.put(Slot::Acted, "Spoke with Mrs Quorn. Rang the office. Sent it to MARAC.");
    let found = found(Output::OtherFile, &Case::default(), &names);
    let whats: Vec<_> = found.iter().map(|one| one.what).collect();
    assert_eq!(whats, [say.name, say.process]);
    let mut none = Case::default();
    found.iter().for_each(|one| take_out(one, &mut none, &mut names));
    assert_eq!(names.get(Slot::Acted), "Rang the office.");
}

#[test]
fn a_sentence_is_taken_out_where_it_was_typed() {
    let mut case = case(json!({
        "record": {"wish_words": "Stop him. My HIV is mine.", "plan": [{"part": "leaving", "text": "Go to the refuge."}]},
        "dash": {"answers": {"13": "yes"}, "notes": {"13": "He knows of the visa."}},
        "context": {"money": "yes"}, "notes": {"context.money": "Pays for prescriptions."}
    }));
    let mut names = Names::default();
    let all = found(Output::Summary, &case, &names);
    assert_eq!(all.len(), 4, "{all:?}");
    all.iter().for_each(|one| take_out(one, &mut case, &mut names));
    assert!(found(Output::Summary, &case, &names).is_empty());
    assert_eq!(case.record.wish_words.as_ref().map(|text| text.as_str()), Some("Stop him."));
    assert!(case.is_unanswered(Input::DashItemNote(ItemNumber::new(13).expect("an item"))));
    assert!(case.notes.is_empty() && case.record.plan.is_empty());
}
