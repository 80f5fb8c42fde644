//! The browser: the only room that touches it. Everything listens for as long as the page lives, and nothing is kept.

pub mod clipboard;
pub mod lifecycle;
pub mod page;
pub mod panics;
mod waymark;
