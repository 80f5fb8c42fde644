//! A vignette of one's own (in work).

use crate::platform::dom::{El, el};

/// The part.
pub fn own() -> El {
    el("div")
}
