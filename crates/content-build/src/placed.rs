//! Reads every rule of the five documents and where it is placed, from `rules/*.toml`. A missing or repeated id, an unknown
//! place, a rule with no place, or one set aside without a reason stops the build.

use crate::lines::Lines;
use crate::reading::{Outcome, Problem, Rows, read_as};
use std::collections::BTreeSet;
use std::path::Path;
use waymark_case::vocabulary::*;
use waymark_catalogue::{CautionId, Treatment};

/// The documents: the letter of their rules, their profile, and how many rules each has.
pub const DOCUMENTS: [(&str, &str, usize); 5] = [
    ("D", "daha-supported", 108),
    ("P", "peaks-plains", 113),
    ("W", "south-wales", 30),
    ("H", "housing21", 168),
    ("S", "herts-2024", 53),
];
/// The pages on which a rule can stand.
const PAGES: [&str; 8] = ["policy", "situation", "identify", "dash", "next-steps", "record", "settings", "about"];

/// One rule of a document.
pub struct Placed {
    id: String,
    reference: String,
    how: Treatment,
    places: Vec<String>,
    topic: String,
    line: String,
    reason: String,
}

/// The ids that a place may name.
pub struct Places {
    pub triggers: BTreeSet<String>,
    pub checks: BTreeSet<String>,
}

impl Places {
    fn know(&self, place: &str) -> bool {
        match place.split_once(':') {
            Some(("trigger", id)) => self.triggers.contains(id),
            Some(("caution", id)) => CautionId::from_text(id).is_some(),
            Some(("pathway", id)) => PathwayId::from_text(id).is_some(),
            Some(("page", id)) => PAGES.contains(&id),
            Some(("check", id)) => self.checks.contains(id),
            _ => false,
        }
    }
}

/// Reads every rule, in the order of the documents and of their numbers.
pub fn placed(content: &Path, places: &Places) -> Outcome<Vec<Placed>> {
    let mut all = Vec::new();
    for (letter, profile, count) in DOCUMENTS {
        let file = format!("rules/{profile}.toml");
        let rows = read_as::<Rows<Row>>(content, &file)?.rows;
        if rows.len() != count {
            return Err(Problem::at(&file, format!("{count} rules were expected, {} are there", rows.len())));
        }
        for (number, row) in (1..).zip(rows) {
            let rule = one(row);
            if rule.id != format!("{letter}-{number:02}") {
                return Err(Problem::at(&file, format!("{} stands where {letter}-{number:02} belongs", rule.id)));
            }
            rule.check(places).map_err(|problem| problem.within(&file))?;
            all.push(rule);
        }
    }
    Ok(all)
}

/// Id, reference, what becomes of it, where, the field of the profile, the line, the reason.
type Row = (String, String, Treatment, Vec<String>, String, String, String);

fn one((id, reference, how, places, field, line, reason): Row) -> Placed {
    // The page groups by the first part; the whole stands in the file for whoever keeps the profiles.
    let topic = field.split('.').next().unwrap_or_default().to_owned();
    Placed { id, reference, how, places, topic, line, reason }
}

impl Placed {
    fn check(&self, known: &Places) -> Outcome<()> {
        let wrong = |what: String| Err(Problem::at(&self.id, what));
        if let Some(place) = self.places.iter().find(|place| !known.know(place)) {
            return wrong(format!("unknown place {place}"));
        }
        if self.places.iter().collect::<BTreeSet<_>>().len() != self.places.len() {
            return wrong("a place is named twice".to_owned());
        }
        let stands_at = |kinds: &[&str]| {
            self.places.iter().any(|place| place.split_once(':').is_some_and(|(kind, _)| kinds.contains(&kind)))
        };
        let placed = match self.how {
            Treatment::Acted | Treatment::Shown => stands_at(&["trigger", "pathway", "caution", "page"]),
            Treatment::Checklist => stands_at(&["check"]),
            Treatment::Reference => self.places == ["page:policy"],
            Treatment::SetAside => !self.reason.is_empty(),
        };
        if !placed || self.line.is_empty() || self.reference.is_empty() || self.topic.is_empty() {
            return wrong(format!("{} without a place, a line, a reference, a field or a reason", self.how.text()));
        }
        Ok(())
    }

    /// The pathways at which the rule stands, when it belongs to the profile.
    pub fn pathways_under<'a>(&'a self, profile: &str) -> impl Iterator<Item = PathwayId> + use<'a> {
        let (letter, _) = self.id.split_once('-').unwrap_or_default();
        let mine = DOCUMENTS.iter().any(|(known, id, _)| (*known, *id) == (letter, profile));
        self.places
            .iter()
            .filter_map(move |place| place.strip_prefix("pathway:").filter(|_| mine))
            .filter_map(PathwayId::from_text)
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
        let parts = [&rule.id, &rule.reference, rule.how.text(), &places, &rule.topic, &rule.line, &rule.reason];
        parts.into_iter().try_for_each(|part| lines.line(&rule.id, part))?;
    }
    Ok(rules.len())
}
