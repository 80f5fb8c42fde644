//! A text that is read line by line, in the order in which the build wrote it. What is missing in it reads as empty.

use super::own_words::OwnWords;
use std::borrow::Cow;

/// Words that stand in place of others: so many lines are passed over at a line of a text, and so many are read instead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patch {
    /// Which of the texts the line is of.
    pub part: usize,
    pub line: usize,
    skip: usize,
    give: usize,
    texts: &'static str,
}

/// A text that is read line by line.
pub(super) struct Lines {
    rest: &'static str,
    own_words: &'static OwnWords,
    line: usize,
    patches: &'static [Patch],
    /// The words of a patch that are being read, and how many are left.
    own: &'static str,
    left: usize,
}

impl Lines {
    /// The lines of a text, with the words of `patches` in their places, which are in order, and `own_words` in theirs.
    pub(super) fn of(text: &'static str, patches: &'static [Patch], own_words: &'static OwnWords) -> Self {
        Self { rest: text, own_words, line: 0, patches, own: "", left: 0 }
    }
    /// The next text.
    #[inline(never)]
    pub(super) fn text(&mut self) -> &'static str {
        match self.own_words.put(self.patched()) {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.leak(),
        }
    }
    /// The next text as it was given, or that of a patch.
    fn patched(&mut self) -> &'static str {
        loop {
            if self.left > 0 {
                self.left -= 1;
                return cut(&mut self.own);
            }
            match self.patches {
                [patch, later @ ..] if patch.line == self.line => {
                    (self.own, self.left, self.patches) = (patch.texts, patch.give, later);
                    for _ in 0..patch.skip {
                        self.given();
                    }
                }
                _ => return self.given(),
            }
        }
    }
    /// The next text as it was given.
    fn given(&mut self) -> &'static str {
        self.line += 1;
        cut(&mut self.rest)
    }
    /// The next patches, up to an empty line.
    pub(super) fn patches(&mut self) -> &'static [Patch] {
        let mut patches = Vec::new();
        loop {
            let text = self.text();
            if text.is_empty() {
                return patches.leak();
            }
            let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or_default());
            let [part, line, skip, give] = std::array::from_fn(|_| numbers.next().unwrap_or_default());
            patches.push(Patch { part, line, skip, give, texts: self.rest });
            for _ in 0..give {
                self.given();
            }
        }
    }
    /// The next list: texts up to an empty line.
    #[inline(never)]
    pub(super) fn list(&mut self) -> &'static [&'static str] {
        let mut list = Vec::new();
        loop {
            match self.text() {
                "" => return list.leak(),
                text => list.push(text),
            }
        }
    }
    /// The next list, of keys each with its text.
    pub(super) fn pairs(&mut self) -> &'static [(&'static str, &'static str)] {
        let list = self.list();
        let pairs: Vec<_> = list.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.leak()
    }
    /// The next texts, each into its place.
    pub(super) fn texts(&mut self, places: &mut [&mut &'static str]) {
        for place in places {
            **place = self.text();
        }
    }
    /// The next lists, each into its place.
    pub(super) fn lists(&mut self, places: &mut [&mut &'static [&'static str]]) {
        for place in places {
            **place = self.list();
        }
    }
    /// As many of a kind as there are.
    pub(super) fn all<T>(&mut self, count: usize, read: fn(&mut Self) -> T) -> &'static [T] {
        let all: Vec<T> = (0..count).map(|_| read(self)).collect();
        all.leak()
    }
}

/// Takes the first line off a text.
fn cut(text: &mut &'static str) -> &'static str {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    *text = rest;
    line
}
