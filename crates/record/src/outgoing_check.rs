//! What was typed, searched before a sheet goes: sentences that hold what the sheet says it leaves out.
//!
//! Lives here: what is looked for, where, and taking a sentence out. Not here: the words (`pages/outgoing.toml`), or what is
//! done about a finding, which is for whoever hands the sheet on.

use super::document::{Document, plain_text};
use super::names::{Names, Slot};
use super::output::Output;
use waymark_case::input::{ChoicePart, IndicatorPart, RecordField};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input, ItemNumber, Text};
use waymark_content::words::Words;

/// Where a text was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedIn {
    /// In an input of the case.
    Input(Input),
    /// In the note of an input, by its name.
    Note(String),
    /// In a part of the safety plan.
    Plan(PlanPart),
    /// On the sheet.
    Slot(Slot),
}

/// A sentence to look at before the sheet goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it seems to hold.
    pub what: &'static str,
    /// The sentence as it was typed.
    pub sentence: String,
    /// Where it was typed.
    pub field: TypedIn,
}

/// What is done about a finding. Nothing is done by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingChoice {
    /// It stays: this reader needs it.
    Keep,
    /// It is taken out where it was typed.
    TakeOut,
    /// It stays: the survivor agreed.
    TheyAgreed,
}

const RECORD: [RecordField; 12] = [
    RecordField::WishWords,
    RecordField::OwnViewOfDanger,
    RecordField::SafeContactWords,
    RecordField::Consulted,
    RecordField::IncidentWhat,
    RecordField::IncidentWhen,
    RecordField::IncidentWhere,
    RecordField::IncidentInjury,
    RecordField::IncidentWeapon,
    RecordField::IncidentEvidence,
    RecordField::IncidentSaw,
    RecordField::IncidentNow,
];
/// The fewest digits of a telephone number; a date has eight.
const DIGITS: usize = 10;

/// Everything typed that stands in these documents of an output and may not belong there, in the order of the inputs.
pub fn findings(output: Output, documents: &[Document], case: &Case, names: &Names, words: &Words) -> Vec<Finding> {
    let flat = |text: &str| text.split_whitespace().listed().join(" ");
    let shown = flat(&documents.iter().map(plain_text).collect::<String>());
    let mut found = Vec::new();
    for (field, text) in typed(output, case, names) {
        for sentence in sentences(&text).filter(|sentence| shown.contains(&flat(sentence))) {
            if let Some(what) = topic(output, sentence, names, words) {
                found.push(Finding { what, sentence: sentence.to_owned(), field: field.clone() });
            }
        }
    }
    found
}

/// Takes the sentence out where it was typed.
pub fn take_out(finding: &Finding, case: &mut Case, names: &mut Names) {
    let without = |text: &str| text.replacen(&finding.sentence, "", 1).trim().to_owned();
    match &finding.field {
        TypedIn::Input(input) => {
            let rest = without(&case.shown(*input));
            // A text takes any text, and an empty one empties it.
            let _ = case.put(*input, (!rest.is_empty()).then_some(rest.as_str()));
        }
        TypedIn::Note(name) => {
            let rest = case.notes.remove(name).map(|note| without(note.as_str())).filter(|rest| !rest.is_empty());
            case.notes.extend(rest.map(|rest| (name.clone(), Text::cut(&rest))));
        }
        TypedIn::Plan(part) => {
            let rest = without(&case.record.plan_text(*part));
            case.record.write_plan(*part, &rest);
        }
        TypedIn::Slot(slot) => {
            let rest = without(names.get(*slot));
            names.put(*slot, &rest);
        }
    }
}

