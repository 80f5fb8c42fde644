//! The parts of the program that come after the first.

use super::early;

/// Waits for the code of a part; false when it did not come and will not.
pub async fn come(name: &str) -> bool {
    match early::part(name) {
        Some(part) => part.await.is_ok(),
        None => false,
    }
}
