//! Which questions are worth asking next: those whose answer would change what to do first.
//!
//! Lives here: trying each answer alone on the rules. Not here: the rules, or how a question reads. Only what can change
//! is worked out again: the pathways whose rows name the field tried, and the Dash where it reads the field.

use super::assessment::Stop;
use super::evaluate::Facts;
use super::pathways::NEED_CONSENT;
use std::sync::LazyLock;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Context, ContextField, Input};
use waymark_content::condition::{Condition, Fact};
use waymark_content::terms::{SIGN, YOUNG_PERPETRATOR};
use waymark_content::{Gate, ROWS, Stance};

/// Never asked for: what the survivor wants is no means to an end, and counts and months have no single best answer.
const NEVER: [ContextField; 5] = [
    ContextField::Wishes,
    ContextField::ExistingDashYes,
    ContextField::ExistingDashMonths,
    ContextField::Events12m,
    ContextField::PoliceEvents12m,
];
/// What the Dash reads of the situation, beside counts and months.
const READ_BY_DASH: [ContextField; 10] = [
    ContextField::SurvivorAge,
    ContextField::Recency,
    ContextField::HonourBased,
    ContextField::ForcedMarriage,
    ContextField::ExistingDash,
    ContextField::ExistingDashForm,
    ContextField::EventsIncreasing,
    ContextField::MaracLast12m,
    ContextField::AbuseSinceMarac,
    ContextField::AbuseSinceMaracCriminal,
];
/// What a stop reads.
const READ_BY_STOP: [ContextField; 7] = [
    ContextField::DangerNow,
    ContextField::RedFlags,
    ContextField::Injury,
    ContextField::SuicidalNow,
    ContextField::ChildHarm,
    ContextField::ChildWithPerpetratorTonight,
    ContextField::PrivateNow,
];

/// Fields as bits by their place in the table.
type Fields = u128;

fn bit(field: ContextField) -> Fields {
    1 << field as u32
}

fn bits(fields: &[ContextField]) -> Fields {
    fields.iter().fold(0, |all, field| all | bit(*field))
}

/// What a condition reads.
#[derive(Clone, Copy, Default)]
struct Reads {
    fields: Fields,
    /// Something that the Dash came to.
    dash: bool,
}

impl Reads {
    fn with(self, other: Self) -> Self {
        Self { fields: self.fields | other.fields, dash: self.dash || other.dash }
    }
}

/// An entry of a row about one pathway: what it reads, and when it holds.
struct PathwayEntry {
    row: usize,
    only_if: &'static Condition,
    reads: Reads,
    effect: EntryEffect,
}

enum EntryEffect {
    Show(u8, Stance),
    Withhold,
}

/// The entries by pathway, and of each field the values that some condition names.
struct Index {
    entries: Vec<Vec<PathwayEntry>>,
    /// What all the entries of a pathway read.
    reads: Vec<Reads>,
    named: Vec<Vec<&'static str>>,
    /// Fields of which some condition asks whether they were answered at all.
    absence: Fields,
    /// How many pathways read each field.
    readers: Vec<usize>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        entries: PathwayId::ALL.iter().map(|_| Vec::new()).listed(),
        reads: PathwayId::ALL.iter().map(|_| Reads::default()).listed(),
        named: ContextField::ALL.iter().map(|_| Vec::new()).listed(),
        absence: 0,
        readers: Vec::new(),
    };
    for (row, it) in ROWS.iter().enumerate() {
        for show in it.show {
            index.add(show.pathway, row, &show.only_if, EntryEffect::Show(show.priority, show.stance));
        }
        for withhold in it.withhold {
            index.add(withhold.pathway, row, &withhold.only_if, EntryEffect::Withhold);
        }
    }
    let sign = index.walk(&SIGN);
    index.also(PathwayId::PoliceReport, sign.with(Reads { fields: bit(ContextField::PoliceConsent), dash: false }));
    index.also(PathwayId::ClaresLaw, Reads { fields: bit(ContextField::PerpetratorAge), dash: false });
    for id in NEED_CONSENT {
        index.also(id, Reads { fields: bit(ContextField::ReferralConsent), dash: false });
    }
    let readers = |field: &ContextField| index.reads.iter().filter(|reads| reads.fields & bit(*field) != 0).count();
    index.readers = ContextField::ALL.iter().map(readers).listed();
    index
});

