//! The closed sets that the content is written in: what a trigger, a pathway, an indicator or a policy may say.
//!
//! Lives here: the sets, apart from those of the case (`waymark_case::vocabulary`). Both the compiler of the content and the
//! tables it writes take them from here, so that an unknown name stops the build where it is written.

use waymark_case::vocabulary::Vocabulary;
use waymark_case::{ContextField, Input};

/// One of the three texts in which the words come to the page, in the order in which they are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the shell, the first screen, Tonight's screens, the stops and the covers say.
    First,
    /// What the steps of a case and Tonight's result say, and what they share with what comes later.
    Steps,
    /// Everything else.
    Later,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::First, Self::Steps, Self::Later];

    /// Its name, in the names of files too.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Steps => "steps",
            Self::Later => "later",
        }
    }
}

waymark_case::closed_set! {
    /// What the engine has worked out before the rules are read.
    Fact {
        Route = "route", RoutesOpen = "routes_open", ReachPossible = "reach_possible", Answered = "answered",
        PromptNone = "prompt_none", PromptPlus = "prompt_plus", IdvaMet = "idva_met", HbaAuto = "hba_auto", Started = "started",
        JudgementDiffers = "judgement_differs", SecondReader = "second_reader", SpecialistAgrees = "specialist_agrees",
        ContactAllowed = "contact_allowed", PoliceAlways = "police_always", ReviewPassed = "review_passed",
    }
    /// How sure the identification is about the survivor and the other person.
    Clear { Clear = "clear", Probable = "probable", Unclear = "unclear", Reversed = "reversed", NotStarted = "not-started" }
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
        CareCover = "CARE_COVER", WhoElse = "WHO_ELSE", Historic = "HISTORIC", YoungPerson = "YOUNG_PERSON",
        SurvivorCharged = "SURVIVOR_CHARGED", AskHeard = "ASK_HEARD",
        ProfileLine = "PROFILE_LINE", ReviewPassed = "REVIEW_PASSED", ProfileOtherNation = "PROFILE_OTHER_NATION",
        FloorOverrides = "FLOOR_OVERRIDES",
    }
    /// How firmly a pathway is put, firmest first.
    Stance { Do = "do", Offer = "offer", Consider = "consider", NotNow = "not-now" }
    /// Why a rule hid a pathway, in the order in which one reason beats another.
    WhyWithheld {
        HonourOrForce = "T27", Age = "age", NotSettled = "T35", NotStarted = "not-started", Profile = "profile",
        Floor = "floor", Nation = "nation", Area = "area", AccessOpen = "T21", Consent = "consent",
    }
    /// Who acts.
    Actor {
        Anyone = "anyone", Worker = "worker", MaracReferrer = "marac-referrer", Manager = "manager",
        SafeguardingLead = "safeguarding-lead", Survivor = "survivor", Police = "police", Landlord = "landlord",
        Specialist = "specialist", StrategicLead = "strategic-lead", Panel = "panel",
    }
    /// How consent works for a pathway.
    ConsentRule { NotNeeded = "not-needed", AskFirst = "ask-first", Required = "required", TheirsAlone = "theirs-alone" }
    /// What a policy or an area can have a word of its own for; its text is the field below `terms.` in the profile schema.
    Term { Survivor = "survivor", PersonHoused = "person_housed", Home = "home", CaseSystem = "case_system" }
    /// When a pathway can be used.
    Open { AnyHour = "any-hour", OfficeHours = "office-hours", Local = "local" }
    /// By when, soonest first.
    Due {
        Now = "now", Immediately = "immediately", WithinShift = "within-shift", SameWorkingDay = "same-working-day",
        Hours24 = "24-hours", NextWorkingDay = "next-working-day", WorkingDays2 = "2-working-days",
        WithinAWeek = "within-a-week", WhenTheyChoose = "when-they-choose",
    }
    /// What the time limit of an area is counted in.
    Unit { Hours = "hours", WorkingDays = "working-days", Days = "days", Shift = "shift" }
    /// The ten domains of the indicators; the first five in the order of the gates are core.
    Domain {
        Fear = "F", Control = "K", History = "H", UseOfForce = "U", LifeSpace = "L", LastingHarm = "J",
        Presentation = "P", PracticalPower = "V", DangerToLife = "R", Witnesses = "T",
    }
    /// What an indicator may do in the gates.
    Strength { Strong = "strong", Moderate = "moderate", Support = "support", SetAside = "set-aside" }
    /// What becomes of a rule of the five documents.
    Treatment {
        Acted = "acted", Shown = "shown", Checklist = "checklist", Reference = "reference", SetAside = "set-aside",
    }
    /// The mark of a Dash item: serious-harm marker, aggravator, or context.
    Mark { A = "A", B = "B", C = "C" }
    /// How far a policy lets staff be in touch with the other person. Nobody ever confronts them.
    ContactMode {
        None = "none", SignpostOnly = "signpost-only", SupportWithinRemit = "support-within-remit",
        JointWorkOnIncidents = "joint-work-on-incidents",
    }
    /// How current a policy's source is, as shipped.
    Status { Current = "current", Undated = "undated", ReviewPassed = "review-passed" }
    /// The questions which must come before acting, in their order.
    Gate {
        DangerNow = "danger_now", PrivateNow = "private_now", ToldBy = "told_by", LimitsExplained = "limits_explained",
        WishAsked = "wish_asked", Children = "children", SafeContact = "safe_contact", Recency = "recency",
        Strangulation = "strangulation_within_4_weeks", RedFlags = "red_flags", SuicidalNow = "suicidal_now", HonourBased = "honour_based",
        FirearmAccess = "firearm_access", OrderBreached = "order_breached", PerpetratorAccess = "perpetrator_access", SurvivorIs = "survivor_is", SurvivorKnown = "survivor_known",
        SameWorker = "same_worker", WorkerRole = "worker_role",
    }
}

/// The sector's words, in the order of [`Term`].
pub const SECTOR: [&str; Term::ALL.len()] = ["survivor", "resident", "home", "file system"];

impl Gate {
    /// The input of the question that answers it.
    pub const fn input(self) -> Input {
        use ContextField as F;
        Input::Context(match self {
            Self::SurvivorIs => return Input::SurvivorIs,
            Self::DangerNow => F::DangerNow,
            Self::PrivateNow => F::PrivateNow,
            Self::ToldBy => F::ToldBy,
            Self::LimitsExplained => F::LimitsExplained,
            Self::WishAsked => F::WishAsked,
            Self::Children => F::Children,
            Self::SafeContact => F::SafeContact,
            Self::Recency => F::Recency,
            Self::Strangulation => F::StrangulationWithin4Weeks,
            Self::RedFlags => F::RedFlags,
            Self::SuicidalNow => F::SuicidalNow,
            Self::HonourBased => F::HonourBased,
            Self::FirearmAccess => F::FirearmAccess,
            Self::OrderBreached => F::OrderBreached,
            Self::PerpetratorAccess => F::PerpetratorAccess,
            Self::SurvivorKnown => F::SurvivorKnown,
            Self::SameWorker => F::SameWorker,
            Self::WorkerRole => F::WorkerRole,
        })
    }
}
