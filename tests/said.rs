//! What two screens, or a screen and a document, say of a case is said by the assessment, once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/arbitrary.rs"]
mod arbitrary;

use std::sync::LazyLock;
use waymark_area::ContactId;
use waymark_area::ContactPart;
use waymark_area::{Capability, Draft, PatchValue, Place, local_profile};
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input};
use waymark_content::EN;
use waymark_content::words::Words;
use waymark_content::{Gate, Profiles};
use waymark_engine::assessment::{Head, Review};
use waymark_engine::{Assessment, assess, assess_with};
use waymark_flow::result;
use waymark_flow::tonight_result::Morning;
use waymark_record::Block;
use waymark_record::handover;
use waymark_record::names::Names;
use waymark_record::on_call;
use waymark_record::{Day, Given, Output, People, compare, heading, plain_text, sections, who_acts};

static WORDS: &LazyLock<Words> = &EN;

fn case(json: &str) -> Case {
    Case::from_json(format!(r#"{{"format":"waymark-case/1",{json}}}"#).as_bytes()).unwrap()
}

/// A case with the answers of one of the two people, and more.
fn one_account(answers: &str, more: &str) -> Case {
    case(&format!(
        r#""identify":{{"survivor_is":"1","answers":[{{"id":"F1","who":"2","sources":["1"],"how_often":"ongoing"}},
        {{"id":"K1","who":"2","sources":["1"],"how_often":"ongoing"}}{answers}]{more}"#
    ))
}

fn people() -> People {
    People { one: "the tenant", two: "the visitor" }
}

fn text(output: Output, case: &Case, assessment: &Assessment) -> String {
    let given = Given { names: &Names::default(), yes: true, today: Day::parse("2026-11-28") };
    let all = output.documents(case, assessment, WORDS, &people(), given);
    flat(&all.iter().map(plain_text).collect::<Vec<_>>().join("\n"))
}

/// A text on one line, so that a break never hides a word.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn one_account_is_headed_so_only_where_nothing_stands_against_it() {
    let undisputed = WORDS.text("outcome.one_account_undisputed");
    let alone = one_account("", "}");
    assert_eq!(assess(&alone).identify.head, Head::OneAccount);
    assert!(text(Output::DecisionLog, &alone, &assess(&alone)).contains(undisputed));
    for (what, disputed) in [
        ("a counter-allegation", one_account("", r#"},"context":{"counter_allegation":"yes"}"#)),
        ("a formal record", one_account("", r#","flags":{"formal_conflict":true}}"#)),
        ("a charge", one_account("", r#"},"context":{"survivor_charged":"yes"}"#)),
        ("a contested answer", one_account(r#",{"id":"L1","who":"2","sources":["1"],"contested":true}"#, "}")),
    ] {
        let assessment = assess(&disputed);
        assert_eq!(assessment.identify.person, None, "{what}");
        assert_eq!(assessment.identify.head, Head::NotClear, "{what}");
        assert_eq!(heading(&assessment.identify, WORDS), WORDS.text("outcome.NC"), "{what}");
        for output in Output::ALL {
            assert!(!text(*output, &disputed, &assessment).contains("nothing against it"), "{what}");
        }
        let changes = compare((&alone, &assess(&alone)), (&disputed, &assessment), WORDS, &people());
        let changes = flat(&plain_text(&changes));
        assert!(changes.contains(undisputed) && changes.contains(WORDS.text("outcome.NC")), "{what}: {changes}");
    }
}

#[test]
fn a_person_who_is_named_is_provisional_while_core_questions_are_unasked() {
    let named = |more: &str| {
        let answer = |id: &str| format!(r#"{{"id":"{id}","who":"2","sources":["O","G","1"],"how_often":"ongoing"}}"#);
        let answers: Vec<_> = ["F1", "K1", "K2", "H1", "L1"].into_iter().map(answer).collect();
        assess(&case(&format!(r#""identify":{{"answers":[{}]{more}}}"#, answers.join(",")))).identify
    };
    assert_eq!(named(r#","survivor_is":"1""#).head, Head::Provisional);
    assert_eq!(named(r#","survivor_is":"2""#).head, Head::Reversed);
    assert_eq!(named(r#","flags":{"out_of_scope":true}"#).head, Head::OutOfScope);
    assert_eq!(named("").review, Some(Review::Named));
    let empty = assess(&Case::default()).identify;
    assert_eq!((empty.head, empty.review), (Head::NotStarted, None));
}

#[test]
fn an_answer_that_is_not_counted_says_why() {
    let found =
        assess(&one_account(r#",{"id":"L1","who":"2","sources":["1"],"contested":true},{"id":"H1","who":"2"}"#, "}"));
    let kept: Vec<_> = found.identify.kept.iter().map(|kept| (kept.id.text(), kept.why.text())).collect();
    assert_eq!(kept, [("H1", "relayed"), ("L1", "disputed")]);
}

/// Heading, outcome and person never disagree, whatever was answered.
#[test]
fn a_heading_says_what_the_outcome_is() {
    use waymark_engine::assessment::Outcome as O;
    arbitrary::holds_for(2_000, arbitrary::identification_case(), |case| {
        let found = assess(&case).identify;
        let fits = match found.head {
            Head::NotStarted => found.outcome.is_none() && found.review.is_none(),
            Head::OneAccount | Head::NotClear => found.outcome == Some(O::NotClear) && found.person.is_none(),
            Head::Provisional => found.person.is_some() && !found.unasked_core.is_empty(),
            Head::Reversed => found.person.is_some(),
            Head::Clear => found.outcome == Some(O::Clear) && found.unasked_core.is_empty(),
            Head::Probable => found.outcome == Some(O::Probable) && found.unasked_core.is_empty(),
            Head::NoControlFound => found.outcome == Some(O::NoControlFound),
            Head::PauseHealth => found.outcome == Some(O::HealthFirst),
            Head::OutOfScope => found.outcome == Some(O::OutOfScope),
        };
        proptest::prop_assert!(fits, "{:?} {:?} {:?}", found.head, found.outcome, found.person);
        Ok(())
    });
}

#[test]
fn each_gate_opens_the_question_of_its_name() {
    for gate in Gate::ALL {
        let area = if gate.input() == Input::SurvivorIs { "identify" } else { "context" };
        assert_eq!(gate.input().name(), format!("{area}.{}", gate.text()));
    }
}

#[test]
fn who_refers_to_marac_and_what_police_are_told_are_the_areas_own() {
    let mut draft = Draft::default();
    draft.set(Place::Role(Capability::ReferMarac), "champion");
    draft.set(Place::Value(PatchValue::Police), "true");
    let area = draft.area().unwrap();
    let shipped = Profiles::shipped();
    for (profile, usual) in [(None, "any-staff"), (Some("herts-2024"), "case-team")] {
        let mut case = case(r#""dash":{"judgement":"high"},"context":{"worker_role":"care-team"}"#);
        case.profile = profile.map(str::to_owned);
        let before = assess(&case);
        assert_eq!(before.referrers.roles.iter().map(|role| role.text()).collect::<Vec<_>>(), [usual]);
        assert!(!before.police_always);
        let local = Profiles::shipped().with(local_profile(&area, shipped.get_or_default(profile)));
        let found = assess_with(&case, &local);
        assert_eq!((found.referrers.roles.as_slice(), found.police_always), (&[WorkerRole::Champion][..], true));
        assert_eq!(found.referrers.rules, ["local"]);
        let referral = found.pathway(PathwayId::MaracReferral).unwrap();
        assert_eq!(who_acts(referral, &case, &found, WORDS), WORDS.text("role.champion"));
        case.context.worker_role = Some(WorkerRole::Champion);
        assert_eq!(who_acts(referral, &case, &found, WORDS), WORDS.text("who.worker"));
    }
}

#[test]
fn tonight_and_the_handover_name_whoever_refers_here() {
    let mut draft = Draft::default();
    draft.set(Place::Role(Capability::ReferMarac), "champion manager");
    let area = draft.area().unwrap();
    let local = Profiles::shipped().with(local_profile(&area, Profiles::shipped().get_or_default(None)));
    let chosen = r#""choices":[{"pathway":"PW-06","decision":"do"}]"#;
    let mut case = case(&format!(r#""dash":{{"judgement":"high"}},"context":{{"worker_role":"care-team"}},{chosen}"#));
    let who = |case: &Case| {
        let found = assess_with(case, &local);
        let tonight = result(case, &found, WORDS);
        let now =
            tonight.do_now.iter().filter(|step| step.pathway == PathwayId::MaracReferral).map(|step| step.who.clone());
        let line = WORDS.steps().pages.tonight_result.marac_line;
        let later = tonight
            .morning
            .iter()
            .map(Morning::whole)
            .filter_map(|whole| whole.strip_prefix(line)?.strip_prefix(" (")?.strip_suffix(')').map(str::to_owned));
        let who = now.chain(later).next().unwrap_or_else(|| panic!("a referral in {tonight:?}"));
        (who, flat(&plain_text(&handover(case, &found, WORDS))))
    };
    let roles = ["manager", "champion"].map(|role| WORDS.text(&format!("role.{role}")));
    let (tonight, sheet) = who(&case);
    for role in roles {
        assert!(tonight.to_lowercase().contains(role), "{tonight}");
        assert!(sheet.to_lowercase().contains(role), "{sheet}");
    }
    assert!(!sheet.contains(WORDS.text("who.marac-referrer")), "{sheet}");
    // Who may refer themself is told so; whoever reads the handover may be somebody else.
    case.context.worker_role = Some(WorkerRole::Champion);
    case.context.told_by = Some(ToldBy::Survivor);
    let (tonight, sheet) = who(&case);
    assert_eq!(tonight, WORDS.text("who.worker"));
    assert!(sheet.to_lowercase().contains(roles[1]), "{sheet}");
}

/// An area that has filled in every service, each with a number of its own.
fn with_numbers(case: &Case) -> Assessment {
    let mut draft = Draft::default();
    for id in ContactId::ALL {
        draft.set(Place::Contact(*id, ContactPart::Number), &number(*id));
        draft.set(Place::Contact(*id, ContactPart::Name), &format!("Desk {}", id.index()));
    }
    let shipped = Profiles::shipped();
    let local = local_profile(&draft.area().unwrap(), shipped.get_or_default(case.profile.as_deref()));
    assess_with(case, &shipped.with(local))
}

fn number(id: ContactId) -> String {
    format!("01632 960{:03}", 100 + id.index())
}

fn numbers_in(text: &str) -> Vec<ContactId> {
    ContactId::ALL.iter().copied().filter(|id| text.contains(&number(*id))).collect()
}

#[test]
fn the_areas_numbers_stand_on_the_sheets_of_those_who_ring_and_for_what_stands_there() {
    use ContactId as C;
    let case = case(
        r#""dash":{"judgement":"high"},"context":{"told_by":"survivor","children":"in-home","language_need":"yes","nation":"england"},
        "choices":[{"pathway":"PW-06","decision":"do"},{"pathway":"PW-20","decision":"do"}]"#,
    );
    let found = with_numbers(&case);
    let given = Given { names: &Names::default(), yes: true, today: None };
    let documents = Output::Handover.documents(&case, &found, WORDS, &people(), given);
    let [call, handover] = documents.as_slice() else { panic!("a call and a handover") };
    let call = flat(&plain_text(call));
    assert_eq!(numbers_in(&call), [C::OnCall], "{call}");
    assert!(call.contains("Desk 0") && call.contains(&WORDS.pages.area.contact_own[1..]), "{call}");
    let text = flat(&plain_text(handover));
    let named = |id: PathwayId| text.contains(WORDS.pathway(id).title);
    for (id, stands) in [
        (C::OnCall, true),
        (C::Marac, named(PathwayId::MaracReferral)),
        (C::Idva, named(PathwayId::Idva)),
        (C::EdtChildren, true),
        (C::Council, named(PathwayId::Homelessness)),
        (C::Interpreter, true),
        (C::Sarc, named(PathwayId::MedicalCheck) || named(PathwayId::SexualViolence)),
        (C::EdtAdults, named(PathwayId::AdultSafeguarding)),
        (C::Refuge, named(PathwayId::Refuge)),
        (C::Firearms, false),
    ] {
        assert_eq!(numbers_in(&text).contains(&id), stands, "{}: {text}", id.text());
        assert!(text.matches(&number(id)).count() <= 1, "{}: each once", id.text());
    }
    assert!(named(PathwayId::MaracReferral), "{text}");
    let plan = self::text(Output::Actions, &case, &found);
    assert!(numbers_in(&plan).contains(&C::Marac) && numbers_in(&plan).contains(&C::Council), "{plan}");
    // Without an area there is no heading for what it would fill in.
    for output in Output::ALL {
        assert!(!self::text(*output, &case, &assess(&case)).contains(WORDS.steps().pages.record.area_numbers));
    }
}

#[test]
fn no_number_of_the_area_stands_on_another_sheet_and_none_is_read_out() {
    arbitrary::holds_for(300, arbitrary::case(), |case| {
        let (plain, found) = (assess(&case), with_numbers(&case));
        for output in Output::ALL {
            let text = text(*output, &case, &found);
            let may = matches!(output, Output::Handover | Output::Actions);
            proptest::prop_assert!(may || numbers_in(&text).is_empty(), "{}: {text}", output.text());
        }
        // What is said to on-call is the same, and so is never longer.
        proptest::prop_assert_eq!(on_call(&case, &found, WORDS), on_call(&case, &plain, WORDS));
        let given = Given { names: &Names::default(), yes: true, today: None };
        let call = Output::Handover.documents(&case, &found, WORDS, &people(), given).swap_remove(0);
        let said = call.blocks.iter().filter(|block| matches!(block.inner(), Block::Facts(_)));
        proptest::prop_assert_eq!(said.count(), 1, "one number, before what is said");
        // Only what an area adds differs in what the tool makes of a case.
        let mut without = found;
        without.services.clear();
        proptest::prop_assert!(without.pathways == plain.pathways && without.cautions == plain.cautions);
        Ok(())
    });
}

#[test]
fn the_period_that_an_area_counts_in_is_named_wherever_events_are() {
    let case = case(
        r#""settings":{"escalation_months":6,"dash_fresh_months":9},"dash":{"answers":{"10":"yes"}},
        "context":{"events_12m":4,"police_events_12m":2,"existing_dash":"own","existing_dash_months":12}"#,
    );
    let assessment = assess(&case);
    let rows = sections(&case, &assessment, WORDS, &people());
    let labels: Vec<_> = rows.iter().flat_map(|section| &section.rows).map(|row| row.label.as_str()).collect();
    assert!(labels.contains(&"Events in 6 months"), "{labels:?}");
    assert!(text(Output::Marac, &case, &assessment).contains("several events in 6 months"));
    let log = text(Output::DecisionLog, &case, &assessment);
    assert!(log.contains("several events in 6 months") && log.contains("older than 9 months"), "{log}");
    for output in Output::ALL {
        let text = text(*output, &case, &assessment);
        assert!(!text.contains('{'), "{}: {text}", output.text());
    }
}

#[test]
fn nothing_that_is_to_be_filled_in_is_left_over() {
    arbitrary::holds_for(150, arbitrary::case(), |case| {
        let assessment = assess(&case);
        for output in Output::ALL {
            let text = text(*output, &case, &assessment);
            let left = ["{months}", "{fresh}", "{local}", "{profile}", "{p1}", "{user}", "{harmed}"];
            proptest::prop_assert!(!left.iter().any(|place| text.contains(place)), "{}: {}", output.text(), text);
        }
        Ok(())
    });
}

#[test]
fn an_emptied_case_keeps_policy_and_local_values_only() {
    let case = case(r#""profile":"housing21","settings":{"dash_threshold":12},"context":{"nation":"wales"}"#);
    assert!(case.is_begun());
    let emptied = case.emptied();
    assert!(!emptied.is_begun());
    assert_eq!((&emptied.profile, &emptied.settings), (&case.profile, &case.settings));
}
