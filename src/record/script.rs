//! What is said on the telephone tonight. No names, no total, no identification: a counter-allegation is said or not, and
//! danger signs stand for themselves (practice, sections 4 and 8).

use super::phrases::{People, Reading, lower_first, member};
use super::situation::words_of;
use super::{outward, signs};
use crate::case::vocabulary::*;
use crate::case::{Case, ContextField, Input};
use crate::content::words::{Words, fill};
use crate::content::{Open, Stance};
use crate::engine::Assessment;
use crate::engine::assessment::ShownPathway;
use ContextField as F;

/// The most words a call may take.
pub const CALL_WORDS: usize = 120;
/// Calls that the worker makes before this one.
const BEFORE_THE_CALL: [PathwayId; 2] = [PathwayId::Pw01, PathwayId::Pw02];

/// What to read out to whoever is on call: a line each for what I know, how I know, the danger signs, what they want,
/// what I have done and what I need. At most [`CALL_WORDS`] words in all; what is left out ends in "and more".
pub fn on_call(case: &Case, assessment: &Assessment, words: &Words) -> Vec<String> {
    let people = People::unnamed(words);
    let reading = Reading { case, assessment, words, people: &people };
    let mut call = Call::of(&reading);
    let mut cuts = CUTS.iter();
    loop {
        let lines = call.lines(words);
        let said: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
        if said <= CALL_WORDS {
            return lines;
        }
        match cuts.next() {
            Some((part, most)) => call.cut(*part, *most),
            None => return lines,
        }
    }
}

/// A part of the call that can be cut.
#[derive(Clone, Copy)]
enum Part {
    Know,
    Signs,
    Want,
    Done,
    Need,
}

/// How a call is cut to length, a step at a time: the danger signs and what is needed last.
const CUTS: [(Part, usize); 21] = [
    (Part::Signs, 9),
    (Part::Know, 3),
    (Part::Done, 3),
    (Part::Need, 5),
    (Part::Done, 2),
    (Part::Signs, 8),
    (Part::Know, 2),
    (Part::Want, 4),
    (Part::Need, 4),
    (Part::Done, 1),
    (Part::Signs, 7),
    (Part::Know, 1),
    (Part::Want, 3),
    (Part::Signs, 6),
    (Part::Need, 3),
    (Part::Signs, 5),
    (Part::Want, 2),
    (Part::Signs, 4),
    (Part::Need, 2),
    (Part::Want, 1),
    (Part::Signs, 3),
];

/// Things to say, and how many of them will be said.
struct Items {
    all: Vec<String>,
    said: usize,
}

impl Items {
    /// These, or the one text when there are none.
    fn or(all: Vec<String>, none: &str) -> Self {
        let all = if all.is_empty() { vec![none.to_owned()] } else { all };
        Self { said: all.len(), all }
    }
}

/// The parts of the call.
struct Call {
    opening: Vec<String>,
    know: Items,
    how: String,
    signs: Items,
    other_way: String,
    want: Items,
    done: Items,
    need: Items,
}

impl Call {
    fn of(reading: &Reading<'_>) -> Self {
        let Reading { case, assessment, words, .. } = reading;
        let say = &words.pages.record;
        let told = member(say.told_me, case.context.told_by);
        let done = PathwayId::ALL.iter().filter(|id| case.is_done(**id) && outward::pathway_for_shift(**id));
        let ring_first = assessment.pathway(PathwayId::Pw01).is_some_and(|shown| shown.priority == 0);
        let ring_first = ring_first && !case.is_done(PathwayId::Pw01);
        let opening = [say.call_first_999, say.call_opening].into_iter().skip(usize::from(!ring_first));
        Self {
            opening: opening.map(str::to_owned).collect(),
            know: Items::or(known(reading), say.not_known),
            how: if told.is_empty() { say.not_known.to_owned() } else { told },
            signs: Items::or(signs::signs(reading), say.call_signs_none),
            other_way: other_way(reading),
            want: Items::or(wanted(reading), say.not_asked),
            done: Items::or(done.map(|id| reading.title(*id).to_owned()).collect(), say.call_done_none),
            need: Items::or(needed(reading), say.call_need_none),
        }
    }

    fn cut(&mut self, part: Part, most: usize) {
        let items = match part {
            Part::Know => &mut self.know,
            Part::Signs => &mut self.signs,
            Part::Want => &mut self.want,
            Part::Done => &mut self.done,
            Part::Need => &mut self.need,
        };
        items.said = items.said.min(most);
    }

