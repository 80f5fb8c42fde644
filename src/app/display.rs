//! How the page looks: text size, contrast, layout; and whether taps of Shift leave. Kept while the tab is open where somebody
//! asked for it, off until then, and cleared by Exit.

use super::{AreaState, Layout, View};
use crate::platform::{early, preferences};
use leptos::prelude::*;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{RwSignal, effect};

/// The word for taps of Shift that leave.
const SHIFT: &str = "shift";

waymark_case::closed_set! {
    /// The size of the text: its text is the class on the root element.
    TextSize { Usual = "text-usual", Large = "text-large", Larger = "text-larger" }
}

/// How the page looks.
#[derive(Clone, Copy)]
pub struct Display {
    /// The size of the text.
    pub text: RwSignal<TextSize>,
    /// More contrast.
    pub contrast: RwSignal<bool>,
    /// Whether three taps of Shift leave, once somebody has said so here.
    pub shift_exit: RwSignal<Option<bool>>,
    /// Keep this while the tab is open.
    pub remember: RwSignal<bool>,
}

impl Display {
    /// Takes up what was kept and follows every change for as long as the page lives.
    pub fn new(area: AreaState, view: View) -> Self {
        let kept = preferences::kept().unwrap_or_default();
        let mut words = kept.split(' ');
        let display = Self {
            text: RwSignal::new(words.next().and_then(TextSize::from_text).unwrap_or(TextSize::Usual)),
            contrast: RwSignal::new(words.next() == Some("more-contrast")),
            shift_exit: RwSignal::new(None),
            remember: RwSignal::new(!kept.is_empty()),
        };
        if words.next() == Some(Layout::Whole.text()) {
            view.layout.set(Layout::Whole);
        }
        display.shift_exit.set(words.next().map(|word| word == SHIFT));
        effect(move |_| early::set_shift_exit(display.shift_leaves(area)));
        effect(move |before: Option<bool>| {
            let (text, contrast, layout) = (display.text.get(), display.contrast.get(), view.layout.get());
            for size in TextSize::ALL {
                preferences::class_on_root(size.text(), *size == text && text != TextSize::Usual);
            }
            preferences::class_on_root("more-contrast", contrast);
            let remember = display.remember.get();
            if remember {
                let contrast = if contrast { "more-contrast" } else { "usual" };
                let shift = match display.shift_exit.get() {
                    Some(true) => SHIFT,
                    Some(false) => "no-shift",
                    None => "",
                };
                preferences::keep(format!("{} {contrast} {} {shift}", text.text(), layout.text()).trim_end());
            } else if before == Some(true) {
                preferences::forget();
            }
            remember
        });
        display
    }

    /// Whether three taps of Shift leave: as said here, else as the area has set it. Follows both.
    pub fn shift_leaves(&self, area: AreaState) -> bool {
        let of_area = || area.in_use.with(|area| area.as_ref().and_then(|area| area.page.shift_exit));
        self.shift_exit.get().or_else(of_area).unwrap_or(true)
    }
}
