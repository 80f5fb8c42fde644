//! One JSON case a line in, one JSON assessment a line out, in order. A line that is not a case gives an error line and
//! the run goes on; the exit status is 1 if any line failed. `--outputs` gives what the tool would say of each case instead:
//! every output as plain text, in the order of the list on screen, with no names and no clock. `--catalogue` prints every id.

use serde_json::{Value, json};
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;
use waymark_case::{Case, CaseError};
use waymark_content::EN;
use waymark_content::Profiles;
use waymark_engine::{Assessment, assess_with, catalogue::catalogue, check_profile};
use waymark_record::{People, texts};

fn main() -> ExitCode {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let run = if asked("--catalogue") {
        serde_json::to_writer_pretty(&mut out, &catalogue()).map_err(io::Error::from).map(|()| true)
    } else {
        let answer = if asked("--outputs") { outputs } else { assessment };
        answer_lines(&mut io::stdin().lock(), &mut out, answer)
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

/// Writes a line of the answer, from the case and what the engine makes of it, behind what is written: the pieces of an answer are
/// many and small, so they are put together before they go out.
type Answer = fn(&Case, &Assessment, &Profiles, &mut Vec<u8>) -> serde_json::Result<()>;

fn assessment(_: &Case, assessment: &Assessment, _: &Profiles, out: &mut Vec<u8>) -> serde_json::Result<()> {
    serde_json::to_writer(out, assessment)
}

fn outputs(case: &Case, assessment: &Assessment, profiles: &Profiles, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let words = EN.in_words_of(&profiles.get_or_default(case.profile.as_deref()).own_words);
    let texts = texts(case, assessment, words, &People::unnamed(words));
    let outputs: Vec<Value> = texts.into_iter().map(|(id, text)| json!({ "id": id, "text": text })).collect();
    serde_json::to_writer(out, &json!({ "format": "waymark-outputs/1", "outputs": outputs }))
}

/// Answers every line; true when every line was a case.
fn answer_lines(input: &mut impl BufRead, out: &mut impl Write, answer: Answer) -> io::Result<bool> {
    let profiles = Profiles::shipped();
    let (mut line, mut told) = (Vec::new(), Vec::new());
    let mut fine = true;
    for number in 1_u64.. {
        line.clear();
        told.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        match assessed(without_end(&line), &profiles) {
            Ok((case, assessment)) => answer(&case, &assessment, &profiles, &mut told)?,
            Err(error) => {
                fine = false;
                let error = json!({ "format": "waymark-error/1", "line": number, "error": error.to_string() });
                serde_json::to_writer(&mut told, &error)?;
            }
        }
        told.push(b'\n');
        out.write_all(&told)?;
    }
    Ok(fine)
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn assessed(line: &[u8], profiles: &Profiles) -> Result<(Case, Assessment), CaseError> {
    let case = Case::from_json(line)?;
    check_profile(&case, profiles)?;
    let assessment = assess_with(&case, profiles);
    Ok((case, assessment))
}
