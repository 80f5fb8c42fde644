//! The values in force: local settings first, then the profile, then the sector default.

use crate::case::vocabulary::*;
use crate::case::{Case, Settings};
use crate::content::Profile;

/// The sector's line for the count (dash:2.1), where neither area nor policy names one.
const SECTOR_THRESHOLD: u16 = 14;
/// The sector's number of incidents in a year (dash:2.1).
const SECTOR_EVENTS: u16 = 3;

/// The local values in force for a case.
#[derive(Clone, Copy, Debug)]
pub struct LocalValues {
    /// The count of yes answers that meets route 1.
    pub threshold: u16,
    /// The number of incidents that meets route 2.
    pub events: u16,
    /// Only incidents reported to the police count.
    pub police_only: bool,
    /// The incidents must be growing.
    pub must_increase: bool,
    /// Honour-based abuse and forced marriage go to MARAC at once.
    pub hba_auto: bool,
    /// The local line of the IDVA service, if there is one.
    pub idva: Option<u16>,
    /// Which abuse since MARAC makes a repeat.
    pub repeat_rule: RepeatRule,
}

impl LocalValues {
    /// The values in force for a case under a profile.
    pub fn of(case: &Case, profile: &Profile) -> Self {
        let Settings {
            dash_threshold,
            escalation_events,
            escalation_police_only,
            escalation_must_increase,
            hba_auto_marac,
            idva_threshold,
            repeat_rule,
            ..
        } = &case.settings;
        Self {
            threshold: dash_threshold.map(|count| count.get()).or(profile.count).unwrap_or(SECTOR_THRESHOLD),
            events: escalation_events.map_or(SECTOR_EVENTS, |count| count.get()),
            police_only: escalation_police_only.unwrap_or_default(),
            must_increase: escalation_must_increase.unwrap_or_default(),
            hba_auto: hba_auto_marac.unwrap_or_default(),
            idva: idva_threshold.and_then(|line| line.get()),
            repeat_rule: repeat_rule.unwrap_or(RepeatRule::AnyAbuse),
        }
    }
}
