//! The service check as a sheet that a lead can take to a board: what is open first, with who and by when, then counts by
//! group and every answer. No score.

use super::document::{Block, Document};
use waymark_area::service_check::{ServiceCheck, Stand};
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::{Words, fill};
use waymark_content::{CONTENT_VERSION, DOCUMENTS, SERVICE_CHECK, Statement};

/// The sheet.
pub fn service_check(check: &ServiceCheck, words: &Words) -> Document {
    let say = &words.later().pages.service_check;
    let mut document = Document {
        notice: say.sheet_notice.to_owned(),
        title: say.title.to_owned(),
        blocks: vec![Block::paragraph(say.sheet_lead), to_fill(say.sheet_head_blanks)],
        version: CONTENT_VERSION.to_owned(),
    };
    document.section(say.not_yet_title, vec![open_points(check, words, Some(Stand::NotYet))]);
    document.section(say.sheet_partly, vec![open_points(check, words, Some(Stand::Partly))]);
    document.section(say.sheet_key_open, vec![open_points(check, words, None)]);
    document.section(say.sheet_decision, vec![to_fill(say.sheet_decision_blanks)]);
    document.section(say.counts_title, vec![counts(check, words), Block::paragraph(say.no_score)]);
    for (group, name) in say.groups.iter().enumerate() {
        document.section(&fill(say.sheet_all, &[("group", name)]), vec![answers(check, words, group)]);
    }
    document
}

/// The documents that a statement comes from, by their short names, each with its rules where they are asked for.
pub fn comes_from(statement: &Statement, with_rules: bool, words: &Words) -> String {
    let names = words.later().pages.service_check.documents;
    let of = |((letter, _), name): (&(&str, &str), &&str)| {
        // The whole document is named by its letter alone.
        let own = |rule: &&&str| rule.split('-').next() == Some(*letter);
        let rules: Vec<&str> = statement.rules.iter().filter(own).copied().listed();
        let numbered = with_rules && rules.iter().any(|rule| rule.contains('-'));
        match rules.is_empty() {
            true => None,
            false if numbered => Some(format!("{name} ({})", rules.join(", "))),
            false => Some((*name).to_owned()),
        }
    };
    let all: Vec<String> = DOCUMENTS.iter().zip(names.iter()).filter_map(of).listed();
    all.join("; ")
}

fn to_fill(labels: &[&str]) -> Block {
    Block::ToFill(labels.iter().map(|label| (*label).to_owned()).listed())
}

fn stand(check: &ServiceCheck, place: usize) -> Option<Stand> {
    check.at(place).and_then(|said| said.stand)
}

fn counts(check: &ServiceCheck, words: &Words) -> Block {
    let say = &words.later().pages.service_check;
    let row = |(group, name): (usize, &&str)| {
        let counts = check.counts(group);
        let numbers = say.answers.iter().zip(counts.by_stand).chain([(&say.counts_open, counts.open)]);
        let numbers: Vec<_> = numbers.map(|(answer, count)| format!("{answer}: {count}")).listed();
        ((*name).to_owned(), numbers.join(", "))
    };
    Block::Facts(say.groups.iter().enumerate().map(row).listed())
}

/// What stands so, what protects life first. Of what was not answered only that: the rest is in the counts.
fn open_points(check: &ServiceCheck, words: &Words, how: Option<Stand>) -> Block {
    let say = &words.later().pages.service_check;
    let mut open: Vec<(usize, &Statement)> = SERVICE_CHECK
        .iter()
        .enumerate()
        .filter(|(place, statement)| stand(check, *place) == how && (how.is_some() || statement.key))
        .listed();
    sort_by_key(&mut open, |(_, statement)| !statement.key);
    let row = |(place, _): (usize, &Statement)| {
        let who = check.at(place).map_or("", |said| said.who.as_str());
        let who = if who.is_empty() { say.sheet_who } else { who };
        vec![statement(place, words), who.to_owned()]
    };
    Block::table(say.sheet_open_head, open.into_iter().map(row).listed())
}

/// A statement with its id and where it comes from.
fn statement(place: usize, words: &Words) -> String {
    let say = &words.later().pages.service_check;
    let text = say.statements.get(place).copied().unwrap_or_default();
    let Some(statement) = SERVICE_CHECK.get(place) else { return String::new() };
    [statement.id, " ", text, " ", say.from, " ", &comes_from(statement, false, words), "."].concat()
}

/// Every answer of a group.
fn answers(check: &ServiceCheck, words: &Words, group: usize) -> Block {
    let say = &words.later().pages.service_check;
    let of_group = SERVICE_CHECK.iter().enumerate().filter(|(_, statement)| statement.group == group);
    let row = |(place, _): (usize, &Statement)| {
        let said = check.at(place)?;
        let answer = say.answers.get(said.stand?.index()).copied().unwrap_or_default();
        Some(vec![statement(place, words), answer.to_owned(), said.who.as_str().to_owned()])
    };
    Block::table(say.sheet_head, of_group.filter_map(row).listed())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use waymark_case::Text;
    use waymark_content::EN;

    #[test]
    fn a_board_reads_first_what_is_open_with_who_and_by_when() {
        let place = |id: &str| SERVICE_CHECK.iter().position(|statement| statement.id == id).unwrap();
        let mut check = ServiceCheck::default();
        let mut say = |id: &str, stand: Stand, who: &str| {
            let said = check.at_mut(place(id)).unwrap();
            (said.stand, said.who) = (Some(stand), Text::cut(who));
        };
        say("O-02", Stand::NotYet, "");
        say("O-16", Stand::NotYet, "the service manager, by May");
        say("O-03", Stand::InPlace, "");
        say("O-04", Stand::Partly, "");
        let text = super::super::document::plain_text(&service_check(&check, &EN));
        let at = |part: &str| text.find(part).unwrap();
        // What protects life stands first; what nobody took has room for a pen; counts and all answers come after.
        assert!(at("O-16 ") < at("O-02 ") && at("O-02 ") < at("O-04 ") && at("O-04 ") < at("How far you are"));
        assert!(at("How far you are") < at("O-03 "));
        assert!(text.contains("by May") && text.contains("When: ____"));
        assert!(text.contains("O-01 "), "unanswered, and it protects life");
        assert!(!text.contains("O-05 "), "unanswered is in the counts");
        assert!(text.contains("DAHA-led guidance"));
    }

    #[test]
    fn each_statement_names_the_documents_it_comes_from() {
        let of = |id: &str| {
            let statement = SERVICE_CHECK.iter().find(|statement| statement.id == id).unwrap();
            comes_from(statement, true, &EN)
        };
        assert_eq!(of("O-84"), "South Wales guidance (W-16)");
        assert_eq!(of("O-83"), "Peaks & Plains (P-88); Housing 21 (H-117)");
        assert_eq!(of("O-69").matches(';').count(), 4, "all five, by name");
        assert!(SERVICE_CHECK.iter().all(|statement| !comes_from(statement, false, &EN).is_empty()));
    }
}
