//! The patch of a profile: any value of its schema (`schema`). What of it the tool acts on stands in `local`; the rest is shown
//! only.

use super::schema;
use super::text::Short;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// The values as they were written, and their leaves in that order: path and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    values: Fields,
    leaves: Vec<(String, String)>,
}

/// The fields of an object, each name once.
pub(crate) type Fields = Vec<(String, Value)>;

/// A value of the profile schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Whole(i64),
    Text(String),
    List(Vec<Value>),
    Map(#[serde(serialize_with = "write_fields")] Fields),
}

impl Patch {
    /// The leaves: path and value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.leaves.iter().map(|(path, value)| (path.as_str(), value.as_str()))
    }
    /// True when there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
    /// The texts of the leaves at a path: several when a list stands there.
    pub fn at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(at, _)| *at == path).map(|(_, value)| value)
    }
    /// The leaves that go against the safety floor, with its point.
    pub fn against_the_floor(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.iter().filter_map(|(path, value)| Some((path, schema::against_the_floor(path, value)?)))
    }
    /// The values as they were written.
    pub(crate) fn fields(&self) -> &Fields {
        &self.values
    }

    /// What stands at a path of names with dots between.
    pub(crate) fn value(&self, path: &str) -> Option<&Value> {
        let (outer, name) = path.rsplit_once('.').map_or((None, path), |(outer, name)| (Some(outer), name));
        let fields = match outer {
            None => &self.values,
            Some(outer) => match self.value(outer)? {
                Value::Map(fields) => fields,
                _ => return None,
            },
        };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Puts a value at a path, making the objects on the way.
    pub(crate) fn put(&mut self, path: &str, value: Value) {
        put(&mut self.values, path, value);
        self.note_leaves();
    }

    /// Takes away what stands at a path, and the objects that are empty without it.
    pub(crate) fn take(&mut self, path: &str) {
        take(&mut self.values, path);
        self.note_leaves();
    }

    fn note_leaves(&mut self) {
        self.leaves.clear();
        add_leaves("", &self.values, &mut self.leaves);
    }
}

fn put(fields: &mut Fields, path: &str, value: Value) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let place = fields.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        fields.push((name.to_owned(), Value::Null));
        fields.len() - 1
    });
    let Some((_, held)) = fields.get_mut(place) else { return };
    match rest {
        None => *held = value,
        Some(rest) => {
            let mut inner = match std::mem::replace(held, Value::Null) {
                Value::Map(inner) => inner,
                _ => Fields::new(),
            };
            put(&mut inner, rest, value);
            *held = Value::Map(inner);
        }
    }
}

fn take(fields: &mut Fields, path: &str) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    fields.retain_mut(|(known, value)| match (rest, value) {
        _ if known != name => true,
        (None, _) => false,
        (Some(rest), Value::Map(inner)) => {
            take(inner, rest);
            !inner.is_empty()
        }
        _ => true,
    });
}

/// Adds the leaves of some fields to a list.
fn add_leaves(path: &str, fields: &Fields, leaves: &mut Vec<(String, String)>) {
    let dot = if path.is_empty() { "" } else { "." };
    fields.iter().for_each(|(name, value)| value.add_leaves(&[path, dot, name].concat(), leaves));
}

impl Value {
    /// The value as it is typed; `None` for an object, a list and `null`.
    pub(crate) fn shown(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Whole(number) => Some(number.to_string()),
            Self::Bool(on) => Some(on.to_string()),
            _ => None,
        }
    }

    fn add_leaves(&self, path: &str, leaves: &mut Vec<(String, String)>) {
        match self {
            Self::Map(fields) => add_leaves(path, fields, leaves),
            Self::List(entries) => entries.iter().for_each(|entry| entry.add_leaves(path, leaves)),
            plain => leaves.push((path.to_owned(), plain.shown().unwrap_or_else(|| "null".to_owned()))),
        }
    }
}

impl Serialize for Patch {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write_fields(&self.values, to)
    }
}

fn write_fields<S: Serializer>(fields: &Fields, to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(fields.iter().map(|(name, value)| (name, value)))
}

impl<'de> Deserialize<'de> for Patch {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Whole;
        impl<'de> Visitor<'de> for Whole {
            type Value = Fields;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object with values of a profile")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Fields, A::Error> {
                read_fields(map)
            }
        }
        let mut patch = Self { values: from.deserialize_map(Whole)?, leaves: Vec::new() };
        patch.note_leaves();
        Ok(patch)
    }
}

fn read_fields<'de, A: MapAccess<'de>>(mut map: A) -> Result<Fields, A::Error> {
    let mut fields = Fields::new();
    while let Some(name) = map.next_key::<String>()? {
        let name = checked(&name)?;
        if fields.iter().any(|(known, _)| *known == name) {
            return Err(de::Error::duplicate_field("of the patch"));
        }
        fields.push((name, map.next_value()?));
    }
    Ok(fields)
}

/// A name or a text of the settings.
fn checked<E: de::Error>(text: &str) -> Result<String, E> {
    text.parse::<Short>().map(|_| text.to_owned()).map_err(E::custom)
}

/// Whole numbers up to where those of every reader of JSON stay exact.
fn whole<E: de::Error>(number: f64) -> Result<Value, E> {
    let rounded = number as i64;
    let exact = rounded as f64 == number && rounded.unsigned_abs() < 1 << 53;
    exact.then_some(Value::Whole(rounded)).ok_or_else(|| E::custom("expected a plain value, a list or an object"))
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a plain value, a list or an object")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, on: bool) -> Result<Value, E> {
                Ok(Value::Bool(on))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                whole(number as f64)
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                whole(number as f64)
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
                whole(number)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
                checked(text).map(Value::Text)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = list.next_element()? {
                    entries.push(entry);
                }
                Ok(Value::List(entries))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
                read_fields(map).map(Value::Map)
            }
        }
        from.deserialize_any(Any)
    }
}
