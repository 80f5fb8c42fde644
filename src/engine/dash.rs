//! The Dash sheet: a count with its bounds, the four routes, and what to go back to. The count can raise concern and
//! never lower it; "don't know" is never "no".

use super::assessment::*;
use super::settings::LocalValues;
use crate::case::vocabulary::*;
use crate::case::{Case, ItemNumber};
use crate::content::{MARKS, Mark, Profile};

/// Asked about first whatever the count: weapon, threat to kill, strangulation, sexual violence, the other's suicide.
const GRAVEST: [u8; 5] = [13, 14, 15, 16, 22];
/// An earlier Dash older than this many months is asked again (dash:2.5).
const FRESH_MONTHS: u16 = 3;

/// The Dash of a case under a profile and its local values.
pub fn assess(case: &Case, profile: &Profile, local: &LocalValues) -> DashResult {
    let sheet = Sheet::of(case);
    let count = |wanted: ItemAnswer| sheet.count(|answer| answer == Some(wanted));
    let (yes, no, dk, blank) = (
        count(ItemAnswer::Yes),
        count(ItemAnswer::No),
        count(ItemAnswer::DontKnow),
        sheet.count(|answer| answer.is_none()),
    );
    let valid = is_valid(case);
    let highest = yes + dk + blank + if sheet.no_is_open { no } else { 0 };
    let total = |number: u8| valid.then_some(number);
    let reach = valid.then(|| {
        if u16::from(yes) >= local.threshold {
            Reach::Met
        } else if u16::from(highest) >= local.threshold {
            Reach::Possible
        } else {
            Reach::NotOnTheseAnswers
        }
    });
    let routes = routes(case, total(yes), local);
    let routes_open = routes_open(case, local);
    let could_reach = sheet.answered() && reach == Some(Reach::Possible);
    let marked = |item: &ItemNumber| sheet.is_marked(*item) && sheet.yes(item.get());
    let markers: Vec<ItemNumber> = ItemNumber::all().filter(marked).collect();
    let prompt = if sheet.grave_cluster() {
        Prompt::PromptPlus
    } else if !markers.is_empty() || could_reach || !routes_open.is_empty() {
        Prompt::Prompt
    } else {
        Prompt::None
    };
    DashResult {
        valid,
        who_may: if profile.lets_complete(case.context.worker_role) { WhoMay::ThisWorker } else { WhoMay::HandOff },
        repeat: repeat(case, profile),
        yes: total(yes),
        no,
        dk,
        blank,
        lowest: total(yes),
        highest: total(highest),
        threshold: local.threshold,
        reach,
        complete: valid && blank == 0,
        routes,
        routes_open,
        prompt,
        markers,
        revisit: sheet.revisit(),
    }
}

/// True when an item was answered at all, don't know included.
pub fn answered(case: &Case) -> bool {
    !case.dash.answers.is_empty()
}

/// Honour-based abuse or forced marriage is present.
pub fn honour_based(case: &Case) -> bool {
    case.context.honour_based == Some(Known::Yes) || case.context.forced_marriage == Some(Known::Yes)
}

/// An earlier Dash is older than it should be.
pub fn earlier_is_old(case: &Case) -> bool {
    let context = &case.context;
    let there_is_one = match context.existing_dash {
        Some(ExistingDash::None) => false,
        Some(ExistingDash::Own | ExistingDash::OtherAgency) => true,
        None => context.existing_dash_yes.is_some(),
    };
    there_is_one && context.existing_dash_months.is_some_and(|months| months.get() > FRESH_MONTHS)
}

/// A total may be given: asked of the survivor or filled from what is known, 16 or over, and not purely historic.
fn is_valid(case: &Case) -> bool {
    case.dash.with != Some(DashWith::Perpetrator)
        && case.context.survivor_age != Some(SurvivorAge::Under16)
        && case.context.recency != Some(Recency::Historic)
}

/// The answers with what changes how they are read.
struct Sheet<'a> {
    case: &'a Case,
    /// A "no" said beside someone else, or through a relative, may not be one.
    no_is_open: bool,
}

