//! The typed tables made from `content/*.toml` by the build, and the types they are made of.
//!
//! Lives here: rules, catalogue and words as data. Not here: how they are evaluated (`engine`) or shown (`pages`).
//! A rule naming an unknown id, a missing source or a missing word stops the build.

pub mod condition;
pub mod profile;
mod reader;
pub mod words;

use crate::case::vocabulary::*;
use std::sync::LazyLock;

pub use condition::{Condition, Fact};
pub use profile::{ContactMode, Profile, Profiles, Status};

crate::closed_set! {
    /// The cautions, in catalogue order.
    CautionId {
        ConfrontNever = "CONFRONT_NEVER", NoContact = "NO_CONTACT", CouldReach = "COULD_REACH",
        RepeatAtChange = "REPEAT_AT_CHANGE", OldDash = "OLD_DASH", DeviceCheck = "DEVICE_CHECK",
        AskCoercion = "ASK_COERCION", NoNotice = "NO_NOTICE", NoFamilyContact = "NO_FAMILY_CONTACT",
        InterpreterFirst = "INTERPRETER_FIRST", FindSurvivorWorker = "FIND_SURVIVOR_WORKER",
        AskHimNothing = "ASK_HIM_NOTHING", SeparateWorkers = "SEPARATE_WORKERS", SecondOpinion = "SECOND_OPINION",
        KeepDashesApart = "KEEP_DASHES_APART", Reversed = "REVERSED", OneReader = "ONE_READER",
        BeforeEnforcement = "BEFORE_ENFORCEMENT", RestrictFile = "RESTRICT_FILE", VisitRisk = "VISIT_RISK",
        ReviewDisengaged = "REVIEW_DISENGAGED", Separation = "SEPARATION", ThirdPartyReport = "THIRD_PARTY_REPORT",
        CareCover = "CARE_COVER", WhoElse = "WHO_ELSE", Historic = "HISTORIC", AskHeard = "ASK_HEARD",
        ProfileLine = "PROFILE_LINE", ReviewPassed = "REVIEW_PASSED", ProfileOtherNation = "PROFILE_OTHER_NATION",
        FloorOverrides = "FLOOR_OVERRIDES",
    }
    /// How firmly a pathway is put, firmest first.
    Stance { Do = "do", Offer = "offer", Consider = "consider", NotNow = "not-now" }
    /// Why a rule hid a pathway, in the order in which one reason beats another.
    Why {
        T27 = "T27", Age = "age", T35 = "T35", NotStarted = "not-started", Profile = "profile", Floor = "floor",
        Nation = "nation", Area = "area", T21 = "T21", Consent = "consent",
    }
    /// Who acts.
    Actor {
        Anyone = "anyone", Worker = "worker", MaracReferrer = "marac-referrer", Manager = "manager",
        SafeguardingLead = "safeguarding-lead", Survivor = "survivor", Police = "police", Landlord = "landlord",
        Specialist = "specialist", StrategicLead = "strategic-lead", Panel = "panel",
    }
    /// How consent works for a pathway.
    ConsentRule { NotNeeded = "not-needed", AskFirst = "ask-first", Required = "required", TheirsAlone = "theirs-alone" }
    /// When a pathway can be used.
    Open { AnyHour = "any-hour", OfficeHours = "office-hours", Local = "local" }
    /// By when, soonest first.
    Due {
        Now = "now", Immediately = "immediately", WithinShift = "within-shift", SameWorkingDay = "same-working-day",
        Hours24 = "24-hours", NextWorkingDay = "next-working-day", WorkingDays2 = "2-working-days",
        WithinAWeek = "within-a-week", WhenTheyChoose = "when-they-choose",
    }
    /// The ten domains of the indicators; the first five in the order of the gates are core.
    Domain { F = "F", K = "K", H = "H", U = "U", L = "L", J = "J", P = "P", V = "V", R = "R", T = "T" }
    /// What an indicator may do in the gates.
    Strength { Strong = "strong", Moderate = "moderate", Support = "support", SetAside = "set-aside" }
    /// What becomes of a rule of the five documents.
    Treatment {
        Acted = "acted", Shown = "shown", Checklist = "checklist", Reference = "reference", SetAside = "set-aside",
    }
    /// The mark of a Dash item: serious-harm marker, aggravator, or context.
    Mark { A = "A", B = "B", C = "C" }
}

/// One indicator of the table.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// Its domain.
    pub domain: Domain,
    /// What it may do in the gates.
    pub strength: Strength,
    /// The question asks about the person harmed, and the answer is flipped before it is stored.
    pub flipped: bool,
}

/// One pathway of the catalogue, without its words.
#[derive(Clone, Copy, Debug)]
pub struct PathwayRow {
    /// Its id.
    pub id: PathwayId,
    /// Who acts.
    pub who: Actor,
    /// How consent works.
    pub consent: ConsentRule,
    /// When it is open.
    pub open: Open,
    /// The rules it always rests on.
    pub rules: &'static [&'static str],
}

/// A pathway shown by a row, with its own condition.
#[derive(Clone, Copy, Debug)]
pub struct Show {
    /// Which pathway.
    pub pathway: PathwayId,
    /// 0 (before anything else) to 4 (planned with the survivor).
    pub priority: u8,
    /// How firmly.
    pub stance: Stance,
    /// Only if this holds too.
    pub only_if: Condition,
}

/// A pathway withheld by a row.
#[derive(Clone, Copy, Debug)]
pub struct Withhold {
    /// Which pathway.
    pub pathway: PathwayId,
    /// Why.
    pub why: Why,
    /// Only if this holds too.
    pub only_if: Condition,
}

