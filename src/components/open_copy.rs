//! Opening a saved copy: the file is chosen, unlocked and read. Whatever is wrong with it is said, and changes nothing.

use super::passphrase::{Typed, passphrase_field, show_typed};
use super::work::Work;
use crate::app::{AreaState, Language};
use crate::platform::{files, vault};
use leptos::prelude::*;
use std::rc::Rc;
use waymark_case::Case;
use waymark_case_file::{CopyError, CopyFile, Envelope, FILE_BYTES};
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, html, p};

/// What is done with the case of a copy.
type Take = Rc<dyn Fn(Case)>;

/// Where a file is chosen and opened; `take` gets the case that was in it.
pub fn open_copy(language: Language, area: AreaState, take: impl Fn(Case) + 'static) -> El {
    let words = &language.pages.open_copy;
    let open = OpeningCopy {
        language,
        area,
        envelope: RwSignal::new(None),
        problem: RwSignal::new(String::new()),
        typed: Typed::default(),
        work: Work::default(),
        take: StoredValue::new_local(Rc::new(take)),
    };
    let choose =
        button("button second", words.choose).attr("data-action", "choose-copy").on_press(move || open.choose());
    let problem = html::div().attr("role", "alert").live(move || {
        let problem = open.problem.get();
        if problem.is_empty() { Vec::new() } else { vec![p("error", problem).child(" ").child(words.refused)] }
    });
    html::div()
        .child(p("", words.lead).child(" ").child(words.waits))
        .child(html::div().class("actions").child(choose))
        .child(problem)
        .when(move || open.envelope.with(Option::is_some), move || open.ask())
        .child(open.work.shown(language, words.working))
}

/// A copy that is being opened. A copy of this is a handle to the same.
#[derive(Clone, Copy)]
struct OpeningCopy {
    language: Language,
    area: AreaState,
    /// The locked file that was chosen.
    envelope: RwSignal<Option<Envelope>>,
    /// Why it was not opened; empty when nothing is wrong.
    problem: RwSignal<String>,
    typed: Typed,
    work: Work,
    take: StoredValue<Take, LocalStorage>,
}

impl OpeningCopy {
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
            let words = &self.language.pages.open_copy;
            match read {
                Err(files::FileError::TooLarge) => self.problem.set(words.refused_too_long.to_owned()),
                Err(files::FileError::Unreadable) => self.problem.set(words.refused_unreadable.to_owned()),
                Ok(bytes) => match waymark_case_file::read(&bytes) {
                    Err(error) => self.problem.set(self.why(&error)),
                    Ok(CopyFile::Plain(_)) if !plain_is_allowed(self.area) => {
                        self.problem.set(words.refused_plain.to_owned())
                    }
                    Ok(CopyFile::Plain(case)) => self.take(*case),
                    Ok(CopyFile::Locked(_)) if !vault::is_there() => self.problem.set(words.unavailable.to_owned()),
                    Ok(CopyFile::Locked(envelope)) => self.envelope.set(Some(envelope)),
                },
            }
        });
    }

    /// True when a file that was chosen may still be taken: this part of the page is still there.
    fn work_of_choosing(self) -> impl FnOnce() -> bool + 'static {
        self.work.cancel();
        move || self.envelope.try_get_untracked().is_some()
    }

    /// The passphrase, once a locked file was chosen.
    fn ask(self) -> El {
        let words = &self.language.pages.open_copy;
        let shown = RwSignal::new(false);
        let open = button("button", words.button)
            .attr("data-action", "open-copy")
            .attr("aria-disabled", move || self.work.goes_on().then_some("true"))
            .on_press(move || self.unlock());
        html::div()
            .child(html::p().attr("role", "status").child(words.locked))
            .child(passphrase_field("open-passphrase", words.passphrase, self.typed, shown))
            .child(show_typed(self.language, shown))
            .child(html::div().class("actions").child(open))
    }

    fn unlock(self) {
        // The button stays in reach while it works, so that focus stays on it.
        if self.work.is_busy() {
            return;
        }
        let words = &self.language.pages.open_copy;
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
            match text.map(|text| waymark_case_file::case(&text)) {
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

    fn why(self, error: &CopyError) -> String {
        let words = &self.language.pages.open_copy;
        match error {
            CopyError::TooLong => words.refused_too_long,
            CopyError::Damaged => words.refused_damaged,
            CopyError::OtherLock => words.refused_other_lock,
            CopyError::TooManyRounds => words.refused_rounds,
            CopyError::OtherVersion => words.refused_version,
            CopyError::NotACase => words.refused_no_case,
            CopyError::Wrong(None) => words.refused_wrong_somewhere,
            CopyError::Wrong(Some(path)) => return fill(words.refused_wrong, &[("path", path)]),
        }
        .to_owned()
    }
}

/// True when the settings of the area allow a copy to be saved without a passphrase.
pub fn plain_is_allowed(area: AreaState) -> bool {
    area.in_use.with_untracked(|area| area.as_ref().is_some_and(|area| area.page.plain_save == Some(true)))
}
