//! A saved copy, plain or locked.

use super::case_json::comes_back;
use serde_json::json;
use waymark_case_file::{CopyError, CopyFile, Envelope, MOST_ROUNDS};
use waymark_encoding::base64url;

/// A plain copy holds a case that comes back; a locked one asks for no more than is done, and can be closed again as it
/// was; a refusal repeats nothing that the file made up.
pub fn holds(bytes: &[u8]) -> bool {
    let found = waymark_case_file::read(bytes);
    match &found {
        Ok(CopyFile::Plain(case)) => {
            comes_back(case);
            if let Ok(json) = waymark_case_file::json(case) {
                assert_eq!(waymark_case_file::read(&json), found);
            }
        }
        Ok(CopyFile::Locked(envelope)) => within_bounds(envelope),
        Err(error) => says_only_ours(error),
    }
    // What a passphrase has unlocked is read without looking for an envelope.
    match waymark_case_file::case(bytes) {
        Ok(case) => assert_eq!(found, Ok(CopyFile::Plain(Box::new(case)))),
        Err(error) => says_only_ours(&error),
    }
    under_a_header_of(bytes);
    found.is_ok()
}

fn within_bounds(envelope: &Envelope) {
    assert!((1..=MOST_ROUNDS).contains(&envelope.lock.rounds()));
    assert_eq!((envelope.wrapped_key.len(), envelope.iv.len()), (40, 12));
    assert!(envelope.sealed.len() > 16);
}

/// No fuzzer guesses base64: it is handed the header as it is read.
fn under_a_header_of(bytes: &[u8]) {
    let file = json!({
        "protected": base64url::encode(bytes), "encrypted_key": base64url::encode(&[1; 40]),
        "iv": base64url::encode(&[2; 12]), "ciphertext": base64url::encode(&[3; 9]), "tag": base64url::encode(&[4; 16]),
    });
    let found = waymark_case_file::read(file.to_string().as_bytes());
    let Ok(CopyFile::Locked(envelope)) = &found else { return };
    within_bounds(envelope);
    let again = envelope.lock.close(&[1; 40], [2; 12], &envelope.sealed).expect("no longer than what was read");
    assert_eq!(waymark_case_file::read(again.as_bytes()), found);
}

fn says_only_ours(error: &CopyError) {
    if let CopyError::Wrong(Some(path)) = error {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-[]".contains(letter);
        assert!(path.len() <= 60 && path.chars().all(plain), "{path}");
    }
}
