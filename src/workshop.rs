//! Practising together: what a participant's code holds, what a room's votes come to, how far they agree.
//!
//! Lives here, all pure: codes and their reading out of a chat, votes pooled, agreement. Not here: the pages.

pub mod agreement;
pub mod board;
pub mod codes;
pub mod focus;
pub mod paste;
pub mod ratings;
