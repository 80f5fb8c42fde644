//! The core stays pure: what decides knows no browser, no clock, no chance and no file, and only `platform` touches the
//! browser. A rule of the house that nobody has to remember, since this test does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms that decide, ask and record.
const PURE_ROOMS: [&str; 7] = ["case", "case_file", "content", "engine", "flow", "record", "workshop"];
/// Crates that only make sense in a browser.
const WEB_CRATES: [&str; 5] = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo"];
/// Names that no pure room may speak: the browser, the clock, chance, and the world outside.
const FOREIGN: [&str; 13] = [
    "web_sys",
    "leptos",
    "wasm_bindgen",
    "js_sys",
    "gloo_storage",
    "platform",
    "rand",
    "getrandom",
    "std::time",
    "std::fs",
    "std::net",
    "std::thread",
    "std::process",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file at or under a path, with its text; what builds the content is not part of the core.
fn sources(at: &Path) -> Vec<(PathBuf, String)> {
    if at.is_file() {
        let rust = at.extension().is_some_and(|extension| extension == "rs");
        return if rust { vec![(at.to_owned(), fs::read_to_string(at).unwrap())] } else { Vec::new() };
    }
    if !at.is_dir() || at.ends_with("src/content/build") {
        return Vec::new();
    }
    fs::read_dir(at).unwrap().flat_map(|entry| sources(&entry.unwrap().path())).collect()
}

/// A room's own file and everything in its folder.
fn room(name: &str) -> Vec<(PathBuf, String)> {
    let src = root().join("src");
    [src.join(format!("{name}.rs")), src.join(name)].iter().flat_map(|at| sources(at)).collect()
}

/// True when a line speaks a name as such, rather than as a part of a longer one.
fn speaks(line: &str, name: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        let after = line[place + name.len()..].chars().next();
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

/// The code of a text, line by line: comments may name anything.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let without_comment = |line| str::split_once(line, "//").map_or(line, |(code, _)| code);
    text.lines().enumerate().map(move |(place, line)| (place + 1, without_comment(line)))
}

#[test]
fn a_name_is_heard_only_where_it_is_spoken() {
    assert!(speaks("use std::time::Instant;", "std::time") && speaks("rand::random()", "rand"));
    assert!(!speaks("let brand = operand;", "rand") && !speaks("fn platform_of() {}", "platform"));
    let lines: Vec<_> = code("let a = 1; // rand\n//! leptos").map(|(_, line)| line).collect();
    assert!(!lines.iter().any(|line| speaks(line, "rand") || speaks(line, "leptos")));
}

#[test]
fn the_core_depends_on_no_web_crate() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = |offline: &[&str]| {
        Command::new(&cargo)
            .args(["tree", "--no-default-features", "--edges", "normal", "--prefix", "none", "--locked"])
            .args(offline)
            .arg("--manifest-path")
            .arg(root().join("Cargo.toml"))
            .output()
            .expect("cargo runs")
    };
    let mut told = tree(&["--offline"]);
    if !told.status.success() {
        told = tree(&[]);
    }
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told = String::from_utf8(told.stdout).unwrap();
    let packages: Vec<&str> = told.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains(&"waymark") && packages.contains(&"serde_json"), "{told}");
    let web = |package: &&&str| WEB_CRATES.iter().any(|name| package.starts_with(name));
    let found: Vec<_> = packages.iter().filter(web).collect();
    assert!(found.is_empty(), "the core depends on {found:?}");
}

#[test]
fn no_pure_room_speaks_of_browser_clock_chance_or_files() {
    let mut found = Vec::new();
    for name in PURE_ROOMS {
        let files = room(name);
        assert!(!files.is_empty(), "src/{name} is not where it was");
        for (path, text) in files {
            for (place, line) in code(&text) {
                let foreign = FOREIGN.iter().filter(|name| speaks(line, name));
                found.extend(foreign.map(|name| format!("{}:{place} names {name}", path.display())));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn only_platform_touches_the_browser() {
    let platform = [root().join("src/platform"), root().join("src/platform.rs")];
    let mut found = Vec::new();
    for (path, text) in sources(&root().join("src")) {
        if platform.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        let lines = code(&text).filter(|(_, line)| speaks(line, "web_sys"));
        found.extend(lines.map(|(place, _)| format!("{}:{place}", path.display())));
    }
    assert!(found.is_empty(), "web_sys is named in\n{}", found.join("\n"));
}
