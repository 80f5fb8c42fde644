//! The text that the words of a language become: a line for a text, an empty line at the end of a list.

use crate::{Outcome, Problem};

/// A text in the making.
#[derive(Clone, Default)]
pub struct Lines {
    text: String,
    count: usize,
}

impl Lines {
    /// Puts one text. It may be empty, but it is one line, and nothing in it ends the element it ships in.
    pub fn line(&mut self, place: &str, words: &str) -> Outcome<()> {
        if let Some(letter) = words.chars().find(|letter| letter.is_control()) {
            return Err(Problem::at(place, format!("a text is one line without {letter:?}: {words}")));
        }
        let lower = words.to_ascii_lowercase();
        if let Some(banned) = ["</script", "<script", "<!--"].into_iter().find(|banned| lower.contains(banned)) {
            return Err(Problem::at(place, format!("a text may not hold {banned:?}: {words}")));
        }
        self.text.push_str(words);
        self.text.push('\n');
        self.count += 1;
        Ok(())
    }
    /// Puts texts and the empty line that ends them.
    pub fn list(&mut self, place: &str, list: &[impl AsRef<str>]) -> Outcome<()> {
        for words in list.iter().map(AsRef::as_ref) {
            if words.is_empty() {
                return Err(Problem::at(place, "a text in a list is empty"));
            }
            self.line(place, words)?;
        }
        self.line(place, "")
    }
    /// Puts another text after this one.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.count += other.count;
    }
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.count
    }
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}
