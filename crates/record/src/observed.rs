//! What staff saw, or an agency knows for itself, about who is doing what to whom: facts with their sources and without a
//! label, whatever the outcome is. A label needs gates; an observation does not.

use super::document::Block;
use super::phrases::Reading;
use waymark_case::identify::IndicatorAnswer;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;

/// What was observed. What was said in front of the other person is left out, and so is what only says what the survivor
/// did: that belongs to the other person's own case.
fn answers<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (IndicatorId, &'a IndicatorAnswer)> {
    let survivor = reading.case.identify.survivor();
    let stands = move |(_, answer): &(IndicatorId, &IndicatorAnswer)| {
        let seen = answer.sources.has(Source::Observed) || answer.sources.has(Source::Agency);
        let of_survivor = survivor.is_some() && answer.person() == survivor;
        seen && !answer.tainted && answer.points_at_anyone() && !of_survivor
    };
    reading.case.identify.answers.iter().flat_map(|answers| answers.iter()).filter(stands)
}

/// The indicators whose observations stand on a sheet that gives them.
pub fn ids(reading: &Reading<'_>) -> Vec<IndicatorId> {
    answers(reading).map(|(id, _)| id).listed()
}

/// The observations as sentences. `notes`: with what was written about them.
pub fn observed(reading: &Reading<'_>, notes: bool) -> Vec<Block> {
    let lines: Vec<String> = answers(reading)
        .map(|(id, answer)| {
            let note = answer.note.clone().filter(|_| notes);
            reading.evidence(id, &IndicatorAnswer { note, ..answer.clone() })
        })
        .listed();
    if lines.is_empty() {
        return Vec::new();
    }
    let who = match reading.case.identify.survivor() {
        Some(_) => Block::paragraph(reading.words.later().pages.outputs.who_is_who),
        None => {
            let ask = |name: &str| [reading.words.later().pages.outputs.who_is, name].concat();
            Block::ToFill([reading.people.one, reading.people.two].map(ask).to_vec())
        }
    };
    vec![Block::List(lines), who]
}
