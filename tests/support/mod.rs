//! What several tests share: running a case given as JSON, and comparing with an expectation.

#![allow(dead_code, clippy::expect_used)] // each test file uses a part

use serde_json::Value;
use waymark::case::{Case, CaseError};
use waymark::content::Profiles;
use waymark::engine::{assess_with, check_profile};

/// The assessment of a case, both as JSON, through the strict reader as the program does it.
pub fn assess_json(case: &Value) -> Result<Value, CaseError> {
    let profiles = Profiles::shipped();
    let case = Case::from_json(case.to_string().as_bytes())?;
    check_profile(&case, &profiles)?;
    Ok(serde_json::to_value(assess_with(&case, &profiles)).expect("an assessment is JSON"))
}

/// Where the assessment differs from a partial expectation: objects match by the keys given, arrays of ids by
/// "contains all", a key with a leading `!` by "contains none".
pub fn mismatches(expect: &Value, actual: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, wanted) in expect.as_object().expect("an expectation is an object") {
        match key.as_str() {
            "pathways" => pathways(wanted, &actual["pathways"], &mut wrong),
            "!pathways" => none_of(key, wanted, &ids(&actual["pathways"]), &mut wrong),
            "withheld_ids" => all_of(key, wanted, &ids(&actual["withheld"]), &mut wrong),
            "cautions_rules" => {
                let cited = actual["cautions"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .flat_map(|c| texts(&c["rules"]))
                    .collect::<Vec<_>>();
                all_of(key, wanted, &cited, &mut wrong);
            }
            _ => value(key, wanted, actual, &mut wrong),
        }
    }
    wrong
}

fn value(key: &str, wanted: &Value, parent: &Value, wrong: &mut Vec<String>) {
    if let Some(plain) = key.strip_prefix('!') {
        return none_of(key, wanted, &texts(&parent[plain]), wrong);
    }
    let actual = &parent[key];
    match wanted {
        Value::Object(keys) => {
            for (inner, wanted) in keys {
                let mut found = Vec::new();
                value(inner, wanted, actual, &mut found);
                wrong.extend(found.into_iter().map(|text| format!("{key}.{text}")));
            }
        }
        Value::Array(_) => all_of(key, wanted, &texts(actual), wrong),
        _ if wanted != actual => wrong.push(format!("{key} is {actual}, not {wanted}")),
        _ => {}
    }
}

fn pathways(wanted: &Value, actual: &Value, wrong: &mut Vec<String>) {
    for (id, wanted) in wanted.as_object().expect("pathways by id") {
        let Some(shown) = actual.as_array().into_iter().flatten().find(|shown| shown["id"] == id.as_str()) else {
            wrong.push(format!("{id} is not shown"));
            continue;
        };
        if wanted["priority_at_most"].as_u64().is_some_and(|most| shown["priority"].as_u64() > Some(most)) {
            wrong.push(format!("{id} has priority {}", shown["priority"]));
        }
        if wanted["stance"].is_string() && wanted["stance"] != shown["stance"] {
            wrong.push(format!("{id} has stance {}", shown["stance"]));
        }
    }
}

/// The ids of a list of objects.
pub fn ids(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str().map(str::to_owned)).collect()
}

/// The entries of a list as texts.
pub fn texts(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned))
        .collect()
}

fn all_of(key: &str, wanted: &Value, actual: &[String], wrong: &mut Vec<String>) {
    for missing in texts(wanted).iter().filter(|id| !actual.contains(id)) {
        wrong.push(format!("{key} lacks {missing}: {actual:?}"));
    }
}

fn none_of(key: &str, unwanted: &Value, actual: &[String], wrong: &mut Vec<String>) {
    for present in texts(unwanted).iter().filter(|id| actual.contains(id)) {
        wrong.push(format!("{key} holds {present}"));
    }
}
