//! Starting other programs.

use std::process::Command;

use crate::error::Error;

/// Runs a program with our own output; an error when it cannot start or ends with one.
pub fn run(command: &mut Command) -> Result<(), Error> {
    let name = name(command);
    let status = command.status().map_err(|error| Error::Start(name.clone(), error))?;
    if status.success() { Ok(()) } else { Err(Error::Failed(name)) }
}

/// What a program prints; an error when it cannot start or ends with one.
pub fn output(command: &mut Command) -> Result<String, Error> {
    let name = name(command);
    let output = command.output().map_err(|error| Error::Start(name.clone(), error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        Err(Error::Failed(name))
    }
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Program and first arguments, for messages.
pub fn name(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().take(3).map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
