//! Every check, with what it counted and how long it took. A failure does not stop the rest.
//!
//! Two lanes run side by side once the page is built: the privacy proof mostly waits for browsers to write their files, so the
//! compiler works meanwhile, at the lowest priority so that no browser waits for it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use crate::error::Error;
use crate::mode::Mode;
use crate::{command, dist, layers, programs, readability, reproducible, wasm};

/// Which checks to run.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    #[default]
    All,
    /// Those that need Rust only.
    Engine,
    /// Those of the page in both browsers.
    Pages,
    /// That the debug page with the gallery can be made.
    Gallery,
    /// That a second build is the same.
    Reproducible,
}

/// How many checks passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Runs the checks; the last line counts them.
pub fn run(root: &Path, part: Part) -> std::process::ExitCode {
    let mut tests = Tests::default();
    match part {
        Part::All => all(root, &mut tests),
        Part::Engine => engine(root, &mut tests),
        Part::Pages => {
            gallery(root, &mut tests);
            if let Some(found) = prepare(root, &mut tests) {
                tests.counted("page tests", &mut page_tests(root, PAGES, &found), own_count);
                tests.counted("privacy proof", &mut page_tests(root, PROOF, &found), own_count);
            }
        }
        Part::Gallery => gallery(root, &mut tests),
        Part::Reproducible => {
            tests.check("a second build is the same", || reproducible::check(root));
        }
    }
    let Count { passed, failed } = tests.total;
    println!();
    for name in &tests.failures {
        println!("failed: {name}");
    }
    for line in &tests.named {
        println!("{line}");
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

fn all(root: &Path, tests: &mut Tests) {
    let found = prepare(root, tests);
    let browser_tests = |what, name, lane: &mut Tests| {
        if let Some(found) = &found {
            lane.counted(name, &mut page_tests(root, what, found), own_count);
        }
    };
    let lanes = thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let mut lane = Tests::lane("proof");
            browser_tests(PROOF, "privacy proof", &mut lane);
            lane.counted("a second build is the same", &mut own_part("--reproducible"), own_count);
            lane
        });
        let working = scope.spawn(|| {
            let mut lane = Tests::lane("core");
            lane.counted("debug page, with the gallery", &mut own_part("--gallery"), own_count);
            lane.counted("what needs Rust only", &mut own_part("--engine"), own_count);
            lane.lane = "pages";
            browser_tests(PAGES, "page tests", &mut lane);
            lane
        });
        [waiting.join(), working.join()]
    });
    for lane in lanes {
        tests.add(lane.ok());
    }
}

/// This program again for one part of the checks, at the lowest priority.
fn own_part(part: &str) -> Command {
    let this = std::env::current_exe().unwrap_or_else(|_| "xtask".into());
    let mut command = Command::new("nice");
    command.args(["-n", "19"]).arg(this).args(["test", part]);
    command
}

fn engine(root: &Path, tests: &mut Tests) {
    let cargo = |words: &str| {
        let mut command = command::cargo();
        command.current_dir(root).args(words.split(' '));
        command
    };
    tests.check("format", || command::run(&mut cargo("fmt --all --check")));
    tests.check("layers", || layers::check(root));
    tests.check("words", || readability::run(root));
    tests.check("clippy, all that builds without the web", || {
        command::run(&mut cargo("clippy --quiet --all-targets -- -D warnings"))
    });
    tests.check("clippy, xtask", || {
        command::run(&mut cargo("clippy --quiet --package xtask --all-targets -- -D warnings"))
    });
    tests.check("clippy, the page", || {
        wasm::ensure_target()?;
        let words = format!(
            "clippy --quiet --package waymark --package waymark-view --features waymark/gallery --target {} --lib --bins -- -D warnings",
            wasm::TARGET
        );
        command::run(&mut cargo(&words))
    });
    tests.counted("tests of the core", &mut cargo("test --no-fail-fast"), rust_count);
    // Its tests are quick; with optimisation, building what it stands on once more is not.
    tests.counted("tests of xtask", &mut cargo("test --profile dev --package xtask"), rust_count);
}

