//! Saving a copy of the case: under a passphrase that is asked twice and never kept, or plain where the area's settings allow.

use crate::app::Desk;
use crate::case_file::{self, FILE_NAME, FileError, PASSPHRASE_LEAST};
use crate::components::{Typed, Work, passphrase_field, plain_is_allowed, show_typed};
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, p};
use crate::platform::{files, vault};
use leptos::prelude::*;

const MEDIA_TYPE: &str = "application/json";

/// Where a copy is saved, folded.
pub fn save_copy() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.copy_file;
    let save = Save {
        desk,
        first: Typed::default(),
        again: Typed::default(),
        said: RwSignal::new(String::new()),
        work: Work::default(),
    };
    let locked = if vault::is_there() { save.locked() } else { el("div").child(p("notice", words.unavailable)) };
    details("help no-print", words.save_title)
        .attr("data-part", "save-copy")
        .child(p("", words.save_lead))
        .child(locked)
        .maybe(plain_is_allowed(desk).then(|| save.plain()))
        .child(el("p").attr("role", "status").live_text(move || save.said.get()))
}

/// A copy that is being saved. A copy of this is a handle to the same.
#[derive(Clone, Copy)]
struct Save {
    desk: Desk,
    first: Typed,
    again: Typed,
    /// What came of it.
    said: RwSignal<String>,
    work: Work,
}

impl Save {
    fn locked(self) -> El {
        let words = &self.desk.words.pages.copy_file;
        let shown = RwSignal::new(false);
        let save = button("button", words.save_button)
            .attr("data-action", "save-copy")
            .live_flag("disabled", move || self.work.goes_on())
            .on_press(move || self.lock());
        el("div")
            .child(p("", words.save_warning))
            .child(p("hint", fill(words.passphrase_hint, &[("n", &PASSPHRASE_LEAST.to_string())])))
            .child(passphrase_field("save-passphrase", words.passphrase, self.first, shown))
            .child(passphrase_field("save-passphrase-again", words.passphrase_again, self.again, shown))
            .child(show_typed(shown))
            .child(el("div").class("actions").child(save))
            .child(self.work.shown(words.save_working))
    }

    fn plain(self) -> El {
        let words = &self.desk.words.pages.copy_file;
        let save = move || {
            let said = match self.desk.case.with_untracked(case_file::json) {
                Ok(json) if files::save(FILE_NAME, MEDIA_TYPE, &json) => self.saved(),
                Ok(_) => words.save_failed.to_owned(),
                Err(error) => self.why(&error),
            };
            self.said.set(said);
        };
        el("div")
            .child(el("h3").text(words.plain_title))
            .child(p("", words.plain_lead))
            .child(button("button second", words.plain_button).attr("data-action", "save-plain").on_press(save))
    }

    /// True when the passphrase can be used; otherwise it is said at the field why not.
    fn is_typed_well(self) -> bool {
        let words = &self.desk.words.pages.copy_file;
        if self.first.length() < PASSPHRASE_LEAST {
            self.first.wrong.set(fill(words.error_short, &[("n", &PASSPHRASE_LEAST.to_string())]));
            return false;
        }
        if self.first.text.get_untracked() != self.again.text.get_untracked() {
            self.again.wrong.set(words.error_differs.to_owned());
            return false;
        }
        true
    }

    fn lock(self) {
        self.said.set(String::new());
        if !self.is_typed_well() {
            return;
        }
        let json = match self.desk.case.with_untracked(case_file::json) {
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
            let failed = self.desk.words.pages.copy_file.save_failed;
            self.said.set(if saved { self.saved() } else { failed.to_owned() });
        });
    }

    fn saved(self) -> String {
        fill(self.desk.words.pages.copy_file.saved, &[("name", FILE_NAME)])
    }

    fn why(self, error: &FileError) -> String {
        let words = &self.desk.words.pages.copy_file;
        if *error == FileError::TooLong { words.save_too_long } else { words.save_failed }.to_owned()
    }
}
