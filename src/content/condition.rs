//! Conditions: the "if" of every rule as data, so that one evaluation both decides and explains.

use crate::case::vocabulary::*;
use crate::case::{ContextField, SettingField};

crate::closed_set! {
    /// What the engine has worked out before the rules are read.
    Fact {
        Route = "route", RoutesOpen = "routes_open", ReachPossible = "reach_possible", Answered = "answered",
        PromptNone = "prompt_none", IdvaMet = "idva_met", HbaAuto = "hba_auto", Started = "started",
        JudgementDiffers = "judgement_differs", SecondReader = "second_reader", SpecialistAgrees = "specialist_agrees",
        ContactAllowed = "contact_allowed", PoliceAlways = "police_always", ReviewPassed = "review_passed",
    }
    /// How sure the identification is about the survivor and the other person.
    Clear { Clear = "clear", Probable = "probable", Unclear = "unclear", Reversed = "reversed", NotStarted = "not-started" }
}

/// The "if" of a rule. A missing field satisfies no positive condition and every negative one.
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// In every case.
    Always,
    /// The item has this answer.
    Item(u8, ItemAnswer),
    /// The field has one of these values, or (with `true`) is absent.
    Field(ContextField, &'static [&'static str], bool),
    /// The local setting has one of these values.
    Setting(SettingField, &'static [&'static str]),
    /// The indicator points at one of the two people or at both, tainted or not.
    Indicator(IndicatorId),
    /// The flag is ticked.
    Flag(Flag),
    /// This profile is in use.
    Profile(&'static str),
    /// The worker's judgement of the danger is this.
    Judgement(Judgement),
    /// The identification came to this.
    Clear(Clear),
    /// Worked out by the engine.
    Fact(Fact),
    /// All of these.
    All(&'static [Condition]),
    /// Any of these.
    Any(&'static [Condition]),
    /// Not this.
    Not(&'static Condition),
}
