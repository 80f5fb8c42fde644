//! Every output: whom it is for, what it asks for, and how it is made.
//!
//! Lives here: the closed set and its rows. Not here: what an output holds (one file each), or how it leaves (`pages`).

use super::area_numbers::area_numbers;
use super::document::{Block, Document, Marked, plain_text};
use super::names::{Names, Slot};
use super::people::People;
use super::phrases::{Reading, key};
use super::script::{CALL_WORDS, said_within};
use super::{action_plan, council_letter, decision_log, file_notes, handover, marac, own_copy, police, safeguarding};
use super::{specialist, summary, visit};
use waymark_area::ContactId;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_case::{Case, Day};
use waymark_content::SECTOR_WORDS;
use waymark_content::words::Words;
use waymark_engine::Assessment;

waymark_case::closed_set! {
    /// What can be handed on; its text is its `data-output`.
    Output {
        Handover = "handover", Visit = "visit",
        Marac = "marac", Specialist = "idva", Police = "police", Children = "children", Adults = "adults",
        CouncilLetter = "council-letter",
        Summary = "summary", SurvivorFile = "survivor-file", OtherFile = "other-file", Actions = "actions",
        DecisionLog = "decision-log",
        OwnCopy = "own-copy",
    }
}

/// Outputs that are chosen among, under one heading.
pub const GROUPS: [&[Output]; 4] = [
    &[Output::Handover, Output::Visit],
    &[Output::Marac, Output::Specialist, Output::Police, Output::Children, Output::Adults, Output::CouncilLetter],
    &[Output::Summary, Output::SurvivorFile, Output::OtherFile, Output::Actions, Output::DecisionLog],
    &[Output::OwnCopy],
];

/// The code of the words for the telephone among the texts of all outputs.
const CALL: &str = "on-call-script";

/// What is asked before an output is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetQuestion {
    /// Whether their own words are needed by this reader.
    TheirWords,
    /// Whether it is safe for them to carry it: nothing is made before a yes.
    SafeToCarry,
}

/// What the page gives beside the case.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// What was typed on any output of this visit.
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
            Self::CouncilLetter => &council_letter::SLOTS,
            Self::SurvivorFile => &file_notes::SURVIVOR_SLOTS,
            Self::OtherFile => &file_notes::OTHER_SLOTS,
            Self::Visit => &visit::SLOTS,
            Self::Handover | Self::Summary | Self::Actions | Self::DecisionLog | Self::OwnCopy => &[],
        }
    }

    /// What is asked before it is made. The police may have their words without a question where they agreed.
    pub fn question(self) -> Option<SheetQuestion> {
        match self {
            Self::Police | Self::Children | Self::Adults => Some(SheetQuestion::TheirWords),
            Self::OwnCopy => Some(SheetQuestion::SafeToCarry),
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

    /// The local services that it is sent to.
    pub fn sent_to(self) -> &'static [ContactId] {
        match self {
            Self::Marac => &[ContactId::Marac],
            Self::Specialist => &[ContactId::Idva, ContactId::IdvaOutOfHours],
            Self::Children => &[ContactId::EdtChildren],
            Self::Adults => &[ContactId::EdtAdults],
            Self::CouncilLetter => &[ContactId::Council],
            _ => &[],
        }
    }

    /// What to do before it goes: for whoever sends it, and so no part of it.
    pub fn sending(self, words: &Words) -> &'static [&'static str] {
        let say = &words.later().pages.outputs;
        match self {
            Self::Marac => words.steps().pages.record.before_sending,
            Self::Specialist => say.specialist_sending,
            Self::Police => say.police_sending,
            Self::Children => say.child_sending,
            Self::Adults => say.adult_sending,
            Self::CouncilLetter => say.council_sending,
            _ => &[],
        }
    }

    /// True for what somebody outside the organisation may read: other agencies, contractors, the survivor. Its own words for
    /// people and places stand in none of these: an outsider knows "survivor", and could take "customer" for anybody and
    /// "court" for a court of law.
    fn is_read_outside(self) -> bool {
        match self {
            Self::Marac | Self::Specialist | Self::Police | Self::Children | Self::Adults => true,
            Self::CouncilLetter | Self::OwnCopy | Self::Visit => true,
            Self::Handover | Self::Summary | Self::SurvivorFile | Self::OtherFile => false,
            Self::Actions | Self::DecisionLog => false,
        }
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
        let words = if self.is_read_outside() { words.in_words_of(&SECTOR_WORDS) } else { words };
        let reading = Reading::of(case, assessment, words, people);
        let words = reading.words;
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
            Self::CouncilLetter => {
                document.version.clear();
                council_letter::council_letter(&reading, names, &mut document);
            }
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

/// Every output as its plain text, in the order of the list on screen, with its code: what the tool would say of a case when
/// nothing was typed on an output, every question of an output was answered yes, and no clock is of use. The words for
/// the telephone stand by themselves, before the handover.
pub fn texts(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Vec<(&'static str, String)> {
    let names = Names::default();
    let given = Given { names: &names, yes: true, today: None };
    let text = |documents: &[Document]| documents.iter().map(plain_text).listed().join("\n");
    let mut texts = Vec::new();
    for output in GROUPS.concat() {
        let documents = output.documents(case, assessment, words, people, given);
        match documents.as_slice() {
            [call, rest @ ..] if output == Output::Handover => {
                texts.extend([(CALL, plain_text(call)), (output.text(), text(rest))]);
            }
            all => texts.push((output.text(), text(all))),
        }
    }
    texts
}

/// The call and the handover: they are made together, for the same night.
fn call_and_handover(case: &Case, assessment: &Assessment, words: &Words) -> Vec<Document> {
    let handover = handover(case, assessment, words);
    let line = |(mark, line): (Option<Marked>, String)| match mark {
        Some(mark) => Block::paragraph(line).marked(mark),
        None => Block::paragraph(line),
    };
    // The number is dialled, not read out: what is said stays as it is.
    let number = area_numbers(&[ContactId::OnCall], assessment, words).into_iter();
    let call = Document {
        title: words.later().pages.record_page.call_title.to_owned(),
        blocks: number.chain(said_within(CALL_WORDS, case, assessment, words).into_iter().map(line)).listed(),
        ..handover.clone()
    };
    vec![call, handover]
}
