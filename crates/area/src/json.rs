//! Settings as JSON. One visitor reads every value of them: each place gives the slot that its value goes into, so that no
//! code is derived for each field (as in `waymark_case::table`, where that was a tenth of the page's program).
//!
//! Lives here: strict reading with the path of what is wrong, and putting what was typed at one place. Not here: which
//! fields there are, and writing (derived).

use super::error::AreaError;
use super::patch::Patch;
use super::schema;
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_path_to_error::{Path, Segment, Track};
use std::fmt::{self, Display};
use std::mem::take;
use std::str::FromStr;
use waymark_case::listed::Listed;
use waymark_case::value::{Field, Kind, LIST_LIMIT};
use waymark_case::vocabulary::{Vocabulary, WorkerRole};
use waymark_case::{Settings, slot};

/// Where a value of the settings goes.
pub(crate) enum Slot<'a> {
    /// A member of a closed set, a number, yes or no.
    Field(&'a mut dyn Field, Kind),
    /// A text, and what is asked of it beside its type.
    Text(&'a mut dyn Text, Check),
    /// An object.
    Object(&'a mut dyn Object),
    /// Roles, in the order written.
    Roles(&'a mut Vec<WorkerRole>),
    /// A list of objects.
    List(&'a mut dyn List),
    /// Local values of a case.
    Case(&'a mut Settings),
    /// Any values.
    Patch(&'a mut Patch),
}

/// What is asked of a text beside its type; an error says what is allowed.
pub(crate) type Check = fn(&str) -> Result<(), String>;

/// An object with fields of known names.
pub(crate) trait Object {
    /// The names of its fields in JSON; at most 32.
    fn names(&self) -> &'static [&'static str];
    /// Where the value of a field goes; `None` when there is no such field.
    fn slot(&mut self, name: &str) -> Option<Slot<'_>>;
    /// What is asked of all fields together; an error says what is missing or allowed.
    fn check(&self) -> Result<(), &'static str> {
        Ok(())
    }
    /// True when its fields are keyed by a closed set.
    fn is_keyed(&self) -> bool {
        false
    }
}

/// The fields of an [`Object`]: each name once, with its slot.
macro_rules! fields {
    ($this:ident: $($name:literal => $slot:expr),+ $(,)?) => {
        fn names(&self) -> &'static [&'static str] {
            &[$($name),+]
        }
        fn slot(&mut self, name: &str) -> Option<Slot<'_>> {
            let $this = self;
            match name {
                $($name => Some($slot),)+
                _ => None,
            }
        }
    };
}
pub(crate) use fields;

/// A list of objects.
pub(crate) trait List {
    /// An entry that is being read.
    fn entry(&mut self) -> Slot<'_>;
    /// Keeps the entry that was read; false when the list is full.
    fn keep(&mut self) -> bool;
}

/// An entry of a list while it is read: what it is made of may still be missing.
pub(crate) trait Row: Object + Default {
    /// The entry.
    type Whole;
    /// The entry; an error says what is missing.
    fn whole(&self) -> Result<Self::Whole, &'static str>;
}

/// The entries that were read, and the next one.
pub(crate) struct Entries<R: Row> {
    kept: Vec<R::Whole>,
    next: R,
}

impl<R: Row> Default for Entries<R> {
    fn default() -> Self {
        Self { kept: Vec::new(), next: R::default() }
    }
}

impl<R: Row> Entries<R> {
    /// The entries that were read.
    pub(crate) fn kept(self) -> Vec<R::Whole> {
        self.kept
    }
}

impl<R: Row> List for Entries<R> {
    fn entry(&mut self) -> Slot<'_> {
        Slot::Object(&mut self.next)
    }
    fn keep(&mut self) -> bool {
        let full = self.kept.len() == LIST_LIMIT;
        self.kept.extend(take(&mut self.next).whole());
        !full
    }
}

/// A field that holds a text.
pub(crate) trait Text {
    /// Puts a text in; an error says what is allowed.
    fn put(&mut self, text: &str) -> Result<(), String>;
    /// Empties the field.
    fn clear(&mut self);
    /// The text; empty when the field is.
    fn shown(&self) -> String;
}

impl<T: FromStr<Err: Display> + Display> Text for Option<T> {
    fn put(&mut self, text: &str) -> Result<(), String> {
        *self = Some(text.parse().map_err(|error: T::Err| error.to_string())?);
        Ok(())
    }
    fn clear(&mut self) {
        *self = None;
    }
    fn shown(&self) -> String {
        self.as_ref().map_or_else(String::new, T::to_string)
    }
}

/// What is allowed where one of these is expected.
pub(crate) fn one_of(texts: &[&str]) -> String {
    ["expected one of: ", &texts.join(", ")].concat()
}

impl<'a> Slot<'a> {
    pub(crate) fn field<F: Field>(field: &'a mut F) -> Self {
        Self::Field(field, F::kind())
    }

    pub(crate) fn text(field: &'a mut dyn Text) -> Self {
        Self::Text(field, |_| Ok(()))
    }

    /// Puts what was typed into a slot that holds one value, or roles with spaces between. An error says what is allowed.
    pub(crate) fn put(self, typed: &str) -> Result<(), String> {
        match self {
            Self::Field(field, kind) => {
                field.choose(Some(typed)).map_err(|_| ["expected ", &kind.to_string()].concat())
            }
            Self::Text(field, check) => {
                field.put(typed)?;
                check(typed)
            }
            Self::Roles(roles) => {
                let typed = typed.split_ascii_whitespace().map(WorkerRole::from_text).collect::<Option<_>>();
                *roles = typed.ok_or_else(|| one_of(WorkerRole::TEXTS))?;
                Ok(())
            }
            _ => Err("expected no text".to_owned()),
        }
    }

    /// What a slot holds, as it is typed; empty when it holds nothing that is typed.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Field(field, _) => field.shown(),
            Self::Text(field, _) => field.shown(),
            Self::Roles(roles) => roles.iter().map(|role| role.text()).listed().join(" "),
            _ => String::new(),
        }
    }

    /// Empties a slot that can be typed into.
    pub(crate) fn clear(self) {
        match self {
            // Emptying is allowed of every field.
            Self::Field(field, _) => drop(field.choose(None)),
            Self::Text(field, _) => field.clear(),
            Self::Roles(roles) => roles.clear(),
            _ => {}
        }
    }
}

