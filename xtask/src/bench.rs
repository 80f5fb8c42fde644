//! Figures, not checks: how many cases a second, how soon the page is there beside other pages, and how soon a room's codes are
//! counted.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use crate::command;
use crate::error::{self, Error};

/// How often the worked cases are assessed, to see whether the time grows as their number does.
const TIMES: [usize; 3] = [200, 400, 800];

/// Takes the figures of the engine and of the page; `words` (`--quick`, `--write`) go on to the page's.
pub fn run(root: &Path, words: &[&str]) -> Result<(), Error> {
    let engine = root.join("target/bench-engine.json");
    error::write(&engine, Value::from(engine_figures(root)?).to_string().as_bytes())?;
    let node = |script: &str| {
        let mut node = Command::new("node");
        node.current_dir(root.join("tests/e2e")).arg(script);
        node
    };
    command::run(node("bench/bench.mjs").args(words).env("BENCH_ENGINE", engine))?;
    command::run(&mut node("bench/board.mjs"))
}

/// Cases a second over the worked cases: the engine alone; then with JSON in and out, for growing numbers of cases, and for the half
/// with the fewest answers beside the half with the most.
fn engine_figures(root: &Path) -> Result<Vec<Value>, Error> {
    let examples = ["build", "--release", "--quiet", "--example", "assess", "--example", "pace"];
    command::run(command::cargo().current_dir(root).args(examples))?;
    let mut cases = worked_cases(root)?;
    let mut figures = vec![without_json(root, &cases)?];
    for times in TIMES {
        figures.push(timed(root, &format!("all worked cases, {times} times"), &cases, times)?);
    }
    cases.sort_by_key(String::len);
    let (few, many) = cases.split_at(cases.len() / 2);
    figures.push(timed(root, "the half with the fewest answers", few, TIMES[1])?);
    figures.push(timed(root, "the half with the most answers", many, TIMES[1])?);
    Ok(figures)
}

/// The cases of the fixtures, a line of JSON each.
fn worked_cases(root: &Path) -> Result<Vec<String>, Error> {
    let mut cases = Vec::new();
    for file in ["identify.ndjson", "cases.ndjson"] {
        let path = root.join("tests/fixtures").join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| Error::File(path, error))?;
        for line in text.lines() {
            let fixture: Value = serde_json::from_str(line).map_err(|error| Error::Page(error.to_string()))?;
            cases.push(format!("{}\n", fixture["case"]));
        }
    }
    Ok(cases)
}

/// The engine alone, on one core.
fn without_json(root: &Path, cases: &[String]) -> Result<Value, Error> {
    let path: PathBuf = root.join("target/bench.ndjson");
    error::write(&path, cases.concat().as_bytes())?;
    let input = std::fs::File::open(&path).map_err(|error| Error::File(path, error))?;
    let mut pace = Command::new(root.join("target/release/examples/pace"));
    let told = command::output(pace.arg(TIMES[1].to_string()).stdin(input))?;
    let (all, seconds) = told.trim().split_once(' ').unwrap_or_default();
    let (all, seconds): (usize, f64) = (all.parse().unwrap_or_default(), seconds.parse().unwrap_or_default());
    println!("engine alone: {all} cases in {seconds:.2} s, {:.0} a second", all as f64 / seconds);
    Ok(json!({ "what": "the engine alone, no JSON", "cases": all, "seconds": seconds }))
}

/// Assesses the cases so many times in one run, and prints and gives how long that took.
fn timed(root: &Path, what: &str, cases: &[String], times: usize) -> Result<Value, Error> {
    let path: PathBuf = root.join("target/bench.ndjson");
    error::write(&path, cases.concat().repeat(times).as_bytes())?;
    let input = std::fs::File::open(&path).map_err(|error| Error::File(path, error))?;
    let begun = Instant::now();
    let mut assess = Command::new(root.join("target/release/examples/assess"));
    command::run(assess.stdin(input).stdout(Stdio::null()))?;
    let seconds = begun.elapsed().as_secs_f64();
    let all = cases.len() * times;
    println!("engine, {what}: {all} cases in {seconds:.2} s, {:.0} a second", all as f64 / seconds);
    Ok(json!({ "what": format!("{what}, JSON in and out"), "cases": all, "seconds": seconds }))
}
