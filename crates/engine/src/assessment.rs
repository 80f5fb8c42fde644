//! What the engine answers: plain data, in the shape of `waymark-assessment/1`.

pub use crate::domains::{DomainState, Domains};
use serde::Serialize;
use std::borrow::Cow;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, ItemNumber};
use waymark_content::condition::Clear;
use waymark_content::profile::ContactId;
use waymark_content::profile::{LocalService, TimeLimit, Within};
use waymark_content::words::fill;
use waymark_content::{Actor, CautionId, ConsentRule, Due, Gate, Open, Stance, WhyWithheld};

waymark_case::closed_set! {
    /// Why the work stops here first.
    Stop {
        DangerNow = "danger-now", EmergencySigns = "emergency-signs", SuicidalNow = "suicidal-now", ChildNow = "child-now",
        NotPrivate = "not-private", PerpetratorAsked = "perpetrator-asked",
    }
    /// Whether the nation's definition covers these two people. "No" means another law and route, the same duty.
    InScope { Yes = "yes", No = "no", Unknown = "unknown" }
    /// Whether working out who is doing what to whom is needed.
    Needed { NotNeeded = "not-needed", Useful = "useful", Needed = "needed" }
    /// The outcome of the gates.
    Outcome {
        Clear = "O1", Probable = "O2", NotClear = "NC", NoControlFound = "O6", HealthFirst = "O7", OutOfScope = "O8",
    }
    /// How a result is headed, on a screen and on paper. "Provisional" is a person named while core questions are unasked;
    /// "reversed" is the person named whom the service supports as the survivor.
    Head {
        NotStarted = "not-started", OneAccount = "one-account-nothing-against", NotClear = "not-clear",
        Provisional = "provisional", Probable = "probable", Clear = "clear", Reversed = "reversed",
        NoControlFound = "no-control-found", PauseHealth = "pause-health", OutOfScope = "out-of-scope",
    }
    /// When to look at a result again: each is a sentence of the words.
    Review {
        Named = "O1", Leaning = "O2", NoControl = "O6", NotClearDanger = "NC_danger", NotClear = "NC", Other = "other",
    }
    /// Why an answer is kept and counts nowhere.
    NotCounted {
        Tainted = "tainted", Support = "support", Relayed = "relayed", Disputed = "disputed", OneNo = "one-no", Own = "own",
    }
    /// How sure, in words only.
    Band { Higher = "higher", Moderate = "moderate", Low = "low", None = "none" }
    /// Why the outcome is what it is.
    Reason {
        OutOfScope = "OUT_OF_SCOPE", SomeoneElse = "SOMEONE_ELSE", HealthOrCapacity = "HEALTH_OR_CAPACITY",
        BothWays = "BOTH_WAYS", OneAccount = "ONE_ACCOUNT", OneIncident = "ONE_INCIDENT", TooLittle = "TOO_LITTLE",
        Contested = "CONTESTED", TooWeak = "TOO_WEAK", SpecialistDiffers = "SPECIALIST_DIFFERS",
        NothingIndependent = "NOTHING_INDEPENDENT", AnswersDisagree = "ANSWERS_DISAGREE",
        OneContraryDomain = "ONE_CONTRARY_DOMAIN", ControlNotAsked = "CONTROL_NOT_ASKED", SomeoneElseToo = "SOMEONE_ELSE_TOO",
    }
    /// What holds the band down.
    Cap {
        FewDomains = "few-domains", OneKindOfSource = "one-kind-of-source", ContestedOrContrary = "contested-or-contrary",
        SupportingSignAgainst = "supporting-sign-against", ForceMixed = "force-mixed",
        HarmedNotHeardAlone = "harmed-not-heard-alone", NoContact = "no-contact", BothNotSeenAlone = "both-not-seen-alone",
        FormalRecordAgainst = "formal-record-against", RestsOnOneAnswer = "rests-on-one-answer",
    }
    /// What is known of force by the person harmed.
    ForceLine { NoneKnown = "none-known", Protective = "protective", Unclear = "unclear", NotKnown = "not-known" }
    /// Who may complete the Dash.
    WhoMay { ThisWorker = "this-worker", HandOff = "hand-off" }
    /// Whether to ask again where a Dash exists.
    Repeat { Ask = "ask", Reuse = "reuse", NotNeeded = "not-needed" }
    /// Whether the count reaches the local line.
    Reach { Met = "met", Possible = "possible", NotOnTheseAnswers = "not-on-these-answers" }
    /// The four routes to MARAC: count, escalation, repeat, judgement.
    Route { R1 = "R1", R2 = "R2", R3 = "R3", R4 = "R4" }
    /// What can be said of a route. Not asked and not known never make it "not met".
    RouteState { Met = "met", NotMet = "not-met", Open = "open", NotAssessed = "not-assessed" }
    /// Whether to prompt for professional judgement.
    Prompt { None = "none", Prompt = "prompt", PromptPlus = "prompt-plus" }
    /// How PW-27 is offered.
    Mode { Full = "full", PractitionerLine = "practitioner-line" }
    /// What to do when the person to hand over to cannot be reached.
    IfUnavailable { OnCallThenEmergencyDuty = "on-call-then-emergency-duty" }
    /// The format of an assessment.
    AssessmentFormat { V1 = "waymark-assessment/1" }
}

