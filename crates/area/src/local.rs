//! The values of an area put on top of a policy, or of the sector default where no policy is chosen.
//!
//! Lives here: which values the engine knows, and what each becomes. The safety floor is the engine's own: it beats
//! whatever stands here. Not here: whether a value makes a difference (`tried`), reading the settings, or showing them.

use super::parts::{Capability, Contact, Deadline, Unit};
use super::text::Short;
use super::{Area, Patch, schema};
use std::borrow::Cow;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{PathwayId, Vocabulary, WorkerRole};
use waymark_content::profile::ContactId;
use waymark_content::profile::LocalService;
use waymark_content::profile::{self, ContactMode, Profile, Within};
use waymark_content::{ConsentRule, Due, Term};

/// What stands where the rule of a policy would: the value is the area's own.
pub const LOCAL_RULE: &str = "local";

/// What the engine can do with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It stands in the profile now.
    Put,
    /// Nothing: there is no such value in the engine.
    Not,
    /// It asks for less than the safety floor, at this point of it, and is left out.
    AgainstFloor(&'static str),
}

/// One value of the settings.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Patch(&'a str),
    Role(Capability, &'a [WorkerRole]),
    Limit(usize, &'a Deadline),
}

impl Value<'_> {
    /// Such as `roles.complete_dash`, `deadlines[0]` or `profile_patch.marac.ticks`.
    pub fn path(&self) -> String {
        match self {
            Self::Patch(path) => ["profile_patch.", path].concat(),
            Self::Role(capability, _) => ["roles.", capability.text()].concat(),
            Self::Limit(place, _) => format!("deadlines[{place}]"),
        }
    }

    /// Puts the value on top of a profile.
    pub fn put(&self, patch: &Patch, profile: &mut Profile) -> Known {
        match self {
            Self::Patch(path) => patched(path, patch, profile),
            Self::Role(capability, roles) => role(*capability, roles, profile),
            Self::Limit(_, limit) => match deadline(limit) {
                Some(deadline) => {
                    profile.deadlines.to_mut().push(deadline);
                    Known::Put
                }
                None => Known::Not,
            },
        }
    }
}

/// The values of an area, those that win last: roles and time limits have fields of their own in the settings.
pub(super) fn values(area: &Area) -> Vec<Value<'_>> {
    let mut values: Vec<Value<'_>> = Vec::new();
    for (path, _) in area.profile_patch.iter() {
        if !values.iter().any(|value| matches!(value, Value::Patch(known) if *known == path)) {
            values.push(Value::Patch(path));
        }
    }
    values.extend(area.roles.iter().map(|(capability, roles)| Value::Role(capability, roles)));
    values.extend(area.deadlines.iter().enumerate().map(|(place, limit)| Value::Limit(place, limit)));
    values
}

