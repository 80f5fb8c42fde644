//! Settings in the making: what was typed at each place, fit or not, and what is allowed there.
//!
//! Lives here: the places that can be filled in, their checks, and the way from settings and back. What was typed is never
//! thrown away because it is wrong. Not here: the policy and the local values of the case, which the case holds (`app`).

use super::parts::{Capability, ContactId, Day, ExitAddress, Short, Strictness, Unit};
use super::tree::{Read, Wrong};
use super::{Area, AreaError, BYTES, SettingsFormat, Tree};
use crate::case::value::LIST_LIMIT;
use crate::case::vocabulary::{Vocabulary, WorkerRole};

crate::closed_set! {
    /// A part of a local service.
    ContactPart { Name = "name", Number = "number", Hours = "hours" }
    /// A part of a time limit.
    LimitPart { Id = "id", Limit = "limit", Unit = "unit", Trigger = "trigger", Strictness = "strictness" }
    /// A value of the profile schema that has a place of its own: its text is its path.
    PatchValue {
        Ticks = "marac.ticks", ContactMode = "perpetrator.contactMode", Reuse = "dash.reuseExternal.allowed",
        Police = "police.alwaysReportCrime", ConsentSupport = "informationSharing.consentRules.support_referral",
        ConsentSafeguarding = "informationSharing.consentRules.safeguarding",
        ConsentPolice = "informationSharing.consentRules.police", TermSurvivor = "terms.survivor",
        TermPersonHoused = "terms.person_housed", TermHome = "terms.home", TermCaseSystem = "terms.case_system",
    }
    /// How far contact with the other person goes, as the profile schema writes it.
    SchemaContact {
        None = "none", SignpostOnly = "signpost_only", SupportWithinRemit = "support_within_remit",
        JointWork = "joint_work_on_incidents",
    }
    /// What agreement a share needs, as the profile schema writes it.
    SchemaConsent {
        NotRequired = "not_required", SeekFirst = "seek_then_override_if_risk", Required = "consent_required",
    }
}

/// A place of the settings that can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is the place of that path in the settings
pub enum Place {
    Owner,
    ReviewBy,
    Exit,
    CoverMinutes,
    WipeMinutes,
    PlainSave,
    SharedDevice,
    Contact(ContactId, ContactPart),
    Limit(u8, LimitPart),
    Role(Capability),
    Value(PatchValue),
}

/// What a place may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A short text.
    Text,
    /// A day.
    Day,
    /// An address.
    Address,
    /// A whole number in these bounds.
    Number(u16, u16),
    /// Yes or no.
    YesNo,
    /// One of these.
    One(&'static [&'static str]),
    /// Any of these, with spaces between.
    Any(&'static [&'static str]),
}

impl Place {
    /// Where it stands in the settings, such as `contacts.idva.name`.
    pub fn path(self) -> String {
        match self {
            Self::Owner => "owner".to_owned(),
            Self::ReviewBy => "review_by".to_owned(),
            Self::Exit => "page.exit".to_owned(),
            Self::CoverMinutes => "page.cover_minutes".to_owned(),
            Self::WipeMinutes => "page.wipe_minutes".to_owned(),
            Self::PlainSave => "page.plain_save".to_owned(),
            Self::SharedDevice => "page.shared_device".to_owned(),
            Self::Contact(id, part) => ["contacts.", id.text(), ".", part.text()].concat(),
            Self::Limit(row, part) => format!("deadlines.{row}.{}", part.text()),
            Self::Role(capability) => ["roles.", capability.text()].concat(),
            Self::Value(value) => ["profile_patch.", value.text()].concat(),
        }
    }

    /// What it may hold.
    pub fn holds(self) -> Holds {
        match self {
            Self::Owner | Self::Contact(..) | Self::Limit(_, LimitPart::Id | LimitPart::Trigger) => Holds::Text,
            Self::ReviewBy => Holds::Day,
            Self::Exit => Holds::Address,
            Self::CoverMinutes => Holds::Number(2, 15),
            Self::WipeMinutes => Holds::Number(10, 120),
            Self::PlainSave | Self::SharedDevice => Holds::YesNo,
            Self::Limit(_, LimitPart::Limit) => Holds::Number(0, 999),
            Self::Limit(_, LimitPart::Unit) => Holds::One(Unit::TEXTS),
            Self::Limit(_, LimitPart::Strictness) => Holds::One(Strictness::TEXTS),
            Self::Role(_) => Holds::Any(WorkerRole::TEXTS),
            Self::Value(value) => match value {
                PatchValue::Ticks => Holds::Number(1, 24),
                PatchValue::ContactMode => Holds::One(SchemaContact::TEXTS),
                PatchValue::Reuse | PatchValue::Police => Holds::YesNo,
                PatchValue::ConsentSupport | PatchValue::ConsentSafeguarding | PatchValue::ConsentPolice => {
                    Holds::One(SchemaConsent::TEXTS)
                }
                _ => Holds::Text,
            },
        }
    }

