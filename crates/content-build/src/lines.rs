//! A text that words of a language become: a line for a text, an empty line at the end of a list; and the same for the page,
//! without what only programs beside it read.

use crate::reading::{Outcome, Problem};
use std::collections::HashMap;

/// A text in the making.
#[derive(Clone, Default)]
pub struct Lines {
    text: String,
    page: String,
    beside_the_page: bool,
    count: usize,
    spans: HashMap<String, Span>,
}

/// Where the words of a place stand: the first line, and how many there are.
#[derive(Clone, Copy)]
pub struct Span {
    pub line: usize,
    pub count: usize,
    pub is_list: bool,
}

impl Lines {
    /// Puts one text. It may be empty, but it is one line, and nothing in it ends the element it ships in.
    pub fn line(&mut self, place: &str, words: &str) -> Outcome<()> {
        if let Some(letter) = words.chars().find(|letter| letter.is_control()) {
            return Err(Problem::at(place, format!("a text is one line without {letter:?}: {words}")));
        }
        // The page reads a text in pieces that could part the two halves of such a letter.
        if let Some(letter) = words.chars().find(|letter| letter.len_utf16() > 1) {
            return Err(Problem::at(place, format!("a text may not hold {letter:?}: {words}")));
        }
        let lower = words.to_ascii_lowercase();
        if let Some(banned) = ["</script", "<script", "<!--"].into_iter().find(|banned| lower.contains(banned)) {
            return Err(Problem::at(place, format!("a text may not hold {banned:?}: {words}")));
        }
        self.text.push_str(words);
        self.text.push('\n');
        // One letter in its place, as an empty line ends a list.
        self.page.push_str(if self.beside_the_page && !words.is_empty() { "-" } else { words });
        self.page.push('\n');
        self.spans.insert(place.to_owned(), Span { line: self.count, count: 1, is_list: false });
        self.count += 1;
        Ok(())
    }
    /// Sets whether the lines added from now on are left out of the page: only native programs read them, to make the files that
    /// ship with it.
    pub fn beside_the_page(&mut self, beside: bool) {
        self.beside_the_page = beside;
    }
    /// Puts texts and the empty line that ends them.
    pub fn list(&mut self, place: &str, list: &[impl AsRef<str>]) -> Outcome<()> {
        let span = Span { line: self.count, count: list.len(), is_list: true };
        for words in list.iter().map(AsRef::as_ref) {
            if words.is_empty() {
                return Err(Problem::at(place, "a text in a list is empty"));
            }
            self.line(place, words)?;
        }
        self.line(place, "")?;
        self.spans.insert(place.to_owned(), span);
        Ok(())
    }
    /// Puts keys, each with its text, as a list. The place of a text is the key within `place`.
    pub fn pairs(
        &mut self,
        place: &str,
        pairs: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
    ) -> Outcome<()> {
        for (key, words) in pairs {
            self.line(place, key.as_ref())?;
            self.line(&format!("{place} {}", key.as_ref()), words.as_ref())?;
        }
        self.line(place, "")
    }
    /// Where the words of a place stand.
    pub fn span(&self, place: &str) -> Option<Span> {
        self.spans.get(place).copied()
    }
    /// Puts another text after this one.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.page.push_str(&other.page);
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
    /// The text for the page.
    pub fn page(&self) -> &str {
        &self.page
    }
}
