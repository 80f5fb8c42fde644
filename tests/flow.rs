//! Which question matters now, the fast path of a bad night, and what it comes to: invariants first, then stories.

#![allow(clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::collections::BTreeSet;
use waymark::case::value::Kind;
use waymark::case::vocabulary::*;
use waymark::case::{Case, ContextField, Input, ItemNumber};
use waymark::content::words::EN;
use waymark::content::{CautionId, Gate, Stance};
use waymark::engine::assess;
use waymark::engine::assessment::Stop;
use waymark::flow::tonight::{self, Answer, ScreenId, Tap, screen};
use waymark::flow::tonight_result::{Morning, TonightResult};
use waymark::flow::{matters, next_unanswered, progress, result, sections};

/// Values for some inputs, by name; of a set, several with spaces between.
fn put_all(case: &mut Case, answers: &[(&str, &str)]) {
    for (name, values) in answers {
        let input = Input::parse(name).unwrap_or_else(|| panic!("{name} is no input"));
        for value in values.split(' ') {
            case.put(input, Some(value)).unwrap_or_else(|_| panic!("{name} cannot hold {value}"));
        }
    }
}

fn case_of(answers: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    put_all(&mut case, answers);
    case
}

/// A worker going through the fast path on a phone, and every tap counted; the first was on Start.
struct Run {
    case: Case,
    at: Option<ScreenId>,
    taps: usize,
    seen: usize,
}

impl Run {
    fn start() -> Self {
        Self { case: Case::default(), at: Some(ScreenId::Danger), taps: 1, seen: 1 }
    }
    fn tap(&mut self, tap: Tap) {
        tonight::apply(&mut self.case, tap, &EN);
        self.taps += 1;
    }
    fn go_on(&mut self, from: ScreenId) {
        let next = tonight::next(from, &self.case);
        self.seen += usize::from(next.is_some() && next != Some(from));
        self.at = next;
    }
    /// Presses the button that puts this value in, and goes on.
    fn press(mut self, id: ScreenId, value: &str) -> Self {
        assert_eq!(self.at, Some(id));
        let answers: &'static [Answer] = screen(id).answers();
        let answer = answers.iter().find(|answer| answer.puts.iter().any(|put| put.value == value)).expect("a button");
        self.tap(Tap::Answer(answer));
        self.go_on(id);
        self
    }
    /// Chooses these values in rows or ticks these boxes, and continues.
    fn fill(mut self, id: ScreenId, values: &[(&str, &'static str)]) -> Self {
        assert_eq!(self.at, Some(id));
        for (name, value) in values {
            let screen = screen(id);
            if let Some(row) = screen.rows(&self.case).into_iter().find(|row| row.name == *name) {
                assert!(row.values.contains(value), "{name} offers {value}");
                self.tap(Tap::Row(row, Some(value)));
            } else {
                let ticks = screen.ticks(&self.case);
                let tick = ticks.into_iter().find(|tick| tick.puts[0].name == *name && tick.puts[0].value == *value);
                self.tap(Tap::Tick(tick.unwrap_or_else(|| panic!("no {name}={value} on {id:?}")), true));
            }
        }
        self.taps += 1;
        self.go_on(id);
        self
    }
    fn skip(self, id: ScreenId) -> Self {
        self.fill(id, &[])
    }
    fn result(&self) -> TonightResult {
        result(&self.case, &assess(&self.case), &EN)
    }
}

fn now(result: &TonightResult) -> Vec<PathwayId> {
    result.do_now.iter().map(|step| step.pathway).collect()
}

fn step(result: &TonightResult, id: PathwayId) -> waymark::flow::tonight_result::DoNow {
    *result.do_now.iter().find(|step| step.pathway == id).unwrap_or_else(|| panic!("{id:?} in {:?}", now(result)))
}

fn later(result: &TonightResult) -> Vec<PathwayId> {
    let pathway = |line: &Morning| match line {
        Morning::StillToday(step) | Morning::Step(step) => Some(step.pathway),
        Morning::Identify(_) | Morning::Ask(..) => None,
    };
    result.morning.iter().filter_map(pathway).collect()
}

fn asks(result: &TonightResult, gate: Gate) -> bool {
    result.morning.iter().any(|line| matches!(line, Morning::Ask(open, _) if *open == gate))
}

/// Laws of every result.
fn is_a_result(result: &TonightResult) {
    assert!(result.do_now.len() <= 5 && result.say.len() <= 3, "{result:?}");
    assert!(result.do_now.is_sorted_by_key(|step| step.priority), "{result:?}");
    let never = [PathwayId::Pw26, PathwayId::Pw27a, PathwayId::Pw28];
    assert!(!now(result).iter().any(|id| never.contains(id)), "{result:?}");
    let texts = result.do_now.iter().flat_map(|step| [step.line, step.who]).chain(result.dont);
    assert!(texts.chain(result.morning.iter().map(Morning::line)).all(|text| !text.is_empty()), "{result:?}");
    assert!(later(result).iter().all(|id| !now(result).contains(id)), "{result:?}");
}

#[test]
fn every_fact_about_the_situation_stands_under_one_heading() {
    let fields: Vec<ContextField> = sections().iter().flat_map(|section| section.fields.iter().copied()).collect();
    assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), fields.len(), "a question stands twice");
    assert_eq!(fields.len(), ContextField::ALL.len());
    assert!(sections().iter().all(|section| !section.heading(&EN).is_empty()));
}

