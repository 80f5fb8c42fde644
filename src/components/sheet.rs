//! A document as it looks on the screen and on paper.

use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_record::{Block, Document, unquoted};
use waymark_view::{El, Memo, fact, html, list, memo, p};

/// The document at a place. What is around it is not printed. A section is rendered again only when it changes: writing
/// elsewhere on the step leaves the others as they are.
pub fn sheet(documents: Memo<Vec<Document>>, place: usize) -> El {
    let of = move |read: fn(&Document) -> &str| {
        move || documents.with(|all| all.get(place).map_or_else(String::new, |it| read(it).to_owned()))
    };
    let sections = memo(move || documents.with(|all| all.get(place).map_or_else(Vec::new, |it| sections(&it.blocks))));
    let draw = move |number: usize| {
        let section = memo(move || sections.with(|all| all.get(number).cloned().unwrap_or_default()));
        html::div()
            .class("block")
            .later(move || vec![html::div().live(move || section.get().into_iter().map(block).listed())])
    };
    html::article()
        .class("sheet")
        .child(p("small", "").child(html::strong().child(of(|document| &document.notice))))
        .child(html::h2().child(of(|document| &document.title)))
        .each(move || (0..sections.with(Vec::len)).listed(), draw)
        .child(p("ids", "").child(of(|document| &document.version)))
}

/// The blocks, each heading of the first order with the blocks under it.
fn sections(blocks: &[Block]) -> Vec<Vec<Block>> {
    let mut sections: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        match sections.last_mut() {
            Some(section) if !matches!(block, Block::Heading(..=2, _)) => section.push(block.clone()),
            _ => sections.push(vec![block.clone()]),
        }
    }
    sections
}

/// A block of a document.
pub fn block(block: Block) -> El {
    match block {
        Block::Heading(..=1, text) => html::h2().child(text),
        Block::Heading(..=2, text) => html::h3().child(text),
        Block::Heading(_, text) => html::h4().child(text),
        Block::Paragraph(text) => p("", text),
        Block::Quote(text) => html::blockquote().child("“").child(unquoted(&text)).child("”"),
        Block::List(lines) => list(html::ul(), "", lines),
        Block::Facts(facts) => {
            html::dl().class("summary").children(facts.into_iter().map(|(label, value)| fact(label, value)))
        }
        Block::ToFill(labels) => {
            let row = |label: String| {
                let line = html::dd().child(html::span().class("rule"));
                html::div().child(html::dt().child(label)).child(line)
            };
            html::dl().class("summary").children(labels.into_iter().map(row))
        }
        Block::Table { head, rows } => table(head, rows),
        Block::NoClaim(_, inner) => self::block(*inner),
    }
}

/// A table whose first column names the row. The roles are given because a phone lays out its rows as blocks, and a browser
/// would then no longer tell that it is a table.
fn table(head: Vec<String>, rows: Vec<Vec<String>>) -> El {
    let part = |element: El, role: &str| element.attr("role", role);
    let row = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        part(html::tr(), "row")
            .child(part(html::th(), "rowheader").attr("scope", "row").child(name))
            .children(cells.map(|cell| part(html::td(), "cell").child(cell)))
    };
    let head = head.into_iter().map(|name| part(html::th(), "columnheader").attr("scope", "col").child(name));
    part(html::table(), "table")
        .child(part(html::thead(), "rowgroup").child(part(html::tr(), "row").children(head)))
        .child(part(html::tbody(), "rowgroup").children(rows.into_iter().map(row)))
}
