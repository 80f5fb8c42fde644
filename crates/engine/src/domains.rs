//! What each core domain of the identification came to.

use serde::Serialize;
use waymark_content::Domain;

waymark_case::closed_set! {
    /// What a core domain came to.
    DomainState {
        One = "1", Two = "2", Mixed = "mixed", Contested = "contested", PartOne = "part-1", PartTwo = "part-2",
        None = "none", Unknown = "unknown",
    }
}

/// What each core domain came to; in JSON by its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Domains {
    /// Fear.
    #[serde(rename = "F")]
    pub fear: DomainState,
    /// Control.
    #[serde(rename = "K")]
    pub control: DomainState,
    /// History.
    #[serde(rename = "H")]
    pub history: DomainState,
    /// Use of force.
    #[serde(rename = "U")]
    pub use_of_force: DomainState,
    /// Life space.
    #[serde(rename = "L")]
    pub life_space: DomainState,
}

impl Domains {
    /// Each core domain with what it came to, in the order in which they are listed.
    pub fn all(&self) -> [(Domain, DomainState); 5] {
        [
            (Domain::Fear, self.fear),
            (Domain::Control, self.control),
            (Domain::History, self.history),
            (Domain::UseOfForce, self.use_of_force),
            (Domain::LifeSpace, self.life_space),
        ]
    }
}
