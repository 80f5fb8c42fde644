//! The latest incident: what was written of it as facts, what was not as room for a pen.

use super::document::Block;
use super::phrases::Reading;
use waymark_case::Input;
use waymark_case::input::RecordField;

/// The incident, with where each of the two is now.
pub fn incident(reading: &Reading<'_>) -> Vec<Block> {
    let (mut written, mut blank) = (Vec::new(), Vec::new());
    for (label, field) in reading.words.later().pages.outputs.incident_parts.iter().zip(RecordField::INCIDENT) {
        let text = reading.case.shown(Input::Record(field));
        if text.trim().is_empty() {
            blank.push((*label).to_owned());
        } else {
            written.push(((*label).to_owned(), text));
        }
    }
    vec![Block::Facts(written), Block::ToFill(blank)]
}