/// The page tests but the privacy proof, and the proof, as `run.mjs` names them.
const PAGES: &str = "--pages";
const PROOF: &str = "--proof";

/// Builds the page and finds or installs what its tests need: the programs by the names of their variables. `None` when
/// something is missing, which then counts as a failure.
fn prepare(root: &Path, tests: &mut Tests) -> Option<Vec<(&'static str, PathBuf)>> {
    let built = tests.check("release page", || {
        let page = dist::build(root, Mode::Release)?;
        print!("{}", page.report());
        page.within_budget()
    });
    let mut found = Vec::new();
    let packages = tests.check("npm packages of the page tests", || npm_packages(&root.join("tests/e2e")));
    let browsers = tests.check("browsers, web servers, a screen", || {
        found = programs::find_or_install()?;
        Ok(())
    });
    let line = tests.check("the command line that the page is compared with", || assess(root, &mut found));
    // A page over its budget is tested all the same.
    let made = built || Mode::Release.folder(root).join("index.html").exists();
    if made && packages && browsers && line {
        return Some(found);
    }
    tests.check("page tests", || {
        Err(Error::Page("they need the page, the packages, the browsers and the web servers".into()))
    });
    None
}

/// Builds `assess` and keeps a copy of it: the tests of the core put another build in its place, and no page test waits for cargo.
fn assess(root: &Path, found: &mut Vec<(&'static str, PathBuf)>) -> Result<(), Error> {
    command::run(command::cargo().current_dir(root).args(["build", "--quiet", "--example", "assess"]))?;
    let (made, kept) = (root.join("target/debug/examples/assess"), root.join("target/page-tests"));
    std::fs::create_dir_all(&kept).map_err(|error| Error::File(kept.clone(), error))?;
    std::fs::copy(&made, kept.join("assess")).map_err(|error| Error::File(made, error))?;
    // The page tests start it from the root, and take what stands behind a space for its options.
    found.push(("WAYMARK_ASSESS", PathBuf::from("target/page-tests/assess")));
    Ok(())
}

/// The page that the tests of the components look at.
fn gallery(root: &Path, tests: &mut Tests) {
    tests.check("debug page, with the gallery", || {
        print!("{}", dist::build(root, Mode::Debug)?.report());
        Ok(())
    });
}

fn page_tests(root: &Path, what: &str, found: &[(&'static str, PathBuf)]) -> Command {
    let mut node = Command::new("node");
    node.current_dir(root.join("tests/e2e")).args(["run.mjs", what]).envs(found.iter().cloned());
    node
}

/// Installs the npm packages of the page tests, as their lock file says.
pub fn npm_packages(e2e: &Path) -> Result<(), Error> {
    command::run(Command::new("npm").current_dir(e2e).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

#[derive(Default)]
struct Tests {
    total: Count,
    failures: Vec<String>,
    /// The lines in which a program named what failed or is unsteady, for the end, where they are looked for.
    named: Vec<String>,
    /// What stands before each line of a lane that runs beside another; empty where only one runs.
    lane: &'static str,
}

impl Tests {
    /// The checks of one of two lanes.
    fn lane(name: &'static str) -> Self {
        Self { lane: name, ..Self::default() }
    }

    /// Adds what a lane found; `None` for one that broke off, which is a failure.
    fn add(&mut self, lane: Option<Self>) {
        let lane = lane.unwrap_or_else(|| Self {
            total: Count { passed: 0, failed: 1 },
            failures: vec!["a lane broke off".to_owned()],
            ..Self::default()
        });
        self.total.passed += lane.total.passed;
        self.total.failed += lane.total.failed;
        self.failures.extend(lane.failures);
        self.named.extend(lane.named);
    }

    /// A check that passes or fails as a whole.
    fn check(&mut self, name: &str, step: impl FnOnce() -> Result<(), Error>) -> bool {
        let begun = begin(name);
        let result = step();
        if let Err(error) = &result {
            eprintln!("error: {error}");
        }
        let passed = result.is_ok();
        self.end(name, begun, Count { passed: usize::from(passed), failed: usize::from(!passed) });
        passed
    }

    /// A program that counts its own tests in lines which `count` reads.
    fn counted(&mut self, name: &str, command: &mut Command, count: fn(&str) -> Count) {
        let begun = begin(name);
        let (Seen { count: mut sum, named }, success) =
            match command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn() {
                Ok(child) => watch(child, self.lane, count),
                Err(error) => {
                    eprintln!("error: {}", Error::Start(command::name(command), error));
                    (Seen::default(), false)
                }
            };
        self.named.extend(named);
        // A program that stops without naming a failed test has failed all the same; so has one without any tests.
        if sum.failed == 0 && (!success || sum.passed == 0) {
            sum.failed = 1;
        }
        self.end(name, begun, sum);
    }

    fn end(&mut self, name: &str, begun: Instant, count: Count) {
        self.total.passed += count.passed;
        self.total.failed += count.failed;
        if count.failed > 0 {
            self.failures.push(name.to_owned());
        }
        let verdict = if count.failed > 0 { "FAILED" } else { "ok" };
        let seconds = begun.elapsed().as_secs_f32();
        println!("    {verdict}: {name}: {} passed, {} failed, {seconds:.1} s", count.passed, count.failed);
    }
}

fn begin(name: &str) -> Instant {
    println!("\n==> {name}");
    Instant::now()
}

/// What the lines of a program say.
#[derive(Default)]
struct Seen {
    count: Count,
    named: Vec<String>,
}

/// True for a line of this program or of `run.mjs` that names a check which failed or is unsteady.
fn names_a_fault(line: &str) -> bool {
    line.starts_with("failed: ") || line.starts_with("unsteady, ")
}

/// Passes a program's lines on as they come and adds up what they count.
fn watch(mut child: Child, lane: &'static str, count: fn(&str) -> Count) -> (Seen, bool) {
    let mut seen = Seen::default();
    let output = child.stdout.take();
    let reader = thread::spawn(move || {
        let output: Box<dyn Read> = output.map_or_else(|| Box::new(std::io::empty()) as _, |pipe| Box::new(pipe) as _);
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            match lane {
                "" => println!("{line}"),
                lane => println!("{lane:>5} | {line}"),
            }
            let Count { passed, failed } = count(&line);
            seen.count.passed += passed;
            seen.count.failed += failed;
            if names_a_fault(&line) {
                seen.named.push(line);
            }
        }
        seen
    });
    let success = child.wait().is_ok_and(|status| status.success());
    (reader.join().unwrap_or_default(), success)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn rust_count(line: &str) -> Count {
    if !line.starts_with("test result:") {
        return Count::default();
    }
    let number = |word: &str| {
        line.split(['.', ';']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok()).unwrap_or(0)
    };
    Count { passed: number("passed"), failed: number("failed") }
}

/// `12 passed, 3 failed`: the last line of this program and of the page tests.
fn own_count(line: &str) -> Count {
    let number = |part: Option<&str>, word: &str| part?.trim().strip_suffix(word)?.trim().parse().ok();
    let mut parts = line.split(',');
    match (number(parts.next(), "passed"), number(parts.next(), "failed"), parts.next()) {
        (Some(passed), Some(failed), None) => Count { passed, failed },
        _ => Count::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_count() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(rust_count(line), Count { passed: 12, failed: 3 });
        assert_eq!(own_count("12 passed, 3 failed"), Count { passed: 12, failed: 3 });
    }

    #[test]
    fn lines_that_name_a_fault() {
        assert!(names_a_fault("failed: exit.test.mjs: it leaves: 1 !== 2"));
        assert!(names_a_fault("unsteady, passed 2 times after it failed: exit.test.mjs: it leaves: 1 !== 2"));
        assert!(!names_a_fault("    FAILED: page tests: 1 passed, 1 failed, 2.0 s"));
    }

    #[test]
    fn lines_that_do_not() {
        assert_eq!(rust_count("test engine::passed ... ok"), Count::default());
        assert_eq!(own_count("✔ 3 passed, 1 failed (1 ms)"), Count::default());
        assert_eq!(own_count("    ok: format: 1 passed, 0 failed, 2.0 s"), Count::default());
    }
}