    fn lines(&self, words: &Words) -> Vec<String> {
        let say = &words.pages.record;
        let line = |sentence: &str, items: &Items| {
            let mut said: Vec<&str> = items.all.iter().take(items.said).map(String::as_str).collect();
            if items.said < items.all.len() {
                said.push(say.more);
            }
            fill(sentence, &[("items", &said.join("; "))])
        };
        let mut lines = self.opening.clone();
        lines.extend([
            line(say.call_know, &self.know),
            fill(say.call_how, &[("items", &self.how)]),
            line(say.call_signs, &self.signs),
            self.other_way.clone(),
            line(say.call_want, &self.want),
            line(say.call_done, &self.done),
            line(say.call_need, &self.need),
            say.call_closing.to_owned(),
        ]);
        lines
    }
}

/// What the worker needs: what is to be done today or sooner, then what is to be weighed.
fn needed(reading: &Reading<'_>) -> Vec<String> {
    let say = &reading.words.pages.record;
    let urgent = |stance: Stance| {
        open_steps(reading)
            .filter(move |shown| shown.priority <= 1 && shown.stance == stance && !BEFORE_THE_CALL.contains(&shown.id))
    };
    let mut needed: Vec<String> = urgent(Stance::Do).map(|shown| reading.title(shown.id).to_owned()).collect();
    if reading.assessment.handoff.is_some() {
        needed.push(say.call_need_dash.to_owned());
    }
    needed.extend(urgent(Stance::Consider).map(|shown| fill(say.call_consider, &[("title", reading.title(shown.id))])));
    needed
}

/// What is known of the situation, in short phrases.
fn known(reading: &Reading<'_>) -> Vec<String> {
    let say = &reading.words.pages.record;
    let phrase = |field: ContextField| {
        let value = reading.case.context.field(field).chosen().filter(|value| *value != "unknown")?;
        let question = reading.words.question(Input::Context(field));
        match question.because(value) {
            Some(own) => Some(own.to_owned()),
            None if field == F::Relationship => {
                Some(fill(say.call_relationship, &[("value", &lower_first(question.option(value)))]))
            }
            None => None,
        }
    };
    let fields = [F::Relationship, F::Recency, F::PerpetratorAccess, F::Children, F::HomelessRisk];
    fields.into_iter().filter_map(phrase).collect()
}

/// What they want, by what was ticked; their own words are for the record, not for a telephone.
pub(super) fn wanted(reading: &Reading<'_>) -> Vec<String> {
    let Reading { case, words, .. } = reading;
    let question = words.question(Input::Context(F::Wishes));
    let ticked: Vec<String> =
        case.context.wishes.iter().map(|wish| lower_first(question.option(wish.text()))).collect();
    let own = words_of(case.record.wish_words.as_ref()).is_some() && ticked.is_empty();
    if own { vec![words.pages.record.call_want_words.to_owned()] } else { ticked }
}

/// Whether anyone says that it is the other way round: yes, no or not asked, and nothing more.
pub(super) fn other_way(reading: &Reading<'_>) -> String {
    let say = &reading.words.pages.record;
    let input = Input::Context(F::CounterAllegation);
    let value = match reading.case.is_unanswered(input) {
        true => say.not_asked.to_owned(),
        false => lower_first(&reading.value(input)),
    };
    fill(say.call_other_way, &[("label", &reading.label(input)), ("value", &value)])
}

/// The steps shown that may be named to a shift and are not decided against or done, most urgent first.
pub(super) fn open_steps<'a>(reading: &Reading<'a>) -> impl Iterator<Item = &'a ShownPathway> {
    let case = reading.case;
    reading.assessment.pathways.iter().filter(move |shown| {
        let decision = case.choice(shown.id).and_then(|choice| choice.decision);
        // A wish or an answer holds the others back; what is only to be weighed is handed on while it is urgent.
        let last = match shown.stance {
            Stance::Do | Stance::Offer if is_for_the_morning(shown) => Some(3),
            Stance::Do | Stance::Offer => Some(2),
            Stance::Consider => Some(1),
            Stance::NotNow => None,
        };
        let wanted = match decision {
            None => last.is_some_and(|last| shown.priority <= last),
            Some(decision) => decision == Decision::Do,
        };
        wanted && outward::pathway_for_shift(shown.id)
    })
}

/// A step that can only be taken when offices are open.
pub(super) fn is_for_the_morning(shown: &ShownPathway) -> bool {
    shown.open == Open::OfficeHours
}
