//! The decision log about who is doing what to whom: everything a result must show, for the worker's own restricted log.
//!
//! Outcome, band and what holds it back stand here and in no other output (primary-perpetrator 4.5, practice section 8), and so
//! does whatever the worker set aside, with the reason.
//! Danger comes first, whatever the outcome.

use super::document::{Block, Document, Marked};
use super::people::People;
use super::phrases::{Reading, each_says, heading, is_unknown, key, review};
use super::situation::words_of;
use super::{actions, parts, pattern, signs};
use waymark_case::input::{ChoicePart, RecordField};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input};
use waymark_content::CautionId;
use waymark_content::words::{Words, fill};
use waymark_engine::Assessment;
use waymark_engine::assessment::Outcome;

/// The decision log of a case. `people` are fixed descriptors, never names.
pub fn decision_log(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Document {
    let log = Log { reading: Reading::of(case, assessment, words, people) };
    let words = log.reading.words;
    let say = &words.steps().pages.record;
    let found = &assessment.identify;
    let mut document = log.reading.document(say.log_title);
    document.blocks.push(Block::paragraph(say.log_intro));
    document.blocks.push(Block::ToFill(owned(say.log_blanks)));
    let finding = |block: Block| vec![block.marked(Marked::Finding)];
    document.blocks.extend(log.key());
    document.section(say.summary_danger, signs::blocks(&log.reading));
    document.section(say.check_identify, log.outcome());
    document.section(say.log_why, finding(Block::List(log.why())));
    document.section(say.log_domains, finding(Block::Facts(log.domains())));
    document.section(say.log_each_says, vec![log.each_says()]);
    document.section(say.log_rests, log.rests());
    document.section(say.log_against, finding(log.evidence(&found.contrary)));
    document.section(say.log_tainted, vec![log.tainted()]);
    document.section(say.log_unknown, vec![log.unknown().marked(Marked::NotAsked)]);
    document.section(say.log_set_aside, log.set_aside());
    document.section(say.log_one_answer, finding(log.names(&found.rests_on)));
    document.section(say.log_caps, finding(log.caps()));
    document.section(say.log_would_change, finding(log.names(&found.would_change)));
    document.section(say.log_flags, vec![Block::Facts(log.flags())]);
    document.section(say.log_own, log.own_judgement());
    document.section(say.log_readers, log.readers());
    document.section(say.log_now, log.now());
    document.section(say.log_cautions, vec![log.cautions()]);
    document.section(say.summary_withheld, vec![actions::withheld(&log.reading, |_| true).marked(Marked::Advice)]);
    document.section(say.log_routes, parts::routes(&log.reading));
    document.section(say.log_set_against, finding(log.set_against()));
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

    /// Who of the two is called what, once it is said whom the case is for.
    fn key(&self) -> Option<Block> {
        let reading = &self.reading;
        let survivor = reading.case.identify.survivor()?;
        let own = [("harmed", reading.people.name(survivor)), ("other", reading.people.name(survivor.other()))];
        Some(Block::Paragraph(fill(reading.words.steps().pages.record.log_key, &own)))
    }

    /// What each of them says of the other: it counts for neither unless somebody else knows it.
    fn each_says(&self) -> Block {
        let answers = self.reading.case.identify.answers.iter().flat_map(|answers| answers.iter());
        let ids: Vec<IndicatorId> = answers.filter(|(_, answer)| each_says(answer)).map(|(id, _)| id).listed();
        self.evidence(&ids)
    }

    fn outcome(&self) -> Vec<Block> {
        let say = &self.reading.words.steps().pages.record;
        let found = &self.reading.assessment.identify;
        let head = self.reading.about_both(heading(found, self.reading.words));
        let Some(outcome) = found.outcome else { return vec![Block::not_asked(&head)] };
        let mut blocks = vec![Block::Paragraph(head)];
        if !found.unasked_core.is_empty() {
            let count = found.unasked_core.len().to_string();
            blocks.push(Block::Paragraph(fill(say.log_provisional, &[("count", &count)])));
        }
        blocks.push(Block::Paragraph(fill(say.log_band, &[("band", self.text(&key("band", found.band)))])));
        if let Some(line) = found.force_line {
            blocks.push(Block::Paragraph(self.reading.about_both(self.text(&key("force_line", line)))));
        }
        blocks.push(Block::paragraph(self.text(&key("outcome_note", outcome))));
        blocks.into_iter().map(|block| block.marked(Marked::Finding)).listed()
    }

    fn why(&self) -> Vec<String> {
        self.reading
            .assessment
            .identify
            .reasons
            .iter()
            .map(|reason| self.text(&key("reason", *reason)).to_owned())
            .listed()
    }

    fn domains(&self) -> Vec<(String, String)> {
        let found = &self.reading.assessment.identify;
        if found.outcome.is_none() {
            return Vec::new();
        }
        found
            .domains
            .all()
            .map(|(domain, state)| {
                let words = self.reading.named(self.text(&key("domain_state", state)));
                (self.text(&key("domain", domain)).to_owned(), words)
            })
            .to_vec()
    }

    fn rests(&self) -> Vec<Block> {
        let found = &self.reading.assessment.identify;
        match self.evidence(&found.counted) {
            list if !list.is_empty() => vec![list],
            _ if found.outcome.is_some() => {
                vec![Block::paragraph(self.reading.words.steps().pages.record.log_rests_none).marked(Marked::Finding)]
            }
            _ => Vec::new(),
        }
    }

    fn evidence(&self, ids: &[IndicatorId]) -> Block {
        Block::List(pattern::evidence(ids, &self.reading))
    }

    fn names(&self, ids: &[IndicatorId]) -> Block {
        Block::List(ids.iter().map(|id| self.reading.words.indicator(*id).name.to_owned()).listed())
    }

    fn tainted(&self) -> Block {
        let answers = self.reading.case.identify.answers.iter().flat_map(|answers| answers.iter());
        let tainted: Vec<IndicatorId> = answers.filter(|(_, answer)| answer.tainted).map(|(id, _)| id).listed();
        self.evidence(&tainted)
    }

    /// What has no usable answer, each with "not known" or "not asked".
    fn unknown(&self) -> Block {
        let say = &self.reading.words.steps().pages.record;
        let line = |id: &IndicatorId| {
            let answer = self.reading.case.identify.answer(*id);
            let state = match answer.map(|answer| (answer.who(), answer.tainted)) {
                Some((Who::NotKnown, _)) => say.not_known,
                Some((Who::NotAsked, _)) | None => say.not_asked,
                Some(_) => say.evidence_tainted,
            };
            fill(say.labelled, &[("label", self.reading.words.indicator(*id).name), ("value", state)])
        };
        Block::List(self.reading.assessment.identify.unknown.iter().map(line).listed())
    }

    fn set_aside(&self) -> Vec<Block> {
        let ids = &self.reading.assessment.identify.set_aside;
        let why = |id: &IndicatorId| Some((self.reading.words.indicator(*id).name, self.text(&key("set_aside", *id))));
        let why = ids.iter().filter_map(why).map(|(name, why)| (name.to_owned(), why.to_owned()));
        vec![self.evidence(ids), Block::Facts(why.listed())]
    }

    fn caps(&self) -> Block {
        let caps = self.reading.assessment.identify.caps.iter();
        Block::List(caps.map(|cap| self.text(&key("cap", *cap)).to_owned()).listed())
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
            blocks.push(Block::not_asked(reading.words.steps().pages.record.log_own_none));
        }
        blocks
    }

    fn readers(&self) -> Vec<Block> {
        let reading = &self.reading;
        let say = &reading.words.steps().pages.record;
        let given = self.answered([RecordField::SecondReaderInitials, RecordField::Consulted].map(Input::Record));
        let second = match reading.case.identify.second_reader {
            true => Block::paragraph(say.log_second_yes),
            false if reading.case.identify.answers.is_some() => Block::not_asked(say.log_second_no),
            false => Block::paragraph(""),
        };
        vec![second, Block::Facts(given)]
    }

    fn now(&self) -> Vec<Block> {
        let say = &self.reading.words.steps().pages.record;
        let found = &self.reading.assessment.identify;
        let list = |key: &str| Block::List(owned(self.reading.words.list(key))).marked(Marked::Advice);
        match (found.outcome, found.person) {
            (None, _) => Vec::new(),
            (Some(Outcome::Clear), Some(_)) => vec![
                Block::Heading(3, self.reading.about_both(say.log_now_harmed)),
                list("now_for_each.harmed"),
                Block::Heading(3, self.reading.about_both(say.log_now_user)),
                list("now_for_each.user"),
            ],
            _ => vec![list("now_for_each.unclear")],
        }
    }

    fn cautions(&self) -> Block {
        let ids: Vec<CautionId> = self.reading.assessment.cautions.iter().map(|caution| caution.id).listed();
        Block::List(actions::caution_lines(&self.reading, &ids)).marked(Marked::Advice)
    }

    fn decisions(&self) -> Block {
        let rows = self
            .reading
            .case
            .record
            .decisions
            .iter()
            .map(|line| [line.what.as_ref(), line.why.as_ref(), line.when.as_ref()].map(actions::cell).to_vec());
        Block::table(self.reading.words.steps().pages.record.decisions_head, rows.listed())
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
        Block::table(reading.words.steps().pages.record.log_set_against_head, rows.listed())
    }

    fn review(&self) -> Vec<Block> {
        let when = review(&self.reading.assessment.identify, self.reading.words);
        vec![
            Block::paragraph(when).marked(Marked::Advice),
            Block::Facts(self.answered([Input::Record(RecordField::ReviewOn)])),
        ]
    }

    /// The answered ones of these inputs, with their labels and notes.
    fn answered(&self, inputs: impl IntoIterator<Item = Input>) -> Vec<(String, String)> {
        let reading = &self.reading;
        let value = |input: Input| {
            let said = !reading.case.is_unanswered(input) && !is_unknown(reading.case, input);
            let value = if said { reading.value(input) } else { String::new() };
            reading.with_note(value, reading.case.notes.get(&input.name()))
        };
        inputs.into_iter().filter_map(|input| Some((reading.label(input), value(input)?))).listed()
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).listed()
}
