//! The state of the page in its parts: the case, the area's settings, the view, the workshop; and the stops, the clocks and
//! the display, which follow them.
//!
//! Lives here: the signals that everything is rendered from, and what the browser tells them. Not here: what a step shows
//! (`pages`), or how the browser is asked (`platform`).

mod area_state;
mod case_state;
mod desk;
mod display;
pub mod engine;
pub mod lifecycle;
pub mod parts;
mod practice;
mod session;
pub mod settings_source;
mod step;
mod stops;
mod view;
mod watch;
mod workshop;

pub use area_state::AreaState;
pub use case_state::{CaseState, Cite, words_on};
pub use desk::{Desk, open_door};
pub use display::{Display, TextSize};
pub use parts::Parts;
pub use practice::{PracticeState, Purpose};
pub use session::{Session, Slide, Votes, WorkshopPart};
pub use step::{BESIDE, CASE_TASKS, TASKS};
pub use stops::{Stops, Urgent, urgent};
pub use view::{Layout, Places, View};
pub use watch::{Shown, Watch};
pub use waymark_case::Step;
pub use workshop::Workshop;

/// The words in use, all of one language.
pub type Language = &'static waymark_content::words::Words;
