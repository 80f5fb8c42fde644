//! The gallery shows every component and every builder of the view layer: whoever adds one adds an example.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// What has no example: the root of a page and the browser's own element are for the frame and for `platform` alone.
const NO_EXAMPLE: [&str; 2] = ["mount", "node"];

/// The words of all Rust files of a folder, but for those of comments.
fn words_of(folder: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let text = fs::read_to_string(entry?.path())?;
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        found.extend(code.flat_map(words).map(str::to_owned));
    }
    Ok(found)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

fn source(file: &str) -> Result<String, Box<dyn Error>> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))?)
}

/// What a module passes on by `pub use`: the names behind the last `::`.
fn passed_on(text: &str) -> BTreeSet<String> {
    let uses = text.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let names = uses.map(|path| path.rsplit("::").next().unwrap_or(path));
    names.flat_map(|names| words(names).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The public functions of a file.
fn functions(text: &str) -> BTreeSet<String> {
    text.split("pub fn ").skip(1).filter_map(|rest| words(rest).next()).map(str::to_owned).collect()
}

#[test]
fn every_component_and_every_builder_has_an_example() -> Result<(), Box<dyn Error>> {
    let mut wanted = passed_on(&source("src/components.rs")?);
    for file in ["element", "event", "fragment", "region", "short", "signal", "value"] {
        wanted.extend(functions(&source(&format!("crates/view/src/{file}.rs"))?));
    }
    wanted.insert("Fragment".to_owned());
    assert!(wanted.len() > 80, "{wanted:?}");
    assert!(wanted.contains("question") && wanted.contains("later_each") && wanted.contains("Work"));
    let shown = words_of("src/gallery")?;
    let missing: Vec<_> =
        wanted.iter().filter(|name| !shown.contains(*name) && !NO_EXAMPLE.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "no example under src/gallery shows {missing:?}");
    Ok(())
}

#[test]
fn names_are_read_from_the_source() {
    let text = "pub use a::{b, c_d};\npub use e::f;\nuse g::h;";
    assert_eq!(passed_on(text).into_iter().collect::<Vec<_>>(), ["b", "c_d", "f"]);
    assert_eq!(functions("pub fn one() {}\nfn two() {}\npub fn three<T>() {}").len(), 2);
}
