//! What to talk about afterwards: yours beside the panel's, answer by answer, and why. No mark for a person.

use super::{choose_another, say_next};
use crate::app::{Desk, Purpose};
use crate::case::vocabulary::{Judgement, Person, Vocabulary};
use crate::case::{Case, IndicatorAnswer};
use crate::components::rule_line;
use crate::content::words::{capital, fill};
use crate::platform::dom::{El, button, details, el, fact, h1, list, p};
use crate::platform::page;
use crate::workshop::feedback::{Come, Evidence, Feedback, Focus, Line, Seen};
use crate::workshop::{About, PracticeCase, Vignette};
use leptos::prelude::*;
use std::sync::Arc;

/// How answers stand, in the order in which they are talked about.
const ORDER: [Seen; 7] =
    [Seen::OtherWay, Seen::Missed, Seen::OverRead, Seen::Tainted, Seen::Source, Seen::Differs, Seen::Same];

/// Everything of the focus that was worked.
pub fn talk(desk: Desk, vignette: Arc<Vignette>, focus: Focus) -> Vec<El> {
    let words = &desk.words.pages.practice;
    let found = desk.case.with_untracked(|case| Some(Feedback::of(PracticeCase::of(case)?, &vignette, focus)));
    let Some(found) = found else { return Vec::new() };
    let mut all = vec![h1(words.feedback_title), p("lead", words.feedback_lead)];
    if focus == Focus::SayNext {
        all.extend(say_next::told_apart(desk, &vignette.case));
    } else {
        all.extend(came_to(desk, &vignette, &found, focus));
    }
    // In goes of their own: a whole case has some fifty answers.
    let Feedback { evidence: seen, items, situation, .. } = found;
    let of = vignette.clone();
    all.push(el("div").later(move || evidence(desk, &of, &seen)));
    let of = vignette.clone();
    all.push(el("div").later(move || lines(desk, &of, words.items_title, &items)));
    let of = vignette.clone();
    all.push(el("div").later(move || folded(desk, &of, &situation).into_iter().collect()));
    all.push(el("h2").text(words.traps_title));
    all.push(list("ul", "", &vignette.traps));
    all.push(el("h2").text(words.discuss_title));
    all.push(list("ul", "", &vignette.discuss));
    all.extend(twin(desk, &vignette, focus));
    all.push(p("notice", words.after));
    all.push(actions(desk));
    all
}

fn actions(desk: Desk) -> El {
    let words = &desk.words.pages.practice;
    let change = move || {
        desk.practice.done.set(false);
        request_animation_frame(page::focus_heading);
    };
    el("div")
        .class("actions")
        .child(button("button second", words.change).attr("data-action", "practice-change").on_press(change))
        .child(
            button("button", words.again).attr("data-action", "practice-again").on_press(move || choose_another(desk)),
        )
}

/// The case that differs in one fact, with the same focus.
fn twin(desk: Desk, vignette: &Vignette, focus: Focus) -> Option<El> {
    let words = &desk.words.pages.practice;
    let pair = vignette.pair.as_ref()?;
    let id = pair.id.to_string();
    let other = desk.words.vignettes.iter().find(|other| other.id == id)?;
    let open = move || desk.enter_practice(Arc::new(Vignette::of(other)), focus, Purpose::Learn);
    Some(
        el("div")
            .child(el("h2").text(words.pair_title))
            .child(p("", fill(words.pair_words, &[("n", &id), ("fact", &pair.fact)])))
            .child(p("", other.warning))
            .child(
                el("div")
                    .class("actions")
                    .child(button("button second", words.open_pair).attr("data-action", "twin").on_press(open)),
            ),
    )
}

/// The reason of the panel with its rules, if it gave one.
fn why(desk: Desk, vignette: &Vignette, about: About) -> Option<El> {
    let words = &desk.words.pages.practice;
    let reason = vignette.reason(about)?;
    let text = el("p").child(el("strong").text(words.why)).text(" ").text(&reason.text);
    Some(el("div").child(text).maybe((!reason.rules.is_empty()).then(|| rule_line(desk, &reason.rules))))
}

