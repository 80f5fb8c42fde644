//! The patch of a profile: any value of its schema, kept as paths and texts so that it can be shown. It changes nothing.

use super::parts::Short;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// The leaves of the patch in their order: path and value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch(Vec<(String, String)>);

/// What would go against the safety floor: a path (or the start of one), the test of its value, the point of the floor.
type Against = (&'static str, fn(&str) -> bool, &'static str);

const AGAINST: [Against; 4] = [
    ("perpetrator.confrontation", |value| value != "never", "C1.3.2"),
    ("survivorLed.gateQuestion", |value| value == "false", "C1.3.4"),
    ("marac.professionalJudgement", |value| value == "false", "C1.3.5"),
    ("perpetrator.", bars_couples_work, "C1.3.3"),
];

fn bars_couples_work(value: &str) -> bool {
    ["mediation", "couple", "restorative", "anger"].iter().any(|word| value.contains(word))
}

impl Patch {
    /// The leaves: path and value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, value)| (path.as_str(), value.as_str()))
    }
    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The leaves that go against the safety floor, with its point.
    pub fn against_the_floor(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.iter().filter_map(|(path, value)| {
            let (_, _, rule) = AGAINST.iter().find(|(at, goes_against, _)| {
                let here = if at.ends_with('.') { path.starts_with(at) } else { path == *at };
                here && goes_against(value)
            })?;
            Some((path, *rule))
        })
    }
}

impl<'de> Deserialize<'de> for Patch {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Whole;
        impl<'de> Visitor<'de> for Whole {
            type Value = Patch;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object with values of a profile")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Patch, A::Error> {
                let mut patch = Patch::default();
                Leaves { path: String::new(), into: &mut patch.0 }.visit_map(map)?;
                Ok(patch)
            }
        }
        from.deserialize_map(Whole)
    }
}

/// Reads any value and puts its leaves into the list.
struct Leaves<'a> {
    path: String,
    into: &'a mut Vec<(String, String)>,
}

impl Leaves<'_> {
    fn leaf(self, value: impl fmt::Display) {
        self.into.push((self.path, value.to_string()));
    }
}

impl<'de> DeserializeSeed<'de> for Leaves<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Leaves<'_> {
    type Value = ();
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a plain value, a list or an object")
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.leaf(value);
        Ok(())
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.leaf(value);
        Ok(())
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.leaf(value);
        Ok(())
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.leaf("null");
        Ok(())
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        let value = Short::checked(value.to_owned())?;
        self.leaf(value.as_str());
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Leaves { path: self.path.clone(), into: self.into })?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Short>()? {
            let dot = if self.path.is_empty() { "" } else { "." };
            let path = format!("{}{dot}{}", self.path, key.as_str());
            map.next_value_seed(Leaves { path, into: self.into })?;
        }
        Ok(())
    }
}
