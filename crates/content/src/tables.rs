//! The tables that the build makes of `data/`.

#![allow(clippy::all, missing_docs)]

use crate::condition::{Condition, Values};
use crate::lines::Lines;
use crate::profile::*;
use crate::types::*;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, SettingField};
use waymark_catalogue::*;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
