//! Settings of an area or a service (`waymark-settings/1`), the link they travel in, and settings in the making.
//!
//! Lives here: strict reading and checking (anything wrong refuses the whole, and the defaults stay), writing, the draft, and
//! which values the engine acts on (`local`). Not here: taking them up (`app`), showing them (`components::area`,
//! `pages::settings`). They never hold anything about a case.

mod draft;
mod link;
mod local;
mod made;
mod parts;
mod patch;
mod tree;

pub use draft::{ContactPart, Draft, Holds, LimitPart, PatchValue, Place, SchemaConsent, SchemaContact};
pub use link::{from_fragment, to_fragment};
pub use local::{Effect, LOCAL_RULE, State, local_profile};
pub use parts::{
    Capability, Contact, ContactId, Day, Deadline, ExitAddress, Keyed, PageSettings, Short, Strictness, Unit,
};
pub use patch::Patch;
pub use tree::{DEPTH, Parse, Tree};

use crate::case::value::{Kind, LIST_LIMIT, Line};
use crate::case::vocabulary::{Vocabulary, WorkerRole};
use crate::case::{SettingField, Settings};
use crate::content::Profiles;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, UnitDeserializer};
use tree::{Read, Wrong};

/// The longest settings in JSON, in bytes.
pub const BYTES: usize = 20_000;

crate::closed_set! {
    /// The only format of settings this program reads.
    SettingsFormat { V1 = "waymark-settings/1" }
}

/// What an area or a service has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Always [`SettingsFormat::V1`].
    pub format: SettingsFormat,
    /// Who looks after these settings.
    pub owner: Option<Short>,
    /// When they are to be looked at again.
    pub review_by: Option<Day>,
    /// The id of a loaded profile.
    pub profile: Option<Short>,
    /// Local values for every case.
    pub case: Settings,
    /// Values of the page itself.
    pub page: PageSettings,
    /// Local services.
    pub contacts: Keyed<ContactId, Contact>,
    /// Local time limits.
    pub deadlines: Vec<Deadline>,
    /// Who may do what here.
    pub roles: Keyed<Capability, Vec<WorkerRole>>,
    /// Values of the profile schema.
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
    /// Reads settings from the bytes of one JSON document, which `parse` takes apart.
    ///
    /// # Errors
    /// [`AreaError`] when anything in it is not as it should be.
    pub fn from_json(bytes: &[u8], parse: Parse) -> Result<Self, AreaError> {
        if bytes.len() > BYTES {
            return Err(AreaError::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| AreaError::Damaged)?;
        let tree = parse(text).ok_or(AreaError::Damaged)?;
        if let Some(Tree::Text(format)) = tree.get("format")
            && format != SettingsFormat::V1.text()
            && format.starts_with("waymark-settings/")
        {
            return Err(AreaError::TooNew);
        }
        let area = Self::of(&tree).map_err(Wrong::shown)?;
        if tree::names_written(text) != tree.names() {
            return Err(Wrong::new("expected each of them once").shown());
        }
        area.known_profile()?;
        // Some letters and numbers are longer as they are written here: what was taken must fit into a link again.
        if area.json().len() > BYTES { Err(AreaError::TooLong) } else { Ok(area) }
    }

    fn of(tree: &Tree) -> Read<Self> {
        let mut area = Self {
            format: SettingsFormat::V1,
            owner: None,
            review_by: None,
            profile: None,
            case: Settings::default(),
            page: PageSettings::default(),
            contacts: Keyed::default(),
            deadlines: Vec::new(),
            roles: Keyed::default(),
            profile_patch: Patch::default(),
        };
        tree.fields(&FIELDS, &mut |place, value| {
            match place {
                0 => {
                    let mut format = None::<SettingsFormat>;
                    value.put_into(&mut format, Kind::One(SettingsFormat::TEXTS))?;
                }
                1 => area.owner = Some(Short::of(value)?),
                2 => area.review_by = Some(Day::of(value)?),
                3 => area.profile = Some(Short::of(value)?),
                4 => area.case = settings(value)?,
                5 => area.page = PageSettings::of(value)?,
                6 => area.contacts = Keyed::<ContactId, Contact>::of(value)?,
                7 => area.deadlines = deadlines(value)?,
                8 => area.roles = Keyed::<Capability, Vec<WorkerRole>>::of(value)?,
                _ => area.profile_patch = Patch::of(value)?,
            }
            Ok(())
        })?;
        tree.get("format").map_or_else(|| Err(Wrong::new("missing field format")), |_| Ok(area))
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

/// The names of an [`Area`]'s fields in JSON.
const FIELDS: [&str; 10] =
    ["format", "owner", "review_by", "profile", "case", "page", "contacts", "deadlines", "roles", "profile_patch"];

fn settings(tree: &Tree) -> Read<Settings> {
    let mut settings = Settings::default();
    let names: Vec<_> = SettingField::ALL.iter().map(|field| field.name()).collect();
    tree.fields(&names, &mut |place, value| match (SettingField::ALL[place], value) {
        // The one field that may be `null`: no such line here.
        (SettingField::IdvaThreshold, Tree::Null) => {
            let null: UnitDeserializer<Error> = ().into_deserializer();
            settings.idva_threshold = Line::deserialize(null).ok();
            Ok(())
        }
        (field, value) => value.put_into(settings.field_mut(field), field.kind()),
    })?;
    Ok(settings)
}

fn deadlines(tree: &Tree) -> Read<Vec<Deadline>> {
    let mut deadlines = Vec::new();
    for (place, entry) in tree.list("expected a list of at most 100 entries")?.iter().enumerate() {
        let deadline = Deadline::of(entry).map_err(|wrong| wrong.within_place(place))?;
        if place == LIST_LIMIT {
            return Err(Wrong::new("this list is too long: at most 100 entries"));
        }
        deadlines.push(deadline);
    }
    Ok(deadlines)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trials;
