//! The decision log about who is doing what to whom: everything a result must show, for the worker's own restricted log.
//!
//! Outcome, band and what holds it back stand here and in no other output (primary-perpetrator 4.5, practice section 8), and so
//! does whatever the worker set aside, with the reason.
//! Danger comes first, whatever the outcome.

use super::document::{Block, Document};
use super::phrases::{People, Reading, key};
use super::situation::words_of;
use super::{actions, parts, pattern, signs};
use crate::case::input::{ChoicePart, RecordField};
use crate::case::vocabulary::*;
use crate::case::{Case, Input};
use crate::content::words::{Words, capital, fill};
use crate::content::{CautionId, Domain};
use crate::engine::Assessment;
use crate::engine::assessment::{DomainState, Outcome, Reason};

/// The decision log of a case. `people` are fixed descriptors, never names.
pub fn decision_log(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Document {
    let log = Log { reading: Reading { case, assessment, words, people } };
    let say = &words.pages.record;
    let found = &assessment.identify;
    let mut document = log.reading.document(say.log_title);
    document.blocks.push(Block::paragraph(say.log_intro));
    document.blocks.push(Block::ToFill(owned(say.log_blanks)));
    let signs = signs::signs(&log.reading);
    document.section(say.summary_danger, vec![Block::List(signs.iter().map(|sign| capital(sign)).collect())]);
    document.section(say.check_identify, log.outcome());
    document.section(say.log_why, vec![Block::List(log.why())]);
    document.section(say.log_domains, vec![Block::Facts(log.domains())]);
    document.section(say.log_rests, log.rests());
    document.section(say.log_against, vec![log.evidence(&found.contrary)]);
    document.section(say.log_tainted, vec![log.tainted()]);
    document.section(say.log_unknown, vec![log.unknown()]);
    document.section(say.log_set_aside, log.set_aside());
    document.section(say.log_one_answer, vec![log.names(&found.rests_on)]);
    document.section(say.log_caps, vec![log.caps()]);
    document.section(say.log_would_change, vec![log.names(&found.would_change)]);
    document.section(say.log_flags, vec![Block::Facts(log.flags())]);
    document.section(say.log_own, log.own_judgement());
    document.section(say.log_readers, log.readers());
    document.section(say.log_now, log.now());
    document.section(say.log_cautions, vec![log.cautions()]);
    document.section(say.summary_withheld, vec![actions::withheld(&log.reading, |_| true)]);
    document.section(say.log_routes, parts::routes(&log.reading));
    document.section(say.log_set_against, vec![log.set_against()]);
    document.section(say.log_decisions, vec![log.decisions()]);
    document.section(say.log_review, log.review());
    document.blocks.push(Block::paragraph(words.text("standing")));
    document
}

struct Log<'a> {
    reading: Reading<'a>,
}

