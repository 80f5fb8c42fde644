//! A trigger as its file says it.

use crate::conditions::Condition;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;
use waymark_case::vocabulary::Vocabulary;
use waymark_catalogue::{CautionId, Gate, Stance};

/// A trigger: when it holds, it shows or withholds pathways, warns, and asks what must be known first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    pub id: String,
    pub code: Code,
    pub when: Condition,
    #[serde(default)]
    pub show: Vec<Show>,
    #[serde(default)]
    pub withhold: Vec<Withhold>,
    #[serde(default)]
    pub cautions: Vec<Named<CautionId>>,
    #[serde(default)]
    pub gates: Vec<Named<Gate>>,
    pub rules: Vec<String>,
}

/// The public id of a trigger, such as `T6`; several triggers may share one.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
pub struct Code(pub u8);

impl TryFrom<String> for Code {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let number = text.strip_prefix('T').and_then(|number| number.parse().ok()).filter(|number| *number > 0);
        number.map(Self).ok_or_else(|| format!("a code is a T and a number, not {text}"))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "T{}", self.0)
    }
}

/// A pathway shown; in a pathway's own file it is that pathway.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    pub pathway: Option<String>,
    pub stance: Stance,
    pub priority: Priority,
    /// Only within the limits of the pathway.
    #[serde(default)]
    pub limited: bool,
    #[serde(default, rename = "if")]
    pub only_if: Condition,
}

/// From 0 (before anything else) to 4 (when they choose).
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "u8")]
pub struct Priority(pub u8);

impl TryFrom<u8> for Priority {
    type Error = &'static str;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if number <= 4 { Ok(Self(number)) } else { Err("a priority is 0 to 4") }
    }
}

/// A pathway withheld; in a pathway's own file it is that pathway.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withhold {
    pub pathway: Option<String>,
    pub why: String,
    #[serde(default, rename = "if")]
    pub only_if: Condition,
}

/// A caution or a gate: its name, or `{ name = "…", if = "…" }`.
pub struct Named<V> {
    pub name: V,
    pub only_if: Condition,
}

impl<'de, V: Vocabulary + DeserializeOwned> Deserialize<'de> for Named<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Either(PhantomData))
    }
}

struct Either<V>(PhantomData<V>);

impl<'de, V: Vocabulary + DeserializeOwned> Visitor<'de> for Either<V> {
    type Value = Named<V>;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "one of: {}; or {{ name = …, if = … }}", V::TEXTS.join(", "))
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Named<V>, E> {
        let name = V::from_text(text);
        let name = name.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))?;
        Ok(Named { name, only_if: Condition::Always })
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Named<V>, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "V: DeserializeOwned"))]
        struct Table<V> {
            name: V,
            #[serde(rename = "if")]
            only_if: Condition,
        }
        let Table { name, only_if } = Table::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Named { name, only_if })
    }
}
