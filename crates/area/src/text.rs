//! The short texts of settings: what they may not hold.

use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// The most characters a text may have.
pub(crate) const SHORT_LIMIT: usize = 200;

/// The most that whoever made the settings may say of themselves: it stands above every step.
const OWNER_LIMIT: usize = 60;

/// The digits from which on a text could be a telephone number.
const NUMBER_FROM: usize = 5;

/// How many marks may stand on one letter. More of them smear over the lines around it.
const MARKS: usize = 2;

/// A text of at most 200 characters without markup, control characters, letters that nobody sees or marks that turn the
/// direction of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Short(String);

impl Short {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text of our own, such as the id of a profile; nothing when it may not stand in settings.
    pub fn known(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl FromStr for Short {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, &'static str> {
        if text.chars().count() > SHORT_LIMIT || text.chars().any(is_barred) || smears(text) {
            return Err("expected a plain text of at most 200 characters, without markup");
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Short {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Checks who made the settings: a name, and no message to whoever reads it.
pub(crate) fn owner(name: &str) -> Result<(), String> {
    let is_name = !name.trim().is_empty() && name.chars().count() <= OWNER_LIMIT && longest_number(name) < NUMBER_FROM;
    let allowed = "expected a name of at most 60 characters, without a telephone number";
    if is_name { Ok(()) } else { Err(allowed.to_owned()) }
}

/// What is allowed where a word is to stand inside our sentences.
pub(crate) const WORD: &str = "expected a word or a few, at most 40 letters, that neither doubt nor blame";

/// The most letters of a word that stands inside our sentences.
const WORD_LIMIT: usize = 40;

/// What a word for somebody or their home may not say: it would stand in every sentence of every case.
const NEVER: [&str; 10] =
    ["alleg", "perp", "abuser", "abusive", "offend", "suspect", "accus", "liar", "low risk", "safe"];

/// Checks a word that is to stand inside our sentences, by its path in a profile: letters, and what joins them. A system may
/// be called as its maker likes.
pub(crate) fn is_word(path: &str, text: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '/' | '\'' | '’' | '&');
    let low = text.to_lowercase();
    text.starts_with(char::is_alphabetic)
        && text.chars().count() <= WORD_LIMIT
        && text.chars().all(joins)
        && longest_number(text) < NUMBER_FROM
        && (path == "terms.case_system" || !NEVER.iter().any(|word| low.contains(word)))
}

/// How many digits follow each other with no letter between them.
fn longest_number(text: &str) -> usize {
    let (mut longest, mut now) = (0, 0);
    for letter in text.chars() {
        if letter.is_numeric() {
            now += 1;
        } else if letter.is_alphabetic() {
            now = 0;
        }
        longest = longest.max(now);
    }
    longest
}

/// What a text of the settings may not hold: markup, control characters, and what nobody sees or what turns the direction of
/// reading, so that a text is what it looks like.
fn is_barred(letter: char) -> bool {
    matches!(letter,
        '<' | '>' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{ffff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..)
        || letter.is_control()
}

/// A mark that stands on the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// True where more marks stand on a letter than any language needs.
fn smears(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|letter| {
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        marks > MARKS
    })
}