    /// Every place but the rows of the time limits.
    fn fixed() -> impl Iterator<Item = Self> {
        let single = [
            Self::Owner,
            Self::ReviewBy,
            Self::Exit,
            Self::CoverMinutes,
            Self::WipeMinutes,
            Self::PlainSave,
            Self::SharedDevice,
        ];
        let contacts =
            ContactId::ALL.iter().flat_map(|id| ContactPart::ALL.iter().map(move |part| Self::Contact(*id, *part)));
        let roles = Capability::ALL.iter().copied().map(Self::Role);
        single.into_iter().chain(contacts).chain(roles).chain(PatchValue::ALL.iter().copied().map(Self::Value))
    }

    /// The places of a row of the time limits.
    fn row(row: u8) -> impl Iterator<Item = Self> {
        LimitPart::ALL.iter().map(move |part| Self::Limit(row, *part))
    }

    /// What was typed as a value of the settings; an error says what is allowed.
    fn read(self, typed: &str) -> Read<Tree> {
        let text = Tree::Text(typed.to_owned());
        match self.holds() {
            Holds::Text => Short::of(&text).map(|_| text),
            Holds::Day => Day::of(&text).map(|_| text),
            Holds::Address => ExitAddress::of(&text).map(|_| text),
            Holds::Number(least, most) => match typed.parse::<u16>().ok().filter(|n| (least..=most).contains(n)) {
                Some(number) => Ok(Tree::Whole(number.into())),
                None => Err(Wrong::new(&format!("expected a whole number from {least} to {most}"))),
            },
            Holds::YesNo if typed == "true" || typed == "false" => Ok(Tree::Bool(typed == "true")),
            Holds::YesNo => Err(Wrong::new("expected a boolean")),
            Holds::One(texts) if texts.contains(&typed) => Ok(text),
            Holds::One(texts) => Err(Wrong::one_of("expected one of: ", texts)),
            Holds::Any(texts) => {
                let members: Vec<_> = typed.split_ascii_whitespace().collect();
                match members.iter().all(|member| texts.contains(member)) {
                    true => Ok(Tree::List(members.iter().map(|member| Tree::Text((*member).to_owned())).collect())),
                    false => Err(Wrong::one_of("expected one of: ", texts)),
                }
            }
        }
    }
}

/// Settings in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed; nothing stands for an empty place.
    typed: Vec<(Place, String)>,
    /// How many rows of time limits there are, empty ones too.
    rows: u8,
    /// What came with opened settings and has no place here.
    rest: Tree,
}

impl Default for Draft {
    fn default() -> Self {
        let format = ("format".to_owned(), Tree::Text(SettingsFormat::V1.text().to_owned()));
        Self { typed: Vec::new(), rows: 0, rest: Tree::Map(vec![format]) }
    }
}

impl Draft {
    /// The settings as a draft of new ones. The policy and the local values are left out: the case holds them.
    pub fn of(area: &Area) -> Self {
        let mut rest = area.tree();
        rest.take_at(&["profile"]);
        rest.take_at(&["case"]);
        rest.take_at(&["deadlines"]);
        let mut draft = Self { typed: Vec::new(), rows: 0, rest: Tree::Null };
        for place in Place::fixed() {
            let path = place.path();
            let path: Vec<_> = path.split('.').collect();
            // A value that has another shape than its place stays as it is.
            if let Some(typed) = rest.at(&path).and_then(|value| shown(value, place)) {
                draft.set(place, &typed);
                rest.take_at(&path);
            }
        }
        for (row, deadline) in (0..).zip(&area.deadlines) {
            draft.rows = row + 1;
            draft.set(Place::Limit(row, LimitPart::Id), deadline.id.as_str());
            draft.set(Place::Limit(row, LimitPart::Limit), &deadline.limit.get().to_string());
            draft.set(Place::Limit(row, LimitPart::Unit), deadline.unit.text());
            draft.set(Place::Limit(row, LimitPart::Trigger), deadline.trigger.as_ref().map_or("", Short::as_str));
            draft.set(Place::Limit(row, LimitPart::Strictness), deadline.strictness.map_or("", Vocabulary::text));
        }
        draft.rest = rest;
        draft
    }

