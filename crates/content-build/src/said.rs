//! Reads what each policy says (`profiles/<id>.toml`) against the schema of a profile (`profiles/schema.toml`), and puts what
//! a worker reads of it into the text of the words. A field outside the schema, a value it cannot hold, a value without a
//! rule of the same document, or one without words stops the build.

use crate::lines::Lines;
use crate::placed::{DOCUMENTS, Placed};
use crate::policy::{Deadline, Policy, Timescale, Value};
use crate::reading::{Outcome, Problem, Text, read_as};
use indexmap::IndexMap;
use serde::Deserialize;
use std::fmt::{self, Display, Formatter};
use std::path::Path;
use waymark_case::vocabulary::Vocabulary;

/// What the five documents say, checked.
pub struct Said {
    schema: IndexMap<String, Field>,
    profiles: Vec<(&'static str, Policy)>,
}

/// A field of the schema: what it may hold, and the page on which it is shown, if any.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    kind: Kind,
    #[serde(default)]
    page: String,
}

/// What a field may hold.
#[derive(Deserialize)]
#[serde(try_from = "String")]
enum Kind {
    Flag,
    /// A whole number from the one to the other.
    Number(i64, i64),
    Text,
    /// A word or a few that stand inside sentences.
    Word,
    /// Some texts.
    Texts,
    /// Rules of the same document.
    Rules,
    /// One of these.
    One(Vec<String>),
    /// Some of these.
    Any(Vec<String>),
}

impl TryFrom<String> for Kind {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let mut words = text.split(' ').map(str::to_owned);
        let kind = words.next().unwrap_or_default();
        let codes: Vec<_> = words.collect();
        match (kind.as_str(), codes.as_slice()) {
            ("flag", []) => Ok(Self::Flag),
            ("number", [least, most]) => match (least.parse(), most.parse()) {
                (Ok(least), Ok(most)) if least < most => Ok(Self::Number(least, most)),
                _ => Err(format!("a number names the least and the most, not {text}")),
            },
            ("text", []) => Ok(Self::Text),
            ("word", []) => Ok(Self::Word),
            ("texts", []) => Ok(Self::Texts),
            ("rules", []) => Ok(Self::Rules),
            ("one", [_, ..]) => Ok(Self::One(codes)),
            ("any", [_, ..]) => Ok(Self::Any(codes)),
            _ => Err(format!(
                "a kind is flag, text, word, texts, rules, number with its bounds, or one or any with codes, not {text}"
            )),
        }
    }
}

impl Display for Kind {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => out.write_str("flag"),
            Self::Number(least, most) => write!(out, "number {least} {most}"),
            Self::Text => out.write_str("text"),
            Self::Word => out.write_str("word"),
            Self::Texts => out.write_str("texts"),
            Self::Rules => out.write_str("rules"),
            Self::One(codes) => write!(out, "one {}", codes.join(" ")),
            Self::Any(codes) => write!(out, "any {}", codes.join(" ")),
        }
    }
}

/// The words of a language for what the policies say (`policy.toml`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyWords {
    field: IndexMap<String, FieldWords>,
    about: IndexMap<String, Text>,
    silent: IndexMap<String, Text>,
    floor: IndexMap<String, Text>,
    limit: IndexMap<String, Text>,
    limit_unit: IndexMap<String, Text>,
    limit_from: IndexMap<String, Text>,
    limit_exception: IndexMap<String, Text>,
    limit_firm: IndexMap<String, Text>,
    limit_by: IndexMap<String, Text>,
}

/// The words of a field: `label`, and a text for each code that it may hold (`every` for a number).
type FieldWords = IndexMap<String, Text>;

impl Said {
    /// Reads the profiles and checks every value.
    pub fn read(content: &Path, placed: &[Placed]) -> Outcome<Self> {
        let schema = read_as(content, "profiles/schema.toml")?;
        let mut profiles = Vec::new();
        for (letter, id, _) in DOCUMENTS {
            let policy = Policy::read(content, id)?;
            check(id, letter, &policy, &schema, placed)?;
            profiles.push((id, policy));
        }
        Ok(Self { schema, profiles })
    }

    /// Puts the fields that have words in this language, each with what the policies say, and counts them.
    pub fn put_fields(&self, file: &str, words: &PolicyWords, lines: &mut Lines) -> Outcome<usize> {
        if let Some(unknown) = words.field.keys().find(|name| !self.schema.contains_key(*name)) {
            return Err(Problem::at(file, format!("[field.{unknown}] is no field of the schema")));
        }
        let mut count = 0;
        for (field, about) in self.schema.iter().filter(|(_, about)| !about.page.is_empty()) {
            let place = format!("{file} [field.{field}]");
            let words = words.field.get(field).ok_or_else(|| Problem::at(&place, "is missing"))?;
            let label = check_words(&place, words, &about.kind)?;
            lines.line(&place, &about.page)?;
            lines.line(&place, label.as_ref())?;
            let mut said = Vec::new();
            for (profile, policy) in &self.profiles {
                let Some(saying) = policy.says.get(field) else { continue };
                said.push((*profile).to_owned());
                said.push(in_words(&place, &saying.is, words)?);
                said.push(saying.rules.join(", "));
                said.push(if saying.inferred { "inferred" } else { "stated" }.to_owned());
            }
            lines.list(&place, &said)?;
            count += 1;
        }
        Ok(count)
    }

