//! What becomes of each value of the settings, found by trying it: an assessment and the words with it and without.
//!
//! Lives here: the cases it is tried on. Not here: what a value does (`local`).

use super::Area;
use super::local::{Known, Value, deadline, values, with_values};
use std::borrow::Cow;
use waymark_case::identify::IndicatorAnswers;
use waymark_case::input::IndicatorPart;
use waymark_case::listed::Listed;
use waymark_case::value::Kind;
use waymark_case::vocabulary::{ItemAnswer, PathwayId, Vocabulary};
use waymark_case::{Case, Input, ItemNumber, Settings};
use waymark_content::condition::Condition;
use waymark_content::profile::{Profile, Profiles};
use waymark_content::{CautionId, EN, ROWS};
use waymark_engine::{Assessment, assess_with};

/// Why a value changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is so without it.
    AlreadySo,
    /// The step itself has to be taken sooner.
    StepSooner,
    /// Another time limit of the policy or the area is sooner.
    LimitSooner,
}

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It changes what the tool says of some case.
    InForce,
    /// The tool knows it, and it changes nothing.
    NoEffect(Why),
    /// The tool does nothing by it; people can read it.
    ShownOnly,
    /// It asks for less than the safety floor, at this point of it, and has no effect.
    AgainstFloor(&'static str),
}

/// A value of the settings and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Such as `roles.complete_dash`, `deadlines[0]` or `profile_patch.marac.ticks`.
    pub path: String,
    /// What became of it.
    pub state: State,
}

/// What becomes of each value of an area on top of a policy, beside the local values of the case. Of two values that say
/// the same, the one that is read last counts.
pub fn effects(area: &Area, base: &Profile, settings: &Settings) -> Vec<Effect> {
    let all = values(area);
    let mut kept = all.clone();
    let mut so_far = base.clone();
    let effect = |value: &Value<'_>| {
        let state = match value.put(&area.profile_patch, &mut so_far) {
            Known::Not => State::ShownOnly,
            Known::AgainstFloor(rule) => State::AgainstFloor(rule),
            Known::Put => {
                let path = value.path();
                let without: Vec<_> = kept.iter().copied().filter(|other| other.path() != path).listed();
                let [with_it, without_it] = [&kept, &without].map(|values| with_values(area, base, values));
                if differ(value, &with_it, &without_it, settings) {
                    State::InForce
                } else {
                    let why = why(value, base, &without_it, settings);
                    kept = without;
                    State::NoEffect(why)
                }
            }
        };
        Effect { path: value.path(), state }
    };
    all.iter().map(effect).listed()
}

/// True when some text reads otherwise, or some case comes out otherwise, under the one profile than under the other.
fn differ(value: &Value<'_>, one: &Profile, other: &Profile, settings: &Settings) -> bool {
    if EN.differ_between(&one.own_words, &other.own_words) {
        return true;
    }
    let [one, other] = [one, other].map(|profile| Profiles::shipped().with(profile.clone()));
    cases(value, &one, settings).any(|case| said(&case, &one) != said(&case, &other))
}

/// The cases in which a value could show, under the policy with the area's values.
fn cases(value: &Value<'_>, local: &Profiles, settings: &Settings) -> impl Iterator<Item = Case> {
    let mut cases = match value {
        Value::Limit(_, limit) => PathwayId::from_text(limit.id.as_str()).map(cases_with).unwrap_or_default(),
        _ => Vec::new(),
    };
    cases.extend([Case::default(), whole()]);
    cases.into_iter().map(|mut case| {
        case.profile = local.ids().last().map(str::to_owned);
        case.settings = settings.clone();
        case
    })
}

/// Why a value that changes nothing does not: a time limit is later than the step itself, or than another.
fn why(value: &Value<'_>, base: &Profile, without_it: &Profile, settings: &Settings) -> Why {
    let Value::Limit(_, limit) = value else { return Why::AlreadySo };
    let Some(limit) = deadline(limit) else { return Why::AlreadySo };
    let is_later = |than: &Profile| {
        let profiles = Profiles::shipped().with(than.clone());
        let mut shown = cases(value, &profiles, settings).filter_map(|case| {
            assess_with(&case, &profiles).pathways.into_iter().find(|shown| limit.pathways.contains(&shown.id))
        });
        shown.all(|shown| shown.within().hours() < limit.within.hours())
    };
    if is_later(&Profile { deadlines: Cow::Borrowed(&[]), ..base.clone() }) {
        Why::StepSooner
    } else if is_later(without_it) {
        Why::LimitSooner
    } else {
        Why::AlreadySo
    }
}

