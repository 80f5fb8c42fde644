//! A document as it looks on the screen and on paper.

use crate::record::{Block, Document};
use leptos::prelude::*;

/// The document. What stands around it does not print.
pub fn sheet(document: Document) -> impl IntoView {
    let Document { notice, title, blocks, version } = document;
    view! {
        <article class="sheet">
            <p class="small"><strong>{notice}</strong></p>
            <h2>{title}</h2>
            {blocks.into_iter().map(block).collect_view()}
            <p class="ids">{version}</p>
        </article>
    }
}

fn lines(lines: Vec<String>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(..=2, text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Heading(_, text) => view! { <h4>{text}</h4> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Block::Quote(text) => view! { <blockquote>"“"{text}"”"</blockquote> }.into_any(),
        Block::List(list) => view! { <ul>{lines(list)}</ul> }.into_any(),
        Block::Facts(facts) => {
            let rows = facts.into_iter().map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> });
            view! { <dl class="summary">{rows.collect_view()}</dl> }.into_any()
        }
        Block::ToFill(labels) => {
            let rows = labels
                .into_iter()
                .map(|label| view! { <div><dt>{label}</dt><dd><span class="rule"></span></dd></div> });
            view! { <dl class="summary">{rows.collect_view()}</dl> }.into_any()
        }
        Block::Table { head, rows } => table(head, rows).into_any(),
    }
}

/// A table whose first column names the row. The roles stand there because a phone draws its rows as blocks, and a browser
/// would then no longer tell that it is a table.
fn table(head: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let row = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| view! { <td role="cell">{cell}</td> }).collect_view();
        view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells}</tr> }
    };
    let head = head.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    view! {
        <table role="table">
            <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
            <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
