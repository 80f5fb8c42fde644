//! What to talk about afterwards: yours beside the panel's, answer by answer, and why. No mark for a person.

use super::super::say_next;
use crate::app::{CaseState, Language, Purpose, View, Workshop, WorkshopPart};
use crate::components::rule_line;
use crate::platform::page;
use leptos::prelude::*;
use std::sync::Arc;
use waymark_case::PracticeCase;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Judgement, Person, Vocabulary};
use waymark_case::{Case, IndicatorAnswer};
use waymark_content::words::{capital, fill};
use waymark_view::{El, button, details, fact, h1, html, list, p, unmarked};
use waymark_workshop::feedback::{Come, ComparedAnswer, Evidence, Feedback, Focus, Seen};
use waymark_workshop::{About, Vignette};

/// How answers stand, in the order in which they are talked about.
const ORDER: [Seen; 7] =
    [Seen::OtherWay, Seen::Missed, Seen::OverRead, Seen::Tainted, Seen::Source, Seen::Differs, Seen::Same];

/// Everything of the focus that was worked.
pub fn talk(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    vignette: Arc<Vignette>,
    focus: Focus,
) -> Vec<El> {
    let words = &language.later().pages.practice;
    // By the policy and the line that are in use here.
    let assess = |answers: &Case| case.assess(answers);
    let found =
        case.answers.with_untracked(|case| Some(Feedback::under(PracticeCase::of(case)?, &vignette, focus, &assess)));
    let Some(found) = found else { return Vec::new() };
    let mut all = vec![h1(words.feedback_title), p("lead", words.feedback_lead)];
    if focus == Focus::SayNext {
        let ticked = workshop.practice.ticked.get_untracked();
        all.extend(say_next::told_apart(language, ticked, &vignette, [html::h2, html::h3]));
    } else {
        all.extend(came_to(language, &vignette, &found, focus));
    }
    // In goes of their own: a whole case has some fifty answers.
    let Feedback { evidence: seen, items, situation, .. } = found;
    let of = vignette.clone();
    all.push(html::div().later(move || evidence(language, &of, &seen)));
    let of = vignette.clone();
    all.push(html::div().later(move || lines(language, case, &of, words.items_title, &items)));
    let of = vignette.clone();
    all.push(html::div().later(move || folded(language, case, &of, &situation).into_iter().listed()));
    all.push(html::h2().child(words.traps_title));
    all.push(list(html::ul(), "", &vignette.traps));
    all.push(html::h2().child(words.discuss_title));
    all.push(list(html::ul(), "", &vignette.discuss));
    all.extend(twin(language, case, view, workshop, &vignette, focus));
    all.push(p("notice", words.after));
    all.push(actions(language, case, view, workshop));
    all
}

fn actions(language: Language, case: CaseState, view: View, workshop: Workshop) -> El {
    let words = &language.later().pages.practice;
    let change = move || {
        workshop.practice.done.set(false);
        request_animation_frame(page::focus_heading);
    };
    html::div()
        .class("actions")
        .child(button("button second", words.change).attr("data-action", "practice-change").on_press(change))
        .child(
            button("button", words.again)
                .attr("data-action", "practice-again")
                .on_press(move || choose_another(case, view, workshop)),
        )
}

/// The case that differs in one fact, with the same focus.
fn twin(
    language: Language,
    case: CaseState,
    view: View,
    workshop: Workshop,
    vignette: &Vignette,
    focus: Focus,
) -> Option<El> {
    let words = &language.later().pages.practice;
    let pair = vignette.pair.as_ref()?;
    let id = pair.id.to_string();
    let other = language.later().vignettes.iter().find(|other| other.id == id)?;
    let open = move || workshop.enter(case, view, Arc::new(Vignette::of(other)), focus, Purpose::Learn);
    Some(
        html::div()
            .child(html::h2().child(words.pair_title))
            .child(p("", fill(words.pair_words, &[("n", &id), ("fact", &pair.fact)])))
            .child(p("", other.warning))
            .child(
                html::div()
                    .class("actions")
                    .child(button("button second", words.open_pair).attr("data-action", "twin").on_press(open)),
            ),
    )
}

