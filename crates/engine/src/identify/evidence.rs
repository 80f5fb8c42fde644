//! Which answers are usable, how each is known, and which way each domain points.

use crate::assessment::*;
use waymark_case::identify::INDICATORS as COUNT;
use waymark_case::vocabulary::*;
use waymark_content::{Domain, INDICATORS, Indicator, Strength};

/// The core domains in the order of the gates, which is also that of the closed set: they stand first in it.
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
#[derive(Clone, Copy, PartialEq)]
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
#[derive(Clone, Copy, Default)]
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
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Resolved {
    pub(super) state: DomainState,
    /// Indicators of the domain that support its person, as bits by place in the table.
    pub(super) support: u32,
    /// Where its usable answers come from.
    pub(super) origins: Set<Source>,
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

pub(super) fn is_core(row: &Indicator) -> bool {
    row.domain.index() < CORE.len() && row.strength != Strength::SetAside
}

pub(super) fn strength(id: IndicatorId) -> Strength {
    INDICATORS[id.index()].strength
}

pub(super) fn core() -> impl Iterator<Item = IndicatorId> {
    INDICATORS.iter().filter(|row| is_core(row)).map(|row| row.id)
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
pub(super) fn usable(id: IndicatorId, answer: &Plain, frame: &Frame) -> Option<Used> {
    let who = answer.who.filter(|who| !answer.tainted && !matches!(who, Who::NotKnown | Who::NotAsked))?;
    let mut sources = answer.sources;
    if let Some(away) = frame.no_contact_with
        && SEEN_ONLY.contains(&id)
        && sources.has(Source::Observed)
    {
        sources.remove(Source::Observed);
        sources.insert(away.other().account());
    }
    let named = as_person(who).filter(|_| answer.contested);
    let pattern = answer.pattern;
    Some(match named {
        // A complaint about the other is no admission: with nobody else to say so it counts for neither.
        Some(named) if !independent(&sources) => {
            sources.insert(named.account());
            Used { who: Who::Both, sources, grade: Grade::Disclosed, pattern, contested: true }
        }
        named => Used { who, sources, grade: grade(id, who, &sources), pattern, contested: named.is_some() },
    })
}

/// Step 1: one core domain.
pub(super) fn resolve(used: &[Option<Used>; COUNT], domain: Domain) -> Resolved {
    let (mut strong, mut moderate) = ([0_u32; 2], [false; 2]);
    let (mut mixed, mut contested, mut none) = (false, false, false);
    let mut origins = Set::default();
    for (place, row) in INDICATORS.iter().enumerate() {
        if row.domain != domain || row.strength == Strength::SetAside {
            continue;
        }
        let Some(answer) = used[place] else { continue };
        contested |= answer.contested;
        origins = origins.union(answer.sources);
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
    let plain = |state| Resolved { state, support: 0, origins, contrary: false, contested };
    if mixed || (strong[0] != 0 && strong[1] != 0) {
        return plain(DomainState::Mixed);
    }
    if let Some(person) = PEOPLE.into_iter().find(|person| strong[person.index()] != 0) {
        return Resolved {
            state: as_state(person),
            support: strong[person.index()],
            origins,
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

/// The answers, those of them that are usable, and the five core domains they come to.
#[derive(Clone, Copy)]
pub(super) struct Resolution {
    pub(super) answers: Answers,
    pub(super) used: [Option<Used>; COUNT],
    pub(super) domains: [Resolved; 5],
}

impl Resolution {
    pub(super) fn of(answers: Answers, frame: &Frame) -> Self {
        let mut used = [None; COUNT];
        for ((id, answer), place) in IndicatorId::ALL.iter().zip(&answers).zip(&mut used) {
            *place = usable(*id, answer, frame);
        }
        Self { answers, used, domains: CORE.map(|domain| resolve(&used, domain)) }
    }
    /// The same with another answer to one indicator: only its own domain is resolved again.
    pub(super) fn with(&self, id: IndicatorId, answer: Plain, frame: &Frame) -> Self {
        let mut other = *self;
        other.answers[id.index()] = answer;
        other.used[id.index()] = usable(id, &answer, frame);
        let domain = INDICATORS[id.index()].domain;
        if let Some(resolved) = other.domains.get_mut(domain.index()) {
            *resolved = resolve(&other.used, domain);
        }
        other
    }
    pub(super) fn state(&self, domain: Domain) -> DomainState {
        self.domains.get(domain.index()).map_or(DomainState::Unknown, |resolved| resolved.state)
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
        let mut left = resolved.support;
        std::iter::from_fn(move || {
            let place = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            self.used.get(place)?.as_ref()
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_core_domain_stands_at_its_place_in_the_closed_set() {
        assert_eq!(Domain::ALL[..CORE.len()], CORE);
    }

    #[test]
    fn an_answer_put_in_alone_is_resolved_as_all_are() {
        let frame = Frame { no_contact_with: Some(Person::Two), ..Frame::default() };
        let mut seen = Resolution::of([Plain::default(); COUNT], &frame);
        let all_who = Who::ALL.iter().cycle();
        let all_sources = [Source::Agency, Source::Observed, Source::One, Source::Two].into_iter().cycle();
        let rounds = IndicatorId::ALL.iter().cycle().take(5 * COUNT);
        for (step, ((id, who), source)) in rounds.zip(all_who).zip(all_sources).enumerate() {
            let answer = Plain {
                who: Some(*who),
                sources: Set::from_iter([source]),
                pattern: step % 2 == 0,
                tainted: step % 11 == 0,
                contested: step % 3 == 0,
            };
            seen = seen.with(*id, answer, &frame);
            let afresh = Resolution::of(seen.answers, &frame);
            assert!(seen.used == afresh.used && seen.domains == afresh.domains, "{} at step {step}", id.text());
        }
    }
}
