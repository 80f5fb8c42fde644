//! The questions about the situation under their headings, each once, and how far the worker has come.
//!
//! Lives here: order and headings. Not here: when a question matters (`matters`).

use super::matters;
use waymark_case::listed::Listed;
use waymark_case::{Case, ContextField as F};
use waymark_content::words::Words;
use waymark_engine::Assessment;

/// Some questions under one heading.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its id.
    pub id: &'static str,
    /// Its questions in order.
    pub fields: &'static [F],
    heading: fn(&Words) -> &'static str,
}

impl Section {
    /// The words above it.
    pub fn heading(&self, words: &Words) -> &'static str {
        (self.heading)(words)
    }
    /// The questions that matter now, answered or not.
    pub fn shown(&self, case: &Case, assessment: &Assessment) -> Vec<F> {
        self.fields.iter().copied().filter(|field| matters(*field, case, assessment)).listed()
    }
    /// The other questions: not asked by themselves, and open to a worker who knows something.
    pub fn rest(&self, case: &Case, assessment: &Assessment) -> Vec<F> {
        self.fields.iter().copied().filter(|field| !matters(*field, case, assessment)).listed()
    }
}

const SECTIONS: &[Section] = &[
    Section {
        id: "first",
        fields: &[
            F::DangerNow,
            F::PrivateNow,
            F::ToldBy,
            F::LimitsExplained,
            F::Recency,
            F::SafeContact,
            F::DeviceSafe,
            F::Nation,
        ],
        heading: |words| words.pages.situation.heading_first,
    },
    Section {
        id: "people",
        fields: &[
            F::Relationship,
            F::SurvivorAge,
            F::PerpetratorAge,
            F::CounterAllegation,
            F::Sees,
            F::SameWorker,
            F::WorkerRole,
            F::SurvivorKnown,
            F::SurvivorReach,
            F::StaffInvolved,
        ],
        heading: |words| words.pages.situation.heading_people,
    },
    Section {
        id: "wishes",
        fields: &[F::WishAsked, F::Wishes, F::Disengaged],
        heading: |words| words.pages.situation.heading_wishes,
    },
    Section {
        id: "children",
        fields: &[F::Children, F::ChildHarm, F::ChildWithPerpetratorTonight, F::Pregnant],
        heading: |words| words.pages.situation.heading_children,
    },
    Section {
        id: "tonight",
        fields: &[F::SameSiteTonight, F::PerpetratorAccess, F::HomelessRisk, F::OutOfHours, F::VisitPlanned],
        heading: |words| words.pages.situation.heading_tonight,
    },
    Section {
        id: "harm",
        fields: &[
            F::Injury,
            F::StrangulationWithin4Weeks,
            F::RedFlags,
            F::SexualViolence,
            F::SuicidalNow,
            F::HonourBased,
            F::ForcedMarriage,
            F::TravelSoon,
            F::Fgm,
            F::CareNeeds,
            F::CapacityDoubt,
            F::PerpetratorIsCarer,
            F::RegisteredCare,
        ],
        heading: |words| words.pages.situation.heading_harm,
    },
    Section {
        id: "home",
        fields: &[F::Tenure, F::NoticeThreatened, F::Landlord, F::Arrears, F::EvictionConsidered],
        heading: |words| words.pages.situation.heading_home,
    },
    Section {
        id: "law",
        fields: &[F::PoliceAttended, F::ChargedOrBailed, F::Orders, F::OrderBreached, F::SurvivorCharged],
        heading: |words| words.pages.situation.heading_law,
    },
    Section {
        id: "other-person",
        fields: &[
            F::FirearmAccess,
            F::ThreatensOthers,
            F::Custody,
            F::PerpetratorSerial,
            F::PerpetratorMappa,
            F::PerpetratorLivesElsewhereNear,
            F::PerpetratorCaredFor,
            F::ContactLawful,
            F::PerpetratorWantsChange,
        ],
        heading: |words| words.pages.situation.heading_other_person,
    },
    Section {
        id: "needs",
        fields: &[
            F::LanguageNeed,
            F::Deaf,
            F::Immigration,
            F::Exploitation,
            F::Money,
            F::Pets,
            F::Minoritised,
            F::Lgbt,
        ],
        heading: |words| words.pages.situation.heading_needs,
    },
    Section {
        id: "earlier",
        fields: &[
            F::ExistingDash,
            F::ExistingDashForm,
            F::ExistingDashYes,
            F::ExistingDashMonths,
            F::NewIncidentSinceDash,
            F::MaracLast12m,
            F::AbuseSinceMarac,
            F::AbuseSinceMaracCriminal,
            F::Events12m,
            F::PoliceEvents12m,
            F::EventsIncreasing,
        ],
        heading: |words| words.pages.situation.heading_earlier,
    },
    Section {
        id: "agreement",
        fields: &[F::ReferralConsent, F::PoliceConsent],
        heading: |words| words.pages.situation.heading_agreement,
    },
];

/// Every question about the situation, each under one heading.
pub fn sections() -> &'static [Section] {
    SECTIONS
}

/// The first question that matters and has no answer yet.
pub fn next_unanswered(case: &Case, assessment: &Assessment) -> Option<F> {
    shown(case, assessment).find(|field| case.context.field(*field).is_absent())
}

/// How many of the questions that matter are answered, and how many matter.
pub fn progress(case: &Case, assessment: &Assessment) -> (usize, usize) {
    shown(case, assessment).fold((0, 0), |(answered, shown), field| {
        (answered + usize::from(!case.context.field(field).is_absent()), shown + 1)
    })
}

fn shown(case: &Case, assessment: &Assessment) -> impl Iterator<Item = F> {
    SECTIONS.iter().flat_map(|section| section.shown(case, assessment))
}