/// The profile with these values of an area on top.
pub(super) fn with_values(area: &Area, base: &Profile, values: &[Value<'_>]) -> Profile {
    let mut profile = base.clone();
    for value in values {
        value.put(&area.profile_patch, &mut profile);
    }
    profile
}

/// The profile with the area's own values put on top, and its local services.
pub fn local_profile(area: &Area, base: &Profile) -> Profile {
    let services = area.contacts.iter().filter(|(_, contact)| contact.parts().any(|part| !part.trim().is_empty()));
    Profile { services: services.map(service).collect(), ..with_values(area, base, &values(area)) }
}

fn service((id, contact): (ContactId, &Contact)) -> LocalService {
    let text = |part: &Option<Short>| part.as_ref().map_or("", Short::as_str).trim().to_owned().into();
    LocalService { id, name: text(&contact.name), number: text(&contact.number), hours: text(&contact.hours) }
}

/// Nobody named means "not said"; anyone trained means no list of completers.
fn role(capability: Capability, roles: &[WorkerRole], profile: &mut Profile) -> Known {
    let anyone = roles.contains(&WorkerRole::AnyStaff);
    match capability {
        _ if roles.is_empty() => return Known::Not,
        Capability::CompleteDash => {
            let named = if anyone { Vec::new() } else { roles.to_vec() };
            profile.handoff_to = Cow::Owned(named.clone());
            profile.completers = Cow::Owned(named);
            profile.completer_rules = local_rule();
            stated(profile, "completers");
        }
        Capability::ReferMarac => {
            profile.referrers = Cow::Owned(if anyone { vec![WorkerRole::AnyStaff] } else { roles.to_vec() });
            profile.referrer_rules = local_rule();
            stated(profile, "referrers");
        }
        _ => return Known::Not,
    }
    Known::Put
}

/// What an area says itself is no longer read across from its policy.
fn stated(profile: &mut Profile, value: &str) {
    profile.inferred.to_mut().retain(|inferred| inferred != value);
}

fn local_rule() -> profile::List<profile::Name> {
    Cow::Owned(vec![Cow::Borrowed(LOCAL_RULE)])
}

/// A time limit of the engine, where the settings name a pathway: one that has a name there, or the limit itself.
pub(super) fn deadline(deadline: &Deadline) -> Option<profile::Deadline> {
    let pathway = PathwayId::from_text(deadline.id.as_str())?;
    let within = match (deadline.unit, deadline.limit.get()) {
        (Unit::Hours | Unit::Days | Unit::Shift, 0) => Within::Named(Due::Immediately),
        (Unit::Shift, 1) => Within::Named(Due::WithinShift),
        (Unit::WorkingDays, 0) => Within::Named(Due::SameWorkingDay),
        (Unit::Hours, 24) | (Unit::Days, 1) => Within::Named(Due::Hours24),
        (Unit::WorkingDays, 1) => Within::Named(Due::NextWorkingDay),
        (Unit::WorkingDays, 2) => Within::Named(Due::WorkingDays2),
        (Unit::WorkingDays, 5) | (Unit::Days, 7) => Within::Named(Due::WithinAWeek),
        _ => Within::Own(deadline.time()),
    };
    let pathways = Cow::Owned(vec![pathway]);
    Some(profile::Deadline { pathways, within, rule: Cow::Borrowed(LOCAL_RULE) })
}

/// The values of the schema that the engine acts on, each with what it does; all others are shown only.
type Act = (&'static str, fn(&str, &[&str], &mut Profile) -> Known);

const ACTS: [Act; 9] = [
    ("marac.ticks", count),
    ("marac.referrers", referrers),
    ("dash.completers", completers),
    ("dash.handoffTo", handoff),
    ("dash.reuseExternal.allowed", |_, values, profile| yes_no(values, &mut profile.reuse_other_dash)),
    ("perpetrator.contactMode", contact_mode),
    ("police.alwaysReportCrime", |_, values, profile| yes_no(values, &mut profile.police_always)),
    ("informationSharing.consentRules.", consent),
    ("terms.", own_word),
];

fn patched(path: &str, patch: &Patch, profile: &mut Profile) -> Known {
    if let Some((_, rule)) = patch.against_the_floor().find(|(at, _)| *at == path) {
        return Known::AgainstFloor(rule);
    }
    let values: Vec<_> = patch.at(path).listed();
    let act = ACTS.iter().find(|(at, _)| if at.ends_with('.') { path.starts_with(at) } else { path == *at });
    act.map_or(Known::Not, |(_, act)| act(path, &values, profile))
}

fn count(_: &str, values: &[&str], profile: &mut Profile) -> Known {
    profile.count = match values {
        ["null"] => None,
        [number] => match number.parse().ok().filter(|count| (1..=24).contains(count)) {
            Some(count) => Some(count),
            None => return Known::Not,
        },
        _ => return Known::Not,
    };
    profile.count_rule = Cow::Borrowed(LOCAL_RULE);
    Known::Put
}

/// Roles as the schema or this program writes them; nothing when one of them is not known here.
fn roles(values: &[&str]) -> Option<Vec<WorkerRole>> {
    let known = |text: &&str| match text.replace('_', "-").as_str() {
        "all-trained" => Some(WorkerRole::AnyStaff),
        text => WorkerRole::from_text(text),
    };
    values.iter().map(known).collect()
}

fn completers(_: &str, values: &[&str], profile: &mut Profile) -> Known {
    roles(values).map_or(Known::Not, |roles| role(Capability::CompleteDash, &roles, profile))
}

fn referrers(_: &str, values: &[&str], profile: &mut Profile) -> Known {
    roles(values).map_or(Known::Not, |roles| role(Capability::ReferMarac, &roles, profile))
}

fn handoff(_: &str, values: &[&str], profile: &mut Profile) -> Known {
    // Where anyone may complete it there is nobody to hand over to.
    match roles(values).filter(|roles| !roles.is_empty() && !profile.completers.is_empty()) {
        Some(roles) => profile.handoff_to = Cow::Owned(roles),
        None => return Known::Not,
    }
    Known::Put
}

fn yes_no(values: &[&str], field: &mut bool) -> Known {
    *field = match values {
        ["true"] => true,
        ["false"] => false,
        _ => return Known::Not,
    };
    Known::Put
}

fn contact_mode(_: &str, values: &[&str], profile: &mut Profile) -> Known {
    let [mode] = values else { return Known::Not };
    let Some(mode) = ContactMode::from_text(&mode.replace('_', "-")) else { return Known::Not };
    profile.contact = mode;
    profile.contact_rules = local_rule();
    stated(profile, "contact");
    Known::Put
}

/// A word that stands in the places of the page's texts.
fn own_word(path: &str, values: &[&str], profile: &mut Profile) -> Known {
    let term = path.strip_prefix("terms.").and_then(Term::from_text);
    match (term, values) {
        (Some(term), [word]) if !schema::is_silent(word) => profile.own_words.set(term, word),
        _ => return Known::Not,
    }
    Known::Put
}

/// By purpose. Where someone is at risk or a child is, the floor does not wait for agreement.
fn consent(path: &str, values: &[&str], profile: &mut Profile) -> Known {
    use PathwayId as P;
    let [value] = values else { return Known::Not };
    let rule = match value.replace('_', "-").as_str() {
        "not-required" => ConsentRule::NotNeeded,
        "seek-then-override-if-risk" => ConsentRule::AskFirst,
        "consent-required" => ConsentRule::Required,
        _ => return Known::Not,
    };
    let (pathways, waits): (&[PathwayId], Option<&'static str>) = match path.rsplit('.').next() {
        Some("support_referral") => (&[P::Idva], None),
        Some("police") => (&[P::PoliceReport], Some("C1.3.4")),
        Some("safeguarding") => (&[P::ChildProtection, P::AdultSafeguarding], Some("C1.3.6")),
        _ => return Known::Not,
    };
    let less = match path.rsplit('.').next() {
        // A referral for support is the survivor's own choice (S-50): less than asking goes against the floor.
        Some("support_referral") => (rule == ConsentRule::NotNeeded).then_some("C1.3.4"),
        _ => waits.filter(|_| rule == ConsentRule::Required),
    };
    if let Some(point) = less {
        return Known::AgainstFloor(point);
    }
    let own = profile.consent.to_mut();
    own.retain(|(pathway, _)| !pathways.contains(pathway));
    own.extend(pathways.iter().map(|pathway| (*pathway, rule)));
    Known::Put
}
