//! Everything a developer runs: `cargo xtask build`, `serve`, `test`, `prove`, `facts`, `words`, `layers` and `bench`.
//!
//! What lives here: making the one page out of the program, the style and the shell; serving it with its
//! real headers; running every check. What does not: anything that ends up in the page as a rule or a word.

mod bench;
mod code;
mod command;
mod dist;
mod early;
mod error;
mod facts;
mod features;
mod headers;
mod html;
mod layers;
mod letters;
mod mode;
mod nowasm;
mod order;
mod pack;
mod paper;
mod parts;
mod programs;
mod prove;
mod readability;
mod reproducible;
mod script;
mod serve;
mod style;
mod template;
mod test;
mod wasm;

use std::process::ExitCode;

use error::Error;
use mode::Mode;

const USAGE: &str = "\
cargo xtask build [--debug]                  make dist/index.html and the files beside it
cargo xtask serve [--port N] [--release]     build with --debug, serve with the real headers, rebuild on change;
                                             gallery.html there shows every component
cargo xtask test  [--engine | --pages | --gallery | --reproducible]
                                             every check; --engine: Rust only; --pages: the page in both browsers;
                                             --gallery: the debug page is made;
                                             --reproducible: a clean build elsewhere makes the same files
cargo xtask prove [R7 ...] [chromium|firefox]
                                             the privacy promise, requirement by requirement, at full size: some two
                                             hours; writes PRIVACY.md
cargo xtask facts                            every number, hour and line of law, the oldest first, with its status
cargo xtask words                            reading age, long sentences and unexplained short forms, screen by screen
cargo xtask layers                           what stands on what, from the lowest; fails where files stand in a circle
cargo xtask bench [--quick] [--write]        figures of the engine, and of the page beside others (build first); --quick:
                                             one condition for each browser; --write: into BENCHMARKS.md, unless the
                                             machine is busy

--debug builds fast and large, into target/debug-dist instead of dist, with the gallery.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode, Error> {
    let mut words = arguments.iter().map(String::as_str);
    let command = words.next().unwrap_or("help");
    let mode = if command == "serve" { Mode::Debug } else { Mode::Release };
    let mut options = Options { mode, ..Options::default() };
    let mut named = Vec::new();
    while let Some(word) = words.next() {
        match (command, word) {
            ("prove", word) | ("bench", word @ ("--quick" | "--write")) => named.push(word),
            ("build", "--debug") => options.mode = Mode::Debug,
            ("serve", "--release") => options.mode = Mode::Release,
            ("serve", "--port") => {
                let port = words.next().and_then(|port| port.parse().ok());
                options.port = port.ok_or_else(|| Error::Usage("--port needs a number up to 65535".into()))?;
            }
            ("test", "--engine") => options.part = test::Part::Engine,
            ("test", "--pages") => options.part = test::Part::Pages,
            ("test", "--gallery") => options.part = test::Part::Gallery,
            ("test", "--reproducible") => options.part = test::Part::Reproducible,
            _ => return Err(Error::Usage(format!("{word:?} is not an option of {command:?}\n\n{USAGE}"))),
        }
    }
    let root = dist::root()?;
    match command {
        "words" => readability::run(&root).map(|()| ExitCode::SUCCESS),
        "layers" => layers::check(&root).map(|()| ExitCode::SUCCESS),
        "bench" => bench::run(&root, &named).map(|()| ExitCode::SUCCESS),
        "build" => dist::build(&root, options.mode).map(|built| {
            print!("{}", built.report());
            ExitCode::SUCCESS
        }),
        "facts" => facts::run(&root).map(|()| ExitCode::SUCCESS),
        "prove" => prove::run(&root, &named).map(|()| ExitCode::SUCCESS),
        "serve" => serve::run(&root, options.port, options.mode).map(|()| ExitCode::SUCCESS),
        "test" => Ok(test::run(&root, options.part)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Error::Usage(format!("{other:?} is not a command\n\n{USAGE}"))),
    }
}

#[derive(Default)]
struct Options {
    mode: Mode,
    part: test::Part,
    port: u16,
}