impl Log<'_> {
    fn text(&self, key: &str) -> &'static str {
        self.reading.words.text(key)
    }

    /// A sentence of the result about the two people.
    fn about_both(&self, sentence: &str) -> String {
        let reading = &self.reading;
        let user = reading.assessment.identify.person;
        let name = |person: Option<Person>| person.map_or("", |person| reading.people.name(person));
        let names = [("user", name(user)), ("harmed", name(user.map(Person::other)))];
        capital(&reading.people.fill(&fill(sentence, &names)))
    }

    fn outcome(&self) -> Vec<Block> {
        let say = &self.reading.words.pages.record;
        let found = &self.reading.assessment.identify;
        let Some(outcome) = found.outcome else { return vec![Block::paragraph(self.text("outcome.not_started"))] };
        let disputed = self.reading.case.context.counter_allegation == Some(Known::Yes);
        let undisputed = found.reasons.contains(&Reason::OneAccount) && !disputed;
        let head = if undisputed { "outcome.one_account_undisputed" } else { &key("outcome", outcome) };
        let mut blocks = vec![Block::Paragraph(self.about_both(self.text(head)))];
        if !found.unasked_core.is_empty() {
            let count = found.unasked_core.len().to_string();
            blocks.push(Block::Paragraph(fill(say.log_provisional, &[("count", &count)])));
        }
        blocks.push(Block::Paragraph(fill(say.log_band, &[("band", self.text(&key("band", found.band)))])));
        if let Some(line) = found.force_line {
            blocks.push(Block::Paragraph(self.about_both(self.text(&key("force_line", line)))));
        }
        blocks.push(Block::paragraph(self.text(&key("outcome_note", outcome))));
        blocks
    }

    fn why(&self) -> Vec<String> {
        self.reading
            .assessment
            .identify
            .reasons
            .iter()
            .map(|reason| self.text(&key("reason", *reason)).to_owned())
            .collect()
    }

    fn domains(&self) -> Vec<(String, String)> {
        let found = &self.reading.assessment.identify;
        let states = found.domains;
        if found.outcome.is_none() {
            return Vec::new();
        }
        [
            (Domain::F, states.f),
            (Domain::K, states.k),
            (Domain::H, states.h),
            (Domain::U, states.u),
            (Domain::L, states.l),
        ]
        .map(|(domain, state): (Domain, DomainState)| {
            let words = self.reading.people.fill(self.text(&key("domain_state", state)));
            (self.text(&key("domain", domain)).to_owned(), words)
        })
        .to_vec()
    }

    fn rests(&self) -> Vec<Block> {
        let found = &self.reading.assessment.identify;
        match self.evidence(&found.counted) {
            list if !list.is_empty() => vec![list],
            _ if found.outcome.is_some() => vec![Block::paragraph(self.reading.words.pages.record.log_rests_none)],
            _ => Vec::new(),
        }
    }

    fn evidence(&self, ids: &[IndicatorId]) -> Block {
        Block::List(pattern::evidence(ids, &self.reading))
    }

    fn names(&self, ids: &[IndicatorId]) -> Block {
        Block::List(ids.iter().map(|id| self.reading.words.indicator(*id).name.to_owned()).collect())
    }

    fn tainted(&self) -> Block {
        let answers = self.reading.case.identify.answers.iter().flat_map(|answers| answers.iter());
        let tainted: Vec<IndicatorId> = answers.filter(|(_, answer)| answer.tainted).map(|(id, _)| id).collect();
        self.evidence(&tainted)
    }

    /// What has no usable answer, each with "not known" or "not asked".
    fn unknown(&self) -> Block {
        let say = &self.reading.words.pages.record;
        let line = |id: &IndicatorId| {
            let answer = self.reading.case.identify.answer(*id);
            let state = match answer.map(|answer| (answer.who(), answer.tainted)) {
                Some((Who::NotKnown, _)) => say.not_known,
                Some((Who::NotAsked, _)) | None => say.not_asked,
                Some(_) => say.evidence_tainted,
            };
            fill(say.labelled, &[("label", self.reading.words.indicator(*id).name), ("value", state)])
        };
        Block::List(self.reading.assessment.identify.unknown.iter().map(line).collect())
    }

    fn set_aside(&self) -> Vec<Block> {
        let ids = &self.reading.assessment.identify.set_aside;
        let why = |id: &IndicatorId| Some((self.reading.words.indicator(*id).name, self.text(&key("set_aside", *id))));
        let why = ids.iter().filter_map(why).map(|(name, why)| (name.to_owned(), why.to_owned()));
        vec![self.evidence(ids), Block::Facts(why.collect())]
    }

    fn caps(&self) -> Block {
        let caps = self.reading.assessment.identify.caps.iter();
        Block::List(caps.map(|cap| self.text(&key("cap", *cap)).to_owned()).collect())
    }

    fn flags(&self) -> Vec<(String, String)> {
        let flags = Flag::ALL.iter().copied().map(Input::Flag);
        let inputs =
            flags.chain([Input::Unsure, Input::SurvivorIs, Input::Health, Input::NoContactWith, Input::Specialist]);
        self.answered(inputs)
    }

    fn own_judgement(&self) -> Vec<Block> {
        let reading = &self.reading;
        let mut blocks = vec![Block::Facts(self.answered([Input::JudgementPerson]))];
        if let Some(reason) = words_of(reading.case.identify.judgement.reason.as_ref()) {
            blocks.push(Block::Quote(reason.to_owned()));
        }
        if blocks.iter().all(Block::is_empty) && reading.case.identify.answers.is_some() {
            blocks.push(Block::paragraph(reading.words.pages.record.log_own_none));
        }
        blocks
    }

    fn readers(&self) -> Vec<Block> {
        let reading = &self.reading;
        let say = &reading.words.pages.record;
        let given = self.answered([RecordField::SecondReaderInitials, RecordField::Consulted].map(Input::Record));
        let second = match reading.case.identify.second_reader {
            true => say.log_second_yes,
            false if reading.case.identify.answers.is_some() => say.log_second_no,
            false => "",
        };
        vec![Block::paragraph(second), Block::Facts(given)]
    }

    fn now(&self) -> Vec<Block> {
        let say = &self.reading.words.pages.record;
        let found = &self.reading.assessment.identify;
        let list = |key: &str| Block::List(owned(self.reading.words.list(key)));
        match (found.outcome, found.person) {
            (None, _) => Vec::new(),
            (Some(Outcome::O1), Some(_)) => vec![
                Block::Heading(3, self.about_both(say.log_now_harmed)),
                list("now_for_each.harmed"),
                Block::Heading(3, self.about_both(say.log_now_user)),
                list("now_for_each.user"),
            ],
            _ => vec![list("now_for_each.unclear")],
        }
    }

    /// The cautions; the one with two numbers in its text stands with its title only.
    fn cautions(&self) -> Block {
        let (plain, numbers): (Vec<CautionId>, Vec<CautionId>) = self
            .reading
            .assessment
            .cautions
            .iter()
            .map(|caution| caution.id)
            .partition(|id| *id != CautionId::ProfileLine);
        let mut lines = actions::caution_lines(&self.reading, &plain);
        lines.extend(numbers.iter().map(|id| self.reading.words.caution(*id).title.to_owned()));
        Block::List(lines)
    }

    fn decisions(&self) -> Block {
        let rows = self
            .reading
            .case
            .record
            .decisions
            .iter()
            .map(|line| [line.what.as_ref(), line.why.as_ref(), line.when.as_ref()].map(actions::cell).to_vec());
        Block::table(self.reading.words.pages.record.decisions_head, rows.collect())
    }

    /// Steps that press and were put off or declined, and steps that a rule holds back and were to be done: with the reason.
    /// The routes stand above, as they were: nothing that is decided here lowers one.
    fn set_against(&self) -> Block {
        let reading = &self.reading;
        let rows = PathwayId::ALL.iter().filter_map(|id| {
            let choice = reading.case.choice(*id)?;
            let presses = reading.assessment.pathway(*id).is_some_and(|shown| shown.priority <= 1);
            let held_back = reading.assessment.withheld.iter().any(|held| held.id == *id);
            let against = match choice.decision? {
                Decision::NotNow | Decision::Declined => presses,
                Decision::Do | Decision::Done => held_back,
            };
            let decision = reading.value(Input::Choice(*id, ChoicePart::Decision));
            against.then(|| vec![reading.title(*id).to_owned(), decision, actions::cell(choice.reason.as_ref())])
        });
        Block::table(reading.words.pages.record.log_set_against_head, rows.collect())
    }

    fn review(&self) -> Vec<Block> {
        let found = &self.reading.assessment.identify;
        let when = match found.outcome {
            None => "",
            Some(Outcome::NotClear) if !found.danger.is_empty() => self.text("review.NC_danger"),
            Some(Outcome::O7 | Outcome::O8) => self.text("review.other"),
            Some(outcome) => self.text(&key("review", outcome)),
        };
        vec![Block::paragraph(when), Block::Facts(self.answered([Input::Record(RecordField::ReviewOn)]))]
    }

    /// The answered ones of these inputs, with their labels and notes.
    fn answered(&self, inputs: impl IntoIterator<Item = Input>) -> Vec<(String, String)> {
        let reading = &self.reading;
        let value = |input: Input| {
            let value = if reading.case.is_unanswered(input) { String::new() } else { reading.value(input) };
            reading.with_note(value, reading.case.notes.get(&input.name()))
        };
        inputs.into_iter().filter_map(|input| Some((reading.label(input), value(input)?))).collect()
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
