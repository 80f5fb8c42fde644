//! The words in English, as they ship: in the page beside the program, and in the program of every other.

use crate::tables::LINES;
use crate::words::Words;
use std::sync::LazyLock;
#[cfg(target_arch = "wasm32")]
use std::sync::OnceLock;

/// The words in English, read when first used.
pub static EN: LazyLock<Words> = LazyLock::new(|| Words::read(text()));

#[cfg(not(target_arch = "wasm32"))]
fn text() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"))
}

/// The text that stands in the page.
#[cfg(target_arch = "wasm32")]
static GIVEN: OnceLock<&'static str> = OnceLock::new();

#[cfg(target_arch = "wasm32")]
fn text() -> &'static str {
    GIVEN.get().copied().unwrap_or_default()
}

/// Takes the text of the words that the page carries, before anything else; false when it is not that of this build.
#[cfg_attr(not(target_arch = "wasm32"), allow(unused_variables))]
pub fn give(text: String) -> bool {
    let whole = is_whole(&text);
    #[cfg(target_arch = "wasm32")]
    let _ = GIVEN.set(text.leak());
    whole
}

/// True when a text has as many lines as the words of this build.
pub(super) fn is_whole(text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'\n').count() == LINES
}
