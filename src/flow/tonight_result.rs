//! What a bad night comes to: a few things to do now, what to say, what not to do, and what the morning must know.
//!
//! Lives here: which of the assessment's steps stand where. Not here: why they are there (`engine`), the words to read
//! out to on-call and the written handover (`record`). No count, band or identification stands on this page.

use crate::case::Case;
use crate::case::vocabulary::*;
use crate::content::words::{Question, Words};
use crate::content::{CautionId, ConsentRule, Gate, Open, Stance};
use crate::engine::Assessment;
use crate::engine::assessment::{Mode, Needed, ShownPathway, Stop};

/// The most things to do now.
const DO_NOW: usize = 5;
/// The most lines to say.
const SAY: usize = 3;
/// Never offered for tonight: they reach the other person, or house the couple.
const NEVER: [PathwayId; 4] = [PathwayId::Pw26, PathwayId::Pw27, PathwayId::Pw27a, PathwayId::Pw28];
/// The plan for tonight and keeping apart stand among the first whatever else does.
const KEEP: [PathwayId; 2] = [PathwayId::Pw42, PathwayId::Pw43];
/// What comes first among steps of equal rank: life, then distance, then whoever cannot protect themselves.
const FIRST: [PathwayId; 13] = [
    PathwayId::Pw01,
    PathwayId::Pw37,
    PathwayId::Pw05,
    PathwayId::Pw43,
    PathwayId::Pw16,
    PathwayId::Pw29,
    PathwayId::Pw30,
    PathwayId::Pw31,
    PathwayId::Pw18,
    PathwayId::Pw20,
    PathwayId::Pw03,
    PathwayId::Pw04,
    PathwayId::Pw42,
];
/// Cautions that change what is done before morning.
const TONIGHT: [CautionId; 9] = [
    CautionId::NoFamilyContact,
    CautionId::CareCover,
    CautionId::InterpreterFirst,
    CautionId::ThirdPartyReport,
    CautionId::AskHimNothing,
    CautionId::RestrictFile,
    CautionId::DeviceCheck,
    CautionId::VisitRisk,
    CautionId::Separation,
];

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoNow {
    /// The pathway.
    pub pathway: PathwayId,
    /// What to do, in a line.
    pub line: &'static str,
    /// Who does it.
    pub who: &'static str,
    /// What to mind; empty when there is nothing.
    pub note: &'static str,
    /// 0 before anything else, 1 today …
    pub priority: u8,
    /// How firmly it is put.
    pub stance: Stance,
    /// How consent works.
    pub consent: ConsentRule,
    /// Done already, and still standing because the danger does.
    pub done: bool,
}

/// One line of the morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Morning {
    /// A step of today that found no room above.
    StillToday(DoNow),
    /// A step for when offices are open.
    Step(DoNow),
    /// Who is doing what to whom is to be worked through.
    Identify(&'static str),
    /// A question that must come before acting, and is open.
    Ask(Gate, &'static str),
}

impl Morning {
    /// The words of the line.
    pub fn line(&self) -> &'static str {
        match self {
            Self::StillToday(step) | Self::Step(step) => step.line,
            Self::Identify(line) | Self::Ask(_, line) => line,
        }
    }
}

/// What to do tonight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TonightResult {
    /// At most five, the first first.
    pub do_now: Vec<DoNow>,
    /// At most three lines to say.
    pub say: Vec<&'static str>,
    /// What not to do.
    pub dont: [&'static str; 5],
    /// What to take care of tonight.
    pub take_care: Vec<CautionId>,
    /// Where this worker may not complete the Dash: who to turn to, and whether it may wait.
    pub hand_off: Option<&'static str>,
    /// For the handover.
    pub morning: Vec<Morning>,
}

/// The result of tonight. Total: it stands for any case, whatever was skipped.
pub fn result(case: &Case, assessment: &Assessment, words: &Words) -> TonightResult {
    let own = &words.pages.tonight;
    let do_now = do_now(case, assessment);
    let handoff = assessment.handoff.as_ref();
    TonightResult {
        say: say(case, assessment, words),
        dont: [own.dont_confront, own.dont_tell, own.dont_mediate, own.dont_exclude, own.dont_paper],
        take_care: TONIGHT.into_iter().filter(|id| assessment.warns(*id)).collect(),
        hand_off: handoff.map(|handoff| if handoff.waits { own.hand_off_later } else { own.hand_off_now }),
        morning: morning(case, assessment, words, &do_now),
        do_now: do_now.into_iter().map(|shown| step(shown, case, words)).collect(),
    }
}

fn step(shown: &ShownPathway, case: &Case, words: &Words) -> DoNow {
    let about = words.pathway(shown.id);
    let no_police = shown.id == PathwayId::Pw03
        && (case.context.wishes.has(Wish::NoPolice) || case.context.police_consent == Some(Consent::Refused));
    DoNow {
        pathway: shown.id,
        line: if shown.mode == Some(Mode::PractitionerLine) { about.line_action } else { about.action },
        who: words.text(&format!("who.{}", shown.who.text())),
        note: if no_police { words.pages.tonight.police_ask_first } else { "" },
        priority: shown.priority,
        stance: shown.stance,
        consent: shown.consent,
        done: case.is_done(shown.id),
    }
}

