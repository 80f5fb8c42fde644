//! Which steps the page lists, and where.

use waymark_case::Step;

/// The steps of the task list, in order.
pub const TASKS: [Step; 8] = [
    Step::Start,
    Step::Tonight,
    Step::Case,
    Step::Situation,
    Step::Identify,
    Step::Dash,
    Step::NextSteps,
    Step::Record,
];

/// The tasks of a case, as its page lists them.
pub const CASE_TASKS: [Step; 5] = [Step::Situation, Step::Identify, Step::Dash, Step::NextSteps, Step::Record];

/// The pages beside the work.
pub const BESIDE: [Step; 6] =
    [Step::OwnLife, Step::Workshop, Step::ServiceCheck, Step::Settings, Step::Policy, Step::About];

/// The steps that are open in practice. In the others something could be handed on as if it were real.
pub const PRACTISED: [Step; 8] = [
    Step::Case,
    Step::Situation,
    Step::Identify,
    Step::Dash,
    Step::NextSteps,
    Step::Workshop,
    Step::OwnLife,
    Step::About,
];
