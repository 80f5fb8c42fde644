//! The check of the answers: what was answered, as rows that each lead back to their question, and what is still open.
//!
//! Lives here: which inputs stand in which section. Not here: which question to ask next (`flow`).

use super::dash_sheet;
use super::people::People;
use super::phrases::{Reading, is_unknown};
use waymark_case::input::{ChoicePart, IndicatorPart, RecordField};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber, SettingField};
use waymark_content::Stance;
use waymark_content::words::{Words, fill};
use waymark_engine::Assessment;

/// One answer, with the input it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// The input a change link leads to.
    pub input: Input,
    /// What it is called.
    pub label: String,
    /// What was answered, in words; "not asked" or its like when nothing was.
    pub value: String,
    /// True when something was answered.
    pub answered: bool,
    /// True when the answer is that it is not known.
    pub unknown: bool,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSection {
    /// The heading.
    pub heading: &'static str,
    /// The rows; may be empty.
    pub rows: Vec<AnswerRow>,
}

/// Why something open matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A question that must come before acting.
    Gate,
    /// A Dash item to go back to.
    Revisit,
    /// A core question of who is doing what to whom.
    Core,
    /// A fact of the situation that was asked and is not known.
    Unknown,
}

/// Something unanswered or not known that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The input it belongs to.
    pub input: Input,
    /// Why it matters.
    pub doubt: Doubt,
    /// True when it was asked: the answer is "don't know", or is one that must come again.
    pub asked: bool,
}

/// What is unanswered or not known and matters, first to last: the gate questions in the engine's order, then the Dash
/// items to go back to once the Dash is started, then the core questions once that work is started, then the facts that
/// were asked and are not known.
pub fn unanswered(case: &Case, assessment: &Assessment) -> Vec<OpenQuestion> {
    let open = |input: Input, doubt: Doubt| OpenQuestion { input, doubt, asked: !case.is_unanswered(input) };
    let gates = assessment.unanswered_gate.iter().map(|gate| open(gate.input(), Doubt::Gate));
    let dash_started = !case.dash.answers.is_empty();
    let revisit = assessment.dash.revisit.iter().filter(|_| dash_started);
    let core = assessment.identify.unasked_core.iter().filter(|_| case.identify.answers.is_some());
    let mut all: Vec<OpenQuestion> = gates
        .chain(revisit.map(|item| open(Input::DashItem(*item), Doubt::Revisit)))
        .chain(core.map(|id| open(Input::Indicator(*id, IndicatorPart::Who), Doubt::Core)))
        .listed();
    let unknown = ContextField::ALL.iter().map(|field| Input::Context(*field)).filter(|input| is_unknown(case, *input));
    let unknown: Vec<OpenQuestion> = unknown
        .filter(|input| all.iter().all(|open| open.input != *input))
        .map(|input| open(input, Doubt::Unknown))
        .listed();
    all.extend(unknown);
    all
}

/// The answers by section: situation, who is doing what to whom, Dash, next steps, record. A row stands for every answer,
/// and for what is open and matters.
pub fn sections(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Vec<AnswerSection> {
    let check = Answers { reading: Reading::of(case, assessment, words, people), open: unanswered(case, assessment) };
    let say = &check.reading.words.steps().pages.record;
    vec![
        AnswerSection { heading: say.check_situation, rows: check.situation() },
        AnswerSection { heading: say.check_identify, rows: check.identify() },
        AnswerSection { heading: say.check_dash, rows: check.dash() },
        AnswerSection { heading: say.check_next_steps, rows: check.next_steps() },
        AnswerSection { heading: say.check_record, rows: check.record() },
    ]
}

struct Answers<'a> {
    reading: Reading<'a>,
    open: Vec<OpenQuestion>,
}