    /// What stands at a place; empty when nothing does.
    pub fn get(&self, place: Place) -> &str {
        self.typed.iter().find(|(at, _)| *at == place).map_or("", |(_, typed)| typed)
    }

    /// Puts what was typed at a place, fit or not.
    pub fn set(&mut self, place: Place, typed: &str) {
        self.typed.retain(|(at, _)| *at != place);
        if !typed.is_empty() {
            self.typed.push((place, typed.to_owned()));
        }
    }

    /// Puts a member in or takes it out, at a place that holds any of several.
    pub fn toggle(&mut self, place: Place, member: &str, on: bool) {
        let mut members: Vec<_> = self.get(place).split_ascii_whitespace().filter(|known| *known != member).collect();
        if on {
            members.push(member);
        }
        let members = members.join(" ");
        self.set(place, &members);
    }

    /// How many rows of time limits there are.
    pub fn rows(&self) -> u8 {
        self.rows
    }

    /// Adds an empty row, as long as there may be more.
    pub fn add_row(&mut self) {
        if usize::from(self.rows) < LIST_LIMIT {
            self.rows += 1;
        }
    }

    /// Takes a row away; those after it move up.
    pub fn take_row(&mut self, row: u8) {
        self.typed.retain(|(place, _)| !matches!(place, Place::Limit(at, _) if *at == row));
        for (place, _) in &mut self.typed {
            if let Place::Limit(at, _) = place
                && *at > row
            {
                *at -= 1;
            }
        }
        self.rows = self.rows.saturating_sub(1);
    }

    /// What is allowed at a place where something else stands; nothing where all is well.
    pub fn problem(&self, place: Place) -> Option<String> {
        let typed = self.get(place);
        if !typed.is_empty() {
            return place.read(typed.trim()).err().map(Wrong::allowed);
        }
        let Place::Limit(row, LimitPart::Id | LimitPart::Limit | LimitPart::Unit) = place else { return None };
        // Half a row says nothing.
        self.has_row(row).then(|| "expected a value, as the row has others".to_owned())
    }

    fn has_row(&self, row: u8) -> bool {
        Place::row(row).any(|place| !self.get(place).is_empty())
    }

    /// Every place where something is wrong.
    pub fn wrong(&self) -> Vec<Place> {
        let rows = (0..self.rows).flat_map(Place::row);
        Place::fixed().chain(rows).filter(|place| self.problem(*place).is_some()).collect()
    }

    /// True when nothing was filled in and nothing was opened.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.rest == Self::default().rest
    }

    /// The settings of all places that are fit. The others are left out, and so is a row that is not whole.
    ///
    /// # Errors
    /// [`AreaError::TooLong`] when they are longer than settings may be.
    pub fn area(&self) -> Result<Area, AreaError> {
        let mut tree = self.rest.clone();
        for place in Place::fixed() {
            if let Some(value) = self.fit(place) {
                let path = place.path();
                tree.put_at(&path.split('.').collect::<Vec<_>>(), value);
            }
        }
        let rows = (0..self.rows)
            .filter(|row| self.has_row(*row) && Place::row(*row).all(|place| self.problem(place).is_none()));
        let limits: Vec<_> = rows.map(|row| self.limit(row)).collect();
        if !limits.is_empty() {
            tree.put_at(&["deadlines"], Tree::List(limits));
        }
        if tree.json().len() > BYTES {
            return Err(AreaError::TooLong);
        }
        Area::of(&tree).map_err(Wrong::shown)
    }

    fn fit(&self, place: Place) -> Option<Tree> {
        Some(self.get(place).trim()).filter(|typed| !typed.is_empty()).and_then(|typed| place.read(typed).ok())
    }

    fn limit(&self, row: u8) -> Tree {
        let parts = LimitPart::ALL.iter();
        Tree::Map(
            parts.filter_map(|part| Some((part.text().to_owned(), self.fit(Place::Limit(row, *part))?))).collect(),
        )
    }
}

/// A value as it is typed at a place; nothing when it does not fit there.
fn shown(value: &Tree, place: Place) -> Option<String> {
    let typed = match value {
        Tree::Text(text) => text.clone(),
        Tree::Whole(number) => number.to_string(),
        Tree::Bool(on) => on.to_string(),
        Tree::List(entries) if matches!(place.holds(), Holds::Any(_)) => {
            entries.iter().map(|entry| entry.text().ok()).collect::<Option<Vec<_>>>()?.join(" ")
        }
        _ => return None,
    };
    place.read(&typed).is_ok().then_some(typed).filter(|typed| !typed.is_empty())
}
