//! What an outcome rests on, what would change it, what caps it, how it is headed, and when to look again.

use super::evidence::*;
use super::gates::{Verdict, outcome};
use crate::assessment::*;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Identify};
use waymark_content::condition::Clear;
use waymark_content::{Domain, INDICATORS, Strength};

/// The order in which strong core questions are suggested when none would change the outcome alone.
pub(super) const SUGGESTED: [Domain; 5] =
    [Domain::Fear, Domain::Control, Domain::History, Domain::LifeSpace, Domain::UseOfForce];

/// True when a core answer shapes its domain.
pub(super) fn counts(used: &Used) -> bool {
    match used.who {
        Who::One | Who::Two => used.grade != Grade::Relayed,
        Who::Both => used.grade == Grade::Independent,
        Who::None => matches!(used.grade, Grade::Independent | Grade::BothDeny),
        Who::NotKnown | Who::NotAsked => false,
    }
}

pub(super) fn contrary(seen: &Resolution, person: Person) -> Vec<IndicatorId> {
    IndicatorId::ALL
        .iter()
        .copied()
        .filter(|id| {
            let Some(used) = seen.answer(*id) else { return false };
            let against = used.points_at(person.other()) && used.grade != Grade::Relayed;
            match strength(*id) {
                Strength::SetAside => false,
                Strength::Support => against,
                Strength::Strong | Strength::Moderate => against || used.who == Who::Both,
            }
        })
        .listed()
}

/// Answers that say something and count nowhere, each with the first reason that holds.
pub(super) fn kept(part: &Identify, seen: &Resolution, counted: &[IndicatorId], contrary: &[IndicatorId]) -> Vec<Kept> {
    let why = |id: IndicatorId| {
        let answer = part.answer(id).filter(|answer| answer.says_something())?;
        let listed = strength(id) == Strength::SetAside || counted.contains(&id) || contrary.contains(&id);
        let why = match seen.answer(id) {
            _ if listed => return None,
            _ if answer.tainted => NotCounted::Tainted,
            _ if strength(id) == Strength::Support => NotCounted::Support,
            _ if answer.sources.is_empty() => NotCounted::Relayed,
            Some(used) if used.who == Who::Both => NotCounted::Disputed,
            Some(used) if used.who == Who::None => NotCounted::OneNo,
            _ => NotCounted::Own,
        };
        Some(Kept { id, why })
    };
    IndicatorId::ALL.iter().filter_map(|id| why(*id)).listed()
}

pub(super) fn rests_on(seen: &Resolution, frame: &Frame, verdict: &Verdict) -> Vec<IndicatorId> {
    let says = |id: &IndicatorId| {
        seen.answers[id.index()].who.is_some_and(|who| !matches!(who, Who::NotKnown | Who::NotAsked))
    };
    let changes = |id: &IndicatorId| !outcome(&seen.with(*id, Plain::default(), frame), frame).same_answer(verdict);
    IndicatorId::ALL.iter().copied().filter(|id| says(id) && changes(id)).listed()
}

pub(super) fn caps(seen: &Resolution, person: Person, frame: &Frame, rests_on: &[IndicatorId]) -> Vec<Cap> {
    let specialist_agrees = frame.specialist == Some(SpecialistView::Agrees);
    let mut kinds = Set::default();
    for (_, resolved) in seen.pointing_at(person) {
        for used in seen.supporting(resolved) {
            kinds = kinds.union(used.sources);
        }
    }
    kinds.remove(Source::One);
    kinds.remove(Source::Two);
    let sign_against = IndicatorId::ALL.iter().any(|id| {
        strength(*id) == Strength::Support
            && seen.answer(*id).is_some_and(|used| used.points_at(person.other()) && used.grade != Grade::Relayed)
    });
    [
        (Cap::FewDomains, seen.count_for(person) < 4),
        (Cap::OneKindOfSource, kinds.len() < 2),
        (Cap::ContestedOrContrary, seen.domains.iter().any(|resolved| resolved.contested || resolved.contrary)),
        (Cap::SupportingSignAgainst, sign_against),
        (Cap::ForceMixed, seen.states().any(|state| state == DomainState::Mixed)),
        (Cap::HarmedNotHeardAlone, !frame.harmed_voice),
        (Cap::NoContact, frame.no_contact_with.is_some() && !specialist_agrees),
        (Cap::BothNotSeenAlone, !frame.both_seen_alone && !specialist_agrees),
        (Cap::FormalRecordAgainst, frame.formal_conflict),
        (Cap::RestsOnOneAnswer, !rests_on.is_empty()),
    ]
    .into_iter()
    .filter_map(|(cap, holds)| holds.then_some(cap))
    .listed()
}