/// Many cases, likely or not, always the same ones: each fact at each value, then many at once.
fn many_cases() -> Vec<Case> {
    let context = ContextField::ALL.iter().map(|field| Input::Context(*field));
    let items = ItemNumber::all().map(Input::DashItem);
    let inputs: Vec<Input> = context
        .chain(items)
        .chain([Input::DashWith, Input::DashHeard, Input::DashJudgement, Input::SurvivorIs])
        .collect();
    let values = |input: Input| match input.kind() {
        Kind::One(values) | Kind::Any(values) => values.iter().map(|value| (*value).to_owned()).collect(),
        Kind::Number(least, most) => vec![least.to_string(), "3".to_owned(), most.to_string()],
        Kind::Tick | Kind::Text => Vec::new(),
    };
    let mut cases = vec![Case::default()];
    for input in &inputs {
        for value in values(*input) {
            let mut case = Case::default();
            case.put(*input, Some(&value)).expect("an allowed value");
            cases.push(case);
        }
    }
    let mut roll = 1_u64;
    let mut draw = |below: usize| {
        roll = roll.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(roll >> 33).expect("31 bits") % below
    };
    let profiles = ["default", "housing21", "south-wales", "peaks-plains", "herts-2024", "daha-supported"];
    for many in 0..3_000 {
        let mut case = Case { profile: Some(profiles[draw(6)].to_owned()), ..Case::default() };
        for _ in 0..many % 90 {
            let input = inputs[draw(inputs.len())];
            let values: Vec<String> = values(input);
            case.put(input, Some(&values[draw(values.len())])).expect("an allowed value");
        }
        cases.push(case);
    }
    cases
}

#[test]
fn nothing_hidden_counts_and_what_must_come_first_is_asked() {
    for case in many_cases() {
        let assessment = assess(&case);
        for field in ContextField::ALL {
            let answered = !case.context.field(*field).is_absent();
            let first = assessment.unanswered_gate.iter().any(|gate| gate.text() == field.name());
            assert!(!(answered || first) || matters(*field, &case, &assessment), "{field:?} is hidden in {case:?}");
        }
        let (answered, shown) = progress(&case, &assessment);
        let next = next_unanswered(&case, &assessment);
        assert_eq!(next.is_none(), answered == shown);
        assert!(next.is_none_or(|field| matters(field, &case, &assessment) && case.context.field(field).is_absent()));
        is_a_result(&result(&case, &assessment, &EN));
    }
}

