//! A case as JSON is read: each object says into which slot the value of each of its fields goes, and one visitor reads them all.
//! Code derived for each field was a seventh of the page's program.
//!
//! Lives here: what may be absent but not `null`, objects that are objects, lists that have an end. Not here: which fields there
//! are, and writing (derived).

use super::value::{BOOLS, Field, Kind, LIST_LIMIT, TEXT_LIMIT, Text};
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Value as Json;
use std::fmt;
use std::mem::take;

/// Where a value goes.
pub enum Slot<'a> {
    /// One that can be chosen by text, and what it may hold.
    Field(&'a mut dyn Field, Kind),
    /// The same, where `null` says that nothing is chosen.
    Nullable(&'a mut dyn Field, Kind),
    /// True or false.
    Tick(&'a mut bool),
    /// A text of at most [`TEXT_LIMIT`] characters.
    Text(&'a mut Option<Text>),
    /// A text of any length.
    Name(&'a mut Option<String>),
    /// A text that says for itself whether it can stand here.
    Checked(&'a mut dyn Checked),
    /// A list of such texts.
    Texts(&'a mut dyn Checked),
    /// Whatever JSON can hold.
    Any(&'a mut Json),
    /// An object.
    Object(&'a mut dyn Object),
    /// An object, where `null` says that there is none.
    Optional(&'a mut dyn Object),
    /// A list of objects.
    List(Box<dyn List + 'a>),
    /// An object whose keys are no fields.
    Keyed(Box<dyn Keyed + 'a>),
}

/// An object with fields of known names.
pub trait Object {
    /// The names of its fields in JSON; at most 128.
    fn names(&self) -> &'static [&'static str];
    /// Where the value of the field at a place goes.
    fn slot(&mut self, place: usize) -> Slot<'_>;
    /// What is asked of all fields together.
    ///
    /// # Errors
    /// What is missing or wrong.
    fn check(&self) -> Result<(), &'static str> {
        Ok(())
    }
}

/// The fields of an [`Object`], each with its slot.
#[macro_export]
macro_rules! fields {
    ($this:ident: $($name:literal => $slot:expr),+ $(,)?) => {
        fn names(&self) -> &'static [&'static str] {
            &[$($name),+]
        }
        fn slot(&mut self, place: usize) -> $crate::slot::Slot<'_> {
            type Slots<T> = &'static [for<'a> fn(&'a mut T) -> $crate::slot::Slot<'a>];
            let slots: Slots<Self> = &[$(|$this| $slot),+];
            slots[place](self)
        }
    };
}
pub use crate::fields;

/// What takes a text, or one text after the other.
pub trait Checked {
    /// Takes a text.
    ///
    /// # Errors
    /// Why it cannot stand here.
    fn take(&mut self, text: &str) -> Result<(), String>;
}

/// A list of objects.
pub trait List {
    /// What was expected, as an error says it.
    fn expected(&self) -> String {
        format!("a list of at most {LIST_LIMIT} entries")
    }
    /// An entry that is being read.
    fn entry(&mut self) -> &mut dyn Object;
    /// Keeps the entry that was read.
    ///
    /// # Errors
    /// Why it cannot stand here.
    fn keep(&mut self) -> Result<(), String>;
    /// What is asked of the whole list.
    ///
    /// # Errors
    /// What is wrong.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }
}

/// An object whose keys say what its values are about.
pub trait Keyed {
    /// What was expected, as an error says it.
    fn expected(&self) -> String;
    /// Where the value of a key goes.
    ///
    /// # Errors
    /// Why there can be none.
    fn slot(&mut self, key: &str) -> Result<Slot<'_>, String>;
    /// Keeps the value that was read.
    ///
    /// # Errors
    /// Why it cannot stand here.
    fn keep(&mut self, _key: String) -> Result<(), String> {
        Ok(())
    }
}

/// Why a list is too long.
pub(crate) fn too_long() -> String {
    format!("this list is too long: at most {LIST_LIMIT} entries")
}

/// The entries that were read, and the next one.
pub(crate) struct Entries<'a, T> {
    kept: &'a mut Vec<T>,
    next: T,
}

impl<T: Object + Default> List for Entries<'_, T> {
    fn entry(&mut self) -> &mut dyn Object {
        &mut self.next
    }
    fn keep(&mut self) -> Result<(), String> {
        if self.kept.len() == LIST_LIMIT {
            return Err(too_long());
        }
        self.kept.push(take(&mut self.next));
        Ok(())
    }
}

/// What can stand in a slot of its own.
pub trait Value: Sized {
    /// Its slot, while there is none yet.
    fn slot(value: &mut Option<Self>) -> Slot<'_>;
}

impl Value for Text {
    fn slot(text: &mut Option<Self>) -> Slot<'_> {
        Slot::Text(text)
    }
}

impl<'a> Slot<'a> {
    /// The slot of a field that can be chosen by text.
    pub fn field<F: Field>(field: &'a mut F) -> Self {
        Self::Field(field, F::kind())
    }
    /// The same, where `null` says that nothing is chosen.
    pub(crate) fn nullable<F: Field>(field: &'a mut F) -> Self {
        Self::Nullable(field, F::kind())
    }
    /// The slot of a list of objects.
    pub(crate) fn list<T: Object + Default>(kept: &'a mut Vec<T>) -> Self {
        Self::List(Box::new(Entries { kept, next: T::default() }))
    }
}

/// Reads an object.
///
/// # Errors
/// A name that is not known or given twice, something that is missing, or a value that its field cannot hold.
pub fn read<'de, D: Deserializer<'de>, T: Object + Default>(from: D) -> Result<T, D::Error> {
    let mut object = T::default();
    Slot::Object(&mut object).deserialize(from)?;
    Ok(object)
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        match self {
            Self::Any(value) => Json::deserialize(from).map(|read| *value = read),
            slot => from.deserialize_any(slot),
        }
    }
}

impl<'de> Visitor<'de> for Slot<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(_, Kind::Day) => out.write_str("a day of the calendar, written YYYY-MM-DD"),
            Self::Field(_, kind) | Self::Nullable(_, kind) => write!(out, "{kind}"),
            Self::Tick(_) => out.write_str("a boolean"),
            Self::Text(_) | Self::Name(_) | Self::Checked(_) => out.write_str("a string"),
            Self::Texts(_) => write!(out, "a list of at most {LIST_LIMIT} texts"),
            Self::Any(_) => out.write_str("a value"),
            Self::Object(_) | Self::Optional(_) => out.write_str("an object"),
            Self::List(list) => out.write_str(&list.expected()),
            Self::Keyed(keyed) => out.write_str(&keyed.expected()),
        }
    }

    fn visit_bool<E: de::Error>(self, on: bool) -> Result<(), E> {
        match self {
            Self::Field(field, Kind::One(BOOLS)) => put(field, if on { "true" } else { "false" }),
            Self::Tick(tick) => {
                *tick = on;
                Ok(())
            }
            other => Err(E::invalid_type(Unexpected::Bool(on), &other)),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        match self {
            Self::Field(field, Kind::One(texts)) | Self::Nullable(field, Kind::One(texts))
                if texts != BOOLS && texts.contains(&text) =>
            {
                put(field, text)
            }
            Self::Field(field, kind @ Kind::Day) => {
                field.choose(Some(text)).map_err(|_| E::invalid_value(Unexpected::Str(text), &Self::Field(field, kind)))
            }
            Self::Field(_, Kind::One(texts)) | Self::Nullable(_, Kind::One(texts)) if texts != BOOLS => {
                Err(E::invalid_value(Unexpected::Str(text), &self))
            }
            Self::Text(_) if text.chars().count() > TEXT_LIMIT => {
                Err(E::custom(format_args!("this text is too long: at most {TEXT_LIMIT} characters")))
            }
            Self::Text(into) => {
                *into = Some(Text::cut(text));
                Ok(())
            }
            Self::Name(into) => {
                *into = Some(text.to_owned());
                Ok(())
            }
            Self::Checked(into) => into.take(text).map_err(E::custom),
            other => Err(E::invalid_type(Unexpected::Str(text), &other)),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        match self {
            Self::Field(field, Kind::Number(least, most)) if (u64::from(least)..=u64::from(most)).contains(&number) => {
                put(field, &number.to_string())
            }
            Self::Field(_, Kind::Number(..)) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
            other => Err(E::invalid_type(Unexpected::Unsigned(number), &other)),
        }
    }

    fn visit_unit<E: de::Error>(mut self) -> Result<(), E> {
        let taken = match &mut self {
            Self::Field(field, _) => field.take_null(),
            slot => matches!(slot, Self::Nullable(..) | Self::Optional(_)),
        };
        if taken { Ok(()) } else { Err(E::invalid_type(Unexpected::Unit, &self)) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self {
            Self::Field(field, Kind::Any(texts)) => {
                while let Some(member) = seq.next_element_seed(OneOf(texts))? {
                    if field.has(member) {
                        return Err(de::Error::custom(format_args!(
                            "\"{member}\" stands here twice; each may stand once"
                        )));
                    }
                    put(field, member)?;
                }
                Ok(())
            }
            Self::Texts(into) => {
                let mut taken = 0;
                while seq.next_element_seed(Slot::Checked(&mut *into))?.is_some() {
                    if taken == LIST_LIMIT {
                        return Err(de::Error::custom(format_args!("too long: at most {LIST_LIMIT} texts")));
                    }
                    taken += 1;
                }
                Ok(())
            }
            Self::List(mut list) => {
                while seq.next_element_seed(Slot::Object(list.entry()))?.is_some() {
                    list.keep().map_err(de::Error::custom)?;
                }
                list.check().map_err(de::Error::custom)
            }
            other => Err(de::Error::invalid_type(Unexpected::Seq, &other)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self {
            Self::Object(object) | Self::Optional(object) => {
                let names = object.names();
                let mut given = 0_u128;
                while let Some(place) = map.next_key_seed(Place(names))? {
                    if given & (1 << place) != 0 {
                        return Err(de::Error::duplicate_field(names[place]));
                    }
                    given |= 1 << place;
                    map.next_value_seed(object.slot(place))?;
                }
                object.check().map_err(de::Error::custom)
            }
            Self::Keyed(mut keyed) => {
                while let Some(key) = map.next_key::<String>()? {
                    map.next_value_seed(keyed.slot(&key).map_err(de::Error::custom)?)?;
                    keyed.keep(key).map_err(de::Error::custom)?;
                }
                Ok(())
            }
            other => Err(de::Error::invalid_type(Unexpected::Map, &other)),
        }
    }
}

/// Puts a value into a field that was seen to be one it can hold.
fn put<E: de::Error>(field: &mut dyn Field, value: &str) -> Result<(), E> {
    field.choose(Some(value)).map_err(|_| E::custom("the field cannot hold this"))
}

/// The name of a field; gives its place.
struct Place(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Place {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Place {
    type Value = usize;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("field identifier")
    }
    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == name).ok_or_else(|| de::Error::unknown_field(name, self.0))
    }
}

/// A member of a closed set.
struct OneOf(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for OneOf {
    type Value = &'static str;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<&'static str, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for OneOf {
    type Value = &'static str;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "one of: {}", self.0.join(", "))
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<&'static str, E> {
        let known = self.0.iter().copied().find(|known| *known == text);
        known.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
