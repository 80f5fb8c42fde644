//! Writes the words of each language as three texts, and stops where a word is missing.

use crate::conditions::Names;
use crate::law;
use crate::lines::Lines;
use crate::pages;
use crate::parts::Texts;
use crate::pathways::{PathwayWords, Pathways, Told};
use crate::reading::{ENGLISH, Outcome, Problem, Text, read_as};
use crate::recipes::Recipes;
use crate::said::{PolicyWords, Said};
use crate::service_check::ServiceCheck;
use crate::sources::Sources;
use crate::texts;
use indexmap::IndexMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use waymark_case::context::{ContextField, SettingField};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_catalogue::CautionId;

/// The most steps of a pathway: what stands on its card is read standing up.
const STEPS: usize = 3;

/// What a language becomes: its texts, and the Rust that knows what stands where in them.
pub struct Words {
    /// The reader's part of the tables: how many of each there are, and the pages.
    pub tables: String,
    /// The texts of each language, by its code.
    pub texts: Vec<(String, Texts)>,
}

/// What the words are about: they must be whole for all of it.
pub struct About<'a> {
    pub names: &'a Names,
    pub pathways: &'a Pathways,
    pub service_check: &'a ServiceCheck,
    pub said: &'a Said,
    pub recipes: &'a Recipes,
    pub sources: &'a Sources,
}

/// The words of every language: the folders of `words/`, English first. `waymark_content`'s reader reads them back in the order
/// in which they are written here.
pub fn words(content: &Path, about: &About<'_>) -> Outcome<Words> {
    let mut all = Words { tables: String::new(), texts: Vec::new() };
    for code in languages(&content.join("words"))? {
        let folder = content.join("words").join(&code);
        let mut texts = Texts::default();
        let tables = Language { code: &code, folder: &folder, about }.put(&mut texts)?;
        if code == ENGLISH {
            all.tables = tables;
        } else if all.tables != tables {
            return Err(Problem::at(format!("words/{code}"), format!("not the same keys as {ENGLISH}")));
        }
        all.texts.push((code, texts));
    }
    Ok(all)
}

/// The codes of the languages, English first.
fn languages(folder: &Path) -> Outcome<Vec<String>> {
    let failed = |error| Problem::at(folder.display(), error);
    let mut codes = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        codes.push(entry.map_err(failed)?.file_name().to_string_lossy().into_owned());
    }
    codes.sort_by_key(|code| (code != ENGLISH, code.clone()));
    Ok(codes)
}

struct Language<'a> {
    code: &'a str,
    folder: &'a Path,
    about: &'a About<'a>,
}

/// A question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    ask: Text,
    short: Text,
    #[serde(default)]
    why: String,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    options: IndexMap<String, Text>,
    #[serde(default)]
    because: IndexMap<String, Text>,
}

/// An indicator.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    name: Text,
    ask: Text,
    explore: Text,
    power: Text,
    harmed: Text,
    trap: Text,
    echo: Text,
    echo_both: Text,
    echo_none: Text,
    #[serde(default)]
    sources: Vec<String>,
}

/// A Dash item.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    label: Text,
    about: Text,
    #[serde(default)]
    explore: Vec<Text>,
    #[serde(default)]
    parts: Vec<Text>,
    #[serde(default)]
    sources: Vec<String>,
}

/// A caution.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Caution {
    title: Text,
    text: Text,
}

/// What to say at some moments.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moments {
    say: Vec<Moment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    id: Text,
    when: Text,
    #[serde(default)]
    say: Vec<Text>,
    #[serde(default)]
    dont: Vec<Text>,
}

