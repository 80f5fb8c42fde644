//! Practice: the library, the band above the real tool, and what is worked here and not in a step of its own.
//!
//! Lives here: choosing a vignette, the band, the focus sets. Not here: what to talk about afterwards (`talk`), the words
//! to say next (`super::say_next`).

mod hold;
mod talk;

pub use talk::came;

use super::begin::{FIRST_OWN, focus_buttons, told, warning};
use super::{code, say_next};
use crate::app::{CaseState, Language, Purpose, Step, View, Workshop, WorkshopPart};
use crate::components::{Label, also_ask, clear_answer, question, seg, step_name, step_root};
use crate::platform::page;
use leptos::prelude::*;
use std::sync::Arc;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_case::{Input, ItemNumber};
use waymark_content::words::{VignetteWords, fill};
use waymark_engine::{assess, beside};
use waymark_view::{El, RwSignal, button, details, effect, h1, html, memo, p, unmarked};
use waymark_workshop::Vignette;
use waymark_workshop::feedback::{Focus, TEN_ITEMS};

/// The part: every made-up case, and the one that was chosen.
pub fn library(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.practice;
    let chosen = RwSignal::new(None::<usize>);
    let choose = move |place: Option<usize>| {
        chosen.set(place);
        request_animation_frame(|| page::focus("#cases"));
    };
    html::section().child(html::h2().attr("id", "cases").attr("tabindex", "-1").child(words.library_title)).live(
        move || {
            let place = chosen.get();
            untrack(|| match place.and_then(|place| language.later().vignettes.get(place)) {
                None => {
                    let cases = language.later().vignettes.iter().enumerate();
                    vec![
                        p("lead", words.library_lead),
                        p("small", fill(words.library_count, &[("n", &language.later().vignettes.len().to_string())])),
                        unmarked(html::ol(), "cases")
                            .later_each(cases, move |(place, told)| row(language, told, move || choose(Some(place)))),
                    ]
                }
                Some(told) => one(language, case, view, workshop, told, choose),
            })
        },
    )
}

/// A case in the list.
fn row(language: Language, vignette: &'static VignetteWords, choose: impl Fn() + 'static) -> El {
    let words = &language.later().pages.practice;
    let twin = vignette.pair.first().map(|twin| html::small().child(fill(words.pair_mark, &[("n", twin)])));
    let open = button("door", [vignette.id, ". ", vignette.title].concat())
        .attr("data-case", vignette.id)
        .child(html::small().child(vignette.setting))
        .child(twin)
        .on_press(choose);
    html::li().child(open)
}

/// The chosen case: what may be hard to read, the story when it is wanted, and what to practise.
fn one(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    told: &'static VignetteWords,
    choose: impl Fn(Option<usize>) + Copy + 'static,
) -> Vec<El> {
    let words = &language.later().pages.practice;
    let vignette = Arc::new(Vignette::of(told));
    let story = vignette.clone();
    let lists = beside(&vignette.case, &assess(&vignette.case));
    let open = RwSignal::new(false);
    let show = move || {
        let show = button("button second", words.show_story).attr("data-action", "show-story");
        html::div().class("actions").child(show.on_press(move || open.set(true)))
    };
    let twin = told.pair.first().zip(told.pair.get(1)).map(|(id, fact)| {
        let open = move || choose(language.later().vignettes.iter().position(|other| other.id == *id));
        html::p()
            .child(fill(words.pair_words, &[("n", id), ("fact", fact)]))
            .child(" ")
            .child(button("link", words.open_pair).attr("data-action", "twin").on_press(open))
    });
    let focuses = focus_buttons(language, case, view, workshop, vignette.clone());
    let take = move || {
        let own = Vignette { id: FIRST_OWN, pair: None, moments: &[], ..Vignette::of(told) };
        workshop.practice.own.set(Some(own));
        workshop.practice.edits.set(true);
        workshop.session.part.set(WorkshopPart::Own);
    };
    let take = button("link", language.later().pages.own.from_library).attr("data-action", "own-from").on_press(take);
    vec![
        html::p().child(button("link", words.back).attr("data-action", "cases").on_press(move || choose(None))),
        html::h3().child([told.id, ". ", told.title].concat()),
        p("", told.setting),
        warning(language, told.warning),
        html::div().either(move || open.get(), move || self::told(&story), show),
        html::h3().child(words.focus_title),
        focuses,
        html::div().child(also_ask(language, &lists)).child(twin),
        html::p().child(take),
    ]
}

