//! The library of vignettes: reads `vignettes/*.toml` strictly and puts what ships into the words' text.
//!
//! A file is a whole vignette, or one that is `like` another and tells only what differs. What the tests alone need
//! (`covers`, `differs`, `expect`) is known here and does not ship.

use crate::case::context::ContextField;
use crate::case::vocabulary::*;
use crate::lines::Lines;
use crate::rules::{Sources, strings, text};
use crate::{Outcome, Problem, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

const KEYS: [&str; 15] = [
    "id", "like", "title", "setting", "warning", "story", "instead", "case", "reasons", "traps", "discuss", "pair",
    "covers", "differs", "expect",
];
/// Inputs of the short form that are neither context, indicator nor item.
const OTHERS: [&str; 16] = [
    "profile",
    "flag",
    "yes",
    "no",
    "dk",
    "identify.survivor_is",
    "identify.unsure",
    "identify.second_reader",
    "identify.flags.health",
    "identify.flags.no_contact_with",
    "identify.flags.specialist",
    "dash.with",
    "dash.heard",
    "dash.judgement",
    "settings.dash_threshold",
    "choices.PW-37.decision",
];

/// Puts the vignettes, and counts them.
pub fn vignettes(content: &Path, sources: &Sources, lines: &mut Lines) -> Outcome<usize> {
    let folder = content.join("vignettes");
    let files = fs::read_dir(&folder).map_err(|error| Problem::at(folder.display(), error))?;
    let mut all = BTreeMap::new();
    for name in files.flatten().filter_map(|file| file.file_name().into_string().ok()) {
        let place = format!("vignettes/{name}");
        if !name.ends_with(".toml") {
            return Err(Problem::at(place, "only .toml files belong here"));
        }
        let table = read(&folder, &name)?;
        if let Some(unknown) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            return Err(Problem::at(place, format!("unknown key {unknown}; allowed: {}", KEYS.join(", "))));
        }
        let id = table.get("id").and_then(Value::as_integer).filter(|id| (1..=199).contains(id));
        let id = id.ok_or_else(|| Problem::at(&place, "id is missing, or not from 1 to 199"))?;
        if !name.starts_with(&format!("{id:02}-")) {
            return Err(Problem::at(place, format!("the name of the file does not start with its id, {id}")));
        }
        if all.insert(id, (place, table)).is_some() {
            return Err(Problem::at(name, format!("the id {id} is taken")));
        }
    }
    for (id, (place, table)) in &all {
        let like = match table.get("like").and_then(Value::as_integer) {
            Some(like) => Some(&all.get(&like).ok_or_else(|| Problem::at(place, format!("there is no {like}")))?.1),
            None => None,
        };
        Vignette { id: *id, place, table, like }.put(sources, lines)?;
    }
    Ok(all.len())
}

struct Vignette<'a> {
    id: i64,
    place: &'a str,
    table: &'a Table,
    like: Option<&'a Table>,
}