#[test]
fn a_question_waits_for_its_cue() {
    let shown = |answers: &[(&str, &str)], field: ContextField| {
        let case = case_of(answers);
        matters(field, &case, &assess(&case))
    };
    use ContextField as F;
    for (cue, field) in [
        (&[("context.children", "in-home")][..], F::ChildHarm),
        (&[("context.child_harm", "hurt")], F::ChildWithPerpetratorTonight),
        (&[("context.sees", "both")], F::SameWorker),
        (&[("context.sees", "perpetrator")], F::SurvivorKnown),
        (&[("context.sees", "perpetrator")], F::ContactLawful),
        (&[("context.existing_dash", "own")], F::ExistingDashForm),
        (&[("context.marac_last_12m", "same-pair")], F::AbuseSinceMarac),
        (&[("dash.15", "yes")], F::RedFlags),
        (&[("context.honour_based", "unknown")], F::Fgm),
        (&[("dash.17", "yes")], F::ForcedMarriage),
        (&[("context.tenure", "joint")], F::NoticeThreatened),
        (&[("context.tenure", "sole-survivor"), ("context.wishes", "stay-home")], F::Landlord),
        (&[("context.events_12m", "3")], F::EventsIncreasing),
        (&[("settings.escalation_must_increase", "true")], F::EventsIncreasing),
        (&[("profile", "housing21")], F::WorkerRole),
        (&[("dash.24", "yes")], F::PerpetratorMappa),
        (&[("dash.18", "yes")], F::PerpetratorSerial),
        (&[("context.orders", "licence")], F::PerpetratorMappa),
        (&[("context.told_by", "survivor")], F::LimitsExplained),
    ] {
        assert!(!shown(&[], field), "{field:?} shows in an empty case");
        assert!(shown(cue, field), "{field:?} does not show after {cue:?}");
    }
}

#[test]
fn the_table_of_screens_fits_the_case_and_a_phone() {
    let sources = ["survivor", "seen", "third-party", "perpetrator", "agency", "unknown"];
    for told_by in sources {
        let hurt = [("context.told_by", told_by), ("context.child_harm", "hurt"), ("context.care_needs", "yes")];
        let case = case_of(&hurt);
        for screen in tonight::screens() {
            let title = screen.title(&EN);
            assert!(!title.is_empty() && title.chars().count() <= 60, "{title}");
            assert!(screen.answers().len() <= 6 && screen.rows(&case).len() <= 5 && screen.ticks(&case).len() <= 6);
            for answer in screen.answers() {
                assert!(!answer.label(&EN).is_empty());
                let mut case = case.clone();
                tonight::apply(&mut case, Tap::Answer(answer), &EN);
                assert!(answer.is_chosen(&case), "{answer:?}");
                assert_eq!(screen.answers().iter().filter(|other| other.is_chosen(&case)).count(), 1, "{answer:?}");
            }
            for row in screen.rows(&case) {
                assert_eq!(row.options(&EN).count(), row.values.len(), "{row:?}");
                for value in row.values {
                    let mut case = case.clone();
                    tonight::apply(&mut case, Tap::Row(row, Some(value)), &EN);
                    assert!(row.is_chosen(&case, value), "{row:?} {value}");
                    tonight::apply(&mut case, Tap::Row(row, None), &EN);
                    assert!(case.is_unanswered(Input::parse(row.name).expect("an input")));
                }
            }
            for tick in screen.ticks(&case) {
                let mut ticked = case.clone();
                tonight::apply(&mut ticked, Tap::Tick(tick, true), &EN);
                assert!(tick.is_on(&ticked) && !tick.label(&EN).is_empty(), "{tick:?}");
                tonight::apply(&mut ticked, Tap::Tick(tick, false), &EN);
                assert_eq!(ticked, case, "a tick taken back leaves something");
            }
        }
    }
}

