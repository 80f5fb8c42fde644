//! What can go wrong here, each with the words that help to mend it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// An error of a build step.
#[derive(Debug)]
pub enum Error {
    /// The command line is wrong.
    Usage(String),
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// A program could not be started.
    Start(String, io::Error),
    /// A program ended with an error; it has said why.
    Failed(String),
    /// wasm-bindgen refused the program.
    Bindgen(String),
    /// The page cannot be made of these parts.
    Page(String),
    /// The network side of `serve`.
    Serve(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Page(text) => f.write_str(text),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Start(program, error) => write!(f, "{program} could not be started: {error}"),
            Self::Failed(program) => write!(f, "{program} failed (its own message stands above)"),
            Self::Bindgen(text) => write!(f, "wasm-bindgen: {text}"),
            Self::Serve(error) => write!(f, "serving: {error}"),
        }
    }
}

/// Reads a text file.
pub fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| Error::File(path.into(), error))
}

/// Reads a file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|error| Error::File(path.into(), error))
}

/// What a folder holds.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error| Error::File(folder.into(), error);
    std::fs::read_dir(folder).map_err(failed)?.map(|entry| Ok(entry.map_err(failed)?.path())).collect()
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    std::fs::write(path, bytes).map_err(|error| Error::File(path.into(), error))
}
