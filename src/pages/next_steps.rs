//! Next steps: three cards that stand open, the others as rows that open; what is held back and why; what to take care of and
//! to say.

mod beside;
mod card;
mod laid;
mod seen;
mod why;

use crate::app::{AreaState, CaseState, Language, Step, View};
use crate::components::{handoff_panel, layout_toggle, say_box, step_end, step_root};
use beside::{ask_first, cautions, held_back, helplines};
use card::card;
use laid::Laid;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::Stance;
use waymark_engine::assessment::InScope;
use waymark_flow::{CardPlace, moments};
use waymark_view::{El, Fragment, details, h1, html, memo, p, unmarked};
pub use why::cite;

/// Everything that follows from the answers, the most pressing first. A stop hides nothing here.
pub fn next_steps(language: Language, case: CaseState, area: AreaState, view: View) -> El {
    let words = &language.steps().pages.next_steps;
    let no_scope = move || case.assessment.with(|assessment| assessment.in_scope == InScope::No);
    let asks = move || case.assessment.with(|assessment| !assessment.unanswered_gate.is_empty());
    // What is to be done this minute is shown above the questions.
    let at_once = move || {
        case.assessment.with(|assessment| {
            assessment.pathways.first().is_some_and(|first| first.priority == 0 && first.stance == Stance::Do)
        })
    };
    let moments = memo(move || case.read(moments));
    step_root(case, Step::NextSteps, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle(language, view))
        .when(no_scope, move || p("notice", words.scope))
        .when(move || asks() && !at_once(), move || ask_first(language, case, view))
        .child(handoff_panel(language, case))
        .child(cautions(language, case, true))
        .child(steps(language, case, view))
        .when(move || asks() && at_once(), move || ask_first(language, case, view))
        .child(held_back(language, case))
        .child(cautions(language, case, false))
        .child(html::h2().child(words.say))
        .later(move || {
            (0..2)
                .map(|place| {
                    say_box(language, case, move || moments.with(|all| all.get(place).copied().unwrap_or_default()))
                })
                .listed()
        })
        .later(move || vec![other_moments(language, case)])
        .later(move || vec![helplines(language, case, area)])
        .child(step_end(language, view, Step::Record))
}

/// All the steps. Also those whose row is shut are in the page, and a card stays while its step does, so that what is being
/// typed on it keeps its focus.
fn steps(language: Language, case: CaseState, view: View) -> Fragment {
    let words = &language.steps().pages.next_steps;
    let laid = Laid::of(language, case);
    let waits = |place: CardPlace| place == CardPlace::Morning;
    let rows = move |morning: bool| {
        let keys = move || {
            let order = laid.order.get().into_iter();
            order.filter(|(_, place)| waits(*place) == morning).map(|(id, _)| id).listed()
        };
        unmarked(html::ol(), "cards").each(keys, move |id| html::li().child(card(language, case, view, laid, id)))
    };
    let morning = move || laid.order.with(|order| order.iter().any(|(_, place)| waits(*place)));
    let handed_over = move || vec![html::h2().child(words.morning), p("", words.morning_words), rows(true)];
    Fragment::new().child(html::h2().child(words.first)).child(rows(false)).when_all(morning, handed_over)
}

/// What to say at every other moment.
fn other_moments(language: Language, case: CaseState) -> El {
    let rows = language
        .steps()
        .say
        .iter()
        .flat_map(|say| [html::h3().child(say.when), say_box(language, case, move || say.id)]);
    details("fold", language.steps().pages.next_steps.say_more).children(rows)
}
