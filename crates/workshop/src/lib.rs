//! Practising together: fictional cases, what a practice case may and may not become, what somebody saw in it, what a
//! participant's code holds, what a room's votes come to, how far they agree and where their differences come from; the
//! sheets of the trainer's guide.
//!
//! Lives here, all pure: vignettes and their strict file, the practice case, the feedback; codes and their reading out of
//! a chat, votes pooled, agreement, parts of the variance; the word that opens the panel's view. Not here: the pages.

pub mod agreement;
pub mod board;
pub mod codes;
pub mod expect;
pub mod feedback;
pub mod file;
pub mod gentle;
pub mod guide;
pub mod opening;
pub mod paste;
pub mod ratings;
pub mod short;
pub mod variance;
pub mod vignette;

pub use vignette::{About, Pair, Reason, Vignette};
