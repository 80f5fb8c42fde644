//! The facts of the case and the local settings: one table of fields each, from which type, names and JSON come.
//!
//! Lives here: which fields there are and what each may hold. Not here: what they lead to. `build.rs` compiles this
//! file too, so that a rule naming an unknown field stops the build.

use super::slot::{self, Object, Slot};
use super::table::{self, Table};
use super::value::{Count, Field, Kind, Line};
use super::vocabulary::*;

macro_rules! fields {
    (
        $(#[$doc:meta])* struct $table:ident, names $names:ident, under $under:literal {
            $($variant:ident => $field:ident : $kind:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs)] // each field is described by its type and its question in the words
        pub struct $table {
            $(pub $field: $kind,)+
        }

        #[doc = concat!("The fields of [`", stringify!($table), "`], in the order of the contract.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum $names { $($variant),+ }

        impl $names {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The field's name in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($field)),+ }
            }
            /// The field's path in a case, which is also the `name` of its input.
            pub fn path(self) -> &'static str {
                match self { $(Self::$variant => concat!($under, ".", stringify!($field))),+ }
            }
            /// The field with this JSON name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.name() == name)
            }
            /// What the field may hold.
            pub fn kind(self) -> Kind {
                match self { $(Self::$variant => <$kind as Field>::kind()),+ }
            }
        }

        impl serde::Serialize for $names {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }

        impl Table for $table {
            const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];
            fn at(&self, place: usize) -> (&dyn Field, Kind) {
                let field = $names::ALL[place];
                (self.field(field), field.kind())
            }
        }

        impl Object for $table {
            fn names(&self) -> &'static [&'static str] {
                Self::NAMES
            }
            fn slot(&mut self, place: usize) -> Slot<'_> {
                let field = $names::ALL[place];
                Slot::Field(self.field_mut(field), field.kind())
            }
        }

        impl serde::Serialize for $table {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                table::write(self, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $table {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                slot::read(from)
            }
        }

        impl $table {
            /// The field as something to read: its chosen text, members or number.
            pub fn field(&self, field: $names) -> &dyn Field {
                match field { $($names::$variant => &self.$field),+ }
            }
            /// Of each field, in their order, its value or members as bits: what conditions compare.
            pub fn members(&self) -> [u32; $names::ALL.len()] {
                [$(self.$field.members()),+]
            }
            /// The field as something to change.
            pub fn field_mut(&mut self, field: $names) -> &mut dyn Field {
                match field { $($names::$variant => &mut self.$field),+ }
            }
        }
    };
}

