//! The inputs of a case by name: what a control on a page is bound to, what a note is keyed by, what a change link opens.
//!
//! Lives here: names, kinds, reading and changing one input. Not here: which inputs are shown (`flow`) or how they read.

use super::context::{ContextField, SettingField};
use super::dash::ItemNumber;
use super::value::Kind;
use super::vocabulary::*;

/// A part of one indicator's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndicatorPart {
    /// Who looks like the one using power.
    Who,
    /// Where the answer comes from.
    Sources,
    /// How often.
    HowOften,
    /// Said in the other person's presence.
    Tainted,
    /// The person it points at says that it is the other one.
    Contested,
    /// What was seen or said.
    Note,
    /// When.
    When,
}

/// A part of the decision about one pathway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChoicePart {
    /// Do, done, not now, declined.
    Decision,
    /// By whom.
    By,
    /// By when, or, of something done, when it was done.
    When,
    /// Why or why not.
    Reason,
}

/// A text of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // named as in `Record`
pub enum RecordField {
    WishWords,
    OwnViewOfDanger,
    SafeContactWords,
    SecondReaderInitials,
    Consulted,
    ReviewOn,
    IncidentWhat,
    IncidentWhen,
    IncidentWhere,
    IncidentInjury,
    IncidentWeapon,
    IncidentEvidence,
    IncidentSaw,
    IncidentNow,
}

impl RecordField {
    /// The fields of the latest incident, in their order.
    pub const INCIDENT: [Self; 8] = [
        Self::IncidentWhat,
        Self::IncidentWhen,
        Self::IncidentWhere,
        Self::IncidentInjury,
        Self::IncidentWeapon,
        Self::IncidentEvidence,
        Self::IncidentSaw,
        Self::IncidentNow,
    ];
}

/// One input, known by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each is the input of that name in the page contract
pub enum Input {
    Profile,
    Context(ContextField),
    Setting(SettingField),
    Indicator(IndicatorId, IndicatorPart),
    Flag(Flag),
    Health,
    NoContactWith,
    Specialist,
    SurvivorIs,
    Unsure,
    SecondReader,
    JudgementPerson,
    JudgementReason,
    DashWith,
    DashHeard,
    DashItem(ItemNumber),
    DashItemSource(ItemNumber),
    DashItemNote(ItemNumber),
    DashJudgement,
    DashJudgementReason,
    DashDoneOn,
    Choice(PathwayId, ChoicePart),
    Record(RecordField),
}

const PARTS: &[(IndicatorPart, &str)] = &[
    (IndicatorPart::Who, "who"),
    (IndicatorPart::Sources, "sources"),
    (IndicatorPart::HowOften, "how_often"),
    (IndicatorPart::Tainted, "tainted"),
    (IndicatorPart::Contested, "contested"),
    (IndicatorPart::Note, "note"),
    (IndicatorPart::When, "when"),
];
const CHOICE_PARTS: &[(ChoicePart, &str)] = &[
    (ChoicePart::Decision, "decision"),
    (ChoicePart::By, "by"),
    (ChoicePart::When, "when"),
    (ChoicePart::Reason, "reason"),
];
const RECORD_FIELDS: &[(RecordField, &str)] = &[
    (RecordField::WishWords, "wish_words"),
    (RecordField::OwnViewOfDanger, "own_view_of_danger"),
    (RecordField::SafeContactWords, "safe_contact_words"),
    (RecordField::SecondReaderInitials, "second_reader_initials"),
    (RecordField::Consulted, "consulted"),
    (RecordField::ReviewOn, "review_on"),
    (RecordField::IncidentWhat, "incident.what"),
    (RecordField::IncidentWhen, "incident.when"),
    (RecordField::IncidentWhere, "incident.where"),
    (RecordField::IncidentInjury, "incident.injury"),
    (RecordField::IncidentWeapon, "incident.weapon"),
    (RecordField::IncidentEvidence, "incident.evidence"),
    (RecordField::IncidentSaw, "incident.saw"),
    (RecordField::IncidentNow, "incident.now"),
];
/// Inputs whose whole name is fixed.
const SINGLE: &[(Input, &str)] = &[
    (Input::Profile, "profile"),
    (Input::Health, "identify.flags.health"),
    (Input::NoContactWith, "identify.flags.no_contact_with"),
    (Input::Specialist, "identify.flags.specialist"),
    (Input::SurvivorIs, "identify.survivor_is"),
    (Input::Unsure, "identify.unsure"),
    (Input::SecondReader, "identify.second_reader"),
    (Input::JudgementPerson, "identify.judgement.person"),
    (Input::JudgementReason, "identify.judgement.reason"),
    (Input::DashWith, "dash.with"),
    (Input::DashHeard, "dash.heard"),
    (Input::DashJudgement, "dash.judgement"),
    (Input::DashJudgementReason, "dash.judgement_reason"),
    (Input::DashDoneOn, "dash.done_on"),
];