/// An answer that is kept and counts nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Which.
    pub id: IndicatorId,
    /// Why.
    pub why: NotCounted,
}

/// Who is doing what to whom: the outcome and everything it rests on. Lists are in the order of the indicator table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Identification {
    /// Whether this needs working out.
    pub needed: Needed,
    /// The outcome; `None` when not started.
    pub outcome: Option<Outcome>,
    /// The person named or leaned towards as using power.
    pub person: Option<Person>,
    /// How sure.
    pub band: Band,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What each core domain came to.
    pub domains: Domains,
    /// What is known of force by the person harmed; only with O1.
    pub force_line: Option<ForceLine>,
    /// Answers that shape a domain.
    pub counted: Vec<IndicatorId>,
    /// Answers that point the other way.
    pub contrary: Vec<IndicatorId>,
    /// Indicators with no usable answer.
    pub unknown: Vec<IndicatorId>,
    /// Answers kept and never counted.
    pub set_aside: Vec<IndicatorId>,
    /// Answers that say something and stand in none of these lists.
    pub kept: Vec<Kept>,
    /// Danger signs, tainted or not: shown first.
    pub danger: Vec<IndicatorId>,
    /// Answers whose removal would change outcome or person.
    pub rests_on: Vec<IndicatorId>,
    /// What holds the band down.
    pub caps: Vec<Cap>,
    /// Core indicators not asked.
    pub unasked_core: Vec<IndicatorId>,
    /// Unanswered questions that could change the outcome, most useful first.
    pub would_change: Vec<IndicatorId>,
    /// How sure about survivor and other person together.
    pub clear: Clear,
    /// How the result is headed.
    pub head: Head,
    /// When to look at it again; `None` when not started.
    pub review: Option<Review>,
}

/// What can be said of each route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub struct RoutesState {
    /// The count.
    pub r1: RouteState,
    /// Several incidents.
    pub r2: RouteState,
    /// A repeat after MARAC.
    pub r3: RouteState,
    /// Professional judgement.
    pub r4: RouteState,
}

impl RoutesState {
    /// What can be said of one route.
    pub fn of(&self, route: Route) -> RouteState {
        match route {
            Route::R1 => self.r1,
            Route::R2 => self.r2,
            Route::R3 => self.r3,
            Route::R4 => self.r4,
        }
    }
}

/// The Dash sheet as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DashResult {
    /// Whether a total may be given.
    pub valid: bool,
    /// Who may complete it here.
    pub who_may: WhoMay,
    /// Whether to ask again.
    pub repeat: Repeat,
    /// Yes answers; `None` when not valid.
    pub yes: Option<u8>,
    /// No answers.
    pub no: u8,
    /// Don't-know answers.
    pub dk: u8,
    /// Items not asked.
    pub blank: u8,
    /// The lowest the count can be.
    pub lowest: Option<u8>,
    /// The highest the count can still be.
    pub highest: Option<u8>,
    /// The local line.
    pub threshold: u16,
    /// The line that the policy itself names, if it names one.
    pub policy_line: Option<u16>,
    /// Whether it is reached or could be.
    pub reach: Option<Reach>,
    /// No item is blank.
    pub complete: bool,
    /// The routes met.
    pub routes: Vec<Route>,
    /// The routes that an unknown keeps open.
    pub routes_open: Vec<Route>,
    /// What can be said of each route.
    pub routes_state: RoutesState,
    /// How many incidents meet route 2 here.
    pub events: u16,
    /// The period in which they are counted, in months.
    pub months: u16,
    /// An earlier Dash older than this many months is asked again.
    pub fresh_months: u16,
    /// Whether to prompt for judgement.
    pub prompt: Prompt,
    /// Serious-harm markers answered yes.
    pub markers: Vec<ItemNumber>,
    /// Items to go back to, best first.
    pub revisit: Vec<ItemNumber>,
}

impl DashResult {
    /// A sentence with the periods in force put in: `{months}` in which events are counted, `{fresh}` for which an
    /// earlier Dash stands.
    pub fn periods(&self, sentence: &str) -> String {
        fill(sentence, &[("months", &self.months.to_string()), ("fresh", &self.fresh_months.to_string())])
    }
}

/// A fact that fired a rule: a path of the case or of the assessment, and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Because {
    /// The path.
    pub fact: &'static str,
    /// The value.
    pub value: Cow<'static, str>,
}

