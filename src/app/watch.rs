//! Who watches the page while nobody does: the covers, the two idle clocks and the hold.

use super::Desk;
use crate::platform::clock;
use leptos::prelude::*;
use waymark_idle::{CoverReason, Due, Idle, Limits, Moment};
use waymark_view::{RwSignal, effect};

/// What the clocks and the tab ask the page to show just now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// A cover that stays until it is lifted by hand, and why it is there.
    pub cover: Option<CoverReason>,
    /// The tab is hidden: a cover that lifts itself, and never the other.
    pub hidden_tab: bool,
    /// The last minute before the page covers itself.
    pub covers_soon: bool,
    /// The last minute before the wipe.
    pub last_minute: bool,
    /// Until when both clocks are held.
    pub held_until: Option<Moment>,
}

impl Shown {
    /// True when nothing of the work may be seen.
    pub fn is_covered(&self) -> bool {
        self.cover.is_some() || self.hidden_tab
    }
}

/// The clocks of this page, and what they ask it to show. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Watch {
    /// What is shown; changes only when it does.
    pub shown: RwSignal<Shown>,
    idle: StoredValue<Idle>,
    desk: Desk,
}

impl Watch {
    /// Clocks that begin now and follow the settings of the area.
    pub fn new(desk: Desk) -> Self {
        let watch =
            Self { shown: RwSignal::new(Shown::default()), idle: StoredValue::new(Idle::new(clock::now())), desk };
        effect(move |_| {
            let limits = desk.area.in_use.with(|area| {
                let page = area.as_ref().map(|area| area.page.clone()).unwrap_or_default();
                Limits::of(page.cover_minutes, page.wipe_minutes, page.shared_device == Some(true))
            });
            watch.with_idle(|idle, _| idle.set_limits(limits));
        });
        watch
    }

    /// How long the clocks run.
    pub fn limits(&self) -> Limits {
        self.idle.with_value(Idle::limits)
    }

    /// Somebody touched the page.
    pub fn touch(&self) {
        self.idle.update_value(|idle| idle.touch(clock::now()));
    }

    /// Covers the page until somebody lifts the cover.
    pub fn cover(&self) {
        self.with_idle(Idle::cover_by_hand);
    }

    /// Lifts the cover.
    pub fn uncover(&self) {
        self.with_idle(Idle::uncover);
    }

    /// Holds both clocks for an hour.
    pub fn hold(&self) {
        self.with_idle(Idle::hold);
    }

    /// Ends the hold.
    pub fn release(&self) {
        self.with_idle(Idle::release);
    }

    /// The tab was hidden, or is seen again.
    pub fn set_tab_hidden(&self, hidden: bool) {
        // Before it is seen again: what fell due meanwhile.
        self.tick();
        self.change(|shown| shown.hidden_tab = hidden);
    }

    /// Does what has fallen due. Called every second.
    pub fn tick(&self) {
        let now = clock::now();
        // A story may stay on the wall for as long as a room talks about it.
        if untrack(|| self.desk.leads_workshop()) {
            return self.touch();
        }
        while let Some(due) = self.idle.try_update_value(|idle| idle.due(now)).flatten() {
            if due == Due::Wipe {
                self.desk.clear();
            }
        }
        self.with_idle(|_, _| {});
    }

    fn with_idle(&self, act: impl FnOnce(&mut Idle, Moment)) {
        let now = clock::now();
        self.idle.update_value(|idle| act(idle, now));
        let idle = self.idle.get_value();
        self.change(|shown| {
            shown.cover = idle.cover().map(|cover| cover.why);
            shown.covers_soon = idle.covers_soon(now);
            shown.last_minute = idle.is_last_minute();
            shown.held_until = idle.held_until(now);
        });
    }

    fn change(&self, act: impl FnOnce(&mut Shown)) {
        let mut shown = self.shown.get_untracked();
        act(&mut shown);
        if shown != self.shown.get_untracked() {
            self.shown.set(shown);
        }
    }
}
