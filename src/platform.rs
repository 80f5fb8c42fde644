//! The browser: the only room that touches it. Everything listens for as long as the page lives, and nothing is kept.

pub mod chance;
pub mod clipboard;
pub mod clock;
pub mod early;
pub mod files;
pub mod fragment;
pub mod guarantees;
pub mod page;
pub mod panics;
pub mod paper;
pub mod parts;
pub mod passing;
pub mod preferences;
pub mod settings_files;
pub mod vault;
pub mod voice;