#[test]
fn the_shortest_night_is_twelve_taps_and_ten_screens_at_most() {
    use ScreenId as S;
    let run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .press(S::Wish, "cannot-yet")
        .press(S::Where, "none")
        .skip(S::Hurt)
        .skip(S::Children)
        .skip(S::Signs)
        .skip(S::Somewhere)
        .skip(S::Worried);
    assert_eq!(run.at, None);
    assert!(run.taps <= 12, "{} taps", run.taps);
    assert!(run.seen <= 10, "{} screens", run.seen);
    assert!(!run.result().do_now.is_empty());
}

#[test]
fn everything_can_be_skipped_and_a_blank_stays_not_asked() {
    let mut at = Some(tonight::first(&Case::default()));
    let mut case = Case::default();
    let mut seen = 0;
    while let Some(id) = at {
        // A tick put in and taken back leaves no trace, and no "no".
        for tick in screen(id).ticks(&case) {
            tonight::apply(&mut case, Tap::Tick(tick, true), &EN);
            tonight::apply(&mut case, Tap::Tick(tick, false), &EN);
        }
        assert_eq!(tonight::place(id, &case).1, 10);
        at = tonight::next(id, &case);
        seen += 1;
    }
    assert_eq!((seen, case), (10, Case::default()));
}

#[test]
fn a_stop_waits_until_it_is_handled_and_the_answer_stays() {
    let mut run = Run::start().press(ScreenId::Danger, "yes");
    assert_eq!(run.at, Some(ScreenId::Danger));
    assert_eq!(assess(&run.case).stop, Some(Stop::DangerNow));
    assert_eq!(tonight::danger_notes(&run.case, &EN).len(), 2);
    assert_eq!(tonight::danger_notes(&case_of(&[("context.nation", "scotland")]), &EN).len(), 3);
    run.case.choice_mut(PathwayId::Pw01).decision = Some(Decision::Done);
    assert_eq!(tonight::next(ScreenId::Danger, &run.case), Some(ScreenId::Private));
    let first = run.result().do_now[0];
    assert_eq!((first.pathway, first.priority, first.done), (PathwayId::Pw01, 0, true));
    // Danger again after it was over: the stop stands again.
    for value in ["no", "yes"] {
        let answer = screen(ScreenId::Danger).answers().iter().find(|answer| answer.puts[0].value == value);
        tonight::apply(&mut run.case, Tap::Answer(answer.expect("a button")), &EN);
    }
    assert!(tonight::waits(ScreenId::Danger, &run.case));
}

#[test]
fn a_sign_ticked_tonight_says_where_it_comes_from() {
    let run = Run::start().press(ScreenId::Danger, "no").press(ScreenId::Private, "not-with-me");
    let told =
        run.press(ScreenId::ToldBy, "survivor").press(ScreenId::Wish, "unsure").press(ScreenId::Where, "lives-in");
    let case = told.skip(ScreenId::Hurt).skip(ScreenId::Children).fill(ScreenId::Signs, &[("dash.11", "yes")]).case;
    let item = |number: u8| ItemNumber::new(number).expect("an item");
    assert_eq!(case.dash.with, Some(DashWith::Information));
    assert_eq!(case.dash.sources.get(item(11)).map(|text| text.as_str()), Some(EN.pages.tonight.signs_source));
    // One yes was said: which of the two items it is, is asked again.
    assert_eq!((assess(&case).dash.yes, assess(&case).dash.dk), (Some(1), 1));
    assert!(case.dash.answers.iter().all(|(_, answer)| *answer != ItemAnswer::No));
    assert_eq!(case.context.wish_asked, Some(WishAsked::Yes));
}

