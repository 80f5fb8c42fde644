//! What several tests share: running a case given as JSON, and comparing with an expectation.

#![allow(dead_code, clippy::expect_used)] // each test file uses a part

use serde_json::Value;
use waymark_case::{Case, CaseError};
use waymark_content::Profiles;
use waymark_engine::{assess_with, check_profile};

/// The assessment of a case, both as JSON, through the strict reader as the program does it.
pub fn assess_json(case: &Value) -> Result<Value, CaseError> {
    let profiles = Profiles::shipped();
    let case = Case::from_json(case.to_string().as_bytes())?;
    check_profile(&case, &profiles)?;
    Ok(serde_json::to_value(assess_with(&case, &profiles)).expect("an assessment is JSON"))
}

/// Where the assessment differs from a partial expectation.
pub fn mismatches(expect: &Value, actual: &Value) -> Vec<String> {
    waymark_workshop::expect::mismatches(expect.as_object().expect("an expectation is an object"), actual)
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
