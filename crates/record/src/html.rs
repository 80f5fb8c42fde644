//! A document as HTML to paste: headings, lists and tables that a word processor, a mail or a case system keeps.
//!
//! Lives here: which element each block becomes, and escaping. Not here: what a document holds (`record`), how it gets onto
//! the clipboard (`platform::clipboard`).

use super::document::{Block, Document, unquoted};
use waymark_case::listed::Listed;

/// Plain attributes: a style sheet does not come along when something is pasted, and the policy of this page drops styles.
/// The width is there for word processors: tables without one come out narrow, and neighbours run into each other.
const TABLE: &str = r#"<table border="1" cellspacing="0" cellpadding="4" width="100%">"#;
const HEAD_CELL: &str = r#"<th scope="col" align="left" valign="top">"#;
const ROW_CELL: &str = r#"<th scope="row" align="left" valign="top">"#;
const CELL: &str = r#"<td valign="top">"#;
/// Room to write by hand.
const BLANK_CELL: &str = r#"<td valign="top" width="60%" height="36">"#;

/// Documents as one piece of HTML, one after the other: no script, no class, no address; every text is escaped, and what a
/// text holds can never become an element.
pub fn html(documents: &[Document]) -> String {
    let mut page = String::from("<meta charset=\"utf-8\">");
    for document in documents {
        element(&mut page, "h1", &document.title);
        // What a survivor carries has neither: they would tell whose it is.
        if !document.notice.is_empty() {
            page.push_str("<p><strong>");
            escape(&mut page, &document.notice);
            page.push_str("</strong></p>");
        }
        document.blocks.iter().filter(|one| !one.is_empty()).for_each(|one| block(&mut page, one));
        if !document.version.is_empty() {
            element(&mut page, "p", &document.version);
        }
    }
    page
}

fn block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(..=2, text) => element(page, "h2", text),
        Block::Heading(_, text) => element(page, "h3", text),
        Block::Paragraph(text) => element(page, "p", text),
        Block::Quote(text) => {
            page.push_str("<blockquote><p>");
            escape(page, &format!("“{}”", unquoted(text)));
            page.push_str("</p></blockquote>");
        }
        Block::List(lines) => {
            page.push_str("<ul>");
            lines.iter().for_each(|line| element(page, "li", line));
            page.push_str("</ul>");
        }
        // As tables: a list of terms loses its labels in a word processor.
        Block::Facts(facts) => {
            let rows = facts.iter().map(|(label, value)| vec![label.as_str(), value.as_str()]);
            table(page, &[], CELL, rows);
        }
        Block::ToFill(labels) => table(page, &[], BLANK_CELL, labels.iter().map(|label| vec![label.as_str(), ""])),
        Block::Table { head, rows } => {
            table(page, head, CELL, rows.iter().map(|row| row.iter().map(String::as_str).listed()));
        }
        Block::NoClaim(_, one) => self::block(page, one),
    }
}

/// A table whose first column names the row. An empty cell holds a space that does not break, so that its border shows.
fn table<'a>(page: &mut String, head: &[String], data: &str, rows: impl Iterator<Item = Vec<&'a str>>) {
    page.push_str(TABLE);
    if !head.is_empty() {
        page.push_str("<thead><tr>");
        head.iter().for_each(|name| cell(page, HEAD_CELL, name, "</th>"));
        page.push_str("</tr></thead>");
    }
    page.push_str("<tbody>");
    for row in rows {
        page.push_str("<tr>");
        for (place, text) in row.into_iter().enumerate() {
            let (open, close) = if place == 0 { (ROW_CELL, "</th>") } else { (data, "</td>") };
            cell(page, open, text, close);
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>");
}

fn cell(page: &mut String, open: &str, text: &str, close: &str) {
    page.push_str(open);
    if text.is_empty() {
        page.push_str("&nbsp;");
    } else {
        escape(page, text);
    }
    page.push_str(close);
}

fn element(page: &mut String, tag: &str, text: &str) {
    page.push('<');
    page.push_str(tag);
    page.push('>');
    escape(page, text);
    page.push_str("</");
    page.push_str(tag);
    page.push('>');
}

/// True for a text that a spreadsheet would work out instead of showing it. A telephone number is none.
fn is_formula(text: &str) -> bool {
    let number = |rest: &str| rest.chars().all(|letter| letter.is_ascii_digit() || letter == ' ');
    text.starts_with(['=', '+', '-', '@']) && !text.strip_prefix('+').is_some_and(number)
}

/// A text as a reader of HTML gives it back, with its lines; other control characters stand for nothing and are left out. What
/// a spreadsheet would take for a formula stands in quotation marks.
fn escape(page: &mut String, text: &str) {
    let quoted = format!("“{}”", text.trim());
    let text = if is_formula(text.trim()) { quoted.as_str() } else { text.trim() };
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            page.push_str("<br>");
        }
        for letter in line.chars() {
            match letter {
                '&' => page.push_str("&amp;"),
                '<' => page.push_str("&lt;"),
                '>' => page.push_str("&gt;"),
                '"' => page.push_str("&quot;"),
                '\t' => page.push(' '),
                letter if letter.is_control() => {}
                letter => page.push(letter),
            }
        }
    }
}
