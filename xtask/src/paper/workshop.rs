//! For trainers: the sheets of the guide.

use waymark_content::words::Words;
use waymark_workshop::guide::{Part, Sheet, sheets};

use super::markup::{el, escaped, list, sheet, text};

/// The sheets, in order.
pub fn guide(words: &Words) -> String {
    sheets(words).into_iter().map(on_paper).collect()
}

fn on_paper(Sheet { name, title, parts }: Sheet) -> String {
    let parts: Vec<String> = parts.into_iter().map(part).collect();
    sheet(name, title, "", &parts, &[])
}

fn part(part: Part) -> String {
    match part {
        Part::Band(line) | Part::Text(line) => text("p", line),
        Part::Lines(title, lines) => [text("h3", title), list(lines.iter().copied())].concat(),
        Part::Aloud(title, lines) => {
            let said: String = lines.iter().map(|line| text("blockquote", &format!("“{line}”"))).collect();
            [text("h3", title), said].concat()
        }
        Part::Ways(wrong, instead) => {
            let way = |(wrong, instead): (&&str, &&str)| {
                el("li", &[el("strong", &escaped(wrong)).trim_end(), " ", &escaped(instead)].concat())
            };
            el("ol", &wrong.iter().zip(instead).map(way).collect::<String>())
        }
    }
}
