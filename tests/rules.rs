//! Every rule of the five documents is placed: where the engine acts on it, where a worker sees it, in the service check,
//! for reference, or set aside with a reason; and no place is one that no answers lead to.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod arbitrary;
}

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::arbitrary::{case, drawn, nearly_cleared_case};
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input, ItemNumber};
use waymark_content::EN;
use waymark_content::{
    CAUTION_RULES, CautionId, ConsentRule, HELPLINES, PATHWAYS, PROFILES, ROWS, Rule, Stance, Treatment, WhyWithheld,
    rules,
};
use waymark_engine::assess;
use waymark_engine::assessment::{Assessment, Mode, Repeat, Route, WhoMay};
use waymark_engine::catalogue::catalogue;

/// The policies that have rules of their own.
const DOCUMENTS: [(&str, usize); 5] =
    [("daha-supported", 108), ("peaks-plains", 113), ("south-wales", 30), ("housing21", 168), ("herts-2024", 53)];

fn rule(id: &str) -> &'static Rule {
    rules().iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("{id} is not there"))
}

fn is_seed(id: &str) -> bool {
    id.split_once('-').is_some_and(|(letter, number)| "DPWHS".contains(letter) && number.parse::<u16>().is_ok())
}

#[test]
fn all_472_rules_are_there_once_and_each_is_placed() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id).collect();
    assert_eq!((rules().len(), ids.len()), (472, 472));
    for (profile, count) in DOCUMENTS {
        assert_eq!(rules().iter().filter(|rule| rule.is_of(profile)).count(), count, "{profile}");
    }
    for rule in rules() {
        let placed = match rule.how {
            Treatment::SetAside => !rule.reason.is_empty(),
            Treatment::Checklist => rule.places().any(|place| place.starts_with("check:")),
            Treatment::Reference => rule.places().eq(["page:policy"]),
            Treatment::Acted | Treatment::Shown => rule.places().any(|place| !place.starts_with("check:")),
        };
        assert!(placed, "{} is placed nowhere", rule.id);
        assert!(!rule.line.is_empty() && rule.line.chars().count() <= 140, "{}: {}", rule.id, rule.line);
    }
}

#[test]
fn the_catalogue_lists_them_all() {
    let listed = catalogue()["rules"].as_array().cloned().unwrap_or_default();
    assert_eq!(listed.len(), 472);
    for (row, rule) in listed.iter().zip(rules()) {
        assert_eq!(row["id"], rule.id);
        assert_eq!(row["where"].as_array().map(Vec::len), Some(rule.places().count()));
        assert!(["acted", "shown", "checklist", "reference", "set-aside"].contains(&row["how"].as_str().unwrap()));
    }
}

/// Every rule that the tables of the engine name, with the place at which they do.
fn named_by_the_engine() -> BTreeSet<(String, String)> {
    let mut named = BTreeSet::new();
    let mut put = |rule: &str, place: String| {
        if is_seed(rule) {
            named.insert((rule.to_owned(), place));
        }
    };
    for row in PATHWAYS {
        row.rules.iter().for_each(|rule| put(rule, format!("pathway:{}", row.id.text())));
    }
    for row in ROWS {
        row.rules.iter().for_each(|rule| put(rule, format!("trigger:{}", row.id)));
    }
    for (caution, rules) in CAUTION_RULES {
        rules.iter().for_each(|rule| put(rule, format!("caution:{}", caution.text())));
    }
    for profile in PROFILES {
        profile.completer_rules.iter().for_each(|rule| put(rule, "trigger:T10".to_owned()));
        profile.referrer_rules.iter().for_each(|rule| put(rule, "pathway:PW-06".to_owned()));
        put(&profile.review_rule, "caution:REVIEW_PASSED".to_owned());
        put(&profile.nation_rule, "caution:PROFILE_OTHER_NATION".to_owned());
        put(&profile.count_rule, "caution:PROFILE_LINE".to_owned());
        for deadline in profile.deadlines.iter() {
            deadline.pathways.iter().for_each(|id| put(&deadline.rule, format!("pathway:{}", id.text())));
        }
    }
    named
}

#[test]
fn what_the_engine_rests_on_is_said_to_be_acted_on_there() {
    let named = named_by_the_engine();
    assert!(named.len() > 150);
    for (id, place) in named {
        let rule = rule(&id);
        assert_eq!(rule.how, Treatment::Acted, "{id} is named at {place}");
        assert!(rule.stands_at(&place), "{id} does not say {place}");
    }
}

