//! What the parts of the result read: the identification, how it is laid out, and the lists of questions in it.

use crate::app::{CaseState, Language, Layout, View};
use crate::platform::page;
use leptos::prelude::*;
use waymark_case::vocabulary::{IndicatorId, Person, Vocabulary};
use waymark_engine::assessment::{Head, Identification};
use waymark_flow::IdentifyScreen;
use waymark_view::{El, button, html};

/// Reads the part of the assessment that this step is about. Follows it.
pub fn found<R>(case: CaseState, read: impl FnOnce(&Identification) -> R) -> R {
    case.assessment.with(|assessment| read(&assessment.identify))
}

/// How the page is laid out.
#[derive(Clone, Copy, PartialEq)]
pub enum ResultHead {
    /// Nothing was asked yet.
    NotStarted,
    /// A person is named or leaned towards.
    Named(Person),
    /// One person's account and nothing against it: to be acted on, with no word of doubt.
    OneAccount,
    /// No person is named.
    NoName,
}

impl ResultHead {
    pub fn of(found: &Identification) -> Self {
        match (found.head, found.person) {
            (Head::NotStarted, _) => Self::NotStarted,
            (Head::OneAccount, _) => Self::OneAccount,
            (_, Some(person)) => Self::Named(person),
            _ => Self::NoName,
        }
    }
}

/// A prompt by its words: pressing it moves focus there, or opens its screen.
pub fn go_to_prompt(language: Language, view: View, id: IndicatorId) -> El {
    let words = language;
    let go = move || match view.layout.get_untracked() {
        Layout::Whole => page::focus_question(&["identify.", id.text()].concat()),
        Layout::Guided => view.go(view.places.identify, IdentifyScreen::Prompt(id)),
    };
    button("link", "")
        .child(html::span().class("visually-hidden").child(words.steps().pages.identify.change_go).child(" "))
        .child(words.indicator(id).ask)
        .on_press(go)
}
