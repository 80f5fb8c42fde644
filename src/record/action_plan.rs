//! The action plan: each step that was chosen, by whom and by when, and what was put off or declined.
//!
//! A date stands there only where it can be counted: today is given by the page, and working days are counted with the
//! nation's bank holidays (`days`).

use super::days::{Counted, Day, due_day};
use super::document::{Block, Document};
use super::phrases::{Reading, key};
use super::situation::words_of;
use super::{actions, outward};
use crate::case::Choice;
use crate::case::vocabulary::*;
use crate::content::words::{Words, fill};
use crate::content::{Due, Stance};
use crate::engine::assessment::ShownPathway;

/// The plan. `today`: this day where the computer is; without it no date is given.
pub fn action_plan(reading: &Reading<'_>, today: Option<Day>, document: &mut Document) {
    let say = &reading.words.pages.outputs;
    let decided = |decision: Decision| {
        let rows = PathwayId::ALL.iter().filter_map(move |id| {
            let choice = reading.case.choice(*id).filter(|choice| choice.decision == Some(decision))?;
            outward::choice(choice, reading).then_some(choice)
        });
        rows.collect::<Vec<_>>()
    };
    let to_do = decided(Decision::Do).into_iter().map(|choice| {
        let mut row = row(reading, choice);
        row.insert(2, due(reading, choice.pathway, today));
        row
    });
    document.section(say.plan_to_do, vec![Block::table(say.plan_to_do_head, to_do.collect())]);
    for (decision, heading) in
        [(Decision::Done, say.plan_done), (Decision::NotNow, say.plan_not_now), (Decision::Declined, say.plan_declined)]
    {
        let rows = decided(decision).into_iter().map(|choice| row(reading, choice)).collect();
        document.section(heading, vec![Block::table(say.plan_head, rows)]);
    }
    let open = reading.assessment.pathways.iter().filter(|shown| is_open(reading, shown));
    let open = open.map(|shown| vec![reading.title(shown.id).to_owned(), due(reading, shown.id, today)]);
    document.section(say.plan_open, vec![Block::table(say.plan_open_head, open.collect())]);
    if document.blocks.is_empty() {
        document.blocks.push(Block::paragraph(reading.words.pages.record.actions_none));
    }
    document.blocks.push(Block::paragraph(say.plan_counted));
}

/// Step, who, when, why, as they were written.
fn row(reading: &Reading<'_>, choice: &Choice) -> Vec<String> {
    let who = words_of(choice.by.as_ref()).unwrap_or(reading.words.pages.outputs.plan_nobody);
    vec![
        reading.title(choice.pathway).to_owned(),
        who.to_owned(),
        actions::cell(choice.when.as_ref()),
        actions::cell(choice.reason.as_ref()),
    ]
}

/// A step that is pressing and about which nothing was decided.
fn is_open(reading: &Reading<'_>, shown: &ShownPathway) -> bool {
    let decided = reading.case.choice(shown.id).is_some_and(|choice| choice.decision.is_some());
    !decided && shown.stance == Stance::Do && shown.priority <= 2 && outward::pathway(shown.id)
}

/// By when a step is due, in words, with the day where one can be counted.
fn due(reading: &Reading<'_>, id: PathwayId, today: Option<Day>) -> String {
    let Some(shown) = reading.assessment.pathway(id) else { return String::new() };
    let rule = reading.words.text(&key("due", shown.due));
    let Some(today) = today else { return rule.to_owned() };
    let say = &reading.words.pages.outputs;
    let with = |rule: &str, day: &str| fill(say.due_on, &[("due", rule), ("day", day)]);
    match due_day(shown.due, shown.open, today, reading.case.context.nation) {
        Counted::Never => rule.to_owned(),
        Counted::On(day) => {
            // "Today" is no word for the day on which offices open again.
            let shut = shown.due == Due::SameWorkingDay && day != today;
            with(if shut { say.due_shut } else { rule }, &day_in_words(day, reading.words))
        }
        Counted::NoNation => with(rule, say.due_no_nation),
        Counted::UnknownYear => with(rule, say.due_unknown_year),
    }
}

/// A day as a person writes it, with its weekday.
fn day_in_words(day: Day, words: &Words) -> String {
    let (year, month, of_month) = day.date();
    let weekday = words.pages.outputs.weekdays.get(day.weekday()).copied().unwrap_or_default();
    let month = usize::try_from(month - 1).ok().and_then(|month| words.pages.settings.months.get(month));
    format!("{weekday} {of_month} {} {year}", month.copied().unwrap_or_default())
}