/// The assessment without the rules behind it and what nobody is told of.
fn said(case: &Case, profiles: &Profiles) -> Assessment {
    let mut found = assess_with(case, profiles);
    found.pathways.iter_mut().for_each(|pathway| pathway.rules.clear());
    found.cautions.iter_mut().for_each(|caution| caution.rules.clear());
    found.handoff.iter_mut().for_each(|handoff| (handoff.rules, handoff.read_across) = (Vec::new(), false));
    (found.referrers.rules, found.referrers.read_across) = (Vec::new(), false);
    found.dash.policy_line = found.dash.policy_line.filter(|_| found.warns(CautionId::ProfileLine));
    found
}

/// A case in which much is asked for and everything is settled: every item yes, one person named clearly.
fn whole() -> Case {
    let mut case = settled();
    for item in ItemNumber::all() {
        case.dash.answers.set(item, Some(ItemAnswer::Yes));
    }
    for (name, value) in [
        ("context.sees", "both"),
        ("context.visit_planned", "yes"),
        ("context.wishes", "perpetrator-out"),
        ("context.child_harm", "hurt"),
        ("context.care_needs", "yes"),
        ("context.existing_dash", "other-agency"),
        ("context.new_incident_since_dash", "no"),
    ] {
        put(&mut case, Input::parse(name), value);
    }
    case
}

/// A case in which one person is named clearly and whoever reads it agrees.
fn settled() -> Case {
    use waymark_case::vocabulary::IndicatorId as I;
    let mut case = Case::default();
    case.identify.answers = Some(IndicatorAnswers::default());
    for id in [I::F1, I::K1, I::K2, I::H1, I::L1] {
        put(&mut case, Some(Input::Indicator(id, IndicatorPart::Who)), "2");
        for source in ["O", "G", "1"] {
            put(&mut case, Some(Input::Indicator(id, IndicatorPart::Sources)), source);
        }
        put(&mut case, Some(Input::Indicator(id, IndicatorPart::HowOften)), "ongoing");
    }
    for (name, value) in [
        ("identify.survivor_is", "1"),
        ("identify.second_reader", "true"),
        ("context.contact_lawful", "yes"),
        ("context.perpetrator_age", "18-plus"),
        ("context.wish_asked", "yes"),
    ] {
        put(&mut case, Input::parse(name), value);
    }
    case
}

/// How many of the alternatives of a condition are tried.
const TURNS: usize = 4;

/// Cases that show a pathway, each for one of the reasons there are.
fn cases_with(pathway: PathwayId) -> Vec<Case> {
    let shows = ROWS.iter().flat_map(|row| row.show.iter().map(move |show| (&row.when, show)));
    let shows = shows.filter(|(_, show)| show.pathway == pathway);
    shows
        .flat_map(|(when, show)| {
            (0..TURNS).flat_map(move |turn| {
                [Case::default(), settled()].map(|mut case| {
                    hold(when, &mut case, turn);
                    hold(&show.only_if, &mut case, turn);
                    case
                })
            })
        })
        .listed()
}

/// Answers so that a condition holds, as far as answers alone can do that; `turn` says by which of its alternatives.
fn hold(condition: &Condition, case: &mut Case, turn: usize) {
    let one_of = |values: &[&'static str]| values.get(turn % values.len().max(1)).copied();
    match condition {
        Condition::All(parts) => parts.iter().for_each(|part| hold(part, case, turn)),
        Condition::Any(parts) => {
            if let Some(part) = parts.get(turn % parts.len().max(1)) {
                hold(part, case, turn);
            }
        }
        Condition::Not(Condition::Field(field, values, _)) => {
            if let Kind::One(all) = field.kind() {
                let others: Vec<_> = all.iter().copied().filter(|value| !values.texts.contains(value)).listed();
                choose(case, Input::Context(*field), one_of(&others));
            }
        }
        Condition::Item(number, answer) => put(case, ItemNumber::new(*number).map(Input::DashItem), answer.text()),
        Condition::Field(field, values, false) => choose(case, Input::Context(*field), one_of(values.texts)),
        Condition::Setting(field, values) => choose(case, Input::Setting(*field), one_of(values.texts)),
        Condition::Indicator(id) => put(case, Some(Input::Indicator(*id, IndicatorPart::Who)), "2"),
        Condition::Flag(flag) => put(case, Some(Input::Flag(*flag)), "true"),
        Condition::Judgement(judgement) => put(case, Some(Input::DashJudgement), judgement.text()),
        Condition::Fact(_) => put(case, Some(Input::DashJudgement), "high"),
        _ => {}
    }
}

fn choose(case: &mut Case, input: Input, value: Option<&str>) {
    if let Some(value) = value {
        put(case, Some(input), value);
    }
}

fn put(case: &mut Case, input: Option<Input>, value: &str) {
    if let Some(input) = input {
        // Each of these is a value of its input.
        let _ = case.put(input, Some(value));
    }
}
