//! The steps, one file each. A page shows the case and the assessment and collects answers; it holds no threshold and
//! no rule.

pub mod about;
pub mod case_page;
pub mod dash;
pub mod identify;
pub mod next_steps;
pub mod own_life;
mod parts;
pub mod policy;
pub mod record;
pub mod service_check;
pub mod settings;
pub mod shell;
pub mod situation;
pub mod start;
pub mod tonight;
pub mod workshop;

pub use parts::{later, steps};
