//! Policies as data: who may do what, by when, and how far contact with the other person goes.

use super::{ConsentRule, Due};
use crate::case::vocabulary::*;
use std::borrow::Cow;

crate::closed_set! {
    /// How far a policy lets staff be in touch with the other person. Nobody ever confronts them.
    ContactMode {
        None = "none", SignpostOnly = "signpost-only", SupportWithinRemit = "support-within-remit",
        JointWorkOnIncidents = "joint-work-on-incidents",
    }
    /// How current a policy's source is, as shipped.
    Status { Current = "current", Undated = "undated", ReviewPassed = "review-passed" }
}

/// A list that ships with the program or comes from local settings.
pub type List<T> = Cow<'static, [T]>;
/// A text that ships with the program or comes from local settings.
pub type Name = Cow<'static, str>;

/// A deadline of a policy, where it is shorter than the one from the priority.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// The pathways it is about.
    pub pathways: List<PathwayId>,
    /// By when.
    pub due: Due,
    /// The rule it comes from.
    pub rule: Name,
}

/// One policy profile: the values the engine reads. `None` and empty mean "this document does not say".
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its id.
    pub id: Name,
    /// How current its source is.
    pub status: Status,
    /// The rule that says when it was to be reviewed.
    pub review_rule: Name,
    /// The nations it was written for; empty for all.
    pub nations: List<Nation>,
    /// The rule that ties it to its nation.
    pub nation_rule: Name,
    /// The count of yes answers the document itself names.
    pub count: Option<u16>,
    /// The rule that names the count.
    pub count_rule: Name,
    /// Who may complete the Dash; empty for anyone trained.
    pub completers: List<WorkerRole>,
    /// The rules that say so.
    pub completer_rules: List<Name>,
    /// To whom the others hand over.
    pub handoff_to: List<WorkerRole>,
    /// Who refers to MARAC; `any-staff` for anyone trained.
    pub referrers: List<WorkerRole>,
    /// The rules that say so.
    pub referrer_rules: List<Name>,
    /// Another agency's Dash is enough unless something new happened.
    pub reuse_other_dash: bool,
    /// How far contact with the other person goes.
    pub contact: ContactMode,
    /// The rules that say so.
    pub contact_rules: List<Name>,
    /// Every possible crime goes to the police.
    pub police_always: bool,
    /// Values that are read across from other rules rather than stated.
    pub inferred: List<Name>,
    /// Consent rules that differ from the default.
    pub consent: List<(PathwayId, ConsentRule)>,
    /// The policy's own rules, by pathway.
    pub rules: List<(PathwayId, Name)>,
    /// The policy's own deadlines.
    pub deadlines: List<Deadline>,
}

impl Profile {
    /// True when this role may complete the Dash here; an unknown role may not where the policy names completers.
    pub fn lets_complete(&self, role: Option<WorkerRole>) -> bool {
        self.completers.is_empty() || role.is_some_and(|role| self.completers.contains(&role))
    }
}

/// The profiles that are loaded: the six that ship, and any local ones.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    local: Vec<Profile>,
}

impl Profiles {
    /// The six that ship.
    pub fn shipped() -> Self {
        Self::default()
    }
    /// The same with one more; a local profile with the id of a shipped one takes its place.
    #[must_use]
    pub fn with(mut self, profile: Profile) -> Self {
        self.local.push(profile);
        self
    }
    /// The profile with this id.
    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.local.iter().rev().chain(super::PROFILES).find(|profile| profile.id == id)
    }
    /// The ids of all that are loaded.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        super::PROFILES.iter().chain(&self.local).map(|profile| profile.id.as_ref())
    }
    /// The profile with this id, or the sector default.
    pub fn get_or_default(&self, id: Option<&str>) -> &Profile {
        id.and_then(|id| self.get(id)).unwrap_or(&super::PROFILES[0])
    }
}