/// Above every step while a vignette is worked: that it is practice, the story, and the two ways on.
pub fn band(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    // Drawn again for another vignette, and not for every answer.
    let worked = memo(move || {
        workshop.practice.on.with(|on| on.as_ref().map(|on| (on.vignette.id, on.vignette.title.clone(), on.purpose)))
    });
    effect(move |_| page::practice(case.in_practice()));
    // The story was read on the way here: on a phone it would stand above every question of every step.
    effect(move |before: Option<(Step, bool)>| {
        let (step, practising) = (view.step.get(), case.in_practice());
        if before.is_some_and(|(before, practised)| practised && before != step) && page::is_narrow() {
            page::fold_up(".story-fold");
        }
        (step, practising)
    });
    html::div().live(move || {
        let Some((_, title, purpose)) = worked.get() else { return Vec::new() };
        let words = &language.later().pages.practice;
        let vignette = workshop.practice.on.with_untracked(|on| on.as_ref().map(|on| on.vignette.clone()));
        let story =
            vignette.map(|vignette| details("story-fold", words.story_title).attr("open", "").child(told(&vignette)));
        let asks = RwSignal::new(false);
        let drop_all = move || {
            workshop.leave(case, view);
            view.announcement.set(words.left);
        };
        // Answers that are written for a story would be lost: nothing else asks before it leaves.
        let writes = purpose == Purpose::Write;
        let leave = move || if writes { asks.set(true) } else { drop_all() };
        let ask = move || {
            html::div().class("notice").attr("role", "alert").child(p("", words.leave_ask)).child(
                html::div()
                    .class("actions")
                    .child(button("button", words.done_writing).on_press(move || workshop.finish(case, view)))
                    .child(
                        button("button second", words.leave_drop)
                            .attr("data-action", "practice-drop")
                            .on_press(drop_all),
                    ),
            )
        };
        let actions = html::div()
            .class("actions")
            .child(done(language, case, view, workshop, purpose))
            .child(button("button second", words.leave).attr("data-action", "practice-leave").on_press(leave));
        vec![
            html::section()
                .class("practising")
                .attr("aria-label", words.heading.trim_end_matches([':', ' ']))
                .child(p("band", fill(words.band, &[("title", &title)])))
                .child(story)
                .child(actions)
                .when(move || asks.get(), ask),
        ]
    })
}

/// "I am done", or that the answers are kept.
fn done(language: Language, case: CaseState, view: View, workshop: Workshop, purpose: Purpose) -> El {
    let words = &language.later().pages.practice;
    let text = if purpose == Purpose::Write { words.done_writing } else { words.done };
    button("button", text).attr("data-action", "practice-done").on_press(move || workshop.finish(case, view))
}

/// In the place of a step that hands something on.
pub fn not_here(language: Language, case: CaseState, view: View, step: Step) -> El {
    let words = &language.later().pages.practice;
    let back = button("button", words.back_to_work).on_press(move || view.open(Step::Workshop));
    step_root(case, step, "narrow")
        .child(h1(words.not_here_title))
        .child(p("", words.not_here))
        .child(html::div().class("actions").child(back))
}

/// The workshop while a vignette is worked: the task of its focus, or what to talk about.
pub fn room(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    step_root(case, Step::Workshop, "narrow").live(move || {
        let over = workshop.practice.done.get();
        workshop.practice.opened.track();
        let on =
            workshop.practice.on.with_untracked(|on| on.as_ref().map(|on| (on.vignette.clone(), on.focus, on.purpose)));
        let Some((vignette, focus, purpose)) = on else { return Vec::new() };
        untrack(|| {
            if over && !workshop.practice.opened.get_untracked() {
                return hold::hold(language, case, workshop, &vignette, focus);
            }
            if over {
                return talk::talk(language, case, view, workshop, vignette, focus);
            }
            let mut all = task(language, case, view, workshop, &vignette, focus);
            all.push(html::div().class("actions").child(done(language, case, view, workshop, purpose)));
            if focus != Focus::SayNext && purpose == Purpose::Learn {
                all.extend(code::code(language, case, workshop, vignette.id, focus));
            }
            all
        })
    })
}

fn task(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    vignette: &Vignette,
    focus: Focus,
) -> Vec<El> {
    let words = &language.later().pages.practice;
    let head = |title: &str, lead: &str| vec![h1(title), p("lead", lead)];
    let go = |step: Step| {
        let go = button("button second", step_name(language, step)).attr("data-next", step.text());
        go.on_press(move || view.open(step))
    };
    match focus {
        Focus::TenItems => {
            let items = TEN_ITEMS.iter().filter_map(|number| ItemNumber::new(*number));
            let mut all = head(words.ten_title, words.ten_lead);
            all.push(html::div().class("items").later_each(items, move |number| item(language, case, number)));
            all
        }
        Focus::Judgement => {
            let mut all = head(words.judgement_title, words.judgement_lead);
            all.push(question(language, case, Input::DashJudgement));
            all.push(question(language, case, Input::JudgementPerson));
            all
        }
        Focus::SayNext => {
            let mut all = head(words.say_title, words.say_lead);
            all.extend(say_next::choice(language, workshop, vignette));
            all
        }
        Focus::Identify => {
            let mut all = head(words.focuses.first().copied().unwrap_or_default(), words.whole_lead);
            all.push(html::div().class("actions").child(go(Step::Identify)));
            all
        }
        Focus::Whole => {
            let mut all = head(words.whole_title, words.whole_lead);
            let steps = [Step::Situation, Step::Identify, Step::Dash, Step::NextSteps];
            all.push(html::div().class("actions").children(steps.map(go)));
            all
        }
    }
}

/// One of the ten, with its answer.
fn item(language: Language, case: CaseState, number: ItemNumber) -> El {
    let words = language.item(number);
    let input = Input::DashItem(number);
    let answers = language.question(input).options.iter().map(|(value, label)| (*value, Label::Fixed(label)));
    let legend = html::legend()
        .child(html::span().class("n").child(number.get().to_string()))
        .child(html::span().child(words.label).child(html::span().class("about").child(words.about)));
    html::fieldset()
        .class("item")
        .attr("data-question", input.name())
        .child(legend)
        .child(seg(case, input, answers.listed()))
        .when(move || case.answered(input), move || clear_answer(language, case, input))
}
