//! Codes out of a pasted block in any layout: a chat column with times and names, a list, one long line.
//!
//! Lives here: finding what is a code and what was meant to be one, in batches. Not here: which of them count (`board`). What stands
//! around a code, such as a name, is never kept.

use super::codes::{CodeError, LENGTH, Vote, is_between, value};
use std::iter::from_fn;
use std::ops::Range;
use waymark_case::listed::Listed;

/// The longest piece of a text that is shown back.
const SHOWN: usize = 30;

/// Something in the block that is a code, or was meant to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line it stands on, from 1.
    pub line: usize,
    /// Its text, cut where it is long.
    pub text: String,
    /// The vote, or what is wrong.
    pub vote: Result<Vote, CodeError>,
}

/// A run of letters and digits, from its first byte to the one after its last, and whether only hyphens, spaces or line ends
/// stand between it and the one before.
struct Token {
    start: usize,
    end: usize,
    joined: bool,
}

/// The most that a box of codes takes: two votes of 500 people in a chat, and more. Beyond it a browser is held up by the
/// text itself.
pub const MOST_LETTERS: usize = 250_000;
/// The most lines of it.
pub const MOST_LINES: usize = 6_000;

/// How much there is of a block that is more than a box takes; `None` of one that is not.
pub fn too_much(block: &str) -> Option<(usize, usize)> {
    // Most blocks are shorter in bytes already.
    let letters = if block.len() > MOST_LETTERS { block.chars().count() } else { block.len() };
    let lines = block.lines().count();
    (letters > MOST_LETTERS || lines > MOST_LINES).then_some((letters, lines))
}

/// Every code in a block, and what looks like a damaged one, in the order in which they stand.
pub fn read_block(block: &str) -> Vec<Piece> {
    let mut reader = PasteReader::new(block.to_owned());
    while !reader.go_on(usize::MAX) {}
    reader.pieces()
}

/// A block that is read in batches, so that nothing waits for all of it. Its words are taken apart first, then what is a
/// code is found, and then, line by line, what was meant to be one.
pub struct PasteReader {
    block: String,
    /// Where the next letter stands; past the end once all are taken apart.
    at: usize,
    /// Where the word that is open began.
    open: Option<usize>,
    joined: bool,
    tokens: Vec<Token>,
    /// The token at which a code may begin next.
    place: usize,
    /// Where the next line begins.
    line: usize,
    /// Where the whole codes stand.
    whole: Vec<(usize, usize)>,
    /// The codes, in their order, and what was meant to be one, in its own.
    codes: Vec<Found>,
    damaged: Vec<Found>,
}

/// Where a piece begins and ends, and what it holds.
type Found = (usize, usize, Result<Vote, CodeError>);

impl PasteReader {
    /// A block of which nothing is read.
    pub fn new(block: String) -> Self {
        let (tokens, whole, codes, damaged) = Default::default();
        Self { block, at: 0, open: None, joined: true, tokens, place: 0, line: 0, whole, codes, damaged }
    }

    /// True when this is the block that is read.
    pub fn reads(&self, block: &str) -> bool {
        self.block == block
    }

    /// Reads on for about so many letters; true once all is read.
    pub fn go_on(&mut self, letters: usize) -> bool {
        let mut left = letters;
        while left > 0 {
            let done = if self.at <= self.block.len() {
                self.letter()
            } else if self.place < self.tokens.len() {
                self.code()
            } else if self.line < self.block.len() {
                self.line()
            } else {
                return true;
            };
            left = left.saturating_sub(done);
        }
        false
    }

    /// One letter, or the end. Gives back how much was read, as each step does.
    fn letter(&mut self) -> usize {
        let letter = self.block[self.at..].chars().next().unwrap_or(' ');
        match (letter.is_alphanumeric(), self.open) {
            (true, None) => self.open = Some(self.at),
            (false, Some(start)) => {
                self.tokens.push(Token { start, end: self.at, joined: self.joined });
                (self.open, self.joined) = (None, is_between(letter));
            }
            (false, None) => self.joined &= is_between(letter),
            (true, Some(_)) => {}
        }
        self.at += letter.len_utf8();
        1
    }

    /// The code that may begin at the next token.
    fn code(&mut self) -> usize {
        match code_at(&self.block, &self.tokens, self.place) {
            Some((next, start, end, vote)) => {
                self.whole.push((start, end));
                self.codes.push((start, end, vote));
                self.place = next;
            }
            None => self.place += 1,
        }
        LENGTH
    }