    /// Puts the schema, by which an area's own values are checked: a line for each field, its path without the group that it
    /// shares with the line before, and what it may hold.
    pub fn put_schema(&self, lines: &mut Lines) -> Outcome<()> {
        let mut before = "";
        let mut fields = Vec::new();
        for (path, field) in &self.schema {
            let (group, name) = path.rsplit_once('.').unwrap_or(("", path));
            fields.push(format!("{}.{name} {}", if group == before { "" } else { group }, field.kind));
            before = group;
        }
        lines.list("profiles/schema.toml", &fields)
    }

    /// Puts what is told of each document: about it, where it is silent, where the safety floor comes before it.
    pub fn put_documents(&self, file: &str, words: &PolicyWords, lines: &mut Lines) -> Outcome<()> {
        let worded = |kind: &IndexMap<String, Text>, key: &str| {
            let found = kind.get(key).map(Text::to_string);
            found.ok_or_else(|| Problem::at(file, format!("there are no words for {key}")))
        };
        for (profile, policy) in &self.profiles {
            let place = format!("profiles/{profile}.toml");
            let silent: Vec<String> =
                policy.meta.silent_on.iter().map(|code| worded(&words.silent, code)).collect::<Outcome<_>>()?;
            let mut floor = Vec::new();
            for entry in &policy.floor {
                floor.push(worded(&words.floor, &entry.words)?);
                floor.push([entry.rules.as_slice(), std::slice::from_ref(&entry.clause)].concat().join(", "));
            }
            let mut limits = Vec::new();
            for limit in &policy.timescale {
                limits.push(worded(&words.limit, &limit.trigger)?);
                limits.push(limit_in_words(limit, words, &worded)?);
                limits.push(limit.rule.clone());
            }
            lines.line(&place, profile)?;
            lines.line(&place, &worded(&words.about, profile)?)?;
            lines.list(&place, &limits)?;
            lines.list(&place, &silent)?;
            lines.list(&place, &floor)?;
        }
        lines.line(file, &worded(&words.about, "default")?)
    }
}

/// A time limit as a sentence: how long, from when, with what exception, how firm, for whom.
fn limit_in_words(
    limit: &Timescale,
    all: &PolicyWords,
    worded: &impl Fn(&IndexMap<String, Text>, &str) -> Outcome<String>,
) -> Outcome<String> {
    let unit = match (limit.unit.as_deref(), limit.limit) {
        (Some(unit @ ("working_days" | "months")), Some(1)) => format!("{unit}_1"),
        (Some(unit), Some(_)) => unit.to_owned(),
        _ => "none".to_owned(),
    };
    let mut words = worded(&all.limit_unit, &unit)?.replace("{n}", &limit.limit.unwrap_or_default().to_string());
    if let Some(clock) = &limit.clock {
        words = format!("{words} {}", worded(&all.limit_from, clock)?);
    }
    if let Some(exception) = &limit.exception {
        words = format!("{words}, {}", worded(&all.limit_exception, exception)?);
    }
    let firm = limit.strictness.as_deref().map(|firm| worded(&all.limit_firm, firm)).transpose()?;
    let by = limit.by.as_deref().map(|by| worded(&all.limit_by, by)).transpose()?;
    let more: Vec<String> = firm.into_iter().chain(by).collect();
    Ok(if more.is_empty() { words } else { format!("{words}. {}", more.join(": ")) })
}

/// Checks the words of a field: a label, which is returned, and no code that it cannot hold.
fn check_words<'a>(place: &str, words: &'a FieldWords, kind: &Kind) -> Outcome<&'a Text> {
    for code in words.keys() {
        let known = match (code.as_str(), kind) {
            ("label", _) | ("every", Kind::Number(..)) | ("true" | "false", Kind::Flag) => true,
            (code, Kind::One(codes) | Kind::Any(codes)) => codes.iter().any(|known| known == code),
            _ => false,
        };
        if !known {
            return Err(Problem::at(place, format!("{code} is no value of this field")));
        }
    }
    words.get("label").ok_or_else(|| Problem::at(place, "label is missing"))
}

