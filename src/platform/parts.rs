//! The parts of the page that come after the first.

use super::{early, page, panics};
use waymark_content::{Part, english};

/// Waits for the program and the words of a part; false when it did not come and will not.
pub async fn come(part: Part) -> bool {
    if part == Part::First {
        return true;
    }
    let Some(promise) = early::part(part.name()) else { return false };
    let come = promise.await.is_ok();
    if come {
        english::come(part, words);
    }
    come
}

/// The words of a part as the page carries them; those of another build cannot be read, which is said.
fn words(part: Part) -> String {
    let text = page::words(part);
    if !english::is_whole(part, &text) {
        panics::show_the_problem();
    }
    text
}
