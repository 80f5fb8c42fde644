//! The catalogue: every id the program can answer with, and where each rule is acted on.

use serde_json::{Value, json};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::{CautionId, INDICATORS, PATHWAYS, PROFILES, Rule, TRIGGERS, rules, sources};

/// The catalogue as one JSON document.
pub fn catalogue() -> Value {
    json!({
        "indicators": INDICATORS.iter().map(|row| json!({ "id": row.id, "domain": row.domain, "strength": row.strength })).listed(),
        "items": (1..=24).map(|number| json!({ "number": number })).listed(),
        "pathways": PATHWAYS.iter().map(|row| json!({ "id": row.id })).listed(),
        "triggers": TRIGGERS.iter().map(|id| json!({ "id": id })).listed(),
        "cautions": CautionId::ALL.iter().map(|id| json!({ "id": id })).listed(),
        "profiles": PROFILES.iter().map(|profile| json!({ "id": profile.id })).listed(),
        "sources": sources().iter().map(|source| json!({ "id": source.id, "title": source.title })).listed(),
        "rules": placed(),
    })
}

/// Every rule of the five documents, and where it is placed.
fn placed() -> Vec<Value> {
    let places = |rule: &Rule| rule.places().listed();
    let row = |rule: &Rule| json!({ "id": rule.id, "how": rule.how, "where": places(rule), "reason": rule.reason });
    rules().iter().map(row).listed()
}
