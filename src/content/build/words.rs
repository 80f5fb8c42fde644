//! Writes the words of each language, and stops where one is missing.

use crate::case::context::{ContextField, SettingField};
use crate::case::value::Kind;
use crate::case::vocabulary::*;
use crate::rules::{Sources, pascal, strings, text};
use crate::{Outcome, Problem, read};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// The languages, each a folder under `content/words/`. The first sets the keys that the others must have.
const LANGUAGES: [&str; 1] = ["en"];

/// The words of every language.
pub fn tables(content: &Path, sources: &Sources) -> Outcome<String> {
    let mut out = String::new();
    for language in LANGUAGES {
        let folder = content.join("words").join(language);
        let words = Language { folder: &folder, sources };
        let _ = writeln!(
            out,
            "pub static {}: Words = Words {{ language: {language:?}, questions: &[{}], indicators: &[{}], items: &[{}], \
             pathways: &[{}], cautions: &[{}], say: &[{}], traps: &[{}],",
            language.to_uppercase(),
            words.questions()?,
            words.indicators()?,
            words.items()?,
            words.pathways()?,
            words.cautions()?,
            words.say()?,
            words.traps()?,
        );
        let (texts, lists) = words.texts_and_lists()?;
        let _ = writeln!(out, "texts: &[{texts}], lists: &[{lists}],");
        let (types, values) = words.pages()?;
        let _ = writeln!(out, "pages: {values} }};");
        if language == LANGUAGES[0] {
            out.push_str(&types);
        }
    }
    Ok(out)
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

fn entry<'a>(file: &str, table: &'a Table, key: &str) -> Outcome<Entry<'a>> {
    let place = format!("{file} [{key}]");
    match table.get(key).and_then(Value::as_table) {
        Some(table) => Ok(Entry { place, table }),
        None => Err(Problem::at(place, "is missing")),
    }
}

