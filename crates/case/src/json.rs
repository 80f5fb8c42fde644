//! Strict JSON: what may be absent but not `null`, objects that are objects, lists that have an end.

use super::value::LIST_LIMIT;
use super::vocabulary::{Set, Vocabulary};
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// Reads a value that may be absent but not `null`.
///
/// # Errors
/// `null`, or a value of another kind.
pub fn given<'de, D: Deserializer<'de>, T: Given<'de>>(from: D) -> Result<T, D::Error> {
    T::given(from)
}

/// A value whose presence means an answer: `null` is an error unless the contract names it.
pub trait Given<'de>: Sized {
    /// Reads the present value.
    fn given<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;
}

impl<'de, T: Deserialize<'de>> Given<'de> for Option<T> {
    fn given<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Some)
    }
}

impl<'de, V: Vocabulary + Deserialize<'de>> Given<'de> for Set<V> {
    fn given<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Set::deserialize(from)
    }
}

/// Reads an object, and nothing else that a struct could be made of.
///
/// # Errors
/// A list, a text, a number or `null` is an error, as is anything wrong inside the object.
pub fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    struct Fields<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Fields<T> {
        type Value = T;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("an object")
        }
        fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(de::value::MapAccessDeserializer::new(map))
        }
    }
    from.deserialize_map(Fields(std::marker::PhantomData))
}

/// A value that is written as an object in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        object(from).map(Self)
    }
}

/// Reads a list of at most [`LIST_LIMIT`] objects.
///
/// # Errors
/// Too many entries, or one that is not such an object.
pub fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    struct Entries<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Entries<T> {
        type Value = Vec<T>;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(out, "a list of at most {LIST_LIMIT} entries")
        }
        fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut entries = Vec::new();
            while let Some(Object(entry)) = seq.next_element()? {
                if entries.len() == LIST_LIMIT {
                    return Err(de::Error::custom(format_args!("this list is too long: at most {LIST_LIMIT} entries")));
                }
                entries.push(entry);
            }
            Ok(entries)
        }
    }
    from.deserialize_seq(Entries(std::marker::PhantomData))
}
