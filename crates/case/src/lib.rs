//! What a worker answered: one case, its fields by name, and its strict JSON.
//!
//! Lives here: types, the names of inputs, reading and writing. Not here: what an answer leads to (`engine`), which
//! question matters now (`flow`), how anything is worded (`content`).

mod answers;
pub mod calendar;
pub mod context;
pub mod dash;
pub mod error;
pub mod identify;
pub mod input;
pub mod json;
pub mod order;
pub mod practice;
pub mod record;
mod step;
pub mod table;
pub mod value;
pub mod vocabulary;

pub use calendar::{Day, Month};
pub use context::{Context, ContextField, SettingField, Settings};
pub use dash::{Dash, ItemNumber, PerItem};
pub use error::CaseError;
pub use identify::{Identify, IndicatorAnswer, IndicatorAnswers};
pub use input::Input;
pub use practice::{Origin, PracticeCase, SetAside};
pub use record::{Choice, Record};
pub use step::Step;
pub use value::Text;

use json::{Object, given, list, object};
use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use value::LIST_LIMIT;
use vocabulary::{CaseFormat, Decision, PathwayId, Vocabulary};

/// The longest case in JSON, in bytes.
pub const CASE_BYTES: usize = 1_000_000;

/// One case (`waymark-case/1`). An absent field means "not asked".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Always [`CaseFormat::V1`].
    pub format: CaseFormat,
    /// The profile's id; absent means `default`.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// Local values.
    #[serde(default)]
    pub settings: Settings,
    /// The situation.
    #[serde(default)]
    pub context: Context,
    /// Who is doing what to whom.
    #[serde(default, deserialize_with = "object")]
    pub identify: Identify,
    /// The Dash.
    #[serde(default, deserialize_with = "object")]
    pub dash: Dash,
    /// What was decided about pathways, each once.
    #[serde(default, deserialize_with = "choices", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Notes to inputs that have none of their own, by the input's name.
    #[serde(default, deserialize_with = "notes", skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<String, Text>,
    /// For the record.
    #[serde(default, deserialize_with = "object")]
    pub record: Record,
    /// Live or practice; never written and never read.
    #[serde(skip)]
    pub origin: Origin,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            format: CaseFormat::V1,
            profile: None,
            settings: Settings::default(),
            context: Context::default(),
            identify: Identify::default(),
            dash: Dash::default(),
            choices: Vec::new(),
            notes: BTreeMap::new(),
            record: Record::default(),
            origin: Origin::default(),
        }
    }
}

/// Reads the one JSON document that `bytes` are, of at most `limit` bytes.
///
/// # Errors
/// [`CaseError`] when they are too many, no UTF-8, empty, or not what `T` is read from; it names the field by its path.
pub fn one_document<T: DeserializeOwned>(bytes: &[u8], limit: usize) -> Result<T, CaseError> {
    if bytes.len() > limit {
        return Err(CaseError::TooLong);
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(CaseError::ByteOrderMark);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| CaseError::NotUtf8)?;
    if text.trim().is_empty() {
        return Err(CaseError::Empty);
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| CaseError::field(&error))?;
    json.end().map_err(|error| CaseError::after_the_end(&error))?;
    Ok(read)
}

impl Case {
    /// Reads one case from the bytes of one JSON document.
    ///
    /// # Errors
    /// [`CaseError`] names the field by its path and lists what is allowed. An unknown profile is not an error here:
    /// that depends on the profiles loaded ([`waymark_engine::check_profile`]).
    pub fn from_json(bytes: &[u8]) -> Result<Self, CaseError> {
        let Object(case) = one_document(bytes, CASE_BYTES)?;
        Ok(case)
    }

    /// The same policy and local values, and no case.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self { profile: self.profile.clone(), settings: self.settings.clone(), ..Self::default() }
    }

    /// True when anything of a case stands in it.
    pub fn is_begun(&self) -> bool {
        *self != self.emptied()
    }

    /// What was decided about a pathway, if anything.
    pub fn choice(&self, pathway: PathwayId) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.pathway == pathway)
    }

    /// The entry for a pathway's choice, made empty when there was none.
    pub fn choice_mut(&mut self, pathway: PathwayId) -> &mut Choice {
        let place = self.choices.iter().position(|choice| choice.pathway == pathway).unwrap_or_else(|| {
            self.choices.push(Choice::about(pathway));
            self.choices.len() - 1
        });
        &mut self.choices[place]
    }

    /// True when the worker marked the pathway as done.
    pub fn is_done(&self, pathway: PathwayId) -> bool {
        self.choice(pathway).is_some_and(|choice| choice.decision == Some(Decision::Done))
    }
}

fn choices<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Choice>, D::Error> {
    let choices: Vec<Choice> = list(from)?;
    for (place, choice) in choices.iter().enumerate() {
        if choices.iter().take(place).any(|earlier| earlier.pathway == choice.pathway) {
            return Err(de::Error::custom(format_args!(
                "{} stands here twice; each pathway may stand once",
                choice.pathway.text()
            )));
        }
    }
    Ok(choices)
}

fn notes<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Text>, D::Error> {
    by_input(from, "notes")
}

/// Reads an object whose keys are names of inputs, each once, of at most [`LIST_LIMIT`] entries.
///
/// # Errors
/// A key that names no input, a key twice, too many entries, or a value that is not a `T`.
pub(crate) fn by_input<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
    what: &'static str,
) -> Result<BTreeMap<String, T>, D::Error> {
    struct Entries<T>(&'static str, std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Entries<T> {
        type Value = BTreeMap<String, T>;
        fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(out, "an object of {} keyed by the name of an input, at most {LIST_LIMIT}", self.0)
        }
        fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = BTreeMap::new();
            while let Some(name) = map.next_key::<String>()? {
                if Input::parse(&name).is_none() {
                    return Err(de::Error::custom(format_args!(
                        "unknown input \"{name}\"; allowed: the name of an input, such as context.nation"
                    )));
                }
                if entries.len() == LIST_LIMIT {
                    return Err(de::Error::custom(format_args!("too many {}: at most {LIST_LIMIT}", self.0)));
                }
                let value = map.next_value()?;
                if entries.insert(name, value).is_some() {
                    return Err(de::Error::custom("this entry stands here twice"));
                }
            }
            Ok(entries)
        }
    }
    from.deserialize_map(Entries(what, std::marker::PhantomData))
}
