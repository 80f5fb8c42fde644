//! A partial assessment, compared with a whole one: objects match by the keys given, arrays of ids by "contains all", a
//! key with a leading `!` by "contains none"; `pathways` by id, `cautions_rules` and `withheld_ids` by what they hold.

use serde_json::{Map, Value};
use waymark_case::listed::Listed;

/// Where an assessment differs from a partial expectation; empty when it does not.
pub fn mismatches(expect: &Map<String, Value>, actual: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, wanted) in expect {
        match key.as_str() {
            "pathways" => pathways(wanted, &actual["pathways"], &mut wrong),
            "!pathways" => none_of(key, wanted, &ids(&actual["pathways"]), &mut wrong),
            "withheld_ids" => all_of(key, wanted, &ids(&actual["withheld"]), &mut wrong),
            "cautions_rules" => {
                let cautions = actual["cautions"].as_array().into_iter().flatten();
                let cited: Vec<String> = cautions.flat_map(|caution| texts(&caution["rules"])).listed();
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
    let Some(wanted) = wanted.as_object() else {
        return wrong.push("pathways is not an object of ids".to_owned());
    };
    for (id, wanted) in wanted {
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
fn ids(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str().map(str::to_owned)).listed()
}

/// The entries of a list as texts.
fn texts(list: &Value) -> Vec<String> {
    let entries = list.as_array().into_iter().flatten();
    entries.map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned)).listed()
}

fn all_of(key: &str, wanted: &Value, actual: &[String], wrong: &mut Vec<String>) {
    let missing = texts(wanted).into_iter().filter(|id| !actual.contains(id));
    wrong.extend(missing.map(|id| format!("{key} lacks {id}")));
}

fn none_of(key: &str, unwanted: &Value, actual: &[String], wrong: &mut Vec<String>) {
    let present = texts(unwanted).into_iter().filter(|id| actual.contains(id));
    wrong.extend(present.map(|id| format!("{key} holds {id}")));
}
