//! Next steps: three first, then the rest by heading; what is held back and why; what to take care of and to say.

mod beside;
mod card;

use crate::app::{Desk, Layout, Step, layout_toggle, step_end, step_root};
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::components::{handoff_panel, say_box};
use crate::content::words::fill;
use crate::content::{CautionId, Open, Stance};
use crate::engine::assessment::InScope;
use crate::platform::dom::{El, details, el, h1, p};
use beside::{ask_first, cautions, held_back, helplines};
use card::card;
use leptos::prelude::*;

/// How many steps stand first.
const FIRST: usize = 3;

/// Everything that follows from the answers, the most pressing first. A stop hides nothing here.
pub fn next_steps() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.next_steps;
    let no_scope = move || desk.assessment.with(|assessment| assessment.in_scope == InScope::No);
    let asks = move || desk.assessment.with(|assessment| !assessment.unanswered_gate.is_empty());
    // What is to be done this minute stands above the questions.
    let at_once = move || {
        desk.assessment.with(|assessment| {
            assessment.pathways.first().is_some_and(|first| first.priority == 0 && first.stance == Stance::Do)
        })
    };
    let moment = Memo::new(move |_| moment(desk));
    let page = step_root(Step::NextSteps, "narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle())
        .when(no_scope, move || p("notice", words.scope))
        .when(move || asks() && !at_once(), move || ask_first(desk))
        .child(handoff_panel());
    let page = steps(desk, cautions(desk, page, true)).when(move || asks() && at_once(), move || ask_first(desk));
    cautions(desk, held_back(desk, page), false)
        .child(el("h2").text(words.say))
        .later(move || vec![say_box(move || moment.get())])
        .later(move || vec![other_moments(desk)])
        .later(move || vec![helplines(desk)])
        .child(step_end(Step::Record))
}

/// Where a step stands on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among the first three.
    First,
    /// Under a heading, by the first pathway of the catalogue that stands under it.
    Under(PathwayId),
    /// Shut until the morning.
    Morning,
}

/// A step with its place, and whether it presses.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Placed {
    id: PathwayId,
    place: Place,
    soon: bool,
}

/// The steps as they are laid out on the page.
fn lay_out(desk: Desk) -> Vec<Placed> {
    let shut = desk.holds(Input::Context(ContextField::OutOfHours), Known::Yes.text());
    let heading = |id: PathwayId| {
        let group = desk.words.pathway(id).group;
        PathwayId::ALL.iter().copied().find(|other| desk.words.pathway(*other).group == group).unwrap_or(id)
    };
    let mut first = 0;
    desk.assessment.with(|assessment| {
        // On the same day what is to be done stands before what is offered or weighed.
        let mut steps: Vec<_> = assessment.pathways.iter().collect();
        steps.sort_by_key(|shown| (shown.priority, shown.stance));
        let place = steps.into_iter().map(|shown| {
            let place = if shut && shown.open == Open::OfficeHours {
                Place::Morning
            } else if first < FIRST {
                first += 1;
                Place::First
            } else {
                Place::Under(heading(shown.id))
            };
            Placed { id: shown.id, place, soon: shown.priority <= 1 }
        });
        place.collect()
    })
}

fn key(id: PathwayId) -> u32 {
    id.index() as u32
}

/// The pathway of a key.
fn by_key(key: u32) -> PathwayId {
    PathwayId::ALL.get(key as usize).copied().unwrap_or(PathwayId::Pw01)
}

/// The keys of the steps at one place.
fn keys(laid_out: Memo<Vec<Placed>>, place: Place) -> impl Fn() -> Vec<u32> {
    move || laid_out.with(|steps| steps.iter().filter(|step| step.place == place).map(|step| key(step.id)).collect())
}

/// All the steps. They stand in the page also while their heading is folded, and a card stays while its step does, so
/// that what is being typed on it keeps its focus.
fn steps(desk: Desk, into: El) -> El {
    let words = &desk.words.pages.next_steps;
    let laid_out = Memo::new(move |_| lay_out(desk));
    // By heading, in the order of their most pressing step.
    let headings = move || {
        let mut headings = Vec::new();
        laid_out.with(|steps| {
            for step in steps {
                if let Place::Under(id) = step.place
                    && !headings.contains(&key(id))
                {
                    headings.push(key(id));
                }
            }
        });
        headings
    };
    let first = el("ol")
        .class("first-three")
        .each(keys(laid_out, Place::First), move |key| el("li").child(card(desk, by_key(key))));
    let morning = move || laid_out.with(|steps| steps.iter().any(|step| step.place == Place::Morning));
    into.child(el("h2").text(words.first))
        .child(first)
        .when(move || !headings().is_empty(), move || el("h2").text(words.rest))
        .each(headings, move |key| {
            let heading = by_key(key);
            let title = desk.words.text(&["heading.", desk.words.pathway(heading).group].concat());
            fold(desk, laid_out, Place::Under(heading), title, "")
        })
        .when(morning, move || fold(desk, laid_out, Place::Morning, words.morning, words.morning_words))
}

/// Steps under one heading, with how many there are and how many of them press.
fn fold(desk: Desk, laid_out: Memo<Vec<Placed>>, place: Place, title: &'static str, more: &'static str) -> El {
    let words = &desk.words.pages.next_steps;
    let summary = move || {
        let (listed, soon) = laid_out.with(|steps| {
            let listed = steps.iter().filter(|step| step.place == place);
            (listed.clone().count(), listed.filter(|step| step.soon).count())
        });
        let sentence = if soon == 0 { words.count } else { words.count_soon };
        fill(sentence, &[("title", title), ("n", &listed.to_string()), ("soon", &soon.to_string())])
    };
    el("details")
        .class("fold")
        .live_flag("open", move || desk.layout.get() == Layout::Whole)
        .child(el("summary").live_text(summary))
        .maybe((!more.is_empty()).then(|| p("", more)))
        .each(keys(laid_out, place), move |key| card(desk, by_key(key)))
}

/// Which words fit this moment.
fn moment(desk: Desk) -> &'static str {
    desk.assessment.with(|assessment| {
        desk.case.with(|case| {
            let context = &case.context;
            let declined = case.choices.iter().any(|choice| choice.decision == Some(Decision::Declined));
            match context.told_by {
                Some(ToldBy::Perpetrator) => "other-discloses",
                Some(ToldBy::ThirdParty) => "neighbour",
                _ if context.referral_consent == Some(Consent::Refused) || declined => "they-say-no",
                _ if assessment.warns(CautionId::SecondOpinion) => "not-clear",
                _ if !assessment.dash.routes.is_empty() => "route",
                _ => "below-line",
            }
        })
    })
}

/// What to say at every other moment.
fn other_moments(desk: Desk) -> El {
    let rows = desk.words.say.iter().flat_map(|say| [el("h3").text(say.when), say_box(move || say.id)]);
    details("fold", desk.words.pages.next_steps.say_more).children(rows)
}
