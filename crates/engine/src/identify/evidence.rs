//! Which answers are usable, how each is known, and which way each domain points.

use crate::assessment::*;
use waymark_case::identify::INDICATORS as COUNT;
use waymark_case::vocabulary::*;
use waymark_content::{Domain, INDICATORS, Strength};

/// The core domains in the order of the gates.
pub(super) const CORE: [Domain; 5] =
    [Domain::Fear, Domain::Control, Domain::History, Domain::UseOfForce, Domain::LifeSpace];

/// Indicators that one staff impression of one person cannot settle when the service sees only that person.
pub(super) const SEEN_ONLY: [IndicatorId; 8] = [
    IndicatorId::F1,
    IndicatorId::F2,
    IndicatorId::L1,
    IndicatorId::L2,
    IndicatorId::U1,
    IndicatorId::U2,
    IndicatorId::U3,
    IndicatorId::U4,
];

/// Admissions of conduct count; admissions of force do not, since survivors over-own their blows.
pub(super) const ADMISSIONS: [IndicatorId; 8] = [
    IndicatorId::K1,
    IndicatorId::K2,
    IndicatorId::K3,
    IndicatorId::K4,
    IndicatorId::H1,
    IndicatorId::H3,
    IndicatorId::L1,
    IndicatorId::L2,
];

/// How an answer is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    /// Observed, an agency's own knowledge, or a first-hand third party.
    Independent,
    /// The person named says so of their own conduct.
    Admitted,
    /// The other person says so, alone.
    Disclosed,
    /// Both people, apart, say there is nothing.
    BothDeny,
    /// Relayed only: kept, not counted.
    Relayed,
}

/// A usable answer with its grade.
#[derive(Clone, Copy)]
pub(super) struct Used {
    pub(super) who: Who,
    pub(super) sources: Set<Source>,
    pub(super) grade: Grade,
    pub(super) pattern: bool,
    /// The person named says that it is the other one.
    pub(super) contested: bool,
}

impl Used {
    pub(super) fn points_at(&self, person: Person) -> bool {
        self.who == as_who(person)
    }
}

/// What is needed of an answer to run the gates; copied out of the case so that one can be changed and run again.
#[derive(Clone, Copy, Default)]
pub(super) struct Plain {
    pub(super) who: Option<Who>,
    pub(super) sources: Set<Source>,
    pub(super) pattern: bool,
    pub(super) tainted: bool,
    pub(super) contested: bool,
}

pub(super) type Answers = [Plain; COUNT];

/// The flags of the gates, worked out once from the whole case.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) out_of_scope: bool,
    pub(super) other_controller: bool,
    pub(super) health: Option<Person>,
    pub(super) one_incident: bool,
    pub(super) both_seen_alone: bool,
    pub(super) harmed_voice: bool,
    pub(super) no_contact_with: Option<Person>,
    pub(super) formal_conflict: bool,
    pub(super) specialist: Option<SpecialistView>,
    pub(super) answers_disagree: bool,
}

/// One core domain, resolved.
#[derive(Clone, Copy)]
pub(super) struct Resolved {
    pub(super) state: DomainState,
    /// Indicators of the domain that support its person, as bits by place in the table.
    pub(super) support: u32,
    pub(super) contrary: bool,
    pub(super) contested: bool,
}

pub(super) fn as_who(person: Person) -> Who {
    match person {
        Person::One => Who::One,
        Person::Two => Who::Two,
    }
}

pub(super) fn as_person(who: Who) -> Option<Person> {
    match who {
        Who::One => Some(Person::One),
        Who::Two => Some(Person::Two),
        _ => None,
    }
}

pub(super) fn as_state(person: Person) -> DomainState {
    match person {
        Person::One => DomainState::One,
        Person::Two => DomainState::Two,
    }
}

pub(super) const PEOPLE: [Person; 2] = [Person::One, Person::Two];

pub(super) fn independent(sources: &Set<Source>) -> bool {
    sources.iter().any(|source| !source.is_account())
}

pub(super) fn is_core(id: IndicatorId) -> bool {
    CORE.contains(&INDICATORS[id.index()].domain) && strength(id) != Strength::SetAside
}

pub(super) fn strength(id: IndicatorId) -> Strength {
    INDICATORS[id.index()].strength
}

pub(super) fn core() -> impl Iterator<Item = IndicatorId> {
    IndicatorId::ALL.iter().copied().filter(|id| is_core(*id))
}

pub(super) fn grade(id: IndicatorId, who: Who, sources: &Set<Source>) -> Grade {
    if independent(sources) {
        return Grade::Independent;
    }
    if let Some(person) = as_person(who) {
        if sources.has(person.account()) && ADMISSIONS.contains(&id) {
            return Grade::Admitted;
        }
        if sources.has(person.other().account()) {
            return Grade::Disclosed;
        }
    }
    if who == Who::None && sources.has(Source::One) && sources.has(Source::Two) {
        return Grade::BothDeny;
    }
    Grade::Relayed
}

