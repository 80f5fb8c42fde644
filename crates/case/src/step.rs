//! The steps of the work, and to which of them an input belongs. There is no router: a step is a value, the address never
//! changes, Back leaves.

use crate::Input;

crate::closed_set! {
    /// A step: its text is its `data-step`.
    Step {
        Start = "start", Tonight = "tonight", Case = "case", Situation = "situation", Identify = "identify", Dash = "dash",
        NextSteps = "next-steps", Record = "record", OwnLife = "own-life", Workshop = "workshop",
        ServiceCheck = "service-check", Settings = "settings", Policy = "policy", About = "about",
    }
}

impl Step {
    /// The step whose page has the question of an input.
    pub fn of(input: Input) -> Self {
        match input {
            Input::Context(_) => Self::Situation,
            Input::Profile | Input::Setting(_) => Self::Settings,
            Input::DashWith
            | Input::DashHeard
            | Input::DashItem(_)
            | Input::DashItemSource(_)
            | Input::DashItemNote(_)
            | Input::DashJudgement
            | Input::DashJudgementReason
            | Input::DashDoneOn => Self::Dash,
            Input::Choice(_, _) => Self::NextSteps,
            Input::Record(_) => Self::Record,
            _ => Self::Identify,
        }
    }
}
