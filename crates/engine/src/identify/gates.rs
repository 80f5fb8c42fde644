//! The gates: from the evidence to an outcome, with the reasons for a refusal.

use super::evidence::*;
use crate::assessment::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::{Domain, INDICATORS, Strength};

/// What the gates came to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    pub(super) person: Option<Person>,
    pub(super) reasons: Reasons,
}

impl Verdict {
    pub(super) fn of(outcome: Outcome, person: Option<Person>, reasons: &[Reason]) -> Self {
        Self { outcome, person, reasons: reasons.iter().copied().collect() }
    }
    pub(super) fn not_clear(reasons: Reasons) -> Self {
        Self { outcome: Outcome::NotClear, person: None, reasons }
    }
    pub(super) fn same_answer(&self, other: &Self) -> bool {
        (self.outcome, self.person) == (other.outcome, other.person)
    }
}

/// Reasons in the order they were given; each once.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reasons {
    pub(super) list: [Option<Reason>; 6],
}

impl Reasons {
    pub(super) fn push(&mut self, reason: Reason) {
        if !self.has(reason)
            && let Some(place) = self.list.iter_mut().find(|place| place.is_none())
        {
            *place = Some(reason);
        }
    }
    pub(super) fn is_empty(&self) -> bool {
        self.list[0].is_none()
    }
    pub(super) fn has(&self, reason: Reason) -> bool {
        self.list.contains(&Some(reason))
    }
    pub(super) fn to_vec(self) -> Vec<Reason> {
        self.list.into_iter().flatten().listed()
    }
}

impl FromIterator<Reason> for Reasons {
    fn from_iter<I: IntoIterator<Item = Reason>>(reasons: I) -> Self {
        let mut list = Self::default();
        for reason in reasons {
            list.push(reason);
        }
        list
    }
}

/// The outcome with the flags that stand over it.
pub(super) fn outcome(seen: &Resolution, frame: &Frame) -> Verdict {
    if frame.out_of_scope {
        return Verdict::of(Outcome::OutOfScope, None, &[Reason::OutOfScope]);
    }
    let pair = pair(seen, frame);
    if !frame.other_controller {
        return pair;
    }
    if matches!(pair.outcome, Outcome::Clear | Outcome::Probable) {
        let mut reasons = pair.reasons;
        reasons.push(Reason::SomeoneElseToo);
        return Verdict { reasons, ..pair };
    }
    Verdict::of(Outcome::OutOfScope, None, &[Reason::SomeoneElse])
}

/// The outcome between the two people.
pub(super) fn pair(seen: &Resolution, frame: &Frame) -> Verdict {
    let differs = frame.specialist == Some(SpecialistView::Differs);
    let specialist_differs = || Verdict::of(Outcome::NotClear, None, &[Reason::SpecialistDiffers]);
    if let Some(verdict) = health_pause(seen, frame) {
        return verdict;
    }
    let (refusals, lead) = refusals(seen, frame);
    if !refusals.is_empty() {
        return Verdict::not_clear(refusals);
    }
    if let Some(lead) = lead {
        return if differs {
            specialist_differs()
        } else {
            Verdict::of(Outcome::Probable, Some(lead), &[Reason::OneContraryDomain])
        };
    }
    for person in PEOPLE {
        if let Some(verdict) = name_or_lean(seen, person, frame) {
            let named = matches!(verdict.outcome, Outcome::Clear | Outcome::Probable);
            return if named && differs { specialist_differs() } else { verdict };
        }
    }
    if no_control_found(seen, frame) {
        return if frame.answers_disagree {
            Verdict::of(Outcome::NotClear, None, &[Reason::AnswersDisagree])
        } else if differs {
            specialist_differs()
        } else {
            Verdict::of(Outcome::NoControlFound, None, &[])
        };
    }
    Verdict::of(Outcome::NotClear, None, &[Reason::TooWeak])
}

/// A pause for health or capacity, only where control was looked at and nothing points at the other person.
pub(super) fn health_pause(seen: &Resolution, frame: &Frame) -> Option<Verdict> {
    let ill = frame.health?;
    let well = ill.other();
    let danger = [IndicatorId::R1, IndicatorId::R2]
        .iter()
        .any(|id| seen.answers[id.index()].who.is_some_and(|who| who == as_who(well) || who == Who::Both));
    let control = seen.state(Domain::Control);
    let looked_at = !matches!(control, DomainState::Unknown | DomainState::Contested) && control != as_state(ill);
    (looked_at && seen.count_for(well) == 0 && !danger)
        .then(|| Verdict::of(Outcome::HealthFirst, None, &[Reason::HealthOrCapacity]))
}

