//! What the two people are called, and how a sentence about them is filled: one way for the page and for what is handed on.

use waymark_case::vocabulary::Person;
use waymark_content::words::{Words, fill};

/// What the two people are called: fixed descriptors such as "the tenant" and "the visitor", never names, never in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    /// Person 1.
    pub one: &'static str,
    /// Person 2.
    pub two: &'static str,
}

impl People {
    /// "person 1" and "person 2", where no descriptors were chosen.
    pub fn unnamed(words: &Words) -> Self {
        Self { one: words.pages.shell.person_one, two: words.pages.shell.person_two }
    }

    /// What a person is called.
    pub fn name(&self, person: Person) -> &'static str {
        match person {
            Person::One => self.one,
            Person::Two => self.two,
        }
    }

    /// The same two, the other way round.
    pub fn swapped(self) -> Self {
        Self { one: self.two, two: self.one }
    }

    /// Puts them into `{p1}` and `{p2}`.
    pub fn fill(&self, sentence: &str) -> String {
        fill(sentence, &[("p1", self.one), ("p2", self.two)])
    }

    /// Puts them into `{p1}`, `{p2}`, `{user}` and `{harmed}`, where `user` is the person using power.
    pub fn about(&self, sentence: &str, user: Person) -> String {
        self.about_either(sentence, Some(user), ["", ""])
    }

    /// The same, where it may be unknown who uses power: then `unknown` goes into `{user}` and `{harmed}`.
    pub fn about_either(&self, sentence: &str, user: Option<Person>, unknown: [&str; 2]) -> String {
        let [user, harmed] = user.map_or(unknown, |user| [self.name(user), self.name(user.other())]);
        fill(sentence, &[("p1", self.one), ("p2", self.two), ("user", user), ("harmed", harmed)])
    }
}