/// They live together and have two children; she told a worker alone, it is going on, she is not sure what she wants;
/// the council home is in both names and he is away tonight. Nobody says that it is the other way round.
#[test]
fn an_ordinary_undisputed_case_sees_twelve_more_questions_at_most() {
    use ScreenId as S;
    let run = Run::start().press(S::Danger, "no").press(S::Private, "yes").press(S::ToldBy, "survivor");
    let mut run = run;
    let limits = screen(S::Wish).ticks(&run.case)[0];
    run.tap(Tap::Tick(limits, true));
    let run = run
        .press(S::Wish, "unsure")
        .press(S::Where, "lives-in")
        .fill(
            S::Hurt,
            &[
                ("context.strangulation_within_4_weeks", "no"),
                ("context.sexual_violence", "none"),
                ("context.suicidal_now", "no"),
            ],
        )
        .fill(
            S::Children,
            &[
                ("context.children", "in-home"),
                ("context.child_harm", "sees-hears"),
                ("context.pregnant", "no"),
                ("context.care_needs", "no"),
            ],
        )
        .skip(S::Signs)
        .fill(S::Somewhere, &[("context.homeless_risk", "no"), ("context.safe_contact", "agreed")])
        .fill(S::Worried, &[("dash.2", "yes"), ("dash.judgement", "medium"), ("context.counter_allegation", "no")]);
    let mut tonight_answered = run.case.clone();
    for tenure in ["joint", "sole-survivor", "sole-perpetrator", "private", "owner"] {
        let mut case = tonight_answered.clone();
        let truth = [
            ("recency", "ongoing"),
            ("device_safe", "unknown"),
            ("nation", "england"),
            ("relationship", "partner"),
            ("survivor_age", "18-59"),
            ("perpetrator_age", "18-plus"),
            ("sees", "survivor"),
            ("tenure", tenure),
            ("notice_threatened", "no"),
            ("landlord", "council"),
            ("police_attended", "no"),
            ("existing_dash", "none"),
            ("marac_last_12m", "no"),
            ("contact_lawful", "no"),
            ("eviction_considered", "no"),
        ];
        let mut seen = Vec::new();
        while let Some(field) = next_unanswered(&case, &assess(&case)) {
            let answer = truth.iter().find(|(name, _)| *name == field.name());
            let (_, value) = answer.unwrap_or_else(|| panic!("{} is asked in an ordinary case", field.name()));
            case.put(Input::Context(field), Some(value)).expect("an allowed value");
            seen.push(field.name());
        }
        assert!(seen.len() <= 12, "{tenure}: {} questions: {seen:?}", seen.len());
        assert!(seen.contains(&"recency") && seen.contains(&"tenure"));
        assert_eq!(seen.contains(&"notice_threatened"), tenure == "joint");
    }
    tonight_answered.context.sees = Some(Sees::Both);
    assert!(matters(ContextField::SameWorker, &tonight_answered, &assess(&tonight_answered)));
}

/// 01:40, mixed hostel, a lone night worker. A resident whispers that her partner, asleep upstairs, held her by the throat
/// on Tuesday; her voice is hoarse; "no police".
#[test]
fn s1_strangled_and_both_in_the_hostel() {
    use ScreenId as S;
    let run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .fill(S::Wish, &[("context.limits_explained", "yes"), ("context.wishes", "no-police")])
        .press(S::Where, "")
        .fill(S::Hurt, &[("context.strangulation_within_4_weeks", "yes"), ("context.red_flags", "yes")]);
    assert_eq!(run.case.context.same_site_tonight, Some(Known::Yes));
    assert_eq!(tonight::at_once(S::Hurt, &run.case, &EN), Some(EN.pages.tonight.hurt_signs_now));
    let run = run.skip(S::Children).skip(S::Signs).skip(S::Somewhere).skip(S::Worried);
    assert!(run.taps <= 16, "{} taps", run.taps);
    let result = run.result();
    assert_eq!(step(&result, PathwayId::Pw05).priority, 0);
    assert_eq!(step(&result, PathwayId::Pw43).priority, 0);
    assert_eq!(step(&result, PathwayId::Pw42).stance, Stance::Do);
    assert_eq!(result.do_now[0].pathway, PathwayId::Pw01);
    assert_eq!(step(&result, PathwayId::Pw03).note, EN.pages.tonight.police_ask_first);
    assert!(!now(&result).contains(&PathwayId::Pw27a));
    assert_eq!(result.hand_off, None);
    assert!(result.dont.contains(&EN.pages.tonight.dont_exclude));
    assert_eq!(result.say[..2], EN.say("disclosure").expect("a moment").say[..2]);
    assert!(asks(&result, Gate::SafeContact) && asks(&result, Gate::Children));
}

