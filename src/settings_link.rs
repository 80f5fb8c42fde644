//! Settings of an area or a service (`waymark-settings/1`), and the link they travel in.
//!
//! Lives here: strict reading and checking. Anything wrong refuses the whole, and the defaults stay. Not here: putting
//! them to use (`app`), showing them (`components::area`, `pages::settings`). They never hold anything about a case.

mod link;
mod parts;
mod patch;

pub use link::from_fragment;
pub use parts::{
    Capability, Contact, ContactId, Day, Deadline, ExitAddress, Keyed, PageSettings, Short, Strictness, Unit,
};
pub use patch::Patch;

use crate::case::value::{Object, given, list, object};
use crate::case::vocabulary::WorkerRole;
use crate::case::{CaseError, Settings};
use crate::content::Profiles;
use serde::Deserialize;

/// The longest settings in JSON, in bytes.
pub const BYTES: usize = 20_000;

crate::closed_set! {
    /// The only format of settings this program reads.
    SettingsFormat { V1 = "waymark-settings/1" }
}

/// What an area or a service has set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Always [`SettingsFormat::V1`].
    pub format: SettingsFormat,
    /// Who looks after these settings.
    #[serde(default, deserialize_with = "given")]
    pub owner: Option<Short>,
    /// When they are to be looked at again.
    #[serde(default, deserialize_with = "given")]
    pub review_by: Option<Day>,
    /// The id of a loaded profile.
    #[serde(default, deserialize_with = "given")]
    pub profile: Option<Short>,
    /// Local values for every case.
    #[serde(default, deserialize_with = "object")]
    pub case: Settings,
    /// Values of the page itself.
    #[serde(default, deserialize_with = "object")]
    pub page: PageSettings,
    /// Local services.
    #[serde(default)]
    pub contacts: Keyed<ContactId, Object<Contact>>,
    /// Local time limits.
    #[serde(default, deserialize_with = "list")]
    pub deadlines: Vec<Deadline>,
    /// Who may do what here.
    #[serde(default)]
    pub roles: Keyed<Capability, Vec<WorkerRole>>,
    /// Values of the profile schema, as paths and texts. They are shown and change nothing.
    #[serde(default)]
    pub profile_patch: Patch,
}

/// Why settings were not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaError {
    /// Cut off, mistyped or changed on the way.
    Damaged,
    /// Made for a newer version of this program.
    TooNew,
    /// More than [`BYTES`] bytes.
    TooLong,
    /// A field is wrong: its path (empty for the whole) and what is allowed. Nothing else of the text is repeated.
    Wrong {
        /// Such as `page.cover_minutes`.
        path: String,
        /// Such as `expected a whole number from 2 to 15`.
        allowed: String,
    },
}

impl Area {
    /// Reads settings from the bytes of one JSON document.
    ///
    /// # Errors
    /// [`AreaError`] when anything in it is not as it should be.
    pub fn from_json(bytes: &[u8]) -> Result<Self, AreaError> {
        #[derive(Deserialize)]
        struct Peek {
            #[serde(default)]
            format: Option<String>,
        }
        if bytes.len() > BYTES {
            return Err(AreaError::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| AreaError::Damaged)?;
        if let Ok(Peek { format: Some(format) }) = serde_json::from_str(text)
            && format != "waymark-settings/1"
            && format.starts_with("waymark-settings/")
        {
            return Err(AreaError::TooNew);
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let Object(area): Object<Self> =
            serde_path_to_error::deserialize(&mut json).map_err(|error| AreaError::of(&error))?;
        json.end().map_err(|_| AreaError::Damaged)?;
        area.known_profile()?;
        Ok(area)
    }

    fn known_profile(&self) -> Result<(), AreaError> {
        let profiles = Profiles::shipped();
        match &self.profile {
            Some(id) if profiles.get(id.as_str()).is_none() => Err(AreaError::Wrong {
                path: "profile".to_owned(),
                allowed: format!("expected one of: {}", profiles.ids().collect::<Vec<_>>().join(", ")),
            }),
            _ => Ok(()),
        }
    }

    /// True when they were to be looked at again before `today` (as `2026-11-21`).
    pub fn overdue(&self, today: &str) -> bool {
        self.review_by.as_ref().is_some_and(|day| day.as_str() < today)
    }
}

impl AreaError {
    /// The error at a field. What was written there is left out: it comes from outside and must not speak on the screen.
    fn of(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        if !error.inner().is_data() {
            return Self::Damaged;
        }
        let CaseError::Field { path, problem } = CaseError::field(error) else { return Self::Damaged };
        let known = |letter: &char| letter.is_ascii_alphanumeric() || "._-[]".contains(*letter);
        let fixed = ["expected ", "missing field", "duplicate field", "this "];
        let allowed = match problem.rfind(", expected ") {
            Some(at) => &problem[at + 2..],
            None if fixed.iter().any(|start| problem.starts_with(start)) => &problem,
            None => "",
        };
        Self::Wrong { path: path.chars().filter(known).take(60).collect(), allowed: allowed.replace('`', "") }
    }
}

#[cfg(test)]
mod tests;
