//! Assesses the cases of the input, one in JSON a line, as often over as the argument says, and prints how many that were and in
//! how many seconds: the engine alone, on one core, with no JSON read or written meanwhile. `cargo xtask bench` takes it down.

use std::hint::black_box;
use std::io::{self, BufRead};
use std::process::ExitCode;
use std::time::Instant;
use waymark_case::Case;
use waymark_engine::assess;

fn main() -> ExitCode {
    let times: usize = std::env::args().nth(1).and_then(|times| times.parse().ok()).unwrap_or(1);
    let lines: Result<Vec<String>, _> = io::stdin().lock().lines().collect();
    let cases: Result<Vec<Case>, String> = lines.map_err(|error| error.to_string()).and_then(|lines| {
        lines.iter().map(|line| Case::from_json(line.as_bytes()).map_err(|error| error.to_string())).collect()
    });
    match cases {
        Err(error) => {
            eprintln!("pace: {error}");
            ExitCode::FAILURE
        }
        Ok(cases) => {
            let begun = Instant::now();
            for _ in 0..times {
                for case in &cases {
                    black_box(assess(black_box(case)));
                }
            }
            println!("{} {}", cases.len() * times, begun.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
    }
}
