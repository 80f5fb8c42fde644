//! Writes the tables of rules: indicators, items, pathways, triggers, cautions, profiles. Helplines and sources go to the
//! text of the words.

use crate::case::vocabulary::*;
use crate::conditions::{Terms, condition};
use crate::lines::Lines;
use crate::placed::Placed;
use crate::{Outcome, Problem, read};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use toml::{Table, Value};

/// The sources that rules and words may cite.
pub struct Sources {
    known: Vec<(String, String)>,
    cited: RefCell<BTreeSet<String>>,
}

impl Sources {
    /// Reads `sources.toml`.
    pub fn read(content: &Path) -> Outcome<Self> {
        let mut known = Vec::new();
        for (file, codes) in &read(content, "sources.toml")? {
            let codes = codes.as_table().ok_or_else(|| Problem::at(file, "a table of codes was expected"))?;
            known.extend(codes.iter().map(|(code, title)| (format!("{file}:{code}"), text(title).to_owned())));
        }
        Ok(Self { known, cited: RefCell::default() })
    }

    /// Checks a rule or source id: a seed rule, a floor clause, or a listed source.
    pub fn check(&self, place: &str, id: &str) -> Outcome<()> {
        let seed = id.split_once('-').is_some_and(|(document, number)| {
            matches!(document, "D" | "P" | "W" | "H" | "S") && number.parse::<u16>().is_ok()
        });
        let floor = id.starts_with("C1.3.") || id.starts_with("1.3.");
        if seed || floor || id == "profile" {
            Ok(())
        } else if self.known.iter().any(|(known, _)| known == id) {
            self.cited.borrow_mut().insert(id.to_owned());
            Ok(())
        } else {
            Err(Problem::at(place, format!("unknown rule or source {id}")))
        }
    }

    /// Puts the sources that something cites, and counts them; the others do not ship.
    pub fn cited(&self, lines: &mut Lines) -> Outcome<usize> {
        let cited = self.cited.borrow();
        let shipped: Vec<_> = self.known.iter().filter(|(id, _)| cited.contains(id)).collect();
        for (id, title) in &shipped {
            lines.line(id, id)?;
            lines.line(id, title)?;
        }
        Ok(shipped.len())
    }

    fn checked(&self, place: &str, ids: Option<&Value>) -> Outcome<String> {
        let ids = strings(ids);
        for id in &ids {
            self.check(place, id)?;
        }
        Ok(format!("&{ids:?}"))
    }
}

/// The text of a value; empty when it is none.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The texts of an array; empty when there is none.
pub fn strings(value: Option<&Value>) -> Vec<&str> {
    value.and_then(Value::as_array).map(|list| list.iter().map(text).collect()).unwrap_or_default()
}

/// `pascal("not-needed")` is `NotNeeded`, as the closed sets name their members.
pub fn pascal(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("24-") {
        return format!("{}24", pascal(rest));
    }
    if let Some(rest) = text.strip_prefix("2-") {
        return format!("{}2", pascal(rest));
    }
    text.split(['-', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect()
}

fn pathway(place: &str, id: &str) -> Outcome<String> {
    PathwayId::from_text(id)
        .map(|id| format!("PathwayId::{id:?}"))
        .ok_or_else(|| Problem::at(place, format!("unknown pathway {id}")))
}

fn rows<'a>(table: &'a Table, file: &str) -> Outcome<Vec<&'a Vec<Value>>> {
    let rows = table.get("rows").and_then(Value::as_array).ok_or_else(|| Problem::at(file, "rows are missing"))?;
    Ok(rows.iter().filter_map(Value::as_array).collect())
}

/// Every table of rules.
pub fn tables(content: &Path, sources: &Sources, placed: &[Placed]) -> Outcome<String> {
    let mut out = String::new();
    indicators(content, &mut out)?;
    items(content, &mut out)?;
    pathways(content, sources, &mut out)?;
    triggers(content, sources, &mut out)?;
    cautions(content, sources, &mut out)?;
    profiles(content, sources, placed, &mut out)?;
    Ok(out)
}

fn indicators(content: &Path, out: &mut String) -> Outcome<()> {
    let table = read(content, "indicators.toml")?;
    out.push_str("pub static INDICATORS: &[Indicator] = &[\n");
    for (row, id) in rows(&table, "indicators.toml")?.iter().zip(IndicatorId::ALL) {
        let [name, domain, strength, flipped] = row.as_slice() else {
            return Err(Problem::at("indicators.toml", "a row has four columns"));
        };
        if text(name) != id.text() {
            return Err(Problem::at("indicators.toml", format!("{} stands where {} belongs", text(name), id.text())));
        }
        let strength = pascal(text(strength));
        let _ = writeln!(
            out,
            "Indicator {{ id: IndicatorId::{id:?}, domain: Domain::{}, strength: Strength::{strength}, flipped: {} }},",
            text(domain),
            flipped.as_bool().unwrap_or_default()
        );
    }
    out.push_str("];\n");
    Ok(())
}

