//! What is said on the telephone tonight, as speech: whole sentences, danger first. No names, no total, no identification: a
//! counter-allegation is said or not, and danger signs stand for themselves (practice, sections 4 and 8).

use super::dash_sheet;
use super::document::Marked;
use super::people::People;
use super::phrases::{Reading, lower_first, member};
use super::situation::words_of;
use super::{outward, signs};
use ContextField as F;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::words::{Words, capital, fill};
use waymark_content::{Open, Stance};
use waymark_engine::Assessment;
use waymark_engine::assessment::ShownPathway;

/// The most words a call may take.
pub const CALL_WORDS: usize = 120;
/// Calls that the worker makes before this one.
const BEFORE_THE_CALL: [PathwayId; 2] = [PathwayId::EmergencyCall, PathwayId::SilentCall];

/// What to read out to whoever is on call, a sentence or two a line: what help is needed, the danger, how worried the worker
/// is, what was done, what was not asked, and what is asked of them. At most [`CALL_WORDS`] words in all.
pub fn on_call(case: &Case, assessment: &Assessment, words: &Words) -> Vec<String> {
    said_within(CALL_WORDS, case, assessment, words).into_iter().map(|(_, line)| line).listed()
}

/// The same in at most so many words, each line with its mark if it makes no claim. What finds no room is counted: "and 2
/// more".
pub fn said_within(most: usize, case: &Case, assessment: &Assessment, words: &Words) -> Vec<(Option<Marked>, String)> {
    let words = assessment.words(words);
    let people = People::unnamed(words);
    let mut call = call(&Reading::of(case, assessment, words, &people));
    let mut pass = 0;
    loop {
        let lines: Vec<_> = call.iter().filter(|line| line.said > 0).map(|line| (line.mark, line.text(words))).listed();
        let length: usize = lines.iter().map(|(_, line)| line.split_whitespace().count()).sum();
        if length <= most || pass == PASSES {
            return lines;
        }
        // The list with most to give away gives way; of two, the later one.
        let over = move |line: &&mut CallLine| line.said.saturating_sub(line.floor(pass));
        match call.iter_mut().max_by_key(over) {
            Some(line) if line.said > line.floor(pass) => line.said -= 1,
            _ => pass += 1,
        }
    }
}

/// How often a call is gone through to shorten it, each time harder.
const PASSES: u8 = 3;

/// A line of the call: a sentence with things in it, some of which can give way.
struct CallLine {
    mark: Option<Marked>,
    sentence: &'static str,
    items: Vec<String>,
    said: usize,
    /// So many are said if it can be; 0 for a line without which the call still says what matters.
    least: usize,
}

impl CallLine {
    /// How many are still said in a pass.
    fn floor(&self, pass: u8) -> usize {
        match pass {
            0 => self.least.max(1),
            // Danger signs are still named when what the call can do without is not.
            1 => self.least,
            _ => self.least.min(1),
        }
    }

    fn text(&self, words: &Words) -> String {
        let mut said: Vec<String> = self.items.iter().take(self.said).cloned().listed();
        let left = self.items.len() - said.len();
        if left > 0 {
            said.push(fill(words.steps().pages.record.call_more, &[("n", &left.to_string())]));
        }
        fill(self.sentence, &[("items", &said.join("; "))])
    }
}

