//! The ways out of the page for one or more documents: read on the screen, copied, printed; each says what it leaves behind.

use super::boxes::ask_panel;
use super::leaves::leaves;
use super::quiet;
use super::sheet::sheet;
use crate::app::Language;
use crate::platform::clipboard::{self, Copied};
use crate::platform::paper::Place;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::words::WaysOutWords;
use waymark_record::{Document, plain_text};
use waymark_view::{El, Memo, RwSignal, button, effect, html, list, memo, p};

/// What the worker was told about the last press of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LastPress {
    Nothing,
    Copied,
    NotCopied,
    Cleared,
    NotCleared,
}

impl LastPress {
    /// The sentence that is seen beside the button and heard, and what else is to be known.
    fn words(self, words: &WaysOutWords) -> [&'static str; 2] {
        let said: &'static [&'static str] = match self {
            Self::Nothing => &[],
            Self::Copied => words.copied,
            Self::NotCopied => words.not_copied,
            Self::Cleared => words.cleared,
            Self::NotCleared => words.not_cleared,
        };
        [0, 1].map(|place| said.get(place).copied().unwrap_or_default())
    }

    /// True when it came to what was wanted.
    fn is_done(self) -> bool {
        matches!(self, Self::Copied | Self::Cleared)
    }
}

/// The buttons, and the documents as sheets, which is all that prints, as numbered leaves. What was said about one document
/// goes when others are shown.
pub fn ways_out(language: Language, documents: Memo<Vec<Document>>) -> [El; 2] {
    let told = RwSignal::new(LastPress::Nothing);
    let asking = RwSignal::new(false);
    let titles = memo(move || documents.with(|all| all.iter().map(|document| document.title.clone()).listed()));
    effect(move |_| {
        // Read, and not only tracked: a memo that nobody reads follows nothing.
        titles.with(|_| ());
        told.set(LastPress::Nothing);
        asking.set(false);
    });
    let (place, on_paper) = leaves(language, documents);
    let sheets = html::div()
        .class("sheets")
        .each(move || (0..documents.with(Vec::len)).listed(), move |place| sheet(documents, place))
        .child(on_paper);
    [hand_on(language, documents, told, asking, place), sheets]
}

fn text(documents: Memo<Vec<Document>>) -> String {
    documents.with(|all| all.iter().map(plain_text).listed().join("\n\n"))
}

/// Copying and printing, each with what it leaves behind.
fn hand_on(
    language: Language,
    documents: Memo<Vec<Document>>,
    told: RwSignal<LastPress>,
    asking: RwSignal<bool>,
    place: Place,
) -> El {
    let words = &language.pages.ways_out;
    // Heard at every press, also when the words on the screen stay the same.
    let tell = move |how, yes, no| {
        let said: LastPress = if how == Copied::Yes { yes } else { no };
        told.set(said);
        voice::say(said.words(words)[0]);
    };
    let copy = move || {
        clipboard::copy(&untrack(|| text(documents)), move |how| tell(how, LastPress::Copied, LastPress::NotCopied))
    };
    let copy_rich = move || {
        let (html, text) = untrack(|| (documents.with(|all| waymark_record::html(all)), text(documents)));
        clipboard::copy_rich(&html, &text, move |how| tell(how, LastPress::Copied, LastPress::NotCopied));
    };
    let clear = move || clipboard::copy(words.blank, move |how| tell(how, LastPress::Cleared, LastPress::NotCleared));
    let print = button("button second", words.print)
        .attr("data-action", "print")
        .attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" }))
        .on_press(move || asking.update(|asking| *asking = !*asking));
    let by_hand = move || {
        let area = html::textarea().attr("readonly", "").attr("rows", "8").attr("aria-label", words.by_hand);
        quiet(area.value(move || text(documents)))
    };
    let copied = html::span()
        .class("copied")
        .class(("done", move || told.get().is_done()))
        .child(move || told.get().words(words)[0]);
    let first = button("button", words.copy).attr("data-action", "copy").on_press(copy);
    let others = html::div()
        .class("actions")
        .child(print)
        .child(button("button second", words.copy_rich).attr("data-action", "copy-rich").on_press(copy_rich))
        .child(button("button second", words.clear_clipboard).attr("data-action", "clear-clipboard").on_press(clear));
    html::div()
        .class("no-print")
        .attr("role", "group")
        .attr("aria-label", words.ways)
        .child(html::div().class("actions").child(first).child(copied))
        .child(p("small", "").child(move || told.get().words(words)[1]))
        .when(move || told.get() == LastPress::NotCopied, by_hand)
        .child(others)
        .child(p("small muted", words.copy_hint))
        .when(move || asking.get(), move || before_printing(language, asking, place.clone()))
}

/// What printing leaves behind, asked before it happens.
fn before_printing(language: Language, asking: RwSignal<bool>, place: Place) -> El {
    let words = &language.pages.ways_out;
    let now = button("button second", words.print_now).attr("data-action", "print-now").on_press(move || place.print());
    let not = button("button second", words.print_not).on_press(move || asking.set(false));
    ask_panel(html::h3(), words.print_title, list(html::ul(), "", words.print_words.iter().copied()), now, not)
}
