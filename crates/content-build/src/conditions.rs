//! The conditions of the triggers: read from text, then written as Rust values.

use crate::reading::{Outcome, Problem};
use indexmap::IndexMap;
use serde::Deserialize;
use waymark_case::ItemNumber;
use waymark_case::context::{ContextField, SettingField};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_catalogue::{Clear, Fact};

/// The names that a condition may use.
pub struct Names {
    /// The named conditions of `terms.toml`.
    pub terms: IndexMap<String, Condition>,
    /// The number of each Dash item, in their order.
    pub items: IndexMap<String, ItemNumber>,
    /// The indicators, in the order of their table.
    pub indicators: IndexMap<String, IndicatorId>,
    /// The ids of the profiles.
    pub profiles: &'static [&'static str],
}

/// A condition as it is written. What it names by a name of the content (items, indicators, profiles, terms) is looked up
/// when it is written as Rust.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Condition {
    #[default]
    Always,
    Item(String, Vec<ItemAnswer>),
    Field(ContextField, Among, bool),
    Setting(SettingField, Among),
    Indicator(String),
    Flag(Flag),
    Profile(String),
    Judgement(Judgement),
    Clear(Clear),
    Fact(Fact),
    Term(String),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

/// Values of a field: their texts, and as bits by their place in its vocabulary.
#[derive(Clone, Debug)]
pub struct Among {
    texts: Vec<String>,
    members: u32,
}

impl TryFrom<String> for Condition {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let tokens: Vec<&str> = spaced.split_whitespace().collect();
        let mut parser = Parser { tokens: &tokens, place: 0 };
        let read = parser.any().and_then(|condition| match parser.tokens.get(parser.place) {
            None => Ok(condition),
            Some(_) => Err("something is left over"),
        });
        read.map_err(|what| {
            let near = tokens.get(parser.place).unwrap_or(&"the end");
            let written = text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("condition \"{written}\" near \"{near}\": {what}")
        })
    }
}

struct Parser<'a> {
    tokens: &'a [&'a str],
    place: usize,
}

type Parsed = Result<Condition, &'static str>;

impl Parser<'_> {
    fn take(&mut self, word: &str) -> bool {
        let here = self.tokens.get(self.place).is_some_and(|token| *token == word);
        self.place += usize::from(here);
        here
    }

    fn joined(&mut self, word: &str, part: fn(&mut Self) -> Parsed, join: fn(Vec<Condition>) -> Condition) -> Parsed {
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take(word) {
            parts.push(part(self)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { join(parts) })
    }

    fn any(&mut self) -> Parsed {
        self.joined("or", Self::all, Condition::Any)
    }

    fn all(&mut self) -> Parsed {
        self.joined("and", Self::one, Condition::All)
    }

    fn one(&mut self) -> Parsed {
        if self.take("not") {
            return Ok(Condition::Not(Box::new(self.one()?)));
        }
        if self.take("(") {
            let inner = self.any()?;
            return if self.take(")") { Ok(inner) } else { Err("a ) is missing") };
        }
        let token = self.tokens.get(self.place).ok_or("a condition is missing")?;
        let condition = atom(token)?;
        self.place += 1;
        Ok(condition)
    }
}

fn atom(token: &str) -> Parsed {
    if token == "always" {
        return Ok(Condition::Always);
    }
    if let Some(fact) = token.strip_prefix('@') {
        return Fact::from_text(fact).map(Condition::Fact).ok_or("no such fact");
    }
    if let Some(name) = token.strip_prefix("indicator:") {
        return Ok(Condition::Indicator(name.to_owned()));
    }
    if let Some(flag) = token.strip_prefix("flag:") {
        return Flag::from_text(flag).map(Condition::Flag).ok_or("no such flag");
    }
    let Some((field, values)) = token.split_once('=') else {
        return Ok(Condition::Term(token.to_owned()));
    };
    if let Some(item) = field.strip_prefix("dash.") {
        let answer = |text: &str| match text {
            "yes" => Ok(ItemAnswer::Yes),
            "no" => Ok(ItemAnswer::No),
            "dont-know" => Ok(ItemAnswer::DontKnow),
            _ => Err("an item is answered yes, no or dont-know"),
        };
        return Ok(Condition::Item(item.to_owned(), values.split('|').map(answer).collect::<Result<_, _>>()?));
    }
    match field {
        "profile" => Ok(Condition::Profile(values.to_owned())),
        "clear" => Clear::from_text(values).map(Condition::Clear).ok_or("clear cannot be this"),
        "judgement" => Judgement::from_text(values).map(Condition::Judgement).ok_or("no such judgement"),
        _ => compared(field, values),
    }
}

