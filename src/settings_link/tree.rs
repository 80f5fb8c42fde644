//! The settings as a plain tree, and what is asked of each value in it.
//!
//! Lives here: the tree, the checks of single values, the error with its path, and writing the tree as JSON text. Not here:
//! reading JSON text (the page leaves that to the browser, so that no parser travels in the WebAssembly) and which fields
//! there are.

use super::AreaError;
use crate::case::value::{Field, Kind};

/// A value as it stood in the JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object: each name once.
    Map(Vec<(String, Tree)>),
    /// A number that is not whole, or too large.
    Other,
}

/// Reads JSON text; `None` when it is no JSON, or nested deeper than [`DEPTH`].
pub type Parse = fn(&str) -> Option<Tree>;

/// The deepest that lists and objects may stand in each other.
pub const DEPTH: usize = 127;

/// What a field that is on or off holds.
const YES_NO: Kind = Kind::One(&["true", "false"]);

/// A value is wrong: where, and what is allowed. What was written there is left out: it comes from outside.
#[derive(Debug)]
pub(super) struct Wrong {
    path: String,
    allowed: String,
}

/// What reading a value comes to.
pub(super) type Read<T = ()> = Result<T, Wrong>;

impl Wrong {
    pub(super) fn new(allowed: &str) -> Self {
        Self { path: String::new(), allowed: allowed.to_owned() }
    }
    pub(super) fn one_of(start: &str, names: &[&str]) -> Self {
        Self::new(&[start, &names.join(", ")].concat())
    }
    /// The same error, seen from what holds the value under this name.
    pub(super) fn within(mut self, name: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = [name, dot, &self.path].concat();
        self
    }
    /// The same error, seen from the list that holds the value.
    pub(super) fn within_place(self, place: usize) -> Self {
        self.within(&["[", &place.to_string(), "]"].concat())
    }
    /// What is allowed.
    pub(super) fn allowed(self) -> String {
        self.allowed
    }
    /// The error to show: letters in the path that could speak on the screen are left out.
    pub(super) fn shown(self) -> AreaError {
        let known = |letter: &char| letter.is_ascii_alphanumeric() || "._-[]".contains(*letter);
        AreaError::Wrong { path: self.path.chars().filter(known).take(60).collect(), allowed: self.allowed }
    }
}

impl Tree {
    /// The value as JSON text without spaces. What could end or open an element of a page is written by its number, so that
    /// the text can stand inside one.
    pub fn json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(&self, json: &mut String) {
        match self {
            Self::Null | Self::Other => json.push_str("null"),
            Self::Bool(on) => json.push_str(if *on { "true" } else { "false" }),
            Self::Whole(number) => json.push_str(&number.to_string()),
            Self::Text(text) => write_text(text, json),
            Self::List(entries) => {
                let mut before = '[';
                for entry in entries {
                    json.push(before);
                    entry.write(json);
                    before = ',';
                }
                json.push_str(if before == '[' { "[]" } else { "]" });
            }
            Self::Map(entries) => {
                let mut before = '{';
                for (name, value) in entries {
                    json.push(before);
                    write_text(name, json);
                    json.push(':');
                    value.write(json);
                    before = ',';
                }
                json.push_str(if before == '{' { "{}" } else { "}" });
            }
        }
    }

    /// Puts a value at a path of names, making the objects on the way.
    pub(super) fn put_at(&mut self, path: &[&str], value: Self) {
        let Some((name, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        if !matches!(self, Self::Map(_)) {
            *self = Self::Map(Vec::new());
        }
        let Self::Map(entries) = self else { return };
        let place = entries.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            entries.push(((*name).to_owned(), Self::Null));
            entries.len() - 1
        });
        if let Some((_, inner)) = entries.get_mut(place) {
            inner.put_at(rest, value);
        }
    }

    /// What stands at a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |tree, name| tree.get(name))
    }

    /// Takes away what stands at a path of names, and the objects that are empty without it.
    pub(super) fn take_at(&mut self, path: &[&str]) {
        let (Some((name, rest)), Self::Map(entries)) = (path.split_first(), self) else { return };
        if let Some((_, inner)) = entries.iter_mut().find(|(known, _)| known == name) {
            inner.take_at(rest);
        }
        entries.retain(|(known, value)| known != name || !(rest.is_empty() || *value == Self::Map(Vec::new())));
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> Read<&str> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Wrong::new("expected a string")),
        }
    }

    /// The entries of a list.
    pub(super) fn list(&self, expected: &str) -> Read<&[Self]> {
        match self {
            Self::List(entries) => Ok(entries),
            _ => Err(Wrong::new(expected)),
        }
    }

    /// A field of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Hands the fields of an object over in their order: the place of the name in `names`, and the value.
    pub(super) fn fields(&self, names: &[&str], read: &mut dyn FnMut(usize, &Self) -> Read) -> Read {
        let Self::Map(entries) = self else { return Err(Wrong::new("expected an object")) };
        each(entries, names, "expected one of ", read)
    }

    /// Hands the entries of an object keyed by a closed set over in their order.
    pub(super) fn keyed(&self, texts: &[&str], read: &mut dyn FnMut(usize, &Self) -> Read) -> Read {
        let Self::Map(entries) = self else {
            return Err(Wrong::one_of("expected an object with any of: ", texts));
        };
        each(entries, texts, "expected one of: ", read)
    }

    /// Puts the value into a field.
    pub(super) fn put_into(&self, field: &mut dyn Field, kind: Kind) -> Read {
        let yes_no = kind == YES_NO;
        let put = match self {
            Self::Whole(number) if matches!(kind, Kind::Number(..)) => field.choose(Some(&number.to_string())).is_ok(),
            Self::Bool(on) if yes_no => field.choose(Some(if *on { "true" } else { "false" })).is_ok(),
            Self::Text(text) if matches!(kind, Kind::One(_)) && !yes_no => field.choose(Some(text)).is_ok(),
            _ => false,
        };
        if put {
            return Ok(());
        }
        Err(match kind {
            Kind::Number(least, most) => {
                let (least, most) = (least.to_string(), most.to_string());
                Wrong::new(&["expected a whole number from ", &least, " to ", &most].concat())
            }
            Kind::One(texts) if !yes_no => Wrong::one_of("expected one of: ", texts),
            _ => Wrong::new("expected a boolean"),
        })
    }

    /// How many names stand in it.
    pub(super) fn names(&self) -> usize {
        match self {
            Self::List(entries) => entries.iter().map(Self::names).sum(),
            Self::Map(entries) => entries.iter().map(|(_, value)| 1 + value.names()).sum(),
            _ => 0,
        }
    }
}

fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            '<' | '>' | '&' | '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                json.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
}

fn each(entries: &[(String, Tree)], names: &[&str], allowed: &str, read: &mut dyn FnMut(usize, &Tree) -> Read) -> Read {
    for (name, value) in entries {
        match names.iter().position(|known| known == name) {
            Some(place) => read(place, value),
            None => Err(Wrong::one_of(allowed, names)),
        }
        .map_err(|wrong| wrong.within(name))?;
    }
    Ok(())
}

/// How many names were written in a JSON text: a colon outside the texts follows each. More than the tree holds means
/// that one was written twice, which a tree cannot show.
pub(super) fn names_written(json: &str) -> usize {
    let (mut names, mut in_text, mut escaped) = (0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            b':' if !in_text => names += 1,
            _ => {}
        }
    }
    names
}
