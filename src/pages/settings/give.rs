//! Settings handed on: a link with its QR code, a copy of this page, a file; and a file opened.

use crate::app::Desk;
use crate::case::vocabulary::Vocabulary;
use crate::components::{qr_code, quiet};
use crate::content::words::fill;
use crate::platform::clipboard::{self, Copied};
use crate::platform::dom::{El, button, el, list, p};
use crate::platform::{page, settings_files};
use crate::settings_link::{Area, AreaError, ContactPart, LimitPart, Place, to_fragment};
use leptos::prelude::*;

/// What was last done here, in words.
type Told = RwSignal<&'static str>;

/// The heading and the three ways.
pub fn give() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let told: Told = RwSignal::new("");
    let made = Memo::new(move |_| desk.made());
    let fit = Memo::new(move |_| made.with(Result::is_ok) && desk.draft.with(|draft| draft.wrong().is_empty()));
    let open = button("button second", words.give_file_open)
        .attr("data-action", "open-settings")
        .on_press(move || settings_files::open(desk));
    vec![
        el("h2").text(words.give_title),
        p("", words.give_lead),
        el("div").live(move || vec![what_is_wrong(desk, &made.get())]),
        el("div").when_all(move || fit.get(), move || ways(desk, made, told)),
        el("p").attr("role", "status").live_text(move || told.get()),
        el("div").class("actions").child(open),
    ]
}

/// What must be put right before anything can be handed on; an empty element when all is well.
fn what_is_wrong(desk: Desk, made: &Result<Area, AreaError>) -> El {
    let words = &desk.words.pages.settings;
    if made.is_err() {
        return p("error", words.make_too_long);
    }
    let wrong = desk.draft.with(|draft| draft.wrong());
    if wrong.is_empty() {
        return el("div");
    }
    let lines = wrong.into_iter().map(|place| {
        let allowed = desk.draft.with(|draft| draft.problem(place)).unwrap_or_default();
        [&label(desk, place), ": ", &allowed].concat()
    });
    el("div").class("errors").attr("data-wrong", "").child(p("error", words.make_wrong)).child(list("ul", "", lines))
}

/// What a place is called, where its own label is not beside it.
fn label(desk: Desk, place: Place) -> String {
    let words = &desk.words.pages.settings;
    let at = |list: &'static [&'static str], place: usize| list.get(place).copied().unwrap_or_default();
    match place {
        Place::Owner => words.area_owner.to_owned(),
        Place::ReviewBy => words.area_review.to_owned(),
        Place::Exit => words.area_exit.to_owned(),
        Place::CoverMinutes => words.area_cover.to_owned(),
        Place::WipeMinutes => words.area_wipe.to_owned(),
        Place::PlainSave => words.area_plain.to_owned(),
        Place::SharedDevice => words.area_shared.to_owned(),
        Place::Contact(id, part) => {
            [at(words.contacts, id.index()), ", ", at(words.contact_parts, ContactPart::index(part))].concat()
        }
        Place::Limit(row, part) => {
            let limit = fill(words.make_limit, &[("n", &(u16::from(row) + 1).to_string())]);
            [&limit, ", ", at(words.limit_parts, LimitPart::index(part))].concat()
        }
        Place::Role(capability) => at(words.capabilities, capability.index()).to_owned(),
        Place::Value(value) => at(words.values, value.index()).to_owned(),
    }
}

/// The link and the two files.
fn ways(desk: Desk, made: Memo<Result<Area, AreaError>>, told: Told) -> Vec<El> {
    let words = &desk.words.pages.settings;
    let area = move || made.get_untracked().ok();
    let done = move |saved: Option<bool>| {
        told.set(if saved == Some(true) { words.give_saved } else { words.give_not_saved });
    };
    let copy = button("button second", words.give_copy_save)
        .attr("data-action", "save-page")
        .on_press(move || done(area().map(|area| settings_files::save_copy(&area))));
    let file = button("button second", words.give_file_save)
        .attr("data-action", "save-settings")
        .on_press(move || done(area().map(|area| settings_files::save(&area))));
    let mut parts = link(desk, made, told);
    parts.extend([
        el("h3").text(words.give_copy),
        p("", words.give_copy_lead).text(" ").text(words.give_downloads),
        el("div").class("actions").child(copy),
        el("h3").text(words.give_file),
        p("", words.give_file_lead).text(" ").text(words.give_downloads),
        el("div").class("actions").child(file),
    ]);
    parts
}

fn link(desk: Desk, made: Memo<Result<Area, AreaError>>, told: Told) -> Vec<El> {
    let words = &desk.words.pages.settings;
    let address = page::web_address();
    let here = address.is_empty();
    let link = Memo::new(move |_| made.with(|made| made.as_ref().map(to_fragment).unwrap_or_default()));
    let link = Memo::new(move |_| [address.as_str(), &link.get()].concat());
    let copy = move || {
        clipboard::copy(&link.get_untracked(), move |how| {
            told.set(if how == Copied::Yes { words.give_link_copied } else { words.give_link_not_copied });
        });
    };
    let shown = RwSignal::new(false);
    let show = button("button second", words.give_qr)
        .attr("data-action", "show-qr")
        .live_attr("aria-expanded", move || Some(if shown.get() { "true" } else { "false" }))
        .on_press(move || shown.update(|shown| *shown = !*shown));
    let copy = button("button", words.give_link_copy).attr("data-action", "copy-link").on_press(copy);
    let field = el("textarea")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("name", "area.link")
        .attr("aria-label", words.give_link)
        .live_value(move || link.get());
    let code = move || {
        let drawn = shown.get().then(|| link.with(|link| qr_code(link, words.give_qr_label))).flatten();
        drawn.map(|code| el("div").class("poster").child(code)).into_iter().collect()
    };
    vec![
        el("h3").text(words.give_link),
        p("", if here { words.give_link_here } else { words.give_link_lead }),
        quiet(field),
        el("div").class("actions").child(copy).child(show),
        el("div").live(code),
    ]
}
