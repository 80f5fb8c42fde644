//! The parts of the settings: addresses, local services, time limits, keyed lists.

use super::json::{Object, Row, Slot, fields};
use super::text::{SHORT_LIMIT, Short};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use waymark_case::value::Count;
use waymark_case::vocabulary::{Vocabulary, WorkerRole};
pub use waymark_content::Unit;
use waymark_content::profile::{ContactId, TimeLimit};

waymark_case::closed_set! {
    /// Something that only some roles may do.
    Capability {
        CompleteDash = "complete_dash", ReferMarac = "refer_marac", AttendMarac = "attend_marac",
        NotifyCqc = "notify_cqc", ApproveMove = "approve_move", AdviseComplex = "advise_complex",
        RecordCase = "record_case", MakeThirdPartyReport = "make_third_party_report",
    }
    /// How firm a time limit is.
    Strictness { Must = "must", Normally = "normally", Target = "target" }
    /// A language of the page.
    Language { En = "en" }
}

/// Where Exit leads: an `https:` address of a host that has a name, written as the browser writes it, so that what is shown is
/// where it goes. What may follow `?` or `#` is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExitAddress(String);

impl ExitAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let address = text.split(['?', '#']).next().unwrap_or_default();
        let rest = address.strip_prefix("https://")?;
        let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\%{}|^".contains(&byte));
        let straight = !path.split('/').any(|part| part == "." || part == "..");
        let fits = text.len() <= SHORT_LIMIT && plain && straight && is_host(host);
        fits.then(|| Self(["https://", &host.to_ascii_lowercase(), path].concat()))
    }
}

impl FromStr for ExitAddress {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, &'static str> {
        Self::parse(text).ok_or("expected an address that starts with https://")
    }
}

impl fmt::Display for ExitAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// True for the name of a host: two parts or more, and the last is a word, so that it is no number of a machine.
fn is_host(host: &str) -> bool {
    let part = |part: &str| {
        let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let inside = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        inside && edge(part.as_bytes().first()) && edge(part.as_bytes().last()) && part.len() <= 63
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let word = last.len() > 1 && last.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    host.contains('.') && word && host.split('.').all(part)
}

/// Values of the page itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageSettings {
    /// Where Exit leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exit: Option<ExitAddress>,
    /// Minutes without a touch until the page covers itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover_minutes: Option<Count<2, 15>>,
    /// Minutes under cover until everything is wiped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wipe_minutes: Option<Count<10, 120>>,
    /// A copy may be saved without a passphrase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain_save: Option<bool>,
    /// Residents use this computer too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_device: Option<bool>,
    /// Three taps of Shift leave. The press of Exit always does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shift_exit: Option<bool>,
    /// The language of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl Object for PageSettings {
    fields! { this:
        "exit" => Slot::text(&mut this.exit),
        "cover_minutes" => Slot::field(&mut this.cover_minutes),
        "wipe_minutes" => Slot::field(&mut this.wipe_minutes),
        "plain_save" => Slot::field(&mut this.plain_save),
        "shared_device" => Slot::field(&mut this.shared_device),
        "shift_exit" => Slot::field(&mut this.shift_exit),
        "language" => Slot::field(&mut this.language),
    }
}

/// A local service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Short>,
    /// How to reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Short>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Short>,
}

impl Contact {
    /// Its parts that were given, in order.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.number, &self.hours].into_iter().flatten().map(Short::as_str)
    }
}

impl Object for Contact {
    fields! { this:
        "name" => Slot::text(&mut this.name),
        "number" => Slot::text(&mut this.number),
        "hours" => Slot::text(&mut this.hours),
    }
}

/// A local time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// Its id.
    pub id: Short,
    /// From when it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Short>,
    /// How many units.
    pub limit: Count<0, 999>,
    /// Of what.
    pub unit: Unit,
    /// How firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strictness: Option<Strictness>,
}

impl Deadline {
    /// How many of what.
    pub fn time(&self) -> TimeLimit {
        TimeLimit { limit: self.limit.get(), unit: self.unit }
    }
}

/// A time limit while it is read.
#[derive(Default)]
pub(crate) struct DeadlineRow {
    id: Option<Short>,
    trigger: Option<Short>,
    limit: Option<Count<0, 999>>,
    unit: Option<Unit>,
    strictness: Option<Strictness>,
}

impl Object for DeadlineRow {
    fields! { this:
        "id" => Slot::text(&mut this.id),
        "trigger" => Slot::text(&mut this.trigger),
        "limit" => Slot::field(&mut this.limit),
        "unit" => Slot::field(&mut this.unit),
        "strictness" => Slot::field(&mut this.strictness),
    }
    fn check(&self) -> Result<(), &'static str> {
        self.whole().map(drop)
    }
}

impl Row for DeadlineRow {
    type Whole = Deadline;
    fn whole(&self) -> Result<Deadline, &'static str> {
        Ok(Deadline {
            id: self.id.clone().ok_or("missing field id")?,
            trigger: self.trigger.clone(),
            limit: self.limit.ok_or("missing field limit")?,
            unit: self.unit.ok_or("missing field unit")?,
            strictness: self.strictness,
        })
    }
}

/// Values by the members of a closed set, each once.
#[derive(Clone, Debug)]
pub struct Keyed<K, V>(Vec<(K, V)>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Vocabulary, V> Keyed<K, V> {
    /// The value of a member.
    pub fn get(&self, key: K) -> Option<&V> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }
    /// Every value, in the order of the closed set.
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        K::ALL.iter().filter_map(|key| Some((*key, self.get(*key)?)))
    }
    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Vocabulary, V: Default + PartialEq> Keyed<K, V> {
    /// The value of a member, made empty when there was none.
    fn entry(&mut self, name: &str) -> Option<&mut V> {
        let key = K::from_text(name)?;
        let place = self.0.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            self.0.push((key, V::default()));
            self.0.len() - 1
        });
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Drops the values that are empty, but for those that were empty before.
    pub(crate) fn drop_emptied(&mut self, before: &Self) {
        let empty = V::default();
        self.0.retain(|(key, value)| *value != empty || before.get(*key) == Some(&empty));
    }
}

impl<K: Vocabulary, V: PartialEq> PartialEq for Keyed<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
impl<K: Vocabulary, V: Eq> Eq for Keyed<K, V> {}

impl<K: Vocabulary + Serialize, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl Object for Keyed<ContactId, Contact> {
    fn names(&self) -> &'static [&'static str] {
        ContactId::TEXTS
    }
    fn slot(&mut self, name: &str) -> Option<Slot<'_>> {
        self.entry(name).map(|contact| Slot::Object(contact))
    }
    fn is_keyed(&self) -> bool {
        true
    }
}

impl Object for Keyed<Capability, Vec<WorkerRole>> {
    fn names(&self) -> &'static [&'static str] {
        Capability::TEXTS
    }
    fn slot(&mut self, name: &str) -> Option<Slot<'_>> {
        self.entry(name).map(Slot::Roles)
    }
    fn is_keyed(&self) -> bool {
        true
    }
}
