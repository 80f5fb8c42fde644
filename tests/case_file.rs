//! Saved copies: a case comes back as it was, with the same assessment; a file that is damaged, foreign or hostile is
//! refused with the reason, and nothing it asks for is done.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot go on stops

mod support {
    pub mod arbitrary;
}

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::arbitrary::{case, drawn, scribbled};
use waymark_case::Case;
use waymark_case_file::{CopyError, CopyFile, Envelope, FILE_BYTES, Lock, MOST_ROUNDS, ROUNDS};
use waymark_content::Profiles;
use waymark_encoding::base64url;
use waymark_engine::assess_with;

/// A locked file as the page makes it; what is in it is not cryptography.
fn locked() -> String {
    Lock::new([7; 16]).close(&[1; 40], [2; 12], &[3; 400]).expect("it is short")
}

/// The same file with a part of it changed.
fn changed(change: impl FnOnce(&mut Value)) -> Result<CopyFile, CopyError> {
    let mut file: Value = serde_json::from_str(&locked()).expect("JSON");
    change(&mut file);
    waymark_case_file::read(file.to_string().as_bytes())
}

/// The same file with another protected header.
fn with_header(header: &Value) -> Result<CopyFile, CopyError> {
    changed(|file| file["protected"] = base64url::encode(header.to_string().as_bytes()).into())
}

fn header(p2c: impl Into<Value>) -> Value {
    json!({"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2c": p2c.into(), "p2s": base64url::encode(&[7; 16])})
}

#[test]
fn ten_thousand_cases_come_back_as_they_were_with_the_same_assessment() {
    let profiles = Profiles::shipped();
    let mut written = 0;
    for (_, case) in drawn(scribbled(case())).take(10_000) {
        let json = waymark_case_file::json(&case).expect("it is short enough");
        let again = waymark_case_file::case(&json).unwrap_or_else(|error| panic!("{error:?}: {case:?}"));
        assert_eq!(again, case);
        assert_eq!(assess_with(&again, &profiles), assess_with(&case, &profiles));
        assert_eq!(waymark_case_file::read(&json), Ok(CopyFile::Plain(Box::new(case.clone()))), "the plain file");
        written += usize::from(!case.record.plan.is_empty() && !case.notes.is_empty());
    }
    assert!(written > 500, "only {written} cases had free text and lists in them");
}

#[test]
fn what_was_closed_is_taken_apart_into_the_same_parts() {
    let lock = Lock::new([9; 16]);
    let file = lock.close(&[1; 40], [2; 12], &[3; 50]).expect("it is short");
    let Ok(CopyFile::Locked(envelope)) = waymark_case_file::read(file.as_bytes()) else { panic!("{file}") };
    let parts = Envelope { lock, wrapped_key: vec![1; 40], iv: vec![2; 12], sealed: vec![3; 50] };
    assert_eq!(envelope, parts);
    assert_eq!(envelope.lock.rounds(), ROUNDS);
    assert_eq!(envelope.lock.salt_input(), [b"PBES2-HS512+A256KW\0".as_slice(), &[9; 16]].concat());
    let file: Value = serde_json::from_str(&file).expect("JSON");
    let names: Vec<&String> = file.as_object().expect("an object").keys().collect();
    assert_eq!(names, ["ciphertext", "encrypted_key", "iv", "protected", "tag"], "RFC 7516, 7.2.2");
}

