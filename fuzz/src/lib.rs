//! What must hold for any bytes that a user or a file can cause, a file for each target.
//!
//! Here and not in `tests/support`, so that all about fuzzing stands in one folder; `tests/fuzz_corpus.rs` takes this file
//! in by its path and runs the same laws on every kept file, without the fuzzer and on stable.

#![allow(clippy::expect_used, clippy::panic)] // a law that is broken stops

pub mod case_file;
pub mod case_json;
pub mod codes;
pub mod settings;
pub mod vignette;

/// Takes the bytes or refuses them, and stops where a law is broken.
pub type Holds = fn(&[u8]) -> bool;

/// Every target by name, with its laws.
pub const TARGETS: [(&str, Holds); 5] = [
    ("case_file", case_file::holds),
    ("case_json", case_json::holds),
    ("codes", codes::holds),
    ("settings", settings::holds),
    ("vignette", vignette::holds),
];
