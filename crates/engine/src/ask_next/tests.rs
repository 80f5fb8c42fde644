//! What is found by looking only at what hangs on a question is what trying every answer on every rule finds.

use super::*;
use crate::assessment::Stop;
use crate::dash;
use crate::identify::identify;
use crate::settings::LocalValues;
use waymark_case::value::Kind;
use waymark_case::{Case, ItemNumber};
use waymark_content::Profiles;

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn texts(field: ContextField) -> &'static [&'static str] {
    match field.kind() {
        Kind::One(texts) | Kind::Any(texts) => texts,
        _ => &["0", "3", "14"],
    }
}

/// A case in which of a hundred questions about as many as `share` are answered.
fn drawn(chance: &mut Chance, share: usize) -> Case {
    let mut case = Case::default();
    for field in ContextField::ALL.iter().filter(|_| chance.below(100) < share).copied().listed() {
        let texts = texts(field);
        let _ = case.put(Input::Context(field), Some(texts[chance.below(texts.len())]));
    }
    for item in ItemNumber::all().filter(|_| chance.below(100) < share).listed() {
        case.dash.answers.set(item, ItemAnswer::ALL.get(chance.below(4)).copied());
    }
    case.dash.judgement = Judgement::ALL.get(chance.below(12)).copied();
    case.settings.hba_auto_marac = (chance.below(4) == 0).then_some(true);
    case
}

/// Calls `read` with what conditions read of a case, though the identification is that of another.
fn with_facts<T>(case: &Case, identified: &Case, read: impl FnOnce(&Facts<'_>) -> T) -> T {
    let profiles = Profiles::shipped();
    let profile = profiles.get_or_default(None);
    let local = LocalValues::of(case, profile);
    let identify = identify(identified);
    let dash = dash::assess(&case.dash, &case.context, profile, &local);
    read(&Facts::of(case, profile, local, &identify, &dash))
}

/// The first stop and how every pathway stands, by every rule there is.
fn everything(facts: &Facts<'_>) -> (Option<Stop>, Vec<Standing>) {
    let standing = |rules: &Rules| {
        let holds = |entry: &&Entry| facts.holds(&ROWS[entry.row].when) && facts.holds(entry.only_if);
        let found = rules.entries.iter().filter(holds).fold(Found::NOTHING, Found::with);
        let beside = |condition: Option<&Condition>| condition.is_some_and(|condition| facts.holds(condition));
        found.standing(beside(rules.not_if), beside(rules.considered_if))
    };
    (stop(facts.case, facts.context), RULES.iter().map(standing).listed())
}

#[test]
fn it_is_what_trying_every_answer_finds() {
    let mut chance = Chance(1);
    for round in 0..240 {
        let case = drawn(&mut chance, [2, 10, 30, 60][round % 4]);
        let found = with_facts(&case, &case, |facts| {
            let rows = ROWS.iter().map(|row| facts.holds(&row.when)).listed();
            ask_next(facts, &[Gate::Recency], &rows)
        });
        let now = with_facts(&case, &case, everything);
        let mut expected = Vec::new();
        for field in ContextField::ALL.iter().copied() {
            if NEVER.contains(&field) || field == ContextField::Recency || !case.context.field(field).is_absent() {
                continue;
            }
            let changes = |text: &&&str| {
                let mut tried = case.clone();
                let _ = tried.put(Input::Context(field), Some(text));
                with_facts(&tried, &case, everything) != now
            };
            let count = texts(field).iter().filter(|text| **text != "unknown").filter(changes).count();
            if count > 0 {
                expected.push((count, field));
            }
        }
        sort_by_key(&mut expected, |(count, field)| (std::cmp::Reverse(*count), *field));
        let expected = expected.into_iter().map(|(_, field)| field).listed();
        assert_eq!(found, expected, "round {round}: {:?}", case.context);
    }
}