/// Every text that may hold sentences, with its place.
fn typed(output: Output, case: &Case, names: &Names) -> Vec<(TypedIn, String)> {
    let items = ItemNumber::all().flat_map(|item| [Input::DashItemSource(item), Input::DashItemNote(item)]);
    let seen = IndicatorId::ALL.iter().map(|id| Input::Indicator(*id, IndicatorPart::Note));
    let parts = [ChoicePart::By, ChoicePart::When, ChoicePart::Reason];
    let steps = PathwayId::ALL.iter().flat_map(|id| parts.map(|part| Input::Choice(*id, part)));
    let inputs = RECORD.map(Input::Record).into_iter().chain([Input::DashJudgementReason]).chain(items).chain(seen);
    let inputs = inputs.chain(steps).filter(|input| !case.is_unanswered(*input));
    let inputs = inputs.map(|input| (TypedIn::Input(input), case.shown(input)));
    let notes = case.notes.iter().map(|(name, note)| (TypedIn::Note(name.clone()), note.as_str().to_owned()));
    let plan = PlanPart::ALL.iter().map(|part| (TypedIn::Plan(*part), case.record.plan_text(*part)));
    let long = output.slots().iter().filter(|slot| slot.is_long() && **slot != Slot::Children);
    let slots = long.map(|slot| (TypedIn::Slot(*slot), names.get(*slot).to_owned()));
    inputs.chain(notes).chain(plan).chain(slots).filter(|(_, text)| !text.trim().is_empty()).listed()
}

/// The sentences of a text: up to a full stop and its like before a space, or the end of a line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.lines().flat_map(|line| {
        let mut parts = Vec::new();
        let mut rest = line;
        while let Some(end) = rest.find(". ").into_iter().chain(rest.find("? ")).chain(rest.find("! ")).min() {
            let (part, more) = rest.split_at(end + 1);
            parts.push(part);
            rest = more;
        }
        parts.push(rest);
        parts
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// What a sentence seems to hold, the first of it.
fn topic(output: Output, sentence: &str, names: &Names, words: &Words) -> Option<&'static str> {
    let say = &words.later().pages.outgoing;
    let text = sentence.to_lowercase();
    let holds = |list: &[&str]| list.iter().any(|word| has_word(&text, word));
    let digit = text.contains(|letter: char| letter.is_ascii_digit());
    let other_file = output == Output::OtherFile;
    [
        (other_file && holds(say.process_words), say.process),
        (holds(say.hiv_words), say.hiv),
        (holds(say.sexuality_words), say.sexuality),
        (holds(say.papers_words), say.papers),
        (holds(say.refuge_words), say.refuge),
        (has_name(output, &text, names), say.name),
        (has_postcode(&text) || (digit && holds(say.street_words)), say.address),
        (has_number(&text), say.number),
        (text.split_whitespace().any(|word| word.split_once('@').is_some_and(|(_, at)| at.contains('.'))), say.email),
        (holds(say.medical_words), say.medical),
    ]
    .into_iter()
    .find_map(|(holds, what)| holds.then_some(what))
}

/// True where the word begins in the text; one of four letters or fewer must also end there.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !inside(before) && (word.len() > 4 || !inside(after))
    })
}

/// True when a name that was typed for another sheet stands in the text, or any name on the other person's note.
fn has_name(output: Output, text: &str, names: &Names) -> bool {
    let slots = [Slot::SurvivorName, Slot::OtherName, Slot::Children];
    slots.iter().filter(|slot| !output.slots().contains(slot)).any(|slot| {
        let parts = names.get(*slot).split(|letter: char| !letter.is_alphabetic());
        let mut named = parts.filter(|part| part.chars().count() > 2 && part.starts_with(char::is_uppercase));
        named.any(|part| has_word(text, &part.to_lowercase()))
    })
}

/// True when something looks like a postcode: "ab12 3cd", with or without the space.
fn has_postcode(text: &str) -> bool {
    const OUTWARD: [&str; 6] = ["a9", "a99", "aa9", "aa99", "a9a", "aa9a"];
    const INWARD: &str = "9aa";
    let shape = |part: &str| part.chars().map(|it| if it.is_ascii_digit() { '9' } else { 'a' }).collect::<String>();
    let shapes: Vec<String> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).map(shape).listed();
    let whole = |one: &String| one.strip_suffix(INWARD).is_some_and(|outward| OUTWARD.contains(&outward));
    let apart =
        |pair: &[String]| matches!(pair, [outward, inward] if inward == INWARD && OUTWARD.contains(&outward.as_str()));
    shapes.iter().any(whole) || shapes.windows(2).any(apart)
}

/// True when so many digits stand together that they may be a telephone number.
fn has_number(text: &str) -> bool {
    let runs = text.split(|letter: char| !(letter.is_ascii_digit() || " -()+".contains(letter)));
    runs.into_iter().any(|run| run.chars().filter(char::is_ascii_digit).count() >= DIGITS)
}