/// Reads the one JSON document that a text is.
///
/// # Errors
/// [`AreaError::Damaged`] when it is none, or nested too deeply; [`AreaError::Wrong`] names the field.
pub(crate) fn read(text: &str, into: &mut dyn Object) -> Result<(), AreaError> {
    // What is cut off is damaged, whatever stands before.
    serde_json::from_str::<IgnoredAny>(text).map_err(|_| AreaError::Damaged)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = Track::new();
    let read = Slot::Object(into).deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    read.map_err(|error| if error.is_data() { wrong(&track.path(), &error.to_string()) } else { AreaError::Damaged })
}

/// What `Slot` says of a name that is not known; serde says the same.
const UNKNOWN: &str = "unknown field";
/// What `Slot` says of a name that was written twice; serde says the same.
const TWICE: &str = "duplicate field";

/// The error to show. Neither its path nor its words repeat what was written: that comes from outside, and could speak on the
/// screen.
fn wrong(path: &Path, message: &str) -> AreaError {
    if message.starts_with(TWICE) {
        return AreaError::Wrong { path: String::new(), allowed: "expected each name once".to_owned() };
    }
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    // serde quotes the value first, and says last what it expected.
    let allowed = match message.rsplit_once(", expected ") {
        Some((_, allowed)) => ["expected ", &allowed.replace('`', "")].concat(),
        None => message.to_owned(),
    };
    let mut segments: Vec<_> = path.iter().listed();
    if message.starts_with(UNKNOWN) {
        segments.pop();
    }
    let mut path = String::new();
    for segment in segments {
        let Segment::Map { key } = segment else {
            path.push_str(&segment.to_string());
            continue;
        };
        // A name in the patch that its schema does not know is from outside.
        let below = path.strip_prefix("profile_patch").map(|below| [below, ".", key].concat());
        if below.is_some_and(|below| !schema::knows(below.trim_start_matches('.'))) {
            break;
        }
        path.extend([if path.is_empty() { "" } else { "." }, key]);
    }
    AreaError::Wrong { path, allowed }
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        match self {
            Self::Field(field, kind) => slot::Slot::Field(field, kind).deserialize(from),
            Self::Case(settings) => slot::Slot::Object(settings).deserialize(from),
            Self::Patch(patch) => Patch::deserialize(from).map(|read| *patch = read),
            slot => from.deserialize_any(slot),
        }
    }
}

impl<'de> Visitor<'de> for Slot<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(object) if object.is_keyed() => {
                write!(out, "an object with any of: {}", object.names().join(", "))
            }
            Self::Object(_) => out.write_str("an object"),
            Self::Roles(_) => out.write_str("a sequence"),
            Self::List(_) => write!(out, "a list of at most {LIST_LIMIT} entries"),
            _ => out.write_str("a string"),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        match self {
            Self::Text(field, check) => field.put(text).and_then(|()| check(text)).map_err(E::custom),
            other => Err(E::invalid_type(Unexpected::Str(text), &other)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self::Object(object) = self else { return Err(de::Error::invalid_type(Unexpected::Map, &self)) };
        let names = object.names();
        let mut given = 0_u32;
        while let Some(place) = map.next_key_seed(Name { names, keyed: object.is_keyed() })? {
            if given & (1 << place) != 0 {
                return Err(de::Error::custom(TWICE));
            }
            given |= 1 << place;
            let slot = object.slot(names[place]).ok_or_else(|| de::Error::custom(UNKNOWN))?;
            map.next_value_seed(slot)?;
        }
        object.check().map_err(de::Error::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self {
            Self::Roles(roles) => {
                while let Some(role) = seq.next_element()? {
                    roles.push(role);
                }
                Ok(())
            }
            Self::List(list) => {
                while seq.next_element_seed(list.entry())?.is_some() {
                    if !list.keep() {
                        return Err(de::Error::custom(format_args!(
                            "this list is too long: at most {LIST_LIMIT} entries"
                        )));
                    }
                }
                Ok(())
            }
            other => Err(de::Error::invalid_type(Unexpected::Seq, &other)),
        }
    }
}

/// One of these names; gives its place.
struct Name {
    names: &'static [&'static str],
    keyed: bool,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }
    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.names.iter().position(|known| *known == name).ok_or_else(|| {
            let of = if self.keyed { "one of:" } else { "one of" };
            E::custom(format_args!("{UNKNOWN}, expected {of} {}", self.names.join(", ")))
        })
    }
}
