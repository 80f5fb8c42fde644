//! Documents: how each kind of block looks on the screen, and the ways out of the page.

use super::stage::Stage;
use crate::components::ways_out;
use waymark_record::{Block, Document};
use waymark_view::{El, html, memo};

shelf!("documents", "Documents", to_hand_on);

/// A document with every kind of block: it is read, copied or printed. Each way says what it leaves behind.
fn to_hand_on(stage: Stage) -> El {
    let text = |text: &str| text.to_owned();
    let blocks = vec![
        Block::Heading(2, text("Situation")),
        Block::Paragraph(text("A paragraph.")),
        Block::Quote(text("I want to leave.")),
        Block::List(vec![text("One thing"), text("Another")]),
        Block::Heading(2, text("Facts")),
        Block::Heading(3, text("The home")),
        Block::Facts(vec![(text("Told by"), text("the survivor")), (text("Heard"), text("alone"))]),
        Block::Table {
            head: vec![text("Item"), text("Then"), text("Now")],
            rows: vec![vec![text("Dash 1"), text("no"), text("yes")], vec![text("Dash 2"), text("yes"), text("yes")]],
        },
        Block::ToFill(vec![text("Name"), text("Address")]),
    ];
    let document =
        Document { notice: text("CONFIDENTIAL"), title: text("Handover"), blocks, version: text("Version 1") };
    html::div().child(ways_out(stage.language, memo(move || vec![document.clone()])))
}