impl<'a> Sheet<'a> {
    fn of(case: &'a Case) -> Self {
        let no_is_open = matches!(case.dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter));
        Self { case, no_is_open }
    }
    fn answer(&self, item: ItemNumber) -> Option<ItemAnswer> {
        self.case.dash.answers.get(item).copied()
    }
    fn answered(&self) -> bool {
        answered(self.case)
    }
    fn yes(&self, number: u8) -> bool {
        self.case.dash.yes(number)
    }
    fn any_yes(&self, numbers: &[u8]) -> bool {
        numbers.iter().any(|number| self.yes(*number))
    }
    fn count(&self, wanted: impl Fn(Option<ItemAnswer>) -> bool) -> u8 {
        ItemNumber::all().map(|item| u8::from(wanted(self.answer(item)))).sum()
    }
    fn mark(&self, item: ItemNumber) -> Mark {
        MARKS[usize::from(item.get()) - 1]
    }
    /// A serious-harm marker, in this case.
    fn is_marked(&self, item: ItemNumber) -> bool {
        match item.get() {
            17 => honour_based(self.case),
            23 => self.any_yes(&[6, 8]),
            _ => self.mark(item) == Mark::A,
        }
    }
    fn grave_cluster(&self) -> bool {
        self.any_yes(&GRAVEST)
            || honour_based(self.case)
            || (self.yes(6) && self.yes(12) && self.any_yes(&[1, 13, 15, 16]))
    }
    /// Items worth asking again, gravest first; within each group don't know, then blank, then a doubtful no.
    fn revisit(&self) -> Vec<ItemNumber> {
        let mut open: Vec<(u8, u8, ItemNumber)> = ItemNumber::all()
            .filter_map(|item| {
                let doubt = match self.answer(item) {
                    Some(ItemAnswer::Yes) => return None,
                    Some(ItemAnswer::DontKnow) => 0,
                    None => 1,
                    Some(ItemAnswer::No) if self.no_is_open => 2,
                    Some(ItemAnswer::No) => return None,
                };
                let group = if GRAVEST.contains(&item.get()) {
                    0
                } else if self.is_marked(item) || item.get() == 5 {
                    1
                } else if self.mark(item) == Mark::C {
                    3
                } else {
                    2
                };
                Some((group, doubt, item))
            })
            .collect();
        open.sort_unstable();
        open.into_iter().map(|(_, _, item)| item).collect()
    }
}

/// The routes met; any one is enough, and nothing lowers one.
fn routes(case: &Case, yes: Option<u8>, local: &LocalValues) -> Vec<Route> {
    let context = &case.context;
    let on_this_sheet = yes.is_some_and(|yes| u16::from(yes) >= local.threshold);
    let earlier = context.existing_dash != Some(ExistingDash::None)
        && matches!(context.existing_dash_form, None | Some(DashForm::Safelives24))
        && context.survivor_age != Some(SurvivorAge::Under16)
        && context.existing_dash_yes.is_some_and(|yes| yes.get() <= 24 && yes.get() >= local.threshold);
    let counted = if local.police_only { police_events(case) } else { larger_count(case) };
    let escalation = counted.is_some_and(|events| events >= local.events)
        && (!local.must_increase || context.events_increasing == Some(Known::Yes));
    let criminal = context.abuse_since_marac_criminal == Some(Known::Yes);
    let further = match local.repeat_rule {
        RepeatRule::AnyAbuse => criminal || context.abuse_since_marac == Some(Known::Yes),
        RepeatRule::CriminalOnly => criminal,
    };
    [
        (Route::R1, on_this_sheet || earlier),
        (Route::R2, escalation),
        (Route::R3, context.marac_last_12m == Some(MaracLast12m::SamePair) && further),
        (Route::R4, case.dash.judgement == Some(Judgement::High)),
    ]
    .into_iter()
    .filter_map(|(route, met)| met.then_some(route))
    .collect()
}

/// The routes that only an unknown keeps from being met.
fn routes_open(case: &Case, local: &LocalValues) -> Vec<Route> {
    let context = &case.context;
    let unknown = |answer: Option<Known>| matches!(answer, None | Some(Known::Unknown));
    let enough = larger_count(case).is_some_and(|events| events >= local.events);
    let police_short = local.police_only && police_events(case).is_none_or(|events| events < local.events);
    let increase_unknown = local.must_increase && unknown(context.events_increasing);
    let since_unknown = unknown(context.abuse_since_marac) && context.abuse_since_marac_criminal != Some(Known::Yes);
    let criminal_unknown = local.repeat_rule == RepeatRule::CriminalOnly
        && context.abuse_since_marac == Some(Known::Yes)
        && unknown(context.abuse_since_marac_criminal);
    let same_pair = context.marac_last_12m == Some(MaracLast12m::SamePair);
    [
        (Route::R2, enough && (police_short || increase_unknown)),
        (Route::R3, same_pair && (since_unknown || criminal_unknown)),
    ]
    .into_iter()
    .filter_map(|(route, open)| open.then_some(route))
    .collect()
}

fn police_events(case: &Case) -> Option<u16> {
    case.context.police_events_12m.map(|events| events.get())
}

/// The larger of the two counts of separate occasions recorded by any agency.
fn larger_count(case: &Case) -> Option<u16> {
    case.context.events_12m.map(|events| events.get()).max(police_events(case))
}

fn repeat(case: &Case, profile: &Profile) -> Repeat {
    let context = &case.context;
    let still_good = context.new_incident_since_dash == Some(Known::No) && !earlier_is_old(case);
    match context.existing_dash {
        Some(ExistingDash::OtherAgency) if still_good && profile.reuse_other_dash => Repeat::Reuse,
        Some(ExistingDash::Own) if still_good => Repeat::NotNeeded,
        _ => Repeat::Ask,
    }
}
