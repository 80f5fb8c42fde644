//! The service check: the statements of `service_check.toml`, without their words.

use crate::rules::{strings, text};
use crate::{Outcome, Problem, read};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use toml::Value;

const FILE: &str = "service_check.toml";
const WORDS: &str = "words/en/pages/service_check.toml";

/// The typed table. An id that comes twice, an unknown group, a statement without rules, or words that are not as many as
/// the statements stop the build.
pub fn table(content: &Path) -> Outcome<String> {
    let file = read(content, FILE)?;
    let words = read(content, WORDS)?;
    let statements: Vec<_> = file.get("statement").and_then(Value::as_array).into_iter().flatten().collect();
    for list in ["statements", "evidence"] {
        if strings(words.get(list)).len() != statements.len() {
            return Err(Problem::at(WORDS, format!("{list} must be {}", statements.len())));
        }
    }
    let groups = strings(words.get("groups")).len();
    let mut ids = BTreeSet::new();
    let mut out = String::from("pub const SERVICE_CHECK: &[Statement] = &[\n");
    for statement in statements {
        let id = statement.get("id").map(text).unwrap_or_default();
        let group = statement.get("group").and_then(Value::as_integer).unwrap_or_default();
        let group = usize::try_from(group).ok().filter(|group| (1..=groups).contains(group));
        let group = group.ok_or_else(|| Problem::at(FILE, format!("{id}: unknown group")))?;
        let rules = strings(statement.get("rules"));
        if !ids.insert(id) || rules.is_empty() {
            return Err(Problem::at(FILE, format!("{id}: twice, or without rules")));
        }
        let key = statement.get("key").and_then(Value::as_bool).unwrap_or_default();
        let _ = writeln!(out, "Statement {{ id: {id:?}, group: {}, key: {key}, rules: &{rules:?} }},", group - 1);
    }
    out.push_str("];\n");
    Ok(out)
}
