//! Practice: the library, the band above the real tool, and what is worked here and not in a step of its own.
//!
//! Lives here: choosing a vignette, the band, the focus sets. Not here: what to talk about afterwards (`talk`), the words
//! to say next (`say_next`).

mod say_next;
mod talk;

pub use talk::came;

use super::code;
use crate::app::{Desk, Part, Purpose, Step, step_name, step_root};
use crate::case::vocabulary::Vocabulary;
use crate::case::{Input, ItemNumber};
use crate::components::{Label, clear_answer, question, seg};
use crate::content::words::{VignetteWords, fill};
use crate::platform::dom::{El, button, details, el, h1, p};
use crate::platform::page;
use crate::workshop::Vignette;
use crate::workshop::feedback::{Focus, TEN_ITEMS};
use leptos::prelude::*;
use std::sync::Arc;

/// The number that a case of one's own is given.
pub const FIRST_OWN: u8 = 200;

/// The part: every made-up case, and the one that was chosen.
pub fn library() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.practice;
    let chosen = RwSignal::new(None::<usize>);
    let choose = move |place: Option<usize>| {
        chosen.set(place);
        request_animation_frame(|| page::focus("#cases"));
    };
    el("section").child(el("h2").attr("id", "cases").attr("tabindex", "-1").text(words.library_title)).live(move || {
        let place = chosen.get();
        untrack(|| match place.and_then(|place| desk.words.vignettes.get(place)) {
            None => {
                let cases = desk.words.vignettes.iter().enumerate();
                vec![
                    p("lead", words.library_lead),
                    p("small", fill(words.library_count, &[("n", &desk.words.vignettes.len().to_string())])),
                    el("ol")
                        .class("cases")
                        .later_each(cases, move |(place, case)| row(desk, case, move || choose(Some(place)))),
                ]
            }
            Some(case) => one(desk, case, choose),
        })
    })
}

/// A case in the list.
fn row(desk: Desk, case: &'static VignetteWords, choose: impl Fn() + 'static) -> El {
    let words = &desk.words.pages.practice;
    let twin = case.pair.first().map(|twin| el("small").text(fill(words.pair_mark, &[("n", twin)])));
    let open = button("door", [case.id, ". ", case.title].concat())
        .attr("data-case", case.id)
        .child(el("small").text(case.setting))
        .maybe(twin)
        .on_press(choose);
    el("li").child(open)
}

/// The chosen case: what may be hard to read, the story when it is wanted, and what to practise.
fn one(desk: Desk, case: &'static VignetteWords, choose: impl Fn(Option<usize>) + Copy + 'static) -> Vec<El> {
    let words = &desk.words.pages.practice;
    let vignette = Arc::new(Vignette::of(case));
    let story = vignette.clone();
    let open = RwSignal::new(false);
    let show = move || {
        let show = button("button second", words.show_story).attr("data-action", "show-story");
        el("div").class("actions").child(show.on_press(move || open.set(true)))
    };
    let twin = case.pair.first().zip(case.pair.get(1)).map(|(id, fact)| {
        let open = move || choose(desk.words.vignettes.iter().position(|other| other.id == *id));
        el("p")
            .text(fill(words.pair_words, &[("n", id), ("fact", fact)]))
            .text(" ")
            .child(button("link", words.open_pair).attr("data-action", "twin").on_press(open))
    });
    let focuses = focus_buttons(desk, vignette.clone());
    let take = move || {
        let own = Vignette { id: FIRST_OWN, pair: None, ..Vignette::of(case) };
        desk.practice.own.set(Some(own));
        desk.room.part.set(Part::Own);
    };
    let take = button("link", desk.words.pages.own.from_library).attr("data-action", "own-from").on_press(take);
    vec![
        el("p").child(button("link", words.back).attr("data-action", "cases").on_press(move || choose(None))),
        el("h3").text([case.id, ". ", case.title].concat()),
        p("", case.setting),
        warning(desk, case.warning),
        el("div").either(move || open.get(), move || told(&story), show),
        el("h3").text(words.focus_title),
        focuses,
        el("div").maybe(twin),
        el("p").child(take),
    ]
}

/// What may be hard to read, before the story.
pub fn warning(desk: Desk, text: &str) -> El {
    let words = &desk.words.pages.practice;
    el("div")
        .class("notice")
        .child(el("h3").text(words.warning_title))
        .child(p("", text))
        .child(p("small", words.warning_more))
}

/// The buttons that begin, one a focus.
pub fn focus_buttons(desk: Desk, vignette: Arc<Vignette>) -> El {
    let words = &desk.words.pages.practice;
    let buttons = Focus::ALL.iter().map(|focus| {
        let vignette = vignette.clone();
        let begin = button("door", words.focuses.get(focus.index()).copied().unwrap_or_default())
            .attr("data-focus", focus.text())
            .child(el("small").text(words.focus_more.get(focus.index()).copied().unwrap_or_default()))
            .on_press(move || desk.enter_practice(vignette.clone(), *focus, Purpose::Learn));
        el("li").child(begin)
    });
    el("ul").class("cases").children(buttons)
}

/// The story, to be read on a wall as well.
pub fn told(vignette: &Vignette) -> El {
    el("div").class("story").children(vignette.story.iter().map(|text| p("", text)))
}

