//! The catalogue: every id the program can answer with, and where each rule is acted on.

use crate::case::vocabulary::*;
use crate::content::{CAUTION_RULES, CautionId, INDICATORS, PATHWAYS, PROFILES, ROWS, SOURCES};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

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

/// Every seed rule that a pathway, trigger, caution or profile acts on, and where.
fn rules() -> Vec<Value> {
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut put = |rule: &str, place: String| {
        places.entry(rule.to_owned()).or_default().insert(place);
    };
    for row in PATHWAYS {
        for rule in row.rules {
            put(rule, format!("pathway:{}", row.id.text()));
        }
    }
    for row in ROWS {
        for rule in row.rules {
            put(rule, format!("trigger:{}", row.id));
        }
    }
    for (caution, rules) in CAUTION_RULES {
        for rule in *rules {
            put(rule, format!("caution:{}", caution.text()));
        }
    }
    for profile in PROFILES {
        for (pathway, rule) in profile.rules.iter() {
            put(rule, format!("pathway:{}", pathway.text()));
        }
        for deadline in profile.deadlines.iter() {
            for pathway in deadline.pathways.iter() {
                put(&deadline.rule, format!("pathway:{}", pathway.text()));
            }
        }
        for rule in profile.completer_rules.iter() {
            put(rule, "trigger:T10".to_owned());
        }
    }
    let seed = |rule: &str| rule.split_once('-').is_some_and(|(_, number)| number.parse::<u16>().is_ok());
    places
        .into_iter()
        .filter(|(rule, _)| seed(rule))
        .map(|(rule, places)| json!({ "id": rule, "how": "acted", "where": places, "reason": "" }))
        .collect()
}
