//! The parts of the settings: short texts, days, addresses, keyed lists.

use super::tree::{Read, Tree, Wrong};
use crate::case::value::{Count, Field};
use crate::case::vocabulary::{Vocabulary, WorkerRole};

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

    /// A text of our own, such as the id of a profile; nothing when it may not stand in settings.
    pub fn known(text: &str) -> Option<Self> {
        Self::checked(text).ok()
    }

    /// The text, when it may stand in settings.
    pub(super) fn checked(text: &str) -> Read<Self> {
        if text.chars().count() > SHORT_LIMIT || text.chars().any(is_barred) {
            return Err(Wrong::new("expected a plain text of at most 200 characters, without markup"));
        }
        Ok(Self(text.to_owned()))
    }

    pub(super) fn of(tree: &Tree) -> Read<Self> {
        Self::checked(tree.text()?)
    }
}

/// What a text of the settings may not hold.
fn is_barred(letter: char) -> bool {
    matches!(letter, '<' | '>' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || letter.is_control()
}

/// A day, written `2027-03-31`. Days compare as texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(String);

impl Day {
    /// The day.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn of(tree: &Tree) -> Read<Self> {
        Self::parse(tree.text()?).ok_or_else(|| Wrong::new("expected a day written as 2027-03-31"))
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

/// Where Exit leads: an `https:` address, without what may follow `?` or `#` in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitAddress(String);

impl ExitAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn of(tree: &Tree) -> Read<Self> {
        Self::parse(tree.text()?).ok_or_else(|| Wrong::new("expected an address that starts with https://"))
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

/// Values of the page itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSettings {
    /// Where Exit leads.
    pub exit: Option<ExitAddress>,
    /// Minutes without a touch until the page covers itself.
    pub cover_minutes: Option<Count<2, 15>>,
    /// Minutes under cover until everything is wiped.
    pub wipe_minutes: Option<Count<10, 120>>,
    /// A copy may be saved without a passphrase.
    pub plain_save: Option<bool>,
    /// Residents use this computer too.
    pub shared_device: Option<bool>,
    /// The language of the page.
    pub language: Option<Language>,
}

impl PageSettings {
    pub(super) fn of(tree: &Tree) -> Read<Self> {
        let mut page = Self::default();
        let names = ["exit", "cover_minutes", "wipe_minutes", "plain_save", "shared_device", "language"];
        tree.fields(&names, &mut |place, value| match place {
            0 => ExitAddress::of(value).map(|exit| page.exit = Some(exit)),
            1 => put(&mut page.cover_minutes, value),
            2 => put(&mut page.wipe_minutes, value),
            3 => put(&mut page.plain_save, value),
            4 => put(&mut page.shared_device, value),
            _ => put(&mut page.language, value),
        })?;
        Ok(page)
    }
}

/// Puts a value into a field of its own kind.
fn put<F: Field>(field: &mut F, value: &Tree) -> Read {
    value.put_into(field, F::kind())
}

/// A local service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// What it is called.
    pub name: Option<Short>,
    /// How to reach it.
    pub number: Option<Short>,
    /// When.
    pub hours: Option<Short>,
}

impl Contact {
    fn of(tree: &Tree) -> Read<Self> {
        let mut contact = Self::default();
        tree.fields(&["name", "number", "hours"], &mut |place, value| {
            let text = Some(Short::of(value)?);
            match place {
                0 => contact.name = text,
                1 => contact.number = text,
                _ => contact.hours = text,
            }
            Ok(())
        })?;
        Ok(contact)
    }

    /// Its parts that were given, in order.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.number, &self.hours].into_iter().flatten().map(Short::as_str)
    }
}

/// A local time limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its id.
    pub id: Short,
    /// From when it runs.
    pub trigger: Option<Short>,
    /// How many units.
    pub limit: Count<0, 999>,
    /// Of what.
    pub unit: Unit,
    /// How firm.
    pub strictness: Option<Strictness>,
}

impl Deadline {
    pub(super) fn of(tree: &Tree) -> Read<Self> {
        let (mut id, mut trigger, mut limit, mut unit, mut strictness) = (None, None, None, None, None);
        tree.fields(&["id", "trigger", "limit", "unit", "strictness"], &mut |place, value| match place {
            0 => Short::of(value).map(|text| id = Some(text)),
            1 => Short::of(value).map(|text| trigger = Some(text)),
            2 => put(&mut limit, value),
            3 => put(&mut unit, value),
            _ => put(&mut strictness, value),
        })?;
        Ok(Self {
            id: id.ok_or_else(|| Wrong::new("missing field id"))?,
            trigger,
            limit: limit.ok_or_else(|| Wrong::new("missing field limit"))?,
            unit: unit.ok_or_else(|| Wrong::new("missing field unit"))?,
            strictness,
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

impl<K: Vocabulary, V: PartialEq> PartialEq for Keyed<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
impl<K: Vocabulary, V: Eq> Eq for Keyed<K, V> {}

impl Keyed<ContactId, Contact> {
    pub(super) fn of(tree: &Tree) -> Read<Self> {
        let mut contacts = Self::default();
        tree.keyed(ContactId::TEXTS, &mut |place, value| {
            Contact::of(value).map(|contact| contacts.0.push((ContactId::ALL[place], contact)))
        })?;
        Ok(contacts)
    }
}

impl Keyed<Capability, Vec<WorkerRole>> {
    pub(super) fn of(tree: &Tree) -> Read<Self> {
        let mut roles = Self::default();
        tree.keyed(Capability::TEXTS, &mut |place, value| {
            let mut may = Vec::new();
            for (place, value) in value.list("expected a sequence")?.iter().enumerate() {
                let mut role = None::<WorkerRole>;
                put(&mut role, value).map_err(|wrong| wrong.within_place(place))?;
                may.extend(role);
            }
            roles.0.push((Capability::ALL[place], may));
            Ok(())
        })?;
        Ok(roles)
    }
}
