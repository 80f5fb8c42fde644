//! The strict reader: a line is a case to the letter or an error that says where and what would be allowed. Nothing is
//! guessed, repaired or dropped, since a dropped answer about danger reads as one that was never given.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use support::arbitrary::{case, context_inputs, holds_for, scribbled, setting_inputs};
use waymark_case::value::{Kind, LIST_LIMIT, TEXT_LIMIT};
use waymark_case::vocabulary::*;
use waymark_case::{CASE_BYTES, Case, Input, ItemNumber, Text, write};
use waymark_content::Profiles;
use waymark_engine::{assess, check_profile};

/// A line with these fields after its format.
fn line_with(fields: &str) -> String {
    format!(r#"{{"format":"waymark-case/1",{fields}}}"#)
}

/// Reads a line as the program does: the case, then whether its profile is loaded.
fn read(line: &[u8]) -> Result<Case, String> {
    let case = Case::from_json(line).map_err(|error| error.to_string())?;
    check_profile(&case, &Profiles::shipped()).map_err(|error| error.to_string())?;
    Ok(case)
}

/// What is said about a line that is not a case.
fn refusal(line: &[u8]) -> String {
    match read(line) {
        Ok(_) => panic!("this was read as a case: {}", String::from_utf8_lossy(line)),
        Err(said) => said,
    }
}

/// Each row: fields that are wrong, where the error says so, and something that it names as wrong or as allowed.
type Wrong = (&'static str, &'static str, &'static str);

fn each_is_refused(rows: &[Wrong]) {
    for (fields, path, names) in rows {
        let said = refusal(line_with(fields).as_bytes());
        assert!(said.starts_with(path), "{fields}\n  says: {said}\n  and not where: {path}");
        assert!(said.contains(names), "{fields}\n  says: {said}\n  and does not name: {names}");
    }
}

fn each_is_read(fields: &[&str]) {
    for fields in fields {
        if let Err(said) = read(line_with(fields).as_bytes()) {
            panic!("{fields}\n  says: {said}");
        }
    }
}

// -------------------------------------------------------------------------------------------- what is not a case at all

#[test]
fn what_is_not_one_json_object_is_refused() {
    let rows: [(&str, &str); 14] = [
        ("", "empty"),
        (" \t", "empty"),
        ("[]", "an object"),
        (r#"["waymark-case/1"]"#, "an object"),
        (r#""waymark-case/1""#, "an object"),
        ("null", "an object"),
        ("14", "an object"),
        ("NaN", "expected"),
        ("{'format':'waymark-case/1'}", "key must be a string"),
        (r#"{"format":"waymark-case/1"} {"format":"waymark-case/1"}"#, "trailing characters"),
        (r#"{"format":"waymark-case/1"}x"#, "trailing characters"),
        (r#"{"format":"waymark-case/1",}"#, "trailing comma"),
        (r#"{"format":"waymark-case/1" // said on Monday"#, "expected `,` or `}`"),
        (r#"{"format":"waymark-case/1","#, "EOF"),
    ];
    for (line, names) in rows {
        let said = refusal(line.as_bytes());
        assert!(said.contains(names), "{line}\n  says: {said}\n  and does not name: {names}");
    }
}

#[test]
fn the_format_must_be_named_and_known() {
    assert!(refusal(b"{}").contains("format"));
    for format in [r#""waymark-case/2""#, r#""Waymark-case/1""#, "1", "null", "[]"] {
        let said = refusal(format!(r#"{{"format":{format}}}"#).as_bytes());
        assert!(said.starts_with("format") && said.contains("waymark-case/1"), "{said}");
    }
}

#[test]
fn bytes_that_are_not_plain_utf_8_are_refused() {
    let marked = b"\xEF\xBB\xBF{\"format\":\"waymark-case/1\"}";
    assert!(refusal(marked).contains("byte-order mark"));
    let broken = b"{\"format\":\"waymark-case/1\",\"profile\":\"d\xFFfault\"}";
    assert!(refusal(broken).contains("UTF-8"));
    assert!(refusal(b"\xFF\xFE{\x00}\x00").contains("UTF-8"), "UTF-16");
    let half = line_with(r#""record":{"wish_words":"\ud83d"}"#);
    assert!(refusal(half.as_bytes()).starts_with("record.wish_words"), "half a character");
}

#[test]
fn a_line_may_have_a_million_bytes_and_no_more() {
    let mut line = line_with(r#""profile":"default""#).into_bytes();
    line.resize(CASE_BYTES, b' ');
    assert!(read(&line).is_ok());
    line.push(b' ');
    assert!(refusal(&line).contains("1 MB"));
}

#[test]
fn nesting_without_end_is_refused_and_does_no_harm() {
    for fields in [r#""record":"#, r#""context":{"wishes":"#, r#""notes":{"context.nation":"#] {
        let deep = line_with(&format!("{fields}{}", "[".repeat(100_000)));
        refusal(deep.as_bytes());
        let deep = line_with(&format!("{fields}{}", r#"{"a":"#.repeat(100_000)));
        refusal(deep.as_bytes());
    }
}

// ------------------------------------------------------------------------------------------- what is wrong with a field

#[test]
fn an_unknown_field_is_refused_with_the_known_ones() {
    each_is_refused(&[
        (r#""contexts":{}"#, "contexts", "`context`"),
        (r#""name":"A. Person""#, "name", "`profile`"),
        (r#""context":{"natoin":"wales"}"#, "context.natoin", "`nation`"),
        (r#""context":{"Nation":"wales"}"#, "context.Nation", "`nation`"),
        (r#""context":{"address":"1 High Street"}"#, "context.address", "`tenure`"),
        (r#""settings":{"threshold":14}"#, "settings.threshold", "`dash_threshold`"),
        (r#""identify":{"flag":{}}"#, "identify.flag", "`flags`"),
        (r#""identify":{"flags":{"unsure":true}}"#, "identify.flags.unsure", "`one_incident`"),
        (r#""identify":{"judgement":{"who":"1"}}"#, "identify.judgement.who", "`person`"),
        (r#""identify":{"answers":[{"id":"F1","weight":2}]}"#, "identify.answers[0].weight", "`how_often`"),
        (r#""dash":{"score":3}"#, "dash.score", "`answers`"),
        (r#""choices":[{"pathway":"PW-06","note":"x"}]"#, "choices[0].note", "`reason`"),
        (r#""record":{"survivor_name":"x"}"#, "record.survivor_name", "`wish_words`"),
        (r#""record":{"plan":[{"text":"x"},{"when":"x"}]}"#, "record.plan[1].when", "`part`"),
        (r#""record":{"shares":[{"who":"x"}]}"#, "record.shares[0].who", "`with`"),
        (r#""record":{"decisions":[{"who":"x"}]}"#, "record.decisions[0].who", "`what`"),
        (r#""notes":{"context.natoin":"x"}"#, "notes", "context.natoin"),
        (r#""notes":{"nation":"x"}"#, "notes", "context.nation"),
    ]);
}

#[test]
fn an_unknown_value_is_refused_with_the_allowed_ones() {
    each_is_refused(&[
        (r#""context":{"nation":"france"}"#, "context.nation", "northern-ireland"),
        (r#""context":{"nation":"Wales"}"#, "context.nation", "wales"),
        (r#""context":{"danger_now":"y"}"#, "context.danger_now", "yes, no, unknown"),
        (r#""context":{"wishes":["leave","stay"]}"#, "context.wishes[1]", "stay-home"),
        (r#""context":{"orders":["bail","bond"]}"#, "context.orders[1]", "non-molestation"),
        (r#""settings":{"repeat_rule":"any"}"#, "settings.repeat_rule", "criminal-only"),
        (r#""identify":{"answers":[{"id":"F3"}]}"#, "identify.answers[0].id", "F2"),
        (r#""identify":{"answers":[{"id":"F1"},{"id":"f2"}]}"#, "identify.answers[1].id", "F2"),
        (r#""identify":{"answers":[{"id":"F1","who":"3"}]}"#, "identify.answers[0].who", "not-known"),
        (r#""identify":{"answers":[{"id":"F1","sources":["X"]}]}"#, "identify.answers[0].sources[0]", "O, G, T, 1, 2"),
        (r#""identify":{"answers":[{"id":"F1","how_often":"often"}]}"#, "identify.answers[0].how_often", "ongoing"),
        (r#""identify":{"flags":{"health":"3"}}"#, "identify.flags.health", "1, 2"),
        (r#""identify":{"flags":{"specialist":"maybe"}}"#, "identify.flags.specialist", "agrees, differs"),
        (r#""identify":{"survivor_is":"unknown"}"#, "identify.survivor_is", "not-said"),
        (r#""identify":{"judgement":{"person":"both"}}"#, "identify.judgement.person", "unclear"),
        (r#""dash":{"with":"worker"}"#, "dash.with", "information"),
        (r#""dash":{"heard":"nobody"}"#, "dash.heard", "family-interpreter"),
        (r#""dash":{"answers":{"1":"maybe"}}"#, "dash.answers.1", "yes, no, dk"),
        (r#""dash":{"answers":{"1":"unknown"}}"#, "dash.answers.1", "dk"),
        (r#""dash":{"judgement":"low"}"#, "dash.judgement", "standard"),
        (r#""choices":[{"pathway":"PW-44"}]"#, "choices[0].pathway", "PW-43"),
        (r#""choices":[{"pathway":"PW-27A"}]"#, "choices[0].pathway", "PW-27a"),
        (r#""choices":[{"pathway":"PW-06","decision":"maybe"}]"#, "choices[0].decision", "not-now"),
        (r#""record":{"plan":[{"part":"now"}]}"#, "record.plan[0].part", "tonight"),
        (r#""record":{"shares":[{"with":"press"}]}"#, "record.shares[0].with", "marac"),
        (r#""record":{"shares":[{"told":"later"}]}"#, "record.shares[0].told", "unsafe"),
    ]);
}

#[test]
fn a_profile_that_is_not_loaded_is_refused_with_those_that_are() {
    each_is_refused(&[
        (r#""profile":"nowhere""#, "profile", "herts-2024"),
        (r#""profile":"""#, "profile", "default"),
        (r#""profile":"Default""#, "profile", "default"),
        (r#""profile":7"#, "profile", "string"),
        (r#""profile":null"#, "profile", "null"),
    ]);
}

/// Every field refuses `null`, the text "null" and a stranger's value, and says what it would take.
#[test]
fn every_field_of_the_situation_and_the_settings_says_what_it_takes() {
    for input in context_inputs().into_iter().chain(setting_inputs()) {
        let name = input.name();
        let (area, field) = name.split_once('.').unwrap();
        let said_of = |value: &str| refusal(line_with(&format!(r#""{area}":{{"{field}":{value}}}"#)).as_bytes());
        let allowed: Vec<String> = match input.kind() {
            Kind::One(["true", "false"]) => vec!["boolean".to_owned()],
            Kind::One(values) | Kind::Any(values) => values.iter().map(|value| (*value).to_owned()).collect(),
            Kind::Number(least, most) => vec![least.to_string(), most.to_string()],
            Kind::Tick | Kind::Text | Kind::Day => panic!("{name} is neither a choice nor a number"),
        };
        let strangers = match input.kind() {
            Kind::Number(_, most) => format!("{}", u32::from(most) + 1),
            Kind::Any(_) => r#"["stranger"]"#.to_owned(),
            _ => r#""stranger""#.to_owned(),
        };
        for value in [strangers.as_str(), r#""null""#, "null", "{}"] {
            if value == "null" && name == "settings.idva_threshold" {
                continue; // the contract lets this one be null: no such line here
            }
            let said = said_of(value);
            assert!(said.starts_with(&name), "{name} {value}: {said}");
            for allowed in &allowed {
                assert!(said.contains(allowed), "{name} {value}: {said} does not name {allowed}");
            }
        }
    }
}

#[test]
fn what_contract_2_brought_is_as_strict() {
    each_is_refused(&[
        (r#""context":{"injury":"bad"}"#, "context.injury", "needs-care"),
        (r#""context":{"custody":"yes"}"#, "context.custody", "release-soon"),
        (r#""context":{"travel_soon":true}"#, "context.travel_soon", "yes"),
        (r#""settings":{"dash_fresh_months":25}"#, "settings.dash_fresh_months", "1 to 24"),
        (r#""identify":{"answers":[{"id":"F1","who":"both","contested":true}]}"#, "identify.answers[0]", "contested"),
        (r#""identify":{"answers":[{"id":"F1","who":"none","contested":true}]}"#, "identify.answers[0]", "contested"),
        (
            r#""identify":{"answers":[{"id":"F1","who":"not-known","contested":true}]}"#,
            "identify.answers[0]",
            "contested",
        ),
        (
            r#""identify":{"answers":[{"id":"F1","who":"1","contested":"yes"}]}"#,
            "identify.answers[0].contested",
            "boolean",
        ),
        (r#""dash":{"done_on":"2026-02-30"}"#, "dash.done_on", "YYYY-MM-DD"),
        (r#""dash":{"done_on":"2026-2-3"}"#, "dash.done_on", "YYYY-MM-DD"),
        (r#""dash":{"done_on":"yesterday"}"#, "dash.done_on", "YYYY-MM-DD"),
        (r#""choices":[{"pathway":"PW-06","decided_on":"28/11/2026"}]"#, "choices[0].decided_on", "YYYY-MM-DD"),
        (r#""choices":[{"pathway":"PW-06","decision":"do","due":"Monday","when":"Tuesday"}]"#, "choices[0]", "due"),
        (r#""record":{"incident":{"address":"x"}}"#, "record.incident", "what"),
        (r#""record":{"incident":[]}"#, "record.incident", "an object"),
        (r#""record":{"not_asked_because":{"context.mood":"unsafe"}}"#, "record.not_asked_because", "context.nation"),
        (r#""record":{"not_asked_because":{"context.injury":"tired"}}"#, "record.not_asked_because", "too-distressed"),
        (r#""record":{"not_asked_because":[]}"#, "record.not_asked_because", "an object"),
    ]);
}

/// A copy saved before had one time beside a decision, whose meaning the decision gave.
#[test]
fn the_time_of_an_older_copy_is_read_as_its_decision_says() {
    let case = |decision: &str| {
        let line =
            line_with(&format!(r#""choices":[{{"pathway":"PW-06","decision":"{decision}","when":"on Monday"}}]"#));
        Case::from_json(line.as_bytes()).expect("an older copy is read").choices.remove(0)
    };
    let (due, done) = (case("do"), case("done"));
    assert_eq!((due.due.as_ref().map(Text::as_str), due.done_on), (Some("on Monday"), None));
    assert_eq!((done.done_on.as_ref().map(Text::as_str), done.due), (Some("on Monday"), None));
}

#[test]
fn null_stands_only_where_the_contract_writes_it() {
    each_is_refused(&[
        (r#""settings":null"#, "settings", "an object"),
        (r#""settings":{"hba_auto_marac":null}"#, "settings.hba_auto_marac", "boolean"),
        (r#""settings":{"idva_threshold":"null"}"#, "settings.idva_threshold", "1 to 24"),
        (r#""context":null"#, "context", "an object"),
        (r#""context":{"wishes":null}"#, "context.wishes", "leave"),
        (r#""context":{"wishes":[null]}"#, "context.wishes[0]", "leave"),
        (r#""identify":null"#, "identify", "an object"),
        (r#""identify":{"answers":null}"#, "identify.answers", "a list"),
        (r#""identify":{"answers":[null]}"#, "identify.answers[0]", "an object"),
        (r#""identify":{"answers":[{"id":"F1","who":null}]}"#, "identify.answers[0].who", "both"),
        (r#""identify":{"answers":[{"id":"F1","sources":null}]}"#, "identify.answers[0].sources", "O, G, T"),
        (r#""identify":{"answers":[{"id":"F1","tainted":null}]}"#, "identify.answers[0].tainted", "boolean"),
        (r#""identify":{"answers":[{"id":"F1","note":null}]}"#, "identify.answers[0].note", "string"),
        (r#""identify":{"flags":null}"#, "identify.flags", "an object"),
        (r#""identify":{"flags":{"one_incident":null}}"#, "identify.flags.one_incident", "boolean"),
        (r#""identify":{"flags":{"health":"null"}}"#, "identify.flags.health", "1, 2"),
        (r#""identify":{"flags":{"specialist":"null"}}"#, "identify.flags.specialist", "agrees"),
        (r#""identify":{"survivor_is":null}"#, "identify.survivor_is", "not-said"),
        (r#""identify":{"unsure":null}"#, "identify.unsure", "boolean"),
        (r#""identify":{"judgement":null}"#, "identify.judgement", "an object"),
        (r#""identify":{"judgement":{"person":null}}"#, "identify.judgement.person", "unclear"),
        (r#""dash":null"#, "dash", "an object"),
        (r#""dash":{"heard":null}"#, "dash.heard", "alone"),
        (r#""dash":{"answers":null}"#, "dash.answers", "1 to 24"),
        (r#""dash":{"answers":{"1":null}}"#, "dash.answers.1", "yes, no, dk"),
        (r#""dash":{"sources":{"1":null}}"#, "dash.sources.1", "string"),
        (r#""choices":null"#, "choices", "a list"),
        (r#""choices":[{"pathway":"PW-06","decision":null}]"#, "choices[0].decision", "declined"),
        (r#""choices":[{"pathway":"PW-06","by":null}]"#, "choices[0].by", "string"),
        (r#""notes":null"#, "notes", "an object"),
        (r#""notes":{"context.nation":null}"#, "notes.context.nation", "string"),
        (r#""record":null"#, "record", "an object"),
        (r#""record":{"wish_words":null}"#, "record.wish_words", "string"),
        (r#""record":{"plan":null}"#, "record.plan", "a list"),
        (r#""record":{"shares":[{"purpose":null}]}"#, "record.shares[0].purpose", "safety-plan"),
    ]);
    each_is_read(&[
        r#""identify":{"flags":{"health":null,"no_contact_with":null,"specialist":null}}"#,
        r#""settings":{"idva_threshold":null}"#,
    ]);
}

#[test]
fn nothing_may_stand_twice() {
    each_is_refused(&[
        (r#""format":"waymark-case/1""#, "", "format"),
        (r#""context":{},"context":{}"#, "", "context"),
        (r#""context":{"nation":"wales","nation":"wales"}"#, "context", "nation"),
        (r#""context":{"nation":"wales","n\u0061tion":"wales"}"#, "context", "nation"),
        (r#""context":{"wishes":["leave","refuge","leave"]}"#, "context.wishes", "leave"),
        (r#""context":{"orders":["bail","bail"]}"#, "context.orders", "bail"),
        (r#""settings":{"dash_threshold":14,"dash_threshold":15}"#, "settings", "dash_threshold"),
        (r#""identify":{"unsure":true,"unsure":true}"#, "identify", "unsure"),
        (r#""identify":{"answers":[],"answers":[]}"#, "identify", "answers"),
        (r#""identify":{"answers":[{"id":"F1"},{"id":"K1"},{"id":"F1"}]}"#, "identify.answers", "F1"),
        (r#""identify":{"answers":[{"id":"F1","id":"F1"}]}"#, "identify.answers[0]", "id"),
        (r#""identify":{"answers":[{"id":"F1","sources":["O","1","O"]}]}"#, "identify.answers[0].sources", "O"),
        (r#""identify":{"flags":{"health":"1","health":null}}"#, "identify.flags", "health"),
        (r#""dash":{"answers":{"1":"yes"},"answers":{}}"#, "dash", "answers"),
        (r#""dash":{"answers":{"1":"yes","2":"no","1":"yes"}}"#, "dash.answers", "1"),
        (r#""dash":{"notes":{"7":"a","7":"b"}}"#, "dash.notes", "7"),
        (r#""choices":[{"pathway":"PW-06"},{"pathway":"PW-06"}]"#, "choices", "PW-06"),
        (r#""choices":[{"pathway":"PW-06","by":"a","by":"b"}]"#, "choices[0]", "by"),
        (r#""notes":{"context.nation":"a","context.nation":"b"}"#, "notes", "twice"),
        (r#""record":{"plan":[],"plan":[]}"#, "record", "plan"),
    ]);
}

#[test]
fn numbers_are_whole_and_within_their_bounds() {
    each_is_refused(&[
        (r#""context":{"existing_dash_yes":28}"#, "context.existing_dash_yes", "0 to 27"),
        (r#""context":{"existing_dash_yes":-1}"#, "context.existing_dash_yes", "0 to 27"),
        (r#""context":{"existing_dash_yes":14.0}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_yes":13.5}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_yes":1e1}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_yes":"14"}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_yes":[14]}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_yes":true}"#, "context.existing_dash_yes", "whole number"),
        (r#""context":{"existing_dash_months":1000}"#, "context.existing_dash_months", "0 to 999"),
        (r#""context":{"events_12m":70000}"#, "context.events_12m", "0 to 999"),
        (r#""context":{"events_12m":65537}"#, "context.events_12m", "0 to 999"),
        (r#""context":{"events_12m":99999999999999999999999}"#, "context.events_12m", "0 to 999"),
        (r#""context":{"police_events_12m":-1}"#, "context.police_events_12m", "0 to 999"),
        (r#""settings":{"dash_threshold":0}"#, "settings.dash_threshold", "1 to 24"),
        (r#""settings":{"dash_threshold":25}"#, "settings.dash_threshold", "1 to 24"),
        (r#""settings":{"idva_threshold":0}"#, "settings.idva_threshold", "1 to 24"),
        (r#""settings":{"idva_threshold":25}"#, "settings.idva_threshold", "1 to 24"),
        (r#""settings":{"escalation_events":0}"#, "settings.escalation_events", "1 to 99"),
        (r#""settings":{"escalation_events":100}"#, "settings.escalation_events", "1 to 99"),
        (r#""settings":{"escalation_months":25}"#, "settings.escalation_months", "1 to 24"),
    ]);
    assert!(read(line_with(r#""context":{"events_12m":007}"#).as_bytes()).is_err(), "no leading noughts in JSON");
    each_is_read(&[
        r#""context":{"existing_dash_yes":0,"existing_dash_months":999,"events_12m":0,"police_events_12m":999}"#,
        r#""context":{"existing_dash_yes":27}"#,
        r#""settings":{"dash_threshold":1,"idva_threshold":24,"escalation_events":99,"escalation_months":24}"#,
    ]);
}

#[test]
fn each_value_has_its_own_shape() {
    each_is_refused(&[
        (r#""context":[]"#, "context", "an object"),
        (r#""context":[["nation","wales"]]"#, "context", "an object"),
        (r#""context":{"nation":["wales"]}"#, "context.nation", "wales"),
        (r#""context":{"nation":{"wales":null}}"#, "context.nation", "wales"),
        (r#""context":{"nation":0}"#, "context.nation", "wales"),
        (r#""context":{"danger_now":true}"#, "context.danger_now", "yes"),
        (r#""context":{"wishes":"leave"}"#, "context.wishes", "a list"),
        (r#""context":{"wishes":{"leave":true}}"#, "context.wishes", "a list"),
        (r#""settings":[14]"#, "settings", "an object"),
        (r#""settings":{"escalation_police_only":"true"}"#, "settings.escalation_police_only", "boolean"),
        (r#""settings":{"escalation_must_increase":1}"#, "settings.escalation_must_increase", "boolean"),
        (r#""identify":[]"#, "identify", "an object"),
        (r#""identify":{"answers":{"F1":"1"}}"#, "identify.answers", "a list"),
        (r#""identify":{"answers":["F1"]}"#, "identify.answers[0]", "an object"),
        (r#""identify":{"answers":[["F1","1"]]}"#, "identify.answers[0]", "an object"),
        (r#""identify":{"answers":[{"who":"1"}]}"#, "identify.answers[0]", "id"),
        (r#""identify":{"answers":[{"id":"F1","who":1}]}"#, "identify.answers[0].who", "not-asked"),
        (r#""identify":{"answers":[{"id":"F1","sources":"O"}]}"#, "identify.answers[0].sources", "a list"),
        (r#""identify":{"answers":[{"id":"F1","tainted":"yes"}]}"#, "identify.answers[0].tainted", "boolean"),
        (r#""identify":{"flags":[]}"#, "identify.flags", "an object"),
        (r#""identify":{"flags":{"health":1}}"#, "identify.flags.health", "1, 2"),
        (r#""identify":{"judgement":"1"}"#, "identify.judgement", "an object"),
        (r#""identify":{"judgement":["1"]}"#, "identify.judgement", "an object"),
        (r#""identify":{"second_reader":1}"#, "identify.second_reader", "boolean"),
        (r#""dash":[]"#, "dash", "an object"),
        (r#""dash":{"answers":["yes"]}"#, "dash.answers", "1 to 24"),
        (r#""dash":{"answers":{"1":true}}"#, "dash.answers.1", "yes, no, dk"),
        (r#""dash":{"notes":{"1":4}}"#, "dash.notes.1", "string"),
        (r#""choices":{}"#, "choices", "a list"),
        (r#""choices":["PW-06"]"#, "choices[0]", "an object"),
        (r#""choices":[["PW-06","do"]]"#, "choices[0]", "an object"),
        (r#""choices":[{"decision":"do"}]"#, "choices[0]", "pathway"),
        (r#""notes":[]"#, "notes", "an object"),
        (r#""record":[]"#, "record", "an object"),
        (r#""record":{"plan":{}}"#, "record.plan", "a list"),
        (r#""record":{"plan":[["staying","x"]]}"#, "record.plan[0]", "an object"),
        (r#""record":{"review_on":20270101}"#, "record.review_on", "string"),
    ]);
}

#[test]
fn items_are_the_numbers_from_1_to_24_and_nothing_like_them() {
    for part in ["answers", "sources", "notes"] {
        for item in ["0", "25", "01", "+1", "-1", " 1", "1 ", "1.0", "", "one", "१"] {
            let said = refusal(line_with(&format!(r#""dash":{{"{part}":{{"{item}":"yes"}}}}"#)).as_bytes());
            assert!(said.starts_with(&format!("dash.{part}")) && said.contains("1 to 24"), "{item}: {said}");
        }
    }
    let all: Vec<String> = (1..=24).map(|item| format!(r#""{item}":"dk""#)).collect();
    let read = read(line_with(&format!(r#""dash":{{"answers":{{{}}}}}"#, all.join(","))).as_bytes()).unwrap();
    assert!(ItemNumber::all().all(|item| read.dash.answers.get(item) == Some(&ItemAnswer::DontKnow)));
}

// ----------------------------------------------------------------------------------------------------- how much is enough

#[test]
fn a_list_may_have_a_hundred_entries_and_no_more() {
    for list in ["plan", "shares", "decisions"] {
        let with = |entries: usize| line_with(&format!(r#""record":{{"{list}":[{}]}}"#, vec!["{}"; entries].join(",")));
        assert!(read(with(LIST_LIMIT).as_bytes()).is_ok());
        let said = refusal(with(LIST_LIMIT + 1).as_bytes());
        assert!(said.starts_with(&format!("record.{list}")) && said.contains("100"), "{said}");
    }
    let inputs: Vec<String> = IndicatorId::ALL
        .iter()
        .flat_map(|id| ["who", "sources", "how_often", "tainted"].map(|part| format!("identify.{}.{part}", id.text())))
        .filter(|name| Input::parse(name).is_some())
        .map(|name| format!(r#""{name}":"x""#))
        .collect();
    let with = |entries: usize| line_with(&format!(r#""notes":{{{}}}"#, inputs[..entries].join(",")));
    assert!(read(with(LIST_LIMIT).as_bytes()).is_ok());
    let said = refusal(with(LIST_LIMIT + 1).as_bytes());
    assert!(said.starts_with("notes") && said.contains("100"), "{said}");
}

#[test]
fn a_text_may_have_four_thousand_characters_and_no_more() {
    let places = [
        (r#""record":{"wish_words":"#, "}", "record.wish_words"),
        (r#""record":{"plan":[{"text":"#, "}]}", "record.plan[0].text"),
        (r#""record":{"shares":[{"basis":"#, "}]}", "record.shares[0].basis"),
        (r#""record":{"decisions":[{"why":"#, "}]}", "record.decisions[0].why"),
        (r#""identify":{"answers":[{"id":"F1","note":"#, "}]}", "identify.answers[0].note"),
        (r#""identify":{"judgement":{"reason":"#, "}}", "identify.judgement.reason"),
        (r#""dash":{"judgement_reason":"#, "}", "dash.judgement_reason"),
        (r#""dash":{"sources":{"10":"#, "}}", "dash.sources.10"),
        (r#""choices":[{"pathway":"PW-06","by":"#, "}]", "choices[0].by"),
        (r#""notes":{"context.nation":"#, "}", "notes.context.nation"),
    ];
    for (before, after, path) in places {
        // Characters are counted, not bytes: four to the smile, two to the e with its accent.
        for letter in ["x", "é", "🙂"] {
            let with = |letters: usize| line_with(&format!("{before}\"{}\"{after}", letter.repeat(letters)));
            assert!(read(with(TEXT_LIMIT).as_bytes()).is_ok(), "{path}");
            let said = refusal(with(TEXT_LIMIT + 1).as_bytes());
            assert!(said.starts_with(path) && said.contains("4000"), "{said}");
        }
    }
}

// ------------------------------------------------------------------------------------------------------- what may well be

#[test]
fn a_bare_case_is_a_case_and_nothing_in_it_was_asked() {
    let bare = read(br#"{"format":"waymark-case/1"}"#).unwrap();
    assert_eq!(bare, Case::default());
    let empty = line_with(r#""settings":{},"context":{},"identify":{},"dash":{},"choices":[],"notes":{},"record":{}"#);
    assert_eq!(read(empty.as_bytes()).unwrap(), Case::default());
}

#[test]
fn an_empty_list_of_answers_is_a_start() {
    let started = read(line_with(r#""identify":{"answers":[]}"#).as_bytes()).unwrap();
    assert!(started.identify.answers.is_some());
    assert_ne!(started, Case::default());
}

#[test]
fn what_json_lets_be_written_in_two_ways_reads_as_one() {
    let plain = read(line_with(r#""context":{"nation":"wales","wishes":["leave","refuge"]}"#).as_bytes()).unwrap();
    let others = [
        line_with(r#""context":{"wishes":["refuge","leave"],"nation":"wales"}"#),
        line_with(r#""context":{"n\u0061tion":"w\u0061les","wishes":["leave","refuge"]}"#),
        " {\t\"context\" : {\"nation\":\"wales\", \"wishes\":[ \"leave\",\"refuge\"]},\"format\":\"waymark-case/1\" } "
            .to_owned(),
        // The line end of another system, where it was not split off.
        format!("{}\r", line_with(r#""context":{"nation":"wales","wishes":["leave","refuge"]}"#)),
    ];
    for line in others {
        assert_eq!(read(line.as_bytes()).unwrap(), plain, "{line}");
    }
}

#[test]
fn a_case_reads_back_as_it_was_written() {
    holds_for(2_000, scribbled(case()), |(plain, scribbled)| {
        for case in [plain, scribbled] {
            let written = case.json().unwrap();
            prop_assert_eq!(&written, &serde_json::to_string(&case).unwrap(), "the program writes as serde_json does");
            prop_assert_eq!(read(written.as_bytes()), Ok(case.clone()));
            let found = assess(&case);
            prop_assert_eq!(write::json(&found).unwrap(), serde_json::to_string(&found).unwrap());
            let laid_out = serde_json::to_vec_pretty(&case).unwrap();
            prop_assert_eq!(read(&laid_out), Ok(case));
        }
        Ok(())
    });
}
