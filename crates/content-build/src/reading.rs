//! Reads TOML as what it must hold, and says what is wrong with it.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::fs;
use std::path::Path;

/// A problem with a content file: which file, which line or key, what is wrong.
pub struct Problem(String);

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Problem {
    /// The problem `what` at `place`.
    pub fn at(place: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self(format!("{place}: {what}"))
    }

    /// The same problem, at a place around it.
    pub fn within(self, place: impl fmt::Display) -> Self {
        Self::at(place, self.0)
    }

    /// A file that is no TOML, or does not hold what was expected. In one line: cargo shows no more of a build's error.
    fn of_toml(path: &Path, text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        Self::at(format!("{} line {line}", path.display()), error.message().replace('\n', " "))
    }
}

/// The result of reading content.
pub(crate) type Outcome<T> = Result<T, Problem>;

/// Reads a TOML file under `content` as what it must hold. A key that `T` does not know, or a value of another kind, is a
/// problem: a rule that is misspelt must never be left out in silence.
pub(crate) fn read_as<T: DeserializeOwned>(content: &Path, file: &str) -> Outcome<T> {
    read_with_text(content, file).map(|(_, read)| read)
}

/// The same with the text of the file, in which a place can be named by its line.
pub(crate) fn read_with_text<T: DeserializeOwned>(content: &Path, file: &str) -> Outcome<(String, T)> {
    let path = content.join(file);
    let text = fs::read_to_string(&path).map_err(|error| Problem::at(path.display(), error))?;
    let read = toml::from_str(&text).map_err(|error| Problem::of_toml(&path, &text, &error))?;
    Ok((text, read))
}

/// The line of a text in which a byte stands, from 1.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// The names of the files in a folder, without `.toml`, in alphabetical order.
pub(crate) fn names_in(folder: &Path) -> Outcome<Vec<String>> {
    let failed = |error| Problem::at(folder.display(), error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        match name.to_str().and_then(|name| name.strip_suffix(".toml")) {
            Some(name) => names.push(name.to_owned()),
            None => return Err(Problem::at(folder.join(name).display(), "only .toml files belong here")),
        }
    }
    names.sort();
    Ok(names)
}

/// A text that may not be empty.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Text(String);

impl TryFrom<String> for Text {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.is_empty() { Err("a text is empty") } else { Ok(Self(text)) }
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The words under a key that the program looks up.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a text or a list of texts was expected")]
pub enum TextOrList {
    Text(String),
    List(Vec<Text>),
}

/// The language whose words set the keys that every other must have.
pub const ENGLISH: &str = "en";

/// The English words of a thing, in the thing's own file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct English<T> {
    pub en: T,
}

/// A table of rows with a line above it that names its columns.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rows<T> {
    #[serde(rename = "columns")]
    _columns: Vec<String>,
    /// A row each.
    pub rows: Vec<T>,
}
