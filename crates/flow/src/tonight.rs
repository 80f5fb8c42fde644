//! The fast path of a bad night: at most ten screens, each a few taps, and every one of them can be skipped.
//!
//! Lives here: which screen comes next and what a tap does to the case. Not here: the table of screens
//! (`tonight_screens`), what they are made of (`tonight_parts`), what follows (`tonight_result`). A blank stays "not asked".

pub use super::tonight_parts::{Answer, InputValue, RowQuestion, Screen, ScreenId, ScreenKind, Tick};
use super::tonight_screens::{SCREENS, told_by_other_person};
use waymark_case::input::ChoicePart;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber, Text};
use waymark_content::words::Words;

/// What a worker did on a screen.
#[derive(Clone, Copy, Debug)]
pub enum Tap {
    /// Pressed a button that answers and goes on.
    Answer(&'static Answer),
    /// Chose a value of a row, or took the choice back.
    Row(&'static RowQuestion, Option<&'static str>),
    /// Ticked, or took the tick away.
    Tick(&'static Tick, bool),
}

/// The ten screens.
pub fn screens() -> [Screen; 10] {
    SCREENS
}

/// One screen.
pub fn screen(id: ScreenId) -> &'static Screen {
    &SCREENS[id as usize]
}

/// The screen to open: the first, or the second when the question of danger is answered already.
pub fn first(case: &Case) -> ScreenId {
    match case.context.danger_now {
        None => ScreenId::Danger,
        Some(_) => next(ScreenId::Danger, case).unwrap_or(ScreenId::Danger),
    }
}

/// The screen after this one, leaving out what does not apply; the same while a stop is not handled. `None` after the
/// last: then comes the result.
pub fn next(after: ScreenId, case: &Case) -> Option<ScreenId> {
    if waits(after, case) { Some(after) } else { past(after, case) }
}

/// The screen after this one, whether or not a stop is handled.
pub fn past(after: ScreenId, case: &Case) -> Option<ScreenId> {
    ScreenId::ALL.iter().copied().find(|id| *id > after && applies(*id, case))
}

/// The screen before this one.
pub fn back(before: ScreenId, case: &Case) -> Option<ScreenId> {
    ScreenId::ALL.iter().rev().copied().find(|id| *id < before && applies(*id, case))
}

/// The place of a screen among those that apply, and how many apply.
pub fn place(id: ScreenId, case: &Case) -> (usize, usize) {
    let applying = || ScreenId::ALL.iter().filter(|screen| applies(**screen, case));
    (applying().filter(|screen| **screen <= id).count(), applying().count())
}

/// True when what was answered here must be acted on before anything else (the engine stops).
pub fn waits(id: ScreenId, case: &Case) -> bool {
    let context = &case.context;
    match id {
        ScreenId::Danger => context.danger_now == Some(Known::Yes) && !case.is_done(PathwayId::EmergencyCall),
        ScreenId::Private => context.private_now == Some(Private::No),
        ScreenId::Hurt => context.suicidal_now == Some(Known::Yes) && !case.is_done(PathwayId::SuicideAndCrisis),
        _ => false,
    }
}

/// What the person feared told staff is not put to the survivor tonight, so neither is what only they can say.
fn applies(id: ScreenId, case: &Case) -> bool {
    match id {
        ScreenId::Limits => matches!(case.context.told_by, None | Some(ToldBy::Survivor)),
        ScreenId::Wish => !told_by_other_person(case),
        _ => true,
    }
}

/// What an answer on this screen calls for at once, to stand beside it while the worker goes on.
pub fn at_once(id: ScreenId, case: &Case, words: &Words) -> Option<&'static str> {
    let context = &case.context;
    let words = &words.pages.tonight;
    match id {
        ScreenId::Hurt if context.red_flags == Some(Known::Yes) => Some(words.hurt_signs_now),
        ScreenId::Hurt if context.injury == Some(Injury::Emergency) => Some(words.hurt_injury_now),
        ScreenId::Hurt if context.strangulation_within_4_weeks == Some(Known::Yes) => Some(words.hurt_neck_now),
        ScreenId::Hurt if context.injury == Some(Injury::NeedsCare) => Some(words.hurt_care_now),
        ScreenId::Signs if context.travel_soon == Some(Known::Yes) => Some(words.signs_travel_now),
        ScreenId::Children
            if matches!(context.child_harm, Some(ChildHarm::Threatened | ChildHarm::Hurt))
                && context.child_with_perpetrator_tonight != Some(Known::No) =>
        {
            Some(words.children_now)
        }
        _ => None,
    }
}

