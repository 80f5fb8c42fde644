//! Who is the primary perpetrator: gates, never points. A symmetrical tool cannot tell one person's true account from
//! another's rehearsed one, so a name needs more than one voice, and support never waits for a name.
//!
//! Lives here: the gates and what each answer did in them. Not here: what a result unlocks (`pathways`).

use super::assessment::*;
use crate::case::identify::{INDICATORS as COUNT, IndicatorAnswer};
use crate::case::vocabulary::*;
use crate::case::{Case, Identify};
use crate::content::condition::Clear;
use crate::content::{Domain, INDICATORS, Strength};

/// The core domains in the order of the gates.
const CORE: [Domain; 5] = [Domain::F, Domain::K, Domain::H, Domain::U, Domain::L];
/// The order in which strong core questions are suggested when none would change the outcome alone.
const SUGGESTED: [Domain; 5] = [Domain::F, Domain::K, Domain::H, Domain::L, Domain::U];
/// Indicators that one staff impression of one person cannot settle when the service sees only that person.
const SEEN_ONLY: [IndicatorId; 8] = [
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
const ADMISSIONS: [IndicatorId; 8] = [
    IndicatorId::K1,
    IndicatorId::K2,
    IndicatorId::K3,
    IndicatorId::K4,
    IndicatorId::H1,
    IndicatorId::H3,
    IndicatorId::L1,
    IndicatorId::L2,
];
/// Items whose yes says danger or control, so that "no control found" may not stand beside it.
const DISAGREEING_ITEMS: [u8; 10] = [2, 3, 4, 8, 12, 13, 14, 15, 16, 22];

/// How an answer is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
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
struct Used {
    who: Who,
    sources: Set<Source>,
    grade: Grade,
    pattern: bool,
}

impl Used {
    fn points_at(&self, person: Person) -> bool {
        self.who == as_who(person)
    }
}

/// What is needed of an answer to run the gates; copied out of the case so that one can be changed and run again.
#[derive(Clone, Copy, Default)]
struct Plain {
    who: Option<Who>,
    sources: Set<Source>,
    pattern: bool,
    tainted: bool,
}

type Answers = [Plain; COUNT];

/// The flags of the gates, worked out once from the whole case.
#[derive(Clone, Copy)]
struct Frame {
    out_of_scope: bool,
    other_controller: bool,
    health: Option<Person>,
    one_incident: bool,
    both_seen_alone: bool,
    harmed_voice: bool,
    no_contact_with: Option<Person>,
    formal_conflict: bool,
    specialist: Option<SpecialistView>,
    answers_disagree: bool,
}

/// What the gates came to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Verdict {
    outcome: Outcome,
    person: Option<Person>,
    reasons: Reasons,
}

impl Verdict {
    fn of(outcome: Outcome, person: Option<Person>, reasons: &[Reason]) -> Self {
        Self { outcome, person, reasons: reasons.iter().copied().collect() }
    }
    fn not_clear(reasons: Reasons) -> Self {
        Self { outcome: Outcome::NotClear, person: None, reasons }
    }
    fn same_answer(&self, other: &Self) -> bool {
        (self.outcome, self.person) == (other.outcome, other.person)
    }
}

/// Reasons in the order they were given; each once.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Reasons {
    list: [Option<Reason>; 6],
}

