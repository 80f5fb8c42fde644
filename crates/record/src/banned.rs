//! Words that do harm in a record, whoever wrote them: the page asks to look at them again before a sheet is handed on.

use super::document::{Block, Document};
use waymark_case::listed::Listed;

/// The words (practice, section 8: must not hold). They stand here and not among the words of the pages, where some of them
/// may never stand.
pub const LOOK_AGAIN: [&str; 14] = [
    "low risk",
    "medium risk",
    "is safe",
    "are safe",
    "mutual",
    "volatile",
    "toxic",
    "six of one",
    "chose to stay",
    "failed to protect",
    "failure to protect",
    "alleges",
    "just as bad",
    "playing the victim",
];

/// Those that stand in what was written: quotes, values, cells and lists, but not in what somebody said in their own words.
pub fn look_again(documents: &[Document]) -> Vec<&'static str> {
    let mut texts: Vec<String> = Vec::new();
    for block in documents.iter().flat_map(|document| &document.blocks) {
        match block.inner() {
            // What is quoted was said, and stays as it was said.
            Block::Heading(..) | Block::ToFill(_) | Block::Quote(_) | Block::NoClaim(..) => {}
            Block::Paragraph(text) => texts.push(text.to_lowercase()),
            Block::List(lines) => texts.extend(lines.iter().map(|line| line.to_lowercase())),
            Block::Facts(facts) => texts.extend(facts.iter().map(|(_, value)| value.to_lowercase())),
            Block::Table { rows, .. } => texts.extend(rows.iter().flatten().map(|cell| cell.to_lowercase())),
        }
    }
    LOOK_AGAIN.into_iter().filter(|word| texts.iter().any(|text| text.contains(word))).listed()
}