impl Index {
    fn add(&mut self, pathway: PathwayId, row: usize, only_if: &'static Condition, effect: EntryEffect) {
        let reads = self.walk(&ROWS[row].when).with(self.walk(only_if));
        self.also(pathway, reads);
        self.entries[pathway.index()].push(PathwayEntry { row, only_if, reads, effect });
    }

    fn also(&mut self, pathway: PathwayId, reads: Reads) {
        let all = &mut self.reads[pathway.index()];
        *all = all.with(reads);
    }

    /// What a condition reads; the values it names are noted.
    fn walk(&mut self, condition: &'static Condition) -> Reads {
        match condition {
            Condition::Field(field, values, or_absent) => {
                self.named[*field as usize].extend_from_slice(values.texts);
                if *or_absent {
                    self.absence |= bit(*field);
                }
                Reads { fields: bit(*field), dash: false }
            }
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().fold(Reads::default(), |reads, part| reads.with(self.walk(part)))
            }
            Condition::Not(part) => self.walk(part),
            Condition::Fact(
                Fact::Route
                | Fact::RoutesOpen
                | Fact::ReachPossible
                | Fact::PromptNone
                | Fact::PromptPlus
                | Fact::IdvaMet,
            ) => Reads { fields: 0, dash: true },
            _ => Reads::default(),
        }
    }

    /// True when no condition tells this answer from none at all.
    fn says_nothing(&self, field: ContextField, value: &str) -> bool {
        let consent = matches!(field, ContextField::PoliceConsent | ContextField::ReferralConsent);
        self.absence & bit(field) == 0 && !consent && !self.named[field as usize].contains(&value)
    }
}

/// The fields of the situation that the rules of a pathway read; first those that few others read: they are its own.
pub fn read_by(pathway: PathwayId) -> Vec<ContextField> {
    let own = INDEX.reads[pathway.index()].fields;
    let mut own: Vec<_> = ContextField::ALL.iter().copied().filter(|field| own & bit(*field) != 0).listed();
    sort_by_key(&mut own, |field| INDEX.readers[*field as usize]);
    own
}

/// What stands first in the case as it is, with what each entry came to.
struct Base {
    /// Of each pathway, whether each of its entries holds.
    holds: Vec<Vec<bool>>,
    standing: Vec<Option<(u8, Stance)>>,
    stop: Option<Stop>,
}

impl Base {
    fn of(facts: &Facts<'_>, rows: &[bool]) -> Self {
        let each = |entries: &Vec<PathwayEntry>| {
            entries.iter().map(|entry| rows[entry.row] && facts.holds(entry.only_if)).listed()
        };
        let holds: Vec<_> = INDEX.entries.iter().map(each).listed();
        let all = PathwayId::ALL.iter().map(|id| standing(facts, *id, holds[id.index()].iter().copied())).listed();
        Self { holds, standing: all, stop: super::stops::stop(facts.case, facts.context) }
    }
}

/// What stands for a pathway at priority 0 or 1, given which of its entries hold.
fn standing(facts: &Facts<'_>, id: PathwayId, holds: impl Iterator<Item = bool>) -> Option<(u8, Stance)> {
    let mut found: Option<(u8, Stance)> = None;
    let mut withheld = false;
    for (entry, _) in INDEX.entries[id.index()].iter().zip(holds).filter(|(_, holds)| *holds) {
        match entry.effect {
            EntryEffect::Withhold => withheld = true,
            EntryEffect::Show(priority, stance) => {
                let (least, firmest) = found.unwrap_or((priority, stance));
                found = Some((least.min(priority), firmest.min(stance)));
            }
        }
    }
    let (priority, stance) = found.filter(|(priority, _)| *priority <= 1 && !withheld)?;
    let context = facts.context;
    if (context.referral_consent == Some(Consent::Refused) && NEED_CONSENT.contains(&id))
        || (id == PathwayId::ClaresLaw && facts.holds(&YOUNG_PERPETRATOR))
    {
        return None;
    }
    let refused =
        id == PathwayId::PoliceReport && context.police_consent == Some(Consent::Refused) && !facts.holds(&SIGN);
    Some((priority, if refused { Stance::Consider } else { stance }))
}

