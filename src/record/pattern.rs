//! What may be said outside the log about who is doing what to whom: a pattern with its sources, or nothing but that
//! both are being assessed separately.

use super::document::Block;
use super::phrases::Reading;
use crate::case::vocabulary::*;
use crate::content::condition::Clear;
use crate::content::words::{capital, fill};
use crate::engine::assessment::Outcome;

/// The person who may be described as using abuse and control: only where the pattern clearly points to the other
/// person, two people have read it, and every core question was asked (practice, section 8).
pub fn described(reading: &Reading<'_>) -> Option<Person> {
    let found = &reading.assessment.identify;
    let asked = &reading.case.identify;
    let two_readers = asked.second_reader || asked.flags.specialist == Some(SpecialistView::Agrees);
    let may = found.outcome == Some(Outcome::O1)
        && found.clear == Clear::Clear
        && two_readers
        && found.unasked_core.is_empty();
    found.person.filter(|_| may)
}

/// The part of a summary that is about it, with its heading; no blocks when nothing may be said.
pub fn section(reading: &Reading<'_>) -> (&'static str, Vec<Block>) {
    let say = &reading.words.pages.record;
    match described(reading) {
        Some(user) => {
            let names = [("user", reading.people.name(user)), ("harmed", reading.people.name(user.other()))];
            let found = &reading.assessment.identify;
            let supports = |id: &IndicatorId| !found.contrary.contains(id);
            let rests: Vec<IndicatorId> = found.counted.iter().copied().filter(supports).collect();
            let mut blocks = vec![
                Block::paragraph(capital(&fill(say.pattern_intro, &names))),
                Block::paragraph(say.pattern_rests),
                Block::List(evidence(&rests, reading)),
            ];
            if !found.contrary.is_empty() {
                blocks.push(Block::paragraph(say.pattern_against));
                blocks.push(Block::List(evidence(&found.contrary, reading)));
            }
            (say.summary_pattern, blocks)
        }
        None if reading.case.context.counter_allegation == Some(Known::Yes) => {
            (say.summary_counter_allegation, vec![Block::paragraph(say.counter_allegation)])
        }
        None => (say.summary_counter_allegation, Vec::new()),
    }
}

/// The answers to these indicators, each with its sources and dates.
pub fn evidence(ids: &[IndicatorId], reading: &Reading<'_>) -> Vec<String> {
    let answered = |id: &IndicatorId| Some(reading.evidence(*id, reading.case.identify.answer(*id)?));
    ids.iter().filter_map(answered).collect()
}
