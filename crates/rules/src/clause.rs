//! A condition in words: nested as it is in the rule, with the labels of the questions and of their values.

use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input, ItemNumber};
use waymark_content::TERMS;
use waymark_content::condition::{Condition, Fact, Values};
use waymark_content::words::{Words, capital, fill};
use waymark_record::{item_answer, lower_first};

/// How the parts of a clause are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// All of these.
    All,
    /// Any of these.
    Any,
    /// None of these.
    None,
    /// Not all of these.
    NotAll,
}

impl How {
    /// The words that stand before the parts.
    pub fn words(self, words: &Words) -> &'static str {
        let say = &words.later().pages.rules;
        match self {
            Self::All => say.all,
            Self::Any => say.any,
            Self::None => say.none,
            Self::NotAll => say.not_all,
        }
    }
}

/// A condition in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// One thing, without a full stop.
    Says(String),
    /// Several things, joined.
    Group(How, Vec<Clause>),
}

impl Clause {
    /// The words of a condition. A named condition in it is given by its name, in quotation marks.
    pub fn of(condition: &Condition, words: &Words) -> Self {
        match term(condition) {
            Some(name) => Self::Says(fill(words.later().pages.rules.named, &[("term", term_name(name, words))])),
            None => Self::meaning(condition, words),
        }
    }

    /// The same, and a named condition by what it means.
    pub fn meaning(condition: &Condition, words: &Words) -> Self {
        match condition {
            Condition::All(parts) => group(How::All, parts, words),
            Condition::Any(parts) => group(How::Any, parts, words),
            Condition::Not(part) => Self::of(part, words).negated(words),
            one => Self::Says(leaf(one, words)),
        }
    }

    /// The words of two conditions of which both must hold.
    pub fn both(when: &Condition, only_if: &Condition, words: &Words) -> Self {
        group(How::All, &[*when, *only_if], words)
    }

    fn negated(self, words: &Words) -> Self {
        match self {
            Self::Says(it) => Self::Says(fill(words.later().pages.rules.not, &[("it", &it)])),
            Self::Group(how, parts) => {
                let how = match how {
                    How::All => How::NotAll,
                    How::Any => How::None,
                    How::None => How::Any,
                    How::NotAll => How::All,
                };
                Self::Group(how, parts)
            }
        }
    }

    /// The clause as lines of text, each with how deep it is nested.
    pub fn lines(&self, words: &Words) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        self.put_lines(0, words, &mut lines);
        lines
    }

    fn put_lines(&self, depth: usize, words: &Words, lines: &mut Vec<(usize, String)>) {
        match self {
            Self::Says(it) => lines.push((depth, capital(it))),
            Self::Group(how, parts) => {
                lines.push((depth, capital(how.words(words))));
                parts.iter().for_each(|part| part.put_lines(depth + 1, words, lines));
            }
        }
    }
}

/// The id of a condition that the rules use by name. The compiled condition holds no names: it is found by what it says.
fn term(condition: &Condition) -> Option<&'static str> {
    TERMS.iter().find(|(_, term)| term == condition).map(|(name, _)| *name)
}

/// The name of a condition that the rules use by name.
pub(crate) fn term_name(name: &str, words: &Words) -> &'static str {
    words.text(&["term.", name].concat())
}

/// Parts that are joined in the same way need no list of their own, what another part already says is left out, and one
/// part needs no list at all.
fn group(how: How, conditions: &[Condition], words: &Words) -> Clause {
    let mut parts = Vec::new();
    conditions.iter().for_each(|condition| put_parts(how, condition, &mut parts));
    let said_by = |part: &Condition, other: &Condition| match how {
        How::Any => implies(part, other),
        _ => implies(other, part),
    };
    let needed = |place: usize| {
        let part = parts[place];
        let others = parts.iter().enumerate().filter(|(other, _)| *other != place);
        // Of two that say the same, the first stays.
        !others.into_iter().any(|(at, other)| said_by(part, other) && (at < place || !said_by(other, part)))
    };
    let mut clauses: Vec<Clause> =
        (0..parts.len()).filter(|place| needed(*place)).map(|place| Clause::of(parts[place], words)).listed();
    match clauses.len() {
        0 => Clause::Says(words.later().pages.rules.always.to_owned()),
        1 => clauses.remove(0),
        _ => Clause::Group(how, clauses),
    }
}

