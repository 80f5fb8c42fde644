//! What is passed on to others: which rule on agreement each share falls under, and what still has to be written down.
//!
//! Lives here: the rules of pathways part 4.1 by purpose, and the policy's own. Not here: the log as a table (`actions`).

use waymark_case::listed::Listed;
use waymark_case::record::Share;
use waymark_case::vocabulary::*;
use waymark_content::ConsentRule;
use waymark_content::profile::{Name, Profile};

waymark_case::closed_set! {
    /// The rule on agreement that a share falls under (pathways 4.1).
    ShareRule {
        Support = "support", Police = "police", Marac = "marac", Child = "child", Adult = "adult",
        PlanDetail = "plan-detail", Housing = "housing",
    }
    /// What a share still lacks.
    Lack { RefusedSupport = "refused-support", Reason = "reason", Basis = "basis", When = "when" }
}

/// The rule of a share; nothing until it is known with whom or what for. Detail of a safety plan needs a clear yes, whoever
/// asks for it.
pub fn share_rule(share: &Share) -> Option<ShareRule> {
    match (share.purpose, share.with) {
        (Some(SharePurpose::SafetyPlan), _) => Some(ShareRule::PlanDetail),
        (_, Some(ShareWith::Marac)) => Some(ShareRule::Marac),
        (_, Some(ShareWith::Children)) => Some(ShareRule::Child),
        (_, Some(ShareWith::Adults)) => Some(ShareRule::Adult),
        (_, Some(ShareWith::Police)) | (Some(SharePurpose::Police), _) => Some(ShareRule::Police),
        (Some(SharePurpose::Housing), _) => Some(ShareRule::Housing),
        (Some(SharePurpose::Safeguarding), _) => Some(ShareRule::Adult),
        (Some(SharePurpose::Support), _) | (_, Some(ShareWith::Idva)) => Some(ShareRule::Support),
        _ => None,
    }
}

/// What the policy says on agreement under a rule, and the rules that say so; nothing where it has no pathway of its own.
pub fn policy_consent(rule: ShareRule, profile: &Profile) -> Option<(ConsentRule, Vec<Name>)> {
    let pathway = match rule {
        ShareRule::Support => PathwayId::Idva,
        ShareRule::Police => PathwayId::PoliceReport,
        ShareRule::Marac => PathwayId::MaracReferral,
        ShareRule::Child => PathwayId::ChildProtection,
        ShareRule::Adult => PathwayId::AdultSafeguarding,
        ShareRule::Housing => PathwayId::ManagementMove,
        ShareRule::PlanDetail => return None,
    };
    let own = profile.consent.iter().find(|(about, _)| *about == pathway).map(|(_, consent)| *consent);
    let rules = profile.rules.iter().filter(|(about, _)| *about == pathway).map(|(_, rule)| rule.clone());
    Some((own.unwrap_or(waymark_content::pathway(pathway).consent), rules.listed()))
}

/// What the share still lacks: a referral for support that was refused is not made; whoever was not asked, said no or was
/// not told needs a reason; every share needs its ground and its day.
pub fn lacks(share: &Share) -> Vec<Lack> {
    let Some(rule) = share_rule(share) else { return Vec::new() };
    let refused = share.answer == Some(ShareAnswer::Refused);
    let unasked = [share.asked, share.told].iter().flatten().any(|answer| *answer != AskedOrTold::Yes);
    let mut lacks = Vec::new();
    if refused && matches!(rule, ShareRule::Support | ShareRule::PlanDetail | ShareRule::Housing) {
        lacks.push(Lack::RefusedSupport);
    }
    if (refused || unasked) && is_empty(share.reason.as_ref()) {
        lacks.push(Lack::Reason);
    }
    if is_empty(share.basis.as_ref()) {
        lacks.push(Lack::Basis);
    }
    if is_empty(share.when.as_ref()) {
        lacks.push(Lack::When);
    }
    lacks
}

fn is_empty(text: Option<&waymark_case::Text>) -> bool {
    text.is_none_or(|text| text.as_str().trim().is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use waymark_case::Text;
    use waymark_content::Profiles;

    fn share(with: ShareWith, purpose: SharePurpose) -> Share {
        Share { with: Some(with), purpose: Some(purpose), ..Share::default() }
    }

    #[test]
    fn each_share_falls_under_its_rule() {
        for (with, purpose, rule) in [
            (ShareWith::Idva, SharePurpose::Support, ShareRule::Support),
            (ShareWith::Idva, SharePurpose::SafetyPlan, ShareRule::PlanDetail),
            (ShareWith::Police, SharePurpose::Safeguarding, ShareRule::Police),
            (ShareWith::Marac, SharePurpose::Police, ShareRule::Marac),
            (ShareWith::Children, SharePurpose::Support, ShareRule::Child),
            (ShareWith::Council, SharePurpose::Housing, ShareRule::Housing),
            (ShareWith::Health, SharePurpose::Safeguarding, ShareRule::Adult),
        ] {
            assert_eq!(share_rule(&share(with, purpose)), Some(rule));
        }
        assert_eq!(share_rule(&Share::default()), None);
    }

    #[test]
    fn a_referral_that_was_refused_is_said_to_be_theirs() {
        let mut refused = share(ShareWith::Idva, SharePurpose::Support);
        refused.answer = Some(ShareAnswer::Refused);
        assert_eq!(lacks(&refused), [Lack::RefusedSupport, Lack::Reason, Lack::Basis, Lack::When]);
        // A child is not left because somebody said no; but why is written down.
        let mut child = Share { with: Some(ShareWith::Children), ..refused };
        assert_eq!(lacks(&child), [Lack::Reason, Lack::Basis, Lack::When]);
        for text in [&mut child.reason, &mut child.basis, &mut child.when] {
            *text = Some(Text::cut("x"));
        }
        assert!(lacks(&child).is_empty());
    }

    #[test]
    fn the_policy_says_its_own_on_agreement() {
        let profiles = Profiles::shipped();
        let of = |id: &str| policy_consent(ShareRule::Support, profiles.get(id).unwrap()).unwrap();
        assert_eq!(of("herts-2024").0, ConsentRule::Required);
        assert!(of("herts-2024").1.iter().any(|rule| rule == "S-50"));
    }
}
