//! The link: `#s=1.` + base64url(deflate-raw(JSON)) + `.` + the first 8 hex digits of the SHA-256 of the JSON text.

use super::{Area, AreaError, BYTES};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use sha2::{Digest, Sha256};
use waymark_encoding::base64url::{decode, encode};

/// The longest packed part: what [`BYTES`] bytes come to when nothing is gained by packing them.
const PACKED: usize = 28_000;
/// How hard the text is packed: as hard as can be, for it is short.
const LEVEL: u8 = 10;

/// Reads the settings of what came after `#` in the address; `None` when that is no settings link at all.
///
/// # Errors
/// [`AreaError`] when it is one and is damaged, too new, too long or wrong.
pub fn from_fragment(fragment: &str) -> Option<Result<Area, AreaError>> {
    let link = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("s=")?;
    Some(unpack(link).and_then(|json| Area::from_json(&json)))
}

/// The link of settings, from `#` on.
pub fn to_fragment(area: &Area) -> String {
    let json = area.json();
    ["#s=1.", &encode(&compress_to_vec(json.as_bytes(), LEVEL)), ".", &first_digits(json.as_bytes())].concat()
}

fn unpack(link: &str) -> Result<Vec<u8>, AreaError> {
    let (version, rest) = link.split_once('.').ok_or(AreaError::Damaged)?;
    if version != "1" {
        let newer = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if newer { AreaError::TooNew } else { AreaError::Damaged });
    }
    let (packed, sum) = rest.split_once('.').ok_or(AreaError::Damaged)?;
    if packed.len() > PACKED {
        return Err(AreaError::TooLong);
    }
    let packed = decode(packed).ok_or(AreaError::Damaged)?;
    let json = decompress_to_vec_with_limit(&packed, BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => AreaError::TooLong,
        _ => AreaError::Damaged,
    })?;
    if sum.eq_ignore_ascii_case(&first_digits(&json)) { Ok(json) } else { Err(AreaError::Damaged) }
}

/// The first 8 hex digits of the SHA-256.
pub(super) fn first_digits(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
