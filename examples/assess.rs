//! One JSON case a line in, one JSON assessment a line out, in order. A line that is not a case gives an error line and
//! the run goes on; the exit status is 1 if any line failed. `--catalogue` prints every id instead.

use serde_json::json;
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;
use waymark::case::{Case, CaseError};
use waymark::content::Profiles;
use waymark::engine::{Assessment, assess_with, catalogue::catalogue, check_profile};

fn main() -> ExitCode {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let run = if std::env::args().any(|argument| argument == "--catalogue") {
        serde_json::to_writer_pretty(&mut out, &catalogue()).map_err(io::Error::from).map(|()| true)
    } else {
        assess_lines(&mut io::stdin().lock(), &mut out)
    };
    match run.and_then(|fine| out.flush().map(|()| fine)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("assess: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Assesses every line; true when every line was a case.
fn assess_lines(input: &mut impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let profiles = Profiles::shipped();
    let mut line = Vec::new();
    let mut fine = true;
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        match assess_line(without_end(&line), &profiles) {
            Ok(assessment) => serde_json::to_writer(&mut *out, &assessment)?,
            Err(error) => {
                fine = false;
                let error = json!({ "format": "waymark-error/1", "line": number, "error": error.to_string() });
                serde_json::to_writer(&mut *out, &error)?;
            }
        }
        out.write_all(b"\n")?;
    }
    Ok(fine)
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn assess_line(line: &[u8], profiles: &Profiles) -> Result<Assessment, CaseError> {
    let case = Case::from_json(line)?;
    check_profile(&case, profiles)?;
    Ok(assess_with(&case, profiles))
}
