//! Answers by the names of their inputs: what one shows, and putting one in or taking it out.

use super::identify::IndicatorAnswers;
use super::input::{ChoicePart, IndicatorPart, Input, RecordField};
use super::value::{Field, NotAllowed, Text};
use super::vocabulary::*;
use super::{Case, Choice};

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
                IndicatorPart::Contested => tick_text(answer.contested),
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
            Input::DashDoneOn => self.dash.done_on.shown(),
            Input::Choice(id, part) => self.choice(id).map_or_else(String::new, |choice| match part {
                ChoicePart::Decision => choice.decision.shown(),
                ChoicePart::By => text_of(&choice.by),
                ChoicePart::When => choice.when().map_or("", Text::as_str).to_owned(),
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
            Input::DashDoneOn => self.dash.done_on.choose(value)?,
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
            IndicatorPart::Who => answer.who.choose(value).map(|()| answer.contested &= answer.person().is_some()),
            IndicatorPart::Sources => answer.sources.choose(value),
            IndicatorPart::HowOften => answer.how_often.choose(value),
            IndicatorPart::Tainted => tick(value).map(|tainted| answer.tainted = tainted),
            IndicatorPart::Contested => tick(value).and_then(|contested| {
                if contested && answer.person().is_none() {
                    return Err(NotAllowed);
                }
                answer.contested = contested;
                Ok(())
            }),
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
            ChoicePart::Decision => {
                choice.decision.choose(value)?;
                // The day belongs to the decision: whoever decides anew says which day it is.
                choice.decided_on = None;
            }
            ChoicePart::By => choice.by = text(value),
            ChoicePart::When => *choice.when_mut() = text(value),
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
            RecordField::IncidentWhat => &self.record.incident.what,
            RecordField::IncidentWhen => &self.record.incident.when,
            RecordField::IncidentWhere => &self.record.incident.r#where,
            RecordField::IncidentInjury => &self.record.incident.injury,
            RecordField::IncidentWeapon => &self.record.incident.weapon,
            RecordField::IncidentEvidence => &self.record.incident.evidence,
            RecordField::IncidentSaw => &self.record.incident.saw,
            RecordField::IncidentNow => &self.record.incident.now,
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
            RecordField::IncidentWhat => &mut self.record.incident.what,
            RecordField::IncidentWhen => &mut self.record.incident.when,
            RecordField::IncidentWhere => &mut self.record.incident.r#where,
            RecordField::IncidentInjury => &mut self.record.incident.injury,
            RecordField::IncidentWeapon => &mut self.record.incident.weapon,
            RecordField::IncidentEvidence => &mut self.record.incident.evidence,
            RecordField::IncidentSaw => &mut self.record.incident.saw,
            RecordField::IncidentNow => &mut self.record.incident.now,
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
