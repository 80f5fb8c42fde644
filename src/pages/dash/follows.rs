//! What a yes calls for, said where it is given: under the item, and aloud in one sentence.

use super::beside::is_grave;
use crate::app::{CaseState, Language};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{ItemAnswer, PathwayId, SurvivorAge, Vocabulary};
use waymark_case::{ContextField, Input, ItemNumber};
use waymark_content::words::fill;
use waymark_engine::assessment::Assessment;
use waymark_view::{El, effect, html};

/// The gravest items, each with the pathway that it calls for; in the order of their words.
const GRAVE: [(u8, PathwayId); 5] = [
    (13, PathwayId::PoliceReport),
    (14, PathwayId::PoliceReport),
    (15, PathwayId::MedicalCheck),
    (16, PathwayId::SexualViolence),
    (22, PathwayId::SuicideAndCrisis),
];

/// What a yes to an item leads to first; `None` for an item that calls for nothing by itself.
fn what_follows(language: Language, case: CaseState, item: ItemNumber, found: &Assessment) -> Option<String> {
    let words = &language.steps().pages.dash;
    let place = GRAVE.iter().position(|(number, _)| *number == item.get())?;
    let today = found.pathway(GRAVE[place].1).is_some_and(|shown| shown.priority <= 1);
    let what = if today { words.follows_today } else { words.follows_later }.get(place)?;
    // Where somebody else refers, or the survivor is a child, the worker takes it to whoever does.
    let child = case.answers.with(|case| case.context.survivor_age == Some(SurvivorAge::Under16));
    let marac = found.pathway(PathwayId::MaracReferral).is_some_and(|shown| shown.priority <= 1);
    let refers = marac && !child && found.handoff.is_none();
    let refer = if refers { words.follows_refer } else { words.follows_lead };
    Some(fill(words.follows, &[("what", what), ("refer", refer)]))
}

/// What asks a question: whole, or as a row of a small screen.
type Ask = fn(Language, CaseState, Input) -> El;

/// What is shown under an item that is answered yes: what it calls for, and the questions that decide how soon.
pub fn follows(language: Language, case: CaseState, item: ItemNumber, ask: Ask) -> El {
    let asked: &[ContextField] = match item.get() {
        5 => &[ContextField::SuicidalNow],
        15 => &[ContextField::StrangulationWithin4Weeks, ContextField::RedFlags],
        _ => &[],
    };
    let line = move || case.assessment.with(|found| what_follows(language, case, item, found)).unwrap_or_default();
    let said = GRAVE.iter().any(|(number, _)| *number == item.get());
    html::div()
        .class("follows")
        .child(said.then(|| html::p().class("at-once").child(html::strong().child(line))))
        .children(asked.iter().map(|field| ask(language, case, Input::Context(*field))))
}

/// True for an item that has something under it when it is answered yes.
pub fn has_follows(item: ItemNumber) -> bool {
    item.get() == 5 || GRAVE.iter().any(|(number, _)| *number == item.get())
}

/// Says each answer of the sheet aloud: what it is, what it comes to, and what it changes.
pub fn say_answers(language: Language, case: CaseState) {
    let answers = move || -> Vec<Option<ItemAnswer>> {
        case.answers.with(|case| ItemNumber::all().map(|item| case.dash.answers.get(item).copied()).listed())
    };
    let routes = move || case.assessment.with(|found| found.dash.routes.len());
    effect(move |before: Option<(Vec<Option<ItemAnswer>>, bool, usize)>| {
        let now = (answers(), is_grave(case), routes());
        if let Some(before) = before {
            let mut changed = ItemNumber::all().zip(before.0.iter().zip(&now.0)).filter(|(_, (old, new))| old != new);
            // One answer; what is filled in from elsewhere is not read out.
            if let (Some((item, (_, answer))), None) = (changed.next(), changed.next()) {
                voice::say(answered(language, case, item, *answer, now.1 && !before.1, now.2 > before.2));
            }
        }
        now
    });
}

fn answered(
    language: Language,
    case: CaseState,
    item: ItemNumber,
    answer: Option<ItemAnswer>,
    grave: bool,
    route: bool,
) -> String {
    let words = &language.steps().pages.dash;
    let number = item.get().to_string();
    let said = match answer {
        None => fill(words.told_cleared, &[("n", &number)]),
        Some(answer) => {
            let answer = words.told_answers.get(answer.index()).copied().unwrap_or_default();
            fill(words.told_item, &[("n", &number), ("answer", answer)])
        }
    };
    case.assessment.with_untracked(|found| {
        let count = match found.dash.yes {
            None => words.told_no_total.to_owned(),
            Some(yes) => fill(words.told_count, &[("yes", &yes.to_string()), ("blank", &found.dash.blank.to_string())]),
        };
        let follows = (answer == Some(ItemAnswer::Yes)).then(|| what_follows(language, case, item, found)).flatten();
        let change = match follows {
            Some(follows) => follows,
            None if grave => words.told_grave.to_owned(),
            None if route => words.told_route.to_owned(),
            None => String::new(),
        };
        [said, count, change].join(" ").trim_end().to_owned()
    })
}
