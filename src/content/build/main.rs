//! Makes typed tables and the text of the words from `content/**/*.toml`. An unknown id, a condition that does not parse, a missing word or a
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
mod lines;
mod rules;
mod vignettes;
mod words;

use std::fmt::Write as _;
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

/// Every file that is made: its name and its text.
fn files() -> Outcome<Vec<(String, String)>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let content = root.join("src/content");
    let sources = rules::Sources::read(&content)?;
    let mut tables = rules::tables(&content, &sources)?;
    let words = words::words(&content, &sources)?;
    tables.push_str(&words.tables);
    let mut shared = lines::Lines::default();
    let vignettes = vignettes::vignettes(&content, &sources, &mut shared)?;
    let helplines = rules::helplines(&content, &mut shared)?;
    let cited = sources.cited(&mut shared)?;
    let mut counts = vec![("VIGNETTES", vignettes), ("HELPLINES_LISTED", helplines), ("SOURCES_CITED", cited)];
    let mut files = Vec::new();
    for (language, mut lines) in words.texts {
        lines.append(&shared);
        if files.is_empty() {
            counts.push(("LINES", lines.count()));
        }
        files.push((format!("words-{language}.txt"), lines.text().to_owned()));
    }
    for (name, count) in counts {
        let _ = writeln!(tables, "pub const {name}: usize = {count};");
    }
    files.push(("tables.rs".into(), tables));
    Ok(files)
}

fn main() {
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/case");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    let written = files().and_then(|files| {
        files.into_iter().try_for_each(|(name, text)| {
            let file = out.join(name);
            fs::write(&file, text).map_err(|error| Problem::at(file.display(), error))
        })
    });
    if let Err(Problem(problem)) = written {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}