#[test]
fn nothing_is_said_to_be_acted_on_where_it_is_not() {
    let named = named_by_the_engine();
    for rule in rules().iter().filter(|rule| rule.how == Treatment::Acted) {
        for place in rule.places().filter(|place| place.starts_with("trigger:")) {
            assert!(named.contains(&(rule.id.to_owned(), place.to_owned())), "{} at {place}", rule.id);
        }
    }
}

/// The place at which a rule stands in an assessment under its own policy: what a worker then sees.
fn places_in(assessment: &Assessment, seen: &mut BTreeSet<String>) {
    for pathway in &assessment.pathways {
        seen.extend(pathway.triggers.iter().map(|row| format!("trigger:{row}")));
        // What a policy says about work with the other person stands on the whole card only, not beside the advice line.
        if pathway.mode != Some(Mode::PractitionerLine) {
            seen.insert(format!("pathway:{}", pathway.id.text()));
        }
    }
    seen.extend(assessment.cautions.iter().map(|caution| format!("caution:{}", caution.id.text())));
    for row in ROWS {
        let warns = row.cautions.iter().any(|(id, _)| assessment.warns(*id));
        if warns || row.gates.iter().any(|(gate, _)| assessment.unanswered_gate.contains(gate)) {
            seen.insert(format!("trigger:{}", row.id));
        }
    }
    if assessment.handoff.is_some() {
        seen.insert("trigger:T10".to_owned());
    }
}

#[test]
fn no_rule_stands_where_no_answers_lead() {
    for (profile, _) in DOCUMENTS {
        let mut waiting: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for rule in rules().iter().filter(|rule| rule.is_of(profile)) {
            let pages = |place: &&str| !place.starts_with("page:") && !place.starts_with("check:");
            for place in rule.places().filter(pages) {
                waiting.entry(place.to_owned()).or_default().insert(rule.id);
            }
        }
        // Whoever may fill in the Dash in every role can hand it over to nobody.
        let nobody_hands_over = PROFILES.iter().any(|known| known.id == profile && known.completers.is_empty());
        if nobody_hands_over {
            waiting.remove("trigger:T10");
        }
        let cases = drawn(prop_oneof![3 => case().boxed(), 1 => nearly_cleared_case().boxed()]);
        for mut case in cases.take(20_000) {
            case.profile = Some(profile.to_owned());
            let assessment = assess(&case);
            let mut seen = BTreeSet::new();
            places_in(&assessment, &mut seen);
            waiting.retain(|place, rules| {
                if let Some(id) = place.strip_prefix("pathway:").and_then(PathwayId::from_text)
                    && let Some(shown) = assessment.pathway(id)
                {
                    for rule in rules.iter() {
                        assert!(shown.rules.iter().any(|named| named == rule), "{rule} is not named at {place}");
                    }
                }
                !seen.contains(place)
            });
            if waiting.is_empty() {
                break;
            }
        }
        assert!(waiting.is_empty(), "{profile}: no drawn case leads to {waiting:?}");
    }
}

#[test]
fn the_service_check_lists_what_says_so_and_nothing_else() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/service-check-rules.txt");
    let mut listed = BTreeSet::new();
    for line in fs::read_to_string(file).unwrap().lines().filter(|line| line.starts_with("O-")) {
        let (check, rules) = line.split_once(' ').unwrap();
        listed.extend(rules.split(' ').map(|rule| (rule.to_owned(), format!("check:{check}"))));
    }
    let said: BTreeSet<(String, String)> = rules()
        .iter()
        .flat_map(|rule| rule.places().filter(|place| place.starts_with("check:")).map(|place| (rule.id, place)))
        .map(|(rule, place)| (rule.to_owned(), place.to_owned()))
        .collect();
    assert!(listed.len() > 200);
    assert_eq!(said, listed);
    // The page for service leads lists the same.
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/content/data/service_check.toml");
    let Ok(page) = fs::read_to_string(page) else { return };
    let (mut check, mut on_page) = ("", BTreeSet::new());
    for line in page.lines() {
        match line.split_once(" = ") {
            Some(("id", id)) => check = id.trim_matches('"'),
            Some(("rules", rules)) => {
                let ids = rules.split('"').filter(|id| is_seed(id));
                on_page.extend(ids.map(|id| (id.to_owned(), format!("check:{check}"))));
            }
            _ => {}
        }
    }
    assert_eq!(on_page, listed);
}

