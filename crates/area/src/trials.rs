//! Settings made here and read again, and tens of thousands of damaged and hostile ones.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::tests::{WHOLE, link};
use super::*;
use proptest::prelude::*;
use std::borrow::Cow;
use waymark_case::listed::Listed;
use waymark_content::ContactMode;
use waymark_content::profile::Profile;

fn read(json: &str) -> Result<Area, AreaError> {
    Area::from_json(json.as_bytes())
}

fn shipped(id: &str) -> Profile {
    Profiles::shipped().get(id).unwrap().clone()
}

/// A whole area as a safeguarding lead would fill it in: the policy, every value of the case and of the page, every local
/// service with name, number and hours.
fn full_area() -> Draft {
    const CONTACTS: [(&str, &str, &str); 11] = [
        ("Duty manager", "07700 900417", "any hour"),
        ("Children's front door", "01632 960128", "Mon to Fri 9 to 5"),
        ("Adult social care", "01632 960443", "Mon to Fri 9 to 5"),
        ("Example Women's Aid", "0117 496 0275", "Mon to Fri 9 to 5"),
        ("Example Women's Aid", "0808 157 0931", "5pm to 9am"),
        ("Police public protection unit", "01632 960762", "Mon to Fri 9 to 5"),
        ("The Meadow centre", "0117 496 0584", "any hour"),
        ("Licensing unit", "101", "any hour"),
        ("Language line", "020 7946 0369", "any hour"),
        ("Example refuge", "0808 157 0146", "any hour"),
        ("Housing options", "01632 960817", "Mon to Fri 9 to 5"),
    ];
    let mut draft = Draft::default();
    for (place, typed) in [
        (Place::Owner, "Example Borough Council"),
        (Place::ReviewBy, "2027-03-31"),
        (Place::Exit, "https://www.example.org/weather"),
        (Place::CoverMinutes, "5"),
        (Place::WipeMinutes, "45"),
        (Place::PlainSave, "false"),
        (Place::SharedDevice, "true"),
    ] {
        draft.set(place, typed);
    }
    for (id, (name, number, hours)) in ContactId::ALL.iter().zip(CONTACTS) {
        draft.set(Place::Contact(*id, ContactPart::Name), name);
        draft.set(Place::Contact(*id, ContactPart::Number), number);
        draft.set(Place::Contact(*id, ContactPart::Hours), hours);
    }
    draft
}

/// The same with what a service adds: ten time limits, every role, and values of the profile.
fn full_service() -> Draft {
    let mut draft = full_area();
    for (place, typed) in [
        (Place::Value(PatchValue::Ticks), "14"),
        (Place::Value(PatchValue::ContactMode), "signpost_only"),
        (Place::Value(PatchValue::ConsentSupport), "consent_required"),
        (Place::Value(PatchValue::TermSurvivor), "victim and survivor"),
        (Place::Value(PatchValue::TermPersonHoused), "customer"),
    ] {
        draft.set(place, typed);
    }
    const LIMITS: [(&str, &str, &str); 10] = [
        ("first-contact", "1", "working-days"),
        ("recording", "24", "hours"),
        ("review", "14", "days"),
        ("PW-42", "1", "working-days"),
        ("PW-16", "0", "hours"),
        ("PW-23", "2", "working-days"),
        ("PW-06", "2", "working-days"),
        ("PW-07", "3", "working-days"),
        ("PW-18", "4", "hours"),
        ("PW-05", "1", "shift"),
    ];
    for (row, (id, limit, unit)) in (0..).zip(LIMITS) {
        draft.add_row(Rows::Limits);
        draft.set(Place::Limit(row, LimitPart::Id), id);
        draft.set(Place::Limit(row, LimitPart::Limit), limit);
        draft.set(Place::Limit(row, LimitPart::Unit), unit);
        draft.set(Place::Limit(row, LimitPart::Strictness), "must");
    }
    for capability in Capability::ALL {
        draft.set(Place::Role(*capability), "champion safeguarding-lead");
    }
    draft
}

