//! Stories of settings that are as they should be, damaged, too new, too long or hostile.
#![allow(clippy::unwrap_used)]

use super::*;
use waymark_case::vocabulary::RepeatRule;

pub(super) const WHOLE: &str = r#"{"format":"waymark-settings/1","owner":"Example Council","review_by":"2027-03-31","profile":"peaks-plains",
 "case":{"dash_threshold":17,"escalation_police_only":true,"idva_threshold":null,"repeat_rule":"criminal-only"},
 "page":{"exit":"https://www.example.org/weather?from=here","cover_minutes":5,"wipe_minutes":45,"plain_save":false,"shared_device":true,"language":"en"},
 "contacts":{"idva":{"name":"The IDVA service","number":"01632 960001","hours":"9 to 5"},"on_call":{},"edt_children":{"number":"01632 960002"}},
 "deadlines":[{"id":"contact","trigger":"first report","limit":1,"unit":"working-days","strictness":"must"}],
 "roles":{"complete_dash":["champion"],"refer_marac":["safeguarding-lead","champion"]},
 "profile_patch":{"marac":{"ticks":17,"professionalJudgement":false},"perpetrator":{"contactMode":"none","enforcement":["mediation"]}},
 "facts":[{"id":"helpline:live-fear-free","number":"01632 960003","hours":"any hour","source":"Example Council","checked":"2026-11"},
 {"id":"law:dapo","text":"Local police use these orders.","source":"Example Police","checked":"2026-10"}]}"#;

/// A link as the tool that makes links would write it.
pub(super) fn link(json: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let packed = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 8);
    let mut text = String::new();
    for three in packed.chunks(3) {
        let bits = three.iter().enumerate().fold(0_u32, |bits, (at, byte)| bits | u32::from(*byte) << (16 - 8 * at));
        for place in 0..=three.len() {
            text.push(char::from(LETTERS[(bits >> (18 - 6 * place)) as usize & 63]));
        }
    }
    format!("#s=1.{text}.{}", super::link::first_digits(json.as_bytes()))
}

pub(super) fn read(json: &str) -> Result<Area, AreaError> {
    Area::from_json(json.as_bytes())
}

