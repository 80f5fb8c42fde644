//! The settings of an area, as a file, as a block of a page and as a link.

use serde_json::Value;
use sha2::{Digest, Sha256};
use waymark::base64url;
use waymark::content::Profiles;
use waymark::settings_link::{Area, AreaError, Draft, Tree, from_fragment, local_profile, to_fragment};

/// What is taken means the same when it is written and read again, holds nothing that could harm a page, and leaves the
/// floor where it is. A link says what the text in it says.
pub fn holds(bytes: &[u8]) -> bool {
    let read = Area::from_json(bytes, parse);
    if let Some(link) = link(bytes) {
        assert_eq!(from_fragment(&link, parse).as_ref(), Some(&read));
    }
    let unpacked = from_fragment(&format!("#s=1.{}.00000000", base64url::encode(bytes)), parse);
    assert!(unpacked.is_some(), "a link is a link, whatever is packed in it");
    let opened = std::str::from_utf8(bytes).ok().and_then(|text| from_fragment(text, parse));
    let mut taken = false;
    for area in [Some(read), opened].into_iter().flatten() {
        match area {
            Ok(area) => {
                taken = true;
                is_kept(&area);
            }
            Err(AreaError::Wrong { path, allowed }) => {
                assert!(!allowed.is_empty() && path.len() <= 60);
                assert!(!path.contains(['<', '>']) && !allowed.contains(['<', '>']));
            }
            Err(_) => {}
        }
    }
    taken
}

fn is_kept(area: &Area) {
    let json = area.json();
    assert!(!json.contains(['<', '>', '&', '\u{202e}', '\u{0}', '\n']), "it stands inside an element: {json}");
    assert_eq!(Area::from_json(json.as_bytes(), parse).as_ref(), Ok(area));
    assert_eq!(from_fragment(&to_fragment(area), parse), Some(Ok(area.clone())));
    assert!(area.page.exit.as_ref().is_none_or(|exit| exit.as_str().starts_with("https://")));
    assert_eq!(Draft::of(area).area().map(|again| again.page), Ok(area.page.clone()));
    let shipped = Profiles::shipped();
    let base = shipped.get_or_default(None);
    let (profile, _) = local_profile(area, base);
    assert_eq!(profile.id, base.id);
    assert!(profile.count.is_none_or(|count| (1..=24).contains(&count)));
}

/// A link as another program would make it of any text that fits into one stored block (RFC 1951, 3.2.4).
fn link(json: &[u8]) -> Option<String> {
    let length = u16::try_from(json.len()).ok()?;
    let packed = [&[1], &length.to_le_bytes()[..], &(!length).to_le_bytes()[..], json].concat();
    let sum: String = Sha256::digest(json).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Some(format!("#s=1.{}.{sum}", base64url::encode(&packed)))
}

/// Reads JSON text as the page has its browser do: of a name written twice the last value stands, and a number is whole
/// when it says so (`platform::fragment`).
fn parse(json: &str) -> Option<Tree> {
    serde_json::from_str(json).ok().map(tree)
}

fn tree(value: Value) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Bool(on) => Tree::Bool(on),
        Value::Number(number) => whole(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Tree::Text(text),
        Value::Array(entries) => Tree::List(entries.into_iter().map(tree).collect()),
        Value::Object(fields) => Tree::Map(fields.into_iter().map(|(name, value)| (name, tree(value))).collect()),
    }
}

fn whole(number: f64) -> Tree {
    let rounded = number as i64;
    if rounded as f64 == number && rounded.unsigned_abs() < 1 << 53 { Tree::Whole(rounded) } else { Tree::Other }
}
