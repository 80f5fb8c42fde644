//! The settings of an area, as a file, as a block of a page and as a link.

use sha2::{Digest, Sha256};
use waymark_area::{Area, AreaError, Draft, from_fragment, local_profile, to_fragment};
use waymark_content::Profiles;
use waymark_encoding::base64url;

/// What is taken means the same when it is written and read again, holds nothing that could harm a page, and leaves the
/// floor where it is. A link says what the text in it says.
pub fn holds(bytes: &[u8]) -> bool {
    let read = Area::from_json(bytes);
    if let Some(link) = link(bytes) {
        assert_eq!(from_fragment(&link).as_ref(), Some(&read));
    }
    let unpacked = from_fragment(&format!("#s=1.{}.00000000", base64url::encode(bytes)));
    assert!(unpacked.is_some(), "a link is a link, whatever is packed in it");
    let opened = std::str::from_utf8(bytes).ok().and_then(from_fragment);
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
    assert_eq!(Area::from_json(json.as_bytes()).as_ref(), Ok(area));
    assert_eq!(from_fragment(&to_fragment(area)), Some(Ok(area.clone())));
    assert!(area.page.exit.as_ref().is_none_or(|exit| exit.as_str().starts_with("https://")));
    assert_eq!(Draft::of(area).area().map(|again| again.page), Ok(area.page.clone()));
    let shipped = Profiles::shipped();
    let base = shipped.get_or_default(None);
    let profile = local_profile(area, base);
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
