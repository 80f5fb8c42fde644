//! Settings handed on: a link with its QR code, a copy of this page, a file; and a file opened.

use crate::app::{AreaState, CaseState, Language, settings_source};
use crate::components::{qr_code, quiet};
use crate::platform::clipboard::{self, Copied};
use crate::platform::{page, settings_files, voice};
use leptos::prelude::*;
use waymark_area::{Area, AreaError, ContactPart, FactPart, LimitPart, Place, to_fragment};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_view::{El, Memo, RwSignal, button, html, list, memo, p};

/// What was last done here, in words.
type Told = RwSignal<&'static str>;

/// The heading and the three ways.
pub fn give(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let told: Told = RwSignal::new("");
    let made = memo(move || area.to_hand_on(case));
    let fit = memo(move || made.with(Result::is_ok) && area.draft.with(|draft| draft.wrong().is_empty()));
    let open = button("button second", words.give_file_open)
        .attr("data-action", "open-settings")
        .on_press(move || settings_source::open_file(area));
    voice::follow(move || told.get());
    vec![
        html::h2().child(words.give_title),
        p("", words.give_lead),
        html::div().live(move || vec![what_is_wrong(language, area, &made.get())]),
        html::div().when_all(move || fit.get(), move || ways(language, made, told)),
        html::p().child(move || told.get()),
        html::div().class("actions").child(open),
        p("small", language.pages.open_copy.waits),
    ]
}

/// What must be put right before anything can be handed on; an empty element when all is well.
fn what_is_wrong(language: Language, area: AreaState, made: &Result<Area, AreaError>) -> El {
    let words = &language.later().pages.settings;
    if made.is_err() {
        return p("error", words.make_too_long);
    }
    let wrong = area.draft.with(|draft| draft.wrong());
    if wrong.is_empty() {
        return html::div();
    }
    let lines = wrong.into_iter().map(|place| {
        let allowed = area.draft.with(|draft| draft.problem(place)).unwrap_or_default();
        [&label(language, place), ": ", &allowed].concat()
    });
    html::div().class("errors").attr("data-wrong", "").child(p("error", words.make_wrong)).child(list(
        html::ul(),
        "",
        lines,
    ))
}

/// What a place is called, where its own label is not beside it.
fn label(language: Language, place: Place) -> String {
    let words = &language.later().pages.settings;
    let at = |list: &'static [&'static str], place: usize| list.get(place).copied().unwrap_or_default();
    match place {
        Place::Owner => words.area_owner.to_owned(),
        Place::ReviewBy => words.area_review.to_owned(),
        Place::Exit => language.pages.area.exit.to_owned(),
        Place::CoverMinutes => words.area_cover.to_owned(),
        Place::WipeMinutes => words.area_wipe.to_owned(),
        Place::PlainSave => words.area_plain.to_owned(),
        Place::SharedDevice => words.area_shared.to_owned(),
        Place::ShiftExit => words.area_shift.to_owned(),
        Place::Contact(id, part) => {
            [at(language.pages.area.contacts, id.index()), ", ", at(words.contact_parts, ContactPart::index(part))]
                .concat()
        }
        Place::Limit(row, part) => {
            let limit = fill(words.make_limit, &[("n", &(u16::from(row) + 1).to_string())]);
            [&limit, ", ", at(words.limit_parts, LimitPart::index(part))].concat()
        }
        Place::Fact(row, part) => {
            let words = &language.steps().pages.facts;
            let fact = fill(words.row, &[("n", &(u16::from(row) + 1).to_string())]);
            [&fact, ", ", at(words.parts, FactPart::index(part))].concat()
        }
        Place::Role(capability) => at(words.capabilities, capability.index()).to_owned(),
        Place::Value(value) => at(words.values, value.index()).to_owned(),
    }
}

/// The link and the two files.
fn ways(language: Language, made: Memo<Result<Area, AreaError>>, told: Told) -> Vec<El> {
    let words = &language.later().pages.settings;
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
    let mut parts = link(language, made, told);
    parts.extend([
        html::h3().child(words.give_copy),
        p("", words.give_copy_lead).child(" ").child(words.give_downloads),
        html::div().class("actions").child(copy),
        html::h3().child(words.give_file),
        p("", words.give_file_lead).child(" ").child(words.give_downloads),
        html::div().class("actions").child(file),
    ]);
    parts
}

fn link(language: Language, made: Memo<Result<Area, AreaError>>, told: Told) -> Vec<El> {
    let words = &language.later().pages.settings;
    let address = page::web_address();
    let here = address.is_empty();
    let link = memo(move || made.with(|made| made.as_ref().map(to_fragment).unwrap_or_default()));
    let link = memo(move || [address.as_str(), &link.get()].concat());
    let copy = move || {
        clipboard::copy(&link.get_untracked(), move |how| {
            told.set(if how == Copied::Yes { words.give_link_copied } else { words.give_link_not_copied });
        });
    };
    let shown = RwSignal::new(false);
    let show = button("button second", words.give_qr)
        .attr("data-action", "show-qr")
        .attr("aria-expanded", move || Some(if shown.get() { "true" } else { "false" }))
        .on_press(move || shown.update(|shown| *shown = !*shown));
    let copy = button("button", words.give_link_copy).attr("data-action", "copy-link").on_press(copy);
    let field = html::textarea()
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("name", "area.link")
        .attr("aria-label", words.give_link)
        .value(move || link.get());
    let code = move || {
        let drawn = shown.get().then(|| link.with(|link| qr_code(link, words.give_qr_label))).flatten();
        drawn.map(|code| html::div().class("poster").child(code)).into_iter().listed()
    };
    vec![
        html::h3().child(words.give_link),
        p("", if here { words.give_link_here } else { words.give_link_lead }),
        quiet(field),
        html::div().class("actions").child(copy).child(show),
        html::div().live(code),
    ]
}
