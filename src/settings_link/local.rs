//! The settings of an area put on top of a policy, and what becomes of each value.
//!
//! Lives here: which values the engine acts on, and how. The safety floor is the engine's own: it beats whatever stands
//! here. Not here: reading the settings, or showing them.

use super::parts::{Capability, Deadline, Unit};
use super::{Area, Patch};
use crate::case::vocabulary::{PathwayId, Vocabulary, WorkerRole};
use crate::content::profile::{self, ContactMode, Profile};
use crate::content::{ConsentRule, Due};
use std::borrow::Cow;

/// What stands where the rule of a policy would: the value is the area's own.
pub const LOCAL_RULE: &str = "local";

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The tool works by it.
    InForce,
    /// The tool does nothing by it; people can read it.
    ShownOnly,
    /// It asks for less than the safety floor, at this point of it, and has no effect.
    AgainstFloor(&'static str),
}

/// A value of the settings and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Such as `roles.complete_dash`, `deadlines[0]` or `profile_patch.marac.ticks`.
    pub path: String,
    /// What became of it.
    pub state: State,
}

/// The profile with the area's own values put on top, and what became of each of them.
pub fn local_profile(area: &Area, base: &Profile) -> (Profile, Vec<Effect>) {
    let mut profile = base.clone();
    let mut effects = patch(&area.profile_patch, &mut profile);
    // Roles and time limits have fields of their own in the settings; these come last and win.
    for (capability, roles) in area.roles.iter() {
        let state = role(capability, roles, &mut profile);
        effects.push(Effect { path: ["roles.", capability.text()].concat(), state });
    }
    for (place, limit) in area.deadlines.iter().enumerate() {
        let state = match deadline(limit) {
            Some(deadline) => {
                profile.deadlines.to_mut().push(deadline);
                State::InForce
            }
            None => State::ShownOnly,
        };
        effects.push(Effect { path: format!("deadlines[{place}]"), state });
    }
    (profile, effects)
}

/// Nobody named means "not said"; anyone trained means no list of completers.
fn role(capability: Capability, roles: &[WorkerRole], profile: &mut Profile) -> State {
    let anyone = roles.contains(&WorkerRole::AnyStaff);
    match capability {
        _ if roles.is_empty() => return State::ShownOnly,
        Capability::CompleteDash => {
            let named = if anyone { Vec::new() } else { roles.to_vec() };
            profile.handoff_to = Cow::Owned(named.clone());
            profile.completers = Cow::Owned(named);
            profile.completer_rules = local_rule();
        }
        Capability::ReferMarac => {
            profile.referrers = Cow::Owned(if anyone { vec![WorkerRole::AnyStaff] } else { roles.to_vec() });
            profile.referrer_rules = local_rule();
        }
        _ => return State::ShownOnly,
    }
    State::InForce
}

fn local_rule() -> profile::List<profile::Name> {
    Cow::Owned(vec![Cow::Borrowed(LOCAL_RULE)])
}

/// A time limit of the engine, where the settings name a pathway and a limit that it knows.
fn deadline(deadline: &Deadline) -> Option<profile::Deadline> {
    let pathway = PathwayId::from_text(deadline.id.as_str())?;
    let due = match (deadline.unit, deadline.limit.get()) {
        (Unit::Hours | Unit::Days | Unit::Shift, 0) => Due::Immediately,
        (Unit::Shift, 1) => Due::WithinShift,
        (Unit::WorkingDays, 0) => Due::SameWorkingDay,
        (Unit::Hours, 24) | (Unit::Days, 1) => Due::Hours24,
        (Unit::WorkingDays, 1) => Due::NextWorkingDay,
        (Unit::WorkingDays, 2) => Due::WorkingDays2,
        (Unit::WorkingDays, 5) | (Unit::Days, 7) => Due::WithinAWeek,
        _ => return None,
    };
    let pathways = Cow::Owned(vec![pathway]);
    Some(profile::Deadline { pathways, due, rule: Cow::Borrowed(LOCAL_RULE) })
}

