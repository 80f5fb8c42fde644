//! The service check as a sheet: counts by group, what is not yet there, and every answer. No score.

use super::document::{Block, Document};
use crate::case::vocabulary::Vocabulary;
use crate::content::words::Words;
use crate::content::{CONTENT_VERSION, SERVICE_CHECK};
use crate::service_check::{ServiceCheck, Stand};

/// The sheet.
pub fn service_check(check: &ServiceCheck, words: &Words) -> Document {
    let say = &words.pages.service_check;
    let mut document = Document {
        notice: say.sheet_notice.to_owned(),
        title: say.title.to_owned(),
        blocks: Vec::new(),
        version: CONTENT_VERSION.to_owned(),
    };
    document.section(say.counts_title, vec![counts(check, words), Block::paragraph(say.no_score)]);
    document.section(say.not_yet_title, vec![rows(check, words, |place| stand(check, place) == Some(Stand::NotYet))]);
    for (group, name) in say.groups.iter().enumerate() {
        let of_group = |place: usize| SERVICE_CHECK[place].group == group && stand(check, place).is_some();
        document.section(name, vec![rows(check, words, of_group)]);
    }
    document
}

fn stand(check: &ServiceCheck, place: usize) -> Option<Stand> {
    check.at(place).and_then(|said| said.stand)
}

fn counts(check: &ServiceCheck, words: &Words) -> Block {
    let say = &words.pages.service_check;
    let row = |(group, name): (usize, &&str)| {
        let counts = check.counts(group);
        let numbers = say.answers.iter().zip(counts.by_stand).chain([(&say.counts_open, counts.open)]);
        let numbers: Vec<_> = numbers.map(|(answer, count)| format!("{answer}: {count}")).collect();
        ((*name).to_owned(), numbers.join(", "))
    };
    Block::Facts(say.groups.iter().enumerate().map(row).collect())
}

fn rows(check: &ServiceCheck, words: &Words, of: impl Fn(usize) -> bool) -> Block {
    let say = &words.pages.service_check;
    let row = |place: usize| {
        let said = check.at(place)?;
        let stand = said.stand?;
        let statement = say.statements.get(place).copied().unwrap_or_default();
        let nobody = if stand == Stand::NotYet { say.not_yet_nobody } else { "" };
        let who = Some(said.who.as_str()).filter(|who| !who.is_empty()).unwrap_or(nobody);
        let answer = say.answers.get(stand.index()).copied().unwrap_or_default();
        Some(vec![[SERVICE_CHECK[place].id, " ", statement].concat(), answer.to_owned(), who.to_owned()])
    };
    Block::table(say.sheet_head, (0..SERVICE_CHECK.len()).filter(|place| of(*place)).filter_map(row).collect())
}
