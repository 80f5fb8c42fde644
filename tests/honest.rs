//! Said, seen, not asked: nothing that is handed on says anything that no answer stands behind.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // a test that cannot go on stops

#[path = "support/arbitrary.rs"]
mod arbitrary;

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use waymark_case::input::IndicatorPart;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber};
use waymark_content::EN;
use waymark_content::{PROFILES, RECIPES};
use waymark_engine::assessment::{Route, RouteState, Stop};
use waymark_engine::{Assessment, assess};
use waymark_flow::moments;
use waymark_record::Marked;
use waymark_record::script::{CALL_WORDS, said_within};
use waymark_record::{Block, Document, Given, Names, Output, People, on_call, plain_text};

#[test]
fn the_command_line_gives_the_text_of_every_output() {
    let mut run = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--package",
            "waymark",
            "--no-default-features",
            "--example",
            "assess",
            "--",
            "--outputs",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo runs");
    let lines =
        "{\"format\":\"waymark-case/1\"}\nno case\n{\"format\":\"waymark-case/1\",\"profile\":\"herts-2024\"}\n";
    run.stdin.take().expect("an input").write_all(lines.as_bytes()).expect("written");
    let answer = run.wait_with_output().expect("an answer");
    assert_eq!(answer.status.code(), Some(1), "one line was no case");
    let lines: Vec<serde_json::Value> = String::from_utf8(answer.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((lines[1]["format"].as_str(), lines[1]["line"].as_u64()), (Some("waymark-error/1"), Some(2)));
    for line in [&lines[0], &lines[2]] {
        assert_eq!(line["format"], "waymark-outputs/1");
        let outputs = line["outputs"].as_array().expect("outputs");
        let ids: Vec<&str> = outputs.iter().map(|output| output["id"].as_str().expect("an id")).collect();
        let all: Vec<&str> =
            std::iter::once("on-call-script").chain(Output::ALL.iter().map(|output| output.text())).collect();
        assert_eq!(ids, all, "as on the screen, and the call before the handover");
        assert!(outputs.iter().all(|output| output["text"].as_str().is_some_and(|text| !text.is_empty())));
    }
}

// ------------------------------------------------------------------------------------------------------------- the laws

/// Claims about nobody's answers, in any case of letters.
const FORBIDDEN: [&str; 22] = [
    "none seen",
    "none spoken",
    "none was",
    "no route",
    "no marac route",
    "not met",
    "nothing is marked",
    "nothing else is due",
    "nothing yet",
    "not agreed",
    "no safe way",
    "yes, agreed",
    "they agree",
    "being assessed separately",
    "cannot reach",
    "standard",
    "low risk",
    "is safe",
    "no:",
    "asked, and no:",
    "no step",
    "so far",
];

fn people() -> People {
    People { one: "the tenant", two: "the visitor" }
}

fn documents(output: Output, case: &Case) -> Vec<Document> {
    documents_as(output, case, &assess(case))
}

fn documents_as(output: Output, case: &Case, found: &Assessment) -> Vec<Document> {
    let names = Names::default();
    output.documents(case, found, &EN, &people(), Given { names: &names, yes: true, today: None })
}

/// What follows from a case, in the words of these recipes: a claim that is only worded differently is no new claim.
fn in_words_of(recipes: &[&'static str], case: &Case) -> Assessment {
    Assessment { recipes: recipes.to_vec(), ..assess(case) }
}

/// The claims of a text: each thing of a list by itself, with the words that introduce it.
fn claims_of(text: &str, into: &mut BTreeSet<String>) {
    let (lead, things) = text.split_once(": ").unwrap_or(("", text));
    for thing in things.trim_end_matches('.').split("; ") {
        into.insert(format!("{lead}: {thing}"));
    }
}

fn claims_in(block: &Block, into: &mut BTreeSet<String>) {
    match block {
        Block::NoClaim(Marked::Account, account) => claims_in(account, into),
        Block::NoClaim(..) | Block::Heading(..) | Block::ToFill(_) => {}
        Block::Paragraph(text) | Block::Quote(text) => claims_of(text, into),
        Block::List(lines) => lines.iter().for_each(|line| claims_of(line, into)),
        Block::Facts(facts) => {
            for (label, value) in facts {
                claims_of(&format!("{label}: {value}"), into);
            }
        }
        Block::Table { rows, .. } => {
            for row in rows {
                let cells = row.iter().skip(1).filter(|cell| !cell.is_empty());
                into.extend(cells.map(|cell| format!("{}: {cell}", row[0])));
            }
        }
    }
}

/// Everything an output claims of a case; of the call, what it would claim if it might take any time.
fn claims(output: Output, case: &Case) -> BTreeSet<String> {
    claims_as(output, case, &assess(case))
}

fn claims_as(output: Output, case: &Case, found: &Assessment) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut documents = documents_as(output, case, found);
    if output == Output::Handover {
        documents.remove(0);
        for (mark, line) in said_within(usize::MAX, case, found, &EN) {
            if mark.is_none() {
                claims_of(&line, &mut all);
            }
        }
    }
    documents.iter().flat_map(|document| &document.blocks).for_each(|block| claims_in(block, &mut all));
    all
}

/// What an output gives as somebody's account, which a finding may stand in place of.
fn accounts(output: Output, case: &Case, found: &Assessment) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let documents = documents_as(output, case, found);
    let accounts = documents.iter().flat_map(|document| &document.blocks);
    accounts.filter(|block| matches!(block, Block::NoClaim(Marked::Account, _))).for_each(|it| claims_in(it, &mut all));
    all
}

