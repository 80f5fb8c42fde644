//! The inputs of a case by name: what a control on a page is bound to, what a note is keyed by, what a change link opens.
//!
//! Lives here: names, kinds, reading and changing one input. Not here: which inputs are shown (`flow`) or how they read.

use super::context::{ContextField, SettingField};
use super::dash::ItemNumber;
use super::identify::IndicatorAnswers;
use super::value::{Field, Kind, NotAllowed, Text};
use super::vocabulary::*;
use super::{Case, Choice};

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
    /// By when.
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
    Choice(PathwayId, ChoicePart),
    Record(RecordField),
}

const PARTS: &[(IndicatorPart, &str)] = &[
    (IndicatorPart::Who, "who"),
    (IndicatorPart::Sources, "sources"),
    (IndicatorPart::HowOften, "how_often"),
    (IndicatorPart::Tainted, "tainted"),
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
            Self::Indicator(_, IndicatorPart::Tainted) | Self::Flag(_) | Self::Unsure | Self::SecondReader => {
                Kind::Tick
            }
            Self::Indicator(_, IndicatorPart::Note | IndicatorPart::When) => Kind::Text,
            Self::Health | Self::NoContactWith => Kind::One(Person::TEXTS),
            Self::Specialist => Kind::One(SpecialistView::TEXTS),
            Self::SurvivorIs => Kind::One(SurvivorIs::TEXTS),
            Self::JudgementPerson => Kind::One(JudgedPerson::TEXTS),
            Self::DashWith => Kind::One(DashWith::TEXTS),
            Self::DashHeard => Kind::One(Heard::TEXTS),
            Self::DashItem(_) => Kind::One(ItemAnswer::TEXTS),
            Self::DashJudgement => Kind::One(Judgement::TEXTS),
            Self::Choice(_, ChoicePart::Decision) => Kind::One(Decision::TEXTS),
            Self::Choice(_, _) => Kind::Text,
        }
    }
}

impl Case {
    /// The input's value as text: the chosen value, the number, the text, or a set's members with spaces between.
    /// Empty when not answered.
    pub fn shown(&self, input: Input) -> String {
        match input {
            Input::Profile => self.profile.clone().unwrap_or_default(),
            Input::Context(field) => self.context.field(field).shown(),
            Input::Setting(field) => self.settings.field(field).shown(),
            Input::Indicator(id, part) => self.identify.answer(id).map_or_else(String::new, |answer| match part {
                IndicatorPart::Who => answer.who.shown(),
                IndicatorPart::Sources => answer.sources.shown(),
                IndicatorPart::HowOften => answer.how_often.shown(),
                IndicatorPart::Tainted => tick_text(answer.tainted),
                IndicatorPart::Note => text_of(&answer.note),
                IndicatorPart::When => text_of(&answer.when),
            }),
            Input::Flag(flag) => tick_text(self.identify.flags.tick(flag)),
            Input::Unsure => tick_text(self.identify.unsure),
            Input::SecondReader => tick_text(self.identify.second_reader),
            Input::Health => self.identify.flags.health.shown(),
            Input::NoContactWith => self.identify.flags.no_contact_with.shown(),
            Input::Specialist => self.identify.flags.specialist.shown(),
            Input::SurvivorIs => self.identify.survivor_is.shown(),
            Input::JudgementPerson => self.identify.judgement.person.shown(),
            Input::JudgementReason => text_of(&self.identify.judgement.reason),
            Input::DashWith => self.dash.with.shown(),
            Input::DashHeard => self.dash.heard.shown(),
            Input::DashItem(item) => self.dash.answers.get(item).copied().shown(),
            Input::DashItemSource(item) => self.dash.sources.get(item).map_or("", Text::as_str).to_owned(),
            Input::DashItemNote(item) => self.dash.notes.get(item).map_or("", Text::as_str).to_owned(),
            Input::DashJudgement => self.dash.judgement.shown(),
            Input::DashJudgementReason => text_of(&self.dash.judgement_reason),
            Input::Choice(id, part) => self.choice(id).map_or_else(String::new, |choice| match part {
                ChoicePart::Decision => choice.decision.shown(),
                ChoicePart::By => text_of(&choice.by),
                ChoicePart::When => text_of(&choice.when),
                ChoicePart::Reason => text_of(&choice.reason),
            }),
            Input::Record(field) => text_of(self.record_text(field)),
        }
    }

    /// True when the input holds `value` (of a set: among others).
    pub fn holds(&self, input: Input, value: &str) -> bool {
        match input {
            Input::Context(field) => self.context.field(field).has(value),
            Input::Setting(field) => self.settings.field(field).has(value),
            Input::Indicator(id, IndicatorPart::Sources) => {
                self.identify.answer(id).is_some_and(|answer| Field::has(&answer.sources, value))
            }
            Input::DashItem(item) => self.dash.answers.get(item).is_some_and(|answer| answer.text() == value),
            other => self.shown(other) == value && !value.is_empty(),
        }
    }

    /// True when nothing was answered.
    pub fn is_unanswered(&self, input: Input) -> bool {
        match input {
            Input::Context(field) => self.context.field(field).is_absent(),
            Input::Setting(field) => self.settings.field(field).is_absent(),
            other => self.shown(other).is_empty(),
        }
    }