/// The values of the schema that the engine acts on, each with what it does; all others are shown only.
type Act = (&'static str, fn(&str, &[&str], &mut Profile) -> State);

const ACTS: [Act; 8] = [
    ("marac.ticks", count),
    ("marac.referrers", referrers),
    ("dash.completers", completers),
    ("dash.handoffTo", handoff),
    ("dash.reuseExternal.allowed", |_, values, profile| yes_no(values, &mut profile.reuse_other_dash)),
    ("perpetrator.contactMode", contact_mode),
    ("police.alwaysReportCrime", |_, values, profile| yes_no(values, &mut profile.police_always)),
    ("informationSharing.consentRules.", consent),
];

fn patch(patch: &Patch, profile: &mut Profile) -> Vec<Effect> {
    let against: Vec<_> = patch.against_the_floor().collect();
    let mut paths: Vec<&str> = Vec::new();
    for (path, _) in patch.iter() {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    let mut effects = Vec::new();
    for path in paths {
        let values: Vec<_> = patch.at(path).collect();
        let state = if let Some((_, rule)) = against.iter().find(|(at, _)| *at == path) {
            State::AgainstFloor(rule)
        } else if let Some((_, act)) =
            ACTS.iter().find(|(at, _)| if at.ends_with('.') { path.starts_with(at) } else { path == *at })
        {
            act(path, &values, profile)
        } else {
            State::ShownOnly
        };
        effects.push(Effect { path: ["profile_patch.", path].concat(), state });
    }
    effects
}

fn count(_: &str, values: &[&str], profile: &mut Profile) -> State {
    profile.count = match values {
        ["null"] => None,
        [number] => match number.parse().ok().filter(|count| (1..=24).contains(count)) {
            Some(count) => Some(count),
            None => return State::ShownOnly,
        },
        _ => return State::ShownOnly,
    };
    profile.count_rule = Cow::Borrowed(LOCAL_RULE);
    State::InForce
}

/// Roles as the schema or this program writes them; nothing when one of them is not known here.
fn roles(values: &[&str]) -> Option<Vec<WorkerRole>> {
    let known = |text: &&str| match text.replace('_', "-").as_str() {
        "all-trained" => Some(WorkerRole::AnyStaff),
        text => WorkerRole::from_text(text),
    };
    values.iter().map(known).collect()
}

fn completers(_: &str, values: &[&str], profile: &mut Profile) -> State {
    roles(values).map_or(State::ShownOnly, |roles| role(Capability::CompleteDash, &roles, profile))
}

fn referrers(_: &str, values: &[&str], profile: &mut Profile) -> State {
    roles(values).map_or(State::ShownOnly, |roles| role(Capability::ReferMarac, &roles, profile))
}

fn handoff(_: &str, values: &[&str], profile: &mut Profile) -> State {
    // Where anyone may complete it there is nobody to hand over to.
    match roles(values).filter(|roles| !roles.is_empty() && !profile.completers.is_empty()) {
        Some(roles) => profile.handoff_to = Cow::Owned(roles),
        None => return State::ShownOnly,
    }
    State::InForce
}

fn yes_no(values: &[&str], field: &mut bool) -> State {
    *field = match values {
        ["true"] => true,
        ["false"] => false,
        _ => return State::ShownOnly,
    };
    State::InForce
}

fn contact_mode(_: &str, values: &[&str], profile: &mut Profile) -> State {
    let [mode] = values else { return State::ShownOnly };
    let Some(mode) = ContactMode::from_text(&mode.replace('_', "-")) else { return State::ShownOnly };
    profile.contact = mode;
    profile.contact_rules = local_rule();
    State::InForce
}

/// By purpose. Where someone is at risk or a child is, the floor does not wait for agreement.
fn consent(path: &str, values: &[&str], profile: &mut Profile) -> State {
    use PathwayId as P;
    let [value] = values else { return State::ShownOnly };
    let rule = match value.replace('_', "-").as_str() {
        "not-required" => ConsentRule::NotNeeded,
        "seek-then-override-if-risk" => ConsentRule::AskFirst,
        "consent-required" => ConsentRule::Required,
        _ => return State::ShownOnly,
    };
    let (pathways, waits): (&[PathwayId], Option<&'static str>) = match path.rsplit('.').next() {
        Some("support_referral") => (&[P::Pw07], None),
        Some("police") => (&[P::Pw03], Some("C1.3.4")),
        Some("safeguarding") => (&[P::Pw16, P::Pw18], Some("C1.3.6")),
        _ => return State::ShownOnly,
    };
    let less = match path.rsplit('.').next() {
        // A referral for support is the survivor's own choice (S-50): less than asking goes against the floor.
        Some("support_referral") => (rule == ConsentRule::NotNeeded).then_some("C1.3.4"),
        _ => waits.filter(|_| rule == ConsentRule::Required),
    };
    if let Some(point) = less {
        return State::AgainstFloor(point);
    }
    let own = profile.consent.to_mut();
    own.retain(|(pathway, _)| !pathways.contains(pathway));
    own.extend(pathways.iter().map(|pathway| (*pathway, rule)));
    State::InForce
}
