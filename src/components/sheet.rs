//! A document as it looks on the screen and on paper.

use crate::platform::dom::{El, el, fact, list, p};
use crate::record::{Block, Document};
use leptos::prelude::*;

/// The document at a place. What stands around it does not print. A section is drawn again only when it changes: writing
/// elsewhere on the step leaves the others as they are.
pub fn sheet(documents: Memo<Vec<Document>>, place: u32) -> El {
    let of = move |read: fn(&Document) -> &str| {
        move || documents.with(|all| all.get(place as usize).map_or_else(String::new, |it| read(it).to_owned()))
    };
    let sections = Memo::new(move |_| {
        documents.with(|all| all.get(place as usize).map_or_else(Vec::new, |it| sections(&it.blocks)))
    });
    let draw = move |number: u32| {
        let section = Memo::new(move |_| sections.with(|all| all.get(number as usize).cloned().unwrap_or_default()));
        el("div")
            .class("block")
            .later(move || vec![el("div").live(move || section.get().into_iter().map(block).collect())])
    };
    el("article")
        .class("sheet")
        .child(p("small", "").child(el("strong").live_text(of(|document| &document.notice))))
        .child(el("h2").live_text(of(|document| &document.title)))
        .each(move || (0..).take(sections.with(Vec::len)).collect(), draw)
        .child(p("ids", "").live_text(of(|document| &document.version)))
}

/// The blocks, each heading of the first order with what stands under it.
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

fn block(block: Block) -> El {
    match block {
        Block::Heading(..=2, text) => el("h3").text(text),
        Block::Heading(_, text) => el("h4").text(text),
        Block::Paragraph(text) => p("", text),
        Block::Quote(text) => el("blockquote").text("“").text(text).text("”"),
        Block::List(lines) => list("ul", "", lines),
        Block::Facts(facts) => {
            el("dl").class("summary").children(facts.into_iter().map(|(label, value)| fact(label, value)))
        }
        Block::ToFill(labels) => {
            let row = |label: String| {
                let line = el("dd").child(el("span").class("rule"));
                el("div").child(el("dt").text(label)).child(line)
            };
            el("dl").class("summary").children(labels.into_iter().map(row))
        }
        Block::Table { head, rows } => table(head, rows),
    }
}

/// A table whose first column names the row. The roles stand there because a phone draws its rows as blocks, and a browser
/// would then no longer tell that it is a table.
fn table(head: Vec<String>, rows: Vec<Vec<String>>) -> El {
    let part = |tag: &'static str, role: &str| el(tag).attr("role", role);
    let row = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        part("tr", "row")
            .child(part("th", "rowheader").attr("scope", "row").text(name))
            .children(cells.map(|cell| part("td", "cell").text(cell)))
    };
    let head = head.into_iter().map(|name| part("th", "columnheader").attr("scope", "col").text(name));
    part("table", "table")
        .child(part("thead", "rowgroup").child(part("tr", "row").children(head)))
        .child(part("tbody", "rowgroup").children(rows.into_iter().map(row)))
}
