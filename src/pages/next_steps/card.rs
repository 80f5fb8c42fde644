//! One step as a card: what to do, who, whom to ring, what to say first, by when, with whose agreement; what was decided; the
//! questions that decide it; and, folded, why it is here, how to do it with care and what it rests on.
//!
//! A card stays while its step does: what the engine says of the step is rendered again, what is decided about it is not.

use super::laid::Laid;
use super::seen::{Seen, title, to_question};
use super::why::why;
use crate::app::{CaseState, Language, Layout, View};
use crate::components::{Label, area_contacts, clear_answer, plan_here, row, seg, short_field, suicide_numbers};
use leptos::prelude::*;
use waymark_area::area_contacts_for;
use waymark_case::input::ChoicePart;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::{capital, fill};
use waymark_content::{Open, Stance};
use waymark_engine::assessment::ShownPathway;
use waymark_flow::{CardPlace, action_line, lines_here};
use waymark_record::due_in_words;
use waymark_view::{El, details, fact, html, list, memo, p, unmarked};

/// How many of its questions a card asks at once; the others are folded.
const ASKED: usize = 3;

/// A code in words, such as `due.now`.
fn code(language: Language, table: &str, code: &str) -> String {
    capital(language.text(&[table, ".", code].concat()))
}

/// One pathway as a card: a row that opens, the first three open from the start.
pub fn card(language: Language, case: CaseState, view: View, laid: Laid, id: PathwayId) -> El {
    let page = &language.steps().pages.next_steps;
    let seen = memo(move || Seen::now(language, case, id));
    let attribute = move |of: fn(&ShownPathway) -> Option<&'static str>| {
        move || seen.with(|seen| seen.as_ref().and_then(|seen| of(&seen.shown)))
    };
    let part = move |of: fn(Language, CaseState, View, &Seen) -> Vec<El>| {
        move || seen.with(|seen| seen.as_ref().map_or_else(Vec::new, |seen| of(case.words(language), case, view, seen)))
    };
    let first = memo(move || laid.order.with(|order| order.contains(&(id, CardPlace::First))));
    // A card that stood open is not shut again by an answer given on it.
    let stood = StoredValue::new(false);
    let open = memo(move || {
        let stays = first.get() || stood.get_value();
        stood.set_value(stays);
        stays || view.layout.get() == Layout::Whole
    });
    let told = move |of: fn(Language, &Seen) -> String| {
        move || seen.with(|seen| seen.as_ref().map_or_else(String::new, |seen| of(case.words(language), seen)))
    };
    let decided = Input::Choice(id, ChoicePart::Decision);
    let decided = move || case.answers.with(|case| language.question(decided).option(&case.shown(decided)));
    let summary = html::summary()
        .child(html::h3().child(told(|language, seen| action_line(&seen.shown, language).to_owned())))
        .child(html::span().class("brief").child(told(brief)))
        .child(" ")
        .child(html::span().class("tag").child(decided));
    let why = move || {
        html::details()
            .class("help")
            .child(html::summary().child(page.more).child(hidden_title(language, case, id)))
            .live(part(why))
    };
    html::details()
        .class("card path")
        .class(("first", move || first.get()))
        .attr("open", move || open.get())
        .attr("data-pathway", id.text())
        .attr("data-priority", attribute(|shown| ["0", "1", "2", "3", "4"].get(usize::from(shown.priority)).copied()))
        .attr("data-stance", attribute(|shown| Some(shown.stance.text())))
        .attr("data-mode", attribute(|shown| shown.mode.map(Vocabulary::text)))
        .child(summary)
        .later(move || vec![html::div().live(part(what_to_do))])
        .later(move || {
            let plan = (id == PathwayId::SafetyPlan && !case.is_in_practice()).then(|| plan_here(language, case));
            plan.into_iter().chain([decision(language, case, view, id)]).listed()
        })
        .later(move || vec![questions(language, case, laid, id)])
        .later(move || vec![why()])
}

/// The line of a card that is shut: who, and by when.
fn brief(language: Language, seen: &Seen) -> String {
    fill(language.steps().pages.next_steps.brief, &[("who", &seen.who), ("due", &due(language, seen))])
}

/// By when; of what is not open at any hour, with its hours.
fn due(language: Language, seen: &Seen) -> String {
    let due = capital(&due_in_words(&seen.shown, language));
    if seen.shown.open == Open::AnyHour {
        return due;
    }
    let open = language.text(&["open.", seen.shown.open.text()].concat()).to_ascii_lowercase();
    fill(language.steps().pages.next_steps.due_open, &[("due", &due), ("open", &open)])
}

/// The same in full: a time limit of the policy names its duty, as it is seldom for the whole step.
fn due_in_full(language: Language, seen: &Seen) -> String {
    let duty = seen.policy.and_then(|policy| waymark_record::policy_duty(&seen.shown, policy, language));
    match duty {
        Some(duty) => {
            let due = capital(&due_in_words(&seen.shown, language));
            fill(language.steps().pages.next_steps.due_duty, &[("due", &due), ("duty", duty)])
        }
        None => due(language, seen),
    }
}

