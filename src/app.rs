//! The page as a whole: what is on the desk, which step is open, and the frame around it.
//!
//! Lives here: the signals everything is drawn from, the steps, the frame. Not here: what a step shows (`pages`).

mod desk;
mod frame;
mod practice;
mod room;
mod step;
mod watch;

pub use desk::{Desk, Layout, People};
pub use frame::{layout_toggle, step_end, step_name, step_root};
pub use practice::{PracticeRoom, Purpose};
pub use room::{Part, Room, Slide, Votes};
pub use step::Step;
pub use watch::{Shown, Watch};

use crate::content::words;
use crate::platform;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Starts the page in the element that waits for it.
pub fn start() {
    platform::panics::reveal_the_problem();
    let Some(root) = platform::page::app_root() else { return };
    if !words::give(platform::page::words()) {
        return platform::panics::show_the_problem();
    }
    let place = root.clone();
    // Leptos keeps the signals alive; what is drawn from them is put beside its own, empty, view.
    mount_to(root, move || {
        let desk = Desk::new(&words::EN);
        provide_context(desk);
        provide_context(platform::preferences::follow(desk));
        provide_context(Watch::new(desk));
        platform::fragment::listen(desk);
        platform::lifecycle::listen(desk);
        for part in frame::frame() {
            part.mount(&place);
        }
    })
    .forget();
}
