//! The kinds of value a field can hold, and how each is read, written and changed by name.
//!
//! Lives here: bounded numbers, short texts, lists without repeats. Not here: which fields there are (`context`).

use super::vocabulary::{Set, Vocabulary};
use crate::listed::Listed;
use serde::{Serialize, Serializer};
use std::fmt;
use zeroize::Zeroizing;

/// The most characters a text may have.
pub const TEXT_LIMIT: usize = 4_000;
/// The most entries a list may have.
pub const LIST_LIMIT: usize = 100;

/// The values of a field that is true or false in JSON.
pub const BOOLS: &[&str] = &["true", "false"];

/// What an input may hold; a page makes its control from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these values, or nothing.
    One(&'static [&'static str]),
    /// Any of these values.
    Any(&'static [&'static str]),
    /// Ticked (`true`) or not.
    Tick,
    /// A whole number in these bounds, both included.
    Number(u16, u16),
    /// A day of the calendar, written `2026-11-28`.
    Day,
    /// Free text of at most [`TEXT_LIMIT`] characters.
    Text,
}

impl fmt::Display for Kind {
    /// What is allowed, as an error says it after "expected".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(BOOLS) => out.write_str("a boolean"),
            Self::One(texts) => write!(out, "one of: {}", texts.join(", ")),
            Self::Any(texts) => write!(out, "a list of any of: {}", texts.join(", ")),
            Self::Number(least, most) => write!(out, "a whole number from {least} to {most}"),
            Self::Tick | Self::Day | Self::Text => out.write_str("a text"),
        }
    }
}

/// Why a value could not be put into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAllowed;

/// A field that can be read and changed by text, as an input on a page does.
pub trait Field {
    /// What this field may hold.
    fn kind() -> Kind
    where
        Self: Sized;
    /// True when nothing was answered.
    fn is_absent(&self) -> bool;
    /// The chosen text of a field with one value; `None` when absent or when the field is a set or a number.
    fn chosen(&self) -> Option<&'static str>;
    /// True when `value` is the chosen text or one of the members.
    fn has(&self, value: &str) -> bool;
    /// The chosen value or members as bits, by their place in the list of [`Kind::One`] or [`Kind::Any`]; a number has none.
    fn members(&self) -> u32 {
        0
    }
    /// The value as text for a control: the chosen text, the number, or the members with spaces between.
    fn shown(&self) -> String;
    /// Chooses `value` (of a set: puts it in); `None` empties the field.
    ///
    /// # Errors
    /// [`NotAllowed`] when the field cannot hold `value`; the field is left as it was.
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed>;
    /// Takes `null`, where that is an answer ("no such line here"); false where it is none.
    fn take_null(&mut self) -> bool {
        false
    }
    /// Takes `value` out of a set; of any other field, empties it when it holds `value`.
    fn drop_value(&mut self, value: &str);
}

impl<V: Vocabulary> Field for Option<V> {
    fn kind() -> Kind {
        Kind::One(V::TEXTS)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn chosen(&self) -> Option<&'static str> {
        self.map(V::text)
    }
    fn has(&self, value: &str) -> bool {
        self.chosen() == Some(value)
    }
    fn members(&self) -> u32 {
        self.map_or(0, |value| 1 << value.index())
    }
    fn shown(&self) -> String {
        self.chosen().unwrap_or_default().to_owned()
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        *self = match value {
            Some(text) => Some(V::from_text(text).ok_or(NotAllowed)?),
            None => None,
        };
        Ok(())
    }
    fn drop_value(&mut self, value: &str) {
        if self.has(value) {
            *self = None;
        }
    }
}

impl<V: Vocabulary> Field for Set<V> {
    fn kind() -> Kind {
        Kind::Any(V::TEXTS)
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
    fn chosen(&self) -> Option<&'static str> {
        None
    }
    fn has(&self, value: &str) -> bool {
        V::from_text(value).is_some_and(|member| Set::has(self, member))
    }
    fn members(&self) -> u32 {
        u32::from(self.bits())
    }
    fn shown(&self) -> String {
        self.iter().map(V::text).listed().join(" ")
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        match value {
            Some(text) => {
                self.insert(V::from_text(text).ok_or(NotAllowed)?);
            }
            None => *self = Self::default(),
        }
        Ok(())
    }
    fn drop_value(&mut self, value: &str) {
        if let Some(member) = V::from_text(value) {
            self.remove(member);
        }
    }
}

