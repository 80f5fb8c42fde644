//! Why settings were not used.

/// Why settings were not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaError {
    /// Cut off, mistyped or changed on the way.
    Damaged,
    /// Made for a newer version of this program.
    TooNew,
    /// More than [`BYTES`](crate::BYTES) bytes.
    TooLong,
    /// A field is wrong: its path (empty for the whole) and what is allowed. Nothing that was written there is repeated, nor a
    /// unknown name.
    Wrong {
        /// Such as `page.cover_minutes`.
        path: String,
        /// Such as `expected a whole number from 2 to 15`.
        allowed: String,
    },
}
