//! Waymark guides a housing or support worker from a disclosure of domestic abuse to a record. ARCHITECTURE.md is the map.

pub mod case;
pub mod content;
pub mod engine;
