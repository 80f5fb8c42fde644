//! The ways out of the page for one or more documents: read on the screen, copied, printed; each says what it leaves behind.

use super::quiet;
use super::sheet::sheet;
use crate::app::Desk;
use crate::content::words::WaysOutWords;
use crate::platform::clipboard::{self, Copied};
use crate::platform::dom::{El, button, el, list, p};
use crate::platform::page;
use crate::record::{Document, html, plain_text};
use leptos::prelude::*;

/// What the worker was told about the last press of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Copied,
    NotCopied,
    Cleared,
    NotCleared,
}

impl Told {
    fn words(self, words: &WaysOutWords) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Copied => words.copied,
            Self::NotCopied => words.not_copied,
            Self::Cleared => words.cleared,
            Self::NotCleared => words.not_cleared,
        }
    }
}

/// The buttons, and below them the documents as sheets, which is all that prints. What was said about one document goes when
/// others are shown.
pub fn ways_out(documents: Memo<Vec<Document>>) -> [El; 2] {
    let words = &Desk::here().words.pages.ways_out;
    let told = RwSignal::new(Told::Nothing);
    let asking = RwSignal::new(false);
    let titles =
        Memo::new(move |_| documents.with(|all| all.iter().map(|document| document.title.clone()).collect::<Vec<_>>()));
    Effect::new(move |_| {
        titles.track();
        told.set(Told::Nothing);
        asking.set(false);
    });
    let sheets = el("div")
        .class("sheets")
        .each(move || (0..).take(documents.with(Vec::len)).collect(), move |place| sheet(documents, place));
    let buttons = hand_on(documents, told, asking).child(p("small muted", words.preview));
    [buttons, sheets]
}

fn text(documents: Memo<Vec<Document>>) -> String {
    documents.with(|all| all.iter().map(plain_text).collect::<Vec<_>>().join("\n\n"))
}

/// Copying and printing, each with what it leaves behind.
fn hand_on(documents: Memo<Vec<Document>>, told: RwSignal<Told>, asking: RwSignal<bool>) -> El {
    let words = &Desk::here().words.pages.ways_out;
    let tell = move |how, yes, no| told.set(if how == Copied::Yes { yes } else { no });
    let copy =
        move || clipboard::copy(&untrack(|| text(documents)), move |how| tell(how, Told::Copied, Told::NotCopied));
    let copy_rich = move || {
        let (html, text) = untrack(|| (documents.with(|all| html(all)), text(documents)));
        clipboard::copy_rich(&html, &text, move |how| tell(how, Told::Copied, Told::NotCopied));
    };
    let clear = move || clipboard::copy(words.blank, move |how| tell(how, Told::Cleared, Told::NotCleared));
    let print = button("button second", words.print)
        .attr("data-action", "print")
        .live_attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" }))
        .on_press(move || asking.update(|asking| *asking = !*asking));
    let by_hand = move || {
        let area = el("textarea").attr("readonly", "").attr("rows", "8").attr("aria-label", words.by_hand);
        quiet(area.live_value(move || text(documents)))
    };
    let actions = el("div")
        .class("actions")
        .attr("role", "group")
        .attr("aria-label", words.ways)
        .child(button("button", words.copy).attr("data-action", "copy").on_press(copy))
        .child(button("button", words.copy_rich).attr("data-action", "copy-rich").on_press(copy_rich))
        .child(print)
        .child(button("button second", words.clear_clipboard).attr("data-action", "clear-clipboard").on_press(clear));
    el("div")
        .class("no-print")
        .child(actions)
        .child(p("small muted", words.copy_hint))
        .child(el("p").attr("role", "status").live_text(move || told.get().words(words)))
        .when(move || told.get() == Told::NotCopied, by_hand)
        .when(move || asking.get(), move || before_printing(asking))
}

/// What printing leaves behind, asked before it happens.
fn before_printing(asking: RwSignal<bool>) -> El {
    let words = &Desk::here().words.pages.ways_out;
    let now = button("button", words.print_now).attr("data-action", "print-now").on_press(page::print);
    let not = button("button second", words.print_not).on_press(move || asking.set(false));
    el("div")
        .class("panel")
        .attr("role", "group")
        .attr("aria-label", words.print_title)
        .child(el("h3").text(words.print_title))
        .child(list("ul", "", words.print_words.iter().copied()))
        .child(el("div").class("actions").child(now).child(not))
}
