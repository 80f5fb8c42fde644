//! Writes the words of each language as a text and the types that read it, and stops where a word is missing.

use crate::case::context::{ContextField, SettingField};
use crate::case::value::Kind;
use crate::case::vocabulary::*;
use crate::law;
use crate::lines::Lines;
use crate::rules::{Sources, pascal, strings, text};
use crate::said::Said;
use crate::{Outcome, Problem, read};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// The languages, each a folder under `content/words/`. The first sets the keys that the others must have.
const LANGUAGES: [&str; 1] = ["en"];

/// What a language becomes: a text, and the Rust that knows what stands where in it.
pub struct Words {
    /// The reader's part of the tables: how many of each there are, and the pages.
    pub tables: String,
    /// The text of each language, by its code.
    pub texts: Vec<(&'static str, Lines)>,
}

/// The words of every language. `content/reader.rs` reads them back in the order in which they are written here.
pub fn words(content: &Path, sources: &Sources, said: &Said) -> Outcome<Words> {
    let mut all = Words { tables: String::new(), texts: Vec::new() };
    for language in LANGUAGES {
        let folder = content.join("words").join(language);
        let words = Language { folder: &folder, sources };
        let mut lines = Lines::default();
        lines.line("words", language)?;
        let mut counts = vec![
            ("QUESTIONS", words.questions(&mut lines)?),
            ("INDICATORS_ASKED", words.indicators(&mut lines)?),
            ("ITEMS", words.items(&mut lines)?),
            ("PATHWAYS_TOLD", words.pathways(&mut lines)?),
            ("CAUTIONS", words.cautions(&mut lines)?),
            ("SAY", words.say(&mut lines)?),
            ("TRAPS", words.traps(&mut lines)?),
        ];
        let (texts, lists) = words.texts_and_lists(&mut lines)?;
        counts.extend([("TEXTS", texts), ("LISTS", lists)]);
        let policy = read(&folder, "policy.toml")?;
        counts.push(("POLICY_FIELDS", said.put_fields("policy.toml", &policy, &mut lines)?));
        said.put_documents("policy.toml", &policy, &mut lines)?;
        counts.push(("NATION_TOPICS", law::put_nations(&folder, &mut lines)?));
        let pages = words.pages(&mut lines)?;
        let mut tables = pages;
        for (name, count) in counts {
            let _ = writeln!(tables, "pub const {name}: usize = {count};");
        }
        if language == LANGUAGES[0] {
            all.tables = tables;
        } else if all.tables != tables {
            return Err(Problem::at(format!("words/{language}"), format!("not the same keys as {}", LANGUAGES[0])));
        }
        all.texts.push((language, lines));
    }
    Ok(all)
}

struct Language<'a> {
    folder: &'a Path,
    sources: &'a Sources,
}

/// One table of a words file, with its place for problems.
struct Entry<'a> {
    place: String,
    table: &'a Table,
}

impl Entry<'_> {
    fn needed(&self, key: &str) -> Outcome<&str> {
        match self.optional(key) {
            "" => Err(Problem::at(&self.place, format!("{key} is missing"))),
            words => Ok(words),
        }
    }
    fn optional(&self, key: &str) -> &str {
        self.table.get(key).map(text).unwrap_or_default()
    }
    fn list(&self, key: &str) -> Vec<&str> {
        strings(self.table.get(key))
    }
    fn pairs(&self, key: &str) -> Vec<(&str, &str)> {
        let table = self.table.get(key).and_then(Value::as_table);
        table.into_iter().flatten().map(|(key, value)| (key.as_str(), text(value))).collect()
    }
}

impl Entry<'_> {
    fn put_needed(&self, keys: &[&str], lines: &mut Lines) -> Outcome<()> {
        keys.iter().try_for_each(|key| lines.line(&self.place, self.needed(key)?))
    }
    fn put_optional(&self, keys: &[&str], lines: &mut Lines) -> Outcome<()> {
        keys.iter().try_for_each(|key| lines.line(&self.place, self.optional(key)))
    }
    fn put_lists(&self, keys: &[&str], lines: &mut Lines) -> Outcome<()> {
        keys.iter().try_for_each(|key| lines.list(&self.place, &self.list(key)))
    }
    fn put_pairs(&self, key: &str, lines: &mut Lines) -> Outcome<()> {
        let pairs: Vec<&str> = self.pairs(key).into_iter().flat_map(|(key, words)| [key, words]).collect();
        lines.list(&self.place, &pairs)
    }
}

