//! Every check, one after the other, with what it counted and how long it took. A failure does not stop the rest.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use crate::error::Error;
use crate::{command, dist, programs, reproducible, wasm};

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
    if matches!(part, Part::All | Part::Engine) {
        engine(root, &mut tests);
    }
    if matches!(part, Part::All | Part::Pages) {
        pages(root, &mut tests);
    }
    // Last: it takes minutes, and everything else is known by then.
    if matches!(part, Part::All | Part::Reproducible) {
        tests.check("a second build is the same", || reproducible::check(root));
    }
    let Count { passed, failed } = tests.total;
    println!();
    for name in &tests.failures {
        println!("failed: {name}");
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

fn engine(root: &Path, tests: &mut Tests) {
    let cargo = |words: &str| {
        let mut command = command::cargo();
        command.current_dir(root).args(words.split(' '));
        command
    };
    tests.check("format", || command::run(&mut cargo("fmt --all --check")));
    tests.check("clippy, the core alone", || {
        command::run(&mut cargo("clippy --quiet --package waymark --no-default-features --all-targets -- -D warnings"))
    });
    tests.check("clippy, xtask", || {
        command::run(&mut cargo("clippy --quiet --package xtask --all-targets -- -D warnings"))
    });
    tests.check("clippy, the page", || {
        wasm::ensure_target()?;
        let words = format!(
            "clippy --quiet --package waymark --features web --target {} --lib --bins -- -D warnings",
            wasm::TARGET
        );
        command::run(&mut cargo(&words))
    });
    tests.counted("tests of the core", &mut cargo("test --package waymark --no-default-features"), rust_count);
    tests.counted("tests of xtask", &mut cargo("test --package xtask"), rust_count);
}

fn pages(root: &Path, tests: &mut Tests) {
    let mut built = false;
    tests.check("release page", || {
        let page = dist::build(root, dist::Mode::Release)?;
        print!("{}", page.report());
        built = true;
        page.within_budget()
    });
    let e2e = root.join("tests/e2e");
    let mut ready = true;
    ready &= tests.check("npm packages of the page tests", || npm_packages(&e2e));
    let mut found = Vec::new();
    ready &= tests.check("browsers, web servers, a screen", || {
        found = programs::find_or_install()?;
        Ok(())
    });
    if !built || !ready {
        tests.check("page tests", || {
            Err(Error::Page("they need the page, the packages, the browsers and the web servers".into()))
        });
        return;
    }
    let mut node = Command::new("node");
    node.current_dir(&e2e).arg("run.mjs").envs(found);
    tests.counted("page tests", &mut node, node_count);
}

/// Installs the npm packages of the page tests, as their lock file says.
pub fn npm_packages(e2e: &Path) -> Result<(), Error> {
    command::run(Command::new("npm").current_dir(e2e).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

#[derive(Default)]
struct Tests {
    total: Count,
    failures: Vec<String>,
}

impl Tests {
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
        let (mut sum, success) = match command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn() {
            Ok(child) => watch(child, count),
            Err(error) => {
                eprintln!("error: {}", Error::Start(command::name(command), error));
                (Count::default(), false)
            }
        };
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

/// Passes a program's lines on as they come and adds up what they count.
fn watch(mut child: Child, count: fn(&str) -> Count) -> (Count, bool) {
    let mut sum = Count::default();
    let output = child.stdout.take();
    let reader = thread::spawn(move || {
        let output: Box<dyn Read> = output.map_or_else(|| Box::new(std::io::empty()) as _, |pipe| Box::new(pipe) as _);
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            let Count { passed, failed } = count(&line);
            sum.passed += passed;
            sum.failed += failed;
        }
        sum
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

/// `ℹ pass 12`, `ℹ fail 0`, as node's own test runner ends.
fn node_count(line: &str) -> Count {
    let number = |word: &str| line.split_once(word).and_then(|(_, rest)| rest.trim().parse().ok()).unwrap_or(0);
    let sum_line = line.starts_with('ℹ') || line.starts_with("# ");
    if sum_line { Count { passed: number("pass "), failed: number("fail ") } } else { Count::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_count() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(rust_count(line), Count { passed: 12, failed: 3 });
        assert_eq!(node_count("ℹ pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(node_count("ℹ fail 2"), Count { passed: 0, failed: 2 });
    }

    #[test]
    fn lines_that_do_not() {
        assert_eq!(rust_count("test engine::passed ... ok"), Count::default());
        assert_eq!(node_count("✔ pass 3 (1 ms)"), Count::default());
        assert_eq!(node_count("ℹ tests 7"), Count::default());
    }
}