impl Answers<'_> {
    fn situation(&self) -> Vec<AnswerRow> {
        let settings = SettingField::ALL.iter().copied().map(Input::Setting);
        let facts = ContextField::ALL.iter().copied().map(Input::Context);
        std::iter::once(Input::Profile)
            .chain(settings)
            .chain(facts)
            .filter_map(|input| self.known_or_open(input))
            .listed()
    }

    fn identify(&self) -> Vec<AnswerRow> {
        let before = [Input::Unsure, Input::SurvivorIs];
        let indicators = IndicatorId::ALL.iter().map(|id| Input::Indicator(*id, IndicatorPart::Who));
        let flags = Flag::ALL.iter().copied().map(Input::Flag);
        let after = [
            Input::Health,
            Input::NoContactWith,
            Input::Specialist,
            Input::SecondReader,
            Input::JudgementPerson,
            Input::JudgementReason,
        ];
        let inputs = before.into_iter().chain(indicators).chain(flags).chain(after);
        inputs.filter_map(|input| self.known_or_open(input)).listed()
    }

    fn dash(&self) -> Vec<AnswerRow> {
        let started = !self.reading.case.dash.answers.is_empty();
        let items = ItemNumber::all().filter(|_| started).map(|item| Some(self.row(Input::DashItem(item))));
        let [before, after] = [[Input::DashWith, Input::DashHeard], [Input::DashJudgement, Input::DashJudgementReason]]
            .map(|inputs| inputs.map(|input| self.known_or_open(input)));
        before.into_iter().chain(items).chain(after).flatten().listed()
    }

    fn next_steps(&self) -> Vec<AnswerRow> {
        let Reading { case, assessment, .. } = &self.reading;
        let urgent = |id: PathwayId| {
            assessment.pathway(id).is_some_and(|pathway| pathway.priority <= 1 && pathway.stance == Stance::Do)
        };
        let decided = |id: PathwayId| case.choice(id).is_some();
        let wanted = PathwayId::ALL.iter().copied().filter(|id| decided(*id) || urgent(*id));
        wanted.map(|id| self.row(Input::Choice(id, ChoicePart::Decision))).listed()
    }

    fn record(&self) -> Vec<AnswerRow> {
        let identified = self.reading.case.identify.answers.is_some();
        [
            RecordField::WishWords,
            RecordField::OwnViewOfDanger,
            RecordField::SafeContactWords,
            RecordField::SecondReaderInitials,
            RecordField::Consulted,
            RecordField::ReviewOn,
        ]
        .into_iter()
        .filter(|field| *field != RecordField::SecondReaderInitials || identified)
        .map(|field| self.row(Input::Record(field)))
        .listed()
    }

    /// The row of an input that was answered, has a note, or is open and matters.
    fn known_or_open(&self, input: Input) -> Option<AnswerRow> {
        let noted = self.reading.case.notes.contains_key(&input.name());
        let open = self.open.iter().any(|open| open.input == input);
        (noted || open || !self.reading.case.is_unanswered(input)).then(|| self.row(input))
    }

    fn row(&self, input: Input) -> AnswerRow {
        let reading = &self.reading;
        let say = &reading.words.steps().pages.record;
        let answered = !reading.case.is_unanswered(input);
        let value = match input {
            _ if !answered => match input {
                Input::Choice(_, _) => say.no_decision.to_owned(),
                Input::Record(_) => say.not_written.to_owned(),
                _ => say.not_asked.to_owned(),
            },
            Input::DashItem(item) => item_value(item, reading),
            Input::Indicator(id, IndicatorPart::Who) => {
                reading.case.identify.answer(id).map_or_else(String::new, |answer| match answer.says_something() {
                    true => reading.evidence(id, answer),
                    false => reading.sentence(id, answer),
                })
            }
            Input::Choice(id, ChoicePart::Decision) => choice_value(id, reading),
            other => reading.value(other),
        };
        let value = reading.with_note(value, reading.case.notes.get(&input.name())).unwrap_or_default();
        let label = match input {
            Input::Choice(id, _) => reading.title(id).to_owned(),
            other => reading.label(other),
        };
        AnswerRow { input, label, value, answered, unknown: is_unknown(reading.case, input) }
    }
}

/// An item's answer with its source and note.
fn item_value(item: ItemNumber, reading: &Reading<'_>) -> String {
    let Reading { case, words, assessment, .. } = reading;
    let say = &words.steps().pages.record;
    let mut answer = reading.value(Input::DashItem(item));
    if case.dash.answers.get(item) == Some(&ItemAnswer::No) && assessment.dash.revisit.contains(&item) {
        answer = fill(say.doubtful, &[("answer", &answer)]);
    }
    let source = dash_sheet::source(item, reading);
    let value = if source.is_empty() { answer } else { format!("{answer}; {source}") };
    reading.with_note(value, case.dash.notes.get(item)).unwrap_or_default()
}

/// A decision with who, when and why.
fn choice_value(id: PathwayId, reading: &Reading<'_>) -> String {
    let value = |part: ChoicePart| reading.value(Input::Choice(id, part));
    let parts = [ChoicePart::Decision, ChoicePart::By, ChoicePart::When, ChoicePart::Reason].map(value);
    parts.into_iter().filter(|part| !part.is_empty()).listed().join("; ")
}
