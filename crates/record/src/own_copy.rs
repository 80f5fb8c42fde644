//! What the survivor may carry: their plan and nothing else, in words that tell nobody what it is.

use super::document::Document;
use super::plan;
use waymark_case::Case;
use waymark_content::words::Words;

/// The plan in neutral words, with neither notice nor versions. It is made only after "is it safe for them to carry this?".
pub fn own_copy(case: &Case, words: &Words) -> Document {
    let say = &words.later().pages.outputs;
    Document {
        notice: String::new(),
        title: say.own_copy_title.to_owned(),
        blocks: plan::blocks(case, say.own_copy_parts, 2),
        version: String::new(),
    }
}