/// What to know beside the steps of the 999 panel: whoever cannot ring, a landline, and what differs in the nation.
pub fn danger_notes(case: &Case, words: &Words) -> Vec<&'static str> {
    let own = &words.pages.tonight;
    let nation = case.context.nation.map(|nation| words.quiet_call.in_nation(nation));
    let notes = [own.danger_somebody_else, own.danger_landline].into_iter().chain(nation);
    notes.filter(|note| !note.is_empty()).listed()
}

/// Puts what was tapped into the case.
pub fn apply(case: &mut Case, tap: Tap, words: &Words) {
    match tap {
        Tap::Answer(answer) => answer.puts.iter().for_each(|put| enter(case, put.name, put.value, words)),
        Tap::Row(row, value) => enter(case, row.name, value.unwrap_or_default(), words),
        Tap::Tick(tick, true) => {
            for put in tick.puts {
                // A tick adds what was said; it never makes an answer less than it was.
                let doubt = put.value == ItemAnswer::DontKnow.text();
                let answered = Input::parse(put.name).is_none_or(|input| !case.is_unanswered(input));
                if !(doubt && answered) {
                    enter(case, put.name, put.value, words);
                }
            }
        }
        Tap::Tick(tick, false) => {
            for put in tick.puts.iter().filter(|put| put.holds(case)).listed() {
                take_out(case, put, words);
            }
        }
    }
}

/// Puts a value into an input by its name, with what follows from it here; an empty value empties the input.
pub fn enter(case: &mut Case, name: &str, value: &str, words: &Words) {
    let Some(input) = Input::parse(name) else { return };
    let value = (!value.is_empty()).then_some(value);
    let new_yes = value == Some(Known::Yes.text()) && !case.holds(input, Known::Yes.text());
    // A value of the table is a value of the input: a test tries them all.
    let _ = case.put(input, value);
    match input {
        Input::DashItem(item) => source_item(case, item, words),
        Input::Context(ContextField::Wishes) => ask_follows_wishes(case),
        // Danger again, after it was handled once: the stop stands again.
        Input::Context(ContextField::DangerNow) if new_yes => undo_done(case, PathwayId::EmergencyCall),
        Input::Context(ContextField::SuicidalNow) if new_yes => undo_done(case, PathwayId::SuicideAndCrisis),
        _ => {}
    }
}

fn take_out(case: &mut Case, put: &InputValue, words: &Words) {
    let Some(input) = Input::parse(put.name) else { return };
    case.take_out(input, put.value);
    match input {
        Input::DashItem(item) => source_item(case, item, words),
        Input::Context(ContextField::Wishes) => ask_follows_wishes(case),
        _ => {}
    }
}

/// An item answered here was not asked with the form in hand: it says where it comes from, and goes when the answer goes.
fn source_item(case: &mut Case, item: ItemNumber, words: &Words) {
    let words = &words.pages.tonight;
    let ours = [words.signs_source, words.signs_source_other_person];
    if case.dash.answers.get(item).is_some() {
        case.dash.with = case.dash.with.or(Some(DashWith::Information));
        if case.dash.sources.get(item).is_none() {
            let source = if told_by_other_person(case) { ours[1] } else { ours[0] };
            case.dash.sources.set(item, Some(Text::cut(source)));
        }
    } else {
        if case.dash.sources.get(item).is_some_and(|source| ours.contains(&source.as_str())) {
            case.dash.sources.set(item, None);
        }
        if case.dash.answers.is_empty() && case.dash.with == Some(DashWith::Information) {
            case.dash.with = None;
        }
    }
}

/// A wish that is known was asked for; without one, nothing is said about asking.
fn ask_follows_wishes(case: &mut Case) {
    let context = &mut case.context;
    if !context.wishes.is_empty() {
        context.wish_asked = Some(WishAsked::Yes);
    } else if context.wish_asked == Some(WishAsked::Yes) {
        context.wish_asked = None;
    }
}

fn undo_done(case: &mut Case, pathway: PathwayId) {
    if case.is_done(pathway) {
        let _ = case.put(Input::Choice(pathway, ChoicePart::Decision), None);
    }
}
