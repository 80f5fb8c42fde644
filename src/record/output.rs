//! Every output: whom it is for, what it asks for, and how it is made.
//!
//! Lives here: the closed set and its rows. Not here: what an output holds (one file each), or how it leaves (`pages`).

use super::days::Day;
use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::phrases::{People, Reading, key};
use super::{action_plan, decision_log, file_notes, handover, marac, on_call, own_copy, police, safeguarding};
use super::{specialist, summary, visit};
use crate::case::Case;
use crate::content::words::Words;
use crate::engine::Assessment;

crate::closed_set! {
    /// What can be handed on; its text is its `data-output`.
    Output {
        Handover = "handover", Visit = "visit",
        Marac = "marac", Specialist = "idva", Police = "police", Children = "children", Adults = "adults",
        Summary = "summary", SurvivorFile = "survivor-file", OtherFile = "other-file", Actions = "actions",
        DecisionLog = "decision-log",
        OwnCopy = "own-copy",
    }
}

/// Outputs that are chosen among, under one heading.
pub const GROUPS: [&[Output]; 4] = [
    &[Output::Handover, Output::Visit],
    &[Output::Marac, Output::Specialist, Output::Police, Output::Children, Output::Adults],
    &[Output::Summary, Output::SurvivorFile, Output::OtherFile, Output::Actions, Output::DecisionLog],
    &[Output::OwnCopy],
];

/// What is asked before an output is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether their own words are needed by this reader.
    TheirWords,
    /// Whether it is safe for them to carry it: nothing is made before a yes.
    SafeToCarry,
}

/// What the page gives beside the case.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// What was typed on this output.
    pub names: &'a Names,
    /// The answer to the output's question, if it has one: yes or not.
    pub yes: bool,
    /// Today where the computer is, if its clock is of use.
    pub today: Option<Day>,
}

impl Output {
    /// What it asks for that the case has no field for, in the order in which it stands there.
    pub fn slots(self) -> &'static [Slot] {
        match self {
            Self::Marac => &marac::SLOTS,
            Self::Specialist => &specialist::SLOTS,
            Self::Police => &police::SLOTS,
            Self::Children => &safeguarding::CHILD_SLOTS,
            Self::Adults => &safeguarding::ADULT_SLOTS,
            Self::SurvivorFile => &file_notes::SURVIVOR_SLOTS,
            Self::OtherFile => &file_notes::OTHER_SLOTS,
            Self::Visit => &visit::SLOTS,
            Self::Handover | Self::Summary | Self::Actions | Self::DecisionLog | Self::OwnCopy => &[],
        }
    }

    /// What is asked before it is made. The police may have their words without a question where they agreed.
    pub fn question(self) -> Option<Question> {
        match self {
            Self::Police | Self::Children | Self::Adults => Some(Question::TheirWords),
            Self::OwnCopy => Some(Question::SafeToCarry),
            _ => None,
        }
    }

    /// Its name, on its button.
    pub fn name(self, words: &Words) -> &'static str {
        words.text(&key("output", self))
    }

    /// Whom it is for, and whom never.
    pub fn reader(self, words: &Words) -> &'static str {
        words.text(&key("output_reader", self))
    }

    /// What it leaves out, each with the reason.
    pub fn left_out(self, words: &Words) -> &'static [&'static str] {
        words.list(&key("left_out", self))
    }

    /// The documents of this output, each on paper of its own; none before the answer that it waits for.
    pub fn documents(
        self,
        case: &Case,
        assessment: &Assessment,
        words: &Words,
        people: &People,
        given: Given<'_>,
    ) -> Vec<Document> {
        let reading = Reading { case, assessment, words, people };
        let Given { names, yes, today } = given;
        let mut document = reading.document(words.text(&key("output_title", self)));
        match self {
            Self::Handover => return call_and_handover(case, assessment, words),
            Self::Summary => return vec![summary(case, assessment, words, people)],
            Self::DecisionLog => return vec![decision_log(case, assessment, words, people)],
            Self::OwnCopy => return if yes { vec![own_copy::own_copy(case, words)] } else { Vec::new() },
            Self::Marac => marac::marac(&reading, names, &mut document),
            Self::Specialist => specialist::specialist(&reading, names, &mut document),
            Self::Police => police::police(&reading, names, yes || police::agreed(&reading), &mut document),
            Self::Children => safeguarding::children(&reading, names, yes, &mut document),
            Self::Adults => safeguarding::adults(&reading, names, yes, &mut document),
            Self::SurvivorFile => file_notes::survivor_file(&reading, names, &mut document),
            Self::Actions => action_plan::action_plan(&reading, today, &mut document),
            Self::Visit => {
                document.version.clear();
                visit::visit(&reading, names, &mut document);
            }
            Self::OtherFile => {
                // Not even that this page was used.
                document.version.clear();
                file_notes::other_file(names, words, &mut document);
            }
        }
        vec![document]
    }
}

/// The call and the handover: they are made together, for the same night.
fn call_and_handover(case: &Case, assessment: &Assessment, words: &Words) -> Vec<Document> {
    let handover = handover(case, assessment, words);
    let call = Document {
        title: words.pages.record_page.call_title.to_owned(),
        blocks: vec![Block::List(on_call(case, assessment, words))],
        ..handover.clone()
    };
    vec![call, handover]
}
