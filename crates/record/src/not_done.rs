//! What was not done, and why: questions that could not be asked, and steps put off or declined with a reason.

use super::document::{Block, Marked};
use super::phrases::{Reading, member};
use super::{actions, outward};
use waymark_case::Input;
use waymark_case::input::ChoicePart;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;

/// What was not asked, then what was put off, each as a table that is empty where no reason was written.
pub fn not_done(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    // A reason that was left beside a question answered since says nothing any more.
    let may = |input: &Input| {
        reading.case.is_unanswered(*input) && !matches!(input, Input::Context(field) if !outward::fact(*field))
    };
    let asked = reading.case.record.not_asked_because.iter().filter_map(|(name, why)| {
        let input = Input::parse(name).filter(may)?;
        let why = member(say.not_asked_because, Some(*why));
        Some(vec![reading.label(input), reading.words.steps().pages.record.not_asked.to_owned(), why])
    });
    let put_off = PathwayId::ALL.iter().filter_map(|id| {
        let choice = reading.case.choice(*id).filter(|choice| outward::choice(choice, reading))?;
        let off = matches!(choice.decision, Some(Decision::NotNow | Decision::Declined));
        let why = actions::cell(choice.reason.as_ref());
        let decision = reading.value(Input::Choice(*id, ChoicePart::Decision));
        (off && !why.is_empty()).then(|| vec![reading.title(*id).to_owned(), decision, why])
    });
    let table = |rows: Vec<Vec<String>>| Block::table(say.not_done_head, rows);
    vec![table(asked.listed()).marked(Marked::NotAsked), table(put_off.listed())]
}
