//! A document on leaves of paper: which of its parts stands on which leaf, so that each leaf can say "page x of y".
//!
//! Lives here: cutting long texts, and filling leaves by heights that somebody else has measured. Not here: measuring and
//! drawing (`components::leaves`). Why by ourselves: Firefox has no boxes in the margins of a page that could count.

use super::document::Block;
use waymark_case::listed::Listed;

/// The most characters of a text that stay together: far less than a leaf, however wide the letters are.
const TEXT: usize = 900;
/// The same for a cell of a table, which may be as narrow as an eighth of the leaf.
const CELL: usize = 300;

/// How high a block is, in any unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Height {
    /// What stands above and below whatever part of it: its margins, and the head of a table, which comes again on each leaf.
    pub around: f64,
    /// Each of its parts: one for a heading or a text, one for each line of a list or row of a table.
    pub parts: Vec<f64>,
}

/// The same blocks with no text in them longer than what fits on a leaf. A text goes on in the next block, line or row.
pub fn cut(blocks: &[Block]) -> Vec<Block> {
    let mut short = Vec::new();
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        match block {
            Block::Heading(level, text) => short.push(Block::Heading(*level, text.clone())),
            Block::Paragraph(text) => short.extend(pieces(text, TEXT).into_iter().map(Block::Paragraph)),
            Block::Quote(text) => short.extend(pieces(text, TEXT).into_iter().map(Block::Quote)),
            Block::List(lines) => short.push(Block::List(lines.iter().flat_map(|line| pieces(line, TEXT)).listed())),
            Block::Facts(facts) => short.push(Block::Facts(facts.iter().flat_map(cut_fact).listed())),
            Block::ToFill(labels) => short.push(Block::ToFill(labels.clone())),
            Block::Table { head, rows } => {
                let rows = rows.iter().flat_map(|row| cut_row(row)).listed();
                short.push(Block::Table { head: head.clone(), rows });
            }
            Block::NoClaim(_, block) => short.extend(cut(std::slice::from_ref(block))),
        }
    }
    short
}

fn cut_fact((label, value): &(String, String)) -> Vec<(String, String)> {
    let labels = std::iter::once(label.clone()).chain(std::iter::repeat(String::new()));
    labels.zip(pieces(value, TEXT)).listed()
}

fn cut_row(row: &[String]) -> Vec<Vec<String>> {
    let cells: Vec<Vec<String>> = row.iter().map(|cell| pieces(cell, CELL)).listed();
    let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
    (0..rows).map(|at| cells.iter().map(|cell| cell.get(at).cloned().unwrap_or_default()).listed()).listed()
}

/// A text in pieces of at most so many characters, cut between words where there is one to cut at. Never empty.
fn pieces(text: &str, most: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while let Some((end, _)) = rest.char_indices().nth(most) {
        let cut = rest[..end].rfind(char::is_whitespace).filter(|cut| *cut > 0).unwrap_or(end);
        let (piece, more) = rest.split_at(cut);
        pieces.push(piece.trim_end().to_owned());
        rest = more.trim_start();
    }
    pieces.push(rest.to_owned());
    pieces
}

/// Which blocks stand on which leaf, in order and each exactly once: a list, facts or a table may go on on the next leaf. A
/// heading stands with at least the first part of what follows it. `heights` holds one for each block; `room` is what one
/// leaf has. A part that is higher than a leaf gets one of its own.
pub fn fill(blocks: &[Block], heights: &[Height], room: f64) -> Vec<Vec<Block>> {
    let mut leaves = Leaves { leaves: vec![Vec::new()], used: 0.0, room };
    let mut headings: Vec<(&Block, f64)> = Vec::new();
    for (block, height) in blocks.iter().zip(heights) {
        let whole = height.around + height.parts.iter().sum::<f64>();
        if matches!(block, Block::Heading(..)) {
            headings.push((block, whole));
            continue;
        }
        let first = height.around + height.parts.first().copied().unwrap_or_default();
        leaves.open_for(first + headings.iter().map(|(_, height)| height).sum::<f64>());
        headings.drain(..).for_each(|(heading, height)| leaves.put(heading.clone(), height));
        leaves.put_parts(block, height);
    }
    leaves.open_for(headings.iter().map(|(_, height)| height).sum());
    headings.into_iter().for_each(|(heading, height)| leaves.put(heading.clone(), height));
    leaves.leaves
}

struct Leaves {
    leaves: Vec<Vec<Block>>,
    used: f64,
    room: f64,
}

impl Leaves {
    /// Begins a leaf when so much no longer fits on this one.
    fn open_for(&mut self, height: f64) {
        if self.used > 0.0 && self.used + height > self.room {
            self.leaves.push(Vec::new());
            self.used = 0.0;
        }
    }

    fn put(&mut self, block: Block, height: f64) {
        self.used += height;
        if let Some(leaf) = self.leaves.last_mut() {
            leaf.push(block);
        }
    }

    /// Puts as many parts together as fit, and the others on the next leaves.
    fn put_parts(&mut self, block: &Block, height: &Height) {
        let mut from = 0;
        while from < height.parts.len() {
            let mut end = from;
            let mut sum = height.around;
            while end < height.parts.len() && (end == from || self.used + sum + height.parts[end] <= self.room) {
                sum += height.parts[end];
                end += 1;
            }
            self.put(part_of(block, from, end), sum);
            from = end;
            if let Some(next) = height.parts.get(from) {
                self.open_for((height.around + next).max(self.room - self.used));
            }
        }
    }
}

/// A block with only some of its parts.
fn part_of(block: &Block, from: usize, end: usize) -> Block {
    fn some<T: Clone>(all: &[T], from: usize, end: usize) -> Vec<T> {
        all.iter().skip(from).take(end - from).cloned().listed()
    }
    match block {
        Block::List(lines) => Block::List(some(lines, from, end)),
        Block::Facts(facts) => Block::Facts(some(facts, from, end)),
        Block::ToFill(labels) => Block::ToFill(some(labels, from, end)),
        Block::Table { head, rows } => Block::Table { head: head.clone(), rows: some(rows, from, end) },
        whole => whole.clone(),
    }
}
