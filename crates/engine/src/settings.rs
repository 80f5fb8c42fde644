//! The values in force: local settings first, then the profile, then the sector default.

use super::assessment::Reach;
use waymark_case::vocabulary::*;
use waymark_case::{Case, SettingField, Settings};
use waymark_content::{Profile, Profiles};

/// The sector's line for the count (dash:2.1), where neither area nor policy names one.
const SECTOR_THRESHOLD: u16 = 14;
/// The sector's number of incidents in a year (dash:2.1).
const SECTOR_EVENTS: u16 = 3;

/// The sector's period in which incidents are counted, in months (dash:2.1).
const SECTOR_MONTHS: u16 = 12;
/// An earlier Dash older than this many months is asked again: a choice of ours (own:fresh-months).
const FRESH_MONTHS: u16 = 3;

/// The local values in force for a case.
#[derive(Clone, Copy, Debug)]
pub struct LocalValues {
    /// The count of yes answers that meets route 1.
    pub threshold: u16,
    /// The number of incidents that meets route 2.
    pub events: u16,
    /// The period in which they are counted, in months; the question names it and the worker counts within it.
    pub months: u16,
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
    /// An earlier Dash older than this many months is asked again.
    pub fresh_months: u16,
}

impl LocalValues {
    /// The values in force for a case under a profile.
    pub fn of(case: &Case, profile: &Profile) -> Self {
        let Settings {
            dash_threshold,
            escalation_events,
            escalation_months,
            escalation_police_only,
            escalation_must_increase,
            hba_auto_marac,
            idva_threshold,
            repeat_rule,
            dash_fresh_months,
            dapo_area: _,
        } = &case.settings;
        Self {
            threshold: dash_threshold.map(|count| count.get()).or(profile.count).unwrap_or(SECTOR_THRESHOLD),
            events: escalation_events.map_or(SECTOR_EVENTS, |count| count.get()),
            months: escalation_months.map_or(SECTOR_MONTHS, |count| count.get()),
            police_only: escalation_police_only.unwrap_or_default(),
            must_increase: escalation_must_increase.unwrap_or_default(),
            hba_auto: hba_auto_marac.unwrap_or_default(),
            idva: idva_threshold.and_then(|line| line.get()),
            repeat_rule: repeat_rule.unwrap_or(RepeatRule::AnyAbuse),
            fresh_months: dash_fresh_months.map_or(FRESH_MONTHS, |count| count.get()),
        }
    }

    /// The sector's own value of a setting, as its input would hold it; empty where there is none.
    pub fn usual(field: SettingField) -> String {
        let values = Self::of(&Case::default(), Profiles::shipped().get_or_default(None));
        match field {
            SettingField::DashThreshold => values.threshold.to_string(),
            SettingField::EscalationEvents => values.events.to_string(),
            SettingField::EscalationMonths => values.months.to_string(),
            SettingField::DashFreshMonths => values.fresh_months.to_string(),
            SettingField::EscalationPoliceOnly => values.police_only.to_string(),
            SettingField::EscalationMustIncrease => values.must_increase.to_string(),
            SettingField::HbaAutoMarac => values.hba_auto.to_string(),
            SettingField::IdvaThreshold => values.idva.map(|line| line.to_string()).unwrap_or_default(),
            SettingField::RepeatRule => values.repeat_rule.text().to_owned(),
            SettingField::DapoArea => DapoArea::Unknown.text().to_owned(),
        }
    }

    /// Whether a sheet whose count can still be anything from `yes` to `highest` reaches the line.
    pub fn reach(&self, yes: u8, highest: u8) -> Reach {
        if u16::from(yes) >= self.threshold {
            Reach::Met
        } else if u16::from(highest) >= self.threshold {
            Reach::Possible
        } else {
            Reach::NotOnTheseAnswers
        }
    }
}
