//! Practice: a vignette is worked with the real tool while the live case is set aside in memory.

use leptos::prelude::*;
use std::sync::Arc;
use waymark_case::SetAside;
use waymark_record::People;
use waymark_view::RwSignal;
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;

/// What the answers are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be talked about beside the panel's.
    Learn,
    /// To be the panel's own, of a vignette that is being written.
    Write,
}

/// A vignette that is being worked.
#[derive(Debug)]
pub struct Practice {
    /// Which.
    pub vignette: Arc<Vignette>,
    /// What of it.
    pub focus: Focus,
    /// What the answers are for.
    pub purpose: Purpose,
    pub(super) aside: SetAside,
    pub(super) people: Option<People>,
}

/// The signals of practice. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct PracticeState {
    /// What is being worked; `None` when the case is live.
    pub on: RwSignal<Option<Practice>>,
    /// The worker said "I am done".
    pub done: RwSignal<bool>,
    /// The panel's view is open: by the trainer's word, or as somebody practises alone.
    pub opened: RwSignal<bool>,
    /// The sentences ticked in "What do you say next?", a bit each.
    pub ticked: RwSignal<u32>,
    /// A vignette of one's own: opened from a file, or being written.
    pub own: RwSignal<Option<Vignette>>,
    /// Its fields are open. A file that was opened is first there to be practised: its fields show the panel's answers.
    pub edits: RwSignal<bool>,
}

impl PracticeState {
    /// Nothing is being worked.
    pub fn new() -> Self {
        Self {
            on: RwSignal::new(None),
            done: RwSignal::new(false),
            opened: RwSignal::new(false),
            ticked: RwSignal::new(0),
            own: RwSignal::new(None),
            edits: RwSignal::new(false),
        }
    }

    /// Empties everything, for the exit. Nothing is rendered again.
    pub fn empty(&self) {
        self.on.update_untracked(|on| *on = None);
        self.own.update_untracked(|own| *own = None);
    }
}

impl Default for PracticeState {
    fn default() -> Self {
        Self::new()
    }
}