fn items(content: &Path, out: &mut String) -> Outcome<()> {
    let table = read(content, "items.toml")?;
    let marks: Vec<&str> = table.get("marks").map(text).unwrap_or_default().split(' ').collect();
    if marks.len() != 24 {
        return Err(Problem::at("items.toml", "24 marks were expected"));
    }
    let marks: Vec<String> = marks.iter().map(|mark| format!("Mark::{mark}")).collect();
    let _ = writeln!(out, "pub static MARKS: [Mark; 24] = [{}];", marks.join(", "));
    Ok(())
}

fn pathways(content: &Path, sources: &Sources, out: &mut String) -> Outcome<()> {
    let table = read(content, "pathways.toml")?;
    let rows = rows(&table, "pathways.toml")?;
    if rows.len() != PathwayId::ALL.len() {
        return Err(Problem::at("pathways.toml", "a pathway is missing"));
    }
    out.push_str("pub static PATHWAYS: &[PathwayRow] = &[\n");
    for (row, id) in rows.iter().zip(PathwayId::ALL) {
        let [name, who, consent, open, rules] = row.as_slice() else {
            return Err(Problem::at("pathways.toml", "a row has five columns"));
        };
        let place = format!("pathways.toml {}", text(name));
        if text(name) != id.text() || strings(Some(rules)).is_empty() {
            return Err(Problem::at(place, "out of order, or without a rule"));
        }
        let _ = writeln!(
            out,
            "PathwayRow {{ id: PathwayId::{id:?}, who: Actor::{}, consent: ConsentRule::{}, open: Open::{}, rules: {} }},",
            pascal(text(who)),
            pascal(text(consent)),
            pascal(text(open)),
            sources.checked(&place, Some(rules))?
        );
    }
    out.push_str("];\npub static INSTEAD: &[(Why, &[PathwayId])] = &[\n");
    for (why, ids) in table.get("instead").and_then(Value::as_table).into_iter().flatten() {
        let ids: Vec<String> = strings(Some(ids)).iter().map(|id| pathway("instead", id)).collect::<Outcome<_>>()?;
        let _ = writeln!(out, "(Why::{}, &[{}]),", pascal(why), ids.join(", "));
    }
    out.push_str("];\n");
    Ok(())
}

/// The parts of one row of the trigger table, as Rust values.
#[derive(Default)]
struct RowParts {
    show: Vec<String>,
    withhold: Vec<String>,
}

fn split_if<'a>(entry: &'a str, terms: &Terms, place: &str) -> Outcome<(&'a str, String)> {
    let (head, only_if) = entry.split_once(" if ").unwrap_or((entry, "always"));
    let only_if = condition(only_if, terms).map_err(|Problem(what)| Problem::at(place, what))?;
    Ok((head, only_if))
}

fn show(entry: &str, groups: &Table, terms: &Terms, place: &str, parts: &mut RowParts) -> Outcome<()> {
    let (head, only_if) = split_if(entry, terms, place)?;
    let words: Vec<&str> = head.split(' ').collect();
    match words.as_slice() {
        [id, priority @ ("0" | "1" | "2" | "3" | "4"), stance @ ("do" | "offer" | "consider")] => {
            parts.show.push(format!(
                "Show {{ pathway: {}, priority: {priority}, stance: Stance::{}, only_if: {only_if} }}",
                pathway(place, id)?,
                pascal(stance)
            ));
        }
        [group, n] => {
            let group =
                groups.get(*group).and_then(Value::as_table).ok_or_else(|| Problem::at(place, "no such group"))?;
            let mut inner = RowParts::default();
            for entry in strings(group.get("show")) {
                show(&entry.replace("{n}", n), groups, terms, place, &mut inner)?;
            }
            for entry in strings(group.get("withhold")) {
                withhold(entry, terms, place, &mut inner)?;
            }
            let close = |part: String| {
                // The condition is the last field, so its end is the end of the value.
                let body = part.strip_suffix(" }").unwrap_or(&part).to_owned();
                let (head, inner) = body.split_once("only_if: ").unwrap_or((&body, ""));
                format!("{head}only_if: Condition::All(&[{only_if}, {inner}]) }}")
            };
            parts.show.extend(inner.show.into_iter().map(close));
            parts.withhold.extend(inner.withhold.into_iter().map(close));
        }
        _ => return Err(Problem::at(place, format!("\"{head}\" is not \"PW-00 priority stance\" or a group"))),
    }
    Ok(())
}

