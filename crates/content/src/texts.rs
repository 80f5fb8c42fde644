//! The three texts of a language, each from when it is given. The build says what stands in which.

use super::tables::LINES;
use std::sync::OnceLock;
use waymark_catalogue::Part;

/// The texts of a language. One that is not there yet reads as empty.
#[derive(Debug, Default)]
pub struct Texts([OnceLock<&'static str>; Part::ALL.len()]);

impl Texts {
    /// None yet.
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; Part::ALL.len()])
    }
    /// Takes a text for as long as the program lives; false when it is not that of this build, which is not taken.
    pub fn give(&self, part: Part, text: String) -> bool {
        let whole = is_whole(part, &text);
        if whole {
            self.put(part, text.leak());
        }
        whole
    }
    /// Puts a text in, unless there is one.
    pub(super) fn put(&self, part: Part, text: &'static str) {
        let _ = self.0[part as usize].set(text);
    }
    /// A text, once it is there.
    pub(super) fn get(&self, part: Part) -> Option<&'static str> {
        self.0[part as usize].get().copied()
    }
    /// True once a text is there.
    pub fn is_there(&self, part: Part) -> bool {
        self.get(part).is_some()
    }
}

/// True when a text has as many lines as this one of this build.
pub(super) fn is_whole(part: Part, text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'\n').count() == LINES[part as usize]
}