/// A pathway shown, with everything that put it there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownPathway {
    /// Which.
    pub id: PathwayId,
    /// 0 (before anything else) to 4 (planned with the survivor).
    pub priority: u8,
    /// How firmly.
    pub stance: Stance,
    /// The rows that show it.
    pub triggers: Vec<&'static str>,
    /// The facts that fired them.
    pub because: Vec<Because>,
    /// The rules it rests on.
    pub rules: Vec<Cow<'static, str>>,
    /// Who acts.
    pub who: Actor,
    /// How consent works.
    pub consent: ConsentRule,
    /// By when.
    pub due: Due,
    /// The area's own time limit, where it is sooner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<TimeLimit>,
    /// When it can be used.
    pub open: Open,
    /// Only PW-27.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
}

impl ShownPathway {
    /// By when, with the area's own time limit where that is sooner.
    pub fn within(&self) -> Within {
        self.limit.map_or(Within::Named(self.due), Within::Own)
    }
}

/// A pathway a rule hid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Which.
    pub id: PathwayId,
    /// Why.
    pub why: WhyWithheld,
    /// What to turn to instead, with kinds (`pathway:PW-42`).
    pub instead: Vec<String>,
    /// The facts behind it, for the screen.
    #[serde(skip)]
    pub because: Vec<Because>,
}

/// A caution, with the rules it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// Which.
    pub id: CautionId,
    /// The rules.
    pub rules: Vec<Cow<'static, str>>,
    /// The facts behind it, for the screen.
    #[serde(skip)]
    pub because: Vec<Because>,
}

/// To whom this worker hands the Dash over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Handoff {
    /// To whom.
    pub to: Vec<WorkerRole>,
    /// The rules.
    pub rules: Vec<Cow<'static, str>>,
    /// When they cannot be reached.
    pub if_unavailable: IfUnavailable,
    /// May wait until they can be reached; false when any danger sign is present.
    pub waits: bool,
    /// The policy does not say so itself: it is read across from its other rules, and whoever is told of it is told that.
    #[serde(skip)]
    pub read_across: bool,
    /// The facts behind it, for the screen.
    #[serde(skip)]
    pub because: Vec<Because>,
}

/// Who refers to MARAC under the policy and the area's own values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Referrers {
    /// Their roles; `any-staff` for anyone trained, none where nothing says who.
    pub roles: Vec<WorkerRole>,
    /// The rules that say so.
    pub rules: Vec<Cow<'static, str>>,
    /// The policy does not say so itself: it is read across from its other rules.
    #[serde(skip)]
    pub read_across: bool,
}

impl Referrers {
    /// True when a worker in this role refers themself.
    pub fn include(&self, role: Option<WorkerRole>) -> bool {
        self.roles.contains(&WorkerRole::AnyStaff) || role.is_some_and(|role| self.roles.contains(&role))
    }
}

/// One assessment: what follows from a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// Always [`AssessmentFormat::V1`].
    pub format: AssessmentFormat,
    /// The profile in use.
    pub profile: String,
    /// The program's version.
    pub engine: &'static str,
    /// The content's version.
    pub content: &'static str,
    /// What stops the work first, if anything.
    pub stop: Option<Stop>,
    /// Whether the nation's definition covers these two people.
    pub in_scope: InScope,
    /// The recipes that hold, by rank: situations with words and an order of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipes: Vec<&'static str>,
    /// Who is doing what to whom.
    pub identify: Identification,
    /// The Dash.
    pub dash: DashResult,
    /// The pathways, by priority, then catalogue order.
    pub pathways: Vec<ShownPathway>,
    /// What a rule hid, and which.
    pub withheld: Vec<Withheld>,
    /// What to take care of.
    pub cautions: Vec<Caution>,
    /// To whom the Dash is handed over, if this worker may not complete it.
    pub handoff: Option<Handoff>,
    /// Who refers to MARAC here.
    pub referrers: Referrers,
    /// Every possible crime is reported to the police here.
    pub police_always: bool,
    /// The local services of the area, each as the area says how to reach it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<LocalService>,
    /// Questions which must come before acting, in their order.
    pub unanswered_gate: Vec<Gate>,
    /// Questions about the situation, not asked and no gate, whose answer would change what stands at priority 0 or 1 or
    /// stop the work; the one with the most such answers first.
    pub ask_next: Vec<ContextField>,
}

impl Assessment {
    /// The pathway with this id, if it is shown.
    pub fn pathway(&self, id: PathwayId) -> Option<&ShownPathway> {
        self.pathways.iter().find(|pathway| pathway.id == id)
    }
    /// These of the area's services, each once, in the order given.
    pub fn services<'a>(&'a self, ids: &'a [ContactId]) -> impl Iterator<Item = &'a LocalService> {
        let first = |(place, id): &(usize, &ContactId)| !ids[..*place].contains(id);
        let known = |(_, id): (usize, &ContactId)| self.services.iter().find(|service| service.id == *id);
        ids.iter().enumerate().filter(first).filter_map(known)
    }
    /// True when this caution is raised.
    pub fn warns(&self, id: CautionId) -> bool {
        self.cautions.iter().any(|caution| caution.id == id)
    }
}
