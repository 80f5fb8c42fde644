//! Which functions are alike: those that share runs of instructions.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::code::{Function, Instruction, Kind, kind};

/// How many instructions a run has. With three or six the page is some 2 kB larger.
const RUN: usize = 4;

/// A run that more functions hold tells nothing of one, and would take long to look through.
const HOLDERS: usize = 100;

/// All functions in a row, each by its place: the largest first, after each the one left that is most like it, and where none
/// is, the largest that is left.
pub fn chain(functions: &[Function<'_>]) -> Vec<usize> {
    let runs = runs(functions);
    let mut holders = vec![Vec::new(); runs.iter().flatten().max().map_or(0, |last| last + 1)];
    for (function, runs) in runs.iter().enumerate() {
        for run in runs {
            holders[*run].push(function);
        }
    }
    for holders in &mut holders {
        if holders.len() > HOLDERS {
            holders.clear();
        }
    }
    let mut largest: Vec<_> = (0..functions.len()).collect();
    largest.sort_by_key(|function| Reverse(functions[*function].instructions.len()));

    let mut chain = Vec::with_capacity(functions.len());
    let mut left = Left { is_left: vec![true; functions.len()], shared: vec![0; functions.len()], runs, holders };
    for first in largest {
        let mut next = left.is_left[first].then_some(first);
        while let Some(function) = next {
            chain.push(function);
            next = left.take(function);
        }
    }
    chain
}

/// The runs of each function as numbers, in order, each once.
fn runs(functions: &[Function<'_>]) -> Vec<Vec<usize>> {
    let mut numbers = BTreeMap::new();
    let words: Vec<Vec<usize>> = functions
        .iter()
        .map(|function| function.instructions.iter().map(|one| number(&mut numbers, word(one))).collect())
        .collect();
    let mut numbers = BTreeMap::new();
    words
        .iter()
        .map(|words| {
            let mut runs: Vec<_> = words.windows(RUN.min(words.len())).map(|run| number(&mut numbers, run)).collect();
            runs.sort_unstable();
            runs.dedup();
            runs
        })
        .collect()
}

/// What an instruction does. Which local, label or function it names may differ among functions that are alike.
fn word<'a>(instruction: &Instruction<'a>) -> &'a [u8] {
    match kind(instruction.head) {
        Kind::Constant | Kind::Long | Kind::Load | Kind::Store => instruction.whole,
        _ => instruction.head,
    }
}

/// The same number for the same thing.
fn number<T: Ord>(numbers: &mut BTreeMap<T, usize>, thing: T) -> usize {
    let next = numbers.len();
    *numbers.entry(thing).or_insert(next)
}

/// The functions that have no place yet.
struct Left {
    is_left: Vec<bool>,
    /// The runs of each function.
    runs: Vec<Vec<usize>>,
    /// The functions that hold each run.
    holders: Vec<Vec<usize>>,
    /// How many runs each function has in common with the one that was taken; between two of them, nothing.
    shared: Vec<usize>,
}

impl Left {
    /// Takes a function, and gives the one left that has the most runs in common with it for the size of both.
    fn take(&mut self, function: usize) -> Option<usize> {
        self.is_left[function] = false;
        let mut alike = Vec::new();
        for holder in self.runs[function].iter().flat_map(|run| &self.holders[*run]) {
            if self.is_left[*holder] {
                if self.shared[*holder] == 0 {
                    alike.push(*holder);
                }
                self.shared[*holder] += 1;
            }
        }
        let both = |other: usize| self.runs[function].len() + self.runs[other].len();
        // Fractions compared without rounding: the order may not depend on the machine.
        let nearest = alike.iter().copied().min_by(|one, other| {
            (self.shared[*other] * both(*one)).cmp(&(self.shared[*one] * both(*other))).then(one.cmp(other))
        });
        for other in alike {
            self.shared[other] = 0;
        }
        nearest
    }
}
