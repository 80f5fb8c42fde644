//! Figures, not checks: how many cases a second, and how soon the page is there.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;

use crate::command;
use crate::error::Error;

/// Prints the figures of the engine and of the page.
pub fn run(root: &Path) -> Result<(), Error> {
    engine(root)?;
    let mut node = Command::new("node");
    command::run(node.current_dir(root.join("tests/e2e")).arg("bench/bench.mjs"))
}

/// Cases a second over the mix of worked cases, JSON in and out included, for growing numbers of cases.
fn engine(root: &Path) -> Result<(), Error> {
    command::run(command::cargo().current_dir(root).args(["build", "--release", "--quiet", "--example", "assess"]))?;
    let mut mix = String::new();
    for file in ["identify.ndjson", "cases.ndjson"] {
        let path = root.join("tests/fixtures").join(file);
        let text =
            std::fs::read_to_string(&path).map_err(|error| Error::Page(format!("{}: {error}", path.display())))?;
        for line in text.lines() {
            let fixture: Value = serde_json::from_str(line).map_err(|error| Error::Page(error.to_string()))?;
            let _ = writeln!(mix, "{}", fixture["case"]);
        }
    }
    let cases = mix.lines().count();
    for times in [200, 400, 800] {
        let file = root.join("target/bench.ndjson");
        let io = |error: std::io::Error| Error::Page(error.to_string());
        std::fs::write(&file, mix.repeat(times)).map_err(io)?;
        let input = std::fs::File::open(&file).map_err(io)?;
        let begun = Instant::now();
        let mut assess = Command::new(root.join("target/release/examples/assess"));
        command::run(assess.stdin(input).stdout(Stdio::null()))?;
        let seconds = begun.elapsed().as_secs_f64();
        let all = cases * times;
        println!("engine: {all} cases in {seconds:.2} s, {:.0} cases a second", all as f64 / seconds);
    }
    Ok(())
}
