//! Makes typed tables from `content/**/*.toml`. An unknown id, a condition that does not parse, a missing word or a
//! missing source stops the build with the file and the key.

// Only a part of what these modules offer is used here.
#[allow(dead_code, unused_imports, missing_docs, clippy::all)]
#[path = "../../case"]
mod case {
    #[macro_use]
    pub mod vocabulary;
    pub mod context;
    pub mod value;
}
mod conditions;
mod rules;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// A problem with a content file: which file, which key, what is wrong.
pub struct Problem(String);

impl Problem {
    /// The problem `what` at `place`.
    pub fn at(place: impl std::fmt::Display, what: impl std::fmt::Display) -> Self {
        Self(format!("{place}: {what}"))
    }
}

/// The result of reading content.
pub type Outcome<T> = Result<T, Problem>;

/// Reads a TOML file under `content/`, and tells cargo to watch it.
pub fn read(content: &Path, file: &str) -> Outcome<toml::Table> {
    let path = content.join(file);
    let text = fs::read_to_string(&path).map_err(|error| Problem::at(path.display(), error))?;
    text.parse().map_err(|error| Problem::at(path.display(), error))
}

fn tables() -> Outcome<String> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let content = root.join("src/content");
    let sources = rules::Sources::read(&content)?;
    let mut out = String::new();
    out.push_str(&rules::tables(&content, &sources)?);
    out.push_str(&words::tables(&content, &sources)?);
    out.push_str(&sources.cited());
    Ok(out)
}

fn main() {
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/case");
    let written = tables().and_then(|tables| {
        let file = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("tables.rs");
        fs::write(&file, tables).map_err(|error| Problem::at(file.display(), error))
    });
    if let Err(Problem(problem)) = written {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}
