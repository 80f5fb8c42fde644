//! Closed sets of values, each with the text that JSON, input names and screens use.
//!
//! Lives here: the sets a worker chooses from. Not here: what a value means for the outcome (engine) or how it reads
//! on screen (words). `build.rs` compiles this file too, so that a rule naming an unknown value stops the build.

/// A closed set: every member has one text, and nothing else is allowed.
pub trait Vocabulary: Copy + Eq + 'static {
    /// Every member, in the order of the contract.
    const ALL: &'static [Self];
    /// The texts of `ALL`, in the same order.
    const TEXTS: &'static [&'static str];
    /// The place of this member in `ALL`.
    fn index(self) -> usize;
    /// The text of this member.
    fn text(self) -> &'static str {
        Self::TEXTS.get(self.index()).copied().unwrap_or_default()
    }
    /// The member with this text, if there is one.
    fn from_text(text: &str) -> Option<Self> {
        let index = Self::TEXTS.iter().position(|known| *known == text)?;
        Self::ALL.get(index).copied()
    }
}

/// Makes a closed set: an enum whose members each have one text, read from and written to JSON as that text.
#[macro_export]
macro_rules! closed_set {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)] // the text beside each member says what it is
        pub enum $name { $($variant),+ }

        impl $crate::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const TEXTS: &'static [&'static str] = &[$($text),+];
            fn index(self) -> usize { self as usize }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::vocabulary::Vocabulary::text(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::vocabulary::one_of(from)
            }
        }
    )+};
}

/// Reads one member of a closed set.
///
/// # Errors
/// Anything else is an error that lists what is allowed.
pub fn one_of<'de, V: Vocabulary, D: serde::Deserializer<'de>>(from: D) -> Result<V, D::Error> {
    struct Member<V>(std::marker::PhantomData<V>);
    impl<V: Vocabulary> serde::de::Visitor<'_> for Member<V> {
        type Value = V;
        fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(out, "one of: {}", V::TEXTS.join(", "))
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<V, E> {
            V::from_text(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
        }
    }
    from.deserialize_str(Member(std::marker::PhantomData))
}

