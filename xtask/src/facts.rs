//! Every number, hour and line of law that the page tells, by age and status: what to look up again before a release.

use std::fmt::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use toml::{Table, Value};
use waymark_content::age::is_old;

use crate::error::{self, Error};

/// What a fact is marked with where nobody could check it.
const UNCHECKED: &str = "(not checked)";

/// One fact.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fact {
    /// The month in which it was looked up; empty where its file says none.
    checked: String,
    status: String,
    id: String,
    says: String,
}

/// Prints the list.
pub fn run(root: &Path) -> Result<(), Error> {
    let content = root.join("crates/content/data");
    let read = |file: &str| -> Result<Table, Error> {
        error::read(&content.join(file))?.parse().map_err(|error| Error::Page(format!("{file}: {error}")))
    };
    let mut facts = helplines(&read("helplines.toml")?);
    facts.extend(law(&read("law.toml")?));
    facts.extend(nations(&read("words/en/nations.toml")?));
    facts.extend(pathways(&pathway_words(&content.join("pathways"))?));
    print!("{}", listed(facts, &today()));
    Ok(())
}

/// The English words of every pathway, by its code.
fn pathway_words(folder: &Path) -> Result<Table, Error> {
    let mut all = Table::new();
    for path in error::entries(folder)? {
        let problem = |what: &str| Error::Page(format!("{}: {what}", path.display()));
        let pathway: Table = error::read(&path)?.parse().map_err(|error: toml::de::Error| problem(error.message()))?;
        let words = pathway.get("words").and_then(|words| words.get("en")).ok_or_else(|| problem("no words.en"))?;
        all.insert(text(&pathway, "code").to_owned(), words.clone());
    }
    Ok(all)
}

fn text<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" | ")
}

fn helplines(file: &Table) -> Vec<Fact> {
    let fact = |line: &Table| Fact {
        checked: text(line, "checked").to_owned(),
        status: text(line, "status").to_owned(),
        id: format!("helpline:{}", text(line, "id")),
        says: joined(&[text(line, "number"), text(line, "text"), text(line, "hours"), text(line, "note")]),
    };
    tables(file, "helpline").map(fact).collect()
}

fn law(file: &Table) -> Vec<Fact> {
    let fact = |point: &Table| {
        let stood = text(point, "stood");
        Fact {
            checked: text(point, "checked").to_owned(),
            status: if stood.is_empty() { "no page seen".to_owned() } else { format!("stood {stood}") },
            id: format!("law:{}", text(point, "id")),
            says: text(point, "text").to_owned(),
        }
    };
    tables(file, "law").map(fact).collect()
}

/// What differs by nation has no month of its own; what nobody could check is marked.
fn nations(file: &Table) -> Vec<Fact> {
    let mut facts = Vec::new();
    for topic in tables(file, "topic") {
        let lines = topic.iter().filter(|(nation, _)| *nation != "label");
        facts.extend(lines.map(|(nation, line)| unmarked(&format!("nation:{nation} {}", text(topic, "label")), line)));
    }
    facts
}

/// What a pathway says of its own standing, of a nation, or without a check.
fn pathways(file: &Table) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (id, pathway) in file.iter().filter_map(|(id, pathway)| Some((id, pathway.as_table()?))) {
        let id = format!("pathway:{id}");
        if !text(pathway, "status").is_empty() {
            facts.push(unmarked(&id, &pathway["status"]));
        }
        let nations = pathway.get("nations").and_then(Value::as_table).into_iter().flatten();
        facts.extend(nations.map(|(nation, line)| unmarked(&format!("{id} {nation}"), line)));
        let words = pathway.iter().filter(|(key, _)| !["status", "nations"].contains(&key.as_str()));
        let words =
            words.flat_map(|(_, value)| value.as_array().map_or_else(|| vec![value], |list| list.iter().collect()));
        let marked = words.filter(|value| value.as_str().is_some_and(|line| line.contains(UNCHECKED)));
        facts.extend(marked.map(|line| unmarked(&id, line)));
    }
    facts
}

fn unmarked(id: &str, line: &Value) -> Fact {
    let says = line.as_str().unwrap_or_default().to_owned();
    let status = if says.contains(UNCHECKED) { "not checked" } else { "no month" };
    Fact { checked: String::new(), status: status.to_owned(), id: id.to_owned(), says }
}

/// The list: the oldest first, then what has no month; by status within that.
fn listed(mut facts: Vec<Fact>, today: &str) -> String {
    facts.sort_by(|one, other| (one.checked.is_empty(), one).cmp(&(other.checked.is_empty(), other)));
    let mut list = String::new();
    let (mut old, mut unchecked) = (0, 0);
    for Fact { checked, status, id, says } in &facts {
        let mark = if !checked.is_empty() && is_old(checked, today) { "OLD" } else { "" };
        old += usize::from(!mark.is_empty());
        unchecked += usize::from(status == "not checked");
        let _ =
            writeln!(list, "{:<8}{mark:<4}{status:<14}{id:<46}{says}", if checked.is_empty() { "-" } else { checked });
    }
    let _ = writeln!(list, "{} facts; {old} over a year old on {today}; {unchecked} not checked", facts.len());
    list
}

/// Today as a day, from the clock of this computer.
fn today() -> String {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    let (year, month, day) = date(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The date of a day since 1 January 1970.
fn date(mut days: u64) -> (u64, u64, u64) {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in lengths {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_days() {
        assert_eq!(
            [date(0), date(59), date(11_016), date(20_786), date(20_819)],
            [(1970, 1, 1), (1970, 3, 1), (2000, 2, 29), (2026, 11, 29), (2027, 1, 1),]
        );
    }

    #[test]
    fn the_oldest_comes_first_and_what_has_no_month_last() {
        let lines: Table = "[[helpline]]\nid = \"b\"\nnumber = \"2\"\nstatus = \"supported\"\nchecked = \"2026-11\"\n\
            [[helpline]]\nid = \"a\"\nstatus = \"unverified\"\nchecked = \"2025-01\"\n"
            .parse()
            .unwrap_or_default();
        let words: Table = "[\"PW-01\"]\nwhat = \"One (not checked).\"\nstatus = \"Older pages.\"\ncare = [\"Two.\"]\n\
            nations = { wales = \"Three.\" }\n"
            .parse()
            .unwrap_or_default();
        let facts = helplines(&lines).into_iter().chain(pathways(&words)).collect();
        let list = listed(facts, "2026-11-29");
        let ids: Vec<&str> =
            list.lines().filter_map(|line| line.split_whitespace().find(|word| word.contains(':'))).collect();
        assert_eq!(ids, ["helpline:a", "helpline:b", "pathway:PW-01", "pathway:PW-01", "pathway:PW-01"]);
        assert!(list.starts_with("2025-01 OLD "));
        assert!(list.ends_with("5 facts; 1 over a year old on 2026-11-29; 1 not checked\n"));
    }

    #[test]
    fn every_helpline_line_of_law_and_pathway_is_there() -> Result<(), Error> {
        let content = crate::dist::root()?.join("crates/content/data");
        let read = |file: &str| error::read(&content.join(file)).map(|text| text.parse::<Table>().unwrap_or_default());
        let lines = helplines(&read("helplines.toml")?);
        assert_eq!(lines.len(), waymark_content::HELPLINES.len());
        assert_eq!(law(&read("law.toml")?).len(), waymark_content::EN.later().law.len());
        assert!(lines.iter().all(|fact| !fact.checked.is_empty() && !fact.status.is_empty()));
        assert_eq!(pathway_words(&content.join("pathways"))?.len(), waymark_content::PATHWAYS.len());
        Ok(())
    }
}
