//! The list as a document: a table for each part, with room to agree or to write what should change.

use crate::cited::title;
use crate::line::Line;
use crate::part::groups;
use std::borrow::Cow;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_content::CONTENT_VERSION;
use waymark_content::words::{Words, fill};
use waymark_record::{Block, Document};

/// The prefix of a line by its depth; no-break spaces indent it, as a pasted document has no style sheet.
const MARKS: [&str; 4] = ["", "• ", "\u{a0}\u{a0}\u{a0}– ", "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}· "];

/// The list.
pub fn sheet(words: &Words) -> Document {
    let say = &words.later().pages.rules;
    let versions =
        [("tool", words.pages.shell.name), ("engine", env!("CARGO_PKG_VERSION")), ("content", CONTENT_VERSION)];
    let mut blocks = vec![
        Block::Paragraph(say.lead.to_owned()),
        Block::ToFill(say.to_fill.iter().map(|label| (*label).to_owned()).listed()),
    ];
    let mut cited: Vec<Cow<'static, str>> = Vec::new();
    for (heading, parts) in groups(words) {
        blocks.push(Block::Heading(2, heading.to_owned()));
        for part in parts {
            let lines = part.lines(words);
            for source in lines.iter().flat_map(|line| &line.sources) {
                if !cited.contains(source) {
                    cited.push(source.clone());
                }
            }
            blocks.push(Block::Heading(3, part.title(words)));
            blocks.push(Block::Facts(part.facts(words)));
            if lines.is_empty() {
                blocks.push(Block::Paragraph(say.no_rows.to_owned()));
            }
            let head = say.head.iter().map(|cell| (*cell).to_owned()).listed();
            blocks.push(Block::Table { head, rows: lines.iter().map(|line| row(line, words)).listed() });
        }
    }
    blocks.push(Block::Heading(2, say.sources_title.to_owned()));
    let mut sources: Vec<(String, String)> = cited.iter().map(|id| (id.to_string(), title(id, words))).listed();
    sort_by_key(&mut sources, |(id, _)| id.clone());
    blocks.push(Block::Facts(sources));
    Document {
        notice: say.notice.to_owned(),
        title: say.title.to_owned(),
        blocks: blocks.into_iter().filter(|block| !block.is_empty()).listed(),
        version: fill(say.version, &versions),
    }
}

/// A rule as one row of the table; the last two cells are for a pen.
fn row(line: &Line, words: &Words) -> Vec<String> {
    let nested = line.when.lines(words).into_iter();
    let when = nested.map(|(depth, text)| [MARKS.get(depth).copied().unwrap_or(MARKS[3]), &text].concat());
    let when = when.listed().join("\n");
    vec![line.code.to_string(), when, line.follows.join("\n"), line.sources.join(", "), String::new(), String::new()]
}