    /// What stands in the next line and was meant to be a code.
    fn line(&mut self) -> usize {
        let rest = &self.block[self.line..];
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        for (start, end) in damaged(&self.block, self.line..self.line + length, &self.whole) {
            self.damaged.push((start, end, Vote::read(&self.block[start..end])));
        }
        self.line += length;
        length
    }

    /// What was found.
    pub fn pieces(self) -> Vec<Piece> {
        let (mut codes, mut damaged) = (self.codes.into_iter().peekable(), self.damaged.into_iter().peekable());
        let next = || match (codes.peek(), damaged.peek()) {
            (Some((code, ..)), Some((other, ..))) if other < code => damaged.next(),
            (None, _) => damaged.next(),
            _ => codes.next(),
        };
        let block = &self.block;
        let (mut line, mut counted) = (1, 0);
        let piece = |(start, end, vote): Found| {
            line += block[counted..start].matches('\n').count();
            counted = start;
            let text = block[start..end].split_whitespace().listed().join(" ");
            Piece { line, text: text.chars().take(SHOWN).collect(), vote }
        };
        from_fn(next).map(piece).listed()
    }
}

/// The code that begins at a token and whose check fits: the token after it, where it stands, and what it holds.
#[allow(clippy::type_complexity)] // four parts of one place
fn code_at(block: &str, tokens: &[Token], first: usize) -> Option<(usize, usize, usize, Result<Vote, CodeError>)> {
    let mut length = 0;
    for (place, token) in tokens.iter().enumerate().skip(first) {
        let text = &block[token.start..token.end];
        if place > first && !token.joined || !text.chars().all(|letter| value(letter).is_some()) {
            return None;
        }
        length += text.len();
        if length >= LENGTH {
            let (start, end) = (tokens[first].start, token.end);
            let vote = Vote::read(&block[start..end]);
            let fits = !matches!(vote, Err(CodeError::Check | CodeError::Length(_) | CodeError::Character { .. }));
            return fits.then_some((place + 1, start, end, vote));
        }
    }
    None
}

/// Words of a line outside the whole codes that look as if they were meant to be one.
fn damaged(block: &str, line: Range<usize>, whole: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let free: Vec<(usize, usize)> = words(&block[line.clone()])
        .map(|(start, end)| (line.start + start, line.start + end))
        .filter(|(start, end)| is_free(whole, *start, *end))
        .listed();
    let mut place = 0;
    while let Some((start, end)) = free.get(place).copied() {
        // With a whole code between them, four words are not one piece.
        let group = free.get(place..place + 4).filter(|words| is_free(whole, start, words[3].1));
        let group = group.map(|words| words.iter().map(|(start, end)| &block[*start..*end]));
        if looks_like_a_code(&block[start..end]) {
            found.push((start, end));
            place += 1;
        } else if group.is_some_and(|group| look_like_groups(&group.listed())) {
            found.push((start, free[place + 3].1));
            place += 4;
        } else {
            place += 1;
        }
    }
    found
}

/// True when a piece overlaps none of the whole codes, which stand in order.
fn is_free(whole: &[(usize, usize)], start: usize, end: usize) -> bool {
    let after = whole.partition_point(|(_, to)| *to <= start);
    whole.get(after).is_none_or(|(from, _)| end <= *from)
}

/// The words of a line without the punctuation around them, by where they start and end.
fn words(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace()
        .map(|word| word.trim_matches(|letter: char| letter.is_ascii_punctuation()))
        .filter(|word| !word.is_empty())
        .map(move |word| (at(word), at(word) + word.len()))
}

fn letters(word: &str) -> usize {
    word.chars().filter(|letter| letter.is_alphanumeric()).count()
}

fn digits(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

/// As every code of this version does.
fn begins_well(word: &str) -> bool {
    word.starts_with(['2', '3'])
}

/// One word: nearly as long as a code, or the beginning of one. A long name with a year after it is neither.
fn looks_like_a_code(word: &str) -> bool {
    if word.contains("://") || word.contains('@') || word.chars().all(|one| !one.is_alphabetic()) {
        return false;
    }
    let groups = word.split(is_between).count();
    match letters(word) {
        15..=24 => begins_well(word) || digits(word) > 4,
        8..=14 => groups > 1 && begins_well(word) && word.split(is_between).all(|group| letters(group) > 2),
        _ => false,
    }
}

/// Four words that are grouped as a code is.
fn look_like_groups(words: &[&str]) -> bool {
    let sizes = words.iter().all(|word| (3..=6).contains(&letters(word)));
    sizes
        && (17..=21).contains(&words.iter().map(|word| letters(word)).sum::<usize>())
        && words.first().is_some_and(|word| begins_well(word) || words.iter().all(|word| digits(word) > 0))
}