/// The reason of the panel with its rules, if it gave one.
fn why(language: Language, vignette: &Vignette, about: About) -> Option<El> {
    let words = &language.later().pages.practice;
    let reason = vignette.reason(about)?;
    let text = html::p().child(html::strong().child(words.why)).child(" ").child(&reason.text);
    Some(html::div().child(text).child((!reason.rules.is_empty()).then(|| rule_line(language, &reason.rules))))
}

/// Outcome, judgement and routes side by side.
fn came_to(language: Language, vignette: &Vignette, found: &Feedback, focus: Focus) -> Vec<El> {
    let words = &language.later().pages.practice;
    let row = |label: &'static str, tell: &dyn Fn(&Come) -> String| {
        html::div().child(html::dt().child(label)).child(
            html::dd().child(pair_of(words.you, tell(&found.yours))).child(pair_of(words.panel, tell(&found.panel))),
        )
    };
    let mut table = html::dl().class("summary");
    let mut reasons = Vec::new();
    if matches!(focus, Focus::Whole | Focus::Identify | Focus::Judgement) {
        table = table.child(row(words.came_identify, &|come| outcome(language, come)));
        reasons.extend(why(language, vignette, About::Identify));
    }
    if matches!(focus, Focus::Whole | Focus::Judgement) {
        table = table.child(row(words.came_judgement, &|come| judgement(language, come.judgement)));
        reasons.extend(vignette.reasons.iter().filter_map(|(about, _)| match about {
            About::Route(_) | About::Pathway(_) => why(language, vignette, *about),
            _ => None,
        }));
    }
    if focus == Focus::Whole {
        let yes = |come: &Come| come.yes.map_or_else(|| words.not_started.to_owned(), |yes| yes.to_string());
        table = table.child(row(words.came_yes, &yes)).child(row(words.came_routes, &|come| routes(language, come)));
    }
    if focus == Focus::TenItems {
        return Vec::new();
    }
    [html::h2().child(words.came_title), table].into_iter().chain(reasons).listed()
}

/// What a case comes to, on its own.
pub fn came(language: Language, case: &Case) -> El {
    let words = &language.later().pages.practice;
    let come = Come::of(case);
    let yes = come.yes.map_or_else(|| words.not_started.to_owned(), |yes| yes.to_string());
    html::dl()
        .class("summary")
        .child(fact(words.came_identify, outcome(language, &come)))
        .child(fact(words.came_yes, yes))
        .child(fact(words.came_judgement, judgement(language, come.judgement)))
        .child(fact(words.came_routes, routes(language, &come)))
}

fn pair_of(label: &str, value: String) -> El {
    html::span().class("beside").child(html::strong().child(label).child(": ")).child(value)
}

fn outcome(language: Language, come: &Come) -> String {
    let words = &language.later().pages.practice;
    let Some(outcome) = come.outcome else { return words.not_started.to_owned() };
    let person = come.person.map_or("", |person| called(language, person));
    fill(words.outcomes.get(outcome.index()).copied().unwrap_or_default(), &[("person", person)])
}

/// The people of a story are called as it calls them.
fn called(language: Language, person: Person) -> &'static str {
    language.later().pages.practice.who.get(person.index()).copied().unwrap_or_default()
}

fn judgement(language: Language, judgement: Option<Judgement>) -> String {
    let asked = language.question_named("dash.judgement");
    judgement.map_or_else(
        || language.later().pages.practice.not_answered.to_owned(),
        |judgement| asked.option(judgement.text()).to_owned(),
    )
}

fn routes(language: Language, come: &Come) -> String {
    let words = &language.later().pages.practice;
    let names = come.routes.iter().filter_map(|route| words.routes.get(route.index()).copied());
    let names: Vec<&str> = names.listed();
    if names.is_empty() { words.no_route.to_owned() } else { names.join(", ") }
}

fn evidence(language: Language, vignette: &Vignette, all: &[Evidence]) -> Vec<El> {
    let words = &language.later().pages.practice;
    if all.is_empty() {
        return Vec::new();
    }
    let row = |one: &Evidence| {
        html::li()
            .attr("data-evidence", one.id.text())
            .child(html::h4().child(language.indicator(one.id).name))
            .child(
                html::p()
                    .child(pair_of(words.you, known(language, one.yours.as_ref())))
                    .child(pair_of(words.panel, known(language, one.panel.as_ref()))),
            )
            .child(why(language, vignette, About::Indicator(one.id)))
    };
    let mut drawn = vec![html::h2().child(words.evidence_title)];
    drawn.extend(grouped(language, all, |one| one.seen, row));
    drawn
}