fn withhold(entry: &str, terms: &Terms, place: &str, parts: &mut RowParts) -> Outcome<()> {
    let (head, only_if) = split_if(entry, terms, place)?;
    let (id, why) = head.split_once(' ').ok_or_else(|| Problem::at(place, "a reason is missing"))?;
    parts.withhold.push(format!(
        "Withhold {{ pathway: {}, why: Why::{}, only_if: {only_if} }}",
        pathway(place, id)?,
        pascal(why)
    ));
    Ok(())
}

fn triggers(content: &Path, sources: &Sources, out: &mut String) -> Outcome<()> {
    let table = read(content, "triggers.toml")?;
    let no_table = Table::new();
    let terms: Terms = table
        .get("terms")
        .and_then(Value::as_table)
        .into_iter()
        .flatten()
        .map(|(name, condition)| (name.clone(), text(condition).to_owned()))
        .collect();
    let groups = table.get("group").and_then(Value::as_table).unwrap_or(&no_table);
    let mut seen = BTreeSet::new();
    out.push_str("pub static ROWS: &[Row] = &[\n");
    for row in table.get("row").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table) {
        let id = row.get("id").map(text).unwrap_or_default();
        let place = format!("triggers.toml {id}");
        let when = row.get("when").map(text).unwrap_or_default();
        let when = condition(when, &terms).map_err(|Problem(what)| Problem::at(&place, what))?;
        let mut parts = RowParts::default();
        for entry in strings(row.get("show")) {
            show(entry, groups, &terms, &place, &mut parts)?;
        }
        for entry in strings(row.get("withhold")) {
            withhold(entry, &terms, &place, &mut parts)?;
        }
        let named = |key: &str, kind: &str| -> Outcome<String> {
            let entries: Vec<String> = strings(row.get(key))
                .iter()
                .map(|entry| {
                    let (name, only_if) = split_if(entry, &terms, &place)?;
                    let name = if name == "strangulation_within_4_weeks" { "strangulation" } else { name };
                    Ok(format!("({kind}::{}, {only_if})", pascal(&name.to_lowercase())))
                })
                .collect::<Outcome<_>>()?;
            Ok(entries.join(", "))
        };
        let rules = sources.checked(&place, row.get("rules"))?;
        if rules == "&[]" {
            return Err(Problem::at(place, "a row names the rule it rests on"));
        }
        seen.insert(id.to_owned());
        let _ = writeln!(
            out,
            "Row {{ id: {id:?}, when: {when}, show: &[{}], withhold: &[{}], cautions: &[{}], gates: &[{}], rules: {rules} }},",
            parts.show.join(", "),
            parts.withhold.join(", "),
            named("cautions", "CautionId")?,
            named("gate", "Gate")?
        );
    }
    out.push_str("];\n");
    for (name, term) in [("SIGN", "sign"), ("CHILD_NOW", "child_now"), ("HONOUR_OR_FORCE", "honour_or_force")] {
        let term = condition(term, &terms)?;
        let _ = writeln!(out, "pub static {name}: Condition = {term};");
    }
    // T10 is the hand-off, which the engine works out from profile and role.
    match (1..=58).map(|number| format!("T{number}")).find(|id| id != "T10" && !seen.contains(id)) {
        Some(missing) => Err(Problem::at("triggers.toml", format!("{missing} has no row"))),
        None => Ok(()),
    }
}

fn cautions(content: &Path, sources: &Sources, out: &mut String) -> Outcome<()> {
    let table = read(content, "cautions.toml")?;
    out.push_str("pub static CAUTION_RULES: &[(CautionId, &[&str])] = &[\n");
    for (id, rules) in table.get("rules").and_then(Value::as_table).into_iter().flatten() {
        let rules = sources.checked(id, Some(rules))?;
        let _ = writeln!(out, "(CautionId::{}, {rules}),", pascal(&id.to_lowercase()));
    }
    out.push_str("];\n");
    Ok(())
}

/// The ids of the profiles that ship, in the order of the contract.
const PROFILES: [&str; 6] = ["default", "daha-supported", "peaks-plains", "south-wales", "housing21", "herts-2024"];

