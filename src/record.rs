//! What can be handed on: outputs as plain structures first, then as text.
//!
//! Lives here: what each output holds and must never hold. Not here: what follows from the answers (`engine`), how it
//! is worded (`words/<language>/pages/record.toml`, `outputs.toml`), how it is drawn, copied or printed (`pages`). Names,
//! addresses and numbers are typed on the output that needs them (`names`) and are no part of a case.

mod action_plan;
mod actions;
pub mod answers;
mod banned;
pub mod compare;
mod dash_sheet;
pub mod days;
pub mod decision_log;
pub mod document;
mod file_notes;
pub mod handover;
pub mod html;
pub mod leaves;
mod marac;
pub mod names;
pub mod output;
mod outward;
mod own_copy;
mod parts;
mod pattern;
mod phrases;
mod plan;
mod police;
pub mod reasons;
mod safeguarding;
pub mod script;
pub mod service_check;
pub mod shares;
mod signs;
mod situation;
mod specialist;
pub mod summary;
mod visit;

pub use answers::{Doubt, Open, Row, Section, sections, unanswered};
pub use banned::{LOOK_AGAIN, look_again};
pub use compare::compare;
pub use days::Day;
pub use decision_log::decision_log;
pub use document::{Block, Document, plain_text};
pub use handover::handover;
pub use html::html;
pub use names::{Names, Slot};
pub use output::{GROUPS, Given, Output, Question};
pub use phrases::People;
pub use reasons::{because, reasons};
pub use script::on_call;
pub use service_check::service_check;
pub use summary::summary;
