//! A table of fields as it is written in JSON: each field by what it may hold, in one place for all of them. Code derived for each
//! field was a tenth of the page's program. `slot` reads it.

use super::value::{BOOLS, Field, Kind};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// A struct whose fields are known by their place.
pub trait Table {
    /// The names of the fields in JSON; at most 128.
    const NAMES: &'static [&'static str];
    /// The field at a place, and what it may hold.
    fn at(&self, place: usize) -> (&dyn Field, Kind);
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