fields! {
    /// What the worker knows about the situation. An absent field means "not asked" and is never read as "no".
    struct Context, names ContextField, under "context" {
        Nation => nation: Option<Nation>,
        DangerNow => danger_now: Option<Known>,
        PrivateNow => private_now: Option<Private>,
        ToldBy => told_by: Option<ToldBy>,
        Recency => recency: Option<Recency>,
        LimitsExplained => limits_explained: Option<Known>,
        SafeContact => safe_contact: Option<SafeContact>,
        DeviceSafe => device_safe: Option<Known>,
        OutOfHours => out_of_hours: Option<Known>,
        SameSiteTonight => same_site_tonight: Option<Known>,
        CounterAllegation => counter_allegation: Option<Known>,
        Sees => sees: Option<Sees>,
        SameWorker => same_worker: Option<Known>,
        WorkerRole => worker_role: Option<WorkerRole>,
        VisitPlanned => visit_planned: Option<Known>,
        SurvivorKnown => survivor_known: Option<Known>,
        SurvivorReach => survivor_reach: Option<SurvivorReach>,
        WishAsked => wish_asked: Option<WishAsked>,
        Wishes => wishes: Set<Wish>,
        Relationship => relationship: Option<Relationship>,
        SurvivorAge => survivor_age: Option<SurvivorAge>,
        PerpetratorAge => perpetrator_age: Option<PerpetratorAge>,
        Children => children: Option<Children>,
        ChildHarm => child_harm: Option<ChildHarm>,
        ChildWithPerpetratorTonight => child_with_perpetrator_tonight: Option<Known>,
        Pregnant => pregnant: Option<Known>,
        PoliceAttended => police_attended: Option<Known>,
        FirearmAccess => firearm_access: Option<Known>,
        CareNeeds => care_needs: Option<Known>,
        CapacityDoubt => capacity_doubt: Option<Known>,
        PerpetratorIsCarer => perpetrator_is_carer: Option<Known>,
        RegisteredCare => registered_care: Option<Known>,
        PerpetratorCaredFor => perpetrator_cared_for: Option<Known>,
        Tenure => tenure: Option<Tenure>,
        Landlord => landlord: Option<Landlord>,
        NoticeThreatened => notice_threatened: Option<Known>,
        PerpetratorAccess => perpetrator_access: Option<PerpetratorAccess>,
        Arrears => arrears: Option<Known>,
        HomelessRisk => homeless_risk: Option<HomelessRisk>,
        Immigration => immigration: Option<Immigration>,
        HonourBased => honour_based: Option<Known>,
        ForcedMarriage => forced_marriage: Option<Known>,
        Fgm => fgm: Option<Fgm>,
        SexualViolence => sexual_violence: Option<SexualViolence>,
        StrangulationWithin4Weeks => strangulation_within_4_weeks: Option<Known>,
        RedFlags => red_flags: Option<Known>,
        SuicidalNow => suicidal_now: Option<Known>,
        Injury => injury: Option<Injury>,
        TravelSoon => travel_soon: Option<Known>,
        SurvivorCharged => survivor_charged: Option<Known>,
        ThreatensOthers => threatens_others: Option<Known>,
        Custody => custody: Option<Custody>,
        Orders => orders: Set<Order>,
        OrderBreached => order_breached: Option<Known>,
        ChargedOrBailed => charged_or_bailed: Option<Known>,
        PerpetratorMappa => perpetrator_mappa: Option<Known>,
        PerpetratorSerial => perpetrator_serial: Option<Known>,
        PerpetratorLivesElsewhereNear => perpetrator_lives_elsewhere_near: Option<Known>,
        PerpetratorWantsChange => perpetrator_wants_change: Option<Known>,
        ContactLawful => contact_lawful: Option<Known>,
        EvictionConsidered => eviction_considered: Option<Known>,
        Disengaged => disengaged: Option<Known>,
        StaffInvolved => staff_involved: Option<Known>,
        Pets => pets: Option<Known>,
        Money => money: Option<Known>,
        Exploitation => exploitation: Option<Known>,
        LanguageNeed => language_need: Option<Known>,
        Deaf => deaf: Option<Known>,
        Lgbt => lgbt: Option<Known>,
        Minoritised => minoritised: Option<Known>,
        PoliceConsent => police_consent: Option<Consent>,
        ReferralConsent => referral_consent: Option<Consent>,
        ExistingDash => existing_dash: Option<ExistingDash>,
        ExistingDashForm => existing_dash_form: Option<DashForm>,
        ExistingDashYes => existing_dash_yes: Option<Count<0, 27>>,
        ExistingDashMonths => existing_dash_months: Option<Count<0, 999>>,
        NewIncidentSinceDash => new_incident_since_dash: Option<Known>,
        Events12m => events_12m: Option<Count<0, 999>>,
        PoliceEvents12m => police_events_12m: Option<Count<0, 999>>,
        EventsIncreasing => events_increasing: Option<Known>,
        MaracLast12m => marac_last_12m: Option<MaracLast12m>,
        AbuseSinceMarac => abuse_since_marac: Option<Known>,
        AbuseSinceMaracCriminal => abuse_since_marac_criminal: Option<Known>,
    }
}

fields! {
    /// Local values for one case; each beats the profile's own, none beats the safety floor.
    struct Settings, names SettingField, under "settings" {
        DashThreshold => dash_threshold: Option<Count<1, 24>>,
        EscalationEvents => escalation_events: Option<Count<1, 99>>,
        EscalationMonths => escalation_months: Option<Count<1, 24>>,
        EscalationPoliceOnly => escalation_police_only: Option<bool>,
        EscalationMustIncrease => escalation_must_increase: Option<bool>,
        HbaAutoMarac => hba_auto_marac: Option<bool>,
        IdvaThreshold => idva_threshold: Option<Line<1, 24>>,
        RepeatRule => repeat_rule: Option<RepeatRule>,
        DapoArea => dapo_area: Option<DapoArea>,
        DashFreshMonths => dash_fresh_months: Option<Count<1, 24>>,
    }
}