impl Reasons {
    fn push(&mut self, reason: Reason) {
        if !self.list.contains(&Some(reason))
            && let Some(place) = self.list.iter_mut().find(|place| place.is_none())
        {
            *place = Some(reason);
        }
    }
    fn is_empty(&self) -> bool {
        self.list[0].is_none()
    }
    fn to_vec(self) -> Vec<Reason> {
        self.list.into_iter().flatten().collect()
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

/// One core domain, resolved.
#[derive(Clone, Copy)]
struct Resolved {
    state: DomainState,
    /// Indicators of the domain that support its person, as bits by place in the table.
    support: u32,
    contrary: bool,
    contested: bool,
}

fn as_who(person: Person) -> Who {
    match person {
        Person::One => Who::One,
        Person::Two => Who::Two,
    }
}

fn as_person(who: Who) -> Option<Person> {
    match who {
        Who::One => Some(Person::One),
        Who::Two => Some(Person::Two),
        _ => None,
    }
}

fn as_source(person: Person) -> Source {
    match person {
        Person::One => Source::One,
        Person::Two => Source::Two,
    }
}

fn as_state(person: Person) -> DomainState {
    match person {
        Person::One => DomainState::One,
        Person::Two => DomainState::Two,
    }
}

const PEOPLE: [Person; 2] = [Person::One, Person::Two];

fn independent(sources: &Set<Source>) -> bool {
    sources.has(Source::Observed) || sources.has(Source::Agency) || sources.has(Source::ThirdParty)
}

fn is_core(id: IndicatorId) -> bool {
    CORE.contains(&INDICATORS[id.index()].domain) && strength(id) != Strength::SetAside
}

fn strength(id: IndicatorId) -> Strength {
    INDICATORS[id.index()].strength
}

fn core() -> impl Iterator<Item = IndicatorId> {
    IndicatorId::ALL.iter().copied().filter(|id| is_core(*id))
}

fn grade(id: IndicatorId, who: Who, sources: &Set<Source>) -> Grade {
    if independent(sources) {
        return Grade::Independent;
    }
    if let Some(person) = as_person(who) {
        if sources.has(as_source(person)) && ADMISSIONS.contains(&id) {
            return Grade::Admitted;
        }
        if sources.has(as_source(person.other())) {
            return Grade::Disclosed;
        }
    }
    if who == Who::None && sources.has(Source::One) && sources.has(Source::Two) {
        return Grade::BothDeny;
    }
    Grade::Relayed
}

/// Step 0: what the service saw of one person only counts as that person's own account; tainted and unknown are dropped.
fn usable(answers: &Answers, frame: &Frame) -> [Option<Used>; COUNT] {
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
            sources.insert(as_source(away.other()));
        }
        *place = Some(Used { who, sources, grade: grade(*id, who, &sources), pattern: answer.pattern });
    }
    used
}

