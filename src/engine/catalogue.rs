//! The catalogue: every id the program can answer with, and where each rule is acted on.

use crate::case::vocabulary::*;
use crate::content::{CautionId, INDICATORS, PATHWAYS, PROFILES, ROWS, RULES, Rule, SOURCES};
use serde_json::{Value, json};

/// The catalogue as one JSON document.
pub fn catalogue() -> Value {
    let mut rows: Vec<&str> = Vec::new();
    for row in ROWS {
        if !rows.contains(&row.id) {
            rows.push(row.id);
        }
        // T10 is the hand-off, worked out from profile and role, and has no row of its own.
        if row.id == "T9" && !rows.contains(&"T10") {
            rows.push("T10");
        }
    }
    let mut triggers: Vec<Value> = rows.iter().map(|id| json!({ "id": id })).collect();
    triggers.sort_by_key(|trigger| trigger["id"].as_str().and_then(|id| id[1..].parse::<u8>().ok()));
    json!({
        "indicators": INDICATORS.iter().map(|row| json!({ "id": row.id, "domain": row.domain, "strength": row.strength })).collect::<Vec<_>>(),
        "items": (1..=24).map(|number| json!({ "number": number })).collect::<Vec<_>>(),
        "pathways": PATHWAYS.iter().map(|row| json!({ "id": row.id })).collect::<Vec<_>>(),
        "triggers": triggers,
        "cautions": CautionId::ALL.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
        "profiles": PROFILES.iter().map(|profile| json!({ "id": profile.id })).collect::<Vec<_>>(),
        "sources": SOURCES.iter().map(|source| json!({ "id": source.id, "title": source.title })).collect::<Vec<_>>(),
        "rules": rules(),
    })
}

/// Every rule of the five documents, and where it is placed.
fn rules() -> Vec<Value> {
    let places = |rule: &Rule| rule.places().collect::<Vec<_>>();
    let row = |rule: &Rule| json!({ "id": rule.id, "how": rule.how, "where": places(rule), "reason": rule.reason });
    RULES.iter().map(row).collect()
}
