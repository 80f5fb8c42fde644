//! The parts of the page that come after the first.

use super::{early, page};
use waymark_content::{Part, english};

/// Waits for the program and the words of a part; false when it did not come and will not.
pub async fn come(part: Part) -> bool {
    let name = match part {
        Part::First => return true,
        Part::Steps => "steps",
        Part::Later => "later",
    };
    let Some(promise) = early::part(name) else { return false };
    promise.await.is_ok() && (english::is_there(part) || english::give(part, page::words(part)))
}
