//! Why a line is not a case, in words that name the field and list what is allowed.

use std::fmt;

/// Why something is not a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseError {
    /// Nothing there.
    Empty,
    /// More than [`super::CASE_BYTES`] bytes.
    TooLong,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A byte-order mark at the start.
    ByteOrderMark,
    /// A field is wrong: its path (empty for the whole) and what is allowed.
    Field {
        /// Such as `context.wishes[1]`.
        path: String,
        /// What is wrong and what is allowed.
        problem: String,
    },
}

impl CaseError {
    /// The error at a field, with the parser's place in the line taken off.
    pub(crate) fn field(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let path = error.path().to_string();
        let problem = without_place(&error.inner().to_string());
        // Broken JSON has no field of its own: the parser then says "." or "?".
        Self::Field { path: if matches!(path.as_str(), "." | "?") { String::new() } else { path }, problem }
    }

    /// Something follows the case on its line.
    pub(crate) fn after_the_end(error: &serde_json::Error) -> Self {
        Self::Field { path: String::new(), problem: without_place(&error.to_string()) }
    }
}

fn without_place(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(problem, _)| problem).to_owned()
}

impl fmt::Display for CaseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("the line is empty; one case in JSON was expected"),
            Self::TooLong => out.write_str("the line is longer than 1 MB"),
            Self::NotUtf8 => out.write_str("the line is not valid UTF-8"),
            Self::ByteOrderMark => out.write_str("the line starts with a byte-order mark; plain UTF-8 was expected"),
            Self::Field { path, problem } if path.is_empty() => out.write_str(problem),
            Self::Field { path, problem } => write!(out, "{path}: {problem}"),
        }
    }
}

impl std::error::Error for CaseError {}