/// Outcome, judgement and routes side by side.
fn came_to(desk: Desk, vignette: &Vignette, found: &Feedback, focus: Focus) -> Vec<El> {
    let words = &desk.words.pages.practice;
    let row = |label: &'static str, tell: &dyn Fn(&Come) -> String| {
        el("div").child(el("dt").text(label)).child(
            el("dd").child(pair_of(words.you, tell(&found.yours))).child(pair_of(words.panel, tell(&found.panel))),
        )
    };
    let mut table = el("dl").class("summary");
    let mut reasons = Vec::new();
    if matches!(focus, Focus::Whole | Focus::Identify | Focus::Judgement) {
        table = table.child(row(words.came_identify, &|come| outcome(desk, come)));
        reasons.extend(why(desk, vignette, About::Identify));
    }
    if matches!(focus, Focus::Whole | Focus::Judgement) {
        table = table.child(row(words.came_judgement, &|come| judgement(desk, come.judgement)));
        reasons.extend(vignette.reasons.iter().filter_map(|(about, _)| match about {
            About::Route(_) | About::Pathway(_) => why(desk, vignette, *about),
            _ => None,
        }));
    }
    if focus == Focus::Whole {
        let yes = |come: &Come| come.yes.map_or_else(|| words.not_started.to_owned(), |yes| yes.to_string());
        table = table.child(row(words.came_yes, &yes)).child(row(words.came_routes, &|come| routes(desk, come)));
    }
    if focus == Focus::TenItems {
        return Vec::new();
    }
    [el("h2").text(words.came_title), table].into_iter().chain(reasons).collect()
}

/// What a case comes to, on its own.
pub fn came(desk: Desk, case: &Case) -> El {
    let words = &desk.words.pages.practice;
    let come = Come::of(case);
    let yes = come.yes.map_or_else(|| words.not_started.to_owned(), |yes| yes.to_string());
    el("dl")
        .class("summary")
        .child(fact(words.came_identify, outcome(desk, &come)))
        .child(fact(words.came_yes, yes))
        .child(fact(words.came_judgement, judgement(desk, come.judgement)))
        .child(fact(words.came_routes, routes(desk, &come)))
}

fn pair_of(label: &str, value: String) -> El {
    el("span").class("beside").child(el("strong").text(label).text(": ")).text(value)
}

fn outcome(desk: Desk, come: &Come) -> String {
    let words = &desk.words.pages.practice;
    let Some(outcome) = come.outcome else { return words.not_started.to_owned() };
    let person = come.person.map_or("", |person| called(desk, person));
    fill(words.outcomes.get(outcome.index()).copied().unwrap_or_default(), &[("person", person)])
}

/// The people of a story are called as it calls them.
fn called(desk: Desk, person: Person) -> &'static str {
    desk.words.pages.practice.who.get(person.index()).copied().unwrap_or_default()
}

fn judgement(desk: Desk, judgement: Option<Judgement>) -> String {
    let asked = desk.words.question_named("dash.judgement");
    judgement.map_or_else(
        || desk.words.pages.practice.not_answered.to_owned(),
        |judgement| asked.option(judgement.text()).to_owned(),
    )
}

fn routes(desk: Desk, come: &Come) -> String {
    let words = &desk.words.pages.practice;
    let names = come.routes.iter().filter_map(|route| words.routes.get(route.index()).copied());
    let names: Vec<&str> = names.collect();
    if names.is_empty() { words.no_route.to_owned() } else { names.join(", ") }
}

fn evidence(desk: Desk, vignette: &Vignette, all: &[Evidence]) -> Vec<El> {
    let words = &desk.words.pages.practice;
    if all.is_empty() {
        return Vec::new();
    }
    let row = |one: &Evidence| {
        el("li")
            .attr("data-evidence", one.id.text())
            .child(el("h4").text(desk.words.indicator(one.id).name))
            .child(
                el("p")
                    .child(pair_of(words.you, known(desk, one.yours.as_ref())))
                    .child(pair_of(words.panel, known(desk, one.panel.as_ref()))),
            )
            .maybe(why(desk, vignette, About::Indicator(one.id)))
    };
    let mut drawn = vec![el("h2").text(words.evidence_title)];
    drawn.extend(grouped(desk, all, |one| one.seen, row));
    drawn
}

