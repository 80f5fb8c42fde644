//! One case read in one language: what an input is called and what was answered, as words and never as codes.
//!
//! Lives here: labels, values, and the fixed descriptors of the two people. Not here: which of them an output holds.

use crate::case::identify::IndicatorAnswer;
use crate::case::input::{ChoicePart, IndicatorPart};
use crate::case::value::{Kind, Text};
use crate::case::vocabulary::*;
use crate::case::{Case, ContextField, Input};
use crate::content::words::{Words, capital, fill};
use crate::engine::Assessment;
use crate::engine::assessment::Mode;

/// What the two people are called: fixed descriptors such as "the tenant" and "the visitor", never names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// Person 1.
    pub one: String,
    /// Person 2.
    pub two: String,
}

impl People {
    /// "person 1" and "person 2", where no descriptors were chosen.
    pub fn unnamed(words: &Words) -> Self {
        let say = &words.pages.record;
        Self { one: say.person_one.to_owned(), two: say.person_two.to_owned() }
    }

    /// The descriptor of a person.
    pub fn name(&self, person: Person) -> &str {
        match person {
            Person::One => &self.one,
            Person::Two => &self.two,
        }
    }

    /// Puts the descriptors into `{p1}` and `{p2}`.
    pub fn fill(&self, sentence: &str) -> String {
        fill(sentence, &[("p1", &self.one), ("p2", &self.two)])
    }
}

/// From so many facts with the same answer on, they share a line.
const ALIKE: usize = 3;

/// A case with its assessment, read in one language.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub case: &'a Case,
    pub assessment: &'a Assessment,
    pub words: &'a Words,
    pub people: &'a People,
}

