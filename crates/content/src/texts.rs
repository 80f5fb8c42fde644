//! The three texts of a language, each from when it is given. The build says what stands in which.

use super::tables::LINES;
use std::sync::OnceLock;
use waymark_catalogue::Part;

/// Where the text of a part stands, as long as nobody has read it.
pub type Source = fn(Part) -> String;

/// The texts of a language. One that is not there yet reads as empty.
#[derive(Debug, Default)]
pub struct Texts {
    read: [OnceLock<&'static str>; Part::ALL.len()],
    come: [OnceLock<Source>; Part::ALL.len()],
}

impl Texts {
    /// None yet.
    pub const fn new() -> Self {
        Self { read: [const { OnceLock::new() }; Part::ALL.len()], come: [const { OnceLock::new() }; Part::ALL.len()] }
    }
    /// Notes that a text has come. It is taken from its source when somebody reads it: until then it takes no memory here.
    pub fn come(&self, part: Part, source: Source) {
        let _ = self.come[part as usize].set(source);
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
        let _ = self.read[part as usize].set(text);
    }
    /// A text, once it is there.
    pub(super) fn get(&self, part: Part) -> Option<&'static str> {
        let read = &self.read[part as usize];
        if read.get().is_none() {
            let source = self.come[part as usize].get()?;
            self.give(part, source(part));
        }
        read.get().copied()
    }
    /// True once a text can be read.
    pub fn is_there(&self, part: Part) -> bool {
        self.read[part as usize].get().is_some() || self.come[part as usize].get().is_some()
    }
}

/// True when a text has as many lines as this one of this build.
pub fn is_whole(part: Part, text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'\n').count() == LINES[part as usize]
}