/// Questions about the situation that were not asked and are no gate, and of which some answer alone would change what
/// stands at priority 0 or 1, or the stop. The one with the most such answers first, then in the order of the fields.
/// `rows` says which rows of the table hold in the case as it is.
pub fn ask_next(facts: &Facts<'_>, gates: &[Gate], rows: &[bool]) -> Vec<ContextField> {
    let base = Base::of(facts, rows);
    let gates = gates.iter().fold(bits(&NEVER), |all, gate| match gate.input() {
        Input::Context(field) => all | bit(field),
        _ => all,
    });
    let mut useful: Vec<(usize, ContextField)> = Vec::new();
    let mut tried = facts.context.clone();
    for field in ContextField::ALL.iter().copied() {
        if gates & bit(field) != 0 || !facts.context.field(field).is_absent() {
            continue;
        }
        let (Kind::One(values) | Kind::Any(values)) = field.kind() else { continue };
        let mut changes = |value: &str| value != "unknown" && changes(facts, &base, &mut tried, field, value);
        let count = values.iter().filter(|value| changes(value)).count();
        if count > 0 {
            useful.push((count, field));
        }
    }
    sort_by_key(&mut useful, |(count, field)| (std::cmp::Reverse(*count), *field));
    useful.into_iter().map(|(_, field)| field).listed()
}

/// True when this answer alone changes what stands first. `context` is the case's own; it is so again afterwards.
fn changes(facts: &Facts<'_>, base: &Base, context: &mut Context, field: ContextField, value: &str) -> bool {
    let says_nothing = INDEX.says_nothing(field, value);
    let read = |by: &[ContextField]| bits(by) & bit(field) != 0;
    if says_nothing && !read(&READ_BY_DASH) && !read(&READ_BY_STOP) {
        return false;
    }
    let chosen = context.field_mut(field).choose(Some(value)).is_ok();
    let changes = chosen && changes_with(facts, base, context, field, says_nothing);
    // It was absent before, and an absent field takes `None`.
    let _ = context.field_mut(field).choose(None);
    changes
}

/// The same with `field` answered in `context`.
fn changes_with(facts: &Facts<'_>, base: &Base, context: &Context, field: ContextField, says_nothing: bool) -> bool {
    let read = |by: &[ContextField]| bits(by) & bit(field) != 0;
    if read(&READ_BY_STOP) && super::stops::stop(facts.case, context) != base.stop {
        return true;
    }
    let dash =
        read(&READ_BY_DASH).then(|| super::dash::again(&facts.case.dash, context, facts.dash, &facts.local)).flatten();
    if says_nothing && dash.is_none() {
        return false;
    }
    let other_dash = dash.is_some();
    let mut members = facts.members;
    members[field as usize] = context.field(field).members();
    let tried = Facts { context, members, dash: dash.as_ref().unwrap_or(facts.dash), ..*facts };
    let touched = |reads: Reads| reads.fields & bit(field) != 0 || (other_dash && reads.dash);
    PathwayId::ALL.iter().filter(|id| touched(INDEX.reads[id.index()])).any(|id| {
        let place = id.index();
        let holds = INDEX.entries[place].iter().zip(&base.holds[place]).map(|(entry, held)| {
            if touched(entry.reads) { tried.holds(&ROWS[entry.row].when) && tried.holds(entry.only_if) } else { *held }
        });
        standing(&tried, *id, holds) != base.standing[place]
    })
}
