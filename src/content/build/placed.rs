//! Reads every rule of the five documents and where it is placed, from `rules/*.toml`. A missing or repeated id, an unknown
//! place, a rule with no place, or one set aside without a reason stops the build.

use crate::case::vocabulary::*;
use crate::lines::Lines;
use crate::rules::{strings, text};
use crate::{Outcome, Problem, read};
use std::collections::BTreeSet;
use std::path::Path;
use toml::Value;

/// The documents: the letter of their rules, their profile, and how many rules each has.
pub const DOCUMENTS: [(&str, &str, usize); 5] = [
    ("D", "daha-supported", 108),
    ("P", "peaks-plains", 113),
    ("W", "south-wales", 30),
    ("H", "housing21", 168),
    ("S", "herts-2024", 53),
];
/// What may become of a rule.
const TREATMENTS: [&str; 5] = ["acted", "shown", "checklist", "reference", "set-aside"];
/// The pages on which a rule can stand.
const PAGES: [&str; 8] = ["policy", "situation", "identify", "dash", "next-steps", "record", "settings", "about"];
/// How many statements the service check has.
const CHECKS: u8 = 74;

/// One rule of a document.
pub struct Placed {
    id: String,
    reference: String,
    how: String,
    places: Vec<String>,
    topic: String,
    line: String,
    reason: String,
}

/// The names that a place may have.
struct Names {
    triggers: BTreeSet<String>,
    cautions: BTreeSet<String>,
}

impl Names {
    fn read(content: &Path) -> Outcome<Self> {
        let (triggers, cautions) = (read(content, "triggers.toml")?, read(content, "cautions.toml")?);
        let rows = triggers.get("row").and_then(Value::as_array).into_iter().flatten();
        // T10 is the hand-off, which has no row.
        let ids = rows.filter_map(|row| Some(row.get("id")?.as_str()?.to_owned())).chain(["T10".to_owned()]);
        let rules = cautions.get("rules").and_then(Value::as_table).into_iter().flatten();
        Ok(Self { triggers: ids.collect(), cautions: rules.map(|(id, _)| id.clone()).collect() })
    }

    fn know(&self, place: &str) -> bool {
        match place.split_once(':') {
            Some(("trigger", id)) => self.triggers.contains(id),
            Some(("caution", id)) => self.cautions.contains(id),
            Some(("pathway", id)) => PathwayId::from_text(id).is_some(),
            Some(("page", id)) => PAGES.contains(&id),
            Some(("check", id)) => (1..=CHECKS).any(|number| id == format!("O-{number:02}")),
            _ => false,
        }
    }
}

/// Reads every rule, in the order of the documents and of their numbers.
pub fn placed(content: &Path) -> Outcome<Vec<Placed>> {
    let names = Names::read(content)?;
    let mut all = Vec::new();
    for (letter, profile, count) in DOCUMENTS {
        let file = format!("rules/{profile}.toml");
        let table = read(content, &file)?;
        let rows = table.get("rows").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if rows.len() != count {
            return Err(Problem::at(&file, format!("{count} rules were expected, {} are there", rows.len())));
        }
        for (number, row) in (1..).zip(rows) {
            let rule = one(&file, row)?;
            if rule.id != format!("{letter}-{number:02}") {
                return Err(Problem::at(&file, format!("{} stands where {letter}-{number:02} belongs", rule.id)));
            }
            rule.check(&names)?;
            all.push(rule);
        }
    }
    Ok(all)
}

fn one(file: &str, row: &Value) -> Outcome<Placed> {
    let Some([id, reference, how, places, field, line, reason]) = row.as_array().map(Vec::as_slice) else {
        return Err(Problem::at(file, "a row has seven columns"));
    };
    let owned = |value: &Value| text(value).to_owned();
    Ok(Placed {
        id: owned(id),
        reference: owned(reference),
        how: owned(how),
        places: strings(Some(places)).into_iter().map(str::to_owned).collect(),
        // The page groups by the first part; the whole stands in the file for whoever keeps the profiles.
        topic: text(field).split('.').next().unwrap_or_default().to_owned(),
        line: owned(line),
        reason: owned(reason),
    })
}

impl Placed {
    fn check(&self, names: &Names) -> Outcome<()> {
        let wrong = |what: String| Err(Problem::at(&self.id, what));
        if let Some(place) = self.places.iter().find(|place| !names.know(place)) {
            return wrong(format!("unknown place {place}"));
        }
        if self.places.iter().collect::<BTreeSet<_>>().len() != self.places.len() {
            return wrong("a place is named twice".to_owned());
        }
        let stands_at = |kinds: &[&str]| {
            self.places.iter().any(|place| place.split_once(':').is_some_and(|(kind, _)| kinds.contains(&kind)))
        };
        let placed = match self.how.as_str() {
            "acted" | "shown" => stands_at(&["trigger", "pathway", "caution", "page"]),
            "checklist" => stands_at(&["check"]),
            "reference" => self.places == ["page:policy"],
            "set-aside" => !self.reason.is_empty(),
            _ => return wrong(format!("how is one of: {}", TREATMENTS.join(", "))),
        };
        if !placed || self.line.is_empty() || self.reference.is_empty() || self.topic.is_empty() {
            return wrong(format!("{} without a place, a line, a reference, a field or a reason", self.how));
        }
        Ok(())
    }

    /// The pathways at which the rule stands, when it belongs to the profile.
    pub fn pathways_under<'a>(&'a self, profile: &str) -> impl Iterator<Item = &'a str> {
        let (letter, _) = self.id.split_once('-').unwrap_or_default();
        let mine = DOCUMENTS.iter().any(|(known, id, _)| (*known, *id) == (letter, profile));
        self.places.iter().filter_map(move |place| place.strip_prefix("pathway:").filter(|_| mine))
    }

    /// The rule's id.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The letter of each document's rules and its profile, as a Rust value.
pub fn documents() -> String {
    let pairs = DOCUMENTS.map(|(letter, profile, _)| (letter, profile));
    format!("pub const DOCUMENTS: [(&str, &str); {}] = {pairs:?};\n", pairs.len())
}

/// Puts the rules into the text of the words, and counts them.
pub fn put(rules: &[Placed], lines: &mut Lines) -> Outcome<usize> {
    for rule in rules {
        let places = rule.places.join(" ");
        let parts = [&rule.id, &rule.reference, &rule.how, &places, &rule.topic, &rule.line, &rule.reason];
        parts.into_iter().try_for_each(|part| lines.line(&rule.id, part))?;
    }
    Ok(rules.len())
}
