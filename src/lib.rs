//! Waymark guides a housing or support worker from a disclosure of domestic abuse to a record. ARCHITECTURE.md is the map.
//!
//! `case` is what was answered, `engine` what follows from it, `content` the rules and words as data, `flow` which
//! question matters now, `record` what can be handed on, `case_file` a saved copy, `idle` when the page covers and wipes itself, `qr` a text as squares. These are pure and build without the web. `app`, `components`
//! and `pages` show and collect, and decide nothing; only `platform` touches the browser.

pub mod base64url;
pub mod case;
pub mod case_file;
pub mod content;
pub mod engine;
pub mod flow;
pub mod idle;
pub mod qr;
pub mod record;
pub mod service_check;
pub mod settings_link;
pub mod workshop;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod platform;