impl Field for Option<bool> {
    fn kind() -> Kind {
        Kind::One(BOOLS)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn chosen(&self) -> Option<&'static str> {
        self.map(|ticked| if ticked { "true" } else { "false" })
    }
    fn has(&self, value: &str) -> bool {
        self.chosen() == Some(value)
    }
    fn members(&self) -> u32 {
        self.map_or(0, |ticked| if ticked { 1 } else { 2 })
    }
    fn shown(&self) -> String {
        self.chosen().unwrap_or_default().to_owned()
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        *self = match value {
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(_) => return Err(NotAllowed),
            None => None,
        };
        Ok(())
    }
    fn drop_value(&mut self, value: &str) {
        if self.has(value) {
            *self = None;
        }
    }
}

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<const MIN: u16, const MAX: u16>(u16);

impl<const MIN: u16, const MAX: u16> Count<MIN, MAX> {
    /// The number as a `Count`, or `None` when it is out of bounds.
    pub fn new(number: u16) -> Option<Self> {
        (MIN..=MAX).contains(&number).then_some(Self(number))
    }
    /// The number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl<const MIN: u16, const MAX: u16> Field for Option<Count<MIN, MAX>> {
    fn kind() -> Kind {
        Kind::Number(MIN, MAX)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn chosen(&self) -> Option<&'static str> {
        None
    }
    fn has(&self, value: &str) -> bool {
        self.is_some_and(|count| value.parse() == Ok(count.0))
    }
    fn shown(&self) -> String {
        self.map(|count| count.0.to_string()).unwrap_or_default()
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        *self = match value {
            Some(text) => Some(text.parse().ok().and_then(Count::new).ok_or(NotAllowed)?),
            None => None,
        };
        Ok(())
    }
    fn drop_value(&mut self, value: &str) {
        if Field::has(self, value) {
            *self = None;
        }
    }
}

impl<const MIN: u16, const MAX: u16> Serialize for Count<MIN, MAX> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u16(self.0)
    }
}

/// A [`Count`] that the contract also lets be `null`, meaning "no such line here".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<const MIN: u16, const MAX: u16>(Option<Count<MIN, MAX>>);

impl<const MIN: u16, const MAX: u16> Line<MIN, MAX> {
    /// The number of the line, if there is one.
    pub fn get(self) -> Option<u16> {
        self.0.map(Count::get)
    }
}

impl<const MIN: u16, const MAX: u16> Field for Option<Line<MIN, MAX>> {
    fn kind() -> Kind {
        Kind::Number(MIN, MAX)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn chosen(&self) -> Option<&'static str> {
        None
    }
    fn has(&self, value: &str) -> bool {
        self.is_some_and(|line| Field::has(&line.0, value))
    }
    fn shown(&self) -> String {
        self.map(|line| line.0.shown()).unwrap_or_default()
    }
    fn choose(&mut self, value: Option<&str>) -> Result<(), NotAllowed> {
        let mut count = None;
        Field::choose(&mut count, value)?;
        *self = count.map(|count| Line(Some(count)));
        Ok(())
    }
    fn take_null(&mut self) -> bool {
        *self = Some(Line(None));
        true
    }
    fn drop_value(&mut self, value: &str) {
        if Field::has(self, value) {
            *self = None;
        }
    }
}

impl<const MIN: u16, const MAX: u16> Serialize for Line<MIN, MAX> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

/// A text of at most [`TEXT_LIMIT`] characters, kept in memory only and overwritten there when it goes. It never changes a
/// result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text(Zeroizing<String>);

impl Text {
    /// The text, cut to [`TEXT_LIMIT`] characters.
    pub fn cut(text: &str) -> Self {
        Self(Zeroizing::new(text.chars().take(TEXT_LIMIT).collect()))
    }
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
