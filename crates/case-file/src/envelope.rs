//! The envelope of a locked copy: a JWE (RFC 7516) in flattened JSON, key from a passphrase by PBES2-HS512+A256KW (RFC 7518,
//! 4.8), content under A256GCM. Any JOSE library reads it.

use super::{CopyError, FILE_BYTES, json_of};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use waymark_case::write;
use waymark_encoding::base64url::{decode, encode};

/// PBKDF2 iterations for new copies.
pub const ROUNDS: u32 = 600_000;
/// The most rounds that are done for a file that somebody else may have made.
pub const MOST_ROUNDS: u32 = 5_000_000;

const ALG: &str = "PBES2-HS512+A256KW";
const ENC: &str = "A256GCM";
/// A key of 32 bytes, wrapped.
const WRAPPED_KEY: usize = 40;
const IV: usize = 12;
const TAG: usize = 16;
/// The salt that a file may name, in bytes: at least what the standard asks for.
const SALT: std::ops::RangeInclusive<usize> = 8..=1_024;

/// What is settled before anything is locked: how the key comes out of the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    salt: Vec<u8>,
    rounds: u32,
    /// The header as it stands in the file; it is sealed along with the content.
    authenticated: String,
}

impl Lock {
    /// The lock of a new copy, from 16 bytes that chance has made.
    pub fn new(salt: [u8; 16]) -> Self {
        let header = format!(r#"{{"alg":"{ALG}","enc":"{ENC}","p2c":{ROUNDS},"p2s":"{}"}}"#, encode(&salt));
        Self { salt: salt.to_vec(), rounds: ROUNDS, authenticated: encode(header.as_bytes()) }
    }

    /// What goes into the key beside the passphrase: the name of the way, a zero and the salt.
    pub fn salt_input(&self) -> Vec<u8> {
        [ALG.as_bytes(), &[0], &self.salt].concat()
    }

    /// PBKDF2 iterations.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// What is sealed along with the content and stays readable.
    pub fn authenticated(&self) -> &[u8] {
        self.authenticated.as_bytes()
    }

    /// The file of a copy that was locked this way: the wrapped key, the 12 bytes by chance, and the content with its 16
    /// bytes of tag at the end.
    ///
    /// # Errors
    /// [`CopyError::TooLong`] when it is larger than what would be opened again.
    pub fn close(&self, wrapped_key: &[u8], iv: [u8; IV], sealed: &[u8]) -> Result<String, CopyError> {
        let (ciphertext, tag) = sealed.split_last_chunk::<TAG>().ok_or(CopyError::Damaged)?;
        let parts = Written {
            protected: &self.authenticated,
            encrypted_key: encode(wrapped_key),
            iv: encode(&iv),
            ciphertext: encode(ciphertext),
            tag: encode(tag),
        };
        let file = write::json(&parts).map_err(|_| CopyError::Damaged)?;
        if file.len() > FILE_BYTES { Err(CopyError::TooLong) } else { Ok(file) }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    protected: &'a str,
    encrypted_key: String,
    iv: String,
    ciphertext: String,
    tag: String,
}

/// A locked copy, its parts checked before any work is done on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// How the key comes out of the passphrase.
    pub lock: Lock,
    /// The wrapped key of the content, 40 bytes.
    pub wrapped_key: Vec<u8>,
    /// 12 bytes.
    pub iv: Vec<u8>,
    /// The content under its key, with the tag at the end.
    pub sealed: Vec<u8>,
}

/// The members of the standard; others are passed over, as it asks.
#[derive(Deserialize)]
struct JweParts {
    protected: Option<String>,
    unprotected: Option<Map<String, Value>>,
    header: Option<Map<String, Value>>,
    encrypted_key: Option<String>,
    aad: Option<String>,
    iv: Option<String>,
    ciphertext: Option<String>,
    tag: Option<String>,
    recipients: Option<serde::de::IgnoredAny>,
}

impl Envelope {
    /// Takes a file apart.
    ///
    /// # Errors
    /// [`CopyError`]: not such a file, another lock, or one that asks for too much work.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, CopyError> {
        let parts: JweParts = json_of(bytes).ok_or(CopyError::Damaged)?;
        let bytes_of = |part: &Option<String>| part.as_deref().and_then(decode).ok_or(CopyError::Damaged);
        if parts.recipients.is_some() {
            return Err(CopyError::OtherLock);
        }
        let protected = parts.protected.as_deref().unwrap_or_default();
        let header = joined([protected_header(protected)?, parts.unprotected, parts.header])?;
        let text = |name: &str| header.get(name).and_then(Value::as_str);
        let same_lock = text("alg") == Some(ALG) && text("enc") == Some(ENC);
        if !same_lock || header.contains_key("zip") || header.contains_key("crit") {
            // A file that names no way at all is no locked file.
            return Err(if text("alg").is_some() { CopyError::OtherLock } else { CopyError::Damaged });
        }
        let rounds =
            header.get("p2c").and_then(Value::as_u64).filter(|rounds| *rounds > 0).ok_or(CopyError::Damaged)?;
        let rounds = u32::try_from(rounds).ok().filter(|rounds| *rounds <= MOST_ROUNDS);
        let rounds = rounds.ok_or(CopyError::TooManyRounds)?;
        let salt = text("p2s").and_then(decode).filter(|salt| SALT.contains(&salt.len())).ok_or(CopyError::Damaged)?;
        let authenticated = match &parts.aad {
            Some(aad) => format!("{protected}.{aad}"),
            None => protected.to_owned(),
        };
        let (wrapped_key, iv) = (bytes_of(&parts.encrypted_key)?, bytes_of(&parts.iv)?);
        let (mut sealed, tag) = (bytes_of(&parts.ciphertext)?, bytes_of(&parts.tag)?);
        if wrapped_key.len() != WRAPPED_KEY || iv.len() != IV || tag.len() != TAG || sealed.is_empty() {
            return Err(CopyError::Damaged);
        }
        sealed.extend(tag);
        Ok(Self { lock: Lock { salt, rounds, authenticated }, wrapped_key, iv, sealed })
    }
}

fn protected_header(text: &str) -> Result<Option<Map<String, Value>>, CopyError> {
    if text.is_empty() {
        return Ok(None);
    }
    let json = decode(text).ok_or(CopyError::Damaged)?;
    json_of(&json).map(Some).ok_or(CopyError::Damaged)
}

/// The headers as one; a name that stands in two of them makes the file a damaged one.
fn joined(headers: [Option<Map<String, Value>>; 3]) -> Result<Map<String, Value>, CopyError> {
    let mut all = Map::new();
    for (name, value) in headers.into_iter().flatten().flatten() {
        if all.insert(name, value).is_some() {
            return Err(CopyError::Damaged);
        }
    }
    Ok(all)
}
