//! The story beside the tally pad, to be read from the back of a room. Its warning stands before it.

use super::begin::{told, warning};
use crate::app::{Language, Workshop};
use crate::components::one_of;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_view::{El, button, details, html};
use waymark_workshop::Vignette;
use waymark_workshop::codes::VignetteNumber;

/// The vignette that is voted on, if it is known here. Follows.
pub fn chosen(language: Language, workshop: Workshop) -> Option<Vignette> {
    known(language, workshop, workshop.session.vignette.get()?)
}

/// The vignette with a number: one's own before that of the library. Follows one's own.
pub fn known(language: Language, workshop: Workshop, number: VignetteNumber) -> Option<Vignette> {
    let own = workshop.practice.own.with(|own| own.clone().filter(|own| own.id == number.get()));
    own.or_else(|| {
        let id = number.get().to_string();
        language.later().vignettes.iter().find(|words| words.id == id).map(Vignette::of)
    })
}

/// The choice of a story, its warning, and the story once it is wanted.
pub fn story(language: Language, workshop: Workshop) -> El {
    let words = &language.later().pages.workshop_tally;
    let room = workshop.session;
    let now = move || room.vignette.get().map(|number| number.get().to_string()).unwrap_or_default();
    let choose = move |id: &str| room.choose(id.parse().ok().and_then(VignetteNumber::new));
    let own =
        workshop.practice.own.with_untracked(|own| own.as_ref().map(|own| (own.id.to_string(), own.title.clone())));
    let library = language.later().vignettes.iter().map(|words| (words.id.to_owned(), words.title.to_owned()));
    let stories = own.into_iter().chain(library).map(|(id, title)| {
        let words = [&id, ". ", &title].concat();
        (id, words)
    });
    let all = std::iter::once((String::new(), words.story_none.to_owned())).chain(stories);
    let pick =
        details("fold", words.story_pick).child(one_of("workshop.story", words.story_pick, all.listed(), now, choose));
    html::section().class("told").child(html::h3().child(words.story_title)).child(pick).live(move || {
        chosen(language, workshop).map(|vignette| untrack(|| beside(language, workshop, vignette))).unwrap_or_default()
    })
}

fn beside(language: Language, workshop: Workshop, vignette: Vignette) -> Vec<El> {
    let words = &language.later().pages.workshop_tally;
    let open = workshop.session.story;
    let name = move || if open.get() { words.story_hide } else { language.later().pages.practice.show_story };
    let turn = button("button second", "")
        .attr("data-action", "story")
        .attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .child(name)
        .on_press(move || open.update(|open| *open = !*open));
    vec![
        warning(language, &vignette.warning),
        html::div().class("actions").child(turn),
        html::div().when(move || open.get(), move || told(&vignette)),
    ]
}