closed_set! {
    /// The only case format this program reads.
    CaseFormat { V1 = "waymark-case/1" }
    /// Yes, no, or not known. "Not asked" is the absence of an answer and never one of these.
    Known { Yes = "yes", No = "no", Unknown = "unknown" }
    /// Whose law applies.
    Nation { England = "england", Wales = "wales", Scotland = "scotland", NorthernIreland = "northern-ireland" }
    /// Can anyone hear or see? Only `No` stops the work.
    Private { Yes = "yes", No = "no", NotWithMe = "not-with-me", Unknown = "unknown" }
    /// How the worker knows.
    ToldBy { Survivor = "survivor", Seen = "seen", ThirdParty = "third-party", Perpetrator = "perpetrator", Agency = "agency", Unknown = "unknown" }
    /// How recent the abuse is.
    Recency { Ongoing = "ongoing", EndedUnder12m = "ended-under-12m", Historic = "historic", Unknown = "unknown" }
    /// Whether a way to be in touch has been agreed.
    SafeContact { Agreed = "agreed", NoneSafe = "none-safe", NotAsked = "not-asked" }
    /// Whom the service supports, as presented.
    Sees { Survivor = "survivor", Perpetrator = "perpetrator", Both = "both", Neither = "neither" }
    /// The worker's role; profiles say who may do what.
    WorkerRole { AnyStaff = "any-staff", CareTeam = "care-team", Volunteer = "volunteer", Contractor = "contractor", CaseTeam = "case-team", Manager = "manager", Champion = "champion", SafeguardingLead = "safeguarding-lead", Specialist = "specialist" }
    /// How the survivor can be reached.
    SurvivorReach { Direct = "direct", ThroughOther = "through-other", None = "none", Unknown = "unknown" }
    /// Whether the survivor has been asked what they want: the gate question.
    WishAsked { Yes = "yes", No = "no", Unsafe = "unsafe", CannotYet = "cannot-yet" }
    /// What the survivor wants.
    Wish { StayHome = "stay-home", StayTogether = "stay-together", Leave = "leave", Refuge = "refuge", PerpetratorOut = "perpetrator-out", Police = "police", NoPolice = "no-police", NoContact = "no-contact", Unsure = "unsure" }
    /// What the two people are to each other.
    Relationship { Partner = "partner", ExPartner = "ex-partner", Family = "family", AdultChild = "adult-child", CarerFamily = "carer-family", CarerPaid = "carer-paid", Other = "other", NotConnected = "not-connected", Unknown = "unknown" }
    /// The survivor's age band.
    SurvivorAge { Under16 = "under-16", From16To17 = "16-17", From18To59 = "18-59", SixtyPlus = "60-plus", Unknown = "unknown" }
    /// The other person's age band.
    PerpetratorAge { Under16 = "under-16", From16To17 = "16-17", EighteenPlus = "18-plus", Unknown = "unknown" }
    /// Children in the picture.
    Children { None = "none", InHome = "in-home", Linked = "linked", Unknown = "unknown" }
    /// What has happened to a child.
    ChildHarm { None = "none", SeesHears = "sees-hears", Threatened = "threatened", Hurt = "hurt", Unknown = "unknown" }
    /// Whose name the home is in.
    Tenure { SoleSurvivor = "sole-survivor", SolePerpetrator = "sole-perpetrator", Joint = "joint", Licence = "licence", Private = "private", Owner = "owner", None = "none", Unknown = "unknown" }
    /// Who the landlord is.
    Landlord { Council = "council", HousingAssociation = "housing-association", Private = "private", None = "none", Unknown = "unknown" }
    /// Whether the other person can get in.
    PerpetratorAccess { LivesIn = "lives-in", HasKeys = "has-keys", None = "none", Unknown = "unknown" }
    /// Whether there is somewhere to sleep.
    HomelessRisk { Tonight = "tonight", Yes = "yes", No = "no", Unknown = "unknown" }
    /// Whether immigration matters are used against them or worry them.
    Immigration { Secure = "secure", Insecure = "insecure", Unknown = "unknown" }
    /// Female genital mutilation.
    Fgm { None = "none", Adult = "adult", ChildRisk = "child-risk", ChildKnown = "child-known", Unknown = "unknown" }
    /// Sexual violence.
    SexualViolence { None = "none", Recent = "recent", Past = "past", Unknown = "unknown" }
    /// Hurt and not yet seen to. An emergency is the head, the neck, bleeding, a broken bone, a burn, something swallowed,
    /// or a blow to a pregnant belly.
    Injury { None = "none", NeedsCare = "needs-care", Emergency = "emergency", Unknown = "unknown" }
    /// Whether the other person is in custody.
    Custody { In = "in", ReleaseSoon = "release-soon", ReleasedRecently = "released-recently", No = "no", Unknown = "unknown" }
    /// Orders and conditions in force.
    Order { Dvpn = "dvpn", Dvpo = "dvpo", Dapn = "dapn", Dapo = "dapo", NonMolestation = "non-molestation", Occupation = "occupation", Spo = "spo", Restraining = "restraining", Bail = "bail", Licence = "licence", Other = "other" }
    /// Whether the survivor agreed.
    Consent { Given = "given", Refused = "refused", NotAsked = "not-asked", UnsafeToAsk = "unsafe-to-ask" }
    /// An earlier Dash, and whose.
    ExistingDash { None = "none", Own = "own", OtherAgency = "other-agency" }
    /// Which form the earlier Dash used. Only the 24-item count can feed the count here.
    DashForm { Safelives24 = "safelives-24", Police27 = "police-27", YoungPeople = "young-people", Other = "other", Unknown = "unknown" }
    /// An earlier MARAC in the last 12 months.
    MaracLast12m { SamePair = "same-pair", OtherPair = "other-pair", No = "no", Unknown = "unknown" }
    /// Which abuse since MARAC makes a repeat.
    RepeatRule { AnyAbuse = "any-abuse", CriminalOnly = "criminal-only" }
    /// Whether domestic abuse protection orders are available locally.
    DapoArea { Yes = "yes", No = "no", Unknown = "unknown" }

    /// One of the two people. Neither number nor order may change a result.
    Person { One = "1", Two = "2" }
    /// Who looks like the one using power, as answered.
    Who { One = "1", Two = "2", Both = "both", None = "none", NotKnown = "not-known", NotAsked = "not-asked" }
    /// Where an answer comes from: observed, agency, first-hand third party, or said alone by person 1 or 2.
    Source { Observed = "O", Agency = "G", ThirdParty = "T", One = "1", Two = "2" }
    /// How often it happened.
    HowOften { Once = "once", Repeated = "repeated", Ongoing = "ongoing" }
    /// What a specialist thinks of the identification.
    SpecialistView { Agrees = "agrees", Differs = "differs" }
    /// Which of the two people is the survivor of the Dash and the pathways.
    SurvivorIs { One = "1", Two = "2", NotSaid = "not-said" }
    /// The worker's own judgement of who uses power.
    JudgedPerson { One = "1", Two = "2", Unclear = "unclear" }
    /// The 26 indicators.
    IndicatorId {
        F1 = "F1", F2 = "F2", K1 = "K1", K2 = "K2", K3 = "K3", K4 = "K4", H1 = "H1", H2 = "H2", H3 = "H3",
        U1 = "U1", U2 = "U2", U3 = "U3", U4 = "U4", L1 = "L1", L2 = "L2", J1 = "J1", J2 = "J2",
        P1 = "P1", P2 = "P2", P3 = "P3", P4 = "P4", V1 = "V1", V2 = "V2", R1 = "R1", R2 = "R2", T1 = "T1",
    }
    /// Tick-box flags of the identification.
    Flag { OutOfScope = "out_of_scope", OtherController = "other_controller", OneIncident = "one_incident", BothSeenAlone = "both_seen_alone", HarmedVoice = "harmed_voice", FormalConflict = "formal_conflict" }

    /// Who the Dash was done with.
    DashWith { Survivor = "survivor", Information = "information", Perpetrator = "perpetrator" }
    /// Who could hear while it was done.
    Heard { Alone = "alone", WithOthers = "with-others", FamilyInterpreter = "family-interpreter", Unknown = "unknown" }
    /// An answer to a Dash item. "Not asked" is its absence.
    ItemAnswer { Yes = "yes", No = "no", DontKnow = "dk" }
    /// The worker's professional judgement of the danger.
    Judgement { High = "high", Medium = "medium", Standard = "standard", None = "none" }

    /// What the worker decided about a pathway.
    Decision { Do = "do", Done = "done", NotNow = "not-now", Declined = "declined" }
    /// The pathways of the catalogue, in catalogue order.
    PathwayId {
        EmergencyCall = "PW-01", SilentCall = "PW-02", PoliceReport = "PW-03", OrderBreach = "PW-04", MedicalCheck = "PW-05", MaracReferral = "PW-06", Idva = "PW-07",
        SexualViolence = "PW-08", Mappa = "PW-09", PolicePanel = "PW-10", ProtectionNotice = "PW-11", ProtectionOrder = "PW-12", ClaresLaw = "PW-13", CourtOrder = "PW-14",
        StalkingOrder = "PW-15", ChildProtection = "PW-16", Encompass = "PW-17", AdultSafeguarding = "PW-18", CareRegulator = "PW-19", Homelessness = "PW-20", TenancyRights = "PW-21",
        JointTenancy = "PW-22", ManagementMove = "PW-23", StayPut = "PW-24", Refuge = "PW-25", PerpetratorHousing = "PW-26", PerpetratorProgramme = "PW-27", CoupleHousing = "PW-27a",
        IntensiveWork = "PW-28", HonourBasedAbuse = "PW-29", ForcedMarriage = "PW-30", Fgm = "PW-31", Immigration = "PW-32", MoneyAndDebt = "PW-33", Pets = "PW-34",
        ByAndFor = "PW-35", OlderPeople = "PW-36", SuicideAndCrisis = "PW-37", Colleague = "PW-38", Under18 = "PW-39", Prevent = "PW-40", ModernSlavery = "PW-41",
        SafetyPlan = "PW-42", KeepApart = "PW-43",
    }
    /// A part of the safety plan.
    PlanPart { Staying = "staying", Leaving = "leaving", After = "after", Children = "children", Phone = "phone", Work = "work", Pets = "pets", Money = "money", Documents = "documents", Contact = "contact", Tonight = "tonight" }
    /// Who something is shared with.
    ShareWith { Police = "police", Marac = "marac", Idva = "idva", Children = "children", Adults = "adults", Health = "health", Council = "council", Landlord = "landlord", Other = "other" }
    /// What a share is for.
    SharePurpose { Support = "support", Safeguarding = "safeguarding", Police = "police", SafetyPlan = "safety-plan", Housing = "housing" }
    /// Whether consent was asked, or whether the survivor was told.
    AskedOrTold { Yes = "yes", No = "no", Unsafe = "unsafe" }
    /// Why something was not asked.
    NotAskedBecause { Unsafe = "unsafe", NoTime = "no-time", TooDistressed = "too-distressed", TheyStopped = "they-stopped", NotMyRole = "not-my-role", Other = "other" }
    /// The survivor's answer to a share.
    ShareAnswer { Given = "given", Refused = "refused", None = "none" }
}

