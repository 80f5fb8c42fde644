//! What may be said outside the log about who is doing what to whom: a pattern with its sources, or nothing but that
//! somebody says it is the other way round.

use super::document::{Block, Marked};
use super::phrases::Reading;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::condition::Clear;
use waymark_content::words::{capital, fill};
use waymark_engine::assessment::Outcome;

/// The person who may be described as using abuse and control: only where the pattern clearly points to the other
/// person, two people have read it, and every core question was asked (practice, section 8).
pub fn described(reading: &Reading<'_>) -> Option<Person> {
    let found = &reading.assessment.identify;
    let asked = &reading.case.identify;
    let two_readers = asked.second_reader || asked.flags.specialist == Some(SpecialistView::Agrees);
    let may = found.outcome == Some(Outcome::Clear)
        && found.clear == Clear::Clear
        && two_readers
        && found.unasked_core.is_empty();
    found.person.filter(|_| may)
}

/// The part of a sheet that is about it, with its heading; no blocks when nothing may be said. Answers that `stand_below`
/// are given by name, so that each sentence stands once on the sheet.
pub fn section(reading: &Reading<'_>, stand_below: &[IndicatorId]) -> (&'static str, Vec<Block>) {
    let say = &reading.words.steps().pages.record;
    match described(reading) {
        Some(user) => {
            let found = &reading.assessment.identify;
            let supports = |id: &IndicatorId| !found.contrary.contains(id);
            let rests: Vec<IndicatorId> = found.counted.iter().copied().filter(supports).listed();
            let evidence = |ids: &[IndicatorId]| {
                let (below, here): (Vec<IndicatorId>, Vec<IndicatorId>) =
                    ids.iter().partition(|id| stand_below.contains(id));
                let name = |id: &IndicatorId| {
                    let name = reading.words.indicator(*id).name;
                    fill(say.pattern_below, &[("name", name), ("heading", reading.words.later().pages.outputs.seen)])
                };
                Block::List(evidence(&here, reading).into_iter().chain(below.iter().map(name)).listed())
            };
            let mut blocks = vec![
                Block::paragraph(capital(&reading.called().about(say.pattern_intro, user))),
                Block::paragraph(say.pattern_rests),
                evidence(&rests),
            ];
            if !found.contrary.is_empty() {
                blocks.push(Block::paragraph(say.pattern_against));
                blocks.push(evidence(&found.contrary));
            }
            (say.summary_pattern, blocks.into_iter().map(|block| block.marked(Marked::Finding)).listed())
        }
        None if reading.case.context.counter_allegation == Some(Known::Yes) => {
            (say.summary_counter_allegation, vec![Block::paragraph(say.counter_allegation).marked(Marked::Account)])
        }
        None => (say.summary_counter_allegation, Vec::new()),
    }
}

/// The answers to these indicators, each with its sources and dates.
pub fn evidence(ids: &[IndicatorId], reading: &Reading<'_>) -> Vec<String> {
    let answered = |id: &IndicatorId| Some(reading.evidence(*id, reading.case.identify.answer(*id)?));
    ids.iter().filter_map(answered).listed()
}