/// The rules whose document looks out of date or wrong at that point.
const DOUBTFUL: [&str; 21] = [
    "D-41", "P-04", "P-23", "P-65", "P-66", "P-72", "P-83", "P-112", "W-09", "W-25", "H-01", "H-24", "H-48", "H-59",
    "H-119", "H-146", "H-148", "H-159", "H-164", "S-01", "S-51",
];

#[test]
fn what_is_doubtful_is_not_repeated_as_advice() {
    for id in DOUBTFUL.into_iter().chain(["H-139", "W-20", "W-16"]) {
        assert!(!rule(id).reason.is_empty(), "{id} does not say how it is read");
    }
    for id in DOUBTFUL {
        assert_ne!(rule(id).how, Treatment::Shown, "{id} is advice");
    }
    // Set aside means nowhere: no pathway, caution or page names it.
    for rule in rules().iter().filter(|rule| rule.how == Treatment::SetAside) {
        assert!(rule.places().all(|place| place.starts_with("check:")), "{}", rule.id);
    }
}

// ------------------------------------------------------------------------- the six rules worth a test each (C2.1)

fn case_of(answers: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    for (name, value) in answers {
        let input = Input::parse(name).unwrap_or_else(|| panic!("{name} is no input"));
        case.put(input, Some(value)).unwrap_or_else(|_| panic!("{name} cannot be {value}"));
    }
    case
}

fn with_items(mut case: Case, yes: u8) -> Case {
    for item in ItemNumber::all().filter(|item| item.get() <= yes) {
        case.put(Input::DashItem(item), Some("yes")).unwrap();
    }
    case
}

#[test]
fn one_a_care_worker_at_housing21_hands_the_dash_over() {
    let found = assess(&case_of(&[("profile", "housing21"), ("context.worker_role", "care-team")]));
    let handoff = found.handoff.expect("it is handed over");
    assert_eq!(found.dash.who_may, WhoMay::HandOff);
    assert_eq!(handoff.to, [WorkerRole::Champion, WorkerRole::SafeguardingLead]);
    assert!(handoff.rules.iter().any(|rule| rule == "H-99"));
    let champion = assess(&case_of(&[("profile", "housing21"), ("context.worker_role", "champion")]));
    assert!(champion.handoff.is_none());
}

#[test]
fn two_peaks_and_plains_asks_for_no_second_dash_until_something_happens() {
    let earlier = [("profile", "peaks-plains"), ("context.existing_dash", "other-agency")];
    let with = |since: &str| {
        let mut case = case_of(&earlier);
        case.put(Input::parse("context.new_incident_since_dash").unwrap(), Some(since)).unwrap();
        assess(&case).dash.repeat
    };
    assert_eq!((with("no"), with("yes")), (Repeat::Reuse, Repeat::Ask));
}

#[test]
fn three_nothing_under_the_south_wales_guidance_invites_contact() {
    for case in drawn(nearly_cleared_case()).take(3_000) {
        let case = Case { profile: Some("south-wales".to_owned()), ..case };
        let found = assess(&case);
        assert!(
            found.pathway(PathwayId::PerpetratorHousing).is_none() && found.pathway(PathwayId::IntensiveWork).is_none()
        );
        assert_ne!(found.pathway(PathwayId::PerpetratorProgramme).and_then(|shown| shown.mode), Some(Mode::Full));
    }
    let visit = [("profile", "south-wales"), ("context.visit_planned", "yes"), ("context.sees", "both")];
    let found = assess(&case_of(&visit));
    assert!(found.warns(CautionId::VisitRisk) && found.warns(CautionId::NoContact));
    // No line of the guidance itself, either.
    for rule in rules().iter().filter(|rule| rule.is_of("south-wales")) {
        let about_them = ["pathway:PW-26", "pathway:PW-27", "pathway:PW-28"];
        assert!(!about_them.iter().any(|place| rule.stands_at(place)), "{}", rule.id);
    }
}

#[test]
fn four_one_worker_for_both_is_warned_of() {
    let both = [("profile", "daha-supported"), ("context.sees", "both"), ("context.same_worker", "yes")];
    let found = assess(&case_of(&both));
    let caution = found.cautions.iter().find(|caution| caution.id == CautionId::SeparateWorkers);
    assert!(caution.is_some_and(|caution| caution.rules.iter().any(|rule| rule == "D-51")));
}