/// Step 1: one core domain.
fn resolve(used: &[Option<Used>; COUNT], domain: Domain) -> Resolved {
    let (mut strong, mut moderate) = ([0_u32; 2], [false; 2]);
    let (mut mixed, mut contested, mut none) = (false, false, false);
    for (place, row) in INDICATORS.iter().enumerate() {
        if row.domain != domain || row.strength == Strength::SetAside {
            continue;
        }
        let Some(answer) = used[place] else { continue };
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
struct Resolution {
    used: [Option<Used>; COUNT],
    domains: [Resolved; 5],
}

impl Resolution {
    fn of(answers: &Answers, frame: &Frame) -> Self {
        let used = usable(answers, frame);
        let domains = CORE.map(|domain| resolve(&used, domain));
        Self { used, domains }
    }
    fn state(&self, domain: Domain) -> DomainState {
        CORE.iter().zip(&self.domains).find(|(core, _)| **core == domain).map_or(DomainState::Unknown, |(_, r)| r.state)
    }
    fn pointing_at(&self, person: Person) -> impl Iterator<Item = (Domain, &Resolved)> {
        CORE.into_iter().zip(&self.domains).filter(move |(_, resolved)| resolved.state == as_state(person))
    }
    fn count_for(&self, person: Person) -> usize {
        self.pointing_at(person).count()
    }
    fn any_fear_or_control(&self, person: Person) -> bool {
        self.pointing_at(person).any(|(domain, _)| matches!(domain, Domain::F | Domain::K))
    }
    fn supporting(&self, resolved: &Resolved) -> impl Iterator<Item = &Used> {
        let bits = resolved.support;
        self.used
            .iter()
            .enumerate()
            .filter(move |(place, _)| bits & (1 << place) != 0)
            .filter_map(|(_, used)| used.as_ref())
    }
    fn firm(&self, resolved: &Resolved) -> bool {
        self.supporting(resolved).any(|used| used.grade == Grade::Independent)
    }
    fn answer(&self, id: IndicatorId) -> Option<&Used> {
        self.used[id.index()].as_ref()
    }
    fn states(&self) -> impl Iterator<Item = DomainState> + '_ {
        self.domains.iter().map(|resolved| resolved.state)
    }
}

/// The outcome with the flags that stand over it.
fn outcome(answers: &Answers, frame: &Frame) -> Verdict {
    if frame.out_of_scope {
        return Verdict::of(Outcome::O8, None, &[Reason::OutOfScope]);
    }
    let pair = pair(&Resolution::of(answers, frame), answers, frame);
    if !frame.other_controller {
        return pair;
    }
    if matches!(pair.outcome, Outcome::O1 | Outcome::O2) {
        let mut reasons = pair.reasons;
        reasons.push(Reason::SomeoneElseToo);
        return Verdict { reasons, ..pair };
    }
    Verdict::of(Outcome::O8, None, &[Reason::SomeoneElse])
}

/// The outcome between the two people.
fn pair(seen: &Resolution, answers: &Answers, frame: &Frame) -> Verdict {
    let differs = frame.specialist == Some(SpecialistView::Differs);
    let specialist_differs = || Verdict::of(Outcome::NotClear, None, &[Reason::SpecialistDiffers]);
    if let Some(verdict) = health_pause(seen, answers, frame) {
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
            Verdict::of(Outcome::O2, Some(lead), &[Reason::OneContraryDomain])
        };
    }
    for person in PEOPLE {
        if let Some(verdict) = name_or_lean(seen, person, frame) {
            let named = matches!(verdict.outcome, Outcome::O1 | Outcome::O2);
            return if named && differs { specialist_differs() } else { verdict };
        }
    }
    if no_control_found(seen, frame) {
        return if frame.answers_disagree {
            Verdict::of(Outcome::NotClear, None, &[Reason::AnswersDisagree])
        } else if differs {
            specialist_differs()
        } else {
            Verdict::of(Outcome::O6, None, &[])
        };
    }
    Verdict::of(Outcome::NotClear, None, &[Reason::TooWeak])
}

/// A pause for health or capacity, only where control was looked at and nothing points at the other person.
fn health_pause(seen: &Resolution, answers: &Answers, frame: &Frame) -> Option<Verdict> {
    let ill = frame.health?;
    let well = ill.other();
    let danger = [IndicatorId::R1, IndicatorId::R2]
        .iter()
        .any(|id| answers[id.index()].who.is_some_and(|who| who == as_who(well) || who == Who::Both));
    let control = seen.state(Domain::K);
    let looked_at = !matches!(control, DomainState::Unknown | DomainState::Contested) && control != as_state(ill);
    (looked_at && seen.count_for(well) == 0 && !danger)
        .then(|| Verdict::of(Outcome::O7, None, &[Reason::HealthOrCapacity]))
}

