//! Work that the browser does for a while, beside the page: seen, stopped, and dropped when nobody waits for it any more.

use crate::app::Language;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, html, p};

/// Whether work is going on. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Work {
    /// The number of the work that is waited for.
    waited_for: RwSignal<Option<u32>>,
    begun: StoredValue<u32>,
}

impl Default for Work {
    /// None yet.
    fn default() -> Self {
        Self { waited_for: RwSignal::new(None), begun: StoredValue::new(0) }
    }
}

impl Work {
    /// True while some is waited for, as asked once.
    pub fn is_busy(&self) -> bool {
        self.waited_for.with_untracked(Option::is_some)
    }

    /// True while some is waited for. Follows it.
    pub fn goes_on(&self) -> bool {
        self.waited_for.with(Option::is_some)
    }

    /// Begins some. What it gives back says, once, at the end of the work, whether it is still waited for: not when it was
    /// stopped, when something else was begun, or when this part of the page has gone with an exit, a clear or a step.
    pub fn begin(&self) -> impl FnOnce() -> bool + 'static {
        let this = *self;
        let number = this.begun.get_value().wrapping_add(1);
        this.begun.set_value(number);
        this.waited_for.set(Some(number));
        move || {
            let wanted = this.waited_for.try_get_untracked().flatten() == Some(number);
            if wanted {
                this.waited_for.set(None);
            }
            wanted
        }
    }

    /// Waits for it no more.
    pub fn cancel(&self) {
        self.waited_for.set(None);
    }

    /// Shown while it lasts: `words`, a bar that moves, and a way to stop.
    pub fn shown(self, language: Language, words: &'static str) -> El {
        let stop = language.pages.open_copy.stop;
        let going_on = move || {
            html::div()
                .class("working")
                .child(p("", words))
                .child(html::progress().attr("aria-label", words))
                .child(button("button second", stop).attr("data-action", "stop-work").on_press(move || self.cancel()))
        };
        voice::follow(move || if self.goes_on() { words } else { "" });
        html::div().when(move || self.goes_on(), going_on)
    }
}
