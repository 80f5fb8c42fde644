//! The law and the duties of the nation of the home, and what of it is moving.

use crate::app::{Desk, Step};
use crate::case::vocabulary::{Nation, Vocabulary};
use crate::case::{ContextField, Input};
use crate::components::law_list;
use crate::content::words::{NationTopic, fill};
use crate::platform::dom::{El, button, details, el, fact, p};
use leptos::prelude::*;

/// The nation that was answered, or all four folded. Follows the case.
pub fn law(desk: Desk) -> El {
    let words = &desk.words.pages.policy;
    let nation = Memo::new(move |_| desk.case.with(|case| case.context.nation));
    el("div").child(el("h2").text(words.law_title)).live(move || {
        let nation = nation.get();
        untrack(|| {
            let mut parts = match nation {
                Some(nation) => {
                    let title = fill(words.law_in, &[("nation", name(desk, nation))]);
                    vec![p("", title), duties(desk, nation)]
                }
                None => unchosen(desk),
            };
            parts.push(details("fold", desk.words.pages.about.law_title).child(law_list(desk, nation)));
            parts
        })
    })
}

fn name(desk: Desk, nation: Nation) -> &'static str {
    desk.words.text(&["nation.", nation.text()].concat())
}

fn unchosen(desk: Desk) -> Vec<El> {
    let words = &desk.words.pages.policy;
    let choose = button("link", words.law_choose)
        .on_press(move || desk.open_at(Step::Situation, Input::Context(ContextField::Nation)));
    let each = Nation::ALL.iter().map(|nation| details("fold", name(desk, *nation)).child(duties(desk, *nation)));
    [p("", "").child(choose)].into_iter().chain(each).collect()
}

fn duties(desk: Desk, nation: Nation) -> El {
    let row = move |topic: &NationTopic| fact(topic.label, topic.texts[nation.index()]);
    el("dl").class("summary").children(desk.words.nation_topics.iter().map(row))
}
