//! Policies as data: who may do what, by when, and how far contact with the other person goes.

use super::own_words::OwnWords;
use serde::Serialize;
use std::borrow::Cow;
use waymark_case::vocabulary::*;
use waymark_catalogue::{ConsentRule, Due, Unit};
pub use waymark_catalogue::{ContactMode, Status};

waymark_case::closed_set! {
    /// A local service, in the order in which they are shown.
    ContactId {
        OnCall = "on_call", EdtChildren = "edt_children", EdtAdults = "edt_adults", Idva = "idva",
        IdvaOutOfHours = "idva_out_of_hours", Marac = "marac", Sarc = "sarc", Firearms = "firearms",
        Interpreter = "interpreter", Refuge = "refuge", Council = "council",
    }
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
    pub within: Within,
    /// The rule it comes from.
    pub rule: Name,
}

/// By when something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// A time that has a name.
    Named(Due),
    /// An area's own that has none.
    Own(TimeLimit),
}

/// A time limit of an area's own: how many of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TimeLimit {
    /// How many.
    pub limit: u16,
    /// Of what.
    pub unit: Unit,
}

impl Within {
    /// How long it leaves at the most, in hours: only to tell which of two is sooner. A working day ends sooner than a day does,
    /// and a shift ends before both.
    pub fn hours(self) -> u32 {
        const SHIFT: u32 = 12;
        const WORKING_DAY: u32 = 16;
        const DAY: u32 = 24;
        let working_days = |count: u32| WORKING_DAY + count * DAY;
        match self {
            Self::Own(TimeLimit { limit, unit }) => match (unit, u32::from(limit)) {
                (Unit::Hours, count) => count,
                (Unit::Shift, count) => count * SHIFT,
                (Unit::WorkingDays, count) => working_days(count),
                (Unit::Days, count) => count * DAY,
            },
            Self::Named(due) => match due {
                Due::Now | Due::Immediately => 0,
                Due::WithinShift => SHIFT,
                Due::SameWorkingDay => working_days(0),
                Due::Hours24 => DAY,
                Due::NextWorkingDay => working_days(1),
                Due::WorkingDays2 => working_days(2),
                Due::WithinAWeek => 7 * DAY,
                Due::WhenTheyChoose => u32::MAX,
            },
        }
    }
}

/// How to reach a local service, as an area says it; what it does not say is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LocalService {
    /// Which.
    pub id: ContactId,
    /// What it is called.
    pub name: Name,
    /// Its number.
    pub number: Name,
    /// When it is answered.
    pub hours: Name,
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
    /// The rule by which every perpetrator is pointed to help; empty where there is none.
    pub programmes_for_all_rule: Name,
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
    /// The words it has of its own.
    pub own_words: OwnWords,
    /// The local services that an area has filled in; none ships.
    pub services: List<LocalService>,
}

impl Profile {
    /// True when this role may complete the Dash here; an unknown role may not where the policy names completers.
    pub fn lets_complete(&self, role: Option<WorkerRole>) -> bool {
        self.completers.is_empty() || role.is_some_and(|role| self.completers.contains(&role))
    }
    /// True when the document does not state this value itself: it is read across from its other rules.
    pub fn reads_across(&self, value: &str) -> bool {
        self.inferred.iter().any(|inferred| inferred == value)
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
    /// The profile with this id, or the sector default as it is loaded: an area's own values may stand on it too.
    pub fn get_or_default(&self, id: Option<&str>) -> &Profile {
        let usual = &super::PROFILES[0];
        id.and_then(|id| self.get(id)).or_else(|| self.get(&usual.id)).unwrap_or(usual)
    }
}
