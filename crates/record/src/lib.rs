//! What can be handed on: outputs as plain structures first, then as text.
//!
//! Lives here: what each output holds and must never hold. Not here: what follows from the answers (`engine`), how it
//! is worded (`words/<language>/pages/record.toml`, `outputs.toml`), how it is rendered, copied or printed (`pages`). Names,
//! addresses and numbers are typed on the output that needs them (`names`) and are no part of a case.

pub mod accounts;
mod action_plan;
mod actions;
pub mod answers;
pub mod area_numbers;
mod banned;
pub mod compare;
mod council_letter;
mod dash_sheet;
pub mod days;
pub mod decision_log;
pub mod document;
mod file_notes;
pub mod handover;
pub mod html;
mod incident;
pub mod leaves;
mod marac;
pub mod names;
mod not_done;
mod observed;
pub mod outgoing_check;
pub mod output;
mod outward;
mod own_copy;
mod parts;
mod pattern;
pub mod people;
mod phrases;
mod plain_facts;
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

pub use actions::caution_text;
pub use answers::{AnswerRow, AnswerSection, Doubt, OpenQuestion, sections, unanswered};
pub use area_numbers::area_numbers;
pub use banned::{LOOK_AGAIN, look_again};
pub use compare::compare;
pub use decision_log::decision_log;
pub use document::{Block, Document, Marked, plain_text, unquoted};
pub use handover::handover;
pub use html::html;
pub use names::{Names, Slot};
pub use output::{GROUPS, Given, Output, SheetQuestion, texts};
pub use people::People;
pub use phrases::{
    due_in_words, heading, key, limit_in_words, lower_first, policy_duty, review, role_names, who_acts, within_in_words,
};
pub use reasons::{because, item_answer, reasons};
pub use script::on_call;
pub use service_check::{comes_from, service_check};
pub use summary::summary;
pub use waymark_case::Day;