    /// Puts a value into an input: chooses it, adds it to a set, ticks (`true`), or writes a text. `None` empties it.
    ///
    /// # Errors
    /// [`NotAllowed`] when the input cannot hold the value; the case is left as it was.
    pub fn put(&mut self, input: Input, value: Option<&str>) -> Result<(), NotAllowed> {
        match input {
            Input::Profile => self.profile = value.map(str::to_owned),
            Input::Context(field) => self.context.field_mut(field).choose(value)?,
            Input::Setting(field) => self.settings.field_mut(field).choose(value)?,
            Input::Indicator(id, part) => self.put_indicator(id, part, value)?,
            Input::Flag(flag) => *self.identify.flags.tick_mut(flag) = tick(value)?,
            Input::Unsure => self.identify.unsure = tick(value)?,
            Input::SecondReader => self.identify.second_reader = tick(value)?,
            Input::Health => self.identify.flags.health.choose(value)?,
            Input::NoContactWith => self.identify.flags.no_contact_with.choose(value)?,
            Input::Specialist => self.identify.flags.specialist.choose(value)?,
            Input::SurvivorIs => self.identify.survivor_is.choose(value)?,
            Input::JudgementPerson => self.identify.judgement.person.choose(value)?,
            Input::JudgementReason => self.identify.judgement.reason = text(value),
            Input::DashWith => self.dash.with.choose(value)?,
            Input::DashHeard => self.dash.heard.choose(value)?,
            Input::DashItem(item) => {
                let mut answer = None::<ItemAnswer>;
                answer.choose(value)?;
                self.dash.answers.set(item, answer);
            }
            Input::DashItemSource(item) => self.dash.sources.set(item, text(value)),
            Input::DashItemNote(item) => self.dash.notes.set(item, text(value)),
            Input::DashJudgement => self.dash.judgement.choose(value)?,
            Input::DashJudgementReason => self.dash.judgement_reason = text(value),
            Input::Choice(id, part) => self.put_choice(id, part, value)?,
            Input::Record(field) => *self.record_text_mut(field) = text(value),
        }
        Ok(())
    }

    /// Takes one value out of a set, or empties the input when it holds that value.
    pub fn take_out(&mut self, input: Input, value: &str) {
        match input {
            Input::Context(field) => self.context.field_mut(field).drop_value(value),
            Input::Setting(field) => self.settings.field_mut(field).drop_value(value),
            Input::Indicator(id, IndicatorPart::Sources) => {
                if let Some(answers) = &mut self.identify.answers {
                    Field::drop_value(&mut answers.entry(id).sources, value);
                }
                self.identify.drop_if_empty(id);
            }
            other if self.holds(other, value) => {
                // Emptying is allowed for every input.
                let _ = self.put(other, None);
            }
            _ => {}
        }
    }

    fn put_indicator(&mut self, id: IndicatorId, part: IndicatorPart, value: Option<&str>) -> Result<(), NotAllowed> {
        let answer = self.identify.answers.get_or_insert_with(IndicatorAnswers::default).entry(id);
        let put = match part {
            IndicatorPart::Who => answer.who.choose(value),
            IndicatorPart::Sources => answer.sources.choose(value),
            IndicatorPart::HowOften => answer.how_often.choose(value),
            IndicatorPart::Tainted => tick(value).map(|tainted| answer.tainted = tainted),
            IndicatorPart::Note => {
                answer.note = text(value);
                Ok(())
            }
            IndicatorPart::When => {
                answer.when = text(value);
                Ok(())
            }
        };
        self.identify.drop_if_empty(id);
        put
    }

    fn put_choice(&mut self, id: PathwayId, part: ChoicePart, value: Option<&str>) -> Result<(), NotAllowed> {
        let choice = self.choice_mut(id);
        match part {
            ChoicePart::Decision => choice.decision.choose(value)?,
            ChoicePart::By => choice.by = text(value),
            ChoicePart::When => choice.when = text(value),
            ChoicePart::Reason => choice.reason = text(value),
        }
        if *choice == Choice::about(id) {
            self.choices.retain(|choice| choice.pathway != id);
        }
        Ok(())
    }

    fn record_text(&self, field: RecordField) -> &Option<Text> {
        match field {
            RecordField::WishWords => &self.record.wish_words,
            RecordField::OwnViewOfDanger => &self.record.own_view_of_danger,
            RecordField::SafeContactWords => &self.record.safe_contact_words,
            RecordField::SecondReaderInitials => &self.record.second_reader_initials,
            RecordField::Consulted => &self.record.consulted,
            RecordField::ReviewOn => &self.record.review_on,
        }
    }

    fn record_text_mut(&mut self, field: RecordField) -> &mut Option<Text> {
        match field {
            RecordField::WishWords => &mut self.record.wish_words,
            RecordField::OwnViewOfDanger => &mut self.record.own_view_of_danger,
            RecordField::SafeContactWords => &mut self.record.safe_contact_words,
            RecordField::SecondReaderInitials => &mut self.record.second_reader_initials,
            RecordField::Consulted => &mut self.record.consulted,
            RecordField::ReviewOn => &mut self.record.review_on,
        }
    }
}

fn text(value: Option<&str>) -> Option<Text> {
    value.filter(|text| !text.is_empty()).map(Text::cut)
}

fn text_of(text: &Option<Text>) -> String {
    text.as_ref().map_or("", Text::as_str).to_owned()
}

fn tick_text(ticked: bool) -> String {
    if ticked { "true".to_owned() } else { String::new() }
}

fn tick(value: Option<&str>) -> Result<bool, NotAllowed> {
    match value {
        Some("true") => Ok(true),
        None => Ok(false),
        Some(_) => Err(NotAllowed),
    }
}
