//! The parts of the settings: short texts, days, addresses, keyed lists.

use crate::case::value::{Count, given};
use crate::case::vocabulary::Vocabulary;
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use std::marker::PhantomData;

/// The most characters a text may have.
const SHORT_LIMIT: usize = 200;

crate::closed_set! {
    /// A local service, in the order in which they are shown.
    ContactId {
        OnCall = "on_call", EdtChildren = "edt_children", EdtAdults = "edt_adults", Idva = "idva",
        IdvaOutOfHours = "idva_out_of_hours", Marac = "marac", Sarc = "sarc", Firearms = "firearms",
        Interpreter = "interpreter", Refuge = "refuge", Council = "council",
    }
    /// Something that only some roles may do.
    Capability {
        CompleteDash = "complete_dash", ReferMarac = "refer_marac", AttendMarac = "attend_marac",
        NotifyCqc = "notify_cqc", ApproveMove = "approve_move", AdviseComplex = "advise_complex",
        RecordCase = "record_case", MakeThirdPartyReport = "make_third_party_report",
    }
    /// The unit of a time limit.
    Unit { Hours = "hours", WorkingDays = "working-days", Days = "days", Shift = "shift" }
    /// How firm a time limit is.
    Strictness { Must = "must", Normally = "normally", Target = "target" }
    /// A language of the page.
    Language { En = "en" }
}

/// A text of at most 200 characters without markup, control characters or marks that turn the direction of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short(String);

impl Short {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, when it may stand in settings.
    pub(super) fn checked<E: de::Error>(text: String) -> Result<Self, E> {
        if text.chars().count() > SHORT_LIMIT || text.contains(is_barred) {
            return Err(E::custom(format_args!(
                "expected a plain text of at most {SHORT_LIMIT} characters, without markup"
            )));
        }
        Ok(Self(text))
    }
}

/// What a text of the settings may not hold.
fn is_barred(letter: char) -> bool {
    matches!(letter, '<' | '>' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || letter.is_control()
}

impl<'de> Deserialize<'de> for Short {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::checked(String::deserialize(from)?)
    }
}

/// A day, written `2027-03-31`. Days compare as texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(String);

impl Day {
    /// The day.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let number = |part: &str, length: usize| {
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=last).contains(&day).then(|| Self(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?)
            .ok_or_else(|| de::Error::custom("expected a day written as 2027-03-31"))
    }
}

/// Where Exit leads: an `https:` address, without what may follow `?` or `#` in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitAddress(String);

impl ExitAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = |byte: u8| byte.is_ascii_alphanumeric() || b".-:".contains(&byte);
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\".contains(&byte));
        let short = text.len() <= SHORT_LIMIT;
        let address = text.split(['?', '#']).next().unwrap_or_default();
        (plain && short && host.contains('.') && host.bytes().all(named)).then(|| Self(address.to_owned()))
    }
}

impl<'de> Deserialize<'de> for ExitAddress {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?)
            .ok_or_else(|| de::Error::custom("expected an address that starts with https://"))
    }
}

/// Values of the page itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PageSettings {
    /// Where Exit leads.
    #[serde(deserialize_with = "given")]
    pub exit: Option<ExitAddress>,
    /// Minutes without a touch until the page covers itself.
    #[serde(deserialize_with = "given")]
    pub cover_minutes: Option<Count<2, 15>>,
    /// Minutes under cover until everything is wiped.
    #[serde(deserialize_with = "given")]
    pub wipe_minutes: Option<Count<10, 120>>,
    /// A copy may be saved without a passphrase.
    #[serde(deserialize_with = "given")]
    pub plain_save: Option<bool>,
    /// Residents use this computer too.
    #[serde(deserialize_with = "given")]
    pub shared_device: Option<bool>,
    /// The language of the page.
    #[serde(deserialize_with = "given")]
    pub language: Option<Language>,
}

/// A local service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// What it is called.
    #[serde(deserialize_with = "given")]
    pub name: Option<Short>,
    /// How to reach it.
    #[serde(deserialize_with = "given")]
    pub number: Option<Short>,
    /// When.
    #[serde(deserialize_with = "given")]
    pub hours: Option<Short>,
}

impl Contact {
    /// Its parts that were given, in order.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.number, &self.hours].into_iter().flatten().map(Short::as_str)
    }
}

/// A local time limit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its id.
    pub id: Short,
    /// From when it runs.
    #[serde(default, deserialize_with = "given")]
    pub trigger: Option<Short>,
    /// How many units.
    pub limit: Count<0, 999>,
    /// Of what.
    pub unit: Unit,
    /// How firm.
    #[serde(default, deserialize_with = "given")]
    pub strictness: Option<Strictness>,
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

impl<K: Vocabulary, V: PartialEq> PartialEq for Keyed<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
impl<K: Vocabulary, V: Eq> Eq for Keyed<K, V> {}

impl<'de, K: Vocabulary + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Keyed<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<K, V>(PhantomData<(K, V)>);
        impl<'de, K: Vocabulary + Deserialize<'de>, V: Deserialize<'de>> de::Visitor<'de> for Entries<K, V> {
            type Value = Keyed<K, V>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "an object with any of: {}", K::TEXTS.join(", "))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Keyed::default();
                while let Some(key) = map.next_key::<K>()? {
                    if entries.get(key).is_some() {
                        return Err(de::Error::custom("expected each of them once"));
                    }
                    let value = map.next_value()?;
                    entries.0.push((key, value));
                }
                Ok(entries)
            }
        }
        from.deserialize_map(Entries(PhantomData))
    }
}
