//! The action plan: each step that was chosen, by whom and by when, and what was put off or declined.
//!
//! Days are counted from the day on which a step was decided, never from the day of printing, so that what is late stays late.
//! Where that day was not kept, the rule stands alone. Working days are counted with the nation's bank holidays (`days`).

use super::actions::cell;
use super::area_numbers::area_numbers;
use super::days::{DueBy, due_day, limit_day};
use super::document::{Block, Document, Marked};
use super::outward;
use super::phrases::{Reading, due_in_words};
use super::situation::words_of;
use waymark_area::ContactId;
use waymark_area::area_contacts_for;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Choice, Day};
use waymark_content::words::{Words, fill};
use waymark_content::{Due, Stance};
use waymark_engine::assessment::ShownPathway;

/// The plan. `today`: this day where the computer is; without it nothing is called late.
pub fn action_plan(reading: &Reading<'_>, today: Option<Day>, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let decided = |decision: Decision| {
        let rows = PathwayId::ALL.iter().filter_map(move |id| {
            let choice = reading.case.choice(*id).filter(|choice| choice.decision == Some(decision))?;
            outward::choice(choice, reading).then_some(choice)
        });
        rows.listed()
    };
    let heads = [
        (Decision::Do, say.plan_to_do, say.plan_to_do_head),
        (Decision::Done, say.plan_done, say.plan_done_head),
        (Decision::NotNow, say.plan_not_now, say.plan_not_now_head),
        (Decision::Declined, say.plan_declined, say.plan_declined_head),
    ];
    for (decision, heading, head) in heads {
        let rows = decided(decision).into_iter().map(|choice| row(reading, decision, choice, today)).listed();
        document.section(heading, vec![Block::table(head, rows)]);
    }
    let open = reading.assessment.pathways.iter().filter(|shown| is_open(reading, shown));
    let open = open.map(|shown| vec![reading.title(shown.id).to_owned(), rule(reading, shown)]);
    document.section(say.plan_open, vec![Block::table(say.plan_open_head, open.listed()).marked(Marked::Advice)]);
    if document.blocks.is_empty() {
        document.blocks.push(Block::not_asked(reading.words.steps().pages.record.actions_none));
    }
    let to_do = |id: &PathwayId| {
        let planned = reading
            .case
            .choice(*id)
            .is_some_and(|choice| choice.decision == Some(Decision::Do) && outward::choice(choice, reading));
        planned || reading.assessment.pathway(*id).is_some_and(|shown| is_open(reading, shown))
    };
    let ids = PathwayId::ALL.iter().filter(|id| to_do(id));
    let ids: Vec<ContactId> = ids.flat_map(|id| area_contacts_for(*id, &reading.case.context)).copied().listed();
    document.section(
        reading.words.steps().pages.record.area_numbers,
        area_numbers(&ids, reading.assessment, reading.words),
    );
    document.blocks.push(Block::paragraph(say.plan_counted));
}

/// Step, who, then what the decision asks for, each in a column of its own, and why.
fn row(reading: &Reading<'_>, decision: Decision, choice: &Choice, today: Option<Day>) -> Vec<String> {
    let who = words_of(choice.by.as_ref()).unwrap_or(reading.words.steps().pages.record.not_written).to_owned();
    let decided = choice.decided_on.map_or_else(String::new, |day| day_in_words(day, reading.words));
    let mut row = vec![reading.title(choice.pathway).to_owned()];
    match decision {
        Decision::Do => row.extend([who, decided, due(reading, choice, today)]),
        Decision::Done => row.extend([who, cell(choice.done_on.as_ref())]),
        Decision::NotNow => row.extend([decided, cell(choice.due.as_ref())]),
        Decision::Declined => row.push(decided),
    }
    row.push(cell(choice.reason.as_ref()));
    row
}

/// A step that is pressing and about which nothing was decided.
fn is_open(reading: &Reading<'_>, shown: &ShownPathway) -> bool {
    let decided = reading.case.choice(shown.id).is_some_and(|choice| choice.decision.is_some());
    !decided && shown.stance == Stance::Do && shown.priority <= 2 && outward::pathway(shown.id)
}