/// Step 0: what the service saw of one person only counts as that person's own account; tainted and unknown are dropped;
/// what each says of the other counts for one of them only where somebody independent says it too.
pub(super) fn usable(answers: &Answers, frame: &Frame) -> [Option<Used>; COUNT] {
    let mut used = [None; COUNT];
    for ((id, answer), place) in IndicatorId::ALL.iter().zip(answers).zip(&mut used) {
        let Some(who) = answer.who.filter(|who| !matches!(who, Who::NotKnown | Who::NotAsked)) else { continue };
        if answer.tainted {
            continue;
        }
        let mut sources = answer.sources;
        if let Some(away) = frame.no_contact_with
            && SEEN_ONLY.contains(id)
            && sources.has(Source::Observed)
        {
            sources.remove(Source::Observed);
            sources.insert(away.other().account());
        }
        *place = Some(match as_person(who).filter(|_| answer.contested) {
            // A complaint about the other is no admission: with nobody else to say so it counts for neither.
            Some(named) if !independent(&sources) => {
                sources.insert(named.account());
                Used { who: Who::Both, sources, grade: Grade::Disclosed, pattern: answer.pattern, contested: true }
            }
            named => Used {
                who,
                sources,
                grade: grade(*id, who, &sources),
                pattern: answer.pattern,
                contested: named.is_some(),
            },
        });
    }
    used
}

/// Step 1: one core domain.
pub(super) fn resolve(used: &[Option<Used>; COUNT], domain: Domain) -> Resolved {
    let (mut strong, mut moderate) = ([0_u32; 2], [false; 2]);
    let (mut mixed, mut contested, mut none) = (false, false, false);
    for (place, row) in INDICATORS.iter().enumerate() {
        if row.domain != domain || row.strength == Strength::SetAside {
            continue;
        }
        let Some(answer) = used[place] else { continue };
        contested |= answer.contested;
        match (answer.who, answer.grade) {
            (Who::One | Who::Two, Grade::Relayed) => {}
            (Who::One | Who::Two, _) => {
                let person = usize::from(answer.who == Who::Two);
                if row.strength == Strength::Strong && answer.pattern {
                    strong[person] |= 1 << place;
                } else {
                    moderate[person] = true;
                }
            }
            (Who::Both, Grade::Independent) => mixed = true,
            (Who::Both, _) => contested = true,
            (Who::None, Grade::Independent | Grade::BothDeny) => none = true,
            _ => {}
        }
    }
    let plain = |state| Resolved { state, support: 0, contrary: false, contested };
    if mixed || (strong[0] != 0 && strong[1] != 0) {
        return plain(DomainState::Mixed);
    }
    if let Some(person) = PEOPLE.into_iter().find(|person| strong[person.index()] != 0) {
        return Resolved {
            state: as_state(person),
            support: strong[person.index()],
            contrary: moderate[person.other().index()] || contested,
            contested,
        };
    }
    plain(match (moderate, contested, none) {
        ([true, true], _, _) => DomainState::Mixed,
        (_, true, _) => DomainState::Contested,
        ([true, false], _, _) => DomainState::PartOne,
        ([false, true], _, _) => DomainState::PartTwo,
        (_, _, true) => DomainState::None,
        _ => DomainState::Unknown,
    })
}

/// The five core domains, resolved, with the usable answers they came from.
pub(super) struct Resolution {
    pub(super) used: [Option<Used>; COUNT],
    pub(super) domains: [Resolved; 5],
}

impl Resolution {
    pub(super) fn of(answers: &Answers, frame: &Frame) -> Self {
        let used = usable(answers, frame);
        let domains = CORE.map(|domain| resolve(&used, domain));
        Self { used, domains }
    }
    pub(super) fn state(&self, domain: Domain) -> DomainState {
        CORE.iter().zip(&self.domains).find(|(core, _)| **core == domain).map_or(DomainState::Unknown, |(_, r)| r.state)
    }
    pub(super) fn pointing_at(&self, person: Person) -> impl Iterator<Item = (Domain, &Resolved)> {
        CORE.into_iter().zip(&self.domains).filter(move |(_, resolved)| resolved.state == as_state(person))
    }
    pub(super) fn count_for(&self, person: Person) -> usize {
        self.pointing_at(person).count()
    }
    pub(super) fn any_fear_or_control(&self, person: Person) -> bool {
        self.pointing_at(person).any(|(domain, _)| matches!(domain, Domain::Fear | Domain::Control))
    }
    pub(super) fn supporting(&self, resolved: &Resolved) -> impl Iterator<Item = &Used> {
        let bits = resolved.support;
        self.used
            .iter()
            .enumerate()
            .filter(move |(place, _)| bits & (1 << place) != 0)
            .filter_map(|(_, used)| used.as_ref())
    }
    pub(super) fn firm(&self, resolved: &Resolved) -> bool {
        self.supporting(resolved).any(|used| used.grade == Grade::Independent)
    }
    pub(super) fn answer(&self, id: IndicatorId) -> Option<&Used> {
        self.used[id.index()].as_ref()
    }
    pub(super) fn states(&self) -> impl Iterator<Item = DomainState> + '_ {
        self.domains.iter().map(|resolved| resolved.state)
    }
}
