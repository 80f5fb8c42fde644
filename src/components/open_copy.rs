//! Opening a saved copy: the file is chosen, unlocked and read. Whatever is wrong with it is said, and changes nothing.

use super::passphrase::{Typed, passphrase_field, show_typed};
use super::work::Work;
use crate::app::Desk;
use crate::case::Case;
use crate::case_file::{self, Envelope, FILE_BYTES, FileError, Found};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, p};
use crate::platform::{files, vault};
use leptos::prelude::*;
use std::rc::Rc;

/// What is done with the case of a copy.
type Take = Rc<dyn Fn(Case)>;

/// Where a file is chosen and opened; `take` gets the case that was in it.
pub fn open_copy(take: impl Fn(Case) + 'static) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.copy_file;
    let open = Open {
        desk,
        envelope: RwSignal::new(None),
        problem: RwSignal::new(String::new()),
        typed: Typed::default(),
        work: Work::default(),
        take: StoredValue::new_local(Rc::new(take)),
    };
    let choose =
        button("button second", words.open_choose).attr("data-action", "choose-copy").on_press(move || open.choose());
    let problem = el("div").attr("role", "alert").live(move || {
        let problem = open.problem.get();
        if problem.is_empty() { Vec::new() } else { vec![p("error", problem).text(" ").text(words.refused)] }
    });
    el("div")
        .child(p("", words.open_lead))
        .child(el("div").class("actions").child(choose))
        .child(problem)
        .when(move || open.envelope.with(Option::is_some), move || open.ask())
        .child(open.work.shown(words.open_working))
}

/// A copy that is being opened. A copy of this is a handle to the same.
#[derive(Clone, Copy)]
struct Open {
    desk: Desk,
    /// The locked file that was chosen.
    envelope: RwSignal<Option<Envelope>>,
    /// Why it was not opened; empty when nothing is wrong.
    problem: RwSignal<String>,
    typed: Typed,
    work: Work,
    take: StoredValue<Take, LocalStorage>,
}

impl Open {
    /// Asks for a file and looks at what it is.
    fn choose(self) {
        let wanted = self.work_of_choosing();
        files::choose(".json,application/json", FILE_BYTES, move |read| {
            if !wanted() {
                return;
            }
            self.typed.forget();
            self.problem.set(String::new());
            self.envelope.set(None);
            let words = &self.desk.words.pages.copy_file;
            match read {
                Err(files::FileError::TooLarge) => self.problem.set(words.refused_too_long.to_owned()),
                Err(files::FileError::Unreadable) => self.problem.set(words.refused_unreadable.to_owned()),
                Ok(bytes) => match case_file::read(&bytes) {
                    Err(error) => self.problem.set(self.why(&error)),
                    Ok(Found::Plain(_)) if !plain_is_allowed(self.desk) => {
                        self.problem.set(words.refused_plain.to_owned())
                    }
                    Ok(Found::Plain(case)) => self.take(*case),
                    Ok(Found::Locked(_)) if !vault::is_there() => self.problem.set(words.unavailable.to_owned()),
                    Ok(Found::Locked(envelope)) => self.envelope.set(Some(envelope)),
                },
            }
        });
    }

    /// True when a file that was chosen may still be taken: this part of the page is still there.
    fn work_of_choosing(self) -> impl FnOnce() -> bool + 'static {
        self.work.stop();
        move || self.envelope.try_get_untracked().is_some()
    }

    /// The passphrase, once a locked file was chosen.
    fn ask(self) -> El {
        let words = &self.desk.words.pages.copy_file;
        let shown = RwSignal::new(false);
        let open = button("button", words.open_button)
            .attr("data-action", "open-copy")
            .live_flag("disabled", move || self.work.goes_on())
            .on_press(move || self.unlock());
        el("div")
            .child(el("p").attr("role", "status").text(words.open_locked))
            .child(passphrase_field("open-passphrase", words.passphrase, self.typed, shown))
            .child(show_typed(shown))
            .child(el("div").class("actions").child(open))
    }

    fn unlock(self) {
        let words = &self.desk.words.pages.copy_file;
        self.problem.set(String::new());
        if self.typed.is_empty() {
            return self.typed.wrong.set(words.error_empty.to_owned());
        }
        let Some(envelope) = self.envelope.get_untracked() else { return };
        let wanted = self.work.begin();
        vault::unlock(&self.typed.text.get_untracked(), envelope, move |text| {
            if !wanted() {
                return;
            }
            match text.map(|text| case_file::case(&text)) {
                None => self.problem.set(words.refused_passphrase.to_owned()),
                Some(Err(error)) => self.problem.set(self.why(&error)),
                Some(Ok(case)) => self.take(case),
            }
        });
    }

    fn take(self, case: Case) {
        self.typed.forget();
        self.envelope.set(None);
        let take = self.take.get_value();
        take(case);
    }

    fn why(self, error: &FileError) -> String {
        let words = &self.desk.words.pages.copy_file;
        match error {
            FileError::TooLong => words.refused_too_long,
            FileError::Damaged => words.refused_damaged,
            FileError::OtherLock => words.refused_other_lock,
            FileError::TooManyRounds => words.refused_rounds,
            FileError::OtherVersion => words.refused_version,
            FileError::NotACase => words.refused_no_case,
            FileError::Wrong(None) => words.refused_wrong_somewhere,
            FileError::Wrong(Some(path)) => return fill(words.refused_wrong, &[("path", path)]),
        }
        .to_owned()
    }
}

/// True when the settings of the area let a copy stand in a file as it is.
pub fn plain_is_allowed(desk: Desk) -> bool {
    desk.area.with_untracked(|area| area.as_ref().is_some_and(|area| area.page.plain_save == Some(true)))
}
