//! The settings as a plain tree, and what is asked of each value in it.
//!
//! Lives here: the tree, the checks of single values, and the error with its path. Not here: reading JSON text (the
//! page leaves that to the browser, so that no parser travels in the WebAssembly) and which fields there are.

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
    fn one_of(start: &str, names: &[&str]) -> Self {
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
    /// The error to show: letters in the path that could speak on the screen are left out.
    pub(super) fn shown(self) -> AreaError {
        let known = |letter: &char| letter.is_ascii_alphanumeric() || "._-[]".contains(*letter);
        AreaError::Wrong { path: self.path.chars().filter(known).take(60).collect(), allowed: self.allowed }
    }
}

impl Tree {
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
