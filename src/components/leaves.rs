//! Documents on paper: A4 leaves that are put into the page when it is printed and taken out after it. Each says what it is
//! and "page x of y".

use super::sheet::block;
use crate::app::Language;
use crate::platform::paper::{Measured, Place, Put};
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_record::leaves::{self, Height};
use waymark_record::{Block, Document};
use waymark_view::{El, Memo, html, p};

/// Left free on a leaf, in pixels: paper and screen may round differently.
const SPARE: f64 = 12.0;

/// The place for the leaves of these documents, and its element; it is empty but while the page is printed.
pub fn leaves(language: Language, documents: Memo<Vec<Document>>) -> (Place, El) {
    let page = language.pages.ways_out.print_page;
    let (place, element) = Place::new(html::div().class("leaves"));
    let printed = StoredValue::new_local(None::<Put>);
    let there = place.clone();
    let draw = move || {
        // Two prints at once are one: what is there is rendered again.
        printed.set_value(None);
        let put = documents.with_untracked(|documents| draw(&there, documents, page));
        printed.set_value(Some(put));
    };
    place.around_print(draw, move || printed.set_value(None));
    (place, element)
}

/// The content of one leaf.
struct Leaf<'a> {
    document: &'a Document,
    blocks: Vec<Block>,
}

/// The leaves, numbered by the words of `page`. They are laid out twice: to measure, and to print.
fn draw(place: &Place, documents: &[Document], page: &str) -> Put {
    let all: Vec<Leaf> = documents
        .iter()
        .flat_map(|document| {
            let title = [Block::Heading(1, document.title.clone())];
            let blocks = leaves::cut(&[&title, document.blocks.as_slice()].concat());
            let leaf = Leaf { document, blocks: blocks.clone() };
            let measured = place.put(html::div().child(drawn(&leaf, "")));
            let (heights, room) = (heights(&measured, &blocks), room(&measured));
            drop(measured);
            leaves::fill(&blocks, &heights, room - SPARE).into_iter().map(move |blocks| Leaf { document, blocks })
        })
        .listed();
    let count = all.len().to_string();
    let numbered = all
        .iter()
        .zip(1..)
        .map(|(leaf, number): (_, usize)| drawn(leaf, &fill(page, &[("n", &number.to_string()), ("all", &count)])));
    place.put(html::div().children(numbered))
}

/// A leaf: what it is above, the blocks, and at its foot the versions and the number.
fn drawn(leaf: &Leaf, number: &str) -> El {
    let body = html::div().class("leaf-body").children(leaf.blocks.iter().cloned().map(block));
    html::section()
        .class("leaf")
        .child(p("leaf-head", &leaf.document.notice))
        .child(body)
        .child(html::div().class("leaf-foot").child(p("", &leaf.document.version)).child(p("", number)))
}

/// What a leaf has room for.
fn room(put: &Put) -> f64 {
    put.all(".leaf-body").first().map_or(0.0, Measured::height)
}

/// The height of each block: from its own upper edge to that of the next, so that margins count as they fall.
fn heights(put: &Put, blocks: &[Block]) -> Vec<Height> {
    let drawn = put.all(".leaf-body > *");
    let mut heights: Vec<Height> = Vec::new();
    for (place, element) in drawn.iter().enumerate().take(blocks.len()) {
        let whole = drawn.get(place + 1).map_or_else(|| element.height(), |next| element.to(next));
        let parts: Vec<f64> =
            element.all(":scope > li, :scope > div, :scope > tbody > tr").iter().map(Measured::height).listed();
        let parts = if parts.is_empty() { vec![element.height()] } else { parts };
        heights.push(Height { around: (whole - parts.iter().sum::<f64>()).max(0.0), parts });
    }
    heights
}
