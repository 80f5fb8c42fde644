//! The pieces pages are made of. Each shows the case and collects an answer; none decides anything.

mod area;
mod boxes;
mod handoff;
mod question;
mod text;

pub use area::{AreaNotice, area_problem, day_in_words};
pub use boxes::{CautionCard, Details, SayBox, StopPanel};
pub use handoff::{HandoffPanel, role_names};
pub use question::{ClearAnswer, Question, choice_list, quiet, seg};
pub use text::{TextField, ToggleNote};
