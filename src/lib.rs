//! The page of Waymark: it shows and collects, and decides nothing. ARCHITECTURE.md is the map.
//!
//! `platform` touches the browser, `app` holds the state, `components` are what pages are made of, `pages` are the steps,
//! `gallery` shows the components to whoever works on them. What is decided stands in the crates under `crates/`, which
//! build without the web.

#![cfg(feature = "web")]
#![forbid(unsafe_code)]

pub mod app;
pub mod components;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod pages;
pub mod platform;
mod start;

pub use app::parts;
pub use pages::{later, steps};
pub use start::start;
