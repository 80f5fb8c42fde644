//! The pieces pages are made of. Each shows the case and collects an answer; none decides anything.

mod boxes;
mod question;
mod text;

pub use boxes::{CautionCard, Details, SayBox, StopPanel};
pub use question::{Question, choice_list, quiet, seg};
pub use text::{TextField, ToggleNote};