/// By when a step is due: as the worker wrote it, else by the rule, with the day where one can be counted; and whether that
/// is past.
fn due(reading: &Reading<'_>, choice: &Choice, today: Option<Day>) -> String {
    let say = &reading.words.later().pages.outputs;
    let (rule, last) = by_rule(reading, choice);
    let own = words_of(choice.due.as_ref());
    let last = own.and_then(|own| written_day(own, choice.decided_on, reading.words)).or(last);
    let text = own.map_or(rule, str::to_owned);
    match (last, today) {
        (Some(last), Some(today)) if last < today => {
            fill(say.overdue, &[("due", &text), ("day", &day_in_words(last, reading.words))])
        }
        _ => text,
    }
}

/// What the rule says. "Today" is no word on a paper that is read on another day.
fn rule(reading: &Reading<'_>, shown: &ShownPathway) -> String {
    match (shown.limit, shown.due) {
        (None, Due::SameWorkingDay) => reading.words.later().pages.outputs.due_that_day.to_owned(),
        _ => due_in_words(shown, reading.words),
    }
}

/// What the rule says of a choice, in words, and the last day that it leaves.
fn by_rule(reading: &Reading<'_>, choice: &Choice) -> (String, Option<Day>) {
    let Some(shown) = reading.assessment.pathway(choice.pathway) else { return (String::new(), None) };
    let rule = rule(reading, shown);
    let Some(from) = choice.decided_on else { return (rule, None) };
    let say = &reading.words.later().pages.outputs;
    let with = |rule: &str, day: &str| fill(say.due_on, &[("due", rule), ("day", day)]);
    let nation = reading.case.context.nation;
    let own = shown.limit.map(|limit| limit_day(limit, from, nation));
    match own.unwrap_or_else(|| due_day(shown.due, shown.open, from, nation)) {
        DueBy::Never => (rule, None),
        DueBy::On(day) => {
            let shut = own.is_none() && shown.due == Due::SameWorkingDay && day != from;
            let words = if shut { say.due_shut } else { &rule };
            (with(words, &day_in_words(day, reading.words)), Some(day))
        }
        DueBy::NoNation => (with(&rule, say.due_no_nation), None),
        DueBy::UnknownYear => (with(&rule, say.due_unknown_year), None),
    }
}

/// The day that a worker wrote, such as "by 30 November", "30/11/2026" or "2026-11-30"; without a year it is the first such
/// day from the day of the decision. `None` where no one day can be read.
fn written_day(text: &str, from: Option<Day>, words: &Words) -> Option<Day> {
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).listed();
    let month_of = |part: &str| {
        let part = part.to_lowercase();
        let named = |month: &&str| part.len() >= 3 && month.to_lowercase().starts_with(&part);
        let number = part.parse().ok().filter(|month| text.contains('/') && (1..=12).contains(month));
        words.pages.area.months.iter().position(named).map(|at| at as i32 + 1).or(number)
    };
    let iso = text.split_whitespace().find_map(Day::parse);
    iso.or_else(|| {
        parts.windows(2).enumerate().find_map(|(at, pair)| {
            let [day, month] = pair else { return None };
            let (day, month) = (day.trim_end_matches(char::is_alphabetic).parse::<i32>().ok()?, month_of(month)?);
            let of = |year: i32| Day::parse(&format!("{year:04}-{month:02}-{day:02}"));
            match parts.get(at + 2).and_then(|year| year.parse::<i32>().ok()).filter(|year| *year > 2000) {
                Some(year) => of(year),
                None => {
                    let from = from?;
                    let (year, _, _) = from.date();
                    of(year).filter(|day| *day >= from).or_else(|| of(year + 1))
                }
            }
        })
    })
}

/// A day as a person writes it, with its weekday.
pub(super) fn day_in_words(day: Day, words: &Words) -> String {
    let (year, month, of_month) = day.date();
    let weekday = words.later().pages.outputs.weekdays.get(day.weekday()).copied().unwrap_or_default();
    let month = usize::try_from(month - 1).ok().and_then(|month| words.pages.area.months.get(month));
    format!("{weekday} {of_month} {} {year}", month.copied().unwrap_or_default())
}
