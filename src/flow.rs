//! Which question matters now: the situation, asked on demand, and the fast path of a bad night.
//!
//! Lives here: order, conditions and what a tap puts into the case, all worked out from the answers and never stored.
//! Not here: what follows from an answer (`engine`), how anything reads (`content::words`) or looks (`pages`).

mod matters;
pub mod situation;
pub mod tonight;
mod tonight_parts;
pub mod tonight_result;
mod tonight_screens;

pub use matters::matters;
pub use situation::{Section, next_unanswered, progress, sections};
pub use tonight_result::{TonightResult, result};
