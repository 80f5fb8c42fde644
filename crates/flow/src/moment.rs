//! What to say fits the moment: which words, from who told it and what presses. Danger first, then their choice.
//!
//! Lives here: the one choice of moments. Not here: the words (`say.toml`), how they are shown (`pages`).

use waymark_case::Case;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::CautionId;
use waymark_engine::Assessment;
use waymark_engine::assessment::{Prompt, Stop};

/// The moments of the Say table that this case is at, by their ids, the first first: never their choice alone where there
/// is danger. At least one.
pub fn moments(case: &Case, assessment: &Assessment) -> Vec<&'static str> {
    match case.context.told_by {
        Some(ToldBy::Perpetrator) => return vec!["other-discloses"],
        Some(ToldBy::ThirdParty) => return vec!["neighbour"],
        _ => {}
    }
    let met = !assessment.dash.routes.is_empty();
    let first = if case.context.suicidal_now == Some(Known::Yes) {
        Some("crisis")
    } else if is_grave(case, assessment) {
        Some(if met { "route" } else { "danger" })
    } else {
        None
    };
    let then = if refused(case) {
        Some("they-say-no")
    } else if assessment.warns(CautionId::SecondOpinion) {
        Some("not-clear")
    } else {
        None
    };
    let nothing = [first, then] == [None, None];
    let calm = nothing.then_some(if met { "route" } else { "below-line" });
    first.into_iter().chain(then).chain(calm).listed()
}

/// The moment that the Dash stands at: before the first item there is nothing to say of the line.
pub fn dash_moment(case: &Case, assessment: &Assessment) -> &'static str {
    match moments(case, assessment).first() {
        _ if case.dash.with == Some(DashWith::Perpetrator) => "other-discloses",
        Some(&"below-line") if case.dash.answers.is_empty() => "before-asking",
        first => first.copied().unwrap_or_default(),
    }
}

/// The moment that a story stops at: the first, or the telling itself where nothing presses.
pub fn story_moment(case: &Case, assessment: &Assessment) -> &'static str {
    match moments(case, assessment).first() {
        Some(&"below-line") | None => "disclosure",
        Some(moment) => moment,
    }
}

/// A stop about danger, a grave sign, or a judgement of high.
fn is_grave(case: &Case, assessment: &Assessment) -> bool {
    let context = &case.context;
    matches!(assessment.stop, Some(Stop::DangerNow | Stop::EmergencySigns | Stop::SuicidalNow | Stop::ChildNow))
        || assessment.dash.prompt == Prompt::PromptPlus
        || !assessment.dash.markers.is_empty()
        || !assessment.identify.danger.is_empty()
        || case.dash.judgement == Some(Judgement::High)
        || [context.danger_now, context.red_flags, context.strangulation_within_4_weeks, context.firearm_access]
            .contains(&Some(Known::Yes))
        || context.injury == Some(Injury::Emergency)
}

/// Something was refused.
fn refused(case: &Case) -> bool {
    let context = &case.context;
    context.wishes.has(Wish::NoPolice)
        || [context.police_consent, context.referral_consent].contains(&Some(Consent::Refused))
        || case.choices.iter().any(|choice| choice.decision == Some(Decision::Declined))
}
