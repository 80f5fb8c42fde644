//! A document as plain structures, and the same as text to paste or print.
//!
//! Lives here: the kinds of block and how each is laid out in text. Not here: what a document holds.

use waymark_case::listed::Listed;

/// The widest line of the text.
const WIDTH: usize = 76;
/// What is left for a pen.
const BLANK: &str = "______________________________";

/// What a block is that makes no claim of ours about these people. Every other block rests on an answer, or is the same in
/// every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// What somebody says: an answer stands behind it, and what is found may stand in its place.
    Account,
    /// What was not asked, or is not known.
    NotAsked,
    /// What to do.
    Advice,
    /// What the engine makes of all the answers together, such as a count.
    Finding,
}

/// One part of a document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading with its level; the title is level 1.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// Somebody's own words, kept as they are.
    Quote(String),
    /// A list.
    List(Vec<String>),
    /// Labels with their values.
    Facts(Vec<(String, String)>),
    /// A table whose first column names the row; a cell may be empty.
    Table {
        /// The heading of each column.
        head: Vec<String>,
        /// The rows, each with as many cells as `head`.
        rows: Vec<Vec<String>>,
    },
    /// Labels with room to write by hand: what may never be typed here.
    ToFill(Vec<String>),
    /// A block that makes no claim of ours; it looks like any other.
    NoClaim(Marked, Box<Block>),
}

/// A document that can be shown, copied or printed. It holds no name: its title and its notice are the same for everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Stands above the title on every page; empty on what must not look like a record.
    pub notice: String,
    /// What it is.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The versions it rests on; stands last. Empty where nobody may see that this page was used.
    pub version: String,
}

impl Document {
    /// Adds a heading and what stands under it; nothing when there is nothing to say.
    pub(crate) fn section(&mut self, heading: &str, blocks: Vec<Block>) {
        let blocks: Vec<Block> = blocks.into_iter().filter(|block| !block.is_empty()).listed();
        if !blocks.is_empty() {
            self.blocks.push(Block::Heading(2, heading.to_owned()));
            self.blocks.extend(blocks);
        }
    }
}

impl Block {
    /// A table from rows of any length.
    pub(crate) fn table(head: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self::Table { head: head.iter().map(|cell| (*cell).to_owned()).listed(), rows }
    }

    /// A paragraph.
    pub(crate) fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// The block as one that makes no claim.
    pub(crate) fn marked(self, marked: Marked) -> Self {
        Self::NoClaim(marked, Box::new(self))
    }

    /// A paragraph about what was not asked or is not known.
    pub(crate) fn not_asked(text: impl Into<String>) -> Self {
        Self::paragraph(text).marked(Marked::NotAsked)
    }

    /// The block itself, marked or not.
    pub fn inner(&self) -> &Self {
        match self {
            Self::NoClaim(_, block) => block.inner(),
            block => block,
        }
    }

    /// True when the block says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Heading(_, text) | Self::Paragraph(text) | Self::Quote(text) => text.trim().is_empty(),
            Self::List(lines) | Self::ToFill(lines) => lines.is_empty(),
            Self::Facts(facts) => facts.is_empty(),
            Self::Table { rows, .. } => rows.is_empty(),
            Self::NoClaim(_, block) => block.is_empty(),
        }
    }
}

/// The document as text: the notice first, headings underlined, lines of at most 76 characters; the versions
/// stand last, on one line.
pub fn plain_text(document: &Document) -> String {
    let mut page = PlainPage::default();
    if !document.notice.is_empty() {
        page.line(&document.notice);
        page.gap();
    }
    page.underlined(&document.title, '=');
    for block in &document.blocks {
        page.block(block);
    }
    if !document.version.is_empty() {
        page.gap();
        page.line(&document.version);
    }
    page.text
}

/// What was said, without quotation marks that were typed around it: every quote is given its own.
pub fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix(['“', '"', '‘', '\'']).and_then(|rest| rest.strip_suffix(['”', '"', '’', '\'']));
    // Marks inside show that the outer two belong to different quotes.
    inner.filter(|inner| !inner.contains(['“', '”', '"'])).map_or(text, str::trim)
}

#[derive(Default)]
struct PlainPage {
    text: String,
}

impl PlainPage {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One empty line, never two.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn underlined(&mut self, text: &str, with: char) {
        self.line(text);
        self.line(&with.to_string().repeat(text.chars().count().min(WIDTH)));
    }

    /// Wraps a text that may hold lines of its own; `first` stands before its first line, `rest` before the others.
    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let mut indent = first;
        for own_line in text.lines() {
            let mut line = indent.to_owned();
            let mut empty = true;
            for word in own_line.split_whitespace() {
                if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                    self.line(&line);
                    line = rest.to_owned();
                    empty = true;
                }
                if !empty {
                    line.push(' ');
                }
                line.push_str(word);
                empty = false;
            }
            if !empty {
                self.line(&line);
            }
            indent = rest;
        }
    }

    fn block(&mut self, block: &Block) {
        if block.is_empty() {
            return;
        }
        self.gap();
        match block {
            Block::Heading(level, text) if *level <= 2 => self.underlined(text, '-'),
            Block::Heading(_, text) => self.wrapped(text, "", ""),
            Block::Paragraph(text) => self.wrapped(text, "", ""),
            Block::Quote(text) => self.wrapped(&format!("“{}”", unquoted(text)), "    ", "    "),
            Block::List(lines) => lines.iter().for_each(|line| self.wrapped(line, "- ", "  ")),
            Block::Facts(facts) => {
                facts.iter().for_each(|(label, value)| self.wrapped(&format!("{label}: {value}"), "", "    "));
            }
            Block::Table { head, rows } => rows.iter().for_each(|row| self.wrapped(&row_text(head, row), "", "    ")),
            Block::ToFill(labels) => {
                labels.iter().for_each(|label| self.wrapped(&format!("{label}: {BLANK}"), "", "    "));
            }
            Block::NoClaim(_, block) => self.block(block),
        }
    }
}

/// A row of a table on one line: the first two cells as name and value, the others with their headings.
fn row_text(head: &[String], row: &[String]) -> String {
    let mut cells = row.iter();
    let mut text = cells.next().cloned().unwrap_or_default();
    if let Some(value) = cells.next().filter(|value| !value.is_empty()) {
        text.push_str(" – ");
        text.push_str(value);
    }
    for (heading, cell) in head.iter().zip(row).skip(2).filter(|(_, cell)| !cell.is_empty()) {
        text.push_str("; ");
        text.push_str(&heading.to_ascii_lowercase());
        text.push_str(": ");
        text.push_str(cell);
    }
    text
}