/// A value in words: each of its codes has its own, a number stands in a sentence, a text stands for itself.
fn in_words(place: &str, value: &Value, words: &FieldWords) -> Outcome<String> {
    let word = |code: &str| {
        let found = words.get(code).map(Text::to_string);
        found.ok_or_else(|| Problem::at(place, format!("the value {code} has no words")))
    };
    match value {
        Value::Flag(on) => word(if *on { "true" } else { "false" }),
        Value::Number(number) => Ok(word("every")?.replace("{n}", &number.to_string())),
        Value::Text(own) if words.len() == 1 => Ok(own.clone()),
        Value::Text(code) => word(code),
        Value::List(codes) => Ok(codes.iter().map(|code| word(code)).collect::<Outcome<Vec<_>>>()?.join("; ")),
    }
}

fn check(id: &str, letter: &str, policy: &Policy, schema: &IndexMap<String, Field>, placed: &[Placed]) -> Outcome<()> {
    let place = format!("profiles/{id}.toml");
    let own = |rule: &str| placed.iter().any(|known| known.id() == rule) && rule.starts_with(letter);
    let rules = |at: &str, all: &[String]| -> Outcome<()> {
        match all.iter().find(|rule| !own(rule) && !rule.starts_with("C1.3.")) {
            Some(foreign) => Err(Problem::at(at, format!("{foreign} is no rule of this document"))),
            None if all.is_empty() => Err(Problem::at(at, "names no rule")),
            None => Ok(()),
        }
    };
    for (field, value) in &policy.says {
        let at = format!("{place} {field}");
        let about = schema.get(field).ok_or_else(|| Problem::at(&at, "expected a field of the schema"))?;
        if !about.kind.fits(&value.is, &own) {
            return Err(Problem::at(at, "the field cannot hold this value"));
        }
        rules(&at, &value.rules)?;
    }
    // A limit on a card names its duty, and that stands in the words of the time limit with the same rule.
    let limit_of = |deadline: &Deadline| policy.timescale.iter().any(|limit| limit.rule == deadline.rule);
    if let Some(bare) = policy.deadline.iter().find(|deadline| !limit_of(deadline)) {
        return Err(Problem::at(&place, format!("no [[timescale]] names the duty of {}", bare.rule)));
    }
    rules(&format!("{place} [meta]"), &policy.meta.rules)?;
    let one = std::slice::from_ref::<String>;
    let roles = policy.role.iter().map(|role| ("role", role.rules.as_slice()));
    let limits = policy.timescale.iter().map(|limit| ("timescale", one(&limit.rule)));
    let regulators = policy.regulator.iter().map(|regulator| ("regulator", one(&regulator.rule)));
    let partners = policy.partner.iter().map(|partner| ("partner", one(&partner.rule)));
    let floor = policy.floor.iter().map(|floor| ("floor", floor.rules.as_slice()));
    for (list, all) in roles.chain(limits).chain(regulators).chain(partners).chain(floor) {
        rules(&format!("{place} [[{list}]]"), all)?;
    }
    same_for_the_engine(&place, policy)
}

/// The values that the engine reads are those that the document says.
fn same_for_the_engine(place: &str, policy: &Policy) -> Outcome<()> {
    let says = |field: &str| policy.says.get(field).map(|saying| &saying.is);
    let contact = match says("perpetrator.contactMode") {
        Some(Value::Text(mode)) => *mode == policy.contact.text().replace('-', "_"),
        _ => false,
    };
    let count = match says("marac.ticks") {
        Some(Value::Number(ticks)) => Some(*ticks) == policy.count.map(i64::from),
        None => policy.count.is_none(),
        Some(_) => false,
    };
    if contact && count { Ok(()) } else { Err(Problem::at(place, "contact or count is not what the document says")) }
}

impl Kind {
    /// True when a value is of this kind.
    fn fits(&self, value: &Value, own: &impl Fn(&str) -> bool) -> bool {
        let listed = |codes: &[String], code: &str| codes.iter().any(|known| known == code);
        match (self, value) {
            (Self::Flag, Value::Flag(_)) => true,
            (Self::Number(least, most), Value::Number(number)) => (least..=most).contains(&number),
            (Self::Texts, Value::List(list)) => !list.is_empty(),
            (Self::Text | Self::Word, Value::Text(text)) => !text.is_empty(),
            (Self::Rules, Value::List(rules)) => !rules.is_empty() && rules.iter().all(|rule| own(rule)),
            (Self::One(codes) | Self::Any(codes), Value::Text(code)) => listed(codes, code),
            (Self::One(codes), Value::Flag(on)) => listed(codes, if *on { "true" } else { "false" }),
            (Self::Any(codes), Value::List(list)) => !list.is_empty() && list.iter().all(|code| listed(codes, code)),
            _ => false,
        }
    }
}
