//! Writes the trigger table: the triggers of `triggers.toml` and those in the pathways' own files, and the cautions.

use crate::conditions::{Condition, Names};
use crate::pathways::{Pathway, Pathways, file};
use crate::reading::{Outcome, Problem, read_as};
use crate::sources::Sources;
use crate::trigger::{Code, Named, Show, Trigger, Withhold};
use indexmap::IndexMap;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};
use std::path::Path;
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_catalogue::{CautionId, Stance, WhyWithheld};

const FILE: &str = "triggers.toml";

/// The triggers of `triggers.toml`, and what to turn to when a pathway is withheld.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shared {
    instead: IndexMap<String, Vec<String>>,
    trigger: Vec<Trigger>,
    worked_out: Vec<WorkedOut>,
}

/// A trigger that the engine works out from something else than the answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkedOut {
    id: String,
    code: Code,
}

/// Every trigger.
pub struct Triggers {
    shared: Shared,
    pathways: Pathways,
}

/// A trigger with its place for problems, and the pathway whose file it is in.
struct Row<'a> {
    place: String,
    own: Option<&'a Pathway>,
    trigger: &'a Trigger,
}

impl Triggers {
    /// Reads `triggers.toml`, and checks it against the pathways.
    ///
    /// # Errors
    /// An id that is taken, a gap in the codes, a pathway that does not list the triggers it is in.
    pub fn read(content: &Path, pathways: Pathways) -> Outcome<Self> {
        let all = Self { shared: read_as(content, FILE)?, pathways };
        let mut ids = BTreeSet::new();
        let given = all.rows().map(|row| (row.trigger.id.as_str(), row.trigger.code, row.place));
        let worked_out = all.shared.worked_out.iter().map(|it| (it.id.as_str(), it.code, FILE.to_owned()));
        for (id, _, place) in given.chain(worked_out) {
            if !ids.insert(id.to_owned()) {
                return Err(Problem::at(place, "its id is taken"));
            }
        }
        let codes = all.codes();
        let last = codes.last().map_or(0, |code| code.0);
        if let Some(missing) = (1..last).map(Code).find(|code| !codes.contains(code)) {
            return Err(Problem::at(FILE, format!("{missing} is nowhere")));
        }
        all.check_lists()?;
        Ok(all)
    }

    /// The pathways.
    pub fn pathways(&self) -> &Pathways {
        &self.pathways
    }

    /// The public ids of all triggers, in their order.
    pub fn codes(&self) -> BTreeSet<Code> {
        let given = self.rows().map(|row| row.trigger.code);
        given.chain(self.shared.worked_out.iter().map(|it| it.code)).collect()
    }

