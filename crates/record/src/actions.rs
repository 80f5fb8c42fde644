//! What was decided, offered, declined, passed on and held back, as tables.

use super::document::Block;
use super::outward;
use super::phrases::{Reading, key, member};
use super::situation::words_of;
use waymark_case::listed::Listed;
use waymark_case::record::Share;
use waymark_case::value::Text;
use waymark_case::vocabulary::*;
use waymark_case::{Choice, Input, input::ChoicePart};
use waymark_content::CautionId;
use waymark_content::words::{Words, fill};
use waymark_engine::Assessment;
use waymark_engine::assessment::Withheld;

/// The steps that were chosen: to do, done, or not now.
pub fn chosen(reading: &Reading<'_>) -> Block {
    let rows = decided(reading).filter(|(_, decision)| *decision != Decision::Declined).map(|(choice, _)| {
        vec![
            reading.title(choice.pathway).to_owned(),
            reading.value(Input::Choice(choice.pathway, ChoicePart::Decision)),
            who_and_when(choice),
            cell(choice.reason.as_ref()),
        ]
    });
    Block::table(reading.words.steps().pages.record.actions_head, rows.listed())
}

/// What was offered and declined for now.
pub fn declined(reading: &Reading<'_>) -> Block {
    let rows = decided(reading).filter(|(_, decision)| *decision == Decision::Declined).map(|(choice, _)| {
        vec![reading.title(choice.pathway).to_owned(), cell(choice.when()), cell(choice.reason.as_ref())]
    });
    Block::table(reading.words.steps().pages.record.declined_head, rows.listed())
}

/// The decisions that may leave the log, in the order of the catalogue.
fn decided<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (&'a Choice, Decision)> {
    let reading = *reading;
    PathwayId::ALL.iter().filter_map(move |id| {
        let choice = reading.case.choice(*id)?;
        let decision = choice.decision?;
        outward::choice(choice, &reading).then_some((choice, decision))
    })
}

/// What was held back and why, of those for which `may` holds.
pub fn withheld(reading: &Reading<'_>, may: impl Fn(&Withheld) -> bool) -> Block {
    let held = reading.assessment.withheld.iter().filter(|held| may(held));
    let rows =
        held.map(|held| vec![reading.title(held.id).to_owned(), reading.words.text(&key("why", held.why)).to_owned()]);
    Block::table(reading.words.steps().pages.record.withheld_head, rows.listed())
}

/// What was passed on: to whom, what for, asked or not, told or not, the ground and the reason.
pub fn shares(reading: &Reading<'_>) -> Block {
    shares_for(reading, |_| true)
}

/// The same, of the shares for which `wanted` holds.
pub fn shares_for(reading: &Reading<'_>, wanted: impl Fn(&Share) -> bool) -> Block {
    let rows = reading.case.record.shares.iter().filter(|share| wanted(share)).map(|share| row(share, reading));
    Block::table(reading.words.steps().pages.record.share_head, rows.listed())
}

fn row(share: &Share, reading: &Reading<'_>) -> Vec<String> {
    let say = &reading.words.steps().pages.record;
    vec![
        member(say.share_with, share.with),
        member(say.share_for, share.purpose),
        member(say.share_asked, share.asked),
        member(say.share_answer, share.answer),
        member(say.share_told, share.told),
        cell(share.basis.as_ref()),
        cell(share.reason.as_ref()),
        cell(share.when.as_ref()),
    ]
}

/// The cautions with these ids, each with its text.
pub fn caution_lines(reading: &Reading<'_>, ids: &[CautionId]) -> Vec<String> {
    let line = |id: &CautionId| {
        let words = reading.words.caution(*id);
        let text = caution_text(*id, reading.assessment, reading.words);
        fill(reading.words.steps().pages.record.labelled, &[("label", words.title), ("value", &text)])
    };
    ids.iter().map(line).listed()
}

/// The text of a caution, with the lines and the periods in force.
pub fn caution_text(id: CautionId, assessment: &Assessment, words: &Words) -> String {
    let (dash, words) = (&assessment.dash, assessment.words(words));
    let local = dash.threshold.to_string();
    let policy = dash.policy_line.unwrap_or(dash.threshold).to_string();
    dash.periods(&fill(words.caution(id).text, &[("local", &local), ("profile", &policy)]))
}

/// By whom and when, in one cell.
fn who_and_when(choice: &Choice) -> String {
    let parts = [words_of(choice.by.as_ref()), words_of(choice.when())];
    parts.into_iter().flatten().listed().join(", ")
}

/// A text for a cell of a table; empty when there is none.
pub fn cell(text: Option<&Text>) -> String {
    words_of(text).unwrap_or_default().to_owned()
}
