//! Codes out of a pasted block in any layout: a chat column with times and names, a list, one long line.
//!
//! Lives here: finding what is a code and what was meant to be one. Not here: which of them count (`board`). What stands
//! around a code, such as a name, is never kept.

use super::codes::{CodeError, LENGTH, Vote, is_between, value};

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

/// A run of letters and digits, and whether only hyphens, spaces or line ends stand between it and the one before.
struct Token<'a> {
    text: &'a str,
    start: usize,
    joined: bool,
}

/// Every code in a block, and what looks like a damaged one, in the order in which they stand.
pub fn read_block(block: &str) -> Vec<Piece> {
    let tokens = tokens(block);
    let mut found: Vec<(usize, usize, Result<Vote, CodeError>)> = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        match code_at(block, &tokens, place) {
            Some((next, start, end, vote)) => {
                found.push((start, end, vote));
                place = next;
            }
            None => place += 1,
        }
    }
    let whole: Vec<(usize, usize)> = found.iter().map(|(start, end, _)| (*start, *end)).collect();
    for (start, end) in damaged(block, &whole) {
        found.push((start, end, Vote::read(&block[start..end])));
    }
    found.sort_by_key(|(start, ..)| *start);
    let (mut line, mut counted) = (1, 0);
    let piece = |(start, end, vote): (usize, usize, Result<Vote, CodeError>)| {
        line += block[counted..start].matches('\n').count();
        counted = start;
        let text = block[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
        Piece { line, text: text.chars().take(SHOWN).collect(), vote }
    };
    found.into_iter().map(piece).collect()
}

fn tokens(block: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut start, mut joined) = (None, true);
    let ends = block.char_indices().chain([(block.len(), ' ')]);
    for (at, letter) in ends {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(Token { text: &block[from..at], start: from, joined });
                (start, joined) = (None, is_between(letter));
            }
            (false, None) => joined &= is_between(letter),
            (true, Some(_)) => {}
        }
    }
    tokens
}

/// The code that begins at a token and whose check fits: the token after it, where it stands, and what it holds.
#[allow(clippy::type_complexity)] // four parts of one place
fn code_at(block: &str, tokens: &[Token<'_>], first: usize) -> Option<(usize, usize, usize, Result<Vote, CodeError>)> {
    let mut length = 0;
    for (place, token) in tokens.iter().enumerate().skip(first) {
        if place > first && !token.joined || !token.text.chars().all(|letter| value(letter).is_some()) {
            return None;
        }
        length += token.text.len();
        if length >= LENGTH {
            let (start, end) = (tokens[first].start, token.start + token.text.len());
            let vote = Vote::read(&block[start..end]);
            let fits = !matches!(vote, Err(CodeError::Check | CodeError::Length(_) | CodeError::Character { .. }));
            return fits.then_some((place + 1, start, end, vote));
        }
    }
    None
}

/// Words outside the whole codes that look as if they were meant to be one.
fn damaged(block: &str, whole: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in block.split_inclusive('\n') {
        let free: Vec<(usize, usize)> = words(line)
            .map(|(start, end)| (line_start + start, line_start + end))
            .filter(|(start, end)| is_free(whole, *start, *end))
            .collect();
        let mut place = 0;
        while let Some((start, end)) = free.get(place).copied() {
            // With a whole code between them, four words are not one piece.
            let group = free.get(place..place + 4).filter(|words| is_free(whole, start, words[3].1));
            let group = group.map(|words| words.iter().map(|(start, end)| &block[*start..*end]));
            if looks_like_a_code(&block[start..end]) {
                found.push((start, end));
                place += 1;
            } else if group.is_some_and(|group| look_like_groups(&group.collect::<Vec<_>>())) {
                found.push((start, free[place + 3].1));
                place += 4;
            } else {
                place += 1;
            }
        }
        line_start += line.len();
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
