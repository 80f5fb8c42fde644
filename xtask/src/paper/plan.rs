//! What to do next, and a log of who was asked and told.

use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_content::words::Words;

use super::markup::{choices, empty_row, sheet, styled, table, text};

/// Every pathway by heading, with a box, and a table to write in.
pub fn next_steps(words: &Words) -> String {
    let paper = &words.later().pages.paper;
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for id in PathwayId::ALL {
        let way = words.pathway(*id);
        match groups.iter_mut().find(|(group, _)| *group == way.group) {
            Some((_, titles)) => titles.push(way.title),
            None => groups.push((way.group, vec![way.title])),
        }
    }
    let groups: String = groups
        .into_iter()
        .map(|(group, titles)| {
            let heading = text("h3", words.text(&format!("heading.{group}")));
            styled("div", "asked ways", &[heading, styled("p", "opts", &choices(titles))].concat())
        })
        .collect();
    let columns = [paper.steps_step, paper.act_who, paper.act_when, paper.steps_agreed, paper.steps_told];
    let parts = [groups, table(columns, (0..12).map(|_| empty_row(5)))];
    sheet("next-steps", paper.steps_title, paper.steps_lead, &parts, &[paper.by, paper.date])
}
