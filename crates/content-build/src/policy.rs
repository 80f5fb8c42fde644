//! A profile as its file says it (`profiles/<id>.toml`): what the engine acts on, then what a worker reads of the document.

use crate::reading::{Outcome, Problem, read_as};
use indexmap::IndexMap;
use serde::Deserialize;
use std::path::Path;
use waymark_case::vocabulary::*;
use waymark_catalogue::{ConsentRule, ContactMode, Due, Status};

/// The ids of the profiles that ship, in the order of the contract.
pub const PROFILES: [&str; 6] = ["default", "daha-supported", "peaks-plains", "south-wales", "housing21", "herts-2024"];

/// A whole file. What it does not say is empty.
// Some of it is for whoever keeps the profiles, and is known here so that a misspelt key is not.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub id: String,
    pub status: Status,
    #[serde(default)]
    pub review_rule: String,
    #[serde(default)]
    pub nations: Vec<Nation>,
    #[serde(default)]
    pub nation_rule: String,
    pub count: Option<u8>,
    #[serde(default)]
    pub count_rule: String,
    #[serde(default)]
    pub completers: Vec<WorkerRole>,
    #[serde(default)]
    pub completer_rules: Vec<String>,
    #[serde(default)]
    pub handoff_to: Vec<WorkerRole>,
    #[serde(default)]
    pub referrers: Vec<WorkerRole>,
    #[serde(default)]
    pub referrer_rules: Vec<String>,
    #[serde(default)]
    pub reuse_other_dash: bool,
    pub contact: ContactMode,
    #[serde(default)]
    pub contact_rules: Vec<String>,
    /// The rule by which every perpetrator is pointed to help, if it has one.
    #[serde(default)]
    pub programmes_for_all_rule: String,
    #[serde(default)]
    pub police_always: bool,
    #[serde(default)]
    pub police_rules: Vec<String>,
    #[serde(default)]
    pub couple_together: String,
    #[serde(default)]
    pub inferred: Vec<Inferred>,
    #[serde(default)]
    pub consent: IndexMap<PathwayId, ConsentRule>,
    #[serde(default)]
    pub deadline: Vec<Deadline>,
    #[serde(default)]
    pub meta: Meta,
    /// Each value by the field of the schema.
    #[serde(default)]
    pub says: IndexMap<String, Saying>,
    #[serde(default)]
    pub role: Vec<Role>,
    #[serde(default)]
    pub timescale: Vec<Timescale>,
    #[serde(default)]
    pub regulator: Vec<Regulator>,
    #[serde(default)]
    pub partner: Vec<Partner>,
    #[serde(default)]
    pub floor: Vec<Floor>,
}

waymark_case::closed_set! {
    /// What a policy may leave to be inferred.
    Inferred { Completers = "completers", Contact = "contact", HandoffTo = "handoff_to", Referrers = "referrers" }
}

/// When a pathway is due under it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub pathways: Vec<PathwayId>,
    pub due: Due,
    pub rule: String,
}

/// About the document.
#[allow(dead_code)]
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
pub struct Meta {
    pub nation: Vec<String>,
    pub sector: Vec<String>,
    pub issued: String,
    pub updated: String,
    pub review_due: String,
    pub named_in_text: bool,
    pub rules: Vec<String>,
    pub silent_on: Vec<String>,
    pub caveats: Vec<String>,
}

/// A value that the document says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    pub is: Value,
    pub rules: Vec<String>,
    #[serde(default)]
    pub inferred: bool,
}

/// A value, by its kind.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a value is true or false, a number, a text or a list of texts")]
pub enum Value {
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<String>),
}

/// What a role may do.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Role {
    pub code: String,
    #[serde(default)]
    pub may: Vec<String>,
    #[serde(default)]
    pub must_not: Vec<String>,
    pub rules: Vec<String>,
    #[serde(default)]
    pub inferred: bool,
}

/// A time limit.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timescale {
    pub id: String,
    pub trigger: String,
    pub limit: Option<i64>,
    pub unit: Option<String>,
    pub clock: Option<String>,
    pub exception: Option<String>,
    pub strictness: Option<String>,
    pub by: Option<String>,
    pub rule: String,
}

/// A regulator that the document names.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulator {
    pub name: String,
    pub rule: String,
}

/// A partner that the document names.
#[allow(dead_code)]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    pub r#type: String,
    pub label: String,
    pub rule: String,
}

/// Where the safety floor comes before the document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    pub words: String,
    pub rules: Vec<String>,
    pub clause: String,
}

impl Policy {
    /// Reads a profile; its id must be that of its file.
    pub fn read(content: &Path, id: &str) -> Outcome<Self> {
        let file = format!("profiles/{id}.toml");
        let policy: Self = read_as(content, &file)?;
        match policy.id == id {
            true => Ok(policy),
            false => Err(Problem::at(file, format!("its id is {}", policy.id))),
        }
    }
}
