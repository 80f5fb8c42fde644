//! What is on the table in a workshop. None of it is ever a live case, and none of it is kept.

use leptos::prelude::*;

crate::closed_set! {
    /// A part of the workshop; its text is its `data-part`.
    Part { Guide = "guide" }
}

/// The signals of a workshop. A copy is a handle to the same room.
#[derive(Clone, Copy)]
pub struct Room {
    /// The part that is open.
    pub part: RwSignal<Part>,
}

impl Room {
    /// A room in which nothing has begun.
    pub fn new() -> Self {
        Self { part: RwSignal::new(Part::Guide) }
    }

    /// Starts afresh.
    pub fn clear(&self) {
        self.part.set(Part::Guide);
    }

    /// Empties everything, for the exit. Nothing is drawn again: the page is going.
    pub fn empty(&self) {
        self.part.update_untracked(|part| *part = Part::Guide);
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::new()
    }
}
