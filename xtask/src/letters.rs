//! The program as text that a page can carry as it is, so that the transport packs it like any other text.
//!
//! What is alike stands side by side, which packs better by a fifth: the beginnings of all instructions are one line, the locals
//! another, and so on. What many instructions are stands whole among the beginnings (`letters/steps.rs`). A constant stands in
//! the line of the instruction that follows it, as what it is for tells most of it. What can be reckoned is left out, such as the
//! length of a function. `boot/program.js` puts the program together again.
//!
//! The first line is bytes, a letter each; in the text of the first part, its first 256 letters are the table, the letter of byte
//! 0, of byte 1 and so on. The other lines are numbers, of one letter or more each. No letter is one that markup, line endings or
//! white space could change.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::code::{self, Code, Function, Kind};
use crate::error::Error;
use steps::{Head, Step};

mod steps;

/// Beyond ASCII, letters of two bytes each: U+0100 and on.
const BEYOND: u32 = 0x100;

/// How many letters end a number; with the others it goes on.
const ENDS: u32 = 64;

/// The lines of numbers. Those of constants follow: one for each beginning of an instruction.
#[derive(Clone, Copy)]
enum Line {
    /// Lengths, and what the beginnings of instructions are.
    About,
    /// The place of each instruction's beginning among all there are.
    Head,
    /// The locals that each function declares.
    Declared,
    /// Locals, each by how many others were used since; one that is set, by its own rule.
    Local,
    Label,
    Function,
    Type,
    Load,
    Store,
    Constant,
}

/// Printable ASCII without the space and without what markup gives a meaning.
fn printable() -> impl Iterator<Item = u8> {
    (b'!'..=b'~').filter(|letter| !matches!(letter, b'<' | b'&'))
}

/// The parts of a program, each a WebAssembly module, as a text each. The first text holds what they share: the table of letters
/// and the beginnings. What is alike in two parts is then alike in their texts.
pub fn encode(parts: &[Vec<u8>]) -> Result<Vec<String>, Error> {
    let codes: Vec<Code<'_>> = parts.iter().map(|part| Code::read(part)).collect::<Result<_, _>>()?;
    let functions = steps::read(&codes)?;
    let heads = by_frequency(functions.iter().flatten().flatten().map(|step| step.head));
    let places: BTreeMap<_, _> = heads.iter().copied().zip(0..).collect();
    let mut texts = Vec::new();
    for (place, ((part, code), functions)) in parts.iter().zip(&codes).zip(&functions).enumerate() {
        let shared = if place == 0 { &heads[..] } else { &[] };
        let lines = vec![Vec::new(); Line::Constant as usize + heads.len()];
        let mut text = Text { bytes: code.before.to_vec(), lines };
        for length in [part.len(), code.before.len(), code.functions.len(), shared.len()] {
            text.put(Line::About, number(length)?);
        }
        for head in shared {
            text.put(Line::About, number(head.bytes.len())?);
            text.put_all(Line::About, head.bytes.iter().map(|byte| u32::from(*byte)));
            text.put(Line::About, head.follows);
        }
        for (function, steps) in code.functions.iter().zip(functions) {
            text.put_function(function, steps, &places)?;
        }
        // One more, as each is read before the one it follows is worked off.
        text.put(Line::Head, 0);
        text.bytes.extend_from_slice(code.after);
        texts.push(text);
    }
    let table = table(texts.iter().flat_map(|text| &text.bytes));
    let letters = |(place, text): (usize, Text)| {
        let shared: String = if place == 0 { table.iter().collect() } else { String::new() };
        shared + &text.letters(&table)
    };
    Ok(texts.into_iter().enumerate().map(letters).collect())
}

/// All there are, the most frequent first; those as frequent in their own order.
fn by_frequency<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut count = BTreeMap::new();
    for one in all {
        *count.entry(one).or_insert(0u32) += 1;
    }
    let mut order: Vec<_> = count.keys().copied().collect();
    order.sort_by_key(|one| Reverse(count.get(one).copied()));
    order
}

fn number(length: usize) -> Result<u32, Error> {
    u32::try_from(length).map_err(|error| Error::Page(format!("the program: {error}")))
}

