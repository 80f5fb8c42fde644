//! The law and the duties of the nation of the home, and what of it is moving.

use crate::app::{AreaState, CaseState, Language, View};
use crate::components::law_list;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Nation, Vocabulary};
use waymark_case::{ContextField, Input};
use waymark_content::words::{NationTopic, fill};
use waymark_view::{El, button, details, fact, html, memo, p};

/// The nation that was answered, or all four folded. Follows the case.
pub fn law(language: Language, case: CaseState, area: AreaState, view: View) -> El {
    let words = &language.later().pages.policy;
    let nation = memo(move || case.answers.with(|case| case.context.nation));
    html::div().child(html::h2().child(words.law_title)).live(move || {
        let nation = nation.get();
        untrack(|| {
            let mut parts = match nation {
                Some(nation) => {
                    let title = fill(words.law_in, &[("nation", name(language, nation))]);
                    vec![p("", title), duties(language, nation)]
                }
                None => unchosen(language, view),
            };
            parts.push(details("fold", language.later().pages.about.law_title).child(law_list(language, area, nation)));
            parts
        })
    })
}

fn name(language: Language, nation: Nation) -> &'static str {
    language.text(&["nation.", nation.text()].concat())
}

fn unchosen(language: Language, view: View) -> Vec<El> {
    let words = &language.later().pages.policy;
    let choose = button("link", words.law_choose).on_press(move || view.open_at(Input::Context(ContextField::Nation)));
    let each =
        Nation::ALL.iter().map(|nation| details("fold", name(language, *nation)).child(duties(language, *nation)));
    [p("", "").child(choose)].into_iter().chain(each).listed()
}

fn duties(language: Language, nation: Nation) -> El {
    let row = move |topic: &NationTopic| fact(topic.label, topic.texts[nation.index()]);
    html::dl().class("summary").children(language.later().nation_topics.iter().map(row))
}
