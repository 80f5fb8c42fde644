//! Who is the primary perpetrator: gates, never points. A symmetrical tool cannot tell one person's true account from
//! another's rehearsed one, so a name needs more than one voice, and support never waits for a name.
//!
//! Lives here: the gates and what each answer did in them. Not here: what a result unlocks (`pathways`).

mod evidence;
mod explain;
mod gates;

use crate::assessment::*;
use evidence::*;
use explain::*;
use gates::*;
use waymark_case::Case;
use waymark_case::identify::{INDICATORS as COUNT, IndicatorAnswer};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::condition::Clear;
use waymark_content::{Domain, Strength};

/// Items whose yes says danger or control, so that "no control found" may not stand beside it.
const DISAGREEING_ITEMS: [u8; 10] = [2, 3, 4, 8, 12, 13, 14, 15, 16, 22];

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
    let seen = Resolution::of(answers, &frame);
    let verdict = outcome(&seen, &frame);
    let rests_on = rests_on(&seen, &frame, &verdict);
    let caps = match (verdict.outcome, verdict.person) {
        (Outcome::Clear, Some(person)) => caps(&seen, person, &frame, &rests_on),
        _ => Vec::new(),
    };
    let unknown: Vec<IndicatorId> = IndicatorId::ALL
        .iter()
        .copied()
        .filter(|id| strength(*id) != Strength::SetAside && seen.answer(*id).is_none())
        .listed();
    let specialist_agrees = frame.specialist == Some(SpecialistView::Agrees);
    let unasked_core: Vec<IndicatorId> = core()
        .filter(|id| part.answer(*id).is_none_or(|answer| answer.who() == Who::NotAsked || answer.tainted))
        .listed();
    let clear = clear(part, &verdict);
    let counted: Vec<IndicatorId> = core().filter(|id| seen.answer(*id).is_some_and(counts)).listed();
    let contrary = verdict.person.map(|person| contrary(&seen, person)).unwrap_or_default();
    Identification {
        needed,
        outcome: Some(verdict.outcome),
        person: verdict.person,
        band: match verdict.outcome {
            Outcome::Clear if caps.is_empty() => Band::Higher,
            Outcome::Clear => Band::Moderate,
            Outcome::NoControlFound if specialist_agrees => Band::Moderate,
            Outcome::Probable | Outcome::NoControlFound => Band::Low,
            _ => Band::None,
        },
        reasons: verdict.reasons.to_vec(),
        domains: Domains {
            fear: seen.state(Domain::Fear),
            control: seen.state(Domain::Control),
            history: seen.state(Domain::History),
            use_of_force: seen.state(Domain::UseOfForce),
            life_space: seen.state(Domain::LifeSpace),
        },
        force_line: match (verdict.outcome, verdict.person) {
            (Outcome::Clear, Some(person)) => Some(force_line(&seen, person)),
            _ => None,
        },
        kept: kept(part, &seen, &counted, &contrary),
        counted,
        contrary,
        set_aside: IndicatorId::ALL
            .iter()
            .copied()
            .filter(|id| strength(*id) == Strength::SetAside)
            .filter(|id| part.answer(*id).is_some_and(IndicatorAnswer::says_something))
            .listed(),
        danger: [IndicatorId::R1, IndicatorId::R2].into_iter().filter(|id| part.danger_sign(*id)).listed(),
        rests_on,
        caps,
        would_change: would_change(&seen, &frame, &verdict, &unknown),
        unknown,
        clear,
        head: head(case, &verdict, &frame, unasked_core.is_empty(), clear),
        review: Some(review(part, &verdict)),
        unasked_core,
    }
}

fn plain(answer: &IndicatorAnswer) -> Plain {
    Plain {
        who: answer.who,
        sources: answer.sources,
        pattern: matches!(answer.how_often, Some(HowOften::Repeated | HowOften::Ongoing)),
        tainted: answer.tainted,
        contested: answer.contested,
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
        // A charge or an order against the person supported is a record that says the opposite.
        formal_conflict: flags.formal_conflict || case.context.survivor_charged == Some(Known::Yes),
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
        || case.context.survivor_charged == Some(Known::Yes)
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
        domains: Domains {
            fear: unknown,
            control: unknown,
            history: unknown,
            use_of_force: unknown,
            life_space: unknown,
        },
        force_line: None,
        counted: Vec::new(),
        contrary: Vec::new(),
        unknown: Vec::new(),
        set_aside: Vec::new(),
        kept: Vec::new(),
        danger: Vec::new(),
        rests_on: Vec::new(),
        caps: Vec::new(),
        unasked_core: core().listed(),
        would_change: Vec::new(),
        clear: Clear::NotStarted,
        head: Head::NotStarted,
        review: None,
    }
}