/// The path and what is allowed there, of settings with one more field.
pub(super) fn refused(field: &str) -> (String, String) {
    match read(&format!(r#"{{"format":"waymark-settings/1",{field}}}"#)) {
        Err(AreaError::Wrong { path, allowed }) => (path, allowed),
        other => (format!("{other:?}"), String::new()),
    }
}

#[test]
fn an_area_sends_its_link_and_everything_arrives() {
    let area = from_fragment(&link(WHOLE)).unwrap().unwrap();
    assert_eq!(area.owner.as_ref().map(Short::as_str), Some("Example Council"));
    assert_eq!(area.profile.as_ref().map(Short::as_str), Some("peaks-plains"));
    assert_eq!(area.case.dash_threshold.map(|count| count.get()), Some(17));
    assert_eq!(area.case.repeat_rule, Some(RepeatRule::CriminalOnly));
    assert_eq!(area.page.exit.as_ref().map(ExitAddress::as_str), Some("https://www.example.org/weather"));
    assert_eq!(area.page.wipe_minutes.map(|count| count.get()), Some(45));
    let contacts: Vec<_> = area.contacts.iter().map(|(id, contact)| (id.text(), contact.parts().count())).collect();
    assert_eq!(contacts, [("on_call", 0), ("edt_children", 1), ("idva", 3)]);
    assert_eq!(area.deadlines[0].limit.get(), 1);
    let facts: Vec<_> = area.facts.iter().map(|fact| (fact.id.as_str(), fact.checked.to_string())).collect();
    assert_eq!(facts, [("helpline:live-fear-free", "2026-11".to_owned()), ("law:dapo", "2026-10".to_owned())]);
    assert_eq!(area.roles.get(Capability::ReferMarac).map(Vec::len), Some(2));
    assert_eq!(
        area.profile_patch.iter().collect::<Vec<_>>(),
        [
            ("marac.ticks", "17"),
            ("marac.professionalJudgement", "false"),
            ("perpetrator.contactMode", "none"),
            ("perpetrator.enforcement", "mediation"),
        ]
    );
    assert_eq!(read(WHOLE), Ok(area));
}

#[test]
fn what_goes_against_the_safety_floor_is_named() {
    let area = read(WHOLE).unwrap();
    assert_eq!(
        area.profile_patch.against_the_floor().collect::<Vec<_>>(),
        [("marac.professionalJudgement", "C1.3.5"), ("perpetrator.enforcement", "C1.3.3")]
    );
}

#[test]
fn settings_are_overdue_the_day_after_their_review() {
    let area = read(WHOLE).unwrap();
    assert!(!area.overdue("2027-03-31"));
    assert!(area.overdue("2027-04-01"));
}

#[test]
fn another_fragment_is_no_settings_link() {
    for fragment in ["", "#", "#top", "#x=1.abc", "#S=1.abc.00000000"] {
        assert_eq!(from_fragment(fragment), None, "{fragment}");
    }
}

#[test]
fn a_damaged_link_is_refused_whole() {
    let good = link(WHOLE);
    let middle = good.len() / 2;
    let other = if good.as_bytes()[middle] == b'A' { "B" } else { "A" };
    let mut changed = good.clone();
    changed.replace_range(middle..=middle, other);
    let mut cut = good.clone();
    cut.remove(middle);
    let (head, sum) = good.rsplit_once('.').unwrap();
    for damaged in [
        changed,
        cut,
        head.to_owned(),
        format!("{head}.00000000"),
        format!("{head}.{}", &sum[..7]),
        format!("{good}.x"),
        format!("{head}=.{sum}"),
        "#s=".to_owned(),
        "#s=1.".to_owned(),
        "#s=1..".to_owned(),
        "#s=x.AAAA.00000000".to_owned(),
    ] {
        assert_eq!(from_fragment(&damaged), Some(Err(AreaError::Damaged)), "{damaged}");
    }
}

#[test]
fn what_a_newer_version_made_is_named_as_that() {
    assert_eq!(from_fragment("#s=2.AAAA.00000000"), Some(Err(AreaError::TooNew)));
    let newer = r#"{"new_field":1,"format":"waymark-settings/2"}"#;
    assert_eq!(from_fragment(&link(newer)), Some(Err(AreaError::TooNew)));
}

#[test]
fn what_is_too_long_is_refused_before_it_is_unpacked() {
    assert_eq!(from_fragment(&format!("#s=1.{}.00000000", "A".repeat(40_000))), Some(Err(AreaError::TooLong)));
    // A few hundred bytes that unpack to a megabyte.
    let bomb = format!(r#"{{"format":"waymark-settings/1","owner":"{}"}}"#, "a".repeat(1_000_000));
    assert_eq!(from_fragment(&link(&bomb)), Some(Err(AreaError::TooLong)));
    assert_eq!(read(&bomb), Err(AreaError::TooLong));
    // As long as settings may be, in texts that are each allowed.
    let limit = format!(r#"{{"id":"own","trigger":"{}","limit":1,"unit":"days"}}"#, "a".repeat(200));
    let full = format!(r#"{{"format":"waymark-settings/1","deadlines":[{}]}}"#, vec![limit; 75].join(","));
    assert!(full.len() < BYTES && read(&full).is_ok());
}

#[test]
fn hostile_texts_do_not_get_in() {
    for field in [
        r#""owner":"<img src=x onerror=alert(1)>""#,
        r#""owner":"\u003cb\u003e""#,
        r#""owner":"one\ntwo""#,
        r#""owner":"abc\u202edef""#,
        r#""contacts":{"idva":{"name":"a<b"}}"#,
        r#""profile_patch":{"terms":{"home":"<script>"}}"#,
        r#""profile_patch":{"<b>":1}"#,
    ] {
        let (_, allowed) = refused(field);
        assert_eq!(allowed, "expected a plain text of at most 200 characters, without markup", "{field}");
    }
    let long = format!(r#""owner":"{}""#, "é".repeat(201));
    assert_eq!(refused(&long).0, "owner");
    for exit in [
        "http://example.org",
        "javascript:alert(1)",
        "https://",
        "https://user@example.org/",
        "https://a b.org",
        "data:,x",
        // Those that a browser does not take, or takes for another place than is shown.
        "https://www.example.org:99999/",
        "https://1.2.3.4.5/",
        "https://0x7f.1/",
        "https://192.168.0.1/cgi-bin/off",
        "https://a..b/",
        "https://-.-/",
        "https://localhost./",
        "https://example.org./",
        "https://www.example.org/a/../b",
        "https://www.example.org/%6aane",
    ] {
        let (path, allowed) = refused(&format!(r#""page":{{"exit":"{exit}"}}"#));
        assert_eq!(path, "page.exit", "{exit}");
        assert!(allowed.starts_with("expected an address that starts with https://"), "{exit}: {allowed}");
    }
    let area =
        read(r#"{"format":"waymark-settings/1","page":{"exit":"https://WWW.Example.org/Weather?x#y"}}"#).unwrap();
    assert_eq!(area.page.exit.as_ref().map(ExitAddress::as_str), Some("https://www.example.org/Weather"));
}

#[test]
fn letters_that_nobody_sees_do_not_get_in() {
    for letter in [
        "061c",
        "00ad",
        "034f",
        "115f",
        "1160",
        "3164",
        "ffa0",
        "2800",
        "fff9",
        "fffc",
        "fe0f",
        "180e",
        "200b",
        "2060",
        "feff",
        "17b4",
        "e000",
        "db40\\udc41",
        "db40\\udd00",
        "dbff\\udffd",
    ] {
        let (path, _) = refused(&format!(r#""contacts":{{"idva":{{"name":"a\u{letter}b"}}}}"#));
        assert_eq!(path, "contacts.idva.name", "{letter}");
    }
    assert_eq!(
        refused("\"owner\":\"Z\u{301}\u{302}\u{303}\"").0,
        "owner",
        "marks that smear over the lines around them"
    );
    for name in ["Tŷ Gwyn a’r Fro", "Comhairle nan Eilean Siar", "Z\u{301}a", "Ngā Whare", "Team “A” & B"] {
        let json = format!(r#"{{"format":"waymark-settings/1","owner":"{name}"}}"#);
        assert_eq!(read(&json).unwrap().owner.as_ref().map(Short::as_str), Some(name));
    }
}

#[test]
fn who_made_them_is_a_name_and_no_message() {
    let long = "a".repeat(61);
    for owner in ["", "  ", &long, "Ring 0900 123 4567", "Call 12345", "0-8-0-0-1", "٠٨٠٨٢"] {
        let (path, allowed) = refused(&format!(r#""owner":"{owner}""#));
        assert_eq!(path, "owner", "{owner}");
        assert!(allowed.contains("60 characters"), "{allowed}");
    }
    assert!(
        read(r#"{"format":"waymark-settings/1","owner":"Region 12, 2026"}"#).is_err(),
        "digits with no letter between"
    );
    assert!(read(r#"{"format":"waymark-settings/1","owner":"Team 7 of 2026"}"#).is_ok());
}

#[test]
fn a_name_from_outside_is_never_repeated() {
    for field in [
        r#""CALL-0900-123":1"#,
        r#""page":{"CALL-0900-123":1}"#,
        r#""contacts":{"CALL-0900-123":{}}"#,
        r#""profile_patch":{"CALL-0900-123":{"b":1.5}}"#,
        r#""profile_patch":{"a":{"CALL-0900-123":"<b>"}}"#,
    ] {
        let (path, allowed) = refused(field);
        assert!(!path.contains("0900") && !allowed.contains("0900"), "{path}: {allowed}");
    }
    assert_eq!(refused(r#""page":{"color":"red"}"#).0, "page");
    assert_eq!(refused(r#""owner":"a","owner":"b""#), (String::new(), "expected each name once".to_owned()));
}

#[test]
fn taps_of_shift_can_be_switched_off() {
    let area = read(r#"{"format":"waymark-settings/1","page":{"shift_exit":false}}"#).unwrap();
    assert_eq!(area.page.shift_exit, Some(false));
    assert_eq!(read(&area.json()), Ok(area));
    assert_eq!(refused(r#""page":{"shift_exit":"no"}"#).0, "page.shift_exit");
}

#[test]
fn what_was_written_is_never_repeated_on_the_screen() {
    for field in [
        r#""profile":"ring 0900 123""#,
        r#""case":{"repeat_rule":"ring 0900 123, expected nothing"}"#,
        r#""case":{"dash_threshold":"ring 0900 123, expected nothing"}"#,
        r#""review_by":"ring 0900 123""#,
        r#""page":"ring 0900 123, expected nothing""#,
    ] {
        let (path, allowed) = refused(field);
        assert!(!path.contains("0900") && !allowed.contains("0900"), "{path}: {allowed}");
        assert!(!allowed.is_empty(), "{field}");
    }
}

#[test]
fn wrong_values_name_the_path_and_what_is_allowed() {
    for (field, path, allowed) in [
        (r#""case":{"dash_threshold":25}"#, "case.dash_threshold", "expected a whole number from 1 to 24"),
        (r#""case":{"dash_threshold":0}"#, "case.dash_threshold", "expected a whole number from 1 to 24"),
        (r#""page":{"cover_minutes":1}"#, "page.cover_minutes", "expected a whole number from 2 to 15"),
        (r#""page":{"wipe_minutes":121}"#, "page.wipe_minutes", "expected a whole number from 10 to 120"),
        (r#""page":{"language":"xx"}"#, "page.language", "expected one of: en"),
        (r#""review_by":"2027-02-29""#, "review_by", "expected a day written as 2027-03-31"),
        (r#""roles":{"complete_dash":["king"]}"#, "roles.complete_dash[0]", "expected one of: any-staff"),
        (r#""contacts":{"idva":[]}"#, "contacts.idva", "expected an object"),
        (r#""case":[]"#, "case", "expected an object"),
        (r#""facts":{}"#, "facts", "expected a list of at most 100 entries"),
        (r#""facts":[1]"#, "facts[0]", "expected an object"),
        (r#""owner":null"#, "owner", "expected a string"),
        (r#""profile_patch":[]"#, "profile_patch", "expected an object"),
    ] {
        let (at, is) = refused(field);
        assert_eq!(at, path, "{field}");
        assert!(is.starts_with(allowed), "{field}: {is}");
    }
}

#[test]
fn nothing_unknown_or_repeated_gets_in() {
    for field in [
        r#""case_notes":"x""#,
        r#""page":{"color":"red"}"#,
        r#""contacts":{"mother":{}}"#,
        r#""contacts":{"idva":{},"idva":{}}"#,
        r#""owner":"a","owner":"b""#,
        r#""context":{"nation":"england"}"#,
        r#""deadlines":[{"id":"a","limit":1}]"#,
    ] {
        assert!(read(&format!(r#"{{"format":"waymark-settings/1",{field}}}"#)).is_err(), "{field}");
    }
    for json in ["", "null", "[]", "{}", "[\"waymark-settings/1\"]", r#"{"format":"waymark-case/1"}"#] {
        assert!(read(json).is_err(), "{json}");
    }
    assert!(read(&format!("{WHOLE} {{}}")).is_err());
}

#[test]
fn a_number_is_whole_as_it_is_written() {
    let minutes = |number: &str| refused(&format!(r#""page":{{"cover_minutes":{number}}}"#));
    for number in ["5.0", "5e0", "-5", "99999999999999999999", "\"5\""] {
        let expected = ("page.cover_minutes".to_owned(), "expected a whole number from 2 to 15".to_owned());
        assert_eq!(minutes(number), expected, "{number}");
    }
    for number in ["1.5", "9007199254740992", "-99999999999999999999"] {
        let expected =
            ("profile_patch.marac.ticks".to_owned(), "expected a plain value, a list or an object".to_owned());
        assert_eq!(refused(&format!(r#""profile_patch":{{"marac":{{"ticks":{number}}}}}"#)), expected, "{number}");
    }
    let area = read(r#"{"format":"waymark-settings/1","profile_patch":{"marac":{"ticks":14.0}}}"#).unwrap();
    assert_eq!(area.profile_patch.iter().collect::<Vec<_>>(), [("marac.ticks", "14")]);
}

#[test]
fn what_is_no_json_is_damaged_whatever_stands_before() {
    let deep =
        format!(r#"{{"format":"waymark-settings/1","profile_patch":{{"a":{}{}}}}}"#, "[".repeat(130), "]".repeat(130));
    let lone = r#"{"format":"waymark-settings/1","owner":"\ud800"}"#;
    let cut = r#"{"format":"waymark-settings/2","owner":1,"page":{"#;
    let marked = "\u{feff}{\"format\":\"waymark-settings/1\"}";
    for json in [&deep, lone, cut, marked, r#"{"format":"waymark-settings/1","profile_patch":{"a":1e999}}"#] {
        assert_eq!(read(json), Err(AreaError::Damaged), "{json}");
    }
}
