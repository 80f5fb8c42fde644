//! Reads the conditions of the rules and writes them as Rust values.

use crate::case::context::{ContextField, SettingField};
use crate::case::value::Kind;
use crate::case::vocabulary::*;
use crate::{Outcome, Problem};
use std::collections::BTreeMap;

/// Named conditions that others may use.
pub type Terms = BTreeMap<String, String>;

const FACTS: &[(&str, &str)] = &[
    ("route", "Route"),
    ("routes_open", "RoutesOpen"),
    ("reach_possible", "ReachPossible"),
    ("answered", "Answered"),
    ("prompt_none", "PromptNone"),
    ("idva_met", "IdvaMet"),
    ("hba_auto", "HbaAuto"),
    ("started", "Started"),
    ("judgement_differs", "JudgementDiffers"),
    ("second_reader", "SecondReader"),
    ("specialist_agrees", "SpecialistAgrees"),
    ("contact_allowed", "ContactAllowed"),
    ("police_always", "PoliceAlways"),
    ("review_passed", "ReviewPassed"),
];
const CLEAR: &[(&str, &str)] = &[
    ("clear", "Clear"),
    ("probable", "Probable"),
    ("unclear", "Unclear"),
    ("reversed", "Reversed"),
    ("not-started", "NotStarted"),
];

/// The Rust value of a condition.
pub fn condition(text: &str, terms: &Terms) -> Outcome<String> {
    let tokens = tokens(text);
    let mut parser = Parser { tokens: &tokens, place: 0, terms, whole: text };
    let value = parser.any()?;
    if parser.place < tokens.len() {
        return Err(parser.problem("something is left over"));
    }
    Ok(value)
}

fn tokens(text: &str) -> Vec<String> {
    text.replace('(', " ( ").replace(')', " ) ").split_whitespace().map(str::to_owned).collect()
}

struct Parser<'a> {
    tokens: &'a [String],
    place: usize,
    terms: &'a Terms,
    whole: &'a str,
}

impl Parser<'_> {
    fn problem(&self, what: &str) -> Problem {
        let near = self.tokens.get(self.place).map_or("the end", String::as_str);
        Problem::at(format!("condition \"{}\" near \"{near}\"", self.whole), what)
    }

    fn take(&mut self, word: &str) -> bool {
        let here = self.tokens.get(self.place).is_some_and(|token| token == word);
        self.place += usize::from(here);
        here
    }

    fn joined(&mut self, word: &str, name: &str, part: fn(&mut Self) -> Outcome<String>) -> Outcome<String> {
        let mut parts = vec![part(self)?];
        while self.take(word) {
            parts.push(part(self)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { format!("Condition::{name}(&[{}])", parts.join(", ")) })
    }

    fn any(&mut self) -> Outcome<String> {
        self.joined("or", "Any", Self::all)
    }

    fn all(&mut self) -> Outcome<String> {
        self.joined("and", "All", Self::one)
    }

    fn one(&mut self) -> Outcome<String> {
        if self.take("not") {
            return Ok(format!("Condition::Not(&{})", self.one()?));
        }
        if self.take("(") {
            let inner = self.any()?;
            return if self.take(")") { Ok(inner) } else { Err(self.problem("a ) is missing")) };
        }
        let Some(token) = self.tokens.get(self.place).cloned() else {
            return Err(self.problem("a condition is missing"));
        };
        let value = self.atom(&token)?;
        self.place += 1;
        Ok(value)
    }

    fn atom(&self, token: &str) -> Outcome<String> {
        if token == "always" {
            return Ok("Condition::Always".into());
        }
        if let Some(item) = token.strip_prefix('q') {
            let (number, answer) = item.strip_suffix('?').map_or((item, "Yes"), |number| (number, "DontKnow"));
            return match number.parse::<u8>() {
                Ok(number @ 1..=24) => Ok(format!("Condition::Item({number}, ItemAnswer::{answer})")),
                _ => Err(self.problem("items are q1 to q24")),
            };
        }
        if let Some(fact) = token.strip_prefix('@') {
            return self.named(FACTS, fact, "Fact(Fact");
        }
        if let Some(id) = token.strip_prefix("indicator:") {
            let id = IndicatorId::from_text(id).ok_or_else(|| self.problem("no such indicator"))?;
            return Ok(format!("Condition::Indicator(IndicatorId::{id:?})"));
        }
        if let Some(flag) = token.strip_prefix("flag:") {
            let flag = Flag::from_text(flag).ok_or_else(|| self.problem("no such flag"))?;
            return Ok(format!("Condition::Flag(Flag::{flag:?})"));
        }
        if let Some((field, values)) = token.split_once('=') {
            return self.comparison(field, values);
        }
        let term = self.terms.get(token).ok_or_else(|| self.problem("no such term"))?;
        condition(term, self.terms)
    }

    fn named(&self, table: &[(&str, &str)], name: &str, kind: &str) -> Outcome<String> {
        let (_, variant) =
            table.iter().find(|(known, _)| *known == name).ok_or_else(|| self.problem("no such name"))?;
        Ok(format!("Condition::{kind}::{variant})"))
    }

    fn comparison(&self, field: &str, values: &str) -> Outcome<String> {
        match field {
            "profile" => return Ok(format!("Condition::Profile({values:?})")),
            "clear" => return self.named(CLEAR, values, "Clear(Clear"),
            "judgement" => {
                let judgement = Judgement::from_text(values).ok_or_else(|| self.problem("no such judgement"))?;
                return Ok(format!("Condition::Judgement(Judgement::{judgement:?})"));
            }
            _ => {}
        }
        let (listed, absent): (Vec<_>, Vec<_>) = values.split('|').partition(|value| *value != "absent");
        let allowed = |kind: Kind| match kind {
            Kind::One(texts) | Kind::Any(texts) => listed.iter().all(|value| texts.contains(value)),
            _ => false,
        };
        if let Some(field) = ContextField::from_name(field) {
            return if allowed(field.kind()) {
                Ok(format!("Condition::Field(ContextField::{field:?}, &{listed:?}, {})", !absent.is_empty()))
            } else {
                Err(self.problem("the field cannot hold this value"))
            };
        }
        match SettingField::from_name(field) {
            Some(field) if allowed(field.kind()) && absent.is_empty() => {
                Ok(format!("Condition::Setting(SettingField::{field:?}, &{listed:?})"))
            }
            _ => Err(self.problem("no such field, or it cannot hold this value")),
        }
    }
}