impl Language<'_> {
    fn checked_sources(&self, entry: &Entry<'_>) -> Outcome<String> {
        let sources = entry.list("sources");
        for source in &sources {
            self.sources.check(&entry.place, source)?;
        }
        Ok(format!("&{sources:?}"))
    }

    fn questions(&self) -> Outcome<String> {
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
        let mut out = String::new();
        // In the order of their names, so that a question is found by halving.
        for name in table.keys().collect::<BTreeSet<_>>() {
            let entry = entry(FILE, &table, name)?;
            let _ = write!(
                out,
                "Question {{ name: {name:?}, ask: {:?}, short: {:?}, why: {:?}, hint: {:?}, options: &{:?}, because: &{:?} }},",
                entry.needed("ask")?,
                entry.needed("short")?,
                entry.optional("why"),
                entry.optional("hint"),
                entry.pairs("options"),
                entry.pairs("because")
            );
        }
        Ok(out)
    }

    fn indicators(&self) -> Outcome<String> {
        const FILE: &str = "indicators.toml";
        let table = read(self.folder, FILE)?;
        let mut out = String::new();
        for id in IndicatorId::ALL {
            let entry = entry(FILE, &table, id.text())?;
            let _ = write!(out, "IndicatorWords {{ ");
            for key in ["name", "ask", "explore", "power", "harmed", "trap", "echo", "echo_both", "echo_none"] {
                let _ = write!(out, "{key}: {:?}, ", entry.needed(key)?);
            }
            let _ = write!(out, "sources: {} }},", self.checked_sources(&entry)?);
        }
        Ok(out)
    }

    fn items(&self) -> Outcome<String> {
        const FILE: &str = "items.toml";
        let table = read(self.folder, FILE)?;
        let mut out = String::new();
        for number in 1..=24 {
            let entry = entry(FILE, &table, &number.to_string())?;
            let _ = write!(
                out,
                "ItemWords {{ label: {:?}, about: {:?}, explore: &{:?}, parts: &{:?}, sources: {} }},",
                entry.needed("label")?,
                entry.needed("about")?,
                entry.list("explore"),
                entry.list("parts"),
                self.checked_sources(&entry)?
            );
        }
        Ok(out)
    }

    fn pathways(&self) -> Outcome<String> {
        const FILE: &str = "pathways.toml";
        let table = read(self.folder, FILE)?;
        let mut out = String::new();
        for id in PathwayId::ALL {
            let entry = entry(FILE, &table, id.text())?;
            let nations: Vec<String> = entry
                .pairs("nations")
                .into_iter()
                .map(|(nation, words)| format!("(Nation::{}, {words:?})", pascal(nation)))
                .collect();
            let _ = write!(
                out,
                "PathwayWords {{ title: {:?}, action: {:?}, what: {:?}, line_title: {:?}, line_action: {:?}, line_what: {:?}, \
                 ready: &{:?}, care: &{:?}, consent: {:?}, group: {:?}, nations: &[{}], status: {:?}, sources: {} }},",
                entry.needed("title")?,
                entry.needed("do")?,
                entry.needed("what")?,
                entry.optional("line_title"),
                entry.optional("line_do"),
                entry.optional("line_what"),
                entry.list("ready"),
                entry.list("care"),
                entry.needed("consent")?,
                entry.needed("group")?,
                nations.join(", "),
                entry.optional("status"),
                self.checked_sources(&entry)?
            );
        }
        Ok(out)
    }

    fn cautions(&self) -> Outcome<String> {
        const FILE: &str = "cautions.toml";
        let table = read(self.folder, FILE)?;
        let rules = read(&self.folder.join("../.."), "cautions.toml")?;
        let mut out = String::new();
        for id in rules.get("rules").and_then(Value::as_table).into_iter().flatten().map(|(id, _)| id) {
            let entry = entry(FILE, &table, id)?;
            let _ = write!(
                out,
                "CautionWords {{ title: {:?}, text: {:?} }},",
                entry.needed("title")?,
                entry.needed("text")?
            );
        }
        Ok(out)
    }

    fn entries<'a>(&self, file: &str, table: &'a Table, key: &str) -> Vec<Entry<'a>> {
        let entries = table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
        entries.map(|table| Entry { place: format!("{file} [[{key}]]"), table }).collect()
    }

    fn say(&self) -> Outcome<String> {
        let table = read(self.folder, "say.toml")?;
        let mut out = String::new();
        for entry in self.entries("say.toml", &table, "say") {
            let _ = write!(
                out,
                "Say {{ id: {:?}, when: {:?}, say: &{:?}, dont: &{:?} }},",
                entry.needed("id")?,
                entry.needed("when")?,
                entry.list("say"),
                entry.list("dont")
            );
        }
        Ok(out)
    }

    fn traps(&self) -> Outcome<String> {
        let table = read(self.folder, "identify.toml")?;
        let mut out = String::new();
        for entry in self.entries("identify.toml", &table, "trap") {
            let _ = write!(
                out,
                "Trap {{ group: {:?}, trap: {:?}, correction: {:?} }},",
                entry.needed("group")?,
                entry.needed("trap")?,
                entry.needed("correction")?
            );
        }
        Ok(out)
    }

    /// The texts and lists that are looked up by a key made of table and name.
    fn texts_and_lists(&self) -> Outcome<(String, String)> {
        let mut texts = BTreeMap::new();
        let mut lists = BTreeMap::new();
        for file in ["identify.toml", "codes.toml"] {
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
                                    lists.insert(key, format!("&{:?}", strings(Some(value))));
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
        let mut out = (String::new(), String::new());
        for (key, words) in texts {
            let _ = write!(out.0, "({key:?}, {words:?}),");
        }
        for (key, words) in lists {
            let _ = write!(out.1, "({key:?}, {words}),");
        }
        Ok(out)
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

    /// The types and the values of the pages' words: a struct a file, a field a key.
    fn pages(&self) -> Outcome<(String, String)> {
        let folder = self.folder.join("pages");
        let files = fs::read_dir(&folder).map_err(|error| Problem::at(folder.display(), error))?;
        let names: BTreeSet<String> = files
            .flatten()
            .filter_map(|file| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
            .collect();
        let (mut types, mut fields, mut values) = (String::new(), String::new(), String::new());
        for name in names {
            let table = read(&folder, &format!("{name}.toml"))?;
            let kind = format!("{}Words", pascal(&name));
            let _ = writeln!(types, "#[derive(Clone, Copy, Debug)] pub struct {kind} {{");
            let _ = write!(values, "{name}: {kind} {{ ");
            let _ = write!(fields, "pub {name}: {kind}, ");
            for (key, value) in &table {
                self.check_codes(&format!("pages/{name}.toml {key}"), value)?;
                match value {
                    Value::String(words) => {
                        let _ = write!(types, "pub {key}: &'static str, ");
                        let _ = write!(values, "{key}: {words:?}, ");
                    }
                    Value::Array(_) => {
                        let _ = write!(types, "pub {key}: &'static [&'static str], ");
                        let _ = write!(values, "{key}: &{:?}, ", strings(Some(value)));
                    }
                    _ => return Err(Problem::at(format!("pages/{name}.toml {key}"), "a text or a list was expected")),
                }
            }
            types.push_str("}\n");
            values.push_str("}, ");
        }
        let types = format!("{types}#[derive(Clone, Copy, Debug)] pub struct Pages {{ {fields} }}\n");
        Ok((types, format!("Pages {{ {values} }}")))
    }
}
