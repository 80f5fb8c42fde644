//! The service check: statements for a service lead, counts by group, what is not yet there, and a sheet to print. It is about
//! no case, keeps nothing and gives no score.

use crate::app::{AreaState, CaseState, Language, Step, View};
use crate::components::{part_id, quiet, step_root, typed, ways_out};
use crate::platform::page::focus_heading;
use leptos::ev;
use leptos::prelude::*;
use waymark_area::service_check::{Said, ServiceCheck, Stand};
use waymark_case::Text;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_content::{SERVICE_CHECK, Statement};
use waymark_view::{El, RwSignal, button, h1, html, list, memo, p};

/// The step.
pub fn service_check(language: Language, case: CaseState, area: AreaState, view: View) -> El {
    let words = &language.later().pages.service_check;
    let groups = words.groups.iter().enumerate().map(|(group, name)| fold(language, area, group, name));
    let sheet = memo(move || vec![area.service.with(|check| waymark_record::service_check(check, language))]);
    let any = memo(move || area.service.with(|check| !check.is_empty()));
    let work = html::div()
        .class("no-print")
        .child(h1(words.title))
        .child(p("lead", words.lead).child(" ").child(words.lost))
        .child(html::p().child(html::strong().child(words.names)))
        .child(p("", language.later().pages.about.rules_file))
        .children(groups)
        .child(html::h2().child(words.not_yet_title))
        .child(
            html::div()
                .attr("data-result", "not-yet")
                .attr("role", "status")
                .live(move || vec![not_yet(language, area)]),
        )
        .child(p("small", words.no_score))
        .when_all(move || any.get(), move || vec![html::h2().child(words.sheet_title), empty(language, area, view)]);
    step_root(case, Step::ServiceCheck, "narrow")
        .child(work)
        .when_all(move || any.get(), move || ways_out(language, sheet).into())
}

/// Empties every answer.
fn empty(language: Language, area: AreaState, view: View) -> El {
    let words = &language.later().pages.service_check;
    let press = move || {
        area.service.set(ServiceCheck::default());
        view.announcement.set(words.emptied);
        request_animation_frame(focus_heading);
    };
    html::p().child(button("link", words.empty).attr("data-action", "empty-check").on_press(press))
}

/// A group, rendered when it is first opened; how it stands is said beside its name.
fn fold(language: Language, area: AreaState, group: usize, name: &'static str) -> El {
    let words = &language.later().pages.service_check;
    let opened = RwSignal::new(false);
    let counts = memo(move || area.service.with(|check| check.counts(group)));
    let told = move || {
        let counts = counts.get();
        let mut parts: Vec<String> = words
            .answers
            .iter()
            .zip(counts.by_stand)
            .filter(|(_, count)| *count > 0)
            .map(|(answer, count)| format!("{answer}: {count}"))
            .listed();
        parts.push(format!("{}: {}", words.counts_open, counts.open));
        parts.join(", ")
    };
    let statements = move || {
        let of_group = SERVICE_CHECK.iter().enumerate().filter(|(_, statement)| statement.group == group);
        vec![html::div().later_each(of_group, move |(place, statement)| question(language, area, place, statement))]
    };
    html::details()
        .class("fold")
        .attr("data-group", (group + 1).to_string())
        .child(html::summary().child(name).child(html::span().class("state").child(told)))
        .on(ev::toggle, move |_| opened.set(true))
        .when_all(move || opened.get(), statements)
}

/// One statement with its four answers, and who and by when.
fn question(language: Language, area: AreaState, place: usize, statement: &'static Statement) -> El {
    let words = &language.later().pages.service_check;
    let name = ["service-check.", statement.id].concat();
    let text = words.statements.get(place).copied().unwrap_or_default();
    let evidence = words.evidence.get(place).copied().unwrap_or_default();
    let (help, who) = (part_id(&name, "evidence"), [&name, ".who"].concat());
    let choices = Stand::ALL.iter().zip(words.answers).map(|(stand, answer)| {
        let control = html::input()
            .attr("type", "radio")
            .attr("name", &name)
            .attr("value", stand.text())
            .checked(move || area.service.with(|check| stand_at(check, place) == Some(*stand)))
            .on(ev::change, move |_| change(area, place, |said| said.stand = Some(*stand)));
        html::label().child(quiet(control)).child(html::span().child(*answer))
    });
    let field = html::input()
        .attr("type", "text")
        .attr("id", part_id(&who, "field"))
        .attr("name", &who)
        .value(move || area.service.with(|check| check.at(place).map_or("", |said| said.who.as_str()).to_owned()))
        .on(ev::input, move |event| {
            let typed = typed(&event);
            change(area, place, |said| said.who = Text::cut(&typed));
        });
    let clear = move || {
        button("clear", words.clear)
            .child(html::span().class("visually-hidden").child(": ").child(statement.id))
            .on_press(move || change(area, place, |said| said.stand = None))
    };
    let key = statement.key.then(|| html::span().class("tag").child(words.key));
    html::fieldset()
        .class("question")
        .attr("data-question", &name)
        .attr("aria-describedby", &help)
        .child(html::legend().child(text))
        .child(html::div().class("ticks").child(key))
        .child(p("hint", words.evidence_label).child(" ").child(evidence).attr("id", &help))
        .child(html::div().class("seg").children(choices))
        .child(html::label().class("field").child(html::span().child(words.who_when)).child(quiet(field)))
        .child(p("ids", [statement.id, ": ", &waymark_record::comes_from(statement, true, language)].concat()))
        .when(move || area.service.with(|check| stand_at(check, place).is_some()), clear)
}

fn stand_at(check: &ServiceCheck, place: usize) -> Option<Stand> {
    check.at(place).and_then(|said| said.stand)
}

fn change(area: AreaState, place: usize, act: impl FnOnce(&mut Said)) {
    area.service.update(|check| {
        if let Some(said) = check.at_mut(place) {
            act(said);
        }
    });
}

/// What is not yet there, each with who and by when. Follows the answers.
fn not_yet(language: Language, area: AreaState) -> El {
    let words = &language.later().pages.service_check;
    let lines: Vec<String> = area.service.with(|check| {
        let line = |place: usize| {
            let said = check.at(place)?;
            let who = Some(said.who.as_str()).filter(|who| !who.is_empty()).unwrap_or(words.not_yet_nobody);
            let text = words.statements.get(place).copied().unwrap_or_default();
            Some(fill("{text} ({who})", &[("text", text), ("who", who)]))
        };
        check.places(Stand::NotYet).filter_map(line).listed()
    });
    if lines.is_empty() { p("", words.not_yet_none) } else { list(html::ul(), "", lines) }
}