#[test]
fn five_support_refused_at_herts_still_shares_for_a_child() {
    let refused = [
        ("profile", "herts-2024"),
        ("context.referral_consent", "refused"),
        ("context.children", "in-home"),
        ("context.nation", "england"),
    ];
    let found = assess(&case_of(&refused));
    assert!(found.pathway(PathwayId::Idva).is_none());
    assert!(
        found.withheld.iter().any(|withheld| (withheld.id, withheld.why) == (PathwayId::Idva, WhyWithheld::Consent))
    );
    assert!(found.pathway(PathwayId::ChildProtection).is_some_and(|shown| shown.consent == ConsentRule::NotNeeded));
    let asked = assess(&case_of(&[("profile", "herts-2024")]));
    assert!(asked.pathway(PathwayId::Idva).is_some_and(|shown| {
        shown.consent == ConsentRule::Required && shown.rules.iter().any(|rule| rule == "S-50")
    }));
}

#[test]
fn six_thirteen_and_a_high_judgement_lead_to_marac_under_every_policy() {
    for profile in PROFILES {
        let case = with_items(case_of(&[("profile", &profile.id), ("dash.judgement", "high")]), 13);
        let found = assess(&case);
        assert_eq!(found.dash.yes, Some(13));
        assert!(found.dash.routes.contains(&Route::R4), "{}", profile.id);
        assert!(
            found.pathway(PathwayId::MaracReferral).is_some_and(|shown| shown.stance == Stance::Do),
            "{}",
            profile.id
        );
    }
}

// ------------------------------------------------------------------------------------------------- the profiles, whole

#[test]
fn what_a_policy_says_is_what_the_engine_goes_by() {
    assert!(EN.later().policy_fields.len() >= 40);
    let said = |label: &str, profile: &str| {
        let field = EN.later().policy_fields.iter().find(|field| field.label == label);
        field.unwrap_or_else(|| panic!("nothing about {label}")).said_by(profile)
    };
    for (profile, _) in DOCUMENTS {
        let policy = PROFILES.iter().find(|known| known.id == profile).unwrap();
        let contact = said("Contact with the other person", profile).expect("each says how far contact goes");
        for rule in policy.contact_rules.iter() {
            assert!(contact.rules.contains(rule.as_ref()), "{profile} does not name {rule}");
        }
        assert_eq!(contact.inferred, policy.inferred.iter().any(|name| name == "contact"), "{profile}");
        assert_eq!(said("Count that goes to MARAC", profile).is_some(), policy.count.is_some(), "{profile}");
        let police = said("Police", profile).is_some_and(|said| said.words.contains("every possible crime"));
        assert_eq!(police, policy.police_always, "{profile}");
        assert_eq!(said("Another agency's Dash", profile).is_some(), policy.reuse_other_dash, "{profile}");
        let document = EN.document(profile).expect("each is told of");
        assert!(!document.about.is_empty() && !document.silent.is_empty() && !document.floor.is_empty());
    }
    let inferred: usize =
        EN.later().policy_fields.iter().map(|field| field.said.iter().filter(|said| said.inferred).count()).sum();
    // D-60 asks to tell the survivor first, and not "unless that adds danger"; D-67 names the provider, and no role.
    assert_eq!(inferred, 12, "what is read across says so");
}

