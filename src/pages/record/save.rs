//! Saving a copy of the case: under a passphrase that is asked twice and never kept, or plain where the area's settings allow.

use crate::app::{AreaState, CaseState, Language};
use crate::components::{Typed, Work, passphrase_field, plain_is_allowed, show_typed};
use crate::platform::page::focus;
use crate::platform::{files, vault, voice};
use leptos::prelude::*;
use waymark_case_file::{CopyError, FILE_NAME, PASSPHRASE_LEAST};
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, details, html, p};

const MEDIA_TYPE: &str = "application/json";

/// Where a copy is saved, folded.
pub fn save_copy(language: Language, case: CaseState, area: AreaState) -> El {
    let words = &language.later().pages.copy_file;
    let save = Save {
        language,
        case,
        first: Typed::default(),
        again: Typed::default(),
        said: RwSignal::new(String::new()),
        work: Work::default(),
    };
    voice::follow(move || save.said.get());
    let locked = if vault::is_there() {
        save.locked()
    } else {
        html::div().child(p("notice", language.pages.open_copy.unavailable))
    };
    details("help no-print", words.save_title)
        .attr("data-part", "save-copy")
        .child(p("", words.save_lead))
        .child(locked)
        .child(plain_is_allowed(area).then(|| save.plain()))
        .child(html::p().child(move || save.said.get()))
}

/// A copy that is being saved. A copy of this is a handle to the same.
#[derive(Clone, Copy)]
struct Save {
    language: Language,
    case: CaseState,
    first: Typed,
    again: Typed,
    /// What came of it.
    said: RwSignal<String>,
    work: Work,
}

impl Save {
    fn locked(self) -> El {
        let words = &self.language.later().pages.copy_file;
        let shown = RwSignal::new(false);
        let save = button("button second", words.save_button)
            .attr("data-action", "save-copy")
            .attr("aria-disabled", move || self.work.goes_on().then_some("true"))
            .on_press(move || self.lock());
        html::div()
            .child(p("", words.save_warning))
            .child(p("hint", fill(words.passphrase_hint, &[("n", &PASSPHRASE_LEAST.to_string())])))
            .child(passphrase_field("save-passphrase", self.language.pages.open_copy.passphrase, self.first, shown))
            .child(passphrase_field("save-passphrase-again", words.passphrase_again, self.again, shown))
            .child(show_typed(self.language, shown))
            .child(html::div().class("actions").child(save))
            .child(self.work.shown(self.language, words.save_working))
    }

    fn plain(self) -> El {
        let words = &self.language.later().pages.copy_file;
        let save = move || {
            let said = match self.case.answers.with_untracked(waymark_case_file::json) {
                Ok(json) if files::save(FILE_NAME, MEDIA_TYPE, &json) => self.saved(),
                Ok(_) => words.save_failed.to_owned(),
                Err(error) => self.why(&error),
            };
            self.said.set(said);
        };
        html::div()
            .child(html::h3().child(words.plain_title))
            .child(p("", words.plain_lead))
            .child(button("button second", words.plain_button).attr("data-action", "save-plain").on_press(save))
    }

    /// True when the passphrase can be used; otherwise it is said at the field why not.
    fn is_typed_well(self) -> bool {
        let words = &self.language.later().pages.copy_file;
        if self.first.length() < PASSPHRASE_LEAST {
            self.first.wrong.set(fill(words.error_short, &[("n", &PASSPHRASE_LEAST.to_string())]));
            focus("#save-passphrase");
            return false;
        }
        if self.first.text.get_untracked() != self.again.text.get_untracked() {
            self.again.wrong.set(words.error_differs.to_owned());
            focus("#save-passphrase-again");
            return false;
        }
        true
    }

    fn lock(self) {
        // The button stays in reach while it works, so that focus stays on it.
        if self.work.is_busy() {
            return;
        }
        self.said.set(String::new());
        if !self.is_typed_well() {
            return;
        }
        let json = match self.case.answers.with_untracked(waymark_case_file::json) {
            Ok(json) => json,
            Err(error) => return self.said.set(self.why(&error)),
        };
        let wanted = self.work.begin();
        vault::lock(&self.first.text.get_untracked(), json, move |file| {
            if !wanted() {
                return;
            }
            let saved = file.is_some_and(|file| files::save(FILE_NAME, MEDIA_TYPE, file.as_bytes()));
            if saved {
                self.first.forget();
                self.again.forget();
            }
            let failed = self.language.later().pages.copy_file.save_failed;
            self.said.set(if saved { self.saved() } else { failed.to_owned() });
        });
    }

    fn saved(self) -> String {
        fill(self.language.later().pages.copy_file.saved, &[("name", FILE_NAME)])
    }

    fn why(self, error: &CopyError) -> String {
        let words = &self.language.later().pages.copy_file;
        if *error == CopyError::TooLong { words.save_too_long } else { words.save_failed }.to_owned()
    }
}
