//! Which questions are worth asking next: those whose answer would change what to do first.
//!
//! Lives here: trying each answer alone on the rules. Not here: the rules, or how a question reads. Only what can change is worked
//! out again: the pathways that hang on a field (`swing`), with all its answers at once (`tried`), and the Dash where it reads it.

#[cfg(test)]
mod tests;

use super::evaluate::Facts;
use super::pathways::NEED_CONSENT;
use super::stops::stop;
use super::swing::{Fields, Swing, Swings, bit, may_read};
use super::tried::{Places, each_named, each_or_none, with_each, worth_trying};
use std::sync::LazyLock;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::condition::{Condition, Values};
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

/// What the rows say of one pathway, and what else decides how it stands.
struct Rules {
    entries: Vec<Entry>,
    /// It does not stand where this holds.
    not_if: Option<&'static Condition>,
    /// It is only considered where this holds.
    considered_if: Option<&'static Condition>,
    /// Some row can put it first.
    can_press: bool,
    /// Of each field, the answers that its conditions tell from none.
    named: Vec<Places>,
}

/// An entry of a row about a pathway.
struct Entry {
    row: usize,
    only_if: &'static Condition,
    /// How it shows the pathway; `None` where it withholds it.
    shows: Option<(u8, Stance)>,
    /// The fields that its conditions name, or may read by way of the Dash.
    named: Fields,
}

const fn refused(field: ContextField) -> Condition {
    Condition::Field(field, Values { texts: &["refused"], members: 1 << Consent::Refused as u32 }, false)
}

static SUPPORT_REFUSED: Condition = refused(ContextField::ReferralConsent);
static ONLY_POLICE_REFUSED: Condition = Condition::All(&[refused(ContextField::PoliceConsent), Condition::Not(&SIGN)]);

/// The rules of each pathway.
static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| PathwayId::ALL.iter().map(|id| Rules::of(*id)).listed());

/// Of each field, the answers worth trying.
static WORTH: LazyLock<Vec<Places>> =
    LazyLock::new(|| ContextField::ALL.iter().map(|field| worth_trying(*field)).listed());

impl Rules {
    fn of(id: PathwayId) -> Self {
        let mut entries = Vec::new();
        for (row, it) in ROWS.iter().enumerate() {
            let mut add = |only_if, shows| {
                entries.push(Entry { row, only_if, shows, named: may_read(&it.when) | may_read(only_if) });
            };
            for show in it.show.iter().filter(|show| show.pathway == id) {
                add(&show.only_if, Some((show.priority, show.stance)));
            }
            for withhold in it.withhold.iter().filter(|withhold| withhold.pathway == id) {
                add(&withhold.only_if, None);
            }
        }
        let not_if = match id {
            PathwayId::ClaresLaw => Some(&YOUNG_PERPETRATOR),
            id if NEED_CONSENT.contains(&id) => Some(&SUPPORT_REFUSED),
            _ => None,
        };
        let considered_if = (id == PathwayId::PoliceReport).then_some(&ONLY_POLICE_REFUSED);
        let can_press = entries.iter().any(|entry: &Entry| entry.shows.is_some_and(|(priority, _)| presses(priority)));
        let mut named = ContextField::ALL.iter().map(|_| 0).listed();
        let conditions = entries.iter().flat_map(|entry| [&ROWS[entry.row].when, entry.only_if]);
        for condition in conditions.chain(not_if).chain(considered_if) {
            each_named(condition, &mut |field, answers| named[field as usize] |= answers);
        }
        Self { entries, not_if, considered_if, can_press, named }
    }
}

/// Enough for the entries of most pathways, so that the lists of a search rarely grow.
const ENTRIES: usize = 16;

/// True at priority 0 or 1.
fn presses(priority: u8) -> bool {
    priority <= 1
}

/// How a pathway stands, if at priority 0 or 1.
type Standing = Option<(u8, Stance)>;

