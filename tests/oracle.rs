//! Cases worked by a second, independent program: written from the same rules by other hands, in another language, and
//! not a line of it shared. Where the two agree on hundreds of drawn cases, a slip would have to be made twice.
//!
//! Each line of the fixture holds a case and what the other program answered. Pathways stand as in the table of
//! triggers, with every row that shows them: `PW-05 1 do T2 T41`; what is held back, with why.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::Value;
use support::{assess_json, texts};

const CASES: &str = include_str!("fixtures/oracle.ndjson");
/// The parts of an answer that are compared as they stand.
const PARTS: [&str; 4] = ["stop", "in_scope", "unanswered_gate", "ask_next"];
/// The parts of which the other program answers some fields.
const OBJECTS: [&str; 2] = ["identify", "dash"];

/// The pathways shown, each as one line.
fn pathways(assessment: &Value) -> Value {
    let line = |pathway: &Value| {
        let word = |key: &str| pathway[key].as_str().map_or_else(|| pathway[key].to_string(), str::to_owned);
        let mut words = vec![word("id"), word("priority"), word("stance")];
        words.extend(texts(&pathway["triggers"]));
        words.join(" ")
    };
    assessment["pathways"].as_array().expect("pathways are a list").iter().map(line).collect()
}

/// What is held back, each as one line.
fn withheld(assessment: &Value) -> Value {
    let line = |held: &Value| format!("{} {}", held["id"].as_str().unwrap_or("?"), held["why"].as_str().unwrap_or("?"));
    assessment["withheld"].as_array().expect("what is held back is a list").iter().map(line).collect()
}

#[test]
fn a_second_program_comes_to_the_same_answers() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for (place, line) in CASES.lines().enumerate() {
        let worked: Value = serde_json::from_str(line).expect("a worked case is JSON");
        let ours = assess_json(&worked["case"]).expect("a worked case is a case");
        let theirs = &worked["expect"];
        let mut compare = |part: &str, ours: &Value| {
            if *ours != theirs[part] {
                wrong.push(format!("line {}: {part} is {ours}, not {}", place + 1, theirs[part]));
            }
        };
        for part in PARTS {
            compare(part, &ours[part]);
        }
        for part in OBJECTS {
            let known = theirs[part].as_object().expect("a part is an object");
            let same: serde_json::Map<_, _> = known.keys().map(|key| (key.clone(), ours[part][key].clone())).collect();
            compare(part, &Value::Object(same));
        }
        compare("pathways", &pathways(&ours));
        compare("withheld", &withheld(&ours));
        cases += 1;
    }
    assert!(cases >= 570, "only {cases} worked cases were found");
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}
