//! What each later part of the program can do. Only these tables lead to its code, so that it can come later.

use super::{
    about, case_page, dash, identify, next_steps, own_life, policy, record, service_check, settings, situation,
};
use super::{tonight, workshop};
use crate::app::engine::ENGINE;
use crate::app::parts::{Later, Steps};
use crate::app::settings_source;
use crate::components::{area_notice, now_bar, open_copy, policy_here};
use waymark_case::Step;

/// The steps of a case.
pub fn steps() -> &'static Steps {
    static STEPS: Steps = Steps {
        engine: &ENGINE,
        case: |desk, _| case_page::case_page(desk.language, desk.case, desk.view),
        situation: |desk, _| situation::situation(desk.language, desk.case, desk.view),
        identify: |desk, _| identify::identify(desk.language, desk.case, desk.view),
        dash: |desk, _| dash::dash(desk.language, desk.case, desk.view, move || desk.clear()),
        next_steps: |desk, _| next_steps::next_steps(desk.language, desk.case, desk.area, desk.view),
        own_life: |desk, _| {
            own_life::own_life(desk.language, desk.case, desk.area, move || desk.view.open(Step::Start))
        },
        tonight_result: tonight::outcome,
        now_bar,
    };
    &STEPS
}

/// All else.
pub fn later() -> &'static Later {
    static LATER: Later = Later {
        record: |desk, _| record::record(desk.language, desk.case, desk.area, desk.view),
        service_check: |desk, _| service_check::service_check(desk.language, desk.case, desk.area, desk.view),
        workshop: |desk, _| workshop::workshop(desk.language, desk.case, desk.view, desk.workshop),
        settings: |desk, display| settings::settings(desk.language, desk.case, desk.area, desk.view, display),
        policy: |desk, _| policy::policy(desk.language, desk.case, desk.area, desk.view),
        about: |desk, _| about::about(desk.language, desk.case, desk.area),
        not_here: workshop::practice::not_here,
        policy_here,
        ask: settings::ask,
        area_notice,
        band: workshop::practice::band,
        open_copy: |desk| open_copy(desk.language, desk.area, move |case| desk.open(case)),
        cite: next_steps::cite,
        listen_for_settings: settings_source::listen,
    };
    &LATER
}
