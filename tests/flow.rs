//! Which question matters now, the fast path of a bad night, and what it comes to: invariants first, then stories.

#![allow(clippy::expect_used, clippy::panic)] // a test may fail loudly

use std::collections::BTreeSet;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber};
use waymark_content::EN;
use waymark_content::{CautionId, Gate, Stance};
use waymark_engine::assess;
use waymark_engine::assessment::Stop;
use waymark_flow::tonight::{self, Answer, ScreenId, Tap, screen};
use waymark_flow::tonight_result::{Morning, TonightResult};
use waymark_flow::{
    DASH_SCREENS, DashScreen, PathPosition, matters, next_unanswered, progress, result, sections, short_talk,
};

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

fn step(result: &TonightResult, id: PathwayId) -> waymark_flow::tonight_result::DoNow {
    let found = result.do_now.iter().find(|step| step.pathway == id);
    found.unwrap_or_else(|| panic!("{id:?} in {:?}", now(result))).clone()
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
    let never = [PathwayId::PerpetratorHousing, PathwayId::CoupleHousing, PathwayId::IntensiveWork];
    assert!(!now(result).iter().any(|id| never.contains(id)), "{result:?}");
    assert!(result.do_now.iter().all(|step| !step.who.is_empty()), "{result:?}");
    let texts = result.do_now.iter().map(|step| step.line).chain(result.dont);
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
        Kind::Tick | Kind::Text | Kind::Day => Vec::new(),
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
            assert!(screen.answers().len() <= 6 && screen.rows(&case).len() <= 5 && screen.ticks(&case).len() <= 8);
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
        .press(S::Limits, "no")
        .press(S::Wish, "cannot-yet")
        .press(S::Where, "none")
        .skip(S::Hurt)
        .skip(S::Children)
        .skip(S::Signs)
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
    run.case.choice_mut(PathwayId::EmergencyCall).decision = Some(Decision::Done);
    assert_eq!(tonight::next(ScreenId::Danger, &run.case), Some(ScreenId::Private));
    let first = run.result().do_now[0].clone();
    assert_eq!((first.pathway, first.priority, first.done), (PathwayId::EmergencyCall, 0, true));
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
    let told = run.press(ScreenId::ToldBy, "survivor").press(ScreenId::Limits, "yes").press(ScreenId::Wish, "unsure");
    let told = told.press(ScreenId::Where, "lives-in");
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
    let run = run
        .press(S::Limits, "yes")
        .press(S::Wish, "unsure")
        .press(S::Where, "lives-in")
        .fill(
            S::Hurt,
            &[
                ("context.injury", "none"),
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
        .fill(
            S::Worried,
            &[
                ("context.homeless_risk", "no"),
                ("context.safe_contact", "agreed"),
                ("dash.2", "yes"),
                ("dash.judgement", "medium"),
                ("context.counter_allegation", "no"),
            ],
        );
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
        .press(S::Limits, "yes")
        .fill(S::Wish, &[("context.wishes", "no-police")])
        .press(S::Where, "")
        .fill(S::Hurt, &[("context.strangulation_within_4_weeks", "yes"), ("context.red_flags", "yes")]);
    assert_eq!(run.case.context.same_site_tonight, Some(Known::Yes));
    assert_eq!(tonight::at_once(S::Hurt, &run.case, &EN), Some(EN.pages.tonight.hurt_signs_now));
    let run = run.skip(S::Children).skip(S::Signs).skip(S::Worried);
    assert!(run.taps <= 16, "{} taps", run.taps);
    let result = run.result();
    assert_eq!(step(&result, PathwayId::MedicalCheck).priority, 0);
    assert_eq!(step(&result, PathwayId::KeepApart).priority, 0);
    assert_eq!(step(&result, PathwayId::SafetyPlan).stance, Stance::Do);
    assert_eq!(result.do_now[0].pathway, PathwayId::EmergencyCall);
    assert_eq!(step(&result, PathwayId::PoliceReport).note, EN.steps().pages.tonight_result.police_ask_first);
    assert!(!now(&result).contains(&PathwayId::CoupleHousing));
    assert_eq!(result.hand_off, None);
    // Both are on one site: those words take the place of the general ones.
    let words = assess(&run.case).words(&EN);
    assert_ne!(words.steps().pages.tonight_result.dont_exclude, EN.steps().pages.tonight_result.dont_exclude);
    assert!(result.dont.contains(&words.steps().pages.tonight_result.dont_exclude));
    let first = |moment: &str| EN.say(moment).expect("a moment").say[0];
    assert_eq!(result.say, ["disclosure", "danger", "they-say-no"].map(first), "the worry before the choice");
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
        .skip(S::Worried);
    let result = run.result();
    assert_eq!(
        (step(&result, PathwayId::ChildProtection).priority, step(&result, PathwayId::ChildProtection).stance),
        (1, Stance::Do)
    );
    assert_eq!(step(&result, PathwayId::PoliceReport).stance, Stance::Do);
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
        .fill(S::Worried, &[("dash.judgement", "high")]);
    let result = run.result();
    let assessment = assess(&run.case);
    assert!(assessment.handoff.as_ref().is_some_and(|handoff| !handoff.waits));
    assert_eq!(result.hand_off, Some(EN.steps().pages.tonight_result.hand_off_now));
    assert!(result.take_care.contains(&CautionId::CareCover));
    assert_eq!(
        (step(&result, PathwayId::AdultSafeguarding).priority, step(&result, PathwayId::AdultSafeguarding).stance),
        (1, Stance::Do)
    );
    assert!(now(&result).contains(&PathwayId::SafetyPlan));
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
    assert!(later(&result).contains(&PathwayId::CareRegulator));
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
    assert_eq!(
        (step(&result, PathwayId::PoliceReport).priority, step(&result, PathwayId::PoliceReport).stance),
        (1, Stance::Do)
    );
    assert!(result.take_care.contains(&CautionId::AskHimNothing));
    assert_eq!(result.say[..], EN.say("other-discloses").expect("a moment").say[..]);
    assert!(
        later(&result).contains(&PathwayId::MaracReferral) && later(&result).contains(&PathwayId::PerpetratorProgramme)
    );
    let assessment = assess(&run.case);
    assert!(assessment.warns(CautionId::FindSurvivorWorker));
    assert!(matters(ContextField::FirearmAccess, &run.case, &assessment));
    put_all(&mut run.case, &[("dash.judgement", "high")]);
    assert_eq!(step(&run.result(), PathwayId::MaracReferral).stance, Stance::Do);
}

/// A foyer worker, evening. She is seventeen and pregnant; he is 22, checks her phone and pushed her downstairs.
#[test]
fn s9_seventeen_and_pregnant() {
    use ScreenId as S;
    let mut run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .press(S::Limits, "yes")
        .skip(S::Wish)
        .press(S::Where, "none")
        .skip(S::Hurt)
        .fill(S::Children, &[("context.children", "none"), ("context.pregnant", "yes")])
        .fill(S::Signs, &[("dash.8", "yes")])
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
    for id in [PathwayId::ChildProtection, PathwayId::MedicalCheck, PathwayId::SafetyPlan, PathwayId::Under18] {
        assert!(now(&result).contains(&id), "{id:?} in {:?}", now(&result));
    }
    assert!(result.take_care.contains(&CautionId::DeviceCheck));
    assert!(result.dont.contains(&EN.steps().pages.tonight_result.dont_tell));
    let assessment = assess(&run.case);
    assert!(assessment.pathway(PathwayId::MaracReferral).is_some(), "MARAC is open from 16");
    assert!(assessment.dash.valid);
}

#[test]
fn someone_who_may_end_their_life_is_helped_first() {
    use ScreenId as S;
    let mut run = Run::start()
        .press(S::Danger, "no")
        .press(S::Private, "yes")
        .press(S::ToldBy, "survivor")
        .press(S::Limits, "no")
        .press(S::Wish, "unsure")
        .press(S::Where, "none")
        .fill(S::Hurt, &[("context.suicidal_now", "yes")]);
    assert_eq!(run.at, Some(S::Hurt));
    assert_eq!(run.result().do_now[0].pathway, PathwayId::SuicideAndCrisis);
    assert!(run.result().say.contains(&EN.say("crisis").expect("a moment").say[0]));
    run.case.choice_mut(PathwayId::SuicideAndCrisis).decision = Some(Decision::Done);
    assert_eq!(tonight::next(S::Hurt, &run.case), Some(S::Children));
    assert!(run.result().do_now[0].done);
}

/// A library desk; she has little English and a cousin speaks for her. A flight is booked for Saturday.
#[test]
fn s8_taken_abroad_on_saturday() {
    use ScreenId as S;
    let run = Run::start().press(S::Danger, "no").press(S::Private, "yes").press(S::ToldBy, "survivor");
    let run = run.press(S::Limits, "no").press(S::Wish, "unsure").press(S::Where, "lives-in").skip(S::Hurt);
    let run = run
        .skip(S::Children)
        .fill(S::Signs, &[("context.forced_marriage", "yes"), ("context.travel_soon", "yes")])
        .skip(S::Worried);
    let at_once = tonight::at_once(S::Signs, &run.case, &EN);
    assert_eq!(at_once, Some(EN.pages.tonight.signs_travel_now));
    let result = run.result();
    assert_eq!((result.do_now[0].pathway, result.do_now[0].priority), (PathwayId::ForcedMarriage, 0));
    assert!(result.take_care.contains(&CautionId::NoFamilyContact));
}

/// A tenancy officer at a family home: a mother with a broken wrist; her son is 15.
#[test]
fn s10_hurt_and_not_seen_to() {
    use ScreenId as S;
    let run = Run::start().press(S::Danger, "no").press(S::Private, "yes").press(S::ToldBy, "survivor");
    let run = run.press(S::Limits, "yes").press(S::Wish, "unsure").press(S::Where, "lives-in");
    let run = run.fill(S::Hurt, &[("context.injury", "needs-care")]);
    assert_eq!(tonight::at_once(S::Hurt, &run.case, &EN), Some(EN.pages.tonight.hurt_care_now));
    let mut run = run.skip(S::Children).skip(S::Signs).skip(S::Worried);
    assert!(now(&run.result()).contains(&PathwayId::MedicalCheck));
    // What is done stands as done, and what comes after it moves up.
    put_all(&mut run.case, &[("choices.PW-05.decision", "done")]);
    let result = run.result();
    assert!(!now(&result).contains(&PathwayId::MedicalCheck));
    assert_eq!(result.done.iter().map(|step| step.pathway).collect::<Vec<_>>(), [PathwayId::MedicalCheck]);
    assert!(result.done[0].done);
}

/// She says no to police; the worker is as worried as can be. The worry is said, and then that it is her choice.
#[test]
fn the_worry_is_said_before_the_choice() {
    let mut case = case_of(&[
        ("context.told_by", "survivor"),
        ("context.limits_explained", "yes"),
        ("context.wishes", "no-police"),
        ("dash.judgement", "high"),
    ]);
    let said = |case: &Case| result(case, &assess(case), &EN).say;
    let line = |moment: &str| EN.say(moment).expect("a moment").say[0];
    assert_eq!(said(&case), [line("disclosure"), line("route"), line("they-say-no")]);
    put_all(&mut case, &[("dash.judgement", "medium")]);
    assert_eq!(said(&case)[1], EN.say("disclosure").expect("a moment").say[1]);
}

/// The screens of the Dash from the first to the last, each with its place.
fn dash_screens(case: &Case, first: &[ItemNumber]) -> Vec<(DashScreen, usize)> {
    let mut seen = vec![(DashScreen::default(), 1)];
    loop {
        let (here, place) = seen[seen.len() - 1];
        let next = here.next(case, first);
        if next == here {
            return seen;
        }
        assert!(next.place(first) > place, "{next:?} comes after {here:?}");
        assert_eq!(next.back(case, first), Some(here));
        seen.push((next, next.place(first)));
    }
}

#[test]
fn the_dash_is_a_screen_an_item_and_no_place_moves() {
    let asked = case_of(&[("dash.with", "survivor")]);
    let all = dash_screens(&asked, &[]);
    assert_eq!(all.iter().map(|(_, place)| *place).collect::<Vec<_>>(), (1..=DASH_SCREENS).collect::<Vec<_>>());
    let items: Vec<_> = all[2..26].iter().map(|(screen, _)| *screen).collect();
    assert_eq!(items, ItemNumber::all().map(DashScreen::Item).collect::<Vec<_>>());
    assert_eq!(
        all[26..].iter().map(|(screen, _)| *screen).collect::<Vec<_>>(),
        [DashScreen::Judgement, DashScreen::Result]
    );
    assert_eq!(DashScreen::With.back(&asked, &[]), None);
    // Where nobody answered, nobody could hear; what was said of that stays within reach, and no other place moves.
    for with in ["information", "perpetrator"] {
        let mut told = case_of(&[("dash.with", with)]);
        let fewer = dash_screens(&told, &[]);
        assert_eq!(fewer, all.iter().copied().filter(|(screen, _)| *screen != DashScreen::Heard).collect::<Vec<_>>());
        put_all(&mut told, &[("dash.heard", "with-others")]);
        assert_eq!(dash_screens(&told, &[]), all);
    }
}

#[test]
fn a_short_talk_asks_the_ten_gravest_open_items_first() {
    let case = case_of(&[("dash.with", "survivor"), ("dash.14", "yes"), ("dash.1", "no"), ("dash.22", "dk")]);
    let assessment = assess(&case);
    let ten = short_talk(&assessment);
    assert_eq!(ten, assessment.dash.revisit[..10]);
    assert_eq!(
        ten[..4].iter().map(|item| item.get()).collect::<Vec<_>>(),
        [22, 13, 15, 16],
        "what is not known comes first"
    );
    let order: Vec<_> = dash_screens(&case, &ten)[2..26].iter().map(|(screen, _)| *screen).collect();
    assert_eq!(order[..10], ten.iter().map(|item| DashScreen::Item(*item)).collect::<Vec<_>>());
    let rest: Vec<_> = ItemNumber::all().filter(|item| !ten.contains(item)).map(DashScreen::Item).collect();
    assert_eq!(order[10..], rest, "then the others by number");
    let mut done = Case::default();
    ItemNumber::all().for_each(|item| done.dash.answers.set(item, Some(ItemAnswer::Yes)));
    assert_eq!(short_talk(&assess(&done)), []);
}

#[test]
fn each_input_of_the_dash_leads_to_the_screen_that_asks_it() {
    let item = ItemNumber::new(7).expect("an item");
    let asked = [
        (Input::DashWith, DashScreen::With),
        (Input::DashHeard, DashScreen::Heard),
        (Input::DashItem(item), DashScreen::Item(item)),
        (Input::DashItemSource(item), DashScreen::Item(item)),
        (Input::DashItemNote(item), DashScreen::Item(item)),
        (Input::DashJudgement, DashScreen::Judgement),
        (Input::DashJudgementReason, DashScreen::Judgement),
        (Input::DashDoneOn, DashScreen::Judgement),
    ];
    for (input, screen) in asked {
        assert_eq!(DashScreen::of(input), screen, "{}", input.name());
        assert_eq!(waymark_case::Step::of(input), waymark_case::Step::Dash, "{}", input.name());
    }
}

/// What is pressed before the program is there comes to the case and the screen that the same presses come to in it.
#[test]
fn answers_pressed_early_are_the_same_answers() {
    let first: Vec<_> = tonight::screens().into_iter().take(3).collect();
    let choices = |place: usize| std::iter::once(None).chain(first[place].answers().iter().map(Some));
    for danger in choices(0) {
        for private in choices(1) {
            for told_by in choices(2) {
                let mut pressed = Case::default();
                let mut position = PathPosition::default();
                let mut kept = Vec::new();
                for (screen, answer) in first.iter().zip([danger, private, told_by]) {
                    if let Some(answer) = answer {
                        tonight::apply(&mut pressed, Tap::Answer(answer), &EN);
                    }
                    position = PathPosition::answered(screen.id, &pressed);
                    let value = answer.map_or("", |answer| answer.puts[0].value);
                    kept.push(format!("{}={value}", screen.first_name()));
                }
                let mut resumed = Case::default();
                assert_eq!(PathPosition::resumed(&mut resumed, &kept.join(" "), &EN), position, "{kept:?}");
                assert_eq!(resumed, pressed, "{kept:?}");
            }
        }
    }
}

/// What no screen asks, and what no answer of a screen is, changes nothing.
#[test]
fn what_was_never_offered_early_is_passed_over() {
    for kept in
        ["", " ", "context.danger_now", "context.sees=survivor", "dash.1=yes", "=", "context.danger_now=perhaps"]
    {
        let mut case = Case::default();
        PathPosition::resumed(&mut case, kept, &EN);
        assert_eq!(case, Case::default(), "{kept}");
    }
}