impl Vignette<'_> {
    /// A value of this file, or of the one it is like.
    fn value(&self, key: &str) -> Option<&Value> {
        self.table.get(key).or_else(|| self.like?.get(key))
    }
    fn needed(&self, key: &str) -> Outcome<&str> {
        match self.value(key).map(text).unwrap_or_default() {
            "" => Err(Problem::at(self.place, format!("{key} is missing"))),
            words => Ok(words),
        }
    }

    fn put(&self, sources: &Sources, lines: &mut Lines) -> Outcome<()> {
        lines.line(self.place, &self.id.to_string())?;
        for key in ["title", "setting", "warning"] {
            lines.line(self.place, self.needed(key)?)?;
        }
        for key in ["traps", "discuss", "covers"] {
            if strings(self.value(key)).is_empty() {
                return Err(Problem::at(self.place, format!("{key} is missing")));
            }
        }
        lines.list(self.place, &self.story()?)?;
        lines.list(self.place, &self.case()?)?;
        lines.list(self.place, &self.reasons(sources)?)?;
        lines.list(self.place, &strings(self.value("traps")))?;
        lines.list(self.place, &strings(self.value("discuss")))?;
        lines.list(self.place, &self.pair()?)
    }

    /// The story; `instead` gives a paragraph by its number in the place of the one told there.
    fn story(&self) -> Outcome<Vec<String>> {
        let mut story: Vec<String> = strings(self.value("story")).into_iter().map(str::to_owned).collect();
        if story.is_empty() {
            return Err(Problem::at(self.place, "story is missing"));
        }
        for (number, paragraph) in self.table.get("instead").and_then(Value::as_table).into_iter().flatten() {
            let place = number.parse::<usize>().ok().and_then(|number| story.get_mut(number.checked_sub(1)?));
            *place.ok_or_else(|| Problem::at(self.place, format!("instead.{number}: no such paragraph")))? =
                text(paragraph).to_owned();
        }
        Ok(story)
    }

    /// The case, a line each. Lines of this file stand in the place of those that answer the same in the other; `not F1`
    /// takes one away.
    fn case(&self) -> Outcome<Vec<String>> {
        let lines = |table: &Table| {
            let case = table.get("case").map(text).unwrap_or_default();
            case.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        let own = lines(self.table);
        let mut case = self.like.map(lines).unwrap_or_default();
        for line in own {
            let (taken, line) = match line.strip_prefix("not ") {
                Some(taken) => (taken.to_owned(), None),
                None => (about(&line), Some(line)),
            };
            let place = case.iter().position(|known| about(known) == taken);
            match (place, line) {
                (Some(place), Some(line)) => case[place] = line,
                (Some(place), None) => drop(case.remove(place)),
                (None, Some(line)) => case.push(line),
                (None, None) => return Err(Problem::at(self.place, format!("not {taken}: nothing answers it"))),
            }
        }
        // "no rest" comes last, whatever was put behind it.
        case.sort_by_key(|line| line.ends_with(" rest"));
        if case.is_empty() {
            return Err(Problem::at(self.place, "case is missing"));
        }
        match case.iter().find(|line| !is_answer(line)) {
            Some(line) => Err(Problem::at(self.place, format!("this is no answer: {line}"))),
            None => Ok(case),
        }
    }

    fn reasons(&self, sources: &Sources) -> Outcome<Vec<String>> {
        let mut all: BTreeMap<&str, &Value> = BTreeMap::new();
        for table in self.like.into_iter().chain([self.table]) {
            for (about, reason) in table.get("reasons").and_then(Value::as_table).into_iter().flatten() {
                all.insert(about, reason);
            }
        }
        let mut out = Vec::new();
        for (about, reason) in all {
            let place = format!("{} reasons.{about}", self.place);
            // An empty list takes away what stands in the other file.
            let texts = strings(Some(reason));
            let [why, rules @ ..] = texts.as_slice() else { continue };
            if !is_kind(about) {
                return Err(Problem::at(place, "this names nothing known"));
            }
            if rules.is_empty() {
                return Err(Problem::at(place, "a rule or a source is missing"));
            }
            for rule in rules {
                sources.check(&place, rule)?;
            }
            out.extend([about.to_owned(), (*why).to_owned(), rules.join(" ")]);
        }
        Ok(out)
    }

    fn pair(&self) -> Outcome<Vec<String>> {
        let Some(pair) = self.table.get("pair") else { return Ok(Vec::new()) };
        let id = pair.get("id").and_then(Value::as_integer);
        match (id, pair.get("fact").map(text)) {
            (Some(id), Some(fact)) if !fact.is_empty() => Ok(vec![id.to_string(), fact.to_owned()]),
            _ => Err(Problem::at(self.place, "pair needs an id and a fact")),
        }
    }
}

/// What a line answers: items together by their answer, flags one by one.
fn about(line: &str) -> String {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default();
    match name {
        "flag" => line.to_owned(),
        _ if line.ends_with(" rest") => line.to_owned(),
        _ => name.to_owned(),
    }
}

fn is_answer(line: &str) -> bool {
    let Some((name, values)) = line.split_once(' ') else { return false };
    if let Some(field) = ContextField::from_name(name) {
        let mut context = crate::case::context::Context::default();
        return values.split(' ').all(|value| context.field_mut(field).choose(Some(value)).is_ok());
    }
    match name {
        _ if IndicatorId::from_text(name).is_some() => values.split(' ').next().and_then(Who::from_text).is_some(),
        "yes" | "no" | "dk" => values == "rest" || values.split(' ').all(is_item),
        "flag" => Flag::from_text(values).is_some(),
        _ => OTHERS.contains(&name),
    }
}

fn is_item(text: &str) -> bool {
    text.parse::<u8>().is_ok_and(|number| (1..=24).contains(&number))
}

fn is_kind(about: &str) -> bool {
    match about.split_once(':') {
        Some(("page", id)) => id == "identify",
        Some(("indicator", id)) => IndicatorId::from_text(id).is_some(),
        Some(("item", id)) => is_item(id),
        Some(("route", id)) => ["R1", "R2", "R3", "R4"].contains(&id),
        Some(("pathway", id)) => PathwayId::from_text(id).is_some(),
        _ => false,
    }
}
