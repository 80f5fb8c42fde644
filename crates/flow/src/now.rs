//! What to do now, in one line: how many things, whether one comes before anything else, and the first of them.

use super::tonight_result::do_now;
use waymark_case::Case;
use waymark_case::vocabulary::PathwayId;
use waymark_content::words::{Words, fill};
use waymark_engine::Assessment;

/// What is to be done now and is not decided on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// How many things, five at most.
    pub count: usize,
    /// One of them comes before anything else.
    pub urgent: bool,
    /// The first of them.
    pub first: Option<PathwayId>,
}

/// What Tonight lists as to be done, but for what is done, put off or refused.
pub fn now(case: &Case, assessment: &Assessment) -> Now {
    let mut steps = do_now(case, assessment);
    steps.retain(|shown| !super::tonight_result::is_settled(shown.id, case));
    Now {
        count: steps.len(),
        urgent: steps.iter().any(|shown| shown.priority == 0),
        first: steps.first().map(|shown| shown.id),
    }
}

impl Now {
    /// The same as a sentence. With nothing to do it only names the page: that nothing is called for is no finding.
    pub fn sentence(&self, words: &Words) -> String {
        let shell = &words.pages.shell;
        let Some(first) = self.first else { return shell.now_none.to_owned() };
        let sentence = match self.count {
            1 => shell.now_one,
            2 => shell.now_two,
            _ => shell.now_more,
        };
        let left = self.count.saturating_sub(1).to_string();
        fill(sentence, &[("first", words.few_words(first)), ("n", &left)])
    }
}