fn part_named<T: Copy>(table: &[(T, &str)], name: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == name).map(|(part, _)| *part)
}

fn name_of<T: PartialEq>(table: &[(T, &'static str)], part: &T) -> &'static str {
    table.iter().find(|(known, _)| known == part).map_or("", |(_, name)| name)
}

impl Input {
    /// The input with this name.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(single) = part_named(SINGLE, name) {
            return Some(single);
        }
        let (area, rest) = name.split_once('.')?;
        match area {
            "context" => ContextField::from_name(rest).map(Self::Context),
            "settings" => SettingField::from_name(rest).map(Self::Setting),
            "record" => part_named(RECORD_FIELDS, rest).map(Self::Record),
            "identify" => {
                let (id, part) = rest.split_once('.')?;
                if id == "flags" {
                    return Flag::from_text(part).map(Self::Flag);
                }
                Some(Self::Indicator(IndicatorId::from_text(id)?, part_named(PARTS, part)?))
            }
            "dash" => match rest.split_once('.') {
                None => ItemNumber::from_text(rest).map(Self::DashItem),
                Some((item, "source")) => ItemNumber::from_text(item).map(Self::DashItemSource),
                Some((item, "note")) => ItemNumber::from_text(item).map(Self::DashItemNote),
                Some(_) => None,
            },
            "choices" => {
                let (id, part) = rest.split_once('.')?;
                Some(Self::Choice(PathwayId::from_text(id)?, part_named(CHOICE_PARTS, part)?))
            }
            _ => None,
        }
    }

    /// The input's name, as in the page contract.
    pub fn name(self) -> String {
        match self {
            Self::Context(field) => field.path().to_owned(),
            Self::Setting(field) => field.path().to_owned(),
            Self::Indicator(id, part) => format!("identify.{}.{}", id.text(), name_of(PARTS, &part)),
            Self::Flag(flag) => format!("identify.flags.{}", flag.text()),
            Self::DashItem(item) => format!("dash.{}", item.get()),
            Self::DashItemSource(item) => format!("dash.{}.source", item.get()),
            Self::DashItemNote(item) => format!("dash.{}.note", item.get()),
            Self::Choice(id, part) => format!("choices.{}.{}", id.text(), name_of(CHOICE_PARTS, &part)),
            Self::Record(field) => format!("record.{}", name_of(RECORD_FIELDS, &field)),
            single => name_of(SINGLE, &single).to_owned(),
        }
    }

    /// The `data-question` of the question the input belongs to: an indicator's parts share one, as do an item's.
    pub fn question(self) -> String {
        match self {
            Self::Indicator(id, _) => format!("identify.{}", id.text()),
            Self::DashItemSource(item) | Self::DashItemNote(item) => Self::DashItem(item).name(),
            other => other.name(),
        }
    }

    /// What the input may hold.
    pub fn kind(self) -> Kind {
        match self {
            Self::Profile | Self::JudgementReason | Self::DashJudgementReason => Kind::Text,
            Self::DashItemSource(_) | Self::DashItemNote(_) | Self::Record(_) => Kind::Text,
            Self::Context(field) => field.kind(),
            Self::Setting(field) => field.kind(),
            Self::Indicator(_, IndicatorPart::Who) => Kind::One(Who::TEXTS),
            Self::Indicator(_, IndicatorPart::Sources) => Kind::Any(Source::TEXTS),
            Self::Indicator(_, IndicatorPart::HowOften) => Kind::One(HowOften::TEXTS),
            Self::Indicator(_, IndicatorPart::Tainted | IndicatorPart::Contested) => Kind::Tick,
            Self::Flag(_) | Self::Unsure | Self::SecondReader => Kind::Tick,
            Self::Indicator(_, IndicatorPart::Note | IndicatorPart::When) => Kind::Text,
            Self::Health | Self::NoContactWith => Kind::One(Person::TEXTS),
            Self::Specialist => Kind::One(SpecialistView::TEXTS),
            Self::SurvivorIs => Kind::One(SurvivorIs::TEXTS),
            Self::JudgementPerson => Kind::One(JudgedPerson::TEXTS),
            Self::DashWith => Kind::One(DashWith::TEXTS),
            Self::DashHeard => Kind::One(Heard::TEXTS),
            Self::DashItem(_) => Kind::One(ItemAnswer::TEXTS),
            Self::DashJudgement => Kind::One(Judgement::TEXTS),
            Self::DashDoneOn => Kind::Day,
            Self::Choice(_, ChoicePart::Decision) => Kind::One(Decision::TEXTS),
            Self::Choice(_, _) => Kind::Text,
        }
    }
}