    /// Every trigger, by its code; those of `triggers.toml` before those of the pathways.
    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let place = |file: &str, trigger: &Trigger| format!("{file} {}", trigger.id);
        let shared =
            self.shared.trigger.iter().map(move |trigger| Row { place: place(FILE, trigger), own: None, trigger });
        let own = self.pathways.iter().flat_map(move |(name, pathway)| {
            let row = move |trigger| Row { place: place(&file(name), trigger), own: Some(pathway), trigger };
            pathway.triggers.iter().map(row)
        });
        let mut rows: Vec<_> = shared.chain(own).collect();
        rows.sort_by_key(|row| row.trigger.code);
        rows.into_iter()
    }

    /// Each pathway lists the shared triggers that are about it, so that its file tells everything that shows it.
    fn check_lists(&self) -> Outcome<()> {
        let mut about: BTreeMap<PathwayId, Vec<&str>> = BTreeMap::new();
        for row in self.rows() {
            let shown = row.trigger.show.iter().map(|show| show.pathway.as_deref());
            let withheld = row.trigger.withhold.iter().map(|withhold| withhold.pathway.as_deref());
            let named = shown.chain(withheld).map(|name| Ok(self.pathway(&row, name)?.code));
            for id in named.collect::<Outcome<BTreeSet<_>>>()? {
                if row.own.is_none() {
                    about.entry(id).or_default().push(&row.trigger.id);
                }
            }
        }
        for (name, pathway) in self.pathways.iter() {
            let expected = about.remove(&pathway.code).unwrap_or_default();
            if pathway.shared_triggers != expected {
                return Err(Problem::at(file(name), format!("shared_triggers must be {expected:?}")));
            }
        }
        Ok(())
    }

    /// The reason with this name: one of its own, or that of a trigger.
    fn why(&self, name: &str, place: &str) -> Outcome<WhyWithheld> {
        let trigger = self.rows().find(|row| row.trigger.id == name).map(|row| row.trigger.code.to_string());
        let why = WhyWithheld::from_text(trigger.as_deref().unwrap_or(name));
        why.ok_or_else(|| Problem::at(place, format!("{name} is no reason to withhold a pathway")))
    }

    fn pathway<'a>(&'a self, row: &Row<'a>, named: Option<&str>) -> Outcome<&'a Pathway> {
        match (row.own, named) {
            (Some(own), None) => Ok(own),
            (Some(_), Some(_)) => Err(Problem::at(&row.place, "in a pathway's file a trigger is about that pathway")),
            (None, Some(name)) => self.pathways.named(name).ok_or_else(|| no_pathway(&row.place, name)),
            (None, None) => Err(Problem::at(&row.place, "names no pathway")),
        }
    }

    /// Checks the limits of the pathways, also those that no trigger keeps to.
    fn check_limits(&self, names: &Names) -> Outcome<()> {
        for (name, pathway) in self.pathways.iter() {
            let Some(limits) = &pathway.limits else { continue };
            let place = format!("{} [limits]", file(name));
            limits.withhold.iter().try_for_each(|limit| self.why(&limit.why, &place).map(drop))?;
            for condition in limits.withhold.iter().map(|limit| &limit.only_if).chain([&limits.only_if]) {
                condition.rust(names).map_err(|problem| problem.within(&place))?;
            }
        }
        Ok(())
    }

    /// The tables of triggers, as Rust.
    pub fn table(&self, names: &Names, sources: &Sources, out: &mut String) -> Outcome<()> {
        self.check_limits(names)?;
        out.push_str("pub static ROWS: &[Row] = &[\n");
        for row in self.rows() {
            self.row(&row, names, sources, out)?;
        }
        let codes: Vec<String> = self.codes().iter().map(Code::to_string).collect();
        let _ = writeln!(out, "];\npub static TRIGGERS: &[&str] = &{codes:?};");
        out.push_str("pub static INSTEAD: &[(WhyWithheld, &[PathwayId])] = &[\n");
        for (why, instead) in &self.shared.instead {
            let place = format!("{FILE} instead.{why}");
            let id = |name: &String| match self.pathways.named(name) {
                Some(pathway) => Ok(format!("PathwayId::{:?}", pathway.code)),
                None => Err(no_pathway(&place, name)),
            };
            let ids = instead.iter().map(id).collect::<Outcome<Vec<_>>>()?;
            let _ = writeln!(out, "(WhyWithheld::{:?}, &[{}]),", self.why(why, &place)?, ids.join(", "));
        }
        out.push_str("];\n");
        Ok(())
    }

    fn row(&self, row: &Row<'_>, names: &Names, sources: &Sources, out: &mut String) -> Outcome<()> {
        let Row { place, trigger, .. } = row;
        let within = |problem: Problem| problem.within(place);
        let mut written = Written::default();
        for show in &trigger.show {
            self.show(row, show, names, &mut written)?;
        }
        for Withhold { pathway, why, only_if } in &trigger.withhold {
            let pathway = self.pathway(row, pathway.as_deref())?;
            written.withhold(pathway, self.why(why, place)?, &only_if.rust(names).map_err(within)?);
        }
        if trigger.rules.is_empty() {
            return Err(Problem::at(place, "names no rule that it rests on"));
        }
        let _ = writeln!(
            out,
            "Row {{ id: \"{}\", when: {}, show: &[{}], withhold: &[{}], cautions: &[{}], gates: &[{}], rules: {} }},",
            trigger.code,
            trigger.when.rust(names).map_err(within)?,
            written.show.join(", "),
            written.withhold.join(", "),
            named("CautionId", &trigger.cautions, names).map_err(within)?,
            named("Gate", &trigger.gates, names).map_err(within)?,
            sources.checked(place, &trigger.rules)?
        );
        Ok(())
    }

    /// One pathway shown; where it keeps to the pathway's limits, with what those withhold.
    fn show(&self, row: &Row<'_>, show: &Show, names: &Names, written: &mut Written) -> Outcome<()> {
        let Show { pathway, stance, priority, limited, only_if } = show;
        let pathway = self.pathway(row, pathway.as_deref())?;
        if *stance == Stance::NotNow {
            return Err(Problem::at(&row.place, "not-now is for the engine; a trigger shows do, offer or consider"));
        }
        let rust = |condition: &Condition| condition.rust(names).map_err(|problem| problem.within(&row.place));
        let only_if = rust(only_if)?;
        if !limited {
            written.show(pathway, priority.0, *stance, &only_if);
            return Ok(());
        }
        let none = || Problem::at(&row.place, format!("{} has no limits", pathway.code.text()));
        let limits = pathway.limits.as_ref().ok_or_else(none)?;
        let both = |limit: &Condition| Ok(format!("Condition::All(&[{only_if}, {}])", rust(limit)?));
        written.show(pathway, priority.0, *stance, &both(&limits.only_if)?);
        for limit in &limits.withhold {
            written.withhold(pathway, self.why(&limit.why, &row.place)?, &both(&limit.only_if)?);
        }
        Ok(())
    }
}