/// A general-needs officer in a car. A neighbour reports shouting and a child crying, for the third time.
#[test]
fn s3_a_neighbour_and_the_noise() {
    use ScreenId as S;
    let mut run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "not-with-me")
        .press(S::ToldBy, "third-party")
        .press(S::Wish, "cannot-yet")
        .press(S::Where, "unknown")
        .skip(S::Hurt)
        .fill(S::Children, &[("context.children", "in-home"), ("context.child_harm", "sees-hears")])
        .skip(S::Signs)
        .skip(S::Somewhere)
        .skip(S::Worried);
    let result = run.result();
    assert_eq!((step(&result, PathwayId::Pw16).priority, step(&result, PathwayId::Pw16).stance), (1, Stance::Do));
    assert_eq!(step(&result, PathwayId::Pw03).stance, Stance::Do);
    assert!(result.take_care.contains(&CautionId::ThirdPartyReport));
    assert!(result.say.iter().any(|line| line.contains("999")));
    assert!(asks(&result, Gate::WishAsked));
    assert!(run.case.dash.answers.is_empty());
    // Two warnings and arrears: the step against the tenancy is asked about, and held.
    let assessment = assess(&run.case);
    assert!(matters(ContextField::EvictionConsidered, &run.case, &assessment));
    assert!(matters(ContextField::VisitPlanned, &run.case, &assessment));
    put_all(&mut run.case, &[("context.eviction_considered", "yes"), ("context.visit_planned", "yes")]);
    let assessment = assess(&run.case);
    assert!(assessment.warns(CautionId::BeforeEnforcement) && assessment.warns(CautionId::VisitRisk));
    assert!(run.result().morning.iter().any(|line| matches!(line, Morning::Identify(_))));
}

/// Friday 17:30, extra care. A carer saw finger bruises on a resident of 82 with early dementia; her son has her card,
/// answers for her and gives her medicines. The court manager writes; the champion is on leave.
#[test]
fn s4_the_son_who_cares_for_her() {
    use ScreenId as S;
    let mut run = Run::start();
    run.case = case_of(&[("profile", "housing21"), ("context.worker_role", "manager")]);
    let mut run = run
        .press(S::Danger, "no")
        .press(S::Private, "not-with-me")
        .press(S::ToldBy, "seen")
        .press(S::Wish, "cannot-yet")
        .press(S::Where, "has-keys")
        .skip(S::Hurt)
        .fill(
            S::Children,
            &[("context.children", "none"), ("context.care_needs", "yes"), ("context.perpetrator_is_carer", "yes")],
        )
        .skip(S::Signs)
        .skip(S::Somewhere)
        .fill(S::Worried, &[("dash.judgement", "high")]);
    let result = run.result();
    let assessment = assess(&run.case);
    assert!(assessment.handoff.as_ref().is_some_and(|handoff| !handoff.waits));
    assert_eq!(result.hand_off, Some(EN.pages.tonight.hand_off_now));
    assert!(result.take_care.contains(&CautionId::CareCover));
    assert_eq!((step(&result, PathwayId::Pw18).priority, step(&result, PathwayId::Pw18).stance), (1, Stance::Do));
    assert!(now(&result).contains(&PathwayId::Pw42));
    // What the situation adds: doubt about capacity and the registered service. Her diagnosis stops nothing.
    for field in [ContextField::CapacityDoubt, ContextField::RegisteredCare] {
        assert!(matters(field, &run.case, &assessment), "{field:?}");
    }
    put_all(
        &mut run.case,
        &[
            ("context.capacity_doubt", "yes"),
            ("context.registered_care", "yes"),
            ("context.relationship", "adult-child"),
            ("context.survivor_age", "60-plus"),
        ],
    );
    let result = run.result();
    assert!(later(&result).contains(&PathwayId::Pw19));
    assert_eq!(assess(&run.case).identify.outcome, None);
}

