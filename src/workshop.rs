//! Practising together: fictional cases, what a practice case may and may not become, and what somebody saw in it.
//!
//! Lives here, all pure: vignettes and their strict file, the practice case, the feedback. Not here: the pages.

pub mod expect;
pub mod feedback;
pub mod file;
pub mod gentle;
pub mod practice;
pub mod short;
pub mod vignette;

pub use practice::{Origin, PracticeCase, SetAside};
pub use vignette::{About, Pair, Reason, Vignette};