/// A text in the making.
struct Text {
    bytes: Vec<u8>,
    lines: Vec<Vec<u32>>,
}

impl Text {
    fn put(&mut self, line: Line, number: u32) {
        self.lines[line as usize].push(number);
    }

    fn put_all(&mut self, line: Line, numbers: impl IntoIterator<Item = u32>) {
        self.lines[line as usize].extend(numbers);
    }

    fn put_function(
        &mut self,
        function: &Function<'_>,
        steps: &[Step<'_>],
        places: &BTreeMap<Head<'_>, u32>,
    ) -> Result<(), Error> {
        self.put_all(Line::Declared, function.locals.iter().copied());
        let place = |step: &Step<'_>| places.get(&step.head).copied().unwrap_or_default();
        for (at, step) in steps.iter().enumerate() {
            self.put(Line::Head, place(step));
            let numbers = || code::numbers(step.rest);
            match step.kind {
                Kind::Whole | Kind::Opens | Kind::Closes => {}
                Kind::Long => self.bytes.extend_from_slice(step.rest),
                Kind::Used | Kind::Set => self.put(Line::Local, step.local),
                Kind::Label | Kind::Labels => self.put_all(Line::Label, numbers()?),
                Kind::Function => self.put_all(Line::Function, numbers()?),
                Kind::Type => self.put_all(Line::Type, numbers()?),
                Kind::Load => self.put_all(Line::Load, numbers()?),
                Kind::Store => self.put_all(Line::Store, numbers()?),
                Kind::Constant => {
                    let value = code::signed(step.rest)?;
                    let next = steps.get(at + 1).map(place).unwrap_or_default();
                    // The sign as the lowest bit: small numbers of either sign are short.
                    self.lines[Line::Constant as usize + next as usize]
                        .push(((value << 1) ^ (value >> 31)).cast_unsigned());
                }
            }
        }
        Ok(())
    }

    fn letters(self, table: &[char; 256]) -> String {
        let mut text: String = self.bytes.iter().map(|byte| table[usize::from(*byte)]).collect();
        let printable: Vec<u8> = printable().collect();
        for line in self.lines {
            text.push('\n');
            text.extend(line.into_iter().flat_map(digits).map(|digit| char::from(printable[digit as usize])));
        }
        text
    }
}

/// A number, its highest digit first. The last is below [`ENDS`], and no number can be written in two ways.
fn digits(number: u32) -> Vec<u32> {
    let goes_on = printable().count() as u32 - ENDS;
    let mut digits = vec![number % ENDS];
    let mut rest = number / ENDS;
    while rest > 0 {
        digits.push(ENDS + (rest - 1) % goes_on);
        rest = (rest - 1) / goes_on;
    }
    digits.reverse();
    digits
}

/// The letter of each byte. The most frequent ones get the letters of one byte; of these, what is such a letter stays itself.
fn table<'a>(bytes: impl Iterator<Item = &'a u8>) -> [char; 256] {
    let mut count = [0u32; 256];
    for byte in bytes {
        count[usize::from(*byte)] += 1;
    }
    let mut order: Vec<u8> = (0..=255).collect();
    // Stable: bytes that are as frequent stay in their order.
    order.sort_by_key(|byte| Reverse(count[usize::from(*byte)]));
    let (often, seldom) = order.split_at(printable().count());

    let mut table = ['\0'; 256];
    for byte in printable().filter(|byte| often.contains(byte)) {
        table[usize::from(byte)] = char::from(byte);
    }
    let others = often.iter().filter(|byte| !printable().any(|letter| letter == **byte));
    for (byte, letter) in others.zip(printable().filter(|letter| !often.contains(letter))) {
        table[usize::from(*byte)] = char::from(letter);
    }
    // In the order of their values, which packs better than by frequency.
    let mut seldom = seldom.to_vec();
    seldom.sort_unstable();
    for (byte, letter) in seldom.iter().zip((BEYOND..).filter_map(char::from_u32)) {
        table[usize::from(*byte)] = letter;
    }
    table
}

#[cfg(test)]
mod tests;