impl Language<'_> {
    /// Puts every word of the language, and returns its part of the tables.
    fn put(&self, put: &mut Texts) -> Outcome<String> {
        let Texts { first, steps, later } = put;
        let About { said, sources, service_check, .. } = self.about;
        first.line("words", self.code)?;
        let mut counts = vec![
            ("QUESTIONS", self.questions(first)?),
            ("ITEMS", self.items(first)?),
            ("FEW_WORDS", self.few_words(first)?),
            ("INDICATORS_ASKED", self.indicators(steps)?),
            ("PATHWAYS_TOLD", self.pathways(first, steps)?),
            ("CAUTIONS", self.cautions(steps)?),
            ("SAY", self.say(steps)?),
        ];
        let [traps, texts, lists] = texts::put(self.folder, sources, first, steps)?;
        counts.extend([("TRAPS", traps), ("TEXTS", texts), ("LISTS", lists)]);
        let policy: PolicyWords = self.read("policy.toml")?;
        counts.push(("POLICY_FIELDS", said.put_fields("policy.toml", &policy, later)?));
        said.put_documents("policy.toml", &policy, later)?;
        counts.push(("NATION_TOPICS", law::put_nations(self.folder, sources, later)?));
        let listed = service_check.lists(self.code, self.folder)?;
        let mut tables = pages::put(self.folder, listed, sources, put)?;
        self.about.recipes.put(self.code, self.folder, put)?;
        for (name, count) in counts {
            let _ = writeln!(tables, "pub const {name}: usize = {count};");
        }
        Ok(tables)
    }

    fn read<T: serde::de::DeserializeOwned>(&self, file: &str) -> Outcome<T> {
        read_as(self.folder, file)
    }

    fn put_sources(&self, place: &str, sources: &[String], lines: &mut Lines) -> Outcome<()> {
        sources.iter().try_for_each(|source| self.about.sources.check(place, source))?;
        lines.list(place, sources)
    }

    fn questions(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "questions.toml";
        // In the order of their names, so that a question is found by halving.
        let questions: BTreeMap<String, Question> = self.read(FILE)?;
        let fields = ContextField::ALL.iter().map(|field| (field.path(), field.kind()));
        let settings = SettingField::ALL.iter().map(|field| (field.path(), field.kind()));
        for (path, kind) in fields.chain(settings) {
            let place = format!("{FILE} [{path}]");
            let question = questions.get(path).ok_or_else(|| Problem::at(&place, "is missing"))?;
            let (Kind::One(values) | Kind::Any(values)) = kind else { continue };
            if let Some(missing) = values.iter().find(|value| !question.options.contains_key(**value)) {
                return Err(Problem::at(place, format!("the value {missing} has no label")));
            }
            let mut named = question.options.keys().chain(question.because.keys());
            if let Some(unknown) = named.find(|value| !values.contains(&value.as_str())) {
                return Err(Problem::at(place, format!("{unknown} is no value of it")));
            }
        }
        for (name, Question { ask, short, why, hint, options, because }) in &questions {
            let place = format!("{FILE} [{name}]");
            lines.line(&place, name)?;
            for (key, words) in [("ask", ask.as_ref()), ("short", short.as_ref()), ("why", why), ("hint", hint)] {
                lines.line(&format!("{place} {key}"), words)?;
            }
            lines.pairs(&format!("{place} options"), options)?;
            lines.pairs(&format!("{place} because"), because)?;
        }
        Ok(questions.len())
    }

    fn indicators(&self, lines: &mut Lines) -> Outcome<usize> {
        let names = self.about.names.indicators.keys();
        self.each("indicators.toml", names, |place, indicator: &Indicator| {
            let Indicator { name, ask, explore, power, harmed, trap, echo, echo_both, echo_none, sources } = indicator;
            for words in [name, ask, explore, power, harmed, trap, echo, echo_both, echo_none] {
                lines.line(place, words.as_ref())?;
            }
            self.put_sources(place, sources, lines)
        })
    }

    fn items(&self, lines: &mut Lines) -> Outcome<usize> {
        self.each("items.toml", self.about.names.items.keys(), |place, item: &Item| {
            let Item { label, about, explore, parts, sources } = item;
            lines.line(place, label.as_ref())?;
            lines.line(place, about.as_ref())?;
            lines.list(place, explore)?;
            lines.list(place, parts)?;
            self.put_sources(place, sources, lines)
        })
    }

    fn cautions(&self, lines: &mut Lines) -> Outcome<usize> {
        self.each("cautions.toml", CautionId::TEXTS, |place, Caution { title, text }: &Caution| {
            lines.line(&format!("{place} title"), title.as_ref())?;
            lines.line(&format!("{place} text"), text.as_ref())
        })
    }

    /// Reads the tables of a file by their names, and puts each of the names that there must be; no other may be there.
    fn each<T: serde::de::DeserializeOwned>(
        &self,
        file: &str,
        names: impl IntoIterator<Item = impl AsRef<str>>,
        mut put: impl FnMut(&str, &T) -> Outcome<()>,
    ) -> Outcome<usize> {
        let mut tables: BTreeMap<String, T> = self.read(file)?;
        let mut count = 0;
        for name in names {
            let place = format!("{file} [{}]", name.as_ref());
            let table = tables.remove(name.as_ref()).ok_or_else(|| Problem::at(&place, "is missing"))?;
            put(&place, &table)?;
            count += 1;
        }
        match tables.keys().next() {
            Some(unknown) => Err(Problem::at(format!("{file} [{unknown}]"), "there is no such thing")),
            None => Ok(count),
        }
    }

    /// Each pathway in a few words, for the line at the foot of every screen.
    fn few_words(&self, lines: &mut Lines) -> Outcome<usize> {
        self.about
            .pathways
            .words(self.code, self.folder, |about, words| lines.line(&format!("{} now", about.place), &words.now))?;
        Ok(PathwayId::ALL.len())
    }

    /// Each pathway; the one that the first screen tells of into the first text.
    fn pathways(&self, first: &mut Lines, steps: &mut Lines) -> Outcome<usize> {
        self.about.pathways.words(self.code, self.folder, |about, words| {
            let Told { id, place, sources } = about;
            let lines = if id == PathwayId::SilentCall { &mut *first } else { &mut *steps };
            let PathwayWords { title, r#do, say, what, line_title, line_do, line_what, .. } = words;
            let at = |key: &str| format!("{place} {key}");
            let required = [("title", title.as_ref()), ("do", r#do.as_ref()), ("say", say), ("what", what.as_ref())];
            let line = [("line_title", line_title), ("line_do", line_do), ("line_what", line_what)];
            let line = line.map(|(key, words)| (key, words.as_str()));
            for (key, words) in required.into_iter().chain(line) {
                lines.line(&at(key), words)?;
            }
            if words.steps.len() > STEPS {
                return Err(Problem::at(place, format!("has more than {STEPS} steps")));
            }
            lines.list(&at("steps"), &words.steps)?;
            lines.list(&at("ready"), &words.ready)?;
            lines.list(&at("care"), &words.care)?;
            lines.line(&at("consent"), words.consent.as_ref())?;
            lines.line(&at("group"), words.group.as_ref())?;
            lines.pairs(&at("nations"), words.nations.iter().map(|(nation, words)| (nation.text(), words)))?;
            lines.line(&at("status"), &words.status)?;
            self.put_sources(place, sources, lines)
        })?;
        // But for the one of the first screen.
        Ok(PathwayId::ALL.len() - 1)
    }

    fn say(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "say.toml";
        let Moments { say: moments } = self.read(FILE)?;
        for Moment { id, when, say, dont } in &moments {
            let place = format!("{FILE} [{id}]");
            lines.line(&place, id.as_ref())?;
            lines.line(&format!("{place} when"), when.as_ref())?;
            lines.list(&format!("{place} say"), say)?;
            lines.list(&format!("{place} dont"), dont)?;
        }
        Ok(moments.len())
    }
}
