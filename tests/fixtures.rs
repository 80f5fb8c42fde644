//! The worked cases: what the engine must answer, as other programs rely on it.

#![allow(clippy::expect_used)]

mod support;

use serde_json::Value;
use support::{assess_json, mismatches};

const FILES: [(&str, &str); 2] = [
    ("identify.ndjson", include_str!("fixtures/identify.ndjson")),
    ("cases.ndjson", include_str!("fixtures/cases.ndjson")),
];

#[test]
fn every_worked_case_gets_the_expected_answer() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for (file, text) in FILES {
        for line in text.lines() {
            let fixture: Value = serde_json::from_str(line).expect("a fixture is JSON");
            let assessment = assess_json(&fixture["case"]).expect("a fixture's case is a case");
            for mismatch in mismatches(&fixture["expect"], &assessment) {
                wrong.push(format!("{file}: {}: {mismatch}", fixture["name"]));
            }
            cases += 1;
        }
    }
    assert!(cases >= 62, "only {cases} worked cases were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
