//! What can be handed on: outputs as plain structures first, then as text.
//!
//! Lives here: what each output holds and must never hold. Not here: what follows from the answers (`engine`), how it
//! is worded (`words/<language>/pages/record.toml`), how it is drawn, copied or printed (`pages`). No output has a field
//! for a name, an address or a number.

mod actions;
pub mod answers;
mod dash_sheet;
pub mod decision_log;
pub mod document;
pub mod handover;
pub mod html;
mod outward;
mod pattern;
mod phrases;
pub mod reasons;
pub mod script;
mod signs;
mod situation;
pub mod summary;

pub use answers::{Doubt, Open, Row, Section, sections, unanswered};
pub use decision_log::decision_log;
pub use document::{Block, Document, plain_text};
pub use handover::handover;
pub use html::html;
pub use phrases::People;
pub use reasons::{because, reasons};
pub use script::on_call;
pub use summary::summary;
