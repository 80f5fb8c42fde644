//! The whole proof of the privacy promise: every requirement at its full size, in both browsers, written to PRIVACY.md.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::mode::Mode;
use crate::{command, dist, programs, test};

/// Builds the page and proves the requirements that `words` name (`R7`, `chromium`, `firefox`), or all. It takes some two
/// hours, tells how far it is, and keeps each result of a build, so that it can go on where it stopped.
pub fn run(root: &Path, words: &[&str]) -> Result<(), Error> {
    let wrong = |word: &&&str| {
        let number = word.strip_prefix('R').and_then(|number| number.parse::<u8>().ok());
        !matches!(**word, "chromium" | "firefox" | "report") && !number.is_some_and(|number| (1..=30).contains(&number))
    };
    if let Some(word) = words.iter().find(wrong) {
        return Err(Error::Usage(format!(
            "{word:?} is no requirement (R1 to R30), no browser (chromium, firefox) and not report"
        )));
    }
    print!("{}", dist::build(root, Mode::Release)?.report());
    let e2e = root.join("tests/e2e");
    test::npm_packages(&e2e)?;
    let found = programs::find_or_install()?;
    command::run(Command::new("node").current_dir(&e2e).arg("prove.mjs").args(words).envs(found))
}