/// Everything answered, by the first value of each input or by the last.
fn full(last: bool) -> Case {
    let mut case = Case::default();
    let items = ItemNumber::all().map(Input::DashItem);
    for input in arbitrary::context_inputs().into_iter().chain(items).chain([Input::DashWith, Input::DashJudgement]) {
        let value = match input.kind() {
            Kind::One(values) | Kind::Any(values) => values[if last { values.len() - 1 } else { 0 }].to_owned(),
            Kind::Number(least, most) => if last { most } else { least }.to_string(),
            _ => continue,
        };
        case.put(input, Some(&value)).expect("allowed");
    }
    case
}

/// What stands on an output whatever was answered.
fn fixed(output: Output, recipes: &[&'static str]) -> BTreeSet<String> {
    let cases = [full(false), full(true), Case::default()];
    let cases = cases.map(|case| claims_as(output, &case, &in_words_of(recipes, &case)));
    let [first, second, empty] = &cases;
    empty.iter().filter(|line| first.contains(*line) && second.contains(*line)).cloned().collect()
}

/// Every question asked, and nothing known.
fn all_unknown() -> Case {
    let mut case = Case::default();
    for input in arbitrary::context_inputs().into_iter().chain([Input::DashHeard, Input::SurvivorIs]) {
        let Kind::One(values) = input.kind() else { continue };
        if let Some(value) = values.iter().find(|value| ["unknown", "not-asked", "not-said"].contains(value)) {
            case.put(input, Some(value)).expect("allowed");
        }
    }
    for item in ItemNumber::all() {
        case.dash.answers.set(item, Some(ItemAnswer::DontKnow));
    }
    for id in IndicatorId::ALL {
        case.put(Input::Indicator(*id, IndicatorPart::Who), Some("not-known")).expect("allowed");
    }
    case
}

#[test]
fn where_nothing_is_known_nothing_is_claimed() {
    let profiles: Vec<Option<String>> =
        [None].into_iter().chain(PROFILES.iter().map(|it| Some(it.id.to_string()))).collect();
    let nations: Vec<Option<&str>> = [None].into_iter().chain(Nation::ALL.iter().map(|it| Some(it.text()))).collect();
    let recipes: Vec<Vec<&str>> =
        [Vec::new()].into_iter().chain(RECIPES.iter().map(|recipe| vec![recipe.id])).collect();
    for (output, recipes) in Output::ALL.iter().flat_map(|output| recipes.iter().map(move |recipes| (*output, recipes)))
    {
        let fixed = fixed(output, recipes);
        for (profile, nation) in
            profiles.iter().flat_map(|profile| nations.iter().map(move |nation| (profile, *nation)))
        {
            for mut case in [Case::default(), all_unknown()] {
                let name = format!("{} under {profile:?} in {nation:?} with {recipes:?}", output.text());
                case.profile.clone_from(profile);
                case.put(Input::Context(ContextField::Nation), nation).expect("allowed");
                let of_nation = nation.map_or("", |it| EN.question(Input::Context(ContextField::Nation)).option(it));
                let known = |line: &&String| nation.is_some() && line.contains(of_nation);
                let found = in_words_of(recipes, &case);
                let claimed = claims_as(output, &case, &found);
                let claimed: Vec<&String> = claimed.difference(&fixed).filter(|line| !known(line)).collect();
                assert!(claimed.is_empty(), "{name} claims {claimed:#?}");
                let text: String = documents_as(output, &case, &found).iter().map(plain_text).collect();
                let flat = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                for claim in FORBIDDEN {
                    assert!(!flat.contains(claim), "{name}: “{claim}” in {text}");
                }
            }
        }
    }
}

/// The facts that say the same as an item of the Dash more closely: without them the item speaks for itself.
const CLOSER: [(ContextField, &str); 4] = [
    (ContextField::StrangulationWithin4Weeks, "fact.sign_15"),
    (ContextField::SexualViolence, "fact.sign_16"),
    (ContextField::OrderBreached, "fact.sign_23"),
    (ContextField::Pregnant, "fact.sign_9"),
];

/// The answers of a case that can be taken away one by one. Whom the case is for only changes what the two are called.
fn answered(case: &Case) -> Vec<Input> {
    let who = IndicatorId::ALL.iter().map(|id| Input::Indicator(*id, IndicatorPart::Who));
    let flags = Flag::ALL.iter().copied().map(Input::Flag);
    let inputs = arbitrary::context_inputs().into_iter().chain(ItemNumber::all().map(Input::DashItem)).chain(who);
    let inputs = inputs.chain(flags).chain([Input::DashWith, Input::DashHeard, Input::DashJudgement]);
    inputs.filter(|input| !case.is_unanswered(*input)).collect()
}

fn without(case: &Case, input: Input) -> Case {
    let mut case = case.clone();
    if let Input::Indicator(id, _) = input {
        if let Some(answers) = &mut case.identify.answers {
            answers.remove(id);
        }
    } else {
        case.put(input, None).expect("anything can be emptied");
    }
    case
}

#[test]
fn an_answer_taken_away_takes_its_claims_and_leaves_no_new_one() {
    let drawn = (arbitrary::case(), proptest::collection::vec(0..1_000_usize, 3)).prop_map(|(mut case, picks)| {
        // A decision to act that a rule holds back stays in the log: not what is tried here.
        case.choices.retain(|choice| {
            choice.decision == Some(Decision::Done) && choice.pathway != PathwayId::PerpetratorProgramme
        });
        let answered = answered(&case);
        let picks = picks.into_iter().filter_map(|pick| answered.get(pick % answered.len().max(1)).map(|it| it.name()));
        let picks: Vec<String> = picks.collect();
        (case, picks)
    });
    arbitrary::holds_for(5_000, drawn, |(case, picks)| {
        let recipes = assess(&case).recipes;
        let words = EN.for_recipes(&recipes);
        for output in Output::ALL.iter().copied() {
            let before = claims(output, &case);
            for input in picks.iter().filter_map(|name| Input::parse(name)) {
                let rest = without(&case, input);
                let found = in_words_of(&recipes, &rest);
                let after = claims_as(output, &rest, &found);
                for line in after.difference(&before) {
                    let nobody = [EN.steps().pages.record.source_unknown, EN.steps().pages.record.evidence_relayed];
                    let closer = CLOSER.iter().any(|(field, sign)| {
                        input == Input::Context(*field) && line.to_lowercase().ends_with(EN.text(sign))
                    });
                    // An account stands where no pattern does any more; the answer behind it is still there.
                    let account = case.context.counter_allegation == Some(Known::Yes)
                        && input != Input::Context(ContextField::CounterAllegation)
                        && accounts(output, &rest, &found).contains(line);
                    let allowed = closer || account || nobody.iter().any(|words| line.ends_with(words));
                    prop_assert!(allowed, "{}: without {} it claims “{line}”", output.text(), input.name());
                }
                let Input::Context(field) = input else { continue };
                let said = words.question(input).because(case.context.field(field).chosen().unwrap_or_default());
                let still = after.iter().find(|line| said.is_some_and(|said| line.to_lowercase().ends_with(said)));
                prop_assert!(still.is_none(), "{}: {} is gone and {still:?} stands", output.text(), input.name());
                let label = format!("{}: ", words.question(input).short);
                let still = after.iter().find(|line| line.starts_with(&label));
                prop_assert!(still.is_none(), "{}: {} is gone and {still:?} stands", output.text(), input.name());
            }
        }
        Ok(())
    });
}

#[test]
fn a_route_is_not_met_only_where_all_it_needs_was_answered() {
    arbitrary::holds_for(2_000, arbitrary::case(), |case| {
        let dash = assess(&case).dash;
        let state = dash.routes_state;
        let document = &documents(Output::Summary, &case)[0];
        let lines: Vec<&String> = document
            .blocks
            .iter()
            .filter_map(|block| match block.inner() {
                Block::Paragraph(text) => Some(text),
                _ => None,
            })
            .collect();
        for (route, name) in Route::ALL.iter().zip(EN.steps().pages.record.routes) {
            let name = dash.periods(name);
            let says = |start: &str| lines.iter().any(|line| line.starts_with(start) && line.contains(&name));
            prop_assert_eq!(says("Not met"), state.of(*route) == RouteState::NotMet, "{}", name);
            prop_assert_eq!(says("Not assessed"), state.of(*route) == RouteState::NotAssessed, "{}", name);
            prop_assert_eq!(says("Met"), state.of(*route) == RouteState::Met, "{}", name);
        }
        Ok(())
    });
}

#[test]
fn a_call_is_speech_and_never_longer_than_120_words() {
    let drawn = prop_oneof![3 => arbitrary::case().boxed(), 1 => arbitrary::nearly_cleared_case().boxed()];
    arbitrary::holds_for(5_000, drawn, |case| {
        let lines = on_call(&case, &assess(&case), &EN);
        let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
        prop_assert!(words <= CALL_WORDS, "{words} words: {lines:#?}");
        for line in &lines {
            prop_assert!(line.ends_with(['.', '?']), "no sentence: {line}");
            prop_assert!(line.starts_with(char::is_uppercase), "no sentence: {line}");
            prop_assert!(!line.contains("not known.") && !line.contains("  ") && !line.contains('{'), "{line}");
        }
        let starts = [
            "I need advice",
            "These are the danger",
            "My own level",
            "I have done",
            "I have not asked",
            "I need your help",
        ];
        let places: Vec<usize> =
            starts.iter().filter_map(|start| lines.iter().position(|line| line.starts_with(start))).collect();
        prop_assert!(places.is_sorted(), "{lines:#?}");
        // Danger signs give way after whatever a call can do without.
        let signs = lines.iter().find(|line| line.starts_with("These are the danger signs"));
        let cut = signs.is_some_and(|line| line.contains("; and ") && line.split("; ").count() < 6);
        let beside = ["The other person is", "This is how things are"];
        prop_assert!(
            !cut || !lines.iter().any(|line| beside.iter().any(|start| line.starts_with(start))),
            "{lines:#?}"
        );
        Ok(())
    });
    let mut case = Case::default();
    case.put(Input::DashJudgement, Some("high")).expect("allowed");
    case.put(Input::Context(ContextField::DangerNow), Some("yes")).expect("allowed");
    case.choice_mut(PathwayId::EmergencyCall).decision = Some(Decision::Done);
    let call = on_call(&case, &assess(&case), &EN).join(" ");
    for said in ["My own level of worry is high.", "I have rung 999.", "I have not asked about: neck, injury"] {
        assert!(call.replace("; ", ", ").contains(said), "{said} in {call}");
    }
}

#[test]
fn a_handover_is_short() {
    let length = |case: Case| {
        let text: String = documents(Output::Handover, &case).iter().skip(1).map(plain_text).collect();
        text.split_whitespace().count()
    };
    let mut long: Vec<usize> = arbitrary::drawn(arbitrary::case()).take(400).map(length).collect();
    long.sort_unstable();
    let (middle, most) = (long[long.len() / 2], long[long.len() - 1]);
    println!("words of a handover: {middle} in the middle, {most} at most");
    assert!(middle <= 400, "{middle} words");
}

#[test]
fn what_each_says_of_the_other_is_nobodys_confession() {
    let answer = |who: &str, sources: &[&str], contested: bool| {
        let json = serde_json::json!({
            "format": "waymark-case/1", "context": {"counter_allegation": "yes"},
            "identify": {"survivor_is": "1", "answers": [
                {"id": "K1", "who": who, "sources": sources, "contested": contested, "how_often": "ongoing"}
            ]}
        });
        let case = Case::from_json(json.to_string().as_bytes()).expect("a case");
        let text = documents(Output::DecisionLog, &case).iter().map(plain_text).collect::<String>();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let echo = |user: &str, harmed: &str| {
        EN.indicator(IndicatorId::K1).echo.replace("{user}", user).replace("{harmed}", harmed)
    };
    let (she_says, he_says) = (echo("the other person", "the survivor"), echo("the survivor", "the other person"));
    let own = "the other person said it, alone";
    let disputed = answer("2", &["1", "2"], true);
    for part in [
        "Each says it of the other",
        &format!("The survivor says: {she_says}"),
        &format!("The other person says: {he_says}"),
    ] {
        assert!(disputed.contains(part), "{part} in {disputed}");
    }
    assert!(!disputed.contains(own), "{disputed}");
    let seen = answer("2", &["1", "O"], true);
    assert!(seen.contains(&format!("{}: {she_says}", EN.text("source.O"))) && !seen.contains(own), "{seen}");
    let both = answer("both", &["1", "2"], false);
    assert!(both.contains("Each says it of the other: ") && !both.contains(own), "{both}");
    assert!(!both.contains(EN.indicator(IndicatorId::K1).echo_both), "{both}");
    assert!(both.contains("Here “the survivor” is the tenant, and “the other person” is the visitor."), "{both}");
}

/// That somebody says it the other way round is their account: it stands while the answer does, whatever else is found, and
/// no finding of ours takes its place on a sheet that gives no pattern.
#[test]
fn that_it_is_the_other_way_round_is_an_account_with_an_answer_behind_it() {
    let said = format!(": {}", EN.steps().pages.record.counter_allegation.trim_end_matches('.'));
    let told = |case: &Case| accounts(Output::Marac, case, &assess(case)).contains(&said);
    let mut case = Case::default();
    for (answer, stands) in [(Some("yes"), true), (Some("no"), false), (Some("unknown"), false), (None, false)] {
        case.put(Input::Context(ContextField::CounterAllegation), answer).expect("allowed");
        assert_eq!(told(&case), stands, "{answer:?}");
        assert_eq!(claims(Output::Summary, &case).contains(&said), stands, "{answer:?}");
    }
    arbitrary::holds_for(1_000, arbitrary::identification_case(), |case| {
        for output in [Output::Marac, Output::Summary] {
            let accounts = accounts(output, &case, &assess(&case));
            let yes = case.context.counter_allegation == Some(Known::Yes);
            prop_assert!(accounts.is_empty() || yes, "{}: {accounts:?}", output.text());
            let pattern = documents(output, &case).iter().any(|document| {
                document.blocks.contains(&Block::Heading(2, EN.steps().pages.record.summary_pattern.to_owned()))
            });
            prop_assert!(pattern || !yes || !accounts.is_empty(), "{}", output.text());
        }
        Ok(())
    });
}

/// That a relative or friend interpreted, or that someone could hear, goes with what was said, and only where it was answered.
#[test]
fn how_it_was_heard_goes_with_what_was_said() {
    let with = |heard: Option<&str>| {
        let mut case = Case::default();
        for item in [1, 15] {
            case.put(Input::DashItem(ItemNumber::new(item).expect("an item")), Some("yes")).expect("allowed");
        }
        case.put(Input::DashWith, Some("survivor")).expect("allowed");
        case.put(Input::DashHeard, heard).expect("allowed");
        case
    };
    let question = EN.question(Input::DashHeard);
    let sheets =
        [Output::Marac, Output::Specialist, Output::Police, Output::Children, Output::Adults, Output::Handover];
    for heard in ["family-interpreter", "with-others"] {
        let case = with(Some(heard));
        for output in sheets {
            let claims = claims(output, &case);
            let line = format!("{}: {}", question.short, question.option(heard));
            assert!(claims.contains(&line), "{}: {line} in {claims:#?}", output.text());
        }
        let call = on_call(&case, &assess(&case), &EN).join(" ");
        assert!(call.contains(question.option(heard)), "{call}");
    }
    for output in sheets {
        for case in [with(None), with(Some("unknown"))] {
            let claims = claims(output, &case);
            assert!(!claims.iter().any(|line| line.starts_with(question.short)), "{}: {claims:#?}", output.text());
        }
    }
}

#[test]
fn one_tap_prints_one_item_and_how_many_were_not_asked() {
    let mut case = Case::default();
    case.put(Input::DashItem(ItemNumber::new(14).expect("an item")), Some("yes")).expect("allowed");
    let text: String = documents(Output::Summary, &case).iter().map(plain_text).collect();
    let items = ItemNumber::all().filter(|item| text.contains(&format!("{}. {}", item.get(), EN.item(*item).label)));
    assert_eq!(items.count(), 1, "{text}");
    assert!(text.contains("23 not asked"), "{text}");
}

#[test]
fn where_there_is_danger_the_worry_is_said_before_their_choice() {
    arbitrary::holds_for(3_000, arbitrary::case(), |case| {
        let found = assess(&case);
        let moments = moments(&case, &found);
        prop_assert!(!moments.is_empty() && moments.iter().all(|moment| EN.say(moment).is_some()), "{moments:?}");
        let told = matches!(case.context.told_by, Some(ToldBy::Perpetrator | ToldBy::ThirdParty));
        let danger =
            matches!(found.stop, Some(Stop::DangerNow | Stop::EmergencySigns | Stop::SuicidalNow | Stop::ChildNow));
        if danger && !told {
            prop_assert!(["crisis", "route", "danger"].contains(&moments[0]), "{moments:?}");
        }
        let say = waymark_flow::result(&case, &found, &EN).say;
        let choice = EN.say("they-say-no").expect("a moment").say[0];
        if danger && say.contains(&choice) {
            let worry = say.iter().position(|line| line.contains("very worried") || line.contains("get help now"));
            prop_assert!(worry < say.iter().position(|line| *line == choice) && worry.is_some(), "{say:?}");
        }
        Ok(())
    });
}