impl Person {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::One => Self::Two,
            Self::Two => Self::One,
        }
    }
    /// The source that is this person's own account.
    #[must_use]
    pub fn account(self) -> Source {
        match self {
            Self::One => Source::One,
            Self::Two => Source::Two,
        }
    }
}

impl Source {
    /// True of what one of the two people said; all else is independent of them.
    #[must_use]
    pub fn is_account(self) -> bool {
        matches!(self, Self::One | Self::Two)
    }
}

impl SurvivorIs {
    /// The person, where it is said.
    #[must_use]
    pub fn person(self) -> Option<Person> {
        match self {
            Self::One => Some(Person::One),
            Self::Two => Some(Person::Two),
            Self::NotSaid => None,
        }
    }
}

/// A set of members of one closed set; order does not matter, nothing is in it twice.
#[derive(Debug)]
pub struct Set<V> {
    bits: u16,
    of: std::marker::PhantomData<V>,
}

impl<V> Clone for Set<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Set<V> {}
impl<V> PartialEq for Set<V> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<V> Eq for Set<V> {}
impl<V> Default for Set<V> {
    fn default() -> Self {
        Self { bits: 0, of: std::marker::PhantomData }
    }
}

impl<V: Vocabulary> Set<V> {
    /// True when nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.bits == 0
    }
    /// The members as bits, each by its place in the vocabulary.
    pub fn bits(&self) -> u16 {
        self.bits
    }
    /// True when `member` is in the set.
    pub fn has(&self, member: V) -> bool {
        self.bits & (1 << member.index()) != 0
    }
    /// Puts `member` in; false when it was in already.
    pub fn insert(&mut self, member: V) -> bool {
        let new = !self.has(member);
        self.bits |= 1 << member.index();
        new
    }
    /// Takes `member` out.
    pub fn remove(&mut self, member: V) {
        self.bits &= !(1 << member.index());
    }
    /// How many members.
    pub fn len(&self) -> usize {
        self.bits.count_ones() as usize
    }
    /// The members of either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, ..self }
    }
    /// The members, in the order of the closed set.
    pub fn iter(&self) -> impl Iterator<Item = V> + '_ {
        V::ALL.iter().copied().filter(|member| self.has(*member))
    }
}

impl<V: Vocabulary> FromIterator<V> for Set<V> {
    fn from_iter<I: IntoIterator<Item = V>>(members: I) -> Self {
        let mut set = Self::default();
        for member in members {
            set.insert(member);
        }
        set
    }
}

impl<V: Vocabulary + serde::Serialize> serde::Serialize for Set<V> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}