/// A perpetrator-only project. A resident says "If she goes, neither of us will see Christmas"; her name is not known;
/// there are guns on his brother's farm.
#[test]
fn s7_he_said_it_himself() {
    use ScreenId as S;
    let mut run = Run::start();
    run.case = case_of(&[("context.sees", "perpetrator"), ("context.survivor_known", "no")]);
    let mut run = run
        .press(S::Danger, "no")
        .press(S::Private, "not-with-me")
        .press(S::ToldBy, "perpetrator")
        .press(S::Where, "none")
        .skip(S::Hurt)
        .skip(S::Children)
        .fill(S::Signs, &[("dash.14", "yes"), ("dash.22", "yes"), ("dash.13", "yes")])
        .skip(S::Worried);
    assert_eq!(run.at, None);
    assert!(run.case.dash.sources.iter().all(|(_, text)| text.as_str() == EN.pages.tonight.signs_source_other_person));
    assert_eq!(run.case.dash.sources.iter().count(), 3);
    assert_eq!(run.case.dash.with, Some(DashWith::Information));
    let result = run.result();
    assert_eq!((step(&result, PathwayId::Pw03).priority, step(&result, PathwayId::Pw03).stance), (1, Stance::Do));
    assert!(result.take_care.contains(&CautionId::AskHimNothing));
    assert_eq!(result.say[..], EN.say("other-discloses").expect("a moment").say[..]);
    assert!(later(&result).contains(&PathwayId::Pw06) && later(&result).contains(&PathwayId::Pw27));
    let assessment = assess(&run.case);
    assert!(assessment.warns(CautionId::FindSurvivorWorker));
    assert!(matters(ContextField::FirearmAccess, &run.case, &assessment));
    put_all(&mut run.case, &[("dash.judgement", "high")]);
    assert_eq!(step(&run.result(), PathwayId::Pw06).stance, Stance::Do);
}

/// A foyer worker, evening. She is seventeen and pregnant; he is 22, checks her phone and pushed her downstairs.
#[test]
fn s9_seventeen_and_pregnant() {
    use ScreenId as S;
    let mut run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .fill(S::Wish, &[("context.limits_explained", "yes")])
        .press(S::Where, "none")
        .skip(S::Hurt)
        .fill(S::Children, &[("context.children", "none"), ("context.pregnant", "yes")])
        .fill(S::Signs, &[("dash.8", "yes")])
        .skip(S::Somewhere)
        .skip(S::Worried);
    put_all(
        &mut run.case,
        &[
            ("context.survivor_age", "16-17"),
            ("context.perpetrator_age", "18-plus"),
            ("context.relationship", "partner"),
            ("context.device_safe", "no"),
            ("dash.1", "yes"),
        ],
    );
    let result = run.result();
    for id in [PathwayId::Pw16, PathwayId::Pw05, PathwayId::Pw42, PathwayId::Pw39] {
        assert!(now(&result).contains(&id), "{id:?} in {:?}", now(&result));
    }
    assert!(result.take_care.contains(&CautionId::DeviceCheck));
    assert!(result.dont.contains(&EN.pages.tonight.dont_tell));
    let assessment = assess(&run.case);
    assert!(assessment.pathway(PathwayId::Pw06).is_some(), "MARAC is open from 16");
    assert!(assessment.dash.valid);
}

#[test]
fn someone_who_may_end_their_life_is_helped_first() {
    use ScreenId as S;
    let mut run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .press(S::Wish, "unsure")
        .press(S::Where, "none")
        .fill(S::Hurt, &[("context.suicidal_now", "yes")]);
    assert_eq!(run.at, Some(S::Hurt));
    assert_eq!(run.result().do_now[0].pathway, PathwayId::Pw37);
    assert!(run.result().say.contains(&EN.pages.tonight.say_crisis));
    run.case.choice_mut(PathwayId::Pw37).decision = Some(Decision::Done);
    assert_eq!(tonight::next(S::Hurt, &run.case), Some(S::Children));
    assert!(run.result().do_now[0].done);
}