impl Reading<'_> {
    /// What an input is called in a record.
    pub fn label(&self, input: Input) -> String {
        label(input, self.words)
    }

    /// What was answered, as words; empty when nothing was.
    pub fn value(&self, input: Input) -> String {
        if let Input::Indicator(id, IndicatorPart::Who) = input {
            return self.case.identify.answer(id).map_or_else(String::new, |answer| self.sentence(id, answer.who()));
        }
        let shown = self.case.shown(input);
        let texts: Vec<&str> = match input.kind() {
            Kind::Any(_) => shown.split(' ').collect(),
            _ => vec![&shown],
        };
        let question = self.words.question(input);
        let label = |value: &str| match question.option(value) {
            "" => value.to_owned(),
            label => self.filled(label),
        };
        texts.into_iter().map(label).collect::<Vec<_>>().join("; ")
    }

    /// What was answered about a fact, with its note; `None` when it was not asked.
    pub fn known(&self, field: ContextField) -> Option<String> {
        let input = Input::Context(field);
        let value = if self.case.is_unanswered(input) { String::new() } else { self.value(input) };
        self.with_note(value, self.case.notes.get(field.path()))
    }

    /// The answered ones of these facts, with their labels.
    pub fn facts(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        fields.iter().filter_map(|field| Some((self.label(Input::Context(*field)), self.known(*field)?))).collect()
    }

    /// The answered ones of these facts, those with the same short answer on one line: a full case stays short to read.
    pub fn grouped(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        let mut facts = self.facts(fields);
        let yes_or_no = [Known::Yes, Known::No]
            .map(|known| self.words.question(Input::Context(ContextField::Deaf)).option(known.text()));
        for answer in yes_or_no {
            let alike = |fact: &(String, String)| fact.1 == answer;
            if facts.iter().filter(|fact| alike(fact)).count() >= ALIKE {
                let (same, rest): (Vec<_>, Vec<_>) = facts.into_iter().partition(alike);
                let labels: Vec<String> = same.into_iter().map(|(label, _)| label).collect();
                facts = rest;
                facts.push((answer.to_owned(), labels.join("; ")));
            }
        }
        facts
    }

    /// The answered ones of these facts without their notes, for readers who are given no more than the fact.
    pub fn bare_facts(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        let answered =
            fields.iter().map(|field| Input::Context(*field)).filter(|input| !self.case.is_unanswered(*input));
        answered.map(|input| (self.label(input), self.value(input))).collect()
    }

    /// A value with its note; `None` when there is neither.
    pub fn with_note(&self, value: String, note: Option<&Text>) -> Option<String> {
        let say = &self.words.pages.record;
        match (value.is_empty(), note.map(Text::as_str).filter(|note| !note.is_empty())) {
            (true, None) => None,
            (false, None) => Some(value),
            (true, Some(note)) => Some(fill(say.with_note, &[("text", say.not_asked), ("note", note)])),
            (false, Some(note)) => Some(fill(say.with_note, &[("text", &value), ("note", note)])),
        }
    }

    /// The answer to an indicator as a sentence about the two people, without its full stop.
    pub fn sentence(&self, id: IndicatorId, who: Who) -> String {
        let words = self.words.indicator(id);
        let say = &self.words.pages.record;
        let (one, two) = (self.people.one.as_str(), self.people.two.as_str());
        let text = match who {
            Who::One => fill(words.echo, &[("user", one), ("harmed", two)]),
            Who::Two => fill(words.echo, &[("user", two), ("harmed", one)]),
            Who::Both => words.echo_both.to_owned(),
            Who::None => words.echo_none.to_owned(),
            Who::NotKnown => say.not_known.to_owned(),
            Who::NotAsked => say.not_asked.to_owned(),
        };
        capital(&text)
    }

    /// The answer to an indicator with where it comes from, how often and when, and its note.
    pub fn evidence(&self, id: IndicatorId, answer: &IndicatorAnswer) -> String {
        let say = &self.words.pages.record;
        let mut details: Vec<String> =
            answer.sources.iter().map(|source| self.people.fill(self.words.text(&key("source", source)))).collect();
        if details.is_empty() {
            details.push(say.evidence_relayed.to_owned());
        }
        details.extend(answer.how_often.map(|often| self.words.text(&key("how_often", often)).to_owned()));
        details.extend(answer.when.as_ref().map(|when| fill(say.evidence_when, &[("when", when.as_str())])));
        if answer.tainted {
            details.push(say.evidence_tainted.to_owned());
        }
        let sentence = self.sentence(id, answer.who());
        let text = fill(say.evidence, &[("sentence", &sentence), ("details", &details.join("; "))]);
        self.with_note(text, answer.note.as_ref()).unwrap_or_default()
    }

    /// The name of a pathway, in the mode it is offered.
    pub fn title(&self, id: PathwayId) -> &'static str {
        let words = self.words.pathway(id);
        match self.assessment.pathway(id).and_then(|pathway| pathway.mode) {
            Some(Mode::PractitionerLine) => words.line_title,
            _ => words.title,
        }
    }

    /// The line with the versions that an output rests on.
    pub fn version(&self) -> String {
        let profile = self.assessment.profile.as_str();
        let name = match self.words.question(Input::Profile).option(profile) {
            "" => profile,
            name => name,
        };
        fill(
            self.words.pages.record.version,
            &[
                ("tool", self.words.pages.shell.name),
                ("engine", self.assessment.engine),
                ("content", self.assessment.content),
                ("profile", name),
            ],
        )
    }

    /// An empty document with this title.
    pub fn document(&self, title: &str) -> super::Document {
        super::Document {
            notice: self.words.pages.record.confidential.to_owned(),
            title: title.to_owned(),
            blocks: Vec::new(),
            version: self.version(),
        }
    }

    /// Puts the descriptors into a label: `{harmed}` is the person whom the answers show as harmed.
    fn filled(&self, label: &str) -> String {
        let harmed = match self.assessment.identify.person {
            Some(user) => self.people.name(user.other()),
            None => self.words.pages.record.person_harmed,
        };
        fill(&self.people.fill(label), &[("harmed", harmed)])
    }
}

/// What an input is called in a record: a short label, the indicator's name, the item with its number, the pathway.
pub(super) fn label(input: Input, words: &Words) -> String {
    match input {
        Input::DashItem(item) | Input::DashItemSource(item) | Input::DashItemNote(item) => {
            let label = lower_first(words.item(item).label);
            fill(words.pages.record.item, &[("number", &item.get().to_string()), ("label", &label)])
        }
        Input::Indicator(id, _) => words.indicator(id).name.to_owned(),
        Input::Choice(id, ChoicePart::Decision) => words.pathway(id).title.to_owned(),
        other => words.question(other).short.to_owned(),
    }
}

/// The key of a code in a table of the words.
pub(super) fn key(table: &str, code: impl Vocabulary) -> String {
    format!("{table}.{}", code.text())
}

/// The text of a member of a closed set, from texts in the order of the set; empty when nothing was chosen.
pub(super) fn member(texts: &[&'static str], chosen: Option<impl Vocabulary>) -> String {
    chosen.and_then(|member| texts.get(member.index()).copied()).unwrap_or_default().to_owned()
}

/// The text to stand inside a sentence; what is written in capitals stays so.
pub(super) fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    let in_capitals = text.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    if let Some(first) = text.get_mut(..1).filter(|_| !in_capitals) {
        first.make_ascii_lowercase();
    }
    text
}
