//! How far each task of a case has come, and about how long is left of it.

use super::guided::{SITUATION, situation_begun};
use super::guided_identify::PROMPTS;
use waymark_case::{Case, ItemNumber, Step};
use waymark_engine::Assessment;
use waymark_engine::assessment::Needed;

/// The state of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Nothing of it is answered.
    NotStarted,
    /// So far nothing asks for it.
    NotNeeded,
    /// This many of its questions are answered, of how many.
    Some(usize, usize),
    /// All of them are.
    Done,
}

/// The state of a task of the case; `None` for a step that is no task, or has no end.
pub fn task_state(step: Step, case: &Case, assessment: &Assessment) -> Option<TaskState> {
    let (answered, all) = counts(step, case, assessment)?;
    Some(match answered {
        0 if step == Step::Identify && assessment.identify.needed == Needed::NotNeeded => TaskState::NotNeeded,
        0 => TaskState::NotStarted,
        answered if answered >= all => TaskState::Done,
        answered => TaskState::Some(answered, all),
    })
}

/// About how many minutes are left of a task; 0 where nothing is.
pub fn minutes_left(step: Step, case: &Case, assessment: &Assessment) -> usize {
    match task_state(step, case, assessment) {
        None => 2,
        Some(TaskState::NotNeeded | TaskState::Done) => 0,
        Some(_) => counts(step, case, assessment)
            .map_or(0, |(answered, all)| ((all - answered.min(all)) * seconds(step)).div_ceil(60)),
    }
}

/// How long one question takes a worker who reads it and asks it, in seconds. Our own estimate.
fn seconds(step: Step) -> usize {
    match step {
        Step::Situation => 15,
        Step::Identify => 40,
        _ => 25,
    }
}

fn counts(step: Step, case: &Case, assessment: &Assessment) -> Option<(usize, usize)> {
    match step {
        Step::Situation => Some((situation_begun(case), SITUATION.len())),
        Step::Identify => {
            Some((PROMPTS.iter().filter(|id| case.identify.answer(**id).is_some()).count(), PROMPTS.len()))
        }
        Step::Dash => {
            let answered = ItemNumber::all().filter(|item| case.dash.answers.get(*item).is_some()).count();
            Some((answered, ItemNumber::all().count()))
        }
        Step::NextSteps => {
            let pressing = || assessment.pathways.iter().filter(|shown| shown.priority <= 1);
            let decided = |id| case.choice(id).is_some_and(|choice| choice.decision.is_some());
            let all = pressing().count();
            (all > 0).then(|| (pressing().filter(|shown| decided(shown.id)).count(), all))
        }
        _ => None,
    }
}
