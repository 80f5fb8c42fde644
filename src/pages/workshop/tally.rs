//! The tally pad: hands or cards counted, with no device but this one.

use super::count::count;
use super::{say_next, story, toggle::toggle};
use crate::app::{Language, Votes, Workshop, WorkshopPart};
use crate::components::{part_id, quiet};
use crate::platform::page::{focus, focus_heading};
use crate::platform::voice;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Judgement, Vocabulary};
use waymark_content::words::fill;
use waymark_view::{El, RwSignal, button, html, list, p, typed};
use waymark_workshop::board::{Cell, MOST, Over, totals};
use waymark_workshop::codes::{Finding, Round};
use waymark_workshop::feedback::{Focus, TEN_ITEMS};

const ANSWERS: [&str; 3] = ["yes", "no", "dk"];

/// The part.
pub fn tally(language: Language, workshop: Workshop) -> El {
    let (words, room) = (&language.later().pages.workshop_tally, workshop.session);
    let shared = &language.later().pages.workshop;
    let show = move || {
        room.votes.set(Votes::Hands);
        room.part.set(WorkshopPart::Board);
        request_animation_frame(focus_heading);
    };
    let focuses = language.later().pages.practice.focuses;
    let choices = html::div()
        .class("pad-choices")
        .child(toggle("data-focus", words.focus_title, focuses, room.focus))
        .child(toggle("data-round", shared.rounds_title, shared.rounds, room.round));
    let counts = html::div()
        .live(move || {
            let (of, round) = (room.focus.get(), room.round.get());
            vec![untrack(|| pad(language, workshop, of, round))]
        })
        .child(html::div().class("actions").child(button("button", words.open_board).on_press(show)));
    html::section()
        .class("pad")
        .child(html::h2().child(words.title))
        .child(p("", words.lead))
        .child(choices)
        .child(html::div().class("beside").child(story::story(language, workshop)).child(counts))
}

/// The items that are voted on; the ten with the gravest first.
fn items(of: Focus) -> Vec<ItemNumber> {
    match of {
        Focus::TenItems => TEN_ITEMS.iter().filter_map(|number| ItemNumber::new(*number)).listed(),
        Focus::Whole => ItemNumber::all().listed(),
        Focus::Identify | Focus::Judgement | Focus::SayNext => Vec::new(),
    }
}

fn pad(language: Language, workshop: Workshop, of: Focus, round: Round) -> El {
    let words = &language.later().pages.workshop_tally;
    let shared = &language.later().pages.workshop;
    // On a wall one item is shown at a time, whole, beside the story; on a phone all stand below each other.
    let at = RwSignal::new(0_usize);
    let all = items(of);
    let steps = (!all.is_empty()).then(|| item_steps(language, at, all.len()));
    let rows = html::div().class("tallies one-by-one").later_each(all.into_iter().enumerate(), move |(place, item)| {
        item_row(language, workshop, round, item)
            .class(("now", move || at.get() == place))
            // Tab goes on to the next item, which is then the one that is shown.
            .on(ev::focusin, move |_| at.set(place))
    });
    voice::follow(move || over(language, workshop).join(" "));
    let mut pad = html::div().child(html::div().live(move || aside(language, workshop))).child(rows).child(steps);
    if matches!(of, Focus::Identify | Focus::Judgement | Focus::Whole) {
        let own_view = of == Focus::Judgement;
        let choices: &[Finding] = if own_view { &Finding::VIEWS } else { &Finding::FOUND };
        let names = if own_view { shared.views } else { shared.findings };
        let title = if own_view { words.view_title } else { words.finding_title };
        let rows = choices.iter().map(move |finding| {
            let place = finding.index();
            let name = format!("workshop.{}.finding.{}", round.text(), finding.text());
            let label = names.get(place).copied().unwrap_or_default();
            one_row(language, workshop, round, &name, label, Cell::Finding(*finding))
        });
        pad = pad.child(html::h3().child(title)).child(html::div().class("tallies few").children(rows));
    }
    if matches!(of, Focus::Judgement | Focus::Whole) {
        let rows = Judgement::ALL.iter().map(move |judgement| {
            let place = judgement.index();
            let name = format!("workshop.{}.judgement.{}", round.text(), judgement.text());
            let label = shared.judgements.get(place).copied().unwrap_or_default();
            one_row(language, workshop, round, &name, label, Cell::Judgement(*judgement))
        });
        pad = pad.child(html::h3().child(words.judgement_title)).child(html::div().class("tallies few").children(rows));
    }
    if of == Focus::Whole {
        pad = pad.child(totals_field(language, workshop, round));
    }
    if of == Focus::SayNext {
        pad = pad.child(html::h3().child(words.say_title)).child(list(html::ul(), "", words.say.iter().copied()));
        pad = pad.child(html::div().attr("data-moments", "").live(move || {
            let story = story::chosen(language, workshop);
            story.map(|story| say_next::aloud(language, &story)).unwrap_or_default()
        }));
    }
    pad
}

/// Counts that cannot be, as there are fewer people, each as a sentence. Follows.
fn over(language: Language, workshop: Workshop) -> Vec<String> {
    let (words, room) = (&language.later().pages.workshop_tally, workshop.session);
    let round = room.round.get().index();
    let Some(people) = room.people.get() else { return Vec::new() };
    let over = room.hands.with(|hands| hands.get(round).map(|tally| tally.over(people.into())).unwrap_or_default());
    let sentence = |(what, votes): (Over, u32)| {
        let what = match what {
            Over::Item(item) => format!("{} {}", item.get(), language.item(item).label),
            Over::Findings => words.finding_title.to_owned(),
            Over::Judgements => words.judgement_title.to_owned(),
            Over::Totals => words.totals_short.to_owned(),
        };
        fill(words.over, &[("what", &what), ("votes", &votes.to_string()), ("people", &people.to_string())])
    };
    over.into_iter().map(sentence).listed()
}