fn put_parts<'a>(how: How, condition: &'a Condition, parts: &mut Vec<&'a Condition>) {
    match condition {
        Condition::Always => {}
        Condition::All(inner) if how == How::All && term(condition).is_none() => {
            inner.iter().for_each(|part| put_parts(how, part, parts));
        }
        Condition::Any(inner) if how == How::Any && term(condition).is_none() => {
            inner.iter().for_each(|part| put_parts(how, part, parts));
        }
        one => parts.push(one),
    }
}

/// True when one condition cannot hold without the other; false where that takes more than a look.
fn implies(one: &Condition, other: &Condition) -> bool {
    match (one, other) {
        _ if one == other => true,
        (Condition::Field(field, some, absent), Condition::Field(same, more, or_absent)) => {
            field == same && some.members & !more.members == 0 && absent <= or_absent
        }
        (Condition::Not(one), Condition::Not(other)) => implies(other, one),
        (_, Condition::Any(parts)) if parts.iter().any(|part| implies(one, part)) => true,
        (Condition::All(parts), _) => parts.iter().any(|part| implies(part, other)),
        _ => false,
    }
}

fn leaf(condition: &Condition, words: &Words) -> String {
    match condition {
        Condition::Item(number, answer) => {
            ItemNumber::new(*number).map_or_else(String::new, |item| item_answer(item, answer.text(), words))
        }
        Condition::Field(field, values, or_absent) => asked(Input::Context(*field), *values, *or_absent, words),
        Condition::Setting(field, values) => asked(Input::Setting(*field), *values, false, words),
        Condition::Indicator(id) => {
            fill(words.later().pages.rules.indicator_points, &[("name", words.indicator(*id).name)])
        }
        Condition::Flag(flag) => lower_first(words.question(Input::Flag(*flag)).option("true")),
        Condition::Profile(id) => answer(Input::Profile, &[*id], words),
        Condition::Judgement(judgement) => answer(Input::DashJudgement, &[judgement.text()], words),
        Condition::Clear(clear) => words.text(&["fact.clear_", clear.text()].concat()).to_owned(),
        Condition::Fact(fact) => known(*fact, words).to_owned(),
        Condition::Always => words.later().pages.rules.always.to_owned(),
        // Joined by the caller.
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => String::new(),
    }
}

/// What the engine has worked out, in the words of a reason where it has them.
pub(crate) fn known(fact: Fact, words: &Words) -> &'static str {
    match words.text(&["known.", fact.text()].concat()) {
        "" => words.text(&["fact.", fact.text()].concat()),
        own => own,
    }
}

fn asked(input: Input, values: Values, or_absent: bool, words: &Words) -> String {
    let absent = or_absent.then_some(words.steps().pages.record.not_asked);
    answers(input, values.texts, absent, words)
}

fn answer(input: Input, values: &[&str], words: &Words) -> String {
    answers(input, values, None, words)
}

/// What is asked, and which answers are meant.
fn answers(input: Input, values: &[&str], absent: Option<&'static str>, words: &Words) -> String {
    let question = words.question(input);
    // Names keep their capital.
    let names = matches!(input, Input::Profile | Input::Context(ContextField::Nation));
    let option = |value: &&str| match question.option(value) {
        name if names => name.to_owned(),
        option => lower_first(option),
    };
    let options: Vec<String> = values.iter().map(option).chain(absent.map(str::to_owned)).listed();
    let value = options.join(words.later().pages.rules.or);
    fill(words.later().pages.rules.is, &[("what", &lower_first(question.short)), ("value", &value)])
}