/// Reasons to refuse a name, and the person who leads in spite of one contrary domain.
pub(super) fn refusals(seen: &Resolution, frame: &Frame) -> (Reasons, Option<Person>) {
    let mut why = Reasons::default();
    let mut lead = None;
    let mixed = seen.states().filter(|state| *state == DomainState::Mixed).count();
    if PEOPLE.iter().all(|person| seen.count_for(*person) > 0) {
        let big = if seen.count_for(Person::Two) > seen.count_for(Person::One) { Person::Two } else { Person::One };
        let fear_and_control =
            seen.state(Domain::Fear) == as_state(big) && seen.state(Domain::Control) == as_state(big);
        let firm = seen.pointing_at(big).any(|(_, resolved)| seen.firm(resolved));
        if seen.count_for(big) >= 3 && seen.count_for(big.other()) == 1 && mixed == 0 && fear_and_control && firm {
            lead = Some(big);
        } else {
            why.push(Reason::BothWays);
        }
    }
    if mixed >= 2 {
        why.push(Reason::BothWays);
    }
    let origins = seen.domains.iter().fold(Set::default(), |all, resolved| all.union(resolved.origins));
    if origins == Set::from_iter([Source::One]) || origins == Set::from_iter([Source::Two]) {
        why.push(Reason::OneAccount);
    }
    if frame.one_incident {
        why.push(Reason::OneIncident);
    }
    let blank = |state| matches!(state, DomainState::Unknown | DomainState::Contested);
    let known = seen.states().filter(|state| !blank(*state)).count();
    if known < 3 || (blank(seen.state(Domain::Fear)) && blank(seen.state(Domain::Control))) {
        let contested = seen.states().filter(|state| *state == DomainState::Contested).count();
        why.push(if contested >= 2 { Reason::Contested } else { Reason::TooLittle });
    }
    (why, lead)
}

/// O1 or O2 for a person whom domains point at and none the other way.
pub(super) fn name_or_lean(seen: &Resolution, person: Person, frame: &Frame) -> Option<Verdict> {
    let count = seen.count_for(person);
    if count == 0 || seen.count_for(person.other()) > 0 {
        return None;
    }
    let fear_or_control = seen.any_fear_or_control(person);
    let both = seen.state(Domain::Fear) == as_state(person) && seen.state(Domain::Control) == as_state(person);
    let mut origins = Set::default();
    let (mut deed, mut effect) = (false, false);
    for (domain, resolved) in seen.pointing_at(person) {
        for used in seen.supporting(resolved) {
            origins = origins.union(used.sources);
        }
        let firm = seen.firm(resolved);
        deed |= firm && matches!(domain, Domain::Control | Domain::History);
        effect |= firm && matches!(domain, Domain::Fear | Domain::LifeSpace);
    }
    let any_firm = seen.pointing_at(person).any(|(_, resolved)| seen.firm(resolved));
    let mixed_count = seen.states().filter(|state| *state == DomainState::Mixed).count();
    let only_force_mixed = mixed_count == 1 && seen.state(Domain::UseOfForce) == DomainState::Mixed;
    let mixed_ok = mixed_count == 0 || (only_force_mixed && both);
    let control = seen.state(Domain::Control);
    let control_not_asked =
        frame.health == Some(person) && matches!(control, DomainState::Unknown | DomainState::Contested);
    let lean = || {
        let reasons: &[Reason] = if control_not_asked { &[Reason::ControlNotAsked] } else { &[] };
        Verdict::of(Outcome::Probable, Some(person), reasons)
    };
    if count >= 3 && fear_or_control && origins.len() >= 2 && mixed_ok && deed && effect {
        return Some(if control_not_asked { lean() } else { Verdict::of(Outcome::Clear, Some(person), &[]) });
    }
    if count >= 2 && fear_or_control {
        return Some(if any_firm {
            lean()
        } else {
            Verdict::of(Outcome::NotClear, None, &[Reason::NothingIndependent])
        });
    }
    None
}

/// No control pattern: positive "no" on fear, control, history and life space, no supporting sign, both seen alone.
pub(super) fn no_control_found(seen: &Resolution, frame: &Frame) -> bool {
    let none = |domain| seen.state(domain) == DomainState::None;
    let supports = |used: &Option<Used>| used.is_some_and(|used| used.who != Who::None);
    let support =
        || INDICATORS.iter().zip(&seen.used).any(|(row, used)| row.strength == Strength::Support && supports(used));
    [Domain::Fear, Domain::Control, Domain::LifeSpace, Domain::History].into_iter().all(none)
        && matches!(seen.state(Domain::UseOfForce), DomainState::None | DomainState::Mixed)
        && !support()
        && frame.both_seen_alone
}
