//! The story beside the tally pad, to be read from the back of a room. Its warning stands before it.

use super::practice::{told, warning};
use crate::app::Desk;
use crate::components::quiet;
use crate::platform::dom::{El, button, el, typed};
use crate::workshop::Vignette;
use crate::workshop::codes::VignetteNumber;
use leptos::prelude::*;

/// The vignette that is voted on, if it is known here. Follows.
pub fn chosen(desk: Desk) -> Option<Vignette> {
    known(desk, desk.room.vignette.get()?)
}

/// The vignette with a number: one's own before that of the library. Follows one's own.
pub fn known(desk: Desk, number: VignetteNumber) -> Option<Vignette> {
    let own = desk.practice.own.with(|own| own.clone().filter(|own| own.id == number.get()));
    own.or_else(|| {
        let id = number.get().to_string();
        desk.words.vignettes.iter().find(|words| words.id == id).map(Vignette::of)
    })
}

/// The choice of a story, its warning, and the story once it is wanted.
pub fn story(desk: Desk) -> El {
    let words = &desk.words.pages.workshop_tally;
    let room = desk.room;
    let now = room.vignette.get_untracked().map(|number| number.get().to_string()).unwrap_or_default();
    let choose = move |id: String| room.choose(id.parse().ok().and_then(VignetteNumber::new));
    let none = el("option").attr("value", "").text(words.story_none);
    let own = desk.practice.own.with_untracked(|own| own.as_ref().map(|own| (own.id.to_string(), own.title.clone())));
    let library = desk.words.vignettes.iter().map(|words| (words.id.to_owned(), words.title.to_owned()));
    let options = own.into_iter().chain(library).map(|(id, title)| {
        el("option")
            .attr("value", &id)
            .text([&id, ". ", &title].concat())
            .attr_if("selected", (id == now).then_some(""))
    });
    let select = el("select")
        .attr("name", "workshop.story")
        .attr("aria-label", words.story_pick)
        .child(none)
        .children(options)
        .on("change", move |event| choose(typed(&event)));
    el("section")
        .class("told")
        .child(el("h3").text(words.story_title))
        .child(quiet(select))
        .live(move || chosen(desk).map(|vignette| untrack(|| beside(desk, vignette))).unwrap_or_default())
}

fn beside(desk: Desk, vignette: Vignette) -> Vec<El> {
    let words = &desk.words.pages.workshop_tally;
    let open = desk.room.story;
    let name = move || if open.get() { words.story_hide } else { desk.words.pages.practice.show_story };
    let turn = button("button second", "")
        .attr("data-action", "story")
        .live_attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .live_text(name)
        .on_press(move || open.update(|open| *open = !*open));
    vec![
        warning(desk, &vignette.warning),
        el("div").class("actions").child(turn),
        el("div").when(move || open.get(), move || told(&vignette)),
    ]
}
