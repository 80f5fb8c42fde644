//! The lists beside the Dash: which of them a case makes matter. Nothing that `assess` says rests on them.

use super::assessment::Assessment;
use super::evaluate::Facts;
use super::settings::LocalValues;
use waymark_case::Case;
use waymark_case::listed::Listed;
use waymark_content::{BESIDE, Profiles};

/// The lists that matter for this case, by their ids. They are the same under every policy.
pub fn beside(case: &Case, assessment: &Assessment) -> Vec<&'static str> {
    let profiles = Profiles::shipped();
    let profile = profiles.get_or_default(None);
    let facts = Facts::of(case, profile, LocalValues::of(case, profile), &assessment.identify, &assessment.dash);
    BESIDE.iter().filter(|list| facts.holds(&list.when)).map(|list| list.id).listed()
}