/// What the entries that hold come to.
#[derive(Clone, Copy)]
struct Found {
    /// The least number.
    priority: u8,
    /// The firmest.
    stance: Stance,
    withheld: bool,
}

impl Found {
    /// What none comes to.
    const NOTHING: Self = Self { priority: u8::MAX, stance: Stance::NotNow, withheld: false };

    fn with(self, entry: &Entry) -> Self {
        match entry.shows {
            None => Self { withheld: true, ..self },
            Some((priority, stance)) => {
                Self { priority: self.priority.min(priority), stance: self.stance.min(stance), ..self }
            }
        }
    }
    /// At priority 0 or 1.
    fn pressing(self) -> Standing {
        (presses(self.priority) && !self.withheld).then_some((self.priority, self.stance))
    }
    /// The same after what else decides.
    fn standing(self, not: bool, considered: bool) -> Standing {
        let (priority, stance) = self.pressing().filter(|_| !not)?;
        Some((priority, if considered { Stance::Consider } else { stance }))
    }
}

/// The fields of the situation that the rules of a pathway read; first those that few others read: they are its own.
pub fn read_by(pathway: PathwayId) -> Vec<ContextField> {
    let reads = |rules: &Rules, field: ContextField| rules.named[field as usize] != 0;
    let own = &RULES[pathway.index()];
    let mut own: Vec<_> = ContextField::ALL.iter().copied().filter(|field| reads(own, *field)).listed();
    sort_by_key(&mut own, |field| RULES.iter().filter(|rules| reads(rules, *field)).count());
    own
}

/// The search for answers that move a pathway.
struct Search<'a> {
    swings: Swings<'a>,
    /// Of each row of the table, what could turn it, once that is wanted.
    rows: Vec<Option<Swing>>,
    /// Of each field, the answers by which something was found to change.
    change: [Places; ContextField::ALL.len()],
    /// The entries of one pathway.
    entries: Vec<Swing>,
    /// Of each, the answers to one question with which it holds.
    hold: Vec<Places>,
}

