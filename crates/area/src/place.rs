//! The places of settings in the making: which there are, what each holds, and reading what was typed at one.

use crate::json::one_of;
use crate::parts::{Capability, Strictness, Unit};
use crate::patch::Value;
use crate::text::{Short, WORD, is_word};
use waymark_case::listed::Listed;
use waymark_case::value::{BOOLS, Kind};
use waymark_case::vocabulary::{Vocabulary, WorkerRole};
use waymark_content::profile::ContactId;

waymark_case::closed_set! {
    /// A part of a local service.
    ContactPart { Name = "name", Number = "number", Hours = "hours" }
    /// A part of a time limit.
    LimitPart { Id = "id", Limit = "limit", Unit = "unit", Trigger = "trigger", Strictness = "strictness" }
    /// What a time limit can be about beside the steps: the tool shows it, and has no step to make sooner.
    OwnLimit { FirstContact = "first-contact", Recording = "recording", Review = "review" }
    /// A part of a fact of the area's own.
    FactPart {
        Id = "id", Number = "number", Hours = "hours", Text = "text", Source = "source", Checked = "checked",
    }
    /// A list of the settings that grows by rows.
    Rows { Limits = "deadlines", Facts = "facts" }
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
    ShiftExit,
    Contact(ContactId, ContactPart),
    Limit(u8, LimitPart),
    Fact(u8, FactPart),
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
    /// A month.
    Month,
    /// What a fact is about.
    FactId,
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
            Self::ShiftExit => "page.shift_exit".to_owned(),
            Self::Contact(id, part) => ["contacts.", id.text(), ".", part.text()].concat(),
            Self::Limit(row, part) => format!("deadlines.{row}.{}", part.text()),
            Self::Fact(row, part) => format!("facts.{row}.{}", part.text()),
            Self::Role(capability) => ["roles.", capability.text()].concat(),
            Self::Value(value) => ["profile_patch.", value.text()].concat(),
        }
    }

    /// What it may hold.
    pub fn holds(self) -> Holds {
        match self {
            Self::Owner | Self::Contact(..) | Self::Limit(_, LimitPart::Id | LimitPart::Trigger) => Holds::Text,
            Self::Fact(_, FactPart::Id) => Holds::FactId,
            Self::Fact(_, FactPart::Checked) => Holds::Month,
            Self::Fact(..) => Holds::Text,
            Self::ReviewBy => Holds::Day,
            Self::Exit => Holds::Address,
            Self::CoverMinutes => Holds::Number(2, 15),
            Self::WipeMinutes => Holds::Number(10, 120),
            Self::PlainSave | Self::SharedDevice | Self::ShiftExit => Holds::YesNo,
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

    /// Every place but those of rows.
    pub(super) fn fixed() -> impl Iterator<Item = Self> {
        let single = [
            Self::Owner,
            Self::ReviewBy,
            Self::Exit,
            Self::CoverMinutes,
            Self::WipeMinutes,
            Self::PlainSave,
            Self::SharedDevice,
            Self::ShiftExit,
        ];
        let contacts =
            ContactId::ALL.iter().flat_map(|id| ContactPart::ALL.iter().map(move |part| Self::Contact(*id, *part)));
        let roles = Capability::ALL.iter().copied().map(Self::Role);
        single.into_iter().chain(contacts).chain(roles).chain(PatchValue::ALL.iter().copied().map(Self::Value))
    }

    /// The list and the row that it belongs to.
    pub(super) fn row(self) -> Option<(Rows, u8)> {
        match self {
            Self::Limit(row, _) => Some((Rows::Limits, row)),
            Self::Fact(row, _) => Some((Rows::Facts, row)),
            _ => None,
        }
    }

    /// The same place in another row.
    pub(super) fn in_row(self, row: u8) -> Self {
        match self {
            Self::Limit(_, part) => Self::Limit(row, part),
            Self::Fact(_, part) => Self::Fact(row, part),
            other => other,
        }
    }

    /// What it is called in its row.
    pub(super) fn part(self) -> &'static str {
        match self {
            Self::Limit(_, part) => part.text(),
            Self::Fact(_, part) => part.text(),
            _ => "",
        }
    }

    /// True when its row says nothing without it.
    pub(super) fn is_needed(self) -> bool {
        matches!(
            self,
            Self::Limit(_, LimitPart::Id | LimitPart::Limit | LimitPart::Unit)
                | Self::Fact(_, FactPart::Id | FactPart::Source | FactPart::Checked)
        )
    }
}

impl PatchValue {
    /// What was typed, as a value of the profile schema; an error says what is allowed.
    pub(crate) fn read(self, typed: &str) -> Result<Value, String> {
        let text = Value::Text(typed.to_owned());
        match Place::Value(self).holds() {
            Holds::Number(least, most) => match typed.parse::<u16>().ok().filter(|n| (least..=most).contains(n)) {
                Some(number) => Ok(Value::Whole(number.into())),
                None => Err(format!("expected {}", Kind::Number(least, most))),
            },
            Holds::YesNo if BOOLS.contains(&typed) => Ok(Value::Bool(typed == "true")),
            Holds::YesNo => Err(format!("expected {}", Kind::One(BOOLS))),
            Holds::One(texts) if texts.contains(&typed) => Ok(text),
            Holds::One(texts) => Err(one_of(texts)),
            _ if is_word(self.text(), typed) => typed.parse::<Short>().map(|_| text).map_err(str::to_owned),
            _ => Err(WORD.to_owned()),
        }
    }
}

impl Rows {
    /// The places of a row.
    pub(super) fn places(self, row: u8) -> Vec<Place> {
        match self {
            Self::Limits => LimitPart::ALL.iter().map(|part| Place::Limit(row, *part)).listed(),
            Self::Facts => FactPart::ALL.iter().map(|part| Place::Fact(row, *part)).listed(),
        }
    }
}