/// Names the step to a screen reader, beside a label that all cards share.
pub fn hidden_title(language: Language, case: CaseState, id: PathwayId) -> El {
    html::span().class("visually-hidden").child(": ").child(move || title(language, case, id))
}

/// What a card shows first: what to mind, who, whom to ring, by when and with whose agreement, what to say, and how.
fn what_to_do(language: Language, case: CaseState, view: View, seen: &Seen) -> Vec<El> {
    let page = &language.steps().pages.next_steps;
    let (id, words) = (seen.shown.id, language.pathway(seen.shown.id));
    let meta = [
        (page.who, seen.who.clone()),
        (page.due, due_in_full(language, seen)),
        (page.agreement, code(language, "consent", seen.shown.consent.text())),
    ];
    let meta = meta.map(|(term, told)| fact(term, told));
    let ring: Vec<El> = lines_here(id, seen.nation, language)
        .map(|line| {
            html::li()
                .child(html::strong().child(line.name))
                .child(html::span().class("tel").child(line.number))
                .child(html::span().class("small").child(line.hours))
        })
        .listed();
    let mut parts: Vec<El> = seen.notes.iter().map(|note| p("note", *note)).listed();
    parts.extend((seen.shown.stance == Stance::NotNow).then(|| waits(language, view)));
    parts.push(html::dl().class("meta").children(meta));
    parts.extend((!ring.is_empty()).then(|| unmarked(html::ul(), "ring").children(ring)));
    parts.extend((id == PathwayId::SuicideAndCrisis).then(|| suicide_numbers(language, case)));
    parts.push(area_contacts(language, case, move || case.answers.with(|case| area_contacts_for(id, &case.context))));
    // The advice line of a programme is the worker's own call.
    if !words.say.is_empty() && seen.shown.mode.is_none() {
        parts.push(p("say-first", fill(page.say_first, &[("say", words.say)])));
    }
    if !words.steps.is_empty() {
        parts.push(list(html::ol(), "", words.steps.iter().copied()));
    }
    parts
}

/// The questions that decide this step and are open, asked in their place.
fn questions(language: Language, case: CaseState, laid: Laid, id: PathwayId) -> El {
    let page = &language.steps().pages.next_steps;
    let own = memo(move || {
        laid.asked.with(|all| all.iter().filter(|(card, _)| *card == id).map(|(_, field)| *field).listed())
    });
    let some = move |more: bool| {
        move || {
            own.with(|own| {
                own.iter()
                    .skip(if more { ASKED } else { 0 })
                    .take(if more { usize::MAX } else { ASKED })
                    .copied()
                    .listed()
            })
        }
    };
    let ask = move |field: ContextField| {
        let input = Input::Context(field);
        row(language, case, input, &[], true)
            .when(move || case.answered(input), move || clear_answer(language, case, input))
    };
    html::div()
        .class("asks")
        .when(move || own.with(|own| !own.is_empty()), || html::h4().child(page.asks))
        .each(some(false), ask)
        .when(
            move || own.with(|own| own.len() > ASKED),
            move || details("help", page.asks_more).child(hidden_title(language, case, id)).each(some(true), ask),
        )
}

/// A step that waits for the survivor's wish names the question and leads to it.
fn waits(language: Language, view: View) -> El {
    let ask = language.question(Input::Context(ContextField::WishAsked)).ask;
    p("note", language.steps().pages.next_steps.waits).child(" ").child(to_question(view, ask, ContextField::WishAsked))
}

/// What was decided, and once it is: who, when, why.
fn decision(language: Language, case: CaseState, view: View, id: PathwayId) -> El {
    let decision = Input::Choice(id, ChoicePart::Decision);
    let options = language.question(decision).options;
    let options = options.iter().map(|(value, label)| (*value, Label::Fixed(label))).listed();
    let parts = [ChoicePart::By, ChoicePart::When, ChoicePart::Reason].map(|part| Input::Choice(id, part));
    let decided = move || {
        view.layout.get() == Layout::Whole || case.answered(decision) || parts.iter().any(|part| case.answered(*part))
    };
    // Of something done it is asked when, of anything else by when.
    let done = move || case.holds(decision, Decision::Done.text());
    let field = move |input: Input| {
        let name = html::span();
        let name = match input {
            Input::Choice(_, ChoicePart::When) => name.child(move || {
                if done() {
                    language.steps().pages.next_steps.when_done
                } else {
                    language.steps().pages.next_steps.by_when
                }
            }),
            _ => name.child(language.question(input).ask),
        };
        html::label().child(name).child(short_field(language, case, input))
    };
    html::fieldset()
        .class("decide")
        .attr("data-question", decision.name())
        .child(html::legend().child(language.steps().pages.next_steps.decision).child(hidden_title(language, case, id)))
        .child(seg(case, decision, options))
        .when(decided, move || html::div().class("decided").children(parts.map(field)))
        .when(move || case.answered(decision), move || clear_answer(language, case, decision))
}