/// The draft with the policy and the local values, which the case holds.
fn with_case(draft: &Draft) -> Area {
    let case = r#""dash_threshold":17,"escalation_events":3,"escalation_months":12,"escalation_police_only":true,
        "escalation_must_increase":false,"hba_auto_marac":true,"idva_threshold":10,"repeat_rule":"criminal-only","dapo_area":"no","dash_fresh_months":6"#;
    let case =
        read(&format!(r#"{{"format":"waymark-settings/1","profile":"peaks-plains","case":{{{case}}}}}"#)).unwrap();
    Area { profile: case.profile, case: case.case, ..draft.area().unwrap() }
}

#[test]
fn the_link_of_a_full_area_is_short_enough_for_a_poster() {
    for (what, draft, most) in [("area", full_area(), 1_200), ("service", full_service(), 1_400)] {
        let area = with_case(&draft);
        let fragment = to_fragment(&area);
        let link = format!("https://waymark.example.gov.uk/{fragment}");
        println!("a full {what}: {} bytes of JSON, a link of {} characters", area.json().len(), link.len());
        assert!(link.len() <= most, "{}", link.len());
        assert_eq!(from_fragment(&fragment), Some(Ok(area)));
        assert!(waymark_encoding::qr::squares(&link).is_some());
    }
}

#[test]
fn what_is_written_is_what_was_read() {
    let area = read(WHOLE).unwrap();
    assert_eq!(read(&area.json()), Ok(area.clone()));
    assert_eq!(from_fragment(&to_fragment(&area)), Some(Ok(area)));
}

#[test]
fn settings_can_be_opened_changed_and_made_again() {
    let mut area = read(WHOLE).unwrap();
    let mut draft = Draft::of(&area);
    // The case holds these two.
    area.profile = None;
    area.case = Settings::default();
    let mut again = draft.area().unwrap();
    // Values of the profile may come in another order.
    let of = |area: &Area| (area.page.clone(), area.contacts.clone(), area.deadlines.clone(), area.roles.clone());
    assert_eq!((of(&again), &again.owner, &again.review_by), (of(&area), &area.owner, &area.review_by));
    assert_eq!(again.profile_patch.iter().count(), area.profile_patch.iter().count());
    draft.set(Place::CoverMinutes, "7");
    draft.take_row(Rows::Limits, 0);
    again = draft.area().unwrap();
    assert_eq!(again.page.cover_minutes.map(|count| count.get()), Some(7));
    assert!(again.deadlines.is_empty());
    assert_eq!(again.profile_patch.at("perpetrator.enforcement").listed(), ["mediation"]);
}

#[test]
fn what_is_wrong_is_named_at_its_place_and_stays_there() {
    let mut draft = Draft::default();
    assert!(draft.is_empty());
    for (place, typed, allowed) in [
        (Place::Exit, "http://example.org", "expected an address that starts with https://"),
        (Place::CoverMinutes, "16", "expected a whole number from 2 to 15"),
        (Place::WipeMinutes, "soon", "expected a whole number from 10 to 120"),
        (Place::ReviewBy, "31.3.2027", "expected a day written as 2027-03-31"),
        (Place::Owner, "<b>", "expected a plain text of at most 200 characters, without markup"),
        (Place::Value(PatchValue::Ticks), "25", "expected a whole number from 1 to 24"),
    ] {
        draft.set(place, typed);
        assert_eq!(draft.problem(place).as_deref(), Some(allowed));
        assert_eq!(draft.get(place), typed);
    }
    draft.add_row(Rows::Limits);
    draft.set(Place::Limit(0, LimitPart::Id), "PW-06");
    assert!(draft.problem(Place::Limit(0, LimitPart::Limit)).is_some());
    assert!(draft.problem(Place::Limit(0, LimitPart::Trigger)).is_none());
    draft.set(Place::SharedDevice, "true");
    assert_eq!(draft.wrong().len(), 8);
    let area = draft.area().unwrap();
    assert_eq!((area.owner, area.page.shared_device, area.deadlines.len()), (None, Some(true), 0));
}

#[test]
fn more_than_settings_may_hold_is_refused() {
    let mut draft = Draft::default();
    for row in 0..60 {
        draft.add_row(Rows::Limits);
        for part in [LimitPart::Id, LimitPart::Trigger] {
            draft.set(Place::Limit(row, part), &"é".repeat(200));
        }
        draft.set(Place::Limit(row, LimitPart::Limit), "1");
        draft.set(Place::Limit(row, LimitPart::Unit), "days");
    }
    assert_eq!(draft.area(), Err(AreaError::TooLong));
}

#[test]
fn what_grows_too_long_when_it_is_written_is_refused() {
    let limit = format!(r#"{{"id":"own","trigger":"{}","limit":1,"unit":"days"}}"#, "&".repeat(200));
    let limits = |count| {
        read(&format!(r#"{{"format":"waymark-settings/1","deadlines":[{}]}}"#, vec![limit.as_str(); count].join(",")))
    };
    // Each & is written by its number, six letters for one.
    assert!(limits(15).is_ok_and(|area| read(&area.json()) == Ok(area)));
    assert_eq!(limits(17).map(drop), Err(AreaError::TooLong));
}

#[test]
fn local_values_go_on_top_of_the_policy_and_the_floor_stays() {
    let area = read(
        r#"{"format":"waymark-settings/1",
        "deadlines":[{"id":"PW-42","limit":0,"unit":"hours"},{"id":"PW-06","limit":3,"unit":"working-days"}],
        "roles":{"complete_dash":["champion"],"refer_marac":["any-staff"],"attend_marac":["manager"]},
        "profile_patch":{"marac":{"ticks":11,"professionalJudgement":false},"dash":{"reuseExternal":{"allowed":true}},
        "perpetrator":{"contactMode":"none","enforcement":["mediation"]},"police":{"alwaysReportCrime":null},
        "informationSharing":{"consentRules":{"safeguarding":"consent_required","support_referral":"consent_required"}}}}"#,
    )
    .unwrap();
    let profile = local_profile(&area, &shipped("housing21"));
    let effects = effects(&area, &shipped("housing21"), &Settings::default());
    assert_eq!((profile.count, profile.contact, profile.reuse_other_dash), (Some(11), ContactMode::None, true));
    assert!(profile.police_always, "a value that is no value changes nothing");
    assert_eq!(profile.completers.as_ref(), [WorkerRole::Champion]);
    assert_eq!(profile.referrers.as_ref(), [WorkerRole::AnyStaff]);
    let state = |path: &str| effects.iter().find(|effect| effect.path == path).map(|effect| effect.state).unwrap();
    for (path, expected) in [
        ("deadlines[0]", State::InForce),
        ("deadlines[1]", State::NoEffect(Why::StepSooner)),
        ("roles.attend_marac", State::ShownOnly),
        ("profile_patch.marac.professionalJudgement", State::AgainstFloor("C1.3.5")),
        ("profile_patch.perpetrator.enforcement", State::AgainstFloor("C1.3.3")),
        ("profile_patch.police.alwaysReportCrime", State::ShownOnly),
        ("profile_patch.informationSharing.consentRules.safeguarding", State::AgainstFloor("C1.3.6")),
        ("profile_patch.informationSharing.consentRules.support_referral", State::InForce),
    ] {
        assert_eq!(state(path), expected, "{path}");
    }
}

/// Settings with one fact, its fields as given.
fn fact(fields: &str) -> Result<Area, AreaError> {
    read(&format!(r#"{{"format":"waymark-settings/1","facts":[{{{fields}}}]}}"#))
}

#[test]
fn a_fact_of_an_area_says_what_it_is_about_who_says_so_and_since_when() {
    let about = r#""id":"helpline:samaritans""#;
    let from = r#""source":"Example Council","checked":"2026-11""#;
    for told in [r#""number":"01632 960001""#, r#""hours":"any hour""#, r#""text":"Closed in August.""#] {
        let area = fact(&format!("{about},{told},{from}")).unwrap();
        assert_eq!(area.facts.len(), 1);
        assert_eq!(read(&area.json()).as_ref(), Ok(&area));
        assert_eq!(from_fragment(&to_fragment(&area)), Some(Ok(area.clone())));
        assert_eq!(Draft::of(&area).area().map(|again| again.facts), Ok(area.facts), "the editor keeps it");
    }
    let number = r#""number":"01632 960001""#;
    let long = format!(r#""number":"{}""#, "1".repeat(201));
    for (fields, path, allowed) in [
        (format!("{number},{from}"), "facts[0]", "missing field id"),
        (format!(r#"{about},{number},"checked":"2026-11""#), "facts[0]", "missing field source"),
        (format!(r#"{about},{number},"source":"Example Council""#), "facts[0]", "missing field checked"),
        (format!("{about},{from}"), "facts[0]", "expected a number, hours or a text"),
        (
            format!(r#"{about},{number},"source":" ","checked":"2026-11""#),
            "facts[0].source",
            "expected a text that is not empty",
        ),
        (
            format!(r#"{about},{number},"source":"a","checked":"2026-13""#),
            "facts[0].checked",
            "expected a month written as 2026-11",
        ),
        (
            format!(r#"{about},{number},"source":"a","checked":"2026-11-01""#),
            "facts[0].checked",
            "expected a month written as 2026-11",
        ),
        (
            format!(r#"{about},{number},"source":"a","checked":"+026-11""#),
            "facts[0].checked",
            "expected a month written as 2026-11",
        ),
        (
            format!(r#""id":"helpline:nobody",{number},{from}"#),
            "facts[0].id",
            "expected one of: helpline:police-emergency, ",
        ),
        (format!(r#""id":"samaritans",{number},{from}"#), "facts[0].id", "expected one of: helpline:"),
        (
            format!(r#"{about},{number},{from},"name":"Other""#),
            "facts[0]",
            "expected one of id, number, hours, text, source, checked",
        ),
        (
            format!("{about},{long},{from}"),
            "facts[0].number",
            "expected a plain text of at most 200 characters, without markup",
        ),
        (
            format!(r#"{about},"text":"<b>",{from}"#),
            "facts[0].text",
            "expected a plain text of at most 200 characters, without markup",
        ),
        (format!(r#"{about},"number":1,{from}"#), "facts[0].number", "expected a string"),
    ] {
        match fact(&fields) {
            Err(AreaError::Wrong { path: at, allowed: is }) => {
                assert_eq!(at, path, "{fields}");
                assert!(is.starts_with(allowed), "{fields}: {is}");
            }
            other => panic!("{fields}: {other:?}"),
        }
    }
}

#[test]
fn facts_are_made_row_by_row_and_half_a_row_is_named() {
    let mut draft = Draft::default();
    for row in 0..2 {
        draft.add_row(Rows::Facts);
        draft.set(Place::Fact(row, FactPart::Id), "helpline:samaritans");
    }
    let missing = draft.wrong();
    let expected = [FactPart::Number, FactPart::Source, FactPart::Checked].map(|part| Place::Fact(0, part));
    assert!(expected.iter().all(|place| missing.contains(place)), "{missing:?}");
    assert_eq!(draft.problem(Place::Fact(1, FactPart::Id)).as_deref(), Some("expected each of them once"));
    draft.set(Place::Fact(1, FactPart::Id), "law:dapo");
    for (row, part, typed) in [
        (0, FactPart::Number, "01632 960001"),
        (0, FactPart::Source, "Example Council"),
        (0, FactPart::Checked, "11/2026"),
        (1, FactPart::Text, "Local police use these orders."),
        (1, FactPart::Source, "Example Police"),
        (1, FactPart::Checked, "2026-10"),
    ] {
        draft.set(Place::Fact(row, part), typed);
    }
    assert_eq!(draft.wrong(), [Place::Fact(0, FactPart::Checked)]);
    let ids = |draft: &Draft| draft.area().unwrap().facts.iter().map(|fact| fact.id.as_str().to_owned()).listed();
    assert_eq!(ids(&draft), ["law:dapo"], "a row that is not whole is left out");
    draft.set(Place::Fact(0, FactPart::Checked), "2026-11");
    assert_eq!(ids(&draft), ["helpline:samaritans", "law:dapo"]);
    draft.take_row(Rows::Facts, 0);
    assert_eq!((ids(&draft), draft.rows(Rows::Facts)), (vec!["law:dapo".to_owned()], 1));
}

#[test]
fn two_facts_about_one_thing_are_refused() {
    let one = r#"{"id":"helpline:samaritans","number":"01632 960001","source":"a","checked":"2026-11"}"#;
    let refused = read(&format!(r#"{{"format":"waymark-settings/1","facts":[{one},{one}]}}"#));
    let expected =
        AreaError::Wrong { path: "facts[1].id".to_owned(), allowed: "expected each of them once".to_owned() };
    assert_eq!(refused, Err(expected));
    // Every one of ours can have one.
    assert!(fact_ids().count() > 40);
    let all: Vec<_> = fact_ids().map(|id| one.replace("helpline:samaritans", id)).listed();
    assert!(read(&format!(r#"{{"format":"waymark-settings/1","facts":[{}]}}"#, all.join(","))).is_ok());
}

/// One change to a text that someone could have made by accident or on purpose.
#[derive(Clone, Debug)]
enum Change {
    Cut(usize),
    Drop(usize),
    Put(usize, String),
    Twice(usize, usize),
    Flip(usize, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let hostile = prop::sample::select(vec![
        "</script><script>alert(1)</script>",
        "<!--",
        "\u{202e}",
        "\\u003cimg src=x onerror=alert(1)\\u003e",
        "null",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "1e999",
        "-1",
        "25",
        "true",
        "{\"a\":{}}",
        "\"javascript:alert(1)\"",
        "\u{0}",
        "\"format\":\"waymark-settings/9\",",
        "\"__proto__\":{\"x\":1},",
        "\"owner\":",
        "99999999999999999999",
    ]);
    prop_oneof![
        any::<usize>().prop_map(Change::Cut),
        any::<usize>().prop_map(Change::Drop),
        (any::<usize>(), hostile).prop_map(|(at, text)| Change::Put(at, text.to_owned())),
        (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Change::Twice(from, to)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, bits)| Change::Flip(at, bits)),
        any::<usize>().prop_map(|at| Change::Put(at, "a".repeat(300))),
    ]
}

fn changed(text: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let end = bytes.len();
        match change {
            Change::Cut(at) => bytes.truncate(at % (end + 1)),
            Change::Drop(at) if end > 0 => {
                bytes.remove(at % end);
            }
            Change::Put(at, text) => {
                let at = at % (end + 1);
                bytes.splice(at..at, text.bytes());
            }
            Change::Twice(from, to) if end > 0 => {
                let (from, to) = (from % end, to % end);
                let part = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.splice(from..from, part);
            }
            Change::Flip(at, bits) if end > 0 => bytes[at % end] ^= bits,
            _ => {}
        }
    }
    bytes
}

/// What was taken holds nothing that could harm, means the same when it is written again, and leaves the floor where it is.
fn harmless(area: &Area) -> Result<(), TestCaseError> {
    let json = area.json();
    for letter in ['<', '>', '\u{202e}', '\u{0}', '\n'] {
        prop_assert!(!json.contains(letter));
    }
    prop_assert_eq!(&read(&json), &Ok(area.clone()));
    prop_assert!(area.page.exit.as_ref().is_none_or(|exit| exit.as_str().starts_with("https://")));
    let profile = local_profile(area, &shipped("default"));
    prop_assert!(profile.count.is_none_or(|count| (1..=24).contains(&count)));
    prop_assert!(profile.id == Cow::Borrowed("default"));
    let mut known = area.clone();
    (known.profile, known.case) = (None, Settings::default());
    let again = Draft::of(area).area();
    // An empty role list stays what it is; all else is as it was.
    prop_assert_eq!(again.map(|area| area.page), Ok(known.page));
    Ok(())
}

fn many() -> ProptestConfig {
    ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn a_changed_file_or_block_is_refused_or_harmless(changes in prop::collection::vec(change(), 1..4)) {
        let bytes = changed(WHOLE, &changes);
        match Area::from_json(&bytes) {
            Ok(area) => harmless(&area)?,
            Err(AreaError::Wrong { path, allowed }) => {
                prop_assert!(!allowed.is_empty() && path.len() <= 60);
                prop_assert!(!path.contains(['<', '>']) && !allowed.contains(['<', '>']));
            }
            Err(_) => {}
        }
    }

    #[test]
    fn a_link_of_changed_settings_is_refused_or_harmless(changes in prop::collection::vec(change(), 1..3)) {
        let Ok(json) = String::from_utf8(changed(WHOLE, &changes)) else { return Ok(()) };
        match from_fragment(&link(&json)) {
            Some(Ok(area)) => harmless(&area)?,
            Some(Err(_)) => {}
            None => prop_assert!(false, "a link is a link"),
        }
    }

    #[test]
    fn a_changed_link_is_never_taken_for_another(changes in prop::collection::vec(change(), 1..3)) {
        let good = link(WHOLE);
        let Ok(bad) = String::from_utf8(changed(&good, &changes)) else { return Ok(()) };
        if let Some(Ok(area)) = from_fragment(&bad) {
            prop_assert_eq!(Ok(area), read(WHOLE));
        }
    }
}
