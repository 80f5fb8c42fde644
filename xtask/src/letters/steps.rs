//! The instructions as the text has them: how each begins, and what is left to say.
//!
//! The more the beginnings tell, the better a transport knows what comes next in their line, as long as most of them need one
//! letter only. So what many instructions are, or many locals, is a beginning of its own.

use std::collections::BTreeMap;

use crate::code::{self, Code, Function, Instruction, Kind};
use crate::error::Error;

/// So many instructions that are the same stand whole among the beginnings: with 2,000 the page is 1.5 kB larger, and with 1,000
/// some 4 kB, as then others need a second letter.
const OFTEN: u32 = 3000;

/// So many calls of the same function do: each is a place in a function that is like others. With 100 the page is 2 kB larger.
const CALLED: u32 = 30;

/// So many of the locals that were used last do: with one or four the page is 2 kB larger or more.
const NEAR: u32 = 2;

/// What follows, for `boot/program.js`, when the local is known: this, and how many others were used since.
const LAST: u32 = Kind::Labels as u32 + 1;

/// How an instruction begins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// What the page's script puts after them: a [`Kind`], or one of the locals used last.
    pub follows: u32,
}

/// An instruction.
pub struct Step<'a> {
    /// How it begins.
    pub head: Head<'a>,
    /// Which kind of numbers stands elsewhere in the text: none when its beginning is all of it.
    pub kind: Kind,
    /// The numbers, in LEB128.
    pub rest: &'a [u8],
    /// Its local, as the text names it.
    pub local: u32,
}

/// The instructions of all functions of each part. How often there is one is counted in all of them, but for calls: a function has
/// another number in each.
pub fn read<'a>(parts: &[Code<'a>]) -> Result<Vec<Vec<Vec<Step<'a>>>>, Error> {
    let everywhere = counted(parts);
    let of_part = |part: &Code<'a>| {
        let here = counted(std::slice::from_ref(part));
        let steps = |function: &Function<'a>| {
            let mut recent = Recent::default();
            let step = |one: &Instruction<'a>| {
                let counts = if code::kind(one.head) == Kind::Function { &here } else { &everywhere };
                step(one, counts.get(one.whole).copied().unwrap_or_default(), &mut recent)
            };
            function.instructions.iter().map(step).collect()
        };
        part.functions.iter().map(steps).collect()
    };
    parts.iter().map(of_part).collect()
}

fn counted<'a>(parts: &[Code<'a>]) -> BTreeMap<&'a [u8], u32> {
    let mut counts = BTreeMap::new();
    for instruction in parts.iter().flat_map(|part| &part.functions).flat_map(|function| &function.instructions) {
        *counts.entry(instruction.whole).or_insert(0) += 1;
    }
    counts
}

/// An instruction that the program has so many times.
fn step<'a>(instruction: &Instruction<'a>, count: u32, recent: &mut Recent) -> Result<Step<'a>, Error> {
    let Instruction { whole, head, rest } = *instruction;
    let kind = code::kind(head);
    let local = || code::numbers(rest).map(|numbers| numbers.first().copied().unwrap_or_default());
    let local = match kind {
        Kind::Used => recent.used(local()?),
        Kind::Set => recent.set(local()?),
        _ => 0,
    };
    let least = match kind {
        Kind::Label | Kind::Load | Kind::Store | Kind::Constant => OFTEN,
        Kind::Function => CALLED,
        _ => u32::MAX,
    };
    Ok(if count >= least {
        Step { head: Head { bytes: whole, follows: Kind::Whole as u32 }, kind: Kind::Whole, rest: &[], local }
    } else if kind == Kind::Used && local < NEAR {
        Step { head: Head { bytes: head, follows: LAST + local }, kind: Kind::Whole, rest, local }
    } else {
        Step { head: Head { bytes: head, follows: kind as u32 }, kind, rest, local }
    })
}

/// The locals of a function.
#[derive(Default)]
struct Recent {
    /// The one used last first.
    order: Vec<u32>,
    /// Beyond all that were set.
    fresh: u32,
}

impl Recent {
    /// How many stand before a local, which then is the first.
    fn used(&mut self, local: u32) -> u32 {
        // What was not used yet stands in its own order.
        self.order.extend(self.order.len() as u32..=local);
        let place = self.order.iter().position(|other| *other == local).unwrap_or_default();
        self.order[..=place].rotate_right(1);
        place as u32
    }

    /// 0 for the local after all that were set, and for another one more than how many stand before it.
    fn set(&mut self, local: u32) -> u32 {
        let is_fresh = local == self.fresh;
        let rank = self.used(local);
        self.fresh = self.fresh.max(local + 1);
        if is_fresh { 0 } else { rank + 1 }
    }
}