/// Above every step while a vignette is worked: that it is practice, the story, and the two ways on.
pub fn band() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.practice;
    // Drawn again for another vignette, and not for every answer.
    let worked = Memo::new(move |_| {
        desk.practice.on.with(|on| on.as_ref().map(|on| (on.vignette.id, on.vignette.title.clone(), on.purpose)))
    });
    Effect::new(move |_| page::practice(desk.in_practice()));
    // The story was read on the way here: on a phone it would stand above every question of every step.
    Effect::new(move |before: Option<(Step, bool)>| {
        let (step, practising) = (desk.step.get(), desk.in_practice());
        if before.is_some_and(|(before, practised)| practised && before != step) && page::is_narrow() {
            page::fold_up(".story-fold");
        }
        (step, practising)
    });
    el("div").live(move || {
        let Some((_, title, purpose)) = worked.get() else { return Vec::new() };
        let vignette = desk.practice.on.with_untracked(|on| on.as_ref().map(|on| on.vignette.clone()));
        let story =
            vignette.map(|vignette| details("story-fold", words.story_title).attr("open", "").child(told(&vignette)));
        let leave = move || {
            desk.leave_practice();
            desk.told.set(words.left);
        };
        let actions = el("div")
            .class("actions")
            .child(done(desk, purpose))
            .child(button("button second", words.leave).attr("data-action", "practice-leave").on_press(leave));
        vec![
            el("section")
                .class("practising")
                .attr("aria-label", words.heading.trim_end_matches([':', ' ']))
                .child(p("band", fill(words.band, &[("title", &title)])))
                .maybe(story)
                .child(actions),
        ]
    })
}

/// "I am done", or that the answers are kept.
fn done(desk: Desk, purpose: Purpose) -> El {
    let words = &desk.words.pages.practice;
    let text = if purpose == Purpose::Write { words.done_writing } else { words.done };
    button("button", text).attr("data-action", "practice-done").on_press(move || desk.finish_practice())
}

/// In the place of a step that hands something on.
pub fn not_here(step: Step) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.practice;
    let back = button("button", words.back_to_work).on_press(move || desk.go(Step::Workshop));
    step_root(step, "narrow")
        .child(h1(words.not_here_title))
        .child(p("", words.not_here))
        .child(el("div").class("actions").child(back))
}

/// The workshop while a vignette is worked: the task of its focus, or what to talk about.
pub fn room() -> El {
    let desk = Desk::here();
    step_root(Step::Workshop, "narrow").live(move || {
        let over = desk.practice.done.get();
        let on =
            desk.practice.on.with_untracked(|on| on.as_ref().map(|on| (on.vignette.clone(), on.focus, on.purpose)));
        let Some((vignette, focus, purpose)) = on else { return Vec::new() };
        untrack(|| {
            if over {
                return talk::talk(desk, vignette, focus);
            }
            let mut all = task(desk, &vignette, focus);
            all.push(el("div").class("actions").child(done(desk, purpose)));
            if focus != Focus::SayNext && purpose == Purpose::Learn {
                all.extend(code::code(vignette.id));
            }
            all
        })
    })
}

fn task(desk: Desk, vignette: &Vignette, focus: Focus) -> Vec<El> {
    let words = &desk.words.pages.practice;
    let head = |title: &str, lead: &str| vec![h1(title), p("lead", lead)];
    let go = |step: Step| {
        let go = button("button second", step_name(desk, step)).attr("data-next", step.text());
        go.on_press(move || desk.go(step))
    };
    match focus {
        Focus::TenItems => {
            let items = TEN_ITEMS.iter().filter_map(|number| ItemNumber::new(*number));
            let mut all = head(words.ten_title, words.ten_lead);
            all.push(el("div").class("items").later_each(items, move |number| item(desk, number)));
            all
        }
        Focus::Judgement => {
            let mut all = head(words.judgement_title, words.judgement_lead);
            all.push(question(Input::DashJudgement));
            all.push(question(Input::JudgementPerson));
            all
        }
        Focus::SayNext => {
            let mut all = head(words.say_title, words.say_lead);
            all.push(say_next::choice(desk, &vignette.case));
            all
        }
        Focus::Identify => {
            let mut all = head(words.focuses.first().copied().unwrap_or_default(), words.whole_lead);
            all.push(el("div").class("actions").child(go(Step::Identify)));
            all
        }
        Focus::Whole => {
            let mut all = head(words.whole_title, words.whole_lead);
            let steps = [Step::Situation, Step::Identify, Step::Dash, Step::NextSteps];
            all.push(el("div").class("actions").children(steps.map(go)));
            all
        }
    }
}

/// One of the ten, with its answer.
fn item(desk: Desk, number: ItemNumber) -> El {
    let words = desk.words.item(number);
    let input = Input::DashItem(number);
    let answers = desk.words.question(input).options.iter().map(|(value, label)| (*value, Label::Fixed(label)));
    let legend = el("legend")
        .child(el("span").class("n").text(number.get().to_string()))
        .child(el("span").text(words.label).child(el("span").class("about").text(words.about)));
    el("fieldset")
        .class("item")
        .attr("data-question", &input.name())
        .child(legend)
        .child(seg(input, answers.collect()))
        .when(move || desk.answered(input), move || clear_answer(input))
}

/// Opens the list of cases again.
fn choose_another(desk: Desk) {
    desk.leave_practice();
    desk.room.part.set(Part::Practice);
}