#[test]
fn only_what_a_document_says_is_put_to_a_worker_as_its_own() {
    let passed_on = |profile: &str| {
        let found = assess(&case_of(&[("profile", profile), ("context.worker_role", "volunteer")]));
        (found.handoff.expect("it is handed over").read_across, found.referrers.read_across)
    };
    assert_eq!(passed_on("housing21"), (false, false));
    for profile in ["peaks-plains", "south-wales", "herts-2024"] {
        assert_eq!(passed_on(profile), (true, true), "{profile}");
        // The rules that it is read from say so where a worker meets them.
        let own = PROFILES.iter().find(|known| known.id == profile).unwrap();
        let says =
            |rules: &[std::borrow::Cow<'static, str>]| rules.iter().any(|id| rule(id).reason.contains("read across"));
        assert!(says(&own.completer_rules) && says(&own.referrer_rules), "{profile}");
    }
    // On the card of the referral too; who may refer is told "you", whatever it rests on.
    let refers = |profile: &str| {
        let case = with_items(case_of(&[("profile", profile), ("context.worker_role", "volunteer")]), 14);
        let found = assess(&case);
        let shown = found.pathway(PathwayId::MaracReferral).expect("the count is reached");
        waymark_record::who_acts(shown, &case, &found, &EN)
    };
    assert_eq!(refers("peaks-plains"), "the case team (read across; your policy does not say who)");
    assert_eq!(refers("housing21"), "a champion or the safeguarding lead");
    let leaves_it_to_some = |profile: &str| {
        EN.document(profile).unwrap().floor.iter().any(|(words, _)| words.starts_with("It leaves the Dash"))
    };
    let some: Vec<_> = DOCUMENTS.iter().filter(|(profile, _)| leaves_it_to_some(profile)).collect();
    assert_eq!(some, [&("housing21", 168)]);
}

#[test]
fn a_time_limit_names_its_duty_and_a_penalty_is_no_limit() {
    let limits = |profile: &str| EN.document(profile).unwrap().limits;
    for (profile, _) in DOCUMENTS {
        let duties: BTreeSet<_> = limits(profile).iter().map(|[duty, ..]| *duty).collect();
        assert_eq!(duties.len(), limits(profile).len(), "{profile}: two limits are called the same");
        let own = PROFILES.iter().find(|known| known.id == profile).unwrap();
        for deadline in own.deadlines.iter() {
            assert!(EN.document(profile).unwrap().duty(&deadline.rule).is_some(), "{}", deadline.rule);
        }
    }
    let limit = |profile: &str, rule: &str| {
        let [duty, limit, _] = limits(profile).iter().find(|[_, _, own]| *own == rule).unwrap();
        [*duty, ": ", *limit].concat()
    };
    let late = limit("housing21", "H-60");
    assert!(
        late.contains("more than 5 working days") && late.contains("no more time") && !late.contains("must"),
        "{late}"
    );
    assert!(limit("housing21", "H-147").starts_with("Set up a case meeting"));
    assert_ne!(limit("housing21", "H-135"), limit("housing21", "H-49"), "record and report are two things");
    assert!(limit("daha-supported", "D-33").contains("must"));
    // On a card: Housing 21 sets when the manager is told, not when the plan is ready. What is due sooner anyhow is no one's limit.
    let duty = |profile: &str| {
        let found = assess(&case_of(&[("profile", profile)]));
        let shown = found.pathway(PathwayId::SafetyPlan).expect("it is always shown");
        waymark_record::policy_duty(shown, profile, &EN)
    };
    assert_eq!(duty("housing21"), Some("Tell the line manager of a concern"));
    assert_eq!(duty("herts-2024"), None);
}

#[test]
fn the_words_are_as_firm_as_the_document_and_its_names_can_be_found() {
    for (id, firm) in [
        ("D-33", "must"),
        ("D-58", "should"),
        ("D-87", "should"),
        ("D-49", "should"),
        ("D-90", "Require"),
        ("D-91", "Require"),
        ("D-20", "reasonably"),
        ("D-93", "usually"),
        ("P-44", "must"),
        ("P-57", "will"),
        ("P-82", "May"),
        ("P-84", "may"),
        ("W-01", "should not"),
        ("W-02", "should not"),
        ("H-25", "must always"),
        ("H-60", "may"),
        ("H-115", "possible"),
        ("H-126", "may"),
        ("H-129", "must"),
        ("H-150", "must"),
        ("D-88", "Confidence in Complexity"),
        ("D-99", "Confidence in Complexity"),
        ("H-28", "ERICA"),
        ("H-42", "ERICA"),
        ("S-19", "SADA"),
        ("S-50", "SADA"),
        ("W-22", "Section 95 of the Housing (Wales) Act 2014"),
        ("W-23", "Section 170, Housing Act 1996"),
        ("P-70", "gender"),
        ("H-123", "gender"),
        ("P-88", "Hollie Guard"),
    ] {
        assert!(rule(id).line.contains(firm), "{id}: {}", rule(id).line);
    }
    assert!(!rule("D-22").line.contains("apart"), "no document says so");
}

#[test]
fn the_law_that_moves_names_its_months_and_each_nation_has_its_own_words() {
    assert_eq!(EN.later().law.len(), 17);
    for nation in Nation::ALL {
        assert!(EN.later().law.iter().any(|point| point.nations.contains(nation)));
        for topic in EN.later().nation_topics {
            assert!(!topic.texts[nation.index()].is_empty(), "{}: {}", nation.text(), topic.label);
        }
        let national = HELPLINES.iter().any(|line| !line.number.is_empty() && line.nations == [*nation]);
        assert!(national, "{} has no line of its own", nation.text());
    }
}
