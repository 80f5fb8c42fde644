//! The Dash sheet: a count with its bounds, the four routes, and what to go back to. The count can raise concern and
//! never lower it; "don't know" is never "no".

use super::assessment::*;
use super::settings::LocalValues;
use waymark_case::dash::ITEMS;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Context, Dash, ItemNumber};
use waymark_content::condition::Fact;
use waymark_content::{MARKS, Mark, Profile};

/// Asked about first whatever the count: weapon, threat to kill, strangulation, sexual violence, the other's suicide.
const GRAVEST: [u8; 5] = [13, 14, 15, 16, 22];

/// The Dash of a case in a situation, under a profile and its local values.
pub fn assess(sheet: &Dash, context: &Context, profile: &Profile, local: &LocalValues) -> DashResult {
    let sheet = Sheet::of(sheet, context);
    let [yes, no, dk] = [ItemAnswer::Yes, ItemAnswer::No, ItemAnswer::DontKnow].map(|answer| sheet.count(answer));
    let blank = ITEMS as u8 - yes - no - dk;
    let valid = sheet.is_valid();
    let highest = sheet.highest();
    let total = |number: u8| valid.then_some(number);
    let reach = valid.then(|| local.reach(yes, highest));
    let routes = routes(&sheet, total(yes), local);
    let routes_open = routes_open(context, local);
    let prompt = sheet.prompt(reach, !routes_open.is_empty());
    DashResult {
        valid,
        who_may: if profile.lets_complete(context.worker_role) { WhoMay::ThisWorker } else { WhoMay::HandOff },
        repeat: repeat(context, profile, local),
        yes: total(yes),
        no,
        dk,
        blank,
        lowest: total(yes),
        highest: total(highest),
        threshold: local.threshold,
        policy_line: profile.count.filter(|_| !profile.count_rule.is_empty()),
        reach,
        complete: valid && blank == 0,
        routes_state: RoutesState {
            r1: count_state(&sheet, reach, routes, valid && blank == 0),
            r2: events_state(context, routes, routes_open, local),
            r3: repeat_state(context, routes, routes_open, local),
            r4: match sheet.dash.judgement {
                Some(Judgement::High) => RouteState::Met,
                Some(Judgement::Medium | Judgement::Standard) => RouteState::NotMet,
                Some(Judgement::None) | None => RouteState::NotAssessed,
            },
        },
        routes: routes.iter().listed(),
        routes_open: routes_open.iter().listed(),
        events: local.events,
        months: local.months,
        fresh_months: local.fresh_months,
        prompt,
        markers: ItemNumber::all().filter(|item| has(sheet.markers(), *item)).listed(),
        revisit: sheet.revisit(),
    }
}

/// What conditions read of a Dash: no more than this has to be worked out for an answer that is only tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Read {
    /// A route is met.
    route: bool,
    /// An unknown keeps a route open.
    routes_open: bool,
    /// The count could still reach the line.
    reach_possible: bool,
    /// Whether to prompt for judgement.
    prompt: Prompt,
    /// The count reaches the line of the IDVA service.
    idva: bool,
}

impl Read {
    /// Whether a fact of these holds.
    pub fn says(&self, fact: Fact) -> bool {
        match fact {
            Fact::Route => self.route,
            Fact::RoutesOpen => self.routes_open,
            Fact::ReachPossible => self.reach_possible,
            Fact::PromptNone => self.prompt == Prompt::None,
            Fact::PromptPlus => self.prompt == Prompt::PromptPlus,
            _ => fact == Fact::IdvaMet && self.idva,
        }
    }
}

/// True for a fact that the Dash came to.
pub fn is_read(fact: Fact) -> bool {
    use Fact::{IdvaMet, PromptNone, PromptPlus, ReachPossible, Route, RoutesOpen};
    matches!(fact, Route | RoutesOpen | ReachPossible | PromptNone | PromptPlus | IdvaMet)
}

/// True when an item was answered at all, don't know included.
pub fn answered(case: &Case) -> bool {
    !case.dash.answers.is_empty()
}

/// Honour-based abuse or forced marriage is present.
fn honour_based(context: &Context) -> bool {
    context.honour_based == Some(Known::Yes) || context.forced_marriage == Some(Known::Yes)
}

/// An earlier Dash is older than it should be.
pub fn earlier_is_old(context: &Context, local: &LocalValues) -> bool {
    let there_is_one = match context.existing_dash {
        Some(ExistingDash::None) => false,
        Some(ExistingDash::Own | ExistingDash::OtherAgency) => true,
        None => context.existing_dash_yes.is_some(),
    };
    there_is_one && context.existing_dash_months.is_some_and(|months| months.get() > local.fresh_months)
}