fn profiles(content: &Path, sources: &Sources, placed: &[Placed], out: &mut String) -> Outcome<()> {
    out.push_str("pub static PROFILES: &[Profile] = &[\n");
    for id in PROFILES {
        let file = format!("profiles/{id}.toml");
        let table = read(content, &file)?;
        let named = |key: &str| table.get(key).map(text).unwrap_or_default();
        let rule = |key: &str| -> Outcome<String> {
            let rule = named(key);
            if !rule.is_empty() {
                sources.check(&file, rule)?;
            }
            Ok(format!("Name::Borrowed({rule:?})"))
        };
        let rule_list = |key: &str| -> Outcome<String> {
            let rules: Vec<String> = strings(table.get(key))
                .iter()
                .map(|rule| sources.check(&file, rule).map(|()| format!("Name::Borrowed({rule:?})")))
                .collect::<Outcome<_>>()?;
            Ok(format!("List::Borrowed(&[{}])", rules.join(", ")))
        };
        let members = |key: &str, kind: &str| {
            let members: Vec<String> =
                strings(table.get(key)).iter().map(|member| format!("{kind}::{}", pascal(member))).collect();
            format!("List::Borrowed(&[{}])", members.join(", "))
        };
        let flag = |key: &str| table.get(key).and_then(Value::as_bool).unwrap_or_default();
        let mut consent = Vec::new();
        for (id, rule) in table.get("consent").and_then(Value::as_table).into_iter().flatten() {
            consent.push(format!("({}, ConsentRule::{})", pathway(&file, id)?, pascal(text(rule))));
        }
        let mut rules = Vec::new();
        for rule in placed {
            for about in rule.pathways_under(id) {
                rules.push(format!("({}, Name::Borrowed({:?}))", pathway(&file, about)?, rule.id()));
            }
        }
        let mut deadlines = Vec::new();
        for deadline in
            table.get("deadline").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
        {
            let ids: Vec<String> =
                strings(deadline.get("pathways")).iter().map(|id| pathway(&file, id)).collect::<Outcome<_>>()?;
            let rule = deadline.get("rule").map(text).unwrap_or_default();
            sources.check(&file, rule)?;
            deadlines.push(format!(
                "Deadline {{ pathways: List::Borrowed(&[{}]), due: Due::{}, rule: Name::Borrowed({rule:?}) }}",
                ids.join(", "),
                pascal(deadline.get("due").map(text).unwrap_or_default())
            ));
        }
        let inferred: Vec<String> =
            strings(table.get("inferred")).iter().map(|name| format!("Name::Borrowed({name:?})")).collect();
        let count = table.get("count").and_then(Value::as_integer);
        let _ = writeln!(
            out,
            "Profile {{ id: Name::Borrowed({id:?}), status: Status::{}, review_rule: {}, nations: {}, nation_rule: {}, \
             count: {count:?}, count_rule: {}, completers: {}, completer_rules: {}, handoff_to: {}, referrers: {}, \
             referrer_rules: {}, reuse_other_dash: {}, contact: ContactMode::{}, contact_rules: {}, police_always: {}, \
             inferred: List::Borrowed(&[{}]), consent: List::Borrowed(&[{}]), rules: List::Borrowed(&[{}]), \
             deadlines: List::Borrowed(&[{}]) }},",
            pascal(named("status")),
            rule("review_rule")?,
            members("nations", "Nation"),
            rule("nation_rule")?,
            rule("count_rule")?,
            members("completers", "WorkerRole"),
            rule_list("completer_rules")?,
            members("handoff_to", "WorkerRole"),
            members("referrers", "WorkerRole"),
            rule_list("referrer_rules")?,
            flag("reuse_other_dash"),
            pascal(named("contact")),
            rule_list("contact_rules")?,
            flag("police_always"),
            inferred.join(", "),
            consent.join(", "),
            rules.join(", "),
            deadlines.join(", ")
        );
    }
    out.push_str("];\n");
    Ok(())
}

/// Puts the helplines, and counts them.
pub fn helplines(content: &Path, lines: &mut Lines) -> Outcome<usize> {
    let table = read(content, "helplines.toml")?;
    let mut count = 0;
    for line in table.get("helpline").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table) {
        let field = |key: &str| line.get(key).map(text).unwrap_or_default();
        let place = field("id");
        let printable = matches!(field("status"), "verified" | "supported");
        let has_number = ["number", "text"].iter().any(|key| !field(key).is_empty());
        if has_number && !printable {
            return Err(Problem::at(place, "a number prints only at status verified or supported"));
        }
        let nations = strings(line.get("nations"));
        if let Some(unknown) = nations.iter().find(|nation| Nation::from_text(nation).is_none()) {
            return Err(Problem::at(place, format!("unknown nation {unknown}")));
        }
        for key in ["id", "name", "number", "text", "hours"] {
            lines.line(place, field(key))?;
        }
        lines.list(place, &nations)?;
        for key in ["who", "checked"] {
            lines.line(place, field(key))?;
        }
        count += 1;
    }
    Ok(count)
}