fn compared(field: &str, values: &str) -> Parsed {
    let (listed, absent): (Vec<_>, Vec<_>) = values.split('|').partition(|value| *value != "absent");
    let among = |kind: Kind| {
        let (Kind::One(texts) | Kind::Any(texts)) = kind else { return None };
        let places = listed.iter().map(|value| texts.iter().position(|text| text == value));
        let members = places.map(|place| 1u32.checked_shl(u32::try_from(place?).ok()?)).sum::<Option<u32>>()?;
        Some(Among { texts: listed.iter().map(|text| (*text).to_owned()).collect(), members })
    };
    const CANNOT: &str = "the field cannot hold this value";
    if let Some(field) = ContextField::from_name(field) {
        return Ok(Condition::Field(field, among(field.kind()).ok_or(CANNOT)?, !absent.is_empty()));
    }
    match SettingField::from_name(field) {
        Some(_) if !absent.is_empty() => Err("a setting is never absent"),
        Some(field) => Ok(Condition::Setting(field, among(field.kind()).ok_or(CANNOT)?)),
        None => Err("no such field"),
    }
}

impl Among {
    fn rust(&self) -> String {
        format!("Values {{ texts: &{:?}, members: {} }}", self.texts, self.members)
    }
}

impl Condition {
    /// The Rust value of the condition.
    ///
    /// # Errors
    /// A name that the content does not have, or a term that names itself.
    pub fn rust(&self, names: &Names) -> Outcome<String> {
        self.within(names, &mut Vec::new())
    }

    /// The same; `open` holds the terms in which this condition stands.
    fn within<'a>(&'a self, names: &'a Names, open: &mut Vec<&'a str>) -> Outcome<String> {
        let unknown = |kind: &str, name: &str| Problem::at("condition", format!("no such {kind}: {name}"));
        Ok(match self {
            Self::Always => "Condition::Always".to_owned(),
            Self::Item(..) => joined("Any", &self.answers(names)?),
            Self::Field(field, values, absent) => {
                format!("Condition::Field(ContextField::{field:?}, {}, {absent})", values.rust())
            }
            Self::Setting(field, values) => format!("Condition::Setting(SettingField::{field:?}, {})", values.rust()),
            Self::Indicator(name) => {
                let id = names.indicators.get(name).ok_or_else(|| unknown("indicator", name))?;
                format!("Condition::Indicator(IndicatorId::{id:?})")
            }
            Self::Flag(flag) => format!("Condition::Flag(Flag::{flag:?})"),
            Self::Profile(id) if names.profiles.contains(&id.as_str()) => format!("Condition::Profile({id:?})"),
            Self::Profile(id) => return Err(unknown("profile", id)),
            Self::Judgement(judgement) => format!("Condition::Judgement(Judgement::{judgement:?})"),
            Self::Clear(clear) => format!("Condition::Clear(Clear::{clear:?})"),
            Self::Fact(fact) => format!("Condition::Fact(Fact::{fact:?})"),
            Self::Term(name) => {
                if open.contains(&name.as_str()) {
                    return Err(Problem::at("condition", format!("the term {name} names itself")));
                }
                let term = names.terms.get(name).ok_or_else(|| unknown("term", name))?;
                open.push(name);
                let written = term.within(names, open)?;
                open.pop();
                written
            }
            Self::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| part.within(names, open)).collect::<Outcome<_>>()?;
                joined("All", &parts)
            }
            Self::Any(parts) => {
                let mut written = Vec::new();
                for part in parts {
                    match part {
                        Self::Item(..) => written.extend(part.answers(names)?),
                        part => written.push(part.within(names, open)?),
                    }
                }
                joined("Any", &written)
            }
            Self::Not(part) => format!("Condition::Not(&{})", part.within(names, open)?),
        })
    }

    /// A condition for each of an item's answers; none for any other condition.
    fn answers(&self, names: &Names) -> Outcome<Vec<String>> {
        let Self::Item(name, answers) = self else { return Ok(Vec::new()) };
        let number = names.items.get(name);
        let number = number.ok_or_else(|| Problem::at("condition", format!("no such item: {name}")))?;
        let number = number.get();
        Ok(answers.iter().map(|answer| format!("Condition::Item({number}, ItemAnswer::{answer:?})")).collect())
    }
}

fn joined(name: &str, parts: &[String]) -> String {
    match parts {
        [one] => one.clone(),
        parts => format!("Condition::{name}(&[{}])", parts.join(", ")),
    }
}
