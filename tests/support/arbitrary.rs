//! Cases that nobody thought of: from an empty sheet to one where everything was filled in, likely or not.
//!
//! Lives here: how such cases are drawn, and how a law is tried on many of them. Not here: the laws.

#![allow(dead_code)] // each test file uses a part

use proptest::array::{uniform24, uniform26};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestError, TestRunner};
use serde::Serialize;
use std::ops::Range;
use waymark_case::identify::{Flags, Identify, IndicatorAnswer, IndicatorAnswers, OwnJudgement};
use waymark_case::input::{ChoicePart, IndicatorPart, RecordField};
use waymark_case::record::{DecisionLine, PlanLine, Record, Share};
use waymark_case::value::{Field, Kind};
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Dash, Input, ItemNumber, SettingField, Text};
use waymark_content::{Domain, PROFILES, Strength, indicator};

/// Tries a law on many drawn values, and shows a small one that breaks it, as JSON. Every run draws the same values,
/// unless `PROPTEST_RNG_SEED` asks for others.
pub fn holds_for<S>(how_many: u32, drawn: S, law: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Serialize,
{
    let mut config = Config { cases: how_many, failure_persistence: None, ..Config::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
    }
    match TestRunner::new(config).run(&drawn, law) {
        Ok(()) => {}
        Err(TestError::Fail(why, smallest)) => {
            panic!("{why}\nwith {}", serde_json::to_string(&smallest).expect("what was drawn is JSON"))
        }
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

/// As many drawn values as are asked for, for a search rather than a law; the same ones in every run.
pub fn drawn<S: Strategy>(from: S) -> impl Iterator<Item = S::Value> {
    let config = Config { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..Config::default() };
    let mut runner = TestRunner::new(config);
    std::iter::repeat_with(move || from.new_tree(&mut runner).expect("nothing is refused").current())
}

/// Texts that have broken programs before.
const ODD_TEXTS: [&str; 10] = [
    "She said it on the stairs.",
    "null",
    "no",
    "14",
    "",
    "\u{202e}right to left\u{202c}",
    "line one\nline two\ttab \u{0} zero",
    "\"quoted\" \\ and {\"who\":\"2\"}",
    "Dywedodd hi “na” 🙂 e\u{301}",
    "<b>bold</b> & <script>",
];

/// A text that a worker, a keyboard or a mischief might leave.
pub fn text() -> impl Strategy<Value = Text> {
    select(&ODD_TEXTS[..]).prop_map(Text::cut)
}

/// The value that a draw chooses for an input.
fn value_of(input: Input, draw: u16) -> String {
    let place = usize::from(draw);
    match input.kind() {
        Kind::One(values) | Kind::Any(values) => values[place % values.len()].to_owned(),
        Kind::Tick => "true".to_owned(),
        // Mostly near the lines that matter, at times anywhere.
        Kind::Number(least, most) => {
            let near = [least, least + 1, 2, 3, 4, 5, 12, 13, 14, 15, 24, most];
            let anywhere = least + draw % (most - least + 1);
            let number = near.get(place % 18).copied().unwrap_or(anywhere);
            number.clamp(least, most).to_string()
        }
        Kind::Day => format!("20{:02}-{:02}-{:02}", draw % 100, draw % 12 + 1, draw % 28 + 1),
        Kind::Text => ODD_TEXTS[place % ODD_TEXTS.len()].to_owned(),
    }
}

/// Some of these inputs with a value for each, in the order in which they were touched; one may be touched again.
pub fn touched(inputs: Vec<Input>, how_many: Range<usize>) -> impl Strategy<Value = Vec<(Input, String)>> {
    let touch = (select(inputs), any::<u16>()).prop_map(|(input, draw)| (input, value_of(input, draw)));
    vec(touch, how_many)
}

/// Puts values into a case as a page would.
pub fn put_all(case: &mut Case, touched: &[(Input, String)]) {
    for (input, value) in touched {
        case.put(*input, Some(value)).expect("a drawn value is allowed");
    }
}

/// Every input about the situation.
pub fn context_inputs() -> Vec<Input> {
    ContextField::ALL.iter().copied().map(Input::Context).collect()
}

/// Every local setting.
pub fn setting_inputs() -> Vec<Input> {
    SettingField::ALL.iter().copied().map(Input::Setting).collect()
}

/// The inputs of the Dash that are not one item's.
fn sheet_inputs() -> Vec<Input> {
    vec![Input::DashWith, Input::DashHeard, Input::DashHeard, Input::DashJudgement]
}

/// The decision about each pathway.
fn decision_inputs() -> Vec<Input> {
    PathwayId::ALL.iter().map(|id| Input::Choice(*id, ChoicePart::Decision)).collect()
}

/// Every input that takes free text and exists without another answer.
fn text_inputs() -> Vec<Input> {
    let record = [
        RecordField::WishWords,
        RecordField::OwnViewOfDanger,
        RecordField::SafeContactWords,
        RecordField::SecondReaderInitials,
        RecordField::Consulted,
        RecordField::ReviewOn,
        RecordField::IncidentWhat,
        RecordField::IncidentWhere,
        RecordField::IncidentNow,
    ];
    let choices = PathwayId::ALL
        .iter()
        .flat_map(|id| [ChoicePart::By, ChoicePart::When, ChoicePart::Reason].map(|part| Input::Choice(*id, part)));
    let items = ItemNumber::all().flat_map(|item| [Input::DashItemSource(item), Input::DashItemNote(item)]);
    [Input::JudgementReason, Input::DashJudgementReason]
        .into_iter()
        .chain(record.map(Input::Record))
        .chain(choices)
        .chain(items)
        .collect()
}

/// What lies behind the answers about two people, so that each outcome of the gates comes up often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// Any answer about anyone.
    Anything,
    /// One of them uses power, and others than the two know it.
    Pattern,
    /// The same, but all that others know comes from one agency.
    PatternKnownToOne,
    /// A pattern by someone whose conduct health may explain, and nobody asked about control.
    PatternWithoutControl,
    /// The same as a pattern, with much not asked and some of it pointing the other way.
    PatternWithDoubt,
    /// Only what one of them said.
    OneAccount,
    /// Each says that it is the other, or it is put down to both.
    BothWays,
    /// Asked for and not found.
    Nothing,
    /// Little was asked.
    Sparse,
}

const STORIES: [Story; 9] = [
    Story::Anything,
    Story::Pattern,
    Story::PatternKnownToOne,
    Story::PatternWithoutControl,
    Story::PatternWithDoubt,
    Story::OneAccount,
    Story::BothWays,
    Story::Nothing,
    Story::Sparse,
];

/// What chance holds for one answer.
#[derive(Clone, Copy)]
struct Draw {
    /// Of a hundred: whether there is an answer at all, and of which kind.
    luck: u32,
    /// Of a hundred: whom it is about, or how well it is known.
    roll: u32,
    /// The sources, as bits.
    sources: u32,
    /// How often: of four.
    often: usize,
    /// Of a hundred: whether the other person could hear.
    overheard: u32,
}

impl Draw {
    /// The parts of one number; nought has the most luck, which means no answer.
    fn of(number: u32) -> Self {
        Self {
            luck: 99 - number % 100,
            roll: number / 100 % 100,
            sources: number / 10_000 % 32,
            often: (number / 320_000 % 4) as usize,
            overheard: 99 - number / 1_280_000 % 100,
        }
    }
}

/// The chance for each of the 26 indicators.
fn draws() -> impl Strategy<Value = [u32; 26]> {
    uniform26(0..128_000_000_u32)
}

fn sources_of(bits: u32) -> Set<Source> {
    Source::ALL.iter().copied().filter(|source| bits & (1 << source.index()) != 0).collect()
}

fn who_is(person: Person) -> Who {
    if person == Person::One { Who::One } else { Who::Two }
}

fn said_by(person: Person) -> Source {
    if person == Person::One { Source::One } else { Source::Two }
}

/// The other of the two people.
pub fn other(person: Person) -> Person {
    if person == Person::One { Person::Two } else { Person::One }
}

/// Any answer at all.
fn any_answer(draw: Draw) -> IndicatorAnswer {
    let who = Who::ALL.get(draw.roll as usize % 7).copied();
    IndicatorAnswer {
        who,
        sources: sources_of(draw.sources),
        how_often: HowOften::ALL.get(draw.often).copied(),
        tainted: draw.overheard < 6,
        contested: matches!(who, Some(Who::One | Who::Two)) && (20..35).contains(&draw.overheard),
        note: None,
        when: None,
    }
}

/// The answer to one indicator in a story whose user of power is `person`; at times anything, whatever the story.
fn answer_in(story: Story, person: Person, id: IndicatorId, draw: Draw) -> Option<IndicatorAnswer> {
    let Draw { luck, roll, sources: bits, often, .. } = draw;
    if luck < 4 && story != Story::PatternKnownToOne {
        return Some(any_answer(draw));
    }
    let domain = indicator(id).domain;
    let core = matches!(indicator(id).strength, Strength::Strong | Strength::Moderate);
    let outside = [Source::Observed, Source::Agency, Source::ThirdParty][bits as usize % 3];
    let both_accounts = Set::from_iter([Source::One, Source::Two]);
    let pattern = if often < 2 { HowOften::Repeated } else { HowOften::Ongoing };
    let plain = |who: Who, sources: Set<Source>| {
        Some(IndicatorAnswer { who: Some(who), sources, how_often: Some(pattern), ..IndicatorAnswer::default() })
    };
    match story {
        Story::Anything => (luck < 70).then(|| any_answer(draw)),
        Story::Sparse => (luck < 16).then(|| any_answer(draw)),
        Story::PatternWithoutControl if domain == Domain::Control => None,
        Story::Pattern if domain == Domain::UseOfForce && roll < 8 => plain(Who::Both, Set::from_iter([outside])),
        Story::Pattern | Story::PatternWithoutControl if core || luck < 30 => {
            let mut sources = sources_of(bits & 0b11);
            sources.insert(outside);
            sources.insert(said_by(other(person)));
            if luck < 88 { plain(who_is(person), sources) } else { None }
        }
        Story::PatternKnownToOne if core => {
            let sources = Set::from_iter([Source::Agency, said_by(other(person))]);
            if luck < 88 { plain(who_is(person), sources) } else { None }
        }
        Story::PatternWithDoubt if core => {
            let mut sources = sources_of(bits);
            sources.insert(if roll < 60 { outside } else { said_by(other(person)) });
            match luck {
                0..45 => plain(who_is(person), sources),
                45..55 => plain(who_is(other(person)), sources),
                55..65 => plain(Who::None, sources),
                _ => None,
            }
        }
        Story::OneAccount => {
            let accuses = if roll < 90 { who_is(person) } else { Who::Both };
            let sources = Set::from_iter([said_by(if roll < 95 { other(person) } else { person })]);
            if luck < 60 { plain(accuses, sources) } else { None }
        }
        Story::BothWays if core => {
            let who = [Who::One, Who::Two, Who::Both][roll as usize % 3];
            let each_says = who != Who::Both && often == 3;
            if luck < 50 {
                plain(who, sources_of(bits)).map(|answer| IndicatorAnswer { contested: each_says, ..answer })
            } else {
                None
            }
        }
        Story::Nothing if core => {
            let sources = if roll < 50 { both_accounts } else { Set::from_iter([outside]) };
            let force_by_both = domain == Domain::UseOfForce && roll % 5 == 0;
            if luck < 80 { plain(if force_by_both { Who::Both } else { Who::None }, sources) } else { None }
        }
        _ if indicator(id).strength == Strength::SetAside => (luck < 30).then(|| any_answer(draw)),
        _ => (luck < 10).then(|| any_answer(draw)),
    }
}

/// A person now and then.
fn maybe_person(share: f64) -> impl Strategy<Value = Option<Person>> {
    proptest::option::weighted(share, select(Person::ALL))
}

/// How the answers were obtained.
fn flags() -> impl Strategy<Value = Flags> {
    let tick = proptest::bool::weighted;
    let people = (maybe_person(0.15), maybe_person(0.15));
    let view = proptest::option::weighted(0.25, select(SpecialistView::ALL));
    (tick(0.03), tick(0.06), tick(0.05), tick(0.6), tick(0.6), tick(0.15), people, view).prop_map(
        |(
            out_of_scope,
            other_controller,
            one_incident,
            both_seen_alone,
            harmed_voice,
            formal_conflict,
            people,
            specialist,
        )| {
            Flags {
                out_of_scope,
                other_controller,
                one_incident,
                both_seen_alone,
                harmed_voice,
                formal_conflict,
                health: people.0,
                no_contact_with: people.1,
                specialist,
            }
        },
    )
}

/// An identification that was started, in one of the stories.
pub fn identification() -> impl Strategy<Value = Identify> {
    let story = (select(&STORIES[..]), select(Person::ALL));
    let rolls = (0..100_u8, 0..100_u8, 0..100_u8, 0..100_u8);
    (story, draws(), flags(), rolls).prop_map(|((story, person), draws, mut flags, (joined, read, unsure, judged))| {
        if story == Story::PatternWithoutControl {
            flags.health = Some(person);
        }
        let mut answers = IndicatorAnswers::default();
        for (id, draw) in IndicatorId::ALL.iter().zip(draws) {
            if let Some(answer) = answer_in(story, person, *id, Draw::of(draw)) {
                *answers.entry(*id) = answer;
            }
        }
        let as_survivor = |person| if person == Person::One { SurvivorIs::One } else { SurvivorIs::Two };
        let as_judged = |person| if person == Person::One { JudgedPerson::One } else { JudgedPerson::Two };
        Identify {
            answers: Some(answers),
            flags,
            survivor_is: match joined {
                0..60 => Some(as_survivor(other(person))),
                60..75 => Some(as_survivor(person)),
                75..85 => Some(SurvivorIs::NotSaid),
                _ => None,
            },
            unsure: unsure < 10,
            second_reader: read < 50,
            judgement: OwnJudgement {
                person: match judged {
                    0..12 => Some(as_judged(person)),
                    12..16 => Some(as_judged(other(person))),
                    16..20 => Some(JudgedPerson::Unclear),
                    _ => None,
                },
                reason: None,
            },
        }
    })
}

/// A case that holds an identification and the few other facts that it reads.
pub fn identification_case() -> impl Strategy<Value = Case> {
    let read_by_it =
        [ContextField::CounterAllegation, ContextField::EvictionConsidered, ContextField::Sees, ContextField::Wishes];
    let items = ItemNumber::all().map(Input::DashItem);
    let inputs = read_by_it.into_iter().map(Input::Context).chain(items).collect();
    (identification(), prop_oneof![3 => Just(Vec::new()).boxed(), 1 => touched(inputs, 1..4).boxed()]).prop_map(
        |(identify, touched)| {
            let mut case = Case { identify, ..Case::default() };
            put_all(&mut case, &touched);
            case
        },
    )
}

/// How the 24 items tend to be answered: the share of yes, of no and of don't know.
const SHEETS: [(u8, u8, u8); 9] =
    [(0, 0, 0), (0, 0, 0), (4, 4, 2), (10, 10, 10), (33, 33, 33), (58, 42, 0), (75, 20, 5), (6, 90, 4), (20, 30, 50)];

/// A Dash, from a blank one to a full one.
pub fn dash() -> impl Strategy<Value = Dash> {
    let lean = prop_oneof![3 => Just(Vec::new()).boxed(), 2 => touched(sheet_inputs(), 1..4).boxed()];
    (select(&SHEETS[..]), uniform24(0..100_u8), lean).prop_map(|((yes, no, dk), draws, touched)| {
        let mut case = Case::default();
        for (item, draw) in ItemNumber::all().zip(draws) {
            let answer = match draw {
                draw if draw < yes => Some(ItemAnswer::Yes),
                draw if draw < yes + no => Some(ItemAnswer::No),
                draw if draw < yes + no + dk => Some(ItemAnswer::DontKnow),
                _ => None,
            };
            case.dash.answers.set(item, answer);
        }
        put_all(&mut case, &touched);
        case.dash
    })
}

/// Some facts about the situation: few, many or nearly all.
fn situation() -> impl Strategy<Value = Vec<(Input, String)>> {
    prop_oneof![
        4 => touched(context_inputs(), 0..6),
        3 => touched(context_inputs(), 6..40),
        2 => touched(context_inputs(), 40..250),
    ]
}

/// A whole case, by any worker under any policy.
pub fn case() -> impl Strategy<Value = Case> {
    let profile = proptest::option::weighted(0.8, 0..PROFILES.len());
    let settings = prop_oneof![2 => Just(Vec::new()).boxed(), 1 => touched(setting_inputs(), 1..12).boxed()];
    let identify = prop_oneof![
        4 => Just(Identify::default()).boxed(),
        1 => Just(Identify { answers: Some(IndicatorAnswers::default()), ..Identify::default() }).boxed(),
        1 => flags().prop_map(|flags| Identify { flags, ..Identify::default() }).boxed(),
        6 => identification().boxed(),
    ];
    let decided = prop_oneof![3 => Just(Vec::new()).boxed(), 1 => touched(decision_inputs(), 1..6).boxed()];
    let done = vec(select(vec![PathwayId::EmergencyCall, PathwayId::SuicideAndCrisis]), 0..2);
    let no_idva_line = proptest::bool::weighted(0.05);
    (profile, settings, situation(), identify, dash(), (decided, done, no_idva_line)).prop_map(
        |(profile, settings, situation, identify, dash, (decided, done, no_idva_line))| {
            let profile = profile.map(|place| PROFILES[place].id.clone().into_owned());
            let mut case = Case { profile, identify, dash, ..Case::default() };
            put_all(&mut case, &settings);
            if no_idva_line {
                case.settings.idva_threshold.take_null();
            }
            put_all(&mut case, &situation);
            put_all(&mut case, &decided);
            for id in done {
                case.choice_mut(id).decision = Some(Decision::Done);
            }
            case
        },
    )
}

/// A case in which every condition for reaching the other person holds, and then up to four facts were changed.
pub fn nearly_cleared_case() -> impl Strategy<Value = Case> {
    let gates = [
        ContextField::CounterAllegation,
        ContextField::ContactLawful,
        ContextField::PerpetratorAge,
        ContextField::HonourBased,
        ContextField::ForcedMarriage,
        ContextField::Fgm,
        ContextField::EvictionConsidered,
        ContextField::PerpetratorWantsChange,
        ContextField::Wishes,
    ];
    let about_it = [
        Input::SurvivorIs,
        Input::Specialist,
        Input::JudgementPerson,
        Input::NoContactWith,
        Input::Flag(Flag::FormalConflict),
        Input::Flag(Flag::OtherController),
        Input::Indicator(IndicatorId::K1, IndicatorPart::Who),
        Input::Indicator(IndicatorId::F1, IndicatorPart::Who),
        Input::Indicator(IndicatorId::H1, IndicatorPart::Tainted),
        Input::DashJudgement,
    ];
    let inputs: Vec<Input> = gates.into_iter().map(Input::Context).chain(about_it).collect();
    let profile = prop_oneof![2 => Just(None), 1 => (0..PROFILES.len()).prop_map(Some)];
    let readers = (proptest::bool::weighted(0.8), select(Person::ALL));
    let situation = touched(context_inputs(), 0..3);
    (profile, readers, touched(inputs, 0..5), situation, dash()).prop_map(
        |(profile, (second_reader, person), touched, situation, dash)| {
            let mut answers = IndicatorAnswers::default();
            for id in [IndicatorId::F1, IndicatorId::K1, IndicatorId::K2, IndicatorId::H1, IndicatorId::L1] {
                *answers.entry(id) = IndicatorAnswer {
                    who: Some(who_is(person)),
                    sources: Set::from_iter([Source::Agency, Source::Observed, said_by(other(person))]),
                    how_often: Some(HowOften::Ongoing),
                    ..IndicatorAnswer::default()
                };
            }
            let survivor = if person == Person::One { SurvivorIs::Two } else { SurvivorIs::One };
            let identify =
                Identify { answers: Some(answers), survivor_is: Some(survivor), second_reader, ..Identify::default() };
            let profile = profile.map(|place| PROFILES[place].id.clone().into_owned());
            let mut case = Case { profile, identify, dash, ..Case::default() };
            case.context.contact_lawful = Some(Known::Yes);
            case.context.wish_asked = Some(WishAsked::Yes);
            put_all(&mut case, &situation);
            put_all(&mut case, &touched);
            case
        },
    )
}

/// Free text wherever a case has room for it.
#[derive(Clone, Debug)]
struct Scribbles {
    texts: Vec<(Input, String)>,
    notes: Vec<(Input, Text)>,
    on_answers: Text,
    record: Record,
}

/// A case, and the same case with free text in some places.
pub fn scribbled(case: impl Strategy<Value = Case>) -> impl Strategy<Value = (Case, Case)> {
    (case, scribbles()).prop_map(|(case, scribbles)| {
        let scribbled = scribbles.on(&case);
        (case, scribbled)
    })
}

/// Some free text in some places.
fn scribbles() -> impl Strategy<Value = Scribbles> {
    let named: Vec<Input> = context_inputs().into_iter().chain(setting_inputs()).collect();
    let plan = (proptest::option::of(select(PlanPart::ALL)), proptest::option::of(text()))
        .prop_map(|(part, text)| PlanLine { part, text });
    let share =
        (select(ShareWith::ALL), proptest::option::of(select(SharePurpose::ALL)), select(AskedOrTold::ALL), text())
            .prop_map(|(with, purpose, told, words)| Share {
                with: Some(with),
                purpose,
                asked: Some(told),
                answer: Some(ShareAnswer::Refused),
                told: Some(told),
                basis: Some(words.clone()),
                reason: Some(words.clone()),
                when: Some(words),
            });
    let decision =
        (text(), text()).prop_map(|(what, why)| DecisionLine { what: Some(what), why: Some(why), when: None });
    let lists = (vec(plan, 0..3), vec(share, 0..3), vec(decision, 0..3));
    (touched(text_inputs(), 0..12), vec((select(named), text()), 0..4), text(), lists).prop_map(
        |(texts, notes, on_answers, (plan, shares, decisions))| Scribbles {
            texts,
            notes,
            on_answers,
            record: Record { plan, shares, decisions, ..Record::default() },
        },
    )
}

impl Scribbles {
    /// The same case with this text in it.
    fn on(&self, case: &Case) -> Case {
        let mut case = case.clone();
        case.record = self.record.clone();
        put_all(&mut case, &self.texts);
        case.notes.extend(self.notes.iter().map(|(input, note)| (input.name(), note.clone())));
        if let Some(answers) = &mut case.identify.answers {
            for id in IndicatorId::ALL {
                if answers.get(*id).is_some() {
                    answers.entry(*id).note = Some(self.on_answers.clone());
                    answers.entry(*id).when = Some(self.on_answers.clone());
                }
            }
        }
        case
    }
}
