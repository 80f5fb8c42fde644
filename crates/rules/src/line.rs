//! One rule, as it is read and signed off.

use crate::clause::Clause;
use std::borrow::Cow;
use waymark_case::listed::Listed;
use waymark_content::words::Words;

/// Stands in `logic.toml` between when something holds and what follows.
const THEN: char = '→';

/// One rule.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its code: a row of the table (`T6`), or a member of a closed set (`ONE_ACCOUNT`).
    pub code: Cow<'static, str>,
    /// When it holds.
    pub when: Clause,
    /// What follows, a sentence or phrase each.
    pub follows: Vec<String>,
    /// The rules and sources it rests on.
    pub sources: Vec<Cow<'static, str>>,
}

impl Line {
    /// A rule of the engine by its table and code: its words and sources stand in `logic.toml`. Empty where they do not.
    pub(crate) fn told(table: &str, code: &'static str, words: &Words) -> Self {
        let [text, sources @ ..] = words.list(&[table, ".", code].concat()) else {
            return Self {
                code: code.into(),
                when: Clause::Says(String::new()),
                follows: Vec::new(),
                sources: Vec::new(),
            };
        };
        let (when, then) = text.split_once(THEN).unwrap_or((text, ""));
        Self {
            code: code.into(),
            when: Clause::Says(trimmed(when).to_owned()),
            follows: if then.is_empty() { Vec::new() } else { vec![trimmed(then).to_owned()] },
            sources: cited(sources),
        }
    }

    /// True when `logic.toml` has words for it.
    pub(crate) fn is_told(table: &str, code: &str, words: &Words) -> bool {
        !words.list(&[table, ".", code].concat()).is_empty()
    }

    /// Puts a list behind what follows.
    pub(crate) fn list(&mut self, list: &str) {
        if let Some(last) = self.follows.last_mut() {
            last.push(' ');
            last.push_str(list);
        }
    }

    /// Makes it rest on more, each once.
    pub(crate) fn rest_on(&mut self, more: &[Cow<'static, str>]) {
        for source in more {
            if !self.sources.contains(source) {
                self.sources.push(source.clone());
            }
        }
    }
}

/// A sentence without its full stop, as what the tables say has none.
fn trimmed(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('.').unwrap_or(text)
}

/// Sources that ship with the program.
pub(crate) fn cited(sources: &[&'static str]) -> Vec<Cow<'static, str>> {
    sources.iter().map(|source| Cow::Borrowed(*source)).listed()
}
