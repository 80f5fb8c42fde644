//! Stops: what has to be done before anything else. In the page a stop is a full screen, and the step behind it is hidden.

use super::stage::Stage;
use crate::components::{stop_bar, stop_screen};
use waymark_engine::assessment::Stop;
use waymark_view::{El, html};

shelf!("stops", "Stops", danger_now signs_of_an_emergency thoughts_of_suicide a_child_now not_private put_aside);

/// Somebody is in danger now.
fn danger_now(stage: Stage) -> El {
    stage.answer("context.danger_now", "yes");
    stop_screen(stage.language, stage.case, stage.stops)
}

/// Signs that need a doctor at once.
fn signs_of_an_emergency(stage: Stage) -> El {
    stage.answer("context.red_flags", "yes");
    stop_screen(stage.language, stage.case, stage.stops)
}

/// Thoughts of suicide now.
fn thoughts_of_suicide(stage: Stage) -> El {
    stage.answer("context.suicidal_now", "yes");
    stop_screen(stage.language, stage.case, stage.stops)
}

/// A child is in danger now.
fn a_child_now(stage: Stage) -> El {
    stage.answer("context.child_harm", "hurt");
    stop_screen(stage.language, stage.case, stage.stops)
}

/// The moment is not private: no word says what the page is for.
fn not_private(stage: Stage) -> El {
    stage.answer("context.private_now", "no");
    stop_screen(stage.language, stage.case, stage.stops)
}

/// A stop that was put aside still holds: a bar leads back to it.
fn put_aside(stage: Stage) -> El {
    stage.answer("context.danger_now", "yes");
    stage.stops.put_aside(Stop::DangerNow);
    html::div().child(stop_bar(stage.language, stage.stops)).child(stop_screen(stage.language, stage.case, stage.stops))
}