/// A row of the trigger table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// T1 … T58; a trigger may have several rows.
    pub id: &'static str,
    /// When it applies.
    pub when: Condition,
    /// What it shows.
    pub show: &'static [Show],
    /// What it withholds.
    pub withhold: &'static [Withhold],
    /// The cautions it raises.
    pub cautions: &'static [(CautionId, Condition)],
    /// The questions that must come before acting.
    pub gates: &'static [(Gate, Condition)],
    /// The rules this row rests on.
    pub rules: &'static [&'static str],
}

crate::closed_set! {
    /// The questions which must come before acting, in their order.
    Gate {
        DangerNow = "danger_now", PrivateNow = "private_now", ToldBy = "told_by", LimitsExplained = "limits_explained",
        WishAsked = "wish_asked", Children = "children", SafeContact = "safe_contact", Recency = "recency",
        Strangulation = "strangulation_within_4_weeks", SuicidalNow = "suicidal_now", HonourBased = "honour_based",
        PerpetratorAccess = "perpetrator_access", SurvivorIs = "survivor_is", SurvivorKnown = "survivor_known",
        SameWorker = "same_worker", WorkerRole = "worker_role",
    }
}

/// A service a person can ring or write to.
#[derive(Clone, Copy, Debug)]
pub struct Helpline {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The number; empty unless its status allows printing it.
    pub number: &'static str,
    /// A number for texts; empty unless its status allows printing it.
    pub text: &'static str,
    /// Opening hours, where known.
    pub hours: &'static str,
    /// The nations it serves.
    pub nations: &'static [Nation],
    /// Whom it is for.
    pub who: &'static str,
    /// When it was last checked.
    pub checked: &'static str,
}

impl Helpline {
    /// True when it belongs on a list for someone who is harmed: it has a number that may be printed, and it is neither
    /// the emergency number, which stands above such a list, nor the line for people who harm.
    pub fn is_for_the_harmed(&self) -> bool {
        !self.number.is_empty() && !["police-emergency", "respect-phoneline"].contains(&self.id)
    }
}

/// A point of law that is moving.
#[derive(Clone, Copy, Debug)]
pub struct LawPoint {
    /// What it is.
    pub title: &'static str,
    /// Where it stands.
    pub text: &'static str,
    /// The month of the newest page seen, as `2026-06`; empty when it has none.
    pub stood: &'static str,
    /// The month in which it was last looked for.
    pub checked: &'static str,
    /// Where it holds.
    pub nations: &'static [Nation],
    /// The pathways whose words depend on it.
    pub touches: &'static [PathwayId],
    /// Sources.
    pub sources: &'static [&'static str],
}

/// A source that rules and words rest on.
#[derive(Clone, Copy, Debug)]
pub struct SourceRow {
    /// With its file: `dash:S18`, `path:B20`, `who:DAHA-SA`.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
}

/// A rule of one of the five documents, in our own words, and where it is placed.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Such as `H-99`.
    pub id: &'static str,
    /// Where it stands in the document.
    pub reference: &'static str,
    /// What becomes of it.
    pub how: Treatment,
    places: &'static str,
    /// The part of the profile it belongs to, such as `marac`.
    pub topic: &'static str,
    /// The rule in a line.
    pub line: &'static str,
    /// Why it is set aside, or how it is read; empty for most.
    pub reason: &'static str,
}

impl Rule {
    /// Where it is placed, such as `pathway:PW-06`, `page:record` or `check:O-12`.
    pub fn places(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.places.split(' ').filter(|place| !place.is_empty())
    }
    /// True when it stands at this place.
    pub fn stands_at(&self, place: &str) -> bool {
        self.places().any(|known| known == place)
    }
    /// True when it belongs to this profile.
    pub fn is_of(&self, profile: &str) -> bool {
        let letter = self.id.get(..1).unwrap_or_default();
        tables::DOCUMENTS.contains(&(letter, profile))
    }
}

/// A statement of the service check, without its words, which stand at the same place of their list.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// `O-01` and so on.
    pub id: &'static str,
    /// The place of its group in the list of groups.
    pub group: usize,
    /// Most policies share it, or it protects life.
    pub key: bool,
    /// The rules it rests on.
    pub rules: &'static [&'static str],
}

/// The version of the content, changed whenever a fact, rule or word changes its meaning.
pub const CONTENT_VERSION: &str = "2026-11-28";

mod tables {
    #![allow(clippy::all, missing_docs)]
    use super::condition::{Clear, Condition, Fact};
    use super::profile::*;
    use super::reader::Reader;
    use super::*;
    use crate::case::{ContextField, SettingField};
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
pub use tables::{
    BANK_HOLIDAYS, CAUTION_RULES, CHILD_NOW, HOLIDAY_YEARS, HONOUR_OR_FORCE, INDICATORS, INSTEAD, MARKS, PATHWAYS,
    PROFILES, ROWS, SERVICE_CHECK, SIGN,
};

/// The services that may be named; they stand beside the words.
pub static HELPLINES: LazyLock<&'static [Helpline]> = LazyLock::new(|| words::EN.helplines);

/// The sources that something cites; they stand beside the words.
pub static SOURCES: LazyLock<&'static [SourceRow]> = LazyLock::new(|| words::EN.sources);

/// Every rule of the five documents; they stand beside the words.
pub static RULES: LazyLock<&'static [Rule]> = LazyLock::new(|| words::EN.rules);

/// The row of a pathway.
pub fn pathway(id: PathwayId) -> &'static PathwayRow {
    &PATHWAYS[id.index()]
}

/// The row of an indicator.
pub fn indicator(id: IndicatorId) -> &'static Indicator {
    &INDICATORS[id.index()]
}
