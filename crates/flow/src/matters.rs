//! When a question about the situation matters: a few in every case, the others once an answer has made them count.
//!
//! Lives here: the cue of each question. Nothing hidden counts: what is answered is always shown, as is whatever must
//! come before acting. In the other layout every question is shown, so that a cue may be narrow.

use waymark_case::dash::ItemNumber;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Context, ContextField, Input};
use waymark_engine::Assessment;

/// True when the question should be asked now: it is answered, it must come before acting, or an answer has made it count.
pub fn matters(field: ContextField, case: &Case, assessment: &Assessment) -> bool {
    !case.context.field(field).is_absent()
        || assessment.unanswered_gate.iter().any(|gate| gate.input() == Input::Context(field))
        || Cues { case, context: &case.context, assessment }.ask(field)
}

/// What the cues look at.
struct Cues<'a> {
    case: &'a Case,
    context: &'a Context,
    assessment: &'a Assessment,
}

impl Cues<'_> {
    fn ask(&self, field: ContextField) -> bool {
        use ContextField as F;
        let context = self.context;
        match field {
            // In every case: danger and privacy, who the two are, what is wanted, the home, and earlier work on it.
            F::DangerNow | F::PrivateNow | F::ToldBy | F::Recency | F::SafeContact | F::Nation => true,
            F::Relationship | F::SurvivorAge | F::PerpetratorAge | F::CounterAllegation | F::Sees => true,
            F::WishAsked | F::Children | F::PerpetratorAccess | F::HomelessRisk | F::Tenure => true,
            F::SexualViolence | F::SuicidalNow | F::CareNeeds => true,
            F::Injury => context.recency != Some(Recency::Historic),
            F::PoliceAttended | F::ExistingDash | F::MaracLast12m => true,
            F::SameSiteTonight | F::StrangulationWithin4Weeks => context.recency != Some(Recency::Historic),
            F::Pregnant => context.survivor_age != Some(SurvivorAge::SixtyPlus),

            F::LimitsExplained => context.told_by == Some(ToldBy::Survivor),
            F::DeviceSafe => {
                context.safe_contact == Some(SafeContact::Agreed) || self.survivor_spoke() || self.followed()
            }
            F::SameWorker => context.sees == Some(Sees::Both),
            F::WorkerRole => self.assessment.handoff.is_some(),
            F::SurvivorKnown => self.sees_other_person_only() || context.told_by == Some(ToldBy::Perpetrator),
            F::SurvivorReach => {
                self.sees_other_person_only() || matches!(context.told_by, Some(told_by) if told_by != ToldBy::Survivor)
            }
            F::StaffInvolved => context.relationship == Some(Relationship::CarerPaid),
            F::Wishes => context.wish_asked == Some(WishAsked::Yes),
            F::Disengaged => {
                context.wish_asked == Some(WishAsked::CannotYet)
                    || context.safe_contact == Some(SafeContact::NoneSafe)
                    || context.told_by == Some(ToldBy::Agency)
                    || self.dash_exists()
                    || self.heard_at_marac()
            }

            F::ChildHarm => self.children() || self.item(7) || self.young_survivor(),
            F::ChildWithPerpetratorTonight => self.child_in_danger(),
            F::OutOfHours => self.assessment.pathways.iter().any(|pathway| {
                pathway.priority <= 1 && waymark_content::pathway(pathway.id).open != waymark_content::Open::AnyHour
            }),
            F::VisitPlanned => {
                self.item(13)
                    || yes(context.firearm_access)
                    || matches!(context.told_by, Some(ToldBy::ThirdParty | ToldBy::Agency | ToldBy::Seen))
                    || matches!(context.sees, Some(Sees::Perpetrator | Sees::Both | Sees::Neither))
            }

            F::RedFlags => yes_or_unknown(context.strangulation_within_4_weeks) || self.item(15) || self.item(1),
            F::HonourBased => {
                self.item(17)
                    || yes_or_unknown(context.forced_marriage)
                    || self.fgm_worry()
                    || yes(context.minoritised)
                    || yes(context.language_need)
                    || context.immigration == Some(Immigration::Insecure)
                    || self.young_survivor()
                    || matches!(context.relationship, Some(Relationship::Family))
            }
            F::TravelSoon => {
                yes_or_unknown(context.honour_based) || yes_or_unknown(context.forced_marriage) || self.fgm_worry()
            }
            F::SurvivorCharged => {
                yes(context.counter_allegation) || yes(context.police_attended) || !context.orders.is_empty()
            }
            F::ThreatensOthers => self.items(&[13, 14, 23, 24]),
            F::Custody => {
                self.item(24)
                    || yes(context.charged_or_bailed)
                    || yes(context.perpetrator_mappa)
                    || context.orders.has(Order::Licence)
            }
            F::ForcedMarriage | F::Fgm => {
                yes_or_unknown(context.honour_based)
                    || yes(context.forced_marriage)
                    || self.fgm_worry()
                    || self.item(17)
            }
            F::CapacityDoubt | F::RegisteredCare => self.care() || context.survivor_age == Some(SurvivorAge::SixtyPlus),
            F::PerpetratorIsCarer => self.care(),
            F::PerpetratorCaredFor => self.sees_other_person() && self.care(),

            F::NoticeThreatened => context.tenure == Some(Tenure::Joint) || yes(context.eviction_considered),
            F::Landlord => self.rented() && self.about_the_home(),
            F::Arrears => self.rented() && (self.wants(&[Wish::Leave]) || self.home_at_stake()),
            F::EvictionConsidered => {
                self.sees_other_person()
                    || self.wants(&[Wish::PerpetratorOut])
                    || yes(context.notice_threatened)
                    || yes(context.arrears)
                    || context.told_by == Some(ToldBy::ThirdParty)
                    || matches!(context.tenure, Some(Tenure::Licence | Tenure::SolePerpetrator))
            }

            F::ChargedOrBailed => yes(context.police_attended) || !context.orders.is_empty() || self.item(24),
            F::Orders => {
                yes(context.police_attended)
                    || yes(context.charged_or_bailed)
                    || yes(context.perpetrator_mappa)
                    || self.items(&[8, 18, 23, 24])
                    || context.relationship == Some(Relationship::ExPartner)
                    || self.heard_at_marac()
            }
            F::OrderBreached => !context.orders.is_empty() || yes(context.charged_or_bailed) || self.item(23),

            F::FirearmAccess => {
                self.items(&[13, 14, 15, 22])
                    || self.case.dash.judgement == Some(Judgement::High)
                    || context.told_by == Some(ToldBy::Perpetrator)
            }
            F::PerpetratorSerial => self.items(&[18, 24]) || yes(context.perpetrator_mappa),
            F::PerpetratorMappa => {
                self.items(&[18, 24]) || context.orders.has(Order::Licence) || yes(context.perpetrator_serial)
            }
            F::PerpetratorLivesElsewhereNear => {
                matches!(context.perpetrator_access, Some(PerpetratorAccess::HasKeys | PerpetratorAccess::None))
                    && (self.moves() || self.wants(&[Wish::StayHome, Wish::NoContact]))
            }
            F::ContactLawful => {
                self.sees_other_person() || self.wants(&[Wish::PerpetratorOut]) || yes(context.eviction_considered)
            }
            F::PerpetratorWantsChange => {
                self.sees_other_person() || yes(context.contact_lawful) || context.told_by == Some(ToldBy::Perpetrator)
            }

            // Who told the story alone and in their own words has shown how they speak.
            F::LanguageNeed | F::Deaf => {
                matches!(context.told_by, Some(told_by) if told_by != ToldBy::Survivor)
                    || self.case.dash.heard == Some(Heard::FamilyInterpreter)
                    || self.papers_cue()
            }
            F::Immigration => {
                self.papers_cue() || yes(context.language_need) || self.wants(&[Wish::NoPolice]) || self.item(17)
            }
            F::Exploitation => {
                self.item(17) || yes(context.capacity_doubt) || self.case.identify.flags.other_controller
            }
            F::Money => self.moves() || self.item(20) || yes(context.arrears),
            F::Pets => self.moves() || self.item(19),
            F::Minoritised | F::Lgbt => context.referral_consent == Some(Consent::Given),

            F::ExistingDashForm | F::ExistingDashYes | F::ExistingDashMonths | F::NewIncidentSinceDash => {
                self.dash_exists()
            }
            F::AbuseSinceMarac => self.same_pair(),
            F::AbuseSinceMaracCriminal => {
                self.same_pair()
                    && (yes(context.abuse_since_marac)
                        || self.case.settings.repeat_rule == Some(RepeatRule::CriminalOnly))
            }
            F::Events12m => {
                yes_or_unknown(context.police_attended)
                    || self.dash_exists()
                    || self.heard_at_marac()
                    || self.items(&[10, 11, 24])
                    || matches!(context.told_by, Some(ToldBy::ThirdParty | ToldBy::Agency))
            }
            F::PoliceEvents12m => {
                yes(context.police_attended) || context.events_12m.is_some_and(|events| events.get() > 0)
            }
            F::EventsIncreasing => {
                let given = |events: Option<u16>| events.is_some_and(|events| events > 0);
                self.case.settings.escalation_must_increase == Some(true)
                    || given(context.events_12m.map(|events| events.get()))
                    || given(context.police_events_12m.map(|events| events.get()))
            }

            F::ReferralConsent => self.soon(&[
                PathwayId::Idva,
                PathwayId::SexualViolence,
                PathwayId::Refuge,
                PathwayId::MoneyAndDebt,
                PathwayId::Pets,
                PathwayId::OlderPeople,
            ]),
            F::PoliceConsent => self.soon(&[PathwayId::PoliceReport, PathwayId::OrderBreach]),
        }
    }

    /// The item is answered yes.
    fn item(&self, number: u8) -> bool {
        self.case.dash.yes(number)
    }
    /// One of the items is answered yes, or nobody knows.
    fn items(&self, numbers: &[u8]) -> bool {
        numbers
            .iter()
            .filter_map(|number| ItemNumber::new(*number))
            .any(|item| matches!(self.case.dash.answers.get(item), Some(ItemAnswer::Yes | ItemAnswer::DontKnow)))
    }
    fn wants(&self, wishes: &[Wish]) -> bool {
        wishes.iter().any(|wish| self.context.wishes.has(*wish))
    }
    fn moves(&self) -> bool {
        self.wants(&[Wish::Leave, Wish::Refuge])
    }
    /// One of these is to be done or offered today.
    fn soon(&self, pathways: &[PathwayId]) -> bool {
        pathways.iter().any(|id| self.assessment.pathway(*id).is_some_and(|pathway| pathway.priority <= 1))
    }
    fn survivor_spoke(&self) -> bool {
        self.context.told_by == Some(ToldBy::Survivor)
    }
    fn followed(&self) -> bool {
        self.item(8) || self.wants(&[Wish::NoContact]) || self.context.relationship == Some(Relationship::ExPartner)
    }
    fn sees_other_person(&self) -> bool {
        matches!(self.context.sees, Some(Sees::Perpetrator | Sees::Both))
    }
    fn sees_other_person_only(&self) -> bool {
        self.context.sees == Some(Sees::Perpetrator)
    }
    fn children(&self) -> bool {
        matches!(self.context.children, Some(Children::InHome | Children::Linked | Children::Unknown))
    }
    fn child_in_danger(&self) -> bool {
        matches!(self.context.child_harm, Some(ChildHarm::Threatened | ChildHarm::Hurt))
    }
    fn young_survivor(&self) -> bool {
        matches!(self.context.survivor_age, Some(SurvivorAge::Under16 | SurvivorAge::From16To17))
    }
    fn fgm_worry(&self) -> bool {
        matches!(self.context.fgm, Some(Fgm::Adult | Fgm::ChildRisk | Fgm::ChildKnown | Fgm::Unknown))
    }
    /// Someone is cared for, or may need it.
    fn care(&self) -> bool {
        let context = self.context;
        yes_or_unknown(context.care_needs)
            || yes(context.capacity_doubt)
            || yes(context.registered_care)
            || yes(context.perpetrator_is_carer)
            || matches!(context.relationship, Some(Relationship::CarerFamily | Relationship::CarerPaid))
    }
    fn rented(&self) -> bool {
        use Tenure as T;
        matches!(self.context.tenure, Some(T::SoleSurvivor | T::SolePerpetrator | T::Joint | T::Licence | T::Private))
    }
    fn home_at_stake(&self) -> bool {
        yes(self.context.notice_threatened) || yes(self.context.eviction_considered)
    }
    /// A step about the home is near.
    fn about_the_home(&self) -> bool {
        self.home_at_stake()
            || self.moves()
            || self.wants(&[Wish::StayHome, Wish::PerpetratorOut])
            || matches!(self.context.homeless_risk, Some(HomelessRisk::Tonight | HomelessRisk::Yes))
    }
    /// Papers, language or family pressure came up.
    fn papers_cue(&self) -> bool {
        let context = self.context;
        context.immigration == Some(Immigration::Insecure)
            || yes(context.minoritised)
            || yes_or_unknown(context.honour_based)
            || yes_or_unknown(context.forced_marriage)
            || self.fgm_worry()
    }
    fn dash_exists(&self) -> bool {
        matches!(self.context.existing_dash, Some(ExistingDash::Own | ExistingDash::OtherAgency))
    }
    fn same_pair(&self) -> bool {
        self.context.marac_last_12m == Some(MaracLast12m::SamePair)
    }
    fn heard_at_marac(&self) -> bool {
        matches!(self.context.marac_last_12m, Some(MaracLast12m::SamePair | MaracLast12m::OtherPair))
    }
}

fn yes(answer: Option<Known>) -> bool {
    answer == Some(Known::Yes)
}

fn yes_or_unknown(answer: Option<Known>) -> bool {
    matches!(answer, Some(Known::Yes | Known::Unknown))
}
