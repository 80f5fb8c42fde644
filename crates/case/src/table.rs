//! A table of fields as JSON: each field is read and written by what it may hold, in one place for all of them. Code derived for
//! each field was a tenth of the page's program.

use super::value::{BOOLS, Field, Kind};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// A struct whose fields are known by their place.
pub trait Table: Default {
    /// The names of the fields in JSON; at most 128.
    const NAMES: &'static [&'static str];
    /// The field at a place, and what it may hold.
    fn at(&self, place: usize) -> (&dyn Field, Kind);
    /// The same, to be changed.
    fn at_mut(&mut self, place: usize) -> (&mut dyn Field, Kind);
}

/// Reads a table.
///
/// # Errors
/// A name that is not known or given twice, or a value that the field cannot hold; `null` only where the field takes it.
pub fn read<'de, D: Deserializer<'de>, T: Table>(from: D) -> Result<T, D::Error> {
    struct Fields<T>(PhantomData<T>);
    impl<'de, T: Table> Visitor<'de> for Fields<T> {
        type Value = T;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
            let mut table = T::default();
            let mut given = 0_u128;
            while let Some(place) = map.next_key_seed(Name(T::NAMES))? {
                if given & (1 << place) != 0 {
                    return Err(de::Error::duplicate_field(T::NAMES[place]));
                }
                given |= 1 << place;
                let (field, kind) = table.at_mut(place);
                map.next_value_seed(Value { field, kind })?;
            }
            Ok(table)
        }
    }
    from.deserialize_map(Fields(PhantomData))
}

/// Reads the value of one field, of what it may hold.
///
/// # Errors
/// A value that the field cannot hold; `null` only where the field takes it.
pub fn read_field<'de, D: Deserializer<'de>>(field: &mut dyn Field, kind: Kind, from: D) -> Result<(), D::Error> {
    Value { field, kind }.deserialize(from)
}

/// Writes a table: the fields that are answered.
///
/// # Errors
/// Those of the serializer.
pub fn write<T: Table, S: Serializer>(table: &T, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    for (place, name) in T::NAMES.iter().enumerate() {
        let (field, kind) = table.at(place);
        if !field.is_absent() {
            map.serialize_entry(name, &Written(field, kind))?;
        }
    }
    map.end()
}

/// One of these names; gives its place.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("field identifier")
    }
    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == name).ok_or_else(|| de::Error::unknown_field(name, self.0))
    }
}

/// The value of a field.
struct Value<'a> {
    field: &'a mut dyn Field,
    kind: Kind,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.kind)
    }
    fn visit_bool<E: de::Error>(self, on: bool) -> Result<(), E> {
        match self.kind {
            Kind::One(BOOLS) => put(self.field, if on { "true" } else { "false" }),
            _ => Err(E::invalid_type(Unexpected::Bool(on), &self)),
        }
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        match self.kind {
            Kind::One(texts) if texts != BOOLS && texts.contains(&text) => put(self.field, text),
            Kind::One(texts) if texts != BOOLS => Err(E::invalid_value(Unexpected::Str(text), &self)),
            _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        match self.kind {
            Kind::Number(least, most) if (u64::from(least)..=u64::from(most)).contains(&number) => {
                put(self.field, &number.to_string())
            }
            Kind::Number(..) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
            _ => Err(E::invalid_type(Unexpected::Unsigned(number), &self)),
        }
    }
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        if self.field.take_null() { Ok(()) } else { Err(E::invalid_type(Unexpected::Unit, &self)) }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Kind::Any(texts) = self.kind else { return Err(de::Error::invalid_type(Unexpected::Seq, &self)) };
        while let Some(member) = list.next_element_seed(Member(texts))? {
            if self.field.has(member) {
                return Err(de::Error::custom(format_args!("\"{member}\" stands here twice; each may stand once")));
            }
            put(self.field, member)?;
        }
        Ok(())
    }
}

/// Puts a value into a field that was seen to be one it can hold.
fn put<E: de::Error>(field: &mut dyn Field, value: &str) -> Result<(), E> {
    field.choose(Some(value)).map_err(|_| E::custom("the field cannot hold this"))
}

/// A member of a set.
struct Member(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Member {
    type Value = &'static str;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<&'static str, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Member {
    type Value = &'static str;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "one of: {}", self.0.join(", "))
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<&'static str, E> {
        let known = self.0.iter().copied().find(|known| *known == text);
        known.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A field's value as JSON writes it.
struct Written<'a>(&'a dyn Field, Kind);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(field, kind) = self;
        match kind {
            Kind::One(BOOLS) => to.serialize_bool(field.has("true")),
            Kind::Any(texts) => {
                let mut list = to.serialize_seq(None)?;
                texts.iter().filter(|text| field.has(text)).try_for_each(|text| list.serialize_element(text))?;
                list.end()
            }
            Kind::Number(..) => match field.shown().parse::<u16>() {
                Ok(number) => to.serialize_u16(number),
                // "No such line here."
                Err(_) => to.serialize_unit(),
            },
            _ => to.serialize_str(field.chosen().unwrap_or_default()),
        }
    }
}
