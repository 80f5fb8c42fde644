//! Which question matters now: the situation, asked on demand, and the fast path of a bad night.
//!
//! Lives here: order, conditions and what a tap puts into the case, all worked out from the answers and never stored.
//! Not here: what follows from an answer (`engine`), how anything reads (`content::words`) or looks (`pages`).

mod cards;
mod cautions;
pub mod guided;
pub mod guided_dash;
pub mod guided_identify;
mod matters;
mod moment;
mod now;
mod numbers;
pub mod situation;
mod tasks;
pub mod tonight;
mod tonight_parts;
mod tonight_place;
pub mod tonight_result;
mod tonight_screens;
mod would_change;

pub use cards::{CardPlace, card_questions, cards};
pub use cautions::comes_first;
pub use guided::{SITUATION, SituationPlace, SituationScreen};
pub use guided_dash::{DASH_SCREENS, DashScreen, in_order, short_talk};
pub use guided_identify::{IdentifyScreen, PROMPTS};
pub use matters::matters;
pub use moment::{dash_moment, moments, story_moment};
pub use now::{Now, now};
pub use numbers::{lines_here, numbers};
pub use situation::{Section, next_unanswered, progress, sections};
pub use tasks::{TaskState, minutes_left, task_state};
pub use tonight_place::PathPosition;
pub use tonight_result::{TonightResult, action_line, result};
pub use would_change::would_change;