/// What a row shows and withholds, as Rust.
#[derive(Default)]
struct Written {
    show: Vec<String>,
    withhold: Vec<String>,
}

impl Written {
    fn show(&mut self, pathway: &Pathway, priority: u8, stance: Stance, only_if: &str) {
        self.show.push(format!(
            "Show {{ pathway: PathwayId::{:?}, priority: {priority}, stance: Stance::{stance:?}, only_if: {only_if} }}",
            pathway.code
        ));
    }

    fn withhold(&mut self, pathway: &Pathway, why: WhyWithheld, only_if: &str) {
        self.withhold.push(format!(
            "Withhold {{ pathway: PathwayId::{:?}, why: WhyWithheld::{why:?}, only_if: {only_if} }}",
            pathway.code
        ));
    }
}

fn named<V: Vocabulary + Debug>(kind: &str, entries: &[Named<V>], names: &Names) -> Outcome<String> {
    let entries = entries.iter().map(|entry| Ok(format!("({kind}::{:?}, {})", entry.name, entry.only_if.rust(names)?)));
    Ok(entries.collect::<Outcome<Vec<_>>>()?.join(", "))
}

fn no_pathway(place: &str, name: &str) -> Problem {
    Problem::at(place, format!("there is no pathway {name}"))
}

/// The rules that each caution cites, as Rust, in the order of the catalogue.
pub fn cautions(content: &Path, sources: &Sources, out: &mut String) -> Outcome<()> {
    const FILE: &str = "cautions.toml";
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Cautions {
        rules: BTreeMap<CautionId, Vec<String>>,
    }
    let Cautions { rules } = read_as(content, FILE)?;
    out.push_str("pub static CAUTION_RULES: &[(CautionId, &[&str])] = &[\n");
    for id in CautionId::ALL {
        let place = format!("{FILE} {}", id.text());
        let rules = rules.get(id).ok_or_else(|| Problem::at(&place, "is missing"))?;
        let _ = writeln!(out, "(CautionId::{id:?}, {}),", sources.checked(&place, rules)?);
    }
    out.push_str("];\n");
    Ok(())
}