/// An answer about the two people, and how it is known.
fn known(desk: Desk, answer: Option<&IndicatorAnswer>) -> String {
    let words = &desk.words.pages.practice;
    let Some(answer) = answer else { return words.not_answered.to_owned() };
    let people = [("p1", called(desk, Person::One)), ("p2", called(desk, Person::Two))];
    let fixed = |text: &'static str| fill(text, &people);
    let who = words.who.get(answer.who().index()).copied().unwrap_or_default().to_owned();
    let mut parts = vec![who];
    parts.extend(answer.sources.iter().map(|source| fixed(desk.words.text(&["source.", source.text()].concat()))));
    parts.extend(answer.how_often.map(|often| desk.words.text(&["how_often.", often.text()].concat()).to_owned()));
    if answer.tainted {
        parts.push(words.tainted.to_owned());
    }
    parts.join("; ")
}

fn lines(desk: Desk, vignette: &Vignette, title: &'static str, all: &[Line]) -> Vec<El> {
    if all.is_empty() {
        return Vec::new();
    }
    let mut drawn = vec![el("h2").text(title)];
    drawn.extend(grouped(desk, all, |line| line.seen, |line| line_row(desk, vignette, line)));
    drawn
}

/// The situation, folded: it seldom carries the result.
fn folded(desk: Desk, vignette: &Vignette, all: &[Line]) -> Option<El> {
    let words = &desk.words.pages.practice;
    let rows = grouped(desk, all, |line| line.seen, |line| line_row(desk, vignette, line));
    (!rows.is_empty()).then(|| details("fold", words.situation_title).children(rows))
}

fn line_row(desk: Desk, vignette: &Vignette, line: &Line) -> El {
    let words = &desk.words.pages.practice;
    let asked = desk.words.question(line.input);
    let title = match line.about {
        Some(About::Item(item)) => {
            [words.item, " ", &item.get().to_string(), ": ", desk.words.item(item).label].concat()
        }
        _ => asked.short.to_owned(),
    };
    let value = |text: &str| {
        let values: Vec<String> = text
            .split(' ')
            .filter(|value| !value.is_empty())
            .map(|value| match asked.option(value) {
                "" => value.to_owned(),
                label => capital(&desk.about_people(label, None)),
            })
            .collect();
        if values.is_empty() { words.not_answered.to_owned() } else { values.join(", ") }
    };
    el("li")
        .attr("data-line", &line.input.name())
        .child(el("h4").text(title))
        .child(el("p").child(pair_of(words.you, value(&line.yours))).child(pair_of(words.panel, value(&line.panel))))
        .maybe(line.about.and_then(|about| why(desk, vignette, about)))
}

/// What stands together under how it stands; what was read the same is folded.
fn grouped<T>(desk: Desk, all: &[T], seen: impl Fn(&T) -> Seen, row: impl Fn(&T) -> El) -> Vec<El> {
    let words = &desk.words.pages.practice;
    let group = |wanted: Seen| {
        let rows: Vec<El> = all.iter().filter(|one| seen(one) == wanted).map(&row).collect();
        if rows.is_empty() {
            return None;
        }
        let title = words.seen.get(wanted.index()).copied().unwrap_or_default();
        let more = words.seen_more.get(wanted.index()).copied().unwrap_or_default();
        let list = el("ul").class("talk").children(rows);
        Some(match wanted {
            Seen::Same => details("fold", title).attr("data-seen", wanted.text()).child(list),
            _ => el("section")
                .attr("data-seen", wanted.text())
                .child(el("h3").text(title))
                .child(p("small", more))
                .child(list),
        })
    };
    ORDER.into_iter().filter_map(group).collect()
}
