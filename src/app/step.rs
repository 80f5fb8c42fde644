//! The steps of the work. There is no router: a step is a value, the address never changes, Back leaves.

crate::closed_set! {
    /// A step: its text is its `data-step`.
    Step {
        Start = "start", Tonight = "tonight", Situation = "situation", Identify = "identify", Dash = "dash",
        NextSteps = "next-steps", Record = "record", OwnLife = "own-life", Workshop = "workshop", Settings = "settings", About = "about",
    }
}

impl Step {
    /// The steps of the task list, in order.
    pub const TASKS: [Self; 7] =
        [Self::Start, Self::Tonight, Self::Situation, Self::Identify, Self::Dash, Self::NextSteps, Self::Record];
    /// The pages beside the work.
    pub const BESIDE: [Self; 4] = [Self::OwnLife, Self::Workshop, Self::Settings, Self::About];
}