/// Reasons to refuse a name, and the person who leads in spite of one contrary domain.
fn refusals(seen: &Resolution, frame: &Frame) -> (Reasons, Option<Person>) {
    let mut why = Reasons::default();
    let mut lead = None;
    let mixed = seen.states().filter(|state| *state == DomainState::Mixed).count();
    if PEOPLE.iter().all(|person| seen.count_for(*person) > 0) {
        let big = if seen.count_for(Person::Two) > seen.count_for(Person::One) { Person::Two } else { Person::One };
        let fear_and_control = seen.state(Domain::F) == as_state(big) && seen.state(Domain::K) == as_state(big);
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
    let mut origins = Set::default();
    for id in core() {
        if let Some(used) = seen.answer(id) {
            origins = origins.union(used.sources);
        }
    }
    if origins == Set::from_iter([Source::One]) || origins == Set::from_iter([Source::Two]) {
        why.push(Reason::OneAccount);
    }
    if frame.one_incident {
        why.push(Reason::OneIncident);
    }
    let blank = |state| matches!(state, DomainState::Unknown | DomainState::Contested);
    let known = seen.states().filter(|state| !blank(*state)).count();
    if known < 3 || (blank(seen.state(Domain::F)) && blank(seen.state(Domain::K))) {
        let contested = seen.states().filter(|state| *state == DomainState::Contested).count();
        why.push(if contested >= 2 { Reason::Contested } else { Reason::TooLittle });
    }
    (why, lead)
}

/// O1 or O2 for a person whom domains point at and none the other way.
fn name_or_lean(seen: &Resolution, person: Person, frame: &Frame) -> Option<Verdict> {
    let count = seen.count_for(person);
    if count == 0 || seen.count_for(person.other()) > 0 {
        return None;
    }
    let fear_or_control = seen.any_fear_or_control(person);
    let both = seen.state(Domain::F) == as_state(person) && seen.state(Domain::K) == as_state(person);
    let mut origins = Set::default();
    let (mut deed, mut effect) = (false, false);
    for (domain, resolved) in seen.pointing_at(person) {
        for used in seen.supporting(resolved) {
            origins = origins.union(used.sources);
        }
        let firm = seen.firm(resolved);
        deed |= firm && matches!(domain, Domain::K | Domain::H);
        effect |= firm && matches!(domain, Domain::F | Domain::L);
    }
    let any_firm = seen.pointing_at(person).any(|(_, resolved)| seen.firm(resolved));
    let mixed: Vec<bool> = seen.states().map(|state| state == DomainState::Mixed).collect();
    let mixed_count = mixed.iter().filter(|mixed| **mixed).count();
    let only_force_mixed = mixed_count == 1 && seen.state(Domain::U) == DomainState::Mixed;
    let mixed_ok = mixed_count == 0 || (only_force_mixed && both);
    let control = seen.state(Domain::K);
    let control_not_asked =
        frame.health == Some(person) && matches!(control, DomainState::Unknown | DomainState::Contested);
    let lean = || {
        let reasons: &[Reason] = if control_not_asked { &[Reason::ControlNotAsked] } else { &[] };
        Verdict::of(Outcome::O2, Some(person), reasons)
    };
    if count >= 3 && fear_or_control && origins.len() >= 2 && mixed_ok && deed && effect {
        return Some(if control_not_asked { lean() } else { Verdict::of(Outcome::O1, Some(person), &[]) });
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
fn no_control_found(seen: &Resolution, frame: &Frame) -> bool {
    let none = |domain| seen.state(domain) == DomainState::None;
    let support = IndicatorId::ALL
        .iter()
        .any(|id| strength(*id) == Strength::Support && seen.answer(*id).is_some_and(|used| used.who != Who::None));
    [Domain::F, Domain::K, Domain::L, Domain::H].into_iter().all(none)
        && matches!(seen.state(Domain::U), DomainState::None | DomainState::Mixed)
        && !support
        && frame.both_seen_alone
}

/// The identification of a case, with everything it rests on.
pub fn identify(case: &Case) -> Identification {
    let part = &case.identify;
    let needed = needed(case);
    let Some(answered) = &part.answers else { return not_started(needed) };
    let mut answers: Answers = [Plain::default(); COUNT];
    for (id, answer) in answered.iter() {
        answers[id.index()] = plain(answer);
    }
    let frame = frame(case);
    let verdict = outcome(&answers, &frame);
    let seen = Resolution::of(&answers, &frame);
    let rests_on = rests_on(&answers, &frame, &verdict);
    let caps = match (verdict.outcome, verdict.person) {
        (Outcome::O1, Some(person)) => caps(&seen, person, &frame, &rests_on),
        _ => Vec::new(),
    };
    let unknown: Vec<IndicatorId> = IndicatorId::ALL
        .iter()
        .copied()
        .filter(|id| strength(*id) != Strength::SetAside && seen.answer(*id).is_none())
        .collect();
    let specialist_agrees = frame.specialist == Some(SpecialistView::Agrees);
    Identification {
        needed,
        outcome: Some(verdict.outcome),
        person: verdict.person,
        band: match verdict.outcome {
            Outcome::O1 if caps.is_empty() => Band::Higher,
            Outcome::O1 => Band::Moderate,
            Outcome::O6 if specialist_agrees => Band::Moderate,
            Outcome::O2 | Outcome::O6 => Band::Low,
            _ => Band::None,
        },
        reasons: verdict.reasons.to_vec(),
        domains: Domains {
            f: seen.state(Domain::F),
            k: seen.state(Domain::K),
            h: seen.state(Domain::H),
            u: seen.state(Domain::U),
            l: seen.state(Domain::L),
        },
        force_line: match (verdict.outcome, verdict.person) {
            (Outcome::O1, Some(person)) => Some(force_line(&seen, person)),
            _ => None,
        },
        counted: core().filter(|id| seen.answer(*id).is_some_and(counts)).collect(),
        contrary: verdict.person.map(|person| contrary(&seen, person)).unwrap_or_default(),
        set_aside: IndicatorId::ALL
            .iter()
            .copied()
            .filter(|id| strength(*id) == Strength::SetAside)
            .filter(|id| part.answer(*id).is_some_and(IndicatorAnswer::says_something))
            .collect(),
        danger: [IndicatorId::R1, IndicatorId::R2].into_iter().filter(|id| part.danger_sign(*id)).collect(),
        rests_on,
        caps,
        unasked_core: core()
            .filter(|id| part.answer(*id).is_none_or(|answer| answer.who() == Who::NotAsked || answer.tainted))
            .collect(),
        would_change: would_change(&answers, &frame, &verdict, &unknown),
        unknown,
        clear: clear(part, &verdict),
    }
}

fn plain(answer: &IndicatorAnswer) -> Plain {
    Plain {
        who: answer.who,
        sources: answer.sources,
        pattern: matches!(answer.how_often, Some(HowOften::Repeated | HowOften::Ongoing)),
        tainted: answer.tainted,
    }
}

fn frame(case: &Case) -> Frame {
    let part = &case.identify;
    let flags = &part.flags;
    let wants_away = [Wish::Leave, Wish::Refuge, Wish::PerpetratorOut, Wish::NoContact];
    Frame {
        out_of_scope: flags.out_of_scope,
        other_controller: flags.other_controller,
        health: flags.health,
        one_incident: flags.one_incident,
        both_seen_alone: flags.both_seen_alone,
        harmed_voice: flags.harmed_voice,
        no_contact_with: flags.no_contact_with,
        formal_conflict: flags.formal_conflict,
        specialist: flags.specialist,
        answers_disagree: DISAGREEING_ITEMS.iter().any(|item| case.dash.yes(*item))
            || part.danger_sign(IndicatorId::R1)
            || part.danger_sign(IndicatorId::R2)
            || wants_away.iter().any(|wish| case.context.wishes.has(*wish)),
    }
}

fn needed(case: &Case) -> Needed {
    let part = &case.identify;
    if case.context.counter_allegation == Some(Known::Yes)
        || part.flags.formal_conflict
        || case.context.eviction_considered == Some(Known::Yes)
        || part.unsure
    {
        Needed::Needed
    } else if case.context.sees == Some(Sees::Both) {
        Needed::Useful
    } else {
        Needed::NotNeeded
    }
}

fn not_started(needed: Needed) -> Identification {
    let unknown = DomainState::Unknown;
    Identification {
        needed,
        outcome: None,
        person: None,
        band: Band::None,
        reasons: Vec::new(),
        domains: Domains { f: unknown, k: unknown, h: unknown, u: unknown, l: unknown },
        force_line: None,
        counted: Vec::new(),
        contrary: Vec::new(),
        unknown: Vec::new(),
        set_aside: Vec::new(),
        danger: Vec::new(),
        rests_on: Vec::new(),
        caps: Vec::new(),
        unasked_core: core().collect(),
        would_change: Vec::new(),
        clear: Clear::NotStarted,
    }
}

/// True when a core answer shapes its domain.
fn counts(used: &Used) -> bool {
    match used.who {
        Who::One | Who::Two => used.grade != Grade::Relayed,
        Who::Both => used.grade == Grade::Independent,
        Who::None => matches!(used.grade, Grade::Independent | Grade::BothDeny),
        Who::NotKnown | Who::NotAsked => false,
    }
}

fn contrary(seen: &Resolution, person: Person) -> Vec<IndicatorId> {
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
        .collect()
}

fn rests_on(answers: &Answers, frame: &Frame, verdict: &Verdict) -> Vec<IndicatorId> {
    let says =
        |id: &IndicatorId| answers[id.index()].who.is_some_and(|who| !matches!(who, Who::NotKnown | Who::NotAsked));
    let changes = |id: &IndicatorId| {
        let mut without = *answers;
        without[id.index()] = Plain::default();
        !outcome(&without, frame).same_answer(verdict)
    };
    IndicatorId::ALL.iter().copied().filter(|id| says(id) && changes(id)).collect()
}

fn caps(seen: &Resolution, person: Person, frame: &Frame, rests_on: &[IndicatorId]) -> Vec<Cap> {
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
    .collect()
}

fn force_line(seen: &Resolution, person: Person) -> ForceLine {
    let no_force = seen.answer(IndicatorId::U4).is_some_and(|used| used.who == Who::None || used.points_at(person));
    match seen.state(Domain::U) {
        _ if no_force => ForceLine::NoneKnown,
        state if state == as_state(person) => ForceLine::Protective,
        DomainState::Mixed => ForceLine::Unclear,
        _ => ForceLine::NotKnown,
    }
}

/// Unanswered questions that could change the outcome, tried with an agency's answer since staff may not see both people.
fn would_change(answers: &Answers, frame: &Frame, verdict: &Verdict, unknown: &[IndicatorId]) -> Vec<IndicatorId> {
    let tried = [Who::One, Who::Two, Who::Both, Who::None];
    let mut useful: Vec<(usize, IndicatorId)> = unknown
        .iter()
        .map(|id| {
            let changes = tried.iter().filter(|who| {
                let mut with = *answers;
                with[id.index()] = Plain {
                    who: Some(**who),
                    sources: Set::from_iter([Source::Agency]),
                    pattern: true,
                    tainted: false,
                };
                !outcome(&with, frame).same_answer(verdict)
            });
            (changes.count(), *id)
        })
        .filter(|(changes, _)| *changes > 0)
        .collect();
    if useful.is_empty() {
        let strong = |id: &&IndicatorId| is_core(**id) && strength(**id) == Strength::Strong;
        let of =
            |domain: Domain| unknown.iter().filter(strong).filter(move |id| INDICATORS[id.index()].domain == domain);
        return SUGGESTED.into_iter().flat_map(of).copied().collect();
    }
    useful.sort_by_key(|(changes, id)| (std::cmp::Reverse(*changes), *id));
    useful.into_iter().map(|(_, id)| id).collect()
}

fn clear(part: &Identify, verdict: &Verdict) -> Clear {
    let survivor = match part.survivor_is {
        Some(SurvivorIs::One) => Person::One,
        Some(SurvivorIs::Two) => Person::Two,
        Some(SurvivorIs::NotSaid) | None => return Clear::Unclear,
    };
    match (verdict.outcome, verdict.person) {
        (Outcome::O1 | Outcome::O2, Some(person)) if person == survivor => Clear::Reversed,
        (Outcome::O1, Some(_)) => Clear::Clear,
        (Outcome::O2, Some(_)) => Clear::Probable,
        _ => Clear::Unclear,
    }
}
