//! The three steps that ask: the situation, who is doing what to whom, and the Dash.

use waymark_case::vocabulary::{IndicatorId, Vocabulary};
use waymark_case::{Case, Input, ItemNumber};
use waymark_content::words::{Question, Words, capital, fill};
use waymark_engine::assess;
use waymark_flow::sections;

use super::markup::{blank, choices, escaped, lines, list, question, sheet, styled, table, text, ticked};

/// Every question of the situation, under its heading.
pub fn situation(words: &Words) -> String {
    let paper = &words.later().pages.paper;
    let asked = sections().iter().map(|section| {
        let questions = section.fields.iter().map(|field| with_choices(words.question(Input::Context(*field))));
        [text("h3", section.heading(words)), questions.collect()].concat()
    });
    let parts = [styled("div", "flow", &asked.collect::<String>())];
    sheet("situation", paper.situation_title, paper.situation_lead, &parts, &[paper.by, paper.date])
}

/// A question with its choices; on paper the sector's own periods hold.
fn with_choices(asked: &Question) -> String {
    question(&assess(&Case::default()).dash.periods(asked.ask), choices(asked.options.iter().map(|(_, label)| *label)))
}

/// Every indicator, with a box for either person.
pub fn identify(words: &Words) -> String {
    let (paper, page) = (&words.later().pages.paper, &words.steps().pages.identify);
    let answers = [paper.person_one, paper.person_two, page.both, page.neither, page.not_known];
    let rows = IndicatorId::ALL.iter().map(|id| {
        let asked = words.indicator(*id);
        let label = format!("<th scope=\"row\">{} <span>{}</span></th>", escaped(asked.name), escaped(asked.ask));
        [label, ticked(answers), "<td class=\"write\"></td>".into()].concat()
    });
    let columns = [paper.asked].into_iter().chain(answers).chain([paper.sources]);
    let people = [("p1", paper.person_one), ("p2", paper.person_two)];
    let letter = |letter| format!("{letter}: {}", fill(words.text(&format!("source.{letter}")), &people));
    let letters = format!("{} {}.", paper.identify_letters, ["O", "G", "T", "1", "2"].map(letter).join("; "));
    let signed = paper.identify_people.iter().copied().chain([paper.by, paper.date]);
    let parts = [
        styled("div", "signed", &signed.map(blank).collect::<String>()),
        table(columns, rows),
        styled("p", "small", &escaped(&letters)),
    ];
    sheet("identify", paper.identify_title, paper.identify_lead, &parts, &[])
}

/// What else to ask beside the Dash: every list, as nobody knows of which case the paper will be.
pub fn beside(words: &Words) -> String {
    let lists = words.steps().beside.iter().map(|one| {
        let sources = format!("{} ({})", one.disputed, one.sources.join(", "));
        let parts =
            [text("h3", &capital(one.title)), list(one.ask.iter().copied()), styled("p", "small", &escaped(&sources))];
        styled("div", "asked", &parts.concat())
    });
    let parts = [styled("div", "flow", &lists.collect::<String>())];
    sheet("dash-beside", words.later().pages.paper.beside_title, words.steps().pages.dash.also_lead, &parts, &[])
}

/// The 24 items by number and our own label, never the official wording.
pub fn dash(words: &Words) -> String {
    let paper = &words.later().pages.paper;
    let named = |name| words.question_named(name);
    let answers: Vec<_> = named("dash.answer").options.iter().map(|(_, label)| *label).collect();
    let rows = ItemNumber::all().map(|item| {
        let label = format!("<td>{}</td><th scope=\"row\">{}</th>", item.get(), escaped(words.item(item).label));
        [label, ticked(answers.iter().copied()), "<td class=\"write\"></td>".into()].concat()
    });
    let columns = [paper.item, paper.asked].into_iter().chain(answers.iter().copied()).chain([paper.sources]);
    let worry = named("dash.judgement");
    let levels = ["high", "medium", "standard"].map(|value| worry.option(value));
    let parts = [
        with_choices(named("dash.with")),
        with_choices(named("dash.heard")),
        table(columns, rows),
        question(worry.ask, choices(levels)),
        text("p", paper.dash_more),
        text("h3", paper.dash_worry),
        lines(2),
    ];
    sheet("dash", paper.dash_title, paper.dash_lead, &parts, &[paper.by, paper.date])
}