/// What stands aside: counts that cannot be, and those of other stories. Follows.
pub(super) fn aside(language: Language, workshop: Workshop) -> Vec<El> {
    let words = &language.later().pages.workshop_tally;
    let over = over(language, workshop).into_iter().map(|said| p("error", said).attr("data-over", ""));
    let elsewhere = workshop.session.elsewhere.with(|all| all.iter().map(|(story, _)| *story).listed());
    let elsewhere = elsewhere.into_iter().map(|story| match story {
        Some(story) => fill(words.elsewhere, &[("story", &story.get().to_string())]),
        None => words.elsewhere_none.to_owned(),
    });
    over.chain(elsewhere.map(|said| p("small", said).attr("data-elsewhere", ""))).listed()
}

/// Back and on through the items, where one is shown at a time.
fn item_steps(language: Language, at: RwSignal<usize>, all: usize) -> El {
    let words = &language.later().pages.workshop_tally;
    let step = move |name: &'static str, action: &'static str, by: isize| {
        button("button second", name).attr("data-action", action).on_press(move || {
            at.update(|at| *at = at.saturating_add_signed(by).min(all - 1));
            request_animation_frame(|| focus(".one-by-one .now input"));
        })
    };
    let where_now = move || fill(words.item_at, &[("n", &(at.get() + 1).to_string()), ("all", &all.to_string())]);
    html::div()
        .class("actions item-steps")
        .child(step(words.item_back, "item-back", -1))
        .child(html::span().child(where_now))
        .child(step(words.item_next, "item-next", 1))
}

/// A count of the pad.
fn cell(language: Language, workshop: Workshop, round: Round, name: &str, label: &str, cell: Cell) -> El {
    let hands = workshop.session.hands;
    let place = round.index();
    let read = move || hands.with(|hands| hands.get(place).map_or(0, |tally| tally.get(cell)));
    let write = move |number| {
        hands.update(|hands| {
            if let Some(tally) = hands.get_mut(place) {
                tally.set(cell, number);
            }
        });
    };
    count(language, name, label, MOST as u32, read, write)
}

fn item_row(language: Language, workshop: Workshop, round: Round, item: ItemNumber) -> El {
    let words = &language.later().pages.workshop_tally;
    let (n, label, about) = (item.get().to_string(), language.item(item).label, language.item(item).about);
    let cells =
        ANSWERS.iter().zip(language.later().pages.workshop.answers).enumerate().map(|(place, (answer, shown))| {
            let name = format!("workshop.{}.{n}.{answer}", round.text());
            let named = fill(words.cell, &[("n", &n), ("label", label), ("answer", shown)]);
            let at = Cell::Item(item, place);
            html::div()
                .child(p("small", *shown).attr("aria-hidden", "true"))
                .child(cell(language, workshop, round, &name, &named, at))
        });
    html::div()
        .class("tally-row")
        .attr("data-item", &n)
        .child(
            html::p()
                .child(html::strong().child(&n).child(" ").child(label))
                .child(html::span().class("about").child(about)),
        )
        .child(html::div().class("cells").children(cells))
}

fn one_row(language: Language, workshop: Workshop, round: Round, name: &str, label: &str, at: Cell) -> El {
    html::div()
        .class("tally-row")
        .child(html::p().child(html::strong().child(label)))
        .child(html::div().class("cells").child(html::div().child(cell(language, workshop, round, name, label, at))))
}

/// The totals that were read out. What is none is named and stays on the screen; the rest counts.
fn totals_field(language: Language, workshop: Workshop, round: Round) -> El {
    let words = &language.later().pages.workshop_tally;
    let (room, place) = (workshop.session, round.index());
    let typed_totals = move || room.totals.with(|all| all.get(place).cloned().unwrap_or_default());
    let error = move || match totals(&typed_totals()) {
        Ok(_) => String::new(),
        Err(piece) => fill(words.totals_error, &[("piece", &piece)]),
    };
    let name = format!("workshop.{}.totals", round.text());
    let (error_id, hint_id) = (part_id(&name, "error"), part_id(&name, "hint"));
    let write = move |event| {
        let text = typed(&event);
        let read = totals(&text).unwrap_or_default();
        room.totals.update(|all| {
            if let Some(own) = all.get_mut(place) {
                *own = text;
            }
        });
        room.hands.update(|hands| {
            if let Some(tally) = hands.get_mut(place) {
                tally.totals = read;
            }
        });
    };
    let field = html::input()
        .attr("type", "text")
        .attr("name", &name)
        .attr("aria-describedby", &hint_id)
        .attr("aria-errormessage", &error_id)
        .attr("aria-invalid", move || Some(if error().is_empty() { "false" } else { "true" }))
        .value(typed_totals)
        .on(ev::input, write);
    html::div()
        .class("field")
        .child(html::label().child(html::span().child(words.totals_title)).child(quiet(field)))
        .child(p("hint", words.totals_hint).attr("id", &hint_id))
        .child(html::p().class("error").attr("id", &error_id).attr("role", "alert").child(error))
}