pub(super) fn force_line(seen: &Resolution, person: Person) -> ForceLine {
    let no_force = seen.answer(IndicatorId::U4).is_some_and(|used| used.who == Who::None || used.points_at(person));
    match seen.state(Domain::UseOfForce) {
        _ if no_force => ForceLine::NoneKnown,
        state if state == as_state(person) => ForceLine::Protective,
        DomainState::Mixed => ForceLine::Unclear,
        _ => ForceLine::NotKnown,
    }
}

/// Unanswered questions that could change the outcome, tried with an agency's answer since staff may not see both people.
pub(super) fn would_change(
    seen: &Resolution,
    frame: &Frame,
    verdict: &Verdict,
    unknown: &[IndicatorId],
) -> Vec<IndicatorId> {
    let tried = [Who::One, Who::Two, Who::Both, Who::None];
    let mut useful: Vec<(usize, IndicatorId)> = unknown
        .iter()
        .map(|id| {
            let changes = tried.iter().filter(|who| {
                let sources = Set::from_iter([Source::Agency]);
                let answer = Plain { who: Some(**who), sources, pattern: true, ..Plain::default() };
                !outcome(&seen.with(*id, answer, frame), frame).same_answer(verdict)
            });
            (changes.count(), *id)
        })
        .filter(|(changes, _)| *changes > 0)
        .listed();
    if useful.is_empty() {
        let strong = |id: &&IndicatorId| is_core(&INDICATORS[id.index()]) && strength(**id) == Strength::Strong;
        let of =
            |domain: Domain| unknown.iter().filter(strong).filter(move |id| INDICATORS[id.index()].domain == domain);
        return SUGGESTED.into_iter().flat_map(of).copied().listed();
    }
    sort_by_key(&mut useful, |(changes, id)| (std::cmp::Reverse(*changes), *id));
    useful.into_iter().map(|(_, id)| id).listed()
}

pub(super) fn clear(part: &Identify, verdict: &Verdict) -> Clear {
    let Some(survivor) = part.survivor() else { return Clear::Unclear };
    match (verdict.outcome, verdict.person) {
        (Outcome::Clear | Outcome::Probable, Some(person)) if person == survivor => Clear::Reversed,
        (Outcome::Clear, Some(_)) => Clear::Clear,
        (Outcome::Probable, Some(_)) => Clear::Probable,
        _ => Clear::Unclear,
    }
}

/// How the result is headed. One account stands alone only where nothing at all is recorded against it.
pub(super) fn head(case: &Case, verdict: &Verdict, frame: &Frame, all_asked: bool, clear: Clear) -> Head {
    let answers = || case.identify.answers.iter().flat_map(|answers| answers.iter());
    let contested = || answers().any(|(id, it)| it.contested && strength(id) != Strength::SetAside);
    let against = case.context.counter_allegation == Some(Known::Yes) || frame.formal_conflict || contested();
    match verdict.outcome {
        Outcome::OutOfScope => Head::OutOfScope,
        Outcome::HealthFirst => Head::PauseHealth,
        Outcome::NoControlFound => Head::NoControlFound,
        Outcome::NotClear if verdict.reasons.has(Reason::OneAccount) && !against => Head::OneAccount,
        Outcome::NotClear => Head::NotClear,
        Outcome::Clear | Outcome::Probable if clear == Clear::Reversed => Head::Reversed,
        Outcome::Clear | Outcome::Probable if !all_asked => Head::Provisional,
        Outcome::Clear => Head::Clear,
        Outcome::Probable => Head::Probable,
    }
}

/// When to look at the result again: soonest where it is not clear and there is a danger sign.
pub(super) fn review(part: &Identify, verdict: &Verdict) -> Review {
    let danger = [IndicatorId::R1, IndicatorId::R2].into_iter().any(|id| part.danger_sign(id));
    match verdict.outcome {
        Outcome::Clear => Review::Named,
        Outcome::Probable => Review::Leaning,
        Outcome::NoControlFound => Review::NoControl,
        Outcome::NotClear if danger => Review::NotClearDanger,
        Outcome::NotClear => Review::NotClear,
        Outcome::HealthFirst | Outcome::OutOfScope => Review::Other,
    }
}