impl Search<'_> {
    /// Notes the answers that move a pathway.
    fn look_at(&mut self, rules: &Rules, rows: &[bool]) {
        let (swings, facts) = (&self.swings, self.swings.facts);
        let mut found = Found::NOTHING;
        self.entries.clear();
        for entry in &rules.entries {
            let holds = rows[entry.row] && facts.holds(entry.only_if);
            if holds {
                found = found.with(entry);
            }
            self.entries.push(Swing::new(holds, entry.named | Swing::UNSAID));
        }
        let pressing = found.pressing();
        let mut by = 0;
        if pressing.is_some() {
            for beside in rules.not_if.iter().chain(&rules.considered_if) {
                by |= swings.swing(beside).by();
            }
        }
        for (entry, swing) in rules.entries.iter().zip(&mut self.entries) {
            // What cannot matter alone matters only beside what can.
            let alone = match (swing.holds(), entry.shows) {
                (true, None) => true,
                (true, Some(_)) => pressing.is_some(),
                (false, _) => found.with(entry).pressing() != pressing,
            };
            if alone && entry.named & swings.open != 0 {
                let row = self.rows[entry.row].get_or_insert_with(|| swings.swing(&ROWS[entry.row].when));
                *swing = swings.both(*row, entry.only_if);
                by |= swing.by();
            }
        }
        let beside =
            [rules.not_if, rules.considered_if].map(|beside| beside.is_some_and(|condition| facts.holds(condition)));
        let mut left = by;
        while left != 0 {
            let field = ContextField::ALL[left.trailing_zeros() as usize];
            left &= left - 1;
            self.change[field as usize] |= self.moved(rules, field, found, beside);
        }
    }

    /// The answers to a field with which a pathway stands otherwise, among those not yet found to change something. `found` and
    /// `beside` are as they are without one.
    fn moved(&mut self, rules: &Rules, field: ContextField, found: Found, beside: [bool; 2]) -> Places {
        let by_dash = self.swings.dash & bit(field) != 0;
        let named = if by_dash { Places::MAX } else { rules.named[field as usize] };
        let mut left = WORTH[field as usize] & named & !self.change[field as usize];
        if left == 0 {
            return 0;
        }
        let tried = self.swings.tried(field);
        let hold = |entry: &Entry| {
            // The row is the same for all its entries, and most hang on what they add to it.
            match self.rows[entry.row] {
                Some(row) if row.by() & bit(field) == 0 => each_or_none(row.holds()) & tried.holds(entry.only_if),
                _ => tried.both(&ROWS[entry.row].when, entry.only_if),
            }
        };
        let [not, considered] =
            [rules.not_if, rules.considered_if].map(|beside| beside.map_or(0, |condition| tried.holds(condition)));
        let mut turned = (not ^ each_or_none(beside[0])) | (considered ^ each_or_none(beside[1]));
        self.hold.clear();
        for (entry, swing) in rules.entries.iter().zip(&self.entries) {
            let now = each_or_none(swing.holds());
            let then = if swing.by() & (bit(field) | Swing::UNSAID) == bit(field) { hold(entry) } else { now };
            turned |= now ^ then;
            self.hold.push(then);
        }
        left &= turned;
        if left == 0 {
            return 0;
        }
        for ((entry, swing), then) in rules.entries.iter().zip(&self.entries).zip(&mut self.hold) {
            if swing.by() & (bit(field) | Swing::UNSAID) == bit(field) | Swing::UNSAID {
                *then = hold(entry);
            }
        }
        let standing = found.standing(beside[0], beside[1]);
        let mut moved = 0;
        while left != 0 {
            let answer = left & left.wrapping_neg();
            left &= !answer;
            let mut found = Found::NOTHING;
            for (entry, _) in rules.entries.iter().zip(&self.hold).filter(|(_, hold)| *hold & answer != 0) {
                found = found.with(entry);
            }
            if found.standing(not & answer != 0, considered & answer != 0) != standing {
                moved |= answer;
            }
        }
        moved
    }
}

/// Questions about the situation that were not asked and are no gate, and of which some answer alone would change what
/// stands at priority 0 or 1, or the stop. The one with the most such answers first, then in the order of the fields.
/// `rows` says which rows of the table hold in the case as it is.
pub fn ask_next(facts: &Facts<'_>, gates: &[Gate], rows: &[bool]) -> Vec<ContextField> {
    let mut never = NEVER.iter().fold(0, |all, field| all | bit(*field));
    for gate in gates {
        if let Input::Context(field) = gate.input() {
            never |= bit(field);
        }
    }
    let mut context = facts.context.clone();
    let swings = Swings::of(facts, never, &mut context);
    let mut change = [0; ContextField::ALL.len()];
    let stop_now = stop(facts.case, facts.context);
    for field in READ_BY_STOP.into_iter().filter(|field| swings.open & bit(*field) != 0) {
        let mut answer = 1;
        with_each(&mut context, field, |context| {
            change[field as usize] |= if stop(facts.case, context) == stop_now { 0 } else { answer };
            answer <<= 1;
        });
    }
    let mut search = Search {
        swings,
        rows: vec![None; ROWS.len()],
        change,
        entries: Vec::with_capacity(ENTRIES),
        hold: Vec::with_capacity(ENTRIES),
    };
    for rules in RULES.iter().filter(|rules| rules.can_press) {
        search.look_at(rules, rows);
    }
    let mut useful: Vec<(u32, ContextField)> = Vec::new();
    for (field, (change, worth)) in ContextField::ALL.iter().zip(search.change.iter().zip(WORTH.iter())) {
        let count = (change & worth).count_ones();
        if count > 0 {
            useful.push((count, *field));
        }
    }
    sort_by_key(&mut useful, |(count, field)| (std::cmp::Reverse(*count), *field));
    useful.into_iter().map(|(_, field)| field).listed()
}
