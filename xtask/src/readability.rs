//! `cargo xtask words`: how easily each screen's English reads, its longest sentences, and the short forms that it uses
//! without an explanation. The test command holds the limits.
//!
//! One file of words is one screen's, or one kind of card's; the words that live beside what they are about (pathways, service
//! check) are one each. The reading age is that of Flesch and Kincaid (grade + 5), whose
//! syllables are counted by a rule of thumb: good enough to compare screens, not to judge a single line.

mod measure;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use toml::{Table, Value};
use waymark_content::SECTOR_WORDS;

use crate::error::{self, Error};
use measure::{Measure, sentences, short_forms, words_in};

/// The highest median of the reading ages, in years.
const MEDIAN_AGE: f64 = 10.0;
/// The most words in a sentence.
const SENTENCE: usize = 22;
/// Keys whose values nobody reads as English: ids, codes and what only the build looks at.
const CODES: [&str; 5] = ["sources", "rules", "group", "id", "code"];
/// Names of files, a word to text and words for emphasis: capitals that stand for nothing else.
const PLAIN: [&str; 7] = ["CONFIDENTIAL", "OVERDUE", "PRIVACY", "README", "REGISTER", "SECURITY", "USB"];
/// Words that live beside what they are about.
const BESIDE: [&str; 3] = ["pathways", "recipes", "service_check.toml"];
/// The list on the About page that explains short forms, one entry for each: `MARAC: a meeting …`.
const GLOSSARY: (&str, &str) = ("pages/about.toml", "terms");

/// One file of words, measured.
struct Screen {
    name: String,
    measure: Measure,
    /// Sentences over the limit, each with its key.
    long: Vec<(String, String)>,
    short_forms: BTreeSet<String>,
}

/// Prints every screen, the hardest first, then what breaks a limit.
///
/// # Errors
/// A file that cannot be read; a limit that is broken.
pub fn run(root: &Path) -> Result<(), Error> {
    let content = root.join("crates/content/data");
    let folder = content.join("words/en");
    let mut screens = Vec::new();
    for path in files(&folder)? {
        let mut screen = Screen::new(&path, &folder);
        each_text(&table(&path)?, "", &mut |key, text| screen.add(key, text));
        screens.push(screen);
    }
    for place in BESIDE {
        let mut screen = Screen::new(&content.join(place), &content);
        for path in files(&content.join(place))? {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            each_own_word(&Value::Table(table(&path)?), &name, &mut |key, text| screen.add(key, text));
        }
        screens.push(screen);
    }
    screens.sort_by(|one, other| other.measure.age().total_cmp(&one.measure.age()));
    println!("{:>5} {:>8} {:>6}  file", "age", "longest", "words");
    for screen in &screens {
        let Measure { words, longest, .. } = screen.measure;
        println!("{:>5.1} {longest:>8} {words:>6}  {}", screen.measure.age(), screen.name);
    }
    let median = screens.get(screens.len() / 2).map_or(0.0, |screen| screen.measure.age());
    println!("median reading age {median:.1}, at most {MEDIAN_AGE}");
    let glossary = glossary(&folder)?;
    let mut faults = Vec::new();
    if median > MEDIAN_AGE {
        faults.push(format!("the median reading age is {median:.1}"));
    }
    for screen in &screens {
        for (key, sentence) in &screen.long {
            faults.push(format!("{} {key}: {} words: {sentence}", screen.name, words_in(sentence).count()));
        }
        let unknown: Vec<_> = screen.short_forms.difference(&glossary).map(String::as_str).collect();
        if !unknown.is_empty() {
            faults.push(format!("{}: not explained on the About page: {}", screen.name, unknown.join(", ")));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Page(faults.join("\n"))) }
}

impl Screen {
    fn new(path: &Path, folder: &Path) -> Self {
        let name = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        Self { name, measure: Measure::default(), long: Vec::new(), short_forms: BTreeSet::new() }
    }

    fn add(&mut self, key: &str, text: &str) {
        let text = &SECTOR_WORDS.put(text);
        self.measure.add(text);
        self.short_forms.extend(short_forms(text).filter(|form| !PLAIN.contains(form)).map(str::to_owned));
        for sentence in sentences(text).filter(|sentence| words_in(sentence).count() > SENTENCE) {
            self.long.push((key.to_owned(), sentence.to_owned()));
        }
    }
}

/// Calls `read` with each English text of a `words` table, wherever it stands in a file.
fn each_own_word(value: &Value, place: &str, read: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| each_own_word(value, place, read)),
        Value::Table(table) => {
            let id = table.get("id").or_else(|| table.get("name")).and_then(Value::as_str).unwrap_or(place);
            for (key, value) in table {
                match value.get("en") {
                    Some(words) if key == "words" => each_in(words, id, read),
                    _ => each_own_word(value, id, read),
                }
            }
        }
        _ => {}
    }
}

/// Calls `read` with each text that somebody reads, and its key.
fn each_text(table: &Table, above: &str, read: &mut impl FnMut(&str, &str)) {
    for (key, value) in table.iter().filter(|(key, _)| !CODES.contains(&key.as_str())) {
        let key = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        each_in(value, &key, read);
    }
}

fn each_in(value: &Value, key: &str, read: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => read(key, text),
        Value::Array(values) => values.iter().for_each(|value| each_in(value, key, read)),
        Value::Table(table) => each_text(table, key, read),
        _ => {}
    }
}

/// The short forms that the About page explains.
fn glossary(folder: &Path) -> Result<BTreeSet<String>, Error> {
    let (file, key) = GLOSSARY;
    let table = table(&folder.join(file))?;
    let entries = table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let terms = entries.filter_map(|entry| entry.split_once(':')).flat_map(|(terms, _)| terms.split(", "));
    Ok(terms.map(str::to_owned).collect())
}

fn table(path: &Path) -> Result<Table, Error> {
    error::read(path)?.parse().map_err(|error| Error::Page(format!("{}: {error}", path.display())))
}

/// A file, or every TOML file in a folder and the folders in it, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if folder.is_file() {
        return Ok(vec![folder.into()]);
    }
    let failed = |error| Error::File(folder.into(), error);
    let mut entries = std::fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let mut found = Vec::new();
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    Ok(found)
}
