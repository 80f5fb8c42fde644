//! What the engine answers: plain data, in the shape of `waymark-assessment/1`.

use crate::case::ItemNumber;
use crate::case::vocabulary::*;
use crate::content::condition::Clear;
use crate::content::{Actor, CautionId, ConsentRule, Due, Gate, Open, Stance, Why};
use serde::Serialize;
use std::borrow::Cow;

crate::closed_set! {
    /// Why the work stops here first.
    Stop { DangerNow = "danger-now", NotPrivate = "not-private", PerpetratorAsked = "perpetrator-asked", SuicidalNow = "suicidal-now" }
    /// Whether the nation's definition covers these two people. "No" means another law and route, the same duty.
    InScope { Yes = "yes", No = "no", Unknown = "unknown" }
    /// Whether working out who is doing what to whom is needed.
    Needed { NotNeeded = "not-needed", Useful = "useful", Needed = "needed" }
    /// The outcome of the gates.
    Outcome { O1 = "O1", O2 = "O2", NotClear = "NC", O6 = "O6", O7 = "O7", O8 = "O8" }
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
    /// What a core domain came to.
    DomainState {
        One = "1", Two = "2", Mixed = "mixed", Contested = "contested", PartOne = "part-1", PartTwo = "part-2",
        None = "none", Unknown = "unknown",
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
    /// Whether to prompt for professional judgement.
    Prompt { None = "none", Prompt = "prompt", PromptPlus = "prompt-plus" }
    /// How PW-27 is offered.
    Mode { Full = "full", PractitionerLine = "practitioner-line" }
    /// What to do when the person to hand over to cannot be reached.
    IfUnavailable { OnCallThenEmergencyDuty = "on-call-then-emergency-duty" }
    /// The format of an assessment.
    AssessmentFormat { V1 = "waymark-assessment/1" }
}

/// What each core domain came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)] // the domains by their letters: fear, control, history, use of force, life space
pub struct Domains {
    pub f: DomainState,
    pub k: DomainState,
    pub h: DomainState,
    pub u: DomainState,
    pub l: DomainState,
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
    /// Whether it is reached or could be.
    pub reach: Option<Reach>,
    /// No item is blank.
    pub complete: bool,
    /// The routes met.
    pub routes: Vec<Route>,
    /// The routes that an unknown keeps open.
    pub routes_open: Vec<Route>,
    /// Whether to prompt for judgement.
    pub prompt: Prompt,
    /// Serious-harm markers answered yes.
    pub markers: Vec<ItemNumber>,
    /// Items to go back to, best first.
    pub revisit: Vec<ItemNumber>,
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
    /// When it can be used.
    pub open: Open,
    /// Only PW-27.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
}

/// A pathway a rule hid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Which.
    pub id: PathwayId,
    /// Why.
    pub why: Why,
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
    /// The facts behind it, for the screen.
    #[serde(skip)]
    pub because: Vec<Because>,
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
    /// Questions which must come before acting, in their order.
    pub unanswered_gate: Vec<Gate>,
}

impl Assessment {
    /// The pathway with this id, if it is shown.
    pub fn pathway(&self, id: PathwayId) -> Option<&ShownPathway> {
        self.pathways.iter().find(|pathway| pathway.id == id)
    }
    /// True when this caution is raised.
    pub fn warns(&self, id: CautionId) -> bool {
        self.cautions.iter().any(|caution| caution.id == id)
    }
}
