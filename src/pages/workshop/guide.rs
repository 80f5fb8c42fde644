//! The trainer's guide: its sheets, to read, print and copy.

use crate::app::Language;
use crate::components::ways_out;
use waymark_case::listed::Listed;
use waymark_record::{Block, Document};
use waymark_view::{El, html, memo};
use waymark_workshop::guide::{Part, Sheet, sheets};

/// The part.
pub fn guide(language: Language) -> El {
    let documents = memo(move || sheets(language).map(|sheet| document(language, sheet)).into());
    let [buttons, sheets] = ways_out(language, documents);
    html::div().child(buttons).child(sheets)
}

fn document(language: Language, sheet: Sheet) -> Document {
    Document {
        notice: language.later().pages.workshop.band.to_owned(),
        title: sheet.title.to_owned(),
        blocks: sheet.parts.into_iter().flat_map(blocks).listed(),
        version: language.later().pages.workshop_board.page_version.to_owned(),
    }
}

fn blocks(part: Part) -> Vec<Block> {
    let under = |title: &str, more: Vec<Block>| [vec![Block::Heading(2, title.to_owned())], more].concat();
    match part {
        // Every document carries it as its notice.
        Part::Band(_) => Vec::new(),
        Part::Text(text) => vec![Block::Paragraph(text.to_owned())],
        Part::Lines(title, lines) => {
            under(title, vec![Block::List(lines.iter().map(|line| (*line).to_owned()).listed())])
        }
        Part::Aloud(title, lines) => under(title, lines.iter().map(|line| Block::Quote((*line).to_owned())).listed()),
        Part::Ways(wrong, instead) => {
            let ways = (1..).zip(wrong).zip(instead);
            let ways = ways.map(|((n, wrong), instead)| (format!("{n}. {wrong}"), (*instead).to_owned()));
            vec![Block::Facts(ways.listed())]
        }
    }
}
