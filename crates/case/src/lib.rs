//! What a worker answered: one case, its fields by name, and its strict JSON.
//!
//! Lives here: types, the names of inputs, reading and writing. Not here: what an answer leads to (`engine`), which
//! question matters now (`flow`), how anything is worded (`content`).

mod answers;
mod by_input;
pub mod calendar;
pub mod context;
pub mod dash;
pub mod error;
pub mod identify;
pub mod input;
pub mod listed;
pub mod order;
pub mod practice;
pub mod record;
pub mod slot;
pub mod sorted;
mod step;
pub mod table;
pub mod value;
pub mod vocabulary;
pub mod write;

pub use calendar::{Day, Month};
pub use context::{Context, ContextField, SettingField, Settings};
pub use dash::{Dash, ItemNumber, PerItem};
pub use error::CaseError;
pub use identify::{Identify, IndicatorAnswer, IndicatorAnswers};
pub use input::Input;
pub use practice::{Origin, PracticeCase, SetAside};
pub use record::{Choice, Record};
pub use sorted::Sorted;
pub use step::Step;
pub use value::Text;

use by_input::by_input;
use record::Choices;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use slot::{Object, Slot};
use vocabulary::{CaseFormat, Decision, PathwayId};

/// The longest case in JSON, in bytes.
pub const CASE_BYTES: usize = 1_000_000;

/// One case (`waymark-case/1`). An absent field means "not asked".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Case {
    /// Always [`CaseFormat::V1`].
    pub format: CaseFormat,
    /// The profile's id; absent means `default`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// Local values.
    pub settings: Settings,
    /// The situation.
    pub context: Context,
    /// Who is doing what to whom.
    pub identify: Identify,
    /// The Dash.
    pub dash: Dash,
    /// What was decided about pathways, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Notes to inputs that have none of their own, by the input's name.
    #[serde(skip_serializing_if = "Sorted::is_empty")]
    pub notes: Sorted<String, Text>,
    /// For the record.
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
            notes: Sorted::default(),
            record: Record::default(),
            origin: Origin::default(),
        }
    }
}

/// A case while it is read: its format may still be missing.
#[derive(Default)]
pub struct Reading {
    format: Option<CaseFormat>,
    case: Case,
}

impl Reading {
    /// The case, once it is read.
    pub fn case(self) -> Case {
        self.case
    }
}

impl Object for Reading {
    fields! { this:
        "format" => Slot::field(&mut this.format),
        "profile" => Slot::Name(&mut this.case.profile),
        "settings" => Slot::Object(&mut this.case.settings),
        "context" => Slot::Object(&mut this.case.context),
        "identify" => Slot::Object(&mut this.case.identify),
        "dash" => Slot::Object(&mut this.case.dash),
        "choices" => Slot::List(Box::new(Choices::into(&mut this.case.choices))),
        "notes" => by_input(&mut this.case.notes, "notes"),
        "record" => Slot::Object(&mut this.case.record),
    }
    fn check(&self) -> Result<(), &'static str> {
        self.format.map_or(Err("missing field `format`"), |CaseFormat::V1| Ok(()))
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        slot::read(from).map(Reading::case)
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
        one_document(bytes, CASE_BYTES)
    }

    /// The case as one JSON document.
    ///
    /// # Errors
    /// Those of `serde_json`; a case holds nothing that cannot be written.
    pub fn json(&self) -> serde_json::Result<String> {
        write::json(self)
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