/// An answer about the two people, and how it is known.
fn known(language: Language, answer: Option<&IndicatorAnswer>) -> String {
    let words = &language.later().pages.practice;
    let Some(answer) = answer else { return words.not_answered.to_owned() };
    let people = [("p1", called(language, Person::One)), ("p2", called(language, Person::Two))];
    let fixed = |text: &'static str| fill(text, &people);
    let who = words.who.get(answer.who().index()).copied().unwrap_or_default().to_owned();
    let mut parts = vec![who];
    parts.extend(answer.sources.iter().map(|source| fixed(language.text(&["source.", source.text()].concat()))));
    parts.extend(answer.how_often.map(|often| language.text(&["how_often.", often.text()].concat()).to_owned()));
    if answer.tainted {
        parts.push(words.tainted.to_owned());
    }
    parts.join("; ")
}

fn lines(
    language: Language,
    case: CaseState,
    vignette: &Vignette,
    title: &'static str,
    all: &[ComparedAnswer],
) -> Vec<El> {
    if all.is_empty() {
        return Vec::new();
    }
    let mut drawn = vec![html::h2().child(title)];
    drawn.extend(grouped(language, all, |line| line.seen, |line| line_row(language, case, vignette, line)));
    drawn
}

/// The situation, folded: it seldom carries the result.
fn folded(language: Language, case: CaseState, vignette: &Vignette, all: &[ComparedAnswer]) -> Option<El> {
    let words = &language.later().pages.practice;
    let rows = grouped(language, all, |line| line.seen, |line| line_row(language, case, vignette, line));
    (!rows.is_empty()).then(|| details("fold", words.situation_title).children(rows))
}

fn line_row(language: Language, case: CaseState, vignette: &Vignette, line: &ComparedAnswer) -> El {
    let words = &language.later().pages.practice;
    let asked = language.question(line.input);
    let title = match line.about {
        Some(About::Item(item)) => [words.item, " ", &item.get().to_string(), ": ", language.item(item).label].concat(),
        _ => asked.short.to_owned(),
    };
    let value = |text: &str| {
        let values: Vec<String> = text
            .split(' ')
            .filter(|value| !value.is_empty())
            .map(|value| match asked.option(value) {
                "" => value.to_owned(),
                label => capital(&case.about_people(language, label, None)),
            })
            .listed();
        if values.is_empty() { words.not_answered.to_owned() } else { values.join(", ") }
    };
    html::li()
        .attr("data-line", line.input.name())
        .child(html::h4().child(title))
        .child(html::p().child(pair_of(words.you, value(&line.yours))).child(pair_of(words.panel, value(&line.panel))))
        .child(line.about.and_then(|about| why(language, vignette, about)))
}

/// What stands together under how it stands; what was read the same is folded.
fn grouped<T>(language: Language, all: &[T], seen: impl Fn(&T) -> Seen, row: impl Fn(&T) -> El) -> Vec<El> {
    let words = &language.later().pages.practice;
    let group = |wanted: Seen| {
        let rows: Vec<El> = all.iter().filter(|one| seen(one) == wanted).map(&row).listed();
        if rows.is_empty() {
            return None;
        }
        let title = words.seen.get(wanted.index()).copied().unwrap_or_default();
        let more = words.seen_more.get(wanted.index()).copied().unwrap_or_default();
        let list = unmarked(html::ul(), "talk").children(rows);
        Some(match wanted {
            Seen::Same => details("fold", title).attr("data-seen", wanted.text()).child(list),
            _ => html::section()
                .attr("data-seen", wanted.text())
                .child(html::h3().child(title))
                .child(p("small", more))
                .child(list),
        })
    };
    ORDER.into_iter().filter_map(group).listed()
}

/// Opens the list of cases again.
pub(super) fn choose_another(case: CaseState, view: View, workshop: Workshop) {
    workshop.leave(case, view);
    workshop.session.part.set(WorkshopPart::Practice);
}
