//! The library of vignettes: reads `vignettes/*.toml` strictly and puts what ships into the words' text.
//!
//! A file is a whole vignette, or one that is `like` another and tells only what differs; its moments are always its own. What the tests alone need
//! (`covers`, `differs`, `expect`, `told`) is known here and does not ship.

use crate::lines::Lines;
use crate::moments::{self, Moment};
use crate::reading::{Outcome, Problem, Text, names_in, read_as};
use crate::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use waymark_case::context::ContextField;
use waymark_case::vocabulary::*;

/// What a file may hold. What one that is `like` another leaves out stands in the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Number,
    like: Option<Number>,
    title: Option<Text>,
    setting: Option<Text>,
    warning: Option<Text>,
    #[serde(default)]
    story: Vec<Text>,
    #[serde(default)]
    instead: BTreeMap<String, Text>,
    #[serde(default)]
    case: String,
    #[serde(default)]
    reasons: BTreeMap<String, Vec<String>>,
    traps: Option<Vec<Text>>,
    discuss: Option<Vec<Text>>,
    pair: Option<Pair>,
    #[serde(default, rename = "moment")]
    moments: Vec<Moment>,
    covers: Option<Vec<Text>>,
    #[serde(rename = "differs")]
    _differs: Option<Vec<String>>,
    #[serde(rename = "expect")]
    _expect: Option<String>,
    #[serde(default, rename = "told")]
    _told: BTreeMap<String, String>,
}

/// The number of a vignette.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "u8")]
struct Number(u8);

impl TryFrom<u8> for Number {
    type Error = &'static str;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if (1..=199).contains(&number) { Ok(Self(number)) } else { Err("an id is from 1 to 199") }
    }
}

/// Two vignettes that differ in one fact.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    id: Number,
    fact: Text,
}

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
    let mut all = BTreeMap::new();
    for name in names_in(&content.join("vignettes"))? {
        let place = format!("vignettes/{name}.toml");
        let file: File = read_as(content, &place)?;
        let id = file.id;
        if !name.starts_with(&format!("{:02}-", id.0)) {
            return Err(Problem::at(place, format!("the name of the file does not start with its id, {}", id.0)));
        }
        if all.insert(id, (place, file)).is_some() {
            return Err(Problem::at(name, format!("the id {} is taken", id.0)));
        }
    }
    for (place, file) in all.values() {
        let like = |id: Number| match all.get(&id) {
            Some((_, like)) => Ok(like),
            None => Err(Problem::at(place, format!("there is no {}", id.0))),
        };
        Vignette { place, file, like: file.like.map(like).transpose()? }.put(sources, lines)?;
    }
    Ok(all.len())
}

struct Vignette<'a> {
    place: &'a str,
    file: &'a File,
    like: Option<&'a File>,
}

impl<'a> Vignette<'a> {
    /// A value of this file, or of the one it is like.
    fn needed<T>(&self, key: &str, value: impl Fn(&'a File) -> Option<&'a T>) -> Outcome<&'a T> {
        let found = value(self.file).or_else(|| value(self.like?));
        found.ok_or_else(|| Problem::at(self.place, format!("{key} is missing")))
    }

    /// The same for a list that may not be empty.
    fn listed(&self, key: &str, value: impl Fn(&'a File) -> Option<&'a Vec<Text>>) -> Outcome<&'a [Text]> {
        self.needed(key, |file| value(file).filter(|list| !list.is_empty())).map(Vec::as_slice)
    }

    fn put(&self, sources: &Sources, lines: &mut Lines) -> Outcome<()> {
        let (title, setting, warning) = (
            self.needed("title", |file| file.title.as_ref())?,
            self.needed("setting", |file| file.setting.as_ref())?,
            self.needed("warning", |file| file.warning.as_ref())?,
        );
        // For the tests alone.
        self.listed("covers", |file| file.covers.as_ref())?;
        lines.line(self.place, &self.file.id.0.to_string())?;
        for words in [title, setting, warning] {
            lines.line(self.place, words.as_ref())?;
        }
        lines.list(self.place, &self.story()?)?;
        lines.list(self.place, &self.case()?)?;
        lines.list(self.place, &self.reasons(sources)?)?;
        lines.list(self.place, self.listed("traps", |file| file.traps.as_ref())?)?;
        lines.list(self.place, self.listed("discuss", |file| file.discuss.as_ref())?)?;
        let pair = self.file.pair.as_ref().map(|pair| [pair.id.0.to_string(), pair.fact.to_string()]);
        lines.list(self.place, pair.as_ref().map_or(&[][..], |pair| pair))?;
        moments::put(self.place, &self.file.moments, lines)
    }

    /// The story; `instead` gives a paragraph by its number in the place of the one told there.
    fn story(&self) -> Outcome<Vec<Text>> {
        let told = |file: &'a File| Some(&file.story).filter(|story| !story.is_empty());
        let mut story = self.needed("story", told)?.clone();
        for (number, paragraph) in &self.file.instead {
            let place = number.parse::<usize>().ok().and_then(|number| story.get_mut(number.checked_sub(1)?));
            *place.ok_or_else(|| Problem::at(self.place, format!("instead.{number}: no such paragraph")))? =
                paragraph.clone();
        }
        Ok(story)
    }

    /// The case, a line each. Lines of this file stand in the place of those that answer the same in the other; `not F1`
    /// takes one away.
    fn case(&self) -> Outcome<Vec<String>> {
        let lines = |file: &File| {
            let lines = file.case.lines().map(|line| line.trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        let mut case = self.like.map(lines).unwrap_or_default();
        for line in lines(self.file) {
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
        if case.is_empty() {
            return Err(Problem::at(self.place, "case is missing"));
        }
        match case.iter().find(|line| !is_answer(line)) {
            Some(line) => Err(Problem::at(self.place, format!("this is no answer: {line}"))),
            None => Ok(case),
        }
    }

    fn reasons(&self, sources: &Sources) -> Outcome<Vec<String>> {
        let mut all: BTreeMap<&str, &[String]> = BTreeMap::new();
        for file in self.like.into_iter().chain([self.file]) {
            all.extend(file.reasons.iter().map(|(about, reason)| (about.as_str(), reason.as_slice())));
        }
        let mut out = Vec::new();
        for (about, reason) in all {
            let place = format!("{} reasons.{about}", self.place);
            // An empty list takes away what stands in the other file.
            let [why, rules @ ..] = reason else { continue };
            if !is_kind(about) {
                return Err(Problem::at(place, "this names nothing known"));
            }
            if rules.is_empty() {
                return Err(Problem::at(place, "a rule or a source is missing"));
            }
            rules.iter().try_for_each(|rule| sources.check(&place, rule))?;
            out.extend([about.to_owned(), why.clone(), rules.join(" ")]);
        }
        Ok(out)
    }
}

/// What a line answers: items together by their answer, flags one by one.
fn about(line: &str) -> String {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default();
    match name {
        "flag" => line.to_owned(),
        _ => name.to_owned(),
    }
}

fn is_answer(line: &str) -> bool {
    let Some((name, values)) = line.split_once(' ') else { return false };
    if let Some(field) = ContextField::from_name(name) {
        let mut context = waymark_case::context::Context::default();
        return values.split(' ').all(|value| context.field_mut(field).choose(Some(value)).is_ok());
    }
    match name {
        _ if IndicatorId::from_text(name).is_some() => values.split(' ').next().and_then(Who::from_text).is_some(),
        "yes" | "no" | "dk" => values.split(' ').all(is_item),
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