/// The answers with what changes how they are read.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    dash: &'a Dash,
    context: &'a Context,
    /// Of each answer, the items that have it.
    items: Items,
    /// A "no" said beside someone else, or through a relative, may not be one.
    no_is_open: bool,
}

/// Of each answer, the items that have it, as bits by their number.
pub type Items = [u32; ItemAnswer::ALL.len()];

/// The items of a sheet by their answers.
pub fn items(dash: &Dash) -> Items {
    let mut items = [0; ItemAnswer::ALL.len()];
    for (item, answer) in dash.answers.iter() {
        items[answer.index()] |= 1 << item.get();
    }
    items
}

fn has(items: u32, item: ItemNumber) -> bool {
    items & (1 << item.get()) != 0
}

impl<'a> Sheet<'a> {
    /// The sheet in a situation.
    pub fn of(dash: &'a Dash, context: &'a Context) -> Self {
        let no_is_open = matches!(dash.heard, Some(Heard::WithOthers | Heard::FamilyInterpreter));
        Self { dash, context, items: items(dash), no_is_open }
    }
    /// What conditions would read of it in another situation.
    pub fn read(&self, context: &Context, local: &LocalValues) -> Read {
        let sheet = Sheet { context, ..*self };
        let yes = sheet.is_valid().then(|| sheet.count(ItemAnswer::Yes));
        let reach = yes.map(|yes| local.reach(yes, sheet.highest()));
        let routes_open = !routes_open(context, local).is_empty();
        Read {
            route: !routes(&sheet, yes, local).is_empty(),
            routes_open,
            reach_possible: reach == Some(Reach::Possible),
            prompt: sheet.prompt(reach, routes_open),
            idva: yes.zip(local.idva).is_some_and(|(yes, line)| u16::from(yes) >= line),
        }
    }
    /// A total may be given: asked of the survivor or filled from what is known, 16 or over, and not purely historic.
    fn is_valid(&self) -> bool {
        self.dash.with != Some(DashWith::Perpetrator)
            && self.context.survivor_age != Some(SurvivorAge::Under16)
            && self.context.recency != Some(Recency::Historic)
    }
    fn answered(&self) -> bool {
        self.items != Items::default()
    }
    fn yes(&self) -> u32 {
        self.items[ItemAnswer::Yes.index()]
    }
    fn any_yes(&self, numbers: &[u8]) -> bool {
        numbers.iter().any(|number| self.yes() & 1 << number != 0)
    }
    fn count(&self, answer: ItemAnswer) -> u8 {
        self.items[answer.index()].count_ones() as u8
    }
    /// The highest the count can still be: what is not known, not asked or doubtful may be a yes.
    fn highest(&self) -> u8 {
        ITEMS as u8 - if self.no_is_open { 0 } else { self.count(ItemAnswer::No) }
    }
    /// Serious-harm markers answered yes.
    fn markers(&self) -> u32 {
        ItemNumber::all()
            .filter(|item| has(self.yes(), *item) && self.is_marked(*item))
            .fold(0, |all, item| all | 1 << item.get())
    }
    fn prompt(&self, reach: Option<Reach>, route_open: bool) -> Prompt {
        let could_reach = self.answered() && reach == Some(Reach::Possible);
        if self.grave_cluster() {
            Prompt::PromptPlus
        } else if could_reach || route_open || self.markers() != 0 {
            Prompt::Prompt
        } else {
            Prompt::None
        }
    }
    fn mark(&self, item: ItemNumber) -> Mark {
        MARKS[usize::from(item.get()) - 1]
    }
    /// A serious-harm marker, in this case.
    fn is_marked(&self, item: ItemNumber) -> bool {
        match item.get() {
            17 => honour_based(self.context),
            23 => self.any_yes(&[6, 8]),
            _ => self.mark(item) == Mark::A,
        }
    }
    fn grave_cluster(&self) -> bool {
        self.any_yes(&GRAVEST)
            || honour_based(self.context)
            || (self.any_yes(&[6]) && self.any_yes(&[12]) && self.any_yes(&[1, 13, 15, 16]))
    }
    /// Items worth asking again, gravest first; within each group don't know, then blank, then a doubtful no.
    fn revisit(&self) -> Vec<ItemNumber> {
        let mut open: Vec<(u8, u8, ItemNumber)> = ItemNumber::all()
            .filter_map(|item| {
                let doubt = match self.dash.answers.get(item) {
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
            .listed();
        sort_by_key(&mut open, |one| *one);
        open.into_iter().map(|(_, _, item)| item).listed()
    }
}

/// The routes met; any one is enough, and nothing lowers one.
fn routes(sheet: &Sheet<'_>, yes: Option<u8>, local: &LocalValues) -> Set<Route> {
    let context = sheet.context;
    let on_this_sheet = yes.is_some_and(|yes| u16::from(yes) >= local.threshold);
    let earlier = context.existing_dash != Some(ExistingDash::None)
        && matches!(context.existing_dash_form, None | Some(DashForm::Safelives24))
        && context.survivor_age != Some(SurvivorAge::Under16)
        && context.existing_dash_yes.is_some_and(|yes| yes.get() <= 24 && yes.get() >= local.threshold);
    let counted = if local.police_only { police_events(context) } else { larger_count(context) };
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
        (Route::R4, sheet.dash.judgement == Some(Judgement::High)),
    ]
    .into_iter()
    .filter_map(|(route, met)| met.then_some(route))
    .collect()
}

/// The routes that only an unknown keeps from being met.
fn routes_open(context: &Context, local: &LocalValues) -> Set<Route> {
    let unknown = |answer: Option<Known>| matches!(answer, None | Some(Known::Unknown));
    let enough = larger_count(context).is_some_and(|events| events >= local.events);
    let police_short = local.police_only && police_events(context).is_none_or(|events| events < local.events);
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

/// Route 1. It is not met only on a complete sheet whose highest count stays under the line.
fn count_state(sheet: &Sheet<'_>, reach: Option<Reach>, routes: Set<Route>, complete: bool) -> RouteState {
    match reach {
        _ if routes.has(Route::R1) => RouteState::Met,
        Some(Reach::Possible) if sheet.answered() => RouteState::Open,
        Some(Reach::NotOnTheseAnswers) if complete => RouteState::NotMet,
        _ => RouteState::NotAssessed,
    }
}

/// Route 2. It is not met only where the count that decides was given.
fn events_state(context: &Context, routes: Set<Route>, open: Set<Route>, local: &LocalValues) -> RouteState {
    let decides =
        if local.police_only { police_events(context) } else { context.events_12m.map(|events| events.get()) };
    let short = decides.is_some_and(|events| events < local.events);
    let steady = local.must_increase && context.events_increasing == Some(Known::No);
    if routes.has(Route::R2) {
        RouteState::Met
    } else if open.has(Route::R2) {
        RouteState::Open
    } else if short || (steady && decides.is_some()) {
        RouteState::NotMet
    } else {
        RouteState::NotAssessed
    }
}

/// Route 3. It is not met only where there was no MARAC about these two, or no further abuse of the kind that counts.
fn repeat_state(context: &Context, routes: Set<Route>, open: Set<Route>, local: &LocalValues) -> RouteState {
    let none_since = context.abuse_since_marac == Some(Known::No)
        || (local.repeat_rule == RepeatRule::CriminalOnly && context.abuse_since_marac_criminal == Some(Known::No));
    let ruled_out = match context.marac_last_12m {
        Some(MaracLast12m::No | MaracLast12m::OtherPair) => true,
        Some(MaracLast12m::SamePair) => none_since,
        Some(MaracLast12m::Unknown) | None => false,
    };
    if routes.has(Route::R3) {
        RouteState::Met
    } else if open.has(Route::R3) {
        RouteState::Open
    } else if ruled_out {
        RouteState::NotMet
    } else {
        RouteState::NotAssessed
    }
}

fn police_events(context: &Context) -> Option<u16> {
    context.police_events_12m.map(|events| events.get())
}

/// The larger of the two counts of separate occasions recorded by any agency.
fn larger_count(context: &Context) -> Option<u16> {
    context.events_12m.map(|events| events.get()).max(police_events(context))
}

fn repeat(context: &Context, profile: &Profile, local: &LocalValues) -> Repeat {
    let still_good = context.new_incident_since_dash == Some(Known::No) && !earlier_is_old(context, local);
    match context.existing_dash {
        Some(ExistingDash::OtherAgency) if still_good && profile.reuse_other_dash => Repeat::Reuse,
        Some(ExistingDash::Own) if still_good => Repeat::NotNeeded,
        _ => Repeat::Ask,
    }
}