#[test]
fn headers_may_stand_where_the_standard_lets_them() {
    let outside = changed(|file| {
        file["protected"] = base64url::encode(br#"{"enc":"A256GCM"}"#).into();
        file["header"] = json!({"alg": "PBES2-HS512+A256KW", "p2c": 1000, "p2s": base64url::encode(&[7; 16])});
        file["unprotected"] = json!({"cty": "json"});
        file["aad"] = "Zm9v".into();
        file["something else"] = json!([1]);
    });
    let Ok(CopyFile::Locked(envelope)) = outside else { panic!("{outside:?}") };
    assert_eq!(envelope.lock.rounds(), 1000);
    assert!(envelope.lock.authenticated().ends_with(b".Zm9v"));
    let twice = changed(|file| file["header"] = json!({"enc": "A256GCM"}));
    assert_eq!(twice, Err(CopyError::Damaged), "a name in two headers");
}

#[test]
fn too_many_rounds_are_refused_before_any_work() {
    assert!(matches!(with_header(&header(MOST_ROUNDS)), Ok(CopyFile::Locked(_))));
    for rounds in [u64::from(MOST_ROUNDS) + 1, u64::from(u32::MAX) + 2, u64::MAX] {
        assert_eq!(with_header(&header(rounds)), Err(CopyError::TooManyRounds), "{rounds}");
    }
    for rounds in [json!(0), json!(-1), json!(1.5), json!("600000"), Value::Null, json!(1e300)] {
        assert_eq!(with_header(&header(rounds.clone())), Err(CopyError::Damaged), "{rounds}");
    }
}

#[test]
fn other_locks_are_named_as_such() {
    for (name, value) in [
        ("alg", "PBES2-HS256+A128KW"),
        ("alg", "dir"),
        ("alg", "none"),
        ("enc", "A128CBC-HS256"),
        ("zip", "DEF"),
        ("crit", "exp"),
    ] {
        let mut header = header(1000);
        header[name] = value.into();
        assert_eq!(with_header(&header), Err(CopyError::OtherLock), "{name} {value}");
    }
    assert_eq!(changed(|file| file["recipients"] = json!([])), Err(CopyError::OtherLock));
}

#[test]
fn a_part_that_is_missing_short_long_or_of_another_kind_makes_a_damaged_file() {
    for name in ["protected", "encrypted_key", "iv", "ciphertext", "tag"] {
        assert_eq!(changed(|file| drop(file.as_object_mut().map(|all| all.remove(name)))), Err(CopyError::Damaged));
        for value in [json!(""), json!("A"), json!("AA=="), json!("A A"), json!("é"), json!(7), json!([]), Value::Null]
        {
            assert_eq!(changed(|file| file[name] = value.clone()), Err(CopyError::Damaged), "{name} {value}");
        }
    }
    for salt in [0, 7, 1_025] {
        let mut header = header(1000);
        header["p2s"] = base64url::encode(&vec![1; salt]).into();
        assert_eq!(with_header(&header), Err(CopyError::Damaged), "salt of {salt}");
    }
}

#[test]
fn every_cut_of_a_file_is_refused() {
    let file = locked();
    for end in 0..file.len() {
        assert_eq!(waymark_case_file::read(&file.as_bytes()[..end]), Err(CopyError::Damaged), "cut at {end}");
    }
    let plain = waymark_case_file::json(&Case::default()).expect("short");
    for end in 0..plain.len() {
        assert_eq!(waymark_case_file::read(&plain[..end]), Err(CopyError::Damaged), "cut at {end}");
    }
}

#[test]
fn what_is_no_case_says_why() {
    let read = |text: &str| waymark_case_file::read(text.as_bytes()).expect_err(text);
    assert_eq!(read(r#"{"format":"waymark-case/2"}"#), CopyError::OtherVersion);
    assert_eq!(read(r#"{"format":"waymark-case/2","new":[{}]}"#), CopyError::OtherVersion);
    for other in ["waymark-settings/1", "waymark-case/", "waymark-case/x", ""] {
        assert_eq!(read(&format!(r#"{{"format":"{other}"}}"#)), CopyError::NotACase, "{other}");
    }
    assert_eq!(read(r#"{"format":7}"#), CopyError::NotACase);
    let wrong = |path: &str| CopyError::Wrong(Some(path.to_owned()));
    assert_eq!(read(r#"{"format":"waymark-case/1","context":{"nation":"france"}}"#), wrong("context.nation"));
    assert_eq!(read(r#"{"format":"waymark-case/1","context":{"wishes":["leave","x"]}}"#), wrong("context.wishes[1]"));
    assert_eq!(read(r#"{"format":"waymark-case/1","profile":"<b>"}"#), wrong("profile"));
    assert_eq!(read(r#"{"format":"waymark-case/1","notes":{"<b>":"x"}}"#), wrong("notes"));
    assert_eq!(read(r#"{"format":"waymark-case/1","<b>":"x"}"#), CopyError::Wrong(None), "not repeated");
    for text in ["", " ", "{}", "[]", "null", "{", "\u{0}", "GIF89a", "{\"a\":1}"] {
        assert_eq!(read(text), CopyError::Damaged, "{text}");
    }
    assert_eq!(waymark_case_file::read(&[0xff, 0xfe]), Err(CopyError::Damaged));
}

#[test]
fn an_oversize_file_is_refused_unread_and_an_oversize_case_is_not_written() {
    assert_eq!(waymark_case_file::read(&vec![b' '; FILE_BYTES + 1]), Err(CopyError::TooLong));
    let deep = "[".repeat(400_000);
    assert_eq!(waymark_case_file::read(deep.as_bytes()), Err(CopyError::Damaged));
    assert_eq!(waymark_case_file::read(format!(r#"{{"format":{deep}"#).as_bytes()), Err(CopyError::Damaged));
    assert_eq!(Lock::new([7; 16]).close(&[1; 40], [2; 12], &vec![3; FILE_BYTES]), Err(CopyError::TooLong));
    assert_eq!(Lock::new([7; 16]).close(&[1; 40], [2; 12], &[3; 15]), Err(CopyError::Damaged));
}

/// A change of a file as chance or an enemy would make it.
fn mutation() -> impl Strategy<Value = (u8, prop::sample::Index, prop::sample::Index, Vec<u8>)> {
    (0..5_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), vec(any::<u8>(), 0..8))
}

fn mutate(file: &mut Vec<u8>, (kind, at, to, bytes): (u8, prop::sample::Index, prop::sample::Index, Vec<u8>)) {
    if file.is_empty() {
        return;
    }
    let (from, end) = (at.index(file.len()), to.index(file.len()));
    let part = from.min(end)..from.max(end);
    match kind {
        0 => file[from] ^= bytes.first().copied().unwrap_or(1),
        1 => file.truncate(from),
        2 => drop(file.splice(from..from, bytes)),
        3 => drop(file.drain(part)),
        _ => {
            let copied = file[part].to_vec();
            drop(file.splice(end..end, copied));
        }
    }
}

#[test]
fn forty_thousand_changed_files_are_read_or_refused_and_never_break_the_reader() {
    let begun = Instant::now();
    let changes = || vec(mutation(), 1..4);
    let mut counts = [0; 2];
    let whole = locked();
    for changes in drawn(changes()).take(20_000) {
        let mut file = whole.clone().into_bytes();
        changes.into_iter().for_each(|change| mutate(&mut file, change));
        if let Ok(CopyFile::Locked(envelope)) = waymark_case_file::read(&file) {
            counts[0] += 1;
            assert!((1..=MOST_ROUNDS).contains(&envelope.lock.rounds()));
            assert_eq!((envelope.wrapped_key.len(), envelope.iv.len()), (40, 12));
            assert!(envelope.sealed.len() > 16);
        }
    }
    for ((_, case), changes) in drawn((scribbled(case()), changes())).take(20_000) {
        let mut file = waymark_case_file::json(&case).expect("short").to_vec();
        changes.into_iter().for_each(|change| mutate(&mut file, change));
        if let Ok(CopyFile::Plain(case)) = waymark_case_file::read(&file) {
            counts[1] += 1;
            let json = waymark_case_file::json(&case).expect("short");
            assert_eq!(waymark_case_file::case(&json).as_ref(), Ok(&*case), "what was read is a case like any other");
        }
    }
    assert!(counts.iter().all(|count| (1..20_000).contains(count)), "{counts:?}: neither all nor none are refused");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn base64_of_the_standard_and_back() {
    // RFC 4648, 10, without the padding.
    for (bytes, text) in
        [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
    {
        assert_eq!(base64url::encode(bytes.as_bytes()), text);
        assert_eq!(base64url::decode(text), Some(bytes.as_bytes().to_vec()));
    }
    assert_eq!(base64url::encode(&[0xfb, 0xff]), "-_8");
    for bytes in drawn(vec(any::<u8>(), 0..70)).take(1_000) {
        assert_eq!(base64url::decode(&base64url::encode(&bytes)), Some(bytes));
    }
    for wrong in ["Z", "Zh", "Zg==", "Zm9v ", "+/"] {
        assert_eq!(base64url::decode(wrong), None, "{wrong}");
    }
}
