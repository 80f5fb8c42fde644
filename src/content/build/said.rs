//! Reads what each policy says (`profiles/<id>.toml`) against the schema of a profile (`profiles/schema.toml`), and puts what
//! a worker reads of it into the text of the words. A field outside the schema, a value it cannot hold, a value without a
//! rule of the same document, or one without words stops the build.

use crate::lines::Lines;
use crate::placed::{DOCUMENTS, Placed};
use crate::rules::{strings, text};
use crate::{Outcome, Problem, read};
use std::path::Path;
use toml::{Table, Value};

/// What the five documents say, checked.
pub struct Said {
    schema: Table,
    profiles: Vec<(&'static str, Table)>,
}

/// Lists of tables in a profile, each with the key that holds its rules.
const LISTS: [(&str, &str); 5] =
    [("role", "rules"), ("timescale", "rule"), ("regulator", "rule"), ("partner", "rule"), ("floor", "rules")];

impl Said {
    /// Reads the profiles and checks every value.
    pub fn read(content: &Path, placed: &[Placed]) -> Outcome<Self> {
        let schema = read(content, "profiles/schema.toml")?;
        let mut profiles = Vec::new();
        for (letter, id, _) in DOCUMENTS {
            let table = read(content, &format!("profiles/{id}.toml"))?;
            check(id, letter, &table, &schema, placed)?;
            profiles.push((id, table));
        }
        Ok(Self { schema, profiles })
    }

    /// Puts the fields that have words in this language, each with what the policies say, and counts them.
    pub fn put_fields(&self, file: &str, words: &Table, lines: &mut Lines) -> Outcome<usize> {
        let mut count = 0;
        for (field, about) in &self.schema {
            let page = about.get("page").map(text).unwrap_or_default();
            if page.is_empty() {
                continue;
            }
            let place = format!("{file} [{field}]");
            let words = table(&place, words.get(field))?;
            lines.line(&place, page)?;
            lines.line(&place, words.get("label").map(text).unwrap_or_default())?;
            let mut said = Vec::new();
            for (profile, policy) in &self.profiles {
                let Some(value) = policy.get("says").and_then(|says| says.get(field)) else { continue };
                let inferred = value.get("inferred").and_then(Value::as_bool).unwrap_or_default();
                said.push((*profile).to_owned());
                said.push(in_words(&place, value.get("is"), words)?);
                said.push(strings(value.get("rules")).join(", "));
                said.push(if inferred { "inferred" } else { "stated" }.to_owned());
            }
            lines.list(&place, &said)?;
            count += 1;
        }
        Ok(count)
    }

    /// Puts what is told of each document: about it, where it is silent, where the safety floor comes before it.
    pub fn put_documents(&self, file: &str, words: &Table, lines: &mut Lines) -> Outcome<()> {
        let worded = |kind: &str, key: &str| -> Outcome<String> {
            let found = words.get(kind).and_then(|kind| kind.get(key)).map(text).unwrap_or_default();
            if found.is_empty() { Err(Problem::at(format!("{file} [{kind}]"), key)) } else { Ok(found.to_owned()) }
        };
        for (profile, policy) in &self.profiles {
            let place = format!("profiles/{profile}.toml");
            let silent = strings(policy.get("meta").and_then(|meta| meta.get("silentOn")));
            let silent: Vec<String> = silent.into_iter().map(|code| worded("silent", code)).collect::<Outcome<_>>()?;
            let mut floor = Vec::new();
            for entry in tables(policy, "floor") {
                floor.push(worded("floor", entry.get("words").map(text).unwrap_or_default())?);
                let clause = entry.get("clause").map(text).unwrap_or_default();
                floor.push([strings(entry.get("rules")), vec![clause]].concat().join(", "));
            }
            let mut limits = Vec::new();
            for limit in tables(policy, "timescale") {
                limits.push(worded("limit", limit.get("trigger").map(text).unwrap_or_default())?);
                limits.push(limit_in_words(limit, &worded)?);
                limits.push(limit.get("rule").map(text).unwrap_or_default().to_owned());
            }
            lines.line(&place, profile)?;
            lines.line(&place, &worded("about", profile)?)?;
            lines.list(&place, &limits)?;
            lines.list(&place, &silent)?;
            lines.list(&place, &floor)?;
        }
        lines.line(file, &worded("about", "default")?)
    }
}

/// A time limit as a sentence: how long, from when, with what exception, how firm, for whom.
fn limit_in_words(limit: &Table, worded: &impl Fn(&str, &str) -> Outcome<String>) -> Outcome<String> {
    let code = |key: &str| limit.get(key).map(text).filter(|code| !code.is_empty());
    let number = limit.get("limit").and_then(Value::as_integer);
    let unit = match (code("unit"), number) {
        (Some(unit @ ("working_days" | "months")), Some(1)) => format!("{unit}_1"),
        (Some(unit), Some(_)) => unit.to_owned(),
        _ => "none".to_owned(),
    };
    let mut words = worded("limit_unit", &unit)?.replace("{n}", &number.unwrap_or_default().to_string());
    if let Some(clock) = code("clock") {
        words = format!("{words} {}", worded("limit_from", clock)?);
    }
    if let Some(exception) = code("exception") {
        words = format!("{words}, {}", worded("limit_exception", exception)?);
    }
    let firm = code("strictness").map(|firm| worded("limit_firm", firm)).transpose()?;
    let by = code("by").map(|by| worded("limit_by", by)).transpose()?;
    let more: Vec<String> = firm.into_iter().chain(by).collect();
    Ok(if more.is_empty() { words } else { format!("{words}. {}", more.join(": ")) })
}

fn table<'a>(place: &str, value: Option<&'a Value>) -> Outcome<&'a Table> {
    value.and_then(Value::as_table).ok_or_else(|| Problem::at(place, "is missing"))
}