/// What a stop asked for stays on top after it was done, as the danger does.
fn stands_though_done(id: PathwayId, case: &Case) -> bool {
    match id {
        PathwayId::Pw01 => case.context.danger_now == Some(Known::Yes),
        PathwayId::Pw37 => case.context.suicidal_now == Some(Known::Yes),
        _ => false,
    }
}

/// A step that is settled, or that waits for an answer, is nobody's next step.
fn is_open(shown: &ShownPathway, case: &Case) -> bool {
    let decided = case.choice(shown.id).and_then(|choice| choice.decision);
    let settled = matches!(decided, Some(Decision::Done | Decision::Declined | Decision::NotNow));
    shown.stance != Stance::NotNow && (!settled || stands_though_done(shown.id, case))
}

fn do_now<'a>(case: &Case, assessment: &'a Assessment) -> Vec<&'a ShownPathway> {
    let mut steps: Vec<&ShownPathway> = assessment
        .pathways
        .iter()
        .filter(|shown| {
            shown.priority <= 1
                && shown.open != Open::OfficeHours
                && shown.stance != Stance::Consider
                && !NEVER.contains(&shown.id)
                && is_open(shown, case)
        })
        .collect();
    steps.sort_by_key(|shown| rank(shown));
    // The two that make the night itself less dangerous are not crowded out by what is only for today; but nothing that
    // comes before anything else, such as a child in danger now, gives way to the plan.
    while steps.len() > DO_NOW {
        let gives_way = steps.iter().rposition(|shown| !KEEP.contains(&shown.id) && shown.priority > 0);
        let Some(last) = gives_way.or_else(|| steps.iter().rposition(|shown| shown.id == PathwayId::Pw42)) else {
            break;
        };
        steps.remove(last);
    }
    steps.truncate(DO_NOW);
    steps
}

/// Priority 0 first, then what is to be done, then what is offered; what is open at any hour before what may be shut.
fn rank(shown: &ShownPathway) -> (u8, Stance, bool, usize, PathwayId) {
    let stance = if KEEP.contains(&shown.id) { Stance::Do } else { shown.stance };
    let place = FIRST.iter().position(|id| *id == shown.id).unwrap_or(FIRST.len());
    (shown.priority, stance, shown.open != Open::AnyHour, place, shown.id)
}

fn morning(case: &Case, assessment: &Assessment, words: &Words, above: &[&ShownPathway]) -> Vec<Morning> {
    let left = || {
        assessment
            .pathways
            .iter()
            .filter(|shown| is_open(shown, case) && !above.iter().any(|known| known.id == shown.id))
    };
    let today = |shown: &&ShownPathway| shown.priority <= 1 && shown.open != Open::OfficeHours;
    // What is planned at the survivor's own pace is no job for a morning.
    let later = |shown: &&ShownPathway| !today(shown) && shown.priority <= 3;
    let identify = assessment.identify.needed == Needed::Needed;
    left()
        .filter(today)
        .map(|shown| Morning::StillToday(step(shown, case, words)))
        .chain(left().filter(later).map(|shown| Morning::Step(step(shown, case, words))))
        .chain(identify.then_some(Morning::Identify(words.pages.tonight.morning_identify)))
        .chain(assessment.unanswered_gate.iter().map(|gate| Morning::Ask(*gate, gate_question(*gate, words).ask)))
        .collect()
}

/// The question that a gate waits for.
pub fn gate_question(gate: Gate, words: &Words) -> &'static Question {
    let area = if gate == Gate::SurvivorIs { "identify" } else { "context" };
    words.question_named(&format!("{area}.{}", gate.text()))
}

/// What to say, by who told it and what must be said first.
fn say(case: &Case, assessment: &Assessment, words: &Words) -> Vec<&'static str> {
    let context = &case.context;
    let line = |moment: &str, place: usize| words.say(moment).and_then(|say| say.say.get(place)).copied();
    let all = |moment: &str| words.say(moment).map_or(&[][..], |say| say.say).iter().copied().map(Some).collect();
    let lines: Vec<Option<&'static str>> = match context.told_by {
        Some(ToldBy::Perpetrator) => all("other-discloses"),
        Some(ToldBy::ThirdParty) => all("neighbour"),
        Some(ToldBy::Survivor) => {
            let crisis = assessment.stop == Some(Stop::SuicidalNow) || context.suicidal_now == Some(Known::Yes);
            let refused = context.wishes.has(Wish::NoPolice)
                || context.police_consent == Some(Consent::Refused)
                || context.referral_consent == Some(Consent::Refused);
            let after = if crisis {
                Some(words.pages.tonight.say_crisis)
            } else if context.limits_explained != Some(Known::Yes) {
                line("before-asking", 1)
            } else if refused {
                line("they-say-no", 0)
            } else if !assessment.dash.routes.is_empty() {
                line("route", 0)
            } else {
                line("below-line", 1)
            };
            vec![line("disclosure", 0), line("disclosure", 1), after]
        }
        // Nobody has spoken to them yet: how to begin.
        _ => all("before-asking"),
    };
    lines.into_iter().flatten().take(SAY).collect()
}
