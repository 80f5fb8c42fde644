//! What a bad night comes to: a few things to do now, what to say, what not to do, and what the morning must know.
//!
//! Lives here: which of the assessment's steps stand where. Not here: why they are there (`engine`), the words to read
//! out to on-call and the written handover (`record`). No count, band or identification stands on this page.

use super::moment::moments;
use waymark_case::Case;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_content::words::Words;
use waymark_content::words::capital;
use waymark_content::{CautionId, ConsentRule, Gate, Open, Stance};
use waymark_engine::Assessment;
use waymark_engine::assessment::{Mode, Needed, ShownPathway};
use waymark_record::who_acts;

/// The most things to do now.
const DO_NOW: usize = 5;
/// The most lines to say.
const SAY: usize = 3;
/// Never offered for tonight: they reach the other person, or house the couple.
const NEVER: [PathwayId; 4] = [
    PathwayId::PerpetratorHousing,
    PathwayId::PerpetratorProgramme,
    PathwayId::CoupleHousing,
    PathwayId::IntensiveWork,
];
/// The plan for tonight and keeping apart stand among the first whatever else does.
const KEEP: [PathwayId; 2] = [PathwayId::SafetyPlan, PathwayId::KeepApart];
/// What comes first among steps of equal rank: life, then distance, then whoever cannot protect themselves.
const FIRST: [PathwayId; 13] = [
    PathwayId::EmergencyCall,
    PathwayId::SuicideAndCrisis,
    PathwayId::MedicalCheck,
    PathwayId::KeepApart,
    PathwayId::ChildProtection,
    PathwayId::HonourBasedAbuse,
    PathwayId::ForcedMarriage,
    PathwayId::Fgm,
    PathwayId::AdultSafeguarding,
    PathwayId::Homelessness,
    PathwayId::PoliceReport,
    PathwayId::OrderBreach,
    PathwayId::SafetyPlan,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoNow {
    /// The pathway.
    pub pathway: PathwayId,
    /// What to do, in a line.
    pub line: &'static str,
    /// Who does it: of a referral to MARAC, whoever refers here.
    pub who: String,
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// The line with what to mind, and of a referral to MARAC whoever refers here.
    pub fn whole(&self) -> String {
        let (Self::StillToday(step) | Self::Step(step)) = self else { return self.line().to_owned() };
        let who =
            if step.pathway == PathwayId::MaracReferral { [" (", &step.who, ")"].concat() } else { String::new() };
        let note = if step.note.is_empty() { String::new() } else { [". ", step.note].concat() };
        [step.line, &who, &note].concat()
    }
}

/// What to do tonight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TonightResult {
    /// At most five, the first first.
    pub do_now: Vec<DoNow>,
    /// What pressed as much and is marked as done.
    pub done: Vec<DoNow>,
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
    let words = assessment.words(words);
    let own = &words.steps().pages.tonight_result;
    let do_now = do_now(case, assessment);
    let handoff = assessment.handoff.as_ref();
    let done = assessment.pathways.iter().filter(|shown| shown.priority <= 1 && case.is_done(shown.id));
    let done = done.filter(|shown| !do_now.iter().any(|known| known.id == shown.id));
    TonightResult {
        done: done.map(|shown| step(shown, case, assessment, words)).listed(),
        say: say(case, assessment, words),
        dont: [own.dont_confront, own.dont_tell, own.dont_mediate, own.dont_exclude, own.dont_paper],
        take_care: TONIGHT.into_iter().filter(|id| assessment.warns(*id)).listed(),
        hand_off: handoff.map(|handoff| match (handoff.read_across, handoff.waits) {
            (false, true) => own.hand_off_later,
            (false, false) => own.hand_off_now,
            (true, true) => own.hand_off_later_across,
            (true, false) => own.hand_off_now_across,
        }),
        morning: morning(case, assessment, words, &do_now),
        do_now: do_now.into_iter().map(|shown| step(shown, case, assessment, words)).listed(),
    }
}

/// A step by its verb, in the mode it is offered in.
pub fn action_line(shown: &ShownPathway, words: &Words) -> &'static str {
    let about = words.pathway(shown.id);
    match (shown.id, shown.mode) {
        (_, Some(Mode::PractitionerLine)) => about.line_action,
        // Who refers stands beside it.
        (PathwayId::MaracReferral, _) => words.steps().pages.tonight_result.marac_line,
        _ => about.action,
    }
}