fn tables<'a>(policy: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    policy.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

/// A value in words: each of its codes has its own, a number stands in a sentence, a text stands for itself.
fn in_words(place: &str, value: Option<&Value>, words: &Table) -> Outcome<String> {
    let word = |code: &str| match words.get(code).map(text) {
        Some(found) if !found.is_empty() => Ok(found.to_owned()),
        _ => Err(Problem::at(place, format!("the value {code} has no words"))),
    };
    match value {
        Some(Value::Boolean(on)) => word(if *on { "true" } else { "false" }),
        Some(Value::Integer(number)) => Ok(word("every")?.replace("{n}", &number.to_string())),
        Some(Value::String(own)) if words.len() == 1 => Ok(own.clone()),
        Some(Value::String(code)) => word(code),
        Some(list @ Value::Array(_)) => {
            let all: Vec<String> = strings(Some(list)).into_iter().map(word).collect::<Outcome<_>>()?;
            Ok(all.join("; "))
        }
        _ => Err(Problem::at(place, "a value of this kind has no words")),
    }
}

fn check(id: &str, letter: &str, policy: &Table, schema: &Table, placed: &[Placed]) -> Outcome<()> {
    let place = format!("profiles/{id}.toml");
    let own = |rule: &str| placed.iter().any(|known| known.id() == rule) && rule.starts_with(letter);
    let rules = |at: &str, value: Option<&Value>| -> Outcome<()> {
        let one = value.and_then(Value::as_str);
        let all: Vec<&str> = one.into_iter().chain(strings(value.filter(|_| one.is_none()))).collect();
        match all.iter().find(|rule| !own(rule) && !rule.starts_with("C1.3.")) {
            Some(foreign) => Err(Problem::at(at, format!("{foreign} is no rule of this document"))),
            None if all.is_empty() => Err(Problem::at(at, "names no rule")),
            None => Ok(()),
        }
    };
    for (field, value) in table(&place, policy.get("says"))? {
        let at = format!("{place} {field}");
        let kind = schema.get(field).and_then(|about| about.get("kind")).map(text).unwrap_or_default();
        if !value.get("is").is_some_and(|is| fits(kind, is, &own)) {
            return Err(Problem::at(
                at,
                format!("expected {}", if kind.is_empty() { "a field of the schema" } else { kind }),
            ));
        }
        rules(&at, value.get("rules"))?;
    }
    let meta = table(&place, policy.get("meta"))?;
    rules(&place, meta.get("rules"))?;
    for (list, key) in LISTS {
        for entry in tables(policy, list) {
            rules(&format!("{place} [[{list}]]"), entry.get(key))?;
        }
    }
    same_for_the_engine(&place, policy)
}

/// The values that the engine reads are those that the document says.
fn same_for_the_engine(place: &str, policy: &Table) -> Outcome<()> {
    let says = |field: &str| policy.get("says").and_then(|says| says.get(field)).and_then(|value| value.get("is"));
    let contact = policy.get("contact").map(text).unwrap_or_default().replace('-', "_");
    let count = policy.get("count").and_then(Value::as_integer);
    if says("perpetrator.contactMode").map(text) != Some(contact.as_str())
        || says("marac.ticks").and_then(Value::as_integer) != count
    {
        return Err(Problem::at(place, "contact or count is not what the document says"));
    }
    Ok(())
}

/// True when a value is of the kind that the schema names.
fn fits(kind: &str, value: &Value, own: &impl Fn(&str) -> bool) -> bool {
    let (kind, allowed) = kind.split_once(' ').unwrap_or((kind, ""));
    let listed = |code: &str| allowed.split(' ').any(|known| known == code);
    let each = |fits: &dyn Fn(&str) -> bool| {
        let list = strings(Some(value));
        !list.is_empty() && list.into_iter().all(fits)
    };
    match kind {
        "flag" => value.is_bool(),
        "number" => value.is_integer(),
        "text" => value.as_str().is_some_and(|text| !text.is_empty()),
        "rules" => each(own),
        "one" => value.as_str().is_some_and(listed) || value.as_bool().is_some_and(|on| listed(&on.to_string())),
        "any" => each(&listed),
        _ => false,
    }
}
