//! How the page is made.

use std::path::{Path, PathBuf};

/// How the page is made.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Small: what is handed over.
    #[default]
    Release,
    /// Fast to make, large, with names.
    Debug,
}

impl Mode {
    /// Where its files go. A debug build never stands where the product is looked for.
    pub fn folder(self, root: &Path) -> PathBuf {
        root.join(if self == Self::Release { "dist" } else { "target/debug-dist" })
    }

    /// The feature of the program. The gallery is never in what is handed over.
    pub fn feature(self) -> &'static str {
        if self == Self::Release { "web" } else { "gallery" }
    }
}