/// Every line that there is something to say in.
fn call(reading: &Reading<'_>) -> Vec<CallLine> {
    let Reading { case, assessment, words, .. } = reading;
    let say = &words.steps().pages.record;
    let yes = |known: Option<Known>| known == Some(Known::Yes);
    let mut call = Vec::new();
    let mut line = |mark: Option<Marked>, sentence: &'static str, least: usize, items: Vec<String>| {
        if !items.is_empty() {
            call.push(CallLine { mark, sentence, said: items.len(), items, least });
        }
    };
    // A whole sentence with nothing in it that could give way.
    let alone = |holds: bool| if holds { vec![String::new()] } else { Vec::new() };
    let advice = Some(Marked::Advice);
    let not_asked = Some(Marked::NotAsked);

    let ring_first = assessment.pathway(PathwayId::EmergencyCall).is_some_and(|shown| shown.priority == 0);
    line(advice, say.call_first_999, 1, alone(ring_first && !case.is_done(PathwayId::EmergencyCall)));
    line(advice, say.call_opening, 1, alone(true));
    line(None, "{items}.", 0, one(capital(&member(say.told_me, case.context.told_by))));
    line(None, say.call_signs, 5, signs::signs(reading));
    line(None, "{items}.", 0, dash_sheet::overheard(reading).into_iter().map(|(_, heard)| heard).listed());
    let worry = case.dash.judgement.filter(|judgement| *judgement != Judgement::None);
    line(None, say.call_worry, 1, one(worry.map_or_else(String::new, |judged| judged.text().to_owned())));
    line(None, say.call_relationship, 0, one(member(say.call_relationships, case.context.relationship)));
    line(None, say.call_know, 0, known(reading));
    line(None, say.call_other_way, 1, alone(yes(case.context.counter_allegation)));
    line(None, say.call_want, 2, wanted(reading));
    line(None, say.call_rung, 1, alone(case.is_done(PathwayId::EmergencyCall)));
    let done = PathwayId::ALL.iter().filter(|id| case.is_done(**id) && outward::pathway_for_shift(**id));
    let done = done.filter(|id| **id != PathwayId::EmergencyCall).map(|id| lower_first(reading.title(*id)));
    line(None, say.call_done, 1, done.listed());
    let unsaid = signs::unsaid(reading);
    let wish = case.context.wishes.iter().next().is_none() && words_of(case.record.wish_words.as_ref()).is_none();
    let gaps = unsaid.not_asked.into_iter().chain(wish.then_some(say.call_wish));
    line(not_asked, say.call_not_asked, 4, gaps.map(str::to_owned).listed());
    line(not_asked, say.call_not_known, 3, unsaid.not_known.into_iter().map(str::to_owned).listed());
    line(advice, say.call_need, 3, needed(reading));
    line(advice, say.call_closing, 1, alone(true));
    call
}

/// The one thing to say, unless it is empty.
fn one(text: String) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text] }
}

/// What the worker needs: what is to be done today or sooner, then what is to be weighed.
fn needed(reading: &Reading<'_>) -> Vec<String> {
    let say = &reading.words.steps().pages.record;
    let urgent = |stance: Stance| {
        open_steps(reading)
            .filter(move |shown| shown.priority <= 1 && shown.stance == stance && !BEFORE_THE_CALL.contains(&shown.id))
    };
    let title = |shown: &ShownPathway| lower_first(reading.title(shown.id));
    let mut needed: Vec<String> = urgent(Stance::Do).map(title).listed();
    if reading.assessment.handoff.is_some() {
        needed.push(say.call_need_dash.to_owned());
    }
    needed.extend(urgent(Stance::Consider).map(|shown| fill(say.call_consider, &[("title", &title(shown))])));
    if needed.is_empty() { vec![say.call_need_none.to_owned()] } else { needed }
}

/// What is known of the situation, in short phrases.
fn known(reading: &Reading<'_>) -> Vec<String> {
    let phrase = |field: ContextField| {
        let value = reading.case.context.field(field).chosen().filter(|value| *value != "unknown")?;
        reading.words.question(Input::Context(field)).because(value).map(str::to_owned)
    };
    [F::Recency, F::PerpetratorAccess, F::Children, F::HomelessRisk].into_iter().filter_map(phrase).listed()
}

/// What they want, by what was ticked; their own words are for the record, not for a telephone.
pub(super) fn wanted(reading: &Reading<'_>) -> Vec<String> {
    let Reading { case, words, .. } = reading;
    let question = words.question(Input::Context(F::Wishes));
    let ticked: Vec<String> = case.context.wishes.iter().map(|wish| lower_first(question.option(wish.text()))).listed();
    let own = words_of(case.record.wish_words.as_ref()).is_some() && ticked.is_empty();
    if own { vec![words.steps().pages.record.call_want_words.to_owned()] } else { ticked }
}

/// The steps shown that may be named to a shift and are not decided against or done, most urgent first.
pub(super) fn open_steps<'a>(reading: &Reading<'a>) -> impl Iterator<Item = &'a ShownPathway> {
    let case = reading.case;
    reading.assessment.steps().into_iter().filter(move |shown| {
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