fn entry<'a>(file: &str, table: &'a Table, key: &str) -> Outcome<Entry<'a>> {
    let place = format!("{file} [{key}]");
    match table.get(key).and_then(Value::as_table) {
        Some(table) => Ok(Entry { place, table }),
        None => Err(Problem::at(place, "is missing")),
    }
}

impl Language<'_> {
    fn put_sources(&self, entry: &Entry<'_>, lines: &mut Lines) -> Outcome<()> {
        for source in entry.list("sources") {
            self.sources.check(&entry.place, source)?;
        }
        entry.put_lists(&["sources"], lines)
    }

    fn questions(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "questions.toml";
        let table = read(self.folder, FILE)?;
        let fields = ContextField::ALL.iter().map(|field| (field.path(), field.kind()));
        let settings = SettingField::ALL.iter().map(|field| (field.path(), field.kind()));
        for (path, kind) in fields.chain(settings) {
            let entry = entry(FILE, &table, path)?;
            let (Kind::One(values) | Kind::Any(values)) = kind else { continue };
            let labelled: Vec<&str> = entry.pairs("options").into_iter().map(|(value, _)| value).collect();
            if let Some(missing) = values.iter().find(|value| !labelled.contains(value)) {
                return Err(Problem::at(entry.place, format!("the value {missing} has no label")));
            }
        }
        // In the order of their names, so that a question is found by halving.
        let names: BTreeSet<_> = table.keys().collect();
        for name in &names {
            let entry = entry(FILE, &table, name)?;
            lines.line(FILE, name)?;
            entry.put_needed(&["ask", "short"], lines)?;
            entry.put_optional(&["why", "hint"], lines)?;
            entry.put_pairs("options", lines)?;
            entry.put_pairs("because", lines)?;
        }
        Ok(names.len())
    }

    fn indicators(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "indicators.toml";
        let table = read(self.folder, FILE)?;
        for id in IndicatorId::ALL {
            let entry = entry(FILE, &table, id.text())?;
            entry.put_needed(
                &["name", "ask", "explore", "power", "harmed", "trap", "echo", "echo_both", "echo_none"],
                lines,
            )?;
            self.put_sources(&entry, lines)?;
        }
        Ok(IndicatorId::ALL.len())
    }

    fn items(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "items.toml";
        let table = read(self.folder, FILE)?;
        for number in 1..=24 {
            let entry = entry(FILE, &table, &number.to_string())?;
            entry.put_needed(&["label", "about"], lines)?;
            entry.put_lists(&["explore", "parts"], lines)?;
            self.put_sources(&entry, lines)?;
        }
        Ok(24)
    }

    fn pathways(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "pathways.toml";
        let table = read(self.folder, FILE)?;
        for id in PathwayId::ALL {
            let entry = entry(FILE, &table, id.text())?;
            for (nation, _) in entry.pairs("nations") {
                if Nation::from_text(nation).is_none() {
                    return Err(Problem::at(&entry.place, format!("unknown nation {nation}")));
                }
            }
            entry.put_needed(&["title", "do", "what"], lines)?;
            entry.put_optional(&["line_title", "line_do", "line_what"], lines)?;
            entry.put_lists(&["ready", "care"], lines)?;
            entry.put_needed(&["consent", "group"], lines)?;
            entry.put_pairs("nations", lines)?;
            entry.put_optional(&["status"], lines)?;
            self.put_sources(&entry, lines)?;
        }
        Ok(PathwayId::ALL.len())
    }

    fn cautions(&self, lines: &mut Lines) -> Outcome<usize> {
        const FILE: &str = "cautions.toml";
        let table = read(self.folder, FILE)?;
        let rules = read(&self.folder.join("../.."), "cautions.toml")?;
        let mut count = 0;
        for id in rules.get("rules").and_then(Value::as_table).into_iter().flatten().map(|(id, _)| id) {
            entry(FILE, &table, id)?.put_needed(&["title", "text"], lines)?;
            count += 1;
        }
        Ok(count)
    }

    fn entries<'a>(&self, file: &str, table: &'a Table, key: &str) -> Vec<Entry<'a>> {
        let entries = table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
        entries.map(|table| Entry { place: format!("{file} [[{key}]]"), table }).collect()
    }

    fn say(&self, lines: &mut Lines) -> Outcome<usize> {
        let table = read(self.folder, "say.toml")?;
        let moments = self.entries("say.toml", &table, "say");
        for entry in &moments {
            entry.put_needed(&["id", "when"], lines)?;
            entry.put_lists(&["say", "dont"], lines)?;
        }
        Ok(moments.len())
    }

    fn traps(&self, lines: &mut Lines) -> Outcome<usize> {
        let table = read(self.folder, "identify.toml")?;
        let traps = self.entries("identify.toml", &table, "trap");
        for entry in &traps {
            entry.put_needed(&["group", "trap", "correction"], lines)?;
        }
        Ok(traps.len())
    }

    /// The texts and lists that are looked up by a key made of table and name.
    fn texts_and_lists(&self, lines: &mut Lines) -> Outcome<(usize, usize)> {
        let mut texts = BTreeMap::new();
        let mut lists = BTreeMap::new();
        for file in ["identify.toml", "codes.toml", "outputs.toml"] {
            for (name, value) in &read(self.folder, file)? {
                match value {
                    Value::String(words) => {
                        texts.insert(name.clone(), words.clone());
                    }
                    Value::Table(table) => {
                        for (key, value) in table {
                            let key = format!("{name}.{key}");
                            match value {
                                Value::Array(_) => {
                                    lists.insert(
                                        key,
                                        strings(Some(value)).into_iter().map(str::to_owned).collect::<Vec<_>>(),
                                    );
                                }
                                other => {
                                    texts.insert(key, text(other).to_owned());
                                }
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        for (key, words) in &texts {
            lines.line(key, key)?;
            lines.line(key, words)?;
        }
        for (key, words) in &lists {
            lines.line(key, key)?;
            lines.list(key, words)?;
        }
        Ok((texts.len(), lists.len()))
    }

    /// Checks every source that a page's words name by its code, such as `path:B25`.
    fn check_codes(&self, place: &str, value: &Value) -> Outcome<()> {
        let one = value.as_str();
        for words in one.into_iter().chain(strings(value.as_array().map(|_| value))) {
            for word in words.split(|letter: char| !letter.is_ascii_alphanumeric() && !":.-".contains(letter)) {
                let code = word.trim_end_matches(['.', ':', '-']);
                if matches!(code.split_once(':'), Some(("dash" | "path" | "who" | "exit", _))) {
                    self.sources.check(place, code)?;
                }
            }
        }
        Ok(())
    }

    /// The types of the pages' words, a struct a file, a field a key, and how they are read.
    fn pages(&self, lines: &mut Lines) -> Outcome<String> {
        let folder = self.folder.join("pages");
        let files = fs::read_dir(&folder).map_err(|error| Problem::at(folder.display(), error))?;
        let names: BTreeSet<String> = files
            .flatten()
            .filter_map(|file| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
            .collect();
        let (mut out, mut pages) = (String::new(), Record::new("Pages"));
        for name in names {
            let table = read(&folder, &format!("{name}.toml"))?;
            let kind = format!("{}Words", pascal(&name));
            let mut page = Record::new(&kind);
            for (key, value) in &table {
                let place = format!("pages/{name}.toml {key}");
                self.check_codes(&place, value)?;
                match value {
                    Value::String(words) => {
                        page.field(key, "&'static str", "words.text()");
                        lines.line(&place, words)?;
                    }
                    Value::Array(_) => {
                        page.field(key, "&'static [&'static str]", "words.list()");
                        lines.list(&place, &strings(Some(value)))?;
                    }
                    _ => return Err(Problem::at(place, "a text or a list was expected")),
                }
            }
            out.push_str(&page.close());
            pages.field(&name, &kind, &format!("{kind}::read(words)"));
        }
        out.push_str(&pages.close());
        Ok(out)
    }
}

/// A struct of words and the function that reads it.
struct Record {
    fields: String,
    read: String,
}

impl Record {
    fn new(name: &str) -> Self {
        Self {
            fields: format!("#[derive(Clone, Copy, Debug)] pub struct {name} {{\n"),
            read: format!("impl {name} {{ pub(super) fn read(words: &mut Reader) -> Self {{ Self {{\n"),
        }
    }
    fn field(&mut self, name: &str, kind: &str, read: &str) {
        let _ = writeln!(self.fields, "pub {name}: {kind},");
        let _ = writeln!(self.read, "{name}: {read},");
    }
    fn close(self) -> String {
        format!("{}}}\n{}}} }} }}\n", self.fields, self.read)
    }
}
