//! Conditions: the "if" of every rule as data, so that one evaluation both decides and explains.

#[cfg(doc)]
use waymark_case::value::Field;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, SettingField};
pub use waymark_catalogue::{Clear, Fact};

/// Values that a field is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values {
    /// Their texts.
    pub texts: &'static [&'static str],
    /// The same as bits, by the place of each in the vocabulary of the field: see [`Field::members`].
    pub members: u32,
}

/// The "if" of a rule. A missing field satisfies no positive condition and every negative one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Condition {
    /// In every case.
    Always,
    /// The item has this answer.
    Item(u8, ItemAnswer),
    /// The field has one of these values, or (with `true`) is absent.
    Field(ContextField, Values, bool),
    /// The local setting has one of these values.
    Setting(SettingField, Values),
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
