//! Settings of an area or a service (`waymark-settings/1`), the link they travel in, and settings in the making.
//!
//! Lives here: strict reading and checking (anything wrong refuses the whole, and the defaults stay), writing, the draft, and
//! what a value of a policy may be (`schema`), which values the engine acts on (`local`, `tried`), and which local service
//! serves a step (`contacts`). Not here: taking them up (`app`), showing them (`components::area`, `pages::settings`). They
//! never hold anything about a case.

mod check;
mod contacts;
mod draft;
mod error;
mod facts;
mod json;
mod link;
mod local;
mod parts;
mod patch;
mod place;
mod schema;
pub mod service_check;
mod text;
mod tried;

pub use contacts::{area_contacts_for, area_contacts_in, area_contacts_to};
pub use draft::Draft;
pub use error::AreaError;
pub use facts::{Fact, fact_ids};
pub use link::{from_fragment, to_fragment};
pub use local::{LOCAL_RULE, local_profile};
pub use parts::{Capability, Contact, Deadline, ExitAddress, Keyed, PageSettings, Strictness, Unit};
pub use patch::Patch;
pub use place::{
    ContactPart, FactPart, Holds, LimitPart, OwnLimit, PatchValue, Place, Rows, SchemaConsent, SchemaContact,
};
pub use text::Short;
pub use tried::{Effect, State, Why, effects};
pub use waymark_content::profile::ContactId;

use facts::FactRow;
use json::{Entries, Object, Slot, fields};
use parts::DeadlineRow;
use serde::{Deserialize, Serialize};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Vocabulary, WorkerRole};
use waymark_case::{Day, Settings, write};
use waymark_content::Profiles;

/// The longest settings in JSON, in bytes.
pub const BYTES: usize = 20_000;

waymark_case::closed_set! {
    /// The only format of settings this program reads.
    SettingsFormat { V1 = "waymark-settings/1" }
}

/// What an area or a service has set. It is written in the order of its fields after the format ([`SettingsFormat::V1`]),
/// without what was not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "format", rename = "waymark-settings/1")]
pub struct Area {
    /// Who looks after these settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Short>,
    /// When they are to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Day>,
    /// The id of a loaded profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Short>,
    /// Local values for every case.
    #[serde(skip_serializing_if = "is_empty")]
    pub case: Settings,
    /// Values of the page itself.
    #[serde(skip_serializing_if = "is_empty")]
    pub page: PageSettings,
    /// Local services.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    pub contacts: Keyed<ContactId, Contact>,
    /// Local time limits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// Who may do what here.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    pub roles: Keyed<Capability, Vec<WorkerRole>>,
    /// Values of the profile schema.
    #[serde(skip_serializing_if = "Patch::is_empty")]
    pub profile_patch: Patch,
    /// Numbers, hours and lines of law of the area's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

fn is_empty<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Area {
    /// Reads settings from the bytes of one JSON document.
    ///
    /// # Errors
    /// [`AreaError`] when anything in it is not as it should be.
    pub fn from_json(bytes: &[u8]) -> Result<Self, AreaError> {
        if bytes.len() > BYTES {
            return Err(AreaError::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| AreaError::Damaged)?;
        let mut reading = Reading::default();
        json::read(text, &mut reading).map_err(|error| match error {
            AreaError::Wrong { .. } if is_newer(text) => AreaError::TooNew,
            other => other,
        })?;
        let area = reading.area();
        area.each_fact_once()?;
        area.known_profile()?;
        check::checked(&area.profile_patch)?;
        // Some letters are longer as they are written here: what was taken must fit into a link again.
        if area.json().len() > BYTES { Err(AreaError::TooLong) } else { Ok(area) }
    }

    /// The settings as JSON text, as a link, a personal copy and a file carry them. What could end or open an element of a
    /// page is written by its number, so that the text can stand inside one.
    pub fn json(&self) -> String {
        // Nothing in it can fail to be written. These letters stand in texts only.
        let json = write::json(self).unwrap_or_default();
        json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e")
    }

    /// Two numbers for one line would leave it open which one counts.
    fn each_fact_once(&self) -> Result<(), AreaError> {
        let facts = &self.facts;
        let twice = (1..facts.len()).find(|place| facts[..*place].iter().any(|fact| fact.id == facts[*place].id));
        twice.map_or(Ok(()), |place| {
            let path = format!("facts[{place}].id");
            Err(AreaError::Wrong { path, allowed: "expected each of them once".to_owned() })
        })
    }

    fn known_profile(&self) -> Result<(), AreaError> {
        let profiles = Profiles::shipped();
        match &self.profile {
            Some(id) if profiles.get(id.as_str()).is_none() => Err(AreaError::Wrong {
                path: "profile".to_owned(),
                allowed: format!("expected one of: {}", profiles.ids().listed().join(", ")),
            }),
            _ => Ok(()),
        }
    }

    /// True when they were to be looked at again before `today` (as `2026-11-21`).
    pub fn overdue(&self, today: &str) -> bool {
        let review = self.review_by.zip(Day::parse(today));
        review.is_some_and(|(review_by, today)| review_by < today)
    }
}

impl Object for Area {
    fields! { this:
        "owner" => Slot::Text(&mut this.owner, text::owner),
        "review_by" => Slot::text(&mut this.review_by),
        "profile" => Slot::text(&mut this.profile),
        "case" => Slot::Case(&mut this.case),
        "page" => Slot::Object(&mut this.page),
        "contacts" => Slot::Object(&mut this.contacts),
        "roles" => Slot::Object(&mut this.roles),
        "profile_patch" => Slot::Patch(&mut this.profile_patch),
    }
}

/// Settings while they are read: what is needed may still be missing.
#[derive(Default)]
struct Reading {
    format: Option<SettingsFormat>,
    area: Area,
    deadlines: Entries<DeadlineRow>,
    facts: Entries<FactRow>,
}

impl Object for Reading {
    fn names(&self) -> &'static [&'static str] {
        &[
            "format",
            "owner",
            "review_by",
            "profile",
            "case",
            "page",
            "contacts",
            "deadlines",
            "roles",
            "profile_patch",
            "facts",
        ]
    }
    fn slot(&mut self, name: &str) -> Option<Slot<'_>> {
        match name {
            "format" => Some(Slot::field(&mut self.format)),
            "deadlines" => Some(Slot::List(&mut self.deadlines)),
            "facts" => Some(Slot::List(&mut self.facts)),
            name => self.area.slot(name),
        }
    }
    fn check(&self) -> Result<(), &'static str> {
        self.format.map(drop).ok_or("missing field format")
    }
}

impl Reading {
    fn area(self) -> Area {
        Area { deadlines: self.deadlines.kept(), facts: self.facts.kept(), ..self.area }
    }
}

/// True for settings of a format that came after ours, whatever else is in them.
fn is_newer(json: &str) -> bool {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    let format = serde_json::from_str(json).map(|Head { format }| format).unwrap_or_default();
    format.starts_with("waymark-settings/") && format != SettingsFormat::V1.text()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trials;
