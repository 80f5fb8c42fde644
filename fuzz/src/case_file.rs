//! A saved copy, plain or locked.

use super::case_json::comes_back;
use serde_json::json;
use waymark::base64url;
use waymark::case_file::{self, Envelope, FileError, Found, MOST_ROUNDS};

/// A plain copy holds a case that comes back; a locked one asks for no more than is done, and can be closed again as it
/// was; a refusal repeats nothing that the file made up.
pub fn holds(bytes: &[u8]) -> bool {
    let found = case_file::read(bytes);
    match &found {
        Ok(Found::Plain(case)) => {
            comes_back(case);
            if let Ok(json) = case_file::json(case) {
                assert_eq!(case_file::read(&json), found);
            }
        }
        Ok(Found::Locked(envelope)) => within_bounds(envelope),
        Err(error) => says_only_ours(error),
    }
    // What a passphrase has unlocked is read without looking for an envelope.
    match case_file::case(bytes) {
        Ok(case) => assert_eq!(found, Ok(Found::Plain(Box::new(case)))),
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
    let found = case_file::read(file.to_string().as_bytes());
    let Ok(Found::Locked(envelope)) = &found else { return };
    within_bounds(envelope);
    let again = envelope.lock.close(&[1; 40], [2; 12], &envelope.sealed).expect("no longer than what was read");
    assert_eq!(case_file::read(again.as_bytes()), found);
}

fn says_only_ours(error: &FileError) {
    if let FileError::Wrong(Some(path)) = error {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-[]".contains(letter);
        assert!(path.len() <= 60 && path.chars().all(plain), "{path}");
    }
}
