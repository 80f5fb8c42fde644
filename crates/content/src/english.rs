//! The words in English, as they ship: in the page beside the program, and in the program of every other.

pub use super::texts::is_whole;
use super::texts::{Source, Texts};
use super::words::Words;
use std::sync::LazyLock;
use waymark_catalogue::Part;

/// The words in English. The first of their texts is read when they are first used, so it is given before.
pub static EN: LazyLock<Words> = LazyLock::new(|| Words::read(texts()));

static TEXTS: Texts = Texts::new();

/// The texts that stand in the page.
#[cfg(target_arch = "wasm32")]
fn texts() -> &'static Texts {
    &TEXTS
}

/// The texts as the build made them.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const SHIPPED: [&str; Part::ALL.len()] = [
    include_str!(concat!(env!("OUT_DIR"), "/words-en.first.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/words-en.steps.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/words-en.later.txt")),
];

#[cfg(not(target_arch = "wasm32"))]
fn texts() -> &'static Texts {
    Part::ALL.into_iter().zip(SHIPPED).for_each(|(part, text)| TEXTS.put(part, text));
    &TEXTS
}

/// Takes a text of the words that the page carries, the first before anything else; false when it is not that of this build.
pub fn give(part: Part, text: String) -> bool {
    texts().give(part, text)
}

/// Notes that a text of the words has come, which is taken from `source` when it is read.
pub fn come(part: Part, source: Source) {
    texts().come(part, source);
}

/// True once a text of the words can be read.
pub fn is_there(part: Part) -> bool {
    texts().is_there(part)
}
