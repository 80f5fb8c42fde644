//! The link: `#s=1.` + base64url(deflate-raw(JSON)) + `.` + the first 8 hex digits of the SHA-256 of the JSON text.

use super::{Area, AreaError, BYTES, Parse};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use sha2::{Digest, Sha256};

/// The longest packed part: what [`BYTES`] bytes come to when nothing is gained by packing them.
const PACKED: usize = 28_000;
/// How hard the text is packed: as hard as can be, for it is short.
const LEVEL: u8 = 10;

/// Reads the settings of what came after `#` in the address; `None` when that is no settings link at all.
/// `parse` reads the JSON text.
///
/// # Errors
/// [`AreaError`] when it is one and is damaged, too new, too long or wrong.
pub fn from_fragment(fragment: &str, parse: Parse) -> Option<Result<Area, AreaError>> {
    let link = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("s=")?;
    Some(unpack(link).and_then(|json| Area::from_json(&json, parse)))
}

/// The link of settings, from `#` on.
pub fn to_fragment(area: &Area) -> String {
    let json = area.json();
    ["#s=1.", &to_base64url(&compress_to_vec(json.as_bytes(), LEVEL)), ".", &first_digits(json.as_bytes())].concat()
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
    let packed = base64url(packed).ok_or(AreaError::Damaged)?;
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

/// Base64 with `-` and `_`, without padding.
fn base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    // A single letter left over, or bits that say something, are no whole byte.
    (count < 6 && bits == 0).then_some(bytes)
}

/// The same the other way.
fn to_base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let letters = (0..=three.len()).map(|place| LETTERS[(bits >> (18 - 6 * place)) as usize & 63]);
        text.extend(letters.map(char::from));
    }
    text
}