fn step(shown: &ShownPathway, case: &Case, assessment: &Assessment, words: &Words) -> DoNow {
    let no_police = shown.id == PathwayId::PoliceReport
        && (case.context.wishes.has(Wish::NoPolice) || case.context.police_consent == Some(Consent::Refused));
    DoNow {
        pathway: shown.id,
        line: action_line(shown, words),
        who: capital(&who_acts(shown, case, assessment, words)),
        note: match shown.id {
            PathwayId::EmergencyCall if case.context.red_flags == Some(Known::Yes) => {
                words.steps().pages.tonight_result.ambulance_strangled
            }
            PathwayId::EmergencyCall if case.context.injury == Some(Injury::Emergency) => {
                words.steps().pages.tonight_result.ambulance
            }
            _ if no_police => words.steps().pages.tonight_result.police_ask_first,
            _ => "",
        },
        priority: shown.priority,
        stance: shown.stance,
        consent: shown.consent,
        done: case.is_done(shown.id),
    }
}

/// What a stop asked for stays on top after it was done, as the danger does.
fn stands_though_done(id: PathwayId, case: &Case) -> bool {
    match id {
        PathwayId::EmergencyCall => case.context.danger_now == Some(Known::Yes),
        PathwayId::SuicideAndCrisis => case.context.suicidal_now == Some(Known::Yes),
        _ => false,
    }
}

/// Done, put off or refused.
pub(super) fn is_settled(id: PathwayId, case: &Case) -> bool {
    let decided = case.choice(id).and_then(|choice| choice.decision);
    matches!(decided, Some(Decision::Done | Decision::Declined | Decision::NotNow))
}

/// A step that is settled, or that waits for an answer, is nobody's next step.
fn is_open(shown: &ShownPathway, case: &Case) -> bool {
    shown.stance != Stance::NotNow && (!is_settled(shown.id, case) || stands_though_done(shown.id, case))
}

/// What is to be done now, five things at most, the first first.
pub(super) fn do_now<'a>(case: &Case, assessment: &'a Assessment) -> Vec<&'a ShownPathway> {
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
        .listed();
    sort_by_key(&mut steps, |shown| rank(shown, assessment));
    // The two that make the night itself less dangerous are not crowded out by what is only for today; but nothing that
    // comes before anything else, such as a child in danger now, gives way to the plan.
    while steps.len() > DO_NOW {
        let gives_way = steps.iter().rposition(|shown| !KEEP.contains(&shown.id) && shown.priority > 0);
        let Some(last) = gives_way.or_else(|| steps.iter().rposition(|shown| shown.id == PathwayId::SafetyPlan)) else {
            break;
        };
        steps.remove(last);
    }
    steps.truncate(DO_NOW);
    steps
}

/// Priority 0 first, then what is to be done, then what is offered; what is open at any hour before what may be shut.
fn rank(shown: &ShownPathway, assessment: &Assessment) -> (u8, Stance, bool, usize, PathwayId) {
    let stance = if KEEP.contains(&shown.id) { Stance::Do } else { shown.stance };
    (shown.priority, stance, shown.open != Open::AnyHour, first_in(shown.id, assessment), shown.id)
}

/// The place of a step among others of equal rank: what saves a life first, then distance, then whoever cannot protect
/// themselves; all the others share the last place.
pub fn life_first(id: PathwayId) -> usize {
    FIRST.iter().position(|known| *known == id).unwrap_or(FIRST.len())
}

/// The same in one case: the steps that its recipes put first come before the others, but never before what saves a life.
pub fn first_in(id: PathwayId, assessment: &Assessment) -> usize {
    // After those of the recipes, which are fewer than the pathways, the others in their own order.
    assessment.own_place(id).unwrap_or(PathwayId::ALL.len() + life_first(id))
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
        .map(|shown| Morning::StillToday(step(shown, case, assessment, words)))
        .chain(left().filter(later).map(|shown| Morning::Step(step(shown, case, assessment, words))))
        .chain(identify.then_some(Morning::Identify(words.steps().pages.tonight_result.morning_identify)))
        .chain(assessment.unanswered_gate.iter().map(|gate| Morning::Ask(*gate, words.question(gate.input()).ask)))
        .listed()
}

/// What to say: what fits the moment, after a word of belief to whoever tells it themselves.
fn say(case: &Case, assessment: &Assessment, words: &Words) -> Vec<&'static str> {
    let all = |moment: &str| words.say(moment).map_or(&[][..], |say| say.say);
    let context = &case.context;
    let moments = moments(case, assessment);
    let lines: Vec<&'static str> = match context.told_by {
        Some(ToldBy::Perpetrator | ToldBy::ThirdParty) => moments.into_iter().flat_map(all).copied().listed(),
        Some(ToldBy::Survivor) => {
            let calm = moments == ["below-line"] || moments == ["not-clear"] || moments == ["they-say-no"];
            let limits = calm && context.limits_explained != Some(Known::Yes);
            let then = moments.iter().filter_map(|moment| all(moment).first());
            let believe = if moments.len() > 1 { 1 } else { 2 };
            let limits = all("before-asking").get(1).filter(|_| limits);
            all("disclosure").iter().take(believe).chain(limits).chain(then).copied().listed()
        }
        // Nobody has spoken to them yet: how to begin.
        _ => all("before-asking").to_vec(),
    };
    lines.into_iter().take(SAY).listed()
}
