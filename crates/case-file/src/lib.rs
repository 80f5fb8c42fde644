//! A saved copy of a case: its file, locked under a passphrase or plain, written and strictly read.
//!
//! Lives here: what such a file looks like and why one is refused. Not here: the cryptography, which is the browser's
//! (`platform::vault`), choosing and saving files (`platform::files`). Whatever a file holds, reading it changes nothing.

mod envelope;

pub use envelope::{Envelope, Lock, MOST_ROUNDS, ROUNDS};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use waymark_case::{Case, CaseError};
use waymark_content::Profiles;
use waymark_engine::check_profile;
use zeroize::Zeroizing;

/// The largest file that is written or read, in bytes.
pub const FILE_BYTES: usize = 1_000_000;
/// The longest case in JSON that is put into a file: locked, it grows by a third.
const JSON_BYTES: usize = 740_000;
/// What every file is called: it says nothing of what is in it, and no day.
pub const FILE_NAME: &str = "copy.json";
/// The fewest characters of a passphrase.
pub const PASSPHRASE_LEAST: usize = 12;

/// Why a file is not opened, or not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyError {
    /// More than [`FILE_BYTES`] bytes.
    TooLong,
    /// Cut off, changed or not such a file at all.
    Damaged,
    /// Locked in another way than ours.
    OtherLock,
    /// It asks for more than [`MOST_ROUNDS`] rounds: hours of work for nothing.
    TooManyRounds,
    /// A case of another version of this program.
    OtherVersion,
    /// JSON, but no case.
    NotACase,
    /// A case with a wrong value: where, when that can be said without repeating what the file says.
    Wrong(Option<String>),
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyFile {
    /// A case that anybody can read.
    Plain(Box<Case>),
    /// A case under a passphrase.
    Locked(Envelope),
}

/// Finds out what a file holds. No work hangs on what it asks for.
///
/// # Errors
/// [`CopyError`] says why it is not a copy of this program.
pub fn read(bytes: &[u8]) -> Result<CopyFile, CopyError> {
    #[derive(Deserialize)]
    struct Peek {
        format: Option<serde::de::IgnoredAny>,
    }
    if bytes.len() > FILE_BYTES {
        return Err(CopyError::TooLong);
    }
    // An editor may have put a byte-order mark before it.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let peek: Peek = json_of(bytes).ok_or(CopyError::Damaged)?;
    match peek.format {
        Some(_) => case(bytes).map(|case| CopyFile::Plain(Box::new(case))),
        None => Envelope::read(bytes).map(CopyFile::Locked),
    }
}

/// Reads JSON. It is read as text everywhere, as serde would be compiled anew for bytes; what is no UTF-8 becomes a mark that no
/// value of ours holds.
fn json_of<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_str(&String::from_utf8_lossy(bytes)).ok()
}

/// Reads the case that stood in a file, unlocked where it was locked.
///
/// # Errors
/// [`CopyError`] says why it is none.
pub fn case(bytes: &[u8]) -> Result<Case, CopyError> {
    #[derive(Deserialize)]
    struct Peek {
        format: String,
    }
    let peek: Peek = json_of(bytes).ok_or(CopyError::NotACase)?;
    match peek.format.strip_prefix("waymark-case/") {
        Some("1") => {}
        Some(version) if !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) => {
            return Err(CopyError::OtherVersion);
        }
        _ => return Err(CopyError::NotACase),
    }
    let case = Case::from_json(bytes).map_err(|error| CopyError::from(&error))?;
    check_profile(&case, &Profiles::shipped()).map_err(|error| CopyError::from(&error))?;
    Ok(case)
}

/// The case as JSON (`waymark-case/1`), which goes into a file as it is or locked.
///
/// # Errors
/// [`CopyError::TooLong`] when no file could hold it.
pub fn json(case: &Case) -> Result<Zeroizing<Vec<u8>>, CopyError> {
    let json = Zeroizing::new(case.json().map_err(|_| CopyError::Damaged)?.into_bytes());
    if json.len() > JSON_BYTES { Err(CopyError::TooLong) } else { Ok(json) }
}

impl From<&CaseError> for CopyError {
    fn from(error: &CaseError) -> Self {
        match error {
            CaseError::TooLong => Self::TooLong,
            CaseError::Empty | CaseError::NotUtf8 | CaseError::ByteOrderMark => Self::Damaged,
            // A path can hold names that the file made up: only what reads like one of ours is repeated.
            CaseError::Field { path, .. } => Self::Wrong(Some(path.clone()).filter(|path| is_ours(path))),
        }
    }
}

fn is_ours(path: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._-[]".contains(&byte);
    const PARTS: [&str; 9] =
        ["profile", "settings", "context", "identify", "dash", "choices", "notes", "record", "format"];
    let first = path.split(['.', '[']).next().unwrap_or_default();
    path.len() <= 60 && path.bytes().all(letter) && PARTS.contains(&first)
}
